//! Requests about what happened and time with others. Refuses to lose what was typed.

use app::{NewContact, NewEvent};
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn page(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::happened::page(&app.happened()?, None).into_response())
    })
}

pub async fn add(State(shared): State<Shared>, Form(form): Form<forms::Event>) -> Response {
    when_open(&shared, |app| {
        let new = NewEvent::from(form);
        let Err(trouble) = app.event_so_far(&new) else {
            return Ok(go("/events"));
        };
        let mut view = app.happened()?;
        view.event_draft = Some(new);
        let page = pages::happened::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn named(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::roots::named(&app.named()?).into_response())
    })
}

pub async fn roots(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::roots::page(&app.roots()?).into_response())
    })
}

pub async fn count(State(shared): State<Shared>, Form(_): Form<Vec<(String, String)>>) -> Response {
    when_open(&shared, |app| {
        app.count_unseen()?;
        Ok(go("/events"))
    })
}

pub async fn contact(State(shared): State<Shared>, Form(form): Form<forms::Contact>) -> Response {
    when_open(&shared, |app| {
        let new = NewContact {
            key: form.key,
            day: form.at,
            with: form.with,
            heard: form.heard,
        };
        let Err(trouble) = app.contact(&new) else {
            return Ok(go("/events"));
        };
        let mut view = app.happened()?;
        view.contact_draft = Some(new);
        let page = pages::happened::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}
