//! How changes land, on repositories whose figures were worked out by hand.

use sextant_engine::evidence::scan::behaviour::{Behaviour, Share, Spread};

use crate::{git, import, look};

/// 14 November 2023, late in the evening; days are counted from here.
const START: i64 = 1_700_000_000;

/// One commit of a fast-import stream: branch, mark, author, day, message, then `from`, `merge` and files as they are.
fn commit(branch: &str, mark: u32, who: &str, day: i64, message: &str, rest: &str) -> String {
    let at = START + day * 86_400;
    let length = message.len();
    format!(
        "commit refs/heads/{branch}\nmark :{mark}\ncommitter {who} <{who}@x> {at} +0000\ndata {length}\n{message}\n{rest}\n"
    )
}

fn file(path: &str, text: &str) -> String {
    format!("M 644 inline {path}\ndata {}\n{text}\n", text.len())
}

fn behaviour(stream: &str) -> Behaviour {
    let repository = import(stream);
    look(repository.path()).behaviour.unwrap()
}

fn share(k: u32, n: u32) -> Share {
    Share { k, n }
}

/// A merged request, a direct change, a squash, its revert, a bot, a move with a reviewer.
fn shop() -> String {
    let a = |last: &str| format!("1\n2\n3\n4\n5\n6\n7\n8\n9\n{last}\n");
    let b = "a\nb\nc\nd\n";
    [
        commit("main", 1, "ana", 0, "first", &file("src/a.py", &a("10"))),
        commit("side", 2, "bo", 1, "b", &format!("from :1\n{}{}", file("src/b.py", b), file("tests/test_b.py", "x\ny\n"))),
        commit("side", 3, "bo", 3, "more", &format!("from :2\n{}", file("src/b.py", &format!("{b}e\n")))),
        commit("main", 4, "ana", 5, "Merge pull request #1 from side", "from :1\nmerge :3\nM 100644 inline src/b.py\ndata 10\na\nb\nc\nd\ne\n\nM 100644 inline tests/test_b.py\ndata 4\nx\ny\n\n"),
        commit("main", 5, "ana", 6, "direct", &format!("from :4\n{}{}", file("src/a.py", &a("ten")), file("infra/main.tf", "resource \"x\" \"y\" {}\n"))),
        commit("main", 6, "ana", 7, "Faster (#2)", &format!("from :5\n{}{}", file("src/a.py", &a("ten\n11")), file("README.md", "x\ny\nz\n"))),
        commit("main", 7, "bo", 8, "Revert \"Faster\"\n\nThis reverts commit 0123456789.", &format!("from :6\n{}D README.md\n", file("src/a.py", &a("ten")))),
        commit("main", 8, "dependabot[bot]", 9, "bump", &format!("from :7\n{}", file("package-lock.json", "{}\n"))),
        commit("main", 9, "bo", 10, "move\n\nReviewed-by: Ana <ana@x>", &format!("from :8\nR src/b.py lib/b.py\n{}", file("db/migrations/1.sql", "create\n"))),
        commit("idea", 10, "ana", 9, "idea", "from :5\n"),
        "tag v1\nfrom :5\ntagger A <a@x> 1700000000 +0000\ndata 34\nv1\n-----BEGIN PGP SIGNATURE-----\n\n".to_owned(),
        "tag v2\nfrom :6\ntagger A <a@x> 1700000000 +0000\ndata 3\nv2\n\n".to_owned(),
    ]
    .concat()
}

/// By hand, change by change (4 is the merge): files 2 2 2 2 2, the move being one; lines 7 (4 + 1 of b, 2 of its
/// test), 3 (one out, one in, one of the infrastructure), 4, 4 again, 1 (the schema). In order 1 3 4 4 7: the
/// middle is 4, the p90 of type 7 lies 0.6 of the way from 4 to 7, that is 5.8.
#[test]
fn size_review_and_tests_are_those_counted_by_hand() {
    let b = behaviour(&shop());
    assert_eq!((b.changes, b.bots, b.squashed, b.cut), (5, 1, 1, 0));
    let files = b.files.unwrap();
    assert_eq!((files.n, files.median, files.p90), (5, 2.0, 2.0));
    let lines = b.lines.unwrap();
    assert_eq!((lines.n, lines.median), (5, 4.0));
    assert!((lines.p90 - 5.8).abs() < 1e-9, "{lines:?}");
    assert_eq!(b.through_merge, share(2, 5), "the merge and the squash");
    assert_eq!(b.second_person, share(3, 5), "and the one with a reviewer");
    assert_eq!(
        (b.reviewed, b.reverts, b.signed),
        (share(1, 5), share(1, 5), share(0, 5))
    );
    assert_eq!(
        (b.tested, b.tests_inside),
        (share(1, 5), false),
        "all touch source, the merge its test"
    );
    assert_eq!(b.noted, share(2, 5), "the README came and went");
    assert_eq!((b.infrastructure, b.schema), (share(0, 1), share(1, 1)));
    assert_eq!(b.signed_tags, share(1, 2));
}

/// The branch began on day 1 and was merged on day 5. Landings on days 5 to 10, the bot's among them.
#[test]
fn branch_life_and_activity_are_those_counted_by_hand() {
    let b = behaviour(&shop());
    assert_eq!(
        b.branch_days,
        Some(Spread {
            n: 1,
            median: 4.0,
            p90: 4.0
        })
    );
    assert_eq!((b.active_days, b.landings, b.open_branches), (6, 6, 1));
    assert_eq!(
        (b.first, b.last),
        (Some(START + 5 * 86_400), Some(START + 10 * 86_400))
    );
    assert_eq!(
        (b.people, b.one_author, b.half_by),
        (None, None, None),
        "two people: nothing is said"
    );
    // a.py three times, lib/b.py once, the schema once: one file is the tenth of three.
    assert_eq!(b.churn, Some(share(3, 5)));
}

/// Five people. `one` was changed three times by the first, `two` once by each of three, `three` twice: too seldom.
/// The first wrote 4 of 8 changes of files, which is half.
#[test]
fn the_spread_of_knowledge_is_a_total_of_the_team() {
    let change = |mark: u32, who: &str, path: &str| {
        let rest = format!("from :{}\n{}", mark - 1, file(path, &format!("{mark}\n")));
        commit("main", mark, who, i64::from(mark), "x", &rest)
    };
    let stream = [
        commit("main", 1, "a", 1, "x", &file("one.py", "0\n")),
        change(2, "a", "one.py"),
        change(3, "a", "one.py"),
        change(4, "a", "one.py"),
        change(5, "a", "two.py"),
        change(6, "b", "two.py"),
        change(7, "c", "two.py"),
        change(8, "d", "three.py"),
        change(9, "e", "three.py"),
    ]
    .concat();
    let b = behaviour(&stream);
    assert_eq!(
        (b.people, b.one_author, b.half_by),
        (Some(5), Some(share(1, 2)), Some(1))
    );
    // Of three files one is the tenth: 3 of 8 changes.
    assert_eq!(b.churn, Some(share(3, 8)));
}

/// A bot's branch, written on day 1 and merged by a person on day 3, is the bot's change and waited two days.
#[test]
fn what_a_bot_wrote_stays_a_bots_change_when_a_person_merges_it() {
    let stream = [
        commit("main", 1, "ana", 0, "x", &file("a.py", "0\n")),
        commit(
            "bump",
            2,
            "renovate[bot]",
            1,
            "bump",
            &format!("from :1\n{}", file("go.mod", "x\n")),
        ),
        commit(
            "main",
            3,
            "ana",
            3,
            "Merge branch 'bump'",
            "from :1\nmerge :2\nM 100644 inline go.mod\ndata 2\nx\n\n",
        ),
    ]
    .concat();
    let b = behaviour(&stream);
    assert_eq!((b.changes, b.bots, b.branch_days), (0, 1, None));
    assert_eq!(
        b.bot_days,
        Some(Spread {
            n: 1,
            median: 2.0,
            p90: 2.0
        })
    );
}

/// A merge of the branch's own copy (`git pull`) is no request.
#[test]
fn a_pull_is_not_a_merge_of_work() {
    let stream = [
        commit("main", 1, "ana", 0, "x", &file("a.py", "0\n")),
        commit(
            "copy",
            2,
            "ana",
            1,
            "x",
            &format!("from :1\n{}", file("b.py", "x\n")),
        ),
        commit(
            "main",
            3,
            "ana",
            3,
            "Merge branch 'main' of https://x/y",
            "from :1\nmerge :2\nM 100644 inline b.py\ndata 2\nx\n\n",
        ),
    ]
    .concat();
    let b = behaviour(&stream);
    assert_eq!((b.through_merge, b.branch_days), (share(0, 1), None));
}

/// 24 months before the newest change, and 500 changes: what is older is not looked at.
#[test]
fn only_the_newest_part_of_a_history_is_looked_at() {
    let change = |mark: u32, day: i64| {
        let from = if mark > 1 {
            format!("from :{}\n", mark - 1)
        } else {
            String::new()
        };
        commit(
            "main",
            mark,
            "ana",
            day,
            "x",
            &format!("{from}{}", file("a.py", &format!("{mark}\n"))),
        )
    };
    let old = [change(1, 0), change(2, 10), change(3, 900)].concat();
    assert_eq!(
        behaviour(&old).changes,
        1,
        "day 10 is more than 730 days before day 900"
    );
    let many: String = (1..=520).map(|mark| change(mark, 0)).collect();
    assert_eq!(behaviour(&many).changes, 500);
}

#[test]
fn a_shallow_clone_says_that_its_changes_are_few() {
    let origin = import(&shop());
    let clone = tempfile::tempdir().unwrap();
    let url = format!("file://{}", origin.path().display());
    git(clone.path(), &["clone", "--depth", "2", &url, "inner"]);
    let scan = look(&clone.path().join("inner"));
    let b = scan.behaviour.unwrap();
    assert_eq!(
        (b.shallow, b.changes, b.bots),
        (true, 1, 0),
        "the move, against the bot's change"
    );
    assert!(scan.notes.iter().any(|n| n.code == "note-scan-shallow"));
}
