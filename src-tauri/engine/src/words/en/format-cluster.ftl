# Clusters, delivery tools and incident tools: their names, and remarks of their readers.

format-argocd-applications = Argo CD applications
format-argo-rollouts = Argo Rollouts
format-flux-kustomizations = Flux Kustomizations
format-flux-helmreleases = Flux Helm releases
format-helm-history = Helm history
format-replicasets = Kubernetes ReplicaSets
format-pagerduty-incidents = PagerDuty incidents
format-opsgenie-incidents = Opsgenie incidents
format-opsgenie-alerts = Opsgenie alerts
format-statuspage-incidents = Statuspage incidents
format-jira-issues = Jira issues (REST)
format-servicenow-incidents-rest = ServiceNow incidents (REST)
format-alertmanager-alerts = Alertmanager or Grafana alerts
format-datadog-incidents = Datadog incidents
format-incident-io-incidents = incident.io incidents
format-firehydrant-incidents = FireHydrant incidents

reject-export-yaml = “{ $name }” is YAML. Save it as JSON instead: the same command with -o json.
reject-status-unknown = { $field }: “{ $value }” does not say whether it is over

note-cluster-other-kind = { $n ->
    [one] one object of another kind was left out
   *[other] { $n } objects of other kinds were left out
}
note-cluster-nothing-deployed = { $n ->
    [one] one object names no deployment and was left out
   *[other] { $n } objects name no deployment and were left out
}
note-cluster-newest-only = { $n ->
    [one] one object shows only its newest deployment: what came before is not in the file
   *[other] { $n } objects show only their newest deployment: what came before is not in the file
}
note-cluster-reconciled = { $n ->
    [one] for one deployment the file has only the time of the last reconciliation: it may have been earlier
   *[other] for { $n } deployments the file has only the time of the last reconciliation: they may have been earlier
}
note-cluster-no-owner = { $n ->
    [one] one ReplicaSet belongs to no Deployment and was left out
   *[other] { $n } ReplicaSets belong to no Deployment and were left out
}
note-cluster-outcome-untold = { $n ->
    [one] one ReplicaSet does not serve now, and the file does not say whether its rollout was ever complete
   *[other] { $n } ReplicaSets do not serve now, and the file does not say whether their rollouts were ever complete
}
note-cluster-taken-again = { $n ->
    [one] one rollback took an old ReplicaSet again; when is not in the file, so it is not counted
   *[other] { $n } rollbacks took an old ReplicaSet again; when is not in the file, so they are not counted
}
note-cluster-same-version = { $n ->
    [one] one entry has the version that all others have, so it does not tell what was deployed
   *[other] { $n } entries have the same version, so it does not tell what was deployed
}

note-incidents-merged = { $n ->
    [one] one incident was merged into another and is not counted again
   *[other] { $n } incidents were merged into others and are not counted again
}
note-incidents-low-urgency = { $n ->
    [one] one incident is of low urgency; it is counted
   *[other] { $n } incidents are of low urgency; they are counted
}
note-incidents-alerts = { $n ->
    [one] one record is an alert: a person may not have called it an incident
   *[other] { $n } records are alerts: a person may not have called them incidents
}
note-incidents-maintenance = { $n ->
    [one] one planned maintenance was left out
   *[other] { $n } planned maintenances were left out
}
note-incidents-no-impact = { $n ->
    [one] one incident had no impact by its own account and was left out
   *[other] { $n } incidents had no impact by their own account and were left out
}
note-incidents-other-type = { $n ->
    [one] one record of another type than incident was left out
   *[other] { $n } records of other types than incident were left out
}
note-incidents-cancelled = { $n ->
    [one] one incident was cancelled or discarded and was left out
   *[other] { $n } incidents were cancelled or discarded and were left out
}
note-incidents-exercise = { $n ->
    [one] one incident was an exercise and was left out
   *[other] { $n } incidents were exercises and were left out
}
note-incidents-impact-unsaid = { $n ->
    [one] one incident is not marked as felt by customers; it is counted
   *[other] { $n } incidents are not marked as felt by customers; they are counted
}
