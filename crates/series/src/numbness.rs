//! Numbness at every occasion, in real time, with what is doubtful marked. Refuses to fill gaps.

use std::collections::BTreeSet;

use record::{FactBody, Form, LocalDay, Moment, Record, SamplingPlan};

use crate::Outcome;

/// Something about the data that a reader of an answer should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QualityNote {
    /// So many occasions stand twice with the same time and answer; one of each is used.
    Doubled(usize),
    /// So many occasions were written down from memory; they are shown and not counted.
    FromMemory(usize),
    /// So many occasions of the first seven days are left out of claims (settling in).
    SettlingIn(usize),
    /// Most answers sit at one end of the scale; the share in per cent.
    AtOneEnd(u8),
    /// The clock's offset changed so often (travel or daylight saving).
    ClockChanges(usize),
}

/// One answered or missed occasion.
#[derive(Debug, Clone, PartialEq)]
pub struct NumbnessPoint {
    /// When.
    pub moment: Moment,
    /// The person's day.
    pub day: LocalDay,
    /// Real time since the start of the first day, in days; never negative.
    pub time_days: f64,
    /// Hours on the wall clock, 0-24.
    pub hour: f64,
    /// Numbness 0-100; `None`: missed, skipped or not asked.
    pub numbness: Option<f64>,
    /// Among the first seven days of a record made by hand.
    pub is_settling_in: bool,
}

/// Numbness over one person's record.
#[derive(Debug, Clone, PartialEq)]
pub struct NumbnessSeries {
    /// What was measured.
    pub outcome: Outcome,
    /// Occasions in order of time, up to and including the day asked for.
    pub points: Vec<NumbnessPoint>,
    /// Occasions written down from memory, in order of time; not among `points`.
    pub recalled: Vec<NumbnessPoint>,
    /// Day on which any of it was first written down here.
    pub written_on: LocalDay,
    /// First day with an occasion.
    pub first_day: LocalDay,
    /// Last day with an occasion.
    pub last_day: LocalDay,
    /// What a reader should know.
    pub notes: Vec<QualityNote>,
    /// Share of expected occasions without an answer, 0-1. Expected are the sent prompts where
    /// prompts are known, else one occasion a day.
    pub missing: f64,
}

impl NumbnessSeries {
    /// Lays the record's occasions out, up to and including `until`.
    ///
    /// Returns `None` when no occasion speaks of this outcome.
    #[must_use]
    pub fn new(record: &Record, outcome: &Outcome, until: LocalDay) -> Option<Self> {
        let mut laid = lay_out(record, outcome, until);
        let first = laid.points.first()?;
        let (first_day, start) = (first.day, start_of(first));
        let last_day = laid.points.last()?.day;
        for point in laid.points.iter_mut().chain(laid.recalled.iter_mut()) {
            #[expect(
                clippy::cast_precision_loss,
                reason = "seconds of 300 years fit in 53 bits"
            )]
            let seconds = (point.moment.unix_seconds() - start) as f64;
            point.time_days = seconds / 86_400.0;
            point.is_settling_in = laid.is_by_hand && point.day.days_since(first_day) < 7;
        }
        let missing = missing_share(&laid, first_day, last_day);
        let notes = notes_on(&laid);
        let Laid {
            points, recalled, ..
        } = laid;
        let written_on = laid.written_on.unwrap_or(first_day);
        Some(Self {
            written_on,
            outcome: outcome.clone(),
            points,
            recalled,
            first_day,
            last_day,
            notes,
            missing,
        })
    }

    /// Days from the first to the last, both counted.
    #[must_use]
    pub fn n_days(&self) -> u32 {
        u32::try_from(self.last_day.days_since(self.first_day) + 1).unwrap_or(0)
    }

    /// Time of a clock hour (0-24) on one of the person's days, on the axis of `time_days`.
    ///
    /// Days count 24 hours here; a change of clocks moves the result by an hour at most.
    #[must_use]
    pub fn time_of(&self, day: LocalDay, hour: f64) -> f64 {
        let Some(first) = self.points.first() else {
            return 0.0;
        };
        // After midnight, the own day of the first point is still the day before.
        let is_past_midnight = first.moment.wall_clock() >= first.day.plus_days(1).to_string();
        let own_hour = if is_past_midnight {
            first.hour + 24.0
        } else {
            first.hour
        };
        f64::from(day.days_since(first.day)) + first.time_days + (hour - own_hour) / 24.0
    }

    /// Time of a moment, on the axis of `time_days`.
    #[must_use]
    pub fn time_at(&self, moment: &Moment) -> f64 {
        let Some(first) = self.points.first() else {
            return 0.0;
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "seconds of 300 years fit in 53 bits"
        )]
        let seconds = (moment.unix_seconds() - first.moment.unix_seconds()) as f64;
        first.time_days + seconds / 86_400.0
    }

    /// The series as it stood at the end of a day; `None` when nothing had been answered by then.
    /// Notes and the share of missing answers stay those of the whole.
    #[must_use]
    pub fn up_to(&self, until: LocalDay) -> Option<Self> {
        let mut seen = self.clone();
        seen.points.retain(|point| point.day <= until);
        seen.recalled.retain(|point| point.day <= until);
        seen.last_day = seen.points.last()?.day;
        Some(seen)
    }

    /// Day of the record, the first being 1, on which any of it was first written down here;
    /// later than the last day for a record that was brought along whole.
    #[must_use]
    pub fn written_from(&self) -> u32 {
        u32::try_from(self.written_on.days_since(self.first_day) + 1).unwrap_or(1)
    }

    /// Days of the record, from the first to the last on or before the day of [`Self::written_on`].
    #[must_use]
    pub fn days_before_written(&self) -> u32 {
        let before = self
            .points
            .iter()
            .rev()
            .find(|point| point.day <= self.written_on);
        let last = before.map_or(self.first_day, |point| point.day);
        u32::try_from(last.days_since(self.first_day) + 1).unwrap_or(1)
    }

    /// Occasions with an answer.
    #[must_use]
    pub fn n_answered(&self) -> usize {
        self.answered().count()
    }

    /// Occasions with an answer, in order of time, with their numbness.
    pub fn answered(&self) -> impl Iterator<Item = (&NumbnessPoint, f64)> {
        self.points.iter().filter_map(|p| Some((p, p.numbness?)))
    }
}

struct Laid {
    points: Vec<NumbnessPoint>,
    recalled: Vec<NumbnessPoint>,
    n_doubled: usize,
    n_beeps_max: u32,
    n_missed: usize,
    is_by_hand: bool,
    written_on: Option<LocalDay>,
}

/// Seconds at which the first point's own day starts, so that no time is negative.
fn start_of(first: &NumbnessPoint) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "0-86400")]
    let since_midnight = (first.hour * 3600.0) as i64;
    first.moment.unix_seconds() - since_midnight - 86_400 * i64::from(since_midnight < 43_200)
}

fn lay_out(record: &Record, outcome: &Outcome, until: LocalDay) -> Laid {
    let starts = record.profile.day_start;
    let mut laid = Laid {
        points: Vec::new(),
        recalled: Vec::new(),
        n_doubled: 0,
        n_beeps_max: 0,
        n_missed: 0,
        is_by_hand: *outcome == Outcome::CheckIn,
        written_on: None,
    };
    for fact in record.facts() {
        let FactBody::Occasion(occasion) = &fact.body else {
            continue;
        };
        // What was never asked was never left unanswered.
        if occasion.form != Form::CheckIn || occasion.was_never_sent() {
            continue;
        }
        let moment = &fact.moment;
        let numbness = occasion.assessment().and_then(|a| outcome.numbness(a));
        let day = moment.day(starts);
        if day > until || (occasion.assessment().is_some() && numbness.is_none()) {
            continue;
        }
        let written = fact.recorded_at.day(starts);
        laid.written_on = Some(laid.written_on.map_or(written, |day| day.min(written)));
        laid.n_beeps_max = laid.n_beeps_max.max(occasion.beep_no.unwrap_or(0));
        laid.n_missed += usize::from(numbness.is_none());
        let point = NumbnessPoint {
            moment: moment.clone(),
            day,
            time_days: 0.0,
            hour: moment.hour_of_day(),
            numbness,
            is_settling_in: false,
        };
        let is_double = laid.points.last().is_some_and(|last| {
            last.moment.unix_seconds() == moment.unix_seconds() && last.numbness == numbness
        });
        if is_double {
            laid.n_doubled += 1;
        } else if occasion.plan == SamplingPlan::Recall {
            laid.recalled.push(point);
        } else {
            laid.points.push(point);
        }
    }
    laid
}

#[expect(clippy::cast_precision_loss, reason = "counts of occasions")]
fn missing_share(laid: &Laid, first: LocalDay, last: LocalDay) -> f64 {
    let n_days = f64::from(last.days_since(first) + 1);
    let answered = laid.points.iter().filter(|p| p.numbness.is_some());
    let share = if laid.n_beeps_max > 1 {
        1.0 - answered.count() as f64 / (n_days * f64::from(laid.n_beeps_max))
    } else if laid.n_missed > 0 {
        laid.n_missed as f64 / laid.points.len().max(1) as f64
    } else {
        1.0 - answered.map(|p| p.day).collect::<BTreeSet<_>>().len() as f64 / n_days
    };
    share.clamp(0.0, 1.0)
}

fn notes_on(laid: &Laid) -> Vec<QualityNote> {
    let mut notes = Vec::new();
    if laid.n_doubled > 0 {
        notes.push(QualityNote::Doubled(laid.n_doubled));
    }
    if !laid.recalled.is_empty() {
        notes.push(QualityNote::FromMemory(laid.recalled.len()));
    }
    let n_settling_in = laid.points.iter().filter(|p| p.is_settling_in).count();
    if n_settling_in > 0 {
        notes.push(QualityNote::SettlingIn(n_settling_in));
    }
    let values: Vec<f64> = laid.points.iter().filter_map(|p| p.numbness).collect();
    let at = |end: f64| values.iter().filter(|v| (**v - end).abs() < 0.5).count();
    let n_at_end = at(0.0).max(at(100.0));
    if values.len() >= 10 && 2 * n_at_end > values.len() {
        let percent = 100 * n_at_end / values.len();
        notes.push(QualityNote::AtOneEnd(u8::try_from(percent).unwrap_or(100)));
    }
    let offsets = laid.points.windows(2).filter(
        |pair| matches!(pair, [a, b] if a.moment.offset_seconds() != b.moment.offset_seconds()),
    );
    let n_changes = offsets.count();
    if n_changes > 0 {
        notes.push(QualityNote::ClockChanges(n_changes));
    }
    notes
}
