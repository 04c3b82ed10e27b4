//! Looking back: the days after tense ones, and spells with what was done in them. Refuses to rank.

use app::{BackView, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};
use super::{advice, answers};

/// The page.
pub fn page(view: &BackView) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("back-heading")) }
            @if view.stands_alone {
                p { (text("guidance-now-hidden")) }
                p { a class="button main" href="/help" { (text("link-help")) } }
                (advice::go_on())
            } @else {
                p { (text("back-intro")) }
                (spells(view))
                (after(view))
                p class="row" {
                    a class="button" href="/time" { (text("back-to-time")) }
                    a class="button" href="/answers" { (text("nav-answers")) }
                }
            }
        },
    )
}

fn after(view: &BackView) -> Markup {
    html! {
        section class="card" aria-labelledby="after" {
            h2 id="after" { (text("after-heading")) }
            @for (idx, line) in view.after.lines.iter().enumerate() {
                p class=[(idx == 0).then_some("said")] { (line) }
            }
            @if let Some(picture) = &view.after.picture { (answers::figure(picture)) }
            @if !view.after.cannot_tell.is_empty() {
                h3 { (text("cannot-tell-heading")) }
                @for line in &view.after.cannot_tell { p { (line) } }
            }
        }
    }
}

fn spells(view: &BackView) -> Markup {
    html! {
        section class="card" aria-labelledby="spells" {
            h2 id="spells" { (text("spells-heading")) }
            @for line in &view.spells_lines { p { (line) } }
            p { (super::line::lead()) }
            @for spell in &view.spells {
                h3 { (spell.heading) }
                p { (spell.length) }
                details {
                    summary { (text("back-within")) }
                    ul { @for line in &spell.within { li { (line) } } }
                }
            }
            @if !view.spells.is_empty() { p class="soft" { (text("back-facts-only")) } }
        }
    }
}
