//! Requests for help. Refuses to wait: when the record is busy, help shows itself without it.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::forms::{self, Form};
use crate::guard::has_session;
use crate::pages::help::{self, Offers};
use crate::state::Shared;

/// What help shows, and what else can be offered to this browser.
fn found(shared: &Shared, headers: &HeaderMap, wanted: Option<&str>) -> (app::HelpView, Offers) {
    let is_known = has_session(shared, headers);
    match shared.app_if_free() {
        Some(app) => {
            let offers = Offers {
                can_keep: is_known,
                has_plan: is_known && app.is_open(),
            };
            (app.help(wanted), offers)
        }
        None => {
            let clock = app::Clock::of_computer();
            (app::help(wanted, None, &clock), Offers::default())
        }
    }
}

pub async fn help(State(shared): State<Shared>, headers: HeaderMap) -> Html<String> {
    let (view, offers) = found(&shared, &headers, None);
    help::page(&view, offers)
}

pub async fn country(
    State(shared): State<Shared>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (view, offers) = found(&shared, &headers, Some(&name));
    let status = if view.is_unknown {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    };
    (status, help::page(&view, offers)).into_response()
}

/// Keeps which country comes first, or forgets it. Needs a session, and no open record.
pub async fn keep(State(shared): State<Shared>, Form(form): Form<forms::Country>) -> Response {
    let code = Some(form.country.as_str()).filter(|code| !code.is_empty());
    let done = shared.app().keep_country(code);
    match done {
        Ok(()) => Redirect::to("/help").into_response(),
        Err(trouble) => super::handlers::bare(&trouble),
    }
}
