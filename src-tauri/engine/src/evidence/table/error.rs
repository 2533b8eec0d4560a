//! Why a table is not read at all, each reason with its own message and what it speaks of.

use super::bytes::Stop;
use crate::assessment::load::ModelError;
use crate::evidence::mapping::{Field, MapError};
use std::io;
use thiserror::Error;

/// Why a file is not read at all.
#[derive(Debug, Error)]
pub enum TableError {
    /// The reader failed.
    #[error("the file cannot be read")]
    Io(#[source] io::Error),
    /// Larger than the limit.
    #[error("the file is larger than 512 MiB")]
    TooLarge,
    /// No header or no separator.
    #[error("there is no table in the file")]
    NoTable,
    /// JSON without a list of objects.
    #[error("the JSON holds no list of objects")]
    NoRecords,
    /// JSON that ends inside a record or a list.
    #[error("the file ends in the middle of a record, at line {line}")]
    CutShort {
        /// Line of the end, from 1.
        line: u32,
    },
    /// More columns than the limit.
    #[error("the table has more than 256 columns")]
    TooManyColumns,
    /// A correction cannot be followed.
    #[error(transparent)]
    Map(#[from] MapError),
    /// No column for the time.
    #[error("no column holds the time ({}); columns are {columns}", crate::evidence::mapping::name(*field))]
    NoTimeColumn {
        /// The field that needs one.
        field: Field,
        /// The columns there are, with commas.
        columns: String,
    },
    /// No such zone.
    #[error("there is no time zone \"{0}\"")]
    NoSuchZone(String),
    /// A workbook of the time before XLSX, or one behind a password.
    #[error("the workbook is an old one or has a password")]
    OldWorkbook,
    /// A workbook whose parts cannot be read.
    #[error("the workbook is damaged")]
    Workbook,
    /// A workbook that unpacks to more than is read.
    #[error("the workbook unpacks to more than 512 MiB or two hundred times its size")]
    WorkbookTooLarge,
    /// No such sheet.
    #[error("there is no sheet \"{sheet}\"; sheets are {sheets}")]
    NoSuchSheet {
        /// What was given.
        sheet: String,
        /// The sheets there are, with commas.
        sheets: String,
    },
    /// The person cancelled.
    #[error("reading was cancelled")]
    Cancelled,
}

impl TableError {
    /// The message id in the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "reject-table-unreadable",
            Self::TooLarge => "reject-table-too-large",
            Self::NoTable => "reject-table-none",
            Self::NoRecords => "reject-json-none",
            Self::CutShort { .. } => "reject-export-cut-short",
            Self::TooManyColumns => "reject-table-columns",
            Self::Map(MapError::NoSuchColumn { .. }) => "reject-map-no-column",
            Self::Map(MapError::NoSuchField { .. }) => "reject-map-no-field",
            Self::Map(MapError::NoSuchFormat { .. }) => "reject-map-no-format",
            Self::Map(MapError::Data(_)) => "reject-model",
            Self::NoTimeColumn { .. } => "reject-table-no-time",
            Self::NoSuchZone(_) => "reject-zone-unknown",
            Self::OldWorkbook => "reject-workbook-old",
            Self::Workbook => "reject-workbook-damaged",
            Self::WorkbookTooLarge => "reject-workbook-too-large",
            Self::NoSuchSheet { .. } => "reject-workbook-no-sheet",
            Self::Cancelled => "reject-cancelled",
        }
    }

    /// What its message speaks of: argument and text.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Io(error) => vec![("detail", error.kind().to_string())],
            Self::Map(MapError::NoSuchColumn { column, columns }) => {
                vec![("column", column.clone()), ("columns", columns.clone())]
            }
            Self::Map(MapError::NoSuchField { given, fields }) => {
                vec![("given", given.clone()), ("fields", fields.clone())]
            }
            Self::Map(MapError::NoSuchFormat { given, formats }) => {
                vec![("given", given.clone()), ("formats", formats.clone())]
            }
            Self::Map(MapError::Data(error)) => vec![("detail", error.to_string())],
            Self::NoTimeColumn { field, columns } => vec![
                ("field", crate::evidence::mapping::name(*field).to_owned()),
                ("columns", columns.clone()),
            ],
            Self::CutShort { line } => vec![("line", line.to_string())],
            Self::NoSuchZone(zone) => vec![("zone", zone.clone())],
            Self::NoSuchSheet { sheet, sheets } => {
                vec![("sheet", sheet.clone()), ("sheets", sheets.clone())]
            }
            _ => Vec::new(),
        }
    }
}

impl From<Stop> for TableError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Io(error) => Self::Io(error),
            Stop::TooLarge => Self::TooLarge,
        }
    }
}

impl From<ModelError> for TableError {
    fn from(error: ModelError) -> Self {
        Self::Map(MapError::Data(error))
    }
}
