//! The way from a strategy to a locked experiment in three steps: what to look at, how long, lock.
//! Refuses to draw before it is locked.

use content::Strategy;
use record::{FactKey, ItemId};

use super::plan::{Plan, outcome_name, weeks_of};
use super::{starts, stays, strategies, under_way};
use crate::{App, Trouble, dates, random, text, text_with, texts};

/// Where the person is on the way to an experiment.
#[derive(Debug, Clone)]
pub(crate) struct Trying {
    strategy: &'static str,
    key: FactKey,
    /// What else begins in the same plan.
    others: Vec<&'static Strategy>,
    outcome: Option<ItemId>,
    weeks: Option<u32>,
}

/// One step on the way from a strategy to an experiment.
#[derive(Debug, Clone, PartialEq)]
pub struct TryByLotView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Place of the strategy in its list; part of the address.
    pub number: u16,
    /// What the strategy is called.
    pub heading: String,
    /// What is to be done on this step, or why there is none.
    pub step: OfferStep,
    /// It stays once it has begun: a start day is drawn, and not days.
    pub is_plan: bool,
    /// What else could begin in the same plan, on the first step: as the form sends it, and its name.
    pub others: Vec<(String, String)>,
}

/// The steps.
#[derive(Debug, Clone, PartialEq)]
pub enum OfferStep {
    /// It is not offered; why, and what else there is.
    Refused(Vec<String>),
    /// What to look at.
    Outcome(Vec<OutcomeView>),
    /// How long.
    Length {
        /// What is looked at, and how the days are cut.
        lines: Vec<String>,
        /// The lengths.
        lengths: Vec<LengthView>,
    },
    /// Lock it.
    Lock {
        /// All that is fixed, line by line.
        lines: Vec<String>,
    },
}

impl OfferStep {
    /// What can be looked at, where that is the step.
    pub(crate) fn outcomes(self) -> Vec<OutcomeView> {
        match self {
            Self::Outcome(outcomes) => outcomes,
            Self::Refused(_) | Self::Length { .. } | Self::Lock { .. } => Vec::new(),
        }
    }
}

/// Something that can be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeView {
    /// As the form sends it.
    pub value: String,
    /// What the button shows.
    pub label: String,
}

/// A length.
#[derive(Debug, Clone, PartialEq)]
pub struct LengthView {
    /// Weeks, as the form sends them.
    pub weeks: u32,
    /// What the button shows.
    pub label: String,
    /// What such an experiment can find; empty where all lengths have it in common.
    pub line: String,
    /// The same as a number: points of 100; `None`: not known yet.
    pub could_show: Option<f64>,
}

/// An experiment as asked for in one call.
#[derive(Debug, Clone, Default)]
pub struct NewExperiment {
    /// Id of the strategy, or its place in the list.
    pub strategy: String,
    /// What to look at; `None`: numbness.
    pub outcome: Option<String>,
    /// How long.
    pub weeks: u32,
    /// What else begins in the same plan, by its id.
    pub others: Vec<String>,
    /// Starts the draw; `None`: by chance.
    pub seed: Option<u64>,
}

fn find(name: &str) -> Result<&'static Strategy, Trouble> {
    let mut all = strategies()?.iter();
    let is_it = |s: &&Strategy| s.id == name || s.number.to_string() == name;
    all.find(is_it).ok_or_else(|| {
        let known: Vec<&str> = (strategies().unwrap_or_default().iter())
            .filter(|s| super::can_be_drawn(s))
            .map(|s| s.id.as_str())
            .collect();
        let hint = text_with(
            "experiment-unknown-hint",
            &[("known", known.join(", ").into())],
        );
        Trouble::input(text("experiment-unknown"), hint)
    })
}

impl App {
    /// The step at which the person is with a strategy.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such strategy, or the record is locked or cannot be read.
    pub fn try_by_lot(&mut self, number: &str) -> Result<TryByLotView, Trouble> {
        let strategy = find(number)?;
        let step = match self.refusal(strategy)? {
            Some(lines) => OfferStep::Refused(lines),
            None => self.step(strategy)?,
        };
        let others = match step {
            OfferStep::Outcome(_) => self.others_for(strategy)?,
            _ => Vec::new(),
        };
        let what = match step {
            OfferStep::Length { .. } | OfferStep::Lock { .. } => self.what(strategy)?,
            _ => vec![strategy],
        };
        Ok(TryByLotView {
            is_example: self.is_example,
            number: strategy.number,
            heading: starts::names(&what),
            step,
            is_plan: stays(strategy),
            others,
        })
    }

    /// What is tried: the strategy, and what else begins in the same plan.
    fn what(&mut self, strategy: &'static Strategy) -> Result<Vec<&'static Strategy>, Trouble> {
        let trying = self.opened()?.trying.as_ref();
        let others = trying.filter(|trying| trying.strategy == strategy.id);
        let others = others
            .map(|trying| trying.others.clone())
            .unwrap_or_default();
        Ok(std::iter::once(strategy).chain(others).collect())
    }

    /// Says what else is to begin in the same plan, each by its id; empty names are nothing.
    ///
    /// # Errors
    /// [`Trouble`] when it does not stay, is put away, stands twice or is one too many, or the record
    /// is locked; then nothing was changed.
    pub fn try_together(&mut self, number: &str, others: &[String]) -> Result<(), Trouble> {
        let strategy = find(number)?;
        let what = self.together(strategy, others)?;
        let mut trying = self.trying(strategy)?;
        trying.others = what.into_iter().skip(1).collect();
        trying.weeks = None;
        self.opened()?.trying = Some(trying);
        Ok(())
    }

    fn trying(&mut self, strategy: &'static Strategy) -> Result<Trying, Trouble> {
        let before = self.opened()?.trying.clone();
        let before = before.filter(|trying| trying.strategy == strategy.id);
        Ok(match before {
            Some(trying) => trying,
            None => Trying {
                strategy: strategy.id.as_str(),
                key: random::parse_key(&random::new_key())?,
                others: Vec::new(),
                outcome: None,
                weeks: None,
            },
        })
    }

    fn step(&mut self, strategy: &'static Strategy) -> Result<OfferStep, Trouble> {
        let trying = self.opened()?.trying.clone();
        let trying = trying.filter(|trying| trying.strategy == strategy.id);
        let Some(outcome) = trying.as_ref().and_then(|trying| trying.outcome.clone()) else {
            return Ok(OfferStep::Outcome(self.outcomes()?));
        };
        let what = self.what(strategy)?;
        let name = ("outcome", outcome_name(&outcome).into());
        let Some(weeks) = trying.and_then(|trying| trying.weeks) else {
            let mut lengths = self.lengths(&what, &outcome)?;
            let mut lines = vec![text_with("experiment-looks-at", &[name])];
            lines.push(self.cut_of_lengths(&what, &outcome, &lengths)?);
            lines.extend(said_of_all(&mut lengths));
            lines.extend(self.suggestion(&what, &outcome, &lengths)?);
            return Ok(OfferStep::Length { lines, lengths });
        };
        let plan = self.plan_for(&what, &outcome, weeks)?;
        let plan = plan.ok_or_else(no_such_length)?;
        if stays(strategy) {
            let mut lines = vec![text_with("experiment-looks-at", &[name])];
            lines.extend(starts::plan_lines(&what, &plan));
            lines.push(found_line(&plan));
            lines.extend(starts::likely_lines(&what, Some(&plan)));
            return Ok(OfferStep::Lock { lines });
        }
        let n_days = plan.n_days();
        let mut lines = vec![
            text_with("experiment-looks-at", &[name]),
            text_with(
                "experiment-days",
                &[
                    ("from", dates::long(plan.begins).into()),
                    ("to", dates::long(plan.ends()).into()),
                    ("n", n_days.into()),
                    ("half", (n_days / 2).into()),
                ],
            ),
            cut_line(strategy, &plan),
            found_line(&plan),
        ];
        if plan.waits {
            lines.push(text("experiment-waits"));
        }
        Ok(OfferStep::Lock { lines })
    }

    /// Takes one step: `outcome`, `weeks`, `lock` or `back`, with its value. Says whether it is locked.
    ///
    /// # Errors
    /// [`Trouble`] when the step is not open, another experiment is under way, the record is locked
    /// or the disk refuses; then nothing was changed.
    pub fn step_by_lot(&mut self, number: &str, step: &str, value: &str) -> Result<bool, Trouble> {
        let strategy = find(number)?;
        if let Some(lines) = self.refusal(strategy)? {
            return Err(Trouble::input(
                lines.join(" "),
                text("experiment-refused-hint"),
            ));
        }
        let mut trying = self.trying(strategy)?;
        let what = self.what(strategy)?;
        match step {
            "outcome" => {
                let known = self.outcomes()?.iter().any(|known| known.value == value);
                let outcome = ItemId::new(value).ok().filter(|_| known);
                trying.outcome = Some(outcome.ok_or_else(no_such_outcome)?);
                trying.weeks = None;
            }
            "weeks" => {
                let weeks: u32 = value.parse().map_err(|_| no_such_length())?;
                let outcome = trying.outcome.clone().ok_or_else(lost_way)?;
                let plan = self.plan_for(&what, &outcome, weeks)?;
                plan.ok_or_else(no_such_length)?;
                trying.weeks = Some(weeks);
            }
            "back" => match trying.weeks.take() {
                Some(_) => {}
                None => trying.outcome = None,
            },
            "lock" => {
                let (outcome, weeks) = (trying.outcome.take(), trying.weeks.take());
                let (outcome, weeks) = outcome.zip(weeks).ok_or_else(lost_way)?;
                let plan = self.plan_for(&what, &outcome, weeks)?;
                let plan = plan.ok_or_else(no_such_length)?;
                self.draw_and_lock(&what, &plan, (trying.key, random::seed()))?;
                let open = self.opened()?;
                (open.trying, open.has_locked) = (None, true);
                return Ok(true);
            }
            _ => return Err(lost_way()),
        }
        self.opened()?.trying = Some(trying);
        Ok(false)
    }

    /// The lengths of an experiment with what each can find, as lines for a terminal; changes nothing.
    ///
    /// # Errors
    /// As [`App::begin_experiment`].
    pub fn experiment_lengths(&mut self, new: &NewExperiment) -> Result<Vec<String>, Trouble> {
        let (what, outcome) = self.asked_for(new)?;
        let name = ("outcome", outcome_name(&outcome).into());
        let mut lines = vec![
            starts::names(&what),
            text_with("experiment-looks-at", &[name]),
        ];
        let lengths = self.lengths(&what, &outcome)?;
        let suggested = self.suggestion(&what, &outcome, &lengths)?;
        lines.extend(
            lengths
                .into_iter()
                .map(|l| format!("  {}: {}", l.label, l.line)),
        );
        lines.extend(suggested);
        Ok(lines)
    }

    /// Draws and locks an experiment in one call.
    ///
    /// # Errors
    /// [`Trouble`] when it is not offered, another one is under way, the record is locked or the disk
    /// refuses; then nothing was changed.
    pub fn begin_experiment(&mut self, new: &NewExperiment) -> Result<(), Trouble> {
        let (what, outcome) = self.asked_for(new)?;
        let plan = self.plan_for(&what, &outcome, new.weeks)?;
        let plan = plan.ok_or_else(no_such_length)?;
        let key = random::parse_key(&random::new_key())?;
        let seed = new.seed.unwrap_or_else(random::seed);
        self.draw_and_lock(&what, &plan, (key, seed))
    }

    fn asked_for(
        &mut self,
        new: &NewExperiment,
    ) -> Result<(Vec<&'static Strategy>, ItemId), Trouble> {
        let strategy = find(&new.strategy)?;
        if let Some(lines) = self.refusal(strategy)? {
            return Err(Trouble::input(
                lines.join(" "),
                text("experiment-refused-hint"),
            ));
        }
        let outcomes = self.outcomes()?;
        let wanted = new.outcome.as_deref();
        let found = outcomes
            .iter()
            .find(|o| wanted.is_none_or(|name| o.value == name));
        let outcome = found.and_then(|outcome| ItemId::new(&outcome.value).ok());
        let what = self.together(strategy, &new.others)?;
        Ok((what, outcome.ok_or_else(no_such_outcome)?))
    }

    /// Why a strategy is not tried by lot now; `None`: it can be.
    fn refusal(&mut self, strategy: &Strategy) -> Result<Option<Vec<String>>, Trouble> {
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        Ok(if !super::can_be_drawn(strategy) {
            Some(vec![text("experiment-not-for-this")])
        } else if self.is_put_away(strategy)? || self.stands_alone()? {
            Some(vec![text("experiment-put-away")])
        } else {
            under_way(&record, today).map(|other| {
                let day = dates::long(other.terms.ends());
                let line = text_with("experiment-busy-page", &[("day", day.into())]);
                vec![line, text("experiment-busy-why")]
            })
        })
    }

    /// Ten weeks, where six would miss the effect that experiments are planned for more often than one
    /// time in five; the choice stays free.
    fn suggestion(
        &mut self,
        what: &[&'static Strategy],
        outcome: &ItemId,
        lengths: &[LengthView],
    ) -> Result<Vec<String>, Trouble> {
        let weeks = what.first().map(|strategy| weeks_of(strategy));
        let Some([.., usual, long]) = weeks else {
            return Ok(Vec::new());
        };
        let (usual, long) = (*usual, *long);
        if what.first().is_some_and(|strategy| stays(strategy)) {
            let longest = self.plan_for(what, outcome, long)?;
            return Ok(starts::likely_lines(what, longest.as_ref()));
        }
        let is_offered = lengths.iter().any(|length| length.weeks == long);
        let plan = self.plan_for(what, outcome, usual)?.filter(|_| is_offered);
        let Some((could, planned)) = plan.and_then(|plan| plan.could_show.zip(plan.planned_for))
        else {
            return Ok(Vec::new());
        };
        let values = [
            ("usual", usual.into()),
            ("long", long.into()),
            ("points", texts::points(planned).into()),
        ];
        let suggested = (could > planned).then(|| text_with("experiment-suggest", &values));
        Ok(suggested.into_iter().collect())
    }

    /// How days are cut, or that no length could find out.
    fn cut_of_lengths(
        &mut self,
        what: &[&'static Strategy],
        outcome: &ItemId,
        lengths: &[LengthView],
    ) -> Result<String, Trouble> {
        let (Some(strategy), Some(first)) = (what.first(), lengths.first()) else {
            return Ok(text("experiment-no-length"));
        };
        if stays(strategy) {
            return Ok(text("experiment-start-cut"));
        }
        let plan = self.plan_for(what, outcome, first.weeks)?;
        Ok(plan.map_or_else(String::new, |plan| cut_line(strategy, &plan)))
    }

    fn lengths(
        &mut self,
        what: &[&'static Strategy],
        outcome: &ItemId,
    ) -> Result<Vec<LengthView>, Trouble> {
        let mut lengths = Vec::new();
        for weeks in what
            .first()
            .into_iter()
            .flat_map(|strategy| weeks_of(strategy))
        {
            let weeks = *weeks;
            if let Some(plan) = self.plan_for(what, outcome, weeks)? {
                lengths.push(LengthView {
                    weeks,
                    label: text_with("experiment-weeks", &[("n", weeks.into())]),
                    line: found_line(&plan),
                    could_show: plan.could_show,
                });
            }
        }
        Ok(lengths)
    }
}

/// Takes out of the lengths what would be said of each in the same words.
fn said_of_all(lengths: &mut [LengthView]) -> Option<String> {
    let line = lengths.first()?.line.clone();
    let is_same = lengths.len() > 1 && lengths.iter().all(|length| length.line == line);
    is_same.then(|| {
        for length in lengths.iter_mut() {
            length.line.clear();
        }
        line
    })
}

fn cut_line(strategy: &Strategy, plan: &Plan) -> String {
    let days = plan.offer.days_per_period;
    let id = match (days, strategy.carry_over_days) {
        (1, _) => "experiment-cut-day",
        (_, _) => "experiment-cut-days",
    };
    let values = [
        ("days", days.into()),
        ("carry", strategy.carry_over_days.into()),
    ];
    text_with(id, &values)
}

fn found_line(plan: &Plan) -> String {
    match plan.could_show {
        Some(points) if points >= 60.0 => text("experiment-finds-little"),
        // What a plan says was kept in six of ten cases, not in four of five (decision 0045).
        Some(points) if starts::is_plan(plan) => text_with(
            "experiment-start-finds",
            &[("points", texts::points(points).into())],
        ),
        Some(points) => text_with(
            "experiment-finds",
            &[("points", texts::points(points).into())],
        ),
        None => text("experiment-finds-unknown"),
    }
}

fn no_such_length() -> Trouble {
    Trouble::input(
        text("experiment-wrong-length"),
        text("experiment-wrong-length-hint"),
    )
}

fn no_such_outcome() -> Trouble {
    Trouble::input(
        text("experiment-wrong-outcome"),
        text("experiment-wrong-outcome-hint"),
    )
}

fn lost_way() -> Trouble {
    Trouble::input(
        text("experiment-lost-way"),
        text("experiment-lost-way-hint"),
    )
}
