//! A published rule that makes scores of the answers to a questionnaire, as checked facts. Refuses
//! wording, and a rule that its own numbers contradict.

use std::collections::BTreeSet;

/// What one answer to a questionnaire is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// One number an item.
    Single,
    /// Two numbers an item, one after the other: how often, and how long it lasts. An item that
    /// never comes has no length and counts 0.
    Pairs {
        /// Smallest length.
        second_min: f64,
        /// Largest length.
        second_max: f64,
    },
    /// A question of yes (1) or no (0) stands before the items and may be left off the form. After
    /// `no` the items are not asked, and each counts 0.
    Gated,
}

/// How an answer counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Counts {
    /// By its number.
    AsAnswered,
    /// One where the number is so small or smaller, else nothing.
    OneUpTo(f64),
}

/// How the items of a scale come together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Combine {
    /// Their sum times a factor; 1 for the plain sum.
    SumTimes(f64),
    /// Their mean.
    Mean,
}

/// What a higher score means on the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Higher {
    /// More of what troubles.
    IsMoreTrouble,
    /// More of what does good.
    IsMoreWellbeing,
}

/// Published change that is larger than error of measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ErrorOfMeasurement {
    /// The change itself, in points: from so many on, in either direction.
    Points {
        /// So many points.
        points: f64,
        /// Share of unchanged people who stay below, 0-1; `None`: the source does not say.
        level: Option<f64>,
    },
    /// What the change is worked out from.
    Spread {
        /// Standard deviation among people, in points.
        sd: f64,
        /// Reliability, 0-1: the same people asked again.
        reliability: f64,
    },
}

/// One score that a questionnaire gives: its total, or a part.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Stable name within the rule.
    pub id: String,
    /// Its items, 1-based, in the order of the published form.
    pub items: Vec<u16>,
    /// How an answer counts.
    pub counts: Counts,
    /// How they come together.
    pub combine: Combine,
    /// So many missing items are each filled in with the mean of the answered ones; 0: none is.
    pub missing_max: u16,
    /// Where each published range of scores begins, in points, rising; empty: none is published.
    pub bands_from: Vec<f64>,
    /// Change that is larger than error of measurement, where it is published.
    pub error: Option<ErrorOfMeasurement>,
    /// Smallest change that matters to people on average, in points, where it is published.
    pub smallest_important: Option<f64>,
}

/// What a rule is made of, before it is checked.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleParts {
    /// Stable name of the instrument: `phq9`. Its items are `phq9_1`, `phq9_2` and so on.
    pub id: String,
    /// Rises with every change that can change a score.
    pub version: u32,
    /// What one answer is made of.
    pub shape: Shape,
    /// Items of the published form.
    pub n_items: u16,
    /// Items that a form has at least: the last ones are asked of some people only.
    pub n_items_min: u16,
    /// Smallest number of an answer.
    pub answer_min: f64,
    /// Largest number of an answer.
    pub answer_max: f64,
    /// Items whose list of answers stands the other way up: the same number for the same words.
    pub listed_downwards: Vec<u16>,
    /// Items for which the same words count the other way: the list stays, the numbers fall.
    pub counted_downwards: Vec<u16>,
    /// Items that ask about ending one's life or hurting oneself. Any answer above the smallest
    /// goes to the rules about safety.
    pub about_self_harm: Vec<u16>,
    /// What a higher score means.
    pub higher: Higher,
    /// Its scores, in the order of showing.
    pub scales: Vec<Scale>,
}

/// Says why a rule was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The numbers of the rule contradict each other.
    #[error("the rule '{rule}' {why}")]
    Contradiction {
        /// Which rule.
        rule: String,
        /// What is wrong.
        why: String,
    },
}

/// A rule whose numbers fit together.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoringRule(RuleParts);

impl ScoringRule {
    /// Checks the numbers of a rule against each other.
    ///
    /// # Errors
    /// [`RuleError`], first contradiction found.
    pub fn new(parts: RuleParts) -> Result<Self, RuleError> {
        match why_wrong(&parts) {
            None => Ok(Self(parts)),
            Some(why) => Err(RuleError::Contradiction {
                rule: parts.id,
                why,
            }),
        }
    }

    /// What it is made of.
    #[must_use]
    pub fn parts(&self) -> &RuleParts {
        &self.0
    }

    /// The scale of this name.
    #[must_use]
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.0.scales.iter().find(|scale| scale.id == id)
    }

    /// Smallest and largest score of a scale of this rule, in points.
    #[must_use]
    pub fn bounds(&self, scale: &Scale) -> (f64, f64) {
        bounds(&self.0, scale)
    }

    /// Numbers that an item can count, smallest and largest.
    #[must_use]
    pub fn item_bounds(&self, scale: &Scale) -> (f64, f64) {
        item_bounds(&self.0, scale)
    }

    /// The name of an item (1-based) in the record.
    #[must_use]
    pub fn item_id(&self, item: u16) -> String {
        format!("{}_{item}", self.0.id)
    }

    /// The number of the answer that stands in this place (0-based) of the list below an item
    /// (1-based), on a form that prints no numbers; `None` where there is no such place.
    #[must_use]
    pub fn number_at(&self, item: u16, place: u16) -> Option<f64> {
        let parts = &self.0;
        let place = f64::from(place);
        if item == 0 || item > parts.n_items || place > parts.answer_max - parts.answer_min {
            return None;
        }
        let falls = [&parts.listed_downwards, &parts.counted_downwards];
        Some(if falls.iter().any(|items| items.contains(&item)) {
            parts.answer_max - place
        } else {
            parts.answer_min + place
        })
    }
}

fn item_bounds(parts: &RuleParts, scale: &Scale) -> (f64, f64) {
    match (scale.counts, parts.shape) {
        (Counts::OneUpTo(_), _) => (0.0, 1.0),
        (Counts::AsAnswered, Shape::Pairs { second_max, .. }) => {
            (0.0, parts.answer_max + second_max)
        }
        (Counts::AsAnswered, _) => (parts.answer_min, parts.answer_max),
    }
}

fn bounds(parts: &RuleParts, scale: &Scale) -> (f64, f64) {
    let (min, max) = item_bounds(parts, scale);
    match scale.combine {
        Combine::Mean => (min, max),
        Combine::SumTimes(factor) => {
            let n = f64::from(u16::try_from(scale.items.len()).unwrap_or(u16::MAX));
            (min * n * factor, max * n * factor)
        }
    }
}

fn why_wrong(parts: &RuleParts) -> Option<String> {
    let is_name = |id: &str| {
        !id.is_empty()
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let are_items = |items: &[u16]| {
        let once: BTreeSet<_> = items.iter().collect();
        once.len() == items.len() && items.iter().all(|i| (1..=parts.n_items).contains(i))
    };
    if !is_name(&parts.id) || parts.version == 0 {
        return Some("has a name of small letters and digits, and a version from 1".to_owned());
    }
    if parts.n_items == 0 || parts.n_items_min == 0 || parts.n_items_min > parts.n_items {
        return Some("has no items, or fewer than it needs".to_owned());
    }
    let ends = [parts.answer_min, parts.answer_max];
    if !ends.iter().all(|end| end.is_finite()) || parts.answer_min >= parts.answer_max {
        return Some("runs from a smaller answer to a larger one".to_owned());
    }
    if let Shape::Pairs {
        second_min,
        second_max,
    } = parts.shape
        && !(second_min > 0.0 && second_min < second_max && parts.answer_min == 0.0)
    {
        return Some("asks how long only after how often, from 0".to_owned());
    }
    if parts.shape == Shape::Gated && parts.answer_min != 0.0 {
        return Some("counts 0 for each item that was not asked".to_owned());
    }
    let lists = [
        &parts.listed_downwards,
        &parts.counted_downwards,
        &parts.about_self_harm,
    ];
    if !lists.iter().all(|items| are_items(items)) {
        return Some("names an item twice, or one that it does not have".to_owned());
    }
    if parts.scales.is_empty() {
        return Some("makes no score".to_owned());
    }
    let ids: BTreeSet<_> = parts.scales.iter().map(|scale| &scale.id).collect();
    if ids.len() != parts.scales.len() {
        return Some("has two scores of one name".to_owned());
    }
    (parts.scales.iter()).find_map(|scale| {
        let why = if !is_name(&scale.id) || scale.items.is_empty() || !are_items(&scale.items) {
            "names an item twice, or one that it does not have"
        } else {
            why_wrong_scale(parts, scale)?
        };
        Some(format!("in '{}' {why}", scale.id))
    })
}

fn why_wrong_scale(parts: &RuleParts, scale: &Scale) -> Option<&'static str> {
    let (min, max) = bounds(parts, scale);
    if let Combine::SumTimes(factor) = scale.combine
        && !(factor.is_finite() && factor > 0.0)
    {
        return Some("multiplies by nothing");
    }
    if usize::from(scale.missing_max) >= scale.items.len() {
        return Some("fills in every item");
    }
    let rises = scale.bands_from.windows(2).all(|pair| pair[0] < pair[1]);
    let is_within = |points: &f64| (min..=max).contains(points);
    if !rises || !scale.bands_from.iter().all(is_within) {
        return Some("has ranges that do not rise, or lie outside its scores");
    }
    if scale.bands_from.first().is_some_and(|first| *first != min) {
        return Some("has scores below its first range");
    }
    let width = max - min;
    let fits = |points: f64| points > 0.0 && points < width;
    let error_fits = match scale.error {
        None => true,
        Some(ErrorOfMeasurement::Points { points, level }) => {
            fits(points) && level.is_none_or(|level| (0.5..1.0).contains(&level))
        }
        Some(ErrorOfMeasurement::Spread { sd, reliability }) => {
            fits(sd) && (0.0..1.0).contains(&reliability)
        }
    };
    if !error_fits || !scale.smallest_important.is_none_or(fits) {
        return Some("has a change that no two of its scores can show");
    }
    None
}
