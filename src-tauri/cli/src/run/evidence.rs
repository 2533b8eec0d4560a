//! Commands about sources: import with its preview, what is there, what a repository shows.
//!
//! What a folder holds is the engine's to say; stdin becomes a file that is gone afterwards.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sextant_engine::api::wire::{
    FoundView, Frame, ImportFile, ImportOptions, LookView, PreviewView, Reply, Request, ScanView,
};
use sextant_engine::evidence::worker::folder_name;
use sextant_engine::words::said::Arg;
use tempfile::TempDir;

use crate::args::{Evidence, Import, Reading, Scan};
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::session::Session;
use crate::show;

/// Most bytes taken from stdin: the limit of a file.
const MOST_BYTES: u64 = 512 << 20;

/// Sources as files and folders that exist; keeps what came through stdin alive.
pub(crate) struct Sources {
    pub(crate) paths: Vec<PathBuf>,
    _stdin: Option<TempDir>,
}

impl Sources {
    pub(crate) fn of(session: &Session, typed: &[PathBuf]) -> Result<Self, Failure> {
        let mut sources = Self {
            paths: Vec::new(),
            _stdin: None,
        };
        for path in typed {
            sources.add(session, path)?;
        }
        Ok(sources)
    }

    fn add(&mut self, session: &Session, path: &Path) -> Result<(), Failure> {
        if path == Path::new("-") {
            let folder = TempDir::new()?;
            let file = folder.path().join("stdin");
            let mut most = io::stdin().lock().take(MOST_BYTES + 1);
            if io::copy(&mut most, &mut File::create(&file)?)? > MOST_BYTES {
                return Err(session.refused("stdin-too-large", &[]));
            }
            self.paths.push(file);
            self._stdin = Some(folder);
            return Ok(());
        }
        if !path.exists() {
            let name = path.display().to_string();
            return Err(session.refused("no-such-source", &[("name", Arg::Text(name))]));
        }
        self.paths.push(path.to_owned());
        Ok(())
    }
}

/// The options of the wire.
pub(crate) fn options(session: &Session, reading: &Reading) -> ImportOptions {
    ImportOptions {
        kind: reading.kind.clone(),
        mapping: reading.map.iter().cloned().collect(),
        zone: session.common.zone.clone(),
        date_order: reading.date_order.clone(),
        tags: reading.tags.clone(),
        branch: reading.branch.clone(),
        paths: reading.paths.clone(),
        prereleases: reading.prereleases,
        trust: reading.trust,
        only: reading.only.clone(),
        services: reading.rename.iter().cloned().collect(),
        sheet: reading.sheet.clone(),
        images: reading.images,
    }
}

pub(crate) fn import(session: &Session, asked: Import) -> Result<(), Failure> {
    if asked.formats {
        return session.tell(Request::Ways);
    }
    let frame = session.open()?;
    let options = options(session, &asked.reading);
    let sources = Sources::of(session, &asked.sources)?;
    if asked.preview {
        let views = previews(session, &sources.paths, &options, asked.service.as_deref())?;
        return print_all(session, &views, show::preview);
    }
    let service = service(session, &frame, asked.service)?;
    let looked = look(session, &sources.paths, &options)?;
    let blocked = looked.files.iter().find(|found| is_blocked(found));
    let ready = looked.files.iter().filter(|found| found.state == "ready");
    let files: Vec<ImportFile> = ready
        .map(|found| ImportFile {
            handle: found.handle.clone(),
            service: service.clone(),
            options: options.clone(),
        })
        .collect();
    if files.is_empty() {
        let first = blocked.or(looked.files.first());
        return Err(first.map_or_else(
            || session.unexpected(),
            |found| not_importable(session, found),
        ));
    }
    let job = session.finish(Request::ImportMany { files })?;
    print_all(session, &job.files, show::file)?;
    let refused = job.files.iter().find_map(|file| file.problem.clone());
    match (refused, blocked) {
        (Some(problem), _) => Err(problem.into()),
        (None, Some(found)) => Err(not_importable(session, found)),
        (None, None) => Ok(()),
    }
}

/// It is data, and cannot be taken like this. What merely lay in a folder and is no data, or shows no time in any of
/// its columns, is told, and no more.
fn is_blocked(found: &FoundView) -> bool {
    let needs_more_than_a_column =
        found.state == "needs" && found.needs.iter().any(|need| need != "mapping");
    found.asked && found.state != "ready" || needs_more_than_a_column
}

fn not_importable(session: &Session, found: &FoundView) -> Failure {
    match &found.problem {
        Some(problem) => problem.clone().into(),
        None => session.refused(
            "import-blocked",
            &[
                ("name", Arg::Text(found.name.clone())),
                ("why", Arg::Text(found.needs_text.join(" "))),
            ],
        ),
    }
}

/// Looks at everything, and says aloud what each was recognised as and what was left out.
fn look(
    session: &Session,
    paths: &[PathBuf],
    options: &ImportOptions,
) -> Result<LookView, Failure> {
    let job = session.finish(Request::Look {
        handles: paths.iter().map(|path| session.handle(path)).collect(),
        options: options.clone(),
    })?;
    let looked = job.looked.ok_or_else(|| session.unexpected())?;
    // The one thing at hand that cannot be taken is the failure itself, and told as such.
    let alone = looked.files.len() == 1;
    let told = looked.files.iter().filter(|f| !alone || f.state == "ready");
    for found in told {
        output::talk(&show::found(&session.words, found));
    }
    looked.left_out.iter().for_each(|line| output::talk(line));
    Ok(looked)
}

fn preview(
    session: &Session,
    path: &Path,
    options: &ImportOptions,
    service: Option<&str>,
) -> Result<PreviewView, Failure> {
    let request = Request::Preview {
        handle: session.handle(path),
        options: options.clone(),
        service: service.map(str::to_owned),
    };
    match session.ask(request)? {
        Reply::Preview(view) => Ok(view),
        _ => Err(session.unexpected()),
    }
}

fn previews(
    session: &Session,
    paths: &[PathBuf],
    options: &ImportOptions,
    service: Option<&str>,
) -> Result<Vec<PreviewView>, Failure> {
    paths
        .iter()
        .map(|path| preview(session, path, options, service))
        .collect()
}

/// The service named, else the only one there is.
fn service(session: &Session, frame: &Frame, named: Option<String>) -> Result<String, Failure> {
    match (named, frame.services.as_slice()) {
        (Some(name), _) => Ok(name),
        (None, [only]) => Ok(only.name.clone()),
        (None, _) => Err(session.refused("which-service", &[])),
    }
}

pub(crate) fn scan(session: &Session, asked: Scan) -> Result<(), Failure> {
    let frame = session.open()?;
    let service = service(session, &frame, asked.service)?;
    let names: Vec<String> = asked.repositories.iter().map(|p| folder_name(p)).collect();
    for path in &asked.repositories {
        let handle = session.handle(path);
        let service = service.clone();
        let job = session.finish(Request::Scan { handle, service })?;
        output::talk(&job.summary);
    }
    let Reply::Evidence(view) = session.ask(Request::Evidence)? else {
        return Err(session.unexpected());
    };
    let scanned: Vec<ScanView> = view
        .scans
        .into_iter()
        .filter(|v| v.service == service && names.contains(&v.repository))
        .collect();
    print_all(session, &scanned, show::scan)
}

pub(crate) fn evidence(session: &Session, asked: Evidence) -> Result<(), Failure> {
    session.open()?;
    let request = match (asked.remove, asked.rejects, asked.out) {
        (Some(source), ..) => Request::RemoveSource { source },
        (None, Some(source), Some(out)) => Request::SaveRejects {
            source,
            place: session.handle(&out),
        },
        _ => Request::Evidence,
    };
    session.tell(request)
}

/// One view as itself, several as a list.
fn print_all<T: serde::Serialize>(
    session: &Session,
    views: &[T],
    show: fn(&sextant_engine::words::Words, &T) -> String,
) -> Result<(), Failure> {
    match (session.form, views) {
        (Form::Json, [one]) => output::json(one),
        (Form::Json, many) => output::json(&many),
        (Form::Text, many) => {
            let texts: Vec<String> = many.iter().map(|v| show(&session.words, v)).collect();
            output::text(&texts.join("\n"))
        }
    }
}
