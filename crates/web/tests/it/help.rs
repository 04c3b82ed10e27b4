//! Help as a browser gets it: locked, without a session, with an unknown country, and small.

use crate::browser::{Answer, FORMS, PAGES, Server, check_headers};

/// Most bytes of a help page.
const BYTES_MAX: usize = 30 << 10;

fn page(server: &Server, path: &str, cookie: &str) -> Answer {
    let answer = server.get(path, cookie);
    assert_eq!(answer.status, 200, "{path}: {answer:?}");
    check_headers(&answer, path);
    answer
}

#[test]
fn help_needs_no_session_no_record_and_thirty_kilobytes() {
    let empty = Server::new();
    let filled = Server::filled();
    let locked = Server::filled();
    let cookie = locked.enter();
    // Without a passphrase, locking ends the session.
    assert_eq!(locked.post("/lock", &cookie, "").status, 303);
    assert_eq!(locked.get("/", &cookie).status, 401);
    let codes: Vec<String> = (page(&empty, "/help", "").body)
        .split("href=\"/help/")
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .filter(|code| code.len() == 2)
        .collect();
    assert!(codes.len() >= 45, "{codes:?}");
    let mut largest = 0;
    for server in [&empty, &filled, &locked] {
        for path in [
            "/help",
            "/help/doctor",
            "/help/safe-place",
            "/help/IE",
            "/help/TR",
        ] {
            let body = page(server, path, "").body;
            assert!(body.len() <= BYTES_MAX, "{path}: {} bytes", body.len());
            assert!(
                !body.contains("action=\"/help/keep\""),
                "{path} keeps without a session"
            );
            assert!(!body.contains("href=\"/plan\""), "{path}");
        }
    }
    for code in codes {
        let body = page(&empty, &format!("/help/{code}"), "").body;
        largest = largest.max(body.len());
        assert!(body.contains("class=\"number\""), "{code} has no number");
        assert!(body.len() <= BYTES_MAX, "{code}: {} bytes", body.len());
    }
    println!("largest page of a country: {largest} bytes");
}

#[test]
fn a_country_shows_its_numbers_and_which_to_check() {
    let server = Server::new();
    let ireland = page(&server, "/help/IE", "").body;
    for words in [
        "116 123",
        "Samaritans",
        "HELLO to 50808",
        "1800 341 900",
        "Seen on 17 Oct 2025",
    ] {
        assert!(ireland.contains(words), "{words}");
    }
    assert!(
        ireland.contains("Check this number"),
        "Childline has one source"
    );
    assert!(ireland.contains("github.com/gregdetre/healthyselfjournal"));
    // The numbers to call come before everything else.
    let at = |words: &str| ireland.find(words).unwrap();
    assert!(at(">112<") < at("Samaritans") && at("Samaritans") < at("All countries"));
    let turkey = page(&server, "/help/TR", "").body;
    assert!(turkey.contains(">112<") && turkey.contains("We know no line here"));
    assert!(!turkey.contains("Check this number"));
    // Small letters and names are found as well.
    for other in ["/help/ie", "/help/Ireland", "/help/United%20Kingdom"] {
        page(&server, other, "");
    }
}

#[test]
fn an_unknown_country_is_answered_with_the_list_and_what_to_do() {
    let server = Server::new();
    for path in [
        "/help/ZZ",
        "/help/Atlantis",
        "/help/%3Cscript%3E",
        "/help/%00",
        "/help/..",
    ] {
        let answer = server.get(path, "");
        assert!([400, 404].contains(&answer.status), "{path}: {answer:?}");
        check_headers(&answer, path);
        assert!(!answer.body.contains("<script>"), "{path}");
        if answer.status == 404 {
            assert!(
                answer.body.contains("We have no lines for that place."),
                "{path}"
            );
            assert!(answer.body.contains("href=\"/help/IE\""), "{path}");
            assert!(answer.body.contains("In danger, call"), "{path}");
        }
    }
}

#[test]
fn a_country_is_kept_only_on_request_and_can_be_forgotten() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = page(&server, "/help", &cookie).body;
    assert!(
        !before.contains("action=\"/help/keep\""),
        "nothing is picked yet"
    );
    let picked = page(&server, "/help/IE", &cookie).body;
    assert!(picked.contains("Show this first next time"));
    // Looking at a country keeps nothing.
    assert_eq!(page(&server, "/help", &cookie).body, before);
    let refused = server.post("/help/keep", &cookie, "country=ZZ");
    assert_eq!(refused.status, 422);
    check_headers(&refused, "an unknown country");
    for wrong in ["country=ie", "country=..", "country=%3Cb%3E"] {
        assert_eq!(
            server.post("/help/keep", &cookie, wrong).status,
            422,
            "{wrong}"
        );
    }
    assert_eq!(page(&server, "/help", &cookie).body, before);
    let kept = server.post("/help/keep", &cookie, "country=IE");
    assert_eq!((kept.status, kept.header("location")), (303, Some("/help")));
    // Also without a session, and after another country was looked at.
    page(&server, "/help/DE", &cookie);
    assert!(page(&server, "/help", "").body.contains("Samaritans"));
    assert_eq!(server.post("/help/keep", &cookie, "country=").status, 303);
    assert_eq!(page(&server, "/help", &cookie).body, before);
}

#[test]
fn help_is_one_step_from_every_page() {
    let server = Server::filled();
    let cookie = server.enter();
    let link = "href=\"/help\"";
    for path in PAGES.iter().copied().filter(|path| *path != "/away") {
        assert!(server.get(path, &cookie).body.contains(link), "{path}");
        assert!(
            server.get(path, "").body.contains(link),
            "{path} without a session"
        );
    }
    // Also where something went wrong.
    assert!(server.get("/nowhere", &cookie).body.contains(link));
    // What ends the session, and what answers with a file.
    let no_page = [
        "/exit",
        "/lock",
        "/idle",
        "/typed/back",
        "/report/save",
        "/report/save-fhir",
        "/backup/save",
        "/data/save",
    ];
    for path in FORMS.iter().copied().filter(|path| !no_page.contains(path)) {
        let answer = server.post(path, &cookie, "x=1");
        assert!(answer.status == 303 || answer.body.contains(link), "{path}");
    }
    assert_eq!(server.post("/lock", &cookie, "").status, 303);
    assert!(server.get("/", &cookie).body.contains(link));
}

#[test]
fn under_18_is_one_press_from_help_and_shows_young_lines_first() {
    let server = Server::new();
    assert!(
        page(&server, "/help", "")
            .body
            .contains("href=\"/help/young\"")
    );
    let germany = page(&server, "/help/DE", "").body;
    assert!(germany.contains("href=\"/help/DE/young\""));
    let young = page(&server, "/help/DE/young", "").body;
    let at = |words: &str| {
        young
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {young}"))
    };
    assert!(at(">112<") < at("Nummer gegen Kummer"));
    assert!(at("Nummer gegen Kummer") < at("Tell a grown-up"));
    assert!(at("Tell a grown-up") < at("TelefonSeelsorge"));
    assert!(young.contains("href=\"/help/DE\""), "and back");
    // Without a country the list leads on to pages for the young.
    let list = page(&server, "/help/young", "").body;
    assert!(list.contains("href=\"/help/DE/young\"") && list.contains("116 111"));
    // A place with lines, and none for the young, says so; a place without any says that.
    let turkey = page(&server, "/help/TR/young", "").body;
    assert!(turkey.contains("Tell a grown-up") && turkey.contains("We know no line here"));
    assert_eq!(server.get("/help/ZZ/young", "").status, 404);
}

#[test]
fn a_record_of_somebody_under_18_turns_help_around_for_its_own_session_alone() {
    let server = Server::filled();
    let cookie = server.enter();
    let key = |page: &str| {
        let body = server.get(page, &cookie).body;
        let rest = body.split("name=\"key\" value=\"").nth(1).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let is_first = |body: &str| {
        let young = body.find("If you are a child or a teen").unwrap();
        let anyone = body.find("Talk to someone").unwrap();
        young < anyone
    };
    assert!(!is_first(&page(&server, "/help/DE", &cookie).body));
    // The question stands on the last page of the look at the signs.
    let file = include_str!("../../../../content/items/self_check.toml");
    let last = file.matches("[[page]]").count() - 1;
    let sent = format!(
        "key={}&page={last}&under_18=1&step=stop",
        key("/self-check")
    );
    assert_eq!(server.post("/self-check", &cookie, &sent).status, 303);
    let own = page(&server, "/help/DE", &cookie).body;
    assert!(is_first(&own) && !own.contains("/help/DE/young\">I am"));
    // Nobody without the session learns it, and a locked record tells nobody.
    assert!(!is_first(&page(&server, "/help/DE", "").body));
    server.post("/help/keep", &cookie, "country=DE&young=yes");
    assert!(is_first(&page(&server, "/help", &cookie).body));
    server.post("/lock", &cookie, "");
    assert!(!is_first(&page(&server, "/help", "").body));
}
