//! The standard populations on which answers are measured, as cells with stable names.
//!
//! Refuses tuning: a cell's numbers are fixed here and belong to every published result.
//!
//! Every person is drawn anew within the cell: the phase of a drift, its size (0.2-0.8 of
//! [`WITHIN_SD`]), the sign and size of a weekend (0.2-0.6). Latent numbness is an
//! Ornstein-Uhlenbeck process (sd 12, correlation over one day as the cell says) plus a fast part
//! (sd 5, half gone in three hours); the two items carry errors of sd 6 that correlate 0.4.

use crate::diary::{answer, plan};
use crate::draws::{Draws, Stream, mix, mix_text};
use crate::recipe::{Compliance, Dependence, Diary, Drift, DriftShape, Step, Style, Week};
use crate::truth::now_difference;
use crate::world::{Scope, World};
use crate::{Life, LifeError, Recipe};

/// Standard deviation of latent numbness within a person of the population without drift and
/// week, points: effects are multiples of it.
pub const WITHIN_SD: f64 = 13.0;

const SLOW_SD: f64 = 12.0;
const FAST_SD: f64 = 5.0;

/// How answers are put on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Every whole number.
    Continuous,
    /// Five positions.
    FiveSteps,
    /// Most answers at the lowest end of numbness (about 58% zeros).
    Floor,
}

/// What truly changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// Nothing.
    Null,
    /// The level changed halfway and stayed, by so many [`WITHIN_SD`].
    StepAtMid(f64),
    /// The level changed after two thirds and stayed.
    StepAtTwoThirds(f64),
    /// The level changed seven days before the end.
    LastWeek(f64),
}

/// The effects that are measured, null first.
pub const EFFECTS: [Effect; 9] = [
    Effect::Null,
    Effect::StepAtMid(1.0),
    Effect::StepAtMid(1.5),
    Effect::StepAtMid(2.0),
    Effect::StepAtTwoThirds(1.0),
    Effect::StepAtTwoThirds(1.5),
    Effect::StepAtTwoThirds(2.0),
    Effect::LastWeek(1.0),
    Effect::LastWeek(1.5),
];

impl Effect {
    /// Day on which the level changes, in a record of so many days.
    #[must_use]
    pub const fn day(self, days: u32) -> Option<u32> {
        match self {
            Self::Null => None,
            Self::StepAtMid(_) => Some(days / 2),
            Self::StepAtTwoThirds(_) => Some(days * 2 / 3),
            Self::LastWeek(_) => Some(days.saturating_sub(7)),
        }
    }

    /// Size in multiples of [`WITHIN_SD`]; 0 for none.
    #[must_use]
    pub const fn size_sd(self) -> f64 {
        match self {
            Self::Null => 0.0,
            Self::StepAtMid(size) | Self::StepAtTwoThirds(size) | Self::LastWeek(size) => size,
        }
    }
}

/// One kind of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Correlation of two moments a day apart.
    pub rho_per_day: f64,
    /// Share of check-ins without an answer, per cent: 0, 30 or 60. Two thirds of it are whole
    /// days in bursts of mean 2.
    pub gap_percent: u32,
    /// Length of the record.
    pub days: u32,
    /// Check-ins a day: 1 (in the evening) or 3.
    pub check_ins: u32,
    /// How answers are put on the line.
    pub scale: Scale,
    /// Slow drift; `None`: none.
    pub drift: Option<DriftShape>,
    /// With a weekly cycle.
    pub has_week: bool,
    /// What truly changed.
    pub effect: Effect,
}

impl Cell {
    /// Ninety days, three check-ins, 30% gaps, dependence 0.5, whole line, week, no drift, null.
    pub const STANDARD: Self = Self {
        rho_per_day: 0.5,
        gap_percent: 30,
        days: 90,
        check_ins: 3,
        scale: Scale::Continuous,
        drift: None,
        has_week: true,
        effect: Effect::Null,
    };

    /// The same people with another truth.
    #[must_use]
    pub const fn with(self, effect: Effect) -> Self {
        Self { effect, ..self }
    }

    /// A name that stays, such as `r0.5-g30-d90-c3-line-nodrift-week-null`.
    #[must_use]
    pub fn name(&self) -> String {
        let effect = match self.effect {
            Effect::Null => "null".to_owned(),
            Effect::StepAtMid(size) => format!("mid{size}"),
            Effect::StepAtTwoThirds(size) => format!("two_thirds{size}"),
            Effect::LastWeek(size) => format!("last_week{size}"),
        };
        format!("{}-{effect}", self.kind())
    }

    /// The name without the effect: what is the same about null and effect.
    fn kind(&self) -> String {
        let scale = match self.scale {
            Scale::Continuous => "line",
            Scale::FiveSteps => "five",
            Scale::Floor => "floor",
        };
        let drift = match self.drift {
            None => "nodrift",
            Some(DriftShape::Line) => "straight",
            Some(DriftShape::Cosine) => "cosine",
            Some(DriftShape::Walk) => "walk",
        };
        let week = if self.has_week { "week" } else { "noweek" };
        let (rho, gap) = (self.rho_per_day, self.gap_percent);
        let (days, n) = (self.days, self.check_ins);
        format!("r{rho}-g{gap}-d{days}-c{n}-{scale}-{drift}-{week}")
    }

    /// Nothing changes and nothing drifts: no course but 'steady' is true.
    #[must_use]
    pub fn is_stationary(&self) -> bool {
        self.drift.is_none() && self.effect == Effect::Null
    }
}

/// Every combination of dependence, gaps, days, check-ins, scale, drift and week: 4,320 null
/// cells in a fixed order.
#[must_use]
pub fn cells() -> Vec<Cell> {
    let mut cells = Vec::with_capacity(4320);
    for rho_per_day in [0.3, 0.5, 0.7, 0.8, 0.9] {
        for gap_percent in [0, 30, 60] {
            for days in [30, 42, 60, 90, 180, 365] {
                for check_ins in [1, 3] {
                    let base = Cell {
                        rho_per_day,
                        gap_percent,
                        days,
                        check_ins,
                        ..Cell::STANDARD
                    };
                    push_looks(&mut cells, base);
                }
            }
        }
    }
    cells
}

/// Adds every scale, drift and week of a cell.
fn push_looks(cells: &mut Vec<Cell>, base: Cell) {
    for scale in [Scale::Continuous, Scale::FiveSteps, Scale::Floor] {
        for drift in DRIFTS {
            for has_week in [false, true] {
                cells.push(Cell {
                    scale,
                    drift,
                    has_week,
                    ..base
                });
            }
        }
    }
}

const DRIFTS: [Option<DriftShape>; 4] = [
    None,
    Some(DriftShape::Line),
    Some(DriftShape::Cosine),
    Some(DriftShape::Walk),
];

/// The standard cell and every cell that differs from it in one thing: a quick proof.
#[must_use]
pub fn cells_around_standard() -> Vec<Cell> {
    let at = Cell::STANDARD;
    let mut cells = vec![at];
    cells.extend([0.3, 0.7, 0.8, 0.9].map(|rho_per_day| Cell { rho_per_day, ..at }));
    cells.extend([0, 60].map(|gap_percent| Cell { gap_percent, ..at }));
    cells.extend([30, 42, 60, 180, 365].map(|days| Cell { days, ..at }));
    cells.push(Cell { check_ins: 1, ..at });
    cells.extend([Scale::FiveSteps, Scale::Floor].map(|scale| Cell { scale, ..at }));
    let drifts = DRIFTS.into_iter().filter(Option::is_some);
    cells.extend(drifts.map(|drift| Cell { drift, ..at }));
    cells.push(Cell {
        has_week: false,
        ..at
    });
    cells
}

/// The recipe of one person of a cell.
///
/// The person is the same for every effect of a cell: null and effect differ in the change alone.
#[must_use]
pub fn recipe(cell: &Cell, idx: u64, seed: u64) -> Recipe {
    let seed = mix(mix(seed, mix_text(&cell.kind())), idx);
    let mut draws = Draws::new(seed, Stream::CellParameters, 0);
    let drift_sd = draws.between(0.2, 0.8) * WITHIN_SD;
    let weekend = draws.between(0.2, 0.6) * WITHIN_SD;
    let is_weekend_easier = draws.chance(0.5);
    let is_step_easier = draws.chance(0.5) && cell.scale != Scale::Floor;
    let start = draws.below(364);
    let sign = |is_easier: bool| if is_easier { -1.0 } else { 1.0 };
    let steps = cell.effect.day(cell.days).map(|day| Step {
        day,
        points: sign(is_step_easier) * cell.effect.size_sd() * WITHIN_SD,
    });
    Recipe {
        name: cell.name(),
        story: String::new(),
        seed,
        days: cell.days,
        start: start_day(start),
        level: 50.0,
        threshold: None,
        dependence: Dependence {
            rho_per_day: cell.rho_per_day,
            sd: SLOW_SD,
            within_day_sd: FAST_SD,
            within_day_half_life_hours: 3.0,
        },
        drift: cell.drift.map(|shape| Drift {
            shape,
            sd: drift_sd,
        }),
        week: cell.has_week.then(|| Week {
            weekend: sign(is_weekend_easier) * weekend,
            weekday_sd: 0.15 * WITHIN_SD,
        }),
        steps: steps.into_iter().collect(),
        diary: diary(cell),
        ..bare()
    }
}

/// A day of 2023 in a zone without daylight saving, so that nothing but the cell differs.
fn start_day(nth: usize) -> String {
    let first = record::LocalDay::from_number(19_358 + i32::try_from(nth).unwrap_or(0));
    first.map_or_else(|_| "2023-01-01".to_owned(), |day| day.to_string())
}

fn diary(cell: &Cell) -> Diary {
    // Whole days carry two thirds of the gaps; single check-ins bring the sum to the cell's.
    let missing = f64::from(cell.gap_percent) / 100.0;
    let whole_day_share = missing * 2.0 / 3.0;
    let style = match cell.scale {
        Scale::Continuous => Style::default(),
        Scale::FiveSteps => Style {
            steps: 5,
            ..Style::default()
        },
        Scale::Floor => Style {
            floor: 55.5,
            ceiling: 110.0,
            ..Style::default()
        },
    };
    Diary {
        zone: "UTC".to_owned(),
        check_ins: cell.check_ins,
        from_hour: if cell.check_ins == 1 { 17.0 } else { 9.0 },
        to_hour: if cell.check_ins == 1 { 21.0 } else { 22.0 },
        compliance: Compliance {
            answered: (1.0 - missing) / (1.0 - whole_day_share),
            whole_day_share,
            ..Compliance::default()
        },
        style,
        ..Diary::default()
    }
}

/// A recipe in which nothing acts.
fn bare() -> Recipe {
    Recipe {
        name: String::new(),
        story: String::new(),
        seed: 0,
        days: 1,
        start: String::new(),
        level: 50.0,
        threshold: None,
        dependence: Dependence {
            rho_per_day: 0.0,
            sd: 0.0,
            within_day_sd: 0.0,
            within_day_half_life_hours: 3.0,
        },
        drift: None,
        week: None,
        time_of_day: None,
        steps: Vec::new(),
        spells: None,
        stress: Vec::new(),
        arousal: Vec::new(),
        contact: Vec::new(),
        exposure: Vec::new(),
        practice: Vec::new(),
        activity: Vec::new(),
        happening: Vec::new(),
        depletion: None,
        desensitization: None,
        medicine: None,
        tension: crate::recipe::Tension::default(),
        nights: None,
        triggers: Vec::new(),
        flickers: None,
        diary: Diary::default(),
    }
}

/// The life of one person of a cell, with all facts.
///
/// # Errors
/// [`LifeError`] when the cell has a number that is refused.
pub fn life(cell: &Cell, idx: u64, seed: u64) -> Result<Life, LifeError> {
    let recipe = recipe(cell, idx, seed);
    crate::life(&recipe, recipe.seed)
}

/// The answers of one person as plain numbers, with the truth.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainSeries {
    /// Days since midnight of the first day, one for each answered check-in, rising.
    pub times_days: Vec<f64>,
    /// The person's day of each, counted from 0.
    pub days: Vec<u32>,
    /// The window of the day of each, counted from 0.
    pub slots: Vec<u32>,
    /// Day of the week of each, 1 = Monday to 7 = Sunday.
    pub weekdays: Vec<u8>,
    /// Reported numbness 0-100 of each.
    pub values: Vec<f64>,
    /// Latent numbness at each.
    pub latent: Vec<f64>,
    /// True mean of each day of the record, answered or not.
    pub by_day: Vec<f64>,
    /// True mean of the last seven days minus that of the 28 before; `None` under 35 days.
    pub now_difference: Option<f64>,
    /// True change of level: day and points.
    pub step: Option<(u32, f64)>,
}

/// The same answers as in [`life`], without building facts.
///
/// # Errors
/// [`LifeError`] when the cell has a number that is refused.
pub fn series(cell: &Cell, idx: u64, seed: u64) -> Result<PlainSeries, LifeError> {
    let recipe = recipe(cell, idx, seed);
    recipe.check()?;
    let world = World::new(&recipe, recipe.seed, Scope::Numbness)?;
    let check_ins = plan::plan(&recipe, recipe.seed, &world);
    let pairs = answer::pairs(&recipe, recipe.seed, &world, &check_ins);
    let mut series = PlainSeries {
        times_days: Vec::new(),
        days: Vec::new(),
        slots: Vec::new(),
        weekdays: Vec::new(),
        values: Vec::new(),
        latent: Vec::new(),
        now_difference: now_difference(&world.by_day, cell.days.saturating_sub(1)),
        by_day: Vec::new(),
        step: recipe.steps.first().map(|step| (step.day, step.points)),
    };
    let first_weekday = u32::from(world.first_day.weekday());
    for (check_in, pair) in check_ins.iter().zip(&pairs) {
        if let Some(value) = pair.as_ref().and_then(answer::Pair::numbness) {
            series.times_days.push(check_in.at);
            series.days.push(check_in.day);
            series.slots.push(check_in.slot);
            let weekday = (first_weekday + check_in.day - 1) % 7 + 1;
            series.weekdays.push(u8::try_from(weekday).unwrap_or(1));
            series.values.push(value);
            series.latent.push(world.numbness_at(check_in.at));
        }
    }
    series.by_day = world.by_day;
    Ok(series)
}
