# Exportaciones de nubes y plataformas: sus nombres y lo que señalan sus lectores.

format-aws-codepipeline-executions = Ejecuciones de AWS CodePipeline
format-aws-codepipeline-actions = Ejecuciones de acciones de AWS CodePipeline
format-aws-codedeploy = Despliegues de AWS CodeDeploy
format-aws-codebuild = Compilaciones de AWS CodeBuild
format-aws-amplify-jobs = Trabajos de AWS Amplify
format-aws-cloudformation-events = Eventos de pila de AWS CloudFormation
format-aws-ecs-service-deployments = Despliegues de servicios de AWS ECS
format-aws-cloudwatch-alarms = Historial de alarmas de AWS CloudWatch
format-aws-incident-manager = Incidentes de AWS Incident Manager
format-octopus-report = Informe de despliegues de Octopus Deploy
format-octopus-tasks = Tareas de Octopus Deploy
format-spinnaker-pipelines = Pipelines de Spinnaker
format-heroku-releases = Versiones publicadas en Heroku
format-netlify-deploys = Despliegues de Netlify
format-vercel-deployments = Despliegues de Vercel
format-render-deploys = Despliegues de Render

note-cloud-environment-guessed = { $n ->
    [one] un nombre no habla de ningún entorno y se tomó como producción
   *[other] { $n } nombres no hablan de ningún entorno y se tomaron como producción
}
note-cloud-superseded = { $n ->
    [one] una ejecución quedó reemplazada por otra más nueva antes de desplegar y se dejó fuera
   *[other] { $n } ejecuciones quedaron reemplazadas por otras más nuevas antes de desplegar y se dejaron fuera
}
note-cloud-end-of-pipeline = { $n ->
    [one] un despliegue termina cuando termina su pipeline entero; la lista de ejecuciones de acciones lo dice con más exactitud
   *[other] { $n } despliegues terminan cuando terminan sus pipelines enteros; la lista de ejecuciones de acciones lo dice con más exactitud
}
note-cloud-several-sources = { $n ->
    [one] una ejecución tiene varios orígenes; se tomó el commit del primero
   *[other] { $n } ejecuciones tienen varios orígenes; se tomó el commit del primero
}
note-cloud-other-actions = { $n ->
    [one] una acción no despliega, hace otra cosa, y se dejó fuera
   *[other] { $n } acciones no despliegan, hacen otra cosa, y se dejaron fuera
}
note-cloud-autoscaling = { $n ->
    [one] un despliegue solo puso al día una máquina nueva y se dejó fuera
   *[other] { $n } despliegues solo pusieron al día máquinas nuevas y se dejaron fuera
}
note-cloud-stack-removed = { $n ->
    [one] se eliminó una pila, lo que no es un despliegue
   *[other] se eliminaron { $n } pilas, lo que no es un despliegue
}
note-cloud-not-a-state = { $n ->
    [one] una entrada no es un cambio de estado de una alarma y se dejó fuera
   *[other] { $n } entradas no son cambios de estado de una alarma y se dejaron fuera
}
note-cloud-scaling-alarms = { $n ->
    [one] se dejó fuera un cambio de una alarma que el escalado automático crea para sí
   *[other] se dejaron fuera { $n } cambios de alarmas que el escalado automático crea para sí
}
note-cloud-alarm-flapping = { $n ->
    [one] una alarma volvió a saltar antes de 15 minutos y se contó como el mismo incidente
   *[other] { $n } veces una alarma volvió a saltar antes de 15 minutos y se contó como el mismo incidente
}
note-cloud-alarm-no-start = { $n ->
    [one] una alarma ya había saltado antes de que empiece el archivo; no se sabe cuándo, así que se dejó fuera
   *[other] { $n } alarmas ya habían saltado antes de que empiece el archivo; no se sabe cuándo, así que se dejaron fuera
}
note-cloud-alarm-of-composite = { $n ->
    [one] una alarma se contó con la alarma compuesta que la nombra
   *[other] { $n } alarmas se contaron con las alarmas compuestas que las nombran
}
note-cloud-settings = { $n ->
    [one] una publicación cambió un ajuste y volvió a ejecutar el mismo código
   *[other] { $n } publicaciones cambiaron ajustes y volvieron a ejecutar el mismo código
}
note-cloud-setting-of-unknown = { $n ->
    [one] una publicación cambió un ajuste de un código que el archivo no nombra y se dejó fuera
   *[other] { $n } publicaciones cambiaron ajustes de un código que el archivo no nombra y se dejaron fuera
}
note-cloud-never-published = { $n ->
    [one] una compilación quedó lista y nunca se publicó; se dejó fuera
   *[other] { $n } compilaciones quedaron listas y nunca se publicaron; se dejaron fuera
}
