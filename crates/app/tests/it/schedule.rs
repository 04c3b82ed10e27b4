//! Being asked: chosen, drawn, answered or not, stopped by itself, and outside the locked record.

use app::{App, NewSchedule, Reminded, Reminder, Settings, TroubleKind};
use record::{Moment, Occasion, OccasionState, SamplingPlan, Zone};
use store::{Folder, WaitingPrompt};

use crate::place::{Place, check_in, key, question};

fn usual() -> NewSchedule {
    let span = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    NewSchedule {
        mode: "usual".to_owned(),
        early: span("09:00", "11:00"),
        late: span("18:00", "20:00"),
        quiet: span("21:00", "08:00"),
    }
}

fn with_mode(mode: &str) -> NewSchedule {
    NewSchedule {
        mode: mode.to_owned(),
        ..usual()
    }
}

/// A record at six in the morning of 2 March 2026, whose person wants to be asked.
fn asked(mode: &str) -> (Place, App) {
    let (place, mut app) = Place::begun();
    place.set("2026-03-02 06:00:00");
    app.choose_schedule(&with_mode(mode)).unwrap();
    (place, app)
}

fn folder(place: &Place) -> Folder {
    Folder::at(place.data())
}

fn times(place: &Place) -> Vec<String> {
    let times = folder(place).times().unwrap().into_iter();
    times.map(|one| one.wall).collect()
}

/// Moves the clock to the next time and shows it, as a desktop would have.
fn show_next(place: &Place) -> String {
    let zone = Zone::new("Europe/Berlin").unwrap();
    let change = |times: &mut Vec<WaitingPrompt>| {
        let one = times.iter_mut().find(|one| one.sent_at.is_none()).unwrap();
        let due = Moment::from_wall_clock(&one.wall, &zone).unwrap();
        one.sent_at = Some(due.plus_seconds(20));
        (one.wall.clone(), due)
    };
    let (wall, due) = folder(place).change_times(change).unwrap();
    place.set(&format!("{}:00", due.wall_clock()));
    place.pass(20);
    wall
}

fn prompts(place: &Place) -> Vec<Occasion> {
    let record = place.record();
    let all = record.occasions().map(|(_, occasion)| occasion.clone());
    all.filter(Occasion::is_own_prompt).collect()
}

#[test]
fn nothing_is_asked_until_the_person_chooses_it() {
    let (place, mut app) = Place::begun();
    app.today().unwrap();
    let view = app.pace().unwrap().times;
    assert!(!view.is_on && view.lines.is_empty());
    assert_eq!(view.draft, usual(), "what is proposed");
    assert_eq!(app.calendar().unwrap_err().kind, TroubleKind::Input);
    app.lock();
    assert!(!place.data().join("notes.times").exists());
}

#[test]
fn outside_the_record_lie_the_next_three_times_and_nothing_else() {
    let (place, mut app) = asked("usual");
    let there = times(&place);
    assert_eq!(there.len(), 3);
    assert!(there[0].starts_with("2026-03-02T") && there[2].starts_with("2026-03-03T"));
    let text = std::fs::read_to_string(place.data().join("notes.times")).unwrap();
    let digits = text.replace(|c: char| c.is_ascii_digit(), "0");
    let line = "0000-00-00T00:00\n";
    assert_eq!(digits, format!("notes-times 0\n{line}{line}{line}"));
    // The same record, opened again on the same day, has the same times.
    app.lock();
    let mut again = place.again();
    again.today().unwrap();
    assert_eq!(times(&place), there);
    // No more of them stays when it is turned off.
    again.choose_pace("prompts-off").unwrap();
    assert!(!place.data().join("notes.times").exists());
    assert!(!again.pace().unwrap().times.is_on);
}

#[test]
fn the_page_shows_windows_and_never_the_times() {
    let (place, mut app) = asked("usual");
    let lines = app.pace().unwrap().times.lines.join(" ");
    assert!(
        lines.contains("between 09:00 and 11:00") && lines.contains("18:00 and 20:00"),
        "{lines}"
    );
    // A window may begin or end with a drawn minute; that the page names its edges says nothing of it.
    let edges = ["09:00", "11:00", "18:00", "20:00"];
    let drawn = times(&place);
    let inside = drawn.iter().map(|wall| &wall[11..]);
    for wall in inside.filter(|wall| !edges.contains(wall)) {
        assert!(!lines.contains(wall), "{lines} {wall}");
    }
    let mut lines_of = |mode: &str| {
        app.choose_schedule(&with_mode(mode)).unwrap();
        app.pace().unwrap().times.lines.join(" ")
    };
    let burst = lines_of("burst");
    assert!(
        burst.contains("until Sun 15 Mar") && burst.contains("09:00 and 20:00"),
        "{burst}"
    );
    assert!(lines_of("quiet").contains("once a day"));
    assert!(lines_of("weekly").contains("on Monday"));
}

#[test]
fn a_check_in_within_the_hour_carries_its_prompt_and_one_later_does_not() {
    let (place, mut app) = asked("usual");
    let wall = show_next(&place);
    place.pass(40 * 60);
    check_in(&mut app);
    let there = prompts(&place);
    assert_eq!(there.len(), 1);
    assert_eq!(there[0].plan, SamplingPlan::Signal);
    let beep = there[0].beep.clone().unwrap();
    assert_eq!(beep.scheduled_at.wall_clock().replace(' ', "T"), wall);
    assert_eq!(
        beep.sent_at.unwrap().unix_seconds(),
        beep.scheduled_at.unix_seconds() + 20
    );
    assert!(there[0].assessment().is_some());
    // It is answered: three times lie ahead again, and none within the hour of rest.
    assert_eq!(times(&place).len(), 3);
    assert!(!times(&place).contains(&wall));

    show_next(&place);
    place.pass(61 * 60);
    check_in(&mut app);
    let there = prompts(&place);
    assert_eq!(there.len(), 2, "what was asked and not answered is kept");
    assert_eq!(there[1].state, OccasionState::Missed);
    let own = place.record();
    let own = own
        .occasions()
        .filter(|(_, o)| o.plan == SamplingPlan::Voluntary);
    assert_eq!(own.count(), 1);
}

#[test]
fn what_is_logged_on_the_terminal_answers_a_prompt_too_and_the_caps_count_it() {
    let (place, mut app) = asked("usual");
    let wall = show_next(&place);
    place.pass(300);
    let now = place.again().today();
    assert!(now.is_ok());
    let clock = format!("{}:30", wall.replace('T', " "));
    place.set(&clock);
    place.pass(60);
    let request = app::LogRequest {
        value: Some(40.0),
        ..app::LogRequest::default()
    };
    app.log(&request).unwrap();
    assert!(prompts(&place)[0].assessment().is_some());
    let again = app.log(&request).unwrap_err();
    assert_eq!(again.kind, TroubleKind::Input, "one an hour, whoever asked");
}

#[test]
fn after_three_without_an_answer_they_stop_and_today_says_so_in_one_opening() {
    let (place, mut app) = asked("usual");
    for _ in 0..3 {
        show_next(&place);
    }
    app.today().unwrap();
    assert!(
        times(&place).len() == 1,
        "the last is still open: {:?}",
        times(&place)
    );
    place.pass(3700);
    assert!(app.today().unwrap().has_stopped);
    assert!(app.today().unwrap().has_stopped, "as long as it is open");
    assert!(times(&place).is_empty());
    assert_eq!(prompts(&place).len(), 3);
    app.lock();
    let mut again = place.again();
    assert!(!again.today().unwrap().has_stopped, "said once");
    let view = again.pace().unwrap().times;
    assert!(
        view.has_stopped && view.is_on,
        "it stands where it can be changed"
    );
    // Days later, still nothing; one press, and they come again.
    place.pass(5 * 86_400);
    again.today().unwrap();
    assert!(times(&place).is_empty());
    again.choose_pace("prompts-go-on").unwrap();
    assert_eq!(times(&place).len(), 3);
    assert!(!again.pace().unwrap().times.has_stopped);
}

#[test]
fn an_answer_begins_the_count_anew_and_a_computer_that_was_off_ignores_nothing() {
    let (place, mut app) = asked("usual");
    show_next(&place);
    show_next(&place);
    place.pass(600);
    check_in(&mut app);
    assert_eq!(times(&place).len(), 3, "two were let go, one was answered");
    // Nobody was there to show the next ones.
    place.set("2026-03-20 12:00:00");
    assert!(!app.today().unwrap().has_stopped);
    assert_eq!(times(&place).len(), 3);
    assert!(times(&place)[0].as_str() > "2026-03-20T12:00");
    let unsent = prompts(&place).into_iter().filter(Occasion::was_never_sent);
    assert_eq!(unsent.count(), 3);
}

#[test]
fn pauses_and_paces_hold_and_nothing_comes_right_after_a_check_in() {
    let (place, mut app) = asked("usual");
    app.choose_pace("pause-1").unwrap();
    assert!(
        times(&place)[0].as_str() >= "2026-03-09T",
        "{:?}",
        times(&place)
    );
    assert!(
        app.pace()
            .unwrap()
            .times
            .lines
            .join(" ")
            .contains("In the pause")
    );
    app.choose_pace("pause-end").unwrap();
    assert!(times(&place)[0].starts_with("2026-03-02T"));
    // Once a day: who checked in by themselves is not asked that day.
    app.choose_pace("day").unwrap();
    place.log(&mut app, "2026-03-02 07:00:00", 50.0);
    app.today().unwrap();
    assert!(times(&place)[0].starts_with("2026-03-03T"));
    app.choose_pace("free").unwrap();
    assert!(times(&place)[0].starts_with("2026-03-02T"));
    // A check-in a minute before the time: the next hour is free.
    let first = times(&place)[0].clone();
    place.set(&format!("{}:00", first.replace('T', " ")));
    place.pass(-60);
    check_in(&mut app);
    app.today().unwrap();
    assert!(!times(&place).contains(&first));
}

#[test]
fn on_drawn_silent_days_nothing_comes_and_what_was_left_out_is_kept_as_never_shown() {
    let (place, mut app) = asked("usual");
    app.begin_quiet_days(&key(9)).unwrap();
    let record = place.record();
    let terms = record.experiments[0].terms.clone();
    let silent = |day| terms.drawn_for(day) == Some(true);
    for n in 0..30 {
        place.set(&format!(
            "{} 22:00:00",
            record::LocalDay::parse("2026-03-03").unwrap().plus_days(n)
        ));
        app.today().unwrap();
        for wall in times(&place) {
            let day = record::LocalDay::parse(&wall[..10]).unwrap();
            assert!(!silent(day), "{wall}");
        }
    }
    let record = place.record();
    let left_out: Vec<_> = record
        .occasions()
        .filter(|(moment, o)| o.was_never_sent() && silent(moment.day(record.profile.day_start)))
        .collect();
    let n_silent = (0..30)
        .filter(|n| silent(record::LocalDay::parse("2026-03-03").unwrap().plus_days(*n)))
        .count();
    assert!(n_silent > 3);
    assert_eq!(left_out.len(), 2 * n_silent);
    assert!(
        app.pace()
            .unwrap()
            .times
            .lines
            .join(" ")
            .contains("Quiet days are drawn until")
    );
}

#[test]
fn a_traveler_is_asked_in_their_own_morning() {
    let (place, mut app) = asked("usual");
    let there = times(&place);
    app.lock();
    let tokyo = Zone::new("Asia/Tokyo").unwrap();
    let mut away = place.again_in(&tokyo);
    away.today().unwrap();
    // Six in Berlin is two in the afternoon in Tokyo: the morning is over there.
    assert_eq!(times(&place)[0], there[1]);
}

fn span(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

/// What does not fit, and a word of the sentence that says so.
fn misfits() -> Vec<(NewSchedule, &'static str)> {
    let early = |from, to| NewSchedule {
        early: span(from, to),
        quiet: span("", ""),
        ..usual()
    };
    let late = |from, to| NewSchedule {
        late: span(from, to),
        ..usual()
    };
    let quiet = |from, to| NewSchedule {
        quiet: span(from, to),
        ..usual()
    };
    let short_burst = NewSchedule {
        mode: "burst".to_owned(),
        ..late("13:00", "15:00")
    };
    vec![
        (early("9", "11:00"), "not a time of day"),
        (early("", ""), "not a time of day"),
        (early("09:00", "09:10"), "half an hour"),
        (early("03:00", "05:00"), "four in the morning"),
        (late("12:00", "14:00"), "two hours apart"),
        (late("20:00", "21:30"), "quiet hours"),
        (quiet("21:00", ""), "not a time of day"),
        (quiet("21:00", "21:00"), "ends when it begins"),
        (short_burst, "five reminders"),
        (with_mode("hourly"), "not one of the choices"),
    ]
}

#[test]
fn what_does_not_fit_is_refused_in_a_sentence_and_changes_nothing() {
    let (place, mut app) = asked("usual");
    let before = times(&place);
    for (new, words) in misfits() {
        let trouble = app.choose_schedule(&new).unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::Input);
        let what = &trouble.what;
        assert!(what.contains(words), "{what} is not: {words}");
        assert!(!trouble.hint.contains('['), "{}", trouble.hint);
    }
    assert_eq!(times(&place), before);
    let without = NewSchedule {
        quiet: span("", ""),
        ..usual()
    };
    app.choose_schedule(&without).unwrap();
    assert_eq!(app.pace().unwrap().times.draft.quiet, span("", ""));
}

#[test]
fn a_burst_goes_back_by_itself_and_the_same_choice_made_again_does_not_lengthen_it() {
    let (place, mut app) = asked("burst");
    assert_eq!(times(&place).len(), 3);
    place.set("2026-03-10 06:00:00");
    app.choose_schedule(&with_mode("burst")).unwrap();
    let lines = app.pace().unwrap().times.lines.join(" ");
    assert!(lines.contains("Sun 15 Mar"), "{lines}");
    place.set("2026-03-16 06:00:00");
    let view = app.pace().unwrap().times;
    assert!(view.lines[0].contains("twice a day"), "{:?}", view.lines);
    assert!(view.modes[0].is_chosen);
}

#[test]
fn a_calendar_holds_the_next_two_weeks_in_neutral_words() {
    let (place, mut app) = asked("usual");
    let calendar = app.calendar().unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 28);
    for wall in times(&place) {
        let start = format!("DTSTART:{}00\r\n", wall.replace(['-', ':'], ""));
        assert!(calendar.contains(&start));
    }
    let words: Vec<&str> = calendar
        .lines()
        .filter(|l| l.starts_with("SUMMARY"))
        .collect();
    assert!(words.iter().all(|line| *line == "SUMMARY:A moment"));
    let out = place.data().join("moments.ics");
    assert_eq!(app.calendar_to(&out).unwrap(), words.len());
    assert_eq!(app.calendar_to(&out).unwrap_err().kind, TroubleKind::Input);
    app.choose_pace("pause-4").unwrap();
    assert_eq!(app.calendar().unwrap_err().kind, TroubleKind::Input);
}

#[test]
fn unanswered_prompts_are_no_entries_of_the_person() {
    let (place, mut app) = asked("usual");
    show_next(&place);
    place.pass(2 * 3600);
    app.today().unwrap();
    assert_eq!(prompts(&place).len(), 1);
    assert!(app.day().unwrap().facts.is_empty());
    assert!(app.time().unwrap().is_empty);
    question(&mut app);
}

#[test]
fn a_record_keeps_its_prompts_on_the_way_out_and_in() {
    let (place, mut app) = asked("usual");
    show_next(&place);
    place.pass(60);
    check_in(&mut app);
    show_next(&place);
    place.pass(2 * 3600);
    app.today().unwrap();
    let before = prompts(&place);
    let out = place.data().join("all.json");
    app.export_to(app::ExportFormat::Json, &out).unwrap();
    app.lock();
    let (other, mut again) = Place::begun();
    again
        .import(&app::ImportRequest {
            file: out,
            ..app::ImportRequest::default()
        })
        .unwrap();
    again.lock();
    assert_eq!(prompts(&other), before);
}

fn reminder(place: &Place) -> Reminder {
    Reminder::new(Settings {
        folder: place.data(),
        clock: place.clock(),
    })
}

#[test]
fn a_locked_record_knows_whether_a_time_has_come() {
    let (place, mut app) = asked("usual");
    app.lock();
    let reminder = reminder(&place);
    assert!(matches!(reminder.remind(false).unwrap(), Reminded::NotYet));
    // Long past: nobody was there, and nothing is made up for.
    place.set("2026-03-20 12:00:00");
    assert!(matches!(
        reminder.remind(false).unwrap(),
        Reminded::NothingAhead
    ));
    let empty = Place::new();
    let of_nobody = Reminder::new(Settings {
        folder: empty.data(),
        clock: empty.clock(),
    });
    assert!(matches!(
        of_nobody.remind(false).unwrap(),
        Reminded::NothingAhead
    ));
    assert!(!empty.data().exists(), "nothing is made by looking");
}
