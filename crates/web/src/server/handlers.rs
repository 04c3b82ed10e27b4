//! From a request to the app and from its view to a page. Refuses to decide anything itself.

use std::time::Instant;

use app::{Gate, ItemAnswer, LockedView, NewEvent, NewNight, NewRecall, Trouble, TroubleKind};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use crate::forms::{self, Form};
use crate::pages;
use crate::session::COOKIE;
use crate::state::Shared;

pub mod form;

/// Takes the one-time link and begins a session.
///
/// The page that follows is asked for by this one, from our own origin: a browser would not send
/// a strict cookie along a redirect that began elsewhere.
pub async fn start(
    State(shared): State<Shared>,
    method: Method,
    Query(query): Query<forms::Start>,
) -> Response {
    // Asking for the head of the page must not spend the link.
    if method == Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let is_offered = shared.sessions().redeem(&query.k, Instant::now());
    let is_good = is_offered || shared.app().take_ticket(&query.k);
    if !is_good {
        return (StatusCode::UNAUTHORIZED, pages::lock::no_session()).into_response();
    }
    let cookie = app::random_hex(32);
    shared.sessions().begin(cookie.clone());
    shared.touch();
    let set = format!("{COOKIE}={cookie}; Path=/; HttpOnly; SameSite=Strict");
    let Ok(set) = HeaderValue::from_str(&set) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    ([(header::SET_COOKIE, set)], pages::away::entering()).into_response()
}

/// Goes with an answer that shows the door of a locked record.
#[derive(Debug, Clone, Copy)]
pub(super) struct InFront(pub LockedView);

/// Shows what stands in front of the record; `None` when it is open.
fn in_front(app: &mut app::App, trouble: Option<&Trouble>) -> Option<Response> {
    match app.gate() {
        Gate::Open => None,
        Gate::FirstRun(view) => Some(pages::first_run::page(&view, trouble).into_response()),
        Gate::Locked(view) => {
            let page = pages::lock::locked(&view, trouble);
            Some((Extension(InFront(view)), page).into_response())
        }
    }
}

/// Runs `action` on an open record; else shows what stands in front of it.
pub(super) fn when_open(
    shared: &Shared,
    action: impl FnOnce(&mut app::App) -> Result<Response, Trouble>,
) -> Response {
    shared.touch();
    // A long look at a file must not keep Help and the way out from answering.
    tokio::task::block_in_place(|| {
        let mut app = shared.app();
        if let Some(page) = in_front(&mut app, None) {
            return page;
        }
        match action(&mut app) {
            Ok(response) => response,
            Err(trouble) => troubled(&mut app, &trouble),
        }
    })
}

pub(super) fn status_of(trouble: &Trouble) -> StatusCode {
    match trouble.kind {
        TroubleKind::Input => StatusCode::UNPROCESSABLE_ENTITY,
        TroubleKind::Locked => StatusCode::FORBIDDEN,
        TroubleKind::File => StatusCode::CONFLICT,
        TroubleKind::Device => StatusCode::INSUFFICIENT_STORAGE,
        TroubleKind::Ours => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Says what went wrong on the page that the person is on, or on a bare one.
fn troubled(app: &mut app::App, trouble: &Trouble) -> Response {
    let status = status_of(trouble);
    match app.today() {
        Ok(view) => (status, pages::today::page(&view, Some(trouble))).into_response(),
        Err(_) => (status, pages::away::trouble(trouble)).into_response(),
    }
}

/// Says what went wrong on a page of its own.
pub(super) fn bare(trouble: &Trouble) -> Response {
    (status_of(trouble), pages::away::trouble(trouble)).into_response()
}

pub(super) fn go(to: &str) -> Response {
    Redirect::to(to).into_response()
}

pub async fn today(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::today::page(&app.today()?, None).into_response())
    })
}

pub async fn go_on(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        app.go_on()?;
        Ok(go("/"))
    })
}

pub async fn seen_loss(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        app.seen_loss()?;
        Ok(go("/"))
    })
}

/// Shows the pictures of a page all the same.
pub async fn show(State(shared): State<Shared>, Form(form): Form<forms::Show>) -> Response {
    when_open(&shared, |app| {
        let (page, address) = match form.page.as_str() {
            "answers" => (app::Pictures::Answers, "/answers"),
            _ => (app::Pictures::Time, "/time"),
        };
        app.show_pictures(page)?;
        Ok(go(address))
    })
}

pub async fn check_in(State(shared): State<Shared>, Form(form): Form<forms::Answer>) -> Response {
    when_open(&shared, |app| {
        let latency_ms = form.latency.parse().ok();
        app.answer(&ItemAnswer {
            key: form.key,
            item: form.item,
            value: form.value,
            device: form.device,
            latency_ms,
        })?;
        Ok(go("/"))
    })
}

pub async fn flicker(State(shared): State<Shared>, Form(form): Form<forms::Flicker>) -> Response {
    when_open(&shared, |app| {
        app.flicker(&form.key, &form.strength, &form.word)?;
        Ok(go("/"))
    })
}

pub async fn note(State(shared): State<Shared>, Form(form): Form<forms::Note>) -> Response {
    when_open(&shared, |app| {
        match app.note(&form.key, &form.words, None) {
            Ok(()) => Ok(go("/")),
            Err(trouble) => {
                let mut view = app.today()?;
                view.draft_note = form.words;
                let page = pages::today::page(&view, Some(&trouble));
                Ok((status_of(&trouble), page).into_response())
            }
        }
    })
}

pub async fn undo(State(shared): State<Shared>, Form(form): Form<forms::Undo>) -> Response {
    when_open(&shared, |app| {
        if form.back == "yes" {
            app.put_back(&form.key)?
        } else {
            app.take_out(&form.key)?
        }
        Ok(go(match form.from.as_str() {
            "day" => "/day",
            "events" => "/events",
            "medicines" => "/medicines",
            "plan" => "/medicines/plan",
            _ => "/",
        }))
    })
}

pub async fn time(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::time::page(&app.time()?).into_response())
    })
}

pub async fn week(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::week::page(&app.week()?).into_response())
    })
}

pub async fn back(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::back::page(&app.back()?).into_response())
    })
}

pub async fn look(State(shared): State<Shared>, Form(form): Form<forms::Look>) -> Response {
    when_open(&shared, |app| {
        if let Some(from) = &form.one_from {
            let other = (form.other_from.as_str(), form.other_to.as_str());
            app.look_at_two((from, &form.one_to), other)?;
        } else if let Some(from) = &form.from {
            app.look_at_days(from, &form.to)?;
        } else if let Some(beside) = &form.beside {
            app.look_beside(beside)?;
        } else {
            app.look(&form.range, &form.at)?;
        }
        Ok(go("/time"))
    })
}

pub async fn day(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::day::page(&app.day()?, None).into_response())
    })
}

pub async fn open_day(State(shared): State<Shared>, Form(form): Form<forms::Look>) -> Response {
    when_open(&shared, |app| {
        app.open_day(&form.at)?;
        Ok(go("/day"))
    })
}

/// Shows the day again with the trouble and what was typed.
fn day_again(
    app: &mut app::App,
    trouble: &Trouble,
    draft: app::DayDraft,
) -> Result<Response, Trouble> {
    let mut view = app.day()?;
    view.draft = draft;
    view.is_open = true;
    Ok((status_of(trouble), pages::day::page(&view, Some(trouble))).into_response())
}

pub async fn day_check_in(
    State(shared): State<Shared>,
    Form(form): Form<forms::Recall>,
) -> Response {
    when_open(&shared, |app| {
        let new = NewRecall {
            key: form.key,
            day: form.at,
            clock: form.clock,
            value: form.value,
        };
        match app.recall(&new) {
            Ok(()) => Ok(go("/day")),
            Err(trouble) => {
                let draft = app::DayDraft {
                    clock: new.clock,
                    value: new.value,
                    ..Default::default()
                };
                day_again(app, &trouble, draft)
            }
        }
    })
}

pub async fn day_event(State(shared): State<Shared>, Form(form): Form<forms::Event>) -> Response {
    when_open(&shared, |app| {
        let new = NewEvent::from(form);
        match app.event(&new) {
            Ok(()) => Ok(go("/day")),
            Err(trouble) => {
                let draft = app::DayDraft {
                    label: new.label,
                    ..Default::default()
                };
                day_again(app, &trouble, draft)
            }
        }
    })
}

pub async fn day_sleep(State(shared): State<Shared>, Form(form): Form<forms::Sleep>) -> Response {
    when_open(&shared, |app| {
        let new = NewNight {
            key: form.key,
            day: form.at,
            from: form.from,
            to: form.to,
            awake: form.awake,
        };
        match app.night(&new) {
            Ok(()) => Ok(go("/day")),
            Err(trouble) => day_again(app, &trouble, app::DayDraft::default()),
        }
    })
}

pub async fn day_note(State(shared): State<Shared>, Form(form): Form<forms::Note>) -> Response {
    when_open(&shared, |app| {
        match app.note(&form.key, &form.words, Some(&form.at)) {
            Ok(()) => Ok(go("/day")),
            Err(trouble) => {
                let draft = app::DayDraft {
                    words: form.words,
                    ..Default::default()
                };
                day_again(app, &trouble, draft)
            }
        }
    })
}

pub async fn answers(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::answers::page(&app.answers()?, None).into_response())
    })
}

/// Shows the answers anew, with what went wrong where something did.
fn answers_after(app: &mut app::App, done: Result<(), Trouble>) -> Result<Response, Trouble> {
    match done {
        Ok(()) => Ok(go("/answers")),
        Err(trouble) => {
            let page = pages::answers::page(&app.answers()?, Some(&trouble));
            Ok((status_of(&trouble), page).into_response())
        }
    }
}

pub async fn name_suspect(
    State(shared): State<Shared>,
    Form(form): Form<forms::Suspect>,
) -> Response {
    when_open(&shared, |app| {
        let done = app.name_suspect(&form.name);
        answers_after(app, done)
    })
}

pub async fn drop_suspect(
    State(shared): State<Shared>,
    Form(form): Form<forms::Suspect>,
) -> Response {
    when_open(&shared, |app| {
        let done = app.drop_suspect(&form.name);
        answers_after(app, done)
    })
}

pub async fn remove_said(
    State(shared): State<Shared>,
    Form(form): Form<forms::Suspect>,
) -> Response {
    when_open(&shared, |app| {
        let done = app.remove_said(&form.name);
        answers_after(app, done)
    })
}

/// The door again, with a word about what was tried at it.
fn at_door(status: StatusCode, mut page: Response) -> Response {
    *page.status_mut() = status;
    page.extensions_mut().remove::<InFront>();
    page
}

/// Runs one step of the first run and goes on, or shows the step again.
fn step(shared: &Shared, action: impl FnOnce(&mut app::App) -> Result<(), Trouble>) -> Response {
    shared.touch();
    // Trying a passphrase takes a while on purpose, and must not keep Help from answering.
    tokio::task::block_in_place(|| {
        let mut app = shared.app();
        match action(&mut app) {
            Ok(()) => go("/"),
            Err(trouble) => match in_front(&mut app, Some(&trouble)) {
                Some(page) => at_door(status_of(&trouble), page),
                None => troubled(&mut app, &trouble),
            },
        }
    })
}

pub async fn first_run_safety(State(shared): State<Shared>) -> Response {
    step(&shared, |app| {
        app.read_safety();
        Ok(())
    })
}

pub async fn first_run_key(State(shared): State<Shared>, Form(form): Form<forms::Key>) -> Response {
    step(&shared, |app| {
        let wants_passphrase = form.choice != "computer";
        app.choose_key(wants_passphrase.then_some((form.passphrase.as_str(), form.again.as_str())))
    })
}

pub async fn first_run_line(
    State(shared): State<Shared>,
    Form(form): Form<forms::Line>,
) -> Response {
    step(&shared, |app| app.choose_line(&form.value))
}

pub async fn unlock(State(shared): State<Shared>, Form(form): Form<forms::Unlock>) -> Response {
    let opened = step(&shared, |app| app.unlock(Some(&form.passphrase)));
    if !opened.status().is_redirection() {
        return opened;
    }
    // Whoever was writing when the lock fell goes on there: first with what was sent already.
    if shared.held().is_some() {
        return go("/held");
    }
    let page = shared.app().page_to_give_back().map(str::to_owned);
    page.map_or(opened, |page| go(&page))
}

/// Chooses a language, before a record is open too.
pub async fn language(State(shared): State<Shared>, Form(form): Form<forms::Language>) -> Response {
    shared.touch();
    match shared.app().choose_language(&form.language) {
        Ok(()) if form.from == "outside" => go("/"),
        Ok(()) => go("/data"),
        Err(trouble) => bare(&trouble),
    }
}

/// Locks. Without a passphrase, the session ends: only a new start link opens the record again.
pub async fn lock(State(shared): State<Shared>) -> Response {
    shared.lock_soon();
    go("/")
}

/// Leaves: locks as [`lock`] does, and goes to an empty sheet.
pub async fn exit(State(shared): State<Shared>) -> Response {
    shared.drop_held();
    shared.lock_soon();
    go("/away")
}

/// One card of what is known; needs no record, as Help needs none.
pub async fn card(Path(number): Path<String>) -> Response {
    match app::fact_card(&number) {
        Some(view) => pages::cards::card(&view).into_response(),
        None => not_here_now(),
    }
}

pub async fn not_here(State(shared): State<Shared>) -> Response {
    shared.touch();
    not_here_now()
}

/// Says that there is no such page.
pub(super) fn not_here_now() -> Response {
    (StatusCode::NOT_FOUND, pages::away::not_here()).into_response()
}
