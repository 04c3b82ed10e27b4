//! When a question is asked: conditions on the answers to others. Refuses circles.

use std::collections::HashMap;

use super::{AnswerValue, QuestionnaireError, QuestionnaireItem, QuestionnaireResponse};
use crate::{Label, QuestionKind};

/// How an answer is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EnableOperator {
    /// Whether there is an answer at all: compared with yes or no.
    Exists,
    /// One of the answers is this one.
    Equal,
    /// There are answers, and none of them is this one.
    NotEqual,
    /// One of the answers is larger.
    Greater,
    /// One of the answers is smaller.
    Less,
    /// One of the answers is as large or larger.
    GreaterOrEqual,
    /// One of the answers is as small or smaller.
    LessOrEqual,
}

/// Whether all conditions have to hold, or one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum EnableBehavior {
    /// All of them.
    #[default]
    All,
    /// One of them.
    Any,
}

/// A condition on the answer to another question.
#[derive(Debug, Clone, PartialEq)]
pub struct EnableWhen {
    /// Which question.
    pub question: Label,
    /// How its answer is compared.
    pub operator: EnableOperator,
    /// With what.
    pub answer: AnswerValue,
}

/// Refuses conditions on what is not there, and circles.
pub(super) fn check(items: &[QuestionnaireItem]) -> Result<(), QuestionnaireError> {
    let places = places(items);
    let parents = parents(items);
    let mut leads_to: Vec<Vec<usize>> = Vec::with_capacity(items.len());
    for (item, parent) in items.iter().zip(&parents) {
        let mut on: Vec<usize> = parent.iter().copied().collect();
        for condition in &item.enable_when {
            let names = |what: &Label| what.as_str().to_owned();
            let (name, asked) = (names(&item.link_id), names(&condition.question));
            let found = places.get(condition.question.as_str()).copied();
            let found = found.and_then(|place| Some((place, items.get(place)?)));
            let Some((place, question)) = found.filter(|(_, item)| item.is_question()) else {
                return Err(QuestionnaireError::UnknownQuestion {
                    item: name,
                    on: asked,
                });
            };
            if !can_be_compared(&question.kind, condition) {
                return Err(QuestionnaireError::UnknownAnswer {
                    item: name,
                    on: asked,
                });
            }
            on.push(place);
        }
        leads_to.push(on);
    }
    match circle(&leads_to).and_then(|place| items.get(place)) {
        Some(item) => Err(QuestionnaireError::Cycle(item.link_id.as_str().to_owned())),
        None => Ok(()),
    }
}

fn can_be_compared(kind: &QuestionKind, condition: &EnableWhen) -> bool {
    match (&condition.answer, condition.operator) {
        (AnswerValue::YesNo(_), EnableOperator::Exists) => true,
        (_, EnableOperator::Exists) => false,
        (answer, _) => kind.takes(answer),
    }
}

/// An item that leads back to itself, if there is one.
fn circle(leads_to: &[Vec<usize>]) -> Option<usize> {
    // 0: not looked at, 1: being looked at, 2: leads to no circle.
    let mut state = vec![0u8; leads_to.len()];
    for start in 0..leads_to.len() {
        let mut path = vec![(start, 0usize)];
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            if *next == 0 {
                match state.get(at) {
                    Some(0) => {}
                    Some(1) => return Some(at),
                    _ => {
                        path.pop();
                        continue;
                    }
                }
                set(&mut state, at, 1);
            }
            let on = leads_to.get(at).and_then(|on| on.get(*next)).copied();
            *next += 1;
            match on {
                Some(on) if state.get(on) == Some(&1) => return Some(on),
                Some(on) => path.push((on, 0)),
                None => {
                    set(&mut state, at, 2);
                    path.pop();
                }
            }
        }
    }
    None
}

fn set(state: &mut [u8], at: usize, value: u8) {
    if let Some(slot) = state.get_mut(at) {
        *slot = value;
    }
}

fn places(items: &[QuestionnaireItem]) -> HashMap<&str, usize> {
    let named = items.iter().enumerate();
    named
        .map(|(place, item)| (item.link_id.as_str(), place))
        .collect()
}

/// The place of the item that holds each item.
fn parents(items: &[QuestionnaireItem]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        open.truncate(usize::from(item.level));
        parents.push(open.last().copied());
        open.push(place);
    }
    parents
}

/// See [`super::Questionnaire::asked`].
pub(super) fn asked(items: &[QuestionnaireItem], response: &QuestionnaireResponse) -> Vec<bool> {
    let look = Look {
        places: places(items),
        parents: parents(items),
        items,
        response,
    };
    let mut known = vec![None; items.len()];
    (0..items.len())
        .map(|place| look.is_asked(place, &mut known))
        .collect()
}

struct Look<'a> {
    items: &'a [QuestionnaireItem],
    places: HashMap<&'a str, usize>,
    parents: Vec<Option<usize>>,
    response: &'a QuestionnaireResponse,
}

impl Look<'_> {
    /// Depth is bound by the number of items: circles were refused.
    fn is_asked(&self, place: usize, known: &mut Vec<Option<bool>>) -> bool {
        if let Some(Some(answer)) = known.get(place) {
            return *answer;
        }
        let parent = self.parents.get(place).copied().flatten();
        let answer = parent.is_none_or(|parent| self.is_asked(parent, known))
            && self.conditions_hold(place, known);
        if let Some(slot) = known.get_mut(place) {
            *slot = Some(answer);
        }
        answer
    }

    fn conditions_hold(&self, place: usize, known: &mut Vec<Option<bool>>) -> bool {
        let Some(item) = self.items.get(place) else {
            return false;
        };
        let mut holds = |condition: &EnableWhen| {
            let question = self.places.get(condition.question.as_str());
            let is_asked = question.is_some_and(|question| self.is_asked(*question, known));
            let values = self.response.values(condition.question.as_str());
            condition.holds(if is_asked { values } else { &[] })
        };
        match (item.enable_when.as_slice(), item.enable_behavior) {
            ([], _) => true,
            (conditions, EnableBehavior::All) => conditions.iter().all(&mut holds),
            (conditions, EnableBehavior::Any) => conditions.iter().any(holds),
        }
    }
}

impl EnableWhen {
    fn holds(&self, values: &[AnswerValue]) -> bool {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let any = |wanted: &[std::cmp::Ordering]| {
            let is_wanted = |value: &AnswerValue| {
                value
                    .compare(&self.answer)
                    .is_some_and(|order| wanted.contains(&order))
            };
            values.iter().any(is_wanted)
        };
        match self.operator {
            EnableOperator::Exists => {
                let exists = AnswerValue::YesNo(!values.is_empty());
                exists == self.answer
            }
            EnableOperator::Equal => values.contains(&self.answer),
            EnableOperator::NotEqual => !values.is_empty() && !values.contains(&self.answer),
            EnableOperator::Greater => any(&[Greater]),
            EnableOperator::Less => any(&[Less]),
            EnableOperator::GreaterOrEqual => any(&[Greater, Equal]),
            EnableOperator::LessOrEqual => any(&[Less, Equal]),
        }
    }
}
