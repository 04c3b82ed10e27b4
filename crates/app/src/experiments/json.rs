//! Experiments for other programs and for a terminal. Refuses to show what is still to be lived: the
//! drawn days are listed when they are over.

use finding::Answer;
use record::{Drawing, Experiment};
use serde_json::{Value, json};

use super::list::{counts, found_in, state};
use super::starts;
use crate::{App, Trouble, text};

/// Name and version of the document.
const SCHEMA: &str = "thawline.experiments/1";

impl App {
    /// All experiments as one JSON document, or the one of this place (from 1, the oldest first).
    ///
    /// # Errors
    /// [`Trouble`] when there is no such place, or the record is locked or cannot be read.
    pub fn experiments_json(&mut self, number: Option<usize>) -> Result<String, Trouble> {
        let _english = crate::language::for_programs();
        let today = self.today_date()?;
        let effect = self.found()?.strategy_effect;
        let record = self.known()?.record.clone();
        let tries = |e: &&Experiment| {
            matches!(e.terms.drawing, Drawing::Strategy(_)) && starts::is_first(e, &record)
        };
        let all = record.experiments.iter().filter(tries).zip(1usize..);
        let chosen: Vec<Value> = all
            .filter(|(_, place)| number.is_none_or(|number| number == *place))
            .map(|(experiment, place)| {
                let [with, without] = counts(experiment, &record, today);
                let mut entry = entry(experiment, place);
                let plan = starts::plan_of(experiment, &record);
                entry["state"] = state(&plan, today).into();
                let is_over = !experiment.is_under_way(today);
                let others = plan.iter().skip(1).map(|part| other(part, is_over));
                if experiment.terms.start_day().is_some() {
                    entry["with"] = others.collect();
                }
                entry["done_of_told_with"] = json!([with.0, with.1]);
                entry["done_of_told_without"] = json!([without.0, without.1]);
                if !experiment.is_under_way(today) {
                    let digit = |with: &bool| if *with { '1' } else { '0' };
                    let assigned = experiment.terms.assigned.iter().map(digit);
                    entry["assigned"] = assigned.collect::<String>().into();
                    entry["result"] = result(experiment, &effect);
                }
                entry
            })
            .collect();
        if chosen.is_empty() && number.is_some() {
            return Err(no_such_number());
        }
        Ok(json!({ "schema": SCHEMA, "experiments": chosen }).to_string())
    }

    /// All experiments as lines, or the one of this place.
    ///
    /// # Errors
    /// As [`App::experiments_json`].
    pub fn experiments_text(&mut self, number: Option<usize>) -> Result<Vec<String>, Trouble> {
        let mut views = self.experiments()?.experiments;
        views.reverse();
        let mut lines = Vec::new();
        for (view, place) in views.into_iter().zip(1usize..) {
            if number.is_some_and(|number| number != place) {
                continue;
            }
            lines.push(format!("{place}. {}", view.heading));
            let more = view.lines.into_iter().chain(view.result);
            lines.extend(more.map(|line| format!("   {line}")));
        }
        match (lines.is_empty(), number) {
            (true, Some(_)) => Err(no_such_number()),
            (true, None) => Ok(vec![text("experiments-none")]),
            (false, _) => Ok(lines),
        }
    }

    /// The key of the experiment at a place, from 1, the oldest first.
    ///
    /// # Errors
    /// [`Trouble`] when there is none.
    pub fn experiment_key(&mut self, number: usize) -> Result<String, Trouble> {
        let mut views = self.experiments()?.experiments;
        views.reverse();
        let view = number.checked_sub(1).and_then(|place| views.get(place));
        view.map(|view| view.key.clone()).ok_or_else(no_such_number)
    }
}

/// Another thing of the same plan.
fn other(part: &Experiment, is_over: bool) -> Value {
    let mut whole = entry(part, 0);
    let digit = |with: &bool| if *with { '1' } else { '0' };
    let assigned: String = part.terms.assigned.iter().map(digit).collect();
    json!({
        "strategy": whole["strategy"].take(),
        "seal": whole["seal"].take(),
        "is_as_locked": part.is_as_locked(),
        "assigned": is_over.then_some(assigned),
    })
}

fn no_such_number() -> Trouble {
    Trouble::input(
        "there is no experiment of that number",
        "see 'thawline experiment list'",
    )
}

fn entry(experiment: &Experiment, number: usize) -> Value {
    let terms = &experiment.terms;
    let hex: String = experiment.seal.iter().map(|b| format!("{b:02x}")).collect();
    json!({
        "number": number,
        "strategy": match &terms.drawing {
            Drawing::Strategy(name) => Value::from(name.as_str()),
            Drawing::Silence => Value::Null,
        },
        "outcome": terms.outcome.as_str(),
        "begins": terms.begins.to_string(),
        "ends": terms.ends().to_string(),
        "days_per_period": terms.days_per_period,
        "locked_on": terms.locked_on.to_string(),
        "seed": terms.seed.to_string(),
        "seal": hex,
        "is_as_locked": experiment.is_as_locked(),
        "stopped_on": experiment.stopped_on.map(|day| day.to_string()),
    })
}

fn result(
    experiment: &Experiment,
    effect: &Answer<finding::strategy_effect::StrategyEffect>,
) -> Value {
    let withheld =
        |reason: finding::Reason| json!({"verdict": "withheld", "reason": reason.name()});
    let effect = match effect {
        Answer::Finding(effect, _) => effect,
        Answer::Withheld(why, _) => return withheld(why.reason),
    };
    match found_in(experiment, effect) {
        Err(Some(why)) => withheld(why.reason),
        Err(None) => Value::Null,
        Ok(tried) => json!({
            "verdict": if tried.is_claim() { "claim" } else { "withheld" },
            "reason": (!tried.is_claim()).then_some("not_told_apart"),
            "estimate": tried.size.estimate,
            "low": tried.size.low,
            "high": tried.size.high,
            "ci_level": tried.size.ci_level,
            "p_value": tried.p_value,
            "alpha": tried.alpha,
            "n_days": [tried.n_days.0, tried.n_days.1],
            "could_have_shown": tried.could_have_shown(),
        }),
    }
}
