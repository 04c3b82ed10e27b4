//! The wall around every page: who is asked for, who asks, and what goes back on every answer.
//!
//! A web site that the person visits can make their browser speak to this server, under a name of
//! its own (DNS rebinding) or as a form sent across sites. So: the Host must be exactly ours, the
//! browser must say that the request comes from our own page, and no answer may be kept. A request
//! that another site caused is not answered at all: the connection is cut.

use std::future::{Future as _, poll_fn};
use std::pin::pin;

use app::Trouble;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::door::Voice;
use crate::pages;
use crate::scrub;
use crate::session::COOKIE;
use crate::state::Shared;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 9] = [
    ("content-security-policy", POLICY),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("x-frame-options", "DENY"),
    (
        "permissions-policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Paths that answer without a session: they show nothing of the record.
const OPEN_PATHS: [&str; 9] = [
    "/start",
    "/help",
    "/cards",
    "/keys",
    "/away",
    "/style.css",
    "/script.js",
    "/time.js",
    "/icon.svg",
];

/// Why a request goes no further.
enum Refusal {
    /// Another site caused it: it must not learn that anybody is here.
    Silence,
    /// A person may have caused it, and reads why.
    Words(Response),
}

impl Refusal {
    fn words(status: StatusCode, words: impl IntoResponse) -> Self {
        Self::Words((status, words).into_response())
    }
}

/// Lets a request through or turns it away, and dresses every answer, in the language of the person.
pub async fn guard(
    State(shared): State<Shared>,
    ConnectInfo(voice): ConnectInfo<Voice>,
    request: Request,
    next: Next,
) -> Response {
    let accepts = request.headers().get(header::ACCEPT_LANGUAGE);
    let accepts = accepts.and_then(|value| value.to_str().ok());
    let language = shared
        .language()
        .unwrap_or_else(|| app::language_of_browser(accepts));
    let mut answer = pin!(dressed(shared, voice, request, next));
    // An answer may go on on another thread; the language goes with it.
    poll_fn(|context| {
        let _speaking = app::speak(language);
        answer.as_mut().poll(context)
    })
    .await
}

async fn dressed(shared: Shared, voice: Voice, request: Request, next: Next) -> Response {
    let refusal = refusal(&shared, &request);
    match refusal {
        Some(Refusal::Silence) => voice.cut(),
        _ => voice.open(),
    }
    let mut response = match refusal {
        Some(Refusal::Silence) => StatusCode::FORBIDDEN.into_response(),
        Some(Refusal::Words(response)) => response,
        None => as_page(next.run(request).await),
    };
    // What was asked for may have opened the record, read from it or locked it, on this thread.
    scrub::stack();
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Gives words to an answer of the framework's own, such as 'method not allowed'.
fn as_page(response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page || !response.status().is_client_error() {
        return response;
    }
    let trouble = match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Trouble::input("that is too long for one piece", "write it in parts")
        }
        _ => Trouble::input(
            "this form can not be read",
            "open the page again and write it once more",
        ),
    };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let (page, body) = pages::away::trouble(&trouble).into_response().into_parts();
    parts.headers.extend(page.headers);
    Response::from_parts(parts, body)
}

fn refusal(shared: &Shared, request: &Request) -> Option<Refusal> {
    let headers = request.headers();
    if !is_our_host(shared, request) {
        return Some(if is_typed(request) {
            Refusal::words(StatusCode::MISDIRECTED_REQUEST, "not here")
        } else {
            Refusal::Silence
        });
    }
    let path = request.uri().path();
    if !is_start_link(request) && !comes_from_our_page(shared, request) {
        return Some(if names_another_site(shared, headers) {
            Refusal::Silence
        } else {
            Refusal::words(StatusCode::FORBIDDEN, "not from here")
        });
    }
    if is_open_to_all(request.method(), path) {
        return None;
    }
    if !has_session(shared, headers) {
        let page = pages::lock::no_session();
        return Some(Refusal::words(StatusCode::UNAUTHORIZED, page));
    }
    None
}

/// Whether the browser says that a person typed the address, or took it from a bookmark.
fn is_typed(request: &Request) -> bool {
    let is = |name, value| only(request.headers(), name) == Some(value);
    request.method() == Method::GET
        && is("sec-fetch-site", "none")
        && is("sec-fetch-mode", "navigate")
}

/// The start link is opened from a file, which is another site; but as a page, and in no frame.
fn is_start_link(request: &Request) -> bool {
    let shown_as = only(request.headers(), "sec-fetch-dest");
    request.uri().path() == "/start"
        && request.method() == Method::GET
        && shown_as.is_none_or(|shown_as| shown_as == "document")
}

/// Whether the browser says that another site caused the request.
fn names_another_site(shared: &Shared, headers: &HeaderMap) -> bool {
    let is_other = |origin: &str| origin != "null" && origin != shared.origin();
    only(headers, "origin").is_some_and(is_other)
        || only(headers, "sec-fetch-site")
            .is_some_and(|site| site != "none" && site != "same-origin")
}

/// The value of a header; one that comes twice says nothing that can be believed.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next().map(|value| value.to_str().unwrap_or("?"));
    if values.next().is_some() {
        Some("?")
    } else {
        first
    }
}

/// Help and cards are for everyone who sits at this computer, also without a session; keeping
/// anything is not.
fn is_open_to_all(method: &Method, path: &str) -> bool {
    let is_reading = matches!(*method, Method::GET | Method::HEAD);
    let is_card = path.starts_with("/cards/");
    OPEN_PATHS.contains(&path) || is_card || (is_reading && path.starts_with("/help/"))
}

/// Exactly one Host header, letter for letter ours; an absolute request line must agree.
fn is_our_host(shared: &Shared, request: &Request) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let names_ours = request
        .uri()
        .authority()
        .is_none_or(|a| a.as_str() == shared.authority());
    host.as_bytes() == shared.authority().as_bytes() && names_ours
}

/// Browsers say where a request comes from. One that says nothing may only read, or must name our
/// origin. `Origin: null` is what our own forms send under `no-referrer`, so it is judged by
/// `Sec-Fetch-Site` alone.
fn comes_from_our_page(shared: &Shared, request: &Request) -> bool {
    let text = |name: &str| only(request.headers(), name);
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let origin = text("origin");
    if origin.is_some_and(|o| o != "null" && o != shared.origin()) {
        return false;
    }
    match text("sec-fetch-site") {
        Some("same-origin") => true,
        Some("none") => is_reading,
        Some(_) => false,
        None => is_reading || origin == Some(shared.origin()),
    }
}

/// Whether this browser took the start link.
pub fn has_session(shared: &Shared, headers: &HeaderMap) -> bool {
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut ours = cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == COOKIE);
    ours.any(|(_, value)| shared.sessions().knows(value))
}
