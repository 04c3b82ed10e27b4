//! People who try something by lot, all the way: a record, the offer, the draw, the seal, days that
//! are lived as days are, the result. Refuses to know which result would be welcome.

mod lived;
mod readers;

use finding::strategy_effect::{Planned, Wish, draw, draw_starts, planned, planned_starts};
use record::{
    Drawing, DrawnFrom, Experiment, FactKey, ItemId, Label, LocalDay, Polarity, Record, StartDays,
    Terms,
};
use series::{Drawn, NumbnessSeries, Outcome, Series, Trial};

use crate::draws::mix;
use crate::population::{Cell, WITHIN_SD, recipe};
use crate::recipe::{Compliance, Slips, Travel};
use crate::{Life, Recipe, life};

pub use readers::{Reader, as_drawn, by_another_lot, by_what_was_done};

/// How the effect of a day with comes and goes in truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As the plan supposes: built up and faded by the half-life of the strategy.
    AsPlanned,
    /// All of it on the day, nothing on the next.
    EndsWithTheDay,
    /// All of it on the day; afterwards as much is left as the plan supposes.
    AtOnceThenFades,
}

/// What truly happens on days with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Acts {
    /// Nothing.
    Nothing,
    /// Numbness falls by so many [`WITHIN_SD`] once all of the effect is there.
    Sd(f64, Shape),
    /// An average day with is less numb than one without by just what the offer says it finds; where
    /// it says nothing, nobody is made.
    AsOffered,
}

/// One kind of people who try something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trying {
    /// What they are like; its days are set by the experiment.
    pub cell: Cell,
    /// Days of the record before the day on which it is locked, that day among them.
    pub days_before: u32,
    /// Weeks of the experiment.
    pub weeks: u32,
    /// Days until a tenth of the effect is left, as the strategy says.
    pub carry_over_days: u32,
    /// What is looked at: `check_in`, or an item of it.
    pub outcome: &'static str,
    /// Days lived as they are: left out or done on the other days, by how numb the day is; told or
    /// logged a day late; check-ins from memory, twice, by a wrong clock, in another zone.
    pub is_untidy: bool,
    /// What truly happens.
    pub acts: Acts,
    /// Things that stay and whose start days are drawn; 0: days with and without are.
    pub n_started: u32,
}

impl Trying {
    /// Six weeks of something that ends with the day, tried by standard people with untidy days.
    pub const STANDARD: Self = Self {
        cell: Cell::STANDARD,
        days_before: 60,
        weeks: 6,
        carry_over_days: 0,
        outcome: "check_in",
        is_untidy: true,
        acts: Acts::Nothing,
        n_started: 0,
    };
}

/// An experiment that was lived through.
#[derive(Debug, Clone)]
pub struct Lived {
    /// What the person wrote, with the sealed experiment.
    pub record: Record,
    /// The record as it is read on the day after the last.
    pub series: Series,
    /// What was said before it was drawn.
    pub planned: Planned,
    /// For each day of it, whether it was done.
    pub done: Vec<bool>,
    /// Numbness that an average day with truly has less one without, as drawn.
    pub truth: f64,
    /// What the whole effect would be, points.
    pub whole: f64,
}

/// Days after the last one that the record goes on for.
const DAYS_AFTER: u32 = 10;

/// Person number `idx` of a kind; `None` where nobody is made or nothing is offered.
#[must_use]
pub fn person(kind: &Trying, idx: u64, seed: u64) -> Option<Lived> {
    let cell = Cell {
        days: kind.days_before + kind.weeks * 7 + DAYS_AFTER,
        ..kind.cell
    };
    let mut recipe = recipe(&cell, idx, seed);
    if kind.is_untidy {
        make_untidy(&mut recipe, kind.days_before);
    }
    let Life {
        mut record, truth, ..
    } = life(&recipe, recipe.seed).ok()?;
    let before = i32::try_from(kind.days_before).ok()?;
    let today = truth.first_day.plus_days(before - 1);
    let seed = mix(mix(seed, idx), 93);
    let (planned, terms) = offered(kind, &record, today, seed)?;
    let ends = terms.first()?.ends();
    let mut done = Vec::new();
    for (place, terms) in (0_u128..).zip(terms) {
        let key = u128::from(seed) << 64 | place << 32 | u128::from(idx);
        let mut experiment =
            Experiment::lock(FactKey::from_bytes(key.to_be_bytes()), terms).ok()?;
        let of_it = lived::days(&mut experiment, &truth, kind.is_untidy, seed);
        if kind.is_untidy && place == 0 {
            lived::log(&mut record, &experiment.terms, &of_it, seed)?;
        }
        if place == 0 {
            done = of_it;
        }
        record.experiments.push(experiment);
    }
    let mut series = read(&record, ends.plus_days(1))?;
    let trial = series.trials.first()?.clone();
    let whole = match kind.acts {
        Acts::Nothing => 0.0,
        Acts::Sd(size, _) => -size * WITHIN_SD,
        Acts::AsOffered => -planned.could_show? / lived::apart(&trial, Shape::AsPlanned)?,
    };
    let shape = match kind.acts {
        Acts::Sd(_, shape) => shape,
        Acts::Nothing | Acts::AsOffered => Shape::AsPlanned,
    };
    lived::act(&mut series, &trial, (whole, shape));
    Some(Lived {
        truth: whole * lived::apart(&trial, shape)?,
        record,
        series,
        planned,
        done,
        whole,
    })
}

/// What is offered on a day, drawn; as `app` does it. The things of a plan one by one.
fn offered(
    kind: &Trying,
    record: &Record,
    today: LocalDay,
    seed: u64,
) -> Option<(Planned, Vec<Terms>)> {
    let series = read(record, today)?;
    let outcome = ItemId::new(kind.outcome).ok()?;
    let polarity = Polarity::HigherIsMoreNumb;
    let own = if series.numbness.outcome.name() == kind.outcome {
        series.numbness.clone()
    } else {
        let of = Outcome::named(record, &outcome, polarity)?;
        NumbnessSeries::new(record, &of, today)?
    };
    let wish = Wish {
        label: "something",
        n_days: kind.weeks * 7,
        half_life_days: Trial::half_life_of(kind.carry_over_days),
        today,
    };
    let (of, own) = (Some(&series), Some(&own));
    let planned = match kind.n_started {
        0 => planned(&wish, of, own)?,
        n_started => planned_starts(&wish, n_started, of, own)?,
    };
    let drawn = match kind.n_started {
        0 => vec![draw(&planned.offer, seed)?],
        _ => draw_starts(&planned.offer, seed)?,
    };
    let terms = Terms {
        drawing: Drawing::Strategy(Label::new(wish.label).ok()?),
        outcome,
        polarity,
        begins: planned.begins,
        days_per_period: planned.offer.days_per_period,
        from: match planned.offer.drawn {
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
        carry_over_days: kind.carry_over_days,
        seed,
        locked_on: today,
    };
    let part = |(place, assigned): (u32, Vec<bool>)| Terms {
        from: match terms.from {
            DrawnFrom::StartDays(of) => DrawnFrom::StartDays(StartDays { place, ..of }),
            other => other,
        },
        assigned,
        ..terms.clone()
    };
    Some((planned, (0..).zip(drawn).map(part).collect()))
}

/// Lays a record out as the program does.
fn read(record: &Record, until: LocalDay) -> Option<Series> {
    let (outcome, _) = series::outcomes(record).into_iter().next()?;
    let mut series = Series::new(record, &outcome, until)?;
    series.numbness.last_day = series.numbness.last_day.max(until);
    Some(series)
}

/// A zone with daylight saving, check-ins from memory and twice, more gaps on numb days and later on,
/// a clock that is two hours fast for a week, ten days in another zone.
fn make_untidy(recipe: &mut Recipe, begins: u32) {
    let diary = &mut recipe.diary;
    "Europe/Amsterdam".clone_into(&mut diary.zone);
    diary.slips = Slips {
        double_share: 0.03,
        late_share: 0.3,
        clock_from_day: begins + 4,
        clock_to_day: begins + 11,
        clock_minutes: 120,
    };
    diary.compliance = Compliance {
        fatigue_per_100_days: 0.4,
        per_10_points: 0.15,
        item_skip_share: 0.02,
        ..diary.compliance
    };
    let leg = |day, zone: &str| Travel {
        day,
        zone: zone.to_owned(),
    };
    diary.travel = vec![
        leg(begins + 18, "America/New_York"),
        leg(begins + 28, "Europe/Amsterdam"),
    ];
}
