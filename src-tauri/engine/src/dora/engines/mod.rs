//! What other engines would say of the same events, by their published formulas (METHOD 3, last paragraph).
//!
//! In: [`Facts`](super::facts::Facts). Out: one [`EngineResult`] for each engine, so that a leader can reconcile two
//! dashboards. Nothing here enters our own numbers. Each formula names where it is published.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one engine's formulas give. A number that the engine does not have, or has no data for, is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EngineResult {
    /// `four_keys`, `devlake`, `middleware`, `gitlab`, `datadog`, `pelorus`.
    pub id: String,
    /// Deployment frequency in the engine's own unit.
    pub frequency: Option<f64>,
    /// That unit: message id `engine-unit-…`.
    pub frequency_unit: String,
    /// Lead time, seconds.
    pub lead_time: Option<f64>,
    /// Change fail rate, 0..1; some engines can pass 1.
    pub fail_rate: Option<f64>,
    /// Time to restore, seconds.
    pub recovery: Option<f64>,
}

/// Where an engine's formulas are published.
#[must_use]
pub fn source(id: &str) -> &'static str {
    match id {
        "four_keys" => "github.com/dora-team/fourkeys, bq-workers and dashboard SQL",
        "devlake" => "devlake.apache.org/docs/Metrics, DORA dashboard SQL (2023 mode)",
        "middleware" => "github.com/middlewarehq/middleware, analytics service",
        "gitlab" => "docs.gitlab.com/user/analytics/dora_metrics",
        "datadog" => "docs.datadoghq.com/dora_metrics",
        "pelorus" => "pelorus.readthedocs.io, recorded rules",
        _ => "",
    }
}

/// What each engine says of the window.
pub(crate) fn results(_facts: &super::facts::Facts<'_>) -> Vec<EngineResult> {
    Vec::new()
}
