//! A server on a record of its own, and requests to it written by hand.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use app::{App, Clock, ImportRequest, Settings};
use web::{ServeOptions, serve};

/// A running server. The thread ends with the test program.
pub struct Server {
    folder: tempfile::TempDir,
    pub authority: String,
    pub port: u16,
    start: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().filter(|(n, _)| n == name);
        let first = all.next().map(|(_, value)| value.as_str());
        assert!(all.next().is_none(), "{name} comes twice");
        first
    }

    /// Whether the connection was cut without a byte.
    pub fn is_silence(&self) -> bool {
        self.status == 0 && self.headers.is_empty() && self.body.is_empty()
    }

    /// The value of the first input of this name.
    pub fn input(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let at = self
            .body
            .find(&mark)
            .unwrap_or_else(|| panic!("no {name} in {}", self.body));
        let rest = &self.body[at + mark.len()..];
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Server {
    /// Pages of an empty folder.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = app_at(folder.path());
        Self::serving(app, folder)
    }

    /// Pages of a record with ninety days in it, open, without a passphrase.
    pub fn filled() -> Self {
        Self::of_mara(None)
    }

    /// The same under a passphrase.
    pub fn under(passphrase: &str) -> Self {
        Self::of_mara(Some(passphrase))
    }

    fn of_mara(passphrase: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut app = app_at(folder.path());
        app.begin(passphrase).unwrap();
        let request = ImportRequest {
            file: Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../fixtures/people/mara/record.json"),
            ..ImportRequest::default()
        };
        app.import(&request).unwrap();
        Self::serving(app, folder)
    }

    /// Pages of an open record that a passphrase opens.
    pub fn with_passphrase(words: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut app = app_at(folder.path());
        app.begin(Some(words)).unwrap();
        Self::serving(app, folder)
    }

    fn serving(app: App, folder: tempfile::TempDir) -> Self {
        let (tell, hear) = mpsc::channel();
        std::thread::spawn(move || {
            let ready = |served: &web::Served| -> Option<PathBuf> {
                tell.send(served.clone()).unwrap();
                None
            };
            serve(app, &ServeOptions { port: 0 }, ready).unwrap();
        });
        let served = hear.recv().unwrap();
        let rest = served.link.strip_prefix("http://").unwrap();
        let (authority, start) = rest.split_once('/').unwrap();
        Self {
            folder,
            authority: authority.to_owned(),
            port: served.port,
            start: format!("/{start}"),
        }
    }

    /// The path of the start link.
    pub fn start(&self) -> &str {
        &self.start
    }

    /// Sends bytes as they are, and reads until the server closes.
    pub fn send(&self, bytes: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // The server may answer and close before it has read everything.
        let _ = stream.write_all(bytes);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        let text = String::from_utf8_lossy(&all).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let mut lines = head.lines();
        let status = lines.next().and_then(|l| l.split(' ').nth(1));
        Answer {
            status: status.and_then(|s| s.parse().ok()).unwrap_or(0),
            headers: lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            body: body.to_owned(),
        }
    }

    /// A request with exactly these header lines; `Connection: close` is added.
    pub fn ask(&self, first: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut head = format!("{first} HTTP/1.1\r\n");
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() || first.starts_with("POST") {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("Connection: close\r\n\r\n");
        self.send(&[head.as_bytes(), body].concat())
    }

    /// Takes the start link; gives the cookie.
    pub fn enter(&self) -> String {
        let answer = self.ask(
            &format!("GET {}", self.start),
            &[("Host", &self.authority)],
            b"",
        );
        assert_eq!(answer.status, 200, "{answer:?}");
        let cookie = answer.header("set-cookie").unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
            "{cookie}"
        );
        cookie.split(';').next().unwrap().to_owned()
    }

    /// A page as the browser with this cookie gets it.
    pub fn get(&self, path: &str, cookie: &str) -> Answer {
        let headers = [
            ("Host", self.authority.as_str()),
            ("Cookie", cookie),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        self.ask(&format!("GET {path}"), &headers, b"")
    }

    /// A form as the browser with this cookie sends it.
    pub fn post(&self, path: &str, cookie: &str, form: impl AsRef<[u8]>) -> Answer {
        let headers = [
            ("Host", self.authority.as_str()),
            ("Cookie", cookie),
            ("Origin", "null"),
            ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        self.ask(&format!("POST {path}"), &headers, form.as_ref())
    }

    /// What the record says, asked from beside the server.
    pub fn record(&self) -> (String, String) {
        let mut app = app_at(self.folder.path());
        app.unlock(None).unwrap();
        let lines = app.doctor().unwrap();
        let entries = lines
            .iter()
            .find(|line| line.words.contains(" entries in "))
            .unwrap();
        let n = entries.words.split(" in ").next().unwrap().to_owned();
        (n, app.answers_json(None).unwrap())
    }
}

fn app_at(folder: &Path) -> App {
    App::new(Settings {
        folder: folder.join("data"),
        clock: Clock::of_computer(),
    })
}

/// Every address that answers to reading.
pub const PAGES: &[&str] = &[
    "/",
    "/time",
    "/week",
    "/back",
    "/day",
    "/answers",
    "/cards",
    "/forms/morning",
    "/forms/evening",
    "/forms/weekly",
    "/forms/more",
    "/forms/together",
    "/self-check",
    "/questionnaires",
    "/help",
    "/help/doctor",
    "/help/safe-place",
    "/help/young",
    "/help/DE/young",
    "/pace",
    "/line",
    "/plan",
    "/data",
    "/events",
    "/medicines",
    "/medicines/ask",
    "/medicines/plan",
    "/try",
    "/try/1",
    "/try/3",
    "/try/7",
    "/try/12",
    "/course",
    "/course/1",
    "/course/8",
    "/report",
    "/roots",
    "/named",
    "/parts",
    "/backup",
    "/backup/sheet",
    "/experiments",
    "/try/2/experiment",
    "/quiet-days",
    "/search",
    "/removed",
    "/keys",
    "/away",
];

/// What pages are made with.
pub const ASSETS: &[&str] = &["/style.css", "/script.js", "/time.js", "/icon.svg"];

/// Every address that takes a form.
pub const FORMS: &[&str] = &[
    "/held/leave",
    "/search",
    "/removed/put-back",
    "/removed/end",
    "/forms/morning",
    "/forms/evening",
    "/forms/weekly",
    "/forms/more",
    "/forms/together",
    "/forms/more/agree",
    "/self-check",
    "/questionnaires/bring",
    "/questionnaires/keep",
    "/questionnaires/leave",
    "/questionnaires/take-out",
    "/questionnaires/put-back",
    "/questionnaires/1",
    "/help/keep",
    "/pace",
    "/pace/times",
    "/pace/file",
    "/line",
    "/line/undo",
    "/experiments/day",
    "/experiments/stop",
    "/try/2/experiment",
    "/quiet-days",
    "/plan",
    "/report",
    "/report/save",
    "/backup/save",
    "/backup/prove",
    "/backup/schedule",
    "/backup/stop",
    "/backup/passphrase",
    "/backup/lock",
    "/backup/sheet",
    "/backup/sheet/new",
    "/restore",
    "/recover",
    "/report/save-fhir",
    "/plan/take-out",
    "/plan/put-back",
    "/data/claims",
    "/data/look",
    "/data/words",
    "/data/table",
    "/data/map",
    "/data/keep",
    "/data/leave",
    "/data/undo",
    "/data/save",
    "/events/add",
    "/events/contact",
    "/events/count",
    "/medicines/add",
    "/medicines/change",
    "/medicines/end",
    "/medicines/left-out",
    "/medicines/plan",
    "/medicines/begin",
    "/medicines/note",
    "/ground",
    "/try/2/begin",
    "/try/2/session",
    "/sheet",
    "/sheet/take-out",
    "/sheet/put-back",
    "/check-in",
    "/flicker",
    "/note",
    "/undo",
    "/time",
    "/day",
    "/day/check-in",
    "/day/event",
    "/day/sleep",
    "/day/note",
    "/go-on",
    "/seen-loss",
    "/show",
    "/answers/suspect",
    "/answers/drop",
    "/first-run/safety",
    "/first-run/key",
    "/first-run/line",
    "/idle",
    "/typed",
    "/typed/back",
    "/language",
    "/unlock",
    "/lock",
    "/exit",
    "/start",
    "/nothing",
];

/// Every answer wears the same headers, whatever it says.
pub fn check_headers(answer: &Answer, what: &str) {
    let is = |name: &str, value: &str| {
        assert_eq!(
            answer.header(name),
            Some(value),
            "{name} of {what}: {answer:?}"
        );
    };
    is("cache-control", "no-store");
    is("x-content-type-options", "nosniff");
    is("referrer-policy", "no-referrer");
    is("cross-origin-opener-policy", "same-origin");
    is("cross-origin-resource-policy", "same-origin");
    is("x-frame-options", "DENY");
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    assert!(
        !policy.contains("unsafe") && !policy.contains("http"),
        "{policy}"
    );
    assert!(answer.header("permissions-policy").is_some(), "{what}");
    let shares = answer
        .headers
        .iter()
        .any(|(n, _)| n.starts_with("access-control"));
    assert!(!shares, "{what}: {answer:?}");
}
