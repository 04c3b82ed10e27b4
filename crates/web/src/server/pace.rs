//! Requests for how often Today asks. Refuses to change anything on reading.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn pace(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::pace::page(&app.pace()?).into_response())
    })
}

pub async fn choose(State(shared): State<Shared>, Form(form): Form<forms::Pace>) -> Response {
    when_open(&shared, |app| {
        app.choose_pace(&form.choice)?;
        Ok(go(if form.from == "today" { "/" } else { "/pace" }))
    })
}
