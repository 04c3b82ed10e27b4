//! The page for a doctor: chosen, seen, saved or printed. Refuses to show what the file does not hold.

use app::{PaperBlock, PaperSection, ReportChoice, ReportView, Trouble, text};
use axum::response::Html;
use maud::{Markup, PreEscaped, html};

use super::layout::{self, Place};

/// The choice, and the page as it comes out.
pub fn page(view: &ReportView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Help,
        view.is_example,
        &html! {
            h1 class="screen" { (text("paper-heading")) }
            (layout::trouble(trouble))
            p class="screen" { (text("paper-intro")) }
            form method="post" action="/report" autocomplete="off" class="screen" {
                (days(view))
                (parts(view))
                @if !view.events.is_empty() { (events(&view.events)) }
                div class="card" {
                    label for="report-questions" { (text("paper-questions-label")) }
                    textarea id="report-questions" name="questions" rows="4" maxlength="1200" autocomplete="off" {
                        (view.questions)
                    }
                }
                div class="row" { button type="submit" { (text("paper-show")) } }
            }
            h2 class="screen" id="sheet-heading" { (text("paper-preview-heading")) }
            (sheet(view))
            form method="post" action="/report/save" class="screen" {
                p { (text("paper-save-line")) }
                div class="row" { button type="submit" { (text("paper-save")) } }
            }
            form method="post" action="/report/save-fhir" class="screen" {
                p { (text("paper-save-fhir-line")) }
                div class="row" { button type="submit" { (text("paper-save-fhir")) } }
            }
            p class="soft screen" { (text("paper-print-line")) }
            p class="screen" { a class="button" href="/help" { (text("help-back")) } }
        },
    )
}

fn days(view: &ReportView) -> Markup {
    html! {
        fieldset class="card" {
            legend { (text("paper-days-heading")) }
            label for="report-from" { (text("paper-from")) }
            input id="report-from" type="date" name="from" value=(view.from) autocomplete="off";
            label for="report-to" { (text("paper-to")) }
            input id="report-to" type="date" name="to" value=(view.to) autocomplete="off";
            label for="report-paper" { (text("paper-size")) }
            select id="report-paper" name="paper" autocomplete="off" {
                option value="a4" selected[!view.is_letter] { (text("paper-size-a4")) }
                option value="letter" selected[view.is_letter] { (text("paper-size-letter")) }
            }
        }
    }
}

fn parts(view: &ReportView) -> Markup {
    html! {
        fieldset class="card" {
            legend { (text("paper-parts-heading")) }
            p class="soft" { (text("paper-parts-line")) }
            div class="ticks" { @for part in &view.parts { (tick("part", part)) } }
        }
    }
}

fn events(events: &[ReportChoice]) -> Markup {
    html! {
        details class="card" {
            summary { (text("paper-events-choose")) }
            fieldset {
                legend class="soft" { (text("paper-events-line")) }
                div class="ticks" { @for event in events { (tick("event", event)) } }
            }
        }
    }
}

fn tick(kind: &str, choice: &ReportChoice) -> Markup {
    let name = [kind, &choice.value].join("-");
    html! {
        label class="inline" {
            input type="checkbox" name=(name) value="yes" checked[choice.is_on] autocomplete="off";
            (choice.label)
        }
    }
}

fn sheet(view: &ReportView) -> Markup {
    html! {
        article class="card sheet" aria-labelledby="sheet-title" {
            h2 id="sheet-title" { (view.sheet.title) }
            @for line in &view.sheet.lead { p { (line) } }
            @for section in &view.sheet.sections { (sheet_section(section)) }
            p class="soft" { (view.sheet.foot) }
        }
    }
}

fn sheet_section(section: &PaperSection) -> Markup {
    html! {
        section {
            h3 { (section.heading) }
            div { @for block in &section.blocks { (sheet_block(block)) } }
        }
    }
}

fn sheet_block(block: &PaperBlock) -> Markup {
    match block {
        PaperBlock::Line(words) => html! { p { (words) } },
        PaperBlock::Picture(wide, narrow, key) => html! {
            figure {
                div class="wide" { (PreEscaped(wide)) }
                div class="narrow" { (PreEscaped(narrow)) }
                figcaption class="soft" { (key) }
            }
        },
        PaperBlock::Table(caption, columns, rows) => html! {
            div class="scroll" tabindex="0" role="region" aria-label=(caption) {
                table {
                    caption { (caption) }
                    thead { tr { @for column in columns { th scope="col" { (column) } } } }
                    tbody {
                        @for row in rows {
                            tr {
                                @for (idx, cell) in row.iter().enumerate() {
                                    @if idx == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        },
    }
}
