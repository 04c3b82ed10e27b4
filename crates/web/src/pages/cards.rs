//! Cards of what is known. Like Help, they need no record, no session and no script. Refuses links
//! that lead away from this machine: sources are shown as text.

use app::{CardLinkView, FactCardView, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// All cards by their titles.
pub fn list() -> Html<String> {
    layout::page(
        Place::Cards,
        false,
        &html! {
            h1 { (text("cards-heading")) }
            p { (text("cards-line")) }
            nav class="card" aria-label=(text("cards-list-label")) { (links(&app::card_list())) }
        },
    )
}

/// One card.
pub fn card(view: &FactCardView) -> Html<String> {
    layout::page(
        Place::Cards,
        false,
        &html! {
            article class="card" aria-labelledby="card" {
                h1 id="card" { (view.title) }
                p class="soft" { (view.strength) }
                @for line in &view.text { p { (line) } }
                h2 { (text("card-limits-heading")) }
                p { (view.limits) }
                details {
                    summary { (text("card-sources-heading")) }
                    ul { @for line in &view.sources { li { (line) } } }
                    p { (view.reviewed) }
                }
            }
            @if !view.see.is_empty() {
                nav class="card" aria-labelledby="see" {
                    h2 id="see" { (text("card-see-heading")) }
                    (links(&view.see))
                }
            }
            p { a class="button" href="/cards" { (text("cards-back")) } }
        },
    )
}

/// The cards that a place offers, in one line; nothing where it offers none.
pub fn offered(kind: &str, id: &str) -> Markup {
    let links = app::cards_offered_at(kind, id);
    html! {
        @if !links.is_empty() {
            p class="soft" {
                (text("cards-offered")) " "
                @for (idx, link) in links.iter().enumerate() {
                    @if idx > 0 { " · " }
                    a href=(link.address) { (link.title) }
                }
            }
        }
    }
}

fn links(cards: &[CardLinkView]) -> Markup {
    html! {
        ul class="links" {
            @for card in cards { li { a href=(card.address) { (card.title) } } }
        }
    }
}
