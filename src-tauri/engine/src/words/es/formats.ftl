# Exportaciones de herramientas: sus nombres y lo que se puede reprochar a un archivo.

format-github-runs = Ejecuciones de GitHub Actions (gh)
format-github-runs-rest = Ejecuciones de GitHub Actions (REST)
format-github-deployments = Despliegues de GitHub
format-github-deployment-statuses = Estados de despliegues de GitHub

reject-field-missing = falta { $field }
reject-field-type = { $field }: «{ $value }» no es del tipo que corresponde ahí
reject-export-unreadable = No se puede leer el archivo «{ $name }».
reject-export-too-large = El archivo «{ $name }» supera los 512 MiB.
reject-export-too-many = El archivo «{ $name }» tiene más de dos millones de registros.
reject-export-cut-short = El archivo «{ $name }» termina en mitad de un registro, en la línea { $line }.
reject-export-broken = «{ $name }», línea { $line }, columna { $column }: esto no es { $language }.
reject-export-no-records = No hay ningún registro en «{ $name }».
reject-export-totals = «{ $name }» contiene totales que la herramienta ya ha sumado, no eventos: no figura la fecha de ningún despliegue ni incidente concreto. Exporta los propios despliegues o incidentes.
reject-export-pattern = «{ $value }» no es un patrón de nombres.

note-export-not-deploying = { $n ->
    [one] se dejó fuera una ejecución cuyo nombre no habla de desplegar
   *[other] se dejaron fuera { $n } ejecuciones cuyos nombres no hablan de desplegar
}
note-export-other-name = { $n ->
    [one] se dejó fuera una ejecución con otro nombre
   *[other] se dejaron fuera { $n } ejecuciones con otros nombres
}
note-export-unfinished = { $n ->
    [one] una ejecución aún no ha terminado y se dejó fuera
   *[other] { $n } ejecuciones aún no han terminado y se dejaron fuera
}
note-export-did-not-run = { $n ->
    [one] la herramienta omitió una ejecución, que se dejó fuera
   *[other] la herramienta omitió { $n } ejecuciones, que se dejaron fuera
}
note-export-retention-days = la herramienta guarda { $n } días y este archivo llega más o menos hasta ahí: pueden faltar eventos más antiguos
note-export-retention-entries = la herramienta guarda { $n } entradas por servicio y al menos un servicio tiene ese número: pueden faltar eventos más antiguos
note-export-list-cut = el archivo tiene exactamente { $n } registros, el número en que se corta esta lista si no se piden más
note-export-more-pages = el propio archivo dice que su lista continúa: hay que pedir todas las páginas
