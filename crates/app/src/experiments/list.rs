//! Experiments that are under way, over or stopped, with their results. Refuses a word about days on
//! which something was left out.

use finding::strategy_effect::{StrategyEffect, Tried};
use finding::{Answer, Withheld};
use record::{Drawing, Experiment, LocalDay, Record};

use super::plan::outcome_name;
use super::{name_of, starts, strategies, was_done};
use crate::answers::{tried_could_line, tried_line, withheld_lines};
use crate::{App, Trouble, dates, text, text_with};

/// All experiments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExperimentsView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done; read aloud, once.
    pub done: Option<String>,
    /// The newest first.
    pub experiments: Vec<ExperimentView>,
    /// Strategies that can be tried by lot: address and name; empty while one is under way.
    pub offers: Vec<(String, String)>,
}

/// One experiment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExperimentView {
    /// Its key.
    pub key: String,
    /// What is tried.
    pub heading: String,
    /// Where it stands: `ahead`, `under_way`, `over`, `stopped` or `changed`.
    pub state: &'static str,
    /// Where it stands, and its days, line by line.
    pub lines: Vec<String>,
    /// What it showed, line by line; empty before its end.
    pub result: Vec<String>,
    /// What was fixed, so that anybody can draw again: name and value.
    pub locked: Vec<(String, String)>,
    /// It can be stopped.
    pub can_stop: bool,
}

impl App {
    /// All experiments.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn experiments(&mut self) -> Result<ExperimentsView, Trouble> {
        let is_example = self.is_example;
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let tries = |e: &&Experiment| {
            matches!(e.terms.drawing, Drawing::Strategy(_)) && starts::is_first(e, &record)
        };
        let known: Vec<&Experiment> = record.experiments.iter().filter(tries).collect();
        let is_read = |e: &&Experiment| !e.is_under_way(today);
        let effect = if known.iter().any(is_read) {
            Some(self.found()?.strategy_effect)
        } else {
            None
        };
        let mut experiments: Vec<ExperimentView> = known
            .iter()
            .map(|e| view(e, &record, today, effect.as_deref()))
            .collect();
        experiments.reverse();
        let is_busy = super::under_way(&record, today).is_some();
        let open = self.opened()?;
        let done = match (
            std::mem::take(&mut open.has_stopped),
            std::mem::take(&mut open.has_locked),
        ) {
            (true, _) => Some(text("experiment-stopped-done")),
            (false, true) => Some(text("experiment-locked-done")),
            (false, false) => None,
        };
        Ok(ExperimentsView {
            is_example,
            done,
            experiments,
            offers: if is_busy { Vec::new() } else { self.offered()? },
        })
    }

    fn offered(&mut self) -> Result<Vec<(String, String)>, Trouble> {
        let mut offers = Vec::new();
        for strategy in strategies()? {
            if super::can_be_drawn(strategy) && !self.is_put_away(strategy)? {
                let address = format!("/try/{}/experiment", strategy.number);
                offers.push((address, strategy.heading.clone()));
            }
        }
        Ok(offers)
    }
}

fn view(
    experiment: &Experiment,
    record: &Record,
    today: LocalDay,
    effect: Option<&Answer<StrategyEffect>>,
) -> ExperimentView {
    let terms = &experiment.terms;
    let plan = starts::plan_of(experiment, record);
    let state = state(&plan, today);
    let mut lines = vec![state_line(experiment, today, state)];
    let span = [
        ("from", dates::long(terms.begins).into()),
        ("to", dates::long(terms.ends()).into()),
        ("outcome", outcome_name(&terms.outcome).into()),
    ];
    lines.push(text_with("experiment-span", &span));
    for part in &plan {
        let name = (plan.len() > 1)
            .then(|| text_with("experiment-of", &[("name", own_heading(part).into())]));
        let done = done_lines(part, record, today);
        lines.extend(done.map(|done| name.into_iter().chain([done]).collect::<Vec<_>>().join(" ")));
    }
    lines.extend(overlap_lines(experiment, record));
    let is_over = !experiment.is_under_way(today);
    ExperimentView {
        key: experiment.key.to_string(),
        heading: heading(&plan),
        state,
        lines,
        result: effect
            .filter(|_| is_over)
            .map_or_else(Vec::new, |effect| result(experiment, effect)),
        locked: locked(&plan, today),
        can_stop: !is_over,
    }
}

/// Names of all that a plan tries.
fn heading(plan: &[&Experiment]) -> String {
    let names: Vec<String> = plan.iter().map(|part| own_heading(part)).collect();
    names.join(&text("experiment-then"))
}

pub(super) fn own_heading(experiment: &Experiment) -> String {
    match &experiment.terms.drawing {
        Drawing::Strategy(name) => name_of(name.as_str()),
        Drawing::Silence => text("quiet-heading"),
    }
}

/// Where a plan stands: as the worst of its parts.
pub(super) fn state(plan: &[&Experiment], today: LocalDay) -> &'static str {
    let Some(first) = plan.first() else {
        return "changed";
    };
    if plan.iter().any(|part| !part.is_as_locked()) {
        "changed"
    } else if plan.iter().any(|part| part.stopped_on.is_some()) {
        "stopped"
    } else if today > first.terms.ends() {
        "over"
    } else if today < first.terms.begins {
        "ahead"
    } else {
        "under_way"
    }
}

fn state_line(experiment: &Experiment, today: LocalDay, state: &str) -> String {
    let terms = &experiment.terms;
    let stopped = experiment.stopped_on.unwrap_or(today);
    let values = [
        ("day", (today.days_since(terms.begins) + 1).into()),
        ("days", terms.n_days().into()),
        ("on", dates::long(stopped).into()),
    ];
    let id = format!("experiment-state-{}", state.replace('_', "-"));
    text_with(&id, &values)
}

/// Days on which it was done and left out, both as they are.
pub(super) fn counts(experiment: &Experiment, record: &Record, today: LocalDay) -> [(u32, u32); 2] {
    let terms = &experiment.terms;
    let last = today.min(terms.ends());
    let mut counts = [(0, 0); 2];
    let mut day = terms.begins;
    while day <= last {
        if let (Some(is_with), Some(is_done)) =
            (terms.drawn_for(day), was_done(experiment, record, day))
        {
            let (done, told) = &mut counts[usize::from(!is_with)];
            *told += 1;
            *done += u32::from(is_done);
        }
        day = day.plus_days(1);
    }
    counts
}

fn done_lines(experiment: &Experiment, record: &Record, today: LocalDay) -> Option<String> {
    let [(with, n_with), (without, n_without)] = counts(experiment, record, today);
    if n_with + n_without == 0 {
        return None;
    }
    if experiment.terms.start_day().is_some() {
        let values = [("with", with.into()), ("nwith", n_with.into())];
        return Some(text_with("experiment-done-since", &values));
    }
    let values = [
        ("with", with.into()),
        ("nwith", n_with.into()),
        ("without", without.into()),
        ("nwithout", n_without.into()),
    ];
    Some(text_with("experiment-done-days", &values))
}

/// Two of one time can only come in with files; each is read by its own lot.
fn overlap_lines(experiment: &Experiment, record: &Record) -> Option<String> {
    let last = |e: &Experiment| e.stopped_on.unwrap_or_else(|| e.terms.ends());
    let meets = |other: &&Experiment| {
        other.key != experiment.key
            && !other.is_of_one_plan(experiment)
            && other.terms.begins <= last(experiment)
            && experiment.terms.begins <= last(other)
    };
    let other = record.experiments.iter().find(meets)?;
    let name = own_heading(other);
    Some(text_with("experiment-overlap", &[("name", name.into())]))
}

pub(super) fn found_in<'a>(
    experiment: &Experiment,
    effect: &'a StrategyEffect,
) -> Result<&'a Tried, Option<Withheld>> {
    let terms = &experiment.terms;
    let is_it = |trial: &series::Trial| trial.seed == terms.seed && trial.begins == terms.begins;
    if let Some(tried) = effect.tried.iter().find(|tried| is_it(&tried.trial)) {
        return Ok(tried);
    }
    let left_out = effect.left_out.iter().find(|(trial, _)| is_it(trial));
    Err(left_out.map(|(_, reason)| Withheld {
        reason: *reason,
        could_have_shown: None,
    }))
}

fn result(experiment: &Experiment, effect: &Answer<StrategyEffect>) -> Vec<String> {
    let effect = match effect {
        Answer::Finding(effect, _) => effect,
        Answer::Withheld(withheld, _) => return own_reason(experiment, withheld),
    };
    match found_in(experiment, effect) {
        Ok(tried) => {
            let mut lines = vec![tried_line(tried)];
            if !tried.is_claim() {
                lines.insert(0, text("experiment-could-not-tell"));
                lines.push(tried_could_line(tried));
            }
            lines.push(text(match tried.trial.drawn {
                series::Drawn::StartDays(_) => "experiment-as-begun",
                series::Drawn::Pairs | series::Drawn::Restricted { .. } => "experiment-as-drawn",
            }));
            lines
        }
        Err(Some(withheld)) => withheld_lines(&withheld),
        Err(None) => vec![text("experiment-no-answers")],
    }
}

/// Nothing at all was read: the reason that the answer gives is that of the last one.
fn own_reason(experiment: &Experiment, withheld: &Withheld) -> Vec<String> {
    let reason = if !experiment.is_as_locked() {
        finding::Reason::NotAsLocked
    } else if experiment.stopped_on.is_some() {
        finding::Reason::Stopped
    } else {
        withheld.reason
    };
    let mut lines = withheld_lines(&Withheld {
        reason,
        could_have_shown: None,
    });
    if matches!(reason, finding::Reason::ExperimentNotOver { .. }) {
        lines = vec![text("experiment-one-more-day")];
    }
    lines
}

fn locked(plan: &[&Experiment], today: LocalDay) -> Vec<(String, String)> {
    let Some(first) = plan.first() else {
        return Vec::new();
    };
    let terms = &first.terms;
    let days = starts::window(terms).unwrap_or_else(|| {
        let days = terms.days_per_period.to_string();
        (text("experiment-period"), days)
    });
    let mut locked = vec![
        (text("experiment-locked-on"), dates::long(terms.locked_on)),
        days,
        (text("experiment-seed"), terms.seed.to_string()),
    ];
    for part in plan {
        let seal = part.seal.iter().take(8);
        let seal: String = seal.map(|byte| format!("{byte:02x}")).collect();
        locked.push((text("experiment-seal"), format!("{seal}\u{2026}")));
    }
    if terms.start_day().is_some() {
        locked.extend(starts::begun(plan, today));
    } else if !first.is_under_way(today) {
        let sign = |with: &bool| if *with { '+' } else { '\u{2212}' };
        let drawn: String = terms.assigned.iter().map(sign).collect();
        locked.push((text("experiment-drawn"), drawn));
    }
    locked
}
