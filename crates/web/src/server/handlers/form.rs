//! The forms beside the check-in, from what the browser sent to the app and back.

use app::{AfterForm, FormKind, FormPost, FormStep, Trouble};
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

fn address(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Morning => "/forms/morning",
        FormKind::Evening => "/forms/evening",
        FormKind::Weekly => "/forms/weekly",
        FormKind::SelfCheck => "/self-check",
        FormKind::Safety => "/forms/more",
        FormKind::ToldByOther => "/forms/together",
    }
}

fn show(shared: &Shared, kind: FormKind) -> Response {
    when_open(shared, |app| {
        let page = pages::form::page(address(kind), &app.form(kind)?, None);
        Ok(page.into_response())
    })
}

/// Every field of a form with its value, in order.
type Fields = Vec<(String, String)>;

fn take(shared: &Shared, kind: FormKind, fields: Fields) -> Response {
    when_open(shared, |app| {
        let value = |name: &str| {
            let mut of_name = fields.iter().filter(|(known, _)| known == name);
            of_name.next().map(|(_, value)| value.clone())
        };
        let step = match value("step").as_deref() {
            Some("anew") => {
                app.begin_self_check()?;
                return Ok(go(address(kind)));
            }
            Some("back") => FormStep::Back,
            Some("stop") => FormStep::Stop,
            _ => FormStep::Next,
        };
        let page = value("page").and_then(|page| page.parse().ok());
        let lost = || Trouble::input("this form can not be read", "open the page again");
        let post = FormPost {
            kind,
            key: value("key").unwrap_or_default(),
            page: page.ok_or_else(lost)?,
            answers: fields.clone(),
            step,
        };
        match app.save_form(&post) {
            Ok(AfterForm::GoOn) => Ok(go(address(kind))),
            Ok(AfterForm::Help) => Ok(go("/help")),
            Err(trouble) => {
                let page =
                    pages::form::page(address(kind), &app.form_again(&post)?, Some(&trouble));
                Ok((status_of(&trouble), page).into_response())
            }
        }
    })
}

pub async fn morning(State(shared): State<Shared>) -> Response {
    show(&shared, FormKind::Morning)
}

pub async fn keep_morning(State(shared): State<Shared>, Form(fields): Form<Fields>) -> Response {
    take(&shared, FormKind::Morning, fields)
}

pub async fn evening(State(shared): State<Shared>) -> Response {
    show(&shared, FormKind::Evening)
}

pub async fn keep_evening(State(shared): State<Shared>, Form(fields): Form<Fields>) -> Response {
    take(&shared, FormKind::Evening, fields)
}

pub async fn weekly(State(shared): State<Shared>) -> Response {
    show(&shared, FormKind::Weekly)
}

pub async fn keep_weekly(State(shared): State<Shared>, Form(fields): Form<Fields>) -> Response {
    take(&shared, FormKind::Weekly, fields)
}

pub async fn self_check(State(shared): State<Shared>) -> Response {
    show(&shared, FormKind::SelfCheck)
}

pub async fn keep_self_check(State(shared): State<Shared>, Form(fields): Form<Fields>) -> Response {
    take(&shared, FormKind::SelfCheck, fields)
}

pub async fn safety(State(shared): State<Shared>) -> Response {
    show(&shared, FormKind::Safety)
}

pub async fn keep_safety(State(shared): State<Shared>, Form(fields): Form<Fields>) -> Response {
    take(&shared, FormKind::Safety, fields)
}

pub async fn other(State(shared): State<Shared>) -> Response {
    show(&shared, FormKind::ToldByOther)
}

pub async fn keep_other(State(shared): State<Shared>, Form(fields): Form<Fields>) -> Response {
    take(&shared, FormKind::ToldByOther, fields)
}

pub async fn agree(State(shared): State<Shared>, Form(form): Form<forms::Agree>) -> Response {
    when_open(&shared, |app| {
        match form.choice.as_str() {
            "yes" => {
                app.agree_to_safety(true)?;
                return Ok(go("/forms/more"));
            }
            "forget" => app.forget_safety()?,
            _ => app.agree_to_safety(false)?,
        }
        Ok(go("/"))
    })
}
