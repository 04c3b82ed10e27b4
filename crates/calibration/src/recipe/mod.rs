//! A recipe says what truly acts on a simulated person and how they keep their diary.
//!
//! Refuses unknown fields and numbers out of range: a misspelled mechanism would be a null person.

mod diary;
mod mechanism;

use serde::{Deserialize, Serialize};

pub use diary::{Compliance, Diary, OwnWords, SettlingIn, Slips, Style, Travel};
pub use mechanism::{
    Dependence, Depletion, Desensitization, DoseStep, Drift, DriftShape, Factor, Flickers,
    Medicine, Nights, Pulse, Spells, Step, Tension, TimeOfDay, Trigger, Week,
};

use crate::LifeError;

/// Everything that makes a simulated person, apart from the seed's chances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// A fictional first name.
    pub name: String,
    /// What is truly going on, and what an honest program should or should not say.
    pub story: String,
    /// The seed that this person is known by.
    pub seed: u64,
    /// Length of the record in days, 1-4000.
    pub days: u32,
    /// First day, `YYYY-MM-DD`.
    pub start: String,
    /// Usual numbness, points.
    pub level: f64,
    /// From this numbness on the person calls a day hard, 0-100; `None`: never said.
    #[serde(default)]
    pub threshold: Option<f64>,
    /// Day-to-day dependence.
    pub dependence: Dependence,
    /// Slow drift.
    #[serde(default)]
    pub drift: Option<Drift>,
    /// Weekly cycle.
    #[serde(default)]
    pub week: Option<Week>,
    /// Time of day.
    #[serde(default)]
    pub time_of_day: Option<TimeOfDay>,
    /// Changes of level.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Spells that come back.
    #[serde(default)]
    pub spells: Option<Spells>,
    /// Stress: sudden rise, slow recovery.
    #[serde(default)]
    pub stress: Vec<Pulse>,
    /// High arousal: acts on tension first.
    #[serde(default)]
    pub arousal: Vec<Pulse>,
    /// Company.
    #[serde(default)]
    pub contact: Vec<Pulse>,
    /// Exposure to violence, seen or heard.
    #[serde(default)]
    pub exposure: Vec<Pulse>,
    /// Strategies that the person does.
    #[serde(default)]
    pub practice: Vec<Pulse>,
    /// Movement.
    #[serde(default)]
    pub activity: Vec<Pulse>,
    /// Everything else that happens.
    #[serde(default)]
    pub happening: Vec<Pulse>,
    /// Depletion after high arousal.
    #[serde(default)]
    pub depletion: Option<Depletion>,
    /// Desensitization under exposure.
    #[serde(default)]
    pub desensitization: Option<Desensitization>,
    /// A medicine.
    #[serde(default)]
    pub medicine: Option<Medicine>,
    /// Tension.
    #[serde(default)]
    pub tension: Tension,
    /// Nights.
    #[serde(default)]
    pub nights: Option<Nights>,
    /// Straight-line effects of daily factors.
    #[serde(default)]
    pub triggers: Vec<Trigger>,
    /// Flickers.
    #[serde(default)]
    pub flickers: Option<Flickers>,
    /// The diary.
    #[serde(default)]
    pub diary: Diary,
}

impl Recipe {
    /// Reads a recipe from TOML and checks its numbers.
    ///
    /// # Errors
    /// [`LifeError::Toml`] for text of another shape, [`LifeError::OutOfRange`] for a number
    /// outside its range.
    pub fn parse(text: &str) -> Result<Self, LifeError> {
        let recipe: Self = toml::from_str(text)?;
        recipe.check()?;
        Ok(recipe)
    }

    /// Checks every number against its range.
    ///
    /// # Errors
    /// [`LifeError::OutOfRange`], first problem found.
    pub fn check(&self) -> Result<(), LifeError> {
        let diary = &self.diary;
        within("days", f64::from(self.days), (1.0, 4000.0))?;
        within("level", self.level, (-100.0, 200.0))?;
        let rho = self.dependence.rho_per_day;
        within("dependence.rho_per_day", rho, (0.0, 0.999))?;
        within("dependence.sd", self.dependence.sd, (0.0, 100.0))?;
        within(
            "dependence.within_day_sd",
            self.dependence.within_day_sd,
            (0.0, 100.0),
        )?;
        positive(
            "dependence.within_day_half_life_hours",
            self.dependence.within_day_half_life_hours,
        )?;
        within(
            "tension.rho_per_day",
            self.tension.rho_per_day,
            (0.0, 0.999),
        )?;
        within("diary.check_ins", f64::from(diary.check_ins), (1.0, 5.0))?;
        within("diary.from_hour", diary.from_hour, (5.0, 22.0))?;
        within("diary.to_hour", diary.to_hour, (diary.from_hour, 22.5))?;
        positive(
            "diary.settling_in.half_life_days",
            diary.settling_in.half_life_days,
        )?;
        let compliance = &diary.compliance;
        share("diary.compliance.answered", compliance.answered)?;
        within(
            "diary.compliance.whole_day_share",
            compliance.whole_day_share,
            (0.0, 0.95),
        )?;
        within(
            "diary.compliance.burst_days",
            compliance.burst_days,
            (1.0, 100.0),
        )?;
        share(
            "diary.compliance.item_skip_share",
            compliance.item_skip_share,
        )?;
        let style = &diary.style;
        within("diary.style.steps", f64::from(style.steps), (2.0, 101.0))?;
        within("diary.style.floor", style.floor, (0.0, style.ceiling - 1.0))?;
        within("diary.style.ceiling", style.ceiling, (1.0, 200.0))?;
        share("diary.style.sticky_share", style.sticky_share)?;
        share("diary.style.error_shared", style.error_shared)?;
        share("diary.slips.double_share", diary.slips.double_share)?;
        share("diary.slips.late_share", diary.slips.late_share)?;
        within("diary.style.error_sd", style.error_sd, (0.0, 100.0))?;
        size("diary.settling_in.points", diary.settling_in.points)?;
        self.check_processes()?;
        self.check_mechanisms()
    }

    fn check_processes(&self) -> Result<(), LifeError> {
        within("tension.sd", self.tension.sd, (0.0, 100.0))?;
        size("tension.level", self.tension.level)?;
        size("tension.weekend", self.tension.weekend)?;
        if let Some(drift) = &self.drift {
            within("drift.sd", drift.sd, (0.0, 100.0))?;
        }
        if let Some(week) = &self.week {
            size("week.weekend", week.weekend)?;
            within("week.weekday_sd", week.weekday_sd, (0.0, 100.0))?;
        }
        if let Some(wave) = &self.time_of_day {
            size("time_of_day.amplitude", wave.amplitude)?;
            within("time_of_day.peak_hour", wave.peak_hour, (0.0, 24.0))?;
        }
        for step in &self.steps {
            size("steps.points", step.points)?;
        }
        for trigger in &self.triggers {
            size("triggers.points_per_sd", trigger.points_per_sd)?;
        }
        Ok(())
    }

    fn check_mechanisms(&self) -> Result<(), LifeError> {
        for pulse in self.pulses() {
            within("per_week", pulse.per_week, (0.0, 7.0))?;
            positive("half_life_days", pulse.half_life_days)?;
            positive("tension_half_life_days", pulse.tension_half_life_days)?;
            share("written_share", pulse.written_share)?;
            size("points", pulse.points)?;
            size("points_sd", pulse.points_sd)?;
            size("tension", pulse.tension)?;
            within("minutes", pulse.minutes, (0.0, 1440.0))?;
        }
        if let Some(spells) = &self.spells {
            within("spells.gap_days", spells.gap_days, (5.0, 4000.0))?;
            within("spells.length_days", spells.length_days, (1.0, 400.0))?;
            size("spells.points", spells.points)?;
        }
        if let Some(medicine) = &self.medicine {
            positive(
                "medicine.onset_half_life_days",
                medicine.onset_half_life_days,
            )?;
            positive(
                "medicine.offset_half_life_days",
                medicine.offset_half_life_days,
            )?;
            share("medicine.missed_share", medicine.missed_share)?;
            size("medicine.points_per_unit", medicine.points_per_unit)?;
            let mut earliest = -4000.0;
            for step in &medicine.steps {
                within(
                    "medicine.steps.day",
                    f64::from(step.day),
                    (earliest, 4000.0),
                )?;
                within("medicine.steps.amount", step.amount, (0.0, 1e6))?;
                earliest = f64::from(step.day) + 1.0;
            }
        }
        if let Some(store) = &self.desensitization {
            positive("desensitization.half_life_days", store.half_life_days)?;
            positive("desensitization.points_max", store.points_max)?;
        }
        if let Some(flickers) = &self.flickers {
            positive("flickers.halving_points", flickers.halving_points)?;
            share("flickers.written_share", flickers.written_share)?;
        }
        if let Some(nights) = &self.nights {
            within("nights.minutes", nights.minutes, (120.0, 720.0))?;
            share("nights.short_share", nights.short_share)?;
            share("nights.written_share", nights.written_share)?;
        }
        Ok(())
    }

    /// Everything that happens at moments.
    pub(crate) fn pulses(&self) -> impl Iterator<Item = &Pulse> {
        let lists = [
            &self.stress,
            &self.arousal,
            &self.contact,
            &self.exposure,
            &self.practice,
            &self.activity,
            &self.happening,
        ];
        lists.into_iter().flatten()
    }
}

fn within(field: &'static str, value: f64, (min, max): (f64, f64)) -> Result<(), LifeError> {
    if value >= min && value <= max {
        return Ok(());
    }
    Err(LifeError::OutOfRange {
        field,
        value,
        min,
        max,
    })
}

fn share(field: &'static str, value: f64) -> Result<(), LifeError> {
    within(field, value, (0.0, 1.0))
}

/// An effect in points: any that a line of 100 can make sense of.
fn size(field: &'static str, value: f64) -> Result<(), LifeError> {
    within(field, value, (-1000.0, 1000.0))
}

/// A length: above nothing, and small enough to calculate with.
fn positive(field: &'static str, value: f64) -> Result<(), LifeError> {
    within(field, value, (1e-3, 1e6))
}
