//! Requests for experiments and for days without questions. Refuses to draw on reading.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn list(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::experiments::list(&app.experiments()?, None).into_response())
    })
}

pub async fn offer(State(shared): State<Shared>, Path(number): Path<String>) -> Response {
    when_open(&shared, |app| match app.try_by_lot(&number) {
        Ok(view) => Ok(pages::experiments::offer(&view, None).into_response()),
        Err(trouble) => {
            let page = pages::experiments::list(&app.experiments()?, Some(&trouble));
            Ok((status_of(&trouble), page).into_response())
        }
    })
}

pub async fn step(
    State(shared): State<Shared>,
    Path(number): Path<String>,
    Form(form): Form<forms::Step>,
) -> Response {
    when_open(&shared, |app| {
        let others = [form.second, form.third];
        let taken = match form.step.as_str() {
            "outcome" => app.try_together(&number, &others),
            _ => Ok(()),
        };
        match taken.and_then(|()| app.step_by_lot(&number, &form.step, &form.value)) {
            Ok(true) => Ok(go("/experiments")),
            Ok(false) => Ok(go(&format!("/try/{number}/experiment"))),
            Err(trouble) => {
                let page = match app.try_by_lot(&number) {
                    Ok(view) => pages::experiments::offer(&view, Some(&trouble)),
                    Err(_) => pages::experiments::list(&app.experiments()?, Some(&trouble)),
                };
                Ok((status_of(&trouble), page).into_response())
            }
        }
    })
}

pub async fn tell(State(shared): State<Shared>, Form(form): Form<forms::OfDay>) -> Response {
    when_open(&shared, |app| {
        app.tell_of_day(&form.key, &form.day, &form.done)?;
        Ok(go("/"))
    })
}

pub async fn stop(State(shared): State<Shared>, Form(form): Form<forms::ByKey>) -> Response {
    when_open(&shared, |app| match app.stop_experiment(&form.key) {
        Ok(()) => Ok(go("/experiments")),
        Err(trouble) => {
            let page = pages::experiments::list(&app.experiments()?, Some(&trouble));
            Ok((status_of(&trouble), page).into_response())
        }
    })
}

pub async fn quiet_days(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::quiet_days::page(&app.quiet_days()?, None).into_response())
    })
}

pub async fn choose_quiet_days(
    State(shared): State<Shared>,
    Form(form): Form<forms::QuietDays>,
) -> Response {
    when_open(&shared, |app| {
        match app.choose_quiet_days(&form.choice, &form.key) {
            Ok(()) => Ok(go("/quiet-days")),
            Err(trouble) => {
                let page = pages::quiet_days::page(&app.quiet_days()?, Some(&trouble));
                Ok((status_of(&trouble), page).into_response())
            }
        }
    })
}
