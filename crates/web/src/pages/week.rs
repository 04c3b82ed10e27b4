//! One week in a few sentences, made to be read once and to be printed. Refuses pictures and a score.

use app::{WeekView, text};
use axum::response::Html;
use maud::html;

use super::advice;
use super::layout::{self, Place};

/// The week.
pub fn page(view: &WeekView) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("week-heading")) }
            @if view.stands_alone {
                p { (text("guidance-now-hidden")) }
                p { a class="button main" href="/help" { (text("link-help")) } }
                (advice::go_on())
            } @else {
                @if !view.dates.is_empty() { p { strong { (view.dates) } } }
                p { (view.kept) }
                @for part in &view.parts {
                    section class="card plan" aria-labelledby=(part.id) {
                        h2 id=(part.id) { (part.heading) }
                        @if let [line] = part.lines.as_slice() {
                            p { (line) }
                        } @else {
                            ul { @for line in &part.lines { li { (line) } } }
                        }
                    }
                }
                @if let Some(calm) = &view.calm { p class="said" { (calm) } }
                section class="card screen" aria-labelledby="outward" {
                    h2 id="outward" { (text("week-outward-heading")) }
                    p { (view.outward) }
                }
                p class="soft screen" { (text("week-line")) }
                @if !view.parts.is_empty() { p class="soft screen" { (text("week-print")) } }
                p class="screen" { a class="button" href="/" { (text("back-to-today")) } }
            }
        },
    )
}
