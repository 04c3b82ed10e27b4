//! Experiments: three steps to a locked one, what Today says of it, and all of them with their
//! results. Refuses to press: stopping looks as good as going on.

use app::{
    ExperimentView, ExperimentsView, OfferStep, OutcomeView, TodayExperiment, Trouble,
    TryByLotView, text,
};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// One step on the way from a strategy to an experiment.
pub fn offer(view: &TryByLotView, trouble: Option<&Trouble>) -> Html<String> {
    let address = format!("/try/{}/experiment", view.number);
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            h1 { (text("experiment-heading")) }
            p class="said" { (view.heading) }
            (layout::trouble(trouble))
            (step(view, &address))
            @if !matches!(view.step, OfferStep::Outcome(_) | OfferStep::Refused(_)) { (back(&address)) }
            p class="soft" { (text("experiments-not-medicine")) }
            p { a class="button" href="/experiments" { (text("experiment-back-list")) } }
        },
    )
}

fn step(view: &TryByLotView, address: &str) -> Markup {
    let lock = match view.is_plan {
        true => ["experiment-start-lock-line", "experiment-start-lock-rest"],
        false => ["experiment-lock-line", "experiment-lock-rest"],
    };
    match &view.step {
        OfferStep::Refused(lines) => html! {
            section class="card" { @for line in lines { p { (line) } } }
        },
        OfferStep::Outcome(outcomes) => html! {
            section class="card" aria-labelledby="step" {
                h2 id="step" { (text("experiment-step-outcome")) }
                @if view.is_plan { p { (text("experiment-start-line")) } }
                (self::outcomes(outcomes, &view.others, address))
            }
        },
        OfferStep::Length { lines, lengths } => html! {
            section class="card" aria-labelledby="step" {
                h2 id="step" { (text("experiment-step-length")) }
                @for line in lines { p { (line) } }
                p { (text("experiment-length-line")) }
                form method="post" action=(address) {
                    input type="hidden" name="step" value="weeks";
                    ul class="lengths" {
                        @for (idx, length) in lengths.iter().enumerate() {
                            @let id = format!("weeks{idx}");
                            li {
                                button type="submit" name="value" value=(length.weeks) aria-describedby=[(!length.line.is_empty()).then_some(&id)] {
                                    (length.label)
                                }
                                @if !length.line.is_empty() { p id=(id) { (length.line) } }
                            }
                        }
                    }
                }
            }
        },
        OfferStep::Lock { lines } => html! {
            section class="card" aria-labelledby="step" {
                h2 id="step" { (text("experiment-step-lock")) }
                ul { @for line in lines { li { (line) } } }
                @for id in lock { p { (text(id)) } }
                form method="post" action=(address) class="row" {
                    input type="hidden" name="step" value="lock";
                    button class="main" type="submit" { (text("experiment-lock")) }
                }
            }
        },
    }
}

/// The first step: one button for each thing that can be looked at, and what else begins with it.
pub fn outcomes(outcomes: &[OutcomeView], beside: &[(String, String)], address: &str) -> Markup {
    html! {
        form method="post" action=(address) {
            input type="hidden" name="step" value="outcome";
            @if !beside.is_empty() { (others(beside)) }
            div class="steps" role="group" aria-labelledby="step" {
                @for outcome in outcomes {
                    button type="submit" name="value" value=(outcome.value) { (outcome.label) }
                }
            }
        }
    }
}

/// What else begins in the same plan.
fn others(others: &[(String, String)]) -> Markup {
    html! {
        details {
            summary { (text("experiment-start-with")) }
            p { (text("experiment-start-with-line")) }
            @for (name, label) in [("second", "experiment-start-second"), ("third", "experiment-start-third")] {
                p {
                    label for=(name) { (text(label)) }
                    select id=(name) name=(name) {
                        option value="" { (text("experiment-start-nothing")) }
                        @for (value, heading) in others { option value=(value) { (heading) } }
                    }
                }
            }
        }
    }
}

fn back(address: &str) -> Markup {
    html! {
        form method="post" action=(address) class="row" {
            button class="quiet" type="submit" name="step" value="back" { (text("experiment-back-one")) }
        }
    }
}

/// All experiments.
pub fn list(view: &ExperimentsView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Try,
        view.is_example,
        &html! {
            h1 { (text("experiments-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            p { (text("experiments-line")) }
            @for (idx, experiment) in view.experiments.iter().enumerate() { (one(experiment, idx)) }
            @if !view.offers.is_empty() {
                section class="card" aria-labelledby="offers" {
                    h2 id="offers" { (text("experiments-offers")) }
                    p { (text("experiments-offers-line")) }
                    ul class="links" {
                        @for (address, name) in &view.offers { li { a href=(address) { (name) } } }
                    }
                }
            }
            p class="soft" { (text("experiments-not-medicine")) }
            p { a href="/quiet-days" { (text("experiments-quiet")) } }
            p { a class="button" href="/" { (text("back-to-today")) } }
        },
    )
}

fn one(view: &ExperimentView, idx: usize) -> Markup {
    let id = format!("experiment-{idx}");
    html! {
        section class="card" aria-labelledby=(id) {
            h2 id=(id) { (view.heading) }
            @for (at, line) in view.result.iter().enumerate() {
                p class=[(at == 0).then_some("said")] { (line) }
            }
            @for line in &view.lines { p { (line) } }
            details {
                summary { (text("experiment-fixed")) span class="hidden" { ": " (view.heading) } }
                p { (text("experiment-fixed-line")) }
                dl {
                    @for (name, value) in &view.locked { dt { (name) } dd class="drawn" { (value) } }
                }
            }
            @if view.can_stop {
                p class="soft" { (text("experiment-stop-line")) }
                form method="post" action="/experiments/stop" class="row" {
                    button class="quiet" type="submit" name="key" value=(view.key) { (text("experiment-stop")) }
                }
            }
        }
    }
}

/// What was drawn for today, and whether it was done.
pub fn today(view: &TodayExperiment) -> Markup {
    html! {
        section class="card" aria-labelledby="experiment" {
            h2 id="experiment" { (text("experiment-today-heading")) }
            p { (view.line) }
            @if let Some(ask) = &view.ask {
                form method="post" action="/experiments/day" {
                    fieldset {
                        legend { (ask.question) }
                        input type="hidden" name="key" value=(ask.key);
                        input type="hidden" name="day" value=(ask.day);
                        div class="row" {
                            @for (value, words) in [("yes", "experiment-ask-yes"), ("no", "experiment-ask-no")] {
                                button type="submit" name="done" value=(value) { (text(words)) }
                            }
                        }
                    }
                }
                p class="soft" { (text("experiment-ask-line")) }
            }
            p { a href="/experiments" { (text("experiments-link")) } }
        }
    }
}

/// The way from the answer about what helps.
pub fn lead() -> Markup {
    html! { p { a href="/experiments" { (text("experiments-lead")) } } }
}
