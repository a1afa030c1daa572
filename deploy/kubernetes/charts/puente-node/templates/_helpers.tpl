{{/* The services of this node, with a space between. */}}
{{- define "puente.services" -}}
{{- if eq (include "puente.node" .) (include "puente.region" .) }}reporting{{ else }}reception registry referral followup{{ end }}
{{- end }}

{{- define "puente.node" -}}
{{- required "node: name the node (deploy/kafka/nodes.json)" .Values.node }}
{{- end }}

{{/* The list of nodes: {"nodes": [...], "region": "..."}. */}}
{{- define "puente.list" -}}
{{- $list := .Files.Get "files/nodes.json" | fromJson }}
{{- if .Values.nodes }}{{ $_ := set $list "nodes" .Values.nodes }}{{ end }}
{{- $list | toJson }}
{{- end }}

{{- define "puente.region" -}}
{{- (include "puente.list" . | fromJson).region }}
{{- end }}

{{/* What is known of a service by the chart, and its settings: (dict "root" $ "service" "referral"). */}}
{{- define "puente.traits" -}}
{{- index (.root.Files.Get "files/services.yaml" | fromYaml) .service | toJson }}
{{- end }}

{{- define "puente.settings" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (default dict (index .root.Values.services .service)) | toJson }}
{{- end }}

{{/* gtm-referral: the name of a service's objects. */}}
{{- define "puente.name" -}}
{{- include "puente.node" .root }}-{{ .service }}
{{- end }}

{{/* gtm-referral-db: the cluster of its database. */}}
{{- define "puente.database" -}}
{{- include "puente.name" . }}-db
{{- end }}

{{- define "puente.selector" -}}
app.kubernetes.io/name: {{ .service }}-service
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "puente.labels" -}}
app.kubernetes.io/part-of: puente
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
puente.org/node: {{ include "puente.node" . }}
{{- end }}

{{/* The name of a secret: (list $ "kafka"). */}}
{{- define "puente.secret" -}}
{{- $root := index . 0 }}{{ $which := index . 1 }}
{{- $usual := dict "kafka" "kafka" "pseudonym" "reception" "status" "reception" "matching" "matching" "ids" "ids" "publicKeys" "keys-public" "privateKeys" "keys-private" "signingKeys" "keys-signing" "console" "console" }}
{{- (index $root.Values.secrets $which).name | default (printf "%s-%s" (include "puente.node" $root) (index $usual $which)) }}
{{- end }}

{{- define "puente.host" -}}
{{- index .root.Values.ingress.hosts .service | default (printf "%s.%s" .service (required "ingress.domain: where this node's services are reached" .root.Values.ingress.domain)) }}
{{- end }}
