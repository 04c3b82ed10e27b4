//! Requests for what can be tried: strategies, sessions, sheets and the course. Refuses to decide what is
//! put away.

use app::{NewSheet, SessionPost};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::handlers::{go, not_here_now, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

/// The number in an address; 0, which nothing has, for anything else.
fn place(number: &str) -> u16 {
    number.parse().unwrap_or(0)
}

pub async fn list(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::strategies::list(&app.try_list()?).into_response())
    })
}

pub async fn one(State(shared): State<Shared>, Path(number): Path<String>) -> Response {
    when_open(&shared, |app| {
        Ok(match app.try_one(place(&number))? {
            Some(view) => pages::strategies::one(&view).into_response(),
            None => not_here_now(),
        })
    })
}

pub async fn ground(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| Ok(go(&app.begin_grounding()?)))
}

pub async fn begin(State(shared): State<Shared>, Path(number): Path<String>) -> Response {
    when_open(&shared, |app| Ok(go(&app.begin_session(place(&number))?)))
}

pub async fn session(State(shared): State<Shared>, Path(number): Path<String>) -> Response {
    when_open(&shared, |app| {
        Ok(match app.guided_session(place(&number))? {
            Some(view) => pages::guided::page(&view).into_response(),
            None => go(&format!("/try/{}", place(&number))),
        })
    })
}

pub async fn go_on(
    State(shared): State<Shared>,
    Path(number): Path<String>,
    Form(form): Form<forms::SessionStep>,
) -> Response {
    when_open(&shared, |app| {
        let post = SessionPost {
            step: form.step,
            go: form.go,
            rating: form.rating,
        };
        Ok(go(&app.go_on_session(place(&number), &post)?))
    })
}

pub async fn course(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::course::page(&app.course()?).into_response())
    })
}

pub async fn unit(State(shared): State<Shared>, Path(number): Path<String>) -> Response {
    when_open(&shared, |app| {
        Ok(match app.course_unit(place(&number))? {
            Some(view) => pages::course::unit(&view).into_response(),
            None => go("/course"),
        })
    })
}

pub async fn parts(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::roots::parts(&app.three_parts()?).into_response())
    })
}

pub async fn write_sheet(
    State(shared): State<Shared>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Response {
    when_open(&shared, |app| {
        let of = |name: &str| {
            let found = sent.iter().find(|(known, _)| known == name);
            found.map_or_else(String::new, |(_, value)| value.clone())
        };
        let fields = sent.iter().filter_map(|(name, value)| {
            let name = name.strip_prefix("field_")?;
            Some((name.to_owned(), value.clone()))
        });
        let new = NewSheet {
            key: of("key"),
            sheet: of("sheet"),
            fields: fields.collect(),
        };
        let address = app::sheet_address(&new.sheet)?;
        let Err(trouble) = app.write_sheet(&new) else {
            return Ok(go(&address));
        };
        let page = pages::sheet::refused(&app.sheet_again(&new)?, &trouble);
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn take_out(State(shared): State<Shared>, Form(form): Form<forms::PlanKey>) -> Response {
    when_open(&shared, |app| Ok(go(&app.take_out_sheet(&form.key)?)))
}

pub async fn put_back(State(shared): State<Shared>, Form(form): Form<forms::PlanKey>) -> Response {
    when_open(&shared, |app| Ok(go(&app.put_back_sheet(&form.key)?)))
}
