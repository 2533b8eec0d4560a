//! One HTTP request answered: a guard at the door, then a request for the desk, a choice, or a file.
//!
//! A problem of the desk travels as JSON: 422 when the input was refused, 500 when the work failed.

use std::io::{Cursor, Read};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sextant_engine::api::Desk;
use sextant_engine::api::wire::Problem;
use tiny_http::{Header, Method, Request, Response};

use crate::guard::{Guard, MOST_BYTES};
use crate::offers::{Ask, Offers};
use crate::screens::{File, Screens};

/// No script, style or connection from anywhere but this session (the window has the same rule).
pub(crate) const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'none'; frame-src 'none'; frame-ancestors 'none'; worker-src 'none'";

type Answer = Response<Cursor<Vec<u8>>>;

/// Everything one answer may need.
#[derive(Debug)]
pub(crate) struct Room {
    pub(crate) guard: Guard,
    pub(crate) desk: Arc<Desk>,
    pub(crate) screens: Screens,
    pub(crate) offers: Offers,
}

impl Room {
    pub(crate) fn answer(&self, mut request: Request) {
        let answer = match self.guard.refusal(&request) {
            Some(status) => empty(status),
            None => self.admitted(&mut request),
        };
        // The browser may have gone away meanwhile: nobody is left to tell.
        let _ = request.respond(answer);
    }

    fn admitted(&self, request: &mut Request) -> Answer {
        let path = request.url().to_owned();
        match (request.method().clone(), path.as_str()) {
            (Method::Post, "/rpc") => self.rpc(request),
            (Method::Post, "/pick") => self.pick(request),
            (Method::Get, path) => self.screens.file(path).map_or_else(|| empty(404), file),
            _ => empty(404),
        }
    }

    fn rpc(&self, request: &mut Request) -> Answer {
        let asked = match body(request) {
            Ok(asked) => asked,
            Err(problem) => return json(422, &problem),
        };
        match self.desk.call(asked) {
            Ok(reply) => json(200, &reply),
            Err(problem) => json(if problem.refused { 422 } else { 500 }, &problem),
        }
    }

    fn pick(&self, request: &mut Request) -> Answer {
        match body::<Ask>(request) {
            Ok(ask) => json(200, &self.offers.pick(&self.desk, &ask)),
            Err(problem) => json(422, &problem),
        }
    }
}

/// The body as a value. The sentence is for whoever writes a client: no screen sends what cannot be read.
fn body<T: DeserializeOwned>(request: &mut Request) -> Result<T, Problem> {
    let mut bytes = Vec::new();
    let read = request
        .as_reader()
        .take(MOST_BYTES as u64)
        .read_to_end(&mut bytes);
    let unreadable = |cause: String| Problem {
        code: "request-unreadable".into(),
        message: cause,
        hint: String::new(),
        refused: true,
    };
    read.map_err(|e| unreadable(e.to_string()))?;
    serde_json::from_slice(&bytes).map_err(|e| unreadable(e.to_string()))
}

fn json(status: u16, value: &impl Serialize) -> Answer {
    match serde_json::to_vec(value) {
        Ok(bytes) => dressed(
            Response::from_data(bytes).with_status_code(status),
            "application/json",
        ),
        Err(_) => empty(500),
    }
}

fn file(file: File) -> Answer {
    dressed(Response::from_data(file.bytes), file.media)
}

fn empty(status: u16) -> Answer {
    dressed(
        Response::from_data(Vec::new()).with_status_code(status),
        "text/plain",
    )
}

fn dressed(answer: Answer, media: &str) -> Answer {
    let fixed = [
        ("content-security-policy", CONTENT_POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", "no-store"),
        ("content-type", media),
    ];
    fixed
        .into_iter()
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(answer, Response::with_header)
}
