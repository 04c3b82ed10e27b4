//! Speaks to the real program as a browser does: starts it, takes the start link, sends forms,
//! reads pages. Refuses to know how the program works inside.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(20);

/// Says why the program did not answer.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// It could not be started, or the connection broke.
    #[error("the program did not answer: {0}")]
    Io(#[from] std::io::Error),
    /// It ended or spoke before it printed a start link.
    #[error("the program gave no start link: {0}")]
    NoLink(String),
    /// It answered something that is no HTTP answer.
    #[error("no HTTP answer: {0:?}")]
    NoAnswer(String),
}

/// An answer: its status and everything after the status line.
#[derive(Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Headers and page.
    pub text: String,
}

/// The program while it serves one folder.
pub struct Server {
    child: Arc<Mutex<Child>>,
    authority: String,
    port: u16,
    cookie: String,
}

impl Server {
    /// Starts the program on the folder `data` and begins a session.
    ///
    /// # Errors
    /// [`ClientError`] when it does not start or does not let us in.
    pub fn start(binary: &Path, data: &Path) -> Result<Self, ClientError> {
        Self::start_as(command(binary, data), data)
    }

    /// The same with a call that was prepared.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn start_as(mut call: Command, data: &Path) -> Result<Self, ClientError> {
        call.args(["serve", "--data-dir"]).arg(data);
        Self::start_call(call)
    }

    /// The pages of the simulated person.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn start_demo(mut call: Command) -> Result<Self, ClientError> {
        call.arg("demo");
        Self::start_call(call)
    }

    fn start_call(mut call: Command) -> Result<Self, ClientError> {
        let mut child = call
            .args(["--no-open", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let link = start_link(&mut child)?;
        let (authority, path) = link
            .strip_prefix("http://")
            .and_then(|rest| rest.split_once('/'))
            .ok_or_else(|| ClientError::NoLink(link.clone()))?;
        let port = authority.rsplit(':').next().and_then(|p| p.parse().ok());
        let mut server = Self {
            child: Arc::new(Mutex::new(child)),
            authority: authority.to_owned(),
            port: port.ok_or_else(|| ClientError::NoLink(link.clone()))?,
            cookie: String::new(),
        };
        let reply = server.get(&format!("/{path}"))?;
        server.cookie = reply
            .text
            .lines()
            .find_map(|line| line.strip_prefix("set-cookie: "))
            .and_then(|line| line.split(';').next())
            .ok_or_else(|| ClientError::NoLink(format!("status {}", reply.status)))?
            .to_owned();
        Ok(server)
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// [`ClientError`] when no whole answer comes.
    pub fn get(&self, path: &str) -> Result<Reply, ClientError> {
        self.send(&format!("GET {path} HTTP/1.1\r\n{}\r\n", self.headers()))
    }

    /// Sends a form as our own page does.
    ///
    /// # Errors
    /// [`ClientError`] when no whole answer comes: then nobody was told that it is saved.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Reply, ClientError> {
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", form_value(value)))
            .collect();
        let body = pairs.join("&");
        self.send(&format!(
            "POST {path} HTTP/1.1\r\n{}Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.headers(),
            self.authority,
            body.len()
        ))
    }

    /// Host and port of its pages.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Asks for a page with whatever headers somebody sends; the session goes along.
    ///
    /// # Errors
    /// [`ClientError`] when no whole answer comes.
    pub fn ask(&self, method: &str, path: &str, headers: &str) -> Result<Reply, ClientError> {
        let cookie = &self.cookie;
        let close = "Connection: close\r\nContent-Length: 0\r\n";
        self.send(&format!(
            "{method} {path} HTTP/1.1\r\n{headers}Cookie: {cookie}\r\n{close}\r\n"
        ))
    }

    /// Asks it to end, as a log-out does, and waits until it has.
    pub fn stop(self) {
        let mut kill = Command::new("kill");
        // It may have ended by itself.
        let _ = kill.arg(self.pid().to_string()).status();
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = child.wait();
    }

    /// The number of its process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .id()
    }

    /// A handle that another thread can kill the program with.
    #[must_use]
    pub fn killer(&self) -> Killer {
        Killer(Arc::clone(&self.child))
    }

    fn headers(&self) -> String {
        format!(
            "Host: {}\r\nCookie: {}\r\nConnection: close\r\n",
            self.authority, self.cookie
        )
    }

    fn send(&self, request: &str) -> Result<Reply, ClientError> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(request.as_bytes())?;
        let mut bytes = Vec::new();
        // A connection that breaks after the status line has still acknowledged.
        let end = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        let status = text
            .split_once("\r\n")
            .and_then(|(line, _)| line.strip_prefix("HTTP/1.1 "))
            .and_then(|line| line.get(..3))
            .and_then(|digits| digits.parse().ok());
        match (status, end) {
            (Some(status), _) => Ok(Reply {
                status,
                text: text.into_owned(),
            }),
            (None, Err(error)) => Err(error.into()),
            (None, Ok(_)) => Err(ClientError::NoAnswer(text.into_owned())),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.killer().kill();
    }
}

/// Ends the program as a power switch does.
pub struct Killer(Arc<Mutex<Child>>);

impl Killer {
    /// Sends SIGKILL and waits until the program is gone.
    pub fn kill(&self) {
        let mut child = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Both fail only when the program is gone already.
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// The program with a home of its own, so that no keyring and no record of ours is touched.
pub fn command(binary: &Path, data: &Path) -> Command {
    let mut command = Command::new(binary);
    command
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HOME", data)
        .env("XDG_RUNTIME_DIR", data);
    command
}

fn start_link(child: &mut Child) -> Result<String, ClientError> {
    let mut heard = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            let link = line
                .split_whitespace()
                .find(|word| word.contains("/start?k="));
            if let Some(link) = link {
                return Ok(link.to_owned());
            }
            heard.push_str(&line);
        }
    }
    Err(ClientError::NoLink(heard))
}

/// Writes letters and digits as they are and every other byte as `%` and two digits.
fn form_value(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
