//! Requests for what was brought in and what can be taken out. Refuses to keep a file on one press.

use std::collections::BTreeMap;

use app::{Trouble, text};
use axum::extract::{Multipart, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::Form;
use crate::pages;
use crate::state::Shared;
use crate::upload::{self, NotSent};

pub async fn data(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::data::page(&app.data()?, None).into_response())
    })
}

/// Takes a file in and shows what is in it.
pub async fn look(State(shared): State<Shared>, form: Multipart) -> Response {
    let file = taken(&shared, form).await;
    or_said(&shared, |app| app.look_at(file?))
}

/// What another program said, beside what holds of it. Nothing is kept, so the answer is the page.
pub async fn claims(State(shared): State<Shared>, form: Multipart) -> Response {
    let file = taken(&shared, form).await;
    when_open(&shared, |app| {
        match file.and_then(|file| app.told_view(&file)) {
            Ok(view) => Ok(pages::data::claims(&view).into_response()),
            Err(trouble) => {
                let page = pages::data::page(&app.data()?, Some(&trouble));
                Ok((status_of(&trouble), page).into_response())
            }
        }
    })
}

/// The file of a form.
async fn taken(shared: &Shared, form: Multipart) -> Result<app::Incoming, Trouble> {
    // A long file comes in without the record: other pages go on meanwhile.
    // Whoever sends a long file is there; whoever locks meanwhile wants none of it to come in.
    let goes_on = || {
        shared.touch();
        shared.app_if_free().is_none_or(|app| app.is_open())
    };
    let begin = |name: &str| shared.app().begin_incoming(name);
    match upload::take(form, begin, goes_on).await {
        Ok(sent) => sent
            .file
            .ok_or_else(|| Trouble::input(text("data-none-chosen"), text("data-none-chosen-hint"))),
        Err(not_sent) => Err(trouble_of(not_sent)),
    }
}

/// What to say of a file that did not come through.
pub(super) fn trouble_of(not_sent: NotSent<Trouble>) -> Trouble {
    match not_sent {
        NotSent::Cut => Trouble::input(text("data-cut"), text("data-cut-hint")),
        NotSent::Disk(error) => app::not_taken(&error),
        NotSent::Refused(trouble) => trouble,
    }
}

pub async fn words(
    State(shared): State<Shared>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Response {
    or_said(&shared, |app| {
        let field = |name: String| fields.get(&name).cloned().unwrap_or_default();
        app.explain_words(&|idx| (field(format!("level_{idx}")), field(format!("numb_{idx}"))))
    })
}

pub async fn table(
    State(shared): State<Shared>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Response {
    or_said(&shared, |app| {
        app.explain_columns(&|name| fields.get(name).cloned().unwrap_or_default())
    })
}

/// What was said of the columns, to be given back on the command line.
pub async fn map(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        let headers = [
            (header::CONTENT_TYPE, "application/toml"),
            (
                header::CONTENT_DISPOSITION,
                "attachment; filename=\"map.toml\"",
            ),
        ];
        Ok((headers, app.said_map()?).into_response())
    })
}

pub async fn keep(State(shared): State<Shared>) -> Response {
    or_said(&shared, app::App::keep_incoming)
}

pub async fn leave(State(shared): State<Shared>) -> Response {
    or_said(&shared, app::App::leave_incoming)
}

pub async fn undo(
    State(shared): State<Shared>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Response {
    or_said(&shared, |app| {
        app.take_back_import(fields.get("digest").map_or("", String::as_str))
    })
}

/// The names of the files say nothing: a folder of downloads is seen by others.
pub async fn save(
    State(shared): State<Shared>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Response {
    let word = fields.get("as").cloned().unwrap_or_default();
    when_open(&shared, |app| {
        let (kind, name, bytes) = app.taken_out(&word)?;
        let name = format!("attachment; filename=\"{name}\"");
        let headers = [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, name),
        ];
        Ok((headers, bytes).into_response())
    })
}

/// Does something and goes back to the page; says there what went wrong.
fn or_said(shared: &Shared, action: impl FnOnce(&mut app::App) -> Result<(), Trouble>) -> Response {
    when_open(shared, |app| {
        let Err(trouble) = action(app) else {
            return Ok(go("/data"));
        };
        let page = pages::data::page(&app.data()?, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}
