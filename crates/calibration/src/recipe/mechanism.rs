//! What can truly act on a person's numbness, one struct a mechanism, each with its basis.
//!
//! Refuses measurement: how numbness is written down lives in the diary.
//!
//! Every size is in points of the latent 0-100 scale, positive = more numb. Basis of all of it:
//! daily-life studies of dissociation and mood find strong day-to-day dependence, weekly cycles,
//! slow drifts, and reactions to single events; the sizes here are choices of this test stand, not
//! estimates of any population.

use serde::{Deserialize, Serialize};

/// Day-to-day dependence: an Ornstein-Uhlenbeck process, plus a faster one within the day.
///
/// Two moments one day apart correlate `rho_per_day` (published daily-life records: 0.3-0.8). The
/// form in continuous time is that of de Haan-Rietdijk and others 2017,
/// doi:10.3389/fpsyg.2017.01849: nights and gaps simply count as time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dependence {
    /// Correlation of two moments one day apart, 0 up to below 1.
    pub rho_per_day: f64,
    /// Standard deviation of the slow part, points.
    pub sd: f64,
    /// Standard deviation of the fast part, points.
    #[serde(default)]
    pub within_day_sd: f64,
    /// Hours in which the fast part halves.
    #[serde(default = "three")]
    pub within_day_half_life_hours: f64,
}

/// The shape of a slow drift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DriftShape {
    /// A straight line over the record, up or down.
    Line,
    /// Part of one slow wave: 0.8 to 2 times the record long.
    Cosine,
    /// A random walk.
    Walk,
}

/// Slow drift that has no cause in the record: seasons, getting older, everything not asked.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drift {
    /// Its shape.
    pub shape: DriftShape,
    /// Its standard deviation over this record, points. A line's is drawn around it.
    pub sd: f64,
}

/// A weekly cycle: most outcomes and most candidates share the weekend.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// Saturdays and Sundays against the other days, points.
    pub weekend: f64,
    /// Standard deviation of each weekday's own peculiarity, points.
    #[serde(default)]
    pub weekday_sd: f64,
}

/// Time of day: one wave a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeOfDay {
    /// Half the difference between the highest and lowest hour, points.
    pub amplitude: f64,
    /// Hour on the wall clock at which numbness is highest.
    pub peak_hour: f64,
}

/// A change of level at one day that stays.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Day it starts, counted from 0.
    pub day: u32,
    /// Size, points.
    pub points: f64,
}

/// Spells that come back: numbness that is recurrent rather than constant.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spells {
    /// Mean days between the end of one and the start of the next (at least 5).
    pub gap_days: f64,
    /// Mean length in days; each is half to one and a half times as long.
    pub length_days: f64,
    /// Height, points.
    pub points: f64,
}

/// Something that happens at moments and leaves a trace that fades.
///
/// Rise within the hour, `hold_days` at full size, then halving every `half_life_days`. Used for
/// stress (numbness can follow severe stress and often passes), company and practices (movement,
/// relaxation, talking to someone may ease it), exposure to violence, and for things that do
/// nothing at all, which every record is full of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pulse {
    /// What it is called in the diary.
    pub label: String,
    /// Mean times a week, at most 7: at most one a day.
    #[serde(default)]
    pub per_week: f64,
    /// Days on which it surely happens: day plus fraction, so `12.75` is day 12 at 18:00.
    #[serde(default)]
    pub at: Vec<f64>,
    /// Effect on numbness at once, points; below 0 eases.
    #[serde(default)]
    pub points: f64,
    /// Standard deviation of that effect between occurrences, points.
    #[serde(default)]
    pub points_sd: f64,
    /// Days at full size before it fades.
    #[serde(default)]
    pub hold_days: f64,
    /// Days in which the rest halves.
    #[serde(default = "one")]
    pub half_life_days: f64,
    /// Effect on tension at once, points of the tension line.
    #[serde(default)]
    pub tension: f64,
    /// Days in which the effect on tension halves.
    #[serde(default = "third")]
    pub tension_half_life_days: f64,
    /// Flickers come so many times as often in the four hours after it.
    #[serde(default = "one")]
    pub flicker_factor: f64,
    /// Mean minutes it takes, where minutes are kept.
    #[serde(default = "thirty")]
    pub minutes: f64,
    /// Share of occurrences that the person writes down, 0-1.
    #[serde(default = "one")]
    pub written_share: f64,
    /// The person marked it as not for other eyes.
    #[serde(default)]
    pub is_sensitive: bool,
}

/// Depletion: feelings run low one to three days after high arousal.
///
/// Litz and others 1997 found arousal to be the strongest predictor of numbing in veterans and
/// proposed depletion as the reason; here a day whose mean tension reaches `tension_over` adds
/// `points` times each weight to the three days after it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Depletion {
    /// Mean tension of a day from which it counts as high, 0-100.
    pub tension_over: f64,
    /// Size at weight 1, points.
    pub points: f64,
    /// Weights one, two and three days later.
    #[serde(default = "depletion_weights")]
    pub weights: [f64; 3],
}

/// Desensitization: feeling less and less under repeated exposure.
///
/// A six-year study of almost 3,500 children exposed to violence (2016) found reactions dulling as
/// exposure added up. Each occurrence of an exposure adds `points_each`; the store leaks with a
/// long half-life and fills up towards `points_max`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desensitization {
    /// What the first exposure adds, points.
    pub points_each: f64,
    /// What it can never pass, points.
    pub points_max: f64,
    /// Days in which the store halves when nothing is added.
    pub half_life_days: f64,
}

/// A medicine and its dose steps, with blunting that comes and goes slowly.
///
/// In surveys of people on antidepressants about half report blunted feelings (Goodwin and others
/// 2017, doi:10.1016/j.jad.2017.05.048), with more at higher doses and easing after a lowering. The
/// effect moves towards `points_per_unit` x (dose - first dose), rising with one half-life and
/// falling with another. Single missed doses do nothing here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Medicine {
    /// What it is called in the diary.
    pub label: String,
    /// Unit of the dose.
    pub unit: String,
    /// Dose steps in order of time; the first may start before the record (a day below 0).
    pub steps: Vec<DoseStep>,
    /// Lasting effect of one unit more, points.
    #[serde(default)]
    pub points_per_unit: f64,
    /// Days in which half of a rise has come.
    #[serde(default = "seven")]
    pub onset_half_life_days: f64,
    /// Days in which half of a fall has come.
    #[serde(default = "seven")]
    pub offset_half_life_days: f64,
    /// Share of days on which the dose is missed and written down as missed, 0-1.
    #[serde(default)]
    pub missed_share: f64,
}

/// From this day on, this much.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoseStep {
    /// First day, counted from 0; below 0 lies before the record.
    pub day: i32,
    /// Daily dose.
    pub amount: f64,
}

/// Tension or arousal, itself a process that other mechanisms look at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tension {
    /// Usual level, 0-100.
    pub level: f64,
    /// Correlation of two moments one day apart.
    pub rho_per_day: f64,
    /// Standard deviation, points.
    pub sd: f64,
    /// Saturdays and Sundays against the other days, points.
    #[serde(default)]
    pub weekend: f64,
}

impl Default for Tension {
    fn default() -> Self {
        Self {
            level: 40.0,
            rho_per_day: 0.4,
            sd: 10.0,
            weekend: -3.0,
        }
    }
}

/// Nights, and what short ones do to the day after.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nights {
    /// Usual minutes asleep.
    pub minutes: f64,
    /// Standard deviation, minutes.
    pub minutes_sd: f64,
    /// Share of nights cut short, 0-1.
    #[serde(default)]
    pub short_share: f64,
    /// How much shorter those are, minutes.
    #[serde(default = "hundred_fifty")]
    pub short_minutes: f64,
    /// A night under this many minutes counts as short.
    #[serde(default = "six_hours")]
    pub short_under_minutes: f64,
    /// Effect of each hour below that line on the day after the night, points.
    #[serde(default)]
    pub points_per_hour: f64,
    /// Share of nights that the person writes down, 0-1.
    #[serde(default = "most")]
    pub written_share: f64,
}

/// A daily factor that a [`Trigger`] looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// Mean tension of the day.
    Tension,
    /// Minutes asleep in the night before the day.
    Sleep,
    /// Minutes of movement on the day.
    Activity,
}

/// A straight-line effect of a daily factor so many days later.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// Which factor.
    pub factor: Factor,
    /// Days from the factor's day to the effect's; 0 is the same day.
    pub lag_days: u32,
    /// Effect of one standard deviation more of the factor, points.
    pub points_per_sd: f64,
}

/// Moments in which a feeling comes through: rarer when numb, likelier after company.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flickers {
    /// Mean number a day at numbness 50.
    pub per_day: f64,
    /// So many points more numbness halve the rate.
    pub halving_points: f64,
    /// Share that the person taps at once, 0-1.
    #[serde(default = "half")]
    pub written_share: f64,
}

const fn one() -> f64 {
    1.0
}
const fn half() -> f64 {
    0.5
}
const fn third() -> f64 {
    0.3
}
const fn three() -> f64 {
    3.0
}
const fn seven() -> f64 {
    7.0
}
const fn thirty() -> f64 {
    30.0
}
const fn most() -> f64 {
    0.9
}
const fn hundred_fifty() -> f64 {
    150.0
}
const fn six_hours() -> f64 {
    360.0
}
const fn depletion_weights() -> [f64; 3] {
    [0.6, 1.0, 0.5]
}
