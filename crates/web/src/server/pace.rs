//! Requests for how often Today asks. Refuses to change anything on reading.

use app::NewSchedule;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn pace(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::pace::page(&app.pace()?, None).into_response())
    })
}

pub async fn choose(State(shared): State<Shared>, Form(form): Form<forms::Pace>) -> Response {
    when_open(&shared, |app| {
        app.choose_pace(&form.choice)?;
        Ok(go(if form.from == "today" { "/" } else { "/pace" }))
    })
}

/// Times that do not fit come back as they were typed.
pub async fn times(State(shared): State<Shared>, Form(form): Form<forms::Times>) -> Response {
    let new = NewSchedule {
        mode: form.mode,
        early: (form.early_from, form.early_to),
        late: (form.late_from, form.late_to),
        quiet: (form.quiet_from, form.quiet_to),
    };
    when_open(&shared, |app| {
        let Err(trouble) = app.choose_schedule(&new) else {
            return Ok(go("/pace"));
        };
        let mut view = app.pace()?;
        for mode in &mut view.times.modes {
            mode.is_chosen = mode.value == new.mode;
        }
        view.times.draft.clone_from(&new);
        view.times.is_refused = true;
        let page = pages::pace::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

/// The name of the file says nothing: a folder of downloads is seen by others.
pub async fn calendar(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        let calendar = match app.calendar() {
            Ok(calendar) => calendar,
            Err(trouble) => {
                let page = pages::pace::page(&app.pace()?, Some(&trouble));
                return Ok((status_of(&trouble), page).into_response());
            }
        };
        let headers = [
            (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
            (
                header::CONTENT_DISPOSITION,
                "attachment; filename=\"notes.ics\"",
            ),
        ];
        Ok((headers, calendar).into_response())
    })
}
