//! Sets of equally likely assignments: how many there are, and one of them by its number. Refuses
//! sets that cannot be counted.

use rand::Rng;

use crate::error::{StatsError, check_range};

/// Periods that a restricted design may have; their assignments are counted in 128 bits.
pub const PERIODS_MAX: usize = 84;
/// Pairs that a design of pairs may have.
pub const PAIRS_MAX: usize = 84;
/// Days among which start days may be drawn.
pub const STARTS_MAX: usize = 400;
/// Start days that are drawn together.
pub const STARTED_MAX: usize = 3;

/// Which assignments of periods to 'with' and 'without' may be drawn; all are equally likely.
///
/// A randomization test holds whatever the values do because it compares the assignment that was
/// drawn with the others that might have been (Edgington & Onghena 2007, Randomization Tests,
/// 4th ed.; Bulté & Onghena 2008, doi:10.3758/BRM.40.2.467).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Design {
    scheme: Scheme,
    n_assignments: u128,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Scheme {
    /// Two periods each, one of them with; which comes first is a coin flip.
    Pairs { n_pairs: usize },
    /// `n_with` of `n_periods`, no run longer than `run_max`, at least `switches_min` switches.
    Restricted {
        n_periods: usize,
        n_with: usize,
        run_max: usize,
        switches_min: usize,
        counts: Counts,
    },
    /// `n_started` of `n_starts` places, every two of them at least `gap` apart.
    Starts {
        n_starts: usize,
        n_started: usize,
        gap: usize,
    },
}

impl Design {
    /// Pairs of periods: one of the two with, in an order that a coin decides.
    ///
    /// # Errors
    /// `OutOfRange` outside 1-84 pairs.
    pub fn pairs(n_pairs: usize) -> Result<Self, StatsError> {
        check_size("pairs", n_pairs, 1, PAIRS_MAX)?;
        Ok(Self {
            scheme: Scheme::Pairs { n_pairs },
            n_assignments: 1 << n_pairs,
        })
    }

    /// `n_with` of `n_periods` periods, in any order.
    ///
    /// # Errors
    /// As [`Design::restricted`].
    pub fn subset(n_periods: usize, n_with: usize) -> Result<Self, StatsError> {
        Self::restricted(n_periods, n_with, n_periods, 0)
    }

    /// `n_with` of `n_periods` periods, at most `run_max` of a kind in a row, with at least
    /// `switches_min` switches from one kind to the other.
    ///
    /// Many switches set neighbors against each other, which is where dependence helps instead of
    /// hurting.
    ///
    /// # Errors
    /// `OutOfRange` outside 2-84 periods, for `n_with` outside 1 to `n_periods - 1`, for a `run_max`
    /// below 1, and when no assignment keeps all the rules.
    pub fn restricted(
        n_periods: usize,
        n_with: usize,
        run_max: usize,
        switches_min: usize,
    ) -> Result<Self, StatsError> {
        check_size("periods", n_periods, 2, PERIODS_MAX)?;
        check_size("periods with", n_with, 1, n_periods - 1)?;
        check_size("longest run", run_max, 1, usize::MAX)?;
        let run_max = run_max.min(n_periods);
        let counts = Counts::new(n_periods, n_with, run_max, switches_min);
        let n_assignments = counts.all();
        if n_assignments == 0 {
            return Err(StatsError::OutOfRange {
                what: "assignments",
                value: 0.0,
                min: 1.0,
                max: f64::MAX,
            });
        }
        let scheme = Scheme::Restricted {
            n_periods,
            n_with,
            run_max,
            switches_min,
            counts,
        };
        Ok(Self {
            scheme,
            n_assignments,
        })
    }

    /// Start days of things that stay: `n_started` of `n_starts` places, every two of them at least
    /// `gap` places apart. A 'period' is a place, and 'with' is a start.
    ///
    /// One start: Edgington 1975, doi:10.1080/00223980.1975.9923926. Several, drawn together:
    /// Koehler & Levin 1998, doi:10.1037/1082-989X.3.2.206; here what comes first is not drawn, because
    /// all act on one outcome.
    ///
    /// # Errors
    /// `OutOfRange` outside 2-400 places and 1-3 starts, for a `gap` of 0, and where so many starts do
    /// not fit.
    pub fn starts(n_starts: usize, n_started: usize, gap: usize) -> Result<Self, StatsError> {
        check_size("places", n_starts, 2, STARTS_MAX)?;
        check_size("starts", n_started, 1, STARTED_MAX)?;
        check_size("gap", gap, 1, STARTS_MAX)?;
        let taken = (n_started - 1) * (gap - 1);
        check_size("places with gaps", n_starts, taken + n_started, usize::MAX)?;
        Ok(Self {
            scheme: Scheme::Starts {
                n_starts,
                n_started,
                gap,
            },
            n_assignments: choose(n_starts - taken, n_started),
        })
    }

    /// How many assignments there are.
    #[must_use]
    pub const fn n_assignments(&self) -> u128 {
        self.n_assignments
    }

    /// How many periods each assignment has.
    #[must_use]
    pub const fn n_periods(&self) -> usize {
        match &self.scheme {
            Scheme::Pairs { n_pairs } => 2 * *n_pairs,
            Scheme::Restricted { n_periods, .. } => *n_periods,
            Scheme::Starts { n_starts, .. } => *n_starts,
        }
    }

    /// Assignment number `idx`, counted from 0; `true`: with.
    ///
    /// # Errors
    /// `OutOfRange` when there are not so many.
    pub fn assignment(&self, idx: u128) -> Result<Vec<bool>, StatsError> {
        if idx >= self.n_assignments {
            #[expect(clippy::cast_precision_loss, reason = "for the message only")]
            return Err(StatsError::OutOfRange {
                what: "assignment",
                value: idx as f64,
                min: 0.0,
                max: (self.n_assignments - 1) as f64,
            });
        }
        Ok(match &self.scheme {
            Scheme::Pairs { n_pairs } => (0..*n_pairs)
                .flat_map(|pair| {
                    let is_first = idx >> pair & 1 == 1;
                    [is_first, !is_first]
                })
                .collect(),
            Scheme::Restricted { counts, .. } => counts.assignment(idx),
            Scheme::Starts {
                n_starts,
                n_started,
                gap,
            } => started(idx, *n_starts, *n_started, *gap),
        })
    }

    /// Draws one assignment.
    #[must_use]
    pub fn draw(&self, rng: &mut impl Rng) -> Vec<bool> {
        let idx = below(rng, self.n_assignments);
        // The number is inside by construction.
        self.assignment(idx).unwrap_or_default()
    }

    /// Whether an assignment may have been drawn.
    #[must_use]
    pub fn contains(&self, assigned: &[bool]) -> bool {
        if assigned.len() != self.n_periods() {
            return false;
        }
        match &self.scheme {
            Scheme::Pairs { .. } => assigned.chunks(2).all(|pair| pair[0] != pair[1]),
            Scheme::Restricted {
                n_with,
                run_max,
                switches_min,
                ..
            } => {
                let n_switches = assigned.windows(2).filter(|two| two[0] != two[1]).count();
                let longest = assigned.chunk_by(|a, b| a == b).map(<[bool]>::len).max();
                assigned.iter().filter(|with| **with).count() == *n_with
                    && longest.unwrap_or(0) <= *run_max
                    && n_switches >= *switches_min
            }
            Scheme::Starts { n_started, gap, .. } => {
                let places = assigned.iter().enumerate().filter(|(_, with)| **with);
                let places: Vec<usize> = places.map(|(place, _)| place).collect();
                places.len() == *n_started && places.windows(2).all(|two| two[1] - two[0] >= *gap)
            }
        }
    }
}

/// Ways to take `k` of `n`, for the few that are drawn together.
fn choose(n: usize, k: usize) -> u128 {
    let taken = (0..k).map(|at| n.saturating_sub(at) as u128);
    taken.product::<u128>() / (1..=k as u128).product::<u128>()
}

/// Assignment number `idx` of starts that lie apart: a choice without gaps by its place in the
/// combinatorial number system, the gaps put back in.
fn started(mut idx: u128, n_starts: usize, n_started: usize, gap: usize) -> Vec<bool> {
    let mut assigned = vec![false; n_starts];
    for nth in (0..n_started).rev() {
        let mut place = nth;
        while choose(place + 1, nth + 1) <= idx {
            place += 1;
        }
        idx -= choose(place, nth + 1);
        if let Some(with) = assigned.get_mut(place + nth * (gap - 1)) {
            *with = true;
        }
    }
    assigned
}

/// A number from 0 to `n - 1`, each as likely as the next.
fn below(rng: &mut impl Rng, n: u128) -> u128 {
    let bits = 128 - (n - 1).leading_zeros();
    if bits == 0 {
        return 0;
    }
    loop {
        let wide = u128::from(rng.next_u64()) << 64 | u128::from(rng.next_u64());
        let number = wide >> (128 - bits);
        if number < n {
            return number;
        }
    }
}

fn check_size(what: &'static str, value: usize, min: usize, max: usize) -> Result<(), StatsError> {
    #[expect(clippy::cast_precision_loss, reason = "for the message only")]
    let (value, min, max) = (value as f64, min as f64, max as f64);
    check_range(what, value, min, max)
}

/// How many ways there are to go on, from every place that an assignment can have come to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counts {
    n_periods: usize,
    n_with: usize,
    run_max: usize,
    switches_min: usize,
    /// By periods left, periods with left, switches still needed and run so far; the kind of the
    /// run follows from a turn of the other two: `with` left is counted for the kind of the run.
    ways: Vec<u128>,
}

/// Where an assignment has come to.
#[derive(Debug, Clone, Copy)]
struct Place {
    left: usize,
    /// Periods left of the kind of the last one.
    same_left: usize,
    /// Length of the run so far.
    run: usize,
    /// Switches still needed.
    needed: usize,
}

impl Counts {
    fn new(n_periods: usize, n_with: usize, run_max: usize, switches_min: usize) -> Self {
        // More switches than places for them: no assignment, whatever the number.
        let switches_min = switches_min.min(n_periods);
        let mut counts = Self {
            n_periods,
            n_with,
            run_max,
            switches_min,
            ways: Vec::new(),
        };
        counts.ways = vec![0; counts.idx_of_left(n_periods)];
        for left in 0..n_periods {
            for same_left in 0..=left {
                for run in 1..=run_max {
                    for needed in 0..=switches_min {
                        let place = Place {
                            left,
                            same_left,
                            run,
                            needed,
                        };
                        let idx = counts.idx(place);
                        counts.ways[idx] = counts.onwards(place);
                    }
                }
            }
        }
        counts
    }

    fn onwards(&self, place: Place) -> u128 {
        if place.left == 0 {
            return u128::from(place.needed == 0);
        }
        self.ways_of(place.stay(self.run_max)) + self.ways_of(place.switch())
    }

    fn ways_of(&self, place: Option<Place>) -> u128 {
        place.map_or(0, |place| self.ways[self.idx(place)])
    }

    /// Where the places with so many periods left begin: triangular in what is left.
    const fn idx_of_left(&self, left: usize) -> usize {
        left * (left + 1) / 2 * self.run_max * (self.switches_min + 1)
    }

    const fn idx(&self, place: Place) -> usize {
        let by_run = place.same_left * self.run_max + place.run - 1;
        self.idx_of_left(place.left) + by_run * (self.switches_min + 1) + place.needed
    }

    /// The place after a first period of one kind, when there is one.
    fn begun(&self, is_with: bool) -> Option<Place> {
        let of_kind = if is_with {
            self.n_with
        } else {
            self.n_periods - self.n_with
        };
        Some(Place {
            left: self.n_periods - 1,
            same_left: of_kind.checked_sub(1)?,
            run: 1,
            needed: self.switches_min,
        })
    }

    fn all(&self) -> u128 {
        self.ways_of(self.begun(true)) + self.ways_of(self.begun(false))
    }

    fn assignment(&self, mut idx: u128) -> Vec<bool> {
        let without_first = self.ways_of(self.begun(false));
        let mut is_with = idx >= without_first;
        if is_with {
            idx -= without_first;
        }
        let mut assigned = vec![is_with];
        let mut at = self.begun(is_with);
        while let Some(place) = at.filter(|place| place.left > 0) {
            let stays = self.ways_of(place.stay(self.run_max));
            if idx < stays {
                at = place.stay(self.run_max);
            } else {
                idx -= stays;
                is_with = !is_with;
                at = place.switch();
            }
            assigned.push(is_with);
        }
        assigned
    }
}

impl Place {
    fn stay(self, run_max: usize) -> Option<Self> {
        (self.same_left > 0 && self.run < run_max).then(|| Self {
            left: self.left - 1,
            same_left: self.same_left - 1,
            run: self.run + 1,
            needed: self.needed,
        })
    }

    fn switch(self) -> Option<Self> {
        let other_left = self.left - self.same_left;
        (other_left > 0).then(|| Self {
            left: self.left - 1,
            same_left: other_left - 1,
            run: 1,
            needed: self.needed.saturating_sub(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::draw_stream;
    use std::collections::BTreeSet;

    #[test]
    fn every_assignment_has_one_number() {
        for (n, with, run, switches) in [(8, 4, 8, 0), (9, 3, 2, 0), (10, 5, 3, 6), (6, 3, 1, 5)] {
            let design = Design::restricted(n, with, run, switches).unwrap();
            let listed: BTreeSet<Vec<bool>> = (0..design.n_assignments())
                .map(|idx| design.assignment(idx).unwrap())
                .collect();
            let kept: BTreeSet<Vec<bool>> = (0..1u32 << n)
                .map(|bits| (0..n).map(|place| bits >> place & 1 == 1).collect())
                .filter(|assigned: &Vec<bool>| design.contains(assigned))
                .collect();
            assert_eq!(listed, kept);
            assert_eq!(listed.len() as u128, design.n_assignments());
        }
    }

    #[test]
    fn every_choice_of_start_days_has_one_number() {
        for (n, started, gap) in [(9, 1, 1), (9, 2, 3), (12, 3, 1), (12, 3, 4), (7, 3, 3)] {
            let design = Design::starts(n, started, gap).unwrap();
            let listed: BTreeSet<Vec<bool>> = (0..design.n_assignments())
                .map(|idx| design.assignment(idx).unwrap())
                .collect();
            let kept: BTreeSet<Vec<bool>> = (0..1u32 << n)
                .map(|bits| (0..n).map(|place| bits >> place & 1 == 1).collect())
                .filter(|assigned: &Vec<bool>| design.contains(assigned))
                .collect();
            assert_eq!(listed, kept, "{n} {started} {gap}");
            assert_eq!(listed.len() as u128, design.n_assignments());
        }
        assert!(Design::starts(6, 3, 3).is_err(), "three do not fit");
        assert!(Design::starts(6, 4, 1).is_err() && Design::starts(6, 1, 0).is_err());
    }

    #[test]
    fn known_counts() {
        assert_eq!(
            Design::subset(42, 21).unwrap().n_assignments(),
            538_257_874_440
        );
        assert_eq!(Design::pairs(7).unwrap().n_assignments(), 128);
        let alternating = Design::restricted(42, 21, 1, 0).unwrap();
        assert_eq!(alternating.n_assignments(), 2);
    }

    #[test]
    fn each_assignment_is_drawn_as_often() {
        let design = Design::restricted(6, 3, 2, 0).unwrap();
        let n = usize::try_from(design.n_assignments()).unwrap();
        let mut drawn = std::collections::BTreeMap::<Vec<bool>, u32>::new();
        let mut rng = draw_stream(1, 0);
        for _ in 0..n * 400 {
            *drawn.entry(design.draw(&mut rng)).or_default() += 1;
        }
        assert_eq!(drawn.len(), n);
        assert!(drawn.values().all(|n| (300..500).contains(n)), "{drawn:?}");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert!(Design::pairs(0).is_err());
        assert!(Design::subset(10, 0).is_err());
        assert!(Design::subset(10, 10).is_err());
        assert!(Design::subset(200, 100).is_err());
        assert!(
            Design::restricted(10, 2, 2, 0).is_err(),
            "eight in a row are left"
        );
        assert!(Design::restricted(10, 5, 2, 10).is_err());
        assert!(Design::pairs(2).unwrap().assignment(4).is_err());
    }
}
