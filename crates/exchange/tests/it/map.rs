//! Maps, right and wrong.

use std::fs;

use exchange::Map;
use record::{Polarity, ResponseScale, Role};

use crate::fixtures;

const GOOD: &str = r#"time = { column = "at", zone = "Europe/Amsterdam" }
[outcome]
column = "mood"
scale = { min = 1, max = 7 }
polarity = "higher_is_more_numb"
[[candidate]]
column = "tired"
suspect = true
[[candidate]]
column = "How well did you sleep?"
id = "slept"
min = 0
once = "daily"
"#;

fn error(text: &str) -> String {
    let error = Map::parse(text).unwrap_err();
    assert!(!error.hint().is_empty());
    let shown = error.to_string();
    assert!(!shown.contains('\n') && !shown.ends_with('.'), "{shown}");
    shown
}

#[test]
fn all_maps_of_the_project_are_read() {
    for folder in ["maps", "hostile"] {
        for entry in fs::read_dir(fixtures(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".toml") && name != "expected.toml" {
                let text = fs::read_to_string(&path).unwrap();
                Map::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            }
        }
    }
}

#[test]
fn a_map_says_what_columns_mean() {
    let map = Map::parse(GOOD).unwrap();
    assert_eq!(
        map.outcome.item.role,
        Role::Outcome(Polarity::HigherIsMoreNumb)
    );
    assert_eq!(
        map.outcome.item.scale,
        ResponseScale::line(1.0, 7.0).unwrap()
    );
    let ids: Vec<_> = map.items().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["mood", "tired", "slept"]);
    let suspects: Vec<_> = map.suspects().map(|id| id.as_str()).collect();
    assert_eq!(suspects, ["tired"]);
    assert_eq!(map.candidates[1].min, Some(0.0));
}

#[test]
fn the_example_of_the_interface_is_read() {
    let text = r#"
time = { column = "resptime_s", date_column = "date", zone = "Europe/Amsterdam" }
[outcome]
column = "mood_cheerf"
scale = { min = 1, max = 7 }
polarity = "higher_is_more_feeling"
[[candidate]]
column = "phy_tired"
[[candidate]]
column = "mor_qualsleep"
once = "daily"
[[dose]]
column = "concentrat"
medicine = "venlafaxine"
unit = "mg"
"#;
    Map::parse(text).unwrap();
    let other = r#"time = { day = "dayno", beep = "beepno", start = "2012-08-13" }"#;
    let old =
        r#"time = { column = "resptime_s", date_column = "date", zone = "Europe/Amsterdam" }"#;
    Map::parse(&text.replace(old, other)).unwrap();
}

/// What to write instead of what, and how the error begins.
const CASES: &[(&str, &str, &str)] = &[
    (
        "max = 7",
        "max = 1",
        "line 4, outcome.scale: a scale runs from a smaller",
    ),
    (
        "Europe/Amsterdam",
        "Europe/Atlantis",
        "line 1, time.zone: 'Europe/Atlantis' is not",
    ),
    (
        "id = \"slept\"",
        "",
        "line 10, candidate.column: an item id has 1 to 64",
    ),
    (
        "id = \"slept\"",
        "id = \"mood\"",
        "line 11, candidate.column: this id stands twice",
    ),
    (
        "\"tired\"",
        "\"mood\"",
        "line 7, candidate.column: this column stands twice",
    ),
    (
        "min = 0",
        "min = nan",
        "line 10, candidate.min: min and max are numbers",
    ),
    (
        "min = 0",
        "min = 3\nmax = 2",
        "line 10, candidate.min: min and max are numbers",
    ),
    (
        "higher_is_more_numb",
        "up",
        "line 5, \"up\": unknown variant",
    ),
    (
        "column = \"at\", ",
        "",
        "line 1, time: the columns of time do not fit together",
    ),
    (
        "column = \"at\"",
        "day = \"d\"",
        "line 1, time: day needs the date of day 1",
    ),
    (
        "column = \"at\"",
        "day = \"d\", start = \"2012-02-31\"",
        "line 1, time.start: ",
    ),
    (
        "column = \"at\"",
        "column = \"at\", beep = \"b\"",
        "line 1, time: beep, start and burst",
    ),
    (
        "time =",
        "decimal = \"x\"\ntime =",
        "line 1, decimal: the decimal mark",
    ),
];

#[test]
fn errors_name_the_line_and_the_key() {
    let unknown = GOOD.replace("suspect = true", "suspekt = true");
    assert!(
        error(&unknown).starts_with("line 8, suspekt: unknown field"),
        "{}",
        error(&unknown)
    );
    assert!(error("time = {").starts_with("line 1, "));
    assert!(error("").contains("missing field `time`"));
    for (old, new, expected) in CASES {
        assert!(GOOD.contains(*old));
        let said = error(&GOOD.replacen(old, new, 1));
        assert!(said.starts_with(*expected), "{said:?} for {new:?}");
    }
}

#[test]
fn a_fourth_suspect_and_one_that_is_no_candidate_are_refused() {
    let more: String = (0..3)
        .map(|n| format!("[[candidate]]\ncolumn = \"c{n}\"\nsuspect = true\n"))
        .collect();
    let said = error(&format!("{GOOD}{more}"));
    let expected = "line 22, candidate.suspect: at most three suspects can be named";
    assert_eq!(said, expected);
    let three = more.replacen("suspect = true", "suspect = false", 1);
    let map = Map::parse(&format!("{GOOD}{three}")).unwrap();
    let suspects: Vec<_> = map.suspects().map(|id| id.as_str()).collect();
    assert_eq!(suspects, ["tired", "c1", "c2"]);
    let outcome = GOOD.replacen("[outcome]", "[outcome]\nsuspect = true", 1);
    assert_eq!(
        error(&outcome),
        "line 3, outcome.suspect: only a candidate can be a suspect"
    );
    let dose = "[[dose]]\ncolumn = \"d\"\nmedicine = \"m\"\nunit = \"mg\"\nsuspect = true\n";
    assert_eq!(
        error(&format!("{GOOD}{dose}")),
        "line 18, dose.suspect: only a candidate can be a suspect"
    );
}

#[test]
fn a_date_and_a_time_need_a_zone() {
    let text = GOOD.replace(", zone = \"Europe/Amsterdam\"", ", date_column = \"d\"");
    assert_eq!(error(&text), "line 1, time: a date and a time need a zone");
}
