//! The one clock of the house. Everyone else is told what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use record::{DayStart, LocalDay, Moment, Zone};

use crate::Trouble;

/// Tells the time: the computer's, the computer's with the date set by hand, or one set by hand.
#[derive(Debug, Clone)]
pub struct Clock {
    zone: Zone,
    fixed_day: Option<LocalDay>,
    hand: Option<Arc<AtomicI64>>,
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
            hand: None,
        }
    }

    /// A clock that stands at the seconds since 1970-01-01 00:00 UTC that `hand` holds.
    #[must_use]
    pub const fn by_hand(zone: Zone, hand: Arc<AtomicI64>) -> Self {
        Self {
            zone,
            fixed_day: None,
            hand: Some(hand),
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
        let seconds = self
            .hand
            .as_ref()
            .map_or_else(seconds_of_computer, |hand| hand.load(Ordering::Relaxed));
        let epoch = Moment::from_unix_seconds(0, &self.zone);
        let Ok(now) = Moment::from_unix_seconds(seconds, &self.zone).or(epoch) else {
            // Unreachable: 1970 lies inside the years that a moment can have.
            return self.now();
        };
        match self.fixed_day {
            None => now,
            Some(day) => {
                let on = |day| {
                    let clock = format!("{day} {}", now.clock());
                    Moment::from_wall_clock(&clock, &self.zone).unwrap_or_else(|_| now.clone())
                };
                // The small hours belong to the day before; at night the date is to hold as well.
                match on(day) {
                    night if night.day(DayStart::default()) < day => on(day.plus_days(1)),
                    moment => moment,
                }
            }
        }
    }

    /// The zone of this computer.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }
}

fn seconds_of_computer() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(0)
}
