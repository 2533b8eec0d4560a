//! Twelve weeks of a team that waits to deploy.

use super::{FROM, NOW};
use crate::dora::baseline::{
    Baseline, ChangeCounts, Coverage, Estimate, KindCounts, Metric, MetricId, Regularity, Scope,
    StageShares, Status, Unit, Week,
};
use crate::evidence::events::{Note, Reject, Source, SourceKind};

fn metric(
    id: MetricId,
    unit: Unit,
    value: (f64, f64, f64),
    n: u32,
    events: u32,
    method: &str,
) -> Metric {
    Metric {
        id,
        status: Status::Measured,
        reason: None,
        n,
        events,
        unit,
        value: Estimate {
            point: Some(value.0),
            low: Some(value.1),
            high: Some(value.2),
        },
        p90: None,
        definition: format!("{id:?}/1"),
        method: method.into(),
        listed: Vec::new(),
        open: 0,
        missing: Vec::new(),
        sources: vec!["payments.git".into()],
    }
}

/// Twelve weeks of a team that waits to deploy.
pub(crate) fn baseline() -> Baseline {
    let day = 86_400.0;
    Baseline {
        observations: Vec::new(),
        scope: Scope {
            services: vec!["payments".into()],
            environments: Vec::new(),
            from: FROM,
            to: FROM + 84 * 86_400 + 3_600,
            zone: "Europe/Madrid".into(),
            include_bots: false,
            seed: 7,
            corrections: Vec::new(),
            rules: crate::dora::baseline::Rules::default(),
        },
        definitions: "2026.1".into(),
        deployments: KindCounts {
            total: 18,
            seed: 1,
            change: 14,
            redeploy: 1,
            rollback: 1,
            failed_attempt: 1,
            unknown_revision: 0,
            unknown_outcome: 0,
        },
        changes: ChangeCounts {
            n: 61,
            excluded_clock_skew: 1,
            bots: 4,
            older_than_180_days: 0,
            with_first_commit: 58,
        },
        metrics: metrics(),
        headline: MetricId::LeadTime,
        regularity: Regularity {
            weeks_with: 10,
            weeks: 12,
            days_with: 14,
            longest_gap: Some(15.0 * day),
            median_gap: Some(5.0 * day),
            dispersion: Some(0.5),
        },
        weeks: weeks(),
        stages: Some(StageShares {
            before_landing: 0.33,
            after_landing: 0.67,
            n: 61,
            review: None,
            reviewed: (0, 61),
        }),
        rows: Vec::new(),
        coverage: Coverage {
            revision_known: (18, 18),
            first_commit: (58, 61),
            incidents_linked: (3, 5),
            incidents_guessed: 1,
            failed_attempts: (1, 18),
            outcome_known: (18, 18),
            ..Coverage::default()
        },
        change_rows: Vec::new(),
        incidents: Vec::new(),
        trends: Vec::new(),
        engines: Vec::new(),
        gone: Vec::new(),
        sources: vec![
            source(
                "payments.git",
                SourceKind::GitRepository,
                412,
                412,
                vec![
                    ("branch".into(), "main".into()),
                    ("tags".into(), "v*".into()),
                ],
            ),
            source(
                "incidentes-2026.csv",
                SourceKind::IncidentsCsv,
                9,
                5,
                vec![("zone".into(), "Europe/Madrid".into())],
            ),
        ],
        rejects: (0..4)
            .map(|i| Reject {
                source: "incidentes-2026.csv".into(),
                line: 3 + i * 2,
                field: Some("started_at".into()),
                code: "reject-time".into(),
                value: "31/02/2026 25:00".into(),
            })
            .collect(),
    }
}

fn source(
    name: &str,
    kind: SourceKind,
    records: u32,
    accepted: u32,
    settings: Vec<(String, String)>,
) -> Source {
    Source {
        name: name.into(),
        kind,
        records,
        accepted,
        rejected: records - accepted,
        first: Some(FROM - 86_400 * 200),
        last: Some(NOW - 86_400),
        sha256: "7f3a91c2b4d8e0f1".repeat(4),
        settings,
        notes: vec![Note {
            code: "note-lightweight-tags".into(),
            count: 3,
        }],
    }
}

fn metrics() -> Vec<Metric> {
    let day = 86_400.0;
    let mut lead = metric(
        MetricId::LeadTime,
        Unit::Seconds,
        (9.5 * day, 6.8 * day, 13.9 * day),
        61,
        61,
        "cluster_bootstrap",
    );
    lead.p90 = Some(Estimate {
        point: Some(21.0 * day),
        low: Some(15.0 * day),
        high: None,
    });
    let mut recovery = metric(
        MetricId::RecoveryTime,
        Unit::Seconds,
        (26_640.0, 0.0, 0.0),
        3,
        3,
        "kaplan_meier",
    );
    recovery.value = Estimate {
        point: Some(26_640.0),
        low: None,
        high: None,
    };
    recovery.listed = vec![7_200.0, 26_640.0, 68_400.0];
    let mut restore = metric(
        MetricId::TimeToRestore,
        Unit::Seconds,
        (0.0, 0.0, 0.0),
        0,
        0,
        "kaplan_meier",
    );
    restore.status = Status::NotMeasurable;
    restore.reason = Some("reason-no-incidents".into());
    restore.value = Estimate::default();
    vec![
        lead,
        metric(
            MetricId::DeployLag,
            Unit::Seconds,
            (6.4 * day, 4.1 * day, 8.8 * day),
            61,
            61,
            "cluster_bootstrap",
        ),
        metric(
            MetricId::DeploymentFrequency,
            Unit::PerWeek,
            (1.17, 0.64, 1.96),
            14,
            14,
            "garwood",
        ),
        metric(
            MetricId::ChangeFailRate,
            Unit::Share,
            (3.0 / 13.0, 0.08, 0.50),
            13,
            3,
            "wilson",
        ),
        recovery,
        restore,
        metric(
            MetricId::ReworkRate,
            Unit::Share,
            (3.0 / 16.0, 0.066, 0.43),
            16,
            3,
            "wilson",
        ),
    ]
}

fn weeks() -> Vec<Week> {
    let counts = [1, 2, 0, 1, 1, 2, 1, 0, 2, 1, 2, 1];
    (0..14)
        .map(|i: i64| Week {
            name: format!("2026-W{}", 35 + i),
            from: FROM + (i - 1) * 7 * 86_400,
            whole: (1..=12).contains(&i),
            deployments: if i == 0 {
                None
            } else {
                counts.get(i as usize - 1).copied().or(Some(1))
            },
            lead_time: None,
        })
        .collect()
}
