//! The forms beside the check-in: a few questions a page, each with its own way to leave it out.

use app::{
    Choice, DoneView, FieldKind, FieldView, FormState, FormView, SectionView, Trouble, text,
    text_with,
};
use axum::response::Html;
use maud::{Markup, html};

use super::advice;
use super::layout::{self, Place};

/// A form at `address`, wherever it stands.
pub fn page(address: &str, state: &FormState, trouble: Option<&Trouble>) -> Html<String> {
    let (is_example, body) = match state {
        FormState::Ask(view) => (view.is_example, ask(address, view, trouble)),
        FormState::Done(view) => (view.is_example, done(address, view)),
        FormState::Agree { is_example } => (*is_example, agree()),
    };
    layout::page(Place::Today, is_example, &body)
}

fn ask(address: &str, view: &FormView, trouble: Option<&Trouble>) -> Markup {
    let is_last = view.step == view.n_steps;
    // What is new on a later page is heard before the page is read from its top: help first.
    let is_later = view.step > 1 && trouble.is_none();
    html! {
        h1 { (view.heading) }
        (layout::trouble(trouble))
        p { (view.line) }
        @if view.shows_help { (help(is_later)) }
        form method="post" action=(address) autocomplete="off" {
            input type="hidden" name="key" value=(view.key);
            input type="hidden" name="page" value=(view.page);
            @for (idx, section) in view.sections.iter().enumerate() {
                (part(section, idx == 0 && is_later && !view.shows_help))
            }
            @if view.is_for_paper { p class="soft" { (text("form-other-paper")) } }
            div class="row" {
                button class="main" type="submit" name="step" value="next" {
                    @if is_last && view.n_steps == 1 { (text("form-done")) } @else { (text("form-next")) }
                }
                @if view.step > 1 {
                    button class="quiet" type="submit" name="step" value="back" { (text("form-back")) }
                }
                @if view.n_steps > 1 {
                    button class="quiet" type="submit" name="step" value="stop" { (text("stop-here")) }
                    span class="soft" {
                        (text_with("form-page", &[("step", view.step.into()), ("steps", view.n_steps.into())]))
                    }
                }
            }
        }
        @if view.is_for_paper { (paper(view)) }
    }
}

/// The same questions with empty boxes, seen on paper alone.
fn paper(view: &FormView) -> Markup {
    html! {
        div class="paper" {
            @for section in &view.sections {
                h2 { (section.heading) }
                @if let Some(line) = &section.line { p { (line) } }
                @for asked in &section.fields {
                    p { strong { (asked.wording) } }
                    @if let FieldKind::Choice(choices) = &asked.kind {
                        p { @for choice in choices { span class="box" { "\u{2610} " (choice.label) } } }
                    }
                }
            }
        }
    }
}

fn part(section: &SectionView, is_heard_first: bool) -> Markup {
    html! {
        section class="card" {
            h2 tabindex=[is_heard_first.then_some("-1")] autofocus[is_heard_first] { (section.heading) }
            @if let Some(line) = &section.line { p { (line) } }
            @for asked in &section.fields { (field(asked)) }
        }
    }
}

fn field(asked: &FieldView) -> Markup {
    let is_typed = |choice: &Choice| asked.typed.contains(&choice.value);
    let id = format!("field_{}", asked.name);
    match &asked.kind {
        FieldKind::Line { low, high, choices } => html! {
            fieldset class="question" aria-describedby=(format!("{id}-ends")) {
                legend { (asked.wording) }
                (layout::ends(&format!("{id}-ends"), low, high))
                div class="digits" {
                    @for choice in choices {
                        label class="pick" {
                            input type="radio" name=(asked.name) value=(choice.value) checked[is_typed(choice)];
                            span { (choice.label) }
                        }
                    }
                }
                (left_out(asked, choices))
            }
        },
        FieldKind::Choice(choices) => html! {
            fieldset class="question" {
                legend { (asked.wording) }
                @for choice in choices {
                    label class="inline" {
                        input type="radio" name=(asked.name) value=(choice.value) checked[is_typed(choice)];
                        (choice.label)
                    }
                }
                (left_out(asked, choices))
            }
        },
        FieldKind::List(choices) => html! {
            div class="question" {
                label for=(id) { (asked.wording) }
                select id=(id) name=(asked.name) {
                    option value="" { (text("form-list-none")) }
                    @for choice in choices {
                        option value=(choice.value) selected[is_typed(choice)] { (choice.label) }
                    }
                }
            }
        },
        FieldKind::Count { max, unit } => html! {
            div class="question" {
                label for=(id) { (asked.wording) }
                input id=(id) name=(asked.name) type="number" min="0" max=(max) step="1" inputmode="numeric"
                    value=[asked.typed.first()] aria-describedby=(format!("{id}-unit"));
                " " span id=(format!("{id}-unit")) class="soft" { (unit) }
            }
        },
        FieldKind::Clock => html! {
            div class="question" {
                label for=(id) { (asked.wording) }
                input id=(id) name=(asked.name) type="time" value=[asked.typed.first()];
            }
        },
        FieldKind::Ticks { first, more } => html! {
            fieldset class="question" {
                legend { (asked.wording) }
                (ticks(asked, first))
                @if !more.is_empty() {
                    details {
                        summary { (text("form-more-words")) }
                        (ticks(asked, more))
                    }
                }
            }
        },
    }
}

fn ticks(asked: &FieldView, choices: &[Choice]) -> Markup {
    html! {
        div class="ticks" {
            @for choice in choices {
                label class="inline" {
                    input type="checkbox" name=(asked.name) value=(choice.value)
                        checked[asked.typed.contains(&choice.value)];
                    (choice.label)
                }
            }
        }
    }
}

/// The way to leave a question out; chosen until something else is.
fn left_out(asked: &FieldView, choices: &[Choice]) -> Markup {
    let is_answered = choices.iter().any(|c| asked.typed.contains(&c.value));
    html! {
        label class="inline soft" {
            input type="radio" name=(asked.name) value="skip" checked[!is_answered];
            (text("skip"))
        }
    }
}

fn help(is_heard_first: bool) -> Markup {
    html! {
        div class="card" role="group" aria-labelledby="help-line" tabindex=[is_heard_first.then_some("-1")] autofocus[is_heard_first] {
            p id="help-line" { (text("form-help-line")) }
            p { a class="button main" href="/help" { (text("link-help")) } }
        }
    }
}

fn done(address: &str, view: &DoneView) -> Markup {
    html! {
        h1 { (view.heading) }
        @if view.shows_help { (help(true)) }
        @if let Some(list) = &view.advice { (advice::list(list)) }
        div class="card" {
            @for line in &view.lines { p { (line) } }
        }
        @if !view.noticed.is_empty() {
            section class="card" {
                h2 { (text("form-noticed-heading")) }
                ul { @for line in &view.noticed { li { (line) } } }
            }
        }
        div class="row" {
            @for (to, label) in &view.links { a class="button" href=(to) { (label) } }
            @if view.can_begin_anew {
                form method="post" action=(address) {
                    button class="quiet" type="submit" name="step" value="anew" { (text("form-begin-anew")) }
                }
            }
        }
        @if view.can_be_forgotten {
            form class="row" method="post" action="/forms/more/agree" {
                button class="quiet" type="submit" name="choice" value="no" { (text("safety-off")) }
                button class="quiet" type="submit" name="choice" value="forget" { (text("safety-forget")) }
            }
        }
    }
}

fn agree() -> Markup {
    html! {
        h1 { (text("safety-agree-heading")) }
        (help(false))
        form class="card" method="post" action="/forms/more/agree" {
            p { (text("safety-agree-line")) }
            p { strong { (text("safety-agree-nobody")) } }
            p { (text("safety-agree-kept")) }
            p { (text("safety-agree-ask")) }
            div class="row" {
                button class="main" type="submit" name="choice" value="yes" { (text("safety-agree-yes")) }
                button type="submit" name="choice" value="no" { (text("safety-agree-no")) }
                button class="quiet" type="submit" name="choice" value="forget" { (text("safety-forget")) }
            }
        }
    }
}

/// The forms that can be filled in now.
pub fn offers(offers: &[app::OfferView]) -> Markup {
    html! {
        section aria-labelledby="offers" {
            h2 id="offers" { (text("offers-heading")) }
            ul class="offers" {
                @for offer in offers { li { a href=(offer.href) { (offer.label) } } }
            }
        }
    }
}
