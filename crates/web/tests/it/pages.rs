//! What every page has in common, and what none may have.

use std::collections::BTreeSet;

use crate::browser::{ASSETS, Answer, FORMS, PAGES, Server, check_headers};

/// The values of an attribute.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!(" {name}=\"");
    html.split(&mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn check_page(answer: &Answer, what: &str) {
    check_headers(answer, what);
    assert!(
        answer
            .header("content-type")
            .unwrap()
            .starts_with("text/html"),
        "{what}"
    );
    assert!(
        answer.body.starts_with("<!DOCTYPE html>"),
        "{what}: {answer:?}"
    );
    let head = answer.body.split("</head>").next().unwrap();
    assert_eq!(head.matches("<title>").count(), 1, "{what}");
    assert!(head.contains("<title>Notes</title>"), "{what}");
    let known: BTreeSet<&str> = PAGES.iter().chain(ASSETS).chain(FORMS).copied().collect();
    for attribute in ["href", "src", "action", "formaction"] {
        for address in values(&answer.body, attribute) {
            let is_card = (address.strip_prefix("/cards/"))
                .is_some_and(|number| number.parse::<u16>().is_ok());
            let is_inside = address.starts_with('#') || is_card || is_numbered(address);
            // A country's page has its two letters for an address: it works without a session.
            let letters = address.strip_prefix("/help/").unwrap_or_default();
            let letters = letters.strip_suffix("/young").unwrap_or(letters);
            let is_country =
                letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
            assert!(
                is_inside || is_country || known.contains(address),
                "{what} has the address {address}"
            );
        }
    }
    for wrong in [
        "style=\"",
        "onclick",
        "javascript:",
        "<script>",
        "http-equiv=\"set-cookie",
    ] {
        assert!(!answer.body.contains(wrong), "{what} has {wrong}");
    }
    // A text without words shows as its name in brackets, a missing value in braces.
    let words = text_of(&answer.body);
    for part in words.split(['[', '{']).skip(1) {
        assert!(!part.contains([']', '}']), "{what}: {part}");
    }
}

/// What can be tried and the pages of the course have numbers, as cards do.
fn is_numbered(address: &str) -> bool {
    let begins = ["/try/", "/course/"];
    let rest = begins.iter().find_map(|begin| address.strip_prefix(begin));
    rest.is_some_and(|rest| {
        let (number, part) = rest.split_once('/').unwrap_or((rest, ""));
        let parts = ["", "begin", "session", "experiment"];
        number.parse::<u16>().is_ok() && parts.contains(&part)
    })
}

/// What stands between the tags.
fn text_of(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let parts = body
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_is_called_notes_and_leads_only_to_plain_addresses() {
    let server = Server::filled();
    let cookie = server.enter();
    for &path in PAGES {
        let answer = server.get(path, &cookie);
        assert_eq!(answer.status, 200, "{path}");
        check_page(&answer, path);
    }
    for range in ["week", "month", "year", "all"] {
        let answer = server.post("/time", &cookie, format!("range={range}&at=2025-02-03"));
        assert_eq!(answer.header("location"), Some("/time"));
        check_page(&server.get("/time", &cookie), range);
    }
    let away = server.get("/away", "").body;
    for word in ["check-in", "numb", "feel", "/time"] {
        assert!(!away.contains(word), "the empty sheet says {word}");
    }
    for path in ["/", "/time"] {
        check_page(&Server::new().get(path, ""), "a page without session");
    }
}

/// Every address of a card that the list of cards names.
fn card_addresses(server: &Server) -> Vec<String> {
    let list = server.get("/cards", "");
    let all = values(&list.body, "href");
    let cards: Vec<String> = (all.into_iter())
        .filter(|address| address.starts_with("/cards/"))
        .map(str::to_owned)
        .collect();
    assert!(cards.len() >= 17, "{cards:?}");
    cards
}

#[test]
fn cards_are_open_without_a_record_and_lead_nowhere_else() {
    let server = Server::new();
    for address in card_addresses(&server) {
        let answer = server.get(&address, "");
        assert_eq!(answer.status, 200, "{address}");
        check_page(&answer, &address);
        for needed in ["action=\"/exit\"", "href=\"/help\"", "href=\"/cards\""] {
            assert!(answer.body.contains(needed), "{address} lacks {needed}");
        }
        let words = text_of(&answer.body);
        assert!(words.contains("Where this comes from"), "{words}");
        assert!(
            words.contains("2026-11-24"),
            "{address} does not say when it was checked"
        );
    }
    for wrong in [
        "/cards/0",
        "/cards/999",
        "/cards/medicines",
        "/cards/1/2",
        "/cards/",
    ] {
        let answer = server.get(wrong, "");
        assert_eq!(answer.status, 404, "{wrong}");
        check_page(&answer, wrong);
    }
}

#[test]
fn answers_lead_to_what_is_known_about_their_question() {
    let server = Server::filled();
    let cookie = server.enter();
    let page = server.get("/answers", &cookie).body;
    let (_, rest) = page.split_once("id=\"answer-medication_change\"").unwrap();
    let medicine = rest.split("</section>").next().unwrap();
    let link = values(medicine, "href").pop().unwrap();
    let card = server.get(link, &cookie).body;
    assert!(
        card.contains("Do not stop or change a medicine on your own."),
        "{card}"
    );
}

#[test]
fn wherever_a_form_leads_the_address_says_nothing() {
    let server = Server::filled();
    let cookie = server.enter();
    for &path in FORMS {
        if ["/exit", "/lock"].contains(&path) {
            continue;
        }
        let answer = server.post(path, &cookie, "at=2025-02-03&range=week&value=50");
        if let Some(to) = answer.header("location") {
            let is_plain = PAGES.contains(&to) || is_numbered(to);
            assert!(is_plain, "{path} leads to {to}");
        }
        check_headers(&answer, path);
    }
}

#[test]
fn every_kind_of_refusal_wears_the_headers_and_is_a_page() {
    let server = Server::filled();
    let cookie = server.enter();
    let host = ("Host", server.authority.as_str());
    let from = [
        host,
        ("Cookie", cookie.as_str()),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let with = |kind: (&'static str, &'static str)| [&from[..], &[kind]].concat();
    let long = vec![b'a'; 3_000_000];
    let cases: [(u16, Answer); 8] = [
        (404, server.get("/nothing", &cookie)),
        (404, server.post("/nothing", &cookie, "x=1")),
        (405, server.get("/lock", &cookie)),
        (405, server.post("/answers", &cookie, "x=1")),
        (413, server.ask("POST /note", &with(form), &long)),
        (
            415,
            server.ask(
                "POST /note",
                &with(("Content-Type", "application/json")),
                b"{}",
            ),
        ),
        (415, server.ask("POST /note", &from, b"key=1")),
        (422, server.post("/note", &cookie, "words=x")),
    ];
    for (status, answer) in cases {
        assert_eq!(answer.status, status, "{answer:?}");
        check_page(&answer, &status.to_string());
    }
    let typed = [
        ("Host", "evil.test"),
        ("Sec-Fetch-Site", "none"),
        ("Sec-Fetch-Mode", "navigate"),
    ];
    let wrong = server.ask("GET /", &typed, b"");
    assert_eq!(wrong.status, 421);
    check_headers(&wrong, "421");
    let unsaid = server.ask("POST /lock", &[host], b"");
    assert_eq!(unsaid.status, 403);
    check_headers(&unsaid, "403");
    let stranger = server.get("/", "");
    assert_eq!(stranger.status, 401);
    check_page(&stranger, "401");
    let head = server.ask("HEAD /", &from, b"");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    check_headers(&head, "HEAD");
}

#[test]
fn reading_never_changes_the_record() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = server.record();
    let paths = PAGES.iter().chain(ASSETS).chain(FORMS).copied();
    for path in paths.chain([
        "/start?k=x",
        "/?value=50&key=1",
        "/day?at=2025-01-01",
        "/time?range=all",
    ]) {
        for method in ["GET", "HEAD"] {
            let headers = [
                ("Host", server.authority.as_str()),
                ("Cookie", cookie.as_str()),
                ("Sec-Fetch-Site", "none"),
            ];
            let query = "key=0123456789abcdef0123456789abcdef&value=50&words=x&at=2025-02-03";
            let separator = if path.contains('?') { '&' } else { '?' };
            let answer = server.ask(&format!("{method} {path}{separator}{query}"), &headers, b"");
            assert!(
                answer.status < 500 && answer.status >= 200,
                "{method} {path}: {answer:?}"
            );
        }
    }
    assert_eq!(server.record(), before);
    assert_eq!(
        server.get("/", &cookie).status,
        200,
        "nothing was locked or left"
    );
}

#[test]
fn words_of_a_person_are_shown_as_words() {
    let server = Server::filled();
    let cookie = server.enter();
    let key = server.get("/", &cookie).input("key");
    let evil = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%20onload%3D%22x%26%23x27%3B";
    let answer = server.post("/note", &cookie, format!("key={key}&words={evil}"));
    assert_eq!(answer.status, 303, "{answer:?}");
    let event = format!("key={}&at=2025-02-03&label={evil}", "b".repeat(32));
    assert_eq!(server.post("/day/event", &cookie, event).status, 303);
    let day = server.get("/day", &cookie);
    assert!(day.body.contains("&lt;script&gt;alert(1)"), "{}", day.body);
    server.post("/time", &cookie, "range=month&at=2025-02-03");
    for path in ["/", "/day", "/time", "/answers"] {
        let body = server.get(path, &cookie).body;
        assert!(
            !body.contains("<script>") && !body.contains("\" onload="),
            "{path}"
        );
    }
}
