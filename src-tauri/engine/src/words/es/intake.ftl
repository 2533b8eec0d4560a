# Entregar datos: qué es un archivo, qué quedó fuera, qué le falta, qué resultó.

## Qué es un archivo cuando no es nada que se lea
problem-file-is-archive = { $name } es un archivo comprimido.
problem-file-is-archive-hint = Descomprímalo y entregue la carpeta.
problem-file-is-picture = { $name } es una imagen.
problem-file-is-picture-hint = Exporte las cifras que hay detrás como CSV o JSON.
problem-file-is-paper = { $name } es un PDF.
problem-file-is-paper-hint = Exporte las cifras que hay detrás como CSV o JSON.
problem-file-is-old-workbook = { $name } es un libro del formato antiguo (.xls), o un documento.
problem-file-is-old-workbook-hint = Guárdelo como .xlsx o como CSV.
problem-file-is-a-workspace = { $name } es una base de datos o un espacio de trabajo de Sextant, no una exportación.
problem-file-is-a-workspace-hint = Un espacio de trabajo se abre con Ctrl+O; de una base de datos, exporte la tabla como CSV.
problem-file-is-a-page = { $name } es una página web, quizá la de inicio de sesión guardada en lugar de la exportación.
problem-file-is-a-page-hint = Inicie sesión y exporte de nuevo, o dé un token a la orden.
problem-file-is-yaml = { $name } es YAML.
problem-file-is-yaml-hint = Pida JSON a la herramienta: la mayoría acepta «-o json» en lugar de «-o yaml».
problem-file-is-text = { $name } es texto sin formato: no contiene ninguna tabla.
problem-file-is-text-hint = Exporte las cifras como CSV o JSON.
problem-file-is-empty = { $name } está vacío.
problem-file-is-empty-hint = La exportación no encontró nada, o terminó antes de escribir. Ejecútela de nuevo y mire lo que dice.
problem-file-is-binary = { $name } no es texto.
problem-file-is-binary-hint = Se leen CSV, JSON, XML y XLSX, y repositorios git.
problem-unknown-xml = { $name } es XML de un tipo que no se conoce.
problem-unknown-xml-hint = Exporte lo mismo como CSV o JSON.
problem-nothing-in-it = Nada de lo que hay en { $name } puede usarse.
problem-nothing-in-it-hint = Mire las razones que figuran al lado, y qué se pidió al exportar.
problem-nothing-chosen = No se eligió nada.
problem-folder-nothing = En { $name } no hay nada que pueda leerse. { $left }
problem-folder-nothing-hint = Las exportaciones terminan en .csv, .json, .ndjson, .xml o .xlsx; un repositorio git se entrega como su carpeta.

## Exportaciones que no se leen
problem-export-unreadable = No se puede leer { $name }.
problem-export-unreadable-hint = Compruebe que el archivo está ahí y que puede abrirse.
problem-export-too-large = { $name } ocupa más de 512 MiB.
problem-export-too-large-hint = Divídalo por fechas e importe las partes.
problem-export-too-many = { $name } tiene más de dos millones de registros.
problem-export-too-many-hint = Divídalo por fechas e importe las partes.
problem-export-cut-short = { $name } termina en mitad de un registro, en la línea { $line }.
problem-export-cut-short-hint = La exportación quedó cortada: ejecútela de nuevo. No se tomó nada de ella.
problem-export-broken = { $name }, línea { $line }, columna { $column }: esto no es { $language }.
problem-export-broken-hint = Puede haber mensajes de la herramienta en el archivo: envíelos a otro lugar con «2> mensajes.txt». No se tomó nada de él.
problem-export-no-records = No hay ningún registro en { $name }.
problem-export-no-records-hint = La exportación no encontró nada: mire su filtro, su proyecto y sus fechas.
problem-export-pattern = «{ $value }» no es un patrón de nombres.
problem-export-pattern-hint = Un patrón es un nombre, con * para cualquier texto: Deploy, deploy-*.

## Carpetas
folder-hidden = { $n ->
    [one] Quedó fuera un archivo o carpeta oculto.
   *[other] Quedaron fuera { $n } archivos y carpetas ocultos.
}
folder-links = { $n ->
    [one] No se siguió un enlace.
   *[other] No se siguieron { $n } enlaces.
}
folder-other = { $n ->
    [one] Quedó fuera un archivo o carpeta que no contiene datos.
   *[other] Quedaron fuera { $n } archivos y carpetas que no contienen datos.
}
folder-deep = { $n ->
    [one] Una carpeta está a demasiada profundidad y no se abrió.
   *[other] { $n } carpetas están a demasiada profundidad y no se abrieron.
}
folder-many = { $n ->
    [one] Quedó fuera un archivo por encima de { $most }.
   *[other] Quedaron fuera { $n } archivos por encima de { $most }.
}

## Lo encontrado
look-title = { $files ->
    [one] Un archivo:
   *[other] { $files } archivos:
} { $ready ->
    [0] ninguno puede importarse tal cual
    [one] uno puede importarse
   *[other] { $ready } pueden importarse
}{ $needs ->
    [0] {""}
    [one] , uno necesita una respuesta
   *[other] , { $needs } necesitan una respuesta
}{ $refused ->
    [0] {""}
    [one] , uno no puede leerse
   *[other] , { $refused } no pueden leerse
}
found-table = Tabla
found-marks = Reconocido por { $marks }
found-columns = Reconocido por sus columnas: { $columns }
found-known = Ya está aquí, para { $service }
found-commits = { $n ->
    [one] un commit
   *[other] { $n } commits
}
found-deployments = { $n ->
    [one] un despliegue
   *[other] { $n } despliegues
}
found-incidents = { $n ->
    [one] un incidente
   *[other] { $n } incidentes
}
found-pull-requests = { $n ->
    [one] una pull request
   *[other] { $n } pull requests
}
found-nothing = nada que pueda usarse
found-rejected = { $n } de { $of } registros no pueden usarse
found-needs-zone = Sus horas no llevan zona: diga en cuál están.
found-needs-order = Sus fechas pueden leerse de dos maneras: diga si va primero el día o el mes.
found-needs-mapping = Ninguna columna dice cuándo ocurrió: elíjala.
found-needs-workflow = Ninguno de sus nombres habla de desplegar: diga cuál despliega.

## Importación
import-recognised = { $name }: { $kind }
import-progress-file = { $at } de { $of } · { $name } · { $far }
import-left = faltan unos { $time }
import-already = { $name } ya está aquí: 0 nuevos, { $known } ya conocidos
import-already-as = { $name } ya está aquí como { $as }: 0 nuevos, { $known } ya conocidos
import-many = { $files } archivos: { $done } importados{ $known ->
    [0] {""}
   *[other] , { $known } ya estaban aquí
}{ $refused ->
    [0] {""}
   *[other] , { $refused } no importados
}

## Cobertura
evidence-gives = { $name }, n = { $n }
covered-no-revision = { $n } de { $of } despliegues no nombran revisión: ningún cambio puede vincularse a ellos.
covered-not-in-history = { $n } de { $of } despliegues nombran un commit que no está en ningún repositorio de aquí: entregue el repositorio del que vienen.
covered-no-outcome = { $n } de { $of } despliegues no dicen cómo terminaron; otra exportación de la misma herramienta puede decirlo.
covered-no-cause = { $n } de { $of } incidentes no nombran el despliegue que los causó: se vinculan por el tiempo y se marcan como supuestos.
covered-gap = Nada desde el { $from } hasta el { $to } ({ $length }), mucho más de lo habitual aquí: ¿se cortó la exportación o se detuvo el trabajo?

## Hasta dónde llegan las fuentes
evidence-title-but = { $lead }; { $but }
evidence-sources = { $sources ->
    [one] Una fuente
    [2] Dos fuentes
    [3] Tres fuentes
    [4] Cuatro fuentes
    [5] Cinco fuentes
    [6] Seis fuentes
    [7] Siete fuentes
    [8] Ocho fuentes
    [9] Nueve fuentes
   *[other] { $sources } fuentes
}
evidence-lead-changes = { $said } { $sources ->
    [one] cubre
   *[other] cubren
} el { $share } de los cambios
evidence-lead-deployments = { $said } { $sources ->
    [one] da cuenta
   *[other] dan cuenta
} de { $n ->
    [one] un despliegue
   *[other] { $n } despliegues
}
evidence-lead-none = { $said } { $sources ->
    [one] leída
   *[other] leídas
}
evidence-but-no-deployments = sin despliegues no se puede medir nada
evidence-but-not-in-window = ningún despliegue cae en las semanas medidas
evidence-but-outcomes = no se sabe cómo acabaron { $n } de { $of } despliegues
evidence-but-no-history = sin una historia de git no hay tiempo de entrega
evidence-but-revisions = { $n } de { $of } despliegues no tienen una revisión conocida
evidence-but-no-incidents = faltan los incidentes
evidence-but-incidents-before = no se conoce ningún incidente anterior al { $date }
evidence-but-unseen = no se sabe nada anterior al { $date }
evidence-but-forgotten = { $name } no recuerda nada anterior al { $date }
evidence-but-rejected = { $n ->
    [one] una fila no se tomó
   *[other] { $n } filas no se tomaron
}
covers-share = { $share }
covers-first-commit = de cambios con primer commit
covers-images = de revisiones halladas por imagen
covers-revision = con una revisión conocida
covers-outcome = de resultados conocidos
covers-linked = vinculados con un despliegue
covers-pulls = de los cambios
covers-no-change = ningún cambio en las semanas medidas
covers-no-deployment = ningún despliegue en las semanas medidas
covers-no-incident = ningún incidente en las semanas medidas
covers-no-history = no hay repositorio donde buscar
covers-nothing = nada que contar en ella
line-week = S{ $week }, { $day } { $month }

## Cómo exportan las herramientas
way-keeps-days = la herramienta conserva { $n } días
way-keeps-entries = la herramienta conserva { $n } entradas de cada servicio
way-csv = cualquier CSV con una columna para la hora: las columnas se eligen a mano
way-jira = filtrar incidentes → Exportar → Exportar Excel CSV (todos los campos); diga la zona de su perfil
way-servicenow = lista de registros → menú de una columna → Exportar → CSV; diga la zona de su perfil
way-pagerduty = Analytics → Incidents → Download CSV
way-webhook = el JSON que se envió al webhook, uno tras otro en un archivo
way-events = los eventos como JSON, uno por línea, tal como los escribió el colector
kind-source-csv = Cualquier tabla
