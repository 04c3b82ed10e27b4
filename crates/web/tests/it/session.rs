//! Who may see pages: the browser that took the start link, once.

use crate::browser::{ASSETS, FORMS, PAGES, Server, check_headers};

const OPEN: [&str; 8] = [
    "/keys",
    "/cards",
    "/help",
    "/help/doctor",
    "/help/safe-place",
    "/help/young",
    "/help/DE/young",
    "/away",
];

#[test]
fn without_a_session_there_is_nothing_to_see() {
    let server = Server::filled();
    let mine = server.enter();
    let value = mine.split_once('=').unwrap().1;
    let before = server.record();
    let other_end = if value.ends_with('0') { '1' } else { '0' };
    let nearly = format!("s={}{other_end}", &value[..value.len() - 1]);
    let cookies = [
        "",
        "s=",
        "s=x",
        "other=1",
        &format!("t={value}"),
        &nearly,
        &format!("s={}", &value[1..]),
    ];
    for cookie in cookies {
        for &path in PAGES {
            let answer = server.get(path, cookie);
            let expected = if OPEN.contains(&path) { 200 } else { 401 };
            assert_eq!(
                answer.status, expected,
                "{path} with '{cookie}': {answer:?}"
            );
            check_headers(&answer, path);
        }
        for path in [
            "/nothing",
            "/favicon.ico",
            "/../etc/passwd",
            "/day/2026-03-01",
            "/%2e%2e/",
        ] {
            let answer = server.get(path, cookie);
            assert_eq!(answer.status, 401, "{path} with '{cookie}': {answer:?}");
            assert!(answer.body.contains("Nothing to see here"), "{answer:?}");
        }
        for path in FORMS.iter().filter(|path| **path != "/start") {
            let answer = server.post(path, cookie, "");
            assert_eq!(answer.status, 401, "{path} with '{cookie}': {answer:?}");
            check_headers(&answer, path);
        }
    }
    for path in ASSETS {
        let answer = server.get(path, "");
        assert_eq!(answer.status, 200);
        check_headers(&answer, path);
    }
    assert_eq!(server.record(), before);
    assert_eq!(server.get("/", &mine).status, 200, "the session goes on");
}

#[test]
fn a_start_link_works_once_and_no_guess_does() {
    let server = Server::new();
    let host = [("Host", server.authority.as_str())];
    let token = server.start().split_once("k=").unwrap().1.to_owned();
    assert!(token.len() >= 32, "128 bits and more");
    for guess in [
        "",
        "x",
        &token[1..],
        &format!("{token}0"),
        &token.to_uppercase(),
        "../notes.key",
        "%00",
        "%ff",
    ] {
        let answer = server.ask(&format!("GET /start?k={guess}"), &host, b"");
        assert!([400, 401].contains(&answer.status), "{guess}: {answer:?}");
        assert!(answer.header("set-cookie").is_none(), "{guess}");
        check_headers(&answer, guess);
    }
    let twice = server.ask(&format!("GET /start?k={token}&k={token}"), &host, b"");
    assert_eq!(twice.status, 400, "{twice:?}");
    assert!(twice.body.contains("<title>Notes</title>"), "{twice:?}");
    let head = server.ask(&format!("HEAD /start?k={token}"), &host, b"");
    assert_eq!(
        head.status, 405,
        "asking for the head spends nothing: {head:?}"
    );
    let posted = server.post("/start", "", format!("k={token}"));
    assert_eq!(posted.status, 405, "{posted:?}");
    let cookie = server.enter();
    assert!(cookie.len() >= 32);
    let again = server.ask(&format!("GET {}", server.start()), &host, b"");
    assert_eq!(again.status, 401, "{again:?}");
    assert!(again.header("set-cookie").is_none());
    assert_eq!(server.get("/", &cookie).status, 200);
}

#[test]
fn leaving_a_record_without_passphrase_ends_the_session() {
    let server = Server::filled();
    let cookie = server.enter();
    let answer = server.post("/exit", &cookie, "");
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/away"))
    );
    for path in ["/", "/time", "/day", "/answers"] {
        assert_eq!(server.get(path, &cookie).status, 401, "{path}");
    }
    assert_eq!(server.get("/away", &cookie).status, 200);
}

#[test]
fn a_new_record_is_made_step_by_step_and_opens_only_with_its_passphrase() {
    let server = Server::new();
    let cookie = server.enter();
    let page = |path: &str| server.get(path, &cookie);
    // Before the record is there, every page is the first question.
    for path in ["/", "/time", "/answers", "/day"] {
        assert!(page(path).body.contains("/first-run/safety"), "{path}");
    }
    let skipped = server.post("/first-run/key", &cookie, "choice=computer");
    assert_eq!(skipped.status, 422, "the page about safety is not skipped");
    assert!(skipped.body.contains("/first-run/safety"));
    assert_eq!(server.post("/first-run/safety", &cookie, "").status, 303);
    let short = server.post(
        "/first-run/key",
        &cookie,
        "choice=passphrase&passphrase=short&again=short",
    );
    assert_eq!(short.status, 422);
    let differ = "choice=passphrase&passphrase=four+short+words&again=four+other+words";
    assert_eq!(server.post("/first-run/key", &cookie, differ).status, 422);
    assert!(page("/").body.contains("/first-run/key"));
    let good = "choice=passphrase&passphrase=four+short+words&again=four+short+words";
    assert_eq!(server.post("/first-run/key", &cookie, good).status, 303);
    assert!(page("/").body.contains("/first-run/line"));
    assert_eq!(
        server.post("/first-run/line", &cookie, "value=abc").status,
        422
    );
    assert_eq!(
        server.post("/first-run/line", &cookie, "value=101").status,
        422
    );
    assert_eq!(
        server.post("/first-run/line", &cookie, "value=60").status,
        303
    );
    assert!(page("/").body.contains("/check-in"));

    assert_eq!(server.post("/lock", &cookie, "").status, 303);
    for path in ["/", "/time", "/day", "/answers"] {
        let locked = page(path);
        assert!(
            locked.body.contains("action=\"/unlock\""),
            "{path}: {locked:?}"
        );
        assert!(!locked.body.contains("/check-in"), "{path}");
    }
    let kept = server.post("/note", &cookie, format!("key={}&words=x", "a".repeat(32)));
    assert_eq!((kept.status, kept.header("location")), (303, Some("/")));
    assert!(page("/").body.contains("action=\"/unlock\""));
    let wrong = server.post("/unlock", &cookie, "passphrase=four+short+wordz");
    assert_eq!(wrong.status, 403, "{wrong:?}");
    check_headers(&wrong, "a wrong passphrase");
    assert!(
        !wrong.body.contains("wordz"),
        "what was typed is not shown again"
    );
    assert_eq!(
        server
            .post("/unlock", &cookie, "passphrase=four+short+words")
            .status,
        303
    );
    assert!(page("/").body.contains("/check-in"));
}

/// Somebody writes for a while, and the record was locked meanwhile.
#[test]
fn what_is_sent_to_a_locked_record_is_refused_in_words_and_given_back() {
    let server = Server::with_passphrase("four gray pebbles");
    let cookie = server.enter();
    assert_eq!(server.post("/lock", &cookie, "").status, 303);
    let key = "0".repeat(32);
    let forms = [
        ("/report", format!("key={key}&questions=Grey+%3Cb%3Eherons")),
        (
            "/medicines/change",
            format!("key={key}&medicine=Grey+%3Cb%3Eherons&amount=7"),
        ),
        ("/search", format!("key={key}&words=Grey+%3Cb%3Eherons")),
    ];
    for (path, form) in forms {
        let answer = server.post(path, &cookie, &form);
        assert_eq!(answer.status, 403, "{path}: {answer:?}");
        assert!(
            answer.body.contains("this entry is NOT saved"),
            "{answer:?}"
        );
        assert!(answer.body.contains("Grey &lt;b&gt;herons"), "{answer:?}");
        assert!(answer.body.contains("action=\"/unlock\""), "{answer:?}");
        assert!(!answer.body.contains(&key), "{answer:?}");
        check_headers(&answer, path);
    }
    let answer = server.get("/", &cookie);
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(!answer.body.contains("NOT saved"), "{answer:?}");
    let answer = server.post("/unlock", &cookie, "passphrase=gray+pebbles");
    assert_eq!(answer.status, 403, "{answer:?}");
    assert!(!answer.body.contains("NOT saved"), "{answer:?}");
    let answer = server.post("/unlock", &cookie, "passphrase=four+gray+pebbles");
    assert_eq!(answer.status, 303, "{answer:?}");
}
