//! Releases: a stand-in for deployments where software is published rather than run.
//!
//! `created_at` is the date of the tag's commit and `target_commitish` a branch, so a release is known by its tag and
//! happens when it is published.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

/// Where `gh` and the REST answer keep the same things.
pub(super) struct Names {
    tag: &'static str,
    published: &'static str,
    draft: &'static str,
    prerelease: &'static str,
}

pub(super) static GH: Names = Names {
    tag: "tagName",
    published: "publishedAt",
    draft: "isDraft",
    prerelease: "isPrerelease",
};

pub(super) static REST: Names = Names {
    tag: "tag_name",
    published: "published_at",
    draft: "draft",
    prerelease: "prerelease",
};

/// Releases that were published.
pub(super) struct Releases(pub(super) &'static Names);

impl Reader for Releases {
    fn record(&mut self, release: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let names = self.0;
        let tag = release.need(names.tag)?;
        if release.yes(names.draft)? {
            out.note("note-export-draft-releases");
            return Ok(());
        }
        if release.yes(names.prerelease)? {
            out.note("note-export-prereleases");
            return Ok(());
        }
        let mut deployment = out.blank_deployment(tag.clone(), release.need_time(names.published)?);
        deployment.label = Some(tag.clone());
        deployment.revision = Some(tag);
        deployment.outcome = Outcome::Success;
        out.deployment(deployment);
        out.note("note-export-release-proxy");
        Ok(())
    }
}
