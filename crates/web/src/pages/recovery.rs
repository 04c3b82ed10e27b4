//! The recovery sheet, and the two pages at the door that use it: bringing a back-up back, and
//! opening a record whose passphrase is lost. Refuses to put a name or a date of birth on paper.

use app::{RestoreView, SheetToPrint, Trouble, text, text_with};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// The sheet, as it is printed, and the field in which its key is typed back.
pub fn sheet(view: &SheetToPrint, typed: &str, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Today,
        view.is_example,
        &html! {
            (layout::trouble(trouble))
            section class="recovery" aria-labelledby="recovery" {
                h1 id="recovery" { (text("recovery-heading")) }
                p { (view.date) }
                h2 { (text("recovery-key-label")) }
                p class="recovery-key" translate="no" {
                    span { (view.head) } br;
                    @for row in view.groups.chunks(5) {
                        span { (row.join(" ")) } br;
                    }
                }
                p { (text("recovery-letters")) }
                h2 { (text("recovery-steps-heading")) }
                ol { @for step in &view.steps { li { (step) } } }
                p { (text("recovery-lost-line")) }
                p { (text("recovery-keep")) }
            }
            section class="card screen" aria-labelledby="confirm" {
                h2 id="confirm" { (text("recovery-confirm-heading")) }
                @if let Some(confirmed) = &view.confirmed { (layout::told(confirmed)) }
                p { (text("recovery-confirm-line")) }
                form method="post" action="/backup/sheet" autocomplete="off" {
                    (key(typed, trouble, true))
                    div class="row" { button class="main" type="submit" { (text("recovery-confirm")) } }
                }
            }
            form class="card screen" method="post" action="/backup/sheet/new" {
                p { (text("recovery-new-line")) }
                div class="row" { button class="quiet" type="submit" { (text("recovery-new")) } }
            }
            p class="screen" { a class="button" href="/backup" { (text("restore-back")) } }
        },
    )
}

/// Where the back-up is and what opens it. What could be seen while it was typed stays; passphrases do
/// not.
pub fn restore(view: &RestoreView, trouble: Option<&Trouble>) -> Html<String> {
    let is_waiting = view.waiting.is_some();
    layout::outside(&html! {
        h1 { (text("restore-heading")) }
        (layout::trouble(trouble))
        p { (text("restore-line")) }
        form method="post" action="/restore" autocomplete="off" enctype="multipart/form-data" {
            @if let Some(name) = &view.waiting {
                p role="status" { (text_with("restore-waiting", &[("name", name.as_str().into())])) }
            }
            label for="upload" { (text(if is_waiting { "restore-other-file" } else { "restore-file" })) }
            input id="upload" name="upload" type="file" aria-describedby="upload-hint";
            p id="upload-hint" class="soft" { (text("restore-file-hint")) }
            details open[!view.file.is_empty()] {
                summary { (text("restore-place-summary")) }
                label for="place" { (text("restore-place")) }
                input id="place" name="place" type="text" value=(view.file) autocomplete="off" spellcheck="false" aria-describedby="place-hint";
                p id="place-hint" class="soft" { (text("restore-place-hint")) }
            }
            label for="passphrase" { (text("restore-passphrase")) }
            input id="passphrase" name="passphrase" type="password" autocomplete="off";
            p { (text("restore-or")) }
            (key(&view.key, trouble, false))
            label for="first" { (text("restore-new")) }
            input id="first" name="first" type="password" autocomplete="new-password" aria-describedby="new-hint";
            p id="new-hint" class="soft" { (text("restore-new-hint")) }
            label for="again" { (text("backup-passphrase-again")) }
            input id="again" name="again" type="password" autocomplete="new-password";
            @if trouble.is_some() { p class="soft" { (text("restore-type-again")) } }
            div class="row" {
                button class="main" type="submit" { (text("restore-go")) }
                a class="button" href="/" { (text("restore-back")) }
            }
        }
    })
}

/// The key of a sheet, as it was typed: it has 74 characters, and one of them may be wrong. The page is
/// never kept by the browser.
fn key(typed: &str, trouble: Option<&Trouble>, is_needed: bool) -> Markup {
    let is_wrong = trouble.is_some() && !typed.is_empty();
    html! {
        label for="key" { (text("restore-sheet")) }
        input id="key" name="key" type="text" value=(typed) maxlength="200" autocomplete="off" autocapitalize="characters"
            spellcheck="false" required[is_needed] autofocus[is_wrong];
    }
}

/// Opens a record with its sheet, under a new passphrase.
pub fn recover(typed: &str, trouble: Option<&Trouble>) -> Html<String> {
    let typed: String = typed.chars().take(200).collect();
    layout::outside(&html! {
        h1 { (text("recover-heading")) }
        (layout::trouble(trouble))
        form method="post" action="/recover" autocomplete="off" {
            (key(&typed, trouble, true))
            label for="first" { (text("backup-passphrase-new")) }
            input id="first" name="first" type="password" autocomplete="new-password" required;
            label for="again" { (text("backup-passphrase-again")) }
            input id="again" name="again" type="password" autocomplete="new-password" required;
            @if trouble.is_some() { p class="soft" { (text("restore-type-again")) } }
            div class="row" {
                button class="main" type="submit" { (text("recover-go")) }
                a class="button" href="/" { (text("restore-back")) }
            }
        }
    })
}
