{{/*
All topics of a list of nodes: a JSON list of {name, writer, readers, kept}, as the Declaration of deploy/kafka
has them (DeclaredTopic). A test compares both. Call it with {"nodes": [...], "region": "..."}.
*/}}
{{- define "puente.topics" -}}
{{- $region := .region }}{{ $nodes := .nodes }}
{{- $everyone := append $nodes $region }}
{{- $topics := list }}
{{- range $node := $nodes }}
{{- range $stream := list "returns" "followups" }}
{{- $topics = append $topics (dict "name" (printf "puente.%s.%s" $node $stream) "writer" $node "readers" (list $node $region) "kept" "for-good") }}
{{- end }}
{{- $topics = append $topics (dict "name" (printf "puente.%s.directory" $node) "writer" $node "readers" $everyone "kept" "compacted") }}
{{- range $to := $nodes }}
{{- $topics = append $topics (dict "name" (printf "puente.%s.referrals.%s" $node $to) "writer" $node "readers" (list $node $to $region | uniq) "kept" "for-good") }}
{{- $topics = append $topics (dict "name" (printf "puente.%s.dossiers.%s" $node $to) "writer" $node "readers" (list $to) "kept" "thirty-days") }}
{{- end }}
{{- end }}
{{- $topics = append $topics (dict "name" (printf "puente.%s.reports" $region) "writer" $region "readers" $everyone "kept" "compacted") }}
{{- $topics | toJson }}
{{- end }}

{{/* The settings of a topic, by how long it is kept (Retention of deploy/kafka). */}}
{{- define "puente.retention" -}}
{{- if eq . "for-good" }}
cleanup.policy: delete
retention.ms: "-1"
{{- else if eq . "compacted" }}
cleanup.policy: compact
{{- else if eq . "thirty-days" }}
cleanup.policy: delete
retention.ms: "2592000000"
# A quiet topic rolls its segment daily, or the last records would outlive the 30 days.
segment.ms: "86400000"
{{- else }}
{{- fail (printf "unknown retention %s" .) }}
{{- end }}
{{- end }}
