//! How long the record stays open without use, and what was being written when it closed. Refuses to take a look at
//! the clock for use: only what a person does is that.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::handlers::when_open;
use crate::forms::{self, Form};
use crate::state::Shared;

/// Seconds that are told while the app is busy: so many over a minute as the page waits before it asks again.
const ASK_AGAIN: &str = "65";

/// Seconds until the record locks: nothing where it never does, 0 where it is locked. Then whether something waits
/// to be given back.
pub async fn left(State(shared): State<Shared>) -> Response {
    let unused = shared.last_used().elapsed();
    let Some(mut app) = shared.app_if_free() else {
        // Whoever is waited for uses it. A page that hears less than a minute says that it will lock soon.
        return ASK_AGAIN.into_response();
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

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A failed test stops here.
mod tests {
    use axum::body::to_bytes;

    use super::*;
    use crate::state::tests::begun;

    #[test]
    fn a_program_that_is_busy_does_not_say_that_it_locks_soon() {
        let (_folder, shared) = begun();
        let busy = shared.app();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        let said = runtime.block_on(async {
            let answer = left(State(shared.clone())).await;
            to_bytes(answer.into_body(), 100).await.unwrap()
        });
        drop(busy);
        let seconds: u64 = std::str::from_utf8(&said).unwrap().parse().unwrap();
        assert!(seconds > 60, "{seconds}");
    }
}
