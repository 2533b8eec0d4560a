//! Copies: whole, checked, and never mixed with what they replace.

use std::fs;

use rusqlite::Connection;

use super::{DAY, Desk, NOW, answered, code, sha256};
use crate::store::lock::beside;
use crate::store::{AnswerRow, Store};

fn say(store: &mut Store, level: u8, now: i64) -> Vec<AnswerRow> {
    let answer = answered("INT2", level);
    store.set_answer(1, "INT2", Some(&answer), now).unwrap();
    store.answers(1).unwrap()
}

#[test]
fn a_backup_of_an_open_workspace_is_whole_and_one_file() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let said = say(&mut store, 2, NOW);
    let copy = desk.path("copy.sextant");
    store.backup(&copy).unwrap();
    say(&mut store, 3, NOW + 1);
    assert!(!beside(&copy, "-wal").exists() && !beside(&copy, ".partial").exists());
    let copied = Store::open(&copy, NOW).unwrap();
    assert_eq!(copied.answers(1).unwrap(), said);
    assert_eq!(copied.author_key().unwrap(), store.author_key().unwrap());
}

#[test]
fn a_backup_does_not_go_over_its_source_or_over_an_open_workspace() {
    let desk = Desk::new();
    let store = desk.prepared();
    assert_eq!(
        code(store.backup(&desk.workspace())),
        "workspace-open-elsewhere"
    );
    let other = desk.path("other.sextant");
    let _open = Store::create(&other, "Other", false, NOW).unwrap();
    assert_eq!(code(store.backup(&other)), "workspace-open-elsewhere");
}

#[test]
fn a_workspace_opened_for_reading_can_be_backed_up() {
    let desk = Desk::new();
    let mut first = desk.prepared();
    let said = say(&mut first, 2, NOW);
    let second = desk.open();
    second.backup(&desk.path("copy.sextant")).unwrap();
    let copied = Store::open(&desk.path("copy.sextant"), NOW).unwrap();
    assert_eq!(copied.answers(1).unwrap(), said);
}

#[test]
fn a_restored_workspace_is_the_backup_and_the_old_one_is_kept() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let then = say(&mut store, 1, NOW);
    let copy = desk.path("copy.sextant");
    store.backup(&copy).unwrap();
    let later = say(&mut store, 4, NOW + 1);
    let restored = Store::restore(&copy, &desk.workspace(), NOW);
    assert_eq!(code(restored), "workspace-open-elsewhere");
    drop(store);
    let before = sha256(&copy);
    Store::restore(&copy, &desk.workspace(), NOW).unwrap();
    assert_eq!(desk.open().answers(1).unwrap(), then);
    assert_eq!(sha256(&copy), before);
    let aside = Store::open(&beside(&desk.workspace(), ".before-restore"), NOW).unwrap();
    assert_eq!(aside.answers(1).unwrap(), later);
}

#[test]
fn a_stale_log_is_not_mixed_into_what_is_restored() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let then = say(&mut store, 1, NOW);
    let copy = desk.path("copy.sextant");
    store.backup(&copy).unwrap();
    let later = say(&mut store, 4, NOW + 1);
    // A killed program: file and log as they are while the workspace is open.
    let killed = desk.path("killed.sextant");
    for suffix in ["", "-wal"] {
        fs::copy(beside(&desk.workspace(), suffix), beside(&killed, suffix)).unwrap();
    }
    Store::restore(&copy, &killed, NOW).unwrap();
    let restored = Store::open(&killed, NOW).unwrap();
    assert_eq!(restored.answers(1).unwrap(), then);
    let aside = Store::open(&beside(&killed, ".before-restore"), NOW).unwrap();
    assert_eq!(aside.answers(1).unwrap(), later);
}

#[test]
fn a_damaged_workspace_is_kept_aside_with_its_log() {
    let desk = Desk::new();
    let store = desk.prepared();
    let copy = desk.path("copy.sextant");
    store.backup(&copy).unwrap();
    drop(store);
    fs::write(desk.workspace(), "torn").unwrap();
    fs::write(beside(&desk.workspace(), "-wal"), "torn too").unwrap();
    Store::restore(&copy, &desk.workspace(), NOW).unwrap();
    assert_eq!(desk.open().teams().unwrap().len(), 1);
    let aside = beside(&desk.workspace(), ".before-restore");
    assert_eq!(fs::read(aside).unwrap(), b"torn");
}

#[test]
fn a_backup_that_is_no_good_replaces_nothing() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let copy = desk.path("copy.sextant");
    store.backup(&copy).unwrap();
    let said = say(&mut store, 3, NOW);
    drop(store);
    let mut bytes = fs::read(&copy).unwrap();
    let text = bytes
        .windows(8)
        .position(|part| part == b"Checkout")
        .unwrap();
    bytes[text] ^= 1;
    fs::write(desk.path("flipped"), &bytes).unwrap();
    fs::write(desk.path("cut"), &bytes[..bytes.len() / 2]).unwrap();
    fs::write(desk.path("letter"), "Dear all").unwrap();
    fs::copy(&copy, desk.path("newer")).unwrap();
    let newer = Connection::open(desk.path("newer")).unwrap();
    newer.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(newer);
    for (name, expected) in [
        ("flipped", "workspace-damaged"),
        ("cut", "workspace-damaged"),
        ("letter", "workspace-not-ours"),
        ("newer", "workspace-newer"),
        ("nowhere", "workspace-missing"),
    ] {
        let result = Store::restore(&desk.path(name), &desk.workspace(), NOW);
        assert_eq!(code(result), expected, "{name}");
        assert!(!beside(&desk.workspace(), ".restoring").exists());
    }
    assert_eq!(desk.open().answers(1).unwrap(), said);
}

#[test]
fn a_day_with_a_change_leaves_one_copy_and_the_seven_newest_stay() {
    let desk = Desk::new();
    drop(desk.prepared());
    for day in 1..=10 {
        let now = NOW + day * DAY;
        let mut store = Store::open(&desk.workspace(), now).unwrap();
        say(&mut store, (day % 5) as u8, now);
        drop(store);
        drop(Store::open(&desk.workspace(), now + 60).unwrap());
    }
    let folder = beside(&desk.workspace(), ".backups");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    // 2 March + 4 to 10 days.
    let expected: Vec<_> = (6..=12)
        .map(|day| format!("2026-03-{day:02}.sextant"))
        .collect();
    assert_eq!(names, expected);
    let newest = Store::open(&folder.join("2026-03-12.sextant"), NOW).unwrap();
    // Made when the tenth day began: with what the ninth left.
    assert_eq!(newest.last_saved().unwrap(), Some(NOW + 9 * DAY));
    let check = desk.open().check().unwrap();
    assert!(check.contains(&("newest-backup".to_owned(), "2026-03-12".to_owned())));
}

#[test]
fn a_day_without_a_change_leaves_no_copy() {
    let desk = Desk::new();
    drop(desk.prepared());
    drop(Store::open(&desk.workspace(), NOW + DAY).unwrap());
    let folder = beside(&desk.workspace(), ".backups");
    let copies = || fs::read_dir(&folder).unwrap().count();
    assert_eq!(copies(), 1);
    for day in 2..5 {
        drop(Store::open(&desk.workspace(), NOW + day * DAY).unwrap());
    }
    assert_eq!(copies(), 1);
}
