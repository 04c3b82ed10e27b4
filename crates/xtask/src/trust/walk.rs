//! A walk over every address of the pages, with what has to hold on each: nothing may be kept, a title says
//! nothing, looking changes nothing, what is written stays with this user. Refuses to trust a page that it
//! did not ask for.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use super::routes::{self, Route};
use super::{life, lives};
use crate::ChoreError;
use crate::app_client::{Reply, Server, command};

/// The only title there is: browsers keep titles.
const TITLE: &str = "<title>Notes</title>";
/// What every answer carries: none may be kept, framed, guessed at or read from elsewhere.
const HEADERS: [(&str, &str); 7] = [
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];
/// Words that stand in the record, and nowhere on the disk in clear.
const CANARY: &str = "w-heron-in-the-reeds-7319";

/// What a walk saw.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub n_addresses: usize,
    pub n_asked: usize,
    /// What does not hold, each with the name of the promise first.
    pub complaints: Vec<String>,
}

impl Seen {
    fn say(&mut self, promise: &str, what: impl std::fmt::Display) {
        self.complaints.push(format!("{promise}: {what}"));
    }

    /// Whether a promise was broken.
    pub fn has(&self, promise: &str) -> bool {
        let start = format!("{promise}: ");
        self.complaints.iter().any(|said| said.starts_with(&start))
    }

    fn take(&mut self, what: &str, reply: &Reply) {
        self.n_asked += 1;
        let (head, page) = reply.text.split_once("\r\n\r\n").unwrap_or_default();
        let head = head.to_ascii_lowercase();
        for (name, value) in HEADERS {
            let line = format!("\r\n{name}: {}", value.to_ascii_lowercase());
            if !head.contains(&line) {
                self.say("headers", format!("{what} ({}): {name}", reply.status));
            }
        }
        if page.contains("<title") && !page.contains(TITLE) {
            self.say("title", what);
        }
    }
}

/// Begins a record, walks, and looks at what is left in the folder. `call` starts the server.
pub(crate) fn go(root: &Path, binary: &Path, call: Command) -> Result<Seen, ChoreError> {
    let routes = routes::all(root)?;
    let place = life::scratch()?;
    let data = place.path().join("data");
    let server = Server::start_as(call, &data).map_err(super::told)?;
    lives::begin_record(&server)?;
    let words = [
        ("key", "0123456789abcdef0123456789abcdef"),
        ("words", CANARY),
    ];
    lives::send(&server, "/note", &words)?;
    let mut seen = Seen {
        n_addresses: routes.len(),
        ..Seen::default()
    };
    knock(&server, &mut seen)?;
    let look = || {
        let copy = place.path().join("look");
        let _ = std::fs::remove_dir_all(&copy);
        life::copy(&data, &copy)?;
        life::written_out(binary, &copy, None).map_err(ChoreError::Broken)
    };
    let before = look()?;
    read_all(&server, &routes, &mut seen)?;
    if look()? != before {
        seen.say("reading", "the record changed while it was looked at");
    }
    private(&data, &mut seen)?;
    sealed(binary, &data, place.path(), &mut seen)?;
    write_all(&server, &routes, &mut seen)?;
    leave(&server, &mut seen)?;
    server.stop();
    Ok(seen)
}

/// Everything that can be looked at, and everything that can only be sent, asked for by a look.
fn read_all(server: &Server, routes: &[Route], seen: &mut Seen) -> Result<(), ChoreError> {
    let query = "?key=fedcba9876543210fedcba9876543210&words=x&strength=clear&value=40";
    for route in routes.iter().filter(|route| route.path != "/start") {
        let path = &route.path;
        let reply = server.get(&format!("{path}{query}")).map_err(super::told)?;
        seen.take(&format!("GET {path}"), &reply);
        match (route.reads, reply.status) {
            // What needs something that this record does not have is refused in words.
            (true, 200 | 303 | 404 | 422) | (false, 404 | 405) => {}
            (false, status) => seen.say("reading", format!("GET {path} answers {status}")),
            (true, status) => seen.say("pages", format!("GET {path} answers {status}")),
        }
    }
    Ok(())
}

/// Every form, sent empty: most are refused in words, and nothing falls over.
fn write_all(server: &Server, routes: &[Route], seen: &mut Seen) -> Result<(), ChoreError> {
    let ends = ["/lock", "/exit", "/start"];
    let forms = routes.iter().filter(|route| route.writes);
    for route in forms.filter(|route| !ends.contains(&&*route.path)) {
        let path = &route.path;
        let reply = server.post(path, &[]).map_err(super::told)?;
        seen.take(&format!("POST {path}"), &reply);
        if reply.status >= 500 && reply.status != 507 {
            seen.say("pages", format!("POST {path} answers {}", reply.status));
        }
    }
    Ok(())
}

/// Requests that have to be refused, in the same dress as a page.
fn knock(server: &Server, seen: &mut Seen) -> Result<(), ChoreError> {
    let ours = server.authority().to_owned();
    let hosts = [
        format!("{ours}.evil.example"),
        format!("{ours}0"),
        ours.to_uppercase(),
        format!("x{ours}"),
        "127.0.0.1".to_owned(),
    ];
    for host in hosts {
        let headers = format!("Host: {host}\r\n");
        turned_away(server, ("GET", "/", &headers), "host", seen);
    }
    let from = format!("Host: {ours}\r\nSec-Fetch-Site: cross-site\r\n");
    for (method, path) in [("GET", "/"), ("POST", "/lock")] {
        turned_away(server, (method, path, &from), "site", seen);
    }
    let reply = server.get("/nowhere-at-all").map_err(super::told)?;
    seen.take("no such page", &reply);
    Ok(())
}

/// Whoever is not let in hears nothing at all, or words in the dress of a page.
fn turned_away(
    server: &Server,
    (method, path, headers): (&str, &str, &str),
    promise: &str,
    seen: &mut Seen,
) {
    let Ok(reply) = server.ask(method, path, headers) else {
        seen.n_asked += 1;
        return;
    };
    seen.take(promise, &reply);
    if !matches!(reply.status, 403 | 421) {
        let what = format!("{method} {path} answers {}", reply.status);
        seen.say(promise, what);
    }
}

/// No file of the record is for anybody else, whatever the mask of the one who started the program.
fn private(data: &Path, seen: &mut Seen) -> Result<(), ChoreError> {
    for path in life::read_image(data)?.files.keys() {
        let found = std::fs::metadata(path);
        let found = found.map_err(|source| super::file(Path::new(path), source))?;
        let mode = found.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            seen.say("private", format!("{path} has the mode {mode:o}"));
        }
    }
    Ok(())
}

/// Words of the record stand in no file of it, and in no back-up.
fn sealed(binary: &Path, data: &Path, place: &Path, seen: &mut Seen) -> Result<(), ChoreError> {
    let backup = place.join("copy.age");
    let mut call = command(binary, data);
    call.arg("backup").arg(&backup).arg("--data-dir").arg(data);
    let done = call.output().map_err(|error| super::told(error.into()))?;
    if !done.status.success() {
        seen.say("pages", String::from_utf8_lossy(&done.stderr));
    }
    for (path, bytes) in life::read_image(data)?.files {
        if holds(&bytes, CANARY) {
            seen.say("sealed", path);
        }
    }
    let bytes = std::fs::read(&backup).map_err(|source| super::file(&backup, source))?;
    let plain = [CANARY, "SQLite format 3", "thawline.record"];
    if plain.iter().any(|words| holds(&bytes, words)) {
        seen.say("back-up", "can be read without a key");
    }
    Ok(())
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|part| part == words.as_bytes())
}

/// The way out shuts the door behind it.
fn leave(server: &Server, seen: &mut Seen) -> Result<(), ChoreError> {
    let gone = server.post("/exit", &[]).map_err(super::told)?;
    seen.take("POST /exit", &gone);
    let after = server.get("/time").map_err(super::told)?;
    seen.take("after the way out", &after);
    if after.status == 200 {
        seen.say("exit", "the record still shows after the way out");
    }
    Ok(())
}
