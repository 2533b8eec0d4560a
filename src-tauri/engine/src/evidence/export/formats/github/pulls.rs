//! Merged pull requests.
//!
//! `gh` gives their commits, the REST list does not. `mergeCommit` is the merge, the squash, or the last commit of a
//! rebase. Names are read to tell the author from a reviewer, and are not kept.

use crate::evidence::events::Instant;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

/// `gh pr list --json …`.
pub(super) struct Gh;

impl Reader for Gh {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let Some(merged) = record.time("mergedAt")? else {
            out.note("note-export-not-merged");
            return Ok(());
        };
        let mut pull = out.blank_pull_request(record.need("number")?);
        pull.merged = Some(merged);
        pull.merged_sha = record.revision("mergeCommit.oid")?;
        pull.opened = record.time("createdAt")?;
        pull.bot = record.yes("author.is_bot")?;
        let mut last = None;
        for commit in record.list("commits")? {
            pull.authored.extend(commit.time("authoredDate")?);
            pull.last_commit = pull.last_commit.max(commit.time("committedDate")?);
            last = commit.revision("oid")?;
        }
        pull.first_commit = pull.authored.iter().min().copied();
        pull.head_sha = record.revision("headRefOid")?.or(last);
        pull.first_review = first_word(record)?;
        out.pull_request(pull);
        Ok(())
    }
}

/// The first review or comment by somebody else than the author, where the export has them.
fn first_word(pull: &Record<'_>) -> Result<Option<Instant>, Blame> {
    let author = pull.text("author.login")?;
    let mut first: Option<Instant> = None;
    for (list, time) in [("reviews", "submittedAt"), ("comments", "createdAt")] {
        for word in pull.list(list)? {
            let by = word.text("author.login")?;
            let at = word.time(time)?.filter(|_| by.is_some() && by != author);
            first = first.into_iter().chain(at).min();
        }
    }
    Ok(first)
}

/// The REST list of pull requests.
pub(super) struct Rest;

impl Reader for Rest {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let Some(merged) = record.time("merged_at")? else {
            out.note("note-export-not-merged");
            return Ok(());
        };
        let mut pull = out.blank_pull_request(record.need("number")?);
        pull.merged = Some(merged);
        pull.merged_sha = record.revision("merge_commit_sha")?;
        pull.head_sha = record.revision("head.sha")?;
        pull.opened = record.time("created_at")?;
        pull.bot = record.text("user.type")?.as_deref() == Some("Bot");
        out.pull_request(pull);
        Ok(())
    }
}
