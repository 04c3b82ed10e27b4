//! When to be reminded: a form of plain fields, and where it stands. Refuses exact times.

use app::{NewSchedule, TimesView, text};
use maud::{Markup, html};

/// The part of the page of choices that is about reminders.
pub fn section(view: &TimesView) -> Markup {
    html! {
        section class="card" aria-labelledby="times" {
            h2 id="times" { (text("times-heading")) }
            p { (text("times-line")) }
            @if !view.is_on { p { (text("times-off")) } }
            @for line in &view.lines { p { (line) } }
            @if view.has_stopped { (stopped_words()) (go_on("pace")) }
            details open[!view.is_on || view.is_refused] {
                summary { (text(if view.is_on { "times-change" } else { "times-choose" })) }
                (form(view))
            }
            @if view.is_on {
                form method="post" action="/pace" class="row" {
                    button class="quiet" type="submit" name="choice" value="prompts-off" { (text("times-end")) }
                }
                p { (text("times-how")) }
                @if let Some(line) = &view.no_calendar {
                    p { (line) }
                } @else {
                    p { (text("times-calendar-line")) }
                    form method="post" action="/pace/file" class="row" {
                        button class="quiet" type="submit" { (text("times-calendar")) }
                    }
                }
            }
        }
    }
}

fn form(view: &TimesView) -> Markup {
    let NewSchedule {
        early, late, quiet, ..
    } = &view.draft;
    html! {
        p { (text("times-no-exact")) " " (text("times-stop")) }
        form method="post" action="/pace/times" autocomplete="off" {
            fieldset {
                legend { (text("times-often")) }
                @for mode in &view.modes {
                    label class="inline" {
                        input type="radio" name="mode" value=(mode.value) checked[mode.is_chosen];
                        (mode.label)
                    }
                }
            }
            (span("early", early))
            (span("late", late))
            (span("quiet", quiet))
            p class="soft" { (text("times-quiet-hint")) }
            div class="row" { button type="submit" { (text("times-keep")) } }
        }
    }
}

/// Two fields of one stretch of the day.
fn span(name: &str, (from, to): &(String, String)) -> Markup {
    let (from_id, to_id) = (format!("{name}_from"), format!("{name}_to"));
    html! {
        fieldset {
            legend { (text(&format!("times-{name}"))) }
            div class="row" {
                label for=(from_id) { (text("times-from")) }
                input id=(from_id) name=(from_id) type="time" value=(from) autocomplete="off";
                label for=(to_id) { (text("times-to")) }
                input id=(to_id) name=(to_id) type="time" value=(to) autocomplete="off";
            }
        }
    }
}

/// Said on Today, once.
pub fn stopped() -> Markup {
    html! {
        section class="card" aria-labelledby="times-stopped" {
            h2 id="times-stopped" { (text("times-stopped-heading")) }
            (stopped_words())
            (go_on("today"))
        }
    }
}

fn stopped_words() -> Markup {
    html! { p { (text("times-stopped")) } }
}

fn go_on(from: &str) -> Markup {
    html! {
        form method="post" action="/pace" class="row" {
            input type="hidden" name="from" value=(from);
            button class="quiet" type="submit" name="choice" value="prompts-go-on" { (text("times-go-on")) }
        }
    }
}
