//! The recovery sheet, and the two pages at the door that use it: bringing a back-up back, and
//! opening a record whose passphrase is lost. Refuses to put a name or a date of birth on paper.

use app::{SheetToPrint, Trouble, text};
use axum::response::Html;
use maud::html;

use super::layout::{self, Place};

/// The sheet, as it is printed, and the field in which its key is typed back.
pub fn sheet(view: &SheetToPrint, trouble: Option<&Trouble>) -> Html<String> {
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
                @if let Some(confirmed) = &view.confirmed { p role="status" { (confirmed) } }
                p { (text("recovery-confirm-line")) }
                form method="post" action="/backup/sheet" autocomplete="off" {
                    label for="key" { (text("restore-sheet")) }
                    input id="key" name="key" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" required;
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

/// Where the back-up is and what opens it. The place stays typed; keys do not.
pub fn restore(file: &str, trouble: Option<&Trouble>) -> Html<String> {
    layout::outside(&html! {
        h1 { (text("restore-heading")) }
        (layout::trouble(trouble))
        p { (text("restore-line")) }
        form method="post" action="/restore" autocomplete="off" {
            label for="file" { (text("restore-file")) }
            input id="file" name="file" type="text" value=(file) autocomplete="off" spellcheck="false" required aria-describedby="file-hint";
            p id="file-hint" class="soft" { (text("restore-file-hint")) }
            label for="passphrase" { (text("restore-passphrase")) }
            input id="passphrase" name="passphrase" type="password" autocomplete="off";
            p { (text("restore-or")) }
            label for="key" { (text("restore-sheet")) }
            input id="key" name="key" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false";
            label for="first" { (text("restore-new")) }
            input id="first" name="first" type="password" autocomplete="new-password" aria-describedby="new-hint";
            p id="new-hint" class="soft" { (text("restore-new-hint")) }
            label for="again" { (text("backup-passphrase-again")) }
            input id="again" name="again" type="password" autocomplete="new-password";
            div class="row" {
                button class="main" type="submit" { (text("restore-go")) }
                a class="button" href="/" { (text("restore-back")) }
            }
        }
    })
}

/// Opens a record with its sheet, under a new passphrase.
pub fn recover(trouble: Option<&Trouble>) -> Html<String> {
    layout::outside(&html! {
        h1 { (text("recover-heading")) }
        (layout::trouble(trouble))
        form method="post" action="/recover" autocomplete="off" {
            label for="key" { (text("restore-sheet")) }
            input id="key" name="key" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" required;
            label for="first" { (text("backup-passphrase-new")) }
            input id="first" name="first" type="password" autocomplete="new-password" required;
            label for="again" { (text("backup-passphrase-again")) }
            input id="again" name="again" type="password" autocomplete="new-password" required;
            div class="row" {
                button class="main" type="submit" { (text("recover-go")) }
                a class="button" href="/" { (text("restore-back")) }
            }
        }
    })
}
