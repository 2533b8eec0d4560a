# La ventana: rótulos. Las frases sobre los datos vienen del motor.

## Frame
ui-skip = Saltar al contenido
ui-journey = Recorrido
ui-home = Inicio
ui-assess = Evaluar
ui-profile = Perfil
ui-evidence = Evidencia
ui-baseline = Línea base
ui-plan = Plan
ui-report = Informe
ui-station-empty = todavía nada
ui-station-part = empezado
ui-station-done = hecho
ui-station-attention = pide atención
ui-workspace = Espacio de trabajo
ui-team = Equipo
ui-assessment = Evaluación
ui-no-assessment = Sin evaluación
ui-sample = Ejemplo
ui-back-to = Volver a { $name }
ui-seek = Buscar o ejecutar
ui-close = Cerrar
ui-to = a
ui-unreachable = El motor no responde
ui-copied = Copiado
ui-not-copied = Aquí no se permite copiar; el texto se puede seleccionar y copiar a mano
ui-choose-file = Elegir uno
ui-percent = { $value } %
ui-no-data = sin datos
ui-loading = Leyendo…
ui-key-pageup = Pág ↑
ui-key-pagedown = Pág ↓

## Saving
ui-saved = Guardado { $clock }
ui-saving = Guardando…
ui-not-saved = Sin guardar
ui-not-saved-since = Sin guardar desde { $clock }
ui-retry = Reintentar
ui-copy-changes = Copiar los cambios
ui-held = { $count ->
    [0] No hay nada en espera.
    [one] Un cambio queda en memoria mientras Sextant esté abierto.
   *[other] { $count } cambios quedan en memoria mientras Sextant esté abierto.
}
ui-discard = Renunciar a estos cambios
ui-next-try = Próximo intento en { $seconds } s
ui-read-only = Solo lectura

## Home
ui-home-title = { $name } está donde se dejó
ui-home-empty = Saber dónde está la entrega, y luego trazar el rumbo
ui-home-empty-lead = Se puede empezar con un equipo o mirar antes la organización de ejemplo. Nada sale de este ordenador si no se exporta.
ui-home-road = El camino
ui-road-assess = 8, 24 o 40 preguntas, una tecla cada una
ui-road-evidence = repositorios git y listas de despliegues
ui-road-baseline = cuánto tardan los cambios, cuántos fallan
ui-road-plan = los pasos que atienden lo que duele
ui-road-report = un PDF con cada número explicado
ui-continue = Continuar
ui-recent = Recientes
ui-now = Ahora
ui-file = Archivo
ui-file-gone = El archivo ya no está
ui-forget = Quitar { $name } de esta lista
ui-act-forget = Quitar de la lista
ui-help-create = Organización, primer equipo
ui-help-open = Un archivo .sextant, o soltarlo aquí
ui-help-sample = Tres equipos de una empresa inventada
ui-local = Todo queda en este ordenador hasta que se exporte.
ui-version = Sextant { $version }
ui-organisation = Organización
ui-first-team = Primer equipo
ui-place = Elegir un lugar…
ui-place-default = Queda en la carpeta de datos
ui-create = Crear
ui-add = Añadir
ui-team-name = Nombre del equipo
ui-which-set = Qué preguntas
ui-set-size = { $questions } preguntas · { $minutes } min
ui-assessment-name = Nombre de esta evaluación
ui-assessment-example = 2026 T4
ui-start = Empezar

## Settings
ui-settings = Ajustes
ui-language = Idioma
ui-lang-system = Del sistema
ui-lang-en = English
ui-lang-es = Español
ui-theme = Tema
ui-theme-system = Del sistema
ui-theme-light = Claro
ui-theme-dark = Oscuro
ui-single-keys = Atajos de una sola tecla
ui-single-keys-help = Sin ellos, solo valen los atajos con Ctrl o Alt.
ui-single-off = Los atajos de una sola tecla están apagados; se encienden en Ajustes.

## Keys and palette
ui-keys = Teclas
ui-do = Hacer
ui-questions = Preguntas
ui-results = Resultados
ui-nothing-found = Nada coincide
ui-scope-everywhere = En todas partes
ui-scope-workspace = Con un espacio de trabajo abierto
ui-scope-assess = Evaluar
ui-scope-baseline = Línea base
ui-scope-report = Informe
ui-act-palette = Buscar o ejecutar
ui-act-keys = Mostrar todas las teclas
ui-act-settings = Ajustes
ui-act-create = Nuevo espacio de trabajo
ui-act-open = Abrir un archivo…
ui-act-sample = Explorar el ejemplo
ui-act-import-table = Importar una tabla…
ui-act-import-repository = Importar un repositorio…
ui-act-freeze = Congelar la línea base…
ui-act-save-report = Guardar el informe en PDF…
ui-act-new-assessment = Nueva evaluación…
ui-act-new-team = Añadir un equipo…
ui-act-close = Cerrar el espacio de trabajo
ui-act-go-assess = Ir a Evaluar
ui-act-go-evidence = Ir a Evidencia
ui-act-go-baseline = Ir a Línea base
ui-act-go-plan = Ir a Plan
ui-act-go-report = Ir a Informe
ui-act-go-profile = Ir al perfil
ui-act-go-home = Ir al inicio
ui-act-level = Nivel { $level }
ui-act-unknown = No se sabe
ui-act-not-applicable = No aplica, con una razón
ui-act-not-ours = No depende del equipo, con responsable
ui-act-note = Escribir una nota
ui-act-mark = Marcar para después
ui-act-next = Pregunta siguiente
ui-act-previous = Pregunta anterior
ui-act-list = Lista de preguntas
ui-act-contradictions = Respuestas con algo en contra
ui-act-undo = Deshacer
ui-act-redo = Rehacer
ui-act-table = Gráficos como tablas, y al revés
ui-act-engines = Qué dirían otros motores
ui-act-window = Elegir la ventana
ui-act-deployments = Recorrer los despliegues
ui-act-incidents = Recorrer los incidentes
ui-act-quality = En qué se apoyan los números
ui-act-all-weeks = Mostrar todas las semanas
ui-act-page-next = Página siguiente
ui-act-page-previous = Página anterior

## Over time
ui-compare = A lo largo del tiempo
ui-act-go-compare = Ir a A lo largo del tiempo
ui-scope-compare = A lo largo del tiempo
ui-compare-a = Comparar
ui-compare-b = con
ui-compare-differs = En qué difieren las dos
ui-compare-capability = Capacidades
ui-compare-noise = { $count ->
    [one] Una dentro del ruido
   *[other] { $count } dentro del ruido
}
ui-compare-apart = { $count ->
    [one] Una no comparable
   *[other] { $count } no comparables
}
ui-compare-difference = Diferencia
ui-compare-verdict = Veredicto
ui-compare-seen = Qué se podría haber visto
ui-compare-range = Rango ahora
ui-compare-metrics = Métricas de entrega en los dos lados
ui-compare-capabilities = Capacidades en los dos lados

## Assess
ui-assess-empty = Todavía no se ha preguntado nada
ui-assess-empty-lead = Cada pregunta tiene cinco niveles; una tecla la responde. El cuestionario corto lleva un cuarto de hora y basta para un primer perfil.
ui-dimensions = Dimensiones
ui-done-of = { $done } de { $all } respondidas
ui-frozen-answers = Esta evaluación está congelada: las respuestas ya no pueden cambiar.
ui-looks-like = Se parece a
ui-not-yet = Todavía no
ui-share = Parte del alcance que ya está en { $level }
ui-votes = { $given } de { $all } votos
ui-split = Elegir un nivel pone una respuesta en lugar de estos votos; deshacer los recupera.
ui-votes-were = Votos: { $levels }
ui-how-sure = Certeza
ui-sure-guess = Se supone
ui-sure-know = Se sabe
ui-sure-show = Se puede mostrar
ui-no-level = Sin nivel
ui-level = Nivel
ui-unknown = No se sabe
ui-not-applicable = No aplica
ui-not-ours = No depende del equipo
ui-state-answered = sin respuesta
ui-state-unknown = no se sabe
ui-state-not_applicable = no aplica
ui-state-not_ours = no depende del equipo
ui-why-not-applicable = ¿Por qué no aplica?
ui-reason-help = La razón se imprime en el informe; la pregunta sale de todos los promedios.
ui-whose = ¿De quién depende?
ui-whose-help = Se puede dar un nivel igualmente; el plan nombra a quien responde.
ui-keep-word = Conservar
ui-back-open = Volver
ui-back-level = Volver al nivel { $level }
ui-word-needed = Nada cambia hasta que se rellene.
ui-beside = Junto a la pregunta
ui-trace-never = Se puede hablar de ello o dejar ambas cosas: el rastro nunca cambia una respuesta.
ui-trace-span = El rastro deja abierto de { $from } a { $to }.
ui-trace-one = El rastro solo deja abierto el { $level }.
ui-trace-said = Lo dicho: { $levels }.
ui-trace-unsaid = No se dijo ningún nivel.
ui-trace-rule = Dónde están los cortes
ui-contradictions = { $count ->
    [one] Una respuesta tiene algo en contra
    [many] { $count } respuestas tienen algo en contra
   *[other] { $count } respuestas tienen algo en contra
}
ui-last-time = La última vez, { $name }
ui-quoted = «{ $text }»
ui-note = Nota
ui-note-waits = Queda aquí hasta que haya una respuesta con la que ir.
ui-benefit = Por qué importa
ui-probe = Lo que pueden mostrar los datos:
ui-back = Atrás
ui-next = Siguiente
ui-see-profile = Ver el perfil
ui-find-question = Buscar una pregunta
ui-filter = Mostrar
ui-filter-all = Todas
ui-filter-open = Abiertas
ui-filter-marked = Marcadas
ui-filter-changed = Cambiadas
ui-filter-contradicted = Con algo en contra
ui-clear-filter = Mostrar todas las preguntas

## Profile
ui-profile-empty = El perfil necesita respuestas
ui-range = { $name }: { $shown }
ui-contradicted = un rastro lo contradice
ui-back-questions = Volver a las preguntas
ui-scale-levels = Nivel de 0 a 4, con el intervalo que contiene el 80 % de las simulaciones

## Why?
ui-why = ¿Por qué?
ui-why-of = ¿Por qué? { $name }
ui-why-inputs = Lo que entró
ui-why-missing = Lo que falta
ui-why-definition = Definición
ui-copy-text = Copiar como texto

## Evidence
ui-drop = Suelte exportaciones, una carpeta con ellas o un repositorio en cualquier parte de esta ventana
ui-drop-page = Entregue exportaciones, una carpeta con ellas o un repositorio
ui-drop-help = Se lee donde está. De cada autor se guarda solo una huella, hecha con una clave que no sale de este espacio de trabajo.
ui-choose-table = Elegir archivos…
ui-choose-repository = Elegir una carpeta…
ui-sources = Fuentes
ui-source = Fuente
ui-read = Leído
ui-service = Servicio
ui-span-of = { $name }: { $span }
ui-remove = Quitar
ui-remove-source = Quitar { $name }
ui-remove-sure = ¿Quitar { $name } y todo lo que se leyó de ahí?
ui-keep = Conservar
ui-notes-of = Notas
ui-rejected = { $count ->
    [one] Una fila rechazada
   *[other] { $count } filas rechazadas
}
ui-save-rejects = Guardar los rechazos como CSV…
ui-missing-measure = Para medir más
ui-practice = Práctica
ui-seen-in = Vista en
ui-implies = Implica al menos
ui-against = Habla en contra de una práctica
ui-lands = Cómo se integran los cambios
ui-lands-help = Totales del equipo; no se cuenta a nadie por separado.
ui-practices = Prácticas vistas
ui-strength = Se apoya en
ui-not-assessable = Lo que ninguna carpeta puede mostrar
ui-contradicted-list = Lo dicho y lo visto no coinciden
ui-n-of = n = { $n }
ui-not-told = Aquí no se pudo saber
ui-rows-fit = { $fit } de { $seen } filas de { $name } encajan
ui-rows-fit-begin = { $fit } de las primeras { $seen } filas de { $name } encajan
ui-read-again = Leyendo { $name }…
ui-change = Cambiar
ui-zone = Zona horaria de las horas que no la traen
ui-date-order = Orden de día y mes
ui-order-auto = Como se detectó
ui-order-dmy = Día, mes, año
ui-order-mdy = Mes, día, año
ui-order-ymd = Año, mes, día
ui-read-as = Leer como
ui-kind-auto = Como se detectó
ui-kind-deployments = Despliegues
ui-kind-incidents = Incidentes
ui-column-as = La columna { $name } se lee como
ui-unused = no se usa
ui-needed = { $name } (necesario)
ui-line = Línea
ui-import = Importar
ui-import-rows = { $count ->
    [one] Importar una fila
   *[other] Importar { $count } filas
}
ui-import-repository = Importar el repositorio
ui-leave-out = Dejarlo fuera
ui-rejects-first = Las filas rechazadas van primero. Quedan en la lista y nunca cuentan como cero.
ui-which-service = ¿De qué servicio es?
ui-service-example = pagos-api
ui-tags = Etiquetas que cuentan como despliegues
ui-tags-out = Etiquetas que quedan fuera
ui-tag-pattern = Patrón de etiquetas
ui-branch = Rama que se despliega
ui-branch-auto = Rama por defecto
ui-paths = Solo estas rutas, una por línea
ui-prereleases = Las versiones preliminares cuentan
ui-trust = Leerlo aunque sea de otro usuario
ui-look-practices = Buscar prácticas
ui-importing = Importando
ui-scanning = Buscando prácticas
ui-cancel = Cancelar
ui-job-done = Hecho
ui-job-cancelled = Cancelado; no queda nada
ui-job-failed = No se importó
ui-not-imported = No se leyó { $name }
ui-nothing-written = Nada ha cambiado.
ui-select = Seleccionar { $name }
ui-take-selected = { $count ->
    [0] Tomar lo seleccionado
    [one] Tomar el seleccionado
   *[other] Tomar los { $count } seleccionados
}
ui-looking = Mirando lo que hay
ui-holds = Contiene
ui-state-ready = Listo
ui-state-needs = Necesita una respuesta
ui-state-refused = No puede leerse
ui-state-known = Ya está aquí
ui-import-this = Importar { $name }
ui-closer-table = Columnas…
ui-closer-repository = Etiquetas y rama…
ui-closer-of = { $name }: mirar de cerca
ui-closer-done = Volver a todos los archivos
ui-zone-of = Zona horaria de { $name }
ui-order-of = Orden de día y mes en { $name }
ui-workflow-of = Cuál despliega en { $name }
ui-workflow-auto = Los que por su nombre despliegan
ui-name-is = En { $name }, «{ $from }» es el servicio
ui-import-files = { $count ->
    [0] Importar
    [one] Importar un archivo
   *[other] Importar { $count } archivos
}
ui-which-service-all = ¿De qué servicio son?
ui-left-out = Quedó fuera
ui-no-zone-found = Ninguna zona horaria se llama así
ui-find-zone = Ciudad o región
ui-gives-now = Lo que esto da ahora
ui-cut = Puede estar cortado
ui-unlinked = Sin vincular con el resto
ui-guessed = Supuesto
ui-gaps = En silencio
ui-coverage = Cobertura
ui-line-help = Sombreado: las semanas que se miden. Rayado: no se sabe nada. Un borde de latón: su herramienta puede haber olvidado lo anterior.
ui-file-by-file = Archivo por archivo
ui-as-line = Mostrar como línea
ui-at-hand = { $name } está a mano
ui-ways-title = Cómo obtener la primera exportación
ui-ways-tool = Su herramienta
ui-ways-command = Ejecútela donde la herramienta tenga la sesión iniciada y entregue el archivo
ui-ways-copy = Copiar la orden
ui-ways-memory = Conviene saber: { $memory }.
ui-file-done = importado
ui-file-known = ya estaba aquí
ui-file-refused = no importado
ui-more-tags = { $count ->
    [one] y una más
   *[other] y { $count } más
}
ui-none = ninguna

## Baseline
ui-metrics = Métricas
ui-metric = Métrica
ui-value = Valor
ui-interval = Intervalo del 95 %
ui-target = Objetivo
ui-number-of = Se apoya en
ui-target-of = objetivo { $shown }
ui-last-of = la última vez { $shown }
ui-not-measurable = no se puede medir
ui-window = Ventana
ui-from = Desde
ui-last-day = Hasta, este día incluido
ui-zone-window = Zona horaria
ui-bots = Los bots cuentan en el tiempo de entrega
ui-waves = Horas en que las oleadas de una revisión son un solo despliegue; 0: cuenta cada una
ui-exact = Intervalos exactos de las proporciones (Clopper–Pearson)
ui-measure = Medir
ui-measuring = Midiendo…
ui-freeze-name = Nombre
ui-freeze-example = 2026 T4
ui-freeze = Congelar
ui-freeze-help = Una línea base congelada no cambia nunca. Conserva sus números y de dónde vienen.
ui-freeze-open = Congelar…
ui-frozen-as = Congelada como { $name }, { $when }
ui-frozen-list = Líneas base congeladas
ui-hash = Huella
ui-back-now = Medir ahora
ui-as-table = Mostrar como tabla
ui-as-chart = Mostrar como gráficos
ui-weeks-of = { $name }, por semana
ui-deployments = Despliegues
ui-kinds = Despliegues por clase
ui-when = Cuándo
ui-kind = Clase
ui-changes = Cambios
ui-failed = Falló
ui-origin = Procede de
ui-label = Etiqueta
ui-missing = Falta o se supone
ui-week = Semana
ui-days = { $days } d
ui-per-week = { $count } por semana
ui-headline = reloj principal
ui-interval-of = 95 %: { $interval }
ui-no-interval = muy pocos para tenerlo
ui-by-week = Semana a semana
ui-mean = media
ui-limit-high = límite superior
ui-limit-low = límite inferior
ui-outside = fuera de los límites
ui-part-week = solo parte de la semana
ui-gap-key = rayado: sin datos esa semana
ui-week-key = elegir una semana muestra solo sus despliegues e incidentes
ui-only-week = Solo { $week }
ui-all-weeks = Todas las semanas
ui-all = Todo
ui-strip-key = Punto y barra: el valor con su intervalo del 95 %. Rayitas debajo: las observaciones una a una, sin el 5 % más extremo de cada lado. Bandera: el objetivo.
ui-quality = En qué se apoyan los números
ui-engines = ¿Qué dirían { $names }?
ui-engines-show = Comparar
ui-engines-hide = Ocultar
ui-engines-help = Los mismos sucesos con las fórmulas que publican. Ninguna es falsa: cuentan cosas distintas.
ui-engine = Motor
ui-engine-frequency = Despliegues
ui-engine-lead = Entrega
ui-engine-fail = Fallos
ui-engine-recovery = Recuperación
ui-engine-why = Por qué difiere
ui-scales = En los seis escalones de la encuesta
ui-scale-key = Relleno: el valor. Discontinuo: hasta ahí llega su intervalo. El 1 es el más lento y el 6 el más rápido.
ui-beside-others = Poner junto a otros…
ui-level-year = Nombres de nivel del año
ui-level-source = Nombres de nivel: { $source }
ui-level-none = Sin nombres de nivel
ui-industry = Sector
ui-size = Tamaño
ui-benchmark-none = Ninguno
ui-bands = Declarado por el equipo
ui-bands-help = Donde nada se puede medir, se puede elegir un escalón de la encuesta. Se marca como declarado por el equipo dondequiera que aparezca, y los datos medidos ocupan su lugar.
ui-band-none = No declarado
ui-rows-shown = { $shown } de { $all }
ui-more-rows = { $count ->
    [one] Mostrar uno más
    [many] Mostrar { $count } más
   *[other] Mostrar { $count } más
}
ui-by-hand = a mano
ui-lead-time-short = Entrega
ui-lag-short = Espera
ui-incidents = Incidentes
ui-incident = Incidente
ui-deployment = Despliegue
ui-began = Empezó
ui-lasted = Duración
ui-severity = Gravedad
ui-link = Vínculo
ui-link-named = nombrado por la fuente
ui-link-guessed = supuesto por la hora
ui-link-by_hand = vinculado a mano
ui-link-apart = separado a mano
ui-link-none = sin vínculo
ui-change-of = Cambio
ui-began-landed = { $began } – integrado { $landed }
ui-written = Dónde está escrito
ui-mark-kind = Marcar la clase…
ui-link-incident = Vincular un incidente…
ui-link-deployment = Vincular a un despliegue…
ui-open-deployment = Abrir { $name }
ui-unlink = Desvincular…
ui-unlink-of = Desvincular { $name }
ui-set-apart = Ningún despliegue lo causó…
ui-choose = Elegir
ui-reason = Motivo
ui-reason-example = Lo que se sabe y los datos no dicen
ui-correct = Corregir
ui-corrections = Correcciones a mano
ui-take-back = Retirar…
ui-take-back-of = Retirar: { $text }
ui-moved = Lo que cambió
ui-moved-one = { $name }: { $before } → { $after }
ui-moved-nothing = Ningún número cambió.

## Plan
ui-needs = Lo que duele
ui-need-of = { $name } { $percent } %
ui-step = Paso
ui-serves = Atiende, %
ui-effort = Esfuerzo
ui-stays = Queda
ui-find-out = Averiguar primero
ui-not-now = Lo que no entra ahora
ui-with-reason = { $count ->
    [one] un paso, con su razón
   *[other] { $count } pasos, con su razón
}
ui-improve-share = Tiempo para mejorar
ui-risk-weight = Peso de la seguridad
ui-people = Personas
ui-targets = Objetivos y lo que duele
ui-target-lead = Tiempo de entrega, días
ui-target-frequency = Despliegues por semana
ui-target-fail = Tasa de fallos, %
ui-target-recovery = Recuperación, horas
ui-pain = Lo que duele, donde nada está medido
ui-pain-help = { $left ->
    [0] Los diez puntos están repartidos.
    [one] Queda uno de diez puntos.
   *[other] Quedan { $left } de diez puntos.
}
ui-pain-LT = Los cambios tardan
ui-pain-DF = Se despliega poco
ui-pain-CF = Los cambios fallan
ui-pain-RT = La recuperación tarda
ui-replanning = Planificando…
ui-step-of = { $wave } { $rank } · { $capability }
ui-done-when = Hecho cuando
ui-why-here = Por qué aquí
ui-first-actions = Tres primeras acciones
ui-aws = En AWS
ui-alternative = Sin proveedor
ui-watch = Observar
ui-fails-when = Cómo fracasa
ui-statement = Alcanza
ui-benefit-item = Beneficio
ui-who = Quién
ui-floor = Puesto aquí por un mínimo
ui-empty-go-assess = Responder preguntas

## Report
ui-pages = Páginas
ui-page = Página { $page }
ui-page-of = Página { $page } de { $all }
ui-preview = Vista previa
ui-report-lang = Idioma del informe
ui-author = Autoría
ui-lacking = Lo que le falta al informe
ui-save-pdf = Guardar PDF…
ui-saving-pdf = Escribiendo…
ui-drawing = Dibujando las páginas…
ui-sections = Secciones
