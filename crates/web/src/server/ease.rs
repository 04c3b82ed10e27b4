//! Requests for the search, for what was taken out, and for the keys. Refuses to put words of a person
//! into an address: they come in the body of a form, and the app remembers them while the record is open.

use app::Trouble;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn search(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::search::page(&app.search()?, None).into_response())
    })
}

pub async fn look_for(State(shared): State<Shared>, Form(form): Form<forms::Search>) -> Response {
    when_open(&shared, |app| {
        let Err(trouble) = app.look_for(&form.words) else {
            return Ok(go("/search"));
        };
        let mut view = app.search()?;
        // What was typed stays where it was typed; nothing was looked for.
        view.words = form.words;
        view.line = None;
        view.notes.clear();
        let page = pages::search::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn removed(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::removed::page(&app.removed()?, None).into_response())
    })
}

pub async fn put_back(State(shared): State<Shared>, Form(form): Form<forms::Removed>) -> Response {
    or_said(&shared, |app| app.put_back_removed(&form.id))
}

pub async fn end(State(shared): State<Shared>, Form(form): Form<forms::Removed>) -> Response {
    or_said(&shared, |app| app.end_removed(&form.id))
}

/// What was sent after the lock had fallen, to be sent now.
pub async fn held(State(shared): State<Shared>) -> Response {
    when_open(&shared, |_| {
        Ok(match shared.held() {
            Some(held) => pages::held::page(&held).into_response(),
            None => go("/"),
        })
    })
}

pub async fn leave_held(State(shared): State<Shared>) -> Response {
    shared.drop_held();
    go("/")
}

/// Does something and goes back to what was taken out; says there what went wrong.
fn or_said(shared: &Shared, action: impl FnOnce(&mut app::App) -> Result<(), Trouble>) -> Response {
    when_open(shared, |app| {
        let Err(trouble) = action(app) else {
            return Ok(go("/removed"));
        };
        let page = pages::removed::page(&app.removed()?, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}
