//! Which answers stand: the latest day of each item, all that was said on it. Refuses to let a gap,
//! a half-filled form or a wrong clock take an answer away.

use std::collections::{BTreeMap, BTreeSet};

use content::rules::{Condition, Subject};
use record::{ByItem, Fact, FactBody, FactKey, ItemId, LocalDay, Record, Source};

/// The subject that stands for a question about harming oneself, on whichever form it was.
const ABOUT_SELF_HARM: &str = "phq9_9";

/// An answer stands until so many later days have something written on them, however long ago its
/// own days are over: a clock that jumps ahead hides nothing.
const LATER_DAYS: usize = 3;

/// Days within which a questionnaire that was begun can be gone on with, over midnight too.
const SITTING_DAYS: i32 = 1;

/// All that was said on a day.
#[derive(Debug, Clone, Default)]
struct Said {
    day: Option<LocalDay>,
    values: Vec<f64>,
    /// The latest day on which any of it was written down.
    written_on: Option<LocalDay>,
}

impl Said {
    /// Takes what was said in; a later day puts an earlier one out.
    fn take(&mut self, day: LocalDay, (value, written_on): (f64, LocalDay)) {
        if self.day > Some(day) {
            return;
        }
        if self.day < Some(day) {
            self.day = Some(day);
            self.values.clear();
            self.written_on = None;
        }
        self.values.push(value);
        self.written_on = self.written_on.max(Some(written_on));
    }
}

/// What was said to one question of one form: on its latest day up to today, and on its latest day that
/// lies ahead of the clock.
#[derive(Debug, Clone, Default)]
struct Latest {
    past: Said,
    ahead: Said,
}

impl Latest {
    fn take(&mut self, today: LocalDay, day: LocalDay, said: (f64, LocalDay)) {
        let side = match day <= today {
            true => &mut self.past,
            false => &mut self.ahead,
        };
        side.take(day, said);
    }
}

/// The answers that stand for each item.
#[derive(Debug, Clone)]
pub struct Standing {
    today: LocalDay,
    written: BTreeSet<LocalDay>,
    /// What was said to the questions of our own forms.
    said: ByItem<Latest>,
    /// What was said about harming oneself, by the questionnaire that asked: one form does not answer
    /// for another.
    self_harm: BTreeMap<FactKey, Latest>,
}

impl Standing {
    /// Gathers what was answered, by item and day.
    #[must_use]
    pub fn new(record: &Record, today: LocalDay) -> Self {
        let starts = record.profile.day_start;
        let mut standing = Self {
            today,
            written: BTreeSet::new(),
            said: ByItem::default(),
            self_harm: BTreeMap::new(),
        };
        let mut last = None;
        for fact in record.facts() {
            let day = fact.moment.day(starts);
            let written_on = fact.recorded_at.day(starts);
            // Facts stand in order of time, so most are of the day of the one before.
            if last.replace(day) != Some(day) {
                standing.written.insert(day);
            }
            if let FactBody::QuestionnaireResponse(response) = &fact.body {
                let of = record.questionnaire(response.questionnaire);
                let said = of.and_then(|one| one.safety_answer(response));
                if let Some(said) = said {
                    let day = day_of_sitting(fact, day, written_on);
                    let latest = standing.self_harm.entry(response.questionnaire);
                    latest.or_default().take(today, day, (said, written_on));
                }
            }
            let FactBody::Occasion(occasion) = &fact.body else {
                continue;
            };
            let responses = occasion.assessment().map_or(&[][..], |a| a.responses());
            let begin = |_: &ItemId| Latest::default();
            standing.said.each(responses, begin, |latest, response| {
                if let Some(value) = response.response.value() {
                    latest.take(today, day, (value, written_on));
                }
            });
        }
        standing
    }

    /// The numbers that stand for an item, and the day of the latest: all that was said on its latest
    /// day up to today, and on its latest day that lies ahead of the clock. A later day takes the
    /// place of an earlier one, of the same form; two answers of one day stand side by side.
    #[must_use]
    pub fn of(&self, item: &ItemId, holds_days: i32) -> (Vec<f64>, Option<LocalDay>) {
        let mut values = Vec::new();
        let mut latest = None;
        let is_self_harm = item.as_str() == ABOUT_SELF_HARM;
        let asked = self.self_harm.values().filter(|_| is_self_harm);
        for of_form in self.said.get(item).into_iter().chain(asked) {
            for said in [&of_form.past, &of_form.ahead] {
                let Some(day) = said.day.filter(|day| self.stands(*day, said, holds_days)) else {
                    continue;
                };
                values.extend_from_slice(&said.values);
                latest = latest.max(Some(day));
            }
        }
        (values, latest)
    }

    /// A wrong date in a file is no answer for ever: what is dated ahead, and was written down earlier
    /// than that, counts from the day on which it was written down.
    fn stands(&self, day: LocalDay, said: &Said, holds_days: i32) -> bool {
        let written_on = said.written_on.filter(|_| day > self.today);
        let day = written_on.map_or(day, |written| written.min(day));
        let is_recent = self.today.days_since(day) <= holds_days;
        is_recent || self.written_between(day) < LATER_DAYS
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

/// A questionnaire that was gone on with after midnight was answered then. One that a file brings was
/// answered when the file says.
fn day_of_sitting(fact: &Fact, day: LocalDay, written_on: LocalDay) -> LocalDay {
    let is_one_sitting = (0..=SITTING_DAYS).contains(&written_on.days_since(day));
    match fact.source {
        Source::ByHand if is_one_sitting => written_on,
        _ => day,
    }
}
