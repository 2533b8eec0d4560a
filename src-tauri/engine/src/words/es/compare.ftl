# A lo largo del tiempo: dos líneas base lado a lado

compare-now = Ahora
problem-compare-same = { $name } no se puede comparar consigo misma.
problem-compare-same-hint = Elegir otra línea base en uno de los lados.
compare-empty-title = Todavía no hay con qué comparar
compare-empty = La comparación empieza con la segunda línea base. Congelar una ahora con el nombre del trimestre; el siguiente trimestre aparece aquí a su lado.
compare-empty-nothing = La comparación empieza con la segunda línea base. Importar un repositorio o un archivo de despliegues, y congelar lo medido con el nombre del trimestre.
compare-title-rose = { $name }: subió de { $old } a { $new }
compare-title-fell = { $name }: bajó de { $old } a { $new }
compare-title-many = Cambiaron { $count } de { $of } métricas de entrega: { $names }
compare-title-up = { $up ->
    [one] Una capacidad subió más allá del ruido
   *[other] { $up } capacidades subieron más allá del ruido
}
compare-title-down = { $down ->
    [one] Una capacidad bajó más allá del ruido
   *[other] { $down } capacidades bajaron más allá del ruido
}
compare-title-both = { $up ->
    [one] Una capacidad subió más allá del ruido
   *[other] { $up } capacidades subieron más allá del ruido
}; { $down ->
    [one] una bajó
   *[other] { $down } bajaron
}
compare-title-none = Nada cambió más allá del ruido entre las dos
compare-title-nothing = Nada de estas dos se puede comparar
compare-delivery-changed = { $count ->
    [one] Entrega: cambió una de { $of } métricas
   *[other] Entrega: cambiaron { $count } de { $of } métricas
}
compare-delivery-unclear = Entrega: no está claro
compare-delivery-none = Entrega: sin indicios de cambio
compare-delivery-nothing = Entrega: no hay nada comparable
compare-method = Tiempos: Mann–Whitney, con la razón de Hodges–Lehmann, y otra vez barajando despliegues enteros; cuenta lo más ancho. Frecuencia: razón exacta de tasas. Proporciones: Fisher, con el intervalo de Newcombe. Las cinco se juzgan juntas (Holm): «cambió» es lo que el azar solo mostraría en menos del 5 % de estas comparaciones; «no está claro», una métrica cuya diferencia el azar daría en menos del 20 %.
compare-ratio = Razón { $size } (intervalo del 95 %: de { $low } a { $high })
compare-ratio-open = Razón { $size }, demasiado pocos para un intervalo
compare-points = { $size } puntos (intervalo del 95 %: de { $low } a { $high })
compare-points-open = { $size } puntos, demasiado pocos para un intervalo
compare-not-in = { $name }: { $reason }
compare-not-open = Algunas recuperaciones siguen abiertas; la prueba necesita tiempos terminados.
compare-not-defined = Las dos abarcan o definen esto de otra manera.
compare-seen-time = Solo una mediana { $ratio } veces mayor o menor se habría visto en cuatro de cada cinco casos.
compare-seen-rate = Solo un número de despliegues { $ratio } veces mayor se habría visto en cuatro de cada cinco casos.
compare-seen-share = Solo una bajada del { $old } al { $lower } se habría visto en cuatro de cada cinco casos.
compare-seen-no-share = Ni siquiera una bajada del { $old } a cero se habría visto en cuatro de cada cinco casos.
compare-comparable = { $count } de { $of } comparables
compare-lead = { $count ->
    [one] Se puede comparar una capacidad:
   *[other] Se pueden comparar { $count } capacidades:
} { $up } con subida, { $down } con bajada, { $likely } con cambio probable, { $noise } dentro del ruido.
compare-lead-none = Ninguna capacidad se respondió en los dos lados.
compare-moved-up = subió, { $p }
compare-moved-down = bajó, { $p }
compare-likely-up = probable subida, { $p }
compare-likely-down = probable bajada, { $p }
compare-noise = dentro del ruido
compare-from-to = de { $old } a { $new }, plausible de { $low } a { $high }
compare-apart-not-asked = sin respuesta en { $name }
compare-apart-unknown = no se sabe en { $name }
compare-apart-not-applicable = no aplica en { $name }
compare-apart-not-ours = no depende del equipo en { $name }
compare-apart-model = preguntada con otra edición del modelo
compare-note-model = Las preguntas vienen de ediciones distintas del modelo ({ $old }, { $new }). Nada dice todavía qué fue de cada una, así que no se compara ninguna capacidad.
compare-note-same-answers = Los dos lados tienen las mismas respuestas: ninguna capacidad puede haber cambiado entre ellos.
compare-note-no-profile = { $name } se congeló sin sus valores: sus respuestas se calculan de nuevo, sin lo que los rastros contradecían ese día.
baseline-against = Frente a { $name }: { $verdict }
