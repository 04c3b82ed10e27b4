//! The columns of a table, for the person to say what they are. Refuses to hide one.

use app::{TableView, text, text_with};
use maud::{Markup, html};

/// The first rows as they would be read.
pub fn rows(table: &TableView) -> Markup {
    html! {
        h3 { (text("data-rows-heading")) }
        ol { @for row in &table.rows { li { (row) } } }
    }
}

/// A choice for every column. Once they can be read, the choices are folded away under what was read.
pub fn columns(table: &TableView, is_read: bool) -> Markup {
    html! {
        @if is_read {
            details {
                summary { (text("data-table-change")) }
                (form(table))
            }
        } @else {
            h3 { (text("data-table-heading")) }
            p { (text("data-table-line")) }
            (form(table))
        }
    }
}

fn form(table: &TableView) -> Markup {
    html! {
        form method="post" action="/data/table" autocomplete="off" {
            p { (table.line) }
            @for (idx, column) in table.columns.iter().enumerate() {
                @let id = format!("column_{idx}");
                label for=(id) { (column.name) }
                p id=(format!("{id}_holds")) class="soft" { (column.holds) }
                select id=(id) name=(id) aria-describedby=(format!("{id}_holds")) {
                    @for (value, words) in &table.uses {
                        option value=(value) selected[column.chosen == *value] { (words) }
                    }
                }
            }
            (scale(table))
            @if let Some(example) = &table.order_asked { (order(example, &table.order)) }
            label for="zone" { (text("data-table-zone")) }
            input id="zone" name="zone" type="text" value=(table.zone) autocomplete="off" spellcheck="false" aria-describedby="zone-hint";
            p id="zone-hint" class="soft" { (text("data-table-zone-hint")) }
            div class="row" { button class="main" type="submit" { (text("data-table-go")) } }
        }
    }
}

fn scale(table: &TableView) -> Markup {
    html! {
        fieldset class="question" {
            legend { (text("data-scale")) }
            p class="soft" { (text("data-scale-line")) }
            label for="min" { (text("data-scale-min")) }
            input id="min" name="min" type="text" inputmode="decimal" value=(table.ends.0) autocomplete="off";
            label for="max" { (text("data-scale-max")) }
            input id="max" name="max" type="text" inputmode="decimal" value=(table.ends.1) autocomplete="off";
        }
    }
}

fn order(example: &str, chosen: &str) -> Markup {
    html! {
        fieldset class="question" {
            legend { (text_with("data-order", &[("date", example.into())])) }
            @for (value, label) in [("day_first", "data-order-day"), ("month_first", "data-order-month")] {
                label class="inline" {
                    input type="radio" name="order" value=(value) checked[chosen == value];
                    (text(label))
                }
            }
        }
    }
}
