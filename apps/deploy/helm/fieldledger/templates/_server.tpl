{{/* Called with (dict "root" $ "part" "api"). */}}
{{- define "fieldledger.name" -}}
{{ printf "%s-%s" .root.Release.Name .part | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "fieldledger.selector" -}}
app.kubernetes.io/name: fieldledger
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "fieldledger.labels" -}}
{{ include "fieldledger.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- define "fieldledger.image" -}}
{{ index .root.Values.images .part }}:{{ .root.Values.images.tag | default .root.Chart.AppVersion }}
{{- end }}

{{/* Inline, so that the migration, which runs before anything else is made, has them too; and so that a change rolls the pods. */}}
{{- define "fieldledger.environment" -}}
envFrom:
  - secretRef:
      name: {{ .root.Values.existingSecret }}
env:
  - name: FIELDLEDGER_PUBLIC_URL
    value: {{ required "publicUrl is missing: set it to the address under which people reach Fieldledger." .root.Values.publicUrl | quote }}
  - name: FIELDLEDGER_PRACTICE
    value: "off"
  {{- range $name, $value := .root.Values.settings }}
  - name: {{ $name }}
    value: {{ $value | quote }}
  {{- end }}
{{- end }}

{{- define "fieldledger.podSecurity" -}}
automountServiceAccountToken: false
{{- with .root.Values.images.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
volumes:
  - name: data
    emptyDir: {}
  - name: tmp
    emptyDir: {}
{{- end }}

{{- define "fieldledger.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
volumeMounts:
  - name: data
    mountPath: /data
  - name: tmp
    mountPath: /tmp
{{- end }}
