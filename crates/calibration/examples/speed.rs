//! Processor time of every question on one long record, in one thread (bar B9). Refuses to assert: the
//! caller keeps the output.
//!
//! `RAYON_NUM_THREADS=1 speed [DAYS] [THINGS]`: 1,095 days and 40 things unless said; one check-in a
//! day, 30% missing, a dose step, flickers. The last look is due, so that every question answers.

use calibration::beside::{Beside, person};
use calibration::population::Cell;
use calibration::stand::SEED;
use series::{DoseSpan, FlickerMark, Series};

/// For all questions together, on one core.
const SECONDS_MAX: f64 = 1.0;

/// Seconds that this process has spent on processors, in hundredths, as Linux counts them.
fn on_processor() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name in brackets may hold anything; after it come 11 other numbers.
    let (_, after) = text.rsplit_once(')')?;
    let mut fields = after.split_whitespace().skip(11);
    let ticks = |field: Option<&str>| field.and_then(|f| f.parse::<f64>().ok());
    Some((ticks(fields.next())? + ticks(fields.next())?) / 100.0)
}

fn timed(name: &str, ask: &dyn Fn() -> &'static str) -> f64 {
    let mut best = f64::INFINITY;
    let mut verdict = "";
    for _ in 0..3 {
        let start = on_processor();
        verdict = ask();
        let spent = start.zip(on_processor()).map(|(start, end)| end - start);
        best = best.min(spent.unwrap_or(f64::NAN));
    }
    println!("{name},{best:.2},{verdict},");
    best
}

const fn told<F>(answer: &finding::Answer<F>) -> &'static str {
    match answer {
        finding::Answer::Finding(..) => "answered",
        finding::Answer::Withheld(..) => "withheld",
    }
}

fn record(days: u32, n_candidates: u32) -> Option<Series> {
    let cell = Cell {
        days,
        check_ins: 1,
        ..Cell::STANDARD
    };
    let beside = Beside {
        n_candidates,
        trigger: None,
        has_suspect: false,
        has_drift: true,
    };
    let mut series = person(&cell, &beside, 0, SEED)?;
    let first = series.numbness.first_day;
    let dose = |amount, from: i32, to: Option<i32>| DoseSpan {
        medicine: "medicine".to_owned(),
        amount,
        unit: "mg".to_owned(),
        from: first.plus_days(from),
        to: to.map(|day| first.plus_days(day)),
    };
    let half = i32::try_from(days / 2).ok()?;
    series.doses = vec![dose(50.0, 0, Some(half - 1)), dose(100.0, half, None)];
    series.flickers = (0..i32::try_from(days).ok()?)
        .filter(|day| day * 7919 % 31 < 9)
        .map(|day| FlickerMark {
            time_days: f64::from(day) + 0.6,
            day: first.plus_days(day),
        })
        .collect();
    Some(series)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u32| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (days, things) = (number(0, 1095), number(1, 40));
    let Some(series) = record(days, things) else {
        return;
    };
    let whole = Some(&series);
    println!("question,seconds,answer,bar");
    let all = [
        timed("now", &|| {
            let numbness = &series.numbness;
            told(&finding::now::answer(Some(numbness), numbness.last_day))
        }),
        timed("course", &|| told(&finding::course::answer(whole, None, 1))),
        timed("triggers", &|| told(&finding::triggers::answer(whole, 1))),
        timed("flickers", &|| told(&finding::flickers::answer(whole, 1))),
        timed("medication_change", &|| {
            told(&finding::medication_change::answer(whole))
        }),
        timed("pattern_change", &|| {
            told(&finding::pattern_change::answer(whole, 1))
        }),
    ];
    let all: f64 = all.iter().sum();
    let bar = if all <= SECONDS_MAX { "met" } else { "miss" };
    println!("all,{all:.2},,{bar}");
}
