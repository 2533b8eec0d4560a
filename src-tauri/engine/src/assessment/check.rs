//! What a model must hold before anyone answers it: ids unique, texts present, levels monotone, rules acyclic.
//!
//! In: a parsed model. Out: nothing, or the first broken rule with file, field and sentence.
//! Monotone is checked by structure (five levels in order, effort that never falls); whether a
//! statement truly exceeds the one before is for a reader.

use std::collections::{BTreeMap, BTreeSet};

use super::load::ModelError;
use super::model::{Capability, Model, Step, Text};

const METRICS: [&str; 8] = [
    "lead_time",
    "deploy_lag",
    "deployment_frequency",
    "change_fail_rate",
    "recovery_time",
    "time_to_restore",
    "rework_rate",
    "other",
];

/// Checks the whole model.
///
/// # Errors
/// The first thing that does not hold.
pub fn model(model: &Model) -> Result<(), ModelError> {
    unique(model)?;
    for capability in &model.capabilities {
        levels(capability)?;
        steps(capability)?;
        rules(model, capability)?;
    }
    acyclic(model)
}

/// Questions and steps that belong to no capability.
///
/// # Errors
/// Names the first one.
pub fn nothing_left<'a>(
    questions: impl Iterator<Item = &'a String>,
    steps: impl Iterator<Item = &'a String>,
) -> Result<(), ModelError> {
    match questions.chain(steps).next() {
        Some(id) => Err(ModelError::new(
            "core",
            id,
            "is not a capability of core/model.toml",
        )),
        None => Ok(()),
    }
}

fn unique(model: &Model) -> Result<(), ModelError> {
    let file = "core/model.toml";
    let mut seen = BTreeSet::new();
    let dimensions: BTreeSet<_> = model.dimensions.iter().map(|d| d.id.as_str()).collect();
    let ids = model
        .dimensions
        .iter()
        .map(|d| &d.id)
        .chain(model.capabilities.iter().map(|c| &c.id));
    for id in ids {
        if !seen.insert(id) {
            return Err(ModelError::new(
                file,
                id,
                "stands twice; ids are unique and permanent",
            ));
        }
    }
    for c in &model.capabilities {
        if !dimensions.contains(c.dimension.as_str()) {
            return Err(ModelError::new(
                file,
                &c.id,
                format!("names the unknown dimension “{}”", c.dimension),
            ));
        }
        if c.target > 4 {
            return Err(ModelError::new(
                file,
                format!("{}.target", c.id),
                "is above 4",
            ));
        }
        if c.effort_days.windows(2).any(|w| w[1] < w[0]) || c.effort_days[0] <= 0.0 {
            return Err(ModelError::new(
                file,
                format!("{}.effort_days", c.id),
                "must be positive and never fall",
            ));
        }
        present(file, &c.id, "title", &c.title)?;
    }
    Ok(())
}

fn present(file: &str, id: &str, field: &str, text: &Text) -> Result<(), ModelError> {
    for (lang, value) in [("en", &text.en), ("es", &text.es)] {
        if value.trim().is_empty() {
            return Err(ModelError::new(
                file,
                format!("{id}.{field}.{lang}"),
                "is empty; both languages are needed",
            ));
        }
    }
    Ok(())
}

fn levels(c: &Capability) -> Result<(), ModelError> {
    let file = format!("core/questions/{}.toml", c.dimension);
    for (field, text) in [
        ("ask", &c.ask),
        ("benefit", &c.benefit),
        ("probe", &c.probe),
    ] {
        present(&file, &c.id, field, text)?;
    }
    if !c.levels.iter().map(|l| l.level).eq(0..=4) {
        return Err(ModelError::new(
            &file,
            format!("{}.level", c.id),
            "must be the five levels 0, 1, 2, 3, 4 in order",
        ));
    }
    let mut statements = BTreeSet::new();
    for l in &c.levels {
        let id = format!("{}.level {}", c.id, l.level);
        present(&file, &id, "statement", &l.statement)?;
        present(&file, &id, "looks_like", &l.looks_like)?;
        present(&file, &id, "not_yet", &l.not_yet)?;
        if !statements.insert(&l.statement.en) {
            return Err(ModelError::new(&file, id, "says the same as another level"));
        }
    }
    Ok(())
}

fn steps(c: &Capability) -> Result<(), ModelError> {
    let file = format!("core/actions/{}.toml", c.dimension);
    if !c.steps.iter().map(|s| s.to).eq(1..=4) {
        return Err(ModelError::new(
            &file,
            format!("{}.to", c.id),
            "must be the four steps 1, 2, 3, 4 in order",
        ));
    }
    c.steps.iter().try_for_each(|s| step(&file, s))
}

fn step(file: &str, s: &Step) -> Result<(), ModelError> {
    let id = format!("{} to {}", s.capability, s.to);
    let texts = [
        ("title", &s.title),
        ("alternative", &s.alternative),
        ("done_when", &s.done_when),
        ("watch", &s.watch),
        ("fails_when", &s.fails_when),
    ];
    for (field, text) in texts {
        present(file, &id, field, text)?;
    }
    for (lang, actions) in [("en", &s.first_actions.en), ("es", &s.first_actions.es)] {
        if actions.len() != 3 || actions.iter().any(|a| a.trim().is_empty()) {
            return Err(ModelError::new(
                file,
                format!("{id}.first_actions.{lang}"),
                "must be three actions",
            ));
        }
    }
    match (&s.no_aws, s.aws.is_empty()) {
        (None, true) => {
            return Err(ModelError::new(
                file,
                format!("{id}.aws"),
                "is empty, and no_aws does not say why",
            ));
        }
        (Some(why), _) => present(file, &id, "no_aws", why)?,
        (None, false) => {}
    }
    for service in &s.aws {
        present(file, &id, &format!("aws.{}", service.service), &service.how)?;
    }
    if !METRICS.contains(&s.metric.as_str()) {
        let known = METRICS.join(", ");
        return Err(ModelError::new(
            file,
            format!("{id}.metric"),
            format!("“{}” is not one of {known}", s.metric),
        ));
    }
    Ok(())
}

fn rules(model: &Model, c: &Capability) -> Result<(), ModelError> {
    for r in &c.requires {
        let known = model.capability(&r.capability).is_some();
        if !known
            || r.level == 0
            || r.level > 4
            || r.at_least == 0
            || r.at_least > 4
            || r.capability == c.id
        {
            let said = format!("L{}: {} >= {}", r.level, r.capability, r.at_least);
            return Err(ModelError::new(
                "core/model.toml",
                format!("{}.requires", c.id),
                format!("“{said}” names no step"),
            ));
        }
    }
    Ok(())
}

/// Walks the graph on (capability, level); a level also needs the one below it.
fn acyclic(model: &Model) -> Result<(), ModelError> {
    let mut state: BTreeMap<(&str, u8), bool> = BTreeMap::new();
    for c in &model.capabilities {
        for level in 1..=4 {
            visit(model, (&c.id, level), &mut state)?;
        }
    }
    Ok(())
}

fn visit<'a>(
    model: &'a Model,
    node: (&'a str, u8),
    state: &mut BTreeMap<(&'a str, u8), bool>,
) -> Result<(), ModelError> {
    match state.get(&node) {
        Some(true) => return Ok(()),
        Some(false) => {
            let field = format!("{}.requires", node.0);
            return Err(ModelError::new(
                "core/model.toml",
                field,
                format!("level {} needs itself through other rules", node.1),
            ));
        }
        None => {}
    }
    state.insert(node, false);
    if node.1 > 1 {
        visit(model, (node.0, node.1 - 1), state)?;
    }
    if let Some(c) = model.capability(node.0) {
        for r in c.requires.iter().filter(|r| r.level == node.1) {
            visit(model, (&r.capability, r.at_least), state)?;
        }
    }
    state.insert(node, true);
    Ok(())
}
