//! The page in front of a locked record, and the one for a browser without a session.

use app::{LockedView, Trouble, text};
use axum::response::Html;
use maud::html;

use super::layout;

/// Asks for the passphrase; or says how to come back where there is none.
pub fn locked(view: &LockedView, trouble: Option<&Trouble>) -> Html<String> {
    door(view, trouble, "")
}

/// The same after an entry that came too late, with what was typed.
pub fn not_kept(view: &LockedView, trouble: &Trouble, typed: &str) -> Html<String> {
    door(view, Some(trouble), typed)
}

fn door(view: &LockedView, trouble: Option<&Trouble>, typed: &str) -> Html<String> {
    layout::outside(&html! {
        h1 { (text("locked-heading")) }
        (layout::trouble(trouble))
        @if !typed.is_empty() {
            label for="typed" { (text("locked-typed")) }
            textarea id="typed" readonly autocomplete="off" rows="4" { (typed) }
        }
        @if view.needs_passphrase {
            form method="post" action="/unlock" autocomplete="off" {
                label for="passphrase" { (text("passphrase")) }
                input id="passphrase" name="passphrase" type="password" autocomplete="off" required autofocus;
                div class="row" { button class="main" type="submit" { (text("unlock")) } }
            }
            p class="soft" { (text("locked-nothing-lost")) }
            @if view.has_recovery { p { a href="/recover" { (text("recover-link")) } } }
        } @else {
            p { (text("locked-start-again")) }
        }
        (layout::languages())
    })
}

/// Says that this browser was not let in, and nothing about what is here.
pub fn no_session() -> Html<String> {
    layout::outside(&html! {
        h1 { (text("no-session-heading")) }
        p { (text("no-session-line")) }
    })
}
