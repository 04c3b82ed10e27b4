//! The person's day over the four-o'clock rule, daylight saving and travel.

use proptest::prelude::*;
use record::{DayStart, LocalDay, Moment, Zone};

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

proptest! {
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
