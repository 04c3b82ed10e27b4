//! The stand passes the answers that people see and turns red for methods that lie.

use calibration::beside::{Beside, beside_numbness};
use calibration::population::{Cell, Effect, Scale, life};
use calibration::stand::{
    CalibrateOptions, CalibrationReport, MeasurePlan, Methods, Questions, StandError, calibrate,
    calibrate_twin, measure,
};
use finding::Interval;
use finding::course::Change;
use finding::now::Now;
use record::LocalDay;
use series::{DayMean, NumbnessSeries, Series, day_means};

const SEED: u64 = 7;
const QUIET: &(dyn Fn(usize, usize) + Sync) = &|_, _| ();

fn plan(n_records: usize, questions: Questions, methods: Methods) -> MeasurePlan {
    MeasurePlan {
        n_records,
        seed: SEED,
        questions,
        methods,
    }
}

/// Neighboring days alike, whole line; then a floor; then short and stepped.
fn null_cells() -> [Cell; 3] {
    [
        Cell {
            rho_per_day: 0.8,
            ..Cell::STANDARD
        },
        Cell {
            scale: Scale::Floor,
            ..Cell::STANDARD
        },
        Cell {
            rho_per_day: 0.9,
            scale: Scale::FiveSteps,
            days: 60,
            ..Cell::STANDARD
        },
    ]
}

fn n_claims_ever(report: &CalibrationReport) -> usize {
    let courses = report.cells.iter().filter_map(|cell| cell.course.as_ref());
    courses.map(|course| course.claims_ever.n).sum()
}

#[test]
fn lives_with_nothing_in_them_get_few_claims_over_all_looks() {
    let plan = plan(40, Questions::Course, Methods::FINDING);
    let report = measure(&null_cells(), &plan, QUIET);
    // Of 120, at a true rate of 2%, nine or more would be seen once in 2,000 times.
    assert!(n_claims_ever(&report) <= 8, "{}", report.to_csv());
    assert!(report.is_within_promise());
}

#[test]
fn intervals_of_now_hold_their_truth_about_as_often_as_they_say() {
    let plan = plan(70, Questions::Now, Methods::FINDING);
    let cells = [Cell::STANDARD, null_cells()[0], null_cells()[2]];
    let report = measure(&cells, &plan, QUIET);
    let nows = || report.cells.iter().filter_map(|cell| cell.now.as_ref());
    let share = |of: fn(&calibration::stand::NowReport) -> (usize, usize)| {
        let (n, all) = nows().map(of).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        n as f64 / all as f64
    };
    // About 200 intervals: 0.95 give or take 0.015; a thousandth of runs leaves these bounds.
    for covered in [
        share(|now| (now.difference_coverage.n, now.difference_coverage.of)),
        share(|now| (now.week_coverage.n, now.week_coverage.of)),
    ] {
        assert!((0.89..0.995).contains(&covered), "{}", report.to_csv());
    }
}

#[test]
fn one_test_a_split_turns_the_stand_red() {
    let naive = Methods {
        course: best_split_by_t,
        ..Methods::FINDING
    };
    let report = measure(&null_cells(), &plan(20, Questions::Course, naive), QUIET);
    assert!(!report.is_within_promise());
    assert!(n_claims_ever(&report) > 40, "{}", report.to_csv());
}

#[test]
fn a_textbook_penalty_turns_the_stand_red() {
    let naive = Methods {
        course: best_split_by_penalty,
        ..Methods::FINDING
    };
    let report = measure(&null_cells(), &plan(20, Questions::Course, naive), QUIET);
    assert!(!report.is_within_promise());
    assert!(n_claims_ever(&report) > 20, "{}", report.to_csv());
}

#[test]
fn intervals_that_take_check_ins_for_independent_turn_the_stand_red() {
    let naive = Methods {
        now: now_as_if_independent,
        ..Methods::FINDING
    };
    let report = measure(&null_cells(), &plan(40, Questions::Now, naive), QUIET);
    assert!(!report.is_within_promise(), "{}", report.to_csv());
}

#[test]
fn a_change_of_fifty_points_in_half_a_year_is_found() {
    let cell = Cell {
        days: 180,
        rho_per_day: 0.3,
        effect: Effect::StepAtMid(3.0),
        ..Cell::STANDARD
    };
    let report = measure(
        &[cell],
        &plan(12, Questions::Course, Methods::FINDING),
        QUIET,
    );
    let course = report.cells[0].course.as_ref().unwrap();
    let found = course.found.unwrap();
    assert!(found.n >= 4, "{}", report.to_csv());
    assert!(course.days_off_median.unwrap() <= 3.0);
    assert!(!course.is_null);
}

#[test]
fn the_same_lives_are_measured_alone_and_among_others() {
    let plan = plan(3, Questions::Both, Methods::FINDING);
    let together = measure(&null_cells(), &plan, QUIET);
    let alone = null_cells().map(|cell| measure(&[cell], &plan, QUIET).cells[0].clone());
    assert_eq!(together.cells, alone);
    assert_eq!(together, measure(&null_cells(), &plan, QUIET));
}

#[test]
fn options_are_put_into_every_cell_and_progress_is_told() {
    let options = CalibrateOptions {
        days: Some(42),
        missing: Some(0.2),
        dependence: Some(0.6),
        ..CalibrateOptions::records(1)
    };
    let most = std::sync::atomic::AtomicUsize::new(0);
    let report = calibrate(&options, &|done, of| {
        assert!(done <= of);
        most.fetch_max(done, std::sync::atomic::Ordering::Relaxed);
    })
    .unwrap();
    assert_eq!(
        most.into_inner(),
        report.cells.len() + report.all_questions.len()
    );
    assert_eq!(report.all_questions.len(), 3);
    let fits = |name: &str| name.starts_with("r0.6-g20-d42-");
    assert!(report.cells.iter().all(|cell| fits(&cell.name)));
    let mut names: Vec<&str> = report.cells.iter().map(|cell| cell.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), report.cells.len());
    let table = report.to_csv();
    let n_columns = |line: &str| line.split(',').count();
    let width = n_columns(table.lines().next().unwrap());
    assert!(table.lines().all(|line| n_columns(line) == width));
}

#[test]
fn options_outside_their_range_are_refused_by_name() {
    let options = CalibrateOptions {
        missing: Some(1.5),
        ..CalibrateOptions::records(1)
    };
    let error = calibrate(&options, QUIET).unwrap_err();
    assert!(matches!(
        error,
        StandError::OutOfRange {
            what: "missing",
            ..
        }
    ));
    assert!(calibrate(&CalibrateOptions::records(0), QUIET).is_err());
}

fn series_of(cell: &Cell) -> NumbnessSeries {
    let life = life(cell, 0, SEED).unwrap();
    let today = life.now.day(life.record.profile.day_start);
    let (outcome, _) = series::outcomes(&life.record).remove(0);
    NumbnessSeries::new(&life.record, &outcome, today).unwrap()
}

fn beside(numbness: &NumbnessSeries) -> Series {
    let five = Beside {
        n_candidates: 5,
        trigger: None,
        has_suspect: false,
        has_drift: true,
    };
    beside_numbness(numbness.clone(), &five, SEED)
}

#[test]
fn twins_of_a_record_with_a_change_get_few_claims_and_show_what_is_found() {
    let cell = Cell::STANDARD.with(Effect::StepAtMid(2.0));
    let series = series_of(&cell);
    let options = CalibrateOptions {
        change_points: Some(60.0),
        ..CalibrateOptions::records(8)
    };
    let report = calibrate_twin(&beside(&series), None, &options, QUIET).unwrap();
    assert_eq!((report.n_records, report.n_days), (8, 90));
    assert!(report.false_claims.n <= 2, "{report:?}");
    assert!(report.change_points > 59.0 && report.n_looks == 3);
    assert!((0.0..1.0).contains(&report.correlation_a_day));
    assert!(report.trigger.is_some() && report.trigger_found.is_some());
    assert!(report.by_question.iter().all(|of| of.claims_ever.of == 8));
    assert_eq!(
        report,
        calibrate_twin(&beside(&series), None, &options, QUIET).unwrap()
    );
}

#[test]
fn a_record_of_two_weeks_has_no_twin() {
    let cell = Cell {
        days: 14,
        gap_percent: 0,
        ..Cell::STANDARD
    };
    let options = CalibrateOptions::records(1);
    let error = calibrate_twin(&beside(&series_of(&cell)), None, &options, QUIET).unwrap_err();
    assert_eq!(error, StandError::TooFewDays { have: 14, need: 21 });
}

/// Mean and sum of squared distances from it.
fn moments(part: &[f64]) -> (f64, f64) {
    let mean = part.iter().sum::<f64>() / part.len() as f64;
    (mean, part.iter().map(|v| (v - mean).powi(2)).sum())
}

fn told(days: &[DayMean], split: usize) -> Vec<Change> {
    let day = days[split].day;
    vec![Change {
        day,
        earliest: day,
        latest: day,
        size: Interval {
            estimate: 1.0,
            low: 0.0,
            high: 2.0,
            ci_level: 0.95,
        },
        p_value: 0.01,
        could_be_drift: false,
    }]
}

/// Sabotage: t test of the days before against the days after, at the split where it is largest.
fn best_split_by_t(series: &NumbnessSeries, _seed: u64) -> Option<Vec<Change>> {
    let days = day_means(series);
    let values: Vec<f64> = days.iter().map(|day| day.mean).collect();
    let t = |split: usize| {
        let ((a, ssa), (b, ssb)) = (moments(&values[..split]), moments(&values[split..]));
        let (n, m) = (split as f64, (values.len() - split) as f64);
        (b - a).abs() / (ssa / (n - 1.0) / n + ssb / (m - 1.0) / m).sqrt()
    };
    let splits = 7..values.len().saturating_sub(7);
    let best = splits.max_by(|a, b| t(*a).total_cmp(&t(*b)))?;
    Some(if t(best) > 2.0 {
        told(&days, best)
    } else {
        Vec::new()
    })
}

/// Sabotage: a changepoint of independent normal days, penalty 2 log n.
fn best_split_by_penalty(series: &NumbnessSeries, _seed: u64) -> Option<Vec<Change>> {
    let days = day_means(series);
    let values: Vec<f64> = days.iter().map(|day| day.mean).collect();
    let whole = moments(&values).1;
    let n = values.len() as f64;
    let gain = |split: usize| {
        n * (whole / (moments(&values[..split]).1 + moments(&values[split..]).1)).ln()
    };
    let splits = 7..values.len().saturating_sub(7);
    let best = splits.max_by(|a, b| gain(*a).total_cmp(&gain(*b)))?;
    let is_claim = gain(best) > 2.0 * n.ln();
    Some(if is_claim {
        told(&days, best)
    } else {
        Vec::new()
    })
}

/// Sabotage: means of check-ins with errors as if none resembled its neighbor.
fn now_as_if_independent(series: &NumbnessSeries, today: LocalDay) -> Option<Now> {
    let between = |from: i32, to: i32| -> Vec<f64> {
        let is_in = |day: LocalDay| (from..=to).contains(&today.days_since(day));
        let inside = series.answered().filter(|(point, _)| is_in(point.day));
        inside.map(|(_, value)| value).collect()
    };
    let (week, before) = (between(0, 6), between(7, 34));
    let of = |part: &[f64]| {
        let (mean, squares) = moments(part);
        let n = part.len() as f64;
        (mean, (squares / (n - 1.0) / n).sqrt())
    };
    let interval = |mean: f64, error: f64| Interval {
        estimate: mean,
        low: mean - 1.96 * error,
        high: mean + 1.96 * error,
        ci_level: 0.95,
    };
    let ((a, error_a), (b, error_b)) = (of(&week), of(&before));
    Some(Now {
        until: today,
        week: interval(a, error_a),
        before: interval(b, error_b),
        difference: interval(a - b, error_a.hypot(error_b)),
    })
}
