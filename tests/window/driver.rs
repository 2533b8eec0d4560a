//! A WebDriver client as small as its use here: find, click, type, run a script.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long anything on the screen may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);
const PAUSE: Duration = Duration::from_millis(40);

/// One session: one window under control.
pub(crate) struct Driver {
    port: u16,
    session: String,
}

impl Driver {
    /// Starts this program under control.
    pub(crate) fn start(port: u16, program: &str, arguments: &[String]) -> Self {
        let options = json!({ "binary": program, "args": arguments });
        let wanted =
            json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let made = ask(port, "POST", "/session", &wanted).expect("a session");
        let session = made["sessionId"].as_str().expect("its id").to_owned();
        Self { port, session }
    }

    fn tell(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        ask(
            self.port,
            method,
            &format!("/session/{}{path}", self.session),
            body,
        )
    }

    fn find(&self, xpath: &str) -> Result<String, String> {
        let found = self.tell(
            "POST",
            "/element",
            &json!({ "using": "xpath", "value": xpath }),
        )?;
        let id = found
            .as_object()
            .and_then(|ids| ids.values().next()?.as_str());
        id.map(str::to_owned)
            .ok_or_else(|| format!("no id in {found}"))
    }

    /// Waits until the element is there.
    pub(crate) fn see(&self, xpath: &str) -> String {
        self.until(xpath, || self.find(xpath))
    }

    /// Waits for a heading that contains the text.
    pub(crate) fn see_heading(&self, text: &str) {
        self.see(&format!("//*[self::h1 or self::h2][contains(., '{text}')]"));
    }

    /// Clicks the element as soon as it can be clicked.
    pub(crate) fn click(&self, xpath: &str) {
        self.until(xpath, || {
            let id = self.find(xpath)?;
            self.tell("POST", &format!("/element/{id}/click"), &json!({}))
        });
    }

    /// Clicks the button that shows or is called this.
    pub(crate) fn press(&self, name: &str) {
        self.click(&format!(
            "//button[starts-with(normalize-space(.), '{name}') or @aria-label='{name}'][not(@disabled)]"
        ));
    }

    /// Goes to a screen by the rail.
    pub(crate) fn go(&self, screen: &str) {
        let station = format!("//nav//*[self::a or self::button][contains(., '{screen}')]");
        self.click(&station);
        self.see(&format!("//nav//*[@aria-current][contains(., '{screen}')]"));
    }

    /// Types into the field with this label.
    pub(crate) fn fill(&self, label: &str, text: &str) {
        let field = format!(
            "//label[contains(., '{label}')]//input | //input[@id=//label[contains(., '{label}')]/@for]"
        );
        self.until(&field, || {
            let id = self.find(&field)?;
            self.tell(
                "POST",
                &format!("/element/{id}/value"),
                &json!({ "text": text }),
            )
        });
    }

    /// Presses keys where the focus is.
    pub(crate) fn keys(&self, keys: &str) {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let source = json!({ "type": "key", "id": "keys", "actions": strokes });
        self.tell("POST", "/actions", &json!({ "actions": [source] }))
            .expect("keys are pressed");
    }

    /// Runs a script and hands back what it returns.
    pub(crate) fn script(&self, script: &str) -> Value {
        let body = json!({ "script": script, "args": [] });
        self.tell("POST", "/execute/sync", &body)
            .expect("the script runs")
    }

    /// Runs a script that calls its last argument when it is ready.
    pub(crate) fn script_then(&self, script: &str) -> Value {
        let body = json!({ "script": script, "args": [] });
        self.tell("POST", "/execute/async", &body)
            .expect("the script ends")
    }

    /// Address of the page.
    pub(crate) fn address(&self) -> String {
        let url = self.tell("GET", "/url", &Value::Null).expect("an address");
        url.as_str().unwrap_or_default().to_owned()
    }

    /// Closes the window as a person would.
    pub(crate) fn close(&self) {
        self.tell("DELETE", "/window", &Value::Null)
            .expect("the window closes");
    }

    fn until<T>(&self, what: &str, attempt: impl Fn() -> Result<T, String>) -> T {
        let begun = Instant::now();
        loop {
            match attempt() {
                Ok(done) => return done,
                Err(error) if begun.elapsed() > PATIENCE => {
                    panic!("{what}: {error}\non the page:\n{}", self.page());
                }
                Err(_) => std::thread::sleep(PAUSE),
            }
        }
    }

    fn page(&self) -> Value {
        let script = json!({ "script": "return location.href + '\\n' + document.body.innerText", "args": [] });
        self.tell("POST", "/execute/sync", &script)
            .unwrap_or(Value::Null)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ended = self.tell("DELETE", "", &Value::Null);
    }
}

/// One request of the protocol.
fn ask(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let answer = exchange(port, &(head + &body)).map_err(|error| error.to_string())?;
    let (head, body) = answer
        .split_once("\r\n\r\n")
        .ok_or("an answer without a body")?;
    let value: Value =
        serde_json::from_str(body).map_err(|error| format!("{error} in {answer}"))?;
    if head.starts_with("HTTP/1.1 200") {
        return Ok(value["value"].clone());
    }
    Err(value["value"].to_string())
}

fn exchange(port: u16, request: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE * 2))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
