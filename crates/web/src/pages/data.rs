//! What was brought in, and what can be taken out. Refuses to keep a file that was not looked at.

use app::{BroughtFileView, DataView, HeldView, ToldView, Trouble, WordView, text};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// The page.
pub fn page(view: &DataView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (text("data-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            p { (text("data-line")) }
            @match &view.held {
                Some(held) => (held_file(held)),
                None => (bring()),
            }
            h2 { (text("data-brought")) }
            @if view.brought.is_empty() { p { (text("data-brought-none")) } }
            @for one in &view.brought { (brought(one)) }
            (bring_claims())
            (take_out(view))
            (language())
            p { a class="button" href="/time" { (text("back-to-time")) } }
        },
    )
}

/// The choice of a language; nothing where there is only one.
fn language() -> Markup {
    let all = app::languages();
    html! {
        @if all.len() > 1 {
            section class="card" aria-labelledby="language" {
                h2 id="language" { (text("language-heading")) }
                p { (text("language-line")) }
                form method="post" action="/language" {
                    fieldset class="question" {
                        legend class="hidden" { (text("language-heading")) }
                        @for one in &all {
                            label class="inline" {
                                input type="radio" name="language" value=(one.code) checked[one.is_spoken];
                                span lang=(one.code) { (one.name) }
                            }
                        }
                    }
                    div class="row" { button class="main" type="submit" { (text("language-choose")) } }
                }
                p class="soft" { (text("language-review")) }
            }
        }
    }
}

fn bring() -> Markup {
    html! {
        section class="card" aria-labelledby="bring" {
            h2 id="bring" { (text("data-bring")) }
            p { (text("data-bring-line")) }
            form method="post" action="/data/look" enctype="multipart/form-data" data-drop="" {
                label for="file" { (text("data-drop")) }
                input id="file" type="file" name="file" required;
                p data-progress="" role="status" hidden { (text("data-sending")) " " progress max="100" aria-label=(text("data-sending")) {} }
                div class="row" { button class="main" type="submit" { (text("data-look")) } }
            }
        }
    }
}

/// The way in for what another program said; it goes into no record.
fn bring_claims() -> Markup {
    html! {
        section class="card" aria-labelledby="claims-heading" {
            h2 id="claims-heading" { (text("data-claims")) }
            p { (text("data-claims-line")) }
            form method="post" action="/data/claims" enctype="multipart/form-data" {
                label for="claims" { (text("data-claims-file")) }
                input id="claims" type="file" name="file" required;
                div class="row" { button class="quiet" type="submit" { (text("data-claims-go")) } }
            }
        }
    }
}

/// What another program said, beside what holds of it.
pub fn claims(view: &ToldView) -> Html<String> {
    layout::page(
        Place::Time,
        view.is_example,
        &html! {
            h1 { (view.said.heading) }
            (super::answers::judged(&view.said))
            p { a class="button" href="/data" { (text("data-claims-back")) } }
        },
    )
}

fn held_file(held: &HeldView) -> Markup {
    html! {
        section class="card" aria-labelledby="held" {
            h2 id="held" { (text("data-held")) }
            p { (held.name) }
            @if !held.lines.is_empty() { (outcome(held)) }
            @if !held.words.is_empty() { (words(&held.words)) }
            @if let Some(table) = &held.table { (super::table::columns(table, !held.lines.is_empty())) }
            form method="post" action="/data/leave" class="row" {
                button class="quiet" type="submit" { (text("data-leave")) }
            }
        }
    }
}

/// What would become of a file, and the way to keep it.
fn outcome(held: &HeldView) -> Markup {
    html! {
        ul { @for line in &held.lines { li { (line) } } }
        @if !held.more.is_empty() {
            details {
                summary { (text("data-more")) }
                ul { @for line in &held.more { li { (line) } } }
            }
        }
        @if let Some(table) = &held.table { (super::table::rows(table)) }
        form method="post" action="/data/keep" class="row" {
            button class="main" type="submit" { (text("data-keep")) }
        }
        @if held.table.is_some() {
            form method="post" action="/data/map" class="row" {
                button class="quiet" type="submit" { (text("data-map-save")) }
            }
        }
    }
}

fn words(list: &[WordView]) -> Markup {
    let levels = ["", "1", "2", "3", "4", "5"];
    let name = |level: &str| match level {
        "" => text("data-word-none"),
        "1" => text("data-word-worst"),
        "5" => text("data-word-best"),
        other => other.to_owned(),
    };
    let numb = [
        ("yes", "data-word-yes"),
        ("no", "data-word-no"),
        ("", "data-word-neither"),
    ];
    html! {
        h3 { (text("data-words-heading")) }
        p { (text("data-words-line")) }
        form method="post" action="/data/words" autocomplete="off" {
            @for (idx, word) in list.iter().enumerate() {
                fieldset class="question" {
                    legend { (word.word) }
                    label for=(format!("level_{idx}")) { (text("data-word-level")) }
                    select id=(format!("level_{idx}")) name=(format!("level_{idx}")) {
                        @for level in levels {
                            option value=(level) selected[word.level == level] { (name(level)) }
                        }
                    }
                    p { (text("data-word-numb")) }
                    @for (value, label) in numb {
                        label class="inline" {
                            input type="radio" name=(format!("numb_{idx}")) value=(value) checked[word.numb == value];
                            (text(label))
                        }
                    }
                }
            }
            div class="row" { button class="main" type="submit" { (text("data-words-go")) } }
        }
    }
}

fn brought(one: &BroughtFileView) -> Markup {
    html! {
        section class="card" {
            h3 { (one.name) }
            p { (one.line) }
            @if one.can_undo {
                form method="post" action="/data/undo" {
                    input type="hidden" name="digest" value=(one.digest);
                    button class="quiet" type="submit" { (text("data-undo")) }
                }
            }
        }
    }
}

fn take_out(view: &DataView) -> Markup {
    html! {
        h2 { (text("data-out")) }
        p { (super::backup::link()) }
        @if !view.is_example {
            p { (text("data-out-line")) }
            form method="post" action="/data/save" class="row" {
                @for (value, label) in [("json", "data-out-json"), ("csv", "data-out-csv"), ("fhir", "data-out-fhir")] {
                    button class="quiet" type="submit" name="as" value=(value) { (text(label)) }
                }
            }
        }
        h2 { (text("removed-heading")) }
        p { (super::removed::lead()) }
        h2 { (text("data-forget")) }
        p { (text("data-forget-line")) }
    }
}

/// The way here from other pages.
pub fn lead() -> Markup {
    html! { a class="button" href="/data" { (text("data-link")) } }
}
