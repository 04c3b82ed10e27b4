//! How the latent line becomes answers: errors, response style, sticky repeats. Refuses facts.

use crate::draws::{Draws, Stream};
use crate::recipe::{Recipe, Style};
use crate::world::World;

use super::plan::{CheckIn, Outcome};

/// The two answers about numbness; `None`: left out by hand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pair {
    /// 0-100, higher is more feeling.
    pub strength: Option<f64>,
    /// 0-100, higher is more numb.
    pub distance: Option<f64>,
}

impl Pair {
    /// Numbness 0-100: the mean of both directions; `None` unless both were answered.
    pub(crate) fn numbness(&self) -> Option<f64> {
        Some((100.0 - self.strength? + self.distance?) / 2.0)
    }
}

/// Puts a latent number on the line in the person's style: 0-100.
pub(crate) fn report(style: &Style, latent: f64) -> f64 {
    let share = ((latent - style.floor) / (style.ceiling - style.floor)).clamp(0.0, 1.0);
    let steps = f64::from(style.steps - 1);
    // Rounded twice, so that eleven steps give 0, 10, 20 and not 30.000000000000004.
    libm::round(libm::round(share * steps) / steps * 10_000.0) / 100.0
}

/// The pair of answers of each planned check-in; `None` for those never answered.
///
/// Draws the same numbers for every planned check-in, answered or not, so that a life with more
/// gaps is the same life with fewer answers.
pub(crate) fn pairs(
    recipe: &Recipe,
    seed: u64,
    world: &World<'_>,
    check_ins: &[CheckIn],
) -> Vec<Option<Pair>> {
    let mut answering = Answering::new(recipe, seed, 0);
    check_ins
        .iter()
        .map(|check_in| {
            let now = world.numbness_at(check_in.at);
            let told = match check_in.outcome {
                // Memory leans towards how it is while remembering.
                Outcome::Recalled(written) => 0.5 * (now + world.numbness_at(written)),
                Outcome::Answered | Outcome::Missed => now,
            };
            let is_answered = check_in.outcome != Outcome::Missed;
            answering.answer(told, check_in.at, is_answered)
        })
        .collect()
}

/// A second filling-in of some check-ins, minutes later, with errors of its own.
pub(crate) fn again(
    recipe: &Recipe,
    seed: u64,
    world: &World<'_>,
    times: &[f64],
) -> Vec<Option<Pair>> {
    let mut answering = Answering::new(recipe, seed, 1);
    times
        .iter()
        .map(|at| answering.answer(world.numbness_at(*at), *at, true))
        .collect()
}

struct Answering<'a> {
    recipe: &'a Recipe,
    errors: Draws,
    skips: Draws,
    last: [Option<f64>; 2],
}

impl<'a> Answering<'a> {
    fn new(recipe: &'a Recipe, seed: u64, part: usize) -> Self {
        Self {
            recipe,
            errors: Draws::new(seed, Stream::Errors, part),
            skips: Draws::new(seed, Stream::Skips, part),
            last: [None; 2],
        }
    }

    fn answer(&mut self, latent: f64, at: f64, is_answered: bool) -> Option<Pair> {
        let style = &self.recipe.diary.style;
        let settling = &self.recipe.diary.settling_in;
        let shared = libm::sqrt(style.error_shared) * self.errors.normal();
        let own = libm::sqrt(1.0 - style.error_shared);
        let latent = latent + settling.points * libm::exp2(-at / settling.half_life_days);
        let mut answers = [None; 2];
        for (answer, last) in answers.iter_mut().zip(&mut self.last) {
            let error = style.error_sd * (shared + own * self.errors.normal());
            let repeats = self.skips.chance(style.sticky_share);
            let is_skipped = self
                .skips
                .chance(self.recipe.diary.compliance.item_skip_share);
            if is_answered && !is_skipped {
                let fresh = report(style, latent + error);
                *answer = Some(if repeats {
                    last.unwrap_or(fresh)
                } else {
                    fresh
                });
                *last = *answer;
            }
        }
        let [numb, distance] = answers;
        is_answered.then(|| Pair {
            strength: numb.map(|value| 100.0 - value),
            distance,
        })
    }
}
