## La pantalla de la línea base: despliegues, incidentes, correcciones

kind-unknown-outcome = resultado desconocido
incident-resolved = resuelto en { $time }
incident-open = sigue abierto
link-named = Lo nombra su fuente: { $label }
link-guessed = Deducido por servicio y hora: { $label }
link-by-hand = Vinculado a mano con { $label }: { $reason }
link-apart = No lo causó un despliegue, dicho a mano: { $reason }
link-none = Sin vínculo con ningún despliegue
deployment-title =
    { $changes ->
        [0] { $label }: { $kind }
        [one] { $label }: { $kind }, un cambio
       *[other] { $label }: { $kind }, { $changes } cambios
    }
deployment-title-failed =
    { $changes ->
        [one] { $label }: { $kind }, un cambio; se considera fallido y aún no se ha recuperado
       *[other] { $label }: { $kind }, { $changes } cambios; se considera fallido y aún no se ha recuperado
    }
deployment-title-recovered =
    { $changes ->
        [one] { $label }: { $kind }, un cambio; se considera fallido, recuperado en { $time }
       *[other] { $label }: { $kind }, { $changes } cambios; se considera fallido, recuperado en { $time }
    }
fact-service = Servicio
fact-environment = Entorno
fact-revision = Revisión
fact-started = Inicio
fact-finished = Fin
fact-kind = Clase
fact-failed = Considerado fallido
fact-side-branch = De una rama lateral
fact-side-branch-yes = Sí: la revisión que funcionaba antes no está entre sus antecesores
change-clock-skew = Excluido: sus fechas no pueden ser correctas
change-bot = Excluido: lo hizo un bot
change-lower-bound = Cota inferior: se combinó en un solo commit y no se conoce el primero
change-old = Tenía más de 180 días al desplegarse; cuenta
by-hand-change = Trajo cambios
by-hand-hotfix = Una corrección urgente
by-hand-redeploy = No trajo nada nuevo
by-hand-rollback = Revirtió
by-hand-failed-attempt = Nunca llegó a los usuarios
by-hand-not-a-deployment = No es un despliegue
correction-link = Incidente { $incident } vinculado con { $deployment }
correction-unlink = Incidente { $incident } no causado por un despliegue
correction-kind = { $deployment } marcado: { $kind }
correction-gone = Lo que corrige ya no está en los datos, así que no cambia nada. Se conserva por si los datos vuelven.
problem-correction-target = Lo que nombra la corrección no está en los datos de este equipo.
problem-correction-target-hint = Abrir de nuevo la línea base y elegir el despliegue o el incidente en la lista.
problem-correction-reason = Una corrección necesita un motivo de { $most } caracteres como máximo.
problem-correction-reason-hint = Conviene decir cómo se sabe: quien lea la línea base más tarde verá el motivo junto al número.
problem-no-correction = Esta corrección no está vigente.
problem-no-deployment = Este despliegue no está en la línea base.
problem-no-deployment-hint = Puede quedar fuera de la ventana, o su fuente se quitó.
problem-band = No existe ese tramo para { $metric }.
problem-benchmarks = Este año, sector o tamaño no está entre los publicados.

## Calidad de los datos

quality-part = { $known } de { $of }
quality-outcome-known = Despliegues cuyo resultado se conoce
quality-outcome-known-advice =
    { $n ->
        [one] Un despliegue no cuenta ni como éxito ni como fallo. Falta aportar sus estados.
       *[other] { $n } despliegues no cuentan ni como éxitos ni como fallos. Falta aportar sus estados.
    }
quality-revision-known = Despliegues cuya revisión está en un historial de git
quality-revision-known-advice =
    { $n ->
        [one] No se sabe qué trajo un despliegue. Falta leer completo el repositorio del que procede.
       *[other] No se sabe qué trajeron { $n } despliegues. Falta leer completos los repositorios de los que proceden.
    }
quality-first-commit = Cambios cuyo primer commit se conoce
quality-first-commit-advice =
    { $n ->
        [one] Un cambio se combinó en un solo commit. La lista de pull requests contiene el primero.
       *[other] { $n } cambios se combinaron en un solo commit. La lista de pull requests contiene los primeros.
    }
quality-pull-requests = Cambios unidos a una pull request
quality-pull-requests-advice =
    { $n ->
        [one] Un cambio no tiene aquí pull request: se subió directamente, o la lista no llega hasta él.
       *[other] { $n } cambios no tienen aquí pull request: se subieron directamente, o la lista no llega hasta ellos.
    }
quality-incidents-linked = Incidentes vinculados con un despliegue
quality-incidents-linked-advice =
    { $n ->
        [one] Un incidente no se atribuye a ningún despliegue. Se puede vincular a mano si se sabe más.
       *[other] { $n } incidentes no se atribuyen a ningún despliegue. Se pueden vincular a mano si se sabe más.
    }
quality-links-guessed = Vínculos deducidos por servicio y hora
quality-second-hop = Revisiones halladas por la etiqueta de una imagen en un repositorio de configuración
quality-merged-records = Registros que hablaban de un despliegue ya conocido
quality-clocks-skewed = Cambios excluidos por fechas que no pueden ser correctas
quality-bots-left-out = Cambios de bots, excluidos
quality-rejected = Registros que no se pudieron leer
quality-corrections = Correcciones a mano que surten efecto
quality-corrections-advice =
    { $n ->
        [0] Todas las correcciones encuentran lo que nombran.
        [one] Una corrección nombra algo que ya no está en los datos.
       *[other] { $n } correcciones nombran algo que ya no está en los datos.
    }
quality-source = Eventos de { $source }

## Semanas

chart-deployment-frequency = Despliegues con cambios, por semana
chart-lead-time = Mediana del tiempo de entrega de los cambios desplegados, por semana
chart-deploy-lag = Mediana de la espera hasta el despliegue de los cambios desplegados, por semana
chart-few-weeks =
    { $n ->
        [0] Ninguna semana completa tiene valor: los límites necesitan seis.
        [one] Una semana completa tiene valor: los límites necesitan seis.
       *[other] { $n } semanas completas tienen valor: los límites necesitan seis.
    }
chart-limits =
    { $n ->
        [0] Las semanas normales están entre { $low } y { $high }; ninguna queda fuera.
        [one] Las semanas normales están entre { $low } y { $high }; una queda fuera: conviene preguntar qué fue distinto.
       *[other] Las semanas normales están entre { $low } y { $high }; { $n } quedan fuera: conviene preguntar qué fue distinto.
    }
chart-limits-from-zero =
    { $n ->
        [0] Las semanas normales llegan hasta { $high }; ninguna queda fuera.
        [one] Las semanas normales llegan hasta { $high }; una queda fuera: conviene preguntar qué fue distinto.
       *[other] Las semanas normales llegan hasta { $high }; { $n } quedan fuera: conviene preguntar qué fue distinto.
    }
chart-no-trend = Ninguna tendencia que { $n } semanas permitan distinguir del azar.
chart-rises = Sube unos { $by } cada semana, en { $n } semanas.
chart-falls = Baja unos { $by } cada semana, en { $n } semanas.

## Qué dirían otros motores

engine-sextant = Sextant
engine-sextant-difference = Mediana de los cambios hechos por personas; un despliegue falla como mucho una vez, y se juzga a los tres días.
engine-four-keys = Four Keys
engine-four-keys-difference = Cuenta cada commit de cada despliegue, revertido o no, así que el trabajo antiguo cuenta dos veces, y dos incidentes de un despliegue cuentan como dos.
engine-devlake = Apache DevLake
engine-devlake-difference = Solo ve pull requests, y atribuye cada incidente al despliegue anterior, por lejano que sea.
engine-middleware = Middleware
engine-middleware-difference = Toma la media en lugar de la mediana, y el inicio de un despliegue en lugar de su fin.
engine-gitlab = GitLab
engine-gitlab-difference = Pone el reloj en marcha en la fusión, así que falta el tiempo anterior, y divide incidentes entre despliegues, lo que puede pasar del 100 %.
engine-datadog = Datadog
engine-datadog-difference = Toma la mediana de la media de cada despliegue, vuelve a contar el trabajo tras una reversión, y juzga los fallos sin incidentes.
engine-developer-metrics = DeveloperMetrics
engine-developer-metrics-difference = Suma el tiempo medio desde el último commit de una pull request hasta su fusión y la duración media de una ejecución de despliegue; nunca mira cuándo se desplegó un cambio y siempre cuenta los últimos 30 días.
engine-devops-metrics-action = devops-metrics-action (stenjo)
engine-devops-metrics-action-difference = Toma la versión más reciente como el despliegue de todas las pull requests, así que los cambios antiguos parecen más lentos de lo que fueron; un incidente posterior a la última versión no cuenta.
engine-pelorus = Pelorus
engine-pelorus-difference = Toma la media de los commits desplegados, y divide los incidentes entre los commits distintos que se ejecutaron.
engine-unit-days-per-week = días por semana: { $n }
engine-unit-total = { $n } en la ventana
engine-unit-whole-per-day = { $n } al día, sin la fracción
engine-unit-per-day = { $n } al día

## Tramos, la escala de la encuesta, niveles y referencias

scale-share-1 = del 76 al 100 %
scale-share-2 = del 61 al 75 %
scale-share-3 = del 46 al 60 %
scale-share-4 = del 31 al 45 %
scale-share-5 = del 16 al 30 %
scale-share-6 = del 0 al 15 %
band-self-reported = Declarado por el equipo, no medido: { $band }.
band-set-aside = Medido. La estimación del propio equipo ({ $band }) se deja de lado.
scale-one = En la escala de la encuesta: { $at }.
scale-reaches = En la escala de la encuesta: { $at }. El intervalo abarca desde «{ $slowest }» hasta «{ $fastest }».
benchmark-said = { $place } de { $group } ({ $year }), donde más es más rápido.
benchmark-said-share = { $place } de { $group } ({ $year }), donde menos es mejor.
benchmark-corrected = La cifra publicada no estaba invertida como las demás; se lee como 10 − x.
benchmark-caution = Los niveles describen grupos de respuestas de un año; no son umbrales. Un lugar junto a una media no es un puesto en una clasificación.
distance-far-above = Dos o más desviaciones típicas por encima de la media de la encuesta
distance-well-above = Cerca de una desviación típica y media por encima de la media de la encuesta
distance-above = Cerca de una desviación típica por encima de la media de la encuesta
distance-slightly-above = Cerca de media desviación típica por encima de la media de la encuesta
distance-near = Cerca de la media de la encuesta
distance-slightly-below = Cerca de media desviación típica por debajo de la media de la encuesta
distance-below = Cerca de una desviación típica por debajo de la media de la encuesta
distance-well-below = Cerca de una desviación típica y media por debajo de la media de la encuesta
distance-far-below = Dos o más desviaciones típicas por debajo de la media de la encuesta
industry-all = todos los sectores
industry-consumer = comercio minorista, consumo y comercio electrónico
industry-education = educación
industry-energy = energía
industry-financial-services = servicios financieros
industry-government = administración pública
industry-healthcare-pharmaceuticals = sanidad y farmacia
industry-industrials-manufacturing = industria y fabricación
industry-insurance = seguros
industry-media-entertainment = medios y entretenimiento
industry-non-profit = entidades sin ánimo de lucro
industry-other = otros sectores
industry-technology = tecnología
industry-telecommunications = telecomunicaciones
size-all = organizaciones de cualquier tamaño
size-1 = personas que trabajan solas
size-2-9 = organizaciones de 2 a 9 personas
size-10-19 = organizaciones de 10 a 19 personas
size-20-99 = organizaciones de 20 a 99 personas
size-100-499 = organizaciones de 100 a 499 personas
size-500-999 = organizaciones de 500 a 999 personas
size-1000-4999 = organizaciones de 1000 a 4999 personas
size-5000-9999 = organizaciones de 5000 a 9999 personas
size-10000 = organizaciones de 10 000 personas o más

## Los extremos de un intervalo del 95 %
interval = de { $low } a { $high }
interval-least = { $low } como mínimo
interval-most = { $high } como máximo

## Encabezados de la tabla de motores

engines-title = Qué dirían otros motores
engines-frequency = Frecuencia
engines-lead-time = Tiempo de entrega
engines-fail-rate = Fallos
engines-recovery = Recuperación

## En qué se apoya el plan

plan-footing-reported =
    { $n ->
        [one] Una necesidad se apoya en la estimación del propio equipo, el centro del tramo que eligió, no en datos.
       *[other] { $n } necesidades se apoyan en estimaciones del propio equipo, los centros de los tramos que eligió, no en datos.
    }
report-self-reported = Declarado por el equipo, no medido: { $metrics }. El plan toma el centro de cada tramo.
report-self-reported-one = { $metric }: { $band }
