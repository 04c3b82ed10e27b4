//! Who may see pages: one browser, by a one-time link.
//!
//! The link's token is good for one use within a minute. It becomes a cookie that is good until
//! the program stops or the person leaves. The cookie belongs to a host name drawn anew at each
//! start, so a program on another local port is never sent it. Refuses to keep either on disk.

use std::time::{Duration, Instant};

/// How long a start link is good for.
pub const LINK_GOOD_FOR: Duration = Duration::from_secs(60);

/// Name of the cookie; says nothing about the program.
pub const COOKIE: &str = "s";

/// The start link and the sessions of this run.
#[derive(Debug)]
pub struct Sessions {
    links: Vec<(String, Instant)>,
    cookies: Vec<String>,
}

impl Sessions {
    /// No link and no session.
    pub const fn new() -> Self {
        Self {
            links: Vec::new(),
            cookies: Vec::new(),
        }
    }

    /// Remembers the token of a new start link.
    pub fn offer(&mut self, token: String, now: Instant) {
        self.links.retain(|(_, until)| *until > now);
        self.links.push((token, now + LINK_GOOD_FOR));
    }

    /// Takes a start link; the same one is refused the second time.
    pub fn redeem(&mut self, token: &str, now: Instant) -> bool {
        let is_it = |(known, until): &(String, Instant)| *until > now && is_same(known, token);
        let Some(idx) = self.links.iter().position(is_it) else {
            return false;
        };
        self.links.swap_remove(idx);
        true
    }

    /// Opens a session under this cookie value.
    pub fn begin(&mut self, cookie: String) {
        self.cookies.push(cookie);
    }

    /// Whether this cookie value has a session.
    pub fn knows(&self, cookie: &str) -> bool {
        self.cookies.iter().any(|known| is_same(known, cookie))
    }

    /// Ends every session.
    pub fn end_all(&mut self) {
        self.cookies.clear();
    }
}

/// Compares two secrets in a time that does not depend on where they differ.
fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.bytes()
            .zip(b.bytes())
            .fold(0, |diff, (x, y)| diff | (x ^ y))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_link_works_once_and_for_a_minute() {
        let now = Instant::now();
        let mut sessions = Sessions::new();
        sessions.offer("a".repeat(64), now);
        sessions.offer("b".repeat(64), now);
        assert!(!sessions.redeem("", now));
        assert!(!sessions.redeem(&"c".repeat(64), now));
        assert!(sessions.redeem(&"a".repeat(64), now));
        assert!(!sessions.redeem(&"a".repeat(64), now));
        assert!(!sessions.redeem(&"b".repeat(64), now + LINK_GOOD_FOR));
    }

    #[test]
    fn leaving_ends_every_session() {
        let mut sessions = Sessions::new();
        sessions.begin("x".repeat(64));
        assert!(sessions.knows(&"x".repeat(64)));
        sessions.end_all();
        assert!(!sessions.knows(&"x".repeat(64)));
    }
}
