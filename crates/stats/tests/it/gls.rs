//! Generalized least squares and likelihoods: the numbers of statsmodels, nlme and lme4.

use crate::published::{close, expected, number, numbers, table};
use serde_json::Value;
use stats::state_space::{Criterion, Dependence, Family, Filter, Fit, Layout, Smoother, maximize};

/// Coefficients, their covariance, scale and restricted likelihood of one fit of nlme.
fn same_fit(layout: &Layout, theta: Dependence, fit: &Fit, wanted: &Value, tolerance: f64) {
    for (found, wanted) in fit.beta.iter().zip(numbers(&wanted["beta"])) {
        close(*found, wanted, tolerance, "coefficient");
    }
    let all = theta.ar_var() + theta.noise_var();
    close(
        fit.scale * all,
        number(wanted, "scale"),
        tolerance,
        "variance",
    );
    let covariance = Filter::new(layout, theta).unwrap().beta_covariance();
    let rows = wanted["beta_covariance"].as_array().unwrap();
    for (row, wanted) in covariance.iter().zip(rows) {
        for (found, wanted) in row.iter().zip(numbers(wanted)) {
            close(found * fit.scale, wanted, tolerance, "covariance");
        }
    }
}

fn likelihood(fit: &Fit, wanted: &Value) {
    close(
        fit.restricted_log_likelihood,
        number(wanted, "restricted_log_likelihood"),
        1e-8,
        "restricted likelihood",
    );
}

#[test]
fn restricted_fits_at_irregular_times_match_nlme() {
    let data = table("car1_reml");
    let wanted = expected("car1_reml");
    let layout = Layout::new(&data[0], &data[1..2]).unwrap();
    let nugget = numbers(&wanted["nugget_fixed"]["correlation"]);
    let cases = [
        ("car1_fixed", &data[2], 0.55, 0.0),
        (
            "nugget_fixed",
            &data[3],
            (-1.0 / nugget[0]).exp(),
            nugget[1],
        ),
    ];
    for (name, values, rho, noise) in cases {
        let theta = Dependence::of_shares(rho, noise, 0.0).unwrap();
        let fit = Filter::new(&layout, theta).unwrap().fit(values).unwrap();
        // nlme prints fifteen digits.
        same_fit(&layout, theta, &fit, &wanted[name], 1e-8);
        likelihood(&fit, &wanted[name]);
    }
}

#[test]
fn the_most_likely_restricted_fits_match_nlme() {
    let data = table("car1_reml");
    let wanted = expected("car1_reml");
    let layout = Layout::new(&data[0], &data[1..2]).unwrap();
    let car1 = &wanted["car1_best"];
    let best = maximize(&layout, &data[2], Family::Ar, Criterion::Restricted).unwrap();
    // Both stop within 1e-9 of the top, where parameters are off by up to its root.
    likelihood(&best.fit, car1);
    close(
        best.theta.rho(),
        number(car1, "correlation"),
        1e-4,
        "correlation",
    );
    same_fit(&layout, best.theta, &best.fit, car1, 1e-4);
    let nugget = &wanted["nugget_best"];
    let best = maximize(&layout, &data[3], Family::ArNoise, Criterion::Restricted).unwrap();
    likelihood(&best.fit, nugget);
    let found = numbers(&nugget["correlation"]);
    close(
        best.theta.rho(),
        (-1.0 / found[0]).exp(),
        1e-4,
        "correlation",
    );
    close(best.theta.noise_var(), found[1], 1e-4, "share of noise");
    same_fit(&layout, best.theta, &best.fit, nugget, 1e-4);
}

#[test]
fn dependence_with_columns_and_gaps_matches_statsmodels() {
    let data = table("ar1_gaps");
    let wanted = expected("ar1_gaps");
    let seen: Vec<usize> = (0..data[0].len())
        .filter(|i| data[3][*i].is_finite())
        .collect();
    let pick = |k: usize| -> Vec<f64> { seen.iter().map(|i| data[k][*i]).collect() };
    let layout = Layout::new(&pick(0), &[pick(1), pick(2)]).unwrap();
    let best = maximize(&layout, &pick(3), Family::Ar, Criterion::Likelihood).unwrap();
    close(
        best.fit.log_likelihood,
        number(&wanted, "best_log_likelihood"),
        1e-7,
        "best likelihood",
    );
    let params = numbers(&wanted["best_params"]);
    for (found, wanted) in best.fit.beta.iter().zip(&params) {
        close(*found, *wanted, 1e-4, "coefficient");
    }
    let (rho, n) = (best.theta.rho(), pick(3).len() as f64);
    close(rho, params[3], 1e-4, "correlation");
    let variance = best.fit.rss / n * best.theta.ar_var() * (1.0 - rho * rho);
    close(variance, params[4], 1e-4, "innovation variance");
    // At fixed parameters there is nothing to search for: exact arithmetic.
    let fixed = numbers(&wanted["fixed_params"]);
    let rest: Vec<f64> = (pick(3).iter())
        .zip(pick(1).iter().zip(pick(2)))
        .map(|(y, (x1, x2))| y - fixed[0] - fixed[1] * x1 - fixed[2] * x2)
        .collect();
    let theta = Dependence::new(fixed[3], 1.0, 0.0, 0.0).unwrap();
    let filter = Filter::new(&layout, theta).unwrap();
    let errors = filter.whiten(&rest).unwrap();
    let scale = fixed[4] / (1.0 - fixed[3] * fixed[3]);
    let squares: f64 = errors.iter().map(|e| e * e).sum();
    let found = -0.5
        * (n * (std::f64::consts::TAU * scale).ln()
            + filter.log_det_covariance()
            + squares / scale);
    close(
        found,
        number(&wanted, "fixed_log_likelihood"),
        1e-8,
        "likelihood at fixed parameters",
    );
}

#[test]
fn an_intercept_of_each_day_matches_lme4_and_nlme() {
    let data = table("day_intercepts");
    let wanted = expected("day_intercepts");
    let get = |key: &str| number(&wanted, key);
    // Answers of one day have one time; days do not correlate.
    let theta = Dependence::new(0.0, get("day_variance"), get("noise_variance"), 0.0).unwrap();
    let layout = Layout::new(&data[0], &data[1..2]).unwrap();
    let days = numbers(&wanted["days"]);
    let smoother = Smoother::new(&layout, theta, &days).unwrap();
    let filter = smoother.filter();
    let fit = filter.fit(&data[2]).unwrap();
    for (found, wanted) in fit.beta.iter().zip(numbers(&wanted["beta"])) {
        close(*found, wanted, 1e-8, "coefficient");
    }
    // At its optimum the scale is 1, up to how well lme4 searched.
    close(fit.scale, 1.0, 1e-6, "scale");
    let rows = wanted["beta_covariance"].as_array().unwrap();
    for (row, wanted) in filter.beta_covariance().iter().zip(rows) {
        for (found, wanted) in row.iter().zip(numbers(wanted)) {
            close(*found, wanted, 1e-6, "covariance");
        }
    }
    let found = filter.restricted_log_likelihood_at(&data[2], 1.0).unwrap();
    for key in [
        "restricted_log_likelihood",
        "nlme_restricted_log_likelihood",
    ] {
        close(found, get(key), 1e-8, key);
    }
    let means = smoother.mean(&data[2]).unwrap();
    for (mean, wanted) in means.iter().zip(numbers(&wanted["day_intercepts"])) {
        close(mean - fit.beta[0], wanted, 1e-7, "a day's own intercept");
    }
}
