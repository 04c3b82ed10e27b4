//! The filter against plain dense matrices: the same numbers to 1e-8.

use nalgebra::{DMatrix, DVector};
use rand_chacha::ChaCha8Rng;
use stats::random::{draw_stream, standard_normal, uniform};
use stats::state_space::{Dependence, Filter, Functional, Layout, Smoother, functionals_at};

const LOG_TWO_PI: f64 = 1.837_877_066_409_345_6;

struct Case {
    times: Vec<f64>,
    columns: Vec<Vec<f64>>,
    values: Vec<f64>,
    theta: Dependence,
}

fn random_case(rng: &mut ChaCha8Rng, n: usize, p: usize) -> Case {
    let mut time = 10.0 * uniform(rng);
    let mut times = Vec::new();
    for _ in 0..n {
        // One in five shares its time with the one before.
        if uniform(rng) > 0.2 {
            time += 3.0 * uniform(rng);
        }
        times.push(time);
    }
    let columns = (0..p)
        .map(|_| (0..n).map(|_| standard_normal(rng)).collect())
        .collect();
    let values = (0..n).map(|_| 50.0 + 3.0 * standard_normal(rng)).collect();
    let theta = Dependence::new(
        0.98 * uniform(rng),
        uniform(rng) + 0.1,
        uniform(rng) * 0.5 + 0.05,
        if uniform(rng) < 0.3 {
            0.0
        } else {
            0.2 * uniform(rng)
        },
    )
    .unwrap();
    Case {
        times,
        columns,
        values,
        theta,
    }
}

/// Covariance of the signal at two times, the drift measured from `origin`.
fn signal_covariance(theta: &Dependence, a: f64, b: f64, origin: f64) -> f64 {
    theta.drift_var() * (a.min(b) - origin) + theta.ar_var() * theta.rho().powf((a - b).abs())
}

struct Dense {
    x: DMatrix<f64>,
    v: DMatrix<f64>,
    vi: DMatrix<f64>,
    cov: DMatrix<f64>,
    beta: DVector<f64>,
    rest: DVector<f64>,
    rss: f64,
    origin: f64,
}

fn dense(case: &Case, origin: f64) -> Dense {
    let n = case.times.len();
    let x = DMatrix::from_fn(n, case.columns.len() + 1, |i, k| {
        if k == 0 { 1.0 } else { case.columns[k - 1][i] }
    });
    let v = DMatrix::from_fn(n, n, |i, j| {
        let noise = if i == j { case.theta.noise_var() } else { 0.0 };
        signal_covariance(&case.theta, case.times[i], case.times[j], origin) + noise
    });
    let vi = v.clone().try_inverse().unwrap();
    let cov = (x.transpose() * &vi * &x).try_inverse().unwrap();
    let y = DVector::from_vec(case.values.clone());
    let beta = &cov * x.transpose() * &vi * &y;
    let rest = &y - &x * &beta;
    let rss = (rest.transpose() * &vi * &rest)[(0, 0)];
    Dense {
        x,
        v,
        vi,
        cov,
        beta,
        rest,
        rss,
        origin,
    }
}

fn close(a: f64, b: f64, tolerance: f64, what: &str) {
    assert!(
        (a - b).abs() <= tolerance * (1.0 + b.abs()),
        "{what}: {a} against {b}"
    );
}

fn log_det(matrix: &DMatrix<f64>) -> f64 {
    matrix
        .clone()
        .cholesky()
        .unwrap()
        .l()
        .diagonal()
        .iter()
        .map(|d| 2.0 * d.ln())
        .sum()
}

#[test]
fn likelihoods_and_coefficients_equal_dense_least_squares() {
    let mut rng = draw_stream(1, 0);
    for round in 0..60 {
        let case = random_case(&mut rng, 6 + round % 30, round % 4);
        let (n, p) = (case.times.len() as f64, case.columns.len() as f64 + 1.0);
        let layout = Layout::new(&case.times, &case.columns).unwrap();
        let filter = Filter::new(&layout, case.theta).unwrap();
        let fit = filter.fit(&case.values).unwrap();
        let truth = dense(&case, case.times[0]);
        close(fit.rss, truth.rss, 1e-8, "rss");
        let (ldv, ldi) = (log_det(&truth.v), -log_det(&truth.cov));
        let ml = -0.5 * (n * (LOG_TWO_PI + 1.0 + (truth.rss / n).ln()) + ldv);
        let df = n - p;
        let reml = -0.5 * (df * (LOG_TWO_PI + 1.0 + (truth.rss / df).ln()) + ldv + ldi);
        close(fit.log_likelihood, ml, 1e-8, "likelihood");
        close(
            fit.restricted_log_likelihood,
            reml,
            1e-8,
            "restricted likelihood",
        );
        let scale = 1.7_f64;
        let at = -0.5 * (df * (LOG_TWO_PI + scale.ln()) + ldv + ldi + truth.rss / scale);
        close(
            filter
                .restricted_log_likelihood_at(&case.values, scale)
                .unwrap(),
            at,
            1e-8,
            "restricted likelihood at a scale",
        );
        let covariance = filter.beta_covariance();
        for (k, row) in covariance.iter().enumerate() {
            close(fit.beta[k], truth.beta[k], 1e-8, "coefficient");
            for (l, found) in row.iter().enumerate() {
                close(
                    *found,
                    truth.cov[(k, l)],
                    1e-8,
                    "covariance of coefficients",
                );
            }
        }
    }
}

/// Best linear prediction of weighted sums of the signal by dense matrices.
fn dense_functional(
    case: &Case,
    truth: &Dense,
    left: &Functional,
    right: &Functional,
) -> (f64, f64) {
    let weights = |f: &Functional| {
        let mut direct = DVector::zeros(truth.x.ncols());
        direct[0] = f.points.iter().map(|point| point.1).sum();
        for (k, w) in f.coefficients.iter().enumerate() {
            direct[k + 1] = *w;
        }
        let cross = DVector::from_fn(case.times.len(), |i, _| {
            f.points
                .iter()
                .map(|(t, w)| w * signal_covariance(&case.theta, *t, case.times[i], truth.origin))
                .sum()
        });
        (direct, cross)
    };
    let (dl, cl) = weights(left);
    let (dr, cr) = weights(right);
    let value = (dl.transpose() * &truth.beta + cl.transpose() * &truth.vi * &truth.rest)[(0, 0)];
    let mut prior = 0.0;
    for (t, w) in &left.points {
        for (s, u) in &right.points {
            prior += w * u * signal_covariance(&case.theta, *t, *s, truth.origin);
        }
    }
    let open = |d: DVector<f64>, c: &DVector<f64>| d - truth.x.transpose() * &truth.vi * c;
    let (ol, or) = (open(dl, &cl), open(dr, &cr));
    let error = prior - (cl.transpose() * &truth.vi * &cr)[(0, 0)]
        + (ol.transpose() * &truth.cov * or)[(0, 0)];
    (value, error)
}

#[test]
fn functionals_and_smoothed_signal_equal_dense_prediction() {
    let mut rng = draw_stream(2, 0);
    for round in 0..40 {
        let case = random_case(&mut rng, 8 + round % 20, round % 3);
        let (first, last) = (case.times[0], *case.times.last().unwrap());
        let mut any = |k: usize| Functional {
            points: (0..k)
                .map(|_| {
                    let reach = last - first + 8.0;
                    (
                        first - 4.0 + reach * uniform(&mut rng),
                        standard_normal(&mut rng),
                    )
                })
                .collect(),
            coefficients: case
                .columns
                .iter()
                .map(|_| standard_normal(&mut rng))
                .collect(),
        };
        let list = [any(5), any(1), any(9)];
        let layout = Layout::new(&case.times, &case.columns).unwrap();
        let filter = Filter::new(&layout, case.theta).unwrap();
        let joint = functionals_at(&layout, &filter, &list, &case.values).unwrap();
        // The drift may be measured from any time: the intercept takes up the difference.
        let truth = dense(&case, first - 5.0);
        for (k, left) in list.iter().enumerate() {
            for (l, right) in list.iter().enumerate() {
                let (value, error) = dense_functional(&case, &truth, left, right);
                close(joint.values[k], value, 1e-8, "functional");
                close(joint.covariance[k][l], error, 1e-7, "mean squared error");
            }
        }
        let points: Vec<f64> = (0..7)
            .map(|k| first - 2.0 + f64::from(k) * (last - first + 4.0) / 6.0)
            .collect();
        let smoother = Smoother::new(&layout, case.theta, &points).unwrap();
        let means = smoother.mean(&case.values).unwrap();
        for (k, point) in points.iter().enumerate() {
            let at = Functional {
                points: vec![(*point, 1.0)],
                coefficients: vec![],
            };
            let (value, error) = dense_functional(&case, &truth, &at, &at);
            close(means[k], value, 1e-8, "signal");
            close(
                smoother.variance_at_unit_scale()[k],
                error,
                1e-7,
                "variance of the signal",
            );
        }
    }
}

#[test]
fn drawn_paths_have_the_mean_and_variance_of_the_smoother() {
    let mut rng = draw_stream(3, 0);
    let case = random_case(&mut rng, 20, 2);
    let layout = Layout::new(&case.times, &case.columns).unwrap();
    let points = [
        case.times[0] - 1.0,
        case.times[7] + 0.3,
        case.times[19] + 4.0,
    ];
    let smoother = Smoother::new(&layout, case.theta, &points).unwrap();
    let means = smoother.mean(&case.values).unwrap();
    let scale = 2.3;
    let n = 40_000;
    let mut sums = [[0.0; 2]; 3];
    for _ in 0..n {
        let path = smoother.draw_path(&case.values, scale, &mut rng);
        for (sum, (part, mean)) in sums.iter_mut().zip(path.iter().zip(&means)) {
            sum[0] += part - mean;
            sum[1] += (part - mean) * (part - mean);
        }
    }
    for (sum, unit) in sums.iter().zip(smoother.variance_at_unit_scale()) {
        let variance = unit * scale;
        let n = f64::from(n);
        // Four standard errors of a mean and of a variance.
        assert!((sum[0] / n).abs() < 4.0 * (variance / n).sqrt());
        assert!((sum[1] / n / variance - 1.0).abs() < 4.0 * (2.0 / n).sqrt());
    }
}

#[test]
fn simulated_values_whiten_to_independent_standard_normals() {
    let mut rng = draw_stream(4, 0);
    let case = random_case(&mut rng, 12, 0);
    let layout = Layout::of_times(&case.times).unwrap();
    let filter = Filter::new(&layout, case.theta).unwrap();
    let truth = dense(&case, case.times[0]);
    let n = 40_000;
    let mut sum = DMatrix::<f64>::zeros(12, 12);
    for _ in 0..n {
        let y = DVector::from_vec(filter.simulate(&mut rng));
        sum += &y * y.transpose();
    }
    sum /= f64::from(n);
    for i in 0..12 {
        for j in 0..12 {
            let size = (truth.v[(i, i)] * truth.v[(j, j)]).sqrt();
            assert!((sum[(i, j)] - truth.v[(i, j)]).abs() < 0.035 * size);
        }
    }
}
