# Exportaciones de plataformas de código, servidores de integración y estándares abiertos: sus nombres y lo que se dejó fuera.

format-github-deployments-graphql = Despliegues de GitHub con sus estados (GraphQL)
format-github-releases = Versiones publicadas en GitHub (gh)
format-github-releases-rest = Versiones publicadas en GitHub (REST)
format-github-pulls = Pull requests de GitHub (gh)
format-github-pulls-rest = Pull requests de GitHub (REST)
format-github-issues = Issues de GitHub (gh)
format-github-issues-rest = Issues de GitHub (REST)
format-gitlab-deployments = Despliegues de GitLab
format-gitlab-pipelines = Pipelines de GitLab
format-gitlab-releases = Versiones publicadas en GitLab
format-gitlab-issues = Incidentes de GitLab
format-gitlab-merge-requests = Merge requests de GitLab
format-gitlab-dora = Totales DORA de GitLab
format-jenkins-builds = Builds de Jenkins
format-azure-builds = Ejecuciones de pipelines de Azure DevOps
format-azure-release-deployments = Despliegues de releases de Azure DevOps
format-azure-environment-records = Despliegues por entorno de Azure DevOps
format-circleci-pipelines = Pipelines de CircleCI
format-circleci-workflows = Workflows de CircleCI
format-bitbucket-deployments = Despliegues de Bitbucket
format-bitbucket-pipelines = Pipelines de Bitbucket
format-buildkite-builds = Builds de Buildkite
format-bamboo-deployments = Despliegues de Bamboo
format-cdevents = CDEvents
format-otel-spans = Spans de pipelines de OpenTelemetry
format-devlake-deployments = Despliegues de DevLake (webhook)
format-devlake-incidents = Incidentes de DevLake (webhook)
format-fourkeys-events = Eventos en bruto de Four Keys

note-export-release-proxy = { $n ->
    [one] una versión publicada hace las veces de despliegue: los usuarios pudieron tenerla antes o después
   *[other] { $n } versiones publicadas hacen las veces de despliegues: los usuarios pudieron tenerlas antes o después
}
note-export-draft-releases = { $n ->
    [one] se dejó fuera una versión en borrador
   *[other] se dejaron fuera { $n } versiones en borrador
}
note-export-prereleases = { $n ->
    [one] se dejó fuera una versión preliminar
   *[other] se dejaron fuera { $n } versiones preliminares
}
note-export-upcoming-releases = { $n ->
    [one] se dejó fuera una versión que aún no ha salido
   *[other] se dejaron fuera { $n } versiones que aún no han salido
}
note-export-not-merged = { $n ->
    [one] una pull request no se fusionó y se dejó fuera
   *[other] { $n } pull requests no se fusionaron y se dejaron fuera
}
note-export-not-incidents = { $n ->
    [one] se dejó fuera un issue porque ni su tipo ni sus etiquetas dicen incident, outage, postmortem o sev
   *[other] se dejaron fuera { $n } issues porque ni su tipo ni sus etiquetas dicen incident, outage, postmortem o sev
}
note-export-duplicate-incidents = { $n ->
    [one] un incidente se cerró por duplicado y se dejó fuera
   *[other] { $n } incidentes se cerraron por duplicados y se dejaron fuera
}
note-export-opened-as-start = { $n ->
    [one] un incidente empieza cuando se comunicó; los usuarios pudieron notarlo antes
   *[other] { $n } incidentes empiezan cuando se comunicaron; los usuarios pudieron notarlos antes
}
note-export-incidents-elsewhere = { $n ->
    [one] se dejó fuera un incidente ajeno a producción
   *[other] se dejaron fuera { $n } incidentes ajenos a producción
}
note-export-incidents-backwards = { $n ->
    [one] un incidente termina antes de empezar y se dejó fuera
   *[other] { $n } incidentes terminan antes de empezar y se dejaron fuera
}
note-export-only-resolved = { $n ->
    [one] se dejó fuera un incidente porque el archivo tiene su final y no su comienzo
   *[other] se dejaron fuera { $n } incidentes porque el archivo tiene sus finales y no sus comienzos
}
note-export-other-events = { $n ->
    [one] un evento no habla de despliegues ni de incidentes y se dejó fuera
   *[other] { $n } eventos no hablan de despliegues ni de incidentes y se dejaron fuera
}
note-export-between-states = { $n ->
    [one] un registro cuenta un paso intermedio y no un final; se dejó fuera
   *[other] { $n } registros cuentan pasos intermedios y no un final; se dejaron fuera
}
note-export-several-repositories = { $n ->
    [one] una ejecución tomó varios repositorios y ninguno se llama como el servicio: no se conoce su revisión
   *[other] { $n } ejecuciones tomaron varios repositorios y ninguno se llama como el servicio: no se conocen sus revisiones
}
note-jenkins-unstable = { $n ->
    [one] una build terminó inestable: no dice si los usuarios la tienen
   *[other] { $n } builds terminaron inestables: no dicen si los usuarios las tienen
}
note-azure-partly = { $n ->
    [one] una ejecución tuvo éxito solo en parte: no dice si los usuarios la tienen
   *[other] { $n } ejecuciones tuvieron éxito solo en parte: no dicen si los usuarios las tienen
}
note-export-environment-unnamed = { $n ->
    [one] un registro no nombra su entorno; si el archivo tiene uno solo, se toma por producción
   *[other] { $n } registros no nombran su entorno; si el archivo tiene uno solo, se toma por producción
}
note-circleci-pipelines = { $n ->
    [one] un pipeline da su revisión a sus workflows; importa también la lista de workflows
   *[other] { $n } pipelines dan su revisión a sus workflows; importa también la lista de workflows
}

note-github-before-merge = { $n ->
    [one] una ejecución la inició una pull request antes de fusionarse: no puede haber llegado a producción y se dejó fuera
   *[other] { $n } ejecuciones las iniciaron pull requests antes de fusionarse: no pueden haber llegado a producción y se dejaron fuera
}
