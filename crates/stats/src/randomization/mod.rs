//! Experiments whose days were drawn by lot: was there an effect, and how large may it be?
//! Refuses assignments that the design could not have drawn.

mod chance;
mod design;
mod needed;

pub use chance::{Bin, bins};
pub use design::{Design, PAIRS_MAX, PERIODS_MAX, STARTED_MAX, STARTS_MAX};
pub use needed::Needed;

use crate::error::{StatsError, check_finite, check_length, check_range};
use crate::random::draw_stream;
use crate::state_space::{Grid, Layout, Posterior, dot};

/// Assignments up to which all are gone through; above, so many are drawn.
pub const EXACT_MAX: u128 = 100_000;
/// Assignments drawn where there are more.
pub const N_DRAWS: usize = 9_999;
/// How far from the estimate an end of the interval is looked for, in standard errors.
const REACH: f64 = 12.0;
/// Halvings of the stretch in which an end lies.
const HALVINGS: usize = 11;

/// What an experiment found.
#[derive(Debug, Clone, PartialEq)]
pub struct Randomized {
    /// The effect of a period with against one without, in the unit of the values.
    pub estimate: f64,
    /// p-value of no effect on any occasion, both directions by their tails.
    pub p_value: f64,
    /// Lower end of the interval of effects that the test does not reject; `None`: none was found,
    /// it is open on this side.
    pub lower: Option<f64>,
    /// Upper end.
    pub upper: Option<f64>,
    /// Assignments compared, the one that was drawn among them.
    pub n_compared: usize,
    /// Whether these were all that there are.
    pub is_exact: bool,
    /// How often each difference came out of the assignments compared, were there no effect: the
    /// statistic of each in the unit of the values, on the footing of the one that was drawn, whose
    /// own is `estimate`. One that tells nothing apart is left out.
    pub by_chance: Vec<Bin>,
}

/// How the probability of an error is shared between the two directions, fixed beforehand.
///
/// p = min(`p_below` / below, `p_above` / above): a direction that is expected is found more easily,
/// the other one less, and both together err as often as a two-sided test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tails {
    below: f64,
}

impl Tails {
    /// Half for each.
    pub const EVEN: Self = Self { below: 0.5 };

    /// `below`: share for effects below zero, 0.05-0.95.
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn new(below: f64) -> Result<Self, StatsError> {
        check_range("share below", below, 0.05, 0.95)?;
        Ok(Self { below })
    }

    /// The smallest p-value that a test on a design can give.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a probability")]
    pub fn p_smallest(self, design: &Design) -> f64 {
        let larger = self.below.max(1.0 - self.below);
        (1.0 / design.n_assignments() as f64 / larger).min(1.0)
    }

    fn p_value(self, (below, above): (f64, f64)) -> f64 {
        (below / self.below)
            .min(above / (1.0 - self.below))
            .min(1.0)
    }
}

/// An experiment ready to be read: occasions, and what each period means for each of them.
#[derive(Debug, Clone)]
pub struct Experiment<'a> {
    design: &'a Design,
    layout: &'a Layout,
    grid: &'a Grid,
    tails: Tails,
    /// One column a period: how much of an effect each occasion has when that period is 'with'.
    exposure: &'a [Vec<f64>],
}

impl<'a> Experiment<'a> {
    /// `layout`: times of the answered occasions with what is held still. `exposure`: one column
    /// for each period of the design, one number an occasion: the share of the effect (0-1) that
    /// it has because of that period. Periods add up.
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`.
    pub fn new(
        design: &'a Design,
        layout: &'a Layout,
        grid: &'a Grid,
        tails: Tails,
        exposure: &'a [Vec<f64>],
    ) -> Result<Self, StatsError> {
        check_length("exposure", exposure.len(), design.n_periods())?;
        for column in exposure {
            check_length(
                "exposure of a period",
                column.len(),
                layout.n_observations(),
            )?;
            check_finite("exposure of a period", column)?;
        }
        Ok(Self {
            design,
            layout,
            grid,
            tails,
            exposure,
        })
    }

    /// Tests that nothing differs, and inverts the test for an interval.
    ///
    /// The statistic is the generalized least squares t of the exposure, whitened by the dependence
    /// that the values have without any effect and averaged over its uncertainty. It is a function
    /// of values and assignment alone, so comparing it over the assignments that might have been
    /// drawn is exact however the values depend on each other. The interval holds the sizes of a
    /// constant effect that the same test does not reject when it is taken off the values.
    ///
    /// `assigned`: as drawn. `level`: of the interval, 0.5-0.9999. `seed`: for assignments that are
    /// drawn where there are more than [`EXACT_MAX`].
    ///
    /// # Errors
    /// `NotInDesign` for an assignment that it could not have drawn; errors of [`Posterior::new`];
    /// `NotEstimable` when no occasion tells with from without.
    pub fn read(
        &self,
        values: &[f64],
        assigned: &[bool],
        level: f64,
        seed: u64,
    ) -> Result<Randomized, StatsError> {
        check_range("level", level, 0.5, 0.9999)?;
        let others = self.check(values, assigned)?.others(seed)?;
        let observed: Vec<f64> = self.exposed(assigned);
        let found = self.scores(values)?;
        let (along, information) = found.of(assigned);
        if information <= LEFT_MIN * found.scale {
            return Err(StatsError::NotEstimable { idx: 0 });
        }
        let spread = 1.0 / information.sqrt();
        let estimate = along / information;
        // The tails of the test when so large an effect is taken off.
        let tails_at = |effect: f64| -> Result<(f64, f64), StatsError> {
            let left: Vec<f64> = (values.iter().zip(&observed))
                .map(|(value, exposed)| value - effect * exposed)
                .collect();
            // Where nothing is left to vary, the effect explains everything.
            match self.scores(&left) {
                Ok(scores) => Ok(scores.tails(assigned, &others)),
                Err(StatsError::NoSpread) => Ok((1.0, 1.0)),
                Err(error) => Err(error),
            }
        };
        let error = 1.0 - level;
        let is_kept = |effect: f64, side: f64| -> Result<bool, StatsError> {
            let (below, above) = tails_at(effect)?;
            Ok(if side > 0.0 {
                below > error * self.tails.below
            } else {
                above > error * (1.0 - self.tails.below)
            })
        };
        let end = |side: f64| -> Result<Option<f64>, StatsError> {
            let at = |step: f64| estimate + side * step * spread;
            let (mut inside, mut outside) = (0.0, REACH);
            if is_kept(at(outside), side)? {
                return Ok(None);
            }
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(inside, outside);
                if is_kept(at(middle), side)? {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            Ok(Some(at(outside)))
        };
        Ok(Randomized {
            estimate,
            p_value: self.tails.p_value(found.tails(assigned, &others)),
            lower: end(-1.0)?,
            upper: end(1.0)?,
            n_compared: others.assigned.len() + usize::from(!others.is_all),
            is_exact: others.is_all,
            by_chance: found.by_chance((assigned, spread), &others),
        })
    }

    /// The p-value alone, as [`Experiment::read`] gives it.
    ///
    /// # Errors
    /// As [`Experiment::read`].
    pub fn p_value(&self, values: &[f64], assigned: &[bool], seed: u64) -> Result<f64, StatsError> {
        let others = self.check(values, assigned)?.others(seed)?;
        Ok(self
            .tails
            .p_value(self.scores(values)?.tails(assigned, &others)))
    }

    fn check(&self, values: &[f64], assigned: &[bool]) -> Result<&Self, StatsError> {
        check_length("values", values.len(), self.layout.n_observations())?;
        check_length("assignment", assigned.len(), self.design.n_periods())?;
        if !self.design.contains(assigned) {
            return Err(StatsError::NotInDesign);
        }
        Ok(self)
    }

    fn exposed(&self, assigned: &[bool]) -> Vec<f64> {
        let mut sum = vec![0.0; self.layout.n_observations()];
        for (column, _) in self
            .exposure
            .iter()
            .zip(assigned)
            .filter(|(_, with)| **with)
        {
            for (sum, share) in sum.iter_mut().zip(column) {
                *sum += share;
            }
        }
        sum
    }

    fn others(&self, seed: u64) -> Result<Others, StatsError> {
        let n = self.design.n_assignments();
        let is_all = n <= EXACT_MAX;
        let assigned = if is_all {
            (0..n)
                .map(|idx| self.design.assignment(idx))
                .collect::<Result<_, _>>()?
        } else {
            let mut rng = draw_stream(seed, 0);
            (0..N_DRAWS).map(|_| self.design.draw(&mut rng)).collect()
        };
        Ok(Others { assigned, is_all })
    }

    /// Numerator and information of every assignment as sums over its periods.
    fn scores(&self, values: &[f64]) -> Result<Scores, StatsError> {
        let posterior = Posterior::new(self.layout, values, self.grid)?;
        let n = self.exposure.len();
        let mut scores = Scores {
            along: vec![0.0; n],
            information: vec![0.0; n * n],
            scale: 0.0,
        };
        for component in posterior.components() {
            let residual = component.residual(posterior.values());
            let variance = dot(&residual, &residual) / posterior.df();
            let weight = component.weight() / variance;
            let white: Vec<Vec<f64>> = (self.exposure.iter())
                .map(|column| {
                    let mut white = component.filter().whiten_inside(column);
                    component.filter().project(&mut white);
                    white
                })
                .collect();
            for (row, one) in white.iter().enumerate() {
                scores.along[row] += weight * dot(one, &residual) * posterior.unit();
                scores.scale += weight * dot(one, one);
                for (column, other) in white.iter().enumerate().take(row + 1) {
                    let product = weight * dot(one, other);
                    scores.information[row * n + column] += product;
                    if column != row {
                        scores.information[column * n + row] += product;
                    }
                }
            }
        }
        // In units of the values.
        let unit = posterior.unit() * posterior.unit();
        for number in scores.along.iter_mut().chain(&mut scores.information) {
            *number /= unit;
        }
        scores.scale /= unit;
        Ok(scores)
    }
}

/// For each day, the share (0-1) of the whole effect that is there because of each period, when half
/// of an effect has come or gone after `half_life_days`; 0: all of it at once.
///
/// The shape of the gradual effects model (Swan & Pustejovsky 2018,
/// doi:10.1080/00273171.2018.1466681), linear in the assignment.
#[must_use]
pub fn build_up(n_periods: usize, days_per_period: u32, half_life_days: f64) -> Vec<Vec<f64>> {
    let kept = if half_life_days > 0.0 {
        libm::exp2(-1.0 / half_life_days)
    } else {
        0.0
    };
    let mut at = vec![0.0; n_periods];
    (0..n_periods)
        .flat_map(|now| (0..days_per_period).map(move |_| now))
        .map(|now| {
            for (period, share) in at.iter_mut().enumerate() {
                let is_now = if period == now { 1.0 } else { 0.0 };
                *share = kept * *share + (1.0 - kept) * is_now;
            }
            at.clone()
        })
        .collect()
}

/// For each day, the share (0-1) of the whole effect of something that stays, if it began on each of
/// `starts` (days from the first); half of it has come after `half_life_days`; 0: all of it at once.
#[must_use]
pub fn build_up_from(
    starts: core::ops::RangeInclusive<u32>,
    n_days: u32,
    half_life_days: f64,
) -> Vec<Vec<f64>> {
    let kept = if half_life_days > 0.0 {
        libm::exp2(-1.0 / half_life_days)
    } else {
        0.0
    };
    let there = |day: u32, start: u32| {
        let n = (day + 1).saturating_sub(start);
        if n == 0 {
            0.0
        } else {
            1.0 - libm::pow(kept, f64::from(n))
        }
    };
    (0..n_days)
        .map(|day| starts.clone().map(|start| there(day, start)).collect())
        .collect()
}

/// Assignments that might have been drawn.
struct Others {
    assigned: Vec<Vec<bool>>,
    /// Whether the one that was drawn is among them because all are.
    is_all: bool,
}

/// What every assignment's statistic is made of.
struct Scores {
    /// For each period, its exposure along the values.
    along: Vec<f64>,
    /// For each two periods, their exposures along each other.
    information: Vec<f64>,
    /// Sum of the diagonal: below a share of it nothing is told apart.
    scale: f64,
}

/// Share of the information of single periods that an assignment has to keep.
const LEFT_MIN: f64 = 1e-9;
/// Statistics this close are the same: the order of additions must not decide.
const SAME: f64 = 1e-9;

impl Scores {
    fn of(&self, assigned: &[bool]) -> (f64, f64) {
        let n = assigned.len();
        let with: Vec<usize> = (0..n).filter(|period| assigned[*period]).collect();
        let along = with.iter().map(|row| self.along[*row]).sum();
        let of_row = |row: &usize| -> f64 {
            let row = &self.information[row * n..(row + 1) * n];
            with.iter().map(|column| row[*column]).sum()
        };
        (along, with.iter().map(of_row).sum())
    }

    fn statistic(&self, assigned: &[bool]) -> Option<f64> {
        let (along, information) = self.of(assigned);
        (information > LEFT_MIN * self.scale).then(|| along / information.sqrt())
    }

    fn by_chance(&self, (assigned, spread): (&[bool], f64), others: &Others) -> Vec<Bin> {
        let own = (!others.is_all).then_some(assigned);
        let compared = others.assigned.iter().map(Vec::as_slice).chain(own);
        let scaled: Vec<f64> = compared
            .filter_map(|assigned| Some(self.statistic(assigned)? * spread))
            .collect();
        bins(&scaled)
    }

    /// Shares of assignments whose statistic lies as far below, and as far above, as the one that
    /// was drawn. An assignment that tells nothing apart counts as both.
    #[expect(clippy::cast_precision_loss, reason = "counts of assignments")]
    fn tails(&self, assigned: &[bool], others: &Others) -> (f64, f64) {
        let Some(observed) = self.statistic(assigned) else {
            return (1.0, 1.0);
        };
        let slack = SAME * observed.abs().max(1.0);
        let (mut below, mut above) = (0_usize, 0_usize);
        for other in &others.assigned {
            let statistic = self.statistic(other);
            below += usize::from(statistic.is_none_or(|s| s <= observed + slack));
            above += usize::from(statistic.is_none_or(|s| s >= observed - slack));
        }
        let own = usize::from(!others.is_all);
        let all = (others.assigned.len() + own) as f64;
        ((below + own) as f64 / all, (above + own) as f64 / all)
    }
}
