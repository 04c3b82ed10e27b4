//! Time: the record as a picture, the same in a sentence, and the same in a table.

use app::{NothingNewView, ScoreView, TimeView, text};
use axum::response::Html;
use maud::{Markup, PreEscaped, html};

use super::answers;
use super::layout::{self, Place};
use super::pace;

/// Time.
pub fn page(view: &TimeView) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("time-heading")) }
            (super::search::field(""))
            (ranges(view))
            @if let Some(rests) = &view.nothing_new {
                (nothing_new(rests, "time"))
            } @else if view.is_empty {
                p { (text("time-empty")) }
            } @else {
                (figure(view))
                @if view.hidden.is_some() {
                    details { summary { (text("pace-table")) } (table(view)) }
                } @else {
                    (table(view))
                }
                (scores(&view.scores))
            }
            p class="row" {
                a class="button" href="/medicines" { (text("medicines-link")) }
                a class="button" href="/events" { (text("happened-link")) }
                a class="button" href="/back" { (text("back-link")) }
                (super::data::lead())
            }
        },
    )
}

/// Questionnaires that were filled in, each with its latest score and all of them over time.
fn scores(all: &[ScoreView]) -> Markup {
    html! {
        @if !all.is_empty() {
            h2 { (text("scores-heading")) }
            p class="soft" { (text("scores-intro")) }
            @for one in all { (score(one)) }
        }
    }
}

/// One questionnaire.
pub fn score(one: &ScoreView) -> Markup {
    let heading = format!("score-{}", one.id);
    html! {
        section class="card" aria-labelledby=(heading) {
            h3 id=(heading) { (one.title) }
            p class="soft" { (one.about) }
            @for line in &one.lines { p { (line) } }
            p class="soft" { (one.limits) }
            @if let Some(picture) = &one.picture { (answers::figure(picture)) }
            details {
                summary { (text("score-from")) }
                ul class="facts" { @for source in &one.sources { li { (source) } } }
            }
        }
    }
}

/// Said first where nothing is new; the pictures are one press away.
pub fn nothing_new(view: &NothingNewView, page: &str) -> Markup {
    html! {
        section class="card" aria-labelledby="nothing-new" {
            h2 id="nothing-new" { (view.line) }
            p { (text("nothing-new-line")) }
            p class="said" { (view.outward) }
            div class="row" {
                @if let Some(card) = &view.card { a class="button" href=(card.address) { (card.title) } }
                form method="post" action="/lock" {
                    button type="submit" { (text("nothing-new-close")) }
                }
                form method="post" action="/show" {
                    button class="quiet" type="submit" name="page" value=(page) { (text("nothing-new-show")) }
                }
            }
        }
    }
}

fn ranges(view: &TimeView) -> Markup {
    html! {
        form method="post" action="/time" {
            input type="hidden" name="at" value=(view.at);
            div class="row" role="group" aria-label=(text("time-ranges")) {
                @for range in &view.ranges {
                    button type="submit" name="range" value=(range.value) class=(if range.is_chosen { "main" } else { "quiet" })
                        aria-pressed=(range.is_chosen) { (range.label) }
                }
            }
        }
        div class="row" {
            @for (to, name) in [(&view.earlier, "time-earlier"), (&view.later, "time-later")] {
                @if let Some(at) = to {
                    form method="post" action="/time" {
                        input type="hidden" name="range" value=(view.range);
                        button class="quiet" type="submit" name="at" value=(at) { (text(name)) }
                    }
                }
            }
        }
    }
}

fn figure(view: &TimeView) -> Markup {
    html! {
        figure {
            figcaption {
                h2 { (view.title) }
                p class="said" { (view.sentence) }
            }
            @if let Some(line) = &view.hidden {
                p class="soft" { (line) " " (pace::link()) }
            } @else {
                // The picture room escapes every word that it draws.
                div class="wide" { (PreEscaped(&view.picture_wide)) }
                div class="narrow" { (PreEscaped(&view.picture_narrow)) }
                ul class="key" { @for line in &view.key { li { (line) } } }
            }
        }
        @if let Some(line) = &view.last_flicker { p { (line) } }
        p { a class="button" href="/week" { (text("offer-week")) } }
    }
}

fn table(view: &TimeView) -> Markup {
    html! {
        h2 { (text("time-table-heading")) }
        form method="post" action=(view.open_with) {
            input type="hidden" name="range" value=(view.narrower);
            div class="scroll" tabindex="0" role="region" aria-label=(text("time-table-heading")) {
                table {
                    caption { (view.caption) }
                    thead { tr { @for name in &view.columns { th scope="col" { (name) } } } }
                    tbody {
                        @for row in &view.rows {
                            tr {
                                th scope="row" {
                                    button class="quiet" type="submit" name="at" value=(row.at) { (row.label) }
                                }
                                @for cell in &row.cells { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
