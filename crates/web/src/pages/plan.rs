//! The safety plan: read first, changed below each part, and made to be printed. Refuses to put words
//! into forms alone: paper shows no forms.

use app::{PlanLineView, PlanPartView, PlanView, Trouble, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// The plan.
pub fn page(view: &PlanView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Help,
        view.is_example,
        &html! {
            h1 { (text("plan-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done {
                (layout::done(&done.what, &html! {
                    @if let Some(key) = &done.put_back {
                        form method="post" action="/plan/put-back" class="row" {
                            button class="quiet" type="submit" name="key" value=(key) { (text("undo")) }
                        }
                    }
                }))
            }
            p class="screen" { (text("plan-line")) }
            @if let Some(words) = &view.emergency { p { strong { (words) } } }
            @for part in &view.parts { (section(part)) }
            p class="soft screen" { (text("plan-kept")) }
            p class="soft screen" { (text("plan-print")) }
            (gone(view))
            p class="screen" { a class="button" href="/help" { (text("help-back")) } }
        },
    )
}

fn section(part: &PlanPartView) -> Markup {
    let id = format!("plan-{}-part", part.part);
    let field = format!("plan-{}-new", part.part);
    let hint = format!("plan-{}-hint", part.part);
    html! {
        section class="card plan" aria-labelledby=(id) {
            h2 id=(id) { (part.heading) }
            @if part.lines.is_empty() { p class="soft" { (text("plan-empty")) } }
            ul { @for line in &part.lines { li { span { (line.words) } (change(part, line)) } } }
            form method="post" action="/plan" autocomplete="off" {
                input type="hidden" name="key" value=(part.new_key);
                input type="hidden" name="part" value=(part.part);
                label for=(field) id=(hint) { (part.hint) }
                input id=(field) type="text" name="words" autocomplete="off" maxlength="500"
                    aria-labelledby=(format!("{id} {hint}")) value=(part.draft);
                div class="row" { button type="submit" { (text("plan-add")) } }
            }
        }
    }
}

fn change(part: &PlanPartView, line: &PlanLineView) -> Markup {
    let field = format!("plan-{}-change", line.key);
    html! {
        details class="screen" {
            summary { (text("plan-change")) span class="hidden" { ": " (line.words) } }
            form method="post" action="/plan" autocomplete="off" {
                input type="hidden" name="key" value=(line.new_key);
                input type="hidden" name="part" value=(part.part);
                input type="hidden" name="instead_of" value=(line.key);
                label for=(field) { (line.change_label) }
                input id=(field) type="text" name="words" autocomplete="off" maxlength="500" value=(line.words);
                div class="row" { button type="submit" { (text("plan-save")) } }
            }
            form method="post" action="/plan/take-out" class="row" {
                button class="quiet" type="submit" name="key" value=(line.key) aria-label=(line.take_out_label) {
                    (text("take-out"))
                }
            }
        }
    }
}

fn gone(view: &PlanView) -> Markup {
    html! {
        @if !view.gone.is_empty() {
            details class="screen" {
                summary { (text("plan-gone-heading")) }
                p { (text("plan-gone-line")) }
                ul class="facts" {
                    @for line in &view.gone {
                        li {
                            span { (line.words) }
                            form method="post" action="/plan/put-back" {
                                button class="quiet" type="submit" name="key" value=(line.key)
                                    aria-label=(line.put_back_label) { (text("put-back")) }
                            }
                        }
                    }
                }
            }
        }
    }
}
