//! What was sent after the lock had fallen, with one press to keep it. Refuses to keep it unasked: the
//! record may have been opened by somebody else.

use app::text;
use axum::response::Html;
use maud::html;

use super::layout::{self, Place};
use crate::server::Held;

/// The page.
pub fn page(held: &Held) -> Html<String> {
    let mut words = held.fields.iter().filter(|(name, _)| name == "words");
    layout::page(
        Place::Today,
        false,
        &html! {
            h1 { (text("held-heading")) }
            div class="card" {
                p { (text("held-line")) }
                @if let Some((_, words)) = words.next() {
                    details { summary { (text("held-show")) } p { (words) } }
                }
                form method="post" action=(held.path) class="row" {
                    @for (name, value) in &held.fields { input type="hidden" name=(name) value=(value); }
                    button class="main" type="submit" autofocus { (text("held-keep")) }
                }
            }
            form method="post" action="/held/leave" class="row" {
                button class="quiet" type="submit" { (text("held-leave")) }
            }
        },
    )
}
