//! Answers: one card a question, each with how it was found. Refuses to compute: the view has it.

use app::{AnswersView, CardView, ElsewhereView, PictureView, SuspectsView, Trouble, text};
use axum::response::Html;
use maud::{Markup, PreEscaped, html};

use super::advice;
use super::cards;
use super::layout::{self, Place};

/// Answers.
pub fn page(view: &AnswersView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Answers,
        view.is_example,
        &html! {
            h1 { (text("answers-heading")) }
            (layout::tour(3, view.is_example))
            (layout::trouble(trouble))
            (advice::list(&view.advice))
            @if view.advice.hidden.is_some() { (advice::go_on()) } @else {
                p class="soft" { (text("answers-promise")) }
            }
            @if let Some(rests) = view.nothing_new.as_ref().filter(|_| !view.cards.is_empty()) {
                (super::time::nothing_new(rests, "answers"))
            } @else {
                (contents(&view.cards))
                @if let Some(line) = &view.effects_line { p class="soft" { (line) } }
                @for card in view.cards.iter().filter(|card| !card.is_withheld) { (show(card)) }
                @let later: Vec<&CardView> = view.cards.iter().filter(|card| card.is_withheld).collect();
                @if !later.is_empty() {
                    h2 { (text("answers-later-heading")) }
                    div class="pairs" { @for card in later { (show(card)) } }
                }
            }
            @if view.advice.hidden.is_none() { p { a class="button" href="/roots" { (text("roots-link")) } } }
            @if !view.record_line.is_empty() && view.advice.hidden.is_none() { p class="soft" { (view.record_line) } }
        },
    )
}

/// The questions, each a step away.
fn contents(cards: &[CardView]) -> Markup {
    html! {
        @if cards.len() > 2 {
            ul class="contents" aria-label=(text("answers-contents")) {
                @for card in cards { li { a href={ "#" (card.id) } { (card.question) } } }
            }
        }
    }
}

fn show(card: &CardView) -> Markup {
    html! {
        section class="card" aria-labelledby=(card.id) {
            h2 class="asked" id=(card.id) { (card.question) }
            @for (idx, line) in card.lines.iter().enumerate() {
                p class=[(idx == 0).then_some("said")] { (line) }
            }
            // The picture room escapes every word that it draws.
            @if !card.effect.is_empty() { div class="effect" { (PreEscaped(&card.effect)) } }
            @if !card.sure.is_empty() { p class="soft" { (card.sure) } }
            @if !card.said.is_empty() { (said(card)) }
            @if let Some(view) = &card.suspects { (suspects(view)) }
            @for view in &card.elsewhere { (elsewhere(view)) }
            @if card.id == "answer-strategy_effect" { (super::experiments::lead()) }
            @if card.id == "answer-being_asked" { (super::quiet_days::lead()) }
            details {
                summary { (text("how-found")) }
                @for picture in &card.drawer.pictures { (figure(picture)) }
                h3 { (text("how-method")) }
                p { (card.drawer.method) }
                @if !card.drawer.also.is_empty() {
                    h3 { (text("how-also")) }
                    ul { @for line in &card.drawer.also { li { (line) } } }
                }
                dl { @for (name, value) in &card.numbers { dt { (name) } dd { (value) } } }
                @for note in &card.notes { p { (note) } }
                h3 { (text("cannot-tell-heading")) }
                p { (card.cannot_tell) }
            }
            (cards::offered("answer", card.id.trim_start_matches("answer-")))
        }
    }
}

/// What another program would say of the same days, each thing beside what holds of it.
fn elsewhere(view: &ElsewhereView) -> Markup {
    html! {
        details {
            summary { (view.heading) }
            (judged(view))
        }
    }
}

/// What is said elsewhere, without its heading.
pub fn judged(view: &ElsewhereView) -> Markup {
    html! {
        @for line in &view.lines { p { (line) } }
        @if !view.rows.is_empty() {
            ul class="facts" {
                @for (says, holds) in &view.rows {
                    li { p class="soft" { (says) } p { (holds) } }
                }
            }
        }
        @for line in &view.after { p { (line) } }
    }
}

/// A picture, and the same in a table beside it.
pub fn figure(picture: &PictureView) -> Markup {
    html! {
        figure {
            figcaption { p { strong { (picture.caption) } br; (picture.sentence) } }
            // The picture room escapes every word that it draws.
            div class="wide" { (PreEscaped(&picture.wide)) }
            div class="narrow" { (PreEscaped(&picture.narrow)) }
        }
        details {
            summary { (text("how-picture-table")) }
            div class="scroll" tabindex="0" role="region" aria-label=(picture.caption) {
                table {
                    caption { (picture.caption) }
                    thead { tr { @for name in &picture.columns { th scope="col" { (name) } } } }
                    tbody {
                        @for row in &picture.rows {
                            tr {
                                @for (idx, cell) in row.iter().enumerate() {
                                    @if idx == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was said before, with its days; what was taken back can be removed.
fn said(card: &CardView) -> Markup {
    html! {
        ul class="facts said-before" aria-label=(text("said-heading")) {
            @for said in &card.said {
                li {
                    p class=(if said.is_taken_back { "taken-back" } else { "soft" }) { (said.line) }
                    @if let Some(name) = &said.remove {
                        form method="post" action="/answers/remove" {
                            input type="hidden" name="name" value=(name);
                            button class="quiet" type="submit" aria-describedby=(card.id) {
                                (text("said-remove"))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is named, each with a way to drop it, and a form to name one more.
fn suspects(view: &SuspectsView) -> Markup {
    html! {
        @if !view.named.is_empty() {
            ul class="facts" {
                @for suspect in &view.named {
                    li {
                        span { (suspect.line) }
                        form method="post" action="/answers/drop" {
                            input type="hidden" name="name" value=(suspect.name);
                            button class="quiet" type="submit" { (suspect.drop_label) }
                        }
                    }
                }
            }
            p class="soft" { (text("suspects-drop-line")) }
        }
        details {
            summary { (text("suspects-heading")) }
            p { (text("suspects-why")) }
            @if view.is_full {
                p { (text("suspects-full")) }
            } @else if view.choices.is_empty() {
                p { (text("suspects-nothing")) }
            } @else {
                form method="post" action="/answers/suspect" autocomplete="off" {
                    label for="suspect" { (text("suspects-pick")) }
                    select id="suspect" name="name" required aria-describedby="suspect-when" {
                        option value="" { (text("suspects-choose")) }
                        @for (name, label) in &view.choices { option value=(name) { (label) } }
                    }
                    p id="suspect-when" class="soft" { (text("suspects-when")) }
                    div class="row" { button type="submit" { (text("suspects-keep")) } }
                }
            }
        }
    }
}
