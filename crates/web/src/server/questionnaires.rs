//! Requests for questionnaires that the person brings. Refuses files that are larger than one is.

use app::{FillPost, FillStep, KeepQuestionnaire, Trouble};
use axum::extract::multipart::Multipart;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;
use crate::upload::{self, Held};

/// Most bytes of a request that are read, so that the browser hears why a large file was not taken.
pub const BODY_MAX: usize = 32 << 20;

/// Every field of a form with its value, in order.
type Fields = Vec<(String, String)>;

fn show(app: &mut app::App, trouble: Option<&Trouble>) -> Result<Response, Trouble> {
    let page = pages::questionnaires::list(&app.questionnaires()?, trouble);
    let status = trouble.map_or(axum::http::StatusCode::OK, status_of);
    Ok((status, page).into_response())
}

pub async fn list(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| show(app, None))
}

pub async fn bring(State(shared): State<Shared>, form: Multipart) -> Response {
    let begin = |_: &str| Ok::<_, Trouble>(Held::up_to(BODY_MAX));
    let sent = upload::take(form, begin, || true).await;
    when_open(&shared, |app| {
        let brought = match sent {
            Ok(sent) => {
                let bytes = sent.file.map(Held::into_bytes).unwrap_or_default();
                app.bring_questionnaire(&bytes)
            }
            Err(_) => Err(Trouble::input(
                app::text("questionnaire-too-large"),
                app::text("questionnaire-too-large-hint"),
            )),
        };
        match brought {
            Ok(()) => Ok(go("/questionnaires")),
            Err(trouble) => show(app, Some(&trouble)),
        }
    })
}

pub async fn keep(
    State(shared): State<Shared>,
    Form(form): Form<forms::KeepQuestionnaire>,
) -> Response {
    when_open(&shared, |app| {
        let said = KeepQuestionnaire {
            may_use: form.may_use.as_deref() == Some("yes"),
            instrument: form.instrument,
            safety_item: form.safety_item,
        };
        match app.keep_questionnaire(&said) {
            Ok(()) => Ok(go("/questionnaires")),
            Err(trouble) => show(app, Some(&trouble)),
        }
    })
}

pub async fn leave(State(shared): State<Shared>, Form(_): Form<Fields>) -> Response {
    when_open(&shared, |app| {
        app.leave_questionnaire()?;
        Ok(go("/questionnaires"))
    })
}

pub async fn take_out(State(shared): State<Shared>, Form(form): Form<forms::PlanKey>) -> Response {
    when_open(&shared, |app| {
        app.take_out_questionnaire(&form.key)?;
        Ok(go("/questionnaires"))
    })
}

pub async fn put_back(State(shared): State<Shared>, Form(form): Form<forms::PlanKey>) -> Response {
    when_open(&shared, |app| {
        app.put_back_questionnaire(&form.key)?;
        Ok(go("/questionnaires"))
    })
}

pub async fn fill(State(shared): State<Shared>, Path(number): Path<usize>) -> Response {
    when_open(&shared, |app| match app.fill(number) {
        Ok(state) => Ok(pages::questionnaires::fill(&state, None).into_response()),
        Err(trouble) => show(app, Some(&trouble)),
    })
}

pub async fn answer(
    State(shared): State<Shared>,
    Path(number): Path<usize>,
    Form(fields): Form<Fields>,
) -> Response {
    when_open(&shared, |app| {
        let of_name = |name: &'static str| {
            let of_name = fields.iter().filter(move |(known, _)| known == name);
            of_name.map(|(_, value)| value.clone())
        };
        let value = |name: &'static str| of_name(name).next().unwrap_or_default();
        let post = FillPost {
            number,
            key: value("key"),
            link_id: value("link_id"),
            values: of_name("value").collect(),
            other: value("other"),
            step: match value("step").as_str() {
                "skip" => FillStep::Skip,
                "back" => FillStep::Back,
                "stop" => FillStep::Stop,
                "go-on" => FillStep::GoOn,
                "anew" => FillStep::Anew,
                _ => FillStep::Next,
            },
        };
        match app.answer_question(&post) {
            Ok(_) => Ok(go(&format!("/questionnaires/{number}"))),
            Err(trouble) => match app.fill_again(&post) {
                Ok(state) => {
                    let page = pages::questionnaires::fill(&state, Some(&trouble));
                    Ok((status_of(&trouble), page).into_response())
                }
                Err(_) => show(app, Some(&trouble)),
            },
        }
    })
}
