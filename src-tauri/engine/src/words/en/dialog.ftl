# The system's own dialogs, opened by the window.
dialog-repository = Choose repositories or folders of files
dialog-table = Choose exports with deployments, incidents or pull requests
dialog-workspace = Open a workspace
dialog-save-workspace = Where to keep the new workspace
dialog-save-report = Where to write the report
dialog-save-rejects = Where to write the rejected rows
dialog-type-table = Exports (CSV, JSON, XML, XLSX)
dialog-type-workspace = Sextant workspaces
dialog-type-pdf = PDF documents
