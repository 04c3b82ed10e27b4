//! Windows, quiet hours and drawn times, over nights, changes of clocks and travel.

use proptest::prelude::*;
use record::{
    ClockSpan, DayStart, LocalDay, Moment, PlannedPrompt, PromptMode, Schedule, ScheduleError, Zone,
};

fn span(from: &str, to: &str) -> ClockSpan {
    ClockSpan::parse(from, to).unwrap()
}

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

fn zone(name: &str) -> Zone {
    Zone::new(name).unwrap()
}

fn made(
    windows: [(&str, &str); 2],
    quiet: Option<(&str, &str)>,
    mode: PromptMode,
) -> Result<Schedule, ScheduleError> {
    let windows = windows.map(|(from, to)| span(from, to));
    let quiet = quiet.map(|(from, to)| span(from, to));
    Schedule::new(windows, quiet, mode, 7, DayStart::default())
}

const USUAL: [(&str, &str); 2] = [("09:00", "11:00"), ("18:00", "20:00")];

fn on(schedule: &Schedule, date: &str, place: &str) -> Vec<PlannedPrompt> {
    schedule.prompts_on(day(date), DayStart::default(), &zone(place))
}

fn walls(prompts: &[PlannedPrompt]) -> Vec<&str> {
    prompts.iter().map(|p| p.wall.as_str()).collect()
}

#[test]
fn as_usual_each_window_has_one_time_and_the_same_day_has_the_same_times() {
    let schedule = made(USUAL, Some(("21:00", "08:00")), PromptMode::Usual).unwrap();
    let there = on(&schedule, "2026-03-02", "Europe/Amsterdam");
    assert_eq!(there, on(&schedule, "2026-03-02", "Europe/Amsterdam"));
    assert_eq!(there.len(), 2);
    assert!(walls(&there)[0] >= "2026-03-02T09:00" && walls(&there)[0] < "2026-03-02T11:00");
    assert!(walls(&there)[1] >= "2026-03-02T18:00" && walls(&there)[1] < "2026-03-02T20:00");
    // Another day and another seed have others.
    let days: std::collections::BTreeSet<String> = (0..60)
        .map(|n| {
            schedule.prompts_on(
                day("2026-03-02").plus_days(n),
                DayStart::default(),
                &zone("UTC"),
            )
        })
        .map(|prompts| prompts[0].moment.clock())
        .collect();
    assert!(days.len() > 30, "{days:?}");
}

#[test]
fn a_traveler_is_asked_by_the_clock_on_the_wall_where_they_are() {
    let schedule = made(USUAL, None, PromptMode::Usual).unwrap();
    let home = on(&schedule, "2026-03-02", "Europe/Amsterdam");
    let away = on(&schedule, "2026-03-02", "Asia/Tokyo");
    assert_eq!(walls(&home), walls(&away));
    assert_ne!(home[0].moment.unix_seconds(), away[0].moment.unix_seconds());
    assert_eq!(home[0].key, away[0].key, "it is the same prompt");
}

#[test]
fn the_times_of_a_window_are_spread_over_all_of_it() {
    let schedule = made(USUAL, None, PromptMode::Usual).unwrap();
    let mut quarters = [0; 4];
    for n in 0..4000 {
        let there = schedule.prompts_on(
            day("2020-01-01").plus_days(n),
            DayStart::default(),
            &Zone::utc(),
        );
        let minute = (there[0].moment.hour_of_day() - 9.0) * 60.0;
        quarters[(minute / 30.0) as usize] += 1;
    }
    // 1000 are expected in each, with a standard deviation of 27.
    assert!(
        quarters.iter().all(|n| (890..1110).contains(n)),
        "{quarters:?}"
    );
}

#[test]
fn once_a_day_takes_either_window_and_once_a_week_its_day_alone() {
    let schedule = made(USUAL, None, PromptMode::Quiet).unwrap();
    let hours: Vec<f64> = (0..200)
        .map(|n| {
            let at = day("2026-01-01").plus_days(n);
            let there = schedule.prompts_on(at, DayStart::default(), &Zone::utc());
            assert_eq!(there.len(), 1);
            there[0].moment.hour_of_day()
        })
        .collect();
    let n_early = hours.iter().filter(|hour| **hour < 12.0).count();
    assert!((70..130).contains(&n_early), "{n_early}");

    let weekly = made(USUAL, None, PromptMode::Weekly { weekday: 3 }).unwrap();
    let asked: Vec<LocalDay> = (0..28)
        .map(|n| day("2026-03-02").plus_days(n))
        .filter(|at| {
            !weekly
                .prompts_on(*at, DayStart::default(), &Zone::utc())
                .is_empty()
        })
        .collect();
    assert_eq!(asked.len(), 4);
    assert!(asked.iter().all(|at| at.weekday() == 3));
}

#[test]
fn a_burst_asks_five_times_for_fourteen_days_and_then_is_as_usual() {
    let from = day("2026-03-02");
    let schedule = made(USUAL, Some(("21:00", "08:00")), PromptMode::Burst { from }).unwrap();
    let n_on = |at: LocalDay| {
        schedule
            .prompts_on(at, DayStart::default(), &Zone::utc())
            .len()
    };
    assert_eq!(n_on(from.plus_days(-1)), 2);
    assert!((0..14).all(|n| n_on(from.plus_days(n)) == 5));
    assert_eq!(n_on(from.plus_days(14)), 2);
    for n in 0..14 {
        let there = schedule.prompts_on(from.plus_days(n), DayStart::default(), &Zone::utc());
        for pair in there.windows(2) {
            let apart = pair[1].moment.unix_seconds() - pair[0].moment.unix_seconds();
            assert!(apart >= 90 * 60, "{apart}");
        }
        let hours = there.iter().map(|p| p.moment.hour_of_day());
        assert!(hours.clone().all(|hour| (9.0..20.0).contains(&hour)));
    }
}

#[test]
fn quiet_hours_between_the_windows_hold_in_a_burst_too() {
    let from = day("2026-03-02");
    let windows = [("07:00", "09:00"), ("18:00", "20:00")];
    let schedule = made(
        windows,
        Some(("12:00", "14:00")),
        PromptMode::Burst { from },
    )
    .unwrap();
    for n in 0..14 {
        let there = schedule.prompts_on(from.plus_days(n), DayStart::default(), &Zone::utc());
        assert_eq!(there.len(), 5);
        for prompt in there {
            let hour = prompt.moment.hour_of_day();
            assert!(!(12.0..14.0).contains(&hour), "{hour}");
        }
    }
}

#[test]
fn a_window_over_midnight_belongs_to_the_evening_it_begins_on() {
    let windows = [("12:00", "14:00"), ("23:30", "01:30")];
    let schedule = made(windows, None, PromptMode::Usual).unwrap();
    let mut is_seen_after_midnight = false;
    for n in 0..30 {
        let at = day("2026-03-02").plus_days(n);
        let there = schedule.prompts_on(at, DayStart::default(), &Zone::utc());
        let late = &there[1];
        assert_eq!(late.moment.day(DayStart::default()), at);
        is_seen_after_midnight |= late.wall.starts_with(&at.plus_days(1).to_string());
    }
    assert!(is_seen_after_midnight);
}

#[test]
fn what_does_not_fit_is_refused_with_its_reason() {
    let usual = PromptMode::Usual;
    let refused = |windows, quiet, mode| made(windows, quiet, mode).unwrap_err();
    let close = [("09:00", "11:00"), ("12:30", "14:00")];
    assert_eq!(refused(close, None, usual), ScheduleError::Apart);
    // Over the night as well: from 01:30 to 03:00 are one hour and a half... and 03:00 is not 04:00.
    let by_night = [("23:30", "02:00"), ("04:00", "06:00")];
    assert!(made(by_night, None, usual).is_ok());
    let by_night = [("23:30", "02:30"), ("04:00", "06:00")];
    assert_eq!(refused(by_night, None, usual), ScheduleError::Apart);
    let same = [("09:00", "11:00"), ("09:00", "11:00")];
    assert_eq!(refused(same, None, usual), ScheduleError::Apart);
    let short = [("09:00", "09:20"), ("18:00", "20:00")];
    assert_eq!(refused(short, None, usual), ScheduleError::Length);
    let long = [("06:00", "18:30"), ("21:00", "22:00")];
    assert_eq!(refused(long, None, usual), ScheduleError::Length);
    let over = [("03:00", "05:00"), ("18:00", "20:00")];
    assert_eq!(refused(over, None, usual), ScheduleError::DayStart);
    let night = Some(("19:00", "08:00"));
    assert_eq!(refused(USUAL, night, usual), ScheduleError::Quiet);
    let from = day("2026-03-02");
    let early = [("09:00", "10:00"), ("14:00", "16:00")];
    assert_eq!(
        refused(early, None, PromptMode::Burst { from }),
        ScheduleError::Burst
    );
    assert_eq!(
        refused(USUAL, None, PromptMode::Weekly { weekday: 8 }),
        ScheduleError::Weekday
    );
    for text in [
        "24:00", "9:00", "", "09:60", "0900", "-1:00", "09:00:30", "９:00",
    ] {
        assert_eq!(
            ClockSpan::parse(text, "12:00"),
            Err(ScheduleError::Clock),
            "{text}"
        );
    }
    assert_eq!(
        ClockSpan::parse("09:00", "09:00"),
        Err(ScheduleError::Empty)
    );
    assert!(
        ClockSpan::parse("09:00:00", "10:00").is_ok(),
        "as some browsers write it"
    );
}

#[test]
fn what_lies_ahead_leaves_days_out_and_ends() {
    let schedule = made(USUAL, None, PromptMode::Usual).unwrap();
    let now = Moment::from_wall_clock("2026-03-02 12:00", &Zone::utc()).unwrap();
    let ahead = |n, is_out: &dyn Fn(LocalDay) -> bool| {
        schedule.prompts_after(&now, DayStart::default(), (n, 30), is_out)
    };
    let three = ahead(3, &|_| false);
    assert_eq!(three.len(), 3);
    assert_eq!(three[0].day, day("2026-03-02"));
    assert!(three[0].moment > now);
    let without = ahead(3, &|at| at == day("2026-03-02"));
    assert_eq!(without[0].day, day("2026-03-03"));
    assert!(ahead(3, &|_| true).is_empty());
}

fn clock() -> impl Strategy<Value = u16> {
    0u16..1440
}

proptest! {
    /// Whatever is chosen, wherever, on whatever day: times lie in windows, outside quiet hours,
    /// and apart in real time, also over changes of clocks and from one day to the next.
    #[test]
    fn times_lie_in_windows_and_apart(
        spans in [(clock(), 30u16..300), (clock(), 30u16..300)],
        quiet in proptest::option::of((clock(), 30u16..600)),
        mode in 0u8..4,
        seed in any::<u64>(),
        starts in prop_oneof![Just(240u16), 0u16..=720],
        number in 18_000i32..24_000,
        place in prop_oneof![
            Just("Europe/Amsterdam"), Just("America/New_York"), Just("Australia/Lord_Howe"),
            Just("America/Santiago"), Just("Asia/Kolkata"), Just("Africa/Casablanca"),
        ],
    ) {
        let starts = DayStart::from_minutes(starts).unwrap();
        let span = |(from, long): (u16, u16)| ClockSpan::new(from, (from + long) % 1440).unwrap();
        let windows = spans.map(span);
        let first = LocalDay::from_number(number).unwrap();
        let mode = match mode {
            0 => PromptMode::Usual,
            1 => PromptMode::Quiet,
            2 => PromptMode::Weekly { weekday: 1 },
            _ => PromptMode::Burst { from: first.plus_days(-7) },
        };
        let quiet = quiet.map(span);
        let Ok(schedule) = Schedule::new(windows, quiet, mode, seed, starts) else {
            return Ok(());
        };
        let zone = zone(place);
        let mut last: Option<i64> = None;
        for n in 0..16 {
            let at = first.plus_days(n);
            let is_burst = matches!(schedule.mode_on(at), PromptMode::Burst { .. });
            let gap = if is_burst { 90 } else { 120 };
            for prompt in schedule.prompts_on(at, starts, &zone) {
                let seconds = prompt.moment.unix_seconds();
                if let Some(last) = last {
                    prop_assert!(seconds - last >= gap * 60, "{} {}", prompt.wall, seconds - last);
                }
                last = Some(seconds);
                let clock = prompt.wall.split_once('T').unwrap().1;
                let minute = clock[..2].parse::<u16>().unwrap() * 60 + clock[3..].parse::<u16>().unwrap();
                let [a, b] = schedule.windows();
                let is_in = a.holds(minute) || b.holds(minute);
                prop_assert!(is_in || (is_burst && schedule.whole_span().holds(minute)));
                prop_assert!(!quiet.is_some_and(|quiet| quiet.holds(minute)));
            }
        }
    }
}
