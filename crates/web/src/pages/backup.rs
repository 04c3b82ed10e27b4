//! The page of back-ups. Refuses to alarm: what failed is said once, with what is safe all the same.

use app::{BackupView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// When one was made, making one, letting the program make them, the sheet, another passphrase.
pub fn page(view: &BackupView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Today,
        view.is_example,
        &html! {
            h1 { (text("backup-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            p { (text("backup-line")) }
            @for line in &view.lines { p { (line) } }
            @if let Some(what) = &view.trouble { (failed(what)) }
            (now(view))
            (by_itself(view))
            section class="card" aria-labelledby="sheet" {
                h2 id="sheet" { (text("backup-sheet-heading")) }
                p { (text("backup-sheet-line")) }
                @if view.has_sheet { p { (text("backup-sheet-is")) } }
                @else if !view.has_passphrase { p { (text("backup-sheet-warning")) } }
                p { a class="button" href="/backup/sheet" { (text("backup-sheet-open")) } }
            }
            (passphrase(view))
            @if view.has_passphrase { (lock_after(view)) }
            p { a class="button" href="/" { (text("back-to-today")) } }
        },
    )
}

fn now(view: &BackupView) -> Markup {
    html! {
        section class="card" aria-labelledby="now" {
            h2 id="now" { (text("backup-now-heading")) }
            p { (text("backup-now-line")) }
            form method="post" action="/backup/save" class="row" {
                button class="main" type="submit" { (text("backup-save")) }
            }
            @if view.can_prove {
                form method="post" action="/backup/prove" {
                    p class="soft" { (text("backup-prove-line")) }
                    div class="row" { button class="quiet" type="submit" { (text("backup-prove")) } }
                }
            }
        }
    }
}

fn by_itself(view: &BackupView) -> Markup {
    html! {
        section class="card" aria-labelledby="by-itself" {
            h2 id="by-itself" { (text("backup-schedule-heading")) }
            @if let Some(schedule) = &view.schedule {
                p { (schedule) }
                form method="post" action="/backup/stop" class="row" {
                    button class="quiet" type="submit" { (text("backup-schedule-stop")) }
                }
            }
            p { (text("backup-schedule-line")) }
            p class="soft" { (text("backup-schedule-cloud")) }
            form method="post" action="/backup/schedule" autocomplete="off" {
                label for="folder" { (text("backup-schedule-folder")) }
                input id="folder" name="folder" type="text" value=(view.folder) autocomplete="off" required;
                label for="every" { (text("backup-schedule-every")) }
                select id="every" name="every" {
                    @for one in &view.every {
                        option value=(one.value) selected[one.is_chosen] { (one.label) }
                    }
                }
                div class="row" { button class="quiet" type="submit" { (text("backup-schedule-keep")) } }
            }
        }
    }
}

fn passphrase(view: &BackupView) -> Markup {
    html! {
        section class="card" aria-labelledby="passphrase" {
            h2 id="passphrase" { (text("backup-passphrase-heading")) }
            p { (text(if view.has_passphrase { "backup-passphrase-line" } else { "backup-passphrase-none-line" })) }
            form method="post" action="/backup/passphrase" autocomplete="off" {
                @if view.has_passphrase {
                    label for="old" { (text("backup-passphrase-old")) }
                    input id="old" name="old" type="password" autocomplete="off" required;
                }
                label for="first" { (text("backup-passphrase-new")) }
                input id="first" name="first" type="password" autocomplete="new-password" required;
                label for="again" { (text("backup-passphrase-again")) }
                input id="again" name="again" type="password" autocomplete="new-password" required;
                div class="row" { button class="quiet" type="submit" { (text("backup-passphrase-change")) } }
            }
        }
    }
}

/// When it locks by itself: without a passphrase it would open again for anybody, so it does not.
fn lock_after(view: &BackupView) -> Markup {
    html! {
        section class="card" aria-labelledby="lock-after" {
            h2 id="lock-after" { (text("backup-lock-heading")) }
            p { (text("backup-lock-line")) }
            form method="post" action="/backup/lock" autocomplete="off" {
                label for="minutes" { (text("backup-lock-minutes")) }
                input id="minutes" name="minutes" type="text" inputmode="numeric" value=(view.lock_after) maxlength="8" required;
                div class="row" { button class="quiet" type="submit" { (text("backup-lock-keep")) } }
            }
        }
    }
}

/// That the last back-up is not there, and why.
pub fn failed(what: &str) -> Markup {
    html! {
        section class="card" aria-labelledby="backup-failed" {
            h2 id="backup-failed" { (text("backup-trouble-heading")) }
            p { (layout::sentence(what)) }
            p { (text("backup-trouble-line")) " " (link()) }
        }
    }
}

/// The way to the page.
pub fn link() -> Markup {
    html! { a href="/backup" { (text("backup-link")) } }
}
