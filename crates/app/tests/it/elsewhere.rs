//! What the program that a file came from would say, beside what holds of it.

use std::io::Write as _;

use app::{App, ElsewhereView, ImportRequest, LogRequest};
use record::LocalDay;
use serde_json::Value;

use crate::place::Place;

const FIRST: &str = "2026-03-02";
const HEADING: &str =
    "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";

/// Numbness of a day, and whether there was a quarrel or a coffee on it: more numb after a quarrel on
/// the same day where `quarrels` says so, and nothing else.
fn chance(idx: i32, of: u64) -> f64 {
    let mut state = (u64::try_from(idx).unwrap_or(0) << 8 | of).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for _ in 0..3 {
        state ^= state >> 29;
        state = state.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    }
    #[expect(clippy::cast_precision_loss, reason = "a share")]
    let share = (state >> 11) as f64 / (1u64 << 53) as f64;
    share
}

/// A person who checks in every evening and brings a Bearable file of the same days.
fn person(n_days: i32, quarrel_points: f64, has_check_ins: bool) -> (Place, App) {
    let (place, mut app) = Place::begun();
    let first = LocalDay::parse(FIRST).unwrap();
    let mut file = HEADING.to_owned();
    for idx in 0..n_days {
        let day = first.plus_days(idx);
        let is_quarrel = chance(idx, 1) < 0.35;
        let is_coffee = chance(idx, 2) < 0.5;
        for (is_so, clock, word) in [
            (is_quarrel, "8:30", "Quarrel"),
            (is_coffee, "8:00", "Coffee"),
        ] {
            if is_so {
                file += &format!(
                    "\"{day}\",\"{day}\",\"Monday\",\"{clock}\",\"Factors\",\"\",\"{word}\",\"\"\n"
                );
            }
        }
        let mood = 1 + idx % 10;
        file += &format!("\"{day}\",\"{day}\",\"Monday\",\"pm\",\"Mood\",\"{mood}\",\"\",\"\"\n");
        if has_check_ins {
            place.set(&format!("{day} 20:00:00"));
            let numb = 40.0 + 20.0 * chance(idx, 3) + if is_quarrel { quarrel_points } else { 0.0 };
            let request = LogRequest {
                value: Some((100.0 - numb).round()),
                ..LogRequest::default()
            };
            app.log(&request).unwrap();
        }
    }
    place.set(&format!("{} 21:00:00", first.plus_days(n_days - 1)));
    let path = place.data().with_file_name("bearable.csv");
    std::fs::write(&path, file).unwrap();
    let request = ImportRequest {
        file: path,
        ..ImportRequest::default()
    };
    app.import(&request).unwrap();
    (place, app)
}

/// The one card that has it.
fn view(app: &mut App) -> Option<ElsewhereView> {
    let cards = app.answers().unwrap().cards;
    let mut views = cards.into_iter().flat_map(|card| {
        assert!(card.elsewhere.is_empty() || card.id == "answer-triggers");
        card.elsewhere
    });
    let one = views.next();
    assert_eq!(views.next(), None);
    one
}

fn document(app: &mut App, question: Option<&str>) -> Value {
    serde_json::from_str(&app.answers_json(question).unwrap()).unwrap()
}

#[test]
fn what_truly_acts_holds_and_what_only_differs_by_chance_does_not() {
    let (_place, mut app) = person(95, 25.0, true);
    let shown = view(&mut app).unwrap();
    assert_eq!(
        shown.heading,
        "What Bearable would say, and what holds of it"
    );
    let row = |word: &str| {
        let is_it = |(says, _): &&(String, String)| says.contains(word);
        shown.rows.iter().find(is_it).unwrap().clone()
    };
    // The largest difference comes first.
    assert!(shown.rows[0].0.contains("Quarrel"), "{:?}", shown.rows);
    let (says, holds) = row("Quarrel");
    assert!(
        says.starts_with("Numbness was ") && says.contains("% higher on the "),
        "{says}"
    );
    assert!(
        holds.starts_with("This holds here. After “Quarrel”"),
        "{holds}"
    );
    let (says, holds) = row("Coffee");
    assert!(says.contains("days without it."), "{says}");
    assert!(
        holds.starts_with("Here it can not be told apart from chance yet. Had "),
        "{holds}"
    );
    // Mood is rated there and not asked about here.
    let last = shown.after.last().unwrap();
    assert!(last.contains("bearable mood"), "{last}");
    let document = document(&mut app, None);
    let parts = document["elsewhere"].as_array().unwrap();
    let standing: Vec<(&str, &str, &str)> = (parts.iter())
        .map(|part| {
            let word = |name: &str| part[name].as_str().unwrap_or("");
            (word("factor"), word("verdict"), word("standing"))
        })
        .collect();
    assert_eq!(
        standing,
        [
            ("Quarrel", "claim", "holds"),
            ("Coffee", "withheld", "not_told_apart"),
            ("", "withheld", "not_asked"),
        ]
    );
    // No claim that the answer itself does not make, and the same numbers.
    let answers = document["answers"].as_array().unwrap();
    let same = answers
        .iter()
        .find(|answer| answer["subject"] == "Quarrel")
        .unwrap();
    assert_eq!(same["verdict"], "claim");
    for name in ["estimate", "low", "high"] {
        assert_eq!(same[name], parts[0][name]);
    }
    let text = app.answers_text(Some("triggers")).unwrap();
    assert!(text.contains("What Bearable would say, and what holds of it"));
    assert!(!app.answers_text(Some("now")).unwrap().contains("Bearable"));
    let other = self::document(&mut app, Some("now"));
    assert!(other.get("elsewhere").is_none());
}

#[test]
fn before_the_first_look_nothing_that_the_rule_finds_stands_there_by_itself() {
    let (_place, mut app) = person(20, 25.0, true);
    let shown = view(&mut app).unwrap();
    assert_eq!(shown.rows, []);
    assert!(
        shown.after[0].contains("nothing can be said"),
        "{:?}",
        shown.after
    );
    let document = document(&mut app, Some("triggers"));
    let parts = document["elsewhere"].as_array().unwrap();
    assert_eq!(parts[0]["standing"], "withheld");
    assert_eq!(parts[0]["reason"], "too_few_days");
}

#[test]
fn a_file_without_days_of_numbness_is_told_what_would_help() {
    let (_place, mut app) = person(40, 0.0, false);
    let shown = view(&mut app).unwrap();
    assert_eq!(shown.rows, []);
    assert!(
        shown.after[0].starts_with("Of the days from its file"),
        "{:?}",
        shown.after
    );
}

#[test]
fn without_such_a_file_or_after_it_was_taken_back_nothing_is_shown() {
    let (_place, mut app) = Place::begun();
    assert_eq!(view(&mut app), None);
    let (_place, mut app) = person(30, 0.0, true);
    assert!(view(&mut app).is_some());
    app.undo_import("bearable.csv").unwrap();
    assert_eq!(view(&mut app), None);
    assert!(document(&mut app, None).get("elsewhere").is_none());
}

#[test]
fn how_often_the_rule_speaks_of_nobody_is_the_measured_number() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../calibration/results/elsewhere.csv"
    );
    let table = std::fs::read_to_string(path).unwrap();
    let row = table.lines().find(|line| {
        line.starts_with("r0.5-g30-d90-c3-line-nodrift-week-null-k12,\"averages, 10% or more\"")
    });
    let share: f64 = row.unwrap().split(',').nth(4).unwrap().parse().unwrap();
    let (_place, mut app) = person(20, 0.0, true);
    let line = &view(&mut app).unwrap().lines[1];
    let told = format!(": {:.0} of 100 ", share * 100.0);
    assert!(line.contains(&told), "{line} {told}");
}

/// A record of 95 days whose numbness Exist kept as well, and a file of what Exist wrote.
fn with_claims(claims: &Value) -> (Place, App, std::path::PathBuf) {
    let (place, mut app) = Place::begun();
    let first = LocalDay::parse(FIRST).unwrap();
    let facts: Vec<Value> = (0..95)
        .map(|idx| {
            let tension = (100.0 * chance(idx, 4)).round();
            let before = if idx == 0 {
                50.0
            } else {
                100.0 * chance(idx - 1, 4)
            };
            let numb = (20.0 + 0.5 * before + 10.0 * chance(idx, 5)).round();
            let at = i64::from(first.plus_days(idx).number()) * 86_400 + 43_200;
            let responses = serde_json::json!([[0, numb], [1, tension]]);
            let occasion = serde_json::json!({
                "device": "file", "plan": "voluntary", "responses": responses});
            serde_json::json!([format!("{:032x}", idx + 1), at, null, 0, {"occasion": occasion}])
        })
        .collect();
    let item = |id: &str, role: &str| {
        serde_json::json!({
            "id": id, "role": role, "scale": {"line": [0, 100]}, "window": "momentary"})
    };
    let record = serde_json::json!({
        "profile": {"day_start_minutes": 240, "has_read_safety": true,
                    "lock_after_minutes": 10, "zone": 0},
        "zones": ["UTC"], "files": [],
        "items": [item("exist_as_numb_empty", "outcome_higher_is_more_numb"),
                  item("exist_tension", "candidate")],
        "facts": facts,
    });
    place.set(&format!("{} 21:00:00", first.plus_days(94)));
    let path = place.data().with_file_name("record.json");
    // A file is told by its beginning.
    let schema = "{\"schema\":\"thawline.record/1\",";
    let record = record.to_string().replacen('{', schema, 1);
    std::fs::write(&path, record).unwrap();
    let request = ImportRequest {
        file: path,
        ..ImportRequest::default()
    };
    app.import(&request).unwrap();
    let path = place.data().with_file_name("claims.json");
    std::fs::write(&path, claims.to_string()).unwrap();
    (place, app, path)
}

fn claim(one: &str, other: &str, value: f64, words: &str) -> Value {
    serde_json::json!({
        "date": "2026-05-30", "period": 90, "offset": 0, "attribute": one, "attribute2": other,
        "value": value, "p": 0.004, "percentage": 12.0, "stars": 4, "second_person": words,
        "strength_description": "", "stars_description": "", "rating": null})
}

#[test]
fn what_a_program_wrote_itself_stands_in_its_words_beside_what_holds() {
    let claims = serde_json::json!([
        claim("tension", "empty", 0.4, "You are emptier when tenser."),
        claim("empty", "steps", -0.3, "You are emptier with fewer steps."),
        claim("mood", "steps", 0.3, "Your mood is better with more steps."),
    ]);
    let (_place, mut app, path) = with_claims(&claims);
    let document: Value = serde_json::from_str(&app.told_json(&path).unwrap()).unwrap();
    assert_eq!(document["schema"], "thawline.elsewhere/1");
    assert_eq!(document["n_claims"], 3);
    assert_eq!(document["n_not_asked"], 1);
    assert_eq!(document["n_not_here"], 1);
    let parts = document["elsewhere"].as_array().unwrap();
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0]["factor"], "exist_tension");
    assert_eq!(parts[0]["standing"], "holds");
    assert_eq!(parts[0]["told"]["stars"], 4);
    let text = app.told_text(&path).unwrap();
    assert!(
        text.contains("“You are emptier when tenser.” This holds here."),
        "{text}"
    );
    assert!(text.contains("One more is about numbness"), "{text}");
    assert!(text.contains("One is about other things."), "{text}");
    // The same for the page, from a file that the browser handed over; nothing of it stays.
    let mut file = app.begin_incoming("C:\\mine\\claims.json").unwrap();
    file.write_all(claims.to_string().as_bytes()).unwrap();
    let before = app.export_whole().unwrap();
    let view = app.told_view(&file).unwrap().said;
    let [(says, holds)] = view.rows.as_slice() else {
        panic!("{view:?}");
    };
    assert_eq!(says, "“You are emptier when tenser.”");
    assert!(holds.starts_with("This holds here."), "{holds}");
    assert_eq!(app.export_whole().unwrap(), before);
    let mut other = app.begin_incoming("claims.json").unwrap();
    other.write_all(b"{}").unwrap();
    let refused = app.told_view(&other).unwrap_err();
    assert!(
        refused.what.starts_with("claims.json: "),
        "{}",
        refused.what
    );
    // The other direction does not hold.
    let contrary = serde_json::json!([claim("tension", "empty", -0.4, "")]);
    let (_place, mut app, path) = with_claims(&contrary);
    let text = app.told_text(&path).unwrap();
    assert!(
        text.contains("“tension” and “empty” are said to go together. Here the contrary holds."),
        "{text}"
    );
    // What is no file of claims is refused.
    std::fs::write(&path, "{}").unwrap();
    assert!(app.told_text(&path).is_err());
    let (_place, mut app) = Place::begun();
    let lost = std::path::Path::new("nowhere.json");
    assert!(app.told_json(lost).is_err());
}
