//! Other people's numbers. Each folder of `fixtures/published` holds the script that made them.

use serde_json::Value;
use stats::changepoint::{Bootstrap, Detector};
use stats::special;
use stats::state_space::{
    Criterion, Dependence, Family, Filter, Functional, Grid, GridPoint, Layout, Smoother,
    functionals_at, maximize,
};
use std::path::PathBuf;

const LOG_TWO_PI: f64 = 1.837_877_066_409_345_6;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/published")
        .join(name)
}

pub fn expected(name: &str) -> Value {
    let text = std::fs::read_to_string(folder(name).join("expected.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Columns of a table; an empty cell is NaN.
pub fn table(name: &str) -> Vec<Vec<f64>> {
    table_in(name, "data.csv")
}

pub fn table_in(name: &str, file: &str) -> Vec<Vec<f64>> {
    let text = std::fs::read_to_string(folder(name).join(file)).unwrap();
    let rows: Vec<Vec<f64>> = text
        .lines()
        .skip(1)
        .map(|line| {
            line.split(',')
                .map(|cell| cell.parse().unwrap_or(f64::NAN))
                .collect()
        })
        .collect();
    (0..rows[0].len())
        .map(|k| rows.iter().map(|row| row[k]).collect())
        .collect()
}

pub fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_f64().unwrap())
        .collect()
}

pub fn number(value: &Value, key: &str) -> f64 {
    value[key].as_f64().unwrap()
}

pub fn close(found: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!(
        (found - wanted).abs() <= tolerance * (1.0 + wanted.abs()),
        "{what}: {found} against {wanted}"
    );
}

fn nile(expected: &Value, is_missing: impl Fn(f64) -> bool) {
    let data = table("nile_local_level");
    let seen: Vec<usize> = (0..data[0].len())
        .filter(|i| !is_missing(data[0][*i]))
        .collect();
    let times: Vec<f64> = seen.iter().map(|i| data[0][*i]).collect();
    let values: Vec<f64> = seen.iter().map(|i| data[1][*i]).collect();
    let layout = Layout::of_times(&times).unwrap();
    let theta = Dependence::new(0.0, 0.0, 1.0, 1469.1 / 15099.0).unwrap();
    let smoother = Smoother::new(&layout, theta, &data[0]).unwrap();
    // The exact diffuse start counts log 2 pi for the first observation too; the restricted
    // likelihood does not: that is the whole difference.
    let found = smoother
        .filter()
        .restricted_log_likelihood_at(&values, 15099.0)
        .unwrap();
    close(
        found - 0.5 * LOG_TWO_PI,
        number(expected, "log_likelihood_fixed"),
        1e-8,
        "likelihood",
    );
    let means = smoother.mean(&values).unwrap();
    for (i, wanted) in numbers(&expected["smoothed"]).iter().enumerate() {
        close(means[i], *wanted, 1e-8, "smoothed level");
    }
    for (i, wanted) in numbers(&expected["smoothed_variance"]).iter().enumerate() {
        let variance = smoother.variance_at_unit_scale()[i] * 15099.0;
        close(variance, *wanted, 1e-8, "variance of the level");
    }
    let best = maximize(&layout, &values, Family::LocalLevel, Criterion::Restricted).unwrap();
    close(
        best.fit.restricted_log_likelihood - 0.5 * LOG_TWO_PI,
        number(expected, "log_likelihood_best"),
        1e-5,
        "best likelihood",
    );
    let ratio = best.theta.drift_var() / best.theta.noise_var();
    close(
        ratio.ln(),
        number(expected, "log_ratio_best"),
        1e-3,
        "best ratio",
    );
}

#[test]
fn nile_level_matches_statsmodels() {
    nile(&expected("nile_local_level")["whole"], |_| false);
}

#[test]
fn nile_level_with_forty_years_missing_matches_statsmodels() {
    nile(&expected("nile_local_level")["gaps"], |year| {
        (1891.0..=1910.0).contains(&year) || (1931.0..=1950.0).contains(&year)
    });
}

#[test]
fn dependent_noise_with_columns_and_gaps_matches_statsmodels() {
    let data = table("ar1_noise_gaps");
    let wanted = expected("ar1_noise_gaps");
    let seen: Vec<usize> = (0..data[0].len())
        .filter(|i| data[3][*i].is_finite())
        .collect();
    let pick = |k: usize| -> Vec<f64> { seen.iter().map(|i| data[k][*i]).collect() };
    let layout = Layout::new(&pick(0), &[pick(1), pick(2)]).unwrap();
    let values = pick(3);
    let phi = number(&wanted, "phi");
    let ar_var = number(&wanted, "innovation_variance") / (1.0 - phi * phi);
    let theta = Dependence::new(phi, ar_var, number(&wanted, "noise_variance"), 0.0).unwrap();
    let smoother = Smoother::new(&layout, theta, &data[0]).unwrap();
    let fit = smoother.filter().fit(&values).unwrap();
    for (found, wanted) in fit.beta.iter().zip(numbers(&wanted["beta"])) {
        close(*found, wanted, 1e-8, "coefficient");
    }
    let likelihood = smoother.filter().log_likelihood_at(&values, 1.0).unwrap();
    close(
        likelihood,
        number(&wanted, "log_likelihood"),
        1e-8,
        "likelihood",
    );
    let means = smoother.mean(&values).unwrap();
    for (mean, wanted) in means.iter().zip(numbers(&wanted["smoothed_ar"])) {
        close(mean - fit.beta[0], wanted, 1e-8, "dependent part");
    }
    let best = maximize(&layout, &values, Family::ArNoise, Criterion::Likelihood).unwrap();
    close(
        best.fit.log_likelihood,
        number(&wanted, "best_log_likelihood"),
        1e-5,
        "best",
    );
    close(
        best.theta.rho(),
        number(&wanted, "best_phi"),
        1e-3,
        "best correlation",
    );
}

#[test]
fn irregular_times_match_the_dense_normal_density() {
    let data = table("irregular_times");
    let wanted = expected("irregular_times");
    let get = |key: &str| number(&wanted, key);
    let layout = Layout::new(&data[0], &data[1..2]).unwrap();
    let theta = Dependence::new(
        get("rho"),
        get("ar_var"),
        get("noise_var"),
        get("drift_var"),
    )
    .unwrap();
    let filter = Filter::new(&layout, theta).unwrap();
    let (values, scale) = (&data[2], get("scale"));
    let likelihood = filter.log_likelihood_at(values, scale).unwrap();
    close(likelihood, get("log_likelihood"), 1e-8, "likelihood");
    let restricted = filter.restricted_log_likelihood_at(values, scale).unwrap();
    close(
        restricted + get("half_log_det_xx"),
        get("contrast_log_likelihood"),
        1e-8,
        "density of the contrasts",
    );
    let covariance = filter.beta_covariance();
    for (k, row) in wanted["beta_covariance"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        for (l, wanted) in numbers(row).iter().enumerate() {
            close(covariance[k][l], *wanted, 1e-8, "covariance");
        }
    }
    let last = data[0][data[0].len() - 1];
    let now: Vec<f64> = (0..7).map(|k| last - f64::from(k)).collect();
    let before: Vec<f64> = (7..35).map(|k| last - f64::from(k)).collect();
    let week = Functional::mean_difference(&now, &before);
    let joint = functionals_at(&layout, &filter, &[week], values).unwrap();
    close(
        joint.values[0],
        get("last_week_minus_before"),
        1e-8,
        "last week",
    );
    close(
        joint.covariance[0][0],
        get("mean_squared_error_at_scale_1"),
        1e-8,
        "its error",
    );
}

#[test]
fn nile_change_of_1899_matches_ruptures() {
    let data = table("nile_change");
    let wanted = expected("nile_change");
    let layout = Layout::of_times(&data[0]).unwrap();
    let white = GridPoint {
        theta: Dependence::of_shares(0.0, 1.0, 0.0).unwrap(),
        prior: 1.0,
    };
    let alone = Grid::new(vec![white]).unwrap();
    let rule = Bootstrap::standard(1);
    let change = Detector::new(&layout, &alone, 5)
        .unwrap()
        .test(&data[1], &rule)
        .unwrap();
    close(
        change.first_after_idx as f64,
        number(&wanted, "dynp_first_after"),
        0.0,
        "first year after the change",
    );
    close(change.step.value, number(&wanted, "step"), 1e-8, "step");
    let (df, drop) = (
        98.0_f64,
        number(&wanted, "rss_without") / number(&wanted, "rss_with"),
    );
    close(
        change.step.sd,
        number(&wanted, "step_se") * (df / (df - 2.0)).sqrt(),
        1e-8,
        "its sd",
    );
    close(
        change.statistic,
        0.5 * 99.0 * drop.ln(),
        1e-8,
        "gain in log-likelihood",
    );
    // With dependence allowed for, the change stays: it is real.
    let grid = Grid::without_drift().unwrap();
    let change = Detector::new(&layout, &grid, 5)
        .unwrap()
        .test(&data[1], &rule)
        .unwrap();
    assert_eq!(data[0][change.first_after_idx], 1899.0);
    assert!(change.p_value <= 0.05, "p = {}", change.p_value);
    assert!(change.possible_idx.contains(&28));
}

#[test]
fn distributions_match_scipy() {
    let wanted = expected("distributions");
    let (p, df, x) = (
        numbers(&wanted["probabilities"]),
        numbers(&wanted["dfs"]),
        numbers(&wanted["values"]),
    );
    for (p, wanted) in p.iter().zip(numbers(&wanted["normal_quantile"])) {
        close(
            special::normal_quantile(*p).unwrap(),
            wanted,
            1e-13,
            "normal quantile",
        );
    }
    let far = numbers(&wanted["far_probabilities"]);
    for (p, wanted) in far.iter().zip(numbers(&wanted["far_normal_quantile"])) {
        close(
            special::normal_quantile(*p).unwrap(),
            wanted,
            1e-13,
            "far normal quantile",
        );
    }
    for (x, wanted) in x.iter().zip(numbers(&wanted["normal_cdf"])) {
        close(
            special::normal_cdf(*x).unwrap(),
            wanted,
            1e-11,
            "normal share",
        );
    }
    for (k, df) in df.iter().enumerate() {
        for (p, wanted) in p.iter().zip(numbers(&wanted["t_quantile"][k])) {
            close(
                special::t_quantile(*p, *df).unwrap(),
                wanted,
                1e-7,
                "t quantile",
            );
        }
        for (x, wanted) in x.iter().zip(numbers(&wanted["t_cdf"][k])) {
            close(special::t_cdf(*x, *df).unwrap(), wanted, 1e-10, "t share");
        }
        for (p, wanted) in p.iter().zip(numbers(&wanted["chi_squared_quantile"][k])) {
            close(
                special::chi_squared_quantile(*p, *df).unwrap(),
                wanted,
                1e-7,
                "chi-squared",
            );
        }
    }
}
