//! Which of many series lean on which, today and some steps back: PCMCI+ with partial correlation.
//!
//! A second opinion on the whole, never a claim about one link: `method.md` beside this file says
//! what its error rates are and why. Refuses series of different length or without spread.

mod moments;
mod node;
mod orient;
mod partial;
mod select;
mod skeleton;

pub use node::Node;
pub use orient::{Mark, Triple};
pub use partial::Tested;

use crate::error::{StatsError, VALUE_MAX, check_length, check_range};
use crate::multiple::benjamini_hochberg;
use moments::Moments;
use node::Cube;
use orient::Marks;
use partial::Tester;
use skeleton::Pasts;

/// The longest lag that may be asked for, in steps.
pub const LAG_MAX: usize = 60;

/// What to look for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Longest lag in steps, 1 to [`LAG_MAX`].
    pub lag_max: usize,
    /// Two-sided p-value at or below which a single test keeps a link, 1e-6 to 0.5.
    pub alpha: f64,
    /// Most same-time variables that one test is given beside the past of both ends. The number of
    /// tests can double with each more.
    pub same_time_max: usize,
}

impl Options {
    /// A test level of 0.01 and no limit on conditions.
    #[must_use]
    pub const fn of_lag(lag_max: usize) -> Self {
        Self {
            lag_max,
            alpha: 0.01,
            same_time_max: usize::MAX,
        }
    }
}

/// A link that was kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Where it begins: its lag is 0 for two values of the same time.
    pub from: Node,
    /// Variable where it ends, now.
    pub to: usize,
    /// Its direction; lagged links always point forward in time.
    pub mark: Mark,
    /// What its weakest test found.
    pub tested: Tested,
}

/// What joins the series.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    /// Links kept, by lag, then by position of the variables; same-time links once.
    pub links: Vec<Link>,
    /// Triples whose direction the tests contradict; they direct nothing.
    pub ambiguous: Vec<Triple>,
    /// Tests made.
    pub n_tests: usize,
    found: Cube<Tested>,
}

/// Finds links between `series` and their directions: PCMCI+ of Runge 2020 (arXiv 2003.03685,
/// doi:10.48550/arXiv.2003.03685) with partial correlation and its t test.
///
/// One series a variable, all at the same evenly spaced times; NaN stands for a missing value. Each
/// test leaves out the rows where one of its values is missing. Collider rule: majority;
/// contradictions are marked, never resolved by order.
///
/// # Errors
/// `TooFew` with fewer than 2 series or `2 lag_max + 4` times; `LengthMismatch`; `NotFinite` for
/// infinities and sizes beyond [`VALUE_MAX`] (the position counts all series one after the other);
/// `NoSpread` when a series never varies; `OutOfRange`.
pub fn pcmci_plus(series: &[Vec<f64>], options: &Options) -> Result<Graph, StatsError> {
    let scaled = checked(series, options)?;
    let mut tester = Tester::new(Moments::new(&scaled, options.lag_max));
    let mut found = Cube::new(series.len(), options.lag_max, Tested::NOTHING);
    let pasts = Pasts {
        of: select::select(&mut tester, &mut found, options.alpha),
    };
    let limits = (options.alpha, options.same_time_max);
    let mut skeleton = skeleton::skeleton(&mut tester, &pasts, found, limits);
    let mut marks = Marks::new(&skeleton.joined);
    orient::find_colliders(&mut tester, &pasts, &mut marks, limits);
    orient::apply_rules(&mut marks);
    keep_weaker(&mut skeleton.found);
    Ok(Graph {
        links: links(&marks, &skeleton.found),
        ambiguous: marks.ambiguous,
        n_tests: tester.n_tests(),
        found: skeleton.found,
    })
}

impl Graph {
    /// What the weakest test between two nodes found, kept or not; `None` for a variable with itself
    /// at the same time and outside the graph.
    #[must_use]
    pub fn tested(&self, from: Node, to: usize) -> Option<Tested> {
        let n = self.found.n_variables();
        let is_inside = from.variable < n && to < n && from.lag <= self.found.lag_max();
        (is_inside && from != Node::now(to)).then(|| self.found.get(from, to))
    }

    /// Links kept whose p-value stays at or below `share` after adjustment over every link that was
    /// looked at, same-time pairs once: the expected share of false ones among them is about `share`
    /// (Benjamini & Hochberg 1995).
    ///
    /// # Errors
    /// `OutOfRange` unless `share` lies within 0 to 1.
    pub fn links_at_false_discovery(&self, share: f64) -> Result<Vec<Link>, StatsError> {
        check_range("share of false links", share, 0.0, 1.0)?;
        let nodes = pairs(&self.found);
        let p_values: Vec<f64> = nodes
            .iter()
            .map(|(from, to)| self.found.get(*from, *to).p_value)
            .collect();
        let adjusted = benjamini_hochberg(&p_values)?;
        let passes = |link: &Link| {
            let place = nodes.iter().position(|pair| *pair == (link.from, link.to));
            place.is_some_and(|place| adjusted[place] <= share)
        };
        Ok(self
            .links
            .iter()
            .filter(|link| passes(link))
            .copied()
            .collect())
    }
}

/// Every pair of nodes that may be joined, in the order of [`Graph::links`].
fn pairs<T: Copy>(cube: &Cube<T>) -> Vec<(Node, usize)> {
    let n = cube.n_variables();
    let mut list = Vec::new();
    for lag in 0..=cube.lag_max() {
        for variable in 0..n {
            let first = if lag == 0 { variable + 1 } else { 0 };
            list.extend((first..n).map(|to| (Node { variable, lag }, to)));
        }
    }
    list
}

fn links(marks: &Marks, found: &Cube<Tested>) -> Vec<Link> {
    let link = |(from, to): (Node, usize)| {
        marks.get(from, to).map(|mark| Link {
            from,
            to,
            mark,
            tested: found.get(from, to),
        })
    };
    pairs(found).into_iter().filter_map(link).collect()
}

/// Both orders of a same-time pair tell what the weaker one found.
fn keep_weaker(found: &mut Cube<Tested>) {
    for a in 0..found.n_variables() {
        for b in 0..a {
            let (one, other) = (found.get(Node::now(a), b), found.get(Node::now(b), a));
            if one.p_value > other.p_value {
                found.set(Node::now(b), a, one);
            } else {
                found.set(Node::now(a), b, other);
            }
        }
    }
}

/// Refuses what cannot be worked with; standardizes the rest, which changes no correlation.
fn checked(series: &[Vec<f64>], options: &Options) -> Result<Vec<Vec<f64>>, StatsError> {
    #[expect(clippy::cast_precision_loss, reason = "a short number of steps")]
    check_range("longest lag", options.lag_max as f64, 1.0, LAG_MAX as f64)?;
    check_range("alpha", options.alpha, 1e-6, 0.5)?;
    if series.len() < 2 {
        let (have, need) = (series.len(), 2);
        return Err(StatsError::TooFew { have, need });
    }
    let (have, need) = (series[0].len(), 2 * options.lag_max + 4);
    if have < need {
        return Err(StatsError::TooFew { have, need });
    }
    let mut scaled = Vec::with_capacity(series.len());
    for (idx, one) in series.iter().enumerate() {
        check_length("series", one.len(), have)?;
        if let Some(place) = one.iter().position(|value| value.abs() > VALUE_MAX) {
            let (what, idx) = ("series", idx * have + place);
            return Err(StatsError::NotFinite { what, idx });
        }
        scaled.push(standardized(one)?);
    }
    Ok(scaled)
}

fn standardized(one: &[f64]) -> Result<Vec<f64>, StatsError> {
    let seen: Vec<f64> = one
        .iter()
        .copied()
        .filter(|value| !value.is_nan())
        .collect();
    let n = crate::state_space::count(seen.len());
    // The size goes first, so that squares of large values stay finite.
    let size = seen
        .iter()
        .fold(0.0_f64, |size, value| size.max(value.abs()));
    let mean = seen.iter().map(|value| value / size).sum::<f64>() / n;
    let square = |value: &f64| (value / size - mean) * (value / size - mean);
    let sd = (seen.iter().map(square).sum::<f64>() / n).sqrt();
    // Rounding leaves about 1e-16 where nothing varies.
    if seen.is_empty() || size == 0.0 || sd <= 1e-14 {
        return Err(StatsError::NoSpread);
    }
    Ok(one.iter().map(|value| (value / size - mean) / sd).collect())
}
