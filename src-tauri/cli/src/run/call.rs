//! The wire by hand: requests as JSON on stdin, one reply per line on stdout.
//!
//! What is a handle elsewhere is a path here. A job is waited for, because the process ends with stdin.

use std::io;
use std::path::Path;

use serde_json::Deserializer;
use sextant_engine::api::wire::{Handle, Problem, Reply, Request};

use crate::failure::Failure;
use crate::output;
use crate::session::Session;

pub(crate) fn call(session: &Session) -> Result<(), Failure> {
    if session.common.workspace.is_some() {
        session.open()?;
    }
    for read in Deserializer::from_reader(io::stdin().lock()).into_iter::<Request>() {
        let request = read.map_err(|cause| unreadable(&cause))?;
        let reply = session.ask(with_handles(session, request))?;
        output::json_line(&ended(session, reply)?)?;
    }
    Ok(())
}

/// The sentence is the parser's own: it names line, column and field, for whoever writes the JSON.
fn unreadable(cause: &serde_json::Error) -> Problem {
    Problem {
        code: "request-unreadable".into(),
        message: cause.to_string(),
        hint: String::new(),
        refused: true,
    }
}

fn with_handles(session: &Session, mut request: Request) -> Request {
    let register = |typed: &mut Handle| *typed = session.handle(Path::new(typed.as_str()));
    match &mut request {
        Request::OpenWorkspace { handle }
        | Request::ForgetRecent { handle }
        | Request::Preview { handle, .. }
        | Request::Import { handle, .. }
        | Request::Scan { handle, .. } => register(handle),
        Request::SaveRejects { place, .. }
        | Request::CreateWorkspace {
            place: Some(place), ..
        }
        | Request::SaveReport {
            place: Some(place), ..
        } => register(place),
        _ => {}
    }
    request
}

fn ended(session: &Session, reply: Reply) -> Result<Reply, Failure> {
    match reply {
        Reply::Job(job) if job.state == "running" => {
            Ok(Reply::Job(session.desk.wait(job.id, &mut |_| {})?))
        }
        other => Ok(other),
    }
}
