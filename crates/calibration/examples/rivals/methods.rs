//! The methods that are compared, each as a p-value of what acts and of the closest other thing.
//! Refuses thresholds: the caller sets one for each method on people with nothing going on.

use calibration::beside::ACTS;
use finding::triggers;
use record::LocalDay;
use series::{DayValue, NumbnessPoint, Series, day_means};
use stats::association::associations;
use stats::graph::{Node, Options, pcmci_plus};
use stats::multiple::weighted_holm;
use stats::state_space::{Grid, Layout, Posterior};

/// The smallest p-value, adjusted within the method, of what acts and of everything else; above 1
/// where nothing is said.
#[derive(Debug, Clone, Copy)]
pub struct Strength {
    pub acting: f64,
    pub other: f64,
}

const SILENT: Strength = Strength {
    acting: 2.0,
    other: 2.0,
};

pub struct Method {
    pub name: &'static str,
    /// The answers of this program, on less.
    pub is_ours: bool,
    pub ask: fn(&Series) -> Strength,
}

/// The first is the one that people get.
pub const METHODS: [Method; 5] = [
    Method {
        name: "triggers on check-ins",
        is_ours: false,
        ask: ours,
    },
    Method {
        name: "triggers on day means",
        is_ours: true,
        ask: |series| ours(&daily(series)),
    },
    Method {
        name: "Holm over GLS AR(1)+noise on day means",
        is_ours: false,
        ask: gls_holm,
    },
    Method {
        name: "PCMCI+ on day means",
        is_ours: false,
        ask: graph,
    },
    Method {
        name: "circular shift max-T on day means",
        is_ours: false,
        ask: shifted,
    },
];

fn strength(all: impl Iterator<Item = (bool, f64)>) -> Strength {
    all.fold(SILENT, |so_far, (is_acting, p)| {
        if is_acting {
            Strength {
                acting: so_far.acting.min(p),
                ..so_far
            }
        } else {
            Strength {
                other: so_far.other.min(p),
                ..so_far
            }
        }
    })
}

fn ours(series: &Series) -> Strength {
    let mut brought = series.clone();
    // Over when it is brought along: looked at once, whole.
    brought.numbness.written_on = brought.numbness.last_day.plus_days(400);
    let answer = triggers::answer(Some(&brought), 1);
    let Some(found) = answer.finding() else {
        return SILENT;
    };
    let p = |tested: &triggers::Tested| tested.p_adjusted * found.alpha / 0.05;
    strength((found.tested.iter()).map(|t| (t.subject.name == ACTS, p(t))))
}

/// One check-in a day: the mean of its answers, at the last of them.
fn daily(series: &Series) -> Series {
    let mut less = series.clone();
    let means = day_means(&series.numbness);
    less.numbness.points = (means.iter())
        .filter_map(|mean| {
            let mut points = series.numbness.points.iter();
            let is_it = |p: &&NumbnessPoint| p.day == mean.day && p.numbness.is_some();
            let mut point = points.rfind(is_it)?.clone();
            point.numbness = Some(mean.mean);
            Some(point)
        })
        .collect();
    less
}

/// Everything by day, from the first to the last; `None` in gaps. Numbness first.
fn by_day(series: &Series) -> (Vec<LocalDay>, Vec<Vec<Option<f64>>>) {
    let numbness = &series.numbness;
    let n = i32::try_from(numbness.n_days()).unwrap_or(0);
    let days: Vec<LocalDay> = (0..n)
        .map(|nth| numbness.first_day.plus_days(nth))
        .collect();
    let lay = |values: &[(LocalDay, f64)]| -> Vec<Option<f64>> {
        let value = |day: &LocalDay| {
            let at = values.binary_search_by_key(day, |(day, _)| *day).ok()?;
            values.get(at).map(|(_, value)| *value)
        };
        days.iter().map(value).collect()
    };
    let means: Vec<(LocalDay, f64)> = (day_means(numbness).iter())
        .map(|mean| (mean.day, mean.mean))
        .collect();
    let mut laid = vec![lay(&means)];
    for candidate in &series.candidates {
        let mut whole = candidate.clone();
        whole.day_value = DayValue::Mean;
        laid.push(lay(&whole.by_day()));
    }
    (days, laid)
}

/// The value so many days before, its own mean in gaps.
fn column(values: &[Option<f64>], lag: usize) -> Vec<f64> {
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    let mean = known.iter().sum::<f64>() / count(known.len().max(1));
    let value = |idx: usize| {
        let before = idx.checked_sub(lag).and_then(|at| values.get(at));
        before.copied().flatten().map_or(0.0, |value| value - mean)
    };
    (0..values.len()).map(value).collect()
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Weekday and a straight trend, one value a day.
fn held(days: &[LocalDay]) -> Vec<Vec<f64>> {
    let code = |weekday: u8, day: &LocalDay| match day.weekday() {
        7 => -1.0,
        other if other == weekday => 1.0,
        _ => 0.0,
    };
    let mut held: Vec<Vec<f64>> = (1..=6u8)
        .map(|weekday| days.iter().map(|day| code(weekday, day)).collect())
        .collect();
    held.push((0..days.len()).map(count).collect());
    held
}

fn at<T: Copy>(values: &[T], places: &[usize]) -> Vec<T> {
    places.iter().map(|place| values[*place]).collect()
}

/// Same day and day before, all candidates: the best method of the measurements before this program.
fn gls_holm(series: &Series) -> Strength {
    let (days, laid) = by_day(series);
    let places: Vec<usize> = (0..days.len())
        .filter(|idx| laid[0][*idx].is_some())
        .collect();
    let values: Vec<f64> = laid[0].iter().flatten().copied().collect();
    let times: Vec<f64> = places.iter().map(|place| count(*place)).collect();
    let fixed: Vec<Vec<f64>> = held(&days).iter().map(|c| at(c, &places)).collect();
    let columns: Vec<Vec<f64>> = (laid[1..].iter())
        .flat_map(|values| [0, 1].map(|lag| at(&column(values, lag), &places)))
        .collect();
    let posterior = Layout::new(&times, &fixed)
        .and_then(|layout| Posterior::new(&layout, &values, &Grid::without_drift()?));
    let found = posterior.and_then(|posterior| associations(&posterior, &columns, 0.95));
    let Ok(found) = found else {
        return SILENT;
    };
    let p_values: Vec<f64> = (found.iter())
        .map(|estimate| estimate.map_or(1.0, |estimate| estimate.p_zero))
        .collect();
    let weights = vec![1.0 / count(p_values.len()); p_values.len()];
    let adjusted = weighted_holm(&p_values, &weights).unwrap_or_default();
    strength(adjusted.iter().enumerate().map(|(idx, p)| (idx < 2, *p)))
}

/// The weakest test of each link between a thing, today or the day before, and numbness today.
fn graph(series: &Series) -> Strength {
    let (_, laid) = by_day(series);
    let gappy: Vec<Vec<f64>> = (laid.iter())
        .map(|values| values.iter().map(|v| v.unwrap_or(f64::NAN)).collect())
        .collect();
    let options = Options {
        alpha: 0.05,
        ..Options::of_lag(1)
    };
    let Ok(graph) = pcmci_plus(&gappy, &options) else {
        return SILENT;
    };
    let p = |variable: usize, lag: usize| {
        let tested = graph.tested(Node { variable, lag }, 0);
        tested.map_or(1.0, |tested| tested.p_value)
    };
    let all =
        (1..gappy.len()).flat_map(|variable| [0, 1].map(|lag| (variable == 1, p(variable, lag))));
    strength(all)
}

/// Correlations without weekday and trend, against numbness moved around by every number of days
/// that leaves a week on both sides.
fn shifted(series: &Series) -> Strength {
    let (days, laid) = by_day(series);
    let fixed = held(&days);
    let clean: Vec<Vec<Option<f64>>> = laid.iter().map(|v| residual(v, &fixed)).collect();
    let n = days.len();
    let size = |variable: usize, lag: usize, shift: usize| {
        let pair = |idx: usize| {
            let y = clean[0][(idx + shift) % n]?;
            Some((clean[variable][idx.checked_sub(lag)?]?, y))
        };
        correlation(&(0..n).filter_map(pair).collect::<Vec<_>>()).abs()
    };
    let all = |shift: usize| -> Vec<f64> {
        (1..clean.len())
            .flat_map(|variable| [0, 1].map(|lag| size(variable, lag, shift)))
            .collect()
    };
    let own = all(0);
    let largest: Vec<f64> = (7..n.saturating_sub(7))
        .map(|shift| all(shift).into_iter().fold(0.0, f64::max))
        .collect();
    let p = |size: f64| {
        let hits = largest.iter().filter(|other| **other >= size).count();
        // Ties are broken by the size itself, so that any level can be set.
        (count(hits + 1) - 0.999 * size) / count(largest.len() + 1)
    };
    strength(
        own.iter()
            .enumerate()
            .map(|(idx, size)| (idx < 2, p(*size))),
    )
}

/// What weekday and trend leave of a series, by least squares.
fn residual(values: &[Option<f64>], fixed: &[Vec<f64>]) -> Vec<Option<f64>> {
    let places: Vec<usize> = (0..values.len())
        .filter(|idx| values[*idx].is_some())
        .collect();
    let mut rest: Vec<f64> = values.iter().flatten().copied().collect();
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let ones = vec![1.0; places.len()];
    let columns = std::iter::once(ones).chain(fixed.iter().map(|column| at(column, &places)));
    for mut column in columns {
        for direction in &basis {
            let along: f64 = column.iter().zip(direction).map(|(a, b)| a * b).sum();
            column
                .iter_mut()
                .zip(direction)
                .for_each(|(v, d)| *v -= along * d);
        }
        let length = column.iter().map(|v| v * v).sum::<f64>().sqrt();
        if length > 1e-9 {
            basis.push(column.iter().map(|v| v / length).collect());
        }
    }
    for direction in &basis {
        let along: f64 = rest.iter().zip(direction).map(|(a, b)| a * b).sum();
        rest.iter_mut()
            .zip(direction)
            .for_each(|(v, d)| *v -= along * d);
    }
    let mut laid = vec![None; values.len()];
    for (place, value) in places.iter().zip(rest) {
        laid[*place] = Some(value);
    }
    laid
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    if pairs.len() < 10 {
        return 0.0;
    }
    let n = count(pairs.len());
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|p| p.0), mean(|p| p.1));
    let along: f64 = pairs.iter().map(|p| (p.0 - x) * (p.1 - y)).sum();
    let (xx, yy) = pairs.iter().fold((0.0, 0.0), |(xx, yy), p| {
        (xx + (p.0 - x) * (p.0 - x), yy + (p.1 - y) * (p.1 - y))
    });
    let lengths = (xx * yy).sqrt();
    if lengths > 1e-12 {
        along / lengths
    } else {
        0.0
    }
}
