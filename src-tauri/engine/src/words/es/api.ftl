# Problemas: qué pasó y a qué; el -hint dice qué probar.

problem-failed = El trabajo se detuvo ({ $code }).
problem-settings = No se pudieron guardar los ajustes.
problem-settings-hint = Revisar el espacio libre y los permisos de la carpeta de datos.
problem-unknown-handle = Este archivo no se eligió en esta sesión.
problem-unknown-handle-hint = Elegirlo de nuevo.
problem-cannot-write = No se pudo escribir { $name }: { $detail }.
problem-cannot-write-hint = Elegir otro lugar; no quedó nada a medio escribir.
problem-disk-full = El disco está lleno; lo que había antes está intacto.
problem-disk-full-hint = Liberar espacio y probar de nuevo, o guardar una copia en otro lugar.
problem-unknown-capability = { $id } no es una pregunta de esta evaluación.
problem-unknown-capability-hint = Los identificadores son como INT2; la lista de preguntas los muestra.
problem-level-range = { $id }: un nivel es 0, 1, 2, 3 o 4.
problem-share-range = { $id }: la parte en el nivel siguiente va de 0 a menos de 80 %, y el nivel 4 no tiene siguiente.
problem-too-long = { $id }: el texto es demasiado largo.
problem-no-level = { $id }: una respuesta necesita un nivel.
problem-no-reason = { $id }: «no aplica» necesita un motivo.
problem-no-owner = { $id }: «no depende del equipo» necesita un responsable.
problem-read-only-open-elsewhere = Este espacio de trabajo está abierto en otra ventana o programa; aquí solo se puede leer.
problem-read-only-newer = Este espacio de trabajo se creó con una versión más nueva; aquí solo se puede leer.
problem-read-only-read-only-folder = No se puede escribir en la carpeta de este espacio de trabajo; solo se puede leer.
problem-no-assessment = No existe esa evaluación en este espacio de trabajo.
problem-no-assessment-hint = Empezar una primero.
problem-unknown-set = No existe el conjunto de preguntas { $set }.
problem-unknown-set-hint = Los conjuntos son quick, workshop y full.
problem-no-team = No existe ese equipo en este espacio de trabajo.
problem-no-team-hint = Añadir un equipo primero.
problem-zone = { $zone } no es una zona horaria.
problem-zone-hint = Usar un nombre como Europe/Madrid o America/Bogota.
problem-window-empty = El periodo de { $from } a { $to } está vacío.
problem-window-empty-hint = El final debe venir después del inicio.
problem-wave-hours = Las oleadas en { $hours } horas no se pueden tomar como un solo despliegue.
problem-wave-hours-hint = Indique de 0 a 168 horas; con 0 cuenta cada despliegue.
problem-day = { $day } no es un día.
problem-day-hint = Escribir los días como 2026-11-22.
problem-baseline-name = Una línea base necesita un nombre de 200 caracteres como máximo.
problem-no-baseline = No existe esa línea base.
problem-workspace-missing = { $name } no está.
problem-workspace-missing-hint = Revisar la ruta, o crear un espacio de trabajo con «init».
problem-workspace-exists = { $name } ya existe.
problem-workspace-exists-hint = Elegir otro nombre; no se sobrescribió nada.
problem-workspace-not-ours = { $name } no es un espacio de trabajo de Sextant.
problem-workspace-not-ours-hint = Los espacios de trabajo terminan en .sextant; no se cambió nada.
problem-workspace-newer = { $name } se creó con una versión más nueva de Sextant.
problem-workspace-newer-hint = Instalar la versión más nueva; no se cambió nada.
problem-workspace-damaged = El espacio de trabajo está dañado: { $detail }.
problem-workspace-damaged-hint = Restaurar la copia más reciente; el archivo dañado queda como está.
problem-workspace-open-elsewhere = El espacio de trabajo está abierto en otra ventana o programa.
problem-workspace-open-elsewhere-hint = Cerrarlo allí y probar de nuevo.
problem-workspace-read-only = El espacio de trabajo solo se puede leer.
problem-frozen = Lo congelado no cambia.
problem-frozen-hint = Empezar una evaluación nueva o congelar otra línea base.
problem-not-found = No está en este espacio de trabajo.
problem-store-failed = El archivo del espacio de trabajo rechazó la operación: { $detail }.
problem-store-failed-hint = No quedó nada a medias. Probar de nuevo; «check» revisa el archivo.
problem-plan-settings = Un objetivo, una parte o una capacidad está fuera de rango.
problem-plan-settings-hint = Los tiempos y las personas son mayores que 0, las partes van de 0 a 100 %, y los puntos suman diez como máximo.
problem-unknown-number = Aquí no existe esa cifra.
problem-no-job = No existe ese trabajo.
problem-report = No se pudo hacer el informe: { $detail }.
problem-json = El archivo de { $what } no es lo que se esperaba, en la línea { $line }: { $detail }.
problem-json-hint = No se tomó nada. El README muestra la forma.
problem-model = Los datos del cuestionario están mal: { $detail }.
problem-nothing-open = No hay ningún espacio de trabajo abierto.
problem-nothing-open-hint = Abrir uno, o crearlo con «init».
problem-no-place = Falta decir dónde va el archivo.
problem-name = Un nombre necesita de 1 a { $most } caracteres.
problem-not-a-file = { $name } no es un repositorio ni un archivo que se pueda leer.
problem-not-a-file-hint = Dar la carpeta de un repositorio, un repositorio bare o un archivo CSV.
problem-unknown-kind = { $kind } no es un tipo de fuente.
problem-unknown-kind-hint = Los tipos son { $kinds }.
problem-cannot-read = No se puede leer { $name }: { $detail }.
problem-shallow = { $name } es un clon superficial: su historia está cortada y los tiempos de entrega saldrían mal.
problem-shallow-hint = Ejecutar «git fetch --unshallow» allí, o dar un clon completo. No se tomó nada.
problem-date-order = { $order } no es un orden de día y mes.
problem-date-order-hint = Usar dmy o mdy.
problem-cancelled = Detenido. No se guardó nada.
problem-no-service = Falta decir a qué servicio pertenece.
problem-no-scan = La revisión de { $name } no terminó.

# Inicio y marco

home-summary = { $teams ->
    [one] 1 equipo
   *[other] { $teams } equipos
} · { $done } de { $total } respondidas
home-summary-empty = { $teams ->
    [one] 1 equipo
   *[other] { $teams } equipos
} · sin evaluación todavía
station-draft = borrador
file-written = Se escribió { $name }, { $kilobytes } kB.
list-and = { $head } y { $last }
per-week = { $n } por semana
days-short = { $n } d

# Evaluar

assess-instruction = { $services ->
    [0] Elegir el nivel más alto que se cumple, con todos los anteriores, en al menos 80 % del alcance.
    [one] Elegir el nivel más alto que se cumple, con todos los anteriores, en al menos 80 % del servicio en el alcance.
   *[other] Elegir el nivel más alto que se cumple, con todos los anteriores, en al menos 80 % de los { $services } servicios en el alcance.
}
assess-progress = { $done } de { $total } · { $minutes ->
    [one] queda cerca de 1 min
   *[other] quedan unos { $minutes } min
}
assess-progress-all = Las { $total } están respondidas
assess-counts-as = cuenta como { $value }
trace-says = El rastro dice { $level }
trace-between = El rastro dice entre { $low } y { $high }
trace-at-least = El rastro dice al menos { $level }
trace-at-most = El rastro dice como máximo { $level }
trace-contradiction = Se dijo: { $claimed }. { $trace }. { $text }
trace-from-delivery = De los datos de entrega.
trace-from-repository = Del repositorio { $name }, revisado el { $date }.
trace-from-repository-undated = Del repositorio { $name }.
trace-age = Tiene { $days } días: cuenta { $share }.
trace-cut-from = { $level } desde { $cut }
trace-cut-to = { $level } hasta { $cut }
trace-cutoffs = Niveles: { $cuts }. { $source } Edición { $version }.
trace-source-ours = Los cortes son una elección de este producto.
trace-source-dora-trunk = Un día figura en la guía de DORA sobre el desarrollo en la rama principal; los demás cortes son una elección de este producto.
trace-deployments-per-week = Medido: { $value } despliegues con cambios por semana, a partir de { $n }.
trace-weeks-with-deployment = Medido: { $value } de { $n } semanas tienen un despliegue.
trace-deploy-lag-days = Medido: los cambios esperan { $value } entre llegar a la rama y estar en marcha, mediana de { $n }.
trace-recovery-days = Medido: un despliegue fallido tarda { $value } en recuperarse, mediana de { $n }.
trace-change-fail-rate = Medido: { $value } de { $n } despliegues fallaron en uso: no todo se detecta antes.
trace-failed-attempts = Medido: { $value } de { $n } intentos de despliegue nunca llegaron a los usuarios.
trace-stages-seen = Medido: los datos distinguen { $value } etapas del flujo, en { $n } cambios.
trace-branch-days-p90 = Medido: nueve de cada diez ramas fusionadas viven hasta { $value }, de { $n }.
trace-open-branches-per-person = Medido: { $value } ramas que aún se mueven por cada una de { $n } personas.
trace-lines-median = Medido: la mitad de los cambios altera hasta { $value } líneas, de { $n }.
trace-one-person = Medido: { $value } de { $n } cambios no muestran rastro de una segunda persona. Una pareja que no deja firma no se ve.
trace-one-author = Medido: { $value } de { $n } archivos que cambian a menudo los cambió una sola persona.
trace-noted = Medido: { $value } de { $n } cambios de código tocan también las notas.
trace-tested = Medido: { $value } de { $n } cambios de código tocan también las pruebas.
trace-tested-seen = Medido: al menos { $value } de { $n } cambios de código tocan también las pruebas; las que están en el mismo archivo no se ven.
trace-infrastructure-one-person = Medido: { $value } de { $n } cambios de infraestructura no muestran rastro de una segunda persona.
trace-schema-with-code = Medido: { $value } de { $n } cambios del esquema cambian también el código.
trace-signed-tags = Medido: { $value } de { $n } etiquetas llevan firma.
trace-bot-days = Medido: las actualizaciones de bots fusionadas esperan { $value }, mediana de { $n }.
trace-rebuild-kinds = Encontrado: { $value } de los 4 tipos que hacen falta para reconstruir (dependencias o imagen, pipeline, infraestructura, esquema).
trace-files = Encontrado en el repositorio: { $practice } ({ $paths }).

# Perfil

score-title = Lo más bajo, { $low }; lo más alto, { $high }
score-title-few = Hay muy pocas respuestas para un perfil
score-withheld = muy pocas respuestas
score-ranged = { $value }, entre { $low } y { $high }
score-coverage = { $answered } de { $applicable } respondidas
score-not-applicable = no aplica: { $reason }
score-not-ours = no depende del equipo: { $owner }
score-footing = Modelo { $model } · semilla { $seed }

# Evidencia

evidence-title-none = Sin evidencia todavía: las cifras son solo opinión
evidence-missing-deployments = Despliegues: sin ellos no se puede medir nada. Sirven las etiquetas de un repositorio o un CSV de despliegues.
evidence-missing-history = Una historia de git: sin ella no hay tiempo de entrega.
evidence-missing-incidents = Incidentes: sin ellos los fallos en los cambios solo se ven por reversiones, y el tiempo de recuperación del servicio no se puede medir.
kind-source-git-repository = Repositorio
kind-source-git-log = Registro de commits
kind-source-deployments-csv = Despliegues
kind-source-incidents-csv = Incidentes
kind-source-export = Exportación de una herramienta
source-read-repository = { $tags ->
    [0] { $records } commits
    [one] { $records } commits, 1 etiqueta como despliegue
   *[other] { $records } commits, { $tags } etiquetas como despliegues
}
source-read-log = { $records } commits
source-read-rows = { $accepted } de { $records } filas
import-progress-commits = { $n } commits leídos
import-progress-paths = { $n } commits comparados
import-progress-files = { $n } archivos revisados
import-progress-changes = { $n } cambios comparados
import-progress-rows = { $n } filas leídas
import-progress-keeping = Escribiendo
import-summary = { $name }: se tomaron { $accepted } de { $records }, { $new } nuevos, { $known } ya conocidos{ $rejected ->
    [0] {"."}
   *[other] , { $rejected } rechazados.
}
scan-summary = { $name }: { $n ->
    [0] no se encontró rastro de ninguna práctica.
    [one] se encontró el rastro de una práctica.
   *[other] se encontraron rastros de { $n } prácticas.
}
preview-how = { $separator }, { $encoding }
preview-how-zone = { $separator }, { $encoding }, horas sin zona leídas como { $zone }
preview-how-workbook = XLSX, hoja «{ $sheet }»
preview-how-workbook-zone = XLSX, hoja «{ $sheet }», horas sin zona leídas como { $zone }
preview-remembered = Leído como el último archivo con este encabezado.
preview-needs-zone = Las horas de este archivo no tienen zona: falta decir cuál es.
preview-needs-date-order = Las fechas de este archivo se pueden leer de dos maneras: falta decir si va primero el día o el mes.
preview-nothing-fits = Así no encaja ninguna fila. Revisar las columnas.
separator-comma = Coma
separator-semicolon = Punto y coma
separator-tab = Tabulador
separator-bar = Barra vertical
separator-json = JSON
check-file = Archivo
check-organisation = Organización
check-version = Versión
check-sqlite = SQLite
check-schema = Esquema
check-journal = Diario
check-integrity = Integridad
check-foreign-keys = Referencias
check-seals = Sellos
check-newest-backup = Copia más reciente
check-mode = Acceso
check-mode-write = lectura y escritura
check-mode-read = solo lectura

# Línea base

baseline-window = { $span } · { $weeks ->
    [one] 1 semana
   *[other] { $weeks } semanas
} · { $zone }
baseline-definitions = definiciones { $version }
baseline-summary = tiempo de entrega { $lead } · { $frequency } · fallos { $failures }
baseline-not-measurable = no se puede medir
baseline-methods =
    Tiempos: estadísticos de orden y bootstrap por despliegue; se muestra el más ancho. Frecuencia: Poisson exacto, o bootstrap de semanas si varían más de lo que daría el azar. Tasas: { $shares ->
        [exact] Clopper–Pearson (exacto).
       *[usual] Wilson.
    } Recuperación: Kaplan–Meier.
baseline-waves = Los despliegues de una misma revisión en { $n } horas cuentan como uno, desde el primer inicio hasta el último final.
baseline-empty = Importar un repositorio o un archivo de despliegues, y aquí aparece la primera línea base.
origin-repository = { $source }
origin-line = { $source }, línea { $line }
kind-seed = primero conocido
kind-change = trajo cambios
kind-redeploy = vuelto a desplegar
kind-rollback = revertido
kind-failed-attempt = nunca llegó a nadie
kind-unknown-revision = revisión desconocida
footing-lead-time = { $n ->
    [one] n = 1 cambio
   *[other] n = { $n } cambios
}
footing-deploy-lag = { $n ->
    [one] n = 1 cambio
   *[other] n = { $n } cambios
}
footing-deployment-frequency = { $n ->
    [one] n = 1 despliegue con cambios
   *[other] n = { $n } despliegues con cambios
}
footing-change-fail-rate = { $events } de n = { $n } despliegues juzgados
footing-recovery-time = { $n ->
    [one] n = 1 despliegue fallido
   *[other] n = { $n } despliegues fallidos
}
footing-time-to-restore = { $n ->
    [one] n = 1 incidente
   *[other] n = { $n } incidentes
}
footing-rework-rate = { $events } de n = { $n } despliegues

# Plan

plan-title = Empezar por «{ $step }»: atiende { $serves } de lo que duele y queda en Ahora en { $stays } de las simulaciones
plan-title-no-draws = Empezar por «{ $step }»: atiende { $serves } de lo que duele
plan-title-none = Todavía no hay por dónde empezar
plan-empty = Responder primero unas preguntas: un plan necesita saber dónde está el equipo.
plan-wave = { $weeks } semanas, hasta el { $end } · { $used } de { $capacity } días-persona
plan-capacity = { $people } personas con { $share } de su tiempo: { $now } días-persona en Ahora, { $next } en Después, { $later } en Más adelante.
plan-footing-nothing = No hay métricas medidas ni se dijo qué duele, así que las cuatro pesan igual. Modelo { $model }, semilla { $seed }.
plan-footing-felt = No hay métricas medidas; el equipo dijo qué duele. Modelo { $model }, semilla { $seed }.
plan-footing-measured = { $n } de 4 métricas están medidas. Modelo { $model }, semilla { $seed }.
plan-find-out = Un día para averiguarlo: la brecha es segura en { $share }.
plan-find-out-unasked = Un día para averiguarlo: nadie respondió, la brecha es segura en { $share }.
not-now-not-at-constraint = No está en el cuello de botella
not-now-prerequisite-missing = Espera a: { $title } ({ $id } ≥ { $level })
not-now-gap-not-proven = La brecha no está demostrada
not-now-beyond-capacity = Más allá de la capacidad de este año
not-now-level-3-is-enough = Aquí basta el nivel 3
floor-secret-leak = Antes de cualquier orden: hay secretos a la vista.
floor-no-restore-tested = Antes de cualquier orden: nunca se probó una restauración.
floor-cannot-deploy = Antes de cualquier orden: un servicio que nadie puede desplegar.
why-serves = Atiende { $share } de lo que duele, sobre todo { $needs }.
why-gap = El equipo está en { $from } según { $votes ->
    [one] un voto
   *[other] { $votes } votos
}; que aún no alcanza el nivel { $to } es seguro en { $gap }.
why-ceiling = Los datos permiten como máximo el nivel { $level }, así que los más altos cuentan una quinta parte.
why-unblocks = { $n ->
    [one] Otro paso espera a este
   *[other] Otros { $n } pasos esperan a este
}: { $steps }.
why-effort = Lleva cerca de { $days } días-persona y lo puede hacer { $control }.

# ¿Por qué?

why-n = Observaciones
why-events = De ellas, contadas
why-interval = Intervalo de 95 %
why-p90 = Uno de cada diez supera
why-open = Siguen abiertas
why-first-commit = Con evidencia del primer commit
why-bots = Bots excluidos
why-skew = Excluidos, el reloj no puede ser correcto
why-old = De más de 180 días, incluidos
why-linked = Incidentes vinculados
why-guessed = De ellos, deducidos por la hora
why-weeks = Semanas con algún despliegue
why-longest-gap = Pausa más larga
why-sources = Fuentes
why-other-clock = El otro reloj
why-definition = { $definition } · { $method }
why-metric-lead-time = Desde el primer commit de un cambio hasta el final del primer despliegue exitoso que lo contiene. La mitad de los cambios tardó más.
why-metric-deploy-lag = Desde que llega a la rama hasta el final del primer despliegue exitoso que lo contiene. La mitad de los cambios esperó más.
why-metric-deployment-frequency = Despliegues exitosos que trajeron al menos un cambio. Los repetidos y las reversiones se cuentan aparte.
why-metric-change-fail-rate = Despliegues juzgados fallidos por un incidente o una reversión, entre los que tienen edad suficiente para juzgarlos.
why-metric-recovery-time = Desde el final del despliegue fallido hasta la recuperación demostrada. Los abiertos cuentan como que duran al menos hasta ahora.
why-metric-time-to-restore = Desde el inicio hasta el final de cada incidente, sea cual sea la causa.
why-metric-rework-rate = Reversiones y correcciones urgentes entre todos los despliegues exitosos.
formula-lead-time = mediana de (fin del despliegue − fecha de autor más antigua)
formula-deploy-lag = mediana de (fin del despliegue − fecha de confirmación del paso)
formula-deployment-frequency = despliegues con cambios ÷ semanas
formula-change-fail-rate = despliegues de cambio fallidos ÷ despliegues de cambio terminados al menos 72 h antes del fin de los datos
formula-recovery-time = mediana de Kaplan–Meier de (recuperación − fin del despliegue fallido)
formula-time-to-restore = mediana de Kaplan–Meier de (resuelto − iniciado)
formula-rework-rate = (reversiones + correcciones urgentes) ÷ despliegues exitosos
formula-capability = p(nivel) = (0,2 + Σ confianza × núcleo) ÷ suma; valor = media de los niveles
formula-dimension = media de las capacidades que aplican; rango con 1000 sorteos con semilla
formula-item = prioridad = 100 × valor × certeza ÷ √(días ÷ 8)
formula-need = parte = resto × gravedad² ÷ suma de gravedad²
method-order-statistics = intervalo por estadísticos de orden
method-cluster-bootstrap = intervalo por bootstrap sobre despliegues
method-garwood = intervalo exacto de Poisson
method-week-bootstrap = intervalo por bootstrap sobre semanas
method-wilson = intervalo de Wilson
method-clopper-pearson = intervalo de Clopper–Pearson (exacto)
method-kaplan-meier = Kaplan–Meier, intervalo log-log
method-none = sin intervalo
why-capability = Los votos se reparten entre los niveles; la duda ensancha el rango. La cifra es donde queda el centro.
why-votes = Votos
why-vote = Voto
why-agreement = Acuerdo, de 0 a 1
why-level = Nivel { $level }
why-distribution = Qué tan probable es cada nivel
why-foundation = Se dijo nivel { $level }, pero necesita «{ $title }» en { $needed }.
why-trace-found = Encontrado
why-trace-cutoffs = Cortes
why-trace-also = También
why-relevance = Relevancia
why-own-benefit = Beneficio propio
why-value = Con lo que desbloquea
why-certainty = Certeza de la brecha
why-days = Días-persona
why-priority = Prioridad
why-stability = En Ahora, parte de las simulaciones
why-served = Necesidades que atiende
why-priors = Los pesos y esfuerzos son supuestos de este producto, no hallazgos de un estudio.
why-need = La gravedad de cada métrica frente al objetivo del propio equipo; domina la peor, porque las gravedades se elevan al cuadrado.
why-need-fixed = Una parte fija que el equipo puede cambiar; no sigue a ninguna métrica.
why-records = Registros
why-accepted = Tomados
why-rejected = No tomados
why-hash = SHA-256, comienzo
why-span = Del primero al último
why-source = Qué se leyó de esta fuente, y cómo.

# Pantalla del informe

report-lacks-baseline = No se importó evidencia: el informe lo dice donde estaría la línea base.
report-lacks-answers = { $n ->
    [0] No hay preguntas respondidas
    [one] Solo hay una pregunta respondida
   *[other] Solo hay { $n } preguntas respondidas
}: el perfil se retiene donde se sabe muy poco.
report-screen-title = { $pages } páginas para { $team }
