//! How some answers lie: lowest, middle, highest. Refuses estimates: each is an answer that was given,
//! or the point halfway between two.

/// How answers lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The lowest.
    pub low: f64,
    /// As many lie below it as above.
    pub middle: f64,
    /// The highest.
    pub high: f64,
    /// How many answers there are.
    pub n: usize,
}

/// Says how answers lie; `None` when there are none. What is not a number is left out.
#[must_use]
pub fn spread(answers: impl IntoIterator<Item = f64>) -> Option<Spread> {
    let mut sorted: Vec<f64> = answers.into_iter().filter(|a| a.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let upper = sorted.get(n / 2)?;
    let lower = sorted.get(n.checked_sub(1)? / 2)?;
    Some(Spread {
        low: *sorted.first()?,
        middle: f64::midpoint(*lower, *upper),
        high: *sorted.last()?,
        n,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_has_as_many_below_as_above() {
        let odd = spread([30.0, 10.0, 20.0]).map(|s| (s.low, s.middle, s.high, s.n));
        assert_eq!(odd, Some((10.0, 20.0, 30.0, 3)));
        let even = spread([40.0, 10.0, f64::NAN, 20.0, 30.0]).map(|s| (s.middle, s.n));
        assert_eq!(even, Some((25.0, 4)));
        assert_eq!(spread([]), None);
    }
}
