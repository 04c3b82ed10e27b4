//! The person's own line: where it lies, and ten places to put it. Refuses to propose one.

use app::{Choice, LineView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// The page.
pub fn page(view: &LineView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("own-line-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            @if view.can_undo {
                form method="post" action="/line/undo" class="row" {
                    button class="quiet" type="submit" { (text("own-line-undo")) }
                }
            }
            p class="said" { (view.line) }
            p { (text("own-line-what")) }
            form method="post" action="/line" {
                fieldset {
                    legend { (text("line-question")) }
                    (digits(&view.choices))
                }
            }
            @if view.is_drawn {
                form method="post" action="/line" class="row" {
                    button class="quiet" type="submit" name="value" value="" { (text("own-line-away")) }
                }
            }
            p class="soft" { (text("own-line-stays")) }
            p class="row" {
                a class="button" href="/back" { (text("back-link")) }
                a class="button" href="/time" { (text("back-to-time")) }
            }
        },
    )
}

/// One button for each place.
pub fn digits(choices: &[Choice]) -> Markup {
    html! {
        (layout::ends("ends", &text("line-low"), &text("line-high")))
        div class="digits" role="group" aria-labelledby="ends" {
            @for choice in choices {
                button type="submit" name="value" value=(choice.value) data-digit=(choice.label)
                    aria-label=(choice.spoken) { (choice.label) }
            }
        }
    }
}

/// The way to the page.
pub fn lead() -> Markup {
    html! { a href="/line" { (text("own-line-link")) } }
}
