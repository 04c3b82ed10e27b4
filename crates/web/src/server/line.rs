//! Requests for the person's own line. Refuses to change anything on reading.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn line(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::line::page(&app.own_line()?, None).into_response())
    })
}

pub async fn draw(State(shared): State<Shared>, Form(form): Form<forms::Line>) -> Response {
    when_open(&shared, |app| match app.draw_line(&form.value) {
        Ok(()) => Ok(go("/line")),
        Err(trouble) => {
            let page = pages::line::page(&app.own_line()?, Some(&trouble));
            Ok((status_of(&trouble), page).into_response())
        }
    })
}

pub async fn undo(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        app.undo_line()?;
        Ok(go("/line"))
    })
}
