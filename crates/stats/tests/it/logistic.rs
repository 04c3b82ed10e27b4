//! Yes or no: exact arithmetic where it exists, and chance distributions.

use stats::StatsError;
use stats::logistic::{Dependent, block_permutation, firth};
use stats::random::{draw_stream, standard_normal, uniform};

use crate::published::{close, expected, number, numbers, table};

#[test]
fn an_intercept_alone_has_half_a_yes_and_half_a_no_added() {
    // With Jeffreys' prior the estimate is log((y + 1/2) / (n - y + 1/2)): Firth 1993, section 3.
    let outcomes: Vec<bool> = (0..20).map(|k| k < 7).collect();
    let fit = firth(&outcomes, &[]).unwrap();
    close(
        fit.coefficients[0],
        (7.5_f64 / 13.5).ln(),
        1e-9,
        "intercept",
    );
}

#[test]
fn a_table_of_two_by_two_has_half_added_to_each_cell() {
    // A saturated model: the penalty adds 1/2 to every cell. 10 of 12 against 0 of 9.
    let mut outcomes = vec![true; 10];
    outcomes.extend([false; 2]);
    outcomes.extend([false; 9]);
    let group: Vec<f64> = (0..21).map(|k| f64::from(u8::from(k < 12))).collect();
    let fit = firth(&outcomes, &[group]).unwrap();
    close(fit.coefficients[0], (0.5_f64 / 9.5).ln(), 1e-8, "without");
    let ratio = (10.5_f64 / 2.5).ln() - (0.5_f64 / 9.5).ln();
    close(fit.coefficients[1], ratio, 1e-8, "log odds ratio");
}

#[test]
fn a_regression_matches_an_optimizer_of_the_penalized_likelihood() {
    let (data, expected) = (table("firth_columns"), expected("firth_columns"));
    let outcomes: Vec<bool> = data[2].iter().map(|value| *value > 0.5).collect();
    let fit = firth(&outcomes, &data[..2]).unwrap();
    for (found, wanted) in fit
        .coefficients
        .iter()
        .zip(numbers(&expected["coefficients"]))
    {
        // A likelihood optimum, found by two methods.
        close(*found, wanted, 1e-5, "coefficient");
    }
    let top = number(&expected, "penalized_log_likelihood");
    close(
        fit.penalized_log_likelihood,
        top,
        1e-9,
        "penalized likelihood",
    );
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    assert_eq!(firth(&[true; 9], &[]), Err(StatsError::NoSpread));
    let outcomes = [true, false, true, false, true, false];
    let ones = vec![1.0; 6];
    assert_eq!(
        firth(&outcomes, &[ones]),
        Err(StatsError::NotEstimable { idx: 0 })
    );
    assert!(matches!(
        firth(&outcomes[..1], &[]),
        Err(StatsError::TooFew { .. })
    ));
    let few: Vec<Option<bool>> = outcomes.iter().map(|yes| Some(*yes)).collect();
    let plan = (7, 9, 1);
    let wanted = StatsError::TooFew { have: 0, need: 4 };
    assert_eq!(block_permutation(&few, &[], &[], plan), Err(wanted));
}

/// Days that resemble the day before, and columns that do as well.
fn days(seed: u64, effect: f64) -> (Vec<Option<bool>>, Vec<Vec<f64>>) {
    let mut rng = draw_stream(seed, 0);
    let mut line = |rho: f64| -> Vec<f64> {
        let mut state = 0.0;
        (0..120)
            .map(|_| {
                state = rho * state + (1.0 - rho * rho).sqrt() * standard_normal(&mut rng);
                state
            })
            .collect()
    };
    let columns: Vec<Vec<f64>> = (0..6).map(|_| line(0.6)).collect();
    let own = line(0.5);
    let mut rng = draw_stream(seed, 1);
    let outcomes = (0..120)
        .map(|day| {
            let yes = own[day] + effect * columns[2][day] > 0.4;
            (uniform(&mut rng) > 0.25).then_some(yes)
        })
        .collect();
    (outcomes, columns)
}

#[test]
fn permuted_weeks_find_what_is_there_and_say_it_again() {
    let (outcomes, columns) = days(3, 1.2);
    let found = block_permutation(&outcomes, &[], &columns, (7, 999, 5)).unwrap();
    assert!(
        found.p_adjusted[2] <= 0.01 && found.scores[2] > 0.0,
        "{found:?}"
    );
    let again = block_permutation(&outcomes, &[], &columns, (7, 999, 5)).unwrap();
    assert_eq!(found, again);
}

#[test]
fn permuted_weeks_reject_still_people_as_often_as_allowed() {
    // Nominal 10% of 200; both sides resemble the day before. 40 would be nearly five standard
    // errors too many.
    let rejected = (0..200).filter(|seed| {
        let (outcomes, columns) = days(100 + seed, 0.0);
        let found = block_permutation(&outcomes, &[], &columns, (14, 199, *seed)).unwrap();
        found.p_adjusted.iter().any(|p| *p <= 0.1)
    });
    let n = rejected.count();
    println!("{n} of 200 at 10%");
    assert!(n < 40, "{n}");
}

#[test]
fn permuted_weeks_have_the_textbook_score_where_nothing_is_held() {
    let (outcomes, columns) = days(5, 0.4);
    let found = block_permutation(&outcomes, &[], &columns, (7, 9, 5)).unwrap();
    let kept: Vec<usize> = (0..120).filter(|day| outcomes[*day].is_some()).collect();
    let n = kept.len() as f64;
    let n_yes = outcomes.iter().flatten().filter(|yes| **yes).count() as f64;
    // Firth's own probability of an intercept alone.
    let share = (n_yes + 0.5) / (n + 1.0);
    for (column, score) in columns.iter().zip(&found.scores) {
        let mean = kept.iter().map(|day| column[*day]).sum::<f64>() / n;
        let each = kept.iter().map(|day| {
            let yes = f64::from(u8::from(outcomes[*day].unwrap()));
            (
                (column[*day] - mean) * (yes - share),
                (column[*day] - mean).powi(2),
            )
        });
        let (along, squares) = each.fold((0.0, 0.0), |(a, s), (b, t)| (a + b, s + t));
        let textbook = along / (squares * share * (1.0 - share)).sqrt();
        close(*score, textbook, 1e-9, "score");
    }
}

/// Days with an outcome: times, outcomes, columns.
fn kept(seed: u64, effect: f64) -> (Vec<f64>, Vec<bool>, Vec<Vec<f64>>) {
    let (outcomes, columns) = days(seed, effect);
    let places: Vec<usize> = (0..120).filter(|day| outcomes[*day].is_some()).collect();
    let pick = |column: &Vec<f64>| places.iter().map(|day| column[*day]).collect();
    (
        places.iter().map(|day| *day as f64).collect(),
        outcomes.iter().flatten().copied().collect(),
        columns.iter().map(pick).collect(),
    )
}

#[test]
fn days_that_resemble_each_other_widen_an_odds_ratio_and_leave_it_where_it_is() {
    let (mut wider, mut size) = (0, 0.0);
    for seed in 0..40 {
        let (times, yes, columns) = kept(seed, 0.5);
        let model = Dependent::new(&times, &yes, &[]).unwrap();
        let odds = model.log_odds(&columns[2]).unwrap();
        let alone = firth(&yes, &columns[2..3]).unwrap();
        close(odds.value, alone.coefficients[1], 1e-6, "log odds");
        let ratio = odds.sd / alone.covariance[1][1].sqrt();
        assert!((0.8..3.0).contains(&ratio), "{ratio}");
        wider += usize::from(ratio > 1.0);
        size += ratio / 40.0;
    }
    // Both resemble the day before by about a half: about 1.2 times as wide.
    assert!(wider >= 30 && (1.05..1.5).contains(&size), "{wider} {size}");
}

#[test]
fn scores_on_days_that_resemble_each_other_reject_still_people_as_often_as_allowed() {
    // Six columns of 100 people at 10% each: 60 expected; those of one person are independent.
    let (mut n, mut naive) = (0, 0);
    for seed in 0..100 {
        let (times, yes, columns) = kept(100 + seed, 0.0);
        let model = Dependent::new(&times, &yes, &[]).unwrap();
        let scores = model.scores(&columns, 0.95).unwrap();
        n += scores.iter().flatten().filter(|s| s.p_zero <= 0.1).count();
        let size = |column: &Vec<f64>| {
            let fit = firth(&yes, std::slice::from_ref(column)).unwrap();
            (fit.coefficients[1] / fit.covariance[1][1].sqrt()).abs()
        };
        naive += columns.iter().filter(|c| size(c) >= 1.645).count();
    }
    println!("{n} of 600 at 10%; {naive} as if days were independent");
    // Standard error about 7.5.
    assert!((36..=84).contains(&n), "{n}");
    assert!(naive > n, "{naive} against {n}");
}

#[test]
fn what_cannot_be_weighed_on_days_is_refused() {
    let (times, yes, columns) = kept(1, 0.0);
    assert!(Dependent::new(&times[1..], &yes, &[]).is_err());
    let all_yes = vec![true; yes.len()];
    assert_eq!(
        Dependent::new(&times, &all_yes, &[]).unwrap_err(),
        StatsError::NoSpread
    );
    // A held column that says what an earlier one says is set aside.
    let twice = [columns[0].clone(), columns[0].clone()];
    let model = Dependent::new(&times, &yes, &twice).unwrap();
    assert_eq!(model.scores(&columns[..1], 0.95).unwrap(), [None]);
    assert!(model.log_odds(&columns[0]).is_err());
    assert!(model.log_odds(&[f64::NAN]).is_err());
}
