//! The simulated person: marked, moved to today, in a place of its own.

use app::App;

use crate::place::{Place, check_in};

const FILE: &[u8] = include_bytes!("../../../../fixtures/people/ilse/record.json");

#[test]
fn the_example_is_moved_to_today_and_marked_on_every_page() {
    let place = Place::new();
    let mut app = App::example(place.data(), place.clock(), FILE).unwrap();
    assert!(app.today().unwrap().is_example);
    assert!(app.time().unwrap().is_example);
    assert!(app.day().unwrap().is_example);
    assert!(app.answers().unwrap().is_example);
    let record = place.record();
    let days: Vec<_> = record
        .facts()
        .iter()
        .map(|f| f.moment.day(record.profile.day_start))
        .collect();
    let last = days.iter().max().unwrap().to_string();
    assert_eq!(last, "2026-03-01", "yesterday, so that today is open");
    assert!(
        record
            .facts()
            .iter()
            .all(|f| f.moment <= place.clock().now()),
        "nothing lies ahead"
    );
    assert!(
        days.iter()
            .max()
            .unwrap()
            .days_since(*days.iter().min().unwrap())
            >= 140
    );
    // The same life as the file tells, on other days.
    let told = exchange::read_record(FILE).unwrap().facts;
    assert_eq!(record.facts().len(), told.len());
    let mut shown: Vec<_> = record.facts().iter().map(|f| f.moment.clock()).collect();
    let mut expected: Vec<_> = told.iter().map(|f| f.moment.clock()).collect();
    shown.sort();
    expected.sort();
    let n_moved = shown.iter().zip(&expected).filter(|(a, b)| a != b).count();
    // A clock that was skipped in spring may show an hour more.
    assert!(n_moved <= 3, "{n_moved}");
    assert_eq!(check_in(&mut app).len(), 6, "one may try it");
}
