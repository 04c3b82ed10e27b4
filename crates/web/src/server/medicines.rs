//! Requests about medicines. Refuses to lose what was typed: a refused form comes back as it was.

use app::{App, MedicineForm, Trouble};
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

pub async fn list(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::medicines::page(&app.medicines()?, None).into_response())
    })
}

pub async fn ask(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::medicines::ask(&app.medicines_ask()?).into_response())
    })
}

pub async fn plan(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::medicines::plan(&app.prescriber_plan()?, None).into_response())
    })
}

type Write = fn(&mut App, &MedicineForm) -> Result<(), Trouble>;

/// Writes what a form of the list sends; where it is refused, shows the list with what was typed.
fn write(shared: &Shared, form: forms::Medicine, (name, write): (&str, Write)) -> Response {
    when_open(shared, |app| {
        let form = MedicineForm::from(form);
        let Err(trouble) = write(app, &form) else {
            return Ok(go("/medicines"));
        };
        let mut view = app.medicines()?;
        view.draft = MedicineForm {
            step: name.to_owned(),
            ..form
        };
        let page = pages::medicines::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn add(State(shared): State<Shared>, Form(form): Form<forms::Medicine>) -> Response {
    write(&shared, form, ("add", App::add_medicine))
}

pub async fn change(State(shared): State<Shared>, Form(form): Form<forms::Medicine>) -> Response {
    write(&shared, form, ("change", App::change_medicine))
}

pub async fn end(State(shared): State<Shared>, Form(form): Form<forms::Medicine>) -> Response {
    write(&shared, form, ("end", App::end_medicine))
}

pub async fn left_out(State(shared): State<Shared>, Form(form): Form<forms::Medicine>) -> Response {
    write(&shared, form, ("left-out", App::leave_dose_out))
}

/// Writes what a form of the plan sends; where it is refused, shows the plan with what was typed.
fn write_plan(shared: &Shared, form: forms::Medicine, write: Write) -> Response {
    when_open(shared, |app| {
        let form = MedicineForm::from(form);
        let Err(trouble) = write(app, &form) else {
            return Ok(go("/medicines/plan"));
        };
        let mut view = app.prescriber_plan()?;
        if form.step.is_empty() {
            view.draft = form;
        }
        let page = pages::medicines::plan(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn plan_step(
    State(shared): State<Shared>,
    Form(form): Form<forms::Medicine>,
) -> Response {
    write_plan(&shared, form, App::write_planned_dose)
}

pub async fn begin(State(shared): State<Shared>, Form(form): Form<forms::Medicine>) -> Response {
    write_plan(&shared, form, App::begin_planned_dose)
}

pub async fn note(State(shared): State<Shared>, Form(form): Form<forms::Note>) -> Response {
    when_open(&shared, |app| {
        app.note(&form.key, &form.words, None)?;
        Ok(go("/medicines/plan"))
    })
}
