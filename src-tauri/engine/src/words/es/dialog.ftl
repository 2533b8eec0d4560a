# Los diálogos del sistema que abre la ventana.
dialog-repository = Elegir carpetas con historiales de git
dialog-table = Elegir archivos con despliegues o incidentes
dialog-workspace = Abrir un espacio de trabajo
dialog-save-workspace = Dónde guardar el nuevo espacio de trabajo
dialog-save-report = Dónde escribir el informe
dialog-save-rejects = Dónde escribir las filas rechazadas
dialog-type-table = Tablas (CSV, TSV, texto, JSON, XLSX)
dialog-type-workspace = Espacios de trabajo de Sextant
dialog-type-pdf = Documentos PDF
