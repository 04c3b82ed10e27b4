//! What was sent while the record is locked: it is not kept, and the answer says so and gives the words
//! back. Refuses to keep them anywhere.

use app::Trouble;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Form, FromRequest as _, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::handlers::{InFront, status_of};
use crate::forms::BYTES_MAX;
use crate::pages;
use crate::state::Shared;

/// Fields that the page wrote and no person.
const NOT_TYPED: [&str; 9] = [
    "key", "at", "from", "back", "item", "device", "latency", "page", "number",
];

/// Gives words to an entry that came to a locked record.
pub async fn while_locked(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (request, sent) = match is_form(request.headers()) && !is_open(&shared) {
        true => match held(request).await {
            Ok(held) => held,
            Err(status) => return status.into_response(),
        },
        false => (request, None),
    };
    let response = next.run(request).await;
    let Some(InFront(view)) = response.extensions().get() else {
        return response;
    };
    let typed = match sent {
        Some(request) => typed(request).await,
        None => String::new(),
    };
    let trouble = Trouble::not_kept_while_locked(&typed);
    let page = pages::lock::not_kept(view, &trouble, &typed);
    (status_of(&trouble), page).into_response()
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    })
}

/// A long look at a file must not keep Help and the way out from answering.
fn is_open(shared: &Shared) -> bool {
    tokio::task::block_in_place(|| shared.app().is_open())
}

/// The same request twice: one to be answered, one to be read.
async fn held(request: Request) -> Result<(Request, Option<Request>), StatusCode> {
    let (parts, body) = request.into_parts();
    let bytes: Bytes = to_bytes(body, BYTES_MAX)
        .await
        .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let again = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    Ok((again, Some(Request::from_parts(parts, Body::from(bytes)))))
}

/// What the person wrote, field by field.
async fn typed(request: Request) -> String {
    let read = Form::<Vec<(String, String)>>::from_request(request, &()).await;
    let Ok(Form(fields)) = read else {
        return String::new();
    };
    let typed = fields
        .into_iter()
        .filter(|(name, value)| !NOT_TYPED.contains(&name.as_str()) && !value.trim().is_empty());
    typed.map(|(_, value)| value).collect::<Vec<_>>().join("\n")
}
