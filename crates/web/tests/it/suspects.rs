//! Naming what is suspected on the Answers page: labelled, without script, and refused in words.

use crate::browser::{Server, check_headers};

/// What can be picked, in the order of the page.
fn choices(page: &str) -> Vec<String> {
    let select = page.split("<select").nth(1).unwrap_or_default();
    let select = select.split("</select>").next().unwrap_or_default();
    let options = select.split("<option value=\"").skip(1);
    let values = options.filter_map(|rest| rest.split('"').next());
    values
        .filter(|v| !v.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_suspect_is_named_and_dropped_by_plain_forms() {
    let server = Server::filled();
    let cookie = server.enter();
    let page = server.get("/answers", &cookie).body;
    assert!(page.contains("<label for=\"suspect\">") && page.contains("<select id=\"suspect\""));
    assert!(page.contains("Do it before you look"));
    assert_eq!(page.matches("action=\"/answers/suspect\"").count(), 1);
    let picked = choices(&page);
    assert!(picked.len() > 3, "{picked:?}");
    for name in &picked[..3] {
        for _ in 0..2 {
            let sent = server.post("/answers/suspect", &cookie, format!("name={name}"));
            assert_eq!(sent.status, 303, "{sent:?}");
            assert_eq!(sent.header("location"), Some("/answers"));
        }
    }
    let full = server.get("/answers", &cookie).body;
    assert_eq!(full.matches("action=\"/answers/drop\"").count(), 3);
    assert!(full.contains("Three things are named.") && choices(&full).is_empty());
    let fourth = format!("name={}", picked[3]);
    let refused = server.post("/answers/suspect", &cookie, fourth);
    assert_eq!(refused.status, 422);
    check_headers(&refused, "a fourth suspect");
    assert!(refused.body.contains("role=\"alert\""));
    assert!(
        refused
            .body
            .contains("At most three suspects can be named.")
    );
    assert!(refused.body.contains("Drop one of them first."));
    let sent = server.post("/answers/drop", &cookie, format!("name={}", picked[0]));
    assert_eq!(sent.status, 303);
    let after = server.get("/answers", &cookie).body;
    assert_eq!(after.matches("action=\"/answers/drop\"").count(), 2);
    assert!(choices(&after).contains(&picked[0]));
}

#[test]
fn what_is_not_followed_is_refused_in_words_and_changes_nothing() {
    let server = Server::filled();
    let cookie = server.enter();
    let before = server.get("/answers", &cookie).body;
    for form in ["name=", "name=nothing", "name=%3Cscript%3E"] {
        let refused = server.post("/answers/suspect", &cookie, form);
        assert_eq!(refused.status, 422, "{form}");
        assert!(
            refused.body.contains("Pick one thing from the list."),
            "{form}"
        );
        assert!(!refused.body.contains("<script>"), "{form}");
    }
    assert_eq!(server.post("/answers/suspect", &cookie, "").status, 422);
    // Dropping what is not named leaves all as it is.
    assert_eq!(
        server.post("/answers/drop", &cookie, "name=nothing").status,
        303
    );
    assert_eq!(server.get("/answers", &cookie).body, before);
    // A form of another site names nothing.
    let name = format!("name={}", choices(&before)[0]);
    let foreign = [
        ("Host", server.authority.as_str()),
        ("Cookie", cookie.as_str()),
        ("Sec-Fetch-Site", "cross-site"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    for path in ["/answers/suspect", "/answers/drop"] {
        let refused = server.ask(&format!("POST {path}"), &foreign, name.as_bytes());
        assert!(refused.is_silence(), "{refused:?}");
    }
    assert_eq!(server.get("/answers", &cookie).body, before);
}
