//! Requests for back-ups, the recovery sheet and another passphrase. Refuses to bring a back-up back
//! while there is a record: that is for the command line, with the pages closed.

use std::path::Path;

use app::{App, Every, Gate, Trouble};
use axum::extract::{Multipart, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;
use crate::upload::{self, Held};

/// Does something and shows the page again: what was done, or what did not work.
fn after(
    shared: &Shared,
    done: &'static str,
    action: impl FnOnce(&mut App) -> Result<(), Trouble>,
) -> Response {
    when_open(shared, |app| match action(app) {
        Ok(()) => {
            app.note_backup_done(done)?;
            Ok(go("/backup"))
        }
        Err(trouble) => {
            let page = pages::backup::page(&app.backup_page()?, Some(&trouble));
            Ok((status_of(&trouble), page).into_response())
        }
    })
}

pub async fn page(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::backup::page(&app.backup_page()?, None).into_response())
    })
}

pub async fn save(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        let (name, bytes) = app.back_up_bytes()?;
        let headers = [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}\""),
            ),
        ];
        Ok((headers, bytes).into_response())
    })
}

pub async fn prove(State(shared): State<Shared>) -> Response {
    after(&shared, "backup-done-proved", |app| {
        app.prove_restore().map(|_| ())
    })
}

pub async fn schedule(
    State(shared): State<Shared>,
    Form(form): Form<forms::BackupSchedule>,
) -> Response {
    when_open(&shared, |app| {
        let done = match Every::of_word(&form.every) {
            Ok(Some(every)) => app.schedule_backups(every, Path::new(form.folder.trim()), None),
            Ok(None) => app.stop_schedule(),
            Err(trouble) => Err(trouble),
        };
        let Err(trouble) = done else {
            app.note_backup_done("backup-done-schedule")?;
            return Ok(go("/backup"));
        };
        // What was typed stays where it was typed.
        let mut view = app.backup_page()?;
        view.folder = form.folder;
        for one in &mut view.every {
            one.is_chosen = one.value == form.every;
        }
        let page = pages::backup::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn stop(State(shared): State<Shared>) -> Response {
    after(&shared, "backup-done-stopped", App::stop_schedule)
}

pub async fn passphrase(
    State(shared): State<Shared>,
    Form(form): Form<forms::NewPassphrase>,
) -> Response {
    after(&shared, "backup-done-passphrase", |app| {
        app.change_passphrase(Some(&form.old), &form.first, &form.again)
    })
}

pub async fn lock_after(
    State(shared): State<Shared>,
    Form(form): Form<forms::LockAfter>,
) -> Response {
    when_open(&shared, |app| {
        let Err(trouble) = app.choose_lock_after(&form.minutes) else {
            app.note_backup_done("backup-done-lock")?;
            return Ok(go("/backup"));
        };
        // What was typed stays where it was typed.
        let mut view = app.backup_page()?;
        view.lock_after = form.minutes.chars().take(8).collect();
        let page = pages::backup::page(&view, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn sheet(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::recovery::sheet(&app.recovery_sheet()?, "", None).into_response())
    })
}

pub async fn confirm(State(shared): State<Shared>, Form(form): Form<forms::SheetKey>) -> Response {
    when_open(&shared, |app| {
        let Err(trouble) = app.confirm_sheet(&form.key) else {
            return Ok(go("/backup/sheet"));
        };
        let typed: String = form.key.chars().take(200).collect();
        let page = pages::recovery::sheet(&app.recovery_sheet()?, &typed, Some(&trouble));
        Ok((status_of(&trouble), page).into_response())
    })
}

pub async fn renew(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        app.renew_sheet()?;
        Ok(go("/backup/sheet"))
    })
}

pub async fn restore_page(State(shared): State<Shared>) -> Response {
    let mut app = shared.app();
    match app.gate() {
        Gate::FirstRun(_) => {
            pages::recovery::restore(&app.restore_page("", ""), None).into_response()
        }
        _ => go("/"),
    }
}

/// Takes a back-up from the browser or from a place, and opens it. What was typed wrong is shown again
/// where its letters were seen before: a passphrase is not.
pub async fn restore(State(shared): State<Shared>, form: Multipart) -> Response {
    shared.touch();
    if !is_first_run(&shared) {
        return go("/");
    }
    let name = std::sync::Mutex::new(String::new());
    let begin = |own: &str| {
        if let Ok(mut name) = name.lock() {
            own.clone_into(&mut name);
        }
        Ok(Held::up_to(app::BROUGHT_BYTES_MAX))
    };
    let sent = upload::take(form, begin, || is_first_run(&shared)).await;
    let name = name.into_inner().unwrap_or_default();
    // Stretching the passphrase and checking every byte takes a while.
    tokio::task::block_in_place(|| {
        let mut app = shared.app();
        if !matches!(app.gate(), Gate::FirstRun(_)) {
            return go("/");
        }
        let mut sent = match sent {
            Ok(sent) => sent,
            Err(not_sent) => {
                let trouble = super::data::trouble_of(not_sent);
                let page = pages::recovery::restore(&app.restore_page("", ""), Some(&trouble));
                return (status_of(&trouble), page).into_response();
            }
        };
        let brought = match sent.file.take() {
            Some(file) => app.bring_backup(&name, file.into_bytes()),
            None => Ok(()),
        };
        let (file, key) = (sent.word("place"), sent.word("key"));
        let new = (sent.word("first"), sent.word("again"));
        let restored = brought
            .and_then(|()| app.restore_at_first_run(file, sent.word("passphrase"), key, new));
        match restored {
            Ok(_) => go("/"),
            Err(trouble) => {
                let page = pages::recovery::restore(&app.restore_page(file, key), Some(&trouble));
                (status_of(&trouble), page).into_response()
            }
        }
    })
}

fn is_first_run(shared: &Shared) -> bool {
    // While somebody else is with the record, the next piece asks again.
    (shared.app_if_free()).is_none_or(|mut app| matches!(app.gate(), Gate::FirstRun(_)))
}

pub async fn recover_page(State(shared): State<Shared>) -> Response {
    match shared.app().gate() {
        Gate::Locked(view) if view.has_recovery => {
            pages::recovery::recover("", None).into_response()
        }
        _ => go("/"),
    }
}

pub async fn recover(State(shared): State<Shared>, Form(form): Form<forms::Recover>) -> Response {
    shared.touch();
    let mut app = shared.app();
    if !matches!(app.gate(), Gate::Locked(_)) {
        return go("/");
    }
    match app.recover(&form.key, &form.first, &form.again) {
        Ok(()) => go("/"),
        Err(trouble) => {
            let page = pages::recovery::recover(&form.key, Some(&trouble));
            (status_of(&trouble), page).into_response()
        }
    }
}
