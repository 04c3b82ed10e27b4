//! The numbers of a form that the person brought, in the order of the published one. Refuses to
//! guess a number where neither the file nor the rule gives one.

use record::{
    AnswerValue, QuestionKind, Questionnaire, QuestionnaireFormat, QuestionnaireItem,
    QuestionnaireResponse, ScoringRule, Shape,
};

use super::n_numbers;

/// Brings what was answered to the numbers that [`super::score`] takes.
///
/// The first questions that can count are those of the published form, in their order; what a form
/// asks after them (how hard it makes life, a total of its own) is left aside. A number that the file
/// gives to an answer is taken; without one, the place of the answer in its list.
#[must_use]
pub fn numbers(
    rule: &ScoringRule,
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
) -> Vec<Option<f64>> {
    let asked = questionnaire.asked(response);
    let counting: Vec<(&QuestionnaireItem, bool)> = (questionnaire.items().iter().zip(asked))
        .filter(|(item, _)| can_count(&item.kind))
        .collect();
    let (_, most) = n_numbers(rule);
    let n_items = usize::from(rule.parts().n_items);
    let has_gate = rule.parts().shape == Shape::Gated && counting.len() > n_items;
    let before = usize::from(has_gate);
    let number = |(place, (item, is_asked)): (usize, (&QuestionnaireItem, bool))| {
        let values = response.values(item.link_id.as_str());
        match values {
            [value] if is_asked => number_of(rule, questionnaire, item, (place, before), value),
            _ => None,
        }
    };
    (counting.into_iter().enumerate())
        .take(most)
        .map(number)
        .collect()
}

const fn can_count(kind: &QuestionKind) -> bool {
    match kind {
        QuestionKind::Choice { is_multiple, .. } => !*is_multiple,
        QuestionKind::WholeNumber(_) | QuestionKind::Decimal(_) | QuestionKind::YesNo => true,
        QuestionKind::Text | QuestionKind::Date | QuestionKind::Group | QuestionKind::Display => {
            false
        }
    }
}

fn number_of(
    rule: &ScoringRule,
    questionnaire: &Questionnaire,
    item: &QuestionnaireItem,
    (place, before): (usize, usize),
    value: &AnswerValue,
) -> Option<f64> {
    let parts = rule.parts();
    let is_pair = matches!(parts.shape, Shape::Pairs { .. });
    let nth = place.checked_sub(before);
    let nth = nth.map(|nth| if is_pair { nth / 2 } else { nth });
    let item_no = nth.and_then(|nth| u16::try_from(nth + 1).ok());
    if let Some(number) = item.kind.ordinal(value) {
        // This format turns numbers in its own scoring, and gives them here unturned.
        let is_turned = questionnaire.head.format == QuestionnaireFormat::Osd
            && item_no.is_some_and(|no| parts.counted_downwards.contains(&no));
        return Some(if is_turned {
            parts.answer_min + parts.answer_max - number
        } else {
            number
        });
    }
    let AnswerValue::Choice(chosen) = value else {
        return None;
    };
    let n_options = item.kind.options().len();
    let (first, last) = match parts.shape {
        Shape::Pairs {
            second_min,
            second_max,
        } if place % 2 == 1 => (second_min, second_max),
        _ => (parts.answer_min, parts.answer_max),
    };
    // A list of another length is another question.
    let n_steps = u16::try_from(n_options).ok()?;
    let is_whole_list = (f64::from(n_steps) - (last - first + 1.0)).abs() < 1e-9;
    if !is_whole_list || item_no.is_none() {
        return None;
    }
    if is_pair && place % 2 == 1 {
        return Some(first + f64::from(*chosen));
    }
    rule.number_at(item_no?, *chosen)
}
