//! A life written down: every fact of the diary with its moment, and when it was written.
//!
//! Refuses the future: what would be written after the end of the life is not in the record.

pub(crate) mod answer;
pub(crate) mod clock;
mod items;
mod logs;
mod occasions;
pub(crate) mod plan;

use std::collections::HashMap;

use record::{Fact, FactBody, FactKey, FactKind, Item, Moment, Source};

use crate::LifeError;
use crate::draws::mix;
use crate::recipe::Recipe;
use crate::truth::OccasionTruth;
use crate::world::World;

use clock::Clock;

/// Hour on the last day's clock at which a life's record is looked at.
const LAST_HOUR: f64 = 22.75;

/// A fact, and what was truly so where it is an occasion.
#[derive(Debug)]
struct Written {
    fact: Fact,
    truth: Option<OccasionTruth>,
}

/// The place where a diary is written.
#[derive(Debug)]
struct Desk<'a> {
    recipe: &'a Recipe,
    world: &'a World<'a>,
    clock: Clock,
    seed: u64,
    counts: HashMap<FactKind, u64>,
    written: Vec<Written>,
}

impl Desk<'_> {
    fn push(&mut self, moment: Moment, written_at: f64, body: FactBody) -> Result<(), LifeError> {
        let kind = body.kind();
        let nth = self.counts.entry(kind).or_insert(0u64);
        let key = key(self.seed, kind, *nth);
        *nth += 1;
        let recorded_at = self.clock.moment(written_at)?.max(moment.clone());
        self.written.push(Written {
            fact: Fact {
                key,
                moment,
                recorded_at,
                source: Source::ByHand,
                body,
            },
            truth: None,
        });
        Ok(())
    }
}

/// A diary as written.
#[derive(Debug)]
pub(crate) struct Diary {
    pub items: Vec<Item>,
    /// In order of time.
    pub facts: Vec<Fact>,
    /// One for each occasion, in the same order.
    pub occasions: Vec<OccasionTruth>,
    pub now: Moment,
    pub clock: Clock,
}

/// Writes a life down.
pub(crate) fn write(recipe: &Recipe, seed: u64, world: &World<'_>) -> Result<Diary, LifeError> {
    let items = items::items()?;
    let mut desk = Desk {
        recipe,
        world,
        clock: Clock::new(recipe, world.first_day)?,
        seed,
        counts: HashMap::new(),
        written: Vec::new(),
    };
    let check_ins = plan::plan(recipe, seed, world);
    let pairs = answer::pairs(recipe, seed, world, &check_ins);
    occasions::write(&mut desk, &items, &check_ins, &pairs)?;
    logs::write(&mut desk)?;
    let now = desk
        .clock
        .moment(f64::from(recipe.days - 1) + LAST_HOUR / 24.0)?;
    let Desk {
        mut written, clock, ..
    } = desk;
    written.retain(|w| w.fact.recorded_at <= now && w.fact.moment <= now);
    written.sort_by_key(|w| w.fact.moment.unix_seconds());
    let occasions = written.iter().filter_map(|w| w.truth.clone()).collect();
    Ok(Diary {
        items,
        facts: written.into_iter().map(|w| w.fact).collect(),
        occasions,
        now,
        clock,
    })
}

/// A key that the same life gives again and no other fact has.
fn key(seed: u64, kind: FactKind, nth: u64) -> FactKey {
    let high = mix(mix(seed, 0x006B_6579), kind as u64);
    let low = mix(high, nth);
    let mut bytes = [0u8; 16];
    let (first, second) = bytes.split_at_mut(8);
    first.copy_from_slice(&high.to_le_bytes());
    second.copy_from_slice(&low.to_le_bytes());
    FactKey::from_bytes(bytes)
}
