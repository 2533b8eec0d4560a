//! Corrections by hand: made with a reason, listed, taken back. The data stays as it was read.

use super::super::fault::{Done, Fault};
use super::super::open::Open;
use super::super::wire::{BaselineView, CorrectionAsk, CorrectionView, KindChoice};
use super::{draft, rows};
use crate::dora::baseline::Baseline;
use crate::dora::corrections::{
    Corrected, Correction, KindByHand, deployment_key, id_in, incident_key,
};
use crate::evidence::events::Instant;
use crate::words::Words;
use crate::words::said::Arg;

/// Longest reason.
const MOST: usize = 1000;

/// Lays a correction over the data of the selected team.
pub(crate) fn correct(
    open: &mut Open,
    words: &Words,
    asked: CorrectionAsk,
    now: Instant,
) -> Done<BaselineView> {
    open.writable()?;
    let team = open.team()?;
    let (what, given) = taken(asked);
    let given = reason(&given)?;
    let events = open.store.events(team)?;
    let known_deployment = |key: &String| {
        events
            .deployments
            .iter()
            .any(|d| deployment_key(d, &events) == *key)
    };
    let known_incident = |key: &String| {
        events
            .incidents
            .iter()
            .any(|i| incident_key(i, &events) == *key)
    };
    let known = match &what {
        Corrected::Link {
            incident,
            deployment,
        } => known_incident(incident) && known_deployment(deployment),
        Corrected::Unlink { incident } => known_incident(incident),
        Corrected::MarkKind { deployment, .. } => known_deployment(deployment),
    };
    if !known {
        return Err(Fault::refused("correction-target", &[]));
    }
    open.store.correct(team, &what, &given, now)?;
    open.evidence_changed();
    draft(open, words, None, now)
}

/// Takes a correction of the selected team back.
pub(crate) fn take_back(
    open: &mut Open,
    words: &Words,
    id: u32,
    why: &str,
    now: Instant,
) -> Done<BaselineView> {
    open.writable()?;
    let team = open.team()?;
    let why = reason(why)?;
    if !open.store.corrections(team)?.iter().any(|c| c.id == id) {
        return Err(Fault::refused("no-correction", &[]));
    }
    open.store.take_back(team, id, &why, now)?;
    open.evidence_changed();
    draft(open, words, None, now)
}

fn taken(asked: CorrectionAsk) -> (Corrected, String) {
    match asked {
        CorrectionAsk::Link {
            incident,
            deployment,
            reason,
        } => (
            Corrected::Link {
                incident,
                deployment,
            },
            reason,
        ),
        CorrectionAsk::Unlink { incident, reason } => (Corrected::Unlink { incident }, reason),
        CorrectionAsk::MarkKind {
            deployment,
            kind,
            reason,
        } => (Corrected::MarkKind { deployment, kind }, reason),
    }
}

fn reason(text: &str) -> Done<String> {
    let clean: String = text
        .chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .collect();
    let clean = clean.trim();
    if clean.is_empty() || clean.len() > MOST {
        return Err(Fault::refused(
            "correction-reason",
            &[("most", Arg::Count(1000))],
        ));
    }
    Ok(clean.to_owned())
}

/// All corrections of a baseline, newest first.
pub(super) fn list(b: &Baseline, words: &Words) -> Vec<CorrectionView> {
    list_where(b, words, |_| true)
}

/// Those of them that fit.
pub(super) fn list_where(
    b: &Baseline,
    words: &Words,
    fits: impl Fn(&Correction) -> bool,
) -> Vec<CorrectionView> {
    let all = b.scope.corrections.iter().rev().filter(|c| fits(c));
    all.map(|c| one(c, b, words)).collect()
}

fn one(c: &Correction, b: &Baseline, words: &Words) -> CorrectionView {
    let incident = |key: &str| Arg::Text(incident_name(key, b));
    let deployment = |key: &str| Arg::Text(deployment_name(key, b));
    let text = match &c.what {
        Corrected::Link {
            incident: i,
            deployment: d,
        } => words.say(
            "correction-link",
            &[("incident", incident(i)), ("deployment", deployment(d))],
        ),
        Corrected::Unlink { incident: i } => {
            words.say("correction-unlink", &[("incident", incident(i))])
        }
        Corrected::MarkKind {
            deployment: d,
            kind,
        } => words.say(
            "correction-kind",
            &[
                ("deployment", deployment(d)),
                ("kind", Arg::Text(words.plain(kind_id(*kind)))),
            ],
        ),
    };
    CorrectionView {
        id: c.id,
        text,
        reason: c.reason.clone(),
        when: rows::when(c.at, words),
        gone: if b.gone.contains(&c.id) {
            words.plain("correction-gone")
        } else {
            String::new()
        },
    }
}

/// The label in the table, else the id that the key holds.
fn deployment_name(key: &str, b: &Baseline) -> String {
    let row = b.rows.iter().find(|r| r.key == key);
    row.map_or_else(|| id_in(key), super::rows::named)
}

fn incident_name(key: &str, b: &Baseline) -> String {
    let row = b
        .incidents
        .iter()
        .find(|r| r.key == key && !r.id.is_empty());
    row.map_or_else(|| id_in(key), |r| r.id.clone())
}

fn kind_id(kind: KindByHand) -> &'static str {
    match kind {
        KindByHand::Change => "by-hand-change",
        KindByHand::Hotfix => "by-hand-hotfix",
        KindByHand::Redeploy => "by-hand-redeploy",
        KindByHand::Rollback => "by-hand-rollback",
        KindByHand::FailedAttempt => "by-hand-failed-attempt",
        KindByHand::NotADeployment => "by-hand-not-a-deployment",
    }
}

/// The kinds one can choose.
pub(super) fn kinds(words: &Words) -> Vec<KindChoice> {
    let choice = |kind: KindByHand| KindChoice {
        kind,
        name: words.plain(kind_id(kind)),
    };
    KindByHand::ALL.into_iter().map(choice).collect()
}
