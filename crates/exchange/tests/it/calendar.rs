//! Calendar files, read line by line as RFC 5545 has them.

use exchange::{CalendarWords, write_calendar};
use record::{ClockSpan, DayStart, Moment, PlannedPrompt, PromptMode, Schedule, Zone};

fn prompts(n: usize) -> Vec<PlannedPrompt> {
    let span = |from, to| ClockSpan::parse(from, to).unwrap();
    let windows = [span("09:00", "11:00"), span("18:00", "20:00")];
    let starts = DayStart::default();
    let schedule = Schedule::new(windows, None, PromptMode::Usual, 7, starts).unwrap();
    schedule.prompts_after(&now(), starts, (n, 14), |_| false)
}

fn now() -> Moment {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    Moment::from_wall_clock("2026-03-02 08:30", &zone).unwrap()
}

fn words(moment: &str) -> CalendarWords {
    CalendarWords {
        name: "Notes".to_owned(),
        moment: moment.to_owned(),
    }
}

/// Lines without their folding.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"));
    for line in text.split_inclusive("\r\n") {
        assert!(line.len() <= 77 && line.ends_with("\r\n"), "{line:?}");
    }
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let whole = text.replace("\r\n ", "");
    whole.lines().map(str::to_owned).collect()
}

#[test]
fn each_time_is_an_event_on_the_wall_with_an_alarm_and_neutral_words() {
    let two = prompts(2);
    let text = write_calendar(&two, &words("A moment"), &now());
    let lines = unfolded(&text);
    assert_eq!(lines[0], "BEGIN:VCALENDAR");
    assert_eq!(lines[2], "PRODID:-//Notes//Notes 1//EN");
    let start = two[0].wall.replace(['-', ':'], "");
    let expected = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", two[0].key),
        "DTSTAMP:20260302T073000Z".to_owned(),
        format!("DTSTART:{start}00"),
        "DURATION:PT5M".to_owned(),
        "SUMMARY:A moment".to_owned(),
        "CLASS:PRIVATE".to_owned(),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "DESCRIPTION:A moment".to_owned(),
        "TRIGGER:PT0S".to_owned(),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
    ];
    assert_eq!(lines[5..19], expected);
    assert_eq!(lines.last().unwrap(), "END:VCALENDAR");
    assert!(!text.to_lowercase().contains("thaw"));
}

#[test]
fn the_same_time_has_the_same_name_in_a_later_file() {
    let later = now().plus_seconds(3 * 86_400);
    let uids = |text: &str| -> Vec<String> {
        let lines = unfolded(text);
        lines
            .into_iter()
            .filter(|line| line.starts_with("UID:"))
            .collect()
    };
    let first = uids(&write_calendar(&prompts(28), &words("A moment"), &now()));
    let second = uids(&write_calendar(&prompts(4), &words("Other"), &later));
    assert_eq!(first[..4], second[..]);
    let distinct: std::collections::BTreeSet<&String> = first.iter().collect();
    assert_eq!(distinct.len(), first.len());
}

#[test]
fn words_are_escaped_and_folded_between_characters() {
    let long = "tea, then; a \\ and\na line ".to_owned() + &"größer ".repeat(30);
    let text = write_calendar(&prompts(1), &words(&long), &now());
    let summary = unfolded(&text)
        .into_iter()
        .find(|line| line.starts_with("SUMMARY:"))
        .unwrap();
    assert!(summary.starts_with("SUMMARY:tea\\, then\\; a \\\\ and\\na line größer "));
    assert_eq!(summary.matches("größer").count(), 30);
}

#[test]
fn without_times_it_is_still_a_calendar() {
    let lines = unfolded(&write_calendar(&[], &words("A moment"), &now()));
    assert_eq!(lines.len(), 6);
}
