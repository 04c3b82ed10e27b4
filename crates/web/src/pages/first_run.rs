//! Before the first entry: is it safe here, how is it locked, where is your line.

use app::{FirstRunStep, FirstRunView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout;

/// The step that comes next.
pub fn page(view: &FirstRunView, trouble: Option<&Trouble>) -> Html<String> {
    let body = match view.step {
        FirstRunStep::Safety => safety(),
        FirstRunStep::Key => key(),
        FirstRunStep::Line => line(view),
    };
    layout::outside(&html! { (layout::trouble(trouble)) (body) (layout::languages()) })
}

fn safety() -> Markup {
    html! {
        h1 { (text("safety-heading")) }
        p { (text("safety-what")) }
        div class="card" {
            h2 { (text("safety-device-heading")) }
            p { (text("safety-device-line")) }
            ul {
                li { (text("safety-exit-does")) }
                li { (text("safety-exit-does-not")) }
                li { (text("safety-spyware")) }
            }
        }
        p { (text("safety-not-a-doctor")) }
        form method="post" action="/first-run/safety" {
            div class="row" { button class="main" type="submit" { (text("safety-continue")) } }
        }
        p { a href="/restore" { (text("restore-link")) } }
    }
}

fn key() -> Markup {
    html! {
        h1 { (text("key-heading")) }
        p { (text("key-line")) }
        form method="post" action="/first-run/key" autocomplete="off" {
            label for="passphrase" { (text("key-passphrase")) }
            input id="passphrase" name="passphrase" type="password" autocomplete="new-password" aria-describedby="key-hint";
            p id="key-hint" class="soft" { (text("key-hint")) }
            label for="again" { (text("key-again")) }
            input id="again" name="again" type="password" autocomplete="new-password";
            div class="row" {
                button class="main" type="submit" name="choice" value="passphrase" { (text("key-use-passphrase")) }
                button class="quiet" type="submit" name="choice" value="computer" { (text("key-use-computer")) }
            }
            p class="soft" { (text("key-computer-line")) }
        }
        p { a href="/restore" { (text("restore-link")) } }
    }
}

fn line(view: &FirstRunView) -> Markup {
    html! {
        h1 { (text("line-heading")) }
        @if let Some(place) = &view.key_place { p class="soft" { (place) } }
        form method="post" action="/first-run/line" data-question="" {
            fieldset {
                legend { (text("line-question")) }
                p { (text("line-explain")) }
                (super::line::digits(&view.choices))
                input type="hidden" name="device" value="unknown";
                input type="hidden" name="latency" value="";
                div class="row" {
                    button class="quiet" type="submit" name="value" value="" { (text("skip")) }
                }
            }
        }
    }
}
