//! The person's day over the four-o'clock rule, daylight saving and travel.

use proptest::prelude::*;
use record::{DayStart, LocalDay, Moment, SteadyDay, SteadyDays, Zone};

fn moment(text: &str, zone: &str) -> Moment {
    Moment::from_wall_clock(text, &Zone::new(zone).unwrap()).unwrap()
}

#[test]
fn half_past_one_belongs_to_the_evening_before() {
    let at_night = moment("2026-03-02 01:30", "Europe/Amsterdam");
    assert_eq!(at_night.day(DayStart::default()).to_string(), "2026-03-01");
    let at_four = moment("2026-03-02 04:00", "Europe/Amsterdam");
    assert_eq!(at_four.day(DayStart::default()).to_string(), "2026-03-02");
}

#[test]
fn the_skipped_hour_of_spring_moves_forward() {
    let skipped = moment("2026-03-29 02:30", "Europe/Amsterdam");
    assert_eq!(skipped.wall_clock(), "2026-03-29 03:30");
    assert_eq!(skipped.day(DayStart::default()).to_string(), "2026-03-28");
}

#[test]
fn of_the_doubled_hour_of_autumn_the_first_is_taken() {
    let doubled = moment("2026-10-25 02:30", "Europe/Amsterdam");
    assert_eq!(doubled.offset_seconds(), 7200);
}

#[test]
fn each_moment_keeps_the_zone_it_was_written_in() {
    let in_tokyo = moment("2026-05-01 03:00", "Asia/Tokyo");
    let at_home = moment("2026-04-30 20:00", "Europe/Amsterdam");
    assert_eq!(in_tokyo.unix_seconds(), at_home.unix_seconds());
    assert_eq!(
        in_tokyo.day(DayStart::default()),
        at_home.day(DayStart::default())
    );
}

#[test]
fn unknown_zones_and_impossible_dates_are_refused() {
    assert!(Zone::new("Mars/Olympus").is_err());
    assert!(Zone::new("+25:00").is_err());
    let zone = Zone::utc();
    for text in [
        "2026-02-30 10:00",
        "2026-13-01",
        "",
        "12 o'clock",
        "-5000-01-01 00:00",
        "0031-01-01 10:00",
    ] {
        assert!(Moment::from_wall_clock(text, &zone).is_err(), "{text}");
    }
}

/// Zones whose clocks were changed by an hour, by half of one, at midnight, over the date line, and never.
const ZONES: [&str; 10] = [
    "Europe/Amsterdam",
    "Africa/Casablanca",
    "America/Sao_Paulo",
    "America/Toronto",
    "Asia/Beirut",
    "Asia/Pyongyang",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
    "+05:30",
];

#[test]
fn on_a_steady_day_every_second_is_where_the_zone_says() {
    let (mut n_steady, mut n_changed) = (0, 0);
    for name in ZONES {
        let zone = Zone::new(name).unwrap();
        let first = LocalDay::new(2000, 1, 1).unwrap();
        for idx in 0..11_000 {
            let day = first.plus_days(idx);
            let Some(steady) = SteadyDay::of(day, &zone) else {
                n_changed += 1;
                continue;
            };
            n_steady += 1;
            let midnight = day.at(0, 0, &zone).unwrap();
            for seconds in [0, 1, 86_399, idx.unsigned_abs() * 7919 % 86_400] {
                let slow = midnight.plus_seconds(i64::from(seconds));
                assert_eq!(steady.at(seconds), Some(slow), "{name} {day} {seconds}");
            }
            assert_eq!(steady.offset_seconds(), midnight.offset_seconds());
            assert_eq!(steady.at(86_400), None);
        }
    }
    // Two changes a year in five of them.
    assert!(
        n_steady > 109_000 && n_changed > 300,
        "{n_steady} {n_changed}"
    );
}

#[test]
fn steady_days_in_a_row_are_those_that_are_steady_one_by_one() {
    for name in ZONES {
        let zone = Zone::new(name).unwrap();
        // Before standard time, through all the changes of a century, and where rules go on without a table.
        for (year, n_days) in [
            (1900, 800),
            (1915, 800),
            (1939, 4_000),
            (1968, 1_500),
            (2009, 3_000),
            (2199, 730),
        ] {
            let first = LocalDay::new(year, 1, 1).unwrap();
            let mut run: Option<SteadyDays> = None;
            let mut n_in_a_row = 0;
            for day in (0..n_days).map(|idx| first.plus_days(idx)) {
                let alone = SteadyDay::of(day, &zone);
                if run.as_ref().is_none_or(|run| run.day(day).is_none()) {
                    run = SteadyDays::around(day, &zone).or(run);
                }
                let Some(found) = run.as_ref().and_then(|run| run.day(day)) else {
                    continue;
                };
                n_in_a_row += 1;
                assert_eq!(Some(found), alone, "{name} {day}");
            }
            assert!(n_in_a_row > n_days * 9 / 10, "{name} {year}: {n_in_a_row}");
        }
    }
}

#[test]
fn the_last_day_that_is_read_is_never_called_steady() {
    let last = LocalDay::new(2200, 12, 31).unwrap();
    assert_eq!(SteadyDay::of(last, &Zone::utc()), None);
    let before = SteadyDay::of(last.plus_days(-1), &Zone::utc());
    assert!(before.is_some());
}

proptest! {
    #[test]
    fn a_second_of_a_steady_day_of_three_centuries_is_where_the_zone_says(
        zone in 0usize..ZONES.len(), day in -25_000i32..84_000, seconds in 0u32..86_400,
    ) {
        let zone = Zone::new(ZONES[zone]).unwrap();
        let day = LocalDay::from_number(day).unwrap();
        if let Some(steady) = SteadyDay::of(day, &zone) {
            let midnight = day.at(0, 0, &zone).unwrap();
            prop_assert_eq!(steady.at(seconds), Some(midnight.plus_seconds(i64::from(seconds))));
        }
    }

    #[test]
    fn a_day_number_reads_back(days in -25_000i32..84_000) {
        let day = LocalDay::from_number(days).unwrap();
        prop_assert_eq!(day.number(), days);
        prop_assert_eq!(LocalDay::parse(&day.to_string()).unwrap(), day);
    }

    #[test]
    fn the_day_start_moves_no_moment_by_more_than_a_day(seconds in 0i64..4_000_000_000, start in 0u16..=720) {
        let moment = Moment::from_unix_seconds(seconds, &Zone::new("America/New_York").unwrap()).unwrap();
        let plain = moment.day(DayStart::from_minutes(0).unwrap());
        let shifted = moment.day(DayStart::from_minutes(start).unwrap());
        prop_assert!((0..=1).contains(&plain.days_since(shifted)));
    }
}
