//! What columns are called: the header names of each field, and the exports that are known by their header.
//!
//! In: `assessments/evidence/columns.toml` and `presets.toml`, compiled in. Out: both, checked once. A wrong
//! entry is named with its file and field.

use super::{Field, plain};
use crate::assessment::load::{ModelError, data_file};
use crate::evidence::events::SourceKind;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const COLUMNS: &str = "evidence/columns.toml";
const PRESETS: &str = "evidence/presets.toml";

/// Names of columns for both kinds of table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    deployments: Kind,
    incidents: Kind,
}

/// Names of the columns of one kind of table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Words that only such a table's names hold.
    pub speak: Vec<String>,
    /// Fields in the order they are filled.
    pub field: Vec<Names>,
}

/// A field and the names of its column, the surest first, as [`plain`] writes them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The field.
    pub field: Field,
    /// Names.
    pub names: Vec<String>,
}

impl Columns {
    /// The names for a kind of table.
    #[must_use]
    pub fn of(&self, kind: SourceKind) -> &Kind {
        if kind == SourceKind::IncidentsCsv {
            &self.incidents
        } else {
            &self.deployments
        }
    }
}

/// What a known export holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// One deployment in each row.
    Deployments,
    /// One incident in each row.
    Incidents,
}

impl Holds {
    /// The kind of table it is.
    #[must_use]
    pub fn kind(self) -> SourceKind {
        match self {
            Self::Deployments => SourceKind::DeploymentsCsv,
            Self::Incidents => SourceKind::IncidentsCsv,
        }
    }
}

/// A known export of one tool.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Id, `jira_csv`; its name is `format-jira-csv` in the catalogue.
    pub id: String,
    /// Deployments or incidents.
    pub holds: Holds,
    /// Columns that must all be there, each with its spellings.
    pub proof: Vec<Vec<String>>,
    /// Field to the spellings of its column.
    columns: toml::Table,
    /// Rules for rows.
    #[serde(default)]
    pub rows: Vec<Rule>,
    /// A column that says how long an incident lasted, in seconds, where its end is not told.
    pub lasts: Option<Lasts>,
    /// A number of rows at which the tool cuts its exports.
    pub limit: Option<Limit>,
    /// `columns`, checked.
    #[serde(skip)]
    pub fields: Vec<Names>,
}

/// A rule for single rows; what it leaves out or marks is counted under its note.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Spellings of the column looked at.
    pub column: Vec<String>,
    /// Only rows with one of these words are taken.
    #[serde(default)]
    pub take: Vec<String>,
    /// Rows with one of these words are left out.
    #[serde(default)]
    pub leave: Vec<String>,
    /// Rows with one of these words are taken and counted.
    #[serde(default)]
    pub mark: Vec<String>,
    /// Rows whose cell is empty are left out.
    #[serde(default)]
    pub without: bool,
    /// Message id.
    pub note: String,
}

/// A column of durations in seconds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lasts {
    /// Spellings.
    pub column: Vec<String>,
}

/// Where a tool cuts its exports.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Rows.
    pub rows: u32,
    /// Message id.
    pub note: String,
}

impl Rule {
    /// Whether a row with this cell is left out, and whether it is counted.
    #[must_use]
    pub fn judges(&self, cell: &str) -> (bool, bool) {
        let word = plain(cell);
        let among = |words: &[String]| words.contains(&word);
        let out = (!self.take.is_empty() && !among(&self.take))
            || among(&self.leave)
            || (self.without && cell.is_empty());
        (out, out || among(&self.mark))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetFile {
    preset: Vec<Preset>,
}

/// The names of columns.
///
/// # Errors
/// A [`ModelError`] if the data that is compiled in is wrong.
pub fn columns() -> Result<&'static Columns, ModelError> {
    static READ: OnceLock<Result<Columns, ModelError>> = OnceLock::new();
    let read = || columns_from(data_file(COLUMNS).unwrap_or_default());
    READ.get_or_init(read).as_ref().map_err(Clone::clone)
}

/// The known exports, in the order they are tried.
///
/// # Errors
/// A [`ModelError`] if the data that is compiled in is wrong.
pub fn presets() -> Result<&'static [Preset], ModelError> {
    static READ: OnceLock<Result<Vec<Preset>, ModelError>> = OnceLock::new();
    let read = || presets_from(data_file(PRESETS).unwrap_or_default());
    READ.get_or_init(read)
        .as_ref()
        .map(Vec::as_slice)
        .map_err(Clone::clone)
}

/// A known export by its id.
///
/// # Errors
/// A [`ModelError`] if the data that is compiled in is wrong.
pub fn preset(id: &str) -> Result<Option<&'static Preset>, ModelError> {
    Ok(presets()?.iter().find(|preset| preset.id == id))
}

pub(super) fn columns_from(text: &str) -> Result<Columns, ModelError> {
    let columns: Columns = parsed(COLUMNS, text)?;
    for (kind, names) in [
        ("deployments", &columns.deployments),
        ("incidents", &columns.incidents),
    ] {
        let mut fields = BTreeSet::new();
        for entry in &names.field {
            let at = format!("{kind}.{}", super::name(entry.field));
            if !fields.insert(entry.field as u8) {
                return Err(wrong(COLUMNS, at, "stands twice"));
            }
            known(COLUMNS, &at, &entry.names, plain)?;
        }
        let needed = super::needed(if kind == "incidents" {
            SourceKind::IncidentsCsv
        } else {
            SourceKind::DeploymentsCsv
        });
        if !fields.contains(&(needed as u8)) {
            let at = format!("{kind}.{}", super::name(needed));
            return Err(wrong(COLUMNS, at, "is missing: every row needs its time"));
        }
    }
    Ok(columns)
}

pub(super) fn presets_from(text: &str) -> Result<Vec<Preset>, ModelError> {
    let mut all = parsed::<PresetFile>(PRESETS, text)?.preset;
    let mut ids = BTreeSet::new();
    for preset in &mut all {
        let id = preset.id.clone();
        if !ids.insert(id.clone()) {
            return Err(wrong(PRESETS, id, "stands twice"));
        }
        if preset.proof.len() < 2 {
            let at = format!("{id}.proof");
            return Err(wrong(PRESETS, at, "needs two columns or more"));
        }
        for (field, names) in &preset.columns {
            let at = format!("{id}.columns.{field}");
            let read = Names::deserialize(toml::Value::Table(toml::Table::from_iter([
                ("field".to_owned(), toml::Value::String(field.clone())),
                ("names".to_owned(), names.clone()),
            ])));
            let entry = read.map_err(|e| wrong(PRESETS, &at, e.message()))?;
            known(PRESETS, &at, &entry.names, str::to_owned)?;
            preset.fields.push(entry);
        }
        let needed = super::needed(preset.holds.kind());
        if preset.fields.iter().all(|entry| entry.field != needed) {
            let at = format!("{id}.columns.{}", super::name(needed));
            return Err(wrong(PRESETS, at, "is missing: every row needs its time"));
        }
    }
    Ok(all)
}

/// Names that are there, are written as they are compared, and stand once.
fn known(
    file: &str,
    at: &str,
    names: &[String],
    form: impl Fn(&str) -> String,
) -> Result<(), ModelError> {
    if names.is_empty() {
        return Err(wrong(file, at, "names no column"));
    }
    let mut seen = BTreeSet::new();
    for name in names {
        if form(name) != *name {
            let sentence = format!("\"{name}\" is compared as \"{}\": write it so", form(name));
            return Err(wrong(file, at, sentence));
        }
        if !seen.insert(name) {
            return Err(wrong(file, at, format!("\"{name}\" stands twice")));
        }
    }
    Ok(())
}

fn parsed<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, ModelError> {
    toml::from_str(text).map_err(|e| {
        let before = e.span().and_then(|span| text.get(..span.start));
        let line = before.map_or(0, |before| before.matches('\n').count() + 1);
        wrong(file, format!("line {line}"), e.message())
    })
}

fn wrong(file: &str, field: impl Into<String>, sentence: impl Into<String>) -> ModelError {
    ModelError {
        file: file.to_owned(),
        field: field.into(),
        sentence: sentence.into(),
    }
}
