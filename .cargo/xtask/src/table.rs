//! A large table for the benchmark: 500 MB of deployments, the same on every machine.
//!
//! Two thousand bytes a row, as exports with a description have: a quarter of a million deployments, one a minute.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::run::{self, Done};

/// Bytes of the table, about.
pub(crate) const BYTES: u64 = 500_000_000;
/// 2023-01-02 00:00 UTC.
const BEGIN: u64 = 1_672_617_600;
/// Seconds between two deployments.
const STEP: u64 = 60;

/// The table, made if it is not there.
pub(crate) fn at_hand() -> Done<PathBuf> {
    let folder = run::target().join("bench");
    run::file(&folder, std::fs::create_dir_all(&folder))?;
    let path = folder.join("deployments.csv");
    let there = path.metadata().is_ok_and(|file| file.len() >= BYTES);
    if !there {
        println!("making a table of {} MB …", BYTES / 1_000_000);
        run::file(&path, fill(&path))?;
    }
    Ok(path)
}

/// A table of three rows, for what an import costs at all.
pub(crate) fn small() -> Done<PathBuf> {
    let path = run::target().join("bench").join("three.csv");
    run::file(&path, rows(&path, u64::MAX, 3))?;
    Ok(path)
}

fn fill(path: &Path) -> std::io::Result<()> {
    rows(path, BYTES, u64::MAX)
}

/// Rows until there are so many bytes, or so many of them.
fn rows(path: &Path, bytes: u64, most: u64) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(
        out,
        "deployed_at,environment,service,commit_sha,status,deployment_id,notes"
    )?;
    let text =
        "what was changed, and why, in a sentence or two \"quoted\" here\n".replace('"', "\"\"");
    let notes = text.repeat(31);
    let (mut written, mut row) = (0, 0_u64);
    while written < bytes && row < most {
        let line = format!(
            "{},production,shop,{row:040x},success,{row},\"{notes}\"\n",
            BEGIN + row * STEP
        );
        out.write_all(line.as_bytes())?;
        written += line.len() as u64;
        row += 1;
    }
    out.flush()
}
