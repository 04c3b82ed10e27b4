//! The safety plan by plain forms: written, refused in words, printed, and shown to nobody else.

use crate::browser::{Server, check_headers};

/// The key of the first form that adds to this part.
fn new_key(page: &str, part: &str) -> String {
    let mark = format!("<input type=\"hidden\" name=\"part\" value=\"{part}\">");
    let before = page.split(&mark).next().unwrap();
    let key = before.rsplit("name=\"key\" value=\"").next().unwrap();
    key.split('"').next().unwrap().to_owned()
}

#[test]
fn a_plan_is_written_and_changed_by_plain_forms() {
    let server = Server::filled();
    let cookie = server.enter();
    let help = server.get("/help", &cookie).body;
    assert!(
        help.contains("href=\"/plan\""),
        "help leads to the plan while it is open"
    );
    let page = server.get("/plan", &cookie).body;
    let parts = [
        "signs",
        "helps",
        "places",
        "people",
        "professionals",
        "safe",
    ];
    for part in parts {
        assert!(
            page.contains(&format!("<label for=\"plan-{part}-new\"")),
            "{part}"
        );
        let form = format!(
            "key={}&part={part}&words=words+of+%3Cb%3E+{part}",
            new_key(&page, part)
        );
        let sent = server.post("/plan", &cookie, &form);
        assert_eq!((sent.status, sent.header("location")), (303, Some("/plan")));
        // Back and again: the same form writes nothing new.
        assert_eq!(server.post("/plan", &cookie, &form).status, 303);
    }
    let page = server.get("/plan", &cookie).body;
    for part in parts {
        let words = format!("<span>words of &lt;b&gt; {part}</span>");
        assert_eq!(page.matches(&words).count(), 1, "{part}");
    }
    let old = page.split("name=\"instead_of\" value=\"").nth(1).unwrap();
    let old = old.split('"').next().unwrap();
    let gone = server.post("/plan/take-out", &cookie, format!("key={old}"));
    assert_eq!(gone.status, 303);
    let page = server.get("/plan", &cookie).body;
    assert!(page.contains("It is out of your plan.") && page.contains("role=\"status\""));
    assert!(!page.contains("<li><span>words of &lt;b&gt; signs</span><details"));
    assert_eq!(
        server
            .post("/plan/put-back", &cookie, format!("key={old}"))
            .status,
        303
    );
    assert!(
        server
            .get("/plan", &cookie)
            .body
            .contains("words of &lt;b&gt; signs")
    );
}

#[test]
fn a_refused_line_comes_back_in_its_field() {
    let server = Server::filled();
    let cookie = server.enter();
    let page = server.get("/plan", &cookie).body;
    let key = new_key(&page, "people");
    let long = "y".repeat(600);
    let refused = server.post(
        "/plan",
        &cookie,
        format!("key={key}&part=people&words={long}"),
    );
    assert_eq!(refused.status, 422);
    check_headers(&refused, "a long line");
    assert!(
        refused.body.contains("role=\"alert\"")
            && refused.body.contains(&format!("value=\"{long}\""))
    );
    for form in [
        "",
        "key=x&part=people&words=x",
        &format!("key={key}&part=x&words=x"),
        &format!("key={key}&part=people&words="),
    ] {
        let refused = server.post("/plan", &cookie, form);
        assert_eq!(refused.status, 422, "{form}");
        check_headers(&refused, form);
    }
}

#[test]
fn paper_shows_the_plan_and_no_forms() {
    let server = Server::filled();
    let style = server.get("/style.css", "").body;
    let print = style.split("@media print").nth(1).unwrap();
    for hidden in ["form", "header", ".screen"] {
        assert!(print.contains(hidden), "{hidden}");
    }
    let cookie = server.enter();
    let page = server.get("/plan", &cookie).body;
    // Words that are to be on paper stand in no form.
    let key = new_key(&page, "safe");
    server.post(
        "/plan",
        &cookie,
        format!("key={key}&part=safe&words=heronbridge"),
    );
    let page = server.get("/plan", &cookie).body;
    let outside: String = page
        .split("<form")
        .map(|part| part.split("</form>").last().unwrap())
        .collect();
    assert!(outside.contains("<span>heronbridge</span>"));
}
