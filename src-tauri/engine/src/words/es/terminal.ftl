# La terminal.

## Ayuda
cli-about = Muestra dónde está la entrega de un equipo y traza el rumbo: evaluación, línea base DORA, plan.
cli-about-init = Un espacio de trabajo nuevo, con la organización de ejemplo si se pide
cli-about-recent = Espacios de trabajo abiertos hace poco, y los ajustes
cli-about-settings = Ajustes de la persona: lang=es, theme=dark, single-keys=off
cli-about-team = Equipos del espacio de trabajo
cli-about-team-add = Un equipo nuevo
cli-about-team-list = Todos los equipos
cli-about-team-use = Trabajar con este equipo de ahora en adelante
cli-about-service = Servicios del equipo
cli-about-service-add = Un servicio nuevo
cli-about-service-list = Todos los servicios
cli-about-import = Leer repositorios, despliegues e incidentes en el espacio de trabajo
cli-about-evidence = Fuentes, su cobertura y lo que falta
cli-about-measure = Una línea base sin espacio de trabajo
cli-about-scan = Lo que un repositorio muestra de sus prácticas
cli-about-assess = Preguntas: empezar un conjunto, listarlas, moverse entre ellas
cli-about-assess-start = Empezar una evaluación con un conjunto de preguntas: quick, workshop, full
cli-about-assess-list = Todas las preguntas con sus respuestas
cli-about-assess-show = Una pregunta con sus cinco niveles
cli-about-assess-go = Estar en esta pregunta al volver a abrir la evaluación
cli-about-assess-mark = Marcar una pregunta para después
cli-about-assess-undo = Deshacer el último cambio
cli-about-assess-redo = Rehacerlo
cli-about-answer = Responder una pregunta
cli-about-answers = Respuestas como archivo
cli-about-answers-import = Tomar respuestas de un archivo JSON
cli-about-answers-export = Escribir las respuestas en un archivo JSON
cli-about-score = El perfil, con intervalos
cli-about-baseline = La línea base del equipo, medida ahora; congelarla para conservarla
cli-more-deployments = { $n } anteriores: sextant baseline --all
cli-arg-all = Mostrar todos los despliegues, no solo los últimos
cli-about-baseline-list = Líneas base congeladas
cli-about-baseline-show = Una línea base congelada, tal como era
cli-about-plan = El plan, con la razón de cada paso
cli-about-why = Por qué un número es el que es
cli-about-why-metric = Una métrica de la línea base
cli-about-why-dimension = Una barra del perfil
cli-about-why-capability = El valor de una capacidad
cli-about-why-step = El lugar de un paso en el plan
cli-about-why-need = La parte de una necesidad
cli-about-why-source = La cobertura de una fuente
cli-about-report = El informe en PDF; sin archivo, lo que contendría
cli-about-check = Salud del archivo del espacio de trabajo
cli-about-backup = Una copia verificada del archivo del espacio de trabajo
cli-about-restore = Un espacio de trabajo desde una copia, en un lugar nuevo
cli-about-serve = Las pantallas en un navegador de esta máquina
cli-about-call = Peticiones JSON por stdin, respuestas JSON; aquí un identificador de archivo es una ruta

cli-heading-usage = Uso
cli-heading-commands = Comandos
cli-heading-arguments = Argumentos
cli-heading-options = Opciones

cli-arg-help = Mostrar esta ayuda
cli-arg-version = Mostrar la versión
cli-arg-workspace = El archivo del espacio de trabajo; si no, el último abierto
cli-arg-team = El equipo, por su nombre
cli-arg-json = Datos en JSON
cli-arg-lang = Idioma de lo que se muestra y se escribe
cli-arg-zone = Zona horaria por su nombre IANA, para los días y para las horas sin zona
cli-arg-exact = Intervalos exactos de proporciones (Clopper–Pearson) en lugar de los de Wilson
cli-arg-waves = Tomar como uno los despliegues de una misma revisión que acaban en tantas horas (0: cuenta cada uno)
cli-arg-data-dir = Carpeta de los ajustes y de los espacios de trabajo sin lugar elegido
cli-arg-sample = Con la organización de ejemplo
cli-arg-organisation = Nombre de la organización
cli-arg-forget = Quitar este archivo de la lista; el archivo se conserva
cli-arg-set = El conjunto de preguntas
cli-arg-pairs = Ajustes que cambiar
cli-arg-name = Nombre
cli-arg-assessment = La evaluación, por su nombre
cli-arg-kind = Lo que es, cuando no se reconoce: un id de --formats, deployments, incidents, git_log o git_repository
cli-arg-only = Patrón de los workflows, jobs o pipelines que despliegan, como Deploy*
cli-arg-rename = Un nombre del archivo y el servicio que es
cli-arg-formats = Mostrar lo que puede entregarse, con la orden habitual de cada herramienta
cli-arg-tags = Etiquetas que son despliegues
cli-arg-branch = La rama desplegada
cli-arg-paths = Solo cuentan los cambios que tocan estas rutas; se puede repetir
cli-arg-map = Un campo de los eventos y la columna que lo llena; se puede repetir
cli-arg-date-order = Orden de día, mes y año en las fechas
cli-arg-sheet = La hoja de un libro de cálculo
cli-arg-prereleases = Las versiones preliminares cuentan como despliegues
cli-arg-trust = Leer un repositorio que pertenece a otra cuenta
cli-arg-sources = Repositorio, archivo, carpeta de archivos, o - para stdin
cli-arg-service = El servicio, por su nombre
cli-arg-preview = Mostrar lo que se leería, sin escribir nada
cli-arg-remove = Quitar esta fuente y sus eventos
cli-arg-rejects = Escribir las filas rechazadas de esta fuente
cli-arg-out = El archivo que escribir
cli-arg-from = Primer día, 2026-01-31
cli-arg-to = El día siguiente al último
cli-arg-include-bots = Los cambios de bots cuentan en el tiempo de entrega
cli-arg-repositories = Carpetas de repositorios
cli-arg-open = Solo preguntas sin respuesta
cli-arg-capability = Capacidad, por ejemplo INT2
cli-arg-off = Quitar la marca
cli-arg-said = El nivel, o por qué no lo hay
cli-arg-share = Parte del alcance que ya está en el nivel siguiente
cli-arg-confidence = Con qué certeza: suposición, se sabe, se puede mostrar
cli-arg-reason = Por qué: no aplica, o se corrige a mano
cli-arg-owner = De quién depende, cuando no depende del equipo
cli-arg-note = Una nota
cli-arg-copy = La copia
cli-arg-place = El nuevo archivo del espacio de trabajo
cli-arg-file = El archivo, - para stdin o stdout
cli-arg-freeze = Congelar lo medido con este nombre
cli-arg-id = Identificador
cli-arg-level = El nivel que alcanza el paso
cli-arg-answers = Planificar sin espacio de trabajo: respuestas en JSON
cli-arg-metrics = Métricas en JSON
cli-arg-seed = Semilla de las simulaciones
cli-arg-target-lead-time = Objetivo del tiempo de entrega, por ejemplo 2d
cli-arg-target-frequency = Objetivo de despliegues por semana
cli-arg-target-fail-rate = Objetivo de la tasa de fallos en los cambios, de 0 a 1
cli-arg-target-recovery = Objetivo del tiempo de recuperación, por ejemplo 4h
cli-arg-people = Personas que pueden dedicarse a la mejora
cli-arg-improvement-share = Parte del tiempo para la mejora, de 0 a 1
cli-arg-risk-share = Parte de la necesidad que se da al riesgo de seguridad, de 0 a 1
cli-arg-pain = Puntos de diez para lo que duele donde no hay datos, por ejemplo LT=4
cli-arg-author = Línea de autoría del informe
cli-arg-port = Puerto; 0 toma uno libre
cli-arg-ui = Carpeta de las pantallas construidas
cli-arg-offer = Archivo o carpeta que las pantallas pueden pedir; se puede repetir
cli-arg-offer-save = Carpeta en la que las pantallas pueden guardar
cli-arg-until-stdin-closes = Terminar cuando se cierra stdin

## Errores al escribir
cli-usage-no-command = Falta un comando.
cli-usage-unknown = { $what } no se conoce aquí.
cli-usage-unknown-command = No hay ningún comando { $what }.
cli-usage-missing = Falta { $what }.
cli-usage-conflict = { $what } no se puede combinar con { $other }.
cli-usage-value = { $value } no es un valor para { $what }.
cli-usage-help = sextant --help muestra los comandos; sextant COMANDO --help, sus opciones.

## Problemas
cli-problem-unexpected-reply = La respuesta no corresponde a la petición.
cli-problem-no-workspace = Todavía no se ha abierto ningún espacio de trabajo.
cli-hint-no-workspace = Crear uno con sextant init, o indicarlo con --workspace ARCHIVO.
cli-problem-no-team = No hay ningún equipo { $name } en este espacio de trabajo.
cli-hint-no-team = sextant team list los muestra.
cli-problem-no-assessment-named = El equipo no tiene ninguna evaluación { $name }.
cli-hint-no-assessment-named = sextant team list --json muestra lo que hay.
cli-problem-no-assessment = No se ha empezado ninguna evaluación de este equipo.
cli-hint-no-assessment = Empezar una con sextant assess start quick.
cli-problem-no-such-question = { $name } no se pregunta en esta evaluación.
cli-hint-no-such-question = sextant assess list muestra las preguntas.
cli-problem-no-such-source = { $name } no existe.
cli-hint-no-such-source = Comprobar la ruta, o usar - para stdin.
cli-problem-which-service = No está claro a qué servicio pertenecen estas fuentes.
cli-hint-which-service = Indicarlo con --service NOMBRE.
cli-problem-import-blocked = { $name }: { $why }
cli-hint-import-blocked = sextant import --preview muestra las columnas; --map CAMPO=COLUMNA las asigna.
cli-problem-setting = { $key }={ $value } no es un ajuste.
cli-hint-setting = lang=system|en|es, theme=system|light|dark, single-keys=on|off.
cli-problem-metrics-unreadable = { $name } no contiene métricas: { $cause }.
cli-hint-metrics-unreadable = Un objeto con lead_time_s, deployments_per_week, change_fail_rate, recovery_time_s, todos opcionales.
cli-problem-file-unreadable = No se puede leer { $name }: { $cause }.
cli-problem-file-unwritable = No se puede escribir { $name }: { $cause }.
cli-problem-serve = No se pueden servir las pantallas: { $cause }.
cli-hint-serve = Elegir otro puerto con --port, o 0 para uno libre.

## Avisos
cli-recognised = { $name }: { $kind }
cli-serving = abrir esta dirección en un navegador; Ctrl-C termina
cli-no-screens = no se encontraron pantallas construidas: solo responde el motor; indicar su carpeta con --ui
cli-answers-written = Respuestas escritas en { $name }.
cli-answers-taken = { $n ->
    [one] { $n } respuesta tomada de { $name }
   *[other] { $n } respuestas tomadas de { $name }
}
cli-backed-up = Se escribió y verificó una copia en { $name }.
cli-restored = { $name } vuelve a ser un espacio de trabajo.
cli-usual-organisation = Organización
cli-usual-team = Equipo

## Páginas
cli-recent = Espacios de trabajo recientes
cli-recent-none = Todavía no se ha abierto ningún espacio de trabajo
cli-missing = el archivo ya no está
cli-sample = Organización de ejemplo, ficticia
cli-services = Servicios
cli-assessments = Evaluaciones, la más reciente primero
cli-sets = Conjuntos de preguntas para empezar
cli-set-size = { $questions } preguntas, unos { $minutes } min
cli-station-assess = Evaluar
cli-station-evidence = Evidencia
cli-station-baseline = Línea base
cli-station-plan = Plan
cli-station-report = Informe
cli-station-empty = nada todavía
cli-station-part = empezado
cli-station-done = hecho
cli-station-attention = requiere atención
cli-looks-like = se ve así
cli-not-yet = todavía no
cli-answer = respuesta
cli-saved = guardado a las
cli-missing-evidence = Lo que falta o se supone
cli-scanned = Lo que muestran los repositorios
cli-scan-against = Lo que hay que mirar primero
cli-scan-behaviour = Cómo llegan los cambios, en totales del equipo
cli-scan-offline = Lo que una carpeta no puede mostrar
cli-scan-notes = Lo que conviene saber
cli-contradictions = Lo dicho que los hechos contradicen
cli-preview-fit = sirven { $fit } de { $seen } filas
cli-columns = Columnas y el campo que llena cada una
cli-fields = Campos que una columna puede llenar
cli-needed = necesario
cli-optional = opcional
cli-rows = Filas, primero las rechazadas
cli-tags = Etiquetas que cuentan como despliegues
cli-tags-left-out = Etiquetas que no cuentan
cli-branches = Ramas
cli-nothing-written = No se escribió nada.
cli-more-rejects = { $n ->
    [one] y { $n } más; --json la muestra
   *[other] y { $n } más; --json las muestra todas
}
cli-findings = Hallazgos
cli-kinds = Despliegues en el periodo
cli-kind-total = todos
cli-head-value = valor
cli-head-interval = intervalo del 95 %
cli-head-p90 = percentil 90
cli-per-week = { $n } por semana
cli-frozen = Líneas base congeladas
cli-frozen-none = Todavía no hay ninguna línea base congelada: sextant baseline --freeze NOMBRE
cli-bots-in = con bots
cli-bots-out = sin bots
cli-definitions = definiciones { $version }
cli-coverage = Cobertura
cli-coverage-revision = despliegues con revisión conocida: { $known } de { $of }
cli-coverage-first-commit = cambios con evidencia del primer commit: { $known } de { $of }
cli-coverage-incidents = incidentes vinculados a un despliegue: { $known } de { $of }
cli-coverage-skew = cambios excluidos por relojes desajustados: { $n }
cli-coverage-bots = cambios de bots: { $n }
cli-sources = Fuentes
cli-refused = { $n } rechazadas
cli-rejects = Filas rechazadas
cli-planned = { $n ->
    [one] { $n } paso en tres olas
   *[other] { $n } pasos en tres olas
}
cli-wave-days = { $used } de { $of } días-persona en { $weeks } semanas
cli-days = { $n } d
cli-stays = en Ahora en { $share } de las simulaciones
cli-seed = semilla { $n }
cli-first-action = primero
cli-done-when = hecho cuando
cli-find-out = Por averiguar antes, un día cada una
cli-not-now = Lo que no entra ahora
cli-not-now-not-at-constraint = no está en el cuello de botella
cli-not-now-prerequisite-missing = falta un requisito previo
cli-not-now-gap-not-proven = la carencia no está probada
cli-not-now-beyond-capacity = supera la capacidad
cli-not-now-level-3-is-enough = basta con el nivel 3
cli-not-now-not-applicable = no aplica
cli-pages = { $n ->
    [one] { $n } página; sextant report --out { $name } la escribe
   *[other] { $n } páginas; sextant report --out { $name } las escribe
}
cli-lacking = Lo que le falta al informe
cli-well = El espacio de trabajo está bien
cli-not-well = El espacio de trabajo no está bien
cli-ways = Lo que puede entregarse: la orden que lo exporta y su id para --as
cli-gives = Lo que esto da ahora
cli-problem-stdin-too-large = Lo que llega por stdin ocupa más de 512 MiB.
cli-hint-stdin-too-large = Divídalo por fechas e importe las partes.

cli-about-baseline-deployment = Un despliegue hasta sus cambios, incidentes, archivo y línea
cli-about-baseline-link = Vincular a mano un incidente con un despliegue
cli-about-baseline-unlink = Decir que un incidente no lo causó un despliegue
cli-about-baseline-mark = Decir de qué tipo fue un despliegue
cli-about-baseline-take-back = Retirar una corrección; ambas se conservan
cli-about-baseline-bands = Las estimaciones del propio equipo para métricas sin datos
cli-about-baseline-beside = Etiquetas de nivel de un año, y las medias de la encuesta de un sector y un tamaño
cli-arg-engines = También qué dirían otros motores de los mismos eventos
cli-arg-images = Un repositorio de configuración: leer las etiquetas de imagen que fijan sus commits
cli-arg-deployment = El despliegue, por su etiqueta o su clave
cli-arg-incident = El incidente, por su etiqueta o su clave
cli-arg-frozen = La línea base congelada en la que está
cli-arg-bands = Métrica y tramo, 1 el más lento, 6 el más rápido
cli-arg-year = Año de las etiquetas de nivel
cli-arg-industry = Sector, como energy o financial_services
cli-arg-size = Tamaño de la organización, como 2_9 o 100_499
cli-beside = Junto a la encuesta
cli-weeks = Semanas
cli-quality = Calidad de los datos
cli-corrections = Correcciones a mano
cli-deployments = Despliegues
cli-incidents = Incidentes
cli-changes = Cambios
cli-records = Registros
cli-about-compare = Dos líneas base lado a lado: qué cambió y qué se podría haber visto
cli-arg-a = Una línea base: nombre, número, o «now»
cli-arg-b = La otra
cli-differs = En qué difieren las dos
cli-apart = No comparables
cli-problem-no-baseline = No hay ninguna línea base congelada { $name }.
cli-hint-no-baseline = «sextant baseline list» las muestra; «now» es lo que se mide ahora.
