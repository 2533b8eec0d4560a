//! Commands about sources: import with its preview, what is there, what a repository shows.
//!
//! A folder of files becomes its files, stdin becomes a file that is gone afterwards.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sextant_engine::api::wire::{
    Frame, ImportOptions, JobView, PreviewView, Reply, Request, ScanView,
};
use sextant_engine::evidence::worker::folder_name;
use sextant_engine::words::said::Arg;
use tempfile::TempDir;

use crate::args::{Evidence, Import, Reading, Scan};
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::session::Session;
use crate::show;

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
            let file = folder.path().join("stdin.csv");
            io::copy(&mut io::stdin().lock(), &mut File::create(&file)?)?;
            self.paths.push(file);
            self._stdin = Some(folder);
            return Ok(());
        }
        if !path.exists() {
            let name = path.display().to_string();
            return Err(session.refused("no-such-source", &[("name", Arg::Text(name))]));
        }
        let tables = tables_in(path)?;
        if tables.is_empty() {
            self.paths.push(path.to_owned());
        } else {
            self.paths.extend(tables);
        }
        Ok(())
    }
}

/// The delimited files of a folder that is no repository, by name; empty for anything else.
fn tables_in(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() || is_repository(path) {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        let ending = file.extension().and_then(|e| e.to_str());
        if file.is_file() && ending.is_some_and(|e| matches!(e, "csv" | "tsv" | "CSV" | "TSV")) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

fn is_repository(path: &Path) -> bool {
    path.join(".git").exists() || (path.join("HEAD").is_file() && path.join("objects").is_dir())
}

/// The options of the wire.
pub(crate) fn options(session: &Session, reading: &Reading) -> ImportOptions {
    ImportOptions {
        kind: reading.kind.clone(),
        mapping: reading.map.iter().cloned().collect(),
        zone: session.common.zone.clone(),
        date_order: reading.date_order.clone(),
        sheet: reading.sheet.clone(),
        tags: reading.tags.clone(),
        branch: reading.branch.clone(),
        paths: reading.paths.clone(),
        prereleases: reading.prereleases,
        trust: reading.trust,
        images: reading.images,
    }
}

pub(crate) fn import(session: &Session, asked: Import) -> Result<(), Failure> {
    let frame = session.open()?;
    let options = options(session, &asked.reading);
    let sources = Sources::of(session, &asked.sources)?;
    if asked.preview {
        let views = previews(session, &sources.paths, &options, asked.service.as_deref())?;
        return print_all(session, &views, show::preview);
    }
    let service = service(session, &frame, asked.service)?;
    let mut jobs = Vec::new();
    for path in &sources.paths {
        announce(session, path, &options, &service)?;
        jobs.push(session.finish(Request::Import {
            handle: session.handle(path),
            service: service.clone(),
            options: options.clone(),
        })?);
    }
    print_jobs(session, &jobs)
}

/// Says aloud what a file was recognised as; one that cannot be imported like this is refused here.
fn announce(
    session: &Session,
    path: &Path,
    options: &ImportOptions,
    service: &str,
) -> Result<(), Failure> {
    if path.is_dir() {
        return Ok(());
    }
    let view = preview(session, path, options, Some(service))?;
    let said = [
        ("name", Arg::Text(view.name.clone())),
        ("kind", Arg::Text(view.recognised.clone())),
    ];
    if view.blocked.is_empty() {
        output::talk(&session.words.say("cli-recognised", &said));
        return Ok(());
    }
    let blocked = [
        ("name", Arg::Text(view.name)),
        ("why", Arg::Text(view.blocked)),
    ];
    Err(session.refused("import-blocked", &blocked))
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

fn print_jobs(session: &Session, jobs: &[JobView]) -> Result<(), Failure> {
    print_all(session, jobs, show::job)
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::tables_in;
    use tempfile::TempDir;

    #[test]
    fn a_folder_of_files_becomes_its_tables_in_order_and_a_repository_stays_itself() {
        let folder = TempDir::new().unwrap();
        for name in ["b.csv", "a.tsv", "notes.md"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let names = |files: Vec<std::path::PathBuf>| {
            let last = |f: &std::path::PathBuf| f.file_name().unwrap().to_owned();
            files.iter().map(last).collect::<Vec<_>>()
        };
        assert_eq!(names(tables_in(folder.path()).unwrap()), ["a.tsv", "b.csv"]);
        fs::create_dir(folder.path().join(".git")).unwrap();
        assert!(tables_in(folder.path()).unwrap().is_empty());
    }
}
