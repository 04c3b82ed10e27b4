//! What is raced: every task with its size, its peer and the bar that it has to reach. Refuses to
//! know how long anything takes.

use std::path::Path;

use serde_json::{Value, json};

/// One race.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub task: Task,
    pub n_times: usize,
    pub gaps: Gaps,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Task {
    /// Which of many series lean on which: tigramite, PCMCI+ with partial correlation.
    Links { n_series: usize, lag_max: usize },
    /// Stretches of constant mean: ruptures.
    Stretches { search: Search, n_changes: usize },
    /// AR(1), with noise or without, two columns and gaps: statsmodels, SARIMAX.
    Dependence { has_noise: bool },
}

/// Which of the two exact searches of ruptures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Search {
    /// Written in Python.
    Pelt,
    /// Written in C.
    Kernel,
}

/// How much is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gaps {
    None,
    /// About 11 % of the values: whole days in runs, and single values.
    Some,
    /// 30 % of the days.
    Many,
}

/// What has to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Bar {
    /// So many times as fast as the peer.
    Ratio(f64),
    /// Within so many milliseconds.
    Ms(f64),
}

/// Share of single tests that may keep a link by chance.
const ALPHA: f64 = 0.01;
/// Shortest stretch; the usual one of ruptures.
const LENGTH_MIN: usize = 2;

/// Every race, short ones first within a kind.
pub(super) fn all() -> Vec<Cell> {
    let mut list = Vec::new();
    for gaps in [Gaps::None, Gaps::Some] {
        for (n_series, n_times, lag_max) in [(13, 90, 1), (20, 500, 2), (40, 1500, 5)] {
            let task = Task::Links { n_series, lag_max };
            list.push(Cell {
                task,
                n_times,
                gaps,
            });
        }
    }
    let whole = |search, n_changes, n_times| Cell {
        task: Task::Stretches { search, n_changes },
        n_times,
        gaps: Gaps::None,
    };
    for search in [Search::Kernel, Search::Pelt] {
        list.extend([365, 1500, 3000].map(|n_times| whole(search, 3, n_times)));
    }
    // Without changes nothing can be left out early: the slowest case.
    list.push(whole(Search::Kernel, 0, 3000));
    for has_noise in [false, true] {
        let task = Task::Dependence { has_noise };
        for (n_times, gaps) in [
            (90, Gaps::Many),
            (365, Gaps::Many),
            (1500, Gaps::Many),
            (3000, Gaps::Many),
            (3000, Gaps::None),
        ] {
            list.push(Cell {
                task,
                n_times,
                gaps,
            });
        }
    }
    list
}

impl Cell {
    /// Word by which `cargo xtask race` picks races.
    pub fn kind(&self) -> &'static str {
        match self.task {
            Task::Links { .. } => "links",
            Task::Stretches { .. } => "stretches",
            Task::Dependence { .. } => "dependence",
        }
    }

    /// The question and the peer's name for its answer.
    pub fn what(&self) -> &'static str {
        match self.task {
            Task::Links { .. } => "links: tigramite PCMCI+ ParCorr",
            Task::Stretches { search, n_changes } => match (search, n_changes) {
                (Search::Pelt, _) => "stretches: ruptures Pelt l2 jump 1",
                (Search::Kernel, 0) => "no stretches: ruptures KernelCPD linear",
                (Search::Kernel, _) => "stretches: ruptures KernelCPD linear",
            },
            Task::Dependence { has_noise: true } => "AR(1)+noise: statsmodels SARIMAX",
            Task::Dependence { has_noise: false } => "AR(1): statsmodels SARIMAX",
        }
    }

    /// Number of series and longest lag, where there are such.
    pub const fn shape(&self) -> (usize, usize) {
        match self.task {
            Task::Links { n_series, lag_max } => (n_series, lag_max),
            Task::Stretches { .. } => (1, 0),
            Task::Dependence { .. } => (1, 1),
        }
    }

    /// The bar B9 for this race; `None` where it names none.
    pub const fn bar(&self) -> Option<Bar> {
        match (self.task, self.n_times) {
            (Task::Links { .. }, _) => Some(Bar::Ratio(50.0)),
            (Task::Stretches { .. }, 3000) => Some(Bar::Ms(5.0)),
            (Task::Dependence { has_noise: true }, 3000) => Some(Bar::Ms(2.0)),
            _ => None,
        }
    }

    /// What both sides are told; `data` is the table.
    pub fn message(&self, data: &Path) -> Value {
        let data = data.display().to_string();
        match self.task {
            Task::Links { lag_max, .. } => {
                json!({"kind": "links", "data": data, "lag_max": lag_max, "alpha": ALPHA})
            }
            Task::Stretches { search, .. } => json!({
                "kind": "stretches", "data": data, "length_min": LENGTH_MIN,
                "penalty": penalty(self.n_times), "is_kernel": search == Search::Kernel
            }),
            Task::Dependence { has_noise } => {
                json!({"kind": "dependence", "data": data, "has_noise": has_noise})
            }
        }
    }
}

/// The usual price of a change where the noise has variance 1.
fn penalty(n: usize) -> f64 {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    2.0 * f64::from(n).ln()
}
