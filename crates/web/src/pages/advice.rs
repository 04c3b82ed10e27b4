//! Advice as cards: what to do, who, when; why in plain words; what it leans on in a drawer.

use app::{AdviceListView, AdviceView, text};
use maud::{Markup, html};

use super::cards;

/// One advice.
pub fn one(view: &AdviceView) -> Markup {
    let class = match (view.is_now, view.is_urgent) {
        (true, _) => "card advice now",
        (false, true) => "card advice urgent",
        (false, false) => "card advice",
    };
    html! {
        section class=(class) aria-labelledby=(view.id) {
            p class="level" { (view.level) }
            h2 id=(view.id) { (view.title) }
            @for line in &view.lines { p { (line) } }
            @if !view.links.is_empty() {
                p class="row" {
                    @for (idx, (address, words)) in view.links.iter().enumerate() {
                        a class=(if idx == 0 && view.is_urgent { "button main" } else { "button" }) href=(address) { (words) }
                    }
                }
            }
            details {
                summary { (text("guidance-why")) }
                @if !view.reasons.is_empty() {
                    ul { @for reason in &view.reasons { li { (reason) } } }
                }
                h3 { (text("guidance-rests-on")) }
                p { (view.source) }
                p class="soft" { (view.date) " " (view.rule) "." }
            }
            // In danger to life nothing stands beside what to do.
            @if !view.is_now {
                (cards::offered("rule", &view.id.trim_start_matches("advice-").to_uppercase()))
            }
        }
    }
}

/// All advice; a quiet line where there is none.
pub fn list(view: &AdviceListView) -> Markup {
    html! {
        @if !view.advice.is_empty() {
            @for advice in &view.advice { (one(advice)) }
            p class="soft" { (view.line) }
        }
        @if let Some(line) = &view.too_few { p class="soft" { (line) } }
        @if let Some(line) = &view.hidden { p { (line) } }
    }
}

/// The way past an advice that stands alone.
pub fn go_on() -> Markup {
    html! {
        form method="post" action="/go-on" {
            p class="soft" { (text("guidance-now-again")) }
            button class="quiet" type="submit" { (text("guidance-now-go-on")) }
        }
    }
}
