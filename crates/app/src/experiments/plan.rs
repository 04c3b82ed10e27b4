//! The design of an experiment that is offered: its days, what it can find, and the draw. Refuses
//! lengths that can never decide.

use content::Strategy;
use finding::strategy_effect::{self, DAYS_AHEAD_MIN, Offer};
use record::{
    Drawing, DrawnFrom, Experiment, FactKey, ItemId, Label, LocalDay, Polarity, Record, Terms,
};
use series::{Drawn, Ended, NumbnessSeries, Outcome, Series, Trial};

use super::offer::OutcomeView;
use crate::{App, Trouble, text};

/// Lengths that are offered, in weeks.
pub(super) const WEEKS: [u32; 3] = [4, 6, 10];
const WEEK: u32 = 7;
/// Items of the check-in that can be looked at in the place of numbness; more of them is worse.
const OTHERS: [&str; 2] = ["world_apart", "tension"];
/// Name of numbness by the check-in.
const CHECK_IN: &str = "check_in";
/// Days of the past that say what the days to come may be like.
const DAYS_BACK: i32 = 60;

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
    pub(super) fn plan_for(
        &mut self,
        strategy: &Strategy,
        outcome: &ItemId,
        weeks: u32,
    ) -> Result<Option<Plan>, Trouble> {
        if !WEEKS.contains(&weeks) {
            return Ok(None);
        }
        let today = self.today_date()?;
        let known = self.known()?;
        let (record, series) = (known.record.clone(), known.whole());
        let polarity = match series.as_ref().map(|series| &series.numbness.outcome) {
            Some(Outcome::Item { id, polarity, .. }) if id == outcome => *polarity,
            _ => Polarity::HigherIsMoreNumb,
        };
        let own = looked_at(&record, series.as_deref(), outcome, polarity, today);
        let n_before = own.as_ref().map_or(0, |own| n_days_lately(own, today));
        let missing = DAYS_AHEAD_MIN.saturating_sub(n_before);
        let begins = today.plus_days(1 + i32::try_from(missing).unwrap_or(0));
        let half_life = Trial::half_life_of(strategy.carry_over_days);
        let Some(first) = strategy_effect::offer(weeks * WEEK, half_life, finding::FAMILY_WISE)
        else {
            return Ok(None);
        };
        let alpha = series.as_deref().map(|series| {
            let label = strategy.id.clone();
            strategy_effect::alpha_ahead(series, as_trial(label, &first, begins, half_life))
        });
        // Before anything was written, the part of a first experiment by itself.
        let alpha = alpha.unwrap_or(finding::FAMILY_WISE / 20.0);
        let Some(offer) = strategy_effect::offer(weeks * WEEK, half_life, alpha) else {
            return Ok(None);
        };
        let reach =
            |own: &NumbnessSeries| strategy_effect::reach_ahead(own, &offer, half_life, alpha);
        Ok(Some(Plan {
            outcome: outcome.clone(),
            polarity,
            begins,
            offer,
            could_show: own.as_ref().and_then(reach),
            planned_for: own.as_ref().and_then(strategy_effect::planned_for),
            waits: missing > 0,
        }))
    }

    pub(super) fn draw_and_lock(
        &mut self,
        strategy: &Strategy,
        plan: &Plan,
        key: FactKey,
        seed: u64,
    ) -> Result<(), Trouble> {
        let refused = |error: &dyn ToString| Trouble::ours(error.to_string());
        let drawn = strategy_effect::draw(&plan.offer, seed);
        let terms = Terms {
            drawing: Drawing::Strategy(Label::new(&strategy.id).map_err(|e| refused(&e))?),
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
            },
            assigned: drawn.ok_or_else(|| Trouble::ours("a design could not be drawn"))?,
            carry_over_days: strategy.carry_over_days,
            seed,
            locked_on: self.today_date()?,
        };
        self.keep_drawn(Experiment::lock(key, terms).map_err(|e| refused(&e))?)
    }
}

fn as_trial(label: String, offer: &Offer, begins: LocalDay, half_life_days: f64) -> Trial {
    Trial {
        label,
        begins,
        days_per_period: offer.days_per_period,
        drawn: offer.drawn,
        assigned: vec![false; offer.n_periods as usize],
        half_life_days,
        seed: 0,
        ended: Ended::AsPlanned,
        own: None,
    }
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

fn n_days_lately(numbness: &NumbnessSeries, today: LocalDay) -> usize {
    let since = today.plus_days(-DAYS_BACK);
    let answered = numbness.answered().map(|(point, _)| point.day);
    let mut days: Vec<LocalDay> = answered.filter(|day| *day > since).collect();
    days.dedup();
    days.len()
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
