//! A simulated life: a record as a person would have written it, and the truth behind it.
//!
//! Refuses to judge answers: measuring them is the next step, with this as the ruler.

use record::{Fact, FactBody, Moment, Profile, Record, Response};

use crate::LifeError;
use crate::diary;
use crate::draws::{mix, mix_text};
use crate::recipe::Recipe;
use crate::truth::{Truth, days_over};
use crate::world::{Scope, World};

/// A simulated life.
#[derive(Debug, Clone, PartialEq)]
pub struct Life {
    /// What the person wrote down.
    pub record: Record,
    /// What was truly so.
    pub truth: Truth,
    /// The moment at which the record is looked at: 22:45 of the last day. Nothing is later.
    pub now: Moment,
}

/// Lives a recipe through with the chances of one seed.
///
/// The same recipe and seed give the same life on every platform. Each component draws from its
/// own stream: adding one to a recipe leaves the others as they were.
///
/// # Errors
/// [`LifeError`] when the recipe has a number, date, zone or name that is refused.
pub fn life(recipe: &Recipe, seed: u64) -> Result<Life, LifeError> {
    recipe.check()?;
    let world = World::new(recipe, seed, Scope::Everything)?;
    let diary = diary::write(recipe, seed, &world)?;
    let mut profile = Profile::new(diary.clock.home().clone());
    profile.set_threshold(recipe.threshold)?;
    profile.has_read_safety = true;
    let record = Record::new(profile, diary.items, diary.facts)?;
    let days_over = days_over(&world.by_day, recipe.threshold);
    let truth = Truth {
        first_day: world.first_day,
        numbness: world.numbness,
        tension: world.tension,
        by_day: world.by_day,
        occasions: diary.occasions,
        flickers: world.flickers.iter().map(|flicker| flicker.at).collect(),
        mechanisms: world.mechanisms,
        days_over,
    };
    Ok(Life {
        record,
        truth,
        now: diary.now,
    })
}

impl Life {
    /// One number that changes when any key, moment, answer or true day mean of the life does.
    ///
    /// True means are taken to a millionth of a point.
    #[must_use]
    pub fn digest(&self) -> u64 {
        let facts = self.record.facts().iter().fold(0, fold_fact);
        self.truth.by_day.iter().fold(facts, |digest, mean| {
            #[expect(clippy::cast_possible_truncation, reason = "points are small")]
            let millionths = libm::round(mean * 1e6) as i64;
            mix(digest, millionths.cast_unsigned())
        })
    }
}

fn fold_fact(digest: u64, fact: &Fact) -> u64 {
    let mut digest = fact
        .key
        .as_bytes()
        .iter()
        .fold(digest, |digest, byte| mix(digest, u64::from(*byte)));
    for moment in [&fact.moment, &fact.recorded_at] {
        digest = mix(digest, moment.unix_seconds().cast_unsigned());
        digest = mix(digest, u64::from(moment.offset_seconds().cast_unsigned()));
    }
    digest = mix(digest, fact.body.kind() as u64);
    let assessment = match &fact.body {
        FactBody::Occasion(occasion) => occasion.assessment(),
        _ => None,
    };
    let responses = assessment.map_or(&[][..], |a| a.responses());
    responses.iter().fold(digest, |digest, response| {
        let value = match response.response {
            Response::Value(value) => value.to_bits(),
            Response::Skipped => 1,
            Response::NotAsked => 2,
        };
        mix(mix(digest, value), mix_text(response.item.as_str()))
    })
}
