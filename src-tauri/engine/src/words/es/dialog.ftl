# Los diálogos del sistema que abre la ventana.
dialog-repository = Elija repositorios o carpetas de archivos
dialog-table = Elija exportaciones con despliegues, incidentes o pull requests
dialog-workspace = Abrir un espacio de trabajo
dialog-save-workspace = Dónde guardar el nuevo espacio de trabajo
dialog-save-report = Dónde escribir el informe
dialog-save-rejects = Dónde escribir las filas rechazadas
dialog-type-table = Exportaciones (CSV, JSON, XML, XLSX)
dialog-type-workspace = Espacios de trabajo de Sextant
dialog-type-pdf = Documentos PDF
