//! Scores of a questionnaire by its published rule, and the change between two of them. Refuses to
//! say what a score means for a person, and a score where answers are missing that no rule fills in.

mod answers;
mod change;
mod form;

use record::{Combine, Scale, ScoringRule};

use answers::Counted;
pub use answers::{AnswersError, n_numbers};
pub use change::{Against, Change, ChangeError, change};
pub use form::numbers;

/// The name of the method.
pub const METHOD: &str = "questionnaire/published-rule";
/// Its version; another version may give another score.
pub const VERSION: &str = "1";

/// One filled-in questionnaire, scored.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// Which rule, and its version.
    pub rule: (String, u32),
    /// One outcome a scale, in the order of the rule.
    pub scales: Vec<Outcome>,
    /// Items that ask about hurting oneself and were answered with more than the smallest answer.
    pub about_self_harm: Vec<u16>,
}

impl Scored {
    /// The outcome of the scale of this name.
    #[must_use]
    pub fn scale(&self, id: &str) -> Option<&Outcome> {
        self.scales.iter().find(|outcome| outcome.scale() == id)
    }
}

/// One scale: a score, or what was missing for one.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A score.
    Score(Score),
    /// No score.
    Withheld(TooFewItems),
}

impl Outcome {
    /// The name of the scale.
    #[must_use]
    pub fn scale(&self) -> &str {
        match self {
            Self::Score(score) => &score.scale,
            Self::Withheld(withheld) => &withheld.scale,
        }
    }

    /// The score, where there is one.
    #[must_use]
    pub const fn score(&self) -> Option<&Score> {
        match self {
            Self::Score(score) => Some(score),
            Self::Withheld(_) => None,
        }
    }
}

/// A score in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Which rule, and its version: only scores of one rule compare.
    pub rule: (String, u32),
    /// Which of its scales.
    pub scale: String,
    /// The score.
    pub points: f64,
    /// Smallest score that this scale can give.
    pub min: f64,
    /// Largest score that it can give.
    pub max: f64,
    /// Which of the published ranges it lies in, 0-based; `None`: none is published.
    pub band: Option<usize>,
    /// Items that were missing and filled in with the mean of the others, as the rule allows.
    pub n_filled_in: u16,
}

/// Why a scale has no score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooFewItems {
    /// Which scale.
    pub scale: String,
    /// Items answered.
    pub have: u16,
    /// Items needed.
    pub need: u16,
    /// The items that are missing, 1-based.
    pub missing: Vec<u16>,
}

/// Scores answers by a rule.
///
/// # Input
/// `answers`: the numbers that the published form prints beside the answers, in its order; `None` =
/// not answered. [`n_numbers`] says how many there can be. A form without numbers:
/// [`ScoringRule::number_at`].
/// # Errors
/// [`AnswersError`] for a wrong count, or a number that the form does not have.
/// # References
/// Those of each rule; `method.md` beside this file.
pub fn score(rule: &ScoringRule, answers: &[Option<f64>]) -> Result<Scored, AnswersError> {
    let parts = rule.parts();
    let counted = Counted::of(rule, answers)?;
    let above = |item: &u16| {
        counted
            .number(*item)
            .is_some_and(|number| number > parts.answer_min)
    };
    Ok(Scored {
        rule: (parts.id.clone(), parts.version),
        scales: (parts.scales.iter())
            .map(|scale| score_scale(rule, scale, &counted))
            .collect(),
        about_self_harm: (parts.about_self_harm.iter().copied())
            .filter(above)
            .collect(),
    })
}

fn score_scale(rule: &ScoringRule, scale: &Scale, counted: &Counted) -> Outcome {
    let points: Vec<(u16, Option<f64>)> = (scale.items.iter())
        .map(|item| (*item, counted.points(*item, scale.counts)))
        .collect();
    let missing: Vec<u16> = (points.iter())
        .filter(|(_, number)| number.is_none())
        .map(|(item, _)| *item)
        .collect();
    let n_items = count(scale.items.len());
    let n_missing = count(missing.len());
    if n_missing > scale.missing_max {
        return Outcome::Withheld(TooFewItems {
            scale: scale.id.clone(),
            have: n_items - n_missing,
            need: n_items - scale.missing_max,
            missing,
        });
    }
    let sum: f64 = points.iter().filter_map(|(_, number)| *number).sum();
    let mean = sum / f64::from(n_items - n_missing);
    let (min, max) = rule.bounds(scale);
    let points = match scale.combine {
        Combine::Mean => mean,
        // Without a missing item the sum itself: a mean times a count can be off in the last place.
        Combine::SumTimes(factor) if n_missing == 0 => sum * factor,
        Combine::SumTimes(factor) => mean * f64::from(n_items) * factor,
    };
    let begun = (scale.bands_from.iter()).filter(|from| **from <= points);
    Outcome::Score(Score {
        rule: (rule.parts().id.clone(), rule.parts().version),
        scale: scale.id.clone(),
        points,
        min,
        max,
        band: begun.count().checked_sub(1),
        n_filled_in: n_missing,
    })
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
