//! The one clock of the house. Everyone else is told what time it is.

use std::time::{SystemTime, UNIX_EPOCH};

use record::{LocalDay, Moment, Zone};

use crate::Trouble;

/// Tells the time: the computer's, or the computer's with the date set by hand.
#[derive(Debug, Clone)]
pub struct Clock {
    zone: Zone,
    fixed_day: Option<LocalDay>,
}

impl Clock {
    /// The computer's clock in the computer's zone; UTC where the zone cannot be told.
    #[must_use]
    pub fn of_computer() -> Self {
        let named = std::env::var("TZ")
            .ok()
            .and_then(|name| Zone::new(&name).ok());
        let found = || {
            iana_time_zone::get_timezone()
                .ok()
                .and_then(|name| Zone::new(&name).ok())
        };
        Self {
            zone: named.or_else(found).unwrap_or_else(Zone::utc),
            fixed_day: None,
        }
    }

    /// The same clock with its date set, for runs that can be repeated.
    ///
    /// # Errors
    /// [`Trouble`] when the text is not a date.
    pub fn on_day(mut self, text: &str) -> Result<Self, Trouble> {
        let day = LocalDay::parse(text)
            .map_err(|e| Trouble::input(e.to_string(), "give the date as YYYY-MM-DD"))?;
        self.fixed_day = Some(day);
        Ok(self)
    }

    /// Now, in the zone of this computer.
    #[must_use]
    pub fn now(&self) -> Moment {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let seconds = i64::try_from(since.as_secs()).unwrap_or(0);
        let epoch = Moment::from_unix_seconds(0, &self.zone);
        let Ok(now) = Moment::from_unix_seconds(seconds, &self.zone).or(epoch) else {
            // Unreachable: 1970 lies inside the years that a moment can have.
            return self.now();
        };
        match self.fixed_day {
            None => now,
            Some(day) => {
                let clock = format!("{day} {}", now.clock());
                Moment::from_wall_clock(&clock, &self.zone).unwrap_or(now)
            }
        }
    }

    /// The zone of this computer.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }
}
