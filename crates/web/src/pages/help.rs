//! Help that needs no record, no session and no script.

use app::text;
use axum::response::Html;
use maud::html;

use super::layout::{self, Place};

/// The help page.
pub fn page() -> Html<String> {
    layout::page(
        Place::Help,
        false,
        &html! {
            h1 { (text("help-heading")) }
            div class="card" {
                h2 { (text("help-now-heading")) }
                p { (text("help-now-line")) }
                ul {
                    li { (text("help-number-eu")) }
                    li { (text("help-number-uk")) }
                    li { (text("help-number-us")) }
                }
                p { (text("help-elsewhere")) }
            }
            div class="card" {
                h2 { (text("help-doctor-heading")) }
                p { (text("help-doctor-line")) }
            }
            p { a href="/cards" { (text("help-cards")) } }
            p { a class="button" href="/" { (text("back-to-today")) } }
        },
    )
}
