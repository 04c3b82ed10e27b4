//! People whose numbness comes in spells of known length, and people whose numbness never lifts.
//! Refuses to count by another rule than the one that people are told.

use finding::course::{Spells, spells};
use series::NumbnessSeries;
use stats::spells::SpellRule;

use crate::draws::mix;
use crate::population::{Cell, recipe};
use crate::recipe::{Spells as Comes, Step};
use crate::{Life, Recipe, life};

/// What truly goes on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goes {
    /// Spells that come and lift, of this mean length in days.
    Lifts(f64),
    /// Above the line from the first day on.
    Always,
    /// The same with so little room that single days fall below it.
    AlwaysNarrowly,
    /// It came a third into the record and stayed.
    CameAndStays,
    /// Just at the line, without anything that comes or lifts by itself.
    AroundTheLine,
}

/// One kind of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lifting {
    /// Dependence, gaps, check-ins, days.
    pub cell: Cell,
    /// What truly goes on.
    pub goes: Goes,
    /// Mean days in which nothing is answered, where days are left out.
    pub burst_days: f64,
}

/// The person's own line, points.
pub const LINE: f64 = 57.5;
/// Mean days between spells.
const BETWEEN: f64 = 30.0;
const HEIGHT: f64 = 35.0;
const BELOW: f64 = 40.0;
/// One and a half standard deviations of what goes on inside a spell.
const NARROWLY: f64 = 9.0;

/// What a person was told, beside what was so.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Spells that truly lifted inside the record and stayed so for a week.
    pub n_lifted: usize,
    /// What the answer has.
    pub spells: Spells,
}

fn recipe_of(kind: &Lifting, idx: u64, seed: u64) -> Recipe {
    let mut recipe = recipe(&kind.cell, idx, seed);
    recipe.threshold = Some(LINE);
    recipe.dependence.sd = 6.0;
    recipe.dependence.within_day_sd = 4.0;
    recipe.week = None;
    recipe.diary.compliance.burst_days = kind.burst_days;
    recipe.level = match kind.goes {
        Goes::Lifts(_) | Goes::CameAndStays => BELOW,
        Goes::Always => BELOW + HEIGHT,
        Goes::AlwaysNarrowly => LINE + NARROWLY,
        Goes::AroundTheLine => LINE,
    };
    match kind.goes {
        Goes::Lifts(length_days) => {
            recipe.spells = Some(Comes {
                gap_days: BETWEEN,
                length_days,
                points: HEIGHT,
            });
        }
        Goes::CameAndStays => recipe.steps.push(Step {
            day: kind.cell.days / 3,
            points: HEIGHT,
        }),
        Goes::Always | Goes::AlwaysNarrowly | Goes::AroundTheLine => {}
    }
    recipe
}

/// The rule by which spells are cut out of days, on the days as they truly were.
fn rule() -> SpellRule {
    SpellRule {
        threshold: LINE,
        length_min: 2,
        bridge_below: 7,
        level: 0.95,
    }
}

/// Spells of days as they truly were: first and last day.
fn true_spells(by_day: &[f64]) -> Vec<(usize, usize)> {
    let cut = stats::spells::spells(&[by_day.to_vec()], &rule());
    let cut = cut.map(|found| found.spells).unwrap_or_default();
    cut.iter().map(|s| (s.first_idx, s.last_idx)).collect()
}

/// Asks about person number `idx`; `None` where nothing can be said.
#[must_use]
pub fn person(kind: &Lifting, idx: u64, seed: u64) -> Option<Told> {
    let recipe = recipe_of(kind, idx, seed);
    let Life {
        record, truth, now, ..
    } = life(&recipe, recipe.seed).ok()?;
    let until = now.day(record.profile.day_start);
    let (outcome, _) = series::outcomes(&record).into_iter().next()?;
    let numbness = NumbnessSeries::new(&record, &outcome, until)?;
    let found = spells(&numbness, until, recipe.threshold, mix(seed, idx))?;
    let n_days = truth.by_day.len();
    let has_lifted = |(first, last): &&(usize, usize)| *first > 0 && n_days - 1 - last >= 7;
    Some(Told {
        n_lifted: true_spells(&truth.by_day).iter().filter(has_lifted).count(),
        spells: found,
    })
}

/// Days by which half of the spells of such people are over: the median over long lives.
#[must_use]
pub fn true_median(kind: &Lifting, seed: u64) -> Option<f64> {
    let long = Lifting {
        cell: Cell {
            days: 4000,
            ..kind.cell
        },
        ..*kind
    };
    let mut lengths: Vec<usize> = Vec::new();
    for idx in 0..6 {
        let recipe = recipe_of(&long, 1_000_000 + idx, seed);
        let lived = life(&recipe, recipe.seed).ok()?;
        let cut = true_spells(&lived.truth.by_day);
        let n = cut.len();
        let whole = cut.into_iter().take(n.saturating_sub(1)).skip(1);
        lengths.extend(whole.map(|(first, last)| last - first + 1));
    }
    lengths.sort_unstable();
    let middle = lengths.get(lengths.len() / 2)?;
    Some(f64::from(u32::try_from(*middle).ok()?))
}
