//! The report: gathered from the rooms, shown as pages, written as PDF.

use std::path::Path;

use super::fault::{Done, Fault};
use super::home::{file_name, write_whole};
use super::open::Open;
use super::plan;
use super::wire::{FileView, ReportOptions, ReportPages};
use crate::assessment::model::Lang;
use crate::evidence::events::Instant;
use crate::report::findings::{Cover, Findings, FrozenRef};
use crate::report::{self, Document};
use crate::words::Words;
use crate::words::said::Arg;

/// Everything gathered into a document, in the language of the report.
pub(crate) fn document(
    open: &mut Open,
    options: &ReportOptions,
    lang: Lang,
    now: Instant,
) -> Done<Document> {
    if options.author.len() > 300 {
        return Err(Fault::refused("too-long", &[]).with("id", "author"));
    }
    let team = open.team()?;
    let made = plan::make(open, now)?;
    let bands = open.bands(team)?;
    let about = open.store.about()?;
    let assessment = open.chosen_assessment()?;
    let frozen = open.store.baselines(team)?.into_iter().next();
    let same = frozen.filter(|f| {
        super::baseline::read(f).is_ok_and(|f| Some(&f.baseline) == made.baseline.as_ref())
    });
    let findings = Findings {
        lang,
        now,
        cover: Cover {
            organisation: about.organisation,
            team: open.team_name(team)?,
            period: assessment.map(|a| a.name).unwrap_or_default(),
            author: options.author.clone(),
            sample: about.sample,
        },
        model: open.model,
        answers: &made.answers,
        profile: &made.profile,
        baseline: made.baseline.as_ref(),
        frozen: same.map(|f| FrozenRef {
            name: f.name,
            hash: f.hash,
            frozen_at: f.frozen_at,
        }),
        reported: made
            .reported
            .iter()
            .filter_map(|id| Some((*id, *bands.get(id)?)))
            .collect(),
        targets: made.settings.targets,
        plan: &made.plan,
    };
    Ok(report::document(&findings))
}

fn fault(error: &report::ReportError) -> Fault {
    Fault::failed("report", &[("detail", Arg::Text(error.to_string()))])
}

pub(crate) fn pages(
    open: &mut Open,
    words: &Words,
    options: &ReportOptions,
    now: Instant,
) -> Done<ReportPages> {
    let document = document(open, options, options.lang.unwrap_or(words.lang), now)?;
    let preview = report::preview(&document).map_err(|e| fault(&e))?;
    let team = open.team()?;
    let answered = open.answers(open.chosen_assessment()?.as_ref())?.len();
    let mut lacking = Vec::new();
    if open.store.sources(team)?.is_empty() {
        lacking.push(words.plain("report-lacks-baseline"));
    }
    if answered < 8 {
        lacking.push(words.say(
            "report-lacks-answers",
            &[("n", Arg::Count(u32::try_from(answered).unwrap_or(0)))],
        ));
    }
    let count = u32::try_from(preview.pages.len()).unwrap_or(0);
    Ok(ReportPages {
        title: words.say(
            "report-screen-title",
            &[
                ("pages", Arg::Count(count)),
                ("team", Arg::Text(open.team_name(team)?)),
            ],
        ),
        pages: preview.pages,
        sections: preview.sections,
        lacking,
        file_name: suggested(open)?,
    })
}

/// "halyard-freight-payments-2026-q4.pdf".
fn suggested(open: &Open) -> Done<String> {
    let team = open.team()?;
    let parts = [
        open.store.about()?.organisation,
        open.team_name(team)?,
        open.chosen_assessment()?
            .map(|a| a.name)
            .unwrap_or_default(),
    ];
    Ok(format!("{}.pdf", slug(&parts.join(" "))))
}

/// Lower-case letters and digits joined by hyphens.
pub(crate) fn slug(text: &str) -> String {
    let mapped: String = text
        .chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                ' '
            }
        })
        .collect();
    let joined = mapped
        .split_whitespace()
        .take(12)
        .collect::<Vec<_>>()
        .join("-");
    if joined.is_empty() {
        "sextant".into()
    } else {
        joined
    }
}

pub(crate) fn save(
    open: &mut Open,
    words: &Words,
    path: &Path,
    options: &ReportOptions,
    now: Instant,
) -> Done<FileView> {
    let document = document(open, options, options.lang.unwrap_or(words.lang), now)?;
    let bytes = report::pdf(&document).map_err(|e| fault(&e))?;
    write_whole(path, &bytes)?;
    Ok(written(path, bytes.len(), words))
}

/// "Wrote plan.pdf, 214 kB".
pub(crate) fn written(path: &Path, bytes: usize, words: &Words) -> FileView {
    let kilobytes = u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX);
    let args = [
        ("name", Arg::Text(file_name(path))),
        ("kilobytes", Arg::Count(kilobytes)),
    ];
    FileView {
        name: file_name(path),
        folder: path.parent().map(file_name).unwrap_or_default(),
        bytes: u64::try_from(bytes).unwrap_or(u64::MAX),
        message: words.say("file-written", &args),
    }
}
