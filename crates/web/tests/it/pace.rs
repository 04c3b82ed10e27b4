//! How often Today asks, by plain forms: chosen, paused, ended, and pictures put away.

use crate::browser::Server;

fn choose(server: &Server, cookie: &str, form: &str, to: &str) {
    let sent = server.post("/pace", cookie, form);
    assert_eq!((sent.status, sent.header("location")), (303, Some(to)));
}

/// The button of the page of choices that holds.
fn is_held(page: &str, value: &str) -> bool {
    page.contains(&format!(
        "name=\"choice\" value=\"{value}\" class=\"main\" aria-pressed=\"true\""
    ))
}

#[test]
fn a_pace_is_chosen_and_a_pause_begun_and_ended() {
    let server = Server::filled();
    let cookie = server.enter();
    let today = server.get("/", &cookie).body;
    assert!(today.contains("href=\"/pace\"") && today.contains("action=\"/check-in\""));
    assert!(is_held(&server.get("/pace", &cookie).body, "free"));
    choose(&server, &cookie, "choice=week", "/pace");
    let page = server.get("/pace", &cookie).body;
    assert!(is_held(&page, "week") && page.contains("role=\"status\""));
    assert!(
        !server
            .get("/pace", &cookie)
            .body
            .contains("role=\"status\"")
    );
    choose(&server, &cookie, "choice=pause-1", "/pace");
    let paused = server.get("/", &cookie).body;
    for away in [
        "action=\"/check-in\"",
        "id=\"offers\"",
        "href=\"/forms/",
        "href=\"/self-check\"",
    ] {
        assert!(!paused.contains(away), "{away} asks in a pause");
    }
    assert!(paused.contains("action=\"/note\"") && paused.contains("action=\"/flicker\""));
    assert!(paused.contains("There is a pause until"));
    choose(&server, &cookie, "choice=pause-end&from=today", "/");
    let open = server.get("/", &cookie).body;
    assert!(open.contains("action=\"/check-in\"") && open.contains("href=\"/self-check\""));
}

#[test]
fn with_answers_only_no_page_of_time_draws_and_the_way_back_is_there() {
    let server = Server::filled();
    let cookie = server.enter();
    assert!(server.get("/time", &cookie).body.contains("<svg"));
    choose(&server, &cookie, "choice=pictures-off", "/pace");
    for range in ["week", "month", "year", "all"] {
        server.post("/time", &cookie, format!("range={range}"));
        let page = server.get("/time", &cookie).body;
        assert!(!page.contains("<svg") && page.contains("href=\"/pace\""));
        assert!(
            page.contains("<table"),
            "{range}: the days stay within reach"
        );
    }
    choose(&server, &cookie, "choice=pictures-on", "/pace");
    assert!(server.get("/time", &cookie).body.contains("<svg"));
}

#[test]
fn a_choice_that_is_none_is_refused_in_words() {
    let server = Server::filled();
    let cookie = server.enter();
    for form in ["choice=never", "choice=", "x=1"] {
        let refused = server.post("/pace", &cookie, form);
        assert_eq!(refused.status, 422, "{form}");
        assert!(refused.body.contains("role=\"alert\""), "{}", refused.body);
    }
    let read = server.get("/pace?choice=week", &cookie).body;
    assert!(is_held(&read, "free"), "reading chooses nothing");
}
