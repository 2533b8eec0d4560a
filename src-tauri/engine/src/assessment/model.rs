//! The model: dimensions, capabilities, level statements, steps. Data of `assessments/`, read once and checked.
//!
//! In: TOML. Out: [`Model`], or [`ModelError`] naming file, field and sentence. No disk, no clock.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text in every language the product speaks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

/// The languages of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Text {
    /// The text in that language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Es => &self.es,
        }
    }
}

/// The six needs that a capability acts on (METHOD 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export)]
pub enum Need {
    /// Lead time.
    LT,
    /// Deployment frequency.
    DF,
    /// Change failures.
    CF,
    /// Recovery time.
    RT,
    /// Security risk.
    RK,
    /// People.
    PE,
}

impl Need {
    /// All six, in the order of the tables.
    pub const ALL: [Self; 6] = [Self::LT, Self::DF, Self::CF, Self::RT, Self::RK, Self::PE];
}

/// Who can change it (METHOD 7, effort).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Control {
    /// The team itself, × 1.
    Team,
    /// Another team, × 1.5.
    OtherTeam,
    /// The organisation, × 2.
    Organisation,
}

impl Control {
    /// The effort factor.
    #[must_use]
    pub fn factor(self) -> f64 {
        match self {
            Self::Team => 1.0,
            Self::OtherTeam => 1.5,
            Self::Organisation => 2.0,
        }
    }
}

/// A stage of lead time: `a` authoring, `r` review, `m` merge and verification, `d` waiting and deployment.
pub type Stage = char;

/// A prerequisite: to reach `level`, `capability` must be at least `at_least`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The level it guards.
    pub level: u8,
    /// The capability it needs.
    pub capability: String,
    /// The level needed there.
    pub at_least: u8,
}

/// One level of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// 0 to 4.
    pub level: u8,
    /// The statement.
    pub statement: Text,
    /// What one would see.
    pub looks_like: Text,
    /// What shows that it is not reached.
    pub not_yet: Text,
}

/// One AWS service and how it serves a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwsUse {
    /// Official name.
    pub service: String,
    /// How it is used here.
    #[serde(rename = "use")]
    pub how: Text,
}

/// Three first actions in each language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actions {
    /// English.
    pub en: Vec<String>,
    /// Spanish.
    pub es: Vec<String>,
}

/// What to do to reach one level of one capability.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Capability id.
    pub capability: String,
    /// The level it reaches, 1 to 4.
    pub to: u8,
    /// Imperative title.
    pub title: Text,
    /// Three actions for the next two weeks.
    pub first_actions: Actions,
    /// AWS services, or none with `no_aws`.
    pub aws: Vec<AwsUse>,
    /// Why no service fits.
    #[serde(default)]
    pub no_aws: Option<Text>,
    /// A vendor-neutral way.
    pub alternative: Text,
    /// Acceptance.
    pub done_when: Text,
    /// Metric to watch: `lead_time`, …, or `other`.
    pub metric: String,
    /// Which way it moves, and when.
    pub watch: Text,
    /// The usual way it fails.
    pub fails_when: Text,
}

/// A capability with all its texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Capability {
    /// Permanent id, `INT2`.
    pub id: String,
    /// Dimension id, `INT`.
    pub dimension: String,
    /// Title.
    pub title: Text,
    /// Names in DORA's catalogue of capabilities.
    pub dora: Vec<String>,
    /// Weights 0..3 in the order of [`Need::ALL`]. Priors of ours, not DORA coefficients.
    pub weights: [u8; 6],
    /// Person-days of the steps 0→1, 1→2, 2→3, 3→4.
    pub effort_days: [f64; 4],
    /// Who can change it.
    pub control: Control,
    /// Prerequisites.
    pub requires: Vec<Rule>,
    /// Stages of lead time it acts on.
    pub stages: Vec<Stage>,
    /// Default target, 3.
    pub target: u8,
    /// The question said aloud.
    pub ask: Text,
    /// The benefit in the words of the business.
    pub benefit: Text,
    /// What data can show about it.
    pub probe: Text,
    /// Five levels.
    pub levels: Vec<Level>,
    /// Four steps.
    pub steps: Vec<Step>,
}

/// A dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Id, `INT`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// One short word for narrow places.
    pub short: Text,
}

/// A named choice of questions.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionSet {
    /// `quick`, `workshop`, `full`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Minutes it takes together.
    pub minutes: u32,
    /// Capability ids in the order asked.
    pub questions: Vec<String>,
}

/// The whole model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// `core`.
    pub id: String,
    /// `2026.1`.
    pub version: String,
    /// Dimensions in order.
    pub dimensions: Vec<Dimension>,
    /// Capabilities in order.
    pub capabilities: Vec<Capability>,
    /// The sets.
    pub sets: Vec<QuestionSet>,
}

impl Model {
    /// The capability of that id.
    #[must_use]
    pub fn capability(&self, id: &str) -> Option<&Capability> {
        self.capabilities.iter().find(|c| c.id == id)
    }

    /// The set of that id.
    #[must_use]
    pub fn set(&self, id: &str) -> Option<&QuestionSet> {
        self.sets.iter().find(|s| s.id == id)
    }
}
