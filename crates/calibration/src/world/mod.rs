//! What truly happens in a life, before anyone writes anything down. Refuses the diary.

mod body;
mod flicker;
mod happening;
mod process;
mod slow;

use record::LocalDay;

pub(crate) use body::Night;
pub(crate) use flicker::Flicker;
pub(crate) use happening::Happening;

use crate::LifeError;
use crate::draws::{Draws, Stream};
use crate::recipe::{Factor, Recipe};
use crate::truth::{GRID_PER_DAY, HappeningKind, Mechanism, on_grid, waking_means};

/// How much of a life to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Numbness and whatever acts on it.
    Numbness,
    /// Everything that a diary could hold.
    Everything,
}

/// What truly happens in a life.
#[derive(Debug, Clone)]
pub(crate) struct World<'a> {
    pub first_day: LocalDay,
    pub numbness: Vec<f64>,
    /// Empty when the scope does not need it.
    pub tension: Vec<f64>,
    pub by_day: Vec<f64>,
    pub nights: Vec<Night>,
    pub happenings: Vec<Happening<'a>>,
    pub flickers: Vec<Flicker>,
    pub mechanisms: Vec<Mechanism>,
}

impl<'a> World<'a> {
    /// Lets a recipe's life happen.
    pub(crate) fn new(recipe: &'a Recipe, seed: u64, scope: Scope) -> Result<Self, LifeError> {
        let first_day = LocalDay::parse(&recipe.start)?;
        let weekdays: Vec<u8> = (0..recipe.days)
            .map(|day| {
                first_day
                    .plus_days(i32::try_from(day).unwrap_or(0))
                    .weekday()
            })
            .collect();
        let happenings = happening::all_of(recipe, seed);
        let mut world = Self {
            first_day,
            numbness: vec![recipe.level; recipe.days as usize * GRID_PER_DAY + 1],
            tension: Vec::new(),
            by_day: Vec::new(),
            nights: Vec::new(),
            happenings,
            flickers: Vec::new(),
            mechanisms: Vec::new(),
        };
        if scope == Scope::Everything || needs(recipe, Factor::Tension) {
            world.tension = tension(recipe, seed, &weekdays, &world.happenings);
        }
        if let Some(nights) = &recipe.nights
            && (scope == Scope::Everything || needs(recipe, Factor::Sleep))
        {
            let is_weekend: Vec<bool> = weekdays.iter().map(|day| *day >= 6).collect();
            world.nights = body::nights(nights, seed, &is_weekend);
        }
        world.add_processes(recipe, seed, &weekdays);
        world.add_causes(recipe, seed);
        world.by_day = waking_means(&world.numbness);
        if let Some(flickers) = &recipe.flickers
            && scope == Scope::Everything
        {
            world.flickers = flicker::flickers(flickers, seed, &world.numbness, &world.happenings);
        }
        Ok(world)
    }

    /// Latent numbness at a time.
    pub(crate) fn numbness_at(&self, time_days: f64) -> f64 {
        on_grid(&self.numbness, time_days)
    }

    /// Latent tension at a time.
    pub(crate) fn tension_at(&self, time_days: f64) -> f64 {
        on_grid(&self.tension, time_days)
    }

    fn add_processes(&mut self, recipe: &Recipe, seed: u64, weekdays: &[u8]) {
        let n_points = self.numbness.len();
        let dependence = &recipe.dependence;
        let mut draws = Draws::new(seed, Stream::Dependence, 0);
        let rho = dependence.rho_per_day;
        let slow = process::ornstein_uhlenbeck(&mut draws, n_points, rho, dependence.sd);
        add(&mut self.numbness, &slow);
        if dependence.within_day_sd > 0.0 {
            let mut draws = Draws::new(seed, Stream::WithinDay, 0);
            let rho = libm::exp2(-24.0 / dependence.within_day_half_life_hours);
            let sd = dependence.within_day_sd;
            let fast = process::ornstein_uhlenbeck(&mut draws, n_points, rho, sd);
            add(&mut self.numbness, &fast);
        }
        if let Some(drift) = &recipe.drift {
            let mut draws = Draws::new(seed, Stream::Drift, 0);
            let line = process::drift(&mut draws, n_points, drift);
            add(&mut self.numbness, &line);
            let ends = line.last().zip(line.first());
            self.mechanisms.push(Mechanism::Drift {
                shape: drift.shape,
                sd: drift.sd,
                start_to_end: ends.map_or(0.0, |(last, first)| last - first),
            });
        }
        if let Some(week) = &recipe.week {
            let days = process::week(&mut Draws::new(seed, Stream::Week, 0), week);
            for (day, weekday) in weekdays.iter().enumerate() {
                let points = days.get(usize::from(*weekday) - 1).copied();
                slow::add_to_day(&mut self.numbness, day, points.unwrap_or_default());
            }
            self.mechanisms.push(Mechanism::Week {
                weekend: week.weekend,
            });
        }
        if let Some(wave) = &recipe.time_of_day {
            let hours = process::time_of_day(wave);
            let all = self.numbness.iter_mut().zip(hours.iter().cycle());
            all.for_each(|(value, add)| *value += add);
            self.mechanisms.push(Mechanism::TimeOfDay {
                amplitude: wave.amplitude,
                peak_hour: wave.peak_hour,
            });
        }
    }

    fn add_causes(&mut self, recipe: &Recipe, seed: u64) {
        let (grid, told) = (&mut self.numbness, &mut self.mechanisms);
        slow::steps(grid, &recipe.steps, told);
        if let Some(spells) = &recipe.spells {
            slow::spells(grid, &mut Draws::new(seed, Stream::Spells, 0), spells, told);
        }
        for happening in &self.happenings {
            happening.on_numbness().add_to(grid);
            told.extend(tell(happening));
        }
        if let Some(medicine) = &recipe.medicine {
            slow::doses(grid, medicine, told);
        }
        let tension_by_day = waking_means(&self.tension);
        if let Some(depletion) = &recipe.depletion {
            slow::depletion(grid, &tension_by_day, depletion, told);
        }
        if let Some(store) = &recipe.desensitization {
            let mut times: Vec<f64> = self
                .happenings
                .iter()
                .filter(|h| h.kind == HappeningKind::Exposure)
                .map(|h| h.at)
                .collect();
            times.sort_by(f64::total_cmp);
            slow::desensitization(grid, &times, store, told);
        }
        add_short_nights(grid, recipe, &self.nights, told);
        for trigger in &recipe.triggers {
            let factor_by_day = match trigger.factor {
                Factor::Tension => tension_by_day.clone(),
                Factor::Sleep => self.nights.iter().map(|night| night.minutes).collect(),
                Factor::Activity => body::active_minutes(&self.happenings, recipe.days),
            };
            slow::trigger(grid, &factor_by_day, trigger, told);
        }
    }
}

/// Says whether numbness in this recipe depends on a factor.
fn needs(recipe: &Recipe, factor: Factor) -> bool {
    let own = match factor {
        Factor::Tension => recipe.depletion.is_some(),
        Factor::Sleep => recipe.nights.is_some_and(|n| n.points_per_hour != 0.0),
        Factor::Activity => false,
    };
    own || recipe.triggers.iter().any(|t| t.factor == factor)
}

fn add(grid: &mut [f64], line: &[f64]) {
    grid.iter_mut().zip(line).for_each(|(v, add)| *v += add);
}

fn tension(recipe: &Recipe, seed: u64, weekdays: &[u8], happenings: &[Happening<'_>]) -> Vec<f64> {
    let tension = &recipe.tension;
    let mut draws = Draws::new(seed, Stream::Tension, 0);
    let n_points = recipe.days as usize * GRID_PER_DAY + 1;
    let rho = tension.rho_per_day;
    let mut grid = process::ornstein_uhlenbeck(&mut draws, n_points, rho, tension.sd);
    grid.iter_mut().for_each(|value| *value += tension.level);
    for (day, weekday) in weekdays.iter().enumerate() {
        let points = if *weekday >= 6 { tension.weekend } else { 0.0 };
        slow::add_to_day(&mut grid, day, points);
    }
    for happening in happenings {
        happening.on_tension().add_to(&mut grid);
    }
    grid
}

fn tell(happening: &Happening<'_>) -> Option<Mechanism> {
    (happening.points != 0.0).then(|| Mechanism::Happening {
        kind: happening.kind,
        label: happening.pulse.label.clone(),
        at: happening.at,
        points: happening.points,
        hold_days: happening.pulse.hold_days,
        half_life_days: happening.pulse.half_life_days,
        is_written: happening.is_written,
    })
}

fn add_short_nights(
    grid: &mut [f64],
    recipe: &Recipe,
    nights: &[Night],
    told: &mut Vec<Mechanism>,
) {
    let Some(effect) = recipe.nights.filter(|n| n.points_per_hour != 0.0) else {
        return;
    };
    for (day, night) in nights.iter().enumerate() {
        let hours = (effect.short_under_minutes - night.minutes) / 60.0;
        if hours > 0.0 {
            let points = effect.points_per_hour * hours;
            slow::add_to_day(grid, day, points);
            told.push(Mechanism::ShortNight {
                day: u32::try_from(day).unwrap_or(u32::MAX),
                points,
            });
        }
    }
}
