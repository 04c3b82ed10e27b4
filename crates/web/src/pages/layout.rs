//! What every page shares: title, ways to go, the way out.

use app::{text, text_with};
use axum::response::Html;
use maud::{DOCTYPE, Markup, html};

/// Which part of the house a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Today.
    Today,
    /// Time, and the days in it.
    Time,
    /// Answers.
    Answers,
    /// What can be tried.
    Try,
    /// Cards of what is known.
    Cards,
    /// Help.
    Help,
    /// Outside: first run, locked.
    Outside,
}

/// A whole page inside the house.
pub fn page(place: Place, is_example: bool, body: &Markup) -> Html<String> {
    whole(place, is_example, body)
}

/// A whole page outside: first run, locked, no session.
pub fn outside(body: &Markup) -> Html<String> {
    whole(Place::Outside, false, body)
}

/// The title is the same on every page and says nothing, because browsers keep titles.
fn whole(place: Place, is_example: bool, body: &Markup) -> Html<String> {
    let markup = html! {
        (DOCTYPE)
        html lang=(app::spoken().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (text("title")) }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/style.css";
                script src="/script.js" defer {}
            }
            body {
                a class="skip" href="#main" { (text("skip-to-content")) }
                @if is_example {
                    aside class="example" aria-label=(text("example-label")) { (text("example-banner")) }
                }
                (heading(place))
                @if place != Place::Outside { (idle()) }
                main id="main" tabindex="-1" { (body) }
                footer {
                    p { (text("footer-local")) " " a href="/keys" { (text("keys-link")) } }
                }
            }
        }
    };
    Html(markup.into_string())
}

/// Said before the record locks, and after it was opened again. The script shows it; without one the record locks too.
fn idle() -> Markup {
    html! {
        aside class="card" data-idle="" aria-label=(text("idle-label")) hidden {
            p aria-live="polite" data-said="" {}
            p data-words="soon" hidden { (text("idle-soon")) }
            p data-words="back" hidden { (text("idle-back")) }
            p data-words="apart" hidden { (text("idle-apart")) }
            textarea aria-label=(text("idle-apart")) rows="4" readonly hidden autocomplete="off" {}
            div class="row" { button class="quiet" type="button" { (text("idle-stay")) } }
        }
    }
}

/// A small row to choose a language by its own name; nothing where there is only one.
pub fn languages() -> Markup {
    let all = app::languages();
    html! {
        @if all.len() > 1 {
            form method="post" action="/language" class="row languages" aria-label=(text("language-heading")) {
                input type="hidden" name="from" value="outside";
                @for one in &all {
                    button class="quiet" type="submit" name="language" value=(one.code) lang=(one.code)
                        aria-pressed=(if one.is_spoken { "true" } else { "false" }) { (one.name) }
                }
            }
        }
    }
}

fn heading(place: Place) -> Markup {
    let links = [
        (Place::Today, "/", "nav-today"),
        (Place::Time, "/time", "nav-time"),
        (Place::Answers, "/answers", "nav-answers"),
        (Place::Try, "/try", "nav-try"),
        (Place::Cards, "/cards", "nav-cards"),
        (Place::Help, "/help", "nav-help"),
    ];
    html! {
        header {
            form method="post" action="/exit" data-leave="" {
                button class="quiet" type="submit" { (text("leave")) }
            }
            nav aria-label=(text("nav-label")) {
                ul {
                    @for (to, address, name) in links {
                        @if place != Place::Outside || to == Place::Help {
                            li {
                                a href=(address) aria-current=[(to == place).then_some("page")] {
                                    (text(name))
                                }
                            }
                        }
                    }
                }
            }
            @if place != Place::Outside {
                form method="post" action="/lock" {
                    button class="quiet" type="submit" { (text("lock")) }
                }
            }
        }
    }
}

/// One of the four steps of the way around, which only the example has.
pub fn tour(step: u8, is_example: bool) -> Markup {
    const NEXT: [(&str, &str); 4] = [
        ("/time", "nav-time"),
        ("/answers", "nav-answers"),
        ("/try", "nav-try"),
        ("/help", "nav-help"),
    ];
    html! {
        @if let Some((address, name)) = NEXT.get(usize::from(step).wrapping_sub(1)).filter(|_| is_example) {
            details class="tour" open {
                summary { (text_with("tour-step", &[("step", step.into())])) }
                p { (text(&format!("tour-{step}"))) }
                p { a class="button" href=(address) { (text_with("tour-next", &[("page", text(name).into())])) } }
            }
        }
    }
}

/// What was just done, with a way back where there is one. It has the focus: a page that comes in is read
/// from its top, and this would be heard after the whole way around.
pub fn done(what: &str, way_back: &Markup) -> Markup {
    html! {
        div class="card screen" role="status" tabindex="-1" autofocus aria-labelledby="done" {
            p id="done" { (what) }
            (way_back)
        }
    }
}

/// A line about what was asked for, heard as [`done`] is.
pub fn told(line: &str) -> Markup {
    html! { p id="told" role="status" tabindex="-1" autofocus aria-labelledby="told" { (line) } }
}

/// What the two ends of a line of digits mean. Who does not see where they stand hears their digits.
pub fn ends(id: &str, low: &str, high: &str) -> Markup {
    html! {
        div class="ends" id=(id) {
            span { span class="hidden" { "0: " } (low) }
            span { span class="hidden" { "; 9: " } (high) }
        }
    }
}

/// A sentence about what went wrong, read aloud at once.
pub fn trouble(trouble: Option<&app::Trouble>) -> Markup {
    html! {
        @if let Some(trouble) = trouble {
            div class="card trouble" role="alert" {
                p { strong { (sentence(&app::said(&trouble.what))) } }
                @if !trouble.hint.is_empty() { p { (sentence(&app::said(&trouble.hint))) } }
            }
        }
    }
}

/// First letter large, a full stop at the end.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", letters.as_str())
}
