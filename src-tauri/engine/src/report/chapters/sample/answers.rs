//! Answers in every state, and scores that look like them.

use crate::assessment::answer::{Answer, AnswerState, Confidence, Vote};
use crate::assessment::model::Model;
use crate::assessment::profile::{CapabilityScore, DimensionScore, Profile};

/// Answers with every state among them; the last few are not asked.
pub(crate) fn answers(model: &Model) -> Vec<Answer> {
    model.capabilities.iter().take(36).enumerate().map(|(i, c)| {
        let blank = Answer { capability: c.id.clone(), state: AnswerState::Answered, votes: Vec::new(), reason: None, owner: None, note: None };
        match i {
            7 => Answer { state: AnswerState::Unknown, note: Some("Nobody in the room runs the load tests; ask Zoë Müller-Løvås before the next session.".into()), ..blank },
            17 => Answer { state: AnswerState::NotApplicable, reason: Some("the service keeps no data of its own".into()), ..blank },
            27 => Answer { state: AnswerState::NotOurs, owner: Some("Plataforma (Muñoz Ibáñez)".into()), ..blank },
            _ => Answer { votes: votes(i), ..blank },
        }
    }).collect()
}

fn votes(i: usize) -> Vec<Vote> {
    let level = (i * 7 % 4) as u8;
    let one = |level: u8, share: f64| Vote {
        level,
        share,
        confidence: Confidence::Know,
    };
    match i % 4 {
        0 => vec![one(level, 0.3)],
        1 => vec![
            one(level, 0.0),
            one((level + 1).min(4), 0.0),
            one(level, 0.0),
        ],
        _ => vec![
            one(level, 0.0),
            one((level + 1).min(4), 0.0),
            one(level, 0.2),
            one(level, 0.0),
            one(level, 0.0),
        ],
    }
}

/// Scores that look like those answers; `score` itself is another room's.
pub(crate) fn profile(model: &Model, answers: &[Answer]) -> Profile {
    let capabilities: Vec<CapabilityScore> = model
        .capabilities
        .iter()
        .map(|c| score(&c.id, answers))
        .collect();
    let dimensions = model
        .dimensions
        .iter()
        .map(|d| {
            let own: Vec<&CapabilityScore> = capabilities
                .iter()
                .filter(|c| c.capability.starts_with(&d.id))
                .collect();
            let with: Vec<f64> = own
                .iter()
                .filter(|c| c.votes > 0)
                .map(|c| c.value)
                .collect();
            let applicable = own
                .iter()
                .filter(|c| c.state != Some(AnswerState::NotApplicable))
                .count();
            let mean = with.iter().sum::<f64>() / with.len().max(1) as f64;
            let enough = with.len() as f64 >= 0.6 * applicable as f64 && !with.is_empty();
            DimensionScore {
                dimension: d.id.clone(),
                value: enough.then_some(mean),
                low: enough.then_some(mean - 0.09),
                high: enough.then_some(mean + 0.11),
                answered: with.len() as u32,
                applicable: applicable as u32,
            }
        })
        .collect();
    Profile {
        capabilities,
        dimensions,
        model: "core 2026.1".into(),
        seed: 7,
    }
}

fn score(id: &str, answers: &[Answer]) -> CapabilityScore {
    let answer = answers.iter().find(|a| a.capability == id);
    let votes = answer.map(|a| a.votes.as_slice()).unwrap_or_default();
    let level = votes.first().map_or(2, |v| v.level);
    let mean = if votes.is_empty() {
        2.0
    } else {
        votes
            .iter()
            .map(|v| f64::from(v.level) + v.share)
            .sum::<f64>()
            / votes.len() as f64
    };
    CapabilityScore {
        capability: id.into(),
        state: answer.map(|a| a.state),
        distribution: [0.2; 5],
        value: mean / 4.0,
        low: (f64::from(level) - 1.0).max(0.0) / 4.0,
        high: (f64::from(level) + 1.0).min(4.0) / 4.0,
        level,
        agreement: (votes.len() > 1).then_some(0.9),
        votes: votes.len() as u32,
        ceiling: None,
        foundation_gaps: Vec::new(),
    }
}
