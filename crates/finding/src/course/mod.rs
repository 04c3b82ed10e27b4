//! What is it doing? Changes of level, and spells above the person's own line.
//!
//! The changes are claims and count against the budget; the spells describe.

mod change;
mod recovery;
mod spells;

use record::LocalDay;
use series::{NumbnessSeries, Series};

use crate::answer::{Answer, Basis, Interval, Question, Reason};
use crate::budget::{Look, Looks, Share};
use crate::medication_change::{self, DoseChange};
use crate::{AlsoChanged, also, reach};

pub use change::{Change, Segment};
pub use recovery::{LIFTED_MIN, Lasted, Recovery};
pub use spells::{Pattern, Spell, Spells};

/// Days with an answer, up to the last look, without which nothing is said.
pub const DAYS_MIN: u32 = 21;
const METHOD: &str = "changepoint/bootstrap+spells";
const VERSION: &str = "1";

/// What the numbness does over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The look whose data this rests on; the next one is when the answer can change.
    pub look: Look,
    /// Probability of a false claim that this question may spend at that look.
    pub alpha: f64,
    /// Last day of that look.
    pub look_day: LocalDay,
    /// Changes of level, oldest first; empty: none can be told apart from chance.
    pub changes: Vec<Change>,
    /// For each change, what else changed within two weeks of the days on which it may lie.
    pub also_changed: Vec<Vec<AlsoChanged>>,
    /// Smallest change in the middle, points of 100, that such a record shows four times out of
    /// five; only where none is claimed.
    pub could_have_shown: Option<f64>,
    /// Stretches between changes, oldest first; at least one.
    pub segments: Vec<Segment>,
    /// Probability of a best step as large as the best one when there is none.
    pub p_value: f64,
    /// Spells above the line; `None` when the level cannot be drawn.
    pub spells: Option<Spells>,
}

impl Course {
    /// Whether anything is claimed.
    #[must_use]
    pub fn is_claim(&self) -> bool {
        !self.changes.is_empty()
    }

    /// The latest change.
    #[must_use]
    pub fn latest_change(&self) -> Option<&Change> {
        self.changes.last()
    }
}

/// Asks what the numbness does. `threshold`: the person's own line, 0-100, or `None`.
///
/// `seed` starts the draws of the bootstrap: the same record and seed have the same answer.
/// Method, assumptions and measured error rates: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>, threshold: Option<f64>, seed: u64) -> Answer<Course> {
    let whole = series;
    let share = series.and_then(|series| Share::of(series, Question::Course));
    let series = series.map(|series| &series.numbness);
    let mut basis = Basis::new(series, METHOD, VERSION);
    let (Some(whole), Some(series)) = (whole, series) else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let Some(Share { look, alpha }) = share else {
        let (have, need) = (series.n_days(), Looks::first_day());
        let alpha = Share::at_first(whole, Question::Course);
        let could = reach::step(series, series.last_day, alpha);
        return Answer::withhold(Reason::TooFewDays { have, need }, basis).that_could_show(could);
    };
    let look_day = series
        .first_day
        .plus_days(i32::try_from(look.day).unwrap_or(i32::MAX) - 1);
    let cells = change::Cells::new(series, look_day);
    let have = u32::try_from(cells.n_days()).unwrap_or(u32::MAX);
    if have < DAYS_MIN {
        return Answer::withhold(
            Reason::TooFewDays {
                have,
                need: DAYS_MIN,
            },
            basis,
        );
    }
    let Some(found) = change::find(&cells, alpha, seed) else {
        return Answer::withhold(Reason::AllAlike, basis);
    };
    basis.period = Some((series.first_day, look_day));
    basis.n_days = cells.n_days();
    basis.numbers = vec![
        ("look", f64::from(look.idx + 1)),
        ("alpha_of_this_look", alpha),
        ("alpha_spent", look.spent),
        ("p_value", found.p_value),
        ("draws", found.n_draws),
        ("days_a_cell", f64::from(cells.days_a_cell)),
    ];
    let is_silent = found.changes.is_empty();
    let doses = medication_change::changes_of(whole);
    let doses: Vec<&DoseChange> = doses.iter().collect();
    let near = |change: &Change| also::near(whole, (change.earliest, change.latest), &doses);
    let course = Course {
        look,
        alpha,
        look_day,
        could_have_shown: is_silent
            .then(|| reach::step(series, look_day, alpha))
            .flatten(),
        also_changed: found.changes.iter().map(near).collect(),
        changes: found.changes,
        segments: found.segments,
        p_value: found.p_value,
        spells: spells::find(&cells, threshold, seed),
    };
    Answer::Finding(course, basis)
}

/// The spells above a line up to a day, as [`answer`] has them: for proofs that need no changes.
#[must_use]
pub fn spells(
    series: &NumbnessSeries,
    until: LocalDay,
    threshold: Option<f64>,
    seed: u64,
) -> Option<Spells> {
    spells::find(&change::Cells::new(series, until), threshold, seed)
}

/// The step at a day in the answers up to a look, points of 100, with steps on other days held
/// still: whether a later look carries what an earlier one said. `None` where it cannot be told.
pub(crate) fn step_at(
    series: &Series,
    (day, others): (LocalDay, &[LocalDay]),
    look_day: LocalDay,
) -> Option<Interval> {
    let cells = change::Cells::new(&series.numbness, look_day);
    cells.step_at(day, others)
}

/// An interval of points of 100, cut to the span that a level can have.
fn level(estimate: &stats::state_space::Estimate) -> Interval {
    Interval::of(estimate, 0.95).within(0.0, 100.0)
}
