//! Opening: foreign, newer, hostile, locked and moved files, and the settings of the connection.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::{Desk, NOW, answered, code, sha256};
use crate::store::disk::Disk;
use crate::store::schema::MIGRATIONS;
use crate::store::{Store, open};

/// Changes a closed workspace with plain SQLite, as another program could.
fn meddle(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

fn beside(path: &Path, suffix: &str) -> std::path::PathBuf {
    crate::store::lock::beside(path, suffix)
}

#[test]
fn a_missing_file_is_missing_and_an_existing_one_is_not_replaced() {
    let desk = Desk::new();
    assert_eq!(
        code(Store::open(&desk.workspace(), NOW)),
        "workspace-missing"
    );
    fs::write(desk.workspace(), "my letter").unwrap();
    let result = Store::create(&desk.workspace(), "Acme", false, NOW);
    assert_eq!(code(result), "workspace-exists");
    assert_eq!(fs::read(desk.workspace()).unwrap(), b"my letter");
}

#[test]
fn a_foreign_file_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    meddle(&desk.path("other.db"), "CREATE TABLE t (a)");
    meddle(
        &desk.path("wal.db"),
        "PRAGMA journal_mode = wal; CREATE TABLE t (a)",
    );
    fs::write(desk.path("letter"), "Dear all").unwrap();
    fs::write(desk.path("empty"), "").unwrap();
    fs::write(desk.path("short"), "SQLite format 3\0").unwrap();
    for (name, expected) in [
        ("other.db", "workspace-not-ours"),
        ("wal.db", "workspace-not-ours"),
        ("letter", "workspace-not-ours"),
        ("empty", "workspace-not-ours"),
        ("short", "workspace-damaged"),
    ] {
        let before = sha256(&desk.path(name));
        assert_eq!(code(Store::open(&desk.path(name), NOW)), expected, "{name}");
        assert_eq!(sha256(&desk.path(name)), before, "{name}");
    }
}

#[test]
fn a_newer_workspace_is_read_and_not_touched() {
    let desk = Desk::new();
    drop(desk.prepared());
    meddle(
        &desk.workspace(),
        "PRAGMA user_version = 99; CREATE TABLE later (a)",
    );
    let before = sha256(&desk.workspace());
    let mut store = desk.open();
    assert_eq!(store.read_only(), Some("newer"));
    assert_eq!(store.about().unwrap().organisation, "Acme");
    assert_eq!(store.assessments(1).unwrap().len(), 1);
    assert_eq!(code(store.add_team("Search", NOW)), "workspace-newer");
    drop(store);
    assert_eq!(sha256(&desk.workspace()), before);
    assert!(!beside(&desk.workspace(), "-wal").exists());
    assert!(!beside(&desk.workspace(), ".backups").exists());
}

#[test]
fn a_newer_workspace_with_a_log_left_beside_it_is_not_touched_either() {
    let desk = Desk::new();
    drop(desk.prepared());
    let newer = Connection::open(desk.workspace()).unwrap();
    newer
        .execute_batch("PRAGMA user_version = 99; CREATE TABLE later (a)")
        .unwrap();
    // A copy of file and log is what a killed program leaves.
    let copy = desk.path("copy.sextant");
    fs::copy(desk.workspace(), &copy).unwrap();
    fs::copy(beside(&desk.workspace(), "-wal"), beside(&copy, "-wal")).unwrap();
    let before = (sha256(&copy), sha256(&beside(&copy, "-wal")));
    let mut store = Store::open(&copy, NOW).unwrap();
    assert_eq!(store.read_only(), Some("newer"));
    assert_eq!(store.teams().unwrap().len(), 1);
    assert_eq!(code(store.add_team("Search", NOW)), "workspace-newer");
    drop(store);
    assert_eq!((sha256(&copy), sha256(&beside(&copy, "-wal"))), before);
}

#[test]
fn a_file_with_things_that_are_not_ours_is_refused() {
    for sql in [
        "CREATE TRIGGER spy AFTER INSERT ON answer BEGIN DELETE FROM mark; END",
        "CREATE VIEW spy AS SELECT * FROM answer",
        "CREATE TABLE more (a)",
        "CREATE INDEX more ON answer (note)",
        "DROP TRIGGER baseline_is_never_deleted;
         CREATE TRIGGER baseline_is_never_deleted BEFORE DELETE ON baseline BEGIN SELECT 1; END",
    ] {
        let desk = Desk::new();
        drop(desk.prepared());
        meddle(&desk.workspace(), sql);
        assert_eq!(
            code(Store::open(&desk.workspace(), NOW)),
            "workspace-not-ours",
            "{sql}"
        );
    }
    let desk = Desk::new();
    drop(desk.prepared());
    meddle(&desk.workspace(), "DROP TRIGGER baseline_is_never_deleted");
    assert_eq!(
        code(Store::open(&desk.workspace(), NOW)),
        "workspace-damaged"
    );
}

#[test]
fn statistics_that_sqlite_itself_makes_are_no_reason_to_refuse() {
    let desk = Desk::new();
    drop(desk.prepared());
    meddle(&desk.workspace(), "ANALYZE");
    assert_eq!(desk.open().read_only(), None);
}

#[test]
fn a_second_window_reads_what_the_first_saves_and_cannot_write() {
    let desk = Desk::new();
    let mut first = desk.prepared();
    let mut second = desk.open();
    assert_eq!(second.read_only(), Some("open-elsewhere"));
    first
        .set_answer(1, "INT2", Some(&answered("INT2", 2)), NOW)
        .unwrap();
    assert_eq!(second.answers(1).unwrap().len(), 1);
    let refused = second.set_answer(1, "INT2", None, NOW);
    assert_eq!(code(refused), "workspace-open-elsewhere");
    drop(second);
    drop(first);
    let third = desk.open();
    assert_eq!(third.read_only(), None);
    assert_eq!(third.answers(1).unwrap().len(), 1);
}

#[test]
fn a_reader_that_stays_does_not_harm_the_writers() {
    let desk = Desk::new();
    let first = desk.prepared();
    let reader = desk.open();
    drop(first);
    for level in 0..4 {
        let mut writer = desk.open();
        assert_eq!(writer.read_only(), None);
        let answer = answered("INT2", level);
        writer.set_answer(1, "INT2", Some(&answer), NOW).unwrap();
        drop(writer);
        assert_eq!(reader.answers(1).unwrap()[0].answer, answer);
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_workspace_meets_the_same_lock() {
    let desk = Desk::new();
    let _first = desk.prepared();
    std::os::unix::fs::symlink(desk.workspace(), desk.path("link")).unwrap();
    let second = Store::open(&desk.path("link"), NOW).unwrap();
    assert_eq!(second.read_only(), Some("open-elsewhere"));
}

#[cfg(unix)]
#[test]
fn a_new_workspace_and_its_folder_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.path("clients/acme/acme.sextant");
    let mut store = Store::create(&path, "Acme", false, NOW).unwrap();
    store.add_team("Checkout", NOW).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for suffix in ["", "-wal", "-shm", ".lock"] {
        assert_eq!(mode(&beside(&path, suffix)), 0o600, "{suffix}");
    }
    assert_eq!(mode(path.parent().unwrap()), 0o700);
}

#[test]
fn a_closed_workspace_is_one_file_and_its_lock() {
    let desk = Desk::new();
    drop(desk.prepared());
    let mut names: Vec<_> = fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["acme.sextant", "acme.sextant.lock"]);
}

#[test]
fn what_a_killed_creation_left_is_cleared_away() {
    let desk = Desk::new();
    fs::write(desk.path("acme.sextant.new"), "half").unwrap();
    fs::write(desk.path("acme.sextant.new-journal"), "half").unwrap();
    fs::write(desk.path("acme.sextant-wal"), "of another file").unwrap();
    drop(desk.prepared());
    assert_eq!(desk.open().teams().unwrap().len(), 1);
    assert!(!desk.path("acme.sextant.new").exists());
}

#[test]
fn a_name_with_signs_of_an_address_is_only_a_name() {
    let desk = Desk::new();
    let path = desk.path("a?mode=memory#b %41 é.sextant");
    drop(Store::create(&path, "Acme", false, NOW).unwrap());
    meddle(&path, "PRAGMA user_version = 99");
    let store = Store::open(&path, NOW).unwrap();
    assert_eq!(store.read_only(), Some("newer"));
    assert_eq!(store.about().unwrap().organisation, "Acme");
}

#[test]
fn the_connection_is_set_as_it_should_be() {
    let desk = Desk::new();
    let store = desk.prepared();
    let pragma = |name: &str| -> String {
        let sql = format!("SELECT cast({name} AS TEXT) FROM pragma_{name}");
        store.conn.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    for (name, expected) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("recursive_triggers", "1"),
    ] {
        assert_eq!(pragma(name), expected, "{name}");
    }
    // DEFENSIVE: the schema cannot be written, nor the journal switched off.
    assert!(store.conn.execute("DELETE FROM sqlite_schema", []).is_err());
    let journal: String = store
        .conn
        .query_row("PRAGMA journal_mode = off", [], |row| row.get(0))
        .unwrap();
    assert_eq!(journal, "wal");
    assert!(
        store
            .conn
            .execute("ATTACH ':memory:' AS other", [])
            .is_err()
    );
}

#[test]
fn on_a_network_the_log_gives_way_to_a_journal() {
    let desk = Desk::new();
    let store = desk.prepared();
    open::set_journal(&store.conn, Disk::Network).unwrap();
    let ask = |sql: &str| -> String { store.conn.query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(ask("PRAGMA journal_mode"), "delete");
    assert_eq!(
        ask("SELECT cast(synchronous AS TEXT) FROM pragma_synchronous"),
        "3"
    );
}

#[test]
fn a_migration_makes_a_copy_first_and_is_whole_or_not_at_all() {
    let desk = Desk::new();
    drop(desk.prepared());
    let (first, last) = (MIGRATIONS[0], MIGRATIONS[1]);
    let broken = [
        first,
        last,
        "CREATE TABLE later (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);",
    ];
    assert_eq!(
        code(Store::open_at(&desk.workspace(), NOW, &broken)),
        "store-failed"
    );
    assert_eq!(desk.open().teams().unwrap().len(), 1);

    let next = [first, last, "CREATE TABLE later (a INTEGER) STRICT;"];
    let store = Store::open_at(&desk.workspace(), NOW, &next).unwrap();
    assert_eq!(store.teams().unwrap().len(), 1);
    drop(store);
    assert_eq!(desk.open().read_only(), Some("newer"));
    let copy = desk.path("acme.sextant.backups/before-migration-from-2.sextant");
    assert_eq!(Store::open(&copy, NOW).unwrap().read_only(), None);
}

#[test]
fn an_older_workspace_that_cannot_be_migrated_says_why() {
    let desk = Desk::new();
    let _elsewhere = desk.prepared();
    let next = [
        MIGRATIONS[0],
        MIGRATIONS[1],
        "CREATE TABLE later (a INTEGER) STRICT;",
    ];
    let result = Store::open_at(&desk.workspace(), NOW, &next);
    assert_eq!(code(result), "workspace-open-elsewhere");
}

/// A workspace that the program wrote when its schema was 1: a team, a service, a repository of four commits with
/// three tags, two deployments, two incidents, two answers, one frozen baseline.
const OLD: &[u8] = include_bytes!("../../../../../tests/data/workspace-0001.sqlite");

#[test]
fn a_workspace_of_the_first_schema_opens_with_its_seals_whole() {
    let desk = Desk::new();
    fs::write(desk.workspace(), OLD).unwrap();
    let mut store = desk.open();
    let found = store.check().unwrap();
    let said = |label: &str| {
        let mut all = found.iter().filter(|(l, _)| l == label);
        all.next().map(|(_, v)| v.as_str())
    };
    assert_eq!(said("schema"), Some("2"));
    assert_eq!(said("seals"), Some("ok"));
    assert_eq!(said("integrity"), Some("ok"));
    let events = store.events(1).unwrap();
    assert_eq!(events.sources.len(), 3);
    assert_eq!(events.histories[0].commits.len(), 4);
    assert_eq!(events.deployments.len(), 2 + 3);
    assert_eq!((events.incidents.len(), events.pull_requests.len()), (2, 0));
    assert_eq!(store.answers(1).unwrap().len(), 2);
    // The hash that the program printed when it froze it.
    let frozen = store.baselines(1).unwrap();
    assert!(
        frozen[0]
            .hash
            .starts_with("003c02a8da95cb2747e56743ffaf29727a")
    );
    assert_eq!(store.corrections(1).unwrap(), []);
    assert!(
        desk.path("acme.sextant.backups/before-migration-from-1.sextant")
            .exists()
    );
    store.remove_source(1, NOW).unwrap();
    drop(store);
    assert_eq!(desk.open().sources(1).unwrap().len(), 2);
}
