//! Logs as git writes them, and as files arrive.

use super::*;

const KEY: [u8; 32] = [7; 32];
const DAY: &str = "2026-01-05T10:00:00+01:00";

fn sha(letter: char) -> String {
    String::from(letter).repeat(40)
}

fn line(letter: char, parents: &str, subject: &str) -> String {
    let parents: Vec<String> = parents.chars().map(sha).collect();
    let (id, parents) = (sha(letter), parents.join(" "));
    format!("{id}\t{parents}\t{DAY}\t{DAY}\tana@example.org\tana@example.org\t{subject}\n")
}

fn read_text(text: &str) -> Imported {
    read(text.as_bytes(), "commits.tsv", "shop", &KEY)
}

fn codes(imported: &Imported) -> Vec<(u32, &str)> {
    let rejects = imported.events.rejects.iter();
    rejects.map(|r| (r.line, r.code.as_str())).collect()
}

fn ids(imported: &Imported) -> String {
    let commits = &imported.events.histories[0].commits;
    commits.iter().map(|c| hex(&c.id)[..1].to_owned()).collect()
}

/// A log that git wrote: ten commits, one merge, author and committer zones apart (02:00 ahead of UTC).
#[test]
fn a_log_as_git_writes_it_becomes_a_history() {
    let text = include_str!("../../../../../tests/data/log/git_log.tsv");
    let imported = read_text(text);
    let history = &imported.events.histories[0];
    assert_eq!((history.commits.len(), history.shallow), (10, false));
    assert!(imported.events.rejects.is_empty());
    let merge = &history.commits[4];
    assert_eq!(hex(&merge.id)[..8], *"157fee8e");
    assert_eq!(merge.parents, [7, 5]);
    // 2026-01-03T10:00+02:00 is 08:00 UTC: 1767427200.
    assert_eq!(history.commits[5].authored, 1_767_427_200);
    let source = &imported.events.sources[0];
    assert_eq!(
        (source.records, source.accepted, source.rejected),
        (10, 10, 0)
    );
    assert_eq!(source.kind, SourceKind::GitLog);
}

#[test]
fn a_revert_is_tied_to_the_newest_older_commit_of_that_subject() {
    let text = include_str!("../../../../../tests/data/log/git_log.tsv");
    let commits = read_text(text).events.histories.remove(0).commits;
    assert_eq!(
        commits[0].reverts,
        ["b58cbd57a2d36035dacd392216dd4f4999181a78"]
    );
    assert!(commits[1..].iter().all(|c| c.reverts.is_empty()));
}

#[test]
fn a_revert_may_name_its_commit() {
    let subject = "take back  This reverts commit BBBBBBBBBB1.";
    let text = line('a', "b", subject) + &line('b', "", "x");
    let commits = read_text(&text).events.histories.remove(0).commits;
    assert_eq!(commits[0].reverts, ["bbbbbbbbbb1"]);
}

#[test]
fn a_revert_of_a_revert_names_the_revert() {
    let again = "Revert \"Revert \"x\" (#2)\" (#3)";
    let text = line('c', "b", again) + &line('b', "a", "Revert \"x\" (#2)") + &line('a', "", "x");
    let commits = read_text(&text).events.histories.remove(0).commits;
    assert_eq!(commits[0].reverts, [sha('b')]);
    assert_eq!(commits[1].reverts, [sha('a')]);
}

#[test]
fn a_subject_may_contain_tabs() {
    let imported = read_text(&line('a', "", "one\ttwo\tthree"));
    assert_eq!(imported.events.sources[0].accepted, 1);
}

#[test]
fn parents_written_before_children_are_put_in_order() {
    let text =
        line('a', "", "x") + &line('b', "a", "x") + &line('d', "bc", "x") + &line('c', "a", "x");
    let imported = read_text(&text);
    assert_eq!(ids(&imported), "dbca");
    assert_eq!(imported.events.histories[0].tip, Some(0));
    assert_eq!(imported.events.sources[0].notes[0].code, "note-log-sorted");
    assert_eq!(imported.events.sources[0].notes[0].count, 3);
}

#[test]
fn a_missing_parent_means_a_cut_history() {
    let history = read_text(&line('b', "a", "x")).events.histories.remove(0);
    assert!(history.shallow);
    assert!(history.commits[0].parents.is_empty());
}

#[test]
fn bad_lines_are_refused_with_line_field_and_reason() {
    let good = line('a', "", "x");
    let text = [
        "no log at all\n".to_owned(),
        good.clone(),
        good.clone(),
        good.replace(&sha('a'), "abc123"),
        line('b', "", "x").replacen(DAY, "yesterday", 1),
        line('d', "", "x").replace(DAY, "0031-01-05T10:00:00Z"),
        line('e', "", "x").replace("e\t\t2026", "e\tzz\t2026"),
        "\n".to_owned(),
    ]
    .concat();
    let imported = read_text(&text);
    let expected = [
        (1, "reject-log-fields"),
        (3, "reject-log-duplicate"),
        (4, "reject-log-id"),
        (5, "reject-log-time"),
        (6, "reject-log-time"),
        (7, "reject-log-id"),
    ];
    assert_eq!(codes(&imported), expected);
    assert_eq!(imported.events.rejects[3].field.as_deref(), Some("%aI"));
    let source = &imported.events.sources[0];
    assert_eq!(
        (source.records, source.accepted, source.rejected),
        (7, 1, 6)
    );
}

#[test]
fn a_parent_whose_line_was_refused_does_not_make_the_history_cut() {
    let text = line('b', "a", "x") + &line('a', "", "x").replace(DAY, "never");
    assert!(!read_text(&text).events.histories[0].shallow);
}

#[test]
fn commits_that_are_their_own_ancestors_are_refused() {
    let text = line('a', "b", "x") + &line('b', "a", "x") + &line('c', "", "x");
    let imported = read_text(&text);
    assert_eq!(
        codes(&imported),
        [(1, "reject-log-cycle"), (2, "reject-log-cycle")]
    );
    assert_eq!(ids(&imported), "c");
}

#[test]
fn a_line_without_end_is_refused_and_reading_stops() {
    let text = line('a', "", "x") + &"y".repeat(3 << 20);
    assert_eq!(codes(&read_text(&text)), [(2, "reject-log-too-long")]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let text = format!("\u{feff}{}", line('a', "", "x").replace('\n', "\r\n"));
    assert!(read_text(&text).events.rejects.is_empty());
}

#[test]
fn nothing_read_gives_an_empty_history() {
    let imported = read_text("");
    assert_eq!(imported.events.sources[0].first, None);
    assert!(imported.events.histories[0].commits.is_empty());
}

/// RFC 4231 test case 2, its key `Jefe` written with the zeros that HMAC pads it with.
#[test]
fn an_author_is_hmac_sha_256_of_the_lower_cased_address_cut_to_eight_bytes() {
    let mut key = [0; 32];
    key[..4].copy_from_slice(b"Jefe");
    let expected = [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e];
    let hash = |address| author(Identities::new(&key).as_mut(), address).hash;
    assert_eq!(hash("what do ya want for nothing?"), expected);
    let upper = line('a', "", "x").replace("ana@", "ANA@");
    let author = |text: &str| read_text(text).events.histories[0].commits[0].author;
    assert_eq!(author(&upper), author(&line('a', "", "x")));
}

#[test]
fn a_subject_that_ends_with_a_number_is_a_squash_unless_it_merges() {
    let text = line('a', "bc", "Merge x (#4)")
        + &line('b', "d", "x (#3)")
        + &line('c', "d", "y (see #2)")
        + &line('d', "e", "Revert \"z (#1)\"")
        + &line('e', "", "z (!1)");
    let history = read_text(&text).events.histories.remove(0);
    assert_eq!(
        history.squashed,
        Some(vec![false, true, false, false, true])
    );
}

#[test]
fn bots_are_known_by_their_address() {
    assert!(bot("49699333+dependabot[bot]@users.example.org"));
    assert!(bot("renovate@example.org"));
    assert!(!bot("abbot@bot.example.org"));
}

fn bot(address: &str) -> bool {
    author(Identities::new(&[7; 32]).as_mut(), address).bot
}
