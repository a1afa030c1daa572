{{/* One variable from a secret: (list NAME SECRET KEY). */}}
{{- define "puente.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end }}

{{/* The settings of a service, as variables: (dict "root" $ "service" "referral"). */}}
{{- define "puente.env" -}}
{{- $root := .root }}{{ $values := $root.Values }}{{ $traits := include "puente.traits" . | fromJson }}
{{- $database := include "puente.database" . }}
{{- $name := printf "%s_%s" (include "puente.node" $root) .service }}
{{- $host := printf "%s-rw.%s.svc" $database $root.Release.Namespace }}
{{- $env := dict
  "PUENTE_NODE" (include "puente.node" $root)
  "PUENTE_REGION_NODE" (include "puente.region" $root)
  "QUARKUS_HTTP_HOST" "0.0.0.0"
  "QUARKUS_HTTP_PORT" (int $values.ports.http | toString)
  "QUARKUS_MANAGEMENT_HOST" "0.0.0.0"
  "QUARKUS_MANAGEMENT_PORT" (int $values.ports.management | toString)
  "QUARKUS_SHUTDOWN_TIMEOUT" "20s"
  "PUENTE_HTTP_PROXIES" (int $values.ingress.proxies | toString)
  "PUENTE_DB_ADDRESS" (printf "%s:5432" $host)
  "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE" "verify-full"
  "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM" "HTTPS"
  "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM" "true"
  "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS" "/etc/puente/database-ca/ca.crt"
  "QUARKUS_DATASOURCE_JDBC_URL" (printf "jdbc:postgresql://%s:5432/%s?sslmode=verify-full&sslrootcert=/etc/puente/database-ca/ca.crt" $host $name)
  "KAFKA_BOOTSTRAP_SERVERS" ($values.kafka.bootstrapServers | default (printf "%s-kafka-bootstrap.%s.svc:%d" $values.kafka.cluster $values.kafka.namespace (int $values.kafka.port)))
  "KAFKA_SECURITY_PROTOCOL" "SASL_SSL"
  "KAFKA_SASL_MECHANISM" "SCRAM-SHA-512"
  "KAFKA_SSL_TRUSTSTORE_TYPE" "PEM"
  "KAFKA_SSL_TRUSTSTORE_LOCATION" (printf "/etc/puente/kafka-ca/%s" $values.secrets.kafkaCa.key)
  "PUENTE_OIDC_URL" $values.keycloak.url
  "QUARKUS_OIDC_TOKEN_ISSUER" $values.keycloak.issuer
  "JAVA_TOOL_OPTIONS" (include "puente.settings" . | fromJson).javaOptions
  "MALLOC_ARENA_MAX" "2"
}}
{{- with $values.traces.endpoint }}
{{- $_ := set $env "OTEL_EXPORTER_OTLP_ENDPOINT" . }}
{{- $_ := set $env "OTEL_TRACES_SAMPLER_ARG" ($values.traces.share | toString) }}
{{- end }}
{{- if has "public" $traits.keys }}
{{- $_ := set $env "PUENTE_KEYS_PUBLIC" (printf "/etc/puente/keys-public/%s" $values.secrets.publicKeys.key) }}
{{- end }}
{{- if has "private" $traits.keys }}
{{- $_ := set $env "PUENTE_KEYS_PRIVATE" (printf "/etc/puente/keys-private/%s" $values.secrets.privateKeys.key) }}
{{- end }}
{{- if eq .service "reception" }}
{{- /* Printed on certificates: where they are checked. */}}
{{- $_ := set $env "PUENTE_CERTIFICATES_ADDRESS" (printf "https://%s" (include "puente.host" .)) }}
{{- end }}
{{- if has "signing" $traits.keys }}
{{- $_ := set $env "PUENTE_KEYS_SIGNING" (printf "/etc/puente/keys-signing/%s" $values.secrets.signingKeys.key) }}
{{- end }}
{{- if and (eq .service "registry") $values.catalogue.configMap }}
{{- $_ := set $env "PUENTE_CATALOGUE" "/etc/puente/catalogue/catalogue.json" }}
{{- end }}
{{- if $values.secrets.keycloakCa.name }}
{{- $_ := set $env "QUARKUS_TLS_TRUST_STORE_PEM_CERTS" (printf "/etc/puente/keycloak-ca/%s" $values.secrets.keycloakCa.key) }}
{{- $_ := set $env "QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME" "<default>" }}
{{- end }}
{{- if eq .service "reporting" }}
{{- /* Browsers go to the public address, the service itself to the one inside. */}}
{{- /* TLS ends at the ingress, so the service would take itself to be plain HTTP. */}}
{{- $_ := set $env "QUARKUS_OIDC_CONSOLE_AUTHENTICATION_FORCE_REDIRECT_HTTPS_SCHEME" "true" }}
{{- $_ := set $env "QUARKUS_OIDC_CONSOLE_AUTHENTICATION_COOKIE_FORCE_SECURE" "true" }}
{{- $_ := set $env "QUARKUS_OIDC_CONSOLE_TOKEN_ISSUER" $values.keycloak.issuer }}
{{- $_ := set $env "QUARKUS_OIDC_CONSOLE_AUTHORIZATION_PATH" (printf "%s/protocol/openid-connect/auth" $values.keycloak.issuer) }}
{{- $_ := set $env "QUARKUS_OIDC_CONSOLE_END_SESSION_PATH" (printf "%s/protocol/openid-connect/logout" $values.keycloak.issuer) }}
{{- if $values.secrets.keycloakCa.name }}
{{- $_ := set $env "QUARKUS_OIDC_CONSOLE_TLS_TLS_CONFIGURATION_NAME" "<default>" }}
{{- end }}
{{- end }}
{{- $env = mergeOverwrite $env (default dict (include "puente.settings" . | fromJson).env) }}
# The pod's name outlives a restart, and no two pods have one: what a static member of a group needs (docs/adr/033).
- name: PUENTE_INSTANCE
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
{{ include "puente.fromSecret" (list "PUENTE_DB_PASSWORD" (printf "%s-app" $database) "password") }}
{{ include "puente.fromSecret" (list "PUENTE_KAFKA_PASSWORD" (include "puente.secret" (list $root "kafka")) $values.secrets.kafka.key) }}
{{- range $variable, $which := default dict $traits.secrets }}
{{ include "puente.fromSecret" (list $variable (include "puente.secret" (list $root $which)) (index $values.secrets $which).key) }}
{{- end }}
{{- if eq .service "reception" }}
{{ include "puente.fromSecret" (list "PUENTE_MATCHING_SECRET" (include "puente.secret" (list $root "matching")) $values.secrets.matching.key) }}
      optional: true
{{- end }}
{{- range $variable, $value := $env }}
- name: {{ $variable }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end }}
