//! Searching the own notes. Refuses to put what was looked for into an address or a title.

use app::{FoundView, SearchView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// The page.
pub fn page(view: &SearchView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("search-heading")) }
            (layout::trouble(trouble))
            (field(&view.words))
            p class="soft" { (text("search-how")) }
            @if let Some(line) = &view.line { (layout::told(line)) }
            ul class="facts" { @for note in &view.notes { (found(note)) } }
            div class="row" {
                @if !view.words.is_empty() {
                    form method="post" action="/search" {
                        button class="quiet" type="submit" name="words" value="" { (text("search-clear")) }
                    }
                }
                a class="button" href="/time" { (text("back-to-time")) }
            }
        },
    )
}

/// The field, also for other pages.
pub fn field(words: &str) -> Markup {
    html! {
        form class="row" method="post" action="/search" role="search" autocomplete="off" {
            label for="search-words" { (text("search-label")) }
            input id="search-words" name="words" type="search" maxlength="200" autocomplete="off" spellcheck="false" value=(words);
            button type="submit" { (text("search-go")) }
        }
    }
}

fn found(note: &FoundView) -> Markup {
    html! {
        li {
            span {
                @for (words, is_hit) in &note.snippet {
                    @if *is_hit { mark { (words) } } @else { (words) }
                }
            }
            form method="post" action="/day" {
                button class="quiet" type="submit" name="at" value=(note.at) { (note.day) }
            }
        }
    }
}
