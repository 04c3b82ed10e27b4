//! What was typed and sent after the lock had fallen: it waits in memory for the passphrase. Refuses to
//! write it to a disk, and to keep it once somebody leaves.

use axum::extract::{FromRequest as _, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};

use app::Gate;

use crate::forms::Form;
use crate::state::Shared;

/// Forms that hold words of a person. What they send can be sent again as it is.
const KEPT: [&str; 10] = [
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

/// A form that could not be kept.
#[derive(Clone)]
pub struct Held {
    /// Where it was sent.
    pub path: &'static str,
    /// Its fields, in their order.
    pub fields: Vec<(String, String)>,
}

/// Takes a form aside when a passphrase stands in front of the record. Anything else goes on as it is.
pub async fn hold(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let kept = KEPT.iter().find(|kept| **kept == path);
    let Some(path) = kept.filter(|_| request.method() == Method::POST).copied() else {
        return next.run(request).await;
    };
    if !is_locked(&shared) {
        // It is on its way now; a form that is refused comes back with what was typed.
        shared.drop_held_at(path);
        return next.run(request).await;
    }
    match Form::<Vec<(String, String)>>::from_request(request, &()).await {
        Ok(Form(fields)) => {
            shared.hold(Held { path, fields });
            Redirect::to("/").into_response()
        }
        Err(status) => status.into_response(),
    }
}

fn is_locked(shared: &Shared) -> bool {
    let app = shared.app_if_free();
    app.is_some_and(|mut app| matches!(app.gate(), Gate::Locked(view) if view.needs_passphrase))
}
