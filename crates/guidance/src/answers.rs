//! Which answers stand: the latest day of each item, all that was said on it. Refuses to let a gap,
//! a half-filled form or a wrong clock take an answer away.

use std::collections::{BTreeMap, BTreeSet};

use content::rules::{Condition, Subject};
use record::{FactBody, ItemId, LocalDay, Record};

/// The subject that stands for a question about harming oneself, on whichever form it was.
const ABOUT_SELF_HARM: &str = "phq9_9";

/// An answer stands until so many later days have something written on them, however long ago its
/// own days are over: a clock that jumps ahead hides nothing.
const LATER_DAYS: usize = 3;

/// The answers that stand for each item.
#[derive(Debug, Clone)]
pub struct Standing {
    today: LocalDay,
    written: BTreeSet<LocalDay>,
    said: BTreeMap<ItemId, BTreeMap<LocalDay, Vec<f64>>>,
}

impl Standing {
    /// Gathers what was answered, by item and day.
    #[must_use]
    pub fn new(record: &Record, today: LocalDay) -> Self {
        let starts = record.profile.day_start;
        let mut standing = Self {
            today,
            written: BTreeSet::new(),
            said: BTreeMap::new(),
        };
        for fact in record.facts() {
            let day = fact.moment.day(starts);
            standing.written.insert(day);
            if let FactBody::QuestionnaireResponse(response) = &fact.body {
                let of = record.questionnaire(response.questionnaire);
                let said = of.and_then(|one| one.safety_answer(response));
                if let Some((said, item)) = said.zip(ItemId::new(ABOUT_SELF_HARM).ok()) {
                    let of_item = standing.said.entry(item).or_default();
                    of_item.entry(day).or_default().push(said);
                }
            }
            let FactBody::Occasion(occasion) = &fact.body else {
                continue;
            };
            for response in occasion
                .assessment()
                .into_iter()
                .flat_map(|a| a.responses())
            {
                if let Some(value) = response.response.value() {
                    let of_item = standing.said.entry(response.item.clone()).or_default();
                    of_item.entry(day).or_default().push(value);
                }
            }
        }
        standing
    }

    /// The numbers that stand for an item, and the day of the latest: all that was said on its latest
    /// day up to today, and on its latest day that lies ahead of the clock. A later day takes the
    /// place of an earlier one; two answers of one day stand side by side.
    #[must_use]
    pub fn of(&self, item: &ItemId, holds_days: i32) -> (Vec<f64>, Option<LocalDay>) {
        let Some(days) = self.said.get(item) else {
            return (Vec::new(), None);
        };
        let past = days.range(..=self.today).next_back();
        let ahead = days.range(self.today.plus_days(1)..).next_back();
        let stands = |day: LocalDay| {
            let is_recent = self.today.days_since(day) <= holds_days;
            is_recent || self.written_between(day) < LATER_DAYS
        };
        let mut values = Vec::new();
        let mut latest = None;
        for (day, said) in [past, ahead].into_iter().flatten() {
            if stands(*day) {
                values.extend_from_slice(said);
                latest = Some(*day);
            }
        }
        (values, latest)
    }

    /// Days after this one, up to today, on which anything was written.
    fn written_between(&self, day: LocalDay) -> usize {
        let later = self.written.range(day.plus_days(1)..);
        later.take_while(|later| **later <= self.today).count()
    }

    /// The numbers for a condition on an item, and their day.
    #[must_use]
    pub fn of_condition(&self, condition: &Condition) -> (Vec<f64>, Option<LocalDay>) {
        match &condition.subject {
            Subject::Item(item) => self.of(item, condition.holds_days.unwrap_or(0)),
            Subject::Measure(_) => (Vec::new(), None),
        }
    }
}
