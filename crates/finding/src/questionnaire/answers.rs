//! Numbers of a form brought to one a question. Refuses a number that the form does not have.

use record::{Counts, ScoringRule, Shape};

/// Says why answers were refused. Holds no answer: what a person wrote is never printed.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswersError {
    /// Another form, or a part of one.
    Count {
        /// Numbers there are.
        have: usize,
        /// Fewest that the form has.
        min: usize,
        /// Most that it has.
        max: usize,
    },
    /// An answer that the form does not have.
    Number {
        /// Which item, 1-based; 0 for the question before the items.
        item: u16,
        /// Smallest number it takes.
        min: f64,
        /// Largest number it takes.
        max: f64,
    },
}

/// How many numbers a filled-in form of this rule has, fewest and most.
#[must_use]
pub fn n_numbers(rule: &ScoringRule) -> (usize, usize) {
    let parts = rule.parts();
    let (fewest, most) = (usize::from(parts.n_items_min), usize::from(parts.n_items));
    match parts.shape {
        Shape::Single => (fewest, most),
        Shape::Pairs { .. } => (2 * fewest, 2 * most),
        Shape::Gated => (fewest, most + 1),
    }
}

/// One number an item, or none.
pub(super) struct Counted(Vec<Option<f64>>);

impl Counted {
    pub(super) fn of(rule: &ScoringRule, answers: &[Option<f64>]) -> Result<Self, AnswersError> {
        let (min, max) = n_numbers(rule);
        let have = answers.len();
        let is_whole = match rule.parts().shape {
            Shape::Pairs { .. } => have.is_multiple_of(2),
            Shape::Single | Shape::Gated => true,
        };
        if !(min..=max).contains(&have) || !is_whole {
            return Err(AnswersError::Count { have, min, max });
        }
        let mut items = match rule.parts().shape {
            Shape::Single => single(rule, answers)?,
            Shape::Pairs {
                second_min,
                second_max,
            } => pairs(rule, answers, (second_min, second_max))?,
            Shape::Gated => gated(rule, answers)?,
        };
        items.resize(usize::from(rule.parts().n_items), None);
        Ok(Self(items))
    }

    pub(super) fn number(&self, item: u16) -> Option<f64> {
        let place = usize::from(item).checked_sub(1)?;
        self.0.get(place).copied().flatten()
    }

    pub(super) fn points(&self, item: u16, counts: Counts) -> Option<f64> {
        let number = self.number(item)?;
        Some(match counts {
            Counts::AsAnswered => number,
            Counts::OneUpTo(last) => f64::from(u8::from(number <= last)),
        })
    }
}

fn check(number: f64, item: usize, (min, max): (f64, f64)) -> Result<(), AnswersError> {
    if (min..=max).contains(&number) {
        return Ok(());
    }
    let item = u16::try_from(item).unwrap_or(u16::MAX);
    Err(AnswersError::Number { item, min, max })
}

fn single(rule: &ScoringRule, answers: &[Option<f64>]) -> Result<Vec<Option<f64>>, AnswersError> {
    let ends = (rule.parts().answer_min, rule.parts().answer_max);
    for (idx, number) in answers.iter().enumerate() {
        if let Some(number) = number {
            check(*number, idx + 1, ends)?;
        }
    }
    Ok(answers.to_vec())
}

/// How often and how long, added. What never comes lasts no time, whatever stands beside it.
fn pairs(
    rule: &ScoringRule,
    answers: &[Option<f64>],
    lengths: (f64, f64),
) -> Result<Vec<Option<f64>>, AnswersError> {
    let ends = (rule.parts().answer_min, rule.parts().answer_max);
    let mut items = Vec::with_capacity(answers.len() / 2);
    for (idx, pair) in answers.chunks_exact(2).enumerate() {
        let (often, long) = (pair[0], pair[1]);
        if let Some(often) = often {
            check(often, idx + 1, ends)?;
        }
        let is_never = often.is_some_and(|often| often <= rule.parts().answer_min);
        if let Some(long) = long
            && !(is_never && long == 0.0)
        {
            check(long, idx + 1, lengths)?;
        }
        items.push(match (often, long) {
            (Some(_), _) if is_never => Some(0.0),
            (Some(often), Some(long)) => Some(often + long),
            _ => None,
        });
    }
    Ok(items)
}

fn gated(rule: &ScoringRule, answers: &[Option<f64>]) -> Result<Vec<Option<f64>>, AnswersError> {
    let n_items = usize::from(rule.parts().n_items);
    let (gate, items) = match answers {
        [gate, items @ ..] if answers.len() > n_items => (*gate, items),
        items => (None, items),
    };
    if let Some(gate) = gate {
        check(gate, 0, (0.0, 1.0))?;
    }
    let items = single(rule, items)?;
    // An item answered with yes after all says more than the gate before it.
    let is_closed = gate.is_some_and(|gate| gate < 1.0);
    let are_quiet = items.iter().flatten().all(|number| *number <= 0.0);
    if is_closed && are_quiet {
        return Ok(vec![Some(0.0); n_items]);
    }
    Ok(items)
}
