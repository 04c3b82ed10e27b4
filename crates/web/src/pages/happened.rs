//! What happened, days ahead that recall a loss, time with others. Refuses to open what is kept out of
//! sight by itself.

use app::{HappenedView, StepView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};
use super::medicines::facts;
use super::today;

/// The page.
pub fn page(view: &HappenedView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("happened-heading")) }
            (layout::trouble(trouble))
            @if let Some(undo) = &view.undo { (today::saved(undo, "events")) }
            p { (text("happened-line")) }
            (ahead(view))
            (add_event(view))
            h2 { (text("happened-list")) }
            @if view.events.is_empty() { p { (text("happened-none")) } }
            (facts(&view.events, "events"))
            (unseen(view))
            h2 { (text("people-heading")) }
            (add_contact(view))
            @if !view.contacts.is_empty() {
                h3 { (text("people-list")) }
                (facts(&view.contacts, "events"))
            }
            p { a class="button" href="/time" { (text("back-to-time")) } }
        },
    )
}

fn ahead(view: &HappenedView) -> Markup {
    html! {
        @if !view.ahead.is_empty() {
            section class="card" aria-labelledby="ahead" {
                h2 id="ahead" { (text("ahead-heading")) }
                ul { @for line in &view.ahead { li { (line) } } }
                p { (text("ahead-line")) }
            }
        }
    }
}

fn unseen(view: &HappenedView) -> Markup {
    let list: &[StepView] = &view.unseen;
    html! {
        @if !list.is_empty() {
            details open[!view.unseen_counts.is_empty()] {
                summary { (text("happened-unseen")) }
                p { (text("happened-unseen-line")) }
                @if view.unseen_counts.is_empty() {
                    form method="post" action="/events/count" class="row" {
                        button class="quiet" type="submit" { (text("unseen-count-ask")) }
                    }
                } @else {
                    p { (text("unseen-count-line")) }
                    ul { @for line in &view.unseen_counts { li { (line) } } }
                }
                (facts(list, "events"))
            }
        }
    }
}

fn add_event(view: &HappenedView) -> Markup {
    let draft = view.event_draft.as_ref();
    html! {
        details open[draft.is_some()] {
            summary { (text("happened-add")) }
            form class="card" method="post" action="/events/add" autocomplete="off" {
                input type="hidden" name="key" value=(view.event_key);
                label for="ev-label" { (text("event-label")) }
                input id="ev-label" name="label" type="text" required maxlength="200" autocomplete="off" list="ev-words" value=[draft.map(|d| &d.label)];
                datalist id="ev-words" { @for word in &view.event_words { option value=(word) {} } }
                label for="ev-day" { (text("happened-day")) }
                input id="ev-day" name="at" type="date" required max=(view.today) value=(draft.map_or(&view.today, |d| &d.day));
                label for="ev-until" { (text("event-until")) }
                input id="ev-until" name="until" type="date" value=[draft.map(|d| &d.until)];
                label class="inline" {
                    input type="checkbox" name="sensitive" value="yes" checked[draft.is_some_and(|d| d.is_sensitive)];
                    (text("event-sensitive"))
                }
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
    }
}

fn add_contact(view: &HappenedView) -> Markup {
    let draft = view.contact_draft.as_ref();
    html! {
        details open[draft.is_some()] {
            summary { (text("people-add")) }
            form class="card" method="post" action="/events/contact" autocomplete="off" {
                p { (text("people-line")) }
                input type="hidden" name="key" value=(view.contact_key);
                label for="with" { (text("people-with")) }
                input id="with" name="with" type="text" required maxlength="200" autocomplete="off" list="with-words" value=[draft.map(|d| &d.with)];
                datalist id="with-words" { @for word in &view.people_words { option value=(word) {} } }
                label for="heard" { (text("people-heard")) }
                input id="heard" name="heard" type="number" min="0" max="100" step="1" inputmode="numeric" value=[draft.map(|d| &d.heard)];
                label for="with-day" { (text("happened-day")) }
                input id="with-day" name="at" type="date" required max=(view.today) value=(draft.map_or(&view.today, |d| &d.day));
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
    }
}
