//! What was taken out: the way back, and the end. Refuses to show words before they are asked for, and to
//! end anything on one press.

use app::{RemovedEntryView, RemovedFileView, RemovedView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// The page.
pub fn page(view: &RemovedView, trouble: Option<&Trouble>) -> Html<String> {
    let is_empty = view.entries.is_empty() && view.files.is_empty();
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("removed-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            p { (text("removed-line")) }
            p class="soft" { (text("removed-copies")) }
            @if is_empty { p { (text("removed-none")) } }
            @for one in &view.entries { (entry(one)) }
            @if let Some(more) = &view.more { p { (more) } }
            @for one in &view.files { (file(one)) }
            @if !is_empty {
                details {
                    summary { (text("removed-end-all")) }
                    p { (text("removed-end-all-line")) }
                    (end("all", "removed-end-all-go"))
                }
            }
            p class="row" {
                a class="button" href="/data" { (text("data-link")) }
                a class="button" href="/time" { (text("back-to-time")) }
            }
        },
    )
}

fn entry(one: &RemovedEntryView) -> Markup {
    html! {
        section class="card" {
            h2 { (one.what) }
            p class="soft" { (one.when) }
            (put_back(&one.key, &one.what))
            details {
                summary { (text("removed-more-of-it")) span class="hidden" { ": " (one.what) } }
                @if let Some(words) = &one.words { p { (words) } }
                (end(&one.key, "removed-end"))
            }
        }
    }
}

fn file(one: &RemovedFileView) -> Markup {
    html! {
        section class="card" {
            h2 { (text("removed-file")) }
            p { (one.name) }
            p class="soft" { (one.when) }
            (put_back(&one.id, &one.name))
            details {
                summary { (text("removed-file-end")) span class="hidden" { ": " (one.name) } }
                (end(&one.id, "removed-end"))
            }
        }
    }
}

fn put_back(id: &str, what: &str) -> Markup {
    html! {
        form method="post" action="/removed/put-back" class="row" {
            button type="submit" name="id" value=(id) {
                (text("put-back")) span class="hidden" { ": " (what) }
            }
        }
    }
}

fn end(id: &str, words: &str) -> Markup {
    html! {
        form method="post" action="/removed/end" class="row" {
            button class="quiet" type="submit" name="id" value=(id) { (text(words)) }
        }
    }
}

/// The way here from other pages.
pub fn lead() -> Markup {
    html! { a href="/removed" { (text("removed-link")) } }
}
