//! How a person keeps the diary: when they answer, how, and what goes wrong. Refuses the truth.

use serde::{Deserialize, Serialize};

/// How a person keeps the diary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Diary {
    /// Zone of the clock at home.
    pub zone: String,
    /// Check-ins a day, 1-5, one in each of as many equal windows.
    pub check_ins: u32,
    /// Start of the first window, hour on the wall clock.
    pub from_hour: f64,
    /// End of the last window, hour on the wall clock, at most 22.5.
    pub to_hour: f64,
    /// A prompt asks for each check-in, so that a missed one stands in the record as missed.
    pub is_prompted: bool,
    /// First days.
    pub settling_in: SettlingIn,
    /// Which check-ins are answered.
    pub compliance: Compliance,
    /// How answers are put on the line.
    pub style: Style,
    /// What goes wrong.
    pub slips: Slips,
    /// From which day on the clock shows which zone.
    pub travel: Vec<Travel>,
    /// Own words.
    pub notes: Vec<OwnWords>,
}

impl Default for Diary {
    fn default() -> Self {
        Self {
            zone: "Europe/Amsterdam".to_owned(),
            check_ins: 3,
            from_hour: 9.0,
            to_hour: 22.0,
            is_prompted: true,
            settling_in: SettlingIn::default(),
            compliance: Compliance::default(),
            style: Style::default(),
            slips: Slips::default(),
            travel: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// First answers run higher than later ones (Shrout and others 2018, doi:10.1073/pnas.1712277115).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SettlingIn {
    /// Added to reported numbness at the start, points.
    pub points: f64,
    /// Days in which that halves.
    pub half_life_days: f64,
}

impl Default for SettlingIn {
    fn default() -> Self {
        Self {
            points: 0.0,
            half_life_days: 2.0,
        }
    }
}

/// Which check-ins are answered. Published mean compliance is near 79% and falls with the days
/// (Wrzus and Neubauer 2023, doi:10.1177/10731911211067538); here it may also fall with numbness,
/// so that gaps tell of the state.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Compliance {
    /// Share answered on the first day at numbness 50, 0-1.
    pub answered: f64,
    /// Log-odds lost in 100 days.
    pub fatigue_per_100_days: f64,
    /// Log-odds lost for 10 points more numbness.
    pub per_10_points: f64,
    /// Share of days without any check-in, on top, 0-1.
    pub whole_day_share: f64,
    /// Mean length of such stretches, days.
    pub burst_days: f64,
    /// Share of single items left out by hand, 0-1.
    pub item_skip_share: f64,
}

impl Default for Compliance {
    fn default() -> Self {
        Self {
            answered: 1.0,
            fatigue_per_100_days: 0.0,
            per_10_points: 0.0,
            whole_day_share: 0.0,
            burst_days: 2.0,
            item_skip_share: 0.0,
        }
    }
}

/// How answers are put on the line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// Positions that the person uses: 101 all, 11 the tens, 5 the quarters.
    pub steps: u32,
    /// Numbness up to here is reported as none at all.
    pub floor: f64,
    /// Numbness from here is reported as complete.
    pub ceiling: f64,
    /// Share of answers that repeat the item's last one, 0-1.
    pub sticky_share: f64,
    /// Standard deviation of each item's measurement error, points.
    pub error_sd: f64,
    /// Correlation of the two numbness items' errors, 0-1.
    pub error_shared: f64,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            steps: 101,
            floor: 0.0,
            ceiling: 100.0,
            sticky_share: 0.0,
            error_sd: 6.0,
            error_shared: 0.4,
        }
    }
}

/// What goes wrong in diaries.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Slips {
    /// Share of check-ins entered twice: half sent twice as they are, half filled in anew minutes
    /// later.
    pub double_share: f64,
    /// Share of missed check-ins written down later from memory.
    pub late_share: f64,
    /// The device's clock runs wrong from this day,
    pub clock_from_day: u32,
    /// up to before this day,
    pub clock_to_day: u32,
    /// by so many minutes (positive: fast).
    pub clock_minutes: i32,
}

impl Default for Slips {
    fn default() -> Self {
        Self {
            double_share: 0.0,
            late_share: 0.0,
            clock_from_day: 0,
            clock_to_day: 0,
            clock_minutes: 0,
        }
    }
}

/// From this day on the clock shows this zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Travel {
    /// Day, counted from 0.
    pub day: u32,
    /// Zone of the wall clock there.
    pub zone: String,
}

/// A note that the person wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnWords {
    /// Day plus fraction, as in [`super::Pulse::at`].
    pub at: f64,
    /// The words.
    pub text: String,
}
