# Lectores: por qué se rechazó una fila, qué conviene saber, por qué no se lee un origen.

## Filas
reject-row-fields = la fila no tiene tantos campos como el encabezado ({ $value })
reject-row-too-long = la fila ocupa más de 512 KB, quizá por unas comillas sin cerrar; la lectura se detuvo aquí
reject-field-too-long = { $field }: el texto ocupa más de 64 KB («{ $value }»)
reject-time-missing = Falta la hora
reject-time-unreadable = { $field }: «{ $value }» no es una hora que se pueda leer, como 2026-03-05T09:00:00Z
reject-time-needs-zone = { $field }: «{ $value }» no tiene desfase horario; hay que indicar la zona horaria del archivo
reject-time-needs-order = { $field }: «{ $value }» se puede leer de dos maneras; hay que indicar si va primero el día o el mes
reject-time-years = { $field }: «{ $value }» no está entre 1990 y 2100
reject-time-skipped = { $field }: el reloj nunca marcó «{ $value }»: esa noche se adelantó
reject-outcome-unfinished = { $field }: «{ $value }» todavía no terminó
reject-outcome-unknown = { $field }: «{ $value }» no dice si tuvo éxito
reject-attempt = { $field }: «{ $value }» no es un número de intento
reject-duration = «{ $value }» no es un número de segundos
reject-json-broken = desde aquí el archivo no es JSON; la lectura se detuvo aquí
reject-json-record = el registro no es JSON: { $value }
reject-json-not-object = el valor no es un objeto con nombres, así que nada dice qué significa
reject-json-too-long = el registro ocupa más de 512 KB
reject-incident-ends-before-start = { $field }: el incidente termina («{ $value }») antes de empezar
reject-git-commit-unreadable = el commit { $value } está dañado o no está

## Observaciones
note-git-shallow = { $count ->
    [one] El clon es superficial: un commit perdió su historia, así que no se calcula el tiempo de entrega. Hay que traerla completa.
   *[other] El clon es superficial: { $count } commits perdieron su historia, así que no se calcula el tiempo de entrega. Hay que traerla completa.
}
note-git-history-cut = { $count ->
    [one] Solo se leyó el commit más reciente.
   *[other] Solo se leyeron los { $count } commits más recientes; faltan los anteriores.
}
note-git-no-commits = El repositorio todavía no tiene commits.
note-git-commits-unreadable = { $count ->
    [one] Un commit está dañado o no está; no se leyó lo que solo se alcanza por él.
   *[other] { $count } commits están dañados o no están; no se leyó lo que solo se alcanza por ellos.
}
note-git-dates-unreadable = { $count ->
    [one] Un commit tiene una fecha que no lo es.
   *[other] { $count } commits tienen fechas que no lo son.
}
note-git-references-unreadable = { $count ->
    [one] No se pudo leer una rama o etiqueta.
   *[other] No se pudieron leer { $count } ramas o etiquetas.
}
note-git-tags-left-out = { $count ->
    [one] Se dejó fuera una etiqueta: versión preliminar, etiqueta móvil o ajena al patrón.
   *[other] Se dejaron fuera { $count } etiquetas: versiones preliminares, etiquetas móviles o ajenas al patrón.
}
note-git-tags-no-commit = { $count ->
    [one] Una etiqueta no lleva a ningún commit.
   *[other] { $count } etiquetas no llevan a ningún commit.
}
note-git-tags-not-reached = { $count ->
    [one] Una etiqueta lleva a un commit que no se leyó.
   *[other] { $count } etiquetas llevan a commits que no se leyeron.
}
note-git-tags-same-commit = { $count ->
    [one] Una etiqueta comparte su commit con otra: son un solo despliegue.
   *[other] { $count } etiquetas comparten su commit con otra: son un solo despliegue.
}
note-git-tags-lightweight = { $count ->
    [one] Una etiqueta no tiene fecha propia: la hora de su commit vale como límite inferior.
   *[other] { $count } etiquetas no tienen fecha propia: las horas de sus commits valen como límite inferior.
}
note-git-paths-budget = { $count ->
    [one] Un commit era demasiado grande para compararlo; cuenta como si tocara las rutas.
   *[other] { $count } commits eran demasiado grandes para compararlos; cuentan como si tocaran las rutas.
}
note-git-not-locked-in = Este sistema no pudo aislar del todo al lector; funcionó en un proceso propio.
note-scan-cut = { $count ->
    [one] El repositorio tiene más archivos de los que se miran; se alcanzó un límite.
   *[other] El repositorio tiene más archivos de los que se miran; se alcanzaron { $count } límites.
}
note-scan-large-files = { $count ->
    [one] Un archivo era demasiado grande para mirarlo por dentro.
   *[other] { $count } archivos eran demasiado grandes para mirarlos por dentro.
}
note-table-no-revision = { $count ->
    [one] Un despliegue no nombra revisión: sus cambios se desconocen.
   *[other] { $count } despliegues no nombran revisión: sus cambios se desconocen.
}
note-table-no-outcome = { $count ->
    [one] Una fila no dice cómo terminó; cuenta como éxito.
   *[other] { $count } filas no dicen cómo terminaron; cuentan como éxitos.
}
note-table-rolled-back = { $count ->
    [one] Un despliegue se revirtió; cuenta como fallido.
   *[other] { $count } despliegues se revirtieron; cuentan como fallidos.
}
note-table-started-after-finished = { $count ->
    [one] Un despliegue empieza después de terminar; no se tomó su inicio.
   *[other] { $count } despliegues empiezan después de terminar; no se tomaron sus inicios.
}
note-table-open-incidents = { $count ->
    [one] Un incidente sigue abierto.
   *[other] { $count } incidentes siguen abiertos.
}
note-table-time-twice = { $count ->
    [one] El reloj marcó una hora dos veces esa noche; se tomó la primera.
   *[other] El reloj marcó { $count } horas dos veces esa noche; se tomaron las primeras.
}
note-table-date-only = { $count ->
    [one] Una hora es solo una fecha; se tomó su medianoche.
   *[other] { $count } horas son solo fechas; se tomaron sus medianoches.
}
note-table-blank-rows = { $count ->
    [one] Se pasó por alto una fila vacía.
   *[other] Se pasaron por alto { $count } filas vacías.
}
note-table-header-again = { $count ->
    [one] El encabezado aparece una vez más entre las filas.
   *[other] El encabezado aparece { $count } veces más entre las filas.
}
note-table-preamble = Se pasaron por alto las filas que están encima del encabezado.
note-table-serial-times = { $count ->
    [one] Una hora está escrita como número de días; se leyó como los cuenta el libro.
   *[other] { $count } horas están escritas como números de días; se leyeron como los cuenta el libro.
}
note-table-other-types = { $count ->
    [one] Una fila es de un tipo distinto de incidente o error; se dejó fuera.
   *[other] { $count } filas son de tipos distintos de incidente o error; se dejaron fuera.
}
note-table-bugs-count = { $count ->
    [one] Un error cuenta como incidente; conviene exportar solo incidentes si nadie lo notó.
   *[other] { $count } errores cuentan como incidentes; conviene exportar solo incidentes si nadie los notó.
}
note-table-cancelled = { $count ->
    [one] Se dejó fuera una fila cancelada.
   *[other] Se dejaron fuera { $count } filas canceladas.
}
note-table-not-ended = { $count ->
    [one] Un despliegue no ha terminado; se dejó fuera.
   *[other] { $count } despliegues no han terminado; se dejaron fuera.
}
note-table-limit-jira = Hay exactamente 1000 filas, donde Jira Cloud corta una exportación: pueden faltar las más antiguas. Conviene exportar por periodos.
note-table-limit-pagerduty = Hay exactamente 20 000 filas, donde PagerDuty corta una exportación: pueden faltar otras. Conviene exportar por periodos.
note-table-rows-cut = El archivo tiene más de dos millones de filas; el resto no se leyó.
note-table-stopped = La lectura se detuvo en una fila sin final; el resto no se leyó.
note-table-letters-replaced = Algunas letras no pertenecen a la codificación y se sustituyeron.

## Orígenes que no se leen
problem-git-not-a-repository = { $name } no es un repositorio git.
problem-git-not-a-repository-hint = Elegir la carpeta que contiene .git, o un repositorio desnudo; no se busca en las carpetas superiores.
problem-git-redirect = { $name } apunta a otro lugar, como los árboles de trabajo, los submódulos y los clones que toman objetos prestados.
problem-git-redirect-hint = Elegir el repositorio al que apunta, o un clon completo.
problem-git-special-file = { $name } contiene un enlace, una tubería o un dispositivo donde git guarda archivos comunes; no se abre.
problem-git-special-file-hint = Hacer un clon nuevo y elegirlo.
problem-git-too-large = Un archivo propio de git es desmesurado en { $name }.
problem-git-too-large-hint = Hacer un clon nuevo y elegirlo.
problem-git-foreign-owner = { $name } pertenece a otra cuenta.
problem-git-foreign-owner-hint = Si se conoce su origen, confiar en esta carpeta (--trust) e intentarlo de nuevo.
problem-git-unsupported-format = { $name } usa SHA-256 u otro formato de almacenamiento que todavía no se lee.
problem-git-unsupported-format-hint = Exportar su registro como texto, o clonarlo con SHA-1 y referencias en archivos.
problem-git-no-such-branch = { $name } no tiene la rama { $branch }.
problem-git-no-such-branch-hint = Ver los nombres con «git branch -a».
problem-git-bad-pattern = No se entiende un patrón de etiquetas o de rutas.
problem-git-bad-pattern-hint = Los patrones son como v*, release/* o services/shop/**.
problem-git-no-commits = { $name } aún no tiene ningún commit en su rama principal: la rama que nombra HEAD no existe.
problem-git-no-commits-hint = Hacer primero un commit, o hacer que HEAD nombre la rama que tiene la historia («git symbolic-ref HEAD refs/heads/main»).
problem-git-unreadable = No se pudo abrir { $name }.
problem-git-unreadable-hint = Revisarlo con «git fsck».
problem-git-stopped = El lector se detuvo en { $name }; no se tomó nada.
problem-git-stopped-hint = Revisarlo con «git fsck»; un clon nuevo suele ayudar.
problem-git-time-over = La lectura de { $name } tardó demasiado; no se tomó nada.
problem-git-time-over-hint = Indicar una rama o etiquetas, o exportar su registro como texto.
problem-git-not-started = No se pudo iniciar el lector de repositorios.
problem-git-not-started-hint = Comprobar que el programa puede iniciar procesos.
problem-table-unreadable = No se puede leer { $name }: { $detail }.
problem-table-unreadable-hint = Comprobar que el archivo existe y se puede abrir.
problem-table-too-large = { $name } ocupa más de 512 MB.
problem-table-too-large-hint = Dividirlo por fechas e importar las partes.
problem-table-none = { $name } no contiene ninguna tabla.
problem-table-none-hint = La primera fila debe nombrar las columnas.
problem-table-columns = { $name } tiene más de 256 columnas.
problem-table-columns-hint = Exportar solo las columnas que importan.
problem-table-no-time = { $name }: ninguna columna contiene la hora ({ $field }). Las columnas son { $columns }.
problem-table-no-time-hint = Indicar la columna de la hora, como finished=Fecha.
problem-map-no-column = { $name } no tiene la columna «{ $column }». Las columnas son { $columns }.
problem-map-no-column-hint = Corregir el nombre e intentarlo de nuevo.
problem-map-no-field = «{ $given }» no nombra ningún campo. Los campos son { $fields }.
problem-map-no-field-hint = Escribir campo=columna con uno de estos campos.
problem-zone-unknown = No existe la zona horaria «{ $zone }».
problem-map-no-format = No existe el formato «{ $given }». Los formatos son { $formats }.
problem-map-no-format-hint = Omitir el formato para que se reconozca, o leer el archivo como tabla simple con csv.
problem-json-none = { $name } es JSON sin una lista de objetos.
problem-json-none-hint = Se esperan despliegues o incidentes como lista de objetos, o un objeto en cada línea.
problem-workbook-old = { $name } es un libro en el formato antiguo o tiene contraseña.
problem-workbook-old-hint = Guardarlo como .xlsx sin contraseña, o como CSV.
problem-workbook-damaged = { $name } es un libro que no se puede leer.
problem-workbook-damaged-hint = Abrirlo en una hoja de cálculo y guardarlo de nuevo, o guardar la hoja como CSV.
problem-workbook-too-large = { $name } se descomprime en mucho más de lo que ocupa.
problem-workbook-too-large-hint = Guardar la hoja como CSV e importar ese archivo.
problem-workbook-no-sheet = { $name } no tiene la hoja «{ $sheet }». Las hojas son { $sheets }.
problem-workbook-no-sheet-hint = Corregir el nombre de la hoja e intentarlo de nuevo.
problem-zone-unknown-hint = Usar un nombre como Europe/Madrid o America/Bogota.

## Exportaciones conocidas
format-jira-csv = Exportación de Jira: incidentes
format-servicenow-incidents = Exportación de ServiceNow: incidentes
format-servicenow-changes = Exportación de ServiceNow: cambios como despliegues
format-pagerduty-csv = Exportación de PagerDuty: incidentes
format-pagerduty-basic-csv = Exportación de PagerDuty, forma breve: incidentes
format-devlake-deployments-csv = Tabla de DevLake: despliegues

## Columnas
field-id = identificador en su origen
field-attempt = intento
field-service = servicio
field-environment = entorno
field-revision = commit
field-version = versión o etiqueta
field-started = inicio
field-finished = fin
field-outcome = cómo terminó
field-rollback = es una reversión
field-hotfix = es una corrección urgente
field-kind = palabra que puede decir reversión o corrección urgente
field-change = número de cambio o de ticket
field-detected = detección
field-resolved = fin del incidente
field-severity = gravedad
field-caused-by = qué lo causó

## Prácticas que muestra un repositorio
practice-ci-github-actions = Pipeline: GitHub Actions
practice-ci-gitlab-ci = Pipeline: GitLab CI
practice-ci-jenkins = Pipeline: Jenkins
practice-ci-azure-pipelines = Pipeline: Azure Pipelines
practice-ci-circleci = Pipeline: CircleCI
practice-ci-travis = Pipeline: Travis CI
practice-ci-bitbucket = Pipeline: Bitbucket Pipelines
practice-ci-buildkite = Pipeline: Buildkite
practice-ci-drone = Pipeline: Drone
practice-ci-woodpecker = Pipeline: Woodpecker
practice-ci-teamcity = Pipeline: TeamCity
practice-ci-bamboo = Pipeline: Bamboo
practice-ci-appveyor = Pipeline: AppVeyor
practice-ci-semaphore = Pipeline: Semaphore
practice-ci-cirrus = Pipeline: Cirrus CI
practice-ci-codebuild = Pipeline: AWS CodeBuild
practice-ci-cloudbuild = Pipeline: Google Cloud Build
practice-ci-tekton = Pipeline: Tekton
practice-ci-concourse = Pipeline: Concourse
practice-ci-gocd = Pipeline: GoCD
practice-ci-codefresh = Pipeline: Codefresh
practice-ci-screwdriver = Pipeline: Screwdriver
practice-ci-forgejo = Pipeline: Forgejo/Gitea Actions
practice-ci-dagger = Pipeline: Dagger
practice-ci-earthly = Pipeline: Earthly
practice-ci-harness = Pipeline: Harness
practice-ci-prow = Pipeline: Prow/Zuul
practice-ci-runs-tests = El pipeline ejecuta pruebas
practice-ci-pr-trigger = El pipeline se ejecuta en los pull requests
practice-ci-merge-queue = Cola de fusión
practice-cd-github-environment = Despliega mediante un entorno con nombre (GitHub)
practice-cd-gitlab-environment = Despliega mediante un entorno con nombre (GitLab)
practice-cd-codedeploy = Despliegue con AWS CodeDeploy
practice-cd-codepipeline = AWS CodePipeline como código
practice-cd-argocd = Argo CD, despliegue desde git
practice-cd-flux = Flux, despliegue desde git
practice-cd-progressive = Exposición gradual como código
practice-cd-spinnaker = Herramienta de despliegue como código
practice-cd-paas = Configuración de despliegue de una plataforma
practice-cd-release-automation = Versiones automatizadas
practice-cd-feature-flags = Feature flags
practice-iac-terraform = Infraestructura como código: Terraform u OpenTofu
practice-iac-cloudformation = Infraestructura como código: CloudFormation o SAM
practice-iac-cdk = Infraestructura como código: AWS CDK
practice-iac-pulumi = Infraestructura como código: Pulumi
practice-iac-bicep = Infraestructura como código: Bicep o ARM
practice-iac-ansible = Configuración como código: Ansible, Chef, Puppet o Salt
practice-iac-crossplane = Infraestructura como código: Crossplane o Config Connector
practice-iac-policy = Políticas como código
practice-container-image = Imagen de contenedor
practice-container-compose = Entorno local como código
practice-container-k8s = Manifiestos de Kubernetes
practice-container-lint = Revisión de contenedores
practice-test-unit = Pruebas automatizadas
practice-test-e2e = Pruebas de extremo a extremo
practice-test-contract = Pruebas de contrato
practice-test-load = Pruebas de carga
practice-test-mutation = Pruebas de mutación
practice-test-property-fuzz = Pruebas de propiedades o fuzzing
practice-test-chaos = Fallos inyectados
practice-test-db-migrations = Cambios de esquema en el repositorio
practice-quality-coverage = Cobertura con seguimiento
practice-quality-lint = Revisión automática del código
practice-quality-format = Formato automático
practice-quality-types = Comprobación de tipos
practice-quality-precommit = Comprobaciones antes de cada commit
practice-quality-commit-convention = Convención para los commits
practice-quality-sonar = Servicio de análisis estático
practice-sec-sast = Análisis de seguridad del código
practice-sec-deps-bot = Actualización de dependencias por un bot
practice-sec-lockfile = Dependencias fijadas
practice-sec-pinned-actions = Pasos del pipeline fijados a un commit
practice-sec-token-permissions = Permisos mínimos para el pipeline
practice-sec-dangerous-workflow = En contra: código ajeno en un pipeline con privilegios
practice-sec-secrets-scan = Búsqueda de secretos
practice-sec-secrets-managed = Secretos cifrados en el repositorio
practice-sec-env-committed = En contra: archivo de entorno o clave en el repositorio
practice-sec-sbom = Lista de componentes (SBOM)
practice-sec-signing = Versiones firmadas o con procedencia
practice-sec-policy = Política de seguridad
practice-sec-binaries = En contra: binarios en el repositorio
practice-sec-vuln-exceptions = Excepciones de vulnerabilidades registradas
practice-sec-threat-model = Modelo de amenazas
practice-review-codeowners = Responsables del código nombrados
practice-review-pr-template = Plantilla de pull request
practice-review-rules-as-code = Reglas de ramas como código
practice-review-size = Ayuda automática en la revisión
practice-doc-readme = README
practice-doc-contributing = Guía de contribución
practice-doc-changelog = Registro de cambios
practice-doc-adr = Decisiones de arquitectura registradas
practice-doc-license = Licencia
practice-doc-api = Descripción de la interfaz
practice-doc-site = Sitio de documentación
practice-doc-catalog = Ficha en un catálogo de servicios
practice-doc-agents = Instrucciones para asistentes de IA
practice-ops-runbook = Guías de operación
practice-ops-postmortem = Revisiones de incidentes
practice-ops-slo = Objetivos de fiabilidad como código
practice-ops-alerts = Reglas de alerta como código
practice-ops-dashboards = Tableros como código
practice-ops-otel = Telemetría en el código
practice-ops-error-tracking = Seguimiento de errores
practice-ops-health = Comprobaciones de estado
practice-ops-oncall = Guardias como código
practice-ops-backup = Copia y restauración, por el nombre
practice-ops-status = Página de estado

## Lo que muestra un repositorio
scan-title = { $name }: { $n ->
    [0] ningún rastro de una práctica
    [one] una práctica vista
   *[other] { $n } prácticas vistas
}
scan-title-against = { $name }: { $against ->
    [one] algo que mirar primero
   *[other] { $against } cosas que mirar primero
}, { $n ->
    [0] ningún rastro de una práctica
    [one] una práctica vista
   *[other] { $n } prácticas vistas
}
scan-looked = Se revisó el commit { $commit } del { $date }: { $files } archivos por nombre, { $read } de ellos por dentro, y { $changes } cambios desde el { $since }, { $bots } de ellos de bots.
scan-looked-commit = Se revisó el commit { $commit } del { $date }: { $files } archivos por nombre, { $read } de ellos por dentro. No se pudo comparar ningún cambio.
scan-looked-files = Se revisaron { $files } archivos.
scan-when = Revisado el { $date }.
scan-stale = Tiene más de 90 días: conviene revisarlo de nuevo. A los 180 días ya no implica nada.
scan-by-name = solo un nombre
scan-by-file = un archivo de ese tipo
scan-by-content = lo que dice el archivo
scan-changed = último cambio el { $date }
scan-unchanged = sin cambios en más de 90 días
scan-more = y { $n } más
scan-interval = entre { $low } y { $high } (95 %)
scan-offline-branch-protection = Protección de ramas: son reglas del servidor, que no están en los archivos.
scan-offline-best-practices = El distintivo de buenas prácticas de OpenSSF: lo guarda su propio sitio.
scan-offline-webhooks = Webhooks y sus secretos: son ajustes del servidor.
scan-offline-vulnerabilities = Vulnerabilidades conocidas de las dependencias: requieren una base de datos que cambia a diario.
scan-offline-review = Aprobaciones de pull requests: hay que importar los pull requests; aquí solo se ven fusiones y firmas.
scan-offline-signed-releases = Firmas de los archivos publicados: están junto a las publicaciones, no en el repositorio.
note-scan-large-changes = { $count ->
    [one] Un cambio era demasiado grande para compararlo entero; figura con el tamaño contado.
   *[other] { $count } cambios eran demasiado grandes para compararlos enteros; figuran con el tamaño contado.
}
note-scan-shallow = El clon es superficial: solo se compararon los cambios que contiene.
note-scan-no-history = No se pudo leer la historia; solo se revisaron los archivos.
behaviour-nothing = No había nada que contar en lo que se revisó.
behaviour-few-people = Escribieron menos de cinco personas: no se dice nada sobre cómo se reparte el conocimiento.
behaviour-branch-days = Vida de una rama
behaviour-branch-days-text = La mitad de las ramas fusionadas vive hasta { $median }, nueve de cada diez hasta { $p90 }, del primer commit a la fusión. Un squash no lo muestra.
behaviour-lines = Líneas por cambio
behaviour-lines-text = La mitad de los cambios altera hasta { $median } líneas, nueve de cada diez hasta { $p90 }. No se cuentan archivos de bloqueo ni código ajeno.
behaviour-files = Archivos por cambio
behaviour-files-text = La mitad de los cambios toca hasta { $median } archivos, nueve de cada diez hasta { $p90 }.
behaviour-through-merge = Cambios por fusión o solicitud
behaviour-through-merge-text = { $k } de { $n } cambios llegaron por una fusión o nombran una solicitud; los demás fueron directos a la rama principal, o su solicitud no dejó rastro.
behaviour-second-person = Cambios con una segunda persona
behaviour-second-person-text = { $k } de { $n } cambios muestran a una segunda persona: una fusión, una solicitud, quien revisa, un segundo autor u otra persona que integra.
behaviour-reviewed = Cambios que nombran a quien revisó
behaviour-reviewed-text = { $k } de { $n } cambios nombran a quien revisó. La mayoría de los servidores lo guarda en otra parte.
behaviour-tested = Cambios de código con pruebas
behaviour-tested-text = { $k } de { $n } cambios de código tocan también las pruebas. Las que están en el mismo archivo que el código no se ven.
behaviour-noted = Cambios de código con notas
behaviour-noted-text = { $k } de { $n } cambios de código tocan también las notas.
behaviour-reverts = Cambios que deshacen otro
behaviour-reverts-text = { $k } de { $n } cambios deshacen uno anterior y lo dicen.
behaviour-infrastructure = Infraestructura con una segunda persona
behaviour-infrastructure-text = { $k } de { $n } cambios de infraestructura muestran a una segunda persona.
behaviour-schema = Esquema y código a la vez
behaviour-schema-text = { $k } de { $n } cambios del esquema cambian también el código.
behaviour-signed = Cambios con firma
behaviour-signed-text = { $k } de { $n } cambios llevan firma. No se comprueba de quién.
behaviour-signed-tags = Etiquetas con firma
behaviour-signed-tags-text = { $k } de { $n } etiquetas anotadas llevan firma. No se comprueba de quién.
behaviour-one-author = Archivos que conoce una sola persona
behaviour-one-author-text = { $k } de { $n } archivos cambiados tres veces o más los cambió una sola persona. { $half ->
    [one] Una persona escribió
   *[other] { $half } personas escribieron
} la mitad de todos los cambios de archivos.
behaviour-churn = Cambios en pocos archivos
behaviour-churn-text = { $k } de { $n } cambios de archivos caen en la décima parte de archivos que más cambia.
behaviour-bot-days = Espera de las actualizaciones de bots
behaviour-bot-days-text = La mitad de las actualizaciones de bots fusionadas espera hasta { $median }, nueve de cada diez hasta { $p90 }.
behaviour-open-branches = Ramas que aún se mueven
behaviour-open-branches-text = { $n ->
    [one] Una rama no está fusionada y se movió en los últimos 90 días.
   *[other] { $n } ramas no están fusionadas y se movieron en los últimos 90 días.
} Es posible que un clon no las tenga todas.
behaviour-active-days = Días con algún cambio integrado
behaviour-active-days-text = { $n ->
    [one] Un cambio llegó
   *[other] { $n } cambios llegaron
} a la rama principal en { $days ->
    [one] un día
   *[other] { $days } días
} de los 90 anteriores al { $date }.
behaviour-asleep-text = No ha llegado nada desde el { $date }. En los 90 días anteriores, { $n ->
    [one] un cambio
   *[other] { $n } cambios
} en { $days ->
    [one] un día
   *[other] { $days } días
}.
