//! A plan of three waves, with a floor, ties, gaps to find out and steps left out.

use std::collections::BTreeMap;

use super::model::DIMENSIONS;
use crate::plan::types::{FindOut, Item, NotNow, Plan, Wave};

fn item(id: &str, from: u8, rank: (u32, u32), relevance: f64, effort: f64, stability: f64) -> Item {
    let needs = [
        ("LT", 0.52),
        ("DF", 0.08),
        ("CF", 0.22),
        ("RT", 0.05),
        ("RK", 0.08),
        ("PE", 0.05),
    ];
    Item {
        capability: id.into(),
        from,
        to: from + 1,
        priority: 40.0,
        own_benefit: 0.5,
        value: 0.7,
        effort_days: effort,
        certainty: 0.9,
        gap_probability: 0.83,
        needs: needs.iter().map(|(k, v)| ((*k).to_owned(), *v)).collect(),
        relevance,
        unblocks: vec![
            ("REL2".into(), 2),
            ("REL4".into(), 2),
            ("REL5".into(), 2),
            ("INF3".into(), 2),
        ],
        stability: Some(stability),
        rank,
        floor: None,
    }
}

/// Three waves.
pub(crate) fn plan() -> Plan {
    let mut leak = item("SEC1", 0, (3, 3), 0.24, 3.0, 0.93);
    leak.floor = Some("secret_leak".into());
    Plan {
        severity: BTreeMap::from([("LT".into(), 0.34), ("CF".into(), 0.26)]),
        needs: [
            ("LT", 0.41),
            ("CF", 0.23),
            ("RK", 0.15),
            ("PE", 0.10),
            ("DF", 0.06),
            ("RT", 0.05),
        ]
        .iter()
        .map(|(k, v)| ((*k).to_owned(), *v))
        .collect(),
        waves: vec![
            Wave {
                name: "now".into(),
                weeks: 6,
                capacity_days: 27.0,
                used_days: 23.0,
                items: vec![
                    item("REL1", 1, (1, 1), 0.77, 8.0, 0.86),
                    item("INT4", 1, (2, 2), 0.51, 4.0, 0.79),
                    leak,
                ],
            },
            Wave {
                name: "next".into(),
                weeks: 12,
                capacity_days: 54.0,
                used_days: 48.0,
                items: vec![
                    item("REL2", 1, (1, 1), 0.71, 8.0, 0.22),
                    item("FLO5", 1, (2, 3), 0.65, 20.0, 0.18),
                    item("INT3", 2, (2, 3), 0.59, 10.0, 0.11),
                    item("REL4", 1, (4, 4), 0.23, 5.0, 0.06),
                ],
            },
            Wave {
                name: "later".into(),
                weeks: 34,
                capacity_days: 108.0,
                used_days: 82.0,
                items: vec![
                    item("INF1", 1, (1, 1), 0.31, 15.0, 0.0),
                    item("OBS2", 1, (2, 2), 0.2, 8.0, 0.0),
                    item("TST3", 0, (3, 3), 0.16, 12.0, 0.0),
                ],
            },
        ],
        floors: vec!["secret_leak".into()],
        find_out: vec![
            FindOut {
                capability: "TST4".into(),
                to: 2,
                gap_probability: 0.52,
                priority: 20.0,
            },
            FindOut {
                capability: "CUL3".into(),
                to: 3,
                gap_probability: 0.41,
                priority: 9.0,
            },
        ],
        not_now: [
            "not_at_constraint",
            "prerequisite_missing",
            "beyond_capacity",
            "level_3_is_enough",
            "not_applicable",
        ]
        .iter()
        .cycle()
        .take(19)
        .enumerate()
        .map(|(i, r)| NotNow {
            capability: format!("{}{}", DIMENSIONS[i % 8].0, i % 5 + 1),
            to: 2 + (i % 2) as u8,
            reason: (*r).to_owned(),
            prerequisite: Some(("INF2".into(), 2)),
            priority: 5.0,
        })
        .collect(),
        seed: 7,
        model: "core 2026.1".into(),
    }
}
