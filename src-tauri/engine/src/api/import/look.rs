//! What a person has at hand, told file by file before anything is written.
//!
//! In: files and folders. Out: for each what it is, what speaks for it, what it holds, and what it still needs, or
//! why it cannot be read. Everything is read as an import would read it; nothing is kept.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use super::folder::{Expanded, Found, expand};
use super::what::kind_of;
use super::{Reading, Told, What, failed, read_to, what};
use crate::api::Host;
use crate::api::desk::{Inner, lock};
use crate::api::evidence::{kind_name, note, reject_view};
use crate::api::fault::{Done, Fault};
use crate::api::jobs::{Job, blank};
use crate::api::remember::offered;
use crate::api::wire::{FoundView, ImportOptions, JobView, LookView, Workflow};
use crate::evidence::events::{Imported, Source};
use crate::evidence::table::record::Event;
use crate::words::Words;
use crate::words::said::Arg;

/// Rejects told of each file.
const TOLD: usize = 5;

/// Starts to look at what was handed over.
pub(crate) fn job(
    host: &Host,
    shared: &Arc<Mutex<Inner>>,
    inner: &mut Inner,
    words: &Words,
    paths: Vec<PathBuf>,
    options: ImportOptions,
) -> Done<JobView> {
    super::is_known(&options)?;
    let open = inner.open()?;
    let key = open.store.author_key()?;
    let words = words.in_zone(&open.zone()?);
    let team = open.team()?;
    let services = open.store.services(team)?;
    let name = |id: u32| {
        let found = services.iter().find(|s| s.0 == id);
        found.map(|s| s.1.clone()).unwrap_or_default()
    };
    let known: Vec<String> = services.iter().map(|s| s.1.clone()).collect();
    let kept = open.store.sources(team)?.into_iter();
    let kept: Vec<(String, Source)> = kept.map(|s| (name(s.1), s.2)).collect();
    let (host, shared) = (host.clone(), Arc::clone(shared));
    Ok(inner.jobs.start(move |job| {
        let desk = Desk {
            host: &host,
            shared: &shared,
            options: &options,
            key: &key,
            known: &known,
            kept: &kept,
            words: &words,
        };
        let looked = desk.look(&paths, job);
        looked.unwrap_or_else(|fault| failed(&fault, job, &words))
    }))
}

/// What looking needs beside the files.
struct Desk<'a> {
    host: &'a Host,
    shared: &'a Mutex<Inner>,
    options: &'a ImportOptions,
    key: &'a [u8; 32],
    known: &'a [String],
    kept: &'a [(String, Source)],
    words: &'a Words,
}

impl Desk<'_> {
    fn look(&self, paths: &[PathBuf], job: &Job) -> Done<JobView> {
        let all = expand(paths);
        if all.found.is_empty() {
            let name = paths.first().map(|p| super::file_name(p));
            let left_out = all.left_out(self.words).join(" ");
            return Err(Fault::refused("folder-nothing", &[])
                .with("name", name.unwrap_or_default())
                .with("left", left_out));
        }
        let mut files = Vec::with_capacity(all.found.len());
        for (at, found) in all.found.iter().enumerate() {
            if job.cancel.load(Ordering::SeqCst) {
                return Err(Fault::refused("cancelled", &[]));
            }
            files.push(self.file(found, (at, all.found.len()), job));
        }
        if job.cancel.load(Ordering::SeqCst) {
            return Err(Fault::refused("cancelled", &[]));
        }
        let looked = view(files, &all, self.words);
        Ok(JobView {
            summary: looked.title.clone(),
            looked: Some(looked),
            share: Some(1.0),
            ..blank("done")
        })
    }

    /// What the person says now, with what was said of the last table with that header.
    fn options(&self, found: &Found) -> ImportOptions {
        let mut inner = lock(self.shared);
        let open = inner.open();
        let offered = open.and_then(|open| offered(open, None, &found.path, self.options));
        let offered = offered.ok().flatten();
        offered.unwrap_or_else(|| self.options.clone())
    }

    fn file(&self, found: &Found, place: (usize, usize), job: &Job) -> FoundView {
        let options = self.options(found);
        let reading = Reading {
            worker: &self.host.worker,
            path: &found.path,
            service: "",
            options: &options,
            key: self.key,
            known: self.known,
            now: Some((self.host.now)()),
        };
        let mut tell = |told: Told| {
            let (said, share) = progress(place, &found.name, &told, self.words);
            job.tell(said, share);
        };
        tell(Told::begun());
        let handle = lock(self.shared).personal.register(&found.path);
        let mut view = FoundView {
            handle,
            name: found.name.clone(),
            asked: found.asked,
            ..FoundView::default()
        };
        let what = what(&found.path, self.options);
        self.name(&mut view, what.as_ref().ok());
        let mut seen = Seen::default();
        let mut count = |event: Event| {
            match event {
                Event::Deployment(_) => seen.deployments += 1,
                Event::Incident(_) => seen.incidents += 1,
            }
            Ok(())
        };
        match read_to(&reading, &mut count, &mut tell, &job.cancel) {
            Ok((imported, _)) => self.read(&mut view, &imported, &seen.with(&imported)),
            Err(fault) => self.refused(&mut view, &fault),
        }
        view
    }

    /// What it is taken for before it is read.
    fn name(&self, view: &mut FoundView, what: Option<&What>) {
        let words = self.words;
        match what {
            Some(What::Export(format, _)) => {
                view.kind = format.id.to_owned();
                view.recognised = kind_name(format.id, words);
                view.speaks = marks(format.marks, words);
            }
            Some(What::Repository) => {
                view.kind = "git_repository".into();
                view.closer = "repository".into();
            }
            Some(What::Log) => view.kind = "git_log".into(),
            Some(What::Table) => {
                view.kind = "table".into();
                view.closer = "table".into();
                view.recognised = words.plain("found-table");
            }
            None => {}
        }
    }

    fn read(&self, view: &mut FoundView, imported: &Imported, seen: &Seen) {
        let Some(source) = imported.events.sources.first() else {
            return;
        };
        let words = self.words;
        view.kind = kind_of(source);
        view.recognised = kind_name(&view.kind, words);
        if view.speaks.is_empty() {
            view.speaks = mapped(source, words);
        }
        (view.records, view.accepted, view.rejected) =
            (source.records, source.accepted, source.rejected);
        (view.first, view.last) = (source.first, source.last);
        let span = source.first.zip(source.last);
        view.span = span.map(|(a, b)| words.span(a, b)).unwrap_or_default();
        view.said = counted(seen, source, words);
        view.notes = source.notes.iter().map(|n| note(n, words)).collect();
        let rejects = imported.events.rejects.iter();
        view.rejects = rejects.take(TOLD).map(|r| reject_view(r, words)).collect();
        view.names = lines(source.setting("named"), ", ");
        view.workflows = workflows(source);
        self.needs(view, imported, seen);
        let known = self.kept.iter().find(|(_, kept)| is_same(kept, source));
        view.known = known
            .map(|(service, _)| {
                words.say("found-known", &[("service", Arg::Text(service.clone()))])
            })
            .unwrap_or_default();
    }

    /// What a person has to say before it can be read whole.
    fn needs(&self, view: &mut FoundView, imported: &Imported, seen: &Seen) {
        let mut needs = Vec::new();
        let blamed = |code: &str| imported.events.rejects.iter().any(|r| r.code == code);
        if blamed("reject-time-needs-zone") {
            needs.push("zone");
        }
        if blamed("reject-time-needs-order") {
            needs.push("order");
        }
        let nothing = *seen == Seen::default();
        if nothing && view.workflows.iter().any(|w| !w.deploys) {
            needs.push("workflow");
        }
        view.state = match (needs.is_empty(), nothing) {
            (false, _) => "needs",
            (true, true) => "refused",
            (true, false) => "ready",
        }
        .into();
        if view.state == "refused" {
            let name = ("name", Arg::Text(view.name.clone()));
            view.problem = Some(Fault::refused("nothing-in-it", &[name]).problem(self.words));
        }
        view.needs_text = needs
            .iter()
            .map(|need| self.words.plain(&format!("found-needs-{need}")))
            .collect();
        view.needs = needs.into_iter().map(str::to_owned).collect();
    }

    fn refused(&self, view: &mut FoundView, fault: &Fault) {
        let problem = fault.problem(self.words);
        if problem.code == "table-no-time" {
            view.state = "needs".into();
            view.needs = vec!["mapping".into()];
            view.needs_text = vec![self.words.plain("found-needs-mapping")];
        } else {
            view.state = "refused".into();
        }
        view.problem = Some(problem);
    }
}

/// "2 of 5 · runs.json · 1 024 rows read", and the share of all.
pub(super) fn progress(
    (at, of): (usize, usize),
    name: &str,
    told: &Told,
    words: &Words,
) -> (String, Option<f64>) {
    let count = |n: usize| Arg::Count(u32::try_from(n).unwrap_or(u32::MAX));
    let args = [
        ("at", count(at + 1)),
        ("of", count(of)),
        ("name", Arg::Text(name.to_owned())),
        ("far", Arg::Text(told.words(words))),
    ];
    let files = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let share = (files(at) + told.share.unwrap_or(0.0)) / files(of.max(1));
    (words.say("import-progress-file", &args), Some(share))
}

fn view(files: Vec<FoundView>, all: &Expanded, words: &Words) -> LookView {
    let count = |state: &str| {
        let n = files.iter().filter(|f| f.state == state).count();
        Arg::Count(u32::try_from(n).unwrap_or(u32::MAX))
    };
    let args = [
        (
            "files",
            Arg::Count(u32::try_from(files.len()).unwrap_or(u32::MAX)),
        ),
        ("ready", count("ready")),
        ("needs", count("needs")),
        ("refused", count("refused")),
    ];
    LookView {
        title: words.say("look-title", &args),
        left_out: all.left_out(words),
        files,
    }
}

/// How many events there are in a file; those of a table are counted and not held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Seen {
    commits: usize,
    deployments: usize,
    incidents: usize,
    pull_requests: usize,
}

impl Seen {
    /// With the events that were held.
    fn with(self, imported: &Imported) -> Self {
        let events = &imported.events;
        let commits: usize = events.histories.iter().map(|h| h.commits.len()).sum();
        Self {
            commits: self.commits + commits,
            deployments: self.deployments + events.deployments.len(),
            incidents: self.incidents + events.incidents.len(),
            pull_requests: self.pull_requests + events.pull_requests.len(),
        }
    }
}

/// "3 deployments, 1 incident; 2 of 6 records cannot be used".
fn counted(seen: &Seen, source: &Source, words: &Words) -> String {
    let counts = [
        ("found-commits", seen.commits),
        ("found-deployments", seen.deployments),
        ("found-incidents", seen.incidents),
        ("found-pull-requests", seen.pull_requests),
    ];
    let said = |(id, n): (&str, usize)| {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        (n > 0).then(|| words.say(id, &[("n", Arg::Count(n))]))
    };
    let mut all: Vec<String> = counts.into_iter().filter_map(said).collect();
    if all.is_empty() {
        all.push(words.plain("found-nothing"));
    }
    if source.rejected > 0 {
        let args = [
            ("n", Arg::Count(source.rejected)),
            ("of", Arg::Count(source.records)),
        ];
        all.push(words.say("found-rejected", &args));
    }
    all.join(", ")
}

/// The keys that prove a format, "it has `statuses_url` and `sha`".
fn marks(marks: &[&str], words: &Words) -> String {
    let named: Vec<&str> = marks.iter().map(|m| m.trim_start_matches('/')).collect();
    words.say("found-marks", &[("marks", Arg::Text(named.join(", ")))])
}

/// The columns that a table's mapping rests on.
fn mapped(source: &Source, words: &Words) -> String {
    let columns = source
        .setting("mapping")
        .or_else(|| source.setting("columns"));
    columns
        .map(|c| words.say("found-columns", &[("columns", Arg::Text(c.to_owned()))]))
        .unwrap_or_default()
}

fn lines(setting: Option<&str>, between: &str) -> Vec<String> {
    let text = setting.unwrap_or_default();
    let all = text.split(between).filter(|name| !name.is_empty());
    all.map(str::to_owned).collect()
}

/// The workflows that a file names, and whether they were taken to deploy.
fn workflows(source: &Source) -> Vec<Workflow> {
    let of = |setting: &str, deploys: bool| {
        let names = lines(source.setting(setting), "\n").into_iter();
        let one = move |name: String| Workflow {
            pattern: globset::escape(&name),
            name,
            deploys,
        };
        names.map(one).collect::<Vec<_>>()
    };
    let mut all = of("workflows", true);
    all.extend(of("workflows_left_out", false));
    all
}

/// The same bytes were read in the same way.
fn is_same(kept: &Source, new: &Source) -> bool {
    kept.sha256 == new.sha256 && kept.records == new.records && kept.settings == new.settings
}
