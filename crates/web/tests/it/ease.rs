//! The search, what was taken out, the keys, and what was sent to a locked record.

use crate::browser::Server;

fn key(digit: &str) -> String {
    digit.repeat(32)
}

#[test]
fn what_is_looked_for_stands_on_the_page_and_in_no_address_or_title() {
    let server = Server::filled();
    let cookie = server.enter();
    let note = format!("key={}&words=a+heron+%26+%3Cb%3E&at=", key("1"));
    assert_eq!(server.post("/note", &cookie, note).status, 303);
    let answer = server.post("/search", &cookie, "words=h%C3%A9r");
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/search"))
    );
    let page = server.get("/search", &cookie).body;
    assert!(page.contains("One note has these words."), "{page}");
    assert!(
        page.contains("a <mark>heron</mark> &amp; &lt;b&gt;"),
        "{page}"
    );
    assert!(page.contains("<title>Notes</title>") && page.contains("value=\"hér\""));
    assert!(
        server
            .get("/time", &cookie)
            .body
            .contains("action=\"/search\"")
    );
    // An address with words is no way to ask.
    assert!(
        !server
            .get("/search?words=mood", &cookie)
            .body
            .contains("mood")
    );
    let refused = server.post("/search", &cookie, "words=%3F%21");
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("role=\"alert\"") && refused.body.contains("value=\"?!\""));
    server.post("/search", &cookie, "words=");
    assert!(!server.get("/search", &cookie).body.contains("<mark>"));
}

#[test]
fn what_was_taken_out_is_put_back_or_ended_on_its_page() {
    let server = Server::filled();
    let cookie = server.enter();
    for digit in ["1", "2"] {
        let note = format!("key={}&words=heron+{digit}&at=", key(digit));
        assert_eq!(server.post("/note", &cookie, note).status, 303);
        let out = format!("key={}&from=day", key(digit));
        assert_eq!(server.post("/undo", &cookie, out).status, 303);
    }
    assert!(
        server
            .get("/day", &cookie)
            .body
            .contains("href=\"/removed\"")
    );
    let page = server.get("/removed", &cookie).body;
    assert!(page.contains("heron 1") && page.contains("heron 2"));
    let back = server.post("/removed/put-back", &cookie, format!("id={}", key("1")));
    assert_eq!(
        (back.status, back.header("location")),
        (303, Some("/removed"))
    );
    assert!(server.get("/day", &cookie).body.contains("heron 1"));
    assert_eq!(
        server
            .post("/removed/end", &cookie, format!("id={}", key("2")))
            .status,
        303
    );
    let page = server.get("/removed", &cookie).body;
    assert!(page.contains("gone for good") && !page.contains("heron"));
    assert_eq!(server.post("/removed/end", &cookie, "id=none").status, 422);
}

#[test]
fn the_keys_stand_on_a_page_that_every_page_leads_to() {
    let server = Server::filled();
    let cookie = server.enter();
    for path in ["/", "/time", "/help", "/nowhere"] {
        assert!(
            server.get(path, &cookie).body.contains("href=\"/keys\""),
            "{path}"
        );
    }
    let page = server.get("/keys", "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<kbd>0 to 9</kbd>"), "{}", page.body);
}

#[test]
fn what_is_sent_to_a_locked_record_waits_for_the_passphrase_and_for_a_press() {
    let server = Server::under("four gray pebbles");
    let cookie = server.enter();
    let n_before = server.get("/day", &cookie).body.matches("<li>").count();
    server.post("/lock", &cookie, "");
    let note = format!("key={}&words=a+heron+%26+more%0Aof+it&at=", key("1"));
    let sent = server.post("/note", &cookie, note);
    assert_eq!((sent.status, sent.header("location")), (303, Some("/")));
    for path in ["/", "/held", "/day"] {
        let page = server.get(path, &cookie).body;
        assert!(
            page.contains("action=\"/unlock\"") && !page.contains("heron"),
            "{path}"
        );
    }
    assert_eq!(
        server
            .post("/unlock", &cookie, "passphrase=other+words+here")
            .status,
        403
    );
    let open = server.post("/unlock", &cookie, "passphrase=four+gray+pebbles");
    assert_eq!(open.header("location"), Some("/held"));
    let page = server.get("/held", &cookie).body;
    assert!(
        page.contains("value=\"a heron &amp; more\nof it\""),
        "{page}"
    );
    let day = server.get("/day", &cookie).body;
    assert_eq!(
        day.matches("<li>").count(),
        n_before,
        "nothing is kept unasked"
    );
    let note = format!("key={}&words=a+heron+%26+more%0Aof+it&at=", key("1"));
    for _ in 0..2 {
        assert_eq!(
            server
                .post("/note", &cookie, note.clone())
                .header("location"),
            Some("/")
        );
    }
    assert_eq!(
        server
            .get("/day", &cookie)
            .body
            .matches("a heron &amp; more")
            .count(),
        1
    );
    assert_eq!(
        server.get("/held", &cookie).header("location"),
        Some("/"),
        "it waits no longer"
    );
    // Who leaves takes it along.
    server.post("/lock", &cookie, "");
    let note = format!("key={}&words=an+egret&at=", key("2"));
    server.post("/note", &cookie, note);
    server.post("/exit", &cookie, "");
    let open = server.post("/unlock", &cookie, "passphrase=four+gray+pebbles");
    assert_eq!(open.header("location"), Some("/"));
}

#[test]
fn each_form_of_words_waits_for_the_passphrase() {
    let server = Server::under("four gray pebbles");
    let cookie = server.enter();
    for path in [
        "/note",
        "/day/note",
        "/day/event",
        "/day/sleep",
        "/day/check-in",
        "/events/add",
        "/events/contact",
        "/medicines/add",
        "/plan",
        "/sheet",
    ] {
        server.post("/lock", &cookie, "");
        let form = format!("key={}&at=&words=a+heron", key("3"));
        let sent = server.post(path, &cookie, form);
        assert_eq!(
            (sent.status, sent.header("location")),
            (303, Some("/")),
            "{path}"
        );
        let open = server.post("/unlock", &cookie, "passphrase=four+gray+pebbles");
        assert_eq!(open.header("location"), Some("/held"), "{path}");
        let page = server.get("/held", &cookie).body;
        assert!(page.contains(&format!("action=\"{path}\"")), "{page}");
        assert!(page.contains("a heron"), "{page}");
        server.post("/held/leave", &cookie, "");
    }
}
