//! Forms that no page of ours sends: each is answered with a page, and none with our own mistake.

use crate::browser::{FORMS, Server, check_headers};

fn refuse(server: &Server, cookie: &str, path: &str, form: &[u8]) {
    let answer = server.post(path, cookie, form);
    let shown = String::from_utf8_lossy(&form[..form.len().min(80)]).into_owned();
    assert!(
        (400..500).contains(&answer.status),
        "{path} with {shown}: {answer:?}"
    );
    assert!(
        answer.body.contains("<title>Notes</title>"),
        "{path} with {shown}: {answer:?}"
    );
    check_headers(&answer, path);
}

#[test]
fn a_form_that_lacks_what_it_needs_is_refused_with_a_page() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = server.record();
    let key = "0123456789abcdef0123456789abcdef";
    let cases = [
        ("/check-in", String::new()),
        ("/check-in", format!("key={key}")),
        ("/check-in", format!("key={key}&item=tension")),
        ("/check-in", format!("key={key}&item=nothing&value=5")),
        (
            "/check-in",
            format!("key={key}&item=feeling_strength&value=101"),
        ),
        (
            "/check-in",
            format!("key={key}&item=feeling_strength&value=-1"),
        ),
        (
            "/check-in",
            format!("key={key}&item=feeling_strength&value=NaN"),
        ),
        (
            "/check-in",
            format!("key={key}&item=feeling_strength&value=1e999"),
        ),
        (
            "/check-in",
            format!("key={key}&item=feeling_strength&value=a"),
        ),
        (
            "/check-in",
            "key=x&item=feeling_strength&value=5".to_owned(),
        ),
        (
            "/check-in",
            format!("key={key}&key={key}&item=feeling_strength&value=5"),
        ),
        ("/flicker", String::new()),
        ("/flicker", format!("key={key}&strength=huge")),
        (
            "/flicker",
            format!("key={key}&strength=clear&word={}", "w".repeat(5000)),
        ),
        ("/note", format!("key={key}&words=")),
        ("/note", format!("key={key}&words=+++")),
        ("/note", "words=x".to_owned()),
        ("/undo", String::new()),
        ("/undo", "key=".to_owned()),
        ("/time", "range=decade".to_owned()),
        ("/time", "range=week&at=2025-02-30".to_owned()),
        ("/time", "at=yesterday".to_owned()),
        ("/day", String::new()),
        ("/day", "at=2025-13-01".to_owned()),
        ("/day", "at=9999-01-01".to_owned()),
        ("/day", "at=-1".to_owned()),
    ];
    for (path, form) in cases {
        refuse(&server, &cookie, path, form.as_bytes());
    }
    assert_eq!(server.record(), before);
}

#[test]
fn what_cannot_have_been_on_a_day_is_refused_with_a_page() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = server.record();
    let key = "0123456789abcdef0123456789abcdef";
    let day = [
        ("/day/check-in", "at=2025-02-03&clock=12:00&value=101"),
        ("/day/check-in", "at=2025-02-03&clock=25:00&value=50"),
        ("/day/check-in", "at=2025-02-03&clock=&value=50"),
        ("/day/check-in", "at=&clock=12:00&value=50"),
        ("/day/check-in", "at=2199-02-03&clock=12:00&value=50"),
        ("/day/event", "at=2025-02-03&label="),
        ("/day/event", "at=2025-02-03&label=x&until=2025-02-01"),
        ("/day/event", "at=2025-02-31&label=x"),
        ("/day/sleep", "at=2025-02-03&from=&to="),
        ("/day/sleep", "at=2025-02-03&from=23:00&to=07:00&awake=9999"),
        ("/day/sleep", "at=2025-02-03&from=23:00&to=07:00&awake=x"),
        ("/day/note", "at=2025-02-03&words="),
        ("/day/note", "at=nonsense&words=x"),
    ];
    for (path, form) in day {
        refuse(
            &server,
            &cookie,
            path,
            format!("key={key}&{form}").as_bytes(),
        );
        refuse(&server, &cookie, path, form.as_bytes());
    }
    assert_eq!(server.record(), before);
}

#[test]
fn bytes_that_are_no_text_are_refused_and_nothing_is_guessed() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = server.record();
    let key = "key=0123456789abcdef0123456789abcdef";
    // These read nothing of what is sent.
    let deaf = [
        "/lock",
        "/exit",
        "/idle",
        "/typed/back",
        "/go-on",
        "/seen-loss",
        "/line/undo",
        "/first-run/safety",
        "/ground",
        "/try/2/begin",
        "/report/save",
        "/backup/save",
        "/backup/prove",
        "/backup/stop",
        "/backup/sheet/new",
        "/report/save-fhir",
        "/data/keep",
        "/data/leave",
        "/held/leave",
    ];
    for path in FORMS.iter().filter(|path| !deaf.contains(path)) {
        let raw = [key.as_bytes(), b"&words=\xff\xfe&label=\xff&at=2025-02-03"].concat();
        refuse(&server, &cookie, path, &raw);
        refuse(
            &server,
            &cookie,
            path,
            format!("{key}&words=%ff%C3&at=2025-02-03").as_bytes(),
        );
        let long = [key.as_bytes(), b"&words=", &vec![b'a'; 3_000_000]].concat();
        refuse(&server, &cookie, path, &long);
    }
    assert_eq!(server.record(), before);
    // What is text is kept, whatever its script; a lone per cent sign is one.
    let words = format!("{key}&words=%C3%9Cber+100%+%F0%9F%8C%A7&at=");
    assert_eq!(server.post("/note", &cookie, words).status, 303);
    let day = server.get("/day", &cookie).body;
    assert!(day.contains("Über 100% 🌧"), "{day}");
}

/// How many entries the record has.
fn n_entries(server: &Server) -> usize {
    let words = server.record().0;
    words.split(' ').find_map(|word| word.parse().ok()).unwrap()
}

fn key(digit: &str) -> String {
    digit.repeat(32)
}

#[test]
fn a_form_that_is_sent_twice_is_kept_once() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = n_entries(&server);
    let forms = [
        (
            "/flicker",
            format!("key={}&strength=clear&word=warm", key("1")),
        ),
        ("/note", format!("key={}&words=Rain.", key("2"))),
        (
            "/day/event",
            format!("key={}&at=2025-02-03&label=A+walk", key("3")),
        ),
        (
            "/day/sleep",
            format!("key={}&at=2025-02-03&from=23:00&to=07:00&awake=", key("4")),
        ),
        (
            "/day/check-in",
            format!("key={}&at=2025-02-03&clock=12:00&value=50", key("5")),
        ),
        (
            "/day/note",
            format!("key={}&at=2025-02-03&words=Sun.", key("6")),
        ),
    ];
    for (path, form) in &forms {
        for _ in 0..3 {
            let answer = server.post(path, &cookie, form);
            assert_eq!(answer.status, 303, "{path}: {answer:?}");
        }
    }
    assert_eq!(n_entries(&server), before + forms.len());
    server.get("/", &cookie);
    // The question of a page that is shown again through 'back' is answered once, not twice.
    let page = server.get("/", &cookie);
    let answer = format!("key={}&item={}", page.input("key"), page.input("item"));
    for value in ["10", "20", "30"] {
        let sent = server.post("/check-in", &cookie, format!("{answer}&value={value}"));
        assert_eq!(sent.status, 303, "{sent:?}");
    }
    assert_eq!(n_entries(&server), before + forms.len() + 1);
}

#[test]
fn going_back_to_a_form_changes_what_it_kept_and_nothing_else() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = n_entries(&server);
    let note = format!("key={}&at=2025-02-03&words=Sun.", key("6"));
    let flicker = format!("key={}&strength=clear&word=warm", key("1"));
    for (path, form) in [
        ("/flicker", flicker),
        ("/note", format!("key={}&words=Rain.", key("2"))),
        ("/day/note", note.clone()),
    ] {
        assert_eq!(server.post(path, &cookie, form).status, 303);
    }
    // What was changed after going back to its form takes the place of what was there.
    let changed = format!("key={}&words=Rain+and+wind.", key("2"));
    assert_eq!(server.post("/note", &cookie, changed).status, 303);
    let day = server.get("/day", &cookie).body;
    assert!(
        day.contains("Rain and wind.") && !day.contains("Rain.<"),
        "{day}"
    );
    // Taken out twice is taken out; what never was here is not said to be gone.
    for _ in 0..2 {
        assert_eq!(
            server
                .post("/undo", &cookie, format!("key={}", key("6")))
                .status,
            303
        );
    }
    assert!(server.get("/", &cookie).body.contains("It is taken out."));
    assert_eq!(n_entries(&server), before + 2);
    server.post("/undo", &cookie, format!("key={}", key("9")));
    assert!(!server.get("/", &cookie).body.contains("It is taken out."));
    assert_eq!(server.post("/day/note", &cookie, &note).status, 303);
    assert_eq!(
        n_entries(&server),
        before + 3,
        "sent again after it was taken out, it is back"
    );
    // The key of one thing does not open the place of another.
    for form in [
        format!("key={}&item=feeling_strength&value=50", key("2")),
        format!("key={}&item=feeling_strength&value=50", key("1")),
    ] {
        refuse(&server, &cookie, "/check-in", form.as_bytes());
    }
    refuse(
        &server,
        &cookie,
        "/note",
        format!("key={}&words=x", key("1")).as_bytes(),
    );
    assert_eq!(n_entries(&server), before + 3);
}
