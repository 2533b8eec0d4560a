//! One run of the command: a desk, a voice, and what was said before the command's own options.
//!
//! `ask` and its typed sisters pass a request on; `open` finds the workspace (the one named, or the one
//! that was open last) and the team.

use std::path::Path;

use sextant_engine::api::wire::{Frame, Handle, JobView, Reply, Request};
use sextant_engine::api::{Desk, Host};
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

use crate::args::Common;
use crate::failure::Failure;
use crate::output::{self, Form, Progress};
use crate::show;

/// A run.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) desk: Desk,
    pub(crate) host: Host,
    pub(crate) words: Words,
    pub(crate) common: Common,
    pub(crate) form: Form,
}

impl Session {
    pub(crate) fn new(host: Host, common: Common) -> Self {
        let desk = Desk::new(host.clone());
        // Without `--lang`, the language that the person chose in the settings.
        let words = match common.lang {
            Some(_) => Words::new(host.lang).in_zone(&host.zone),
            None => desk.words(),
        };
        let form = if common.json { Form::Json } else { Form::Text };
        Self {
            desk,
            host,
            words,
            common,
            form,
        }
    }

    pub(crate) fn ask(&self, request: Request) -> Result<Reply, Failure> {
        Ok(self.desk.call(request)?)
    }

    /// Asks, and prints what comes back.
    pub(crate) fn tell(&self, request: Request) -> Result<(), Failure> {
        let reply = self.ask(request)?;
        self.print(&reply)
    }

    /// A reply as text, or its value as JSON.
    pub(crate) fn print(&self, reply: &Reply) -> Result<(), Failure> {
        match self.form {
            Form::Text => output::text(&show::reply(&self.words, reply)),
            Form::Json => output::json(&show::value(reply)),
        }
    }

    pub(crate) fn frame(&self, request: Request) -> Result<Frame, Failure> {
        match self.ask(request)? {
            Reply::Frame(frame) => Ok(frame),
            _ => Err(self.unexpected()),
        }
    }

    /// Starts a job and waits for its end, telling its progress.
    pub(crate) fn finish(&self, request: Request) -> Result<JobView, Failure> {
        let Reply::Job(job) = self.ask(request)? else {
            return Err(self.unexpected());
        };
        let progress = Progress::new();
        let ended = self.desk.wait(job.id, &mut |now| progress.show(now))?;
        match ended.problem {
            Some(problem) => Err(problem.into()),
            None => Ok(ended),
        }
    }

    pub(crate) fn unexpected(&self) -> Failure {
        Failure::unexpected(&self.words)
    }

    pub(crate) fn refused(&self, code: &str, args: &[(&str, Arg)]) -> Failure {
        Failure::refused(&self.words, code, args)
    }

    /// A handle for a path that was typed.
    pub(crate) fn handle(&self, path: &Path) -> Handle {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.desk.register(&whole)
    }

    /// Opens the workspace and selects the team that was named.
    pub(crate) fn open(&self) -> Result<Frame, Failure> {
        let handle = match &self.common.workspace {
            Some(path) => self.handle(path),
            None => self.latest()?,
        };
        let frame = self.frame(Request::OpenWorkspace { handle })?;
        match &self.common.team {
            Some(name) => self.select(&frame, name, None),
            None => Ok(frame),
        }
    }

    /// The workspace that was opened last and is still there: what the window would open.
    fn latest(&self) -> Result<Handle, Failure> {
        let path = self.desk.latest_workspace();
        let path = path.ok_or_else(|| self.refused("no-workspace", &[]))?;
        Ok(self.handle(&path))
    }

    /// Selects a team by its name, and one of its assessments by its name.
    pub(crate) fn select(
        &self,
        frame: &Frame,
        team: &str,
        assessment: Option<&str>,
    ) -> Result<Frame, Failure> {
        let found = frame.teams.iter().find(|t| t.name == team);
        let id = found
            .ok_or_else(|| self.refused("no-team", &[("name", Arg::Text(team.to_owned()))]))?
            .id;
        let (team, no_choice) = (id, None);
        let selected = self.frame(Request::Select {
            team,
            assessment: no_choice,
        })?;
        let Some(name) = assessment else {
            return Ok(selected);
        };
        let found = selected.assessments.iter().find(|a| a.name == name);
        let absent = || {
            self.refused(
                "no-assessment-named",
                &[("name", Arg::Text(name.to_owned()))],
            )
        };
        let assessment = Some(found.ok_or_else(absent)?.id);
        self.frame(Request::Select { team, assessment })
    }

    /// Opens the workspace; the id of the assessment that is worked on.
    pub(crate) fn assessment(&self) -> Result<u32, Failure> {
        let frame = self.open()?;
        frame
            .assessment
            .ok_or_else(|| self.refused("no-assessment", &[]))
    }
}
