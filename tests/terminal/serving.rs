//! `sextant serve`: an address on stdout, the desk behind it, an end when stdin closes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use crate::bench::Bench;

#[test]
fn the_screens_desk_answers_over_loopback_until_stdin_closes() {
    let bench = Bench::with_workspace();
    let args = [
        "serve",
        "--until-stdin-closes",
        "-w",
        "team.sextant",
        "--offer",
        "deployments.csv",
    ];
    let mut child = bench.command(&args).spawn().unwrap();
    let mut url = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut url).unwrap();
    let (address, token) = url
        .trim()
        .strip_prefix("http://")
        .unwrap()
        .split_once("/#t=")
        .unwrap();
    let frame = post(address, token, "/rpc", r#"{"do":"frame"}"#);
    assert!(
        frame.starts_with("HTTP/1.1 200") && frame.contains("Acme"),
        "{frame}"
    );
    let offered = post(
        address,
        token,
        "/pick",
        r#"{"kind":"table","suggested":""}"#,
    );
    assert!(offered.contains("deployments.csv"), "{offered}");
    let refused = post(address, token, "/rpc", r#"{"do":"open_baseline","id":99}"#);
    assert!(refused.starts_with("HTTP/1.1 422"), "{refused}");
    assert!(post(address, "wrong", "/rpc", r#"{"do":"frame"}"#).starts_with("HTTP/1.1 403"));
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

fn post(address: &str, token: &str, path: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\nx-sextant-token: {token}\r\nconnection: close\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
