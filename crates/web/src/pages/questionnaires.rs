//! Questionnaires that the person brings: the list, what a file holds before it is kept, and one
//! question at a time.

use app::{
    BroughtView, FillKind, FillState, FillView, FilledView, KeptView, QuestionnairesView, Trouble,
    text, text_with,
};
use axum::response::Html;
use maud::{Markup, html};

use super::advice;
use super::layout::{self, Place};

/// The list, and a file that was read.
pub fn list(view: &QuestionnairesView, trouble: Option<&Trouble>) -> Html<String> {
    layout::page(
        Place::Today,
        view.is_example,
        &html! {
            h1 { (text("questionnaires-heading")) }
            (layout::trouble(trouble))
            @if let Some(done) = &view.done { (layout::done(done, &html! {})) }
            @if let Some(brought) = &view.brought { (brought_in(brought)) }
            @else {
                p { (text("questionnaires-line")) }
                section aria-labelledby="in-list" {
                    h2 id="in-list" { (text("questionnaires-list")) }
                    @if view.kept.is_empty() { p class="soft" { (text("questionnaires-none")) } }
                    @for one in &view.kept { (kept(one, true)) }
                }
                (bring())
                @if !view.gone.is_empty() {
                    details {
                        summary { (text("questionnaires-gone")) }
                        p class="soft" { (text("questionnaires-gone-line")) }
                        @for one in &view.gone { (kept(one, false)) }
                    }
                }
            }
        },
    )
}

fn bring() -> Markup {
    html! {
        form class="card" method="post" action="/questionnaires/bring" enctype="multipart/form-data" {
            h2 { (text("questionnaires-bring")) }
            label for="file" { (text("questionnaires-file")) }
            input id="file" name="file" type="file" required
                accept=".json,.osd,.xml,.jsonld,application/json,application/xml" aria-describedby="file-line";
            p class="soft" id="file-line" { (text("questionnaires-bring-line")) }
            div class="row" { button class="main" type="submit" { (text("questionnaires-read")) } }
        }
    }
}

fn kept(one: &KeptView, is_in_list: bool) -> Markup {
    let (action, words) = if is_in_list {
        ("/questionnaires/take-out", "take-out")
    } else {
        ("/questionnaires/put-back", "put-back")
    };
    html! {
        article class="card" {
            h3 { (one.title) }
            @for line in &one.lines { p class="soft" { (line) } }
            @if is_in_list {
                p {
                    a class="button main" href=(format!("/questionnaires/{}", one.number))
                        aria-label=(text_with("questionnaire-open-label", &[("title", one.title.as_str().into())])) {
                        (text("questionnaire-open"))
                    }
                }
            }
            @if let Some(rights) = &one.rights {
                details { summary { (text("questionnaire-rights")) } p class="wide" { (rights) } }
            }
            form method="post" action=(action) class="row" {
                button class="quiet" type="submit" name="key" value=(one.key) aria-label=(one.button_label) {
                    (text(words))
                }
            }
        }
    }
}

fn brought_in(one: &BroughtView) -> Markup {
    html! {
        form class="card" method="post" action="/questionnaires/keep" autocomplete="off" {
            h2 { (one.title) }
            ul { @for line in &one.lines { li { (line) } } }
            h3 { (text("questionnaire-rights")) }
            @match &one.rights {
                Some(rights) => p { (rights) },
                None => {
                    p { (text("questionnaire-rights-none")) }
                    label class="inline" {
                        input type="checkbox" name="may_use" value="yes";
                        (text("questionnaire-may-use"))
                    }
                }
            }
            @if !one.instruments.is_empty() {
                label for="instrument" { (text("questionnaire-what")) }
                select id="instrument" name="instrument" aria-describedby="instrument-line" {
                    option value="" { (text("questionnaire-what-none")) }
                    @for (idx, (name, title)) in one.instruments.iter().enumerate() {
                        option value=(name) selected[idx == 0 && one.is_likely] { (title) }
                    }
                }
                p class="soft" id="instrument-line" { (text("questionnaire-what-line")) }
            }
            label for="safety_item" { (text("questionnaire-safety")) }
            select id="safety_item" name="safety_item" aria-describedby="safety-line" {
                option value="" { (text("questionnaire-safety-none")) }
                @for (name, words) in &one.questions {
                    option value=(name) selected[one.safety_item.as_ref() == Some(name)] { (words) }
                }
            }
            p class="soft" id="safety-line" { (text("questionnaire-safety-line")) }
            div class="row" {
                button class="main" type="submit" { (text("questionnaire-keep")) }
                button class="quiet" type="submit" formaction="/questionnaires/leave" { (text("questionnaire-leave")) }
            }
        }
    }
}

/// A questionnaire, wherever it stands.
pub fn fill(state: &FillState, trouble: Option<&Trouble>) -> Html<String> {
    let (is_example, body) = match state {
        FillState::Ask(view) => (view.is_example, ask(view, trouble)),
        FillState::Help {
            is_example,
            number,
            key,
            advice,
        } => (*is_example, help(*number, key, advice)),
        FillState::Done(view) => (view.is_example, done(view)),
    };
    layout::page(Place::Today, is_example, &body)
}

fn address(number: usize) -> String {
    format!("/questionnaires/{number}")
}

fn ask(view: &FillView, trouble: Option<&Trouble>) -> Markup {
    html! {
        h1 { (view.title) }
        (layout::trouble(trouble))
        @for words in &view.before { p class="wide" { (words) } }
        form class="card" method="post" action=(address(view.number)) autocomplete="off" {
            input type="hidden" name="key" value=(view.key);
            input type="hidden" name="link_id" value=(view.link_id);
            (question(view, view.has_before && view.before.is_empty() && trouble.is_none()))
            div class="row" {
                button class="main" type="submit" name="step" value="next" { (text("questionnaire-next")) }
                button class="quiet" type="submit" name="step" value="skip" formnovalidate { (text("questionnaire-skip")) }
                @if view.has_before {
                    button class="quiet" type="submit" name="step" value="back" formnovalidate { (text("questionnaire-back")) }
                }
                button class="quiet" type="submit" name="step" value="stop" formnovalidate { (text("stop-here")) }
                span class="soft" { (view.progress) }
            }
        }
    }
}

/// One question. The next one is heard before the page is read from its top, unless words stand before it.
fn question(view: &FillView, is_heard_first: bool) -> Markup {
    let typed = |value: &String| view.typed.contains(value);
    let first = view.typed.first();
    match &view.kind {
        FillKind::Choice {
            options,
            is_multiple,
            takes_other,
        } => html! {
            fieldset class="question" tabindex=[is_heard_first.then_some("-1")] autofocus[is_heard_first] {
                legend { (view.question) }
                @for (value, words) in options {
                    label class="inline" {
                        input type=(if *is_multiple { "checkbox" } else { "radio" }) name="value" value=(value) checked[typed(value)];
                        (words)
                    }
                }
                @if *takes_other {
                    label for="other" { (text("questionnaire-other")) }
                    input id="other" name="other" type="text" maxlength="4000" value=(view.other);
                }
            }
        },
        FillKind::Number { is_whole, min, max } => html! {
            label for="value" { (view.question) }
            input id="value" name="value" type="text" autofocus[is_heard_first] inputmode=(if *is_whole { "numeric" } else { "decimal" })
                maxlength="20" value=[first] aria-describedby="value-line";
            p class="soft" id="value-line" {
                @if let (Some(min), Some(max)) = (min, max) {
                    (text_with("questionnaire-from-to", &[("min", min.as_str().into()), ("max", max.as_str().into())]))
                } @else { (text("questionnaire-number")) }
            }
        },
        FillKind::Text => html! {
            label for="value" { (view.question) }
            textarea id="value" name="value" autofocus[is_heard_first] rows="4" maxlength="4000" { (first.map_or("", String::as_str)) }
        },
        FillKind::Date => html! {
            label for="value" { (view.question) }
            input id="value" name="value" type="date" autofocus[is_heard_first] value=[first];
        },
    }
}

fn help(number: usize, key: &str, list: &app::AdviceListView) -> Markup {
    html! {
        h1 { (text("questionnaire-help-heading")) }
        p { (text("questionnaire-help-line")) }
        (advice::list(list))
        p { a class="button main" href="/help" { (text("link-help")) } }
        form method="post" action=(address(number)) class="row" {
            input type="hidden" name="key" value=(key);
            button class="quiet" type="submit" name="step" value="go-on" { (text("questionnaire-go-on")) }
            button class="quiet" type="submit" name="step" value="stop" { (text("stop-here")) }
        }
    }
}

fn done(view: &FilledView) -> Markup {
    html! {
        h1 { (view.title) }
        @if let Some(list) = &view.advice { (advice::list(list)) }
        // Advice stands above and is heard first.
        @if view.advice.is_some() { p role="status" { (view.line) } } @else { (layout::told(&view.line)) }
        @if !view.score.is_empty() {
            section class="card" {
                h2 { (text("scores-heading-one")) }
                @for line in &view.score { p { (line) } }
                p class="soft" { (text("scores-intro")) }
            }
        }
        @if !view.answers.is_empty() {
            section class="card" {
                h2 { (text("questionnaire-answers")) }
                dl class="sheet" {
                    @for (question, answer) in &view.answers { dt { (question) } dd { (answer) } }
                }
                form method="post" action="/undo" class="row" {
                    button class="quiet" type="submit" name="key" value=(view.key) { (text("undo")) }
                }
            }
        }
        form method="post" action=(address(view.number)) class="row" {
            input type="hidden" name="key" value=(view.key);
            @if view.can_go_on {
                button class="main" type="submit" name="step" value="go-on" { (text("questionnaire-go-on")) }
            }
            button class="quiet" type="submit" name="step" value="anew" { (text("questionnaire-anew")) }
        }
        p { a class="button" href="/questionnaires" { (text("questionnaire-to-list")) } }
    }
}
