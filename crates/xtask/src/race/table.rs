//! Rows of `docs/results/races.csv`. Refuses to leave a missed bar unsaid.

use serde::Deserialize;
use serde_json::Value;

use super::agree::Agreement;
use super::cells::{Bar, Cell};
use crate::ChoreError;

pub(super) const HEADING: &str = "date,commit,processor,versions,what,n_series,n_times,lag_max,\
    missing_share,ours_ms_min,ours_ms_median,ours_n,peer_ms_min,peer_ms_median,peer_n,ratio,\
    is_same,compared,bar,is_met";

/// Milliseconds of processor time of the same answer, asked for several times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Times {
    pub min: f64,
    pub median: f64,
    pub n: usize,
}

#[derive(Deserialize)]
struct Measured {
    seconds: Vec<f64>,
}

impl Times {
    /// Reads the `seconds` of an answer.
    ///
    /// # Errors
    /// [`ChoreError::Broken`] when there are none.
    pub fn read(answer: &Value) -> Result<Self, ChoreError> {
        let no_times = || ChoreError::Broken("race: an answer without times".to_owned());
        let measured = Measured::deserialize(answer).map_err(|_| no_times())?;
        let mut ms: Vec<f64> = measured.seconds.iter().map(|s| s * 1000.0).collect();
        ms.sort_by(f64::total_cmp);
        let n = ms.len();
        let (lower, upper) = (ms.get(n.saturating_sub(1) / 2), ms.get(n / 2));
        let (Some(min), Some(lower), Some(upper)) = (ms.first(), lower, upper) else {
            return Err(no_times());
        };
        Ok(Self {
            min: *min,
            median: 0.5 * (lower + upper),
            n,
        })
    }
}

/// One race that was run.
pub(super) struct Run<'a> {
    pub cell: &'a Cell,
    pub missing_share: f64,
    pub versions: String,
    pub ours: Times,
    pub peer: Times,
    pub agreement: Agreement,
}

impl Run<'_> {
    /// How many times as long the peer took, by the medians.
    pub fn ratio(&self) -> f64 {
        self.peer.median / self.ours.median
    }

    /// The bar in words, and whether it is reached; both empty without a bar.
    pub fn verdict(&self) -> (String, &'static str) {
        let word = |is_met| if is_met { "yes" } else { "NO" };
        match self.cell.bar() {
            None => (String::new(), ""),
            Some(Bar::Ratio(least)) => (
                format!("{least} times as fast"),
                word(self.ratio() >= least),
            ),
            Some(Bar::Ms(most)) => (format!("{most} ms"), word(self.ours.median <= most)),
        }
    }

    /// The row, without date, commit and processor.
    pub fn row(&self) -> String {
        let (n_series, lag_max) = self.cell.shape();
        let (bar, is_met) = self.verdict();
        let (ours, peer) = (&self.ours, &self.peer);
        format!(
            "{},{},{n_series},{},{lag_max},{:.3},{:.4},{:.4},{},{:.3},{:.3},{},{:.1},{},{},{bar},{is_met}",
            self.versions,
            self.cell.what(),
            self.cell.n_times,
            self.missing_share,
            ours.min,
            ours.median,
            ours.n,
            peer.min,
            peer.median,
            peer.n,
            self.ratio(),
            if self.agreement.is_same { "yes" } else { "NO" },
            self.agreement.words,
        )
    }

    /// The same for a reader at the terminal.
    pub fn line(&self) -> String {
        let (n_series, lag_max) = self.cell.shape();
        let (bar, is_met) = self.verdict();
        format!(
            "{:<40} {n_series:>2} x {:>4} lag {lag_max} missing {:.2}  ours {:>9.3} ms  peer {:>11.2} ms  \
             x {:>7.1}  bar {bar} {is_met}\n    {}",
            self.cell.what(),
            self.cell.n_times,
            self.missing_share,
            self.ours.median,
            self.peer.median,
            self.ratio(),
            self.agreement.words,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells::{self, Gaps, Task};
    use super::*;
    use serde_json::json;

    fn times(ms: f64) -> Times {
        Times {
            min: ms,
            median: ms,
            n: 1,
        }
    }

    fn run(cell: &Cell, ours: f64, peer: f64) -> Run<'_> {
        Run {
            cell,
            missing_share: 0.0,
            versions: "a 1 b 2".to_owned(),
            ours: times(ours),
            peer: times(peer),
            agreement: Agreement {
                is_same: true,
                words: "same".to_owned(),
            },
        }
    }

    #[test]
    fn a_median_lies_between_the_two_in_the_middle() {
        let times = Times::read(&json!({"seconds": [0.004, 0.001, 0.002, 0.009]})).unwrap();
        assert_eq!((times.min, times.median, times.n), (1.0, 3.0, 4));
        let times = Times::read(&json!({"seconds": [0.004, 0.001, 0.002]})).unwrap();
        assert_eq!((times.min, times.median, times.n), (1.0, 2.0, 3));
        assert!(Times::read(&json!({"seconds": []})).is_err());
        assert!(Times::read(&json!({})).is_err());
    }

    #[test]
    fn a_missed_bar_is_said() {
        let links = Cell {
            task: Task::Links {
                n_series: 13,
                lag_max: 1,
            },
            n_times: 90,
            gaps: Gaps::None,
        };
        assert_eq!(run(&links, 1.0, 50.0).verdict().1, "yes");
        assert_eq!(run(&links, 1.0, 49.0).verdict().1, "NO");
        let fit = Cell {
            task: Task::Dependence { has_noise: true },
            n_times: 3000,
            gaps: Gaps::Many,
        };
        assert_eq!(run(&fit, 2.0, 1.0).verdict().1, "yes");
        assert_eq!(run(&fit, 2.1, 1000.0).verdict().1, "NO");
        assert!(run(&fit, 2.1, 1000.0).row().ends_with(",2 ms,NO"));
    }

    #[test]
    fn every_row_has_a_field_for_every_heading() {
        for cell in cells::all() {
            let run = run(&cell, 1.0, 2.0);
            let n_fields = 3 + run.row().split(',').count();
            assert_eq!(n_fields, HEADING.split(',').count());
        }
    }
}
