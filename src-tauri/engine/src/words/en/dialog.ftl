# The system's own dialogs, opened by the window.
dialog-repository = Choose folders with git histories
dialog-table = Choose files with deployments or incidents
dialog-workspace = Open a workspace
dialog-save-workspace = Where to keep the new workspace
dialog-save-report = Where to write the report
dialog-save-rejects = Where to write the rejected rows
dialog-type-table = Tables (CSV, TSV, text, JSON, XLSX)
dialog-type-workspace = Sextant workspaces
dialog-type-pdf = PDF documents
