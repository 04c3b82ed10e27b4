//! Which keys do what. Needs no record and no script: it says which keys the script adds.

use app::text;
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// What works everywhere, by the browser alone.
const ALWAYS: [&str; 6] = ["tab", "shift-tab", "enter", "space", "arrows", "escape"];
/// What the small script adds.
const ADDED: [&str; 3] = ["digits", "question", "shift"];

/// The page.
pub fn page() -> Html<String> {
    layout::page(
        Place::Help,
        false,
        &html! {
            h1 { (text("keys-heading")) }
            p { (text("keys-line")) }
            h2 { (text("keys-added-heading")) }
            (list(&ADDED))
            h2 { (text("keys-always-heading")) }
            (list(&ALWAYS))
            p class="soft" { (text("keys-reader")) }
            p class="row" { a class="button" href="/" { (text("back-to-today")) } }
        },
    )
}

fn list(names: &[&str]) -> Markup {
    html! {
        ul class="facts" {
            @for name in names {
                li { kbd { (text(&format!("keys-name-{name}"))) } span { (text(&format!("keys-does-{name}"))) } }
            }
        }
    }
}
