//! A made-up organisation, for the tests of this room.

mod answers;
mod baseline;
mod model;
mod plan;

use std::collections::BTreeMap;

use crate::assessment::answer::Answer;
use crate::assessment::model::{Lang, Model};
use crate::assessment::profile::Profile;
use crate::dora::baseline::Baseline;
use crate::plan::types::{Plan, Targets, Wave};
use crate::report::findings::{Cover, Findings, FrozenRef};

/// Monday 2026-11-23T14:03:00Z.
pub(crate) const NOW: i64 = 1_795_442_580;
/// Monday 2026-08-31 in Madrid.
const FROM: i64 = 1_788_127_200;

/// Everything a report borrows from.
pub(crate) struct Sample {
    pub(crate) model: Model,
    pub(crate) answers: Vec<Answer>,
    pub(crate) profile: Profile,
    pub(crate) baseline: Option<Baseline>,
    pub(crate) plan: Plan,
    pub(crate) cover: Cover,
}

impl Sample {
    /// The whole of it.
    pub(crate) fn full() -> Self {
        let model = model::model();
        let answers = answers::answers(&model);
        let profile = answers::profile(&model, &answers);
        let cover = Cover {
            organisation: "Halyard Freight".into(),
            team: "Payments".into(),
            period: "2026 Q4".into(),
            author: "Ines Ríos, Łukasz Żółć".into(),
            sample: true,
        };
        Self {
            model,
            answers,
            profile,
            baseline: Some(baseline::baseline()),
            plan: plan::plan(),
            cover,
        }
    }

    /// Nothing imported, three answers, no plan.
    pub(crate) fn empty() -> Self {
        let mut sample = Self::full();
        sample.answers.truncate(3);
        sample.profile = answers::profile(&sample.model, &sample.answers);
        sample.baseline = None;
        let waves = sample
            .plan
            .waves
            .into_iter()
            .map(|w| Wave {
                items: Vec::new(),
                used_days: 0.0,
                ..w
            })
            .collect();
        sample.plan = Plan {
            waves,
            needs: BTreeMap::new(),
            severity: BTreeMap::new(),
            floors: Vec::new(),
            find_out: Vec::new(),
            not_now: Vec::new(),
            ..plan::plan()
        };
        sample.cover = Cover {
            organisation: "Zażółć gęślą jaźń".into(),
            team: "Muñoz Ibáñez".into(),
            period: "2026 Q4".into(),
            author: String::new(),
            sample: false,
        };
        sample
    }

    /// As findings.
    pub(crate) fn findings(&self, lang: Lang) -> Findings<'_> {
        Findings {
            lang,
            now: NOW,
            cover: self.cover.clone(),
            model: &self.model,
            answers: &self.answers,
            profile: &self.profile,
            baseline: self.baseline.as_ref(),
            frozen: self.baseline.as_ref().map(|_| FrozenRef {
                name: "2026 Q4".into(),
                hash: "7f3a91c2b4d8e0f1".repeat(4),
                frozen_at: NOW - 3_600,
            }),
            reported: Vec::new(),
            targets: Targets::default(),
            plan: &self.plan,
        }
    }
}
