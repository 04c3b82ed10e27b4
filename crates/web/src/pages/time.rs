//! Time: the record as a picture, the same in a sentence, and the same in a table.

use app::{KeyView, NothingNewView, ScoreView, TimeView, text, text_with};
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
            (layout::tour(2, view.is_example))
            (controls(view))
            @if let Some(rests) = &view.nothing_new {
                (nothing_new(rests, "time"))
            } @else if view.is_empty {
                p class="said" { (text("time-empty")) }
            } @else {
                (figure(view))
                (years(view))
                (items(view))
                (compare(view))
                details {
                    summary { @if view.hidden.is_some() { (text("pace-table")) } @else { (text("time-table-heading")) } }
                    (table(view))
                }
                (scores(&view.scores))
                script src="/time.js" defer {}
            }
            h2 { (text("time-more-heading")) }
            (super::search::field(""))
            p class="row" {
                a class="button" href="/week" { (text("offer-week")) }
                a class="button" href="/events" { (text("happened-link")) }
                a class="button" href="/medicines" { (text("medicines-link")) }
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

/// How much time is seen, and which: the same as the keys and the pointer do in the picture.
fn controls(view: &TimeView) -> Markup {
    html! {
        div class="row" data-controls="" {
            form method="post" action="/time" {
                input type="hidden" name="at" value=(view.at);
                div class="segments" role="group" aria-label=(text("time-ranges")) {
                    @for range in &view.ranges {
                        button type="submit" name="range" value=(range.value) class=(if range.is_chosen { "main" } else { "quiet" })
                            aria-pressed=(range.is_chosen) { (range.label) }
                    }
                }
            }
            @if view.days.is_own {
                @for (days, name) in [(&view.days.before, "time-earlier"), (&view.days.after, "time-later")] {
                    @if let Some((from, to)) = days {
                        form method="post" action="/time" {
                            input type="hidden" name="from" value=(from);
                            input type="hidden" name="to" value=(to);
                            button class="quiet" type="submit" data-turn=(name) { (text(name)) }
                        }
                    }
                }
            } @else {
                @for (to, name) in [(&view.earlier, "time-earlier"), (&view.later, "time-later")] {
                    @if let Some(at) = to {
                        form method="post" action="/time" {
                            input type="hidden" name="range" value=(view.range);
                            button class="quiet" type="submit" name="at" value=(at) data-turn=(name) { (text(name)) }
                        }
                    }
                }
            }
        }
        @if !view.is_empty { (days(view)) }
    }
}

/// Any days. Zooming and pulling the picture fill in the same fields.
fn days(view: &TimeView) -> Markup {
    let ends = (view.days.oldest.as_str(), view.days.newest.as_str());
    html! {
        details open[view.days.is_own] {
            summary { (text("time-days")) }
            form method="post" action="/time" class="row" data-days="" novalidate autocomplete="off" {
                (date(("days-from", "from"), "col-from", &view.days.from, ends))
                (date(("days-to", "to"), "col-to", &view.days.to, ends))
                button class="quiet" type="submit" { (text("time-days-show")) }
            }
        }
    }
}

/// One day, with its name before it.
fn date((id, name): (&str, &str), words: &str, value: &str, (min, max): (&str, &str)) -> Markup {
    html! {
        label for=(id) { (text(words)) }
        input id=(id) name=(name) type="date" value=(value) min=(min) max=(max) required autocomplete="off";
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
                (reader(view))
                (key(&view.key))
            }
        }
        @if let Some(line) = &view.last_flicker { p { (line) } }
    }
}

/// The picture, and what is to be read of each part of it. A script makes a reader of both; without one
/// the table says the same.
fn reader(view: &TimeView) -> Markup {
    html! {
        div class="reader" data-reader=(text("time-read-label")) data-first=(view.days.from)
            data-oldest=(view.days.oldest) data-newest=(view.days.newest) {
            // The picture room escapes every word that it draws.
            div class="wide" { (PreEscaped(&view.picture_wide)) }
            div class="narrow" { (PreEscaped(&view.picture_narrow)) }
            ol hidden {
                @for one in &view.reads {
                    li data-at=(one.at) data-from=(one.from) data-days=(one.days) { (one.words) }
                }
            }
        }
        form class="read" method="post" action=(view.open_with) data-read="" hidden {
            input type="hidden" name="range" value=(view.narrower);
            p role="status" { (text("time-read-hint")) }
            button class="quiet" type="submit" name="at" value="" hidden { (text("time-read-open")) }
        }
    }
}

/// Each mark beside the words for it.
fn key(lines: &[KeyView]) -> Markup {
    html! {
        ul class="key" {
            @for line in lines { li { (PreEscaped(&line.mark)) span { (line.words) } } }
        }
    }
}

/// A year at a glance, or the last years side by side.
fn years(view: &TimeView) -> Markup {
    html! {
        @if let [year] = view.years.as_slice() {
            h2 { (text("glance-heading")) }
            figure {
                figcaption { p { (year.sentence) } }
                div class="plate" {
                    div class="wide" { (PreEscaped(&year.wide)) }
                    div class="narrow" { (PreEscaped(&year.narrow)) }
                }
                (key(&view.years_key))
            }
        } @else if !view.years.is_empty() {
            h2 { (text("glance-heading-years")) }
            form class="smalls" method="post" action="/time" {
                input type="hidden" name="range" value="year";
                @for year in &view.years {
                    figure {
                        figcaption {
                            p { button class="quiet" type="submit" name="at" value=(year.at) { (year.title) } }
                            p class="soft" { (year.sentence) }
                        }
                        (PreEscaped(&year.narrow))
                    }
                }
            }
            (key(&view.years_key))
        }
    }
}

/// Each question of the check-in by itself, all over the same days.
fn items(view: &TimeView) -> Markup {
    html! {
        @if !view.items.is_empty() {
            details {
                summary { (text("small-heading")) }
                div class="smalls" {
                    @for one in &view.items {
                        figure {
                            figcaption { p { strong { (one.title) } br; span class="soft" { (one.sentence) } } }
                            (PreEscaped(&one.narrow))
                        }
                    }
                }
            }
        }
    }
}

/// This stretch beside another one.
fn compare(view: &TimeView) -> Markup {
    let compare = &view.compare;
    html! {
        details open[!compare.lines.is_empty()] {
            summary { (text("compare-heading")) }
            div class="card" {
                    @if !compare.choices.is_empty() {
                        p id="beside" { (text_with("compare-with", &[("title", view.title.as_str().into())])) }
                        form method="post" action="/time" class="row" aria-labelledby="beside" {
                            @for (at, name, is_chosen) in &compare.choices {
                                button type="submit" name="beside" value=(at) aria-pressed=(is_chosen)
                                    class=(if *is_chosen { "main" } else { "quiet" }) { (name) }
                            }
                        }
                    }
                    (two_times(view))
                    @for (idx, line) in compare.lines.iter().enumerate() {
                        p class=[(idx == 0).then_some("said")] { (line) }
                    }
                    @if let Some(picture) = &compare.picture { (answers::figure(picture)) }
            }
        }
    }
}

/// Any two times, by their first and last days.
fn two_times(view: &TimeView) -> Markup {
    let ends = (view.days.oldest.as_str(), view.days.newest.as_str());
    let [one, other] = &view.compare.fields;
    let fields = [
        ("compare-one", ["one_from", "one_to"], one),
        ("compare-other", ["other_from", "other_to"], other),
    ];
    html! {
        form method="post" action="/time" autocomplete="off" aria-describedby="two-limits" {
            @for (legend, names, (from, to)) in fields {
                fieldset {
                    legend { (text(legend)) }
                    div class="row" {
                        (date((names[0], names[0]), "col-from", from, ends))
                        (date((names[1], names[1]), "col-to", to, ends))
                    }
                }
            }
            p id="two-limits" class="soft" { (view.compare.limits) }
            div class="row" { button type="submit" { (text("compare-own-show")) } }
        }
    }
}

fn table(view: &TimeView) -> Markup {
    html! {
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
