# El registro de un historial de git como texto: por qué se rechaza una línea y qué conviene saber.
reject-log-fields = no es una línea del registro: se esperan siete campos separados por tabuladores
reject-log-id = «{ $value }» no es un identificador de commit: se esperan 40 dígitos hexadecimales
reject-log-time = «{ $value }» no es una hora entre 1990 y 2100 con su zona, como 2026-03-05T09:00:00+01:00
reject-log-duplicate = este commit ya aparece en una línea anterior; cuenta la primera
reject-log-cycle = este commit sería su propio antepasado; hay que exportar el registro de nuevo
reject-log-too-long = la línea ocupa más de un megabyte; la lectura se detuvo aquí
reject-log-unreadable = no se pudo seguir leyendo el archivo: { $value }
note-log-sorted = { $count ->
    [one] Un commit aparecía después de su antecesor y se puso en orden.
   *[other] { $count } commits aparecían después de sus antecesores y se pusieron en orden.
}
note-log-cut = { $count ->
    [one] Falta un antecesor: el registro está cortado y no se calcula el tiempo de entrega. Conviene exportarlo entero, con --all.
   *[other] Faltan { $count } antecesores: el registro está cortado y no se calcula el tiempo de entrega. Conviene exportarlo entero, con --all.
}
