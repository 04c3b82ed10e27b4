//! A likelihood at many parameter points in a row, as fast as it goes: either drift or dependence,
//! one pass, no lists. Refuses nothing: `maximize` has checked its input.

use super::dependence::Dependence;
use super::filter::count;
use super::kalman::LogProduct;
use super::layout::Layout;
use super::optimum::Criterion;

/// Prediction variance below which exact ties would divide by 0.
const VARIANCE_FLOOR: f64 = 1e-10;

/// Data and room to work in.
pub(super) struct Profile<'a> {
    layout: &'a Layout,
    /// Fixed-effect columns and the values, observation by observation.
    rows: Vec<f64>,
    width: usize,
    criterion: Criterion,
    states: Vec<f64>,
    products: Vec<f64>,
}

impl<'a> Profile<'a> {
    pub fn new(layout: &'a Layout, values: &[f64], criterion: Criterion) -> Self {
        let width = layout.n_effects() + 1;
        let mut rows = Vec::with_capacity(width * values.len());
        for (i, value) in values.iter().enumerate() {
            rows.extend(layout.columns().iter().map(|column| column[i]));
            rows.push(*value);
        }
        let (states, products) = (vec![0.0; width], vec![0.0; width * width]);
        Self {
            layout,
            rows,
            width,
            criterion,
            states,
            products,
        }
    }

    /// Log-likelihood up to a constant; minus infinity where it cannot be worked out. One of drift
    /// and stationary variance must be 0.
    pub fn value(&mut self, shape: &(f64, f64, f64, f64)) -> f64 {
        let Ok(theta) = Dependence::new(shape.0, shape.1, shape.2, shape.3) else {
            return f64::NEG_INFINITY;
        };
        let log_variance = match self.width {
            2 => self.sweep::<2>(&theta),
            3 => self.sweep::<3>(&theta),
            4 => self.sweep::<4>(&theta),
            5 => self.sweep::<5>(&theta),
            8 => self.sweep::<8>(&theta),
            9 => self.sweep::<9>(&theta),
            _ => self.sweep_wide(&theta),
        };
        self.likelihood(log_variance)
    }

    fn sweep<const W: usize>(&mut self, theta: &Dependence) -> f64 {
        let mut states = [0.0; W];
        let mut products = [[0.0; W]; W];
        let rows = &self.rows;
        let logs = walk(self.layout.times(), theta, |i, gain| {
            let row = &rows[i * W..(i + 1) * W];
            let mut miss = [0.0; W];
            for k in 0..W {
                miss[k] = row[k] - states[k];
                states[k] = gain.decay * states[k] + gain.push * row[k];
            }
            for k in 0..W {
                let scaled = miss[k] * gain.precision;
                for l in 0..=k {
                    products[k][l] += scaled * miss[l];
                }
            }
        });
        for (k, row) in products.iter().enumerate() {
            self.products[k * W..(k + 1) * W].copy_from_slice(row);
        }
        logs
    }

    fn sweep_wide(&mut self, theta: &Dependence) -> f64 {
        let width = self.width;
        self.states.fill(0.0);
        self.products.fill(0.0);
        let mut miss = vec![0.0; width];
        let (rows, states, products) = (&self.rows, &mut self.states, &mut self.products);
        walk(self.layout.times(), theta, |i, gain| {
            for k in 0..width {
                miss[k] = rows[i * width + k] - states[k];
                states[k] = gain.decay * states[k] + gain.push * rows[i * width + k];
            }
            for k in 0..width {
                let scaled = miss[k] * gain.precision;
                for l in 0..=k {
                    products[k * width + l] += scaled * miss[l];
                }
            }
        })
    }

    /// Cholesky of the products: the last pivot is the residual sum of squares.
    fn likelihood(&mut self, log_variance: f64) -> f64 {
        let width = self.width;
        let mut log_det = 0.0;
        let mut rss = f64::NAN;
        for k in 0..width {
            for l in 0..=k {
                let mut sum = self.products[k * width + l];
                for m in 0..l {
                    sum -= self.products[k * width + m] * self.products[l * width + m];
                }
                if l < k {
                    self.products[k * width + l] = sum / self.products[l * width + l];
                } else if k + 1 == width {
                    rss = sum;
                } else {
                    log_det += libm::log(sum);
                    self.products[k * width + k] = sum.sqrt();
                }
            }
        }
        let n = count(self.layout.n_observations());
        let value = match self.criterion {
            Criterion::Likelihood => -0.5 * (n * libm::log(rss) + log_variance),
            Criterion::Restricted => {
                let df = count(self.layout.df());
                -0.5 * (df * libm::log(rss) + log_variance + log_det)
            }
        };
        if value.is_nan() {
            f64::NEG_INFINITY
        } else {
            value
        }
    }
}

/// What one observation does: state = `decay` state + `push` value, in this form because the next
/// state then waits for one product and one sum alone.
struct Gain {
    decay: f64,
    push: f64,
    precision: f64,
}

/// Runs the one-state filter, calling `with` at each observation; returns the sum of log variances.
fn walk(times: &[f64], theta: &Dependence, mut with: impl FnMut(usize, &Gain)) -> f64 {
    let mut p = theta.ar_var();
    let mut steps = theta.steps();
    let mut logs = LogProduct::default();
    let mut gain = Gain {
        decay: 0.0,
        push: 0.0,
        precision: 0.0,
    };
    let (mut variance, mut phi, mut fresh) = (0.0, 0.0, 0.0);
    let (mut last_p, mut last_gap, mut next_p) = (f64::NAN, f64::NAN, p);
    for i in 0..times.len() {
        let gap = if i + 1 < times.len() {
            times[i + 1] - times[i]
        } else {
            0.0
        };
        // Regular stretches settle: nothing changes from one observation to the next.
        if p != last_p || gap != last_gap {
            if gap != last_gap {
                (phi, fresh) = steps.over(gap);
                if theta.ar_var() == 0.0 {
                    (phi, fresh) = (1.0, theta.drift_var() * gap);
                }
                last_gap = gap;
            }
            variance = (p + theta.noise_var()).max(VARIANCE_FLOOR);
            gain.precision = 1.0 / variance;
            let share = p * gain.precision;
            let left = theta.noise_var() * gain.precision;
            (gain.decay, gain.push) = (phi * left, phi * share);
            next_p = phi * phi * p * left + fresh;
            last_p = p;
        }
        logs.push(variance);
        with(i, &gain);
        p = next_p;
    }
    logs.total()
}
