//! Things logged beside a simulated person's numbness: ratings, nights, events, a few of them at
//! their floor. Refuses relations that were not asked for: what acts on numbness is named.
//!
//! Each thing has its own dependence (0.3-0.8 a day), weekend, drift and gaps, drawn anew for each
//! person, as in the table of naive methods that promise far too much.

use finding::triggers::Lag;
use record::LocalDay;
use series::{
    Candidate, CandidateKind, CandidatePoint, DayValue, Named, NumbnessPoint, NumbnessSeries,
    Series, Subject,
};

use crate::draws::{Draws, Stream, mix};
use crate::population::{Cell, WITHIN_SD, life};

/// Something that truly comes before numbness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrueTrigger {
    /// How long before.
    pub lag: Lag,
    /// Effect of one standard deviation of it, in multiples of [`WITHIN_SD`].
    pub size_sd: f64,
}

/// What is logged beside numbness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// How many things.
    pub n_candidates: u32,
    /// The first of them acts; `None`: none does.
    pub trigger: Option<TrueTrigger>,
    /// The first of them was named as a suspect on the first day.
    pub has_suspect: bool,
    /// Each moves slowly by itself: then its usual pattern truly changes.
    pub has_drift: bool,
}

/// The name of the thing that acts, where one does.
pub const ACTS: &str = "thing_0";

/// One person of a cell with things beside their numbness; `None` when the cell is refused.
#[must_use]
pub fn person(cell: &Cell, beside: &Beside, idx: u64, seed: u64) -> Option<Series> {
    person_and_truth(cell, beside, idx, seed).map(|(series, _)| series)
}

/// The same person as [`person`] with what truly acts, one value a check-in (answered or not), in
/// the standard deviations of [`TrueTrigger::size_sd`]; empty where nothing acts.
#[must_use]
pub fn person_and_truth(
    cell: &Cell,
    beside: &Beside,
    idx: u64,
    seed: u64,
) -> Option<(Series, Vec<f64>)> {
    let life = life(cell, idx, seed).ok()?;
    let today = life.now.day(life.record.profile.day_start);
    let (outcome, _) = series::outcomes(&life.record).into_iter().next()?;
    let numbness = NumbnessSeries::new(&life.record, &outcome, today)?;
    Some(laid(numbness, beside, mix(mix(seed, idx), 77)))
}

/// One person whose numbness and two of three things share a slow common part; from `from_day`, counted
/// from 0, it is higher by `step_sd`. `None` when the cell is refused.
#[must_use]
pub fn person_in_common(
    cell: &Cell,
    (beside, common): (&Beside, &Common),
    idx: u64,
    seed: u64,
) -> Option<Series> {
    let own = mix(mix(seed, idx), 78);
    let mut series = person(cell, beside, idx, seed)?;
    let mut draws = Draws::new(own, Stream::Beside, 1_000);
    let by_day = common.by_day(cell.days, &mut draws);
    let first = series.numbness.first_day;
    let at = |day: LocalDay| {
        let idx = usize::try_from(day.days_since(first)).unwrap_or(0);
        by_day.get(idx).copied().unwrap_or(0.0)
    };
    for point in &mut series.numbness.points {
        let moved = |value: f64| {
            (value + WITHIN_SD * at(point.day))
                .round()
                .clamp(0.0, 100.0)
        };
        point.numbness = point.numbness.map(moved);
    }
    for (part, candidate) in series.candidates.iter_mut().enumerate() {
        let side = if draws.chance(0.5) { 1.0 } else { -1.0 };
        let kind = KINDS.get(part % KINDS.len()).copied().unwrap_or(Kind::Line);
        if part % 3 == 2 {
            continue;
        }
        for point in &mut candidate.points {
            point.value = kind.moved(point.value, side * at(point.day));
        }
    }
    Some(series)
}

/// A common part of numbness and what is logged beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Common {
    /// Its standard deviation, in those of the day means without it.
    pub sd: f64,
    /// Its correlation from day to day.
    pub rho_per_day: f64,
    /// First day, counted from 0, on which it is higher.
    pub from_day: u32,
    /// By how much, in standard deviations of the day means without it.
    pub step_sd: f64,
}

impl Common {
    fn by_day(&self, days: u32, draws: &mut Draws) -> Vec<f64> {
        let fresh = libm::sqrt(1.0 - self.rho_per_day * self.rho_per_day);
        let mut state = draws.normal();
        let next = |day: u32| {
            let step = if day >= self.from_day {
                self.step_sd
            } else {
                0.0
            };
            let value = self.sd * state + step;
            state = self.rho_per_day * state + fresh * draws.normal();
            value
        };
        (0..days).map(next).collect()
    }
}

/// Puts things beside numbness that is there already.
#[must_use]
pub fn beside_numbness(numbness: NumbnessSeries, beside: &Beside, seed: u64) -> Series {
    laid(numbness, beside, seed).0
}

fn laid(numbness: NumbnessSeries, beside: &Beside, seed: u64) -> (Series, Vec<f64>) {
    let mut series = Series::of_numbness(numbness);
    let mut truth = Vec::new();
    for part in 0..beside.n_candidates as usize {
        let kind = KINDS.get(part % KINDS.len()).copied().unwrap_or(Kind::Line);
        let mut thing = Thing::new(
            &series.numbness,
            kind,
            Draws::new(seed, Stream::Beside, part),
            beside,
        );
        let candidate = thing.candidate(part, beside, series.numbness.first_day);
        if part == 0
            && let Some(trigger) = beside.trigger
        {
            truth = act(&mut series.numbness, &thing, &trigger);
        }
        series.candidates.push(candidate);
    }
    (series, truth)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// A line of 0-100, at every check-in.
    Line,
    /// Five steps.
    Steps,
    /// Six of ten answers at the lowest end.
    Floor,
    /// Once a day, before the first check-in.
    Night,
    /// Yes or no, once a day at most.
    Event,
}

const KINDS: [Kind; 8] = [
    Kind::Line,
    Kind::Line,
    Kind::Steps,
    Kind::Night,
    Kind::Line,
    Kind::Floor,
    Kind::Event,
    Kind::Line,
];

impl Kind {
    /// A value on its scale, moved by so many standard deviations.
    fn moved(self, value: f64, by_sd: f64) -> f64 {
        match self {
            Self::Line | Self::Night => (value + 15.0 * by_sd).round().clamp(0.0, 100.0),
            Self::Steps => (value + by_sd).round().clamp(1.0, 5.0),
            Self::Floor => (value + 10.0 * by_sd).round().clamp(0.0, 100.0),
            Self::Event => value,
        }
    }
}

/// One thing at every planned check-in, answered or not, in standard deviations.
struct Thing {
    kind: Kind,
    /// Day and time of every planned check-in, and whether it was answered.
    places: Vec<(LocalDay, f64, bool)>,
    values: Vec<f64>,
    draws: Draws,
}

impl Thing {
    fn new(numbness: &NumbnessSeries, kind: Kind, mut draws: Draws, beside: &Beside) -> Self {
        let places: Vec<(LocalDay, f64, bool)> = (numbness.points.iter())
            .map(|p: &NumbnessPoint| (p.day, p.time_days, p.numbness.is_some()))
            .collect();
        let rho = draws.between(0.3, 0.8);
        let weekend = draws.between(-0.6, 0.6);
        let drift = Drift::new(&mut draws);
        let length = places.last().map_or(1.0, |(_, time, _)| *time).max(1.0);
        let mut state = draws.normal();
        let mut last = 0.0;
        let values = places
            .iter()
            .map(|(day, time, _)| {
                let phi = libm::pow(rho, time - last);
                last = *time;
                state = phi * state + libm::sqrt(1.0 - phi * phi) * draws.normal();
                let is_weekend = day.weekday() >= 6;
                let week = if is_weekend { weekend } else { 0.0 };
                let fast = 0.5 * draws.normal();
                let drifted = if beside.has_drift {
                    drift.at(time / length)
                } else {
                    0.0
                };
                state + week + fast + drifted
            })
            .collect();
        Self {
            kind,
            places,
            values,
            draws,
        }
    }

    /// What the person logged of it.
    fn candidate(&mut self, part: usize, beside: &Beside, first_day: LocalDay) -> Candidate {
        let mut points: Vec<CandidatePoint> = Vec::new();
        let once_a_day = matches!(self.kind, Kind::Night | Kind::Event);
        for (idx, (day, time, is_answered)) in self.places.iter().enumerate() {
            let is_logged = *is_answered && !self.draws.chance(0.125);
            let is_new_day = points.last().is_none_or(|point| point.day != *day);
            if !is_logged || (once_a_day && !is_new_day) {
                continue;
            }
            let value = self.values.get(idx).copied().unwrap_or(0.0);
            points.push(CandidatePoint {
                // A night is over an hour before the first check-in of its day.
                time_days: if once_a_day { time - 0.04 } else { *time },
                day: *day,
                value: shown(self.kind, value),
            });
        }
        Candidate {
            subject: Subject {
                kind: CandidateKind::Item,
                name: format!("thing_{part}"),
            },
            points,
            day_value: DayValue::Mean,
            is_yes_no: self.kind == Kind::Event,
            named: (beside.has_suspect && part == 0)
                .then_some(Named {
                    since: first_day,
                    until: None,
                })
                .into_iter()
                .collect(),
        }
    }

    /// The value that comes before check-in `idx` at a lag, in standard deviations of such values.
    fn before(&self, idx: usize, lag: Lag) -> f64 {
        let Some((day, ..)) = self.places.get(idx) else {
            return 0.0;
        };
        match lag {
            Lag::EarlierToday => {
                let before = idx.checked_sub(1);
                let same = before.filter(|k| self.places.get(*k).is_some_and(|p| p.0 == *day));
                same.and_then(|k| self.values.get(k))
                    .copied()
                    .unwrap_or(0.0)
                    / SD
            }
            Lag::Days(days) => {
                let wanted = day.plus_days(-i32::from(days));
                let of_day = self.places.iter().zip(&self.values);
                let list: Vec<f64> = (of_day.filter(|(p, _)| p.0 == wanted))
                    .map(|(_, value)| *value)
                    .collect();
                let n = u32::try_from(list.len()).unwrap_or(1).max(1);
                list.iter().sum::<f64>() / f64::from(n) / DAY_SD
            }
        }
    }
}

/// Standard deviation of a value without drift and weekend, and of a day's mean of three.
const SD: f64 = 1.118;
const DAY_SD: f64 = 1.0;

fn shown(kind: Kind, value: f64) -> f64 {
    match kind {
        Kind::Line | Kind::Night => (50.0 + 15.0 * value).round().clamp(0.0, 100.0),
        Kind::Steps => (3.0 + value).round().clamp(1.0, 5.0),
        Kind::Floor => (10.0 * (value - 0.3)).round().clamp(0.0, 100.0),
        Kind::Event => f64::from(u8::from(value > 0.8)),
    }
}

/// A slow movement of its own.
enum Drift {
    Line(f64),
    Cosine(f64, f64),
    Walk(Vec<f64>),
}

impl Drift {
    fn new(draws: &mut Draws) -> Self {
        let sd = draws.between(0.2, 0.8);
        match draws.below(3) {
            0 => Self::Line(sd * if draws.chance(0.5) { 3.46 } else { -3.46 }),
            1 => Self::Cosine(sd * 1.414, draws.between(0.0, 1.0)),
            _ => {
                let step = sd * libm::sqrt(6.0 / 64.0);
                let mut level = 0.0;
                let next = |_| {
                    level += step * draws.normal();
                    level
                };
                Self::Walk((0..=64).map(next).collect())
            }
        }
    }

    /// At a share of the record, 0-1.
    fn at(&self, share: f64) -> f64 {
        match self {
            Self::Line(slope) => slope * (share - 0.5),
            Self::Cosine(size, phase) => size * libm::cos(std::f64::consts::TAU * (share + phase)),
            Self::Walk(levels) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a share of 64"
                )]
                let idx = (share.clamp(0.0, 1.0) * 64.0) as usize;
                levels.get(idx).copied().unwrap_or(0.0)
            }
        }
    }
}

/// Lets a thing act on the answers, which stay on their line, and tells what acted at each.
fn act(numbness: &mut NumbnessSeries, thing: &Thing, trigger: &TrueTrigger) -> Vec<f64> {
    let mut truth = Vec::new();
    for (idx, point) in numbness.points.iter_mut().enumerate() {
        let before = thing.before(idx, trigger.lag);
        let added = trigger.size_sd * WITHIN_SD * before;
        point.numbness = point
            .numbness
            .map(|value| (value + added).round().clamp(0.0, 100.0));
        truth.push(before);
    }
    truth
}
