//! Today: the check-in, one question at a time; a flicker in one tap; a quiet line.

use app::{CheckInView, QuestionView, TodayView, Trouble, text, text_with};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};
use super::{advice, experiments, pace};

/// Today.
pub fn page(view: &TodayView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Today,
        view.is_example,
        &html! {
            h1 { (text("today-heading")) }
            (layout::tour(1, view.is_example))
            (layout::trouble(trouble))
            @if let Some(undo) = &view.undo { (saved(undo, "today")) }
            @if let Some(advice) = view.advice.as_ref().filter(|a| a.is_urgent) { (advice::one(advice)) }
            @if view.stands_alone { (advice::go_on()) } @else { (rest(view)) }
        },
    )
}

/// Everything below an urgent advice.
fn rest(view: &TodayView) -> Markup {
    html! {
        // While questions are open, nothing else asks for attention.
        @if is_under_way(&view.check_in) {
            (check_in(&view.check_in))
        } @else {
            div class="columns" {
                div { (first(view)) }
                div { (second(view)) }
            }
        }
    }
}

/// What is asked, and what to do.
fn first(view: &TodayView) -> Markup {
    html! {
        (check_in(&view.check_in))
        @if let Some(advice) = view.advice.as_ref().filter(|a| !a.is_urgent) { (advice::one(advice)) }
        @if let Some(words) = &view.newest_lost { (lost(words)) }
        @if let Some(experiment) = &view.experiment { (experiments::today(experiment)) }
        @if view.has_stopped { (super::times::stopped()) }
        @if view.offers_pace { (pace::offer()) }
        @if view.is_paused {
            details { summary { (text("pace-flicker")) } (flicker(view)) }
        } @else {
            (flicker(view))
        }
    }
}

/// What was, and what else there is.
fn second(view: &TodayView) -> Markup {
    let lines = [&view.week_ago, &view.quiet_line, &view.last_flicker];
    let lines: Vec<&String> = lines.into_iter().flatten().collect();
    html! {
        @if let Some(trouble) = &view.backup_trouble { (super::backup::failed(trouble)) }
        @if !lines.is_empty() {
            div class="calm" { @for line in lines { p class="quiet-line" { (line) } } }
        }
        @if view.offers_grounding { (super::strategies::ground()) }
        (note(view))
        @if !view.offers.is_empty() { (super::form::offers(&view.offers)) }
        ul class="links" {
            li { (pace::link()) }
            li { (super::backup::link()) }
        }
    }
}

/// Entries that could not be read, until the person has seen it.
fn lost(words: &str) -> Markup {
    html! {
        section class="card" aria-labelledby="newest-lost" {
            h2 id="newest-lost" { (text("newest-lost-heading")) }
            p { (words) }
            p { (text("newest-lost-look")) }
            form method="post" action="/seen-loss" {
                button class="quiet" type="submit" { (text("newest-lost-seen")) }
            }
        }
    }
}

/// What was just written or taken out, with the way back.
pub fn saved(undo: &app::UndoView, from: &str) -> Markup {
    html! {
        div class="card" role="status" tabindex="-1" autofocus aria-labelledby="done" {
            form method="post" action="/undo" class="row" {
                span id="done" { (undo.what) }
                input type="hidden" name="key" value=(undo.key);
                input type="hidden" name="from" value=(from);
                @if undo.is_gone {
                    button class="quiet" type="submit" name="back" value="yes" { (text("put-back")) }
                    (super::removed::lead())
                } @else {
                    button class="quiet" type="submit" { (text("undo")) }
                }
            }
        }
    }
}

fn is_under_way(view: &CheckInView) -> bool {
    matches!(view, CheckInView::Ask(question) if question.step > 1)
}

fn check_in(view: &CheckInView) -> Markup {
    match view {
        CheckInView::Ask(question) => ask(question),
        CheckInView::Finished { outward } => html! {
            div class="card thanks" {
                p class="said" { (text("check-in-thanks")) }
                p { (outward) }
            }
        },
        CheckInView::Resting { line } => html! {
            div class="card" { p { (line) } p { (text("resting-why")) } }
        },
        CheckInView::Slower { line } => html! { div class="card" { p { (line) } } },
        CheckInView::Paused { line } => html! {
            div class="card" { p { (line) } (pace::end("today")) }
        },
    }
}

fn ask(question: &QuestionView) -> Markup {
    html! {
        form class="card" method="post" action="/check-in" data-question="" autocomplete="off" {
            // The next question is heard before the page is read from its top.
            fieldset tabindex="-1" autofocus[question.step > 1] aria-describedby=[question.is_line.then_some("ends")] {
                legend { (question.wording) }
                input type="hidden" name="key" value=(question.key);
                input type="hidden" name="item" value=(question.item);
                input type="hidden" name="device" value="unknown";
                input type="hidden" name="latency" value="";
                @if question.is_line {
                    (layout::ends("ends", &question.low_end, &question.high_end))
                    div class="slider" {
                        input class="untouched" type="range" min="0" max="100" step="1" aria-label=(question.wording);
                        button class="main" type="submit" name="value" value="" data-keep="" hidden { (text("keep-answer")) }
                    }
                    div class="digits" {
                        @for choice in &question.choices {
                            button type="submit" name="value" value=(choice.value) data-digit=(choice.label)
                                aria-label=(choice.spoken) { (choice.label) }
                        }
                    }
                } @else {
                    div class="steps" {
                        @for (idx, choice) in question.choices.iter().enumerate() {
                            button type="submit" name="value" value=(choice.value) data-digit=(idx) { (choice.label) }
                        }
                    }
                }
                div class="row" {
                    button class="quiet" type="submit" name="value" value="skip" { (text("skip")) }
                    @if question.step > 1 {
                        button class="quiet" type="submit" name="value" value="stop" { (text("stop-here")) }
                    }
                    span class="soft" {
                        (text_with("question-step", &[("step", question.step.into()), ("steps", question.n_steps.into())]))
                    }
                }
            }
        }
        @if question.step == 1 { p class="soft" { (text("first-answer-counts")) } }
    }
}

fn flicker(view: &TodayView) -> Markup {
    html! {
        form class="card" method="post" action="/flicker" {
            h2 id="flicker" { (text("flicker-heading")) }
            input type="hidden" name="key" value=(view.flicker_key);
            div class="row" role="group" aria-labelledby="flicker" {
                button type="submit" name="strength" value="trace" { (text("flicker-trace")) }
                button type="submit" name="strength" value="clear" { (text("flicker-clear")) }
            }
            details {
                summary { (text("flicker-word-summary")) }
                label for="word" { (text("flicker-word")) }
                select id="word" name="word" {
                    option value="" { (text("flicker-no-word")) }
                    @for word in &view.flicker_words { option value=(word) { (word) } }
                }
            }
        }
    }
}

fn note(view: &TodayView) -> Markup {
    html! {
        details {
            summary { (text("write-summary")) }
            form class="card" method="post" action="/note" autocomplete="off" {
                input type="hidden" name="key" value=(view.note_key);
                label for="words" { (text("note-label")) }
                textarea id="words" name="words" rows="3" autocomplete="off" { (view.draft_note) }
                div class="row" { button type="submit" { (text("keep-note")) } }
            }
        }
    }
}
