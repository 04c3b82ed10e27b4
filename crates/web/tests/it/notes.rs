//! The forms beside the check-in as pages: every question has a name and a way to leave it out, a
//! value that does not fit stays where it was typed, and danger leads to help.

use crate::browser::{Answer, Server, check_headers};

/// The text between two marks, wherever it stands.
fn between<'a>(page: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = page.split(open).skip(1);
    parts.filter_map(|rest| rest.split(close).next()).collect()
}

/// Sends the page that is shown, with these answers.
fn send(server: &Server, cookie: &str, path: &str, page: &Answer, answers: &str) -> Answer {
    let (key, number) = (page.input("key"), page.input("page"));
    let form = format!("key={key}&page={number}&step=next&{answers}");
    server.post(path, cookie, form)
}

#[test]
fn every_question_has_a_name_and_can_be_left_out() {
    let server = Server::filled();
    let cookie = server.enter();
    for path in [
        "/forms/morning",
        "/forms/evening",
        "/forms/weekly",
        "/self-check",
    ] {
        let page = server.get(path, &cookie).body;
        let sets = between(&page, "<fieldset", "</fieldset>");
        assert!(!sets.is_empty(), "{path}");
        for set in sets {
            assert_eq!(set.matches("<legend>").count(), 1, "{path}: {set}");
            let is_ticks = set.contains("type=\"checkbox\"");
            assert!(
                is_ticks || set.contains("value=\"skip\" checked"),
                "{path}: {set}"
            );
        }
        for id in between(&page, "<input id=\"", "\"") {
            assert!(
                page.contains(&format!("<label for=\"{id}\">")),
                "{path}: {id}"
            );
        }
        assert!(!page.contains("required"), "{path}");
        assert!(
            !page.contains("type=\"range\""),
            "{path}: nothing is answered unasked"
        );
    }
}

#[test]
fn a_value_that_does_not_fit_stays_where_it_was_typed() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = server.record();
    let page = server.get("/forms/evening", &cookie);
    // One of the groups is asked in turn; what is sent for another one is taken as well.
    let typed = "caffeine=3000&alcohol=2&strategy=walk&event=pain";
    let refused = send(&server, &cookie, "/forms/evening", &page, typed);
    assert_eq!(refused.status, 422);
    check_headers(&refused, "an evening that does not fit");
    assert!(refused.body.contains("role=\"alert\""));
    for kept in [
        "value=\"3000\"",
        "value=\"2\"",
        "value=\"walk\" checked",
        "value=\"pain\" checked",
    ] {
        assert!(refused.body.contains(kept), "{kept}");
    }
    assert_eq!(server.record(), before);
    let mended = send(
        &server,
        &cookie,
        "/forms/evening",
        &refused,
        "caffeine=3&strategy=walk",
    );
    assert_eq!(
        (mended.status, mended.header("location")),
        (303, Some("/forms/evening"))
    );
    assert!(
        server
            .get("/forms/evening", &cookie)
            .body
            .contains("Your evening is kept.")
    );
}

#[test]
fn danger_in_a_self_check_leads_to_help_at_once() {
    let server = Server::filled();
    let cookie = server.enter();
    let first = server.get("/self-check", &cookie);
    let sent = send(&server, &cookie, "/self-check", &first, "sudden_first=1");
    assert_eq!(sent.header("location"), Some("/self-check"));
    let second = server.get("/self-check", &cookie);
    assert!(second.body.contains("name=\"with_weakness\""));
    let sent = send(&server, &cookie, "/self-check", &second, "with_weakness=1");
    assert_eq!((sent.status, sent.header("location")), (303, Some("/help")));
    let third = server.get("/self-check", &cookie);
    assert!(
        third.body.contains("name=\"feeling_strength\""),
        "the rest waits"
    );
}

#[test]
fn an_advice_leads_to_what_is_known_about_it() {
    let server = Server::filled();
    let cookie = server.enter();
    let page = server.get("/forms/weekly", &cookie);
    let hard = "impair_work=90&impair_home=90";
    assert_eq!(
        send(&server, &cookie, "/forms/weekly", &page, hard).status,
        303
    );
    let answers = server.get("/answers", &cookie).body;
    let (_, rest) = answers.split_once("id=\"advice-r11\"").unwrap();
    let advice = rest.split("</section>").next().unwrap();
    assert!(advice.contains("href=\"/cards/18\""), "{advice}");
    let card = server.get("/cards/18", &cookie).body;
    assert!(card.contains("Kinds of help by talking"), "{card}");
}

#[test]
fn questions_about_safety_wait_for_consent_and_can_be_removed() {
    let server = Server::filled();
    let cookie = server.enter();
    let page = server.get("/forms/more", &cookie).body;
    assert!(page.contains("Nobody watches") && page.contains("href=\"/help\""));
    assert!(!page.contains("name=\"safety_thoughts\""));
    let agreed = server.post("/forms/more/agree", &cookie, "choice=yes");
    assert_eq!(agreed.header("location"), Some("/forms/more"));
    let asked = server.get("/forms/more", &cookie);
    assert!(asked.body.contains("name=\"safety_thoughts\""));
    let sent = send(&server, &cookie, "/forms/more", &asked, "safety_thoughts=0");
    assert_eq!(sent.status, 303);
    let after = server.get("/forms/more", &cookie).body;
    assert!(after.contains("Help is one step away") && after.contains("href=\"/help\""));
    server.post("/forms/more/agree", &cookie, "choice=forget");
    let page = server.get("/forms/more", &cookie).body;
    assert!(!page.contains("name=\"safety_thoughts\"") && page.contains("Ask me once a week"));
}

#[test]
fn what_happened_can_be_picked_on_a_day_and_keeps_its_neutral_name() {
    let server = Server::filled();
    let cookie = server.enter();
    server.post("/day", &cookie, "at=2025-02-03");
    let page = server.get("/day", &cookie).body;
    assert!(page.contains("list=\"ev-words\"") && page.contains("<option value=\"Migraine\">"));
    let form = format!("key={}&at=2025-02-03&label=migraine", "a".repeat(32));
    assert_eq!(server.post("/day/event", &cookie, form).status, 303);
    assert!(server.get("/day", &cookie).body.contains("Migraine"));
}
