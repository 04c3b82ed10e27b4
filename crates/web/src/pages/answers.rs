//! Answers: one card a question, each with how it was found. Refuses to compute: the view has it.

use app::{AnswersView, CardView, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// Answers.
pub fn page(view: &AnswersView) -> Html<String> {
    layout::page(
        Place::Answers,
        view.is_example,
        &html! {
            h1 { (text("answers-heading")) }
            p class="soft" { (text("answers-promise")) }
            @for card in &view.cards { (show(card)) }
            @if !view.record_line.is_empty() { p class="soft" { (view.record_line) } }
        },
    )
}

fn show(card: &CardView) -> Markup {
    html! {
        section class="card" aria-labelledby=(card.id) {
            h2 id=(card.id) { (card.question) }
            @for (idx, line) in card.lines.iter().enumerate() {
                p class=[(idx == 0).then_some("said")] { (line) }
            }
            @if !card.sure.is_empty() { p class="soft" { (card.sure) } }
            details {
                summary { (text("how-found")) }
                dl { @for (name, value) in &card.numbers { dt { (name) } dd { (value) } } }
                @for note in &card.notes { p { (note) } }
                h3 { (text("cannot-tell-heading")) }
                p { (card.cannot_tell) }
            }
        }
    }
}
