//! Experiments: a strategy on days drawn by lot, from the offer to the end. Refuses to change what was
//! locked, to look before the end, and a second one at the same time.

use content::{Gate, Strategy};
use record::{Drawing, Experiment, ExperimentDay, FactBody, FactKey, LocalDay, Record};

use crate::{App, Trouble, dates, random, text, text_with};

mod json;
mod list;
mod offer;
mod plan;
mod starts;

pub use list::{ExperimentView, ExperimentsView};
pub(crate) use offer::Trying;
pub use offer::{LengthView, NewExperiment, OfferStep, OutcomeView, TryByLotView};

/// Hour from which a day is asked about; before it, the day before is.
const EVENING: f64 = 17.0;

/// What Today says about an experiment that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayExperiment {
    /// What was drawn for today, or when it begins.
    pub line: String,
    /// Whether it was done is asked, once for each day.
    pub ask: Option<AskOfDay>,
}

/// Whether it was done on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskOfDay {
    /// Of which experiment.
    pub key: String,
    /// The day, as the form sends it.
    pub day: String,
    /// The question.
    pub question: String,
}

pub(crate) fn strategies() -> Result<&'static [Strategy], Trouble> {
    content::strategies().map_err(|error| Trouble::ours(error.to_string()))
}

/// Whether days with a strategy can be drawn by lot at all, or the day on which it begins.
pub(crate) const fn can_be_drawn(strategy: &Strategy) -> bool {
    strategy.experiment || stays(strategy)
}

/// Whether it stays once it has begun, so that only its start day can be drawn.
pub(crate) const fn stays(strategy: &Strategy) -> bool {
    !strategy.can_be_switched_off
}

/// What a strategy is called on pages; another name stays as it is.
pub(crate) fn name_of(id: &str) -> String {
    let known = strategies()
        .ok()
        .and_then(|all| all.iter().find(|s| s.id == id));
    known.map_or_else(|| id.to_owned(), |strategy| strategy.heading.clone())
}

/// What is tried in an experiment or a plan, in the order in which it began.
pub(crate) fn trial_name(trial: &series::Trial) -> String {
    let names: Vec<String> = trial.labels().map(name_of).collect();
    names.join(&text("experiment-then"))
}

/// What an outcome is called; empty where none is named.
pub(crate) fn outcome_words(name: &str) -> String {
    record::ItemId::new(name).map_or_else(|_| String::new(), |id| plan::outcome_name(&id))
}

/// The strategy of an experiment, where it tries one that is known here.
fn strategy_of(experiment: &Experiment) -> Option<&'static Strategy> {
    match &experiment.terms.drawing {
        Drawing::Strategy(name) => strategies().ok()?.iter().find(|s| s.id == name.as_str()),
        Drawing::Silence => None,
    }
}

/// Whether it was done on a day: as told, else as written down by itself; `None`: nobody said.
fn was_done(experiment: &Experiment, record: &Record, day: LocalDay) -> Option<bool> {
    let starts = record.profile.day_start;
    let strategy = strategy_of(experiment);
    let is_it = |name: &str| strategy.is_some_and(|strategy| strategy.is_called(name));
    let written = || {
        let mut facts = record.facts().iter();
        facts.any(|fact| {
            matches!(&fact.body, FactBody::Practice(p) if is_it(p.strategy.as_str()))
                && fact.moment.day(starts) == day
        })
    };
    experiment.told(day).or_else(|| written().then_some(true))
}

/// The one that is under way, or still to begin.
fn under_way(record: &Record, today: LocalDay) -> Option<&Experiment> {
    let mut all = record.experiments.iter();
    all.find(|experiment| experiment.is_under_way(today))
}

impl App {
    /// Whether a strategy is put away for now, or an experiment with it is.
    pub(crate) fn is_put_away(&mut self, strategy: &Strategy) -> Result<bool, Trouble> {
        let is_sleep_or_food = strategy.id == "sleep" || strategy.gates.contains(&Gate::Food);
        Ok(self.why_locked(strategy)?.is_some()
            || (is_sleep_or_food && self.hides_sleep_food_experiments()?))
    }

    /// What Today says about an experiment; `None` where there is none.
    pub(crate) fn experiment_of_today(&mut self) -> Result<Option<TodayExperiment>, Trouble> {
        let (today, hour) = (self.today_date()?, self.clock.now().hour_of_day());
        let record = self.known()?.record.clone();
        // One that ended yesterday still asks about its last day.
        let near = [today, today.plus_days(-1)];
        let found = near.iter().find_map(|day| under_way(&record, *day));
        let Some((experiment, strategy)) = found.and_then(|e| Some((e, strategy_of(e)?))) else {
            return Ok(None);
        };
        if experiment.terms.start_day().is_some() {
            return self.start_of_today(experiment, &record).map(Some);
        }
        let name = || ("name", strategy.heading.clone().into());
        if self.is_put_away(strategy)? {
            let line = text_with("experiment-today-away", &[name()]);
            return Ok(Some(TodayExperiment { line, ask: None }));
        }
        let terms = &experiment.terms;
        let line = match terms.drawn_for(today) {
            Some(true) => text_with("experiment-today-with", &[name()]),
            Some(false) => text_with("experiment-today-without", &[name()]),
            None if today < terms.begins => {
                let day = ("day", dates::with_weekday(terms.begins).into());
                text_with("experiment-today-begins", &[name(), day])
            }
            None => text_with("experiment-today-over", &[name()]),
        };
        let asked_of = asked_of(today, hour);
        let is_open = terms.drawn_for(asked_of).is_some()
            && was_done(experiment, &record, asked_of).is_none();
        let ask = is_open.then(|| ask(experiment, &strategy.heading, (asked_of, today)));
        Ok(Some(TodayExperiment { line, ask }))
    }

    /// Keeps whether it was done on a day: `yes` or `no`. Told again, the new answer holds.
    ///
    /// # Errors
    /// [`Trouble`] when the day does not belong to the experiment or is still to come, the record is
    /// locked or the disk refuses; then nothing was changed.
    pub fn tell_of_day(&mut self, key: &str, day: &str, done: &str) -> Result<(), Trouble> {
        let key = random::parse_key(key)?;
        let (day, today) = (crate::write::parse_day(day)?, self.today_date()?);
        let is_done = match done {
            "yes" => true,
            "no" => false,
            _ => {
                return Err(Trouble::input(
                    "that is no answer",
                    "press one of the buttons",
                ));
            }
        };
        let record = self.known()?.record.clone();
        let known = record.experiments.iter().find(|e| e.key == key);
        let belongs = known.is_some_and(|e| e.terms.drawn_for(day).is_some());
        if !belongs || day > today {
            return Err(Trouble::input(
                "that day is not a day of the experiment so far",
                "look at the days on the page of experiments",
            ));
        }
        let open = self.opened()?;
        open.settle()?;
        open.store
            .tell_of_day(key, ExperimentDay { day, is_done })?;
        open.forget();
        Ok(())
    }

    /// Stops an experiment. What was written stays; stopping twice changes nothing.
    ///
    /// # Errors
    /// [`Trouble`] when there is none of that key, the record is locked or the disk refuses.
    pub fn stop_experiment(&mut self, key: &str) -> Result<(), Trouble> {
        let (key, today) = (random::parse_key(key)?, self.today_date()?);
        let record = self.known()?.record.clone();
        let known = record.experiments.iter().find(|e| e.key == key);
        let Some(known) = known else {
            return Err(Trouble::input(
                "there is no such experiment",
                "open the page again",
            ));
        };
        if !known.is_under_way(today) {
            return Ok(());
        }
        let day = today.max(known.terms.locked_on);
        // A plan is one thing: what began on its other start days stops with it.
        let of_plan = record.experiments.iter();
        let keys: Vec<FactKey> = of_plan
            .filter(|e| e.key == key || e.is_of_one_plan(known))
            .map(|e| e.key)
            .collect();
        let open = self.opened()?;
        open.settle()?;
        for key in keys {
            open.store.stop_experiment(key, day)?;
        }
        open.forget();
        open.has_stopped = true;
        Ok(())
    }

    /// Keeps what was drawn, once; all of one plan, or none.
    pub(crate) fn keep_drawn(&mut self, drawn: &[Experiment]) -> Result<(), Trouble> {
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let mut known = record.experiments.iter();
        if known.any(|known| drawn.iter().any(|new| known.key == new.key)) {
            return Ok(());
        }
        if let Some(other) = under_way(&record, today) {
            return Err(busy(other));
        }
        let open = self.opened()?;
        open.settle()?;
        open.store.append_experiments(drawn)?;
        open.forget();
        Ok(())
    }
}

/// The day that is asked about: in the evening this one, before it the one before.
fn asked_of(today: LocalDay, hour: f64) -> LocalDay {
    let is_evening = !(4.0..EVENING).contains(&hour);
    today.plus_days(if is_evening { 0 } else { -1 })
}

fn ask(experiment: &Experiment, name: &str, (asked_of, today): (LocalDay, LocalDay)) -> AskOfDay {
    let of_day = if asked_of == today {
        "today"
    } else {
        "yesterday"
    };
    AskOfDay {
        key: experiment.key.to_string(),
        day: asked_of.to_string(),
        question: text_with(
            &format!("experiment-ask-{of_day}"),
            &[("name", name.into())],
        ),
    }
}

/// Why no second one is begun.
fn busy(other: &Experiment) -> Trouble {
    let day = dates::long(other.terms.ends());
    let what = text_with("experiment-busy", &[("day", day.into())]);
    Trouble::input(what, text("experiment-busy-hint"))
}
