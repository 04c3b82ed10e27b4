//! Tables for the races: simulated, the same on every run. Refuses anybody's own record.

use std::fmt::Write as _;

use super::cells::{Cell, Gaps, Task};
use crate::draw::Draw;

/// A table as text, and the share of its values that are missing.
pub(super) fn table(cell: &Cell) -> (String, f64) {
    let mut draw = Draw::of_seed(20_261_123);
    let (mut columns, n_given) = match cell.task {
        Task::Links { n_series, lag_max } => {
            (leaning(&mut draw, n_series, cell.n_times, lag_max), 0)
        }
        Task::Stretches { n_changes, .. } => (vec![stepped(&mut draw, cell.n_times, n_changes)], 0),
        Task::Dependence { has_noise } => (dependent(&mut draw, cell.n_times, has_noise), 3),
    };
    let n_missing = remove(&mut draw, &mut columns[n_given..], cell.gaps);
    let n_values = cell.n_times * (columns.len() - n_given);
    (text(&columns), number(n_missing) / number(n_values))
}

/// Series that lean on their own past, on the past of one earlier series and, one in three, on one
/// earlier series at the same time. What lies before the table lets them settle.
fn leaning(draw: &mut Draw, n_series: usize, n: usize, lag_max: usize) -> Vec<Vec<f64>> {
    const BEFORE: usize = 100;
    let own: Vec<f64> = (0..n_series).map(|_| 0.3 + 0.5 * draw.share()).collect();
    let lean = |draw: &mut Draw, series: usize| {
        let size = if draw.share() < 0.5 { 0.3 } else { -0.3 };
        (draw.place(series), 1 + draw.place(lag_max), size)
    };
    let past: Vec<(usize, usize, f64)> = (1..n_series).map(|k| lean(draw, k)).collect();
    let now: Vec<(usize, usize, f64)> = (1..n_series).map(|k| lean(draw, k)).collect();
    let mut all = vec![vec![0.0; n + BEFORE]; n_series];
    for t in lag_max..n + BEFORE {
        for k in 0..n_series {
            let mut value = own[k] * all[k][t - 1] + draw.normal();
            if k > 0 {
                let (from, lag, size) = past[k - 1];
                value += size * all[from][t - lag];
            }
            if k > 0 && k % 3 == 0 {
                let (from, _, size) = now[k - 1];
                value += size * all[from][t];
            }
            all[k][t] = value;
        }
    }
    all.into_iter().map(|one| one[BEFORE..].to_vec()).collect()
}

/// Noise of variance 1 around levels that lie 1 apart.
fn stepped(draw: &mut Draw, n: usize, n_changes: usize) -> Vec<f64> {
    let level = |i: usize| number(i * (n_changes + 1) / n % 2);
    (0..n).map(|i| 50.0 + level(i) + draw.normal()).collect()
}

/// Day, weekend, trend and values of variance about 1 around both, with correlation .7 a day.
fn dependent(draw: &mut Draw, n: usize, has_noise: bool) -> Vec<Vec<f64>> {
    let noise: f64 = if has_noise { 0.4 } else { 0.0 };
    let (rho, days) = (0.7_f64, (0..n).map(number).collect::<Vec<f64>>());
    let weekend: Vec<f64> = (0..n).map(|i| number(usize::from(i % 7 >= 5))).collect();
    let trend: Vec<f64> = days.iter().map(|day| 2.0 * day / number(n) - 1.0).collect();
    let spread = (1.0 - noise).sqrt();
    let mut ar = spread * draw.normal();
    let values = (0..n).map(|i| {
        let value = 5.0 + 0.5 * weekend[i] - 0.3 * trend[i] + ar + noise.sqrt() * draw.normal();
        ar = rho * ar + (1.0 - rho * rho).sqrt() * spread * draw.normal();
        value
    });
    let values = values.collect();
    vec![days, weekend, trend, values]
}

/// Takes values out; gives their number.
fn remove(draw: &mut Draw, columns: &mut [Vec<f64>], gaps: Gaps) -> usize {
    let (begin, single) = match gaps {
        Gaps::None => return 0,
        Gaps::Some => (0.05, 0.02),
        Gaps::Many => (0.0, 0.3),
    };
    let (mut is_away, mut n_missing) = (false, 0);
    for t in 0..columns[0].len() {
        is_away = draw.share() < if is_away { 0.5 } else { begin };
        for column in &mut *columns {
            if is_away || draw.share() < single {
                column[t] = f64::NAN;
                n_missing += 1;
            }
        }
    }
    n_missing
}

/// A heading and six digits behind the point; an empty field is missing.
fn text(columns: &[Vec<f64>]) -> String {
    let names: Vec<String> = (1..=columns.len()).map(|k| format!("x{k}")).collect();
    let mut text = names.join(",");
    for t in 0..columns[0].len() {
        for (k, column) in columns.iter().enumerate() {
            text.push(if k == 0 { '\n' } else { ',' });
            if !column[t].is_nan() {
                // Writing to a string cannot fail.
                let _ = write!(text, "{:.6}", column[t]);
            }
        }
    }
    text.push('\n');
    text
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::race::cells;

    #[test]
    fn every_race_has_the_same_table_on_every_run() {
        for cell in cells::all().iter().filter(|cell| cell.n_times < 1000) {
            let (first, share) = table(cell);
            assert_eq!((&first, share), (&table(cell).0, share));
            assert_eq!(first.lines().count(), cell.n_times + 1);
            let wanted = match cell.gaps {
                Gaps::None => 0.0..=0.0,
                Gaps::Some => 0.05..=0.2,
                Gaps::Many => 0.2..=0.4,
            };
            assert!(wanted.contains(&share), "{cell:?}: {share}");
        }
    }
}
