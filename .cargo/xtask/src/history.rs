//! A large history for the benchmark: 80,000 commits and 1,000 tags, the same on every machine.
//!
//! Ten thousand times: five commits on the main line, two on a side branch that begins two before, a
//! merge. Every eightieth commit ends in an annotated tag. Written with `git fast-import`.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::run::{self, Done, Trouble};

/// Commits in the history.
pub(crate) const COMMITS: u64 = 80_000;
/// Tags in the history.
pub(crate) const TAGS: u64 = 1_000;
/// 2023-01-02 00:00 UTC.
const BEGIN: u64 = 1_672_617_600;
/// A commit each twenty minutes: three years of them.
const STEP: u64 = 1_200;
const ROUND: u64 = 8;

/// The folder of the history, made if it is not there.
pub(crate) fn at_hand() -> Done<PathBuf> {
    let folder = run::target().join("bench").join("history.git");
    if folder.join("complete").is_file() {
        return Ok(folder);
    }
    println!("making a history of {COMMITS} commits and {TAGS} tags …");
    if folder.exists() {
        run::file(&folder, std::fs::remove_dir_all(&folder))?;
    }
    run::file(&folder, std::fs::create_dir_all(&folder))?;
    fill(&folder)?;
    run::file(&folder, std::fs::write(folder.join("complete"), "")).map(|()| folder)
}

fn fill(folder: &Path) -> Done {
    let place = folder.to_string_lossy();
    run::go(run::command(
        "git",
        &["init", "--quiet", "--bare", "--initial-branch=main", &place],
    ))?;
    let mut import = run::command("git", &["-C", &place, "fast-import", "--quiet"]);
    let mut child = import
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|cause| run::not_started(&import, cause))?;
    if let Some(pipe) = child.stdin.take() {
        run::file(folder, tell(&mut BufWriter::new(pipe)))?;
    }
    if run::file(folder, child.wait())?.success() {
        return Ok(());
    }
    Err(Trouble::Failed {
        line: run::typed(&import),
    })
}

/// The whole stream, each commit's mark its number from 1.
fn tell(out: &mut impl Write) -> std::io::Result<()> {
    for number in 1..=COMMITS {
        commit(out, number)?;
        if number % (COMMITS / TAGS) == 0 {
            tag(out, number)?;
        }
    }
    out.flush()
}

fn commit(out: &mut impl Write, number: u64) -> std::io::Result<()> {
    let (branch, parents) = place(number);
    let time = BEGIN + number * STEP;
    let written = time - (number % 13) * 3_600;
    let who = number % 23;
    let (folder, file) = (number % 20, number % 400);
    let message = format!("change {number}");
    let content = format!("{number}\n");
    writeln!(out, "commit refs/heads/{branch}\nmark :{number}")?;
    writeln!(out, "author A{who} <a{who}@example.org> {written} +0000")?;
    writeln!(out, "committer A{who} <a{who}@example.org> {time} +0000")?;
    writeln!(out, "data {}\n{message}", message.len())?;
    for (word, parent) in ["from", "merge"].iter().zip(parents) {
        writeln!(out, "{word} :{parent}")?;
    }
    writeln!(out, "M 100644 inline part{folder}/file{file}.txt")?;
    writeln!(out, "data {}\n{content}", content.len())
}

/// Branch and parents: in each round of eight, 1–5 the main line, 6–7 the side branch, 8 the merge.
fn place(number: u64) -> (&'static str, Vec<u64>) {
    if number == 1 {
        return ("main", Vec::new());
    }
    match (number - 1) % ROUND {
        5 => ("side", vec![number - 3]),
        6 => ("side", vec![number - 1]),
        7 => ("main", vec![number - 3, number - 1]),
        _ => ("main", vec![number - 1]),
    }
}

fn tag(out: &mut impl Write, number: u64) -> std::io::Result<()> {
    let version = number / (COMMITS / TAGS);
    let time = BEGIN + number * STEP + 600;
    let message = format!("release {version}");
    writeln!(out, "tag v1.{version}.0\nfrom :{number}")?;
    writeln!(out, "tagger A0 <a0@example.org> {time} +0000")?;
    writeln!(out, "data {}\n{message}", message.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_is_five_on_the_line_two_beside_and_a_merge() {
        assert_eq!(place(9), ("main", vec![8]));
        assert_eq!(place(13), ("main", vec![12]));
        assert_eq!(place(14), ("side", vec![11]));
        assert_eq!(place(15), ("side", vec![14]));
        assert_eq!(place(16), ("main", vec![13, 15]));
    }

    #[test]
    fn the_last_commit_of_the_history_is_a_tagged_merge() {
        assert_eq!(COMMITS % ROUND, 0);
        assert_eq!(COMMITS % (COMMITS / TAGS), 0);
    }
}
