//! Measures `medication_change` on people with one dose step in the middle. Refuses to write files:
//! the caller keeps the output.
//!
//! `dose N [SEED] [NAME]`: N people a cell; only cells with NAME in their name.

use calibration::population::{Cell, Effect, Scale, life};
use calibration::recipe::DriftShape;
use calibration::stand::{Share, all};
use finding::medication_change::{self, Standing};
use series::{DoseSpan, NumbnessSeries, Series};

/// A record that is over when it is brought along, with one dose step in the middle.
fn series(cell: &Cell, idx: u64, seed: u64) -> Option<Series> {
    let life = life(cell, idx, seed).ok()?;
    let today = life.now.day(life.record.profile.day_start);
    let (outcome, _) = series::outcomes(&life.record).into_iter().next()?;
    let mut numbness = NumbnessSeries::new(&life.record, &outcome, today)?;
    numbness.written_on = numbness.last_day.plus_days(400);
    let first = life.truth.first_day;
    let step = first.plus_days(i32::try_from(cell.days / 2).ok()?);
    let mut series = Series::of_numbness(numbness);
    let dose = |amount, from, to| DoseSpan {
        medicine: "medicine".to_owned(),
        amount,
        unit: "mg".to_owned(),
        from,
        to,
    };
    series.doses = vec![
        dose(50.0, first, Some(step.plus_days(-1))),
        dose(100.0, step, None),
    ];
    Some(series)
}

fn cells() -> Vec<Cell> {
    let at = Cell::STANDARD;
    let drifts = [DriftShape::Line, DriftShape::Cosine, DriftShape::Walk];
    let mut list: Vec<Cell> = [56, 90, 180].map(|days| Cell { days, ..at }).to_vec();
    list.extend([0.3, 0.7, 0.8, 0.9].map(|rho_per_day| Cell { rho_per_day, ..at }));
    list.extend([0, 60].map(|gap_percent| Cell { gap_percent, ..at }));
    list.push(Cell { check_ins: 1, ..at });
    list.extend([Scale::FiveSteps, Scale::Floor].map(|scale| Cell { scale, ..at }));
    for days in [56, 90, 180] {
        list.extend(drifts.map(|shape| Cell {
            days,
            drift: Some(shape),
            ..at
        }));
    }
    list
}

/// One person: claims at 5% and at the share, noticed without drift, interval holds the truth.
fn measure(cell: &Cell, idx: u64, seed: u64) -> Option<[bool; 4]> {
    let series = series(cell, idx, seed)?;
    let answer = medication_change::answer(Some(&series));
    let found = answer.finding()?;
    let effect = found.effects.first()?;
    let nominal = effect.p_adjusted * found.alpha / 0.05;
    let life = life(cell, idx, seed).ok()?;
    // The same size for everybody of a cell, with its own sign.
    let truth = life.truth.steps().next().map_or(0.0, |(_, points)| points);
    Some([
        nominal <= 0.05 && effect.placebo_share <= 0.1,
        effect.standing == Standing::ToldApart,
        effect.standing != Standing::NotToldApart,
        effect.size.low <= truth && truth <= effect.size.high,
    ])
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, 20_261_123));
    let name = words.get(2).cloned().unwrap_or_default();
    println!("cell,people,claim05,low,high,claim_share,noticed,covered,covered_low,covered_high");
    for effect in [Effect::Null, Effect::StepAtMid(0.8), Effect::StepAtMid(1.5)] {
        for cell in cells().iter().map(|cell| cell.with(effect)) {
            if !cell.name().contains(&name) {
                continue;
            }
            let told = all(usize::try_from(n).unwrap_or(0), &|_, _| {}, |idx| {
                measure(&cell, u64::try_from(idx).unwrap_or(0), seed)
            });
            let told: Vec<[bool; 4]> = told.into_iter().flatten().collect();
            let share = |k: usize| Share::count(told.iter().map(|t| t.get(k).copied()));
            let (claim, covered) = (share(0), share(3));
            let of = |share: Share| share.share.unwrap_or(f64::NAN);
            println!(
                "{},{},{:.4},{:.4},{:.4},{:.4},{:.4},{:.4},{:.4},{:.4}",
                cell.name(),
                told.len(),
                of(claim),
                claim.low,
                claim.high,
                of(share(1)),
                of(share(2)),
                of(covered),
                covered.low,
                covered.high,
            );
        }
    }
}
