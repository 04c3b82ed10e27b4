//! When the person wants to be asked goes out with a record file and comes back as it was.

use exchange::{read_record, write_record, write_record_with_schedule, write_whole_record_with};
use proptest::prelude::*;
use record::{ClockSpan, DayStart, LocalDay, Profile, PromptMode, Record, Schedule, Zone};

/// Any schedule, with the start of the day that it was chosen for.
fn asked() -> impl Strategy<Value = (DayStart, Schedule)> {
    let clock = || 0u16..1440;
    let spans = [(clock(), 30u16..300), (clock(), 30u16..300)];
    let quiet = proptest::option::of((clock(), 30u16..600));
    let starts = prop_oneof![Just(240u16), 0u16..=720];
    let mode = (0u8..4, 1u8..=7, 18_000i32..24_000);
    (spans, quiet, starts, mode, any::<u64>()).prop_filter_map(
        "windows that fit",
        |(spans, quiet, starts, (mode, weekday, from), seed)| {
            let span = |(from, long): (u16, u16)| ClockSpan::new(from, (from + long) % 1440).ok();
            let [early, late] = spans.map(span);
            let starts = DayStart::from_minutes(starts).ok()?;
            let mode = match mode {
                0 => PromptMode::Usual,
                1 => PromptMode::Quiet,
                2 => PromptMode::Weekly { weekday },
                _ => PromptMode::Burst {
                    from: LocalDay::from_number(from).ok()?,
                },
            };
            let made = Schedule::new([early?, late?], quiet.and_then(span), mode, seed, starts);
            made.ok().map(|schedule| (starts, schedule))
        },
    )
}

fn record(starts: DayStart) -> Record {
    let mut profile = Profile::new(Zone::utc());
    profile.day_start = starts;
    Record::new(profile, Vec::new(), Vec::new()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_schedule_comes_back_as_it_was((starts, asked) in asked()) {
        let record = record(starts);
        for text in [
            write_record_with_schedule(&record, Some(&asked)),
            write_whole_record_with(&record, &[], Some(&asked)),
        ] {
            let parsed = read_record(text.as_bytes()).unwrap();
            prop_assert_eq!(parsed.schedule.as_ref(), Some(&asked));
            prop_assert_eq!(parsed.profile.unwrap().day_start, starts);
            let again = write_record_with_schedule(&record, parsed.schedule.as_ref());
            prop_assert_eq!(again, text);
        }
    }
}

#[test]
fn a_record_without_a_schedule_names_none_and_one_that_does_not_fit_is_refused() {
    let record = record(DayStart::default());
    assert!(!write_record(&record).contains("schedule"));
    assert_eq!(
        read_record(write_record(&record).as_bytes())
            .unwrap()
            .schedule,
        None
    );
    let span = |from, to| ClockSpan::parse(from, to).unwrap();
    let windows = [span("09:00", "11:00"), span("18:00", "20:00")];
    let quiet = Some(span("21:00", "08:00"));
    let asked = Schedule::new(windows, quiet, PromptMode::Usual, 7, DayStart::default()).unwrap();
    let good = write_record_with_schedule(&record, Some(&asked));
    read_record(good.as_bytes()).unwrap();
    let wrong = [
        ("\"18:00\"", "\"12:00\""),
        ("\"18:00\"", "\"25:00\""),
        ("\"usual\"", "\"often\""),
        ("\"usual\"", "{\"weekly\":8}"),
        ("\"usual\"", "{\"burst\":\"2026-02-30\"}"),
        ("\"seed\":\"7\"", "\"seed\":\"-7\""),
        ("\"seed\":\"7\"", "\"seed\":7"),
        ("\"seed\":\"7\"", "\"seed\":\"7\",\"sound\":true"),
        ("\"08:00\"", "\"10:00\""),
    ];
    for (from, to) in wrong {
        let bad = good.replace(from, to);
        assert_ne!(bad, good, "{from}");
        assert!(read_record(bad.as_bytes()).is_err(), "{to}");
    }
}
