//! Did the medicine change it? Each change of dose against a slow drift and against placebo dates.
//!
//! Claims count against the budget. Nothing here says that a dose caused anything.

mod change;
mod test;

use record::LocalDay;
use series::Series;

use crate::answer::{Answer, Basis, Interval, Question, Reason};
use crate::budget::{Look, Looks, Share};

pub use crate::also::AlsoChanged;
pub use change::DoseChange;
pub(crate) use change::all as changes_of;

/// Days with an answer needed before a change of dose, and after it, without another one.
pub const DAYS_EACH_MIN: u32 = 14;
/// Days looked at before a change and after it.
pub const DAYS_EACH_MAX: i32 = 120;
const METHOD: &str = "gls-ar1-noise/step+drift+placebo";
const VERSION: &str = "2";
const CI_LEVEL: f64 = 0.95;

/// What can be said about one change of dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The level differs from then on, and neither a slow drift nor another date explains it as
    /// well.
    ToldApart,
    /// A level that never drifts would have stepped; one that drifts explains it as well.
    NotSeparable,
    /// No difference can be told apart from chance.
    NotToldApart,
}

/// One change of dose with what came with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The change.
    pub change: DoseChange,
    /// What can be said.
    pub standing: Standing,
    /// Numbness at the end of the days looked at, less before, points of 100, as far as the change
    /// of dose goes with it, with a trend and a drift allowed for; above zero is more numb.
    pub size: Interval,
    /// The same if the level neither drifted nor followed a trend.
    pub size_if_steady: Interval,
    /// Days until half of it is there, where it fits best; 0: at once.
    pub half_life_days: f64,
    /// Probability of a step as large when there is none, with a drift allowed for.
    pub p_value: f64,
    /// The same if the level never drifted.
    pub p_if_steady: f64,
    /// `p_value` adjusted for all changes that are tested and for the share of this question at
    /// this look, so that it compares with [`crate::FAMILY_WISE`].
    pub p_adjusted: f64,
    /// Size of the step over its standard error at the real date.
    pub t_value: f64,
    /// The same at dates on which no dose changed, oldest first.
    pub placebo: Vec<(LocalDay, f64)>,
    /// Share of those dates (the real one counted in) with a step as large, 0-1.
    pub placebo_share: f64,
    /// Days with an answer before and after.
    pub n_days: (u32, u32),
    /// Smallest difference, points of 100, that such a record shows four times out of five.
    pub could_have_shown: f64,
    /// What else changed within two weeks of it.
    pub also_changed: Vec<AlsoChanged>,
    /// The days that it was read from, oldest first.
    pub days: Vec<EffectDay>,
}

/// One day near a change of dose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EffectDay {
    /// The day.
    pub day: LocalDay,
    /// Mean of its answers, points of 100.
    pub seen: f64,
    /// Where the step alone would have it, were the level steady otherwise
    /// ([`Effect::size_if_steady`]); points of 100.
    pub drawn: f64,
}

/// All changes of dose in a record.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicationChange {
    /// The look whose data this rests on.
    pub look: Look,
    /// Last day of that look.
    pub look_day: LocalDay,
    /// Probability of a false claim that this question may spend at that look.
    pub alpha: f64,
    /// Changes that were tested, oldest first.
    pub effects: Vec<Effect>,
    /// Changes that were not, with the reason.
    pub left_out: Vec<(DoseChange, Reason)>,
}

impl MedicationChange {
    /// Whether anything is claimed.
    #[must_use]
    pub fn is_claim(&self) -> bool {
        self.effects.iter().any(Effect::is_claim)
    }
}

impl Effect {
    /// Whether the level is said to differ.
    #[must_use]
    pub fn is_claim(&self) -> bool {
        self.standing == Standing::ToldApart
    }
}

/// Asks whether numbness differs since each change of dose.
///
/// Method, assumptions and measured error rates: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>) -> Answer<MedicationChange> {
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, Basis::new(None, METHOD, VERSION));
    };
    let numbness = &series.numbness;
    let mut basis = Basis::new(Some(numbness), METHOD, VERSION);
    if change::all(series).is_empty() {
        return Answer::withhold(Reason::NoDoseChange, basis);
    }
    let Some(Share { look, alpha }) = Share::of(series, Question::MedicationChange) else {
        let (have, need) = (numbness.n_days(), Looks::first_day());
        return Answer::withhold(Reason::TooFewDays { have, need }, basis);
    };
    let days = i32::try_from(look.day).unwrap_or(i32::MAX) - 1;
    let look_day = numbness.first_day.plus_days(days);
    let Some(seen) = series.up_to(look_day) else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let changes = change::all(&seen);
    if changes.is_empty() {
        return Answer::withhold(Reason::NoDoseChange, basis);
    }
    let (effects, left_out) = test::run(&seen, &changes, alpha);
    basis.period = Some((numbness.first_day, look_day));
    basis.numbers = vec![
        ("look", f64::from(look.idx + 1)),
        ("alpha_of_this_look", alpha),
        ("alpha_spent", look.spent),
        (
            "changes",
            f64::from(u32::try_from(changes.len()).unwrap_or(u32::MAX)),
        ),
    ];
    Answer::Finding(
        MedicationChange {
            look,
            look_day,
            alpha,
            effects,
            left_out,
        },
        basis,
    )
}
