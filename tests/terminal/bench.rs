//! A bench to work at: a folder, the binary, and what a run of it left.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Deployments as a team would hand them over.
pub(crate) const DEPLOYMENTS: &str = "\
deployed_at,environment,service,commit_sha,status,deployment_id,version,notes
2026-03-05T09:00:00Z,production,shop,7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b,success,301,1.4.0,
2026-03-05T10:50:00Z,production,shop,3f1c0b7a9d2e4f5061728394a5b6c7d8e9f00112,success,302,1.3.9,rollback
";

/// Incidents beside them; one is still open.
pub(crate) const INCIDENTS: &str = "\
incident_id,started_at,resolved_at,service,severity,caused_by_deployment,title
I1,2026-03-05T09:40:00Z,2026-03-05T11:00:00Z,shop,sev2,301,Checkout 500s
I3,2026-03-26T03:00:00Z,,shop,sev3,,Region outage
";

/// A folder with the binary at hand.
pub(crate) struct Bench {
    folder: TempDir,
}

/// What a run left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// The data, when it is JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// The run, which must have done its work.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    /// The run, which must have refused its input in one sentence (and perhaps a hint), with no data.
    #[track_caller]
    pub(crate) fn refused(self) -> Self {
        assert_eq!(self.code, 3, "{self:?}");
        assert_eq!(self.out, "", "a refusal prints no data");
        assert!((1..=2).contains(&self.err.lines().count()), "{self:?}");
        assert!(
            !self.err.contains('[') && !self.err.contains("The work stopped"),
            "not in words: {self:?}"
        );
        self
    }
}

impl Bench {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        Self { folder }
    }

    /// A bench with a workspace, a service and the files of a team.
    pub(crate) fn with_workspace() -> Self {
        let bench = Self::new();
        bench.write("deployments.csv", DEPLOYMENTS);
        bench.write("incidents.csv", INCIDENTS);
        bench
            .run("init --organisation Acme --team Shop -w team.sextant")
            .done();
        bench.run("service add shop").done();
        bench
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// A command in this folder, without the person's own language, zone or data.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sextant"));
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("LANG", "C")
            .env("HOME", self.folder.path())
            .args(["--data-dir", "data"])
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a line of words.
    pub(crate) fn run(&self, line: &str) -> Ran {
        self.run_words(&line.split_whitespace().collect::<Vec<_>>())
    }

    pub(crate) fn run_words(&self, args: &[&str]) -> Ran {
        self.fed(args, "")
    }

    /// Runs with something on stdin.
    pub(crate) fn fed(&self, args: &[&str], stdin: &str) -> Ran {
        let mut child = self.command(args).spawn().unwrap();
        // A command that does not read stdin may be gone before this arrives.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Names of everything below the folder, the person's own data left out.
    pub(crate) fn everything(&self) -> Vec<String> {
        let mut names = Vec::new();
        below(self.folder.path(), &mut names);
        names.retain(|n| !n.starts_with(&self.path("data").display().to_string()));
        names.sort();
        names
    }
}

fn below(folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        names.push(path.display().to_string());
        if path.is_dir() {
            below(&path, names);
        }
    }
}

/// Runs the git command, for building repositories.
pub(crate) fn git(folder: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(args)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .unwrap_or_else(|e| panic!("git is needed to build repositories: {e}"));
    assert!(output.status.success(), "git {args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A bare repository from a fast-import stream.
pub(crate) fn unpack(folder: &Path, stream: &[u8]) {
    fs::create_dir(folder).unwrap();
    git(folder, &["init", "--quiet", "--bare"]);
    let mut child = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["fast-import", "--quiet"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(stream).unwrap();
    assert!(child.wait().unwrap().success());
}

/// A file of the test data.
pub(crate) fn data(name: &str) -> Vec<u8> {
    let path = format!("{}/../../tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}
