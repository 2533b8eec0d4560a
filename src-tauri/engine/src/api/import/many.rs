//! Importing many files at once: all are read first, then each is kept in a transaction of its own.
//!
//! One transaction for each file, because one that is broken says nothing against the others, and because every
//! source is told, replaced and taken out for itself. Cancelling while files are read leaves nothing of any; once
//! the first is written the rest follow, which takes moments.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use super::look::progress;
use super::taken::Taken;
use super::{Desk, Reading, Told, What, failed, what};
use crate::api::desk::{Inner, lock, name};
use crate::api::fault::{Done, Fault};
use crate::api::home::file_name;
use crate::api::jobs::{Job, blank};
use crate::api::wire::{FileDone, ImportFile, ImportOptions, JobView};
use crate::api::{Host, remember};
use crate::evidence::events::Instant;
use crate::words::Words;
use crate::words::said::Arg;

/// One file to import.
struct Asked {
    path: PathBuf,
    name: String,
    service: String,
    options: ImportOptions,
}

/// What the workspace knows that reading needs.
struct Place {
    key: [u8; 32],
    known: Vec<String>,
}

/// A file that was read, or why it was not.
type Read = (Asked, Done<Taken>);

/// Starts an import of many files into the selected team.
pub(crate) fn job(
    host: &Host,
    shared: &Arc<Mutex<Inner>>,
    inner: &mut Inner,
    words: &Words,
    files: Vec<ImportFile>,
) -> Done<JobView> {
    let asked = asked(inner, files)?;
    let open = inner.open()?;
    open.writable()?;
    let (team, workspace) = (open.team()?, open.path.clone());
    let place = Place {
        key: open.store.author_key()?,
        known: super::known(open)?,
    };
    let (host, words, shared) = (host.clone(), *words, Arc::clone(shared));
    Ok(inner.jobs.start(move |job| {
        let asked = remembered(asked, &shared);
        let mut desk = Desk {
            shared: &shared,
            workspace: &workspace,
            team,
            now: (host.now)(),
        };
        let read = all(asked, &host, &desk, &place, job, &words);
        let kept = read.map(|read| {
            job.tell(words.plain("import-progress-keeping"), None);
            desk.now = (host.now)();
            keep(read, &desk, job, &words)
        });
        match kept {
            Ok(files) if !is_cancelled(&files) => ended(files, &words),
            Ok(_) => failed(&Fault::refused("cancelled", &[]), job, &words),
            Err(fault) => failed(&fault, job, &words),
        }
    }))
}

/// With what was said of the last table with the same header.
fn remembered(mut asked: Vec<Asked>, shared: &Mutex<Inner>) -> Vec<Asked> {
    for one in &mut asked {
        let mut inner = lock(shared);
        let open = inner.open();
        let offered =
            open.and_then(|o| remember::offered(o, Some(&one.service), &one.path, &one.options));
        if let Ok(Some(options)) = offered {
            one.options = options;
        }
    }
    asked
}

fn is_cancelled(files: &[FileDone]) -> bool {
    files.iter().any(|f| f.state == "cancelled")
}

fn asked(inner: &Inner, files: Vec<ImportFile>) -> Done<Vec<Asked>> {
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        if file.service.trim().is_empty() {
            return Err(Fault::refused("no-service", &[]));
        }
        let path = inner.personal.path(&file.handle)?;
        all.push(Asked {
            name: file_name(&path),
            service: name(&file.service)?,
            options: file.options,
            path,
        });
    }
    if all.is_empty() {
        return Err(Fault::refused("nothing-chosen", &[]));
    }
    apart(&mut all);
    Ok(all)
}

/// Files of one name for one service are known by their folder too.
fn apart(all: &mut [Asked]) {
    let mut times: BTreeMap<(String, String), u32> = BTreeMap::new();
    for one in all.iter() {
        let key = (one.service.clone(), one.name.clone());
        *times.entry(key).or_default() += 1;
    }
    for one in all {
        let key = (one.service.clone(), one.name.clone());
        let folder = one.path.parent().map(file_name).unwrap_or_default();
        if times.get(&key).is_some_and(|n| *n > 1) && !folder.is_empty() {
            one.name = format!("{folder}/{}", one.name);
        }
    }
}

fn all(
    asked: Vec<Asked>,
    host: &Host,
    desk: &Desk<'_>,
    place: &Place,
    job: &Job,
    words: &Words,
) -> Done<Vec<Read>> {
    let began = (host.now)();
    let of = asked.len();
    let mut taken = Vec::with_capacity(of);
    for (at, one) in asked.into_iter().enumerate() {
        let reading = Reading {
            worker: &host.worker,
            path: &one.path,
            service: &one.service,
            options: &one.options,
            key: &place.key,
            known: &place.known,
            now: Some((host.now)()),
        };
        let mut tell = |told: Told| {
            let (said, share) = progress((at, of), &one.name, &told, words);
            let left = left(share, (host.now)() - began, words);
            job.far(said, share, left);
        };
        tell(Told::begun());
        let read = Taken::read(
            &reading,
            desk.shared,
            desk.workspace,
            &mut tell,
            &job.cancel,
        );
        if job.cancel.load(Ordering::SeqCst) {
            return Err(Fault::refused("cancelled", &[]));
        }
        let read = read.map(|mut taken| {
            taken.rename(&one.name);
            taken
        });
        taken.push((one, read));
    }
    Ok(taken)
}

/// "about 40 seconds left"; empty until it can be guessed.
fn left(share: Option<f64>, passed: Instant, words: &Words) -> String {
    let passed = f64::from(i32::try_from(passed).unwrap_or(0));
    match share {
        Some(share) if passed >= 2.0 && share > 0.02 => {
            let left = passed * (1.0 - share) / share;
            words.say("import-left", &[("time", Arg::Duration(left.max(1.0)))])
        }
        _ => String::new(),
    }
}

fn keep(read: Vec<Read>, desk: &Desk<'_>, job: &Job, words: &Words) -> Vec<FileDone> {
    let go_on = AtomicBool::new(false);
    let mut written = false;
    let mut files = Vec::with_capacity(read.len());
    for (one, taken) in read {
        let cancel = if written { &go_on } else { &job.cancel };
        let kept = taken.and_then(|t| desk.keep(&one.service, t, cancel, words));
        let is_table = matches!(what(&one.path, &one.options), Ok(What::Table));
        if is_table && kept.is_ok() {
            // The file is imported; that nothing is remembered of it is no reason to say otherwise.
            let _remembered = desk.remember(&one.service, &one.path, &one.options);
        }
        written |= kept.as_ref().is_ok_and(|file| file.state == "done");
        let stopped = !written && job.cancel.load(Ordering::SeqCst);
        files.push(kept.unwrap_or_else(|fault| FileDone {
            name: one.name,
            state: if stopped { "cancelled" } else { "refused" }.into(),
            problem: Some(fault.problem(words)),
            ..FileDone::default()
        }));
        if stopped {
            break;
        }
    }
    files
}

fn ended(files: Vec<FileDone>, words: &Words) -> JobView {
    let count = |state: &str| files.iter().filter(|f| f.state == state).count();
    let number = |n: usize| Arg::Count(u32::try_from(n).unwrap_or(u32::MAX));
    let refused = count("refused");
    let args = [
        ("files", number(files.len())),
        ("done", number(count("done"))),
        ("known", number(count("known"))),
        ("refused", number(refused)),
    ];
    let alone = (files.len() == 1).then(|| files.first()).flatten();
    let (summary, problem) = match alone {
        Some(file) => (file.summary.clone(), file.problem.clone()),
        None => (words.say("import-many", &args), None),
    };
    let state = if refused == files.len() {
        "failed"
    } else {
        "done"
    };
    JobView {
        summary,
        problem,
        rejects: alone.map(|f| f.rejects.clone()).unwrap_or_default(),
        files,
        share: Some(1.0),
        ..blank(state)
    }
}
