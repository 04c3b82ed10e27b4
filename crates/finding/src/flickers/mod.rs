//! What comes before a flicker? Days with one against days without, by what came the day before.
//!
//! Claims count against the budget. Nothing here says that one thing causes another.

mod test;

use record::LocalDay;
use series::{Series, Subject};

use crate::answer::{Answer, Basis, Interval, Question, Reason};
use crate::budget::{Look, Looks, Share};
use crate::reach;
use crate::triggers::Lag;

/// Days with a flicker, and kept days without one, that are needed.
pub const EACH_MIN: u32 = 10;
const METHOD: &str = "score/logit-ar1-noise/weighted-holm";
const VERSION: &str = "2";
const CI_LEVEL: f64 = 0.95;

/// One candidate at one lag.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// What it is about.
    pub subject: Subject,
    /// How far before the day; `EarlierToday`: the night before.
    pub lag: Lag,
    /// Odds of a flicker with [`Tested::per`] more of it, over the odds without; 1: no difference.
    pub odds_ratio: Interval,
    /// One standard deviation of the candidate within the person; 1 for yes against no.
    pub per: f64,
    /// Two-sided probability of going as closely with flickers when it does not: the larger of that
    /// for the candidate as it is and that for its normal scores.
    pub p_value: f64,
    /// The same adjusted for all that is tested, on the scale of [`crate::FAMILY_WISE`].
    pub p_adjusted: f64,
    /// Said to be so.
    pub is_claim: bool,
}

impl Flickers {
    /// Smallest odds ratio above 1 that such a record shows four times out of five for what was
    /// tested, from the width of its interval and with the share cut evenly.
    #[must_use]
    pub fn could_have_shown(&self, tested: &Tested) -> Option<f64> {
        let (low, high) = (tested.odds_ratio.low, tested.odds_ratio.high);
        let n = f64::from(u32::try_from(self.tested.len().max(1)).ok()?);
        let size = Interval {
            estimate: 0.0,
            low: low.ln(),
            high: high.ln(),
            ci_level: tested.odds_ratio.ci_level,
        };
        let ratio = reach::of_interval(&size, self.alpha / n).exp();
        ratio.is_finite().then_some(ratio)
    }
}

/// What was tested, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Flickers {
    /// The look whose data this rests on.
    pub look: Look,
    /// Last day of that look.
    pub look_day: LocalDay,
    /// Probability of a false claim that this question may spend at that look.
    pub alpha: f64,
    /// Days with a flicker.
    pub n_flicker_days: u32,
    /// Days on which anything was written.
    pub n_kept_days: u32,
    /// Every candidate at every lag, claims first, then by p-value.
    pub tested: Vec<Tested>,
    /// Candidates that were not tested, with the reason.
    pub left_out: Vec<(Subject, Reason)>,
    /// Share of permutations of blocks of 14 days in which anything goes as closely with flickers as
    /// the closest of all; only with a claim, as a check on it.
    pub p_permuted: Option<f64>,
}

impl Flickers {
    /// Whether anything is claimed.
    #[must_use]
    pub fn is_claim(&self) -> bool {
        self.tested.iter().any(|tested| tested.is_claim)
    }

    /// What is claimed, the smallest p-value first.
    pub fn claims(&self) -> impl Iterator<Item = &Tested> {
        self.tested.iter().filter(|tested| tested.is_claim)
    }
}

/// Asks which candidates come before flickers.
///
/// `seed` starts the permutations: the same record and seed have the same answer. Method,
/// assumptions and measured error rates: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>, seed: u64) -> Answer<Flickers> {
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, Basis::new(None, METHOD, VERSION));
    };
    let numbness = &series.numbness;
    let mut basis = Basis::new(Some(numbness), METHOD, VERSION);
    if series.candidates.is_empty() {
        return Answer::withhold(Reason::NoCandidates, basis);
    }
    let Some(Share { look, alpha }) = Share::of(series, Question::Flickers) else {
        let (have, need) = (numbness.n_days(), Looks::first_day());
        return Answer::withhold(Reason::TooFewDays { have, need }, basis);
    };
    let days = i32::try_from(look.day).unwrap_or(i32::MAX) - 1;
    let look_day = numbness.first_day.plus_days(days);
    let Some(seen) = series.up_to(look_day) else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let days = test::Days::new(&seen);
    let (n_yes, n_kept) = days.counts();
    let (have, need) = (n_yes.min(n_kept - n_yes), EACH_MIN);
    if have < need {
        return Answer::withhold(Reason::TooFewFlickerDays { have, need }, basis);
    }
    let Some(found) = test::run(&seen, &days, alpha, seed) else {
        return Answer::withhold(Reason::NoUsableCandidate, basis);
    };
    basis.period = Some((numbness.first_day, look_day));
    basis.n_days = n_kept as usize;
    basis.numbers = vec![
        ("look", f64::from(look.idx + 1)),
        ("alpha_of_this_look", alpha),
        ("alpha_spent", look.spent),
        ("flicker_days", f64::from(n_yes)),
        ("correlation_a_day", found.correlation_a_day),
        ("noise_share", found.noise_share),
    ];
    let check = found.p_permuted.map(|p| ("p_permuted", p));
    basis.numbers.extend(check);
    Answer::Finding(
        Flickers {
            look,
            look_day,
            alpha,
            n_flicker_days: n_yes,
            n_kept_days: n_kept,
            tested: found.tested,
            left_out: found.left_out,
            p_permuted: found.p_permuted,
        },
        basis,
    )
}
