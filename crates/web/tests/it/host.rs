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
            assert!(answer.is_silence(), "{first} with {host}: {answer:?}");
            // Whoever typed a wrong address reads that it is one; a page in a frame does not.
            let typed = [
                ("Host", host.as_str()),
                ("Cookie", &cookie),
                ("Sec-Fetch-Site", "none"),
                ("Sec-Fetch-Mode", "navigate"),
            ];
            let answer = server.ask(first, &typed, b"");
            if first.starts_with("GET") && answer.status != 0 {
                assert_eq!(answer.status, 421, "{first} with {host}: {answer:?}");
                check_headers(&answer, "421");
                assert!(!answer.body.contains("<"), "{first} with {host}");
            } else {
                assert!(answer.is_silence(), "{first} with {host}: {answer:?}");
            }
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
        assert!(answer.is_silence(), "{first} {headers:?}: {answer:?}");
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
            assert!(answer.is_silence(), "{path} from '{site}': {answer:?}");
        }
        for &path in FORMS {
            let headers = [host, ("Cookie", cookie.as_str()), ("Sec-Fetch-Site", site)];
            let answer = server.ask(&format!("POST {path}"), &headers, b"");
            assert!(answer.is_silence(), "{path} from '{site}': {answer:?}");
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
    // Nobody says that another site sent these.
    let told: [&[(&str, &str)]; 4] = [
        &[],
        &[("Sec-Fetch-Site", "none")],
        &[("Origin", "null")],
        &[("Referer", &ours)],
    ];
    let silent: [&[(&str, &str)]; 6] = [
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
        &[("Origin", "")],
    ];
    for (wrong, is_told) in told
        .map(|w| (w, true))
        .into_iter()
        .chain(silent.map(|w| (w, false)))
    {
        for &path in FORMS {
            let headers = [&[host, ("Cookie", cookie.as_str())][..], wrong].concat();
            let answer = server.ask(&format!("POST {path}"), &headers, b"");
            if is_told {
                assert_eq!(answer.status, 403, "{path} with {wrong:?}: {answer:?}");
                check_headers(&answer, path);
            } else {
                assert!(answer.is_silence(), "{path} with {wrong:?}: {answer:?}");
            }
        }
    }
    let upper = ours.to_uppercase();
    let https = ours.replace("http", "https");
    for origin in [upper.as_str(), https.as_str(), &ours[..ours.len() - 1]] {
        let headers = [host, ("Cookie", cookie.as_str()), ("Origin", origin)];
        let answer = server.ask("POST /lock", &headers, b"");
        assert!(answer.is_silence(), "{origin}: {answer:?}");
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

#[test]
fn a_start_link_in_a_frame_or_a_script_is_not_answered() {
    let server = Server::filled();
    let host = ("Host", server.authority.as_str());
    let site = ("Sec-Fetch-Site", "cross-site");
    let first = format!("GET {}", server.start());
    for shown_as in ["iframe", "frame", "empty", "image", "script", "object", ""] {
        let answer = server.ask(&first, &[host, site, ("Sec-Fetch-Dest", shown_as)], b"");
        assert!(answer.is_silence(), "{shown_as}: {answer:?}");
    }
    // It is not spent by that.
    let page = [host, site, ("Sec-Fetch-Dest", "document")];
    assert_eq!(server.ask(&first, &page, b"").status, 200);
    assert_eq!(server.ask(&first, &page, b"").status, 401);
}

#[test]
fn what_is_no_request_is_not_answered() {
    let server = Server::new();
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET\r\n\r\n",
        b"SSH-2.0-x\r\n",
    ] {
        let answer = server.send(bytes);
        assert!(answer.is_silence(), "{bytes:?}: {answer:?}");
    }
}
