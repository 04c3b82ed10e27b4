//! What may lie behind numbness, what a doctor named, and a plan in three parts. Refuses to rank them.

use app::{NamedView, PartsView, RootView, RootsView, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};
use super::{advice, sheet, strategies};

/// What may lie behind it.
pub fn page(view: &RootsView) -> Html<String> {
    layout::page(
        Place::Answers,
        view.is_example,
        &html! {
            h1 { (text("roots-heading")) }
            @if view.stands_alone {
                p { (text("guidance-now-hidden")) }
                p { a class="button main" href="/help" { (text("link-help")) } }
                (advice::go_on())
            } @else {
                p { (text("roots-intro")) }
                @for root in &view.roots { (one(root)) }
            }
        },
    )
}

fn one(root: &RootView) -> Markup {
    html! {
        section class="card" aria-labelledby=(root.id) {
            h2 id=(root.id) { (root.heading) }
            p { (root.line) }
            @if !root.held.is_empty() {
                h3 { (text("roots-notes")) }
                @for line in &root.held { p { (line) } }
            }
            p class="row" {
                @for (address, words) in &root.links { a class="button" href=(address) { (words) } }
            }
        }
    }
}

/// What a doctor named.
pub fn named(view: &NamedView) -> Html<String> {
    layout::page(
        Place::Answers,
        view.is_example,
        &html! {
            h1 { (text("named-heading")) }
            p { (text("named-intro")) }
            p class="soft" { (text("named-use")) }
            (sheet::section(&view.sheet))
            p { a class="button" href="/roots" { (text("roots-link")) } }
        },
    )
}

/// A plan in three parts.
pub fn parts(view: &PartsView) -> Html<String> {
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            h1 { (text("parts-heading")) }
            @if view.is_hidden {
                (strategies::hidden())
            } @else {
                p { (text("parts-intro")) }
                @for part in &view.parts { (one(part)) }
            }
            (sheet::section(&view.sheet))
        },
    )
}
