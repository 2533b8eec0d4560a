# El informe. Los títulos son hallazgos: sin punto final.

report-product = Sextant
report-kind = Plan de adopción de DevOps
report-subject = Línea base de entrega, perfil de capacidades y plan para { $period }, modelo { $model }
report-contents = Contenido
report-confidential = Confidencial
report-foot-frozen = línea base { $hash }
report-foot-draft = línea base sin congelar
report-foot-none = sin línea base
report-foot-sample = datos ficticios de ejemplo
report-list = { $head } y { $last }
report-quoted = «{ $text }»

report-month-1 = ene
report-month-2 = feb
report-month-3 = mar
report-month-4 = abr
report-month-5 = may
report-month-6 = jun
report-month-7 = jul
report-month-8 = ago
report-month-9 = sep
report-month-10 = oct
report-month-11 = nov
report-month-12 = dic
report-unit-minutes = { $n ->
    [one] minuto
   *[other] minutos
}
report-unit-hours = { $n ->
    [one] hora
   *[other] horas
}
report-unit-days = { $n ->
    [one] día
   *[other] días
}
report-unit-per-week = por semana
report-per-week = { $n } por semana

# Portada
report-cover-caption = { $n ->
    [0] El arco tiene una marca por cada una de { $all } capacidades. Ninguna está respondida todavía.
   *[other] Cada marca del arco es una de { $all } capacidades, más larga y más oscura cuanto mayor es su nivel; { $n } están respondidas. El brazo señala su media.
}
report-cover-date = Fecha
report-cover-baseline = Línea base
report-cover-model = Modelo
report-cover-author = Autoría
report-cover-frozen = { $name }, congelada el { $date }, { $hash }
report-cover-draft = Medida, aún sin congelar
report-cover-none = Sin datos de entrega importados
report-cover-notice = Confidencial. Para la organización nombrada arriba; hecho en su propio equipo con sus propias respuestas y datos.
report-cover-sample = Halyard Freight y todo lo que se dice de ella son datos ficticios de ejemplo.

# Temas
report-topic-summary = Resumen
report-topic-baseline = Línea base de entrega
report-topic-profile = Perfil
report-topic-plan = Plan
report-topic-cards = Paso a paso
report-topic-not-now = Lo que no entra ahora
report-topic-method = Método y datos
report-topic-answers = Respuestas

# Métricas
report-metric-lead-time = Tiempo de entrega de cambios
report-metric-deploy-lag = Espera hasta el despliegue
report-metric-deployment-frequency = Frecuencia de despliegue
report-metric-change-fail-rate = Tasa de fallos en los cambios
report-metric-recovery-time = Tiempo de recuperación de despliegues fallidos
report-metric-time-to-restore = Tiempo de recuperación del servicio
report-metric-rework-rate = Tasa de retrabajo
report-short-lead-time = tiempo de entrega
report-short-deploy-lag = espera hasta el despliegue
report-short-deployment-frequency = despliegues
report-short-change-fail-rate = cambios fallidos
report-short-recovery-time = recuperación
report-short-time-to-restore = recuperación del servicio
report-short-rework-rate = retrabajo
report-not-measurable = no se puede medir
report-not-measurable-because = { $name }: { $reason }
report-reason-unsaid = No se puede medir, porque sus datos no están entre las fuentes
report-not-reached = aún no alcanzado
report-at-least = al menos { $value }
report-no-interval = sin intervalo: muy pocos
report-interval-95 = { $interval } (95 %)
report-basis = { $interval } (95 %), n = { $n }
report-basis-no-interval = n = { $n }, muy pocos para un intervalo
report-p90 = Nueve de cada diez: { $value }.
report-target = objetivo { $value }
report-nothing-imported = no se puede medir: sin datos de entrega importados

# Resumen
report-title-both = { $finding }; lo primero: «{ $step }»
report-title-step = Lo primero: «{ $step }»; aún no lo confirma ningún dato de entrega
report-title-none = Hay muy poco respondido para decir qué va primero
report-summary-found = Qué se encontró
report-summary-holds = Qué frena la entrega
report-summary-ask = Decisiones que se piden
report-summary-sure = Qué seguridad hay
report-summary-period = Del { $from } al { $to }, { $deployments ->
    [one] un despliegue llevó
   *[other] { $deployments } despliegues llevaron
} { $changes ->
    [one] un cambio
   *[other] { $changes } cambios
} a producción.
report-summary-no-data = No hay datos de entrega importados, así que aquí nada está medido: esta página se apoya solo en respuestas.
report-constraint-after = El { $share } del tiempo de entrega pasa después de integrarse el cambio, a la espera de producción (n = { $n }).
report-constraint-before = El { $share } del tiempo de entrega pasa antes de que el cambio llegue a la rama principal (n = { $n }).
report-summary-first = «{ $step }» va primero porque atiende el { $share } de todo ello.
report-summary-nothing-weighs = Todavía no se sabe nada que se pueda ponderar.
report-summary-no-moves = Aún no se propone ningún paso: hay muy poco respondido para distinguir una carencia de una suposición.
report-serves = { $share } de las necesidades: { $needs }
report-ask-answers = Antes del { $date }: responder juntos las preguntas abiertas; sin eso no hay plan.
report-ask-capacity = Antes del { $date }: reservar { $days } del tiempo del equipo en las próximas { $weeks } semanas para { $n ->
    [one] el primer paso
   *[other] los primeros { $n } pasos
}.
report-ask-owner = Antes del { $date }: nombrar quién decide fuera del equipo sobre { $steps }.
report-ask-freeze = Antes del { $date }: revisar las cifras y congelar esta línea base.
report-ask-review = Antes del { $date }: medir de nuevo y comparar con este informe.
report-sure-stability = Los primeros pasos siguieron siendo los primeros entre el { $low } y el { $high } de 400 simulaciones que varían respuestas, necesidades y esfuerzo.
report-sure-missing = No se puede medir: { $metrics }.
report-sure-failures = { $n ->
    [one] La tasa de fallos se apoya en un despliegue
   *[other] La tasa de fallos se apoya en { $n } despliegues
} y puede estar lejos de la real.
report-sure-no-data = Sin datos de entrega, el orden puede cambiar en cuanto los haya.
report-sure-answered = { $n } de { $all } preguntas están respondidas.

# Columnas
report-col-first = Orden
report-col-step = Paso
report-col-effect = Atiende
report-col-effort = Esfuerzo
report-col-stays = Sigue
report-col-metric = Métrica
report-col-now = Ahora
report-col-drawing = Intervalo frente al objetivo
report-col-interval = Intervalo
report-col-n = n
report-col-week = Semana
report-col-deployments = Despliegues
report-col-capability = Capacidad
report-col-level = Nivel
report-col-scale = De 0 a 4
report-col-value = Valor (10–90 %)
report-col-agreement = Acuerdo
report-col-levels = Nivel
report-col-serves = Atiende
report-col-percent = %
report-col-question = Pregunta
report-col-gap = Carencia probable
report-col-to = A nivel
report-col-reason = Motivo
report-col-definition = Definición
report-col-method = Intervalo
report-col-source = Fuente
report-col-records = Registros
report-col-taken = Tomados
report-col-refused = Rechazados
report-col-period = Primero – último
report-col-lines = Líneas
report-col-answer = Respuesta
report-col-votes = Votos

# Línea base
report-baseline-none = Nada está medido todavía: no hay datos de entrega importados
report-baseline-none-lead = Ninguna métrica de entrega se puede medir, que no es lo mismo que cero.
report-baseline-none-body = Un repositorio git con etiquetas de versión da el tiempo de entrega, la espera hasta el despliegue y la frecuencia. Un archivo de incidentes añade fallos y recuperación. Un archivo de despliegues da las horas exactas. Hasta entonces, el plan se apoya en las respuestas y en lo que el equipo dice que duele.
report-baseline-lead = Del { $from } al { $to }, { $weeks } semanas completas en { $zone }, definiciones { $version }.
report-baseline-legend = El punto es el valor medido; los bigotes, su intervalo del 95 %; una flecha, un extremo que los datos no pueden dar; los anillos, observaciones sueltas cuando son muy pocas para un intervalo. La bandera es el objetivo del propio equipo. Con menos de diez despliegues no se da ninguna tasa.
report-weeks-title = Despliegues que trajeron cambios, por semana
report-weeks-finding = { $with } de { $weeks } semanas completas tuvieron un despliegue con cambios
report-weeks-gap = pausa más larga { $gap }
report-weeks-median = mediana { $n }
report-weeks-legend = Rayado: de esa semana no se sabe nada. Anillos: semanas cortadas por la ventana, fuera de las cifras semanales.
report-kinds = Qué fueron los despliegues
report-kinds-sentence = { $total ->
    [one] Un despliegue terminó en la ventana: { $parts }.
   *[other] { $total } despliegues terminaron en la ventana: { $parts }.
}
report-kind-change = { $n ->
    [one] uno trajo cambios
   *[other] { $n } trajeron cambios
}
report-kind-seed = { $n ->
    [one] uno fue el primero conocido y no da tiempos de entrega
   *[other] { $n } fueron los primeros conocidos y no dan tiempos de entrega
}
report-kind-redeploy = { $n ->
    [one] uno repitió la revisión en marcha
   *[other] { $n } repitieron la revisión en marcha
}
report-kind-rollback = { $n ->
    [one] uno volvió a una revisión anterior
   *[other] { $n } volvieron a una revisión anterior
}
report-kind-failed-attempt = { $n ->
    [one] un intento no llegó a producción
   *[other] { $n } intentos no llegaron a producción
}
report-kind-unknown-revision = { $n ->
    [one] uno tiene una revisión que ningún historial conoce
   *[other] { $n } tienen una revisión que ningún historial conoce
}
report-quality = En qué se apoyan los números
report-col-known = Lo que se sabe
report-col-part = Del total
report-narrow = Qué daría más firmeza a estas cifras
report-narrow-incidents = { $n ->
    [one] Un incidente no se pudo vincular con un despliegue; nombrar el despliegue en el incidente daría más firmeza a la tasa de fallos.
   *[other] { $n } incidentes no se pudieron vincular con un despliegue; nombrar el despliegue en el incidente daría más firmeza a la tasa de fallos.
}
report-narrow-more = Los intervalos se estrechan con la raíz cuadrada de lo observado: cuatro veces más despliegues los dejan en la mitad.

# Perfil
report-profile-title = Lo más bajo es { $low }, con { $lowvalue } de 4; lo más alto, { $high }, con { $highvalue }
report-profile-little = { $n } de { $all } preguntas están respondidas: muy poco para un perfil
report-profile-lead = { $n } de { $all } capacidades tienen respuesta, en una escala de 0, ausente, a 4, comprobada con cifras y ajustada (modelo { $model }).
report-profile-legend = Las barras son medias de las capacidades respondidas; las líneas negras, su rango del 10 al 90 %. Una dimensión se reserva mientras esté respondida en menos del 60 %. No hay cifra global: una media de todas no diría nada sobre lo que se pueda actuar.
report-profile-all = Todas las capacidades
report-profile-target = 3, objetivo
report-of-answered = { $n } de { $all } respondidas
report-too-little = muy poco respondido
report-level = nivel { $level }
report-from-to = del nivel { $from } al nivel { $to }
report-state-not-asked = sin preguntar
report-state-unknown = no se sabe
report-state-not-applicable = no aplica
report-state-not-ours = no depende del equipo
report-state-answered = respondida

# Plan
report-need-LT = tiempo de entrega
report-need-DF = frecuencia
report-need-CF = fallos en los cambios
report-need-RT = recuperación
report-need-RK = riesgo de seguridad
report-need-PE = personas
report-need-share = { $need } ({ $share })
report-weighs-one = Lo que más pesa: { $first }.
report-weighs-two = Lo que más pesa: { $first }; después, { $second }.
report-needs-title = Con qué se pondera el plan
report-plan-empty = Aún no se propone ningún paso: hay muy poco respondido
report-plan-title = Empezar por «{ $step }»: atiende el { $share } de lo que duele
report-plan-title-stays = Empezar por «{ $step }»: atiende el { $share } de lo que duele y sigue en Ahora en el { $stays } de las simulaciones
report-floors = Antes de cualquier orden: { $list }.
report-floor-secret-leak = hay un secreto activo expuesto
report-floor-no-restore-tested = nunca se ha probado una restauración
report-floor-cannot-deploy = hay un servicio que nadie puede desplegar
report-wave-now = Ahora
report-wave-next = Después
report-wave-later = Más adelante
report-wave-beside = { $weeks } semanas, { $used } de { $capacity } días-persona
report-wave-empty = Aquí todavía no cabe nada.
report-days-short = { $n } d
report-plan-legend = Atiende: sobre cuánto de las necesidades ponderadas actúa el paso, en %, y sobre cuáles. Esfuerzo: días-persona, más donde debe actuar otro equipo o la organización. Sigue: proporción de 400 simulaciones, que varían respuestas, necesidades y esfuerzo, en las que el paso está en Ahora. Órdenes como 2–3 son un empate.
report-cards-title = { $n ->
    [one] Un paso, con qué hacer primero y cómo saber que está hecho
   *[other] { $n } pasos, cada uno con qué hacer primero y cómo saber que está hecho
}
report-cards-beside = { $n ->
    [one] un paso
   *[other] { $n } pasos
}
report-cards-aws = Los servicios de AWS se nombran según el catálogo del modelo { $model }: comprobar su disponibilidad regional y su fin de vida antes de usarlos. Cada paso nombra un camino sin ellos.
report-person-days = { $n } días-persona
report-stays-in-now = en Ahora en el { $share } de las simulaciones
report-control-team = el propio equipo
report-control-other-team = otro equipo
report-control-organisation = la organización
report-card-why = Por qué aquí
report-card-done = Hecho cuando
report-card-first = Primeras acciones, en las próximas dos semanas
report-card-aws = Servicios de AWS
report-card-alternative = Sin AWS
report-card-watch = Qué vigilar
report-card-fails = Cómo suele fallar
report-card-benefit = Qué aporta
report-why-floor = Va antes de cualquier orden, porque { $floor }.
report-why-serves = Atiende el { $share } de las necesidades ponderadas, sobre todo { $needs }.
report-why-after = Actúa después de integrarse el cambio, donde pasa el { $share } del tiempo de entrega (n = { $n }).
report-why-before = Actúa antes de integrarse el cambio, donde pasa el { $share } del tiempo de entrega (n = { $n }).
report-why-gap = { $votes ->
    [0] Nadie ha respondido; se toma el nivel { $to } como no alcanzado, con probabilidad del { $sure }.
    [one] Un voto lo sitúa en el nivel { $from }; el nivel { $to } no está alcanzado con probabilidad del { $sure }.
   *[other] { $votes } votos lo sitúan en el nivel { $from }; el nivel { $to } no está alcanzado con probabilidad del { $sure }.
}
report-why-agreement = El acuerdo es de { $agreement } sobre 1.
report-step-short = { $step } (nivel { $level })
report-why-unblocks = { $more ->
    [0] Abre el camino a { $steps }.
   *[other] Abre el camino a { $steps }, y { $more } más.
}
report-why-tie = Los puestos { $rank } son un empate
report-step-level = nivel { $level }

# Lo que no entra ahora
report-find-out = Averiguar primero
report-find-out-beside = un día cada una: la carencia no está demostrada
report-not-now = Fuera, con el motivo
report-not-now-title = { $n ->
    [0] Nada queda fuera
    [one] Un paso queda fuera por un motivo
   *[other] { $n } pasos quedan fuera, cada uno por un motivo
}{ $m ->
    [0] {""}
    [one] ; una carencia está por averiguar
   *[other] ; { $m } carencias están por averiguar
}
report-reason-not-at-constraint = Fuera del cuello de botella: atiende menos del 5 % de lo que duele
report-reason-prerequisite-missing = Necesita antes «{ $step }» en el nivel { $level }
report-reason-gap-not-proven = La carencia no está demostrada; averiguar primero
report-reason-beyond-capacity = Más allá de la capacidad de este año
report-reason-level-3-is-enough = Aquí basta el nivel 3
report-reason-not-applicable = Aquí no aplica

# Método
report-method-title = { $records } registros de { $sources ->
    [one] una fuente
   *[other] { $sources } fuentes
}, { $rejected ->
    [0] ninguno rechazado
    [one] uno rechazado
   *[other] { $rejected } rechazados
}
report-method-title-answers = Este informe se apoya solo en respuestas
report-method-lead = Primero los límites: qué cubren los datos, de dónde vienen y cómo se hace cada cifra. Los pesos de las capacidades sobre las necesidades son juicios de este modelo, no hallazgos de DORA.
report-method-quality = Qué cubren los datos
report-method-sources = Fuentes
report-method-fixed = Qué lo hace repetible
report-method-definitions = Definiciones
report-method-plan = Cómo se hace el plan
report-method-scale = La escala
report-part-of = {"  "}{ $part } de { $all }
report-coverage-revision = Despliegues con revisión conocida
report-coverage-first-commit = Cambios con primer commit conocido
report-coverage-incidents = Incidentes vinculados a un despliegue
report-coverage-guessed = Vínculos supuestos por la hora
report-coverage-attempts = Intentos que no llegaron a producción
report-coverage-clocks = Cambios excluidos por un reloj erróneo
report-coverage-bots = Cambios hechos por bots
report-bots-in = { $n }, contados en el tiempo de entrega
report-bots-out = { $n }, fuera del tiempo de entrega
report-fixed-window = Ventana
report-window = del { $from } al { $to }, sin incluir el último día, { $zone }
report-fixed-services = Servicios
report-all-services = todos los de las fuentes
report-fixed-environments = Entornos
report-production = producción
report-fixed-definitions = Definiciones
report-fixed-seed = Semilla de los intervalos
report-fixed-waves = Oleadas tomadas como una
report-waves = una misma revisión en { $n } horas
report-fixed-hash = Línea base
report-not-frozen = medida para este informe, sin congelar
report-fixed-model = Modelo
report-fixed-profile-seed = Semilla de los rangos
report-fixed-plan-seed = Semilla de las simulaciones
report-fixed-targets = Objetivos del equipo
report-targets = tiempo de entrega { $lead }, { $frequency } despliegues por semana, { $failures } de cambios fallidos, recuperación { $recovery }
report-definition-lead-time = De la fecha de autoría más temprana entre los commits de un cambio al final del primer despliegue en producción que lo contiene. Un cambio es un paso de primer padre en la rama desplegada. Mediana.
report-definition-deploy-lag = El mismo final, desde el momento en que el cambio se integró en la rama. Mediana.
report-definition-deployment-frequency = Despliegues en producción con éxito que traen al menos un cambio no desplegado allí antes, por semana. Las repeticiones y reversiones se cuentan aparte.
report-definition-change-fail-rate = Los de esos despliegues que fallaron, entre los que terminaron al menos 72 horas antes del fin de los datos. Fallo: un incidente vinculado, una reversión posterior, o un cambio suyo revertido o corregido con urgencia.
report-definition-recovery-time = Del final de un despliegue fallido, o del inicio del impacto si es posterior y se conoce, a la recuperación probada. Los abiertos cuentan como más largos que lo observado. Mediana.
report-definition-time-to-restore = Todos los incidentes, sea cual sea su causa, de inicio a fin. Los abiertos cuentan como más largos que lo observado. Mediana.
report-definition-rework-rate = Reversiones y correcciones urgentes, entre todos los despliegues con éxito.
report-interval-order-statistics = estadísticos de orden, 95 %
report-interval-cluster-bootstrap = bootstrap por despliegue, 2000 muestras, 95 %
report-interval-garwood = Poisson exacto (Garwood), 95 %
report-interval-week-bootstrap = bootstrap por semana, 2000 muestras, 95 %
report-interval-wilson = Wilson, 95 %
report-interval-clopper-pearson = exacto (Clopper–Pearson), 95 %
report-interval-kaplan-meier = Kaplan–Meier, log-log, 95 %
report-formula-severity-name = Gravedad
report-formula-severity = Distancia de cada métrica al objetivo del equipo, de 0 a 1, logarítmica para tiempos y frecuencia: ln(valor / objetivo) / ln(peor / objetivo). Sin datos: diez puntos repartidos entre lo que duele.
report-formula-shares-name = Reparto de necesidades
report-formula-shares = El 75 % va a las cuatro métricas según el cuadrado de su gravedad, el 15 % al riesgo de seguridad y el 10 % a las personas, salvo otro ajuste.
report-formula-relevance-name = Relevancia
report-formula-relevance = Suma sobre las seis necesidades de proporción × peso / 3. Con datos por etapa, el peso sobre el tiempo de entrega crece con la proporción de tiempo en las etapas donde actúa la capacidad.
report-formula-benefit-name = Beneficio propio
report-formula-benefit = Relevancia × 0,6, 1,0, 0,8, 0,3 para pasos a los niveles 1, 2, 3, 4 × lo que falta para ese nivel.
report-formula-leverage-name = Palanca
report-formula-leverage = Beneficio propio más la mitad del valor de cada paso que desbloquea, repartido entre todo lo que ese paso aún espera.
report-formula-priority-name = Prioridad
report-formula-priority = 100 × valor × certeza de la carencia / √(esfuerzo / 8 días). El esfuerzo cuenta 1,5 veces si debe actuar otro equipo y el doble si debe hacerlo la organización.
report-formula-waves-name = Olas
report-formula-waves = Ahora: 6 semanas, 3 pasos como máximo. Después: 12 semanas, 5 como máximo. Más adelante: el resto del año, 8 como máximo. Se llenan por prioridad dentro de la capacidad, con los requisitos siempre en una ola anterior.
report-formula-stability-name = Estabilidad
report-formula-stability = 400 simulaciones con semilla guardada varían niveles, necesidades y esfuerzo; se muestra la proporción en la que un paso está en Ahora.
report-scale-0 = Ausente.
report-scale-1 = Depende de ciertas personas.
report-scale-2 = Habitual en parte del alcance.
report-scale-3 = Lo normal en todo el alcance; resiste ausencias y presión.
report-scale-4 = Comprobado con cifras y ajustado.
report-scale-value-name = Valor
report-scale-value = Cada voto se reparte entre su nivel y los vecinos, con peso según la confianza: suposición 0,5, se sabe 1, se puede mostrar 1,5. El valor es la media de esa distribución; su rango, los cuantiles del 10 y el 90 %. «No se sabe» no añade nada, así que el rango sigue ancho.
report-source-git = repositorio git
report-source-deployments = despliegues, archivo delimitado
report-source-incidents = incidentes, archivo delimitado
report-rejects = Registros que no se tomaron
report-no-rejects = Se tomaron todos los registros.
report-reject-unsaid = campo «{ $field }», por ejemplo «{ $value }»
report-and-more = y { $n } más
report-unshown = { $n ->
    [one] Un carácter de los nombres no se puede mostrar con la tipografía del informe y aparece como □: { $codes }.
   *[other] { $n } caracteres de los nombres no se pueden mostrar con la tipografía del informe y aparecen como □: { $codes }.
}

# Respuestas
report-answers-title = { $n } de { $all } preguntas están respondidas; las demás dicen por qué no
report-answers-lead = Sin preguntar, no se sabe, no aplica y no depende del equipo son cuatro cosas distintas, y ninguna es un cero.
report-answer-reason = porque { $reason }
report-answer-owner = responsable: { $owner }
report-vote-one = un voto: { $level }
report-votes-few = { $n } votos; se muestran desde 4
report-votes-many = { $n } votos: { $levels }
