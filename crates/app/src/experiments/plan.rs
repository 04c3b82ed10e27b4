//! The design of an experiment that is offered: its days, what it can find, and the draw. Refuses
//! lengths that can never decide.

use content::Strategy;
use finding::strategy_effect::{self, DAYS_AHEAD_MIN, Offer, Wish};
use record::{
    Drawing, DrawnFrom, Experiment, FactKey, ItemId, Label, LocalDay, Polarity, Record, Terms,
};
use series::{Drawn, NumbnessSeries, Outcome, Series, Trial};

use super::offer::OutcomeView;
use super::stays;
use crate::{App, Trouble, text};

/// Lengths that are offered, in weeks.
const WEEKS: [u32; 3] = [4, 6, 10];
/// The same for things that stay: there is one switch, and days before and after it are needed. In
/// eight weeks, what a plan names would be found in one of five.
const WEEKS_OF_STARTS: [u32; 2] = [12, 16];
const WEEK: u32 = 7;
/// Items of the check-in that can be looked at in the place of numbness; more of them is worse.
const OTHERS: [&str; 2] = ["world_apart", "tension"];
/// Name of numbness by the check-in.
const CHECK_IN: &str = "check_in";

/// A way to spend some weeks, ready to be drawn.
pub(super) struct Plan {
    outcome: ItemId,
    polarity: Polarity,
    pub(super) begins: LocalDay,
    pub(super) offer: Offer,
    pub(super) could_show: Option<f64>,
    /// Points of 100 that experiments are planned for, by the person's own days.
    pub(super) planned_for: Option<f64>,
    pub(super) waits: bool,
}

/// Lengths that are offered for a strategy, in weeks.
pub(super) const fn weeks_of(strategy: &Strategy) -> &'static [u32] {
    if stays(strategy) {
        &WEEKS_OF_STARTS
    } else {
        &WEEKS
    }
}

/// What the lot decides about a strategy.
pub(super) fn drawing(strategy: &Strategy) -> Result<Drawing, Trouble> {
    let label = Label::new(&strategy.id).map_err(|error| Trouble::ours(error.to_string()))?;
    Ok(Drawing::Strategy(label))
}

impl Plan {
    pub(super) fn n_days(&self) -> u32 {
        self.offer.n_periods * self.offer.days_per_period
    }

    pub(super) fn ends(&self) -> LocalDay {
        let days = i32::try_from(self.n_days()).unwrap_or(i32::MAX);
        self.begins.plus_days(days - 1)
    }
}

impl App {
    /// What can be looked at: numbness, and items that were answered on enough days.
    pub(super) fn outcomes(&mut self) -> Result<Vec<OutcomeView>, Trouble> {
        let known = self.known()?;
        let first = known
            .series
            .as_ref()
            .map_or(CHECK_IN, |laid| laid.outcome.name());
        let mut names = vec![first.to_owned()];
        for name in OTHERS {
            if n_days_answered(&known.record, name) >= DAYS_AHEAD_MIN {
                names.push(name.to_owned());
            }
        }
        let view = |value: String| OutcomeView {
            label: ItemId::new(&value).map_or_else(|_| value.clone(), |id| outcome_name(&id)),
            value,
        };
        Ok(names.into_iter().map(view).collect())
    }

    /// The design for so many weeks; `None` where none of that length can decide, or it is not offered.
    ///
    /// `what`: one strategy, or the things of one plan.
    pub(super) fn plan_for(
        &mut self,
        what: &[&'static Strategy],
        outcome: &ItemId,
        weeks: u32,
    ) -> Result<Option<Plan>, Trouble> {
        let Some(strategy) = what.first().filter(|s| weeks_of(s).contains(&weeks)) else {
            return Ok(None);
        };
        let today = self.today_date()?;
        let known = self.known()?;
        let (record, series) = (known.record.clone(), known.whole());
        let polarity = match series.as_ref().map(|series| &series.numbness.outcome) {
            Some(Outcome::Item { id, polarity, .. }) if id == outcome => *polarity,
            _ => Polarity::HigherIsMoreNumb,
        };
        let own = looked_at(&record, series.as_deref(), outcome, polarity, today);
        let wish = Wish {
            label: &strategy.id,
            n_days: weeks * WEEK,
            half_life_days: Trial::half_life_of(carry_over_days(what)),
            today,
        };
        let planned = if stays(strategy) {
            let n_started = u32::try_from(what.len()).unwrap_or(u32::MAX);
            strategy_effect::planned_starts(&wish, n_started, series.as_deref(), own.as_ref())
        } else {
            strategy_effect::planned(&wish, series.as_deref(), own.as_ref())
        };
        Ok(planned.map(|planned| Plan {
            outcome: outcome.clone(),
            polarity,
            begins: planned.begins,
            offer: planned.offer,
            could_show: planned.could_show,
            planned_for: own.as_ref().and_then(strategy_effect::planned_for),
            waits: planned.n_days_missing > 0,
        }))
    }

    pub(super) fn draw_and_lock(
        &mut self,
        what: &[&'static Strategy],
        plan: &Plan,
        (key, seed): (FactKey, u64),
    ) -> Result<(), Trouble> {
        let strategy = what
            .first()
            .ok_or_else(|| Trouble::ours("nothing is tried"))?;
        let mut terms = Terms {
            drawing: drawing(strategy)?,
            outcome: plan.outcome.clone(),
            polarity: plan.polarity,
            begins: plan.begins,
            days_per_period: plan.offer.days_per_period,
            from: match plan.offer.drawn {
                Drawn::Pairs => DrawnFrom::Pairs,
                Drawn::Restricted {
                    run_max,
                    switches_min,
                } => DrawnFrom::Restricted {
                    run_max,
                    switches_min,
                },
                Drawn::StartDays(of) => DrawnFrom::StartDays(of),
            },
            assigned: Vec::new(),
            carry_over_days: carry_over_days(what),
            seed,
            locked_on: self.today_date()?,
        };
        if stays(strategy) {
            let drawn = super::starts::lock(what, plan, (key, seed), &terms)?;
            return self.keep_drawn(&drawn);
        }
        let drawn = strategy_effect::draw(&plan.offer, seed);
        terms.assigned = drawn.ok_or_else(|| Trouble::ours("a design could not be drawn"))?;
        let locked = Experiment::lock(key, terms).map_err(|e| Trouble::ours(e.to_string()))?;
        self.keep_drawn(&[locked])
    }
}

/// Carry-over of the slowest.
fn carry_over_days(what: &[&'static Strategy]) -> u32 {
    let all = what.iter().map(|strategy| strategy.carry_over_days);
    all.max().unwrap_or_default()
}

/// What an experiment would be read from.
fn looked_at(
    record: &Record,
    series: Option<&Series>,
    outcome: &ItemId,
    polarity: Polarity,
    until: LocalDay,
) -> Option<NumbnessSeries> {
    let numbness = series.map(|series| &series.numbness);
    if let Some(numbness) = numbness.filter(|n| n.outcome.name() == outcome.as_str()) {
        return Some(numbness.clone());
    }
    let outcome = Outcome::named(record, outcome, polarity)?;
    NumbnessSeries::new(record, &outcome, until)
}

fn n_days_answered(record: &Record, name: &str) -> usize {
    let Ok(id) = ItemId::new(name) else { return 0 };
    let starts = record.profile.day_start;
    let answered = record.occasions().filter(|(_, occasion)| {
        let assessment = occasion.assessment();
        assessment.is_some_and(|a| a.value(&id).is_some())
    });
    let mut days: Vec<LocalDay> = answered.map(|(moment, _)| moment.day(starts)).collect();
    days.dedup();
    days.len()
}

/// What an outcome is called.
pub(super) fn outcome_name(id: &ItemId) -> String {
    let name = id.as_str();
    if name == CHECK_IN || OTHERS.contains(&name) {
        text(&format!("experiment-outcome-{}", name.replace('_', "-")))
    } else {
        name.replace('_', " ")
    }
}
