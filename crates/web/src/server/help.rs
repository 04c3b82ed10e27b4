//! Requests for help. Refuses to wait: when the record is busy, help shows itself without it.

use app::ForWhom;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::forms::{self, Form};
use crate::guard::has_session;
use crate::pages::help::{self, Offers};
use crate::state::Shared;

/// What help shows, and what else can be offered to this browser. What the record says about age is
/// told to nobody without a session.
fn found(shared: &Shared, headers: &HeaderMap, wanted: Option<&str>) -> (app::HelpView, Offers) {
    let is_known = has_session(shared, headers);
    match shared.app_if_free() {
        Some(mut app) => {
            let is_young = is_known && app.help_is_for() == ForWhom::Young;
            let offers = Offers {
                can_keep: is_known,
                has_plan: is_known && app.is_open(),
                knows_age: is_young,
            };
            let view = app.help(wanted);
            let view = if is_young { view.for_young() } else { view };
            (view, offers)
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
    (status_of(&view), help::page(&view, offers)).into_response()
}

/// Help with lines for the young first, whatever a record says.
pub async fn young(State(shared): State<Shared>, headers: HeaderMap) -> Html<String> {
    let (view, offers) = found(&shared, &headers, None);
    help::page(&view.for_young(), offers)
}

pub async fn young_in(
    State(shared): State<Shared>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (view, offers) = found(&shared, &headers, Some(&name));
    (status_of(&view), help::page(&view.for_young(), offers)).into_response()
}

const fn status_of(view: &app::HelpView) -> StatusCode {
    if view.is_unknown {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    }
}

/// Keeps which country comes first, or forgets it. Needs a session, and no open record.
pub async fn keep(State(shared): State<Shared>, Form(form): Form<forms::Country>) -> Response {
    let code = Some(form.country.as_str()).filter(|code| !code.is_empty());
    let done = shared.app().keep_country(code);
    match done {
        Ok(()) if form.young == "yes" => Redirect::to("/help/young").into_response(),
        Ok(()) => Redirect::to("/help").into_response(),
        Err(trouble) => super::handlers::bare(&trouble),
    }
}

#[cfg(test)]
mod tests {
    use app::{App, Clock, Settings};

    use super::*;

    #[test]
    fn help_comes_while_somebody_else_holds_the_record() {
        let app = App::new(Settings {
            folder: std::env::temp_dir().join("no-record-lies-here"),
            clock: Clock::of_computer(),
        });
        let shared = Shared::new(app, "n0.localhost:1".to_owned());
        let busy = shared.app();
        let (view, offers) = found(&shared, &HeaderMap::new(), Some("IE"));
        assert_eq!(
            view.shown.map(|country| country.code).as_deref(),
            Some("IE")
        );
        assert!(!offers.can_keep && !offers.has_plan);
        drop(busy);
        let (again, _) = found(&shared, &HeaderMap::new(), Some("IE"));
        assert!(again.shown.is_some());
    }
}
