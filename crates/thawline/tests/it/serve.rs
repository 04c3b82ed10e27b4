//! The server as a process: one for each record, and no second one.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::place::Place;

/// A running server; it is stopped with the test.
struct Server {
    child: Child,
    link: String,
}

impl Server {
    fn start(place: &Place, words: &[&str]) -> Self {
        let mut command = place.command(&[words, &["--no-open"][..]].concat());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut link = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut link)
            .unwrap();
        let link = link.trim().to_owned();
        assert!(
            link.starts_with("http://n") && link.contains(".localhost:"),
            "{link}"
        );
        Self { child, link }
    }

    fn authority(&self) -> &str {
        self.link
            .strip_prefix("http://")
            .unwrap()
            .split('/')
            .next()
            .unwrap()
    }

    fn get(&self, path: &str) -> String {
        let port = self.authority().rsplit(':').next().unwrap();
        let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
        let host = self.authority();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks it to stop, and gives its exit code.
    fn stop(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        std::process::Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_second_server_on_the_same_record_is_refused_and_the_first_goes_on() {
    let place = Place::new();
    place.run(&["log", "40", "--today", "2026-03-01"]).done();
    let first = Server::start(&place, &["serve"]);
    let err = place.run(&["serve", "--no-open", "--port", "1"]).refused(2);
    assert!(err.contains("this record is open in another copy"), "{err}");
    assert!(err.contains("stop the other copy"), "{err}");
    // Without a port of its own, a second start leads to the window of the first.
    let link = place.run(&["serve", "--no-open"]).done();
    let (authority, path) = link
        .trim()
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    assert_eq!(authority, first.authority());
    assert!(first.get(&format!("/{path}")).starts_with("HTTP/1.1 200"));
    assert!(
        first.get(&format!("/{path}")).starts_with("HTTP/1.1 401"),
        "a link works once"
    );
    assert!(first.get("/help").starts_with("HTTP/1.1 200"));
    // A check-in from the terminal is taken while pages are served.
    place.run(&["log", "40", "--today", "2026-03-02"]).done();
    assert_eq!(first.stop(), Some(0));
    assert_eq!(place.n_entries(), 2);
    let again = Server::start(&place, &["serve"]);
    assert!(again.get("/help").starts_with("HTTP/1.1 200"));
    assert_eq!(again.stop(), Some(0));
}

#[test]
fn a_taken_port_is_told_with_what_to_do() {
    let place = Place::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let err = place
        .run(&["serve", "--no-open", "--port", &port])
        .refused(4);
    assert!(err.contains(&port) && err.contains("--port"), "{err}");
}

#[test]
fn the_example_is_marked_and_leaves_nothing_behind() {
    let place = Place::new();
    let temporary = place.path().join("tmp");
    std::fs::create_dir(&temporary).unwrap();
    let mut command = place.command(&["demo", "--no-open"]);
    command.env("TMPDIR", &temporary);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut link = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut link)
        .unwrap();
    let server = Server {
        child,
        link: link.trim().to_owned(),
    };
    let path = server
        .link
        .split_once(".localhost:")
        .unwrap()
        .1
        .split_once('/')
        .unwrap()
        .1
        .to_owned();
    let start = server.get(&format!("/{path}"));
    assert!(start.starts_with("HTTP/1.1 200"), "{start}");
    assert!(std::fs::read_dir(&temporary).unwrap().next().is_some());
    assert_eq!(server.stop(), Some(0));
    assert!(
        std::fs::read_dir(&temporary).unwrap().next().is_none(),
        "the place is gone"
    );
    assert!(!place.data().exists(), "the own record is not touched");
}
