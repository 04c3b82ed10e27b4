//! People who are more numb on the days after tense ones by a known amount. Refuses tense days that
//! nobody wrote down: what is not in the record can not be counted by it.

use finding::after_high::{DAYS_AFTER, tense};
use record::LocalDay;
use series::Series;

use crate::beside::{Beside, person as person_beside};
use crate::population::{Cell, WITHIN_SD};

/// How numbness goes with tension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AfterTense {
    /// Added on each of the days after a tense one, multiples of [`WITHIN_SD`].
    pub size_sd: f64,
    /// Added for one standard deviation of tension at the same check-in, multiples of [`WITHIN_SD`].
    pub same_time_sd: f64,
}

/// Person number `idx` of a cell with tension beside their numbness, and by how many points of 100
/// numbness truly is higher on the days after tense ones than on ordinary days, for all that was
/// added. `None` where the cell makes nobody, or nobody with tense days.
#[must_use]
pub fn person(cell: &Cell, after: &AfterTense, idx: u64, seed: u64) -> Option<(Series, f64)> {
    let beside = Beside {
        n_candidates: 1,
        trigger: None,
        has_suspect: false,
        has_drift: cell.drift.is_some(),
    };
    let mut series = person_beside(cell, &beside, idx, seed)?;
    series.candidates.first_mut()?.subject.name = "tension".to_owned();
    let tense = tense(&series)?;
    let tension = series.candidates.first()?.points.clone();
    let mut added: Vec<(LocalDay, f64)> = Vec::new();
    for point in &mut series.numbness.points {
        let Some(before) = point.numbness else {
            continue;
        };
        let is_after = (tense.place(point.day)).is_some_and(|p| (1..=DAYS_AFTER).contains(&p));
        let at = tension.partition_point(|t| t.time_days < point.time_days - 1e-9);
        let same = tension
            .get(at)
            .filter(|t| t.time_days < point.time_days + 1e-9);
        let z = same.map_or(0.0, |t| (t.value - 50.0) / 15.0);
        let add = f64::from(u8::from(is_after)) * after.size_sd + z * after.same_time_sd;
        let value = (before + add * WITHIN_SD).clamp(0.0, 100.0);
        point.numbness = Some(value);
        added.push((point.day, value - before));
    }
    let days = added.chunk_by(|a, b| a.0 == b.0);
    let (mut of_after, mut of_ordinary) = (Vec::new(), Vec::new());
    for day in days {
        let mean = mean(day.iter().map(|(_, add)| *add))?;
        match tense.place(day.first()?.0) {
            Some(1..=DAYS_AFTER) => of_after.push(mean),
            None => of_ordinary.push(mean),
            Some(_) => {}
        }
    }
    let truth = mean(of_after.into_iter())? - mean(of_ordinary.into_iter())?;
    Some((series, truth))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    (n > 0.0).then(|| sum / n)
}
