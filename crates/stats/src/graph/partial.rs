//! Partial correlation of two nodes given others, with its p-value. Refuses nothing: columns that
//! say what others say already are left out, and a node that they explain whole is told as 0.

use super::moments::Moments;
use super::node::Node;

/// Share of a node's variance below which the others are taken to explain it whole.
const LEFT_MIN: f64 = 1e-12;

/// A partial correlation and its two-sided p-value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    /// Partial correlation, -1 to 1.
    pub correlation: f64,
    /// Two-sided p-value, 0 to 1.
    pub p_value: f64,
}

impl Tested {
    /// What a test says that had too little to go on.
    pub(super) const NOTHING: Self = Self {
        correlation: 0.0,
        p_value: 1.0,
    };
}

/// Tests on one set of series, with room to work in.
pub(super) struct Tester<'a> {
    moments: Moments<'a>,
    nodes: Vec<usize>,
    /// Lower triangle of the last test, row after row, as wide as its list of nodes.
    factor: Vec<f64>,
    inverse: Vec<f64>,
    n_tests: usize,
}

impl<'a> Tester<'a> {
    pub fn new(moments: Moments<'a>) -> Self {
        Self {
            moments,
            nodes: Vec::new(),
            factor: Vec::new(),
            inverse: Vec::new(),
            n_tests: 0,
        }
    }

    pub const fn n_tests(&self) -> usize {
        self.n_tests
    }

    /// Tests `x` against `y` given `conditions`; repeated conditions count once.
    pub fn test<'c>(
        &mut self,
        x: Node,
        y: Node,
        conditions: impl IntoIterator<Item = &'c Node>,
    ) -> Tested {
        self.n_tests += 1;
        self.nodes.clear();
        for node in conditions {
            let place = self.moments.place(*node);
            if !self.nodes.contains(&place) {
                self.nodes.push(place);
            }
        }
        let n_conditions = self.nodes.len();
        self.nodes.push(self.moments.place(x));
        self.nodes.push(self.moments.place(y));
        let n_rows = self.moments.prepare(&self.nodes);
        // One degree is spent on the mean and one on the slope under test.
        if n_rows < n_conditions + 3 {
            return Tested::NOTHING;
        }
        self.factorize();
        let width = self.nodes.len();
        let (along, left) = (
            self.factor[(width - 1) * width + width - 2],
            self.factor[width * width - 1],
        );
        let length = (along * along + left * left).sqrt();
        if self.inverse[width - 2] == 0.0 || length == 0.0 {
            return Tested::NOTHING;
        }
        let correlation = along / length;
        let df = crate::state_space::count(n_rows - n_conditions - 2);
        Tested {
            correlation,
            p_value: p_value(correlation, df),
        }
    }

    /// Cholesky of the products of the chosen nodes.
    fn factorize(&mut self) {
        let width = self.nodes.len();
        self.factor.resize(width * width, 0.0);
        self.inverse.resize(width, 0.0);
        for row in 0..width {
            let (done, rest) = self.factor.split_at_mut(row * width);
            let own = &mut rest[..width];
            let total = self.moments.product(&self.nodes, row, row);
            let mut left = total;
            for col in 0..row {
                let above = &done[col * width..col * width + col];
                let mut sum = self.moments.product(&self.nodes, row, col);
                for (a, b) in own.iter().zip(above) {
                    sum -= a * b;
                }
                own[col] = sum * self.inverse[col];
                left -= own[col] * own[col];
            }
            if left > LEFT_MIN * total {
                own[row] = left.sqrt();
                self.inverse[row] = 1.0 / own[row];
            } else {
                own[row] = 0.0;
                self.inverse[row] = 0.0;
            }
        }
    }
}

/// Two-sided p-value of Student's t at `df` degrees of freedom, by the beta distribution of r^2.
fn p_value(correlation: f64, df: f64) -> f64 {
    let left = ((1.0 - correlation) * (1.0 + correlation)).clamp(0.0, 1.0);
    statrs::function::beta::beta_reg(0.5 * df, 0.5, left)
}
