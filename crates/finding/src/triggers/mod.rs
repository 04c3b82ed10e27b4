//! What comes before it? Each candidate at each lag, all of them under one error probability.
//!
//! Claims count against the budget. Nothing here says that one thing causes another.

mod columns;
mod test;

use record::LocalDay;
use series::{Series, Subject};

use crate::answer::{Answer, Basis, Interval, Question, Reason};
use crate::budget::{Look, Looks, Share};
use crate::reach;

pub use columns::Lag;
pub(crate) use columns::{Laid, usable};

/// Days with an answer, up to the last look, without which nothing is tested.
pub const DAYS_MIN: u32 = 21;
/// Days with a value without which a candidate is left out.
pub const CANDIDATE_DAYS_MIN: u32 = 14;
/// Days on which a yes-or-no candidate has to be yes, and on which it has to be no.
pub const EACH_SIDE_MIN: u32 = 5;
const METHOD: &str = "gls-ar1-noise/weighted-holm";
const VERSION: &str = "2";
const CI_LEVEL: f64 = 0.95;

/// One candidate at one lag.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// What it is about.
    pub subject: Subject,
    /// How far before the check-in.
    pub lag: Lag,
    /// Tested with the share of suspects, on what was written after the day of its naming.
    pub is_suspect: bool,
    /// Numbness, points of 100, that goes with [`Tested::per`] more of the candidate; above zero is
    /// more numb.
    pub effect: Interval,
    /// One standard deviation of the candidate within the person, in its own unit; 1 for yes
    /// against no.
    pub per: f64,
    /// Two-sided probability of an effect as large when there is none: the larger of that for the
    /// answers as they are and that for their normal scores.
    pub p_value: f64,
    /// The same adjusted for all that is tested and for the share of this question at this look,
    /// so that it compares with [`crate::FAMILY_WISE`].
    pub p_adjusted: f64,
    /// Said to be so.
    pub is_claim: bool,
    /// The effect with all other claims held still; `None` where there is no other.
    pub with_others: Option<Interval>,
    /// Smallest effect, points of 100, that such a record shows four times out of five.
    pub could_have_shown: f64,
    /// Check-ins with an answer that were used.
    pub n: usize,
}

/// What was tested, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Triggers {
    /// The look whose data this rests on.
    pub look: Look,
    /// Last day of that look.
    pub look_day: LocalDay,
    /// Probability of a false claim that this question may spend at that look.
    pub alpha: f64,
    /// Every candidate at every lag, claims first, then by p-value.
    pub tested: Vec<Tested>,
    /// Candidates that were not tested, with the reason.
    pub left_out: Vec<(Subject, Reason)>,
    /// Probability of the strongest association when all candidates together have none, by
    /// permutation of whitened residuals; only with a claim, as a check on it.
    pub p_max_t: Option<f64>,
}

impl Triggers {
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

/// Asks which candidates come before numbness.
///
/// `seed` starts the draws of the check: the same record and seed have the same answer. Method,
/// assumptions and measured error rates: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>, seed: u64) -> Answer<Triggers> {
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, Basis::new(None, METHOD, VERSION));
    };
    let numbness = &series.numbness;
    let mut basis = Basis::new(Some(numbness), METHOD, VERSION);
    if series.candidates.is_empty() {
        return Answer::withhold(Reason::NoCandidates, basis);
    }
    let Some(Share { look, alpha }) = Share::of(series, Question::Triggers) else {
        let (have, need) = (numbness.n_days(), Looks::first_day());
        let alpha = Share::at_first(series, Question::Triggers);
        let could = reach::day_to_day(numbness, numbness.last_day, alpha);
        return Answer::withhold(Reason::TooFewDays { have, need }, basis).that_could_show(could);
    };
    let days = i32::try_from(look.day).unwrap_or(i32::MAX) - 1;
    let look_day = numbness.first_day.plus_days(days);
    let Some(seen) = series.up_to(look_day) else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let have = u32::try_from(series::day_means(&seen.numbness).len()).unwrap_or(u32::MAX);
    if have < DAYS_MIN {
        let need = DAYS_MIN;
        return Answer::withhold(Reason::TooFewDays { have, need }, basis);
    }
    let (usable, left_out) = columns::usable(&seen);
    if usable.is_empty() {
        let could = reach::day_to_day(numbness, look_day, alpha);
        return Answer::withhold(Reason::NoUsableCandidate, basis).that_could_show(could);
    }
    let at_look = test::Seen {
        series: &seen,
        look_day,
    };
    let Some(found) = test::run(&at_look, &usable, alpha, seed) else {
        return Answer::withhold(Reason::AllAlike, basis);
    };
    basis.period = Some((numbness.first_day, look_day));
    basis.n_days = have as usize;
    basis.n_occasions = found.n;
    basis.numbers = vec![
        ("look", f64::from(look.idx + 1)),
        ("alpha_of_this_look", alpha),
        ("alpha_spent", look.spent),
        ("correlation_a_day", found.correlation_a_day),
        ("noise_share", found.noise_share),
        ("tests", count(found.tested.len())),
    ];
    basis.numbers.extend(found.p_max_t.map(|p| ("p_max_t", p)));
    Answer::Finding(
        Triggers {
            look,
            look_day,
            alpha,
            tested: found.tested,
            left_out,
            p_max_t: found.p_max_t,
        },
        basis,
    )
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
