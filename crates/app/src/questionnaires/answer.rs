//! Answers between the page and the record. Refuses to guess at what was typed.

use record::{
    AnswerValue, LocalDay, QuestionKind, Questionnaire, QuestionnaireItem, QuestionnaireResponse,
};

use super::fill::{FillKind, FillPost, FillStep};
use crate::{Trouble, text, text_with};

/// How a question is answered on the page.
pub(super) fn kind(kind: &QuestionKind) -> FillKind {
    let end = |end: Option<f64>| end.map(|end| end.to_string());
    let number = |is_whole, range: &record::NumberRange| FillKind::Number {
        is_whole,
        min: end(range.min),
        max: end(range.max),
    };
    match kind {
        QuestionKind::Choice {
            options,
            is_multiple,
            takes_other,
        } => FillKind::Choice {
            options: (options.iter().enumerate())
                .map(|(place, option)| (place.to_string(), option.label.text().to_owned()))
                .collect(),
            is_multiple: *is_multiple,
            takes_other: *takes_other,
        },
        QuestionKind::YesNo => FillKind::Choice {
            options: vec![
                ("yes".to_owned(), text("questionnaire-yes")),
                ("no".to_owned(), text("questionnaire-no")),
            ],
            is_multiple: false,
            takes_other: false,
        },
        QuestionKind::WholeNumber(range) => number(true, range),
        QuestionKind::Decimal(range) => number(false, range),
        QuestionKind::Date => FillKind::Date,
        QuestionKind::Text | QuestionKind::Group | QuestionKind::Display => FillKind::Text,
    }
}

/// What stands in the fields of a question that was answered before.
pub(super) fn typed(
    item: &QuestionnaireItem,
    response: &QuestionnaireResponse,
) -> (Vec<String>, String) {
    let values = response.values(item.link_id.as_str());
    let is_choice = matches!(item.kind, QuestionKind::Choice { .. });
    let mut other = String::new();
    let mut typed = Vec::new();
    for value in values {
        match value {
            AnswerValue::Choice(place) => typed.push(place.to_string()),
            AnswerValue::Number(number) => typed.push(number.to_string()),
            AnswerValue::YesNo(true) => typed.push("yes".to_owned()),
            AnswerValue::YesNo(false) => typed.push("no".to_owned()),
            AnswerValue::Text(note) if is_choice => note.text().clone_into(&mut other),
            AnswerValue::Text(note) => typed.push(note.text().to_owned()),
            AnswerValue::Date(day) => typed.push(day.to_string()),
        }
    }
    (typed, other)
}

/// Reads what was sent for a question; nothing sent is nothing answered.
pub(super) fn read(item: &QuestionnaireItem, post: &FillPost) -> Result<Vec<AnswerValue>, Trouble> {
    let sent = post.values.iter().map(|value| value.trim());
    let sent: Vec<&str> = sent.filter(|value| !value.is_empty()).collect();
    let refused = || Trouble::input(refusal(&item.kind), text("questionnaire-refused-hint"));
    let mut values = Vec::new();
    for value in sent {
        let value = match &item.kind {
            QuestionKind::Choice { .. } => value.parse().ok().map(AnswerValue::Choice),
            QuestionKind::YesNo => match value {
                "yes" => Some(AnswerValue::YesNo(true)),
                "no" => Some(AnswerValue::YesNo(false)),
                _ => None,
            },
            QuestionKind::WholeNumber(_) | QuestionKind::Decimal(_) => {
                let number = value.replace(',', ".").parse::<f64>();
                number
                    .ok()
                    .filter(|n| n.is_finite())
                    .map(AnswerValue::Number)
            }
            QuestionKind::Date => LocalDay::parse(value).ok().map(AnswerValue::Date),
            QuestionKind::Text => AnswerValue::text(value),
            QuestionKind::Group | QuestionKind::Display => None,
        };
        values.push(
            value
                .filter(|value| item.kind.takes(value))
                .ok_or_else(refused)?,
        );
    }
    if let Some(other) = AnswerValue::text(&post.other).filter(|other| item.kind.takes(other)) {
        values.push(other);
    }
    let is_multiple = matches!(
        item.kind,
        QuestionKind::Choice {
            is_multiple: true,
            ..
        }
    );
    if values.len() > 1 && !is_multiple {
        return Err(Trouble::input(
            text("questionnaire-one-only"),
            text("questionnaire-refused-hint"),
        ));
    }
    Ok(values)
}

/// Whether something was chosen or typed that is not kept yet: it is not lost by going back or by
/// stopping. What does not fit its question is told when one stops, and let go of when one goes back.
pub(super) fn is_new_answer(
    one: &Questionnaire,
    post: &FillPost,
    response: &QuestionnaireResponse,
) -> bool {
    let is_typed = post.values.iter().any(|value| !value.trim().is_empty());
    if !is_typed && post.other.trim().is_empty() {
        return false;
    }
    let item = one.item(&post.link_id).filter(|item| item.is_question());
    match item.map(|item| read(item, post)) {
        Some(Ok(values)) => values != response.values(&post.link_id),
        _ => post.step == FillStep::Stop,
    }
}

fn refusal(kind: &QuestionKind) -> String {
    let ends = match kind {
        QuestionKind::WholeNumber(range) | QuestionKind::Decimal(range) => range.min.zip(range.max),
        _ => None,
    };
    let whole = matches!(kind, QuestionKind::WholeNumber(_));
    match (kind, ends) {
        (QuestionKind::WholeNumber(_) | QuestionKind::Decimal(_), Some((min, max))) => {
            let name = if whole {
                "questionnaire-whole-between"
            } else {
                "questionnaire-number-between"
            };
            let args = [
                ("min", min.to_string().into()),
                ("max", max.to_string().into()),
            ];
            text_with(name, &args)
        }
        (QuestionKind::WholeNumber(_), None) => text("questionnaire-whole-needed"),
        (QuestionKind::Decimal(_), None) => text("questionnaire-number-needed"),
        (QuestionKind::Date, _) => text("questionnaire-date-needed"),
        _ => text("questionnaire-not-an-answer"),
    }
}
