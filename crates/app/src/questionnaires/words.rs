//! Answers in words. Refuses to add up.

use record::{AnswerValue, QuestionnaireAnswer, QuestionnaireItem};

use crate::{dates, text};

/// The wording of a question.
pub(super) fn question(item: &QuestionnaireItem) -> String {
    let text = item.text.as_ref().map_or("", |text| text.text());
    match &item.prefix {
        Some(prefix) => format!("{} {text}", prefix.as_str()),
        None => text.to_owned(),
    }
}

/// What was answered.
pub(super) fn answer(item: &QuestionnaireItem, answer: &QuestionnaireAnswer) -> String {
    let one = |value: &AnswerValue| match value {
        AnswerValue::Choice(place) => {
            let chosen = item.kind.options().get(usize::from(*place));
            chosen.map_or_else(String::new, |chosen| chosen.label.text().to_owned())
        }
        AnswerValue::Number(number) => number.to_string(),
        AnswerValue::YesNo(true) => text("questionnaire-yes"),
        AnswerValue::YesNo(false) => text("questionnaire-no"),
        AnswerValue::Text(note) => note.text().to_owned(),
        AnswerValue::Date(day) => dates::with_year(*day),
    };
    let values: Vec<String> = answer.values.iter().map(one).collect();
    if values.is_empty() {
        return text("questionnaire-skipped");
    }
    values.join(", ")
}
