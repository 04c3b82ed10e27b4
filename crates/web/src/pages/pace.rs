//! How often Today asks, and whether pictures are shown. Refuses to press: every choice is one
//! button, and none is marked as the better one.

use app::{PaceChoice, PaceView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// The choices.
pub fn page(view: &PaceView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Today,
        view.is_example,
        &html! {
            h1 { (text("pace-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            p { (text("pace-line")) }
            section class="card" aria-labelledby="pace" {
                h2 id="pace" { (text("pace-check-ins-heading")) }
                p { (text("pace-check-ins-line")) }
                (choices(&view.paces, "pace"))
            }
            section class="card" aria-labelledby="pause" {
                h2 id="pause" { (text("pace-pause-heading")) }
                @if let Some(line) = &view.pause {
                    p { (line) }
                    (end("pace"))
                } @else {
                    p { (text("pace-pause-line")) }
                    form method="post" action="/pace" class="row" {
                        @for one in &view.pauses {
                            button class="quiet" type="submit" name="choice" value=(one.value) { (one.label) }
                        }
                    }
                }
            }
            (super::times::section(&view.times))
            section class="card" aria-labelledby="pictures" {
                h2 id="pictures" { (text("pace-pictures-heading")) }
                p { (text("pace-pictures-line")) }
                (choices(&view.looks, "pictures"))
            }
            section class="card" aria-labelledby="around" {
                h2 id="around" { (text("pace-around-heading")) }
                p { (text("pace-around-line")) }
                (choices(&view.around, "around"))
            }
            section class="card" aria-labelledby="line" {
                h2 id="line" { (text("own-line-heading")) }
                p { (text("own-line-what")) }
                p { (super::line::lead()) }
            }
            p { a class="button" href="/" { (text("back-to-today")) } }
        },
    )
}

/// Buttons of which one holds.
fn choices(choices: &[PaceChoice], heading: &str) -> Markup {
    html! {
        form method="post" action="/pace" {
            div class="row" role="group" aria-labelledby=(heading) {
                @for one in choices {
                    button type="submit" name="choice" value=(one.value) class=(if one.is_chosen { "main" } else { "quiet" })
                        aria-pressed=(one.is_chosen) { (one.label) }
                }
            }
        }
    }
}

/// The way to the page.
pub fn link() -> Markup {
    html! { a href="/pace" { (text("pace-link")) } }
}

/// Ends a pause, and returns to where it was pressed.
pub fn end(from: &str) -> Markup {
    html! {
        form method="post" action="/pace" class="row" {
            input type="hidden" name="from" value=(from);
            button class="quiet" type="submit" name="choice" value="pause-end" { (text("pace-pause-end")) }
        }
    }
}

/// A rarer pace is offered on Today, once.
pub fn offer() -> Markup {
    html! {
        section class="card" aria-labelledby="pace-offer" {
            h2 id="pace-offer" { (text("pace-offer-heading")) }
            p { (text("pace-offer-line")) }
            form method="post" action="/pace" class="row" {
                input type="hidden" name="from" value="today";
                @for (value, words) in [("day", "pace-day"), ("week", "pace-week"), ("offer-no", "pace-offer-no")] {
                    button class="quiet" type="submit" name="choice" value=(value) { (text(words)) }
                }
            }
        }
    }
}
