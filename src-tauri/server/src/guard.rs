//! Who may speak to a session: a browser on this machine that was given the token, nobody else.
//!
//! The host name keeps out a site that points its own name at 127.0.0.1; the token keeps out every
//! other page and program; a missing or large length keeps out floods.

use tiny_http::{Method, Request};

/// Bytes a request's body may have.
pub(crate) const MOST_BYTES: usize = 1024 * 1024;

/// What a request must show.
#[derive(Debug)]
pub(crate) struct Guard {
    hosts: [String; 2],
    token: String,
}

impl Guard {
    pub(crate) fn new(port: u16, token: String) -> Self {
        Self {
            hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
            token,
        }
    }

    /// `None` when the request may be answered, else the status that refuses it.
    pub(crate) fn refusal(&self, request: &Request) -> Option<u16> {
        if !self.knows_host(request) || !self.same_origin(request) {
            return Some(403);
        }
        match request.method() {
            Method::Get => None,
            Method::Post => self.refusal_of_body(request),
            _ => Some(405),
        }
    }

    fn refusal_of_body(&self, request: &Request) -> Option<u16> {
        if !header(request, "x-sextant-token").is_some_and(|t| same(t, &self.token)) {
            return Some(403);
        }
        match request.body_length() {
            None => Some(411),
            Some(n) if n > MOST_BYTES => Some(413),
            Some(_) => None,
        }
    }

    fn knows_host(&self, request: &Request) -> bool {
        header(request, "host").is_some_and(|h| self.hosts.iter().any(|known| known == h))
    }

    /// A browser names the page that asks; without the header it is no page of another origin.
    fn same_origin(&self, request: &Request) -> bool {
        header(request, "origin").is_none_or(|o| {
            o.strip_prefix("http://")
                .is_some_and(|host| self.hosts.iter().any(|known| known == host))
        })
    }
}

fn header<'r>(request: &'r Request, name: &'static str) -> Option<&'r str> {
    let found = request.headers().iter().find(|h| h.field.equiv(name))?;
    Some(found.value.as_str())
}

/// Equal, in a time that does not tell how far they agree.
fn same(given: &str, token: &str) -> bool {
    given.len() == token.len()
        && given
            .bytes()
            .zip(token.bytes())
            .fold(0, |acc, (a, b)| acc | (a ^ b))
            == 0
}
