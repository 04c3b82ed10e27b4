//! Requests for back-ups, the recovery sheet and another passphrase. Refuses to bring a back-up back
//! while there is a record: that is for the command line, with the pages closed.

use std::path::Path;

use app::{App, Every, Gate, Trouble};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::handlers::{go, status_of, when_open};
use crate::forms::{self, Form};
use crate::pages;
use crate::state::Shared;

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

pub async fn sheet(State(shared): State<Shared>) -> Response {
    when_open(&shared, |app| {
        Ok(pages::recovery::sheet(&app.recovery_sheet()?, None).into_response())
    })
}

pub async fn confirm(State(shared): State<Shared>, Form(form): Form<forms::SheetKey>) -> Response {
    when_open(&shared, |app| {
        let Err(trouble) = app.confirm_sheet(&form.key) else {
            return Ok(go("/backup/sheet"));
        };
        let page = pages::recovery::sheet(&app.recovery_sheet()?, Some(&trouble));
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
    match shared.app().gate() {
        Gate::FirstRun(_) => pages::recovery::restore("", None).into_response(),
        _ => go("/"),
    }
}

pub async fn restore(State(shared): State<Shared>, Form(form): Form<forms::Restore>) -> Response {
    shared.touch();
    let mut app = shared.app();
    let new = (form.first.as_str(), form.again.as_str());
    match app.restore_at_first_run(&form.file, &form.passphrase, &form.key, new) {
        Ok(_) => go("/"),
        Err(trouble) => {
            let page = pages::recovery::restore(&form.file, Some(&trouble));
            (status_of(&trouble), page).into_response()
        }
    }
}

pub async fn recover_page(State(shared): State<Shared>) -> Response {
    match shared.app().gate() {
        Gate::Locked(view) if view.has_recovery => pages::recovery::recover(None).into_response(),
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
            let page = pages::recovery::recover(Some(&trouble));
            (status_of(&trouble), page).into_response()
        }
    }
}
