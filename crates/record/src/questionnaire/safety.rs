//! What an answer to the question about harming oneself says. Refuses to calm: an answer that nobody
//! can read counts as a sign.

use std::collections::BTreeSet;

use super::{AnswerValue, Questionnaire, QuestionnaireResponse};
use crate::{AnswerOption, Label, QuestionKind};

/// LOINC codes of answers that say no: `Not at all`, `No`.
const CALM: [&str; 2] = ["LA6568-5", "LA32-8"];
/// LOINC code of the ninth question of the PHQ-9.
const ABOUT_SELF_HARM: &str = "44260-8";

impl Questionnaire {
    /// The question that its code says is about harming oneself, for forms that nobody recognized.
    #[must_use]
    pub fn safety_item_by_code(&self) -> Option<&Label> {
        let mut questions = self.questions();
        let is_it = |item: &&super::QuestionnaireItem| {
            item.codes
                .iter()
                .any(|one| one.code.as_str() == ABOUT_SELF_HARM)
        };
        questions.find(is_it).map(|item| &item.link_id)
    }

    /// The questions whose answers would tell what was said about safety: that one, and those that are
    /// asked only after it.
    #[must_use]
    pub fn about_safety(&self) -> BTreeSet<&Label> {
        let mut found: BTreeSet<&Label> = self.safety_item().into_iter().collect();
        let mut above: Vec<&Label> = Vec::new();
        for item in self.items() {
            above.truncate(usize::from(item.level));
            let mut conditions = item.enable_when.iter();
            let is_after = conditions.any(|when| found.contains(&when.question));
            if is_after || above.iter().any(|name| found.contains(name)) {
                found.insert(&item.link_id);
            }
            above.push(&item.link_id);
        }
        found
    }

    /// How far the answer about harming oneself lies above the calmest one: 0 at it, at least 1 above
    /// it. `None`: there is no such question, or no answer.
    ///
    /// An answer that was given counts also where the question would not be asked any more. Where the
    /// form does not say what its answers count, each of them is a sign.
    #[must_use]
    pub fn safety_answer(&self, response: &QuestionnaireResponse) -> Option<f64> {
        let item = self.item(self.safety_item()?.as_str())?;
        let values = response.values(item.link_id.as_str());
        let above = values.iter().map(|value| above_calm(&item.kind, value));
        let above = above.reduce(f64::max)?;
        Some(if above > 0.0 { above.max(1.0) } else { 0.0 })
    }

    /// Gives answers a number where the file gave none; `number` is asked with the position of the
    /// question, from 1, the place of the answer, from 0, and how many answers there are.
    ///
    /// A question of which one answer has a number already is left as it is.
    pub fn count_answers(&mut self, number: impl Fn(usize, usize, usize) -> Option<f64>) {
        let questions = self.items.iter_mut().filter(|item| item.is_question());
        for (position, item) in (1..).zip(questions) {
            let QuestionKind::Choice { options, .. } = &mut item.kind else {
                continue;
            };
            if options.iter().any(|option| option.ordinal.is_some()) {
                continue;
            }
            let n = options.len();
            for (place, option) in options.iter_mut().enumerate() {
                option.ordinal = number(position, place, n);
            }
        }
    }
}

fn above_calm(kind: &QuestionKind, value: &AnswerValue) -> f64 {
    match (kind, value) {
        (QuestionKind::Choice { options, .. }, AnswerValue::Choice(place)) => {
            let Some(chosen) = options.get(usize::from(*place)) else {
                return 1.0;
            };
            let calmest = calmest(options);
            match (chosen.ordinal, calmest) {
                (Some(number), Some(calmest)) => number - calmest,
                _ if CALM.contains(&chosen.coding.code.as_str()) => 0.0,
                _ => 1.0,
            }
        }
        (_, AnswerValue::YesNo(is_yes)) => f64::from(u8::from(*is_yes)),
        (
            QuestionKind::WholeNumber(range) | QuestionKind::Decimal(range),
            AnswerValue::Number(n),
        ) => n - range.min.unwrap_or(0.0),
        _ => 1.0,
    }
}

/// The smallest number; `None` where an answer has none.
fn calmest(options: &[AnswerOption]) -> Option<f64> {
    let numbers: Option<Vec<f64>> = options.iter().map(|option| option.ordinal).collect();
    numbers?.into_iter().reduce(f64::min)
}
