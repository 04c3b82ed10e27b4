//! The clock on the person's wall: zones, travel, a device that runs wrong. Refuses to know now.

use record::{LocalDay, Moment, Zone};

use crate::LifeError;
use crate::recipe::Recipe;
use crate::truth::DAY_START_HOUR;

/// The clock on the person's wall.
#[derive(Debug)]
pub(crate) struct Clock {
    first_day: LocalDay,
    zones: Vec<(u32, Zone)>,
    home: Zone,
    wrong: std::ops::Range<u32>,
    wrong_seconds: i64,
}

impl Clock {
    pub(crate) fn new(recipe: &Recipe, first_day: LocalDay) -> Result<Self, LifeError> {
        let diary = &recipe.diary;
        let zones: Result<Vec<(u32, Zone)>, LifeError> = diary
            .travel
            .iter()
            .map(|leg| Ok((leg.day, Zone::new(&leg.zone)?)))
            .collect();
        let mut zones = zones?;
        zones.sort_by_key(|(day, _)| *day);
        Ok(Self {
            first_day,
            zones,
            home: Zone::new(&diary.zone)?,
            wrong: diary.slips.clock_from_day..diary.slips.clock_to_day,
            wrong_seconds: i64::from(diary.slips.clock_minutes) * 60,
        })
    }

    /// The zone at home.
    pub(crate) const fn home(&self) -> &Zone {
        &self.home
    }

    /// The zone that the clock shows on a day.
    fn zone(&self, day: u32) -> &Zone {
        let legs = self.zones.iter().rev();
        legs.into_iter()
            .find(|(from, _)| *from <= day)
            .map_or(&self.home, |(_, zone)| zone)
    }

    /// Says whether the zone changed on the night before a day.
    pub(crate) fn is_travel_day(&self, day: u32) -> bool {
        self.zones.iter().any(|(from, _)| *from == day && day > 0)
    }

    /// The moment that the device writes for a time in days since midnight of the first day.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "days and seconds are small"
    )]
    pub(crate) fn moment(&self, at: f64) -> Result<Moment, LifeError> {
        let date = libm::floor(at);
        let day = own_day(at);
        let seconds = libm::floor((at - date) * 86_400.0 + 0.5).min(86_399.0) as i64;
        let minutes = u16::try_from(seconds / 60).unwrap_or(0);
        let hour = u8::try_from(minutes / 60).unwrap_or(0);
        let minute = u8::try_from(minutes % 60).unwrap_or(0);
        let moment = self
            .first_day
            .plus_days(date as i32)
            .at(hour, minute, self.zone(day))?;
        let wrong = if self.wrong.contains(&day) {
            self.wrong_seconds
        } else {
            0
        };
        Ok(moment.plus_seconds(seconds % 60 + wrong))
    }
}

/// The person's own day, counted from 0, that a time belongs to.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held at 0, and days are few"
)]
pub(crate) fn own_day(at: f64) -> u32 {
    libm::floor(at - DAY_START_HOUR / 24.0).max(0.0) as u32
}
