//! Help that needs no record, no session and no script. Refuses to wait for any of them.

use app::{CountryView, ForWhom, HelpView, NumberView, text, text_with};
use axum::response::Html;
use maud::{Markup, html};

use super::layout::{self, Place};

/// What else can be offered, beside what everyone sees.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offers {
    /// The country can be kept: there is a session, and the folder is free.
    pub can_keep: bool,
    /// The record is open, and the safety plan can be shown.
    pub has_plan: bool,
    /// The record itself says for whom help is: there is nothing to choose.
    pub knows_age: bool,
}

/// The help page, or the page of one country.
pub fn page(view: &HelpView, offers: Offers) -> Html<String> {
    let is_country = view.shown.is_some() && !view.is_kept;
    layout::page(
        Place::Help,
        false,
        &html! {
            h1 { (text("help-heading")) }
            @if !offers.knows_age { (other_age(view)) }
            (now(view.shown.as_ref()))
            @if view.is_unknown {
                div class="card trouble" role="alert" {
                    p { strong { (text("help-unknown")) } }
                    p { (text("help-unknown-line")) }
                }
            }
            @if let Some(country) = &view.shown { (lines(country, view.whom)) }
            @else if view.whom == ForWhom::Young { (grown_up()) }
            @if offers.can_keep { (keep(view)) }
            (more(offers))
            (choose(view))
            @if is_country {
                p { a class="button" href=(address(None, view.whom)) { (text("help-back")) } }
            }
        },
    )
}

/// The same page for the other age, one press away.
fn other_age(view: &HelpView) -> Markup {
    let (whom, words) = match view.whom {
        ForWhom::Anyone => (ForWhom::Young, "help-for-young"),
        ForWhom::Young => (ForWhom::Anyone, "help-for-anyone"),
    };
    let country = view.shown.as_ref().filter(|_| !view.is_kept);
    let address = address(country.map(|country| country.code.as_str()), whom);
    html! { p { a class="line" href=(address) { (text(words)) } } }
}

/// Where help for somebody stands, in a country or in the one that was kept.
fn address(code: Option<&str>, whom: ForWhom) -> String {
    let country = code.map(|code| format!("/{code}")).unwrap_or_default();
    let young = if whom == ForWhom::Young { "/young" } else { "" };
    format!("/help{country}{young}")
}

/// Whom to tell, for the young.
fn grown_up() -> Markup {
    html! {
        section class="card" aria-labelledby="grown-up" {
            h2 id="grown-up" { (text("help-grown-up-heading")) }
            p { (text("help-grown-up-line")) }
            p { (text("help-grown-up-say")) }
        }
    }
}

fn now(country: Option<&CountryView>) -> Markup {
    html! {
        section class="card" aria-labelledby="now" {
            h2 id="now" { (text("help-now-heading")) }
            p { (text("help-now-line")) }
            @if let Some(country) = country {
                ul class="numbers" { @for number in &country.emergency { (entry(number)) } }
            }
            p { (text("help-now-say")) }
            p { (text("help-now-near")) }
        }
    }
}

/// A number: large, then who it is, then what to know about it.
fn entry(number: &NumberView) -> Markup {
    html! {
        li {
            p { strong class="number" { (number.number) } " " (number.name) }
            @if !number.how.is_empty() { p { (number.how) } }
            @if let Some(check) = &number.check { p { strong { (check) } } }
            p class="soft" { (number.seen) }
        }
    }
}

fn lines(country: &CountryView, whom: ForWhom) -> Markup {
    let groups = country.groups(whom);
    html! {
        h2 { (text_with("help-country-heading", &[("country", country.name.as_str().into())])) }
        @if groups.is_empty() {
            p { (text("help-no-lines")) }
            @if whom == ForWhom::Young { (grown_up()) }
        }
        @for group in &groups {
            section class="card" aria-labelledby=(group.id) {
                h3 id=(group.id) { (group.heading) }
                @if let Some(line) = &group.line { p { (line) } }
                @if group.id == "abuse" {
                    p { a class="button" href="/help/safe-place" { (text("help-to-safe-place")) } }
                }
                @if !group.numbers.is_empty() {
                    ul class="numbers" { @for number in group.numbers { (entry(number)) } }
                }
            }
            @if group.id == "young" && whom == ForWhom::Young { (grown_up()) }
        }
        details {
            summary { (text("help-sources-summary")) }
            p { (text("help-sources-line")) }
            p { (country.checked) }
            ul { @for source in &country.sources { li { (source) } } }
        }
    }
}

fn keep(view: &HelpView) -> Markup {
    let for_young = (view.whom == ForWhom::Young).then_some("yes");
    html! {
        @if view.is_kept {
            form method="post" action="/help/keep" class="row" {
                @if let Some(yes) = for_young { input type="hidden" name="young" value=(yes); }
                span class="soft" { (text("help-kept")) }
                button class="quiet" type="submit" name="country" value="" { (text("help-forget")) }
            }
        } @else if let Some(country) = &view.shown {
            form method="post" action="/help/keep" class="row" {
                @if let Some(yes) = for_young { input type="hidden" name="young" value=(yes); }
                button type="submit" name="country" value=(country.code) { (text("help-keep")) }
                span class="soft" { (text("help-keep-line")) }
            }
        }
    }
}

fn more(offers: Offers) -> Markup {
    html! {
        section aria-labelledby="more" {
            h2 id="more" { (text("help-more-heading")) }
            div class="row" {
                @if offers.has_plan { a class="button main" href="/plan" { (text("help-to-plan")) } }
                a class="button" href="/help/doctor" { (text("help-to-doctor")) }
                " "
                a class="button" href="/report" { (text("paper-link")) }
                a class="button" href="/help/safe-place" { (text("help-to-safe-place")) }
                a class="button" href="/cards" { (text("help-cards")) }
            }
            @if !offers.has_plan { p class="soft" { (text("help-plan-locked")) } }
        }
    }
}

fn choose(view: &HelpView) -> Markup {
    let address = |code: &str| address(Some(code), view.whom);
    html! {
        section aria-labelledby="choose" {
            h2 id="choose" { (text("help-choose-heading")) }
            @if let (None, Some(guess)) = (&view.shown, &view.guess) {
                p {
                    a class="button" href=(address(&guess.code)) {
                        (text_with("help-guess", &[("country", guess.name.as_str().into())]))
                    }
                }
                p class="soft" { (text("help-guess-line")) }
            }
            details open[view.shown.is_none()] {
                summary { (text("help-all-heading")) }
                table {
                    thead { tr {
                        th scope="col" { (text("help-column-country")) }
                        th scope="col" { (text("help-column-emergency")) }
                    } }
                    tbody {
                        @for country in &view.countries {
                            tr {
                                th scope="row" { a class="line" href=(address(&country.code)) { (country.name) } }
                                td { (country.emergency) }
                            }
                        }
                    }
                }
            }
            h3 { (text("help-elsewhere-heading")) }
            p { (text("help-elsewhere-line")) }
            @if view.whom == ForWhom::Young { p { (text("help-elsewhere-young")) } }
        }
    }
}

/// When to see a doctor.
pub fn doctor() -> Html<String> {
    layout::page(
        Place::Help,
        false,
        &html! {
            h1 { (text("doctor-heading")) }
            section class="card" {
                p { (text("doctor-line")) }
                ul {
                    li { (text("doctor-severe")) }
                    li { (text("doctor-persistent")) }
                    li { (text("doctor-recurrent")) }
                }
                p { strong { (text("doctor-one-is-enough")) } }
            }
            section class="card" {
                h2 { (text("doctor-now-heading")) }
                p { (text("doctor-now-line")) }
                ul {
                    li { (text("doctor-now-stroke")) }
                    li { (text("doctor-now-head")) }
                    li { (text("doctor-now-fit")) }
                    li { (text("doctor-now-fever")) }
                }
                p { a class="button" href="/help" { (text("safe-to-lines")) } }
            }
            h2 { (text("doctor-say-heading")) }
            p { (text("doctor-say-line")) }
            h2 { (text("doctor-medicine-heading")) }
            p { (text("doctor-medicine-line")) }
            p { (text("doctor-not")) }
            details {
                summary { (text("doctor-sources-summary")) }
                ul {
                    li { (text("doctor-source-article")) }
                    li { (text("doctor-source-msd")) }
                    li { (text("doctor-source-nice")) }
                }
                p { (text("doctor-source-date")) }
            }
            p { a class="button" href="/help" { (text("help-back")) } }
        },
    )
}

/// What to know when somebody at home is not safe to be with.
pub fn safe_place() -> Html<String> {
    layout::page(
        Place::Help,
        false,
        &html! {
            h1 { (text("safe-heading")) }
            p { (text("safe-line")) }
            section class="card" {
                p { strong { (text("safe-now")) } }
                p { a class="button main" href="/help" { (text("safe-to-lines")) } }
            }
            section class="card" {
                h2 { (text("safe-leave-heading")) }
                ul {
                    li { (text("safe-leave-1")) }
                    li { (text("safe-leave-2")) }
                    li { (text("safe-leave-3")) }
                }
            }
            section class="card" {
                h2 { (text("safe-leave-not-heading")) }
                ul {
                    li { (text("safe-leave-not-1")) }
                    li { (text("safe-leave-not-2")) }
                    li { (text("safe-leave-not-3")) }
                    li { (text("safe-leave-not-4")) }
                }
            }
            section class="card" {
                h2 { (text("safe-shared-heading")) }
                ul {
                    li { (text("safe-shared-1")) }
                    li { (text("safe-shared-2")) }
                    li { (text("safe-shared-3")) }
                    li { (text("safe-shared-4")) }
                    li { (text("safe-shared-5")) }
                }
            }
            p { a class="button" href="/help" { (text("help-back")) } }
        },
    )
}
