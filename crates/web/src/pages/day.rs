//! One day: everything written on it, each line with its way out, and room for more.

use app::{DayView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// One day.
pub fn page(view: &DayView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (view.heading) }
            (layout::trouble(trouble))
            div class="row" {
                @for (to, name) in [(&view.earlier, "day-earlier"), (&view.later, "day-later")] {
                    @if let Some(at) = to {
                        form method="post" action="/day" {
                            button class="quiet" type="submit" name="at" value=(at) { (text(name)) }
                        }
                    }
                }
                a class="button" href="/time" { (text("back-to-time")) }
            }
            @if let Some(undo) = &view.undo { (super::today::saved(undo, "day")) }
            (facts(view))
            (add(view))
        },
    )
}

fn facts(view: &DayView) -> Markup {
    html! {
        @if view.facts.is_empty() { p { (text("day-empty")) } }
        ul class="facts" {
            @for fact in &view.facts {
                li {
                    span {
                        strong { (fact.clock) " " (fact.what) } " "
                        span { (fact.words) }
                        @if let Some(mark) = &fact.mark { " " span class="soft" { "(" (mark) ")" } }
                    }
                    form method="post" action="/undo" {
                        input type="hidden" name="key" value=(fact.key);
                        input type="hidden" name="from" value="day";
                        button class="quiet" type="submit" aria-label=(take_out_label(fact)) { (text("take-out")) }
                    }
                }
            }
        }
    }
}

/// Says what is taken out: a list of such buttons is heard without what stands beside them.
fn take_out_label(fact: &app::FactView) -> String {
    format!("{}: {} {}", text("take-out"), fact.clock, fact.what)
}

fn add(view: &DayView) -> Markup {
    html! {
        h2 { (text("day-add-heading")) }
        details open[view.is_open] {
            summary { (text("day-add-check-in")) }
            form class="card" method="post" action="/day/check-in" autocomplete="off" {
                p { (text("day-recall-line")) }
                input type="hidden" name="key" value=(view.check_in_key);
                input type="hidden" name="at" value=(view.at);
                label for="ci-clock" { (text("day-clock")) }
                input id="ci-clock" name="clock" type="time" required value=(view.draft.clock);
                label for="ci-value" { (view.question) }
                input id="ci-value" name="value" type="number" min="0" max="100" step="1" required inputmode="numeric" value=(view.draft.value) aria-describedby="ci-ends";
                p id="ci-ends" class="soft" { (view.question_ends) }
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
        details {
            summary { (text("day-add-event")) }
            form class="card" method="post" action="/day/event" autocomplete="off" {
                input type="hidden" name="key" value=(view.event_key);
                input type="hidden" name="at" value=(view.at);
                label for="ev-label" { (text("event-label")) }
                input id="ev-label" name="label" type="text" required maxlength="200" autocomplete="off" list="ev-words" value=(view.draft.label);
                datalist id="ev-words" { @for word in &view.event_words { option value=(word) {} } }
                label for="ev-clock" { (text("day-clock-optional")) }
                input id="ev-clock" name="clock" type="time";
                label for="ev-until" { (text("event-until")) }
                input id="ev-until" name="until" type="date" min=(view.at);
                label class="inline" { input type="checkbox" name="sensitive" value="yes"; (text("event-sensitive")) }
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
        details {
            summary { (text("day-add-sleep")) }
            form class="card" method="post" action="/day/sleep" autocomplete="off" {
                input type="hidden" name="key" value=(view.sleep_key);
                input type="hidden" name="at" value=(view.at);
                p { (text("sleep-line")) }
                label for="sl-from" { (text("sleep-from")) }
                input id="sl-from" name="from" type="time" required;
                label for="sl-to" { (text("sleep-to")) }
                input id="sl-to" name="to" type="time" required;
                label for="sl-awake" { (text("sleep-awake")) }
                input id="sl-awake" name="awake" type="number" min="0" max="720" inputmode="numeric";
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
        details {
            summary { (text("day-add-note")) }
            form class="card" method="post" action="/day/note" autocomplete="off" {
                input type="hidden" name="key" value=(view.note_key);
                input type="hidden" name="at" value=(view.at);
                label for="day-words" { (text("note-label")) }
                textarea id="day-words" name="words" rows="3" required autocomplete="off" { (view.draft.words) }
                div class="row" { button type="submit" { (text("keep-note")) } }
            }
        }
    }
}
