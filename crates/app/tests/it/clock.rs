//! Days that are longer or shorter than others, and a date set by hand.

use app::{App, CheckInView, Clock, Settings};
use record::DayStart;

use crate::place::{Place, check_in};

#[test]
fn a_day_of_twenty_five_hours_has_six_check_ins_too() {
    let (place, mut app) = Place::begun();
    // The clock goes back in the night that ends this day: 04:00 to 04:00 is 25 hours.
    for hour in [4, 6, 8, 10, 12, 14] {
        place.set(&format!("2026-10-24 {hour:02}:05:00"));
        check_in(&mut app);
    }
    place.set("2026-10-25 03:55:00");
    assert!(matches!(
        app.today().unwrap().check_in,
        CheckInView::Resting { .. }
    ));
    place.set("2026-10-25 04:05:00");
    check_in(&mut app);
    app.look("week", "2026-10-24").unwrap();
    let time = app.time().unwrap();
    let cell = |at: &str| time.rows.iter().find(|row| row.at == at).unwrap().cells[1].clone();
    assert_eq!(
        (cell("2026-10-24").as_str(), cell("2026-10-25").as_str()),
        ("6", "1")
    );
}

#[test]
fn a_day_of_twenty_three_hours_is_one_day() {
    let (place, mut app) = Place::begun();
    for at in [
        "2026-03-28 23:00:00",
        "2026-03-29 01:30:00",
        "2026-03-29 03:30:00",
        "2026-03-29 12:00:00",
    ] {
        place.set(at);
        assert_eq!(check_in(&mut app).len(), 6, "{at}");
    }
    app.look("week", "2026-03-29").unwrap();
    let time = app.time().unwrap();
    let cell = |at: &str| time.rows.iter().find(|row| row.at == at).unwrap().cells[1].clone();
    assert_eq!(
        (cell("2026-03-28").as_str(), cell("2026-03-29").as_str()),
        ("3", "1")
    );
    assert!(
        time.sentence.starts_with("4 check-ins on 2 days."),
        "{}",
        time.sentence
    );
}

#[test]
fn a_date_set_by_hand_holds_at_any_hour() {
    let place = Place::new();
    for at in [
        "2026-03-02 00:10:00",
        "2026-03-02 03:59:00",
        "2026-03-02 04:00:00",
        "2026-03-02 23:50:00",
    ] {
        place.set(at);
        let clock = place.clock().on_day("2025-12-24").unwrap();
        assert_eq!(
            clock.now().day(DayStart::default()).to_string(),
            "2025-12-24",
            "{at}"
        );
    }
    assert!(place.clock().on_day("24.12.2025").is_err());
    let folder = place.data();
    let clock = place.clock().on_day("2025-12-24").unwrap();
    let mut app = App::new(Settings { folder, clock });
    app.begin(None).unwrap();
    assert_eq!(app.day().unwrap().at, "2025-12-24");
}

#[test]
fn the_computers_own_clock_runs() {
    let first = Clock::of_computer().now();
    assert!(first.unix_seconds() > 1_700_000_000);
    assert!(Clock::of_computer().now() >= first);
}
