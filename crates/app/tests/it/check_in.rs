//! The check-in: which questions come, that each answer is kept, and that it is not done often.

use std::collections::BTreeSet;

use app::{CheckInView, LogRequest, TroubleKind};
use content::Asked;
use record::{FactBody, Response};

use crate::place::{Place, check_in, question, say};

const TWO_HOURS: i64 = 7200;

#[test]
fn every_rotating_item_comes_once_before_any_comes_twice() {
    let (place, mut app) = Place::begun();
    let set = content::check_in().unwrap();
    let is = |id: &str, asked: Asked| set.asked(asked).any(|i| i.item.id.as_str() == id);
    let (mut rotating, mut in_turn) = (Vec::new(), Vec::new());
    for idx in 0..24 {
        // Four a day, so that the cap of six stays out of it.
        place.set(&format!("2026-03-{:02} 08:00:00", 2 + idx / 4));
        place.pass(TWO_HOURS * (idx % 4));
        let items = check_in(&mut app);
        assert!(items.len() <= 6, "{items:?}");
        assert_eq!(items[..2], ["feeling_strength", "feeling_distance"]);
        assert_eq!(items.last().unwrap(), "flicker");
        assert!(items.contains(&"tension".to_owned()));
        in_turn.extend(items.iter().find(|id| is(id, Asked::InTurn)).cloned());
        rotating.extend(items.iter().find(|id| is(id, Asked::Rotating)).cloned());
        assert_eq!(
            (in_turn.len(), rotating.len()),
            (idx as usize + 1, idx as usize + 1)
        );
    }
    for block in rotating.chunks(12) {
        assert_eq!(block.iter().collect::<BTreeSet<_>>().len(), 12, "{block:?}");
    }
    for pair in in_turn.chunks(2) {
        assert_ne!(pair[0], pair[1], "{in_turn:?}");
    }
    assert_ne!(
        rotating[..12],
        rotating[12..],
        "the order of a block is drawn"
    );
    assert_eq!(place.record().occasions().count(), 24);
}

#[test]
fn the_first_answer_alone_is_on_disk_at_once() {
    let (place, mut app) = Place::begun();
    let first = question(&mut app);
    assert_eq!((first.step, first.n_steps), (1, 6));
    say(&mut app, &first, "44").unwrap();
    // Another start of the program sees it while the first is still asking.
    let mut other = place.again();
    let day = other.day().unwrap();
    assert_eq!(day.facts.len(), 1);
    assert!(
        other
            .answers_json(None)
            .unwrap()
            .contains("\"n_occasions\":1")
    );
    let record = place.record();
    let (_, occasion) = record.occasions().next().unwrap();
    let responses = occasion.assessment().unwrap().responses();
    assert_eq!(
        responses.len(),
        6,
        "the five that were not shown are kept as not asked"
    );
    assert_eq!(responses[0].response, Response::Value(44.0));
    assert_eq!(responses[0].latency_ms, Some(900));
    assert!(
        responses[1..]
            .iter()
            .all(|r| r.response == Response::NotAsked)
    );
    assert_eq!(question(&mut app).step, 2);
}

#[test]
fn sending_twice_and_going_back_double_nothing_and_lose_nothing() {
    let (place, mut app) = Place::begun();
    let first = question(&mut app);
    say(&mut app, &first, "44").unwrap();
    say(&mut app, &first, "44").unwrap();
    let second = question(&mut app);
    assert_eq!(second.step, 2);
    say(&mut app, &second, "55").unwrap();
    // Back to the first question: the new answer takes the place of the old one.
    say(&mut app, &first, "66").unwrap();
    assert_eq!(question(&mut app).step, 3);
    // A wrong one does not take out the right one before it.
    for wrong in ["abc", "101", "-1", "NaN", ""] {
        assert_eq!(
            say(&mut app, &first, wrong).unwrap_err().kind,
            TroubleKind::Input
        );
    }
    let third = question(&mut app);
    assert_eq!(third.step, 3);
    say(&mut app, &third, "skip").unwrap();
    let items = check_in(&mut app);
    assert_eq!(items.len(), 3);
    let answered = |place: &Place| -> Vec<(String, Response)> {
        let record = place.record();
        assert_eq!(record.occasions().count(), 1);
        let (_, occasion) = record.occasions().next().unwrap();
        let responses = occasion.assessment().unwrap().responses();
        responses
            .iter()
            .map(|r| (r.item.to_string(), r.response))
            .collect()
    };
    let before = answered(&place);
    assert_eq!(before.len(), 6);
    let of = |id: &str| before.iter().find(|(item, _)| item == id).unwrap().1;
    assert_eq!(of("feeling_strength"), Response::Value(66.0));
    assert_eq!(of("feeling_distance"), Response::Value(55.0));
    assert_eq!(of(&third.item), Response::Skipped);
    // After it is over, a form from before changes its answer and asks nothing anew.
    say(&mut app, &second, "11").unwrap();
    let after = answered(&place);
    assert_eq!(after.len(), 6);
    assert!(
        after.contains(&("feeling_distance".to_owned(), Response::Value(11.0))),
        "{after:?}"
    );
    assert!(matches!(
        app.today().unwrap().check_in,
        CheckInView::Finished { .. }
    ));
}

#[test]
fn a_check_in_goes_on_after_the_program_was_started_anew() {
    let (place, mut app) = Place::begun();
    // Some check-ins before, so that the plan for the same seed would differ.
    for _ in 0..3 {
        check_in(&mut app);
        place.pass(TWO_HOURS);
    }
    let first = question(&mut app);
    say(&mut app, &first, "44").unwrap();
    let second = question(&mut app);
    let planned: Vec<String> = {
        let record = place.record();
        let (_, occasion) = record.occasions().next_back().unwrap();
        occasion
            .assessment()
            .unwrap()
            .responses()
            .iter()
            .map(|r| r.item.to_string())
            .collect()
    };
    drop(app);
    let mut app = place.again();
    say(&mut app, &second, "55").unwrap();
    let mut items = vec![first.item, second.item];
    items.extend(check_in(&mut app));
    assert_eq!(items, planned);
    let record = place.record();
    assert_eq!(record.occasions().count(), 4);
    let (_, occasion) = record.occasions().next_back().unwrap();
    assert_eq!(occasion.assessment().unwrap().n_answered(), 6);
}

#[test]
fn stopping_at_once_keeps_nothing_and_stopping_later_keeps_what_was_said() {
    let (place, mut app) = Place::begun();
    let first = question(&mut app);
    say(&mut app, &first, "stop").unwrap();
    assert_eq!(place.record().occasions().count(), 0);
    let again = question(&mut app);
    assert_eq!(again.step, 1, "it may be begun whenever one likes");
    say(&mut app, &again, "20").unwrap();
    let second = question(&mut app);
    say(&mut app, &second, "stop").unwrap();
    assert!(matches!(
        app.today().unwrap().check_in,
        CheckInView::Finished { .. }
    ));
    let record = place.record();
    assert_eq!(
        record
            .occasions()
            .next()
            .unwrap()
            .1
            .assessment()
            .unwrap()
            .n_answered(),
        1
    );
}

#[test]
fn after_a_check_in_there_is_an_hours_pause() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    assert!(matches!(
        app.today().unwrap().check_in,
        CheckInView::Finished { .. }
    ));
    place.pass(11 * 60);
    let CheckInView::Resting { line } = app.today().unwrap().check_in else {
        panic!("it is resting")
    };
    assert!(line.contains("11:00"), "{line}");
    let mut foreign = question(&mut { Place::begun().1 });
    foreign.key = crate::place::key(7);
    assert_eq!(
        say(&mut app, &foreign, "50").unwrap_err().kind,
        TroubleKind::Input
    );
    let log = LogRequest {
        value: Some(50.0),
        ..LogRequest::default()
    };
    assert_eq!(app.log(&log).unwrap_err().kind, TroubleKind::Input);
    assert_eq!(place.record().occasions().count(), 1);
    place.pass(49 * 60 - 1);
    assert!(matches!(
        app.today().unwrap().check_in,
        CheckInView::Resting { .. }
    ));
    place.pass(1);
    assert_eq!(question(&mut app).step, 1);
}

#[test]
fn there_are_six_check_ins_a_day_and_the_day_begins_at_four() {
    let (place, mut app) = Place::begun();
    for hour in [4, 6, 9, 12, 15, 18] {
        place.set(&format!("2026-03-02 {hour:02}:00:00"));
        check_in(&mut app);
    }
    for at in ["2026-03-02 22:00:00", "2026-03-03 03:59:00"] {
        place.set(at);
        let CheckInView::Resting { line } = app.today().unwrap().check_in else {
            panic!("it is resting at {at}")
        };
        assert!(line.contains("tomorrow"), "{line}");
        let log = LogRequest {
            value: Some(50.0),
            ..LogRequest::default()
        };
        assert!(app.log(&log).is_err(), "{at}");
    }
    place.set("2026-03-03 04:00:00");
    check_in(&mut app);
    assert_eq!(place.record().occasions().count(), 7);
}

#[test]
fn what_was_taken_out_does_not_count_against_the_pause() {
    let (place, mut app) = Place::begun();
    for value in ["40", "stop"] {
        let open = question(&mut app);
        say(&mut app, &open, value).unwrap();
    }
    let undo = app.today().unwrap().undo.unwrap();
    app.take_out(&undo.key).unwrap();
    assert_eq!(question(&mut app).step, 1);
    assert_eq!(place.record().facts().len(), 0);
    app.put_back(&undo.key).unwrap();
    assert!(matches!(
        app.today().unwrap().check_in,
        CheckInView::Resting { .. }
    ));
    let facts = place.record();
    assert!(matches!(facts.facts()[0].body, FactBody::Occasion(_)));
}

#[test]
fn a_check_in_left_open_for_half_an_hour_is_over_and_kept_as_far_as_it_came() {
    let (place, mut app) = Place::begun();
    let first = question(&mut app);
    say(&mut app, &first, "44").unwrap();
    place.pass(30 * 60);
    assert_eq!(question(&mut app).step, 2);
    place.pass(1);
    assert!(matches!(
        app.today().unwrap().check_in,
        CheckInView::Resting { .. }
    ));
    assert_eq!(place.record().occasions().count(), 1);
}
