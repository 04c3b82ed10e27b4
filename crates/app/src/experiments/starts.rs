//! Things that stay once they have begun: their start days, from the offer to Today. Refuses to say a
//! start day before it has come.

use content::Strategy;
use finding::strategy_effect::{STARTED_MAX, draw_starts};
use record::{DrawnFrom, Experiment, FactKey, LocalDay, Record, StartDays, Terms};
use series::Drawn;

use super::plan::Plan;
use super::{AskOfDay, TodayExperiment, ask, asked_of, stays, strategies, strategy_of, was_done};
use crate::{App, Trouble, dates, text, text_with};

impl App {
    /// Other things that stay, which could begin in the same plan: as the form sends them, and their
    /// names.
    pub(super) fn others_for(
        &mut self,
        strategy: &Strategy,
    ) -> Result<Vec<(String, String)>, Trouble> {
        let mut others = Vec::new();
        for other in strategies()?.iter().filter(|other| stays(other)) {
            if stays(strategy) && other.id != strategy.id && !self.is_put_away(other)? {
                others.push((other.id.clone(), other.heading.clone()));
            }
        }
        Ok(others)
    }

    /// The strategies of these names that may begin in one plan with this one, itself first.
    pub(super) fn together(
        &mut self,
        strategy: &'static Strategy,
        names: &[String],
    ) -> Result<Vec<&'static Strategy>, Trouble> {
        let mut all = vec![strategy];
        for name in names.iter().filter(|name| !name.is_empty()) {
            let found = strategies()?.iter().find(|s| s.id == *name);
            let found = found.filter(|s| stays(strategy) && stays(s));
            let is_new = found.is_some_and(|s| all.iter().all(|known| known.id != s.id));
            match found.filter(|_| is_new) {
                Some(found) if !self.is_put_away(found)? => all.push(found),
                _ => return Err(not_together()),
            }
        }
        if all.len() > STARTED_MAX as usize {
            return Err(not_together());
        }
        Ok(all)
    }

    /// What Today says while start days are awaited or have come.
    pub(super) fn start_of_today(
        &mut self,
        first: &Experiment,
        record: &Record,
    ) -> Result<TodayExperiment, Trouble> {
        let (today, hour) = (self.today_date()?, self.clock.now().hour_of_day());
        let plan = plan_of(first, record);
        let (mut lines, mut open) = (Vec::new(), Vec::new());
        for part in plan {
            let strategy = strategy_of(part);
            let is_away = strategy.is_some_and(|s| self.is_put_away(s).unwrap_or(true));
            if is_away {
                let name = ("name", super::list::own_heading(part).into());
                lines.push(text_with("experiment-today-away", &[name]));
            } else {
                lines.push(line(part, today));
                open.push(part);
            }
        }
        let asked_of = asked_of(today, hour);
        open.retain(|part| part.terms.drawn_for(asked_of) == Some(true));
        // One question an evening: where several have begun, they take turns.
        let turn = usize::try_from(asked_of.number().unsigned_abs()).unwrap_or(0);
        let asked = turn
            .checked_rem(open.len())
            .and_then(|place| open.get(place))
            .filter(|part| was_done(part, record, asked_of).is_none());
        let ask: Option<AskOfDay> =
            asked.map(|part| ask(part, &super::list::own_heading(part), (asked_of, today)));
        Ok(TodayExperiment {
            line: lines.join(" "),
            ask,
        })
    }
}

fn line(part: &Experiment, today: LocalDay) -> String {
    let (terms, name) = (&part.terms, super::list::own_heading(part));
    let start = terms.start_day().unwrap_or(terms.begins);
    let (id, day) = if today < terms.begins {
        ("experiment-start-ahead", terms.begins)
    } else if today > terms.ends() {
        ("experiment-today-over", terms.ends())
    } else if today < start {
        ("experiment-start-wait", start)
    } else if today == start {
        ("experiment-start-today", start)
    } else {
        ("experiment-start-since", start)
    };
    let mut values = vec![("name", name.into())];
    // The day of a start that is still to come is not for the text.
    if id != "experiment-start-wait" {
        values.push(("day", dates::with_weekday(day).into()));
    }
    text_with(id, &values)
}

/// All of one plan, the first to begin first; an experiment that is no plan alone.
pub(super) fn plan_of<'a>(first: &'a Experiment, record: &'a Record) -> Vec<&'a Experiment> {
    let mut plan: Vec<&Experiment> = (record.experiments.iter())
        .filter(|e| e.key == first.key || e.is_of_one_plan(first))
        .collect();
    plan.sort_by_key(|part| place(part));
    plan
}

/// Whether it stands for its plan: the first of it.
pub(super) fn is_first(experiment: &Experiment, record: &Record) -> bool {
    plan_of(experiment, record)
        .first()
        .is_some_and(|first| first.key == experiment.key)
}

fn place(experiment: &Experiment) -> u32 {
    match experiment.terms.from {
        DrawnFrom::StartDays(of) => of.place,
        DrawnFrom::Pairs | DrawnFrom::Restricted { .. } => 0,
    }
}

/// The start days of a plan, drawn and locked; each has a key of its own, made of the form's.
pub(super) fn lock(
    what: &[&'static Strategy],
    plan: &Plan,
    (key, seed): (FactKey, u64),
    terms: &Terms,
) -> Result<Vec<Experiment>, Trouble> {
    let refused = |error: &dyn ToString| Trouble::ours(error.to_string());
    let DrawnFrom::StartDays(of) = terms.from else {
        return Err(Trouble::ours("no start days to draw"));
    };
    let drawn = draw_starts(&plan.offer, seed)
        .ok_or_else(|| Trouble::ours("a design could not be drawn"))?;
    let parts = what.iter().zip(drawn).zip(0_u8..);
    let part = |((strategy, assigned), place): ((&&Strategy, Vec<bool>), u8)| {
        let mut bytes = *key.as_bytes();
        bytes[15] = bytes[15].wrapping_add(place);
        let terms = Terms {
            drawing: super::plan::drawing(strategy)?,
            from: DrawnFrom::StartDays(StartDays {
                place: u32::from(place),
                ..of
            }),
            assigned,
            ..terms.clone()
        };
        Experiment::lock(FactKey::from_bytes(bytes), terms).map_err(|e| refused(&e))
    };
    parts.map(part).collect()
}

/// How the days of a plan will go, before it is locked.
pub(super) fn plan_lines(what: &[&'static Strategy], plan: &Plan) -> Vec<String> {
    let Drawn::StartDays(of) = plan.offer.drawn else {
        return Vec::new();
    };
    let day = |since: u32| plan.begins.plus_days(i32::try_from(since).unwrap_or(0));
    let values = [
        ("from", dates::long(plan.begins).into()),
        ("to", dates::long(plan.ends()).into()),
        ("n", plan.n_days().into()),
        ("first", dates::long(day(of.earliest)).into()),
        ("last", dates::long(day(of.latest)).into()),
    ];
    let (id, rest) = if what.len() == 1 {
        ("experiment-start-days", text("experiment-start-reads"))
    } else {
        let values = [("names", names(what).into()), ("gap", of.gap_days.into())];
        let order = text_with("experiment-start-order", &values);
        ("experiment-starts-days", order)
    };
    vec![text_with(id, &values), rest]
}

/// Whether start days are drawn, and not days.
pub(super) const fn is_plan(plan: &Plan) -> bool {
    matches!(plan.offer.drawn, Drawn::StartDays(_))
}

/// What is said of what such a plan can find.
pub(super) fn likely_lines(what: &[&'static Strategy], plan: Option<&Plan>) -> Vec<String> {
    let mut lines = Vec::new();
    let is_likely = plan.is_none_or(|plan| {
        let pair = plan.could_show.zip(plan.planned_for);
        pair.is_none_or(|(could, planned)| could > planned)
    });
    if is_likely {
        lines.push(text("experiment-start-likely"));
    }
    if what.len() == 1 {
        lines.push(text("experiment-start-more"));
    }
    lines
}

pub(super) fn names(what: &[&'static Strategy]) -> String {
    let names: Vec<&str> = what.iter().map(|s| s.heading.as_str()).collect();
    names.join(&text("experiment-then"))
}

/// The start days that have come, for the page of what was fixed.
pub(super) fn begun(plan: &[&Experiment], today: LocalDay) -> Vec<(String, String)> {
    let day = |part: &&&Experiment| part.terms.start_day().filter(|day| *day <= today);
    let begun = plan.iter().filter_map(|part| Some((part, day(&part)?)));
    begun
        .map(|(part, day)| {
            let name = ("name", super::list::own_heading(part).into());
            (text_with("experiment-begun", &[name]), dates::long(day))
        })
        .collect()
}

/// The window that start days were drawn from.
pub(super) fn window(terms: &Terms) -> Option<(String, String)> {
    let DrawnFrom::StartDays(of) = terms.from else {
        return None;
    };
    let day = |since: u32| {
        let since = i32::try_from(since).unwrap_or(0);
        dates::long(terms.begins.plus_days(since))
    };
    let values = [
        ("from", day(of.earliest).into()),
        ("to", day(of.latest).into()),
    ];
    Some((text("experiment-window"), text_with("from-to", &values)))
}

fn not_together() -> Trouble {
    Trouble::input(
        text("experiment-not-together"),
        text("experiment-not-together-hint"),
    )
}
