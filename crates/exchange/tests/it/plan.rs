//! A safety plan in a record file: only when it was handed over, whole, and read back the same.

use exchange::{read_record, write_record, write_whole_record, write_whole_record_with};
use record::{FactKey, PlanLine, PlanPart, PlanWords, Profile, Record, Zone};

fn line(number: u8, part: PlanPart, words: &str, taken_out_at: Option<i64>) -> PlanLine {
    PlanLine {
        key: FactKey::from_bytes([number; 16]),
        part,
        words: PlanWords::new(words).unwrap(),
        taken_out_at,
    }
}

#[test]
fn a_plan_is_written_only_when_it_was_handed_over_and_comes_back_the_same() {
    let record = Record::new(Profile::new(Zone::utc()), Vec::new(), Vec::new()).unwrap();
    let plan: Vec<PlanLine> = (1..)
        .zip(PlanPart::ALL)
        .map(|(n, part)| line(n, part, &format!("line {n} \"<b>\" \u{1F98A}"), None))
        .collect();
    let gone = line(99, PlanPart::Safe, "otterstone", Some(1_790_000_000));
    let handed_over = [&plan[..], &[gone]].concat();
    let text = write_whole_record_with(&record, &handed_over, None);
    assert!(
        !text.contains("otterstone"),
        "what was taken out stays here"
    );
    let parsed = read_record(text.as_bytes()).unwrap();
    assert_eq!(parsed.plan, plan);
    for without in [write_record(&record), write_whole_record(&record)] {
        assert!(!without.contains("plan"), "{without}");
        assert_eq!(read_record(without.as_bytes()).unwrap().plan, []);
        assert_eq!(write_whole_record_with(&record, &[], None), without);
    }
}

#[test]
fn a_plan_that_is_not_possible_refuses_the_whole_file() {
    let record = Record::new(Profile::new(Zone::utc()), Vec::new(), Vec::new()).unwrap();
    let plan = [line(1, PlanPart::Signs, "heronbridge", None)];
    let good = write_whole_record_with(&record, &plan, None);
    for (old, new, why) in [
        ("heronbridge", "", "plan line 1"),
        ("\"signs\"", "\"feelings\"", "feelings"),
        ("\"words\"", "\"text\"", "text"),
        ("\"key\":\"01", "\"key\":\"zz", "plan line 1"),
    ] {
        assert!(good.contains(old), "{old} in {good}");
        let error = read_record(good.replacen(old, new, 1).as_bytes()).unwrap_err();
        assert!(error.to_string().contains(why), "{error}");
    }
    let long = "x".repeat(PlanWords::CHARS_MAX + 1);
    assert!(read_record(good.replace("heronbridge", &long).as_bytes()).is_err());
}
