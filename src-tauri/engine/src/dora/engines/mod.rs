//! What other engines would say of the same events, by their published formulas (METHOD 3, last paragraph).
//!
//! In: [`Facts`]. Out: one [`EngineResult`] for each engine, so that a leader can reconcile two dashboards. Nothing
//! here enters our own numbers. Where an engine needs what the data does not hold (pull requests, incidents), the
//! number is `None`: what it would say without data is not repeated.

mod formulas;
mod seen;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::Facts;
use seen::Seen;

/// What one engine's formulas give. A number that the engine does not have, or has no data for, is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EngineResult {
    /// `four_keys`, `devlake`, `middleware`, `gitlab`, `datadog`, `developer_metrics`, `devops_metrics_action`,
    /// `pelorus`.
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
        "four_keys" => "github.com/dora-team/fourkeys: dashboard SQL, METRICS.md",
        "devlake" => "devlake.apache.org/docs/DORA, dashboard SQL (2023 mode)",
        "middleware" => "github.com/middlewarehq/middleware: analytics server",
        "gitlab" => "docs.gitlab.com/user/analytics/dora_metrics",
        "datadog" => "docs.datadoghq.com/dora_metrics/calculation",
        "developer_metrics" => {
            "github.com/DeveloperMetrics: lead-time-for-changes, deployment-frequency (scripts)"
        }
        "devops_metrics_action" => "github.com/stenjo/devops-metrics-action: src, README.md",
        "pelorus" => "pelorus.readthedocs.io: recorded rules of the dashboards",
        _ => "",
    }
}

/// What each engine says of the window; nothing where nothing was deployed.
pub(crate) fn results(facts: &Facts<'_>) -> Vec<EngineResult> {
    let seen = Seen::new(facts);
    if seen.successes.is_empty() {
        return Vec::new();
    }
    vec![
        formulas::four_keys(&seen),
        formulas::devlake(&seen),
        formulas::middleware(&seen),
        formulas::gitlab(&seen),
        formulas::datadog(&seen),
        formulas::developer_metrics(&seen),
        formulas::devops_metrics_action(&seen),
        formulas::pelorus(&seen),
    ]
}
