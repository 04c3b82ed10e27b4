//! What does another program say of the same days, and what holds of it? Describes its rule and asks
//! [`crate::triggers`] alone whether it holds: refuses to test anything by itself.

use record::{LocalDay, Polarity};
use series::{Brought, DayMean, Outcome, Series, Subject, day_means};

use crate::answer::{Answer, Reason, Withheld};
use crate::triggers::{Tested, Triggers};

/// Days with a factor, and days without it, from which Bearable shows what goes with it
/// (bearable.app/support/howto/how-to-find-correlations, seen 2026-11-29).
pub const EACH_SIDE_MIN: u32 = 3;

/// The mean of some number on days with a factor and on days without it, as Bearable compares them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Days with both the number and the factor.
    pub n_with: u32,
    /// Days with the number and without the factor.
    pub n_without: u32,
    /// Mean on days with it, in the number's own unit.
    pub with: f64,
    /// Mean on days without it, in the number's own unit.
    pub without: f64,
}

impl Difference {
    /// Compares the days with a factor with all others of `by_day`. Both are in order of time.
    ///
    /// `None` with fewer than [`EACH_SIDE_MIN`] days on a side, or where both sides are alike: then
    /// the rule has nothing to say.
    #[must_use]
    pub fn between(by_day: &[(LocalDay, f64)], with: &[LocalDay]) -> Option<Self> {
        let (mut on, mut off) = ((0.0, 0u32), (0.0, 0u32));
        for (day, value) in by_day {
            let side = if with.binary_search(day).is_ok() {
                &mut on
            } else {
                &mut off
            };
            *side = (side.0 + value, side.1 + 1);
        }
        if on.1.min(off.1) < EACH_SIDE_MIN {
            return None;
        }
        let difference = Self {
            n_with: on.1,
            n_without: off.1,
            with: on.0 / f64::from(on.1),
            without: off.0 / f64::from(off.1),
        };
        (difference.change().abs() > 1e-9).then_some(difference)
    }

    /// Mean with it less mean without it, in the number's own unit.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.with - self.without
    }

    /// The same in percent of the mean without it; `None` where that is no positive number.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        (self.without > 1e-9).then(|| 100.0 * self.change() / self.without)
    }
}

/// What holds of something that another program says of a factor and numbness.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// `triggers` claims it too, in the same direction.
    Holds(Tested),
    /// `triggers` claims the contrary.
    OtherWay(Tested),
    /// It was tested, and can not be told apart from chance.
    NotToldApart(Tested),
    /// There is too little of it to test it.
    LeftOut(Reason),
    /// It came after the last look, and waits for the next.
    NextLook,
    /// Nothing is said of any factor yet.
    Withheld(Withheld),
}

impl Standing {
    /// The name that other programs know it by.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Holds(_) => "holds",
            Self::OtherWay(_) => "other_way",
            Self::NotToldApart(_) => "not_told_apart",
            Self::LeftOut(_) => "left_out",
            Self::NextLook => "next_look",
            Self::Withheld(_) => "withheld",
        }
    }
}

/// One thing that another program would say of numbness, and what holds of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The factor.
    pub factor: Subject,
    /// What the program's rule finds, on the 0-100 line of numbness.
    pub rule: Difference,
    /// What holds of it.
    pub standing: Standing,
}

/// A number that is not numbness, of which another program says something too.
#[derive(Debug, Clone, PartialEq)]
pub struct NotAsked {
    /// What was rated.
    pub rated: Subject,
    /// Factors of which the rule says something.
    pub n_factors: u32,
}

/// What another program would say of the days that its files brought, and what holds of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Elsewhere {
    /// Days of its files that also have an answer about numbness.
    pub n_days: u32,
    /// What its rule finds of numbness, the largest differences first.
    pub judged: Vec<Judged>,
    /// What its rule finds of other numbers, which nobody asks about here.
    pub not_asked: Vec<NotAsked>,
}

/// Applies Bearable's rule to the days that its files brought, and looks up what holds of it.
///
/// Claims nothing that `triggers` does not claim already, so nothing is spent. Method and how often
/// the rule speaks of people with nothing going on: `method.md` beside this file.
#[must_use]
pub fn by_averages(
    brought: &Brought,
    series: Option<&Series>,
    triggers: &Answer<Triggers>,
) -> Elsewhere {
    let days: Vec<DayMean> = series
        .map(|series| day_means(&series.numbness))
        .unwrap_or_default();
    let is_of_files = |day: &DayMean| brought.days.binary_search(&day.day).is_ok();
    let numbness: Vec<(LocalDay, f64)> = (days.iter().filter(|day| is_of_files(day)))
        .map(|day| (day.day, day.mean))
        .collect();
    let of_factor = |(factor, with): &(Subject, Vec<LocalDay>)| {
        let rule = Difference::between(&numbness, with)?;
        Some(Judged {
            factor: factor.clone(),
            rule,
            standing: standing(factor, rule.change() > 0.0, triggers),
        })
    };
    let mut judged: Vec<Judged> = brought.happened.iter().filter_map(of_factor).collect();
    judged.sort_by(|a, b| {
        let size = |judged: &Judged| judged.rule.change().abs();
        size(b).total_cmp(&size(a))
    });
    let not_asked = brought.rated.iter().map(|(rated, by_day)| {
        let says =
            |(_, with): &&(Subject, Vec<LocalDay>)| Difference::between(by_day, with).is_some();
        NotAsked {
            rated: rated.clone(),
            n_factors: count(brought.happened.iter().filter(says).count()),
        }
    });
    Elsewhere {
        n_days: count(numbness.len()),
        judged,
        not_asked: not_asked.filter(|other| other.n_factors > 0).collect(),
    }
}

/// What holds of a factor that another program says goes with more numbness (`is_more_numb`) or less.
#[must_use]
pub fn standing(factor: &Subject, is_more_numb: bool, triggers: &Answer<Triggers>) -> Standing {
    let found = match triggers {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => return Standing::Withheld(*withheld),
    };
    // Claims come first, and the smallest probability before the others.
    let of_factor = |tested: &&Tested| tested.subject == *factor;
    if let Some(tested) = found.tested.iter().find(of_factor) {
        let is_same = (tested.effect.estimate > 0.0) == is_more_numb;
        return match (tested.is_claim, is_same) {
            (false, _) => Standing::NotToldApart(tested.clone()),
            (true, true) => Standing::Holds(tested.clone()),
            (true, false) => Standing::OtherWay(tested.clone()),
        };
    }
    let left_out = found.left_out.iter().find(|(other, _)| other == factor);
    left_out.map_or(Standing::NextLook, |(_, reason)| Standing::LeftOut(*reason))
}

/// Two things that another program says go together, each by the names under which it may be kept here.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Names of one, and of the other.
    pub sides: [&'a [String]; 2],
    /// Above zero: more of one with more of the other.
    pub coefficient: f64,
}

/// What became of something that another program says.
#[derive(Debug, Clone, PartialEq)]
pub enum OfTold {
    /// One side is numbness, the other a factor that is followed here.
    Judged(Subject, Standing),
    /// One side is numbness, and the other is followed nowhere here.
    NotHere,
    /// Neither side is numbness, or both are: nobody asks about that here.
    NotAsked,
}

/// What holds of something that another program says. Looks the verdict up, and tests nothing.
///
/// Names are compared without regard to capitals.
#[must_use]
pub fn of_told(told: &Told<'_>, series: Option<&Series>, triggers: &Answer<Triggers>) -> OfTold {
    let Some(series) = series else {
        return OfTold::NotAsked;
    };
    let outcome = &series.numbness.outcome;
    let is = |names: &[String], name: &str| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    let [one, other] = told.sides;
    let factor = match (is(one, outcome.name()), is(other, outcome.name())) {
        (true, false) => other,
        (false, true) => one,
        _ => return OfTold::NotAsked,
    };
    let followed = series.candidates.iter().map(|c| &c.subject);
    let Some(subject) = followed.into_iter().find(|s| is(factor, &s.name)) else {
        return OfTold::NotHere;
    };
    let more_is_numb = match outcome {
        Outcome::CheckIn => true,
        Outcome::Item { polarity, .. } => *polarity == Polarity::HigherIsMoreNumb,
    };
    let is_more_numb = (told.coefficient > 0.0) == more_is_numb;
    OfTold::Judged(subject.clone(), standing(subject, is_more_numb, triggers))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
