//! Damage is found or harmless: flipped bits, torn pages, cut files, broken logs. Never a panic, never a
//! changed answer.

use std::fs;
use std::path::Path;

use super::{Desk, NOW, answered};
use crate::evidence::events::{Deployment, Events, Imported, Origin, Outcome, Source, SourceKind};
use crate::store::lock::beside;
use crate::store::{Store, StoreError};

/// A small generator with a known stream (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

fn deployments() -> Imported {
    let one = |i: u32| Deployment {
        source_id: format!("run-{i}"),
        attempt: 1,
        service: String::new(),
        environment: "production".to_owned(),
        revision: Some(format!("{i:040x}")),
        label: None,
        started: None,
        finished: NOW + i64::from(i),
        outcome: Outcome::Success,
        rollback: false,
        hotfix: false,
        time_is_lower_bound: false,
        change_number: None,
        origin: Origin { source: 0, line: i },
    };
    Imported {
        events: Events {
            sources: vec![Source {
                name: "deploys.csv".to_owned(),
                kind: SourceKind::DeploymentsCsv,
                records: 300,
                accepted: 300,
                rejected: 0,
                first: None,
                last: None,
                sha256: String::new(),
                settings: Vec::new(),
                notes: Vec::new(),
            }],
            deployments: (0..300).map(one).collect(),
            ..Events::default()
        },
        tags_left_out: Vec::new(),
    }
}

/// Fills every table.
fn world(desk: &Desk) {
    let mut store = desk.prepared();
    for i in 0..120 {
        let name = format!("C{}", i % 40);
        store
            .set_answer(1, &name, Some(&answered(&name, (i % 5) as u8)), NOW + i)
            .unwrap();
        store.set_mark(1, &name, i % 3 == 0, NOW).unwrap();
    }
    store.undo(1, NOW).unwrap();
    store
        .keep(&deployments(), 1, 1, &false.into(), NOW)
        .unwrap();
    store
        .set_setting("plan.1", &format!("[{}1]", "1,".repeat(900)), NOW)
        .unwrap();
    store
        .keep_scan(1, "api", &format!("[{}1]", "2,".repeat(900)), NOW)
        .unwrap();
    store
        .freeze(1, "Q1", &format!("[{}1]", "3,".repeat(4000)), NOW)
        .unwrap();
}

/// Everything that a person could see, or the error that kept it from them.
fn seen(path: &Path) -> Result<String, StoreError> {
    let store = Store::open(path, NOW)?;
    let check = store.check()?;
    let sound = ["integrity", "foreign-keys", "seals"];
    if check
        .iter()
        .any(|(label, value)| sound.contains(&label.as_str()) && value != "ok")
    {
        return Err(StoreError::Damaged("check".to_owned()));
    }
    Ok(format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        store.about()?,
        store.author_key()?,
        store.teams()?,
        store.services(1)?,
        store.setting("plan.1")?,
        store.assessments(1)?,
        store.marks(1)?,
        store.answers(1)?,
        store.can_undo(1)?,
        store.events(1)?,
        store.scans(1)?,
        store.baselines(1)?,
    ))
}

/// How often damage was found and how often it made no difference; a difference that was not found fails.
fn damage(
    times: usize,
    seed: u64,
    mut harm: impl FnMut(&mut Vec<u8>, &mut Dice),
) -> (usize, usize) {
    let desk = Desk::new();
    world(&desk);
    let sound = fs::read(desk.workspace()).unwrap();
    let truth = seen(&desk.workspace()).unwrap();
    let (mut dice, mut found, mut harmless) = (Dice(seed), 0, 0);
    let place = desk.path("harmed.sextant");
    for round in 0..times {
        let mut bytes = sound.clone();
        harm(&mut bytes, &mut dice);
        for suffix in ["-wal", "-shm"] {
            let _none = fs::remove_file(beside(&place, suffix));
        }
        fs::write(&place, bytes).unwrap();
        match seen(&place) {
            Ok(now) => {
                assert_eq!(now, truth, "round {round} changed something unnoticed");
                harmless += 1;
            }
            Err(_) => found += 1,
        }
    }
    (found, harmless)
}

/// How many rounds of each kind; more by hand before a release.
const ROUNDS: usize = 40;

#[test]
fn a_flipped_bit_is_found_or_harmless() {
    let (found, harmless) = damage(2 * ROUNDS, 1, |bytes, dice| {
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    });
    println!("flipped bits: {found} found, {harmless} harmless");
    // The rest lies in the empty space of pages.
    assert!(found > ROUNDS / 3);
}

#[test]
fn a_sector_of_garbage_is_found_or_harmless() {
    let (found, _) = damage(ROUNDS, 2, |bytes, dice| {
        let at = dice.below(bytes.len() / 512) * 512;
        bytes[at..at + 512]
            .iter_mut()
            .for_each(|byte| *byte = dice.below(256) as u8);
    });
    assert!(found > ROUNDS / 3);
}

#[test]
fn an_empty_page_is_found_or_harmless() {
    let (found, _) = damage(ROUNDS, 3, |bytes, dice| {
        let at = dice.below(bytes.len() / 4096) * 4096;
        bytes[at..at + 4096].fill(0);
    });
    assert!(found > ROUNDS / 3);
}

#[test]
fn a_cut_file_is_always_found() {
    let (_, harmless) = damage(ROUNDS, 4, |bytes, dice| {
        let length = dice.below(bytes.len());
        bytes.truncate(length);
    });
    assert_eq!(harmless, 0);
}

#[test]
fn a_broken_log_gives_an_earlier_state_that_is_whole() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    for i in 0..30_u8 {
        let name = format!("C{i:02}");
        store
            .set_answer(1, &name, Some(&answered(&name, i % 5)), NOW)
            .unwrap();
    }
    let file = fs::read(desk.workspace()).unwrap();
    let log = fs::read(beside(&desk.workspace(), "-wal")).unwrap();
    drop(store);
    let mut dice = Dice(5);
    let place = desk.path("harmed.sextant");
    for round in 0..ROUNDS {
        let mut harmed = log.clone();
        let at = dice.below(harmed.len());
        match round % 3 {
            0 => harmed.truncate(at),
            1 => harmed[at] ^= 1 << dice.below(8),
            _ => harmed.clear(),
        }
        fs::write(&place, &file).unwrap();
        fs::write(beside(&place, "-wal"), &harmed).unwrap();
        fs::write(beside(&place, "-shm"), [round as u8; 32768]).unwrap();
        let store = Store::open(&place, NOW).unwrap();
        let answers = store.answers(1).unwrap();
        let names: Vec<_> = answers
            .iter()
            .map(|row| row.answer.capability.clone())
            .collect();
        let expected: Vec<_> = (0..names.len()).map(|i| format!("C{i:02}")).collect();
        assert_eq!(names, expected, "round {round}");
    }
}
