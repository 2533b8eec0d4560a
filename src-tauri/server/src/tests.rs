//! A session seen from outside: spoken to over a socket, as a browser or a stranger would.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sextant_engine::api::{Desk, Host};
use sextant_engine::assessment::model::Lang;
use tempfile::TempDir;

use crate::{Offers, Running, Screens, Session, start};

struct Visit {
    running: Option<Running>,
    folder: TempDir,
}

impl Visit {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("ui/assets")).unwrap();
        fs::write(root.join("ui/index.html"), "<!doctype html>").unwrap();
        fs::write(root.join("ui/assets/a.js"), "1").unwrap();
        fs::write(root.join("secret.txt"), "secret").unwrap();
        fs::write(root.join("shop.csv"), "a,b\n").unwrap();
        fs::create_dir_all(root.join("shop/.git")).unwrap();
        let desk = Desk::new(Host {
            data_dir: root.join("data"),
            worker: PathBuf::from("sextant"),
            now: || 1_795_305_600,
            zone: "UTC".into(),
            lang: Lang::En,
            asked: None,
        });
        let running = start(Session {
            desk: Arc::new(desk),
            screens: Screens::Folder(root.join("ui")),
            offers: Offers {
                read: vec![root.join("shop.csv"), root.join("shop")],
                save: Some(root.join("out")),
            },
            port: 0,
        })
        .unwrap();
        Self {
            running: Some(running),
            folder,
        }
    }

    fn running(&self) -> &Running {
        self.running.as_ref().unwrap()
    }

    fn send(&self, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.running().address()).unwrap();
        let request = format!(
            "{head}connection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn host(&self) -> String {
        self.running().address().to_string()
    }

    fn post(&self, path: &str, body: &str) -> String {
        let (host, token) = (self.host(), self.running().token());
        self.send(
            &format!("POST {path} HTTP/1.1\r\nhost: {host}\r\nx-sextant-token: {token}\r\n"),
            body,
        )
    }

    fn get(&self, path: &str) -> String {
        self.send(
            &format!("GET {path} HTTP/1.1\r\nhost: {}\r\n", self.host()),
            "",
        )
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stopper().stop();
            running.wait();
        }
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap()
}

#[test]
fn a_request_with_the_token_reaches_the_desk_and_comes_back_as_json() {
    let answer = Visit::new().post("/rpc", r#"{"do":"home"}"#);
    assert_eq!(status(&answer), "200", "{answer}");
    assert!(answer.contains(r#"{"is":"home","value":"#), "{answer}");
    assert!(answer.contains("application/json"), "{answer}");
}

#[test]
fn a_wrong_token_and_a_missing_one_are_forbidden() {
    let visit = Visit::new();
    let wrong = "0".repeat(32);
    let head = format!("POST /rpc HTTP/1.1\r\nhost: {}\r\n", visit.host());
    assert_eq!(status(&visit.send(&head, "{}")), "403");
    let head = format!("{head}x-sextant-token: {wrong}\r\n");
    assert_eq!(status(&visit.send(&head, "{}")), "403");
}

#[test]
fn a_host_name_of_somebody_else_is_forbidden_even_for_a_page() {
    let visit = Visit::new();
    let head = "GET / HTTP/1.1\r\nhost: evil.example\r\n";
    assert_eq!(status(&visit.send(head, "")), "403");
    let head = "GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n";
    assert_eq!(
        status(&visit.send(head, "")),
        "403",
        "the port belongs to it"
    );
}

#[test]
fn a_page_of_another_origin_is_forbidden_even_with_the_token() {
    let visit = Visit::new();
    let head = format!(
        "POST /rpc HTTP/1.1\r\nhost: {}\r\nx-sextant-token: {}\r\norigin: https://evil.example\r\n",
        visit.host(),
        visit.running().token()
    );
    let answer = visit.send(&head, r#"{"do":"home"}"#);
    assert_eq!(status(&answer), "403");
    assert!(
        !answer.to_lowercase().contains("access-control"),
        "{answer}"
    );
}

#[test]
fn only_files_of_the_screens_are_handed_out() {
    let visit = Visit::new();
    assert!(visit.get("/").contains("<!doctype html>"));
    assert!(visit.get("/assets/a.js").contains("text/javascript"));
    for path in [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "//etc/passwd",
        "/.hidden",
        "/nothing.js",
    ] {
        let answer = visit.get(path);
        assert_eq!(status(&answer), "404", "{path}");
        assert!(!answer.contains("secret"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_screens_is_not_followed() {
    let visit = Visit::new();
    let root = visit.folder.path();
    std::os::unix::fs::symlink(root.join("secret.txt"), root.join("ui/link.txt")).unwrap();
    assert_eq!(status(&visit.get("/link.txt")), "404");
}

#[test]
fn every_answer_carries_the_content_policy_and_no_remote_host() {
    let visit = Visit::new();
    for answer in [visit.get("/"), visit.get("/none"), visit.post("/rpc", "{}")] {
        let policy = answer
            .lines()
            .find(|l| l.to_lowercase().starts_with("content-security-policy"))
            .unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("connect-src 'self'"));
        assert!(
            !policy.contains("http") && !policy.contains("unsafe"),
            "{policy}"
        );
    }
}

#[test]
fn a_body_that_is_too_large_is_refused_before_it_is_read() {
    let visit = Visit::new();
    let head = format!(
        "POST /rpc HTTP/1.1\r\nhost: {}\r\nx-sextant-token: {}\r\nconnection: close\r\ncontent-length: 1048577\r\n\r\n",
        visit.host(),
        visit.running().token()
    );
    let mut stream = TcpStream::connect(visit.running().address()).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let mut start = [0_u8; 12];
    stream.read_exact(&mut start).unwrap();
    assert_eq!(&start, b"HTTP/1.1 413");
}

#[test]
fn what_cannot_be_read_is_a_problem_in_json() {
    let answer = Visit::new().post("/rpc", r#"{"do":"fly"}"#);
    assert_eq!(status(&answer), "422");
    assert!(answer.contains("request-unreadable"), "{answer}");
}

#[test]
fn a_pick_offers_what_fits_the_kind_and_nothing_else() {
    let visit = Visit::new();
    let tables = visit.post("/pick", r#"{"kind":"table","suggested":""}"#);
    assert!(
        tables.contains("shop.csv") && tables.matches("\"name\"").count() == 1,
        "{tables}"
    );
    let repositories = visit.post("/pick", r#"{"kind":"repository","suggested":""}"#);
    assert!(repositories.contains(r#""name":"shop""#), "{repositories}");
    let workspaces = visit.post("/pick", r#"{"kind":"workspace","suggested":""}"#);
    assert!(workspaces.ends_with("[]"), "{workspaces}");
}

#[test]
fn a_name_to_save_under_is_a_name_and_no_path() {
    let offers = Offers {
        read: vec![],
        save: Some(PathBuf::from("/out")),
    };
    let ask = |suggested: &str| {
        let kind = crate::offers::Kind::SaveReport;
        let suggested = suggested.to_owned();
        offers.paths(&crate::offers::Ask { kind, suggested })
    };
    assert_eq!(ask("plan.pdf"), [Path::new("/out/plan.pdf")]);
    for bad in ["../plan.pdf", "/etc/passwd", "a/b", "..", "", "a\\b"] {
        assert!(ask(bad).is_empty(), "{bad}");
    }
}

#[test]
fn the_address_holds_a_token_of_128_bits_after_the_fragment_mark() {
    let visit = Visit::new();
    let url = visit.running().url();
    let (address, token) = url.split_once("/#t=").unwrap();
    assert!(address.starts_with("http://127.0.0.1:"));
    assert!(token.len() == 32 && token.chars().all(|c| c.is_ascii_hexdigit()));
}
