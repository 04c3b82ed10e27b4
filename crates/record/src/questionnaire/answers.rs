//! What was answered on a questionnaire, whole or so far. Refuses answers that a question does not take.

use std::cmp::Ordering;

use super::{Questionnaire, words};
use crate::{FactKey, Label, LocalDay, Note, QuestionKind};

/// Says why answers to a questionnaire were refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResponseError {
    /// A question was answered twice.
    #[error("the question '{0}' is answered twice")]
    Twice(String),
    /// More answers than a questionnaire has questions.
    #[error("there are {n} answers; at most {max} are taken", max = Questionnaire::ITEMS_MAX)]
    TooMany {
        /// How many there are.
        n: usize,
    },
    /// No question of this questionnaire.
    #[error("the questionnaire has no question '{0}'")]
    UnknownQuestion(String),
    /// An answer that the question does not take.
    #[error("the question '{0}' does not take this answer")]
    NotTaken(String),
}

/// One answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerValue {
    /// One of the answers to choose from, by its place from 0.
    Choice(u16),
    /// A number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// Own words.
    Text(Note),
    /// A date.
    Date(LocalDay),
}

impl AnswerValue {
    /// Own words as an answer; `None` when nothing is left after trimming, or too much.
    #[must_use]
    pub fn text(text: &str) -> Option<Self> {
        words(text).map(Self::Text)
    }

    /// Which of two answers of one kind is larger; `None` for kinds that have no order.
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(this), Self::Number(other)) => this.partial_cmp(other),
            (Self::Date(this), Self::Date(other)) => Some(this.cmp(other)),
            // Answers of a choice stand in their order.
            (Self::Choice(this), Self::Choice(other)) => Some(this.cmp(other)),
            _ => None,
        }
    }
}

impl QuestionKind {
    /// Says whether a question of this kind takes this answer.
    #[must_use]
    pub fn takes(&self, value: &AnswerValue) -> bool {
        match (self, value) {
            (Self::Choice { options, .. }, AnswerValue::Choice(place)) => {
                usize::from(*place) < options.len()
            }
            (Self::Choice { takes_other, .. }, AnswerValue::Text(_)) => *takes_other,
            (Self::WholeNumber(range), AnswerValue::Number(value)) => {
                value.fract() == 0.0 && range.holds(*value)
            }
            (Self::Decimal(range), AnswerValue::Number(value)) => range.holds(*value),
            (Self::YesNo, AnswerValue::YesNo(_))
            | (Self::Text, AnswerValue::Text(_))
            | (Self::Date, AnswerValue::Date(_)) => true,
            _ => false,
        }
    }

    /// What an answer counts; `None` where it counts nothing: words, dates, and answers to which the
    /// file gave no value. Yes counts 1, no counts 0.
    #[must_use]
    pub fn ordinal(&self, value: &AnswerValue) -> Option<f64> {
        match value {
            AnswerValue::Choice(place) => self.options().get(usize::from(*place))?.ordinal,
            AnswerValue::Number(number) => Some(*number),
            AnswerValue::YesNo(is_yes) => Some(f64::from(u8::from(*is_yes))),
            AnswerValue::Text(_) | AnswerValue::Date(_) => None,
        }
    }
}

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireAnswer {
    /// Which question.
    pub link_id: Label,
    /// The answers; empty: it was shown and skipped.
    pub values: Vec<AnswerValue>,
}

/// A questionnaire that was filled in, whole or so far.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireResponse {
    /// Which questionnaire.
    pub questionnaire: FactKey,
    /// Whether it was filled in to its end; what is not is kept, and gets no score.
    pub is_complete: bool,
    answers: Vec<QuestionnaireAnswer>,
}

impl QuestionnaireResponse {
    /// Takes answers in the order in which they were given.
    ///
    /// # Errors
    /// [`ResponseError`] when a question is answered twice, or there are too many.
    pub fn new(
        questionnaire: FactKey,
        is_complete: bool,
        answers: Vec<QuestionnaireAnswer>,
    ) -> Result<Self, ResponseError> {
        if answers.len() > Questionnaire::ITEMS_MAX {
            return Err(ResponseError::TooMany { n: answers.len() });
        }
        let mut seen = std::collections::BTreeSet::new();
        if let Some(twice) = answers.iter().find(|one| !seen.insert(&one.link_id)) {
            return Err(ResponseError::Twice(twice.link_id.as_str().to_owned()));
        }
        Ok(Self {
            questionnaire,
            is_complete,
            answers,
        })
    }

    /// The answers in the order in which they were given.
    #[must_use]
    pub fn answers(&self) -> &[QuestionnaireAnswer] {
        &self.answers
    }

    /// Says whether a question was shown: answered or skipped.
    #[must_use]
    pub fn was_shown(&self, link_id: &str) -> bool {
        self.answers
            .iter()
            .any(|one| one.link_id.as_str() == link_id)
    }

    /// The answers to one question; empty when it was skipped or not shown.
    #[must_use]
    pub fn values(&self, link_id: &str) -> &[AnswerValue] {
        let found = self
            .answers
            .iter()
            .find(|one| one.link_id.as_str() == link_id);
        found.map_or(&[], |one| one.values.as_slice())
    }

    /// Puts an answer in the place of the one before, or at the end.
    pub fn put(&mut self, answer: QuestionnaireAnswer) {
        match self
            .answers
            .iter_mut()
            .find(|one| one.link_id == answer.link_id)
        {
            Some(before) => *before = answer,
            None => self.answers.push(answer),
        }
    }

    /// The same without the answer to one question.
    #[must_use]
    pub fn without(&self, link_id: &Label) -> Self {
        let mut rest = self.clone();
        rest.answers.retain(|answer| answer.link_id != *link_id);
        rest
    }

    /// Checks every answer against its question.
    ///
    /// # Errors
    /// [`ResponseError`] for the first one that the questionnaire does not take.
    pub fn check(&self, questionnaire: &Questionnaire) -> Result<(), ResponseError> {
        for answer in &self.answers {
            let name = || answer.link_id.as_str().to_owned();
            let item = questionnaire.item(answer.link_id.as_str());
            let item = item
                .filter(|item| item.is_question())
                .ok_or_else(|| ResponseError::UnknownQuestion(name()))?;
            let is_several = match &item.kind {
                QuestionKind::Choice { is_multiple, .. } => *is_multiple,
                _ => false,
            };
            let fits = answer.values.iter().all(|value| item.kind.takes(value));
            if !fits || (answer.values.len() > 1 && !is_several) {
                return Err(ResponseError::NotTaken(name()));
            }
        }
        Ok(())
    }

    /// What each question counts, in the order of [`Questionnaire::questions`]: the first is position 1.
    ///
    /// `None`: not answered, not asked, several answers at once, or an answer to which the file gave no
    /// value. Nothing is filled in.
    #[must_use]
    pub fn ordinals(&self, questionnaire: &Questionnaire) -> Vec<Option<f64>> {
        let asked = questionnaire.asked(self);
        let items = questionnaire.items().iter().zip(asked);
        let questions = items.filter(|(item, _)| item.is_question());
        questions
            .map(
                |(item, is_asked)| match self.values(item.link_id.as_str()) {
                    [value] if is_asked => item.kind.ordinal(value),
                    _ => None,
                },
            )
            .collect()
    }
}
