//! Check-ins as facts, each with what was truly so. Refuses everything else of the diary.

use std::collections::HashMap;

use record::{
    Assessment, Beep, FactBody, InputDevice, Item, ItemResponse, Moment, Occasion, OccasionState,
    Response, SamplingPlan,
};

use crate::LifeError;
use crate::draws::{Draws, Stream};
use crate::recipe::Recipe;
use crate::truth::OccasionTruth;
use crate::world::World;

use super::answer::{self, Pair};
use super::items::{Loading, ROTATING, TENSION, UNREALITY};
use super::plan::{CheckIn, Outcome};
use super::{Desk, Written};

/// Writes all check-ins.
pub(super) fn write(
    desk: &mut Desk<'_>,
    items: &[Item],
    check_ins: &[CheckIn],
    pairs: &[Option<Pair>],
) -> Result<(), LifeError> {
    let mut form = Form::new(desk.recipe, desk.world, desk.seed, items);
    let mut doubles = Draws::new(desk.seed, Stream::Doubles, 0);
    let double_share = desk.recipe.diary.slips.double_share;
    let mut anew = Vec::new();
    for (check_in, pair) in check_ins.iter().zip(pairs) {
        let is_double = doubles.chance(double_share);
        let is_anew = doubles.chance(0.5);
        let minutes_later = doubles.between(2.0, 6.0);
        if desk.recipe.diary.is_prompted && check_in.outcome != Outcome::Answered {
            let occasion = prompted(desk, check_in, OccasionState::Missed)?;
            desk.occasion(check_in.at, check_in.at + 2.0 / 24.0, occasion)?;
        }
        let Some(pair) = pair else { continue };
        let assessment = form.fill(check_in.at, pair)?;
        if let Outcome::Recalled(written_at) = check_in.outcome {
            let occasion = Occasion::answered(SamplingPlan::Recall, assessment);
            desk.occasion(check_in.at, written_at, occasion)?;
            continue;
        }
        let occasion = if desk.recipe.diary.is_prompted {
            prompted(desk, check_in, OccasionState::Answered(assessment))?
        } else {
            Occasion::voluntary(assessment)
        };
        if is_double && !is_anew {
            desk.occasion(check_in.at, check_in.at + 30.0 / 86_400.0, occasion.clone())?;
        }
        desk.occasion(check_in.at, check_in.at + 20.0 / 86_400.0, occasion)?;
        if is_double && is_anew {
            anew.push(check_in.at + minutes_later / 1440.0);
        }
    }
    let again = answer::again(desk.recipe, desk.seed, desk.world, &anew);
    for (at, pair) in anew.iter().zip(again.iter().flatten()) {
        let occasion = Occasion::voluntary(form.fill(*at, pair)?);
        desk.occasion(*at, at + 20.0 / 86_400.0, occasion)?;
    }
    Ok(())
}

/// An occasion that a prompt asked for, some minutes before.
fn prompted(
    desk: &Desk<'_>,
    check_in: &CheckIn,
    state: OccasionState,
) -> Result<Occasion, LifeError> {
    let is_missed = state == OccasionState::Missed;
    let before = if is_missed { 0.0 } else { 3.0 / 1440.0 };
    let scheduled_at = desk.clock.moment(check_in.at - before)?;
    Ok(Occasion {
        plan: SamplingPlan::Signal,
        form: record::Form::CheckIn,
        beep: Some(Beep {
            sent_at: Some(scheduled_at.clone()),
            scheduled_at,
        }),
        day_no: Some(check_in.day + 1),
        beep_no: Some(check_in.slot + 1),
        state,
    })
}

/// The form as it is shown: which items, in which order, with which answers.
struct Form<'a> {
    recipe: &'a Recipe,
    world: &'a World<'a>,
    items: HashMap<&'a str, &'a Item>,
    seed: u64,
    n_shown: usize,
    block: Vec<usize>,
    others: Draws,
    skips: Draws,
    devices: Draws,
    last: HashMap<&'static str, f64>,
    last_at: Option<f64>,
}

impl<'a> Form<'a> {
    fn new(recipe: &'a Recipe, world: &'a World<'a>, seed: u64, items: &'a [Item]) -> Self {
        Self {
            recipe,
            world,
            items: items.iter().map(|i| (i.id.as_str(), i)).collect(),
            seed,
            n_shown: 0,
            block: Vec::new(),
            others: Draws::new(seed, Stream::OtherItems, 0),
            skips: Draws::new(seed, Stream::Skips, 2),
            devices: Draws::new(seed, Stream::Devices, 0),
            last: HashMap::new(),
            last_at: None,
        }
    }

    /// One assessment: what is shown first, then what was not asked, the flicker last of those
    /// shown.
    fn fill(&mut self, at: f64, pair: &Pair) -> Result<Assessment, LifeError> {
        let block_no = self.n_shown / ROTATING.len();
        if self.n_shown.is_multiple_of(ROTATING.len()) {
            self.block = shuffled(self.seed, block_no, ROTATING.len());
        }
        let place = self.n_shown % ROTATING.len();
        let rotating = self.block.get(place).copied().unwrap_or(0);
        let unreality = self.n_shown % UNREALITY.len();
        self.n_shown += 1;
        let device = if self.devices.chance(0.12) {
            InputDevice::Keyboard
        } else {
            InputDevice::Pointer
        };
        let mut responses = Vec::with_capacity(18);
        responses.extend(self.shown("feeling_strength", pair.strength, device)?);
        responses.extend(self.shown("feeling_distance", pair.distance, device)?);
        let asked = [
            UNREALITY.get(unreality),
            Some(&TENSION),
            ROTATING.get(rotating),
        ];
        for loading in asked.into_iter().flatten() {
            let value = self.value(loading, at);
            responses.extend(self.shown(loading.id, value, device)?);
        }
        let flicker = self.flicker(at);
        responses.extend(self.shown("flicker", flicker, device)?);
        let rest = |list: &'static [Loading], asked: usize| {
            let others = list.iter().enumerate();
            others.filter(move |(idx, _)| *idx != asked)
        };
        for (_, loading) in rest(&UNREALITY, unreality).chain(rest(&ROTATING, rotating)) {
            if let Some(item) = self.items.get(loading.id) {
                responses.push(ItemResponse::new(item, Response::NotAsked, device)?);
            }
        }
        self.last_at = Some(at);
        let seed = crate::draws::mix(self.seed, block_no as u64);
        Ok(Assessment::new(responses, Some(seed))?)
    }

    /// A response to an item that was shown; `None` as value: left out by hand.
    fn shown(
        &mut self,
        id: &str,
        value: Option<f64>,
        device: InputDevice,
    ) -> Result<Option<ItemResponse>, LifeError> {
        let latency_ms = latency(&mut self.devices);
        let Some(item) = self.items.get(id) else {
            return Ok(None);
        };
        let response = value.map_or(Response::Skipped, Response::Value);
        let mut response = ItemResponse::new(item, response, device)?;
        response.latency_ms = Some(latency_ms);
        Ok(Some(response))
    }

    fn value(&mut self, loading: &Loading, at: f64) -> Option<f64> {
        let style = &self.recipe.diary.style;
        let latent = loading.base
            + loading.numb * (self.world.numbness_at(at) - 50.0)
            + loading.tense * (self.world.tension_at(at) - 40.0)
            + loading.sd * self.others.normal();
        // Floor and ceiling belong to how numbness is told; the other items keep the whole line.
        let whole = crate::recipe::Style {
            floor: 0.0,
            ceiling: 100.0,
            ..*style
        };
        let fresh = answer::report(&whole, latent);
        let repeats = self.skips.chance(style.sticky_share);
        let share = self.recipe.diary.compliance.item_skip_share;
        if self.skips.chance(share) {
            return None;
        }
        let last = self.last.get(loading.id).copied();
        let value = if repeats {
            last.unwrap_or(fresh)
        } else {
            fresh
        };
        self.last.insert(loading.id, value);
        Some(value)
    }

    /// 0 none, 1 a trace, 2 clearly: the clearest since the last form, at most a day back.
    fn flicker(&mut self, at: f64) -> Option<f64> {
        let since = self.last_at.map_or(at - 1.0, |last| last.max(at - 1.0));
        let share = self.recipe.diary.compliance.item_skip_share;
        let is_skipped = self.skips.chance(share);
        let seen = self.world.flickers.iter();
        let clearest = seen
            .filter(|f| f.at > since && f.at <= at)
            .map(|f| if f.is_clear { 2.0 } else { 1.0 })
            .fold(0.0, f64::max);
        (!is_skipped).then_some(clearest)
    }
}

/// Milliseconds to an answer: median 2.2 seconds, long-tailed.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held to a range first"
)]
fn latency(draws: &mut Draws) -> u32 {
    (2200.0 * libm::exp(0.45 * draws.normal())).clamp(300.0, 60_000.0) as u32
}

/// A random order of `0..n` (Fisher and Yates).
fn shuffled(seed: u64, block_no: usize, n: usize) -> Vec<usize> {
    let mut draws = Draws::new(seed, Stream::Rotation, block_no);
    let mut order: Vec<usize> = (0..n).collect();
    for idx in (1..n).rev() {
        order.swap(idx, draws.below(idx + 1));
    }
    order
}

impl Desk<'_> {
    fn occasion(&mut self, at: f64, written_at: f64, occasion: Occasion) -> Result<(), LifeError> {
        let moment = self.clock.moment(at)?;
        let truth = truth_at(self.world, at, moment.clone());
        self.push(moment, written_at, FactBody::Occasion(occasion))?;
        if let Some(Written { truth: place, .. }) = self.written.last_mut() {
            *place = Some(truth);
        }
        Ok(())
    }
}

fn truth_at(world: &World<'_>, at: f64, moment: Moment) -> OccasionTruth {
    OccasionTruth {
        moment,
        time_days: at,
        day: super::clock::own_day(at),
        numbness: world.numbness_at(at),
        tension: world.tension_at(at),
    }
}
