//! Does being asked make it worse? Days after drawn days without prompts, against days after days
//! with them.
//!
//! Claims count against the budget. The lot is what allows a claim here to speak of an effect.

use record::LocalDay;
use series::{Series, Silences};
use stats::random::draw_stream;
use stats::randomization::{Design, Tails};

use crate::answer::{Answer, Basis, Interval, Reason};
use crate::budget::{FAMILY_WISE, Share};
use crate::by_lot::{self, ByLot, ChanceBar, DrawnDay, interval};

/// Days with an answer that each side needs.
pub const DAYS_EACH_MIN: u32 = 5;
const METHOD: &str = "randomization/gls-ar1-noise/next-day";
const VERSION: &str = "1";
const CI_LEVEL: f64 = 0.95;

/// Numbness the day after, by whether the program asked.
#[derive(Debug, Clone, PartialEq)]
pub struct BeingAsked {
    /// First and last day that was drawn for.
    pub days: (LocalDay, LocalDay),
    /// Numbness on the day after a day with prompts less after one without, points of 100; above
    /// zero: more numb after being asked.
    pub size: Interval,
    /// Probability of a difference as far out when there is none on any day, over what might have
    /// been drawn.
    pub p_value: f64,
    /// The same on the scale of [`FAMILY_WISE`].
    pub p_adjusted: f64,
    /// Probability of a false claim that this question may spend, once.
    pub alpha: f64,
    /// Assignments that were compared.
    pub n_compared: usize,
    /// Whether these are all that might have been drawn.
    pub is_exact: bool,
    /// Days with an answer after days with prompts and after days without.
    pub n_days: (u32, u32),
    /// These days, oldest first; `is_with`: after a day with prompts.
    pub drawn: Vec<DrawnDay>,
    /// Where `size` stands among the assignments that were compared.
    pub by_chance: Vec<ChanceBar>,
}

impl BeingAsked {
    /// Smallest difference, points of 100, that such days show four times out of five, from the
    /// width of the interval.
    #[must_use]
    pub fn could_have_shown(&self) -> f64 {
        crate::reach::of_interval(&self.size, self.alpha).min(100.0)
    }

    /// Whether a difference is said to be there.
    #[must_use]
    pub fn is_claim(&self) -> bool {
        self.p_value <= self.alpha
    }
}

/// Asks whether numbness differs after days without prompts. Read once, when the last of them is
/// over.
///
/// Method, assumptions and measured error rates: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>) -> Answer<BeingAsked> {
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, Basis::new(None, METHOD, VERSION));
    };
    let mut basis = Basis::new(Some(&series.numbness), METHOD, VERSION);
    let Some(silences) = &series.silences else {
        return Answer::withhold(Reason::NoSilences, basis);
    };
    match read(series, silences) {
        Err(reason) => Answer::withhold(reason, basis),
        Ok(found) => {
            basis.period = Some(found.days);
            basis.n_days = (found.n_days.0 + found.n_days.1) as usize;
            basis.numbers = vec![("alpha", found.alpha)];
            Answer::Finding(found, basis)
        }
    }
}

/// Draws silent days for so many blocks, half of them silent; `None` where so few blocks could never
/// decide. The same seed gives the same on every machine.
#[must_use]
pub fn draw(n_blocks: u32, seed: u64) -> Option<Vec<bool>> {
    let n_blocks = usize::try_from(n_blocks / 2 * 2).ok()?;
    let design = Design::subset(n_blocks, n_blocks / 2).ok()?;
    let decides = Tails::EVEN.p_smallest(&design) <= Share::of_being_asked();
    decides.then(|| design.draw(&mut draw_stream(seed, DRAWING)))
}

/// Random numbers of a seed that draw; those of place 0 belong to the test.
const DRAWING: u64 = 1;

/// The p-value alone, as [`answer`] has it: for proofs that need no interval.
///
/// # Errors
/// The reason why nothing is said.
pub fn p_value(series: &Series, silences: &Silences) -> Result<f64, Reason> {
    let design = gate(series, silences)?;
    lot(silences, &design)
        .p_value(&series.numbness, |day| after(silences, day))
        .ok_or(Reason::AllAlike)
}

fn read(series: &Series, silences: &Silences) -> Result<BeingAsked, Reason> {
    let design = gate(series, silences)?;
    let found = lot(silences, &design)
        .read(&series.numbness, CI_LEVEL, |day| after(silences, day))
        .ok_or(Reason::AllAlike)?;
    // The lot drew silence; the question is about being asked.
    let silent = interval(&found, CI_LEVEL);
    let alpha = Share::of_being_asked();
    let drawn = drawn_days(series, silences);
    let turned = by_lot::by_chance(&found).into_iter().rev();
    Ok(BeingAsked {
        by_chance: turned
            .map(|bar| ChanceBar {
                low: -bar.high,
                high: -bar.low,
                ..bar
            })
            .collect(),
        days: (silences.begins, silences.ends()),
        size: Interval {
            estimate: -silent.estimate,
            low: -silent.high,
            high: -silent.low,
            ci_level: CI_LEVEL,
        },
        p_value: found.p_value,
        p_adjusted: (found.p_value / alpha * FAMILY_WISE).min(1.0),
        alpha,
        n_compared: found.n_compared,
        is_exact: found.is_exact,
        n_days: by_lot::sides(&drawn),
        drawn,
    })
}

/// The set that the silent days were drawn from, once they can be read.
fn gate(series: &Series, silences: &Silences) -> Result<Design, Reason> {
    let last = series.numbness.last_day;
    if last <= silences.ends() {
        let have = last.days_since(silences.begins) + 1;
        let n = u32::try_from(silences.assigned.len()).unwrap_or(u32::MAX);
        return Err(Reason::ExperimentNotOver {
            have: u32::try_from(have).unwrap_or(0),
            need: n.saturating_mul(Silences::BLOCK_DAYS).saturating_add(1),
        });
    }
    let n_silent = silences.assigned.iter().filter(|silent| **silent).count();
    let design =
        Design::subset(silences.assigned.len(), n_silent).map_err(|_| Reason::NotAsDrawn)?;
    if 2 * n_silent != silences.assigned.len() {
        return Err(Reason::NotAsDrawn);
    }
    let (after_asked, after_silent) = by_lot::sides(&drawn_days(series, silences));
    let (have, need) = (after_asked.min(after_silent), DAYS_EACH_MIN);
    if have < need {
        return Err(Reason::TooFewOfEach { have, need });
    }
    Ok(design)
}

fn lot<'a>(silences: &'a Silences, design: &'a Design) -> ByLot<'a> {
    ByLot {
        design,
        assigned: &silences.assigned,
        tails: Tails::EVEN,
        days: (silences.begins, silences.ends()),
        seed: silences.seed,
    }
}

/// Only second days of a block are compared: they are asked on whatever was drawn, so no answer is
/// missing because of the lot.
fn after(silences: &Silences, day: LocalDay) -> Option<Vec<f64>> {
    let block = silences.block_after(day)?;
    let mut shares = vec![0.0; silences.assigned.len()];
    if let Some(share) = shares.get_mut(block) {
        *share = 1.0;
    }
    Some(shares)
}

/// Days that count; `is_with`: after a day with prompts.
fn drawn_days(series: &Series, silences: &Silences) -> Vec<DrawnDay> {
    by_lot::days(&series.numbness, |day| {
        let block = silences.block_after(day)?;
        silences.assigned.get(block).map(|silent| !silent)
    })
}
