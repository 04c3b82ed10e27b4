//! Requests for the page for a doctor. Refuses to save a page that was not looked at: the file holds
//! what the page shows.

use std::collections::{BTreeMap, BTreeSet};

use app::ReportRequest;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::Form;
use crate::pages;
use crate::state::Shared;

pub async fn report(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::report::page(&app.report()?, None).into_response())
    })
}

pub async fn choose(
    State(shared): State<Shared>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Response {
    let request = read(&fields);
    when_open(&shared, |app| {
        let Err(trouble) = app.choose_report(&request) else {
            return Ok(go("/report"));
        };
        let mut view = app.report()?;
        view.from.clone_from(&request.from);
        view.to.clone_from(&request.to);
        view.questions = request.questions.clone().unwrap_or_default();
        let page = pages::report::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

/// The name of the file says nothing: a folder of downloads is seen by others.
pub async fn save(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        let bytes = app.report_pdf_as_chosen()?;
        let headers = [
            (header::CONTENT_TYPE, "application/pdf"),
            (
                header::CONTENT_DISPOSITION,
                "attachment; filename=\"page.pdf\"",
            ),
        ];
        Ok((headers, bytes).into_response())
    })
}

/// The same page for programs of clinics, under a name that says nothing either.
pub async fn save_fhir(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        let text = app.report_document_as_chosen()?;
        let headers = [
            (header::CONTENT_TYPE, "application/fhir+json"),
            (
                header::CONTENT_DISPOSITION,
                "attachment; filename=\"page.json\"",
            ),
        ];
        Ok((headers, text).into_response())
    })
}

/// A ticked box is a field of its own: `part-course`, `event-` and the key.
fn read(fields: &BTreeMap<String, String>) -> ReportRequest {
    let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let ticked = |start: &str| -> BTreeSet<String> {
        let names = fields.keys().filter_map(|name| name.strip_prefix(start));
        names.map(str::to_owned).collect()
    };
    ReportRequest {
        from: field("from"),
        to: field("to"),
        paper: field("paper"),
        parts: Some(ticked("part-")),
        events: ticked("event-"),
        questions: Some(field("questions")),
    }
}
