//! A calendar file and days without questions: one never tells of the other, and never rings on it.

use app::{App, ExportFormat, ImportRequest, NewSchedule, TroubleKind};
use record::{ClockSpan, DayStart, PromptMode, Schedule};
use store::{Folder, Store};

use crate::place::{Place, key};

fn usual() -> NewSchedule {
    let span = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    NewSchedule {
        mode: "usual".to_owned(),
        early: span("09:00", "11:00"),
        late: span("18:00", "20:00"),
        quiet: span("21:00", "08:00"),
    }
}

/// A record at six in the morning of 2 March 2026, whose person wants to be asked.
fn asked(new: &NewSchedule) -> (Place, App) {
    let (place, mut app) = Place::begun();
    place.set("2026-03-02 06:00:00");
    app.choose_schedule(new).unwrap();
    (place, app)
}

#[test]
fn no_calendar_file_shows_or_rings_on_quiet_days() {
    let (place, mut app) = asked(&usual());
    assert_eq!(app.pace().unwrap().times.no_calendar, None);
    app.begin_quiet_days(&key(9)).unwrap();
    // From the drawing on, before the first of these days, up to the last of them.
    for day in ["2026-03-02", "2026-03-03", "2026-04-30"] {
        place.set(&format!("{day} 12:00:00"));
        let trouble = app.calendar().unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::Input);
        let line = app.pace().unwrap().times.no_calendar.unwrap();
        assert!(line.contains("1 May"), "{line}");
        let out = place.data().join(format!("{day}.ics"));
        assert!(app.calendar_to(&out).is_err() && !out.exists());
    }
    // What was refused rings nowhere: stopped, they can be begun anew at once.
    app.stop_quiet_days().unwrap();
    assert_eq!(app.pace().unwrap().times.no_calendar, None);
    assert!(app.quiet_days().unwrap().begin_key.is_some());
}

#[test]
fn quiet_days_wait_until_a_calendar_file_from_here_has_rung_out() {
    let (place, mut app) = asked(&usual());
    // A file that could not be written rings nowhere.
    let out = place.data().join("moments.ics");
    std::fs::write(&out, "taken").unwrap();
    app.calendar_to(&out).unwrap_err();
    assert!(app.quiet_days().unwrap().begin_key.is_some());
    let calendar = app.calendar().unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 28);
    let begins_in = |app: &mut App| app.quiet_days().unwrap().begin_key.is_some();
    let view = app.quiet_days().unwrap();
    assert!(view.begin_key.is_none());
    assert!(view.lines[0].contains("15 Mar"), "{:?}", view.lines);
    assert!(app.begin_quiet_days(&key(9)).is_err());
    assert!(place.record().experiments.is_empty());
    place.set("2026-03-15 12:00:00");
    assert!(!begins_in(&mut app), "it rings this evening");
    drop(app);
    place.set("2026-03-16 12:00:00");
    let mut app = place.again();
    assert!(begins_in(&mut app));
    app.begin_quiet_days(&key(9)).unwrap();
    assert_eq!(place.record().experiments.len(), 1);
}

fn kept(place: &Place) -> Option<Schedule> {
    let store = Store::open(&Folder::at(place.data()), None).unwrap();
    store.schedule().unwrap().map(|kept| kept.schedule)
}

fn brought_to(place: &Place, file: &std::path::Path) -> Vec<String> {
    let mut app = place.again();
    let request = ImportRequest {
        file: file.to_owned(),
        ..ImportRequest::default()
    };
    let lines = app.import(&request).unwrap().lines;
    app.lock();
    lines
}

#[test]
fn when_to_be_asked_and_the_own_line_survive_the_way_out_and_in() {
    let burst = NewSchedule {
        mode: "burst".to_owned(),
        ..usual()
    };
    let no_quiet = NewSchedule {
        mode: "weekly".to_owned(),
        quiet: (String::new(), String::new()),
        ..usual()
    };
    for new in [usual(), burst, no_quiet] {
        let (place, mut app) = asked(&new);
        app.draw_line("56").unwrap();
        place.log(&mut app, "2026-03-02 07:00:00", 40.0);
        let (shown, whole) = (place.data().join("a.json"), place.data().join("b.json"));
        app.export_to(ExportFormat::Json, &shown).unwrap();
        app.export_whole_to(ExportFormat::Json, &whole).unwrap();
        app.lock();
        let before = kept(&place);
        assert!(before.is_some());
        let times = Folder::at(place.data()).times().unwrap();
        for file in [shown, whole] {
            let (other, begun) = Place::begun();
            drop(begun);
            other.set("2026-03-02 07:00:00");
            let lines = brought_to(&other, &file).join("\n");
            assert_eq!(kept(&other), before);
            assert_eq!(Folder::at(other.data()).times().unwrap(), times);
            assert_eq!(other.record().profile.threshold(), Some(56.0));
            assert!(lines.contains("reminders as they were chosen"), "{lines}");
            assert!(lines.contains("your own line"), "{lines}");
        }
    }
}

#[test]
fn what_was_chosen_here_stays_and_a_record_with_facts_takes_no_choice() {
    let (place, mut app) = asked(&usual());
    app.draw_line("56").unwrap();
    place.log(&mut app, "2026-03-02 07:00:00", 40.0);
    let file = place.data().join("a.json");
    app.export_to(ExportFormat::Json, &file).unwrap();
    app.lock();
    // Chosen otherwise, and nothing written.
    let (other, mut here) = Place::begun();
    let quiet = NewSchedule {
        mode: "quiet".to_owned(),
        ..usual()
    };
    here.choose_schedule(&quiet).unwrap();
    here.draw_line("22").unwrap();
    drop(here);
    let before = kept(&other);
    brought_to(&other, &file);
    assert_eq!(kept(&other), before);
    assert_eq!(other.record().profile.threshold(), Some(22.0));
    // Nothing chosen, and something written.
    let (third, mut there) = Place::begun();
    third.log(&mut there, "2026-03-01 07:00:00", 40.0);
    drop(there);
    let lines = brought_to(&third, &file).join("\n");
    assert_eq!(kept(&third), None);
    assert_eq!(third.record().profile.threshold(), None);
    assert!(!lines.contains("reminders"), "{lines}");
}

#[test]
fn a_schedule_that_does_not_fit_the_day_here_is_left_out_and_said_so() {
    // From two to five at night, for somebody whose day starts at six.
    let night = ClockSpan::parse("02:00", "05:00").unwrap();
    let evening = ClockSpan::parse("19:00", "20:00").unwrap();
    let starts = DayStart::from_minutes(360).unwrap();
    let asked = Schedule::new([night, evening], None, PromptMode::Usual, 7, starts).unwrap();
    let (place, app) = Place::begun();
    drop(app);
    let mut record = place.record();
    record.profile.day_start = starts;
    let text = exchange::write_record_with_schedule(&record, Some(&asked));
    let file = place.data().join("night.json");
    std::fs::write(&file, text).unwrap();
    let lines = brought_to(&place, &file).join("\n");
    assert!(
        lines.contains("the reminders of the file are left out"),
        "{lines}"
    );
    assert_eq!(kept(&place), None);
}
