//! Who is asked for and who asks: forty ways to get it wrong, none of which reaches a page.

use crate::browser::{ASSETS, FORMS, PAGES, Server, check_headers};

/// Host headers that are not ours, with the name that is.
fn wrong_hosts(ours: &str, port: u16) -> Vec<String> {
    let name = ours.split(':').next().unwrap();
    vec![
        format!("127.0.0.1:{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1.evil.test:{port}"),
        format!("[::1]:{port}"),
        "[::1]".to_owned(),
        format!("localhost:{port}"),
        "localhost".to_owned(),
        format!("0.0.0.0:{port}"),
        format!("127.1:{port}"),
        format!("2130706433:{port}"),
        name.to_owned(),
        format!("{name}:"),
        format!("{name}:{}", port.wrapping_add(1)),
        format!("{name}:0{port}"),
        format!("{name}:80"),
        format!("{name}.:{port}"),
        ours.to_uppercase(),
        format!("N{}", &ours[1..]),
        format!("{name}.evil.test:{port}"),
        format!("evil.test:{port}"),
        format!("evil.{name}:{port}"),
        format!("user@{ours}"),
        format!("user:pass@{ours}"),
        format!("{ours}@evil.test"),
        format!("{ours}/"),
        format!("{ours}#"),
        format!("{ours}, evil.test"),
        format!("{ours} evil.test"),
        format!("http://{ours}"),
        "evil.test".to_owned(),
        "null".to_owned(),
        "*".to_owned(),
        String::new(),
    ]
}

#[test]
fn no_host_but_ours_reaches_a_page() {
    let server = Server::filled();
    let cookie = server.enter();
    let ours = server.authority.clone();
    let wrong = wrong_hosts(&ours, server.port);
    for host in &wrong {
        for first in ["GET /", "GET /help", "GET /style.css", "POST /lock"] {
            let headers = [
                ("Host", host.as_str()),
                ("Cookie", &cookie),
                ("Sec-Fetch-Site", "same-origin"),
            ];
            let answer = server.ask(first, &headers, b"");
            assert!(
                (400..500).contains(&answer.status),
                "{first} with {host}: {answer:?}"
            );
            assert!(
                !answer.body.contains("<"),
                "{first} with {host}: {answer:?}"
            );
        }
    }
    let site = ("Sec-Fetch-Site", "same-origin");
    let us = ("Host", ours.as_str());
    let cases: [(&str, &[(&str, &str)]); 7] = [
        ("GET /", &[("Cookie", &cookie), site]),
        (
            "GET /",
            &[us, ("Host", "evil.test"), ("Cookie", &cookie), site],
        ),
        (
            "GET /",
            &[("Host", "evil.test"), us, ("Cookie", &cookie), site],
        ),
        ("GET /", &[us, us, ("Cookie", &cookie), site]),
        ("GET http://evil.test/", &[us, ("Cookie", &cookie), site]),
        (
            "GET http://user@evil.test:80/",
            &[us, ("Cookie", &cookie), site],
        ),
        (
            "GET //evil.test/",
            &[("Host", "evil.test"), ("Cookie", &cookie), site],
        ),
    ];
    for (first, headers) in cases {
        let answer = server.ask(first, headers, b"");
        assert!(
            (400..500).contains(&answer.status),
            "{first} {headers:?}: {answer:?}"
        );
        assert!(
            !answer.body.contains("<"),
            "{first} {headers:?}: {answer:?}"
        );
    }
    assert!(wrong.len() + cases.len() >= 40);
    // None of the forty, some of which asked to lock, did anything.
    assert!(server.get("/", &cookie).body.contains("/check-in"));
    let absolute = server.ask(
        &format!("GET http://{ours}/"),
        &[us, ("Cookie", &cookie), site],
        b"",
    );
    assert_eq!(absolute.status, 200);
}

#[test]
fn another_site_gets_nothing_at_all() {
    let server = Server::filled();
    let cookie = server.enter();
    let host = ("Host", server.authority.as_str());
    let before = server.record();
    for site in [
        "cross-site",
        "same-site",
        "CROSS-SITE",
        "Same-Origin",
        "",
        "x",
        "same-origin, none",
    ] {
        for path in PAGES
            .iter()
            .chain(ASSETS)
            .chain(&["/favicon.ico", "/robots.txt"])
        {
            let headers = [host, ("Cookie", cookie.as_str()), ("Sec-Fetch-Site", site)];
            let answer = server.ask(&format!("GET {path}"), &headers, b"");
            assert_eq!(answer.status, 403, "{path} from '{site}': {answer:?}");
            check_headers(&answer, path);
            assert!(!answer.body.contains("<"), "{path} from '{site}'");
        }
        for &path in FORMS {
            let headers = [host, ("Cookie", cookie.as_str()), ("Sec-Fetch-Site", site)];
            let answer = server.ask(&format!("POST {path}"), &headers, b"");
            assert_eq!(answer.status, 403, "{path} from '{site}': {answer:?}");
        }
    }
    assert_eq!(server.record(), before);
    assert!(
        server.get("/", &cookie).body.contains("/check-in"),
        "it is not locked"
    );
}

#[test]
fn a_form_must_come_from_our_own_page() {
    let server = Server::filled();
    let cookie = server.enter();
    let ours = format!("http://{}", server.authority);
    let host = ("Host", server.authority.as_str());
    let refused: [&[(&str, &str)]; 10] = [
        &[],
        &[("Sec-Fetch-Site", "none")],
        &[("Origin", "null")],
        &[("Origin", "http://evil.test")],
        &[
            ("Origin", "http://evil.test"),
            ("Sec-Fetch-Site", "same-origin"),
        ],
        &[("Origin", &ours), ("Sec-Fetch-Site", "cross-site")],
        &[("Origin", &ours), ("Origin", "http://evil.test")],
        &[
            ("Sec-Fetch-Site", "same-origin"),
            ("Sec-Fetch-Site", "cross-site"),
        ],
        &[("Referer", &ours)],
        &[("Origin", "")],
    ];
    for wrong in refused {
        for &path in FORMS {
            let headers = [&[host, ("Cookie", cookie.as_str())][..], wrong].concat();
            let answer = server.ask(&format!("POST {path}"), &headers, b"");
            assert_eq!(answer.status, 403, "{path} with {wrong:?}: {answer:?}");
        }
    }
    let upper = ours.to_uppercase();
    let https = ours.replace("http", "https");
    for origin in [upper.as_str(), https.as_str(), &ours[..ours.len() - 1]] {
        let headers = [host, ("Cookie", cookie.as_str()), ("Origin", origin)];
        assert_eq!(
            server.ask("POST /lock", &headers, b"").status,
            403,
            "{origin}"
        );
    }
    // Methods that nobody uses do nothing either.
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let headers = [
            host,
            ("Cookie", cookie.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        let answer = server.ask(&format!("{method} /"), &headers, b"");
        assert!((400..500).contains(&answer.status), "{method}: {answer:?}");
    }
    assert!(
        server.get("/", &cookie).body.contains("/check-in"),
        "it is not locked"
    );
    // An old browser that says nothing of sites names our origin.
    let headers = [host, ("Cookie", cookie.as_str()), ("Origin", ours.as_str())];
    assert_eq!(server.ask("POST /lock", &headers, b"").status, 303);
}
