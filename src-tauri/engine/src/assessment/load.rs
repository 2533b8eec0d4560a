//! Reads the model from its data files and refuses a bad one with file, field and sentence.
//!
//! In: pairs of file name and text (the compiled-in `assessments/`, or a pack of a client).
//! Out: a checked [`Model`], or the first [`ModelError`]. The checks themselves live in `check`.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use super::check;
use super::model::{Capability, Control, Dimension, Level, Model, QuestionSet, Rule, Step, Text};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assessments");

/// A model file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}: {field}: {sentence}")]
pub struct ModelError {
    /// File name below `assessments/`.
    pub file: String,
    /// Field, `INT2.level 3.statement.es`, or the line of a syntax error.
    pub field: String,
    /// What is wrong and what is expected.
    pub sentence: String,
}

impl ModelError {
    pub(super) fn new(file: &str, field: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            field: field.into(),
            sentence: sentence.into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelFile {
    id: String,
    version: String,
    dimension: Vec<Dimension>,
    capability: Vec<CapabilityRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CapabilityRow {
    id: String,
    dimension: String,
    title: Text,
    dora: Vec<String>,
    weights: BTreeMap<String, u8>,
    effort_days: [f64; 4],
    control: Control,
    requires: Vec<String>,
    stages: Vec<String>,
    #[serde(default = "default_target")]
    target: u8,
}

fn default_target() -> u8 {
    3
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionFile {
    dimension: String,
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    capability: String,
    ask: Text,
    benefit: Text,
    probe: Text,
    level: Vec<Level>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActionFile {
    dimension: String,
    step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetFile {
    id: String,
    title: Text,
    minutes: u32,
    questions: Vec<String>,
}

/// The text of a compiled-in data file below `assessments/`.
#[must_use]
pub fn data_file(path: &str) -> Option<&'static str> {
    DATA.get_file(path)?.contents_utf8()
}

/// The model that the product ships.
///
/// # Errors
/// The first thing wrong in the data; a test holds that there is none.
pub fn core() -> Result<Model, ModelError> {
    load(|path| data_file(path).map(str::to_owned))
}

/// Reads a model through `read`, a function from a path below `assessments/` to its text.
///
/// # Errors
/// The first missing file, syntax error, unknown field or broken rule, with file and field.
pub fn load(read: impl Fn(&str) -> Option<String>) -> Result<Model, ModelError> {
    let file: ModelFile = parse("core/model.toml", &read)?;
    let mut questions = BTreeMap::new();
    let mut steps: BTreeMap<String, Vec<Step>> = BTreeMap::new();
    for dimension in &file.dimension {
        read_questions(&dimension.id, &read, &mut questions)?;
        read_steps(&dimension.id, &read, &mut steps)?;
    }
    let mut capabilities = Vec::new();
    for row in file.capability {
        let question = questions.remove(&row.id).ok_or_else(|| {
            ModelError::new(
                &path("questions", &row.dimension),
                &row.id,
                "has no [[question]] for this capability",
            )
        })?;
        let own_steps = steps.remove(&row.id).unwrap_or_default();
        capabilities.push(capability(row, question, own_steps)?);
    }
    let mut model = Model {
        id: file.id,
        version: file.version,
        dimensions: file.dimension,
        capabilities,
        sets: vec![],
    };
    check::model(&model)?;
    check::nothing_left(questions.keys(), steps.keys())?;
    for name in ["quick", "workshop", "core"] {
        let set = read_set(name, &model, &read)?;
        model.sets.push(set);
    }
    Ok(model)
}

fn path(kind: &str, dimension: &str) -> String {
    format!("core/{kind}/{dimension}.toml")
}

fn parse<T: DeserializeOwned>(
    file: &str,
    read: impl Fn(&str) -> Option<String>,
) -> Result<T, ModelError> {
    let text = read(file).ok_or_else(|| ModelError::new(file, "file", "is missing"))?;
    toml::from_str(&text).map_err(|e| {
        let line = e.span().map_or(1, |s| {
            text[..s.start.min(text.len())].lines().count().max(1)
        });
        ModelError::new(file, format!("line {line}"), e.message().to_owned())
    })
}

fn read_questions(
    dimension: &str,
    read: impl Fn(&str) -> Option<String>,
    into: &mut BTreeMap<String, Question>,
) -> Result<(), ModelError> {
    let file = path("questions", dimension);
    let parsed: QuestionFile = parse(&file, read)?;
    same_dimension(&file, &parsed.dimension, dimension)?;
    for q in parsed.question {
        let id = q.capability.clone();
        if into.insert(id.clone(), q).is_some() {
            return Err(ModelError::new(
                &file,
                id,
                "is asked twice; each capability has one question",
            ));
        }
    }
    Ok(())
}

fn read_steps(
    dimension: &str,
    read: impl Fn(&str) -> Option<String>,
    into: &mut BTreeMap<String, Vec<Step>>,
) -> Result<(), ModelError> {
    let file = path("actions", dimension);
    let parsed: ActionFile = parse(&file, read)?;
    same_dimension(&file, &parsed.dimension, dimension)?;
    for step in parsed.step {
        into.entry(step.capability.clone()).or_default().push(step);
    }
    Ok(())
}

fn same_dimension(file: &str, said: &str, expected: &str) -> Result<(), ModelError> {
    if said == expected {
        return Ok(());
    }
    Err(ModelError::new(
        file,
        "dimension",
        format!("says “{said}”; this file belongs to “{expected}”"),
    ))
}

fn capability(
    row: CapabilityRow,
    question: Question,
    steps: Vec<Step>,
) -> Result<Capability, ModelError> {
    let file = "core/model.toml";
    let requires = row
        .requires
        .iter()
        .map(|r| rule(file, &row.id, r))
        .collect::<Result<_, _>>()?;
    let stages = row
        .stages
        .iter()
        .map(|s| stage(file, &row.id, s))
        .collect::<Result<_, _>>()?;
    Ok(Capability {
        weights: weights(file, &row.id, &row.weights)?,
        requires,
        stages,
        id: row.id,
        dimension: row.dimension,
        title: row.title,
        dora: row.dora,
        effort_days: row.effort_days,
        control: row.control,
        target: row.target,
        ask: question.ask,
        benefit: question.benefit,
        probe: question.probe,
        levels: question.level,
        steps,
    })
}

fn weights(file: &str, id: &str, given: &BTreeMap<String, u8>) -> Result<[u8; 6], ModelError> {
    let mut all = [0; 6];
    for (slot, need) in all.iter_mut().zip(super::model::Need::ALL) {
        let name = format!("{need:?}");
        let field = || format!("{id}.weights.{name}");
        *slot = *given
            .get(&name)
            .ok_or_else(|| ModelError::new(file, field(), "is missing"))?;
        if *slot > 3 {
            return Err(ModelError::new(
                file,
                field(),
                format!("is {slot}; a weight is 0, 1, 2 or 3"),
            ));
        }
    }
    Ok(all)
}

/// Reads `L2: INT1 >= 2`.
fn rule(file: &str, id: &str, text: &str) -> Result<Rule, ModelError> {
    let parsed = text.split_once(':').and_then(|(level, need)| {
        let (capability, at_least) = need.split_once(">=")?;
        Some(Rule {
            level: level.trim().strip_prefix('L')?.parse().ok()?,
            capability: capability.trim().into(),
            at_least: at_least.trim().parse().ok()?,
        })
    });
    parsed.ok_or_else(|| {
        ModelError::new(
            file,
            format!("{id}.requires"),
            format!("“{text}” is not of the form “L2: INT1 >= 2”"),
        )
    })
}

fn stage(file: &str, id: &str, text: &str) -> Result<char, ModelError> {
    match text {
        "a" | "r" | "m" | "d" => Ok(text.chars().next().unwrap_or('d')),
        _ => Err(ModelError::new(
            file,
            format!("{id}.stages"),
            format!("“{text}” is not one of a, r, m, d"),
        )),
    }
}

fn read_set(
    name: &str,
    model: &Model,
    read: impl Fn(&str) -> Option<String>,
) -> Result<QuestionSet, ModelError> {
    let file = format!("{name}/set.toml");
    let set: SetFile = parse(&file, read)?;
    let all = model.capabilities.iter().map(|c| c.id.clone());
    let questions = if set.questions == ["*"] {
        all.collect()
    } else {
        set.questions
    };
    if let Some(unknown) = questions.iter().find(|q| model.capability(q).is_none()) {
        return Err(ModelError::new(
            &file,
            "questions",
            format!("“{unknown}” is not a capability of the model"),
        ));
    }
    Ok(QuestionSet {
        id: set.id,
        title: set.title,
        minutes: set.minutes,
        questions,
    })
}
