//! How often Today asks: once a day, once a week, a pause, answers only, and one offer of less.

use app::{App, CheckInView, TroubleKind};
use record::LocalDay;

use crate::place::{Place, check_in, key, question, say};

/// One check-in on each of these days before 2 March 2026; then it is that day, at ten.
fn with_days(days: std::ops::RangeInclusive<i32>) -> (Place, App) {
    let (place, mut app) = Place::begun();
    let today = LocalDay::parse("2026-03-02").unwrap();
    for back in days.rev() {
        let clock = format!("{} 12:00:00", today.plus_days(-back));
        place.log(&mut app, &clock, 70.0 + f64::from((back * 37) % 11));
    }
    place.set("2026-03-02 10:00:00");
    (place, app)
}

fn rests(app: &mut App) -> Option<String> {
    match app.today().unwrap().check_in {
        CheckInView::Slower { line } | CheckInView::Paused { line } => Some(line),
        CheckInView::Ask(_) => None,
        other => panic!("{other:?}"),
    }
}

/// The choices that hold.
fn held(app: &mut App) -> Vec<String> {
    let view = app.pace().unwrap();
    let all = view.paces.into_iter().chain(view.looks);
    all.filter(|one| one.is_chosen)
        .map(|one| one.value)
        .collect()
}

#[test]
fn at_once_a_day_the_check_in_rests_until_the_next_day_of_the_person() {
    let (place, mut app) = Place::begun();
    assert_eq!(held(&mut app), ["free", "pictures-on"]);
    let old = question(&mut app);
    app.choose_pace("day").unwrap();
    assert_eq!(held(&mut app), ["day", "pictures-on"]);
    assert_eq!(rests(&mut app), None, "the first of the day is open");
    check_in(&mut app);
    // The day begins at four; the caps alone would open it an hour later.
    for clock in ["2026-03-02 12:00:00", "2026-03-03 03:59:00"] {
        place.set(clock);
        let line = rests(&mut app).unwrap();
        assert!(line.contains("once a day"), "{line}");
    }
    // A question from a page that was open before is refused, and nothing is written.
    let refused = say(&mut app, &old, "50").unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Input);
    assert_eq!(place.record().occasions().count(), 1);
    place.set("2026-03-03 04:00:00");
    assert_eq!(rests(&mut place.again()), None);
    // What is typed on the terminal was not asked for by the program: only the caps hold it up.
    place.log(&mut app, "2026-03-03 08:00:00", 50.0);
    place.log(&mut app, "2026-03-03 10:00:00", 50.0);
    app.choose_pace("free").unwrap();
    place.set("2026-03-03 12:00:00");
    assert_eq!(rests(&mut app), None);
}

#[test]
fn at_once_a_week_it_says_the_day_on_which_it_opens() {
    let (place, mut app) = Place::begun();
    app.choose_pace("week").unwrap();
    check_in(&mut app);
    place.set("2026-03-08 23:00:00");
    let line = rests(&mut app).unwrap();
    assert!(line.contains("Mon 9 Mar"), "{line}");
    let offers = app.today().unwrap().offers;
    assert!(offers.iter().any(|offer| offer.href == "/forms/weekly"));
    assert!(
        offers.iter().all(|offer| offer.href != "/forms/evening"),
        "what belongs to each day is not offered: {offers:?}"
    );
    place.set("2026-03-09 10:00:00");
    assert_eq!(rests(&mut app), None);
    // A check-in that a wrong clock put into the future closes nothing.
    place.log(&mut app, "2026-05-01 10:00:00", 50.0);
    place.set("2026-03-09 10:00:00");
    assert_eq!(rests(&mut place.again()), None);
}

#[test]
fn in_a_pause_nothing_is_asked_and_nothing_is_lost() {
    let (place, mut app) = Place::begun();
    let first = question(&mut app);
    say(&mut app, &first, "44").unwrap();
    app.choose_pace("day").unwrap();
    app.choose_pace("pause-2").unwrap();
    // The check-in under way ends; its answer is on disk.
    assert_eq!(place.record().occasions().count(), 1);
    for mut app in [app, place.again()] {
        let today = app.today().unwrap();
        let CheckInView::Paused { line } = &today.check_in else {
            panic!("{:?}", today.check_in)
        };
        assert!(line.contains("Mon 16 Mar"), "{line}");
        assert!(today.is_paused && today.offers.is_empty() && !today.offers_pace);
        assert!(app.pace().unwrap().pause.unwrap().contains("Mon 16 Mar"));
    }
    // A feeling and words are kept as before.
    let mut app = place.again();
    app.flicker(&key(5), "trace", "").unwrap();
    app.note(&key(6), "a note", None).unwrap();
    assert_eq!(place.record().facts().len(), 3);
    place.set("2026-03-16 03:59:00");
    assert!(rests(&mut app).is_some());
    // It is over by itself, and the pace from before holds again.
    place.set("2026-03-16 04:00:00");
    assert_eq!(rests(&mut app), None);
    assert_eq!(held(&mut app)[0], "day");
    app.choose_pace("pause-4").unwrap();
    assert!(rests(&mut app).unwrap().contains("Mon 13 Apr"));
    app.choose_pace("pause-end").unwrap();
    assert!(rests(&mut app).is_none() && app.pace().unwrap().pause.is_none());
}

#[test]
fn with_answers_only_pictures_are_away_and_come_back() {
    let (_place, mut app) = with_days(1..=60);
    let (time, today) = (app.time().unwrap(), app.today().unwrap());
    assert!(time.picture_wide.contains("<svg") && time.hidden.is_none());
    assert!(today.quiet_line.is_some());
    let answers = app.answers().unwrap().cards.len();
    app.choose_pace("pictures-off").unwrap();
    let view = app.time().unwrap();
    let shown = [&view.picture_wide, &view.picture_narrow];
    assert!(shown.iter().all(|picture| picture.is_empty()) && view.key.is_empty());
    assert!(view.hidden.is_some());
    assert_eq!(
        (view.sentence, view.rows),
        (time.sentence.clone(), time.rows.clone())
    );
    assert_eq!(app.today().unwrap().quiet_line, None);
    assert_eq!(app.answers().unwrap().cards.len(), answers, "answers stay");
    app.choose_pace("pictures-on").unwrap();
    assert_eq!(app.time().unwrap(), time);
    assert_eq!(app.today().unwrap().quiet_line, today.quiet_line);
}

#[test]
fn after_two_full_weeks_less_is_offered_once() {
    let offers = |app: &mut App| app.today().unwrap().offers_pace;
    // Too young, or too few in one of the two weeks.
    for days in [0..=12, 3..=13, 0..=8] {
        assert!(!offers(&mut with_days(days.clone()).1), "{days:?}");
    }
    for choice in ["offer-no", "free", "week"] {
        let (place, mut app) = with_days(1..=13);
        assert!(offers(&mut app));
        assert!(offers(&mut app), "until it was answered");
        app.choose_pace(choice).unwrap();
        assert!(!offers(&mut app) && !offers(&mut place.again()), "{choice}");
        app.choose_pace("free").unwrap();
        assert!(!offers(&mut app), "{choice}: it is offered once");
    }
    let (_place, mut app) = with_days(1..=13);
    app.choose_pace("pause-1").unwrap();
    assert!(!offers(&mut app));
    app.choose_pace("pause-end").unwrap();
    assert!(offers(&mut app), "a pause is no answer to it");
}

#[test]
fn advice_to_look_less_leads_here_and_is_not_repeated_once_followed() {
    let (place, mut app) = Place::begun();
    for hour in [4, 6, 9, 12, 15, 18] {
        place.set(&format!("2026-03-02 {hour:02}:00:00"));
        check_in(&mut app);
    }
    let advice = app.today().unwrap().advice.unwrap();
    assert!(advice.rule.contains("R26"), "{advice:?}");
    assert_eq!(advice.links[0].0, "/pace");
    app.choose_pace("week").unwrap();
    assert_eq!(app.today().unwrap().advice, None);
    let all = app.answers().unwrap().advice.advice;
    assert!(all.iter().any(|one| one.rule.contains("R26")), "{all:?}");
}

#[test]
fn what_is_no_choice_changes_nothing_and_what_was_done_is_said_once() {
    let (_place, mut app) = Place::begun();
    app.choose_pace("week").unwrap();
    for wrong in ["", "year", "pause-3", "pause", "DAY"] {
        let refused = app.choose_pace(wrong).unwrap_err();
        assert_eq!(refused.kind, TroubleKind::Input, "{wrong}");
    }
    let view = app.pace().unwrap();
    assert_eq!(view.done.as_deref(), Some("That is kept."));
    assert!(view.paces[2].is_chosen && view.pause.is_none());
    assert_eq!(app.pace().unwrap().done, None);
    app.lock();
    assert_eq!(app.pace().unwrap_err().kind, TroubleKind::Locked);
    let refused = app.choose_pace("day").unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Locked);
}

#[test]
fn what_is_around_is_asked_only_of_who_wants_it_and_no_answer_rests_on_it() {
    let (place, mut app) = Place::begun();
    let around = ["company", "doing", "surroundings"];
    let without = check_in(&mut app);
    assert!(without.len() == 6 && !without.iter().any(|item| around.contains(&item.as_str())));
    app.choose_pace("around-on").unwrap();
    assert!(app.pace().unwrap().around[1].is_chosen);
    place.pass(2 * 3_600);
    let with = check_in(&mut app);
    // It takes the place of the question in turn, and the flicker is still the last.
    assert_eq!(with.len(), 8, "{with:?}");
    assert_eq!(with[4..7], around);
    assert_eq!(with[7], "flicker");
    let record = place.record();
    assert_eq!(series::outcomes(&record), [(series::Outcome::CheckIn, 2)]);
    app.choose_pace("around-off").unwrap();
    place.pass(2 * 3_600);
    assert_eq!(check_in(&mut app).len(), 6);
}
