//! All questions together: people with nothing going on get few claims, and a naive method many.

use std::collections::BTreeMap;

use calibration::population::{Cell, Scale};
use calibration::stand::{
    Asked, CalibrateOptions, Crowd, QUESTIONS, Seen, TogetherReport, When, calibrate, hostile,
    measure_together,
};
use record::LocalDay;
use series::day_means;

const QUIET: &(dyn Fn(usize, usize) + Sync) = &|_, _| ();

fn crowds() -> [Crowd; 3] {
    let at = Cell {
        days: 60,
        ..Cell::STANDARD
    };
    let crowd = |cell, n_candidates| Crowd { cell, n_candidates };
    [
        crowd(at, 12),
        crowd(
            Cell {
                rho_per_day: 0.8,
                ..at
            },
            5,
        ),
        crowd(
            Cell {
                scale: Scale::Floor,
                ..at
            },
            12,
        ),
    ]
}

#[test]
fn people_with_nothing_going_on_get_few_claims_of_any_question() {
    let reports = measure_together(&crowds(), QUESTIONS, (8, 7), QUIET);
    let n: usize = reports.iter().map(|report| report.claims_ever.n).sum();
    let of: usize = reports.iter().map(|report| report.n_records).sum();
    // Of 24, at a true rate of 5%, seven or more would be seen once in 5,000 times.
    assert!(of == 24 && n <= 6, "{reports:?}");
    assert!(reports.iter().all(TogetherReport::is_within_promise));
}

#[test]
fn one_correlation_a_candidate_turns_the_stand_red() {
    let naive = [Asked {
        name: "naive",
        when: When::EveryLook,
        claims: any_correlation_below_five_per_cent,
    }];
    let reports = measure_together(&crowds(), &naive, (25, 7), QUIET);
    let n: usize = reports.iter().map(|report| report.claims_ever.n).sum();
    assert!(n > 50, "{reports:?}");
    for report in &reports {
        assert!(!report.is_within_promise() && report.verdict() == "miss");
    }
}

#[test]
fn people_are_the_same_alone_and_among_others_and_rows_fit_their_heading() {
    let together = measure_together(&crowds(), QUESTIONS, (2, 3), QUIET);
    let alone =
        crowds().map(|crowd| measure_together(&[crowd], QUESTIONS, (2, 3), QUIET).remove(0));
    assert_eq!(together, alone);
    let n_columns = |line: &str| line.split(',').count();
    let heading = TogetherReport::csv_heading(QUESTIONS);
    let all: Vec<&TogetherReport> = together.iter().collect();
    let pooled = TogetherReport::pooled("all", &all);
    assert_eq!(pooled.n_records, 6);
    assert_eq!(n_columns(&pooled.csv_row()), n_columns(&heading));
}

#[test]
fn the_number_of_candidates_that_is_asked_for_is_measured() {
    let options = CalibrateOptions {
        candidates: Some(2),
        days: Some(45),
        ..CalibrateOptions::records(1)
    };
    let report = calibrate(&options, QUIET).unwrap();
    assert_eq!(report.all_questions.len(), 1);
    let crowd = &report.all_questions[0];
    assert!(crowd.n_candidates == 2 && crowd.name.ends_with("-k2"));
    let many = CalibrateOptions {
        candidates: Some(10_000),
        ..options
    };
    assert!(calibrate(&many, QUIET).is_err());
}

/// Sabotage: what tracker apps do. Day means against each candidate of the same day, p < .05 each.
fn any_correlation_below_five_per_cent(seen: &Seen<'_>) -> bool {
    let days = day_means(&seen.series.numbness);
    let means: BTreeMap<LocalDay, f64> = days.iter().map(|day| (day.day, day.mean)).collect();
    seen.series.candidates.iter().any(|candidate| {
        let of_day = candidate.by_day();
        let both = of_day
            .iter()
            .filter_map(|(day, value)| Some((*value, *means.get(day)?)));
        let pairs: Vec<(f64, f64)> = both.collect();
        let n = pairs.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
        let (x, y) = (mean(|p| p.0), mean(|p| p.1));
        let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
        let along = sum(&|p| (p.0 - x) * (p.1 - y));
        let lengths = sum(&|p| (p.0 - x).powi(2)) * sum(&|p| (p.1 - y).powi(2));
        let r = along / lengths.sqrt();
        n > 10.0 && r.abs() * ((n - 2.0) / (1.0 - r * r)).sqrt() > 2.0
    })
}

#[test]
fn hostile_series_get_no_broken_number_from_any_answer() {
    let wrong: Vec<String> = (0..600).filter_map(|idx| hostile(idx, 7)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
