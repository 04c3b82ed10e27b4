//! How long the record stays open without use, and what was being written when it closed. Refuses to take a look at
//! the clock for use: only what a person does is that.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::handlers::when_open;
use crate::forms::{self, Form};
use crate::state::Shared;

/// Seconds until the record locks: nothing where it never does, 0 where it is locked. Then whether something waits
/// to be given back.
pub async fn left(State(shared): State<Shared>) -> Response {
    let unused = shared.last_used().elapsed();
    let Some(mut app) = shared.app_if_free() else {
        // Whoever is waited for uses it.
        return "60".into_response();
    };
    if !app.is_open() {
        return "0".into_response();
    }
    let seconds = app.locks_after().map(|limit| {
        // Open until it is locked: whoever asks once more hears that it is.
        limit.saturating_sub(unused).as_secs().max(1).to_string()
    });
    let waits = app.page_to_give_back().map_or("", |_| " typed");
    format!("{}{waits}", seconds.unwrap_or_default()).into_response()
}

/// The person is still there.
pub async fn stay(State(shared): State<Shared>) -> Response {
    shared.touch();
    StatusCode::NO_CONTENT.into_response()
}

/// Holds what is being written.
pub async fn typed(State(shared): State<Shared>, Form(form): Form<forms::Typed>) -> Response {
    when_open(&shared, |app| {
        app.hold_typed(&form.page, &form.fields)?;
        Ok(StatusCode::NO_CONTENT.into_response())
    })
}

/// Gives back what was being written before a lock.
pub async fn give_back(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(match app.give_back_typed() {
            Some(typed) => typed.fields.into_response(),
            None => StatusCode::NO_CONTENT.into_response(),
        })
    })
}
