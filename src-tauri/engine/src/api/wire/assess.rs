//! The assess screen and the profile.

use serde::Serialize;
use ts_rs::TS;

use super::{ContradictionView, Named, TraceView};
use crate::assessment::answer::{Answer, AnswerState};
use crate::evidence::events::Instant;

/// A dimension's names.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DimensionView {
    /// `INT`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Short.
    pub short: String,
}

/// One level of a question, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LevelView {
    /// 0..4.
    pub level: u8,
    /// Statement.
    pub statement: String,
    /// Looks like.
    pub looks_like: String,
    /// Not yet.
    pub not_yet: String,
}

/// The answer of an earlier assessment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LastTime {
    /// Name of that assessment.
    pub assessment: String,
    /// What was said.
    pub answer: Answer,
}

/// One question, whole.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionView {
    /// Capability id.
    pub capability: String,
    /// Dimension id.
    pub dimension: String,
    /// Title.
    pub title: String,
    /// The question.
    pub ask: String,
    /// Benefit.
    pub benefit: String,
    /// What data can show.
    pub probe: String,
    /// Five levels.
    pub levels: Vec<LevelView>,
    /// What was answered; `None` when not asked yet.
    pub answer: Option<Answer>,
    /// "counts as 2.2"; empty without a partial answer.
    pub counts_as: String,
    /// Marked for later.
    pub marked: bool,
    /// What data says.
    pub trace: Option<Box<TraceView>>,
    /// Last time.
    pub last: Option<LastTime>,
}

/// The assess screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionsView {
    /// Assessment.
    pub assessment: Named,
    /// Set title.
    pub set: String,
    /// Dimensions in order.
    pub dimensions: Vec<DimensionView>,
    /// Questions in order.
    pub questions: Vec<QuestionView>,
    /// Claims that facts speak against, the worst first.
    pub contradictions: Vec<ContradictionView>,
    /// Where the person was.
    pub position: String,
    /// Answered in any of the four ways.
    pub done: u32,
    /// "12 of 40 · about 9 min left".
    pub progress: String,
    /// Undo is possible.
    pub can_undo: bool,
    /// Redo is possible.
    pub can_redo: bool,
    /// Frozen: answers cannot change any more.
    pub frozen: bool,
    /// "Choose the highest level that holds … in scope".
    pub instruction: String,
}

/// After a change: it is durable.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Saved {
    /// When, UTC seconds.
    pub at: Instant,
    /// Hours and minutes, local.
    pub clock: String,
    /// The question that changed, as it is now.
    pub question: Option<QuestionView>,
    /// Answered in any way.
    pub done: u32,
    /// "12 of 40 · about 9 min left".
    pub progress: String,
    /// Undo is possible.
    pub can_undo: bool,
    /// Redo is possible.
    pub can_redo: bool,
}

/// One bar of the profile.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DimensionBar {
    /// Dimension.
    pub dimension: DimensionView,
    /// On the scale of levels, 0..4; `None` when withheld.
    pub value: Option<f64>,
    /// 10 % end, 0..4.
    pub low: Option<f64>,
    /// 90 % end, 0..4.
    pub high: Option<f64>,
    /// "2.1" or "too little answered".
    pub shown: String,
    /// "5 of 5 answered".
    pub coverage: String,
    /// Its capabilities.
    pub capabilities: Vec<CapabilityRow>,
}

/// One capability under a bar.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CapabilityRow {
    /// Id.
    pub capability: String,
    /// Title.
    pub title: String,
    /// State; `None` not asked.
    pub state: Option<AnswerState>,
    /// Median level when answered.
    pub level: Option<u8>,
    /// 0..4.
    pub value: Option<f64>,
    /// 10 % end, 0..4.
    pub low: Option<f64>,
    /// 90 % end, 0..4.
    pub high: Option<f64>,
    /// "2.2, between 1 and 3", "not applicable: no database", "do not know"…
    pub shown: String,
    /// Contradicted by a trace.
    pub contradiction: bool,
}

/// The profile screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScoreView {
    /// A finding as title.
    pub title: String,
    /// Eight bars.
    pub bars: Vec<DimensionBar>,
    /// "core 2026.1 · seed 7".
    pub footing: String,
}
