//! From numbers to places on the page. Refuses empty spans: they are widened.

/// A straight scale from a span of numbers to a span of places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// Maps `from.0` to `to.0` and `from.1` to `to.1`. An empty or non-finite span is widened to
    /// one unit, so that nothing is ever divided by zero.
    #[must_use]
    pub fn new(from: (f64, f64), to: (f64, f64)) -> Self {
        let is_usable = from.0.is_finite() && from.1.is_finite() && from.1 > from.0;
        let start = if from.0.is_finite() { from.0 } else { 0.0 };
        Self {
            from: if is_usable {
                from
            } else {
                (start, start + 1.0)
            },
            to,
        }
    }

    /// The place of a number; numbers outside the span land at its ends.
    #[must_use]
    pub fn place(&self, number: f64) -> f64 {
        let share = ((number - self.from.0) / (self.from.1 - self.from.0)).clamp(0.0, 1.0);
        (self.to.1 - self.to.0).mul_add(share, self.to.0)
    }

    /// Whether the number lies on the span.
    #[must_use]
    pub fn holds(&self, number: f64) -> bool {
        number >= self.from.0 && number <= self.from.1
    }
}
