//! What can be tried: the list, and one page for each. Refuses a page that hides who should not, and a
//! button where something is put away.

use app::{KnownView, PutAwayView, TryItemView, TryListView, TryView, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};
use super::sheet;

/// The list.
pub fn list(view: &TryListView) -> Html<String> {
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            h1 { (text("try-heading")) }
            (layout::tour(4, view.is_example))
            @if view.is_hidden { (hidden()) } @else {
                (ground())
                p class="soft" { (text("try-line")) }
                @for group in &view.groups {
                    section aria-labelledby=(group.id) {
                        h2 id=(group.id) { (group.heading) }
                        ul class="tries" { @for one in &group.items { li { (item(one)) } } }
                    }
                }
                p class="row" {
                    a class="button" href="/course" { (text("try-course")) }
                    a class="button" href="/parts" { (text("parts-link")) }
                }
            }
        },
    )
}

/// What is said where everything is put away.
pub fn hidden() -> Markup {
    html! {
        div class="card" {
            p { (text("try-hidden")) }
            p { a class="button main" href="/help" { (text("try-hidden-help")) } }
        }
    }
}

/// The button that begins grounding at once.
pub fn ground() -> Markup {
    html! {
        form class="row" method="post" action="/ground" {
            button type="submit" { (text("try-ground")) }
        }
    }
}

fn item(one: &TryItemView) -> Markup {
    html! {
        a href=(one.address) { (one.heading) }
        " " span class="soft" { (one.minutes) }
        @if let Some(locked) = &one.locked { (put_away(locked)) } @else { p class="soft" { (one.line) } }
    }
}

fn put_away(locked: &PutAwayView) -> Markup {
    html! {
        p { strong { (text("try-locked")) } " " (locked.why) }
        p {
            (text("try-instead")) " "
            @for (idx, (address, words)) in locked.instead.iter().enumerate() {
                @if idx > 0 { " · " }
                a href=(address) { (words) }
            }
        }
    }
}

/// One strategy.
pub fn one(view: &TryView) -> Html<String> {
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            h1 { (view.heading) }
            @for line in &view.why { p { (line) } }
            @match &view.locked {
                Some(locked) => div class="card" { (put_away(locked)) },
                None => {
                    div class="card" {
                        p { (view.how) }
                        (list_of("try-not-for-heading", &view.not_for))
                        form class="row" method="post" action=(format!("{}/begin", view.address)) {
                            button class="main" type="submit" { (text("try-begin")) }
                        }
                    }
                    @if let Some(address) = &view.experiment { (by_lot(view, address)) }
                    (list_of("try-stop-heading", &view.stop))
                    h2 { (text("try-when-heading")) }
                    p { (view.when) }
                }
            }
            (known(&view.known))
            @if let Some(view) = &view.sheet { (sheet::section(view)) }
            p { a class="button" href="/try" { (text("try-back")) } }
        },
    )
}

/// Three steps lead to an experiment; the first of them stands here.
fn by_lot(view: &TryView, address: &str) -> Markup {
    html! {
        section class="card" aria-labelledby="by-lot" {
            h2 id="by-lot" { (text(if view.is_plan { "try-start-plan" } else { "try-experiment" })) }
            @if view.outcomes.is_empty() {
                p { a class="button" href=(address) { (text("experiment-heading")) } }
            } @else {
                p { (text(if view.is_plan { "experiment-start-line" } else { "experiments-line" })) }
                h3 id="step" { (text("experiment-step-outcome")) }
                (super::experiments::outcomes(&view.outcomes, &view.others, address))
            }
        }
    }
}

fn list_of(heading: &str, lines: &[String]) -> Markup {
    html! {
        h2 { (text(heading)) }
        ul { @for line in lines { li { (line) } } }
    }
}

/// How sure it is, and where it comes from.
pub fn known(view: &KnownView) -> Markup {
    html! {
        section class="screen known" aria-labelledby="known" {
            h2 id="known" { (text("try-known-heading")) }
            p { (view.evidence) }
            p class="soft" { (view.grade) }
            details {
                summary { (text("card-sources-heading")) }
                ul { @for line in &view.sources { li { (line) } } }
                p { (view.reviewed) }
            }
        }
    }
}
