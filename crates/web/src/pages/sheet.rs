//! A sheet below what it belongs to: what was written, each to be changed or taken out, and a new one.
//! Refuses to put words into forms alone: paper shows no forms.

use app::{SheetEntryView, SheetFieldView, SheetView, text};
use maud::{Markup, html};

use super::layout;

/// A sheet with everything on it.
pub fn section(view: &SheetView) -> Markup {
    html! {
        section aria-labelledby="sheet" {
            h2 id="sheet" { (view.heading) }
            @if let Some(done) = &view.done {
                (layout::done(&done.what, &html! {
                    @if let Some(key) = &done.put_back {
                        form method="post" action="/sheet/put-back" class="row" {
                            button class="quiet" type="submit" name="key" value=(key) { (text("put-back")) }
                        }
                    }
                }))
            }
            @if view.entries.is_empty() { p class="soft" { (text("sheet-empty")) } }
            @for entry in &view.entries { (written(view, entry)) }
            details class="screen" open[view.entries.is_empty() || has_draft(view)] {
                summary { (text("sheet-new")) }
                (form(view, (&view.new_key, &view.fields)))
            }
            p class="soft screen" { (text("sheet-kept-line")) " " (text("sheet-print")) }
        }
    }
}

/// The page where a sheet could not be kept: what was typed stands there again.
pub fn refused(view: &SheetView, trouble: &app::Trouble) -> axum::response::Html<String> {
    layout::page(
        layout::Place::Try,
        false,
        &html! { h1 { (view.heading) } (layout::trouble(Some(trouble))) (form(view, (&view.new_key, &view.fields))) },
    )
}

fn has_draft(view: &SheetView) -> bool {
    view.fields.iter().any(|field| !field.words.is_empty())
}

fn written(view: &SheetView, entry: &SheetEntryView) -> Markup {
    html! {
        article class="card plan" {
            p class="soft" { (entry.day) }
            dl class="sheet" {
                @for field in entry.fields.iter().filter(|field| !field.words.is_empty()) {
                    dt { (field.label) }
                    dd { (field.words) }
                }
            }
            details class="screen" {
                summary { (text("sheet-change")) span class="hidden" { ": " (entry.take_out_label) } }
                (form(view, (&entry.key, &entry.fields)))
                form method="post" action="/sheet/take-out" class="row" {
                    button class="quiet" type="submit" name="key" value=(entry.key) aria-label=(entry.take_out_label) {
                        (text("sheet-take-out"))
                    }
                }
            }
        }
    }
}

fn form(view: &SheetView, (key, fields): (&str, &[SheetFieldView])) -> Markup {
    html! {
        form class="card" method="post" action="/sheet" autocomplete="off" {
            input type="hidden" name="key" value=(key);
            input type="hidden" name="sheet" value=(view.sheet);
            @for field in fields { (ask(field, &format!("{key}_{}", field.name))) }
            div class="row" { button type="submit" { (text("sheet-keep")) } }
        }
    }
}

fn ask(field: &SheetFieldView, id: &str) -> Markup {
    let name = format!("field_{}", field.name);
    html! {
        label for=(id) { (field.label) }
        @if !field.choices.is_empty() {
            select id=(id) name=(name) {
                option value="" { (text("sheet-choose")) }
                @for choice in &field.choices {
                    option value=(choice) selected[*choice == field.words] { (choice) }
                }
            }
        } @else if field.is_long {
            textarea id=(id) name=(name) rows="3" maxlength="4000" autocomplete="off" { (field.words) }
        } @else {
            input id=(id) name=(name) type="text" maxlength="4000" autocomplete="off" value=(field.words);
        }
    }
}
