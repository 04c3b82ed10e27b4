//! Requests for the safety plan. Refuses to lose what was typed: a refused line comes back in its
//! field.

use app::NewPlanLine;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn plan(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::plan::page(&app.plan()?, None).into_response())
    })
}

pub async fn write(State(shared): State<Shared>, Form(form): Form<forms::PlanLine>) -> Response {
    when_open(&shared, |app| {
        let new = NewPlanLine {
            key: form.key,
            part: form.part,
            instead_of: form.instead_of,
            words: form.words,
        };
        let Err(trouble) = app.write_plan_line(&new) else {
            return Ok(go("/plan"));
        };
        let mut view = app.plan()?;
        for part in &mut view.parts {
            if part.part == new.part {
                part.draft.clone_from(&new.words);
            }
        }
        let page = pages::plan::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn take_out(State(shared): State<Shared>, Form(form): Form<forms::PlanKey>) -> Response {
    when_open(&shared, |app| {
        app.take_out_of_plan(&form.key)?;
        Ok(go("/plan"))
    })
}

pub async fn put_back(State(shared): State<Shared>, Form(form): Form<forms::PlanKey>) -> Response {
    when_open(&shared, |app| {
        app.put_back_in_plan(&form.key)?;
        Ok(go("/plan"))
    })
}
