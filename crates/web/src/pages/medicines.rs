//! Medicines: what is taken and what was, what to take to a prescriber, a prescriber's plan. Refuses
//! to lead: every page of them says first that nothing is to be changed on one's own.

use app::{
    AdviceView, AskView, DosePicture, MedicineForm, MedicineView, MedicinesView,
    PrescriberPlanView, StepView, Trouble, text,
};
use axum::response::Html;
use maud::{Markup, PreEscaped, html};

use super::layout::{self, Place};
use super::{advice, today};

/// The list.
pub fn page(view: &MedicinesView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("medicines-heading")) }
            (layout::trouble(trouble))
            @if let Some(undo) = &view.undo { (today::saved(undo, "medicines")) }
            p { strong { (text("medicines-rule")) } }
            (spoken(&view.advice))
            p class="row" {
                a class="button" href="/medicines/ask" { (text("medicines-ask-link")) }
                a class="button" href="/medicines/plan" { (text("medicines-plan-link")) }
            }
            h2 { (text("medicines-now")) }
            @if view.now.is_empty() { p { (text("medicines-none")) " " (text("medicines-line")) } }
            @for one in &view.now { (medicine(view, one)) }
            (add(view))
            @if !view.now.is_empty() || !view.left_out.is_empty() { (left_out(view)) }
            (picture(view.picture.as_ref()))
            @if !view.earlier.is_empty() {
                h2 { (text("medicines-earlier")) }
                @for one in &view.earlier { (medicine(view, one)) }
            }
            (soon())
            p { a class="button" href="/time" { (text("back-to-time")) } }
        },
    )
}

/// What the rules say of medicines now.
fn spoken(list: &[AdviceView]) -> Markup {
    html! { @for one in list { (advice::one(one)) } }
}

/// When to ask soon: always there, whatever was written.
fn soon() -> Markup {
    html! {
        section class="card" aria-labelledby="soon" {
            h2 id="soon" { (text("medicines-soon-heading")) }
            ul {
                @for id in ["medicines-soon-1", "medicines-soon-2", "medicines-soon-3", "medicines-soon-4"] {
                    li { (text(id)) }
                }
            }
            p class="row screen" {
                a class="button" href="/help/doctor" { (text("lead-doctor")) }
                a class="button" href="/help" { (text("lead-help")) }
            }
        }
    }
}

fn medicine(view: &MedicinesView, one: &MedicineView) -> Markup {
    html! {
        section class="card" aria-labelledby=(one.id) {
            h3 id=(one.id) { (one.name) }
            p { (one.line) }
            @for fact in &one.facts {
                details {
                    summary { (text("medicine-facts")) ": " (fact.heading) }
                    @for line in &fact.lines { p { (line) } }
                    @if !fact.sure.is_empty() { p class="soft" { (fact.sure) } }
                    @for source in &fact.sources { p class="soft" { (source) } }
                }
            }
            (change(view, one))
            (end(view, one))
            details {
                summary { (text("medicine-steps")) span class="hidden" { ": " (one.name) } }
                (facts(&one.steps, "medicines"))
            }
        }
    }
}

fn change(view: &MedicinesView, one: &MedicineView) -> Markup {
    let (dose, day) = (format!("{}-dose", one.id), format!("{}-from", one.id));
    let draft = draft(view, one, "change");
    html! {
        details open[draft.is_some()] {
            summary { (text("medicine-changed")) span class="hidden" { ": " (one.name) } }
            form method="post" action="/medicines/change" autocomplete="off" {
                input type="hidden" name="key" value=(one.change_key);
                input type="hidden" name="medicine" value=(one.name);
                label for=(dose) { (text("medicine-new-dose")) " (" (one.unit) ")" }
                input id=(dose) name="amount" type="text" inputmode="decimal" required maxlength="20" autocomplete="off"
                    value=[draft.map(|d| &d.amount)];
                label for=(day) { (text("medicine-from")) }
                input id=(day) name="day" type="date" required max=(view.today) value=(draft.map_or(&view.today, |d| &d.day));
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
    }
}

fn end(view: &MedicinesView, one: &MedicineView) -> Markup {
    let day = format!("{}-end", one.id);
    let draft = draft(view, one, "end");
    html! {
        details open[draft.is_some()] {
            summary { (text("medicine-is-over")) span class="hidden" { ": " (one.name) } }
            form method="post" action="/medicines/end" autocomplete="off" {
                input type="hidden" name="key" value=(one.end_key);
                input type="hidden" name="medicine" value=(one.name);
                label for=(day) { (text("medicine-first-without")) }
                input id=(day) name="day" type="date" required max=(view.today) value=(draft.map_or(&view.today, |d| &d.day));
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
    }
}

/// What was typed into this form of this medicine and was refused.
fn draft<'v>(view: &'v MedicinesView, one: &MedicineView, form: &str) -> Option<&'v MedicineForm> {
    let draft = &view.draft;
    (draft.step == form && draft.medicine == one.name).then_some(draft)
}

fn add(view: &MedicinesView) -> Markup {
    let draft = (view.draft.step == "add").then_some(&view.draft);
    html! {
        details open[view.now.is_empty() || draft.is_some()] {
            summary { (text("medicine-add-heading")) }
            form class="card" method="post" action="/medicines/add" autocomplete="off" {
                input type="hidden" name="key" value=(view.add_key);
                label for="add-name" { (text("medicine-name")) }
                input id="add-name" name="medicine" type="text" required maxlength="200" autocomplete="off" value=[draft.map(|d| &d.medicine)];
                label for="add-dose" { (text("medicine-dose")) }
                input id="add-dose" name="amount" type="text" inputmode="decimal" required maxlength="20" autocomplete="off" value=[draft.map(|d| &d.amount)];
                label for="add-unit" { (text("medicine-unit")) }
                input id="add-unit" name="unit" type="text" required maxlength="40" autocomplete="off" value=(draft.map_or("mg", |d| &d.unit));
                label for="add-day" { (text("medicine-since-when")) }
                input id="add-day" name="day" type="date" required max=(view.today) value=[draft.map(|d| &d.day)];
                div class="row" { button type="submit" { (text("keep")) } }
            }
        }
    }
}

fn left_out(view: &MedicinesView) -> Markup {
    let draft = (view.draft.step == "left-out").then_some(&view.draft);
    html! {
        section class="card" aria-labelledby="left-out" {
            h2 id="left-out" { (text("medicine-left-out-heading")) }
            p { (view.left_out_line) }
            (facts(&view.left_out, "medicines"))
            @if !view.now.is_empty() {
                details open[draft.is_some()] {
                    summary { (text("medicine-left-out-keep")) }
                    p { (text("medicine-left-out-line")) }
                    form method="post" action="/medicines/left-out" autocomplete="off" {
                        input type="hidden" name="key" value=(view.left_out_key);
                        label for="left-out-which" { (text("medicine-left-out-which")) }
                        (which("left-out-which", view.now.iter().map(|one| one.name.as_str()), draft))
                        label for="left-out-day" { (text("medicine-left-out-when")) }
                        input id="left-out-day" name="day" type="date" required max=(view.today) value=(draft.map_or(&view.today, |d| &d.day));
                        div class="row" { button type="submit" { (text("keep")) } }
                    }
                }
            }
        }
    }
}

fn which<'n>(
    id: &str,
    names: impl Iterator<Item = &'n str>,
    draft: Option<&MedicineForm>,
) -> Markup {
    html! {
        select id=(id) name="medicine" {
            @for name in names {
                option value=(name) selected[draft.is_some_and(|d| d.medicine == name)] { (name) }
            }
        }
    }
}

/// What was written, each line with its way out.
pub fn facts(list: &[StepView], from: &str) -> Markup {
    html! {
        @if !list.is_empty() {
            ul class="facts" {
                @for one in list {
                    li {
                        span { (one.words) }
                        form method="post" action="/undo" {
                            input type="hidden" name="key" value=(one.key);
                            input type="hidden" name="from" value=(from);
                            button class="quiet" type="submit" { (text("take-out")) span class="hidden" { ": " (one.words) } }
                        }
                    }
                }
            }
        }
    }
}

fn picture(picture: Option<&DosePicture>) -> Markup {
    html! {
        @if let Some(picture) = picture {
            figure {
                figcaption {
                    h2 { (text("medicine-picture-heading")) }
                    p { (picture.sentence) }
                }
                @if !picture.wide.is_empty() {
                    // The picture room escapes every word that it draws.
                    div class="wide" { (PreEscaped(&picture.wide)) }
                    div class="narrow" { (PreEscaped(&picture.narrow)) }
                }
            }
        }
    }
}

/// The page to take along; made to be printed.
pub fn ask(view: &AskView) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("ask-heading")) }
            p class="soft" { (view.made_on) }
            p class="screen" { (text("ask-line")) }
            p { strong { (text("medicines-rule")) } }
            (spoken(&view.advice))
            h2 { (text("ask-now")) }
            (pairs(&view.now, ("ask-now", "medicines-none")))
            h2 { (text("ask-changes")) }
            (pairs(&view.changes, ("ask-changes", "ask-no-changes")))
            p { (view.left_out) }
            @if !view.left_out_days.is_empty() {
                ul { @for day in &view.left_out_days { li { (day.words) } } }
            }
            (picture(view.picture.as_ref()))
            @if !view.answer.is_empty() {
                section class="card plan" aria-labelledby="ask-answer" {
                    h2 id="ask-answer" { (text("ask-answer")) }
                    @for line in &view.answer { p { (line) } }
                    @if !view.sure.is_empty() { p class="soft" { (view.sure) } }
                    p class="soft" { (view.cannot_tell) }
                }
            }
            section class="card plan" aria-labelledby="ask-questions" {
                h2 id="ask-questions" { (text("ask-questions")) }
                ol { @for question in &view.questions { li { (question) } } }
                p { (text("ask-own")) }
                p class="lines" aria-hidden="true" {}
            }
            (soon())
            p class="screen" { a class="button" href="/medicines" { (text("medicines-back")) } }
        },
    )
}

fn pairs(rows: &[(String, String)], (what, none): (&str, &str)) -> Markup {
    html! {
        @if rows.is_empty() {
            p { (text(none)) }
        } @else {
            div class="scroll" tabindex="0" role="region" aria-label=(text(what)) {
                table {
                    thead { tr { th scope="col" { (text("ask-col-medicine")) } th scope="col" { (text("ask-col-what")) } } }
                    tbody { @for (name, what) in rows { tr { th scope="row" { (name) } td { (what) } } } }
                }
            }
        }
    }
}

/// A plan that a prescriber made.
pub fn plan(view: &PrescriberPlanView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("taper-heading")) }
            (layout::trouble(trouble))
            @if let Some(undo) = &view.undo { (today::saved(undo, "plan")) }
            p { strong { (text("medicines-rule")) } }
            (spoken(&view.advice))
            p { (text("taper-line")) }
            h2 { (text("taper-steps")) }
            @if view.steps.is_empty() { p { (text("taper-none")) } }
            (steps(view))
            (add_step(view))
            p { (text("taper-late")) }
            p { a class="button" href="/self-check" { (text("taper-watch")) } }
            @if !view.steps.is_empty() { (notes(view)) }
            (soon())
            p { a class="button" href="/medicines" { (text("medicines-back")) } }
        },
    )
}

fn steps(view: &PrescriberPlanView) -> Markup {
    html! {
        @for (idx, step) in view.steps.iter().enumerate() {
            section class="card" aria-label=(step.words) {
                p { strong { (step.words) } }
                p { (step.state) }
                @if let Some(key) = &step.begin_key {
                    details {
                        summary { (text("taper-begin")) span class="hidden" { ": " (step.words) } }
                        form method="post" action="/medicines/begin" autocomplete="off" {
                            input type="hidden" name="key" value=(key);
                            input type="hidden" name="step" value=(step.key);
                            label for=(format!("taper-begin-{idx}")) { (text("taper-begin-from")) }
                            input id=(format!("taper-begin-{idx}")) name="day" type="date" required max=(view.today) value=(step.day);
                            div class="row" { button type="submit" { (text("keep")) } }
                        }
                    }
                }
                form method="post" action="/undo" class="row" {
                    input type="hidden" name="key" value=(step.key);
                    input type="hidden" name="from" value="plan";
                    button class="quiet" type="submit" { (text("take-out")) span class="hidden" { ": " (step.words) } }
                }
            }
        }
    }
}

fn add_step(view: &PrescriberPlanView) -> Markup {
    let draft = (!view.draft.key.is_empty()).then_some(&view.draft);
    html! {
        @if view.medicines.is_empty() {
            p { (text("taper-first")) }
        } @else {
            details open[draft.is_some()] {
                summary { (text("taper-add")) }
                form class="card" method="post" action="/medicines/plan" autocomplete="off" {
                    input type="hidden" name="key" value=(view.add_key);
                    label class="inline" {
                        input type="checkbox" name="confirmed" value="yes" required checked[draft.is_some_and(|d| d.confirmed == "yes")];
                        (text("taper-confirm"))
                    }
                    label for="taper-which" { (text("taper-medicine")) }
                    (which("taper-which", view.medicines.iter().map(String::as_str), draft))
                    label for="taper-amount" { (text("taper-amount")) }
                    input id="taper-amount" name="amount" type="text" inputmode="decimal" required maxlength="20" autocomplete="off" value=[draft.map(|d| &d.amount)];
                    label for="taper-day" { (text("taper-from")) }
                    input id="taper-day" name="day" type="date" required value=[draft.map(|d| &d.day)];
                    div class="row" { button type="submit" { (text("keep")) } }
                }
            }
        }
    }
}

fn notes(view: &PrescriberPlanView) -> Markup {
    html! {
        h2 { (text("taper-notes")) }
        p { (text("taper-notes-line")) }
        (facts(&view.notes, "plan"))
        form class="card" method="post" action="/medicines/note" autocomplete="off" {
            input type="hidden" name="key" value=(view.note_key);
            label for="taper-note" { (text("note-label")) }
            textarea id="taper-note" name="words" rows="3" required autocomplete="off" {}
            div class="row" { button type="submit" { (text("keep-note")) } }
        }
    }
}
