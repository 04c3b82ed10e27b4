//! Which answers say how numb a person is, on one 0-100 line. Refuses scales without ends.

use std::collections::BTreeMap;

use record::{Assessment, Form, Item, ItemId, Polarity, Record, Role};

/// Item of our own check-in: how much can be felt. More is less numb.
pub const FEELING_STRENGTH: &str = "feeling_strength";
/// Item of our own check-in: how far away feelings are. More is more numb.
pub const FEELING_DISTANCE: &str = "feeling_distance";

/// What says how numb a person is.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Mean of (100 - strength of feeling) and distance from feelings, both 0-100. Where one of
    /// the two is missing, the other stands alone.
    CheckIn,
    /// One item of an imported table, brought to 0-100 by the ends of its scale.
    Item {
        /// Its name.
        id: ItemId,
        /// Which end is the numb one.
        polarity: Polarity,
        /// Lower end of its scale.
        min: f64,
        /// Upper end of its scale.
        max: f64,
    },
}

impl Outcome {
    fn of_item(item: &Item) -> Option<Self> {
        if [FEELING_STRENGTH, FEELING_DISTANCE].contains(&item.id.as_str()) {
            return Some(Self::CheckIn);
        }
        let Role::Outcome(polarity) = item.role else {
            return None;
        };
        let (min, max) = item.scale.ends()?;
        Some(Self::Item {
            id: item.id.clone(),
            polarity,
            min,
            max,
        })
    }

    /// What an experiment looks at, by its name and the end that is the worse one; `None` where the
    /// record has no such item or its scale has no ends.
    #[must_use]
    pub fn named(record: &Record, id: &ItemId, polarity: Polarity) -> Option<Self> {
        if id.as_str() == Self::CheckIn.name() {
            return Some(Self::CheckIn);
        }
        let (min, max) = record.item(id)?.scale.ends()?;
        Some(Self::Item {
            id: id.clone(),
            polarity,
            min,
            max,
        })
    }

    /// A stable name: `check_in`, or the item's own.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::CheckIn => "check_in",
            Self::Item { id, .. } => id.as_str(),
        }
    }

    /// Numbness 0-100 (100 = nothing is felt) by these answers; `None` when none speaks of it.
    #[must_use]
    pub fn numbness(&self, assessment: &Assessment) -> Option<f64> {
        match self {
            Self::CheckIn => {
                let value = |name| {
                    let is = |r: &&record::ItemResponse| r.item.as_str() == name;
                    assessment.responses().iter().find(is)?.response.value()
                };
                let lack = value(FEELING_STRENGTH).map(|strength: f64| 100.0 - strength);
                match (lack, value(FEELING_DISTANCE)) {
                    (Some(lack), Some(distance)) => Some(f64::midpoint(lack, distance)),
                    (one, other) => one.or(other),
                }
            }
            Self::Item {
                id,
                polarity,
                min,
                max,
            } => {
                let share = (assessment.value(id)? - min) / (max - min) * 100.0;
                Some(match polarity {
                    Polarity::HigherIsMoreNumb => share,
                    Polarity::HigherIsMoreFeeling => 100.0 - share,
                })
            }
        }
    }
}

/// All outcomes that the record speaks of, with the number of occasions on which each was
/// answered at check-ins; the one to ask about first.
///
/// Our own check-in comes first once it has 30 answered occasions, because two sources are never
/// mixed into one line; before that the source with most occasions does. Ties go to our own.
#[must_use]
pub fn outcomes(record: &Record) -> Vec<(Outcome, usize)> {
    let mut found: BTreeMap<String, (Outcome, usize)> = BTreeMap::new();
    for outcome in record.items().filter_map(Outcome::of_item) {
        found
            .entry(outcome.name().to_owned())
            .or_insert((outcome, 0));
    }
    for (_, occasion) in record.occasions() {
        let is_check_in = occasion.form == Form::CheckIn;
        let Some(assessment) = occasion.assessment().filter(|_| is_check_in) else {
            continue;
        };
        for (outcome, n) in found.values_mut() {
            *n += usize::from(outcome.numbness(assessment).is_some());
        }
    }
    let mut list: Vec<_> = found.into_values().filter(|(_, n)| *n > 0).collect();
    list.sort_by_key(|(outcome, n)| {
        let is_own = *outcome == Outcome::CheckIn;
        (!(is_own && *n >= 30), std::cmp::Reverse(*n), !is_own)
    });
    list
}
