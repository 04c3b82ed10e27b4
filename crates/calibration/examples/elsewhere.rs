//! Measures how often the rules of other programs say something of people with nothing going on, beside
//! `triggers` on the same days. Refuses to write files: the caller keeps the output.
//!
//! `elsewhere N [SEED] [NAME]`: N people of each kind; only kinds with NAME in their name.
//!
//! Averages: Bearable's rule on factors that happened or did not, from three days of each on, at any
//! size and from 5, 10 and 20% on. Correlation: each number of a day against that day's mean, at 5%,
//! as programs do that list correlations. Both are asked once, at the end. `triggers` is asked at every
//! look, and counted at the last one and over all.

use std::collections::BTreeMap;

use calibration::beside::{Beside, person};
use calibration::population::{Cell, Scale};
use calibration::stand::{SEED, Share, all};
use finding::Looks;
use finding::elsewhere::Difference;
use finding::triggers::{self, Triggers};
use record::LocalDay;
use series::{CandidateKind, CandidatePoint, DayValue, Series, day_means};

/// Share of a thing's own days on which it counts as having happened.
const YES_SHARE: f64 = 0.3;
/// Percent from which a difference counts, in order.
const PERCENT: [f64; 3] = [5.0, 10.0, 20.0];

const RULES: [&str; 7] = [
    "averages, any difference",
    "averages, 5% or more",
    "averages, 10% or more",
    "averages, 20% or more",
    "correlation, p < .05",
    "triggers, last look",
    "triggers, any look",
];

fn kinds() -> Vec<(Cell, u32)> {
    let at = Cell::STANDARD;
    let mut list = vec![(at, 5), (at, 12), (at, 40)];
    list.extend([0.3, 0.8].map(|rho_per_day| (Cell { rho_per_day, ..at }, 12)));
    list.extend([42, 180, 365].map(|days| (Cell { days, ..at }, 12)));
    let floor = Cell {
        scale: Scale::Floor,
        ..at
    };
    let gaps = Cell {
        gap_percent: 60,
        ..at
    };
    list.extend([(floor, 12), (gaps, 12)]);
    list
}

/// Each thing as something that happened on its highest days, logged before their first check-in.
fn as_factors(series: &Series) -> Series {
    let mut laid = series.clone();
    for candidate in &mut laid.candidates {
        let days = candidate.by_day();
        let mut values: Vec<f64> = days.iter().map(|(_, value)| *value).collect();
        values.sort_by(f64::total_cmp);
        let line = values.get(place(values.len())).copied().unwrap_or(f64::MAX);
        let from = |day: LocalDay| {
            let first = candidate.points.iter().find(|point| point.day == day);
            first.map_or(0.0, |point| point.time_days - 0.04)
        };
        let points = days.iter().map(|(day, value)| CandidatePoint {
            time_days: from(*day),
            day: *day,
            value: f64::from(u8::from(*value > line)),
        });
        candidate.points = points.collect();
        candidate.subject.kind = CandidateKind::Event;
        candidate.day_value = DayValue::Last;
        candidate.is_yes_no = true;
    }
    laid
}

/// The place above which [`YES_SHARE`] of so many sorted numbers lie.
fn place(n: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a short list"
    )]
    let place = (n as f64 * (1.0 - YES_SHARE)) as usize;
    place
}

/// What each rule says of one person: whether it says anything.
fn told(series: &Series) -> Vec<bool> {
    let by_day: Vec<(LocalDay, f64)> = (day_means(&series.numbness).iter())
        .map(|day| (day.day, day.mean))
        .collect();
    let factors = as_factors(series);
    let largest = (factors.candidates.iter())
        .filter_map(|factor| {
            let with: Vec<LocalDay> = (factor.by_day().into_iter())
                .filter(|(_, value)| *value > 0.5)
                .map(|(day, _)| day)
                .collect();
            // A day on which the factor was not asked is no day without it.
            let asked: Vec<LocalDay> = factor.by_day().into_iter().map(|(day, _)| day).collect();
            let known: Vec<(LocalDay, f64)> = (by_day.iter())
                .filter(|(day, _)| asked.binary_search(day).is_ok())
                .copied()
                .collect();
            Difference::between(&known, &with)
        })
        .map(|found| found.percent().unwrap_or(0.0).abs())
        .max_by(f64::total_cmp);
    let mut told = vec![largest.is_some()];
    told.extend(PERCENT.map(|from| largest.is_some_and(|percent| percent >= from)));
    told.push(series.candidates.iter().any(|candidate| {
        let means: BTreeMap<LocalDay, f64> = by_day.iter().copied().collect();
        let pairs: Vec<(f64, f64)> = (candidate.by_day().iter())
            .filter_map(|(day, value)| Some((*value, *means.get(day)?)))
            .collect();
        is_correlated(&pairs)
    }));
    let looks = claims_by_look(&factors);
    told.push(looks.last().copied().unwrap_or(false));
    told.push(looks.contains(&true));
    told
}

fn claims_by_look(series: &Series) -> Vec<bool> {
    let numbness = &series.numbness;
    let n_days = numbness.n_days();
    let looks = Looks::up_to(n_days, numbness.written_from().min(n_days));
    let claims = looks.into_iter().filter_map(|look| {
        let days = i32::try_from(look.day).ok()? - 1;
        let seen = series.up_to(numbness.first_day.plus_days(days))?;
        let answer = triggers::answer(Some(&seen), 1);
        Some(answer.finding().is_some_and(Triggers::is_claim))
    });
    claims.collect()
}

/// Pearson's correlation with a two-sided p below .05; the limit of t at 40 degrees of freedom.
fn is_correlated(pairs: &[(f64, f64)]) -> bool {
    let n = f64::from(u32::try_from(pairs.len()).unwrap_or(0));
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (x, y) = (sum(&|p| p.0) / n, sum(&|p| p.1) / n);
    let along = sum(&|p| (p.0 - x) * (p.1 - y));
    let lengths = sum(&|p| (p.0 - x).powi(2)) * sum(&|p| (p.1 - y).powi(2));
    let r = along / lengths.sqrt();
    n > 10.0 && r.abs() * ((n - 2.0) / (1.0 - r * r)).sqrt() > 2.02
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, SEED));
    let name = words.get(2).cloned().unwrap_or_default();
    let n = usize::try_from(n).unwrap_or(0);
    println!("people,rule,records,says_something,low,high");
    for (cell, n_candidates) in kinds() {
        let kind = format!("{}-k{n_candidates}", cell.name());
        if !kind.contains(&name) {
            continue;
        }
        let beside = Beside {
            n_candidates,
            trigger: None,
            has_suspect: false,
            has_drift: true,
        };
        let one = |idx: usize| {
            let series = person(&cell, &beside, u64::try_from(idx).ok()?, seed)?;
            Some(told(&series))
        };
        let people: Vec<Vec<bool>> = all(n, &|_, _| (), one).into_iter().flatten().collect();
        for (idx, rule) in RULES.iter().enumerate() {
            let share = Share::count(people.iter().map(|told| told.get(idx).copied()));
            println!(
                "{kind},\"{rule}\",{},{:.4},{:.4},{:.4}",
                people.len(),
                share.share.unwrap_or(f64::NAN),
                share.low,
                share.high,
            );
        }
    }
}
