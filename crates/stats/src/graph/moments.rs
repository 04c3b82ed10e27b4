//! Products of every pair of nodes over the rows that a test may use. Refuses nothing: `pcmci_plus`
//! has checked its input.
//!
//! Every test uses the times that have `2 lag_max` steps behind them, so all tests that see no gap
//! rest on the same rows and one matrix of products serves them all.

use super::node::Node;
use crate::state_space::dot;

/// Products for the nodes of the last [`Moments::prepare`].
pub(super) struct Moments<'a> {
    /// Standardized series; NaN where a value is missing.
    series: &'a [Vec<f64>],
    /// Lags of one variable: 0 to twice the longest.
    n_lags: usize,
    n_rows: usize,
    source: Source,
}

enum Source {
    /// Products of all nodes, worked out once.
    Whole(Vec<f64>),
    Gaps(Gaps),
}

/// Room for the products of a few nodes on the rows where all of them are known.
struct Gaps {
    /// For every node, one bit a row: known or not.
    known: Vec<Vec<u64>>,
    rows: Vec<u64>,
    values: Vec<f64>,
    products: Vec<f64>,
}

impl<'a> Moments<'a> {
    pub fn new(series: &'a [Vec<f64>], lag_max: usize) -> Self {
        let n_lags = 2 * lag_max + 1;
        let n_rows = series
            .first()
            .map_or(0, Vec::len)
            .saturating_sub(n_lags - 1);
        let has_gaps = series.iter().flatten().any(|value| value.is_nan());
        let source = if has_gaps {
            Source::Gaps(Gaps::new(series, n_lags, n_rows))
        } else {
            Source::Whole(all_products(series, n_lags, n_rows))
        };
        Self {
            series,
            n_lags,
            n_rows,
            source,
        }
    }

    pub const fn place(&self, node: Node) -> usize {
        node.variable * self.n_lags + node.lag
    }

    /// Makes the products of `nodes` ready; gives the number of rows they rest on.
    pub fn prepare(&mut self, nodes: &[usize]) -> usize {
        match &mut self.source {
            Source::Whole(_) => self.n_rows,
            Source::Gaps(gaps) => gaps.prepare(nodes, self.series, self.n_lags),
        }
    }

    /// Product of two of the nodes handed to [`Moments::prepare`], by their position there.
    #[inline]
    pub fn product(&self, nodes: &[usize], a: usize, b: usize) -> f64 {
        match &self.source {
            Source::Whole(all) => all[nodes[a] * self.series.len() * self.n_lags + nodes[b]],
            Source::Gaps(gaps) => gaps.products[a * nodes.len() + b],
        }
    }
}

/// Centered products of every pair of nodes. A pair one step further back has the same terms but
/// one at either end, so only pairs that touch the present are summed in full.
fn all_products(series: &[Vec<f64>], n_lags: usize, n_rows: usize) -> Vec<f64> {
    let n_nodes = series.len() * n_lags;
    let mut all = vec![0.0; n_nodes * n_nodes];
    let first = n_lags - 1;
    let means: Vec<Vec<f64>> = series
        .iter()
        .map(|one| means(one, n_lags, n_rows))
        .collect();
    let n = crate::state_space::count(n_rows);
    for (i, x) in series.iter().enumerate() {
        for (j, y) in series.iter().enumerate().skip(i) {
            for distance in 0..2 * n_lags - 1 {
                // The first variable is `a` steps back, the second `b`.
                let (mut a, mut b) = (
                    distance.saturating_sub(n_lags - 1),
                    (n_lags - 1).saturating_sub(distance),
                );
                let mut sum = dot(
                    &x[first - a..first - a + n_rows],
                    &y[first - b..first - b + n_rows],
                );
                loop {
                    let centered = sum - n * means[i][a] * means[j][b];
                    let (row, col) = (i * n_lags + a, j * n_lags + b);
                    all[row * n_nodes + col] = centered;
                    all[col * n_nodes + row] = centered;
                    (a, b) = (a + 1, b + 1);
                    if a.max(b) >= n_lags {
                        break;
                    }
                    sum +=
                        x[first - a] * y[first - b] - x[first - a + n_rows] * y[first - b + n_rows];
                }
            }
        }
    }
    all
}

/// Mean of a series over the window, for every lag.
fn means(one: &[f64], n_lags: usize, n_rows: usize) -> Vec<f64> {
    let n = crate::state_space::count(n_rows);
    (0..n_lags)
        .map(|lag| {
            let start = n_lags - 1 - lag;
            one[start..start + n_rows].iter().sum::<f64>() / n
        })
        .collect()
}

impl Gaps {
    fn new(series: &[Vec<f64>], n_lags: usize, n_rows: usize) -> Self {
        let n_words = n_rows.div_ceil(64);
        let mut known = Vec::with_capacity(series.len() * n_lags);
        for one in series {
            for lag in 0..n_lags {
                let start = n_lags - 1 - lag;
                let mut bits = vec![0_u64; n_words];
                for (row, value) in one[start..start + n_rows].iter().enumerate() {
                    bits[row / 64] |= u64::from(!value.is_nan()) << (row % 64);
                }
                known.push(bits);
            }
        }
        Self {
            known,
            rows: Vec::new(),
            values: Vec::new(),
            products: Vec::new(),
        }
    }

    fn prepare(&mut self, nodes: &[usize], series: &[Vec<f64>], n_lags: usize) -> usize {
        self.rows.clear();
        self.rows.resize(self.known[0].len(), u64::MAX);
        for node in nodes {
            for (row, known) in self.rows.iter_mut().zip(&self.known[*node]) {
                *row &= known;
            }
        }
        self.values.clear();
        for node in nodes {
            let start = n_lags - 1 - node % n_lags;
            let one = &series[node / n_lags][start..];
            for (word, bits) in self.rows.iter().enumerate() {
                let mut bits = *bits;
                while bits != 0 {
                    self.values
                        .push(one[word * 64 + bits.trailing_zeros() as usize]);
                    bits &= bits - 1;
                }
            }
        }
        let n_rows = self.values.len() / nodes.len();
        self.multiply(nodes.len(), n_rows);
        n_rows
    }

    fn multiply(&mut self, width: usize, n_rows: usize) {
        self.products.resize(width * width, 0.0);
        if n_rows == 0 {
            return;
        }
        for column in self.values.chunks_exact_mut(n_rows) {
            let mean = column.iter().sum::<f64>() / crate::state_space::count(n_rows);
            for value in column {
                *value -= mean;
            }
        }
        for (a, left) in self.values.chunks_exact(n_rows).enumerate() {
            for (b, right) in self.values.chunks_exact(n_rows).enumerate().take(a + 1) {
                self.products[a * width + b] = dot(left, right);
            }
        }
    }
}
