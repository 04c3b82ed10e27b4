//! What may come before numbness or a flicker, each on its own line of real time. Refuses to fill
//! in days on which nothing was written, and what a person marked as sensitive.

use std::collections::{BTreeMap, BTreeSet};

use record::{
    ByItem, Fact, FactBody, Form, ItemId, ItemResponse, LocalDay, Record, Role, SamplingPlan,
};

use crate::NumbnessSeries;

/// What kind of thing a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CandidateKind {
    /// An item that was rated.
    Item,
    /// Minutes asleep, in the night before.
    SleepMinutes,
    /// Quality of sleep, 1-5, in the night before.
    SleepQuality,
    /// Minutes of movement so far on a day.
    ActivityMinutes,
    /// Something that happened so far on a day: 0 or 1.
    Event,
    /// A strategy that was done so far on a day: 0 or 1.
    Practice,
    /// A dose that was left out so far on a day: 0 or 1.
    MissedDose,
}

/// What a candidate is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// What kind of thing.
    pub kind: CandidateKind,
    /// The item, event, strategy or medicine; a fixed word for sleep and movement.
    pub name: String,
}

impl Subject {
    fn of_item(item: &ItemId) -> Self {
        Self {
            kind: CandidateKind::Item,
            name: item.as_str().to_owned(),
        }
    }
}

/// One value of a candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CandidatePoint {
    /// Real time on the axis of [`crate::NumbnessPoint::time_days`], in days.
    pub time_days: f64,
    /// The person's day.
    pub day: LocalDay,
    /// The value, in the candidate's own unit.
    pub value: f64,
}

/// How the values of one day make that day's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayValue {
    /// Their mean: ratings.
    Mean,
    /// The last one: amounts so far that day.
    Last,
}

/// A span in which the person suspected something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// First day whose check-ins count for it: what was written before may be why it was named.
    pub since: LocalDay,
    /// Last day whose look asks about it; `None` while it is named.
    pub until: Option<LocalDay>,
}

/// Something that may come before numbness, in order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// What it is.
    pub subject: Subject,
    /// Its values, oldest first; days on which nothing was written have none.
    pub points: Vec<CandidatePoint>,
    /// How the values of one day make that day's value.
    pub day_value: DayValue,
    /// Happened or not, 0 or 1.
    pub is_yes_no: bool,
    /// When the person named it as a suspect; empty: never.
    pub named: Vec<Named>,
}

impl Candidate {
    /// First day whose check-ins count for it as a suspect, at a look whose data end on `look_day`;
    /// `None`: it was no suspect then.
    ///
    /// What was named or dropped after a look changes nothing at that look, so nobody can look and
    /// then choose how much of the error budget the same data have.
    #[must_use]
    pub fn suspect_since(&self, look_day: LocalDay) -> Option<LocalDay> {
        let is_named = |named: &&Named| {
            named.since <= look_day && named.until.is_none_or(|until| until >= look_day)
        };
        self.named.iter().find(is_named).map(|named| named.since)
    }

    /// The value of each day that has one, oldest first.
    #[must_use]
    pub fn by_day(&self) -> Vec<(LocalDay, f64)> {
        let days = self.points.chunk_by(|a, b| a.day == b.day);
        let value = |day: &[CandidatePoint]| {
            let first = day.first()?;
            let mean = || {
                let n = f64::from(u32::try_from(day.len()).unwrap_or(u32::MAX));
                day.iter().map(|point| point.value).sum::<f64>() / n
            };
            let value = match self.day_value {
                DayValue::Mean => mean(),
                DayValue::Last => day.last()?.value,
            };
            Some((first.day, value))
        };
        days.filter_map(value).collect()
    }
}

/// Every candidate of a record up to and including `until`, in the order of their subjects.
pub fn candidates(record: &Record, numbness: &NumbnessSeries, until: LocalDay) -> Vec<Candidate> {
    let mut found: BTreeMap<Subject, Vec<CandidatePoint>> = BTreeMap::new();
    let starts = record.profile.day_start;
    let facts = || {
        let in_time = |fact: &&Fact| fact.moment.day(starts) <= until;
        record.facts().iter().filter(in_time)
    };
    // By far the most: rated beside numbness, the same items at every occasion.
    let mut rated: ByItem<(bool, Vec<CandidatePoint>)> = ByItem::default();
    for fact in facts() {
        let point = |value: f64| CandidatePoint {
            time_days: numbness.time_at(&fact.moment),
            day: fact.moment.day(starts),
            value,
        };
        if let Some(responses) = rated_at(fact) {
            let begin = |item: &ItemId| (is_candidate(record, item), Vec::new());
            rated.each(responses, begin, |(is_candidate, points), response| {
                let value = response.response.value().filter(|_| *is_candidate);
                points.extend(value.map(point));
            });
            continue;
        }
        for (subject, value) in values(record, fact) {
            found.entry(subject).or_default().push(point(value));
        }
    }
    for (item, (_, points)) in rated.into_pairs() {
        if !points.is_empty() {
            found.insert(Subject::of_item(&item), points);
        }
    }
    let kept = kept_days(record, until);
    let made = found.into_iter().map(|(subject, points)| {
        let day_value = if is_rated(subject.kind) {
            DayValue::Mean
        } else {
            DayValue::Last
        };
        let points = match day_value {
            DayValue::Mean => points,
            DayValue::Last => so_far(&points, &kept, numbness, subject.kind),
        };
        Candidate {
            is_yes_no: is_yes_no(&points),
            named: named(record, numbness.first_day, &subject.name),
            subject,
            points,
            day_value,
        }
    });
    made.collect()
}

/// When a candidate was named. Its check-ins count from the day after the naming, because what was
/// seen on that day may be why it was named. On the first day of the record there was nothing to
/// see: a naming on it, or before it, counts from the start.
fn named(record: &Record, first_day: LocalDay, name: &str) -> Vec<Named> {
    let suspects = record.profile.suspects().iter();
    let since = |named_on: LocalDay| {
        if named_on <= first_day {
            first_day
        } else {
            named_on.plus_days(1)
        }
    };
    suspects
        .filter(|suspect| suspect.name() == name)
        .map(|suspect| Named {
            since: since(suspect.named_on()),
            until: suspect.dropped_on(),
        })
        .collect()
}

/// Days up to and including `until` on which anything was written, oldest first.
///
/// A dose step is a fact of its span, and tells nothing about whether a day was kept. Neither do
/// the forms that look back on a week or longer.
pub fn kept_days(record: &Record, until: LocalDay) -> Vec<LocalDay> {
    let starts = record.profile.day_start;
    let is_kept = |fact: &&Fact| match &fact.body {
        FactBody::MedicationStatement(_) => false,
        FactBody::Occasion(occasion) => {
            let of_a_day = [Form::CheckIn, Form::Morning, Form::Evening];
            of_a_day.contains(&occasion.form) && occasion.assessment().is_some()
        }
        _ => true,
    };
    let days = record.facts().iter().filter(is_kept);
    let days: BTreeSet<LocalDay> = days.map(|fact| fact.moment.day(starts)).collect();
    days.into_iter().filter(|day| *day <= until).collect()
}

const fn is_rated(kind: CandidateKind) -> bool {
    matches!(
        kind,
        CandidateKind::Item | CandidateKind::SleepMinutes | CandidateKind::SleepQuality
    )
}

fn is_yes_no(points: &[CandidatePoint]) -> bool {
    let is_end = |point: &CandidatePoint| point.value.abs() < 1e-12 || point.value == 1.0;
    points.iter().all(is_end)
}

/// The answers of a check-in that can stand beside numbness; `None` for everything else.
fn rated_at(fact: &Fact) -> Option<&[ItemResponse]> {
    let FactBody::Occasion(occasion) = &fact.body else {
        return None;
    };
    let counts = occasion.plan != SamplingPlan::Recall && occasion.form == Form::CheckIn;
    Some(occasion.assessment().filter(|_| counts)?.responses())
}

fn is_candidate(record: &Record, item: &ItemId) -> bool {
    record.item(item).map(|item| item.role) == Some(Role::Candidate)
}

/// What a fact says of candidates.
pub(crate) fn values(record: &Record, fact: &Fact) -> Vec<(Subject, f64)> {
    let subject = |kind, name: &str| Subject {
        kind,
        name: name.to_owned(),
    };
    if let Some(responses) = rated_at(fact) {
        let of = |response: &ItemResponse| {
            let value = response.response.value()?;
            let item = &response.item;
            is_candidate(record, item).then(|| (Subject::of_item(item), value))
        };
        return responses.iter().filter_map(of).collect();
    }
    match &fact.body {
        FactBody::SleepNight(night) => {
            let minutes = night.minutes_asleep().map(|m| f64::from(m.0));
            let minutes =
                minutes.map(|m| (subject(CandidateKind::SleepMinutes, "sleep_minutes"), m));
            let quality = night.quality.map(f64::from);
            let quality =
                quality.map(|q| (subject(CandidateKind::SleepQuality, "sleep_quality"), q));
            minutes.into_iter().chain(quality).collect()
        }
        FactBody::Activity(activity) => vec![(
            subject(CandidateKind::ActivityMinutes, "activity_minutes"),
            f64::from(activity.minutes.0),
        )],
        FactBody::Event(event) if !event.is_sensitive => {
            vec![(subject(CandidateKind::Event, event.label.as_str()), 1.0)]
        }
        FactBody::Practice(practice) => {
            let name = practice.strategy.as_str();
            vec![(subject(CandidateKind::Practice, name), 1.0)]
        }
        FactBody::MedicationAdministration(dose) if !dose.is_taken => {
            let name = dose.medicine.as_str();
            vec![(subject(CandidateKind::MissedDose, name), 1.0)]
        }
        _ => Vec::new(),
    }
}

/// Every kept day starts at 0; what happens adds to it (minutes) or makes it 1.
fn so_far(
    points: &[CandidatePoint],
    kept: &[LocalDay],
    numbness: &NumbnessSeries,
    kind: CandidateKind,
) -> Vec<CandidatePoint> {
    let mut laid = Vec::with_capacity(points.len() + kept.len());
    for day in kept {
        let start = CandidatePoint {
            time_days: numbness.time_of(*day, 0.0),
            day: *day,
            value: 0.0,
        };
        laid.push(start);
        let mut sum = 0.0;
        for point in points.iter().filter(|point| point.day == *day) {
            sum += point.value;
            let value = if kind == CandidateKind::ActivityMinutes {
                sum
            } else {
                1.0
            };
            laid.push(CandidatePoint { value, ..*point });
        }
    }
    laid
}
