//! A guided session, one step a page. Refuses to need a script: the timer is an extra.

use app::{Choice, SessionEndView, SessionRatingView, SessionStepView, SessionView, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// A page of a session.
pub fn page(view: &SessionView) -> Html<String> {
    match view {
        SessionView::Step(step) => layout::page(Place::Try, step.is_example, &self::step(step)),
        SessionView::After(after) => layout::page(Place::Try, after.is_example, &rating(after)),
        SessionView::End(end) => layout::page(Place::Try, end.is_example, &self::end(end)),
    }
}

fn step(view: &SessionStepView) -> Markup {
    html! {
        h1 { (view.heading) }
        form class="card" method="post" action=(view.address) autocomplete="off" {
            input type="hidden" name="step" value=(view.step);
            // Heard before the way around, which is on every step the same.
            p class="said" id="step" role="group" tabindex="-1" autofocus aria-labelledby="step" { (view.text) }
            @if let Some(time) = &view.time { p class="soft" { (time) } }
            @if let Some(seconds) = view.seconds { (timer(seconds, view.breath)) }
            @if !view.before.is_empty() { (rate("session-before", &view.before, false)) }
            div class="row" {
                button class="main" type="submit" name="go" value="next" { (text("session-next")) }
                @if view.has_back {
                    button class="quiet" type="submit" name="go" value="back" { (text("session-back")) }
                }
                button class="quiet" type="submit" name="go" value="stop" { (text("session-stop")) }
                span class="soft" { (view.place) }
            }
        }
        section aria-labelledby="stop" {
            h2 id="stop" { (text("try-stop-heading")) }
            ul { @for line in &view.stop { li { (line) } } }
        }
    }
}

/// Hidden until the script wakes it.
fn timer(seconds: u32, breath: Option<(u32, u32)>) -> Markup {
    let breath = breath.map(|(inward, out)| format!("{inward} {out}"));
    html! {
        div data-timer=(seconds) data-breath=[breath] data-in=(text("session-breath-in"))
            data-out=(text("session-breath-out")) data-over=(text("session-timer-over")) hidden {
            button class="quiet" type="button" { (text("session-timer")) }
            progress max=(seconds) value="0" aria-label=(text("session-timer")) hidden {}
            p class="said" data-pace="" aria-hidden="true" hidden {}
            p role="status" data-said="" {}
        }
    }
}

fn rate(question: &str, choices: &[Choice], is_heard_first: bool) -> Markup {
    html! {
        fieldset class="question" aria-describedby="ends" tabindex=[is_heard_first.then_some("-1")] autofocus[is_heard_first] {
            legend { (text(question)) }
            (layout::ends("ends", &text("session-low"), &text("session-high")))
            div class="digits" {
                @for choice in choices {
                    label class="pick" {
                        input type="radio" name="rating" value=(choice.value);
                        span { (choice.label) }
                    }
                }
            }
            label class="inline soft" {
                input type="radio" name="rating" value="skip" checked;
                (text("session-no-rating"))
            }
        }
    }
}

fn rating(view: &SessionRatingView) -> Markup {
    html! {
        h1 { (view.heading) }
        form class="card" method="post" action=(view.address) autocomplete="off" {
            (rate("session-after", &view.choices, true))
            div class="row" { button class="main" type="submit" { (text("session-finish")) } }
        }
    }
}

fn end(view: &SessionEndView) -> Markup {
    html! {
        h1 { (text("session-end-heading")) }
        (layout::done(&text("session-end-line"), &html! {}))
        form class="row" method="post" action="/exit" data-leave="" {
            button class="main" type="submit" { (text("session-end-close")) }
        }
        @if let Some(address) = &view.sheet { p { a href=(address) { (view.heading) } } }
        p { a href="/" { (text("session-end-again")) } }
    }
}
