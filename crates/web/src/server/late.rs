//! What was typed and sent after the lock had fallen. Words that can be sent again as they are wait in memory
//! for the passphrase; of anything else the answer says that it is not kept, and gives the words back. Refuses
//! to write them to a disk, and to keep them once somebody leaves.

use app::{LockedView, Trouble};
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest as _, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::handlers::{InFront, go, status_of};
use crate::forms::{BYTES_READ_MAX, Form};
use crate::pages;
use crate::state::Shared;

/// Forms that wait: they hold words of a person, and what they send can be sent again as it is. A step of a
/// longer form can not: after the passphrase its page asks from the beginning.
const WAIT: [&str; 10] = [
    "/note",
    "/day/note",
    "/day/event",
    "/day/sleep",
    "/day/check-in",
    "/events/add",
    "/events/contact",
    "/medicines/add",
    "/plan",
    "/sheet",
];

/// Fields that the page wrote and no person.
const NOT_TYPED: [&str; 9] = [
    "key", "at", "from", "back", "item", "device", "latency", "page", "number",
];

/// A form that waits for the passphrase.
#[derive(Clone)]
pub struct Held {
    /// Where it was sent.
    pub path: &'static str,
    /// Its fields, in their order.
    pub fields: Vec<(String, String)>,
}

/// Answers a form that came to a locked record. Anything else goes on as it is.
///
/// The answer itself says whether the record was locked: nothing waits here for an app that is busy, so the
/// way out is as quick as ever.
pub async fn late(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let path = WAIT.into_iter().find(|path| request.uri().path() == *path);
    let (request, sent) = match is_form(request.headers()) {
        true => match twice(request).await {
            Ok((request, sent)) => (request, Some(sent)),
            Err(status) => return status.into_response(),
        },
        false => (request, None),
    };
    let response = next.run(request).await;
    let Some(InFront(view)) = response.extensions().get() else {
        // It is through, or came back with what was typed: one like it waits no longer.
        path.inspect(|path| shared.drop_held_at(path));
        return response;
    };
    let fields = match sent {
        Some(sent) => fields(sent).await,
        None => Vec::new(),
    };
    match path.filter(|_| view.needs_passphrase) {
        Some(path) => {
            shared.hold(Held { path, fields });
            go("/")
        }
        None => not_kept(view, fields),
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    })
}

/// The same request twice: one to be answered, one to be read.
async fn twice(request: Request) -> Result<(Request, Request), StatusCode> {
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, BYTES_READ_MAX)
        .await
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let again = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    Ok((again, Request::from_parts(parts, Body::from(bytes))))
}

/// What was sent, field by field; nothing where it can not be read.
async fn fields(request: Request) -> Vec<(String, String)> {
    let read = Form::from_request(request, &()).await;
    read.map_or_else(|_| Vec::new(), |Form(fields)| fields)
}

/// Says that it is not kept, with what the person wrote.
fn not_kept(view: &LockedView, fields: Vec<(String, String)>) -> Response {
    let typed = fields
        .into_iter()
        .filter(|(name, value)| !NOT_TYPED.contains(&name.as_str()) && !value.trim().is_empty());
    let typed = typed.map(|(_, value)| value).collect::<Vec<_>>().join("\n");
    let trouble = Trouble::not_kept_while_locked(&typed);
    let page = pages::lock::not_kept(view, &trouble, &typed);
    (status_of(&trouble), page).into_response()
}
