//! Days without questions: what they are for, consent, and a way out. Refuses to begin by itself.

use app::{QuietDaysView, Trouble, text};
use axum::response::Html;
use maud::html;

use super::layout::{self, Place};

/// The page.
pub fn page(view: &QuietDaysView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            h1 { (text("quiet-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            section class="card" {
                @for line in &view.lines { p { (line) } }
                @if view.can_stop {
                    form method="post" action="/quiet-days" class="row" {
                        button class="quiet" type="submit" name="choice" value="stop" { (text("quiet-stop")) }
                    }
                }
                p { (text("quiet-why")) }
                p { (view.what) }
                p { (text("quiet-still")) }
                p { (text("quiet-small")) }
                @if let Some(key) = &view.begin_key {
                    form method="post" action="/quiet-days" class="row" {
                        input type="hidden" name="key" value=(key);
                        button type="submit" name="choice" value="begin" { (text("quiet-begin")) }
                    }
                }
            }
            p { a class="button" href="/experiments" { (text("experiment-back-list")) } }
        },
    )
}

/// The way from the answer about being asked.
pub fn lead() -> maud::Markup {
    html! { p { a href="/quiet-days" { (text("quiet-heading")) } } }
}
