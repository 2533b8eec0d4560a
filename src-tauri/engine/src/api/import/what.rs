//! What a chosen path is, by its content: a repository, a commit log, a tool's export, a table, or nothing we read.
//!
//! In: a path, and what the person says it is. Out: how it is read, or a sentence that says what it is instead and
//! what to hand over.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use super::cannot_read;
use crate::api::fault::{Done, Fault};
use crate::api::home::file_name;
use crate::api::wire::ImportOptions;
use crate::evidence::events::{Source, SourceKind};
use crate::evidence::export::{self, FORMATS, Format, Shape};
use crate::evidence::mapping::{PLAIN_TABLE, columns};
use crate::words::said::Arg;

/// Bytes from which a file is judged.
const HEAD: usize = 4096;

/// What divides the cells of a table.
const MARKS: [char; 4] = [',', ';', '\t', '|'];
/// Lines from which text is told from a table.
const LINES: usize = 5;

/// How a path is read.
#[derive(Debug)]
pub(crate) enum What {
    /// A folder with a git history.
    Repository,
    /// The log of one as text.
    Log,
    /// A tool's export.
    Export(&'static Format, Shape),
    /// Rows under a header.
    Table,
}

/// What a file is when it is nothing we read: the code of the sentence, and how its bytes begin.
const FOREIGN: [(&str, &[u8]); 13] = [
    ("archive", b"\x1f\x8b"),
    ("archive", b"BZh"),
    ("archive", b"7z\xbc\xaf\x27\x1c"),
    ("archive", b"Rar!"),
    ("archive", b"\xfd7zXZ"),
    ("archive", b"\x28\xb5\x2f\xfd"),
    ("picture", b"\x89PNG"),
    ("picture", b"\xff\xd8\xff"),
    ("picture", b"GIF8"),
    ("picture", b"RIFF"),
    ("paper", b"%PDF"),
    ("old-workbook", b"\xd0\xcf\x11\xe0"),
    ("a-workspace", b"SQLite format 3"),
];

/// Words of the command line for tables, beside the ids of formats.
const TABLES: [&str; 5] = [
    PLAIN_TABLE,
    "deployments",
    "deployments_csv",
    "incidents",
    "incidents_csv",
];

/// Recognises a path.
pub(crate) fn what(path: &Path, options: &ImportOptions) -> Done<What> {
    let unreadable = || Fault::refused("not-a-file", &[("name", Arg::Text(file_name(path)))]);
    is_known(options)?;
    let about = path.metadata().map_err(|_| unreadable())?;
    match options.kind.as_deref().filter(|kind| !kind.is_empty()) {
        Some("git_repository" | "git") => Ok(What::Repository),
        Some("git_log" | "log") => Ok(What::Log),
        Some(kind) => match export::format(kind) {
            Some(format) => Ok(What::Export(format, shape(path)?)),
            None => Ok(What::Table),
        },
        None if about.is_dir() => Ok(What::Repository),
        None if about.is_file() => of_content(path),
        None => Err(unreadable()),
    }
}

/// Refuses a kind that there is not, before any file is looked at.
pub(crate) fn is_known(options: &ImportOptions) -> Done<()> {
    let Some(kind) = options.kind.as_deref().filter(|kind| !kind.is_empty()) else {
        return Ok(());
    };
    let repository = matches!(kind, "git_repository" | "git" | "git_log" | "log");
    if repository || TABLES.contains(&kind) || is_table(kind) || export::format(kind).is_some() {
        return Ok(());
    }
    Err(Fault::refused("unknown-kind", &[])
        .with("kind", kind)
        .with("kinds", kinds().join(", ")))
}

/// Whether a kind names a table's format: a known export, or a plain table.
pub(super) fn is_table(kind: &str) -> bool {
    kind == PLAIN_TABLE || columns::preset(kind).is_ok_and(|known| known.is_some())
}

/// Everything that `--as` takes.
pub(super) fn kinds() -> Vec<&'static str> {
    let formats = FORMATS.iter().flat_map(|list| list.iter()).map(|f| f.id);
    let presets = columns::presets().unwrap_or_default();
    ["git_repository", "git_log"]
        .into_iter()
        .chain(TABLES)
        .chain(presets.iter().map(|preset| preset.id.as_str()))
        .chain(formats)
        .collect()
}

/// The id of what a source was read as: the format where there is one.
pub(crate) fn kind_of(source: &Source) -> String {
    let kind = match source.kind {
        SourceKind::GitRepository => "git_repository",
        SourceKind::GitLog => "git_log",
        SourceKind::DeploymentsCsv => "deployments_csv",
        SourceKind::IncidentsCsv => "incidents_csv",
        SourceKind::Export => "export",
    };
    source.format().unwrap_or(kind).to_owned()
}

/// A folder that holds a git history itself.
pub(crate) fn is_repository(path: &Path) -> bool {
    path.join(".git").exists() || (path.join("HEAD").is_file() && path.join("objects").is_dir())
}

fn of_content(path: &Path) -> Done<What> {
    let head = head(path)?;
    let named = |code: &str| {
        let name = ("name", Arg::Text(file_name(path)));
        Err(Fault::refused(&format!("file-is-{code}"), &[name]))
    };
    if let Some(code) = foreign(&head) {
        return named(code);
    }
    if is_log(&head) {
        return Ok(What::Log);
    }
    let text = beginning(&head);
    let lower: String = text.chars().take(64).collect::<String>().to_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return named("a-page");
    }
    if text.starts_with(['{', '[', '<']) {
        let begins = head.trim_ascii_start().first().copied();
        return structured(path, text.starts_with('<'), begins);
    }
    if is_yaml(path, &text) {
        return named("yaml");
    }
    if !head.starts_with(b"PK") && is_prose(path, &text) {
        return named("text");
    }
    Ok(What::Table)
}

/// JSON or XML: a known export, or a list of records that is read as a table.
fn structured(path: &Path, xml: bool, begins: Option<u8>) -> Done<What> {
    let shape = shape(path)?;
    match export::recognise(&shape).first() {
        Some(format) => Ok(What::Export(format, shape)),
        None if xml => Err(unknown("unknown-xml", path)),
        // In another encoding only the table's reader can say what is wrong.
        None if !matches!(begins, Some(b'{' | b'[')) => Ok(What::Table),
        None => whole_json(path).map(|()| What::Table),
    }
}

/// JSON that is no known export may be a table, but not when it is cut or broken: that is said instead.
fn whole_json(path: &Path) -> Done<()> {
    let file = File::open(path).map_err(|e| cannot_read(path, &e))?;
    let documents = serde_json::Deserializer::from_reader(BufReader::new(file));
    let first = documents
        .into_iter::<serde::de::IgnoredAny>()
        .find_map(Result::err);
    let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).max(1);
    match first {
        Some(e) if e.is_eof() => {
            Err(unknown("export-cut-short", path).count("line", place(e.line())))
        }
        Some(e) if e.is_syntax() => Err(unknown("export-broken", path)
            .count("line", place(e.line()))
            .count("column", place(e.column()))
            .with("language", "JSON")),
        _ => Ok(()),
    }
}

fn unknown(code: &str, path: &Path) -> Fault {
    Fault::refused(code, &[("name", Arg::Text(file_name(path)))])
}

fn shape(path: &Path) -> Done<Shape> {
    let file = File::open(path).map_err(|e| cannot_read(path, &e))?;
    export::shape(file).map_err(|_| unknown("export-unreadable", path))
}

fn head(path: &Path) -> Done<Vec<u8>> {
    let file = File::open(path).map_err(|e| cannot_read(path, &e))?;
    let mut head = Vec::new();
    let read = file.take(HEAD as u64).read_to_end(&mut head);
    read.map_err(|e| cannot_read(path, &e))?;
    Ok(head)
}

fn foreign(head: &[u8]) -> Option<&'static str> {
    if head.iter().all(u8::is_ascii_whitespace) {
        return Some("empty");
    }
    if head.starts_with(b"PK\x03\x04") {
        let workbook = |part: &[u8]| head.windows(part.len()).any(|bytes| bytes == part);
        let is_workbook = workbook(b"xl/") || workbook(b"[Content_Types].xml");
        return (!is_workbook).then_some("archive");
    }
    if head.get(257..262) == Some(b"ustar") {
        return Some("archive");
    }
    let known = FOREIGN.iter().find(|(_, begins)| head.starts_with(begins));
    if let Some((code, _)) = known {
        return Some(code);
    }
    let wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    // Text in two bytes a letter has a zero in every other place, anything else with zeros is no text.
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    (!wide && zeros > 0 && zeros * 3 < head.len()).then_some("binary")
}

/// A commit log begins with a full commit id and a tab.
fn is_log(head: &[u8]) -> bool {
    head.len() > 40 && head[..40].iter().all(u8::is_ascii_hexdigit) && head[40] == b'\t'
}

/// The first letters, without marks of the encoding and white space.
fn beginning(head: &[u8]) -> String {
    let letters = head.iter().copied().filter(|byte| *byte != 0);
    let bytes: Vec<u8> = letters.skip_while(|byte| *byte >= 0x80).collect();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    text.trim_start().to_owned()
}

fn is_yaml(path: &Path, text: &str) -> bool {
    let ending = path.extension().and_then(|e| e.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    matches!(ending.as_str(), "yaml" | "yml") || export::yaml(text.as_bytes())
}

/// Text without a table in it: no line is divided; or no two begin alike, where the name does not promise a table.
fn is_prose(path: &Path, text: &str) -> bool {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.take(LINES).collect();
    let parts = |line: &str, mark: char| line.matches(mark).count();
    let divided = |mark: &char| lines.iter().any(|line| parts(line, *mark) > 0);
    let alike = |mark: &char| match lines.as_slice() {
        [first, second, ..] => {
            parts(first, *mark) > 0 && parts(first, *mark) == parts(second, *mark)
        }
        _ => false,
    };
    let ending = path.extension().and_then(|e| e.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    if !MARKS.iter().any(divided) {
        // One column alone has a name and then values, each a word.
        let words = lines.iter().any(|line| line.contains(' '));
        return lines.len() < 2 || words;
    }
    matches!(ending.as_str(), "txt" | "md" | "log" | "out") && !MARKS.iter().any(alike)
}

#[cfg(test)]
mod tests {
    use super::{What, what};
    use crate::api::wire::ImportOptions;
    use std::fs;

    fn told(name: &str, bytes: &[u8]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let words = crate::words::Words::new(crate::assessment::model::Lang::En);
        match what(&path, &ImportOptions::default()) {
            Ok(What::Repository) => "repository".into(),
            Ok(What::Log) => "log".into(),
            Ok(What::Table) => "table".into(),
            Ok(What::Export(format, _)) => format.id.into(),
            Err(fault) => fault.problem(&words).code,
        }
    }

    #[test]
    fn what_is_not_data_is_told_from_its_bytes_and_not_from_its_name() {
        for (name, bytes, code) in [
            (
                "a.csv",
                &b"PK\x03\x04\x14\0\0\0notes.txt"[..],
                "file-is-archive",
            ),
            ("a.json", b"\x1f\x8b\x08", "file-is-archive"),
            ("a.csv", b"\x89PNG\r\n\x1a\n", "file-is-picture"),
            ("a.csv", b"%PDF-1.7", "file-is-paper"),
            ("a.json", b"<!DOCTYPE html><html>", "file-is-a-page"),
            ("a.yml", b"kind: Application", "file-is-yaml"),
            ("a.txt", b"apiVersion: v1\nkind: List", "file-is-yaml"),
            ("a.csv", b" \n", "file-is-empty"),
            (
                "a.dat",
                b"\x7fELF\x02\x01\x01\0\0\0abcdefghijklmnop",
                "file-is-binary",
            ),
            ("a.csv", b"SQLite format 3\0", "file-is-a-workspace"),
            ("notes.txt", b"hello\n", "file-is-text"),
            (
                "notes.md",
                b"# Outage\n\nAna, Luis and I met.\nWe found this.\n",
                "file-is-text",
            ),
            ("a.xml", b"<a><b>1</b></a>", "unknown-xml"),
        ] {
            assert_eq!(told(name, bytes), code, "{name} {bytes:?}");
        }
    }

    #[test]
    fn data_is_told_from_its_content() {
        let utf16: Vec<u8> = "finished,sha\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(told("a.json", b"finished;sha\n"), "table");
        assert_eq!(told("a.csv", &utf16), "table");
        assert_eq!(told("a.txt", b"finished\n2026-03-05\n"), "table");
        assert_eq!(told("a.txt", b"finished,sha\n2026-03-05,ab12\n"), "table");
        let log = format!("{}\t\t2026", "a".repeat(40));
        assert_eq!(told("a.csv", log.as_bytes()), "log");
        assert_eq!(
            told("a.xlsx", b"PK\x03\x04\x14\0\0\0[Content_Types].xml"),
            "table"
        );
        let status =
            br#"[{"state":"success","deployment_url":"x/1","created_at":"2026-03-05T09:00:00Z"}]"#;
        assert_eq!(told("a.txt", status), "github_deployment_statuses");
    }
}
