//! Tables that are in order, in all the ways in which time can be written.

use exchange::{Parsed, WarningKind, parse_table_by};
use proptest::prelude::*;
use record::{
    FactBody, FactKey, FactKind, Moment, OccasionState, SamplingPlan, Source, Window, Zone,
};

use crate::{answers, clocks, map, occasions, parse};

const TWO: &str = "{ column = \"time\", date_column = \"day\", zone = \"Europe/Amsterdam\" }";
const STAMP: &str = "{ column = \"at\", zone = \"Europe/Amsterdam\" }";
const COUNTED: &str = "{ day = \"day\", beep = \"beep\", start = \"2012-08-13\", \
                       zone = \"Europe/Amsterdam\" }";

fn kinds(parsed: &Parsed) -> Vec<(WarningKind, u64)> {
    parsed
        .ledger
        .warnings
        .iter()
        .map(|w| (w.kind, w.n))
        .collect()
}

fn keys(parsed: &Parsed) -> Vec<FactKey> {
    parsed.facts.iter().map(|fact| fact.key).collect()
}

#[test]
fn a_row_becomes_an_occasion_with_its_answers() {
    let text = "day,time,mood,tired,slept,dose\n2012-08-13,08:58:56,5,1.5,,150\n";
    let parsed = parse(text, &map(TWO));
    let all = occasions(&parsed);
    assert_eq!(clocks(&parsed), ["2012-08-13 08:58"]);
    assert_eq!(
        answers(all[0].1),
        [("mood", Some(5.0)), ("tired", Some(1.5))]
    );
    assert_eq!(all[0].1.plan, SamplingPlan::Voluntary);
    let Source::Import { file, line } = all[0].0.source else {
        panic!("it came from a file");
    };
    assert_eq!(line, 2);
    assert_eq!(file, parsed.ledger.digest);
    let hex: String = file.iter().map(|byte| format!("{byte:02x}")).collect();
    // printf '…' | sha256sum
    assert_eq!(
        hex,
        "227ca1bfb70780da73c8695a4541857c035cf0690914ce27d67f78b0703fe2a3"
    );
    // Nothing was ever answered in this column.
    assert_eq!(parsed.ledger.columns_left_out, ["slept"]);
    assert_eq!(parsed.items.len(), 2);
    assert_eq!(parsed.ledger.counts[&FactKind::MedicationStatement], 1);
}

#[test]
fn a_suspect_of_the_map_is_named_where_it_was_ever_answered() {
    let text = "time = { column = \"at\", zone = \"UTC\" }\n[outcome]\ncolumn = \"mood\"\n\
                scale = { min = 1, max = 7 }\npolarity = \"higher_is_more_feeling\"\n\
                [[candidate]]\ncolumn = \"tired\"\nsuspect = true\n\
                [[candidate]]\ncolumn = \"slept\"\nsuspect = true\n";
    let map = exchange::Map::parse(text).unwrap();
    let parsed = parse("at,mood,tired,slept\n2012-08-13,4,2,\n", &map);
    let named: Vec<_> = parsed.suspects.iter().map(|id| id.as_str()).collect();
    assert_eq!(named, ["tired"]);
    assert_eq!(parsed.ledger.columns_left_out, ["slept"]);
}

#[test]
fn a_daily_item_is_kept_on_its_row_and_says_that_it_is_daily() {
    let text = "day,time,mood,tired,slept,dose\n2012-08-13,08:00,5,1,6,\n2012-08-13,12:00,5,1,,\n";
    let parsed = parse(text, &map(TWO));
    let slept = parsed
        .items
        .iter()
        .find(|item| item.id.as_str() == "slept")
        .unwrap();
    assert_eq!(slept.window, Window::Daily);
    let all = occasions(&parsed);
    assert_eq!(answers(all[0].1)[2], ("slept", Some(6.0)));
    assert_eq!(answers(all[1].1).len(), 2);
}

#[test]
fn times_are_read_in_all_their_usual_forms() {
    let text = "at,mood,tired,slept,dose\n\
                2012-08-13 08:58:56,1,,,\n\
                2012-08-13T09:58,1,,,\n\
                2012-08-13T08:58:56.789Z,1,,,\n\
                2012-08-13 11:58:56+02:00,1,,,\n\
                2012-08-13 12:58:56 +0200,1,,,\n\
                2012-08-14,1,,,\n";
    let parsed = parse(text, &map(STAMP));
    assert_eq!(parsed.ledger.rejected, []);
    assert_eq!(
        clocks(&parsed),
        [
            "2012-08-13 08:58",
            "2012-08-13 09:58",
            "2012-08-13 10:58",
            "2012-08-13 11:58",
            "2012-08-13 12:58",
            "2012-08-14 12:00"
        ]
    );
    assert_eq!(kinds(&parsed), [(WarningKind::InUtc, 1)]);
    let plans: Vec<_> = occasions(&parsed).iter().map(|(_, o)| o.plan).collect();
    assert_eq!(plans[5], SamplingPlan::Interval);
}

#[test]
fn an_offset_that_disagrees_with_the_zone_is_believed_and_warned_about() {
    let text =
        "at,mood,tired,slept,dose\n2012-08-13 08:00:00-05:00,1,,,\n2012-08-13 08:00:00,1,,,\n";
    let parsed = parse(text, &map(STAMP));
    assert_eq!(kinds(&parsed), [(WarningKind::OtherOffset, 1)]);
    let all = occasions(&parsed);
    assert_eq!(all[0].0.moment.offset_seconds(), -5 * 3600);
    assert_eq!(all[0].0.moment.clock(), "08:00");
    assert_eq!(
        all[0].0.moment.unix_seconds() - all[1].0.moment.unix_seconds(),
        7 * 3600
    );
}

#[test]
fn times_without_offset_need_a_zone() {
    let text = "at,mood,tired,slept,dose\n2012-08-13 08:00:00+02:00,1,,,\n2012-08-13 08:00,1,,,\n";
    let parsed = parse(text, &map("{ column = \"at\" }"));
    assert_eq!(clocks(&parsed), ["2012-08-13 08:00"]);
    assert_eq!(
        parsed.ledger.rejected[0].to_string(),
        "line 3, column \"at\": \"2012-08-13\" has no offset and the map has no zone; \
         add zone to time in the map"
    );
}

#[test]
fn changes_of_the_clock_are_warned_about() {
    // Amsterdam: 2012-03-25 02:00 became 03:00; 2012-10-28 03:00 became 02:00.
    let text = "at,mood,tired,slept,dose\n2012-03-25 02:30,1,,,\n2012-10-28 02:30,1,,,\n\
                2012-10-28 08:00,1,,,\n";
    let parsed = parse(text, &map(STAMP));
    assert_eq!(
        clocks(&parsed),
        ["2012-03-25 03:30", "2012-10-28 02:30", "2012-10-28 08:00"]
    );
    assert_eq!(
        kinds(&parsed),
        [(WarningKind::ClockSkipped, 1), (WarningKind::ClockTwice, 1)]
    );
    assert_eq!(occasions(&parsed)[1].0.moment.offset_seconds(), 7200);
}

#[test]
fn an_answer_after_midnight_goes_to_the_next_date_when_the_prompt_says_so() {
    let time = TWO.replace(
        " }",
        ", beep_time_column = \"due\", beep_column = \"beep\" }",
    );
    let text = "day,due,time,beep,mood,tired,slept,dose\n\
                2012-08-13,22:10,22:12,9,5,,,10\n\
                2012-08-13,23:50,00:05,10,5,,,10\n\
                2012-08-14,23:50,,10,,,,\n";
    let parsed = parse(text, &map(&time));
    assert_eq!(
        clocks(&parsed),
        ["2012-08-13 22:12", "2012-08-14 00:05", "2012-08-14 23:50"]
    );
    assert_eq!(kinds(&parsed), [(WarningKind::AfterMidnight, 1)]);
    let all = occasions(&parsed);
    let due = |idx: usize| all[idx].1.beep.as_ref().unwrap().scheduled_at.wall_clock();
    assert_eq!(due(1), "2012-08-13 23:50");
    // A prompt without any answer went by.
    assert_eq!(all[2].1.state, OccasionState::Missed);
    assert_eq!(parsed.ledger.n_missed, 1);
    // The dose is that of the date that the row names.
    assert_eq!(parsed.ledger.counts[&FactKind::MedicationStatement], 1);
}

#[test]
fn without_the_time_of_the_prompt_an_answer_after_midnight_is_warned_about() {
    let time = TWO.replace(" }", ", beep_column = \"beep\" }");
    let text = "day,time,beep,mood,tired,slept,dose\n\
                2012-08-13,22:12,9,5,,,\n2012-08-13,00:05,10,5,,,\n2012-08-14,08:00,1,5,,,\n";
    let parsed = parse(text, &map(&time));
    assert_eq!(kinds(&parsed), [(WarningKind::PromptOrder, 1)]);
    assert_eq!(parsed.ledger.warnings[0].lines, [3]);
}

#[test]
fn a_full_time_beside_a_date_column_must_be_near_that_date() {
    let text = "day,time,mood,tired,slept,dose\n\
                2012-08-13,2012-08-14 00:20:00,5,,,\n2012-08-13,2012-08-19 00:20:00,5,,,\n";
    let parsed = parse(text, &map(TWO));
    assert_eq!(clocks(&parsed), ["2012-08-14 00:20"]);
    assert_eq!(parsed.ledger.rejected[0].line, 3);
}

#[test]
fn numbered_prompts_are_spread_over_the_waking_day() {
    let text = "day,beep,mood,tired,slept,dose\n1,1,5,,,\n1,10,5,,,\n3,5,,,,\n2,,,,,\n2,11,4,,,\n";
    let parsed = parse(text, &map(COUNTED));
    // Ten blocks of 90 minutes from 07:30; each prompt in the middle of its block.
    assert_eq!(
        clocks(&parsed),
        ["2012-08-13 08:15", "2012-08-13 21:45", "2012-08-15 14:15"]
    );
    assert_eq!(parsed.ledger.n_rows_blank, 1);
    assert_eq!(parsed.ledger.n_missed, 1);
    let (_, last) = occasions(&parsed)[2];
    assert_eq!((last.day_no, last.beep_no), (Some(3), Some(5)));
    assert_eq!(last.plan, SamplingPlan::Signal);
    assert_eq!(
        parsed.ledger.rejected[0].to_string(),
        "line 6, column \"beep\": 11 is more than 10 prompts a day; \
         correct the cell, or add beeps_per_day to time in the map"
    );
}

#[test]
fn doses_become_one_step_for_each_level() {
    let text = "at,mood,tired,slept,dose\n\
                2012-08-13,1,,,20\n2012-08-14,1,,,\n2012-08-15,1,,,20\n2012-08-17,1,,,10\n\
                2012-08-18,1,,,0\n2012-08-20,1,,,10\n";
    let parsed = parse(text, &map(STAMP));
    let steps: Vec<_> = (parsed.facts.iter())
        .filter_map(|fact| match &fact.body {
            FactBody::MedicationStatement(step) => Some((
                step.dose.amount(),
                step.from().to_string(),
                step.to().map(|day| day.to_string()),
            )),
            _ => None,
        })
        .collect();
    let step = |amount: f64, from: &str, to: Option<&str>| {
        (amount, from.to_owned(), to.map(str::to_owned))
    };
    assert_eq!(
        steps,
        [
            step(20.0, "2012-08-13", Some("2012-08-16")),
            step(10.0, "2012-08-17", Some("2012-08-17")),
            step(0.0, "2012-08-18", Some("2012-08-19")),
            step(10.0, "2012-08-20", None),
        ]
    );
}

#[test]
fn the_same_rows_have_the_same_keys_in_a_longer_file() {
    let short = "at,mood,tired,slept,dose\n2012-08-13 08:00,1,,,20\n2012-08-13 08:00,2,,,20\n";
    let long = format!("{short}2012-08-13 08:00,3,,,20\n2012-08-14 08:00,3,,,20\n");
    let quoted = long.replace("2012-08-14 08:00", "\"2012-08-14T08:00:00\"");
    let [short, long, quoted] = [short, &long, &quoted].map(|text| parse(text, &map(STAMP)));
    assert_eq!(kinds(&short), [(WarningKind::SameMoment, 1)]);
    assert_eq!(keys(&short).len(), 3);
    assert!(keys(&short).iter().all(|key| keys(&long).contains(key)));
    assert_eq!(keys(&long), keys(&quoted));
    assert_ne!(long.ledger.digest, quoted.ledger.digest);
}

#[test]
fn keys_stay_what_they_are_over_versions() {
    let parsed = parse(
        "at,mood,tired,slept,dose\n2012-08-13 08:00,1,,,20\n",
        &map(STAMP),
    );
    let shown: Vec<_> = keys(&parsed).iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "45ada83655bbc001f3c6a8a52f261aad",
            "983aa87197e1fc8a7c26676205f1ec12"
        ]
    );
}

#[test]
fn marks_for_missing_and_decimal_commas_are_read_when_the_map_says_so() {
    let mut map = map(STAMP);
    map.missing = vec!["NA".to_owned(), "-99".to_owned()];
    map.has_decimal_comma = true;
    let text = "at;mood;tired;slept;dose\n2012-08-13;3,5;NA;-99; 2,5 \n";
    let parsed = parse(text, &map);
    assert_eq!(parsed.ledger.rejected, []);
    assert_eq!(answers(occasions(&parsed)[0].1), [("mood", Some(3.5))]);
}

#[test]
fn lines_are_counted_over_cells_with_line_breaks() {
    for end in ["\n", "\r\n"] {
        let text = "at,note,mood,tired,slept,dose\n2012-08-13,\"a\n\nb\",1,,,\n\n2012-08-14,c,x,,,\n\
                    2012-08-15,c,y,,,";
        let parsed = parse(&text.replace('\n', end), &map(STAMP));
        let lines: Vec<_> = parsed.ledger.rejected.iter().map(|r| r.line).collect();
        assert_eq!(lines, [6, 7], "{end:?}");
        assert!(matches!(
            parsed.facts[0].source,
            Source::Import { line: 2, .. }
        ));
    }
}

#[test]
fn all_wrong_cells_of_a_row_are_named() {
    let text = "at,mood,tired,slept,dose\n2012-13-45,9,x,y,-2\n2012-08-13,1,,,\n";
    let parsed = parse(text, &map(STAMP));
    assert_eq!(parsed.ledger.n_rejected, 5);
    assert_eq!(
        (parsed.ledger.n_rows, parsed.ledger.n_rows_rejected),
        (2, 1)
    );
    assert_eq!(parsed.facts.len(), 1);
}

#[test]
fn people_are_told_apart_by_a_column() {
    let text = "who,at,mood,tired,slept,dose\n\
                b,2012-08-13,1,,,\na,2012-08-13,2,3,,\nb,2012-08-14,x,,,\n";
    let people = parse_table_by(text.as_bytes(), &map(STAMP), "who").unwrap();
    let ids: Vec<_> = people.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["b", "a"]);
    let (b, a) = (&people[0].1, &people[1].1);
    assert_eq!(
        (b.ledger.n_rows, b.ledger.n_rejected, b.items.len()),
        (2, 1, 1)
    );
    assert_eq!(
        (a.ledger.n_rows, a.ledger.n_rejected, a.items.len()),
        (1, 0, 2)
    );
    assert_ne!(a.facts[0].key, b.facts[0].key);
    let nobody = text.replace("a,2012", " ,2012");
    let error = parse_table_by(nobody.as_bytes(), &map(STAMP), "who").unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 3 names nobody in the column \"who\""
    );
}

/// Zones with changes by an hour, by half of one, at midnight, and over the date line.
const CLOCKS: [&str; 6] = [
    "Europe/Amsterdam",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    // Days in a row are found without asking the zone, days beside a change with it: both the same.
    #[test]
    fn rows_of_any_days_in_any_order_are_where_the_clock_of_the_zone_says(
        name in proptest::sample::select(&CLOCKS[..]),
        base in 1900i32..2198,
        rows in prop::collection::vec((0i32..3, 1u8..=12, 1u8..=31, 0u32..86_400), 1..80),
    ) {
        let zone = Zone::new(name).unwrap();
        let mut text = "at,mood,tired,slept,dose\n".to_owned();
        let mut expected = Vec::new();
        for (years, month, day, seconds) in rows {
            let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            let stamp = format!(
                "{:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}",
                base + years
            );
            if let Ok(moment) = Moment::from_wall_clock(&stamp, &zone) {
                text.push_str(&format!("{stamp},5,1,2,\n"));
                expected.push(moment);
            }
        }
        prop_assume!(!expected.is_empty());
        let plan = format!("{{ column = \"at\", zone = \"{name}\" }}");
        let parsed = parse(&text, &map(&plan));
        let found: Vec<Moment> = parsed.facts.iter().map(|fact| fact.moment.clone()).collect();
        prop_assert_eq!(found, expected);
    }
}
