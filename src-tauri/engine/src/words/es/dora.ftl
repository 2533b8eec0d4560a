## The sentence over a baseline

title-baseline-waits = La mitad de los cambios llega a los usuarios en { $lead } o menos, y el { $part } de todo su tiempo es espera hasta el despliegue
title-baseline-before = La mitad de los cambios llega a los usuarios en { $lead } o menos, y el { $part } de todo su tiempo pasa antes de integrarse
title-baseline-lead = La mitad de los cambios llega a los usuarios en { $lead } o menos
title-baseline-lag = Los cambios llegan a los usuarios { $lag } después de integrarse; no se sabe lo suficiente cuándo se empezaron
title-baseline-frequency = Los despliegues traen cambios unas { $rate } veces por semana; todavía no se sabe cuánto tardan los cambios
title-baseline-few =
    { $count ->
        [one] Se conoce un despliegue en este periodo: se enumera, sin tasa
       *[other] Se conocen { $count } despliegues en este periodo: se enumeran, sin tasa
    }
title-baseline-unknown = Se conocen despliegues, pero no lo que trajeron: sus revisiones no están en los historiales
title-baseline-window = Ningún despliegue llegó a los usuarios en este periodo
title-baseline-none = Todavía no se puede medir la entrega, porque no se conoce ningún despliegue

## Findings

finding-lead-time =
    { $count ->
        [one] El único cambio desplegado tardó { $median } en llegar a los usuarios.
       *[other] La mitad de { $count } cambios llega a los usuarios en { $median } o menos.
    }
finding-deploy-lag =
    { $count ->
        [one] El único cambio desplegado esperó { $median } desde su integración hasta funcionar en producción.
       *[other] La mitad de { $count } cambios funciona en producción { $median } después de integrarse, o antes.
    }
finding-frequency = { $count } despliegues trajeron cambios en { $weeks } semanas, cerca de { $rate } por semana.
finding-frequency-few =
    { $count ->
        [0] Ningún despliegue trajo cambios en { $weeks } semanas; no hay tasa.
        [one] Un despliegue trajo cambios en { $weeks } semanas: con menos de diez hay lista y no hay tasa.
       *[other] { $count } despliegues trajeron cambios en { $weeks } semanas: con menos de diez hay lista y no hay tasa.
    }
finding-change-fail-rate = { $events } de { $count } despliegues juzgados fallaron; la proporción real puede estar entre { $low } y { $high }.
finding-change-fail-rate-few =
    { $count ->
        [0] Todavía no se pudo juzgar ningún despliegue; no hay tasa.
        [one] { $events } de un despliegue juzgado falló: con menos de diez no hay tasa.
       *[other] { $events } de { $count } despliegues juzgados fallaron: con menos de diez no hay tasa.
    }
finding-rework = { $events } de { $count } despliegues repararon uno anterior; la proporción real puede estar entre { $low } y { $high }.
finding-rework-few =
    { $count ->
        [one] { $events } de un despliegue reparó uno anterior: con menos de diez no hay tasa.
       *[other] { $events } de { $count } despliegues repararon uno anterior: con menos de diez no hay tasa.
    }
finding-recovery =
    { $open ->
        [0] La mitad de { $count } despliegues fallidos se recuperó en { $median } o menos.
        [one] La mitad de { $count } despliegues fallidos se recuperó en { $median } o menos; uno sigue abierto y se cuenta como tal.
       *[other] La mitad de { $count } despliegues fallidos se recuperó en { $median } o menos; { $open } siguen abiertos y se cuentan como tales.
    }
finding-recovery-one = { $count } despliegue fallido tardó { $time } en recuperarse.
finding-recovery-range =
    { $open ->
        [0] { $count } despliegues fallidos tardaron entre { $shortest } y { $longest } en recuperarse.
        [one] { $count } despliegues fallidos: uno sigue abierto, los demás tardaron entre { $shortest } y { $longest } en recuperarse.
       *[other] { $count } despliegues fallidos: { $open } siguen abiertos, los demás tardaron entre { $shortest } y { $longest } en recuperarse.
    }
finding-recovery-open =
    { $count ->
        [one] El único despliegue fallido aún no se ha recuperado ({ $ended } de 1, { $open } abierto): no hay mediana.
       *[other] Se han recuperado { $ended } de { $count } despliegues fallidos y { $open } siguen abiertos: demasiados para una mediana.
    }
finding-restore =
    { $open ->
        [0] La mitad de { $count } incidentes terminó en { $median } o menos.
        [one] La mitad de { $count } incidentes terminó en { $median } o menos; uno sigue abierto y se cuenta como tal.
       *[other] La mitad de { $count } incidentes terminó en { $median } o menos; { $open } siguen abiertos y se cuentan como tales.
    }
finding-restore-one = { $count } incidente tardó { $time } en terminar.
finding-restore-range =
    { $open ->
        [0] { $count } incidentes tardaron entre { $shortest } y { $longest } en terminar.
        [one] { $count } incidentes: uno sigue abierto, los demás tardaron entre { $shortest } y { $longest } en terminar.
       *[other] { $count } incidentes: { $open } siguen abiertos, los demás tardaron entre { $shortest } y { $longest } en terminar.
    }
finding-restore-open =
    { $count ->
        [one] El único incidente sigue abierto ({ $ended } de 1 terminado, { $open } abierto): no hay mediana.
       *[other] Han terminado { $ended } de { $count } incidentes y { $open } siguen abiertos: demasiados para una mediana.
    }

## Why there is no number

reason-no-deployments = No se puede medir, porque no se conoce ningún despliegue.
reason-no-deployments-in-window = No se puede medir, porque ningún despliegue llegó a los usuarios en este periodo.
reason-no-history = No se puede medir, porque no se leyó ningún historial de git: faltan las fechas de los cambios.
reason-shallow = No se puede medir, porque el historial de git está cortado (un clon superficial). Un clon completo da las fechas que faltan.
reason-unknown-revisions = No se puede medir, porque ninguna revisión desplegada se encontró en los historiales de git.
reason-no-changes = No se puede medir, porque ningún despliegue de este periodo trajo un cambio aún no desplegado.
reason-changes-left-out = No se puede medir, porque todos los cambios de este periodo quedaron fuera: hechos por bots o con fechas imposibles.
reason-few-deployments = No se puede medir, porque hay menos de diez despliegues: se enumeran, sin tasa.
reason-no-window = No se puede medir, porque el periodo termina antes del primer despliegue.
reason-no-incidents = No se puede medir, porque no se entregaron incidentes y ningún despliegue tuvo reversión ni corrección urgente.
reason-no-incidents-in-window = No se puede medir, porque ningún incidente empezó en este periodo.
reason-no-failures = No se puede medir, porque ningún despliegue de este periodo falló.
reason-no-rework-trace = No se puede medir, porque las fuentes no mostrarían una reversión ni una corrección urgente: etiquetas, o despliegues sin revisión.

## What is missing or guessed beside a number

missing-incidents = No se entregaron incidentes: solo se vieron reversiones y correcciones urgentes.
missing-first-commit =
    { $n ->
        [one] Un cambio compactado cuenta desde su integración: la cifra es una cota inferior.
       *[other] { $n } cambios compactados cuentan desde su integración: la cifra es una cota inferior.
    }
missing-shallow =
    { $n ->
        [one] Un historial de git está cortado; sus cambios quedan fuera.
       *[other] { $n } historiales de git están cortados; sus cambios quedan fuera.
    }
missing-unknown-revision =
    { $n ->
        [one] Un despliegue tiene una revisión que no está en ningún historial, y queda fuera.
       *[other] { $n } despliegues tienen una revisión que no está en ningún historial, y quedan fuera.
    }
missing-tag-time =
    { $n ->
        [one] Una etiqueta no tiene fecha propia; la fecha de su commit es una cota inferior.
       *[other] { $n } etiquetas no tienen fecha propia; las fechas de sus commits son una cota inferior.
    }
missing-tags-set-aside =
    { $n ->
        [one] Una etiqueta no se contó como despliegue, porque los despliegues constan en otra fuente.
       *[other] { $n } etiquetas no se contaron como despliegues, porque los despliegues constan en otra fuente.
    }
missing-history =
    { $n ->
        [one] Un despliegue se distinguió por el texto de su revisión, porque no se leyó un historial de su servicio.
       *[other] { $n } despliegues se distinguieron por el texto de sus revisiones, porque no se leyó un historial de su servicio.
    }
missing-revisions =
    { $n ->
        [one] Un despliegue no nombra una revisión; cuenta como si trajera un cambio.
       *[other] { $n } despliegues no nombran una revisión; cada uno cuenta como si trajera un cambio.
    }
missing-window-start = El primer despliegue conocido está dentro del periodo: la tasa cuenta desde ahí.
missing-window-end = Ninguna fuente cuenta nada de los últimos { $n } días del periodo: cuentan como días sin despliegues.
missing-too-recent =
    { $n ->
        [one] Un despliegue es demasiado reciente para juzgarlo.
       *[other] { $n } despliegues son demasiado recientes para juzgarlos.
    }
missing-guessed-links =
    { $n ->
        [one] Un incidente se vinculó por servicio y hora: es una suposición.
       *[other] { $n } incidentes se vincularon por servicio y hora: son suposiciones.
    }
missing-unlinked =
    { $n ->
        [one] Un incidente no se pudo vincular a un despliegue.
       *[other] { $n } incidentes no se pudieron vincular a un despliegue.
    }

## Why a deployment is judged failed

failed-incident = tiene un incidente vinculado
failed-rollback = tuvo reversión
failed-revert = se deshizo uno de sus cambios
failed-hotfix = le siguió una corrección urgente

## The survey's scale and the published levels

scale-time-1 = más de seis meses
scale-time-2 = de uno a seis meses
scale-time-3 = de una semana a un mes
scale-time-4 = de un día a una semana
scale-time-5 = menos de un día
scale-time-6 = menos de una hora
scale-frequency-1 = menos de una vez en seis meses
scale-frequency-2 = entre una vez al mes y una vez en seis meses
scale-frequency-3 = entre una vez a la semana y una vez al mes
scale-frequency-4 = entre una vez al día y una vez a la semana
scale-frequency-5 = entre una vez por hora y una vez al día, o a demanda
scale-frequency-6 = a demanda, varias veces al día
level-elite = élite
level-high = alto
level-medium = medio
level-low = bajo
level-of-year = { $level } entre las respuestas de { $year }; los niveles describen grupos de respuestas y no son umbrales

## Baseline against baseline

verdict-changed = cambió
verdict-unclear = no está claro
verdict-no-evidence = sin indicios de cambio
verdict-not-comparable = no comparable
compared-time = { $old } antes, { $new } ahora: razón { $size } (intervalo del 95 %: de { $low } a { $high })
compared-time-open = { $old } antes, { $new } ahora: razón { $size }, demasiado pocos para un intervalo
compared-rate = { $old } por semana antes, { $new } ahora: razón { $size } (intervalo del 95 %: de { $low } a { $high })
compared-rate-open = { $old } por semana antes, { $new } ahora: razón { $size }, demasiado pocos para un intervalo
compared-share = { $old } antes, { $new } ahora: diferencia { $size } puntos (intervalo del 95 %: de { $low } a { $high })
compared-share-open = { $old } antes, { $new } ahora: diferencia { $size } puntos, demasiado pocos para un intervalo
compared-not = Una de las dos líneas base no tiene esta cifra, o las dos la definen de otra manera
differs-definitions = Las dos líneas base usan definiciones distintas
differs-services = Las dos líneas base abarcan servicios distintos
differs-environments = Las dos líneas base abarcan entornos distintos
differs-bots = Una línea base cuenta los cambios hechos por bots y la otra no
differs-waves = Una línea base toma como uno los despliegues por oleadas y la otra no, o con otro plazo
differs-zone = Las dos líneas base cuentan los días en zonas horarias distintas
differs-overlap = Los dos periodos se solapan: parte de los datos está en ambos
differs-clock = El reloj principal difiere: un lado conoce los primeros commits y el otro no. Los dos se comparan por la espera desde la fusión hasta el despliegue
differs-length = Los periodos no duran lo mismo: { $old } y { $new } días
differs-sources = Las dos líneas base se apoyan en tipos de fuentes distintos
differs-corrections = { $old } correcciones a mano en el lado anterior, { $new } en el posterior

## Resultados que nadie contó

reason-unknown-outcomes = No se puede medir, porque ninguna fuente dice cómo acabaron los despliegues: falta aportar sus estados.
missing-waves =
    { $n ->
        [one] Un despliegue era una oleada posterior de otro y cuenta con él, según el plazo fijado para las oleadas.
       *[other] { $n } despliegues eran oleadas posteriores de otro y cuentan con él, según el plazo fijado para las oleadas.
    }
missing-side-branch =
    { $n ->
        [one] Un despliegue salió de una rama lateral: lo que funcionaba antes no está entre sus antecesores. La lista de despliegues lo marca.
       *[other] { $n } despliegues salieron de una rama lateral: lo que funcionaba antes no está entre sus antecesores. La lista de despliegues los marca.
    }
missing-picked =
    { $n ->
        [one] Un cambio ya se había desplegado como copia del mismo commit (cherry-pick) y cuenta una sola vez, en el primero de los dos.
       *[other] { $n } cambios ya se habían desplegado como copias de los mismos commits (cherry-picks) y cuentan una sola vez, en el primero de los dos.
    }
missing-unknown-outcome =
    { $n ->
        [one] No se sabe cómo acabó un despliegue: no cuenta ni como éxito ni como fallo. Falta aportar sus estados.
       *[other] No se sabe cómo acabaron { $n } despliegues: no cuentan ni como éxitos ni como fallos. Falta aportar sus estados.
    }
missing-corrections =
    { $n ->
        [one] Una corrección a mano surte efecto; su motivo está en la lista de correcciones.
       *[other] { $n } correcciones a mano surten efecto; sus motivos están en la lista de correcciones.
    }
title-baseline-unknown-outcome = Se conocen despliegues, pero no cómo acabaron: falta aportar sus estados
