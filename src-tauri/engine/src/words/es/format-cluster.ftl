# Clústeres, herramientas de entrega y de incidentes: sus nombres y las observaciones de sus lectores.

format-argocd-applications = Aplicaciones de Argo CD
format-argo-rollouts = Argo Rollouts
format-flux-kustomizations = Kustomizations de Flux
format-flux-helmreleases = Versiones de Helm en Flux
format-helm-history = Historial de Helm
format-replicasets = ReplicaSets de Kubernetes
format-pagerduty-incidents = Incidentes de PagerDuty
format-opsgenie-incidents = Incidentes de Opsgenie
format-opsgenie-alerts = Alertas de Opsgenie
format-statuspage-incidents = Incidentes de Statuspage
format-jira-issues = Incidencias de Jira (REST)
format-servicenow-incidents-rest = Incidentes de ServiceNow (REST)
format-alertmanager-alerts = Alertas de Alertmanager o Grafana
format-datadog-incidents = Incidentes de Datadog
format-incident-io-incidents = Incidentes de incident.io
format-firehydrant-incidents = Incidentes de FireHydrant

reject-export-yaml = «{ $name }» es YAML. Guardarlo como JSON: la misma orden con -o json.
reject-status-unknown = { $field }: «{ $value }» no dice si ha terminado

note-cluster-other-kind = { $n ->
    [one] se dejó fuera un objeto de otra clase
   *[other] se dejaron fuera { $n } objetos de otras clases
}
note-cluster-nothing-deployed = { $n ->
    [one] se dejó fuera un objeto que no nombra ningún despliegue
   *[other] se dejaron fuera { $n } objetos que no nombran ningún despliegue
}
note-cluster-newest-only = { $n ->
    [one] un objeto muestra solo su último despliegue: los anteriores no están en el archivo
   *[other] { $n } objetos muestran solo su último despliegue: los anteriores no están en el archivo
}
note-cluster-reconciled = { $n ->
    [one] de un despliegue el archivo solo tiene la hora de la última reconciliación: pudo ser antes
   *[other] de { $n } despliegues el archivo solo tiene la hora de la última reconciliación: pudieron ser antes
}
note-cluster-no-owner = { $n ->
    [one] se dejó fuera un ReplicaSet que no pertenece a ningún Deployment
   *[other] se dejaron fuera { $n } ReplicaSets que no pertenecen a ningún Deployment
}
note-cluster-outcome-untold = { $n ->
    [one] un ReplicaSet no está en servicio ahora y el archivo no dice si su despliegue llegó a completarse
   *[other] { $n } ReplicaSets no están en servicio ahora y el archivo no dice si sus despliegues llegaron a completarse
}
note-cluster-taken-again = { $n ->
    [one] una reversión volvió a usar un ReplicaSet antiguo; el archivo no dice cuándo, así que no se cuenta
   *[other] { $n } reversiones volvieron a usar un ReplicaSet antiguo; el archivo no dice cuándo, así que no se cuentan
}
note-cluster-same-version = { $n ->
    [one] una entrada tiene la misma versión que las demás, así que no indica qué se desplegó
   *[other] { $n } entradas tienen la misma versión, así que no indica qué se desplegó
}

note-incidents-merged = { $n ->
    [one] un incidente se fusionó con otro y no se cuenta de nuevo
   *[other] { $n } incidentes se fusionaron con otros y no se cuentan de nuevo
}
note-incidents-low-urgency = { $n ->
    [one] un incidente es de urgencia baja; se cuenta
   *[other] { $n } incidentes son de urgencia baja; se cuentan
}
note-incidents-alerts = { $n ->
    [one] un registro es una alerta: quizá nadie la llamó incidente
   *[other] { $n } registros son alertas: quizá nadie las llamó incidentes
}
note-incidents-maintenance = { $n ->
    [one] se dejó fuera un mantenimiento planificado
   *[other] se dejaron fuera { $n } mantenimientos planificados
}
note-incidents-no-impact = { $n ->
    [one] se dejó fuera un incidente que, según la propia fuente, no tuvo impacto
   *[other] se dejaron fuera { $n } incidentes que, según la propia fuente, no tuvieron impacto
}
note-incidents-other-type = { $n ->
    [one] se dejó fuera un registro que no es de tipo incidente
   *[other] se dejaron fuera { $n } registros que no son de tipo incidente
}
note-incidents-cancelled = { $n ->
    [one] se dejó fuera un incidente cancelado o descartado
   *[other] se dejaron fuera { $n } incidentes cancelados o descartados
}
note-incidents-exercise = { $n ->
    [one] se dejó fuera un incidente que era un simulacro
   *[other] se dejaron fuera { $n } incidentes que eran simulacros
}
note-incidents-impact-unsaid = { $n ->
    [one] un incidente no está marcado como percibido por los clientes; se cuenta
   *[other] { $n } incidentes no están marcados como percibidos por los clientes; se cuentan
}
