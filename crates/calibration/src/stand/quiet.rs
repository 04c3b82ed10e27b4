//! People with nothing going on and much beside it, asked at every look. Refuses relations: dose,
//! flickers and things logged are drawn apart from numbness.

use record::LocalDay;
use series::{DoseSpan, FlickerMark, NumbnessSeries, Series};

use super::expected::Expected;
use super::measure::look_days;
use super::together::{Asked, CANDIDATES_MAX, Crowd, Seen, When};
use crate::beside::{Beside, beside_numbness};
use crate::draws::{Draws, Stream, mix};
use crate::population::{life, recipe};

/// A record with nothing in it.
pub(super) struct Quiet {
    pub series: Series,
    pub seed: u64,
    /// True means by day where the level drifts.
    pub moves: Option<Vec<f64>>,
    /// Nothing logged beside numbness truly changes its pattern.
    pub is_rest_steady: bool,
}

impl Quiet {
    pub fn new(crowd: &Crowd, idx: u64, seed: u64) -> Option<Self> {
        let (series, by_day) = person(crowd, idx, seed)?;
        let moves = crowd.cell.drift.is_some().then_some(by_day);
        let seed = mix(seed, idx);
        Some(Self {
            series,
            seed,
            is_rest_steady: moves.is_none(),
            moves,
        })
    }

    /// Whether each question ever claims anything.
    pub fn claims(&self, questions: &[Asked]) -> Vec<bool> {
        let numbness = &self.series.numbness;
        let looks = look_days(numbness.n_days(), numbness.written_from());
        let mut claims = vec![false; questions.len()];
        for day in looks {
            let days = i32::try_from(day).unwrap_or(i32::MAX) - 1;
            let Some(series) = self.series.up_to(numbness.first_day.plus_days(days)) else {
                continue;
            };
            self.ask(questions, (&series, day), When::EveryLook, &mut claims);
        }
        let all = (&self.series, numbness.n_days());
        self.ask(questions, all, When::LastDay, &mut claims);
        claims
    }

    fn ask(
        &self,
        questions: &[Asked],
        (series, day): (&Series, u32),
        when: When,
        claims: &mut [bool],
    ) {
        // Days after a look were not seen by it and do not judge it.
        let moves = self
            .moves
            .as_deref()
            .map(|by_day| by_day.get(..day as usize).unwrap_or(by_day));
        let seen = Seen {
            series,
            seed: self.seed,
            moves,
            is_rest_steady: self.is_rest_steady,
        };
        for (asked, has_claim) in questions.iter().zip(claims) {
            // One claim is enough: what comes after it changes nothing.
            *has_claim = *has_claim || (asked.when == when && (asked.claims)(&seen));
        }
    }
}

/// One person: numbness, things beside it, a dose step that does nothing in half of all people,
/// flickers that depend on nothing in half. With it the true mean report of each day.
fn person(crowd: &Crowd, idx: u64, seed: u64) -> Option<(Series, Vec<f64>)> {
    let life = life(&crowd.cell, idx, seed).ok()?;
    let today = life.now.day(life.record.profile.day_start);
    let (outcome, _) = series::outcomes(&life.record).into_iter().next()?;
    let numbness = NumbnessSeries::new(&life.record, &outcome, today)?;
    let expected = Expected::new(&recipe(&crowd.cell, 0, seed).diary.style);
    let by_day = expected.by_day(&life.truth.numbness);
    let beside = Beside {
        n_candidates: crowd.n_candidates.min(CANDIDATES_MAX),
        trigger: None,
        has_suspect: false,
        has_drift: crowd.cell.drift.is_some(),
    };
    let own = mix(mix(seed, idx), 77);
    let mut series = beside_numbness(numbness, &beside, own);
    let mut draws = Draws::new(mix(own, 1), Stream::Beside, CANDIDATES_MAX as usize);
    if draws.chance(0.5) {
        let step = mid_day(&series.numbness, &mut draws);
        series.doses = idle_step(step, series.numbness.first_day);
    }
    if draws.chance(0.5) {
        series.flickers = idle_flickers(&series.numbness, &mut draws);
    }
    Some((series, by_day))
}

/// A day somewhere in the middle half.
fn mid_day(numbness: &NumbnessSeries, draws: &mut Draws) -> LocalDay {
    let length = f64::from(numbness.n_days());
    #[expect(clippy::cast_possible_truncation, reason = "at most a record's days")]
    let after = (length * draws.between(0.25, 0.75)) as i32;
    numbness.first_day.plus_days(after.max(1))
}

/// A dose that doubles on a day and does nothing.
pub(super) fn idle_step(step: LocalDay, first: LocalDay) -> Vec<DoseSpan> {
    let dose = |amount, from, to| DoseSpan {
        medicine: "medicine".to_owned(),
        amount,
        unit: "mg".to_owned(),
        from,
        to,
    };
    vec![
        dose(50.0, first, Some(step.plus_days(-1))),
        dose(100.0, step, None),
    ]
}

/// Flickers in about one day of six, in good weeks and bad ones that come by themselves.
fn idle_flickers(numbness: &NumbnessSeries, draws: &mut Draws) -> Vec<FlickerMark> {
    let (mut tide, mut marks) = (draws.normal(), Vec::new());
    for nth in 0..i32::try_from(numbness.n_days()).unwrap_or(0) {
        tide = 0.7 * tide + libm::sqrt(1.0 - 0.49) * draws.normal();
        let chance = 1.0 / (1.0 + libm::exp(1.9 - 0.9 * tide));
        let (is_flicker, hour) = (draws.chance(chance), draws.between(9.0, 22.0));
        if is_flicker {
            let day = numbness.first_day.plus_days(nth);
            let time_days = numbness.time_of(day, hour);
            marks.push(FlickerMark { time_days, day });
        }
    }
    marks
}
