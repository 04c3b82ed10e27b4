//! Where the observations lie: their times and fixed-effect columns, without their values.
//! Refuses times that go backwards and numbers that are not finite.

use crate::error::{StatsError, check_finite, check_length, check_range};

/// The longest distance in days that may be spanned (about 2,700 years).
pub const TIME_MAX: f64 = 1e6;

const ALIAS_TOLERANCE: f64 = 1e-7;

/// The times (days, non-decreasing, equal times allowed) and fixed-effect columns of a series.
///
/// An intercept is always put first. Columns that are a combination of earlier ones are set aside
/// (`aliased`) instead of being an error: a short record may lack a weekday.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    times: Vec<f64>,
    /// Kept columns, intercept first, each as long as `times`.
    columns: Vec<Vec<f64>>,
    /// Position of each kept column among the caller's columns; `None` is the intercept.
    origin: Vec<Option<usize>>,
    n_given: usize,
}

impl Layout {
    /// Takes times in days and the caller's columns (without intercept), each one value per time.
    ///
    /// # Errors
    /// `TooFew` without times; `TimesNotSorted`; `NotFinite`; `OutOfRange` beyond [`TIME_MAX`];
    /// `LengthMismatch`.
    pub fn new(times: &[f64], columns: &[Vec<f64>]) -> Result<Self, StatsError> {
        if times.is_empty() {
            return Err(StatsError::TooFew { have: 0, need: 1 });
        }
        check_times("times", times)?;
        let mut layout = Self {
            times: times.to_vec(),
            columns: vec![vec![1.0; times.len()]],
            origin: vec![None],
            n_given: columns.len(),
        };
        let mut basis = vec![unit(&layout.columns[0])];
        for (idx, column) in columns.iter().enumerate() {
            check_length("column", column.len(), times.len())?;
            check_finite("column", column)?;
            if let Some(direction) = new_direction(column, &basis) {
                basis.push(direction);
                layout.columns.push(column.clone());
                layout.origin.push(Some(idx));
            }
        }
        Ok(layout)
    }

    /// Takes times only: an intercept is the one fixed effect.
    ///
    /// # Errors
    /// As [`Layout::new`].
    pub fn of_times(times: &[f64]) -> Result<Self, StatsError> {
        Self::new(times, &[])
    }

    /// Number of observations.
    #[must_use]
    pub fn n_observations(&self) -> usize {
        self.times.len()
    }

    /// Number of fixed effects kept, the intercept among them.
    #[must_use]
    pub fn n_effects(&self) -> usize {
        self.columns.len()
    }

    /// Times in days.
    #[must_use]
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// The kept columns, intercept first.
    #[must_use]
    pub fn columns(&self) -> &[Vec<f64>] {
        &self.columns
    }

    /// For each kept column its position among the caller's columns; `None` is the intercept.
    #[must_use]
    pub fn origin(&self) -> &[Option<usize>] {
        &self.origin
    }

    /// The caller's columns that were set aside because earlier columns already say the same.
    #[must_use]
    pub fn aliased(&self) -> Vec<usize> {
        (0..self.n_given)
            .filter(|idx| !self.origin.contains(&Some(*idx)))
            .collect()
    }

    /// Observations left over after the fixed effects.
    #[must_use]
    pub fn df(&self) -> usize {
        self.times.len().saturating_sub(self.columns.len())
    }

    /// The part `from..to` of this layout as a layout of its own.
    ///
    /// # Errors
    /// `TooFew` if the part is empty or reaches past the end.
    pub fn part(&self, from: usize, to: usize) -> Result<Self, StatsError> {
        if from >= to || to > self.times.len() {
            return Err(StatsError::TooFew { have: 0, need: 1 });
        }
        let columns: Vec<Vec<f64>> = self.columns[1..]
            .iter()
            .map(|column| column[from..to].to_vec())
            .collect();
        Self::new(&self.times[from..to], &columns)
    }

    /// Refuses values that do not fit this layout.
    pub(crate) fn check_values(&self, values: &[f64]) -> Result<(), StatsError> {
        check_length("values", values.len(), self.times.len())?;
        check_finite("values", values)
    }

    /// Refuses a layout with fewer than `spare` observations beyond its fixed effects.
    pub(crate) fn check_enough(&self, spare: usize) -> Result<(), StatsError> {
        let (have, need) = (self.times.len(), self.columns.len() + spare);
        if have < need {
            Err(StatsError::TooFew { have, need })
        } else {
            Ok(())
        }
    }
}

/// Refuses times that are not finite, too far apart or not in order.
pub(crate) fn check_times(what: &'static str, times: &[f64]) -> Result<(), StatsError> {
    check_finite(what, times)?;
    if let Some(idx) = times.windows(2).position(|pair| pair[1] < pair[0]) {
        return Err(StatsError::TimesNotSorted { idx: idx + 1 });
    }
    for time in times {
        check_range(what, *time, -TIME_MAX, TIME_MAX)?;
    }
    Ok(())
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

fn unit(column: &[f64]) -> Vec<f64> {
    let largest = column
        .iter()
        .fold(0.0_f64, |size, value| size.max(value.abs()));
    if largest == 0.0 {
        return column.to_vec();
    }
    let scaled: Vec<f64> = column.iter().map(|value| value / largest).collect();
    let length = dot(&scaled, &scaled).sqrt();
    scaled.iter().map(|value| value / length).collect()
}

/// What a column adds to the basis, as a unit vector; `None` if it adds nothing.
fn new_direction(column: &[f64], basis: &[Vec<f64>]) -> Option<Vec<f64>> {
    if basis.len() >= column.len() {
        return None;
    }
    let mut rest = unit(column);
    // Twice, because one pass of Gram-Schmidt leaves rounding behind.
    for _ in 0..2 {
        for direction in basis {
            let along = dot(direction, &rest);
            for (value, step) in rest.iter_mut().zip(direction) {
                *value -= along * step;
            }
        }
    }
    (dot(&rest, &rest).sqrt() > ALIAS_TOLERANCE).then(|| unit(&rest))
}
