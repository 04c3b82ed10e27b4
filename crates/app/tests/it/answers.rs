//! Words, cards and JSON are three ways to say the same numbers.

use app::{AnswersView, App, CardView, ImportRequest};
use serde_json::Value;

use crate::place::Place;

/// The record of a simulated person, looked at on its last day.
fn person(name: &str, today: &str) -> (Place, App) {
    let place = Place::new();
    place.set(&format!("{today} 20:00:00"));
    let mut app = place.app();
    app.begin(None).unwrap();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/people")
        .join(name)
        .join("record.json");
    app.import(&ImportRequest {
        file,
        ..ImportRequest::default()
    })
    .unwrap();
    (place, app)
}

/// `46 (38 to 54)`, as words write an interval.
fn interval(numbers: &Value) -> String {
    let point = |key: &str| {
        let value = numbers[key].as_f64().unwrap().round() + 0.0;
        format!("{value:.0}").replace('-', "\u{2212}")
    };
    format!(
        "{} ({} to {})",
        point("estimate"),
        point("low"),
        point("high")
    )
}

fn number<'a>(card: &'a CardView, name: &str) -> &'a str {
    let found = card.numbers.iter().find(|(n, _)| n == name);
    &found.unwrap_or_else(|| panic!("{name} of {card:?}")).1
}

fn check(app: &mut App) -> Value {
    let document: Value = serde_json::from_str(&app.answers_json(None).unwrap()).unwrap();
    let text = app.answers_text(None).unwrap();
    let view = app.answers().unwrap();
    let card_of = |answer: &Value| {
        let question = answer["question"].as_str().unwrap();
        let heading = app::text(&format!("question-{question}"));
        let card = view.cards.iter().find(|card| card.question == heading);
        card.unwrap_or_else(|| panic!("no card for {question}"))
    };
    for answer in document["answers"].as_array().unwrap() {
        let card = card_of(answer);
        let claim = answer["claim"].as_str().unwrap();
        assert!(!claim.is_empty());
        // The card has one sentence for all that is not told apart, the document one for each.
        if answer["reason"] != "not_told_apart" || answer["question"] == "medication_change" {
            assert!(card.lines.join(" ").contains(claim), "{claim}");
        }
        for line in card.lines.iter().chain([&card.question, &card.sure]) {
            assert!(text.contains(line.as_str()), "{line} is not in {text}");
            assert!(!line.contains(['[', '{']), "{line}");
        }
        assert_eq!(number(card, "Check-ins used"), answer["n"].to_string());
        let method = format!(
            "{}, {}",
            answer["method"].as_str().unwrap(),
            answer["method_version"].as_str().unwrap()
        );
        assert_eq!(number(card, "Method and version"), method);
        assert!(!card.cannot_tell.is_empty());
    }
    check_drawers(&view);
    check_now(&document, &view);
    check_course(&document, &view);
    assert!(text.contains(&view.record_line));
    document
}

/// Every drawer has its method, and pictures with the same in a table.
fn check_drawers(view: &AnswersView) {
    for card in &view.cards {
        let drawer = &card.drawer;
        assert!(
            drawer.method.ends_with('.') && !drawer.method.starts_with('['),
            "{drawer:?}"
        );
        for picture in &drawer.pictures {
            for svg in [&picture.wide, &picture.narrow] {
                assert!(
                    svg.contains("<title") && svg.contains("role=\"img\""),
                    "{svg}"
                );
                assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
                assert!(!svg.contains("PICTURE-ID"), "{svg}");
            }
            assert!(!picture.rows.is_empty(), "{}", picture.caption);
            let longest = picture.rows.iter().map(Vec::len).max();
            assert_eq!(longest, Some(picture.columns.len()), "{}", picture.caption);
            for words in picture
                .columns
                .iter()
                .chain([&picture.caption, &picture.sentence])
            {
                assert!(!words.is_empty() && !words.starts_with('['), "{words}");
            }
        }
    }
}

/// Sentence, card, picture and document have the same numbers.
fn check_now(document: &Value, view: &AnswersView) {
    let now = &document["answers"][0];
    if now["verdict"] == "description" {
        let card = &view.cards[0];
        assert_eq!(number(card, "This week"), interval(&now["basis"]["week"]));
        assert_eq!(
            number(card, "The four weeks before"),
            interval(&now["basis"]["before"])
        );
        assert_eq!(number(card, "Difference"), interval(now));
        // The table beside the picture says the same to one decimal more.
        let cell =
            |value: &Value| format!("{:.1}", (value.as_f64().unwrap() * 10.0).round() / 10.0);
        let week = &now["basis"]["week"];
        let row = &card.drawer.pictures[0].rows[1];
        assert_eq!(
            row[1..],
            [
                cell(&week["estimate"]),
                cell(&week["low"]),
                cell(&week["high"])
            ]
        );
    }
}

/// The same for the course.
fn check_course(document: &Value, view: &AnswersView) {
    let course = &document["answers"][1];
    if course["verdict"] == "description" {
        let could = course["basis"]["could_have_shown"].as_f64().unwrap();
        let said = format!("in four of five cases is {could:.0} points");
        assert!(
            view.cards[1].lines[1].contains(&said),
            "{:?}",
            view.cards[1].lines
        );
    }
    for segment in course["basis"]["segments"].as_array().into_iter().flatten() {
        if segment["level"].is_object() {
            let level = interval(&segment["level"]);
            assert!(
                view.cards[1]
                    .numbers
                    .iter()
                    .any(|(_, value)| *value == level),
                "{level}"
            );
        }
    }
}

#[test]
fn words_cards_and_json_agree_for_simulated_people() {
    for name in ["wout", "tessa"] {
        let (_place, mut app) = person(name, &last_day(name));
        let document = check(&mut app);
        let answers = document["answers"].as_array().unwrap();
        let n_claims = answers.iter().filter(|a| a["verdict"] == "claim").count();
        assert!(
            name != "wout" || n_claims == 0,
            "nothing goes on there: {document}"
        );
    }
}

#[test]
fn words_cards_picture_and_json_agree_on_a_change() {
    let (place, mut app) = Place::begun();
    let first = record::LocalDay::parse("2026-03-02").unwrap();
    for idx in 0..120i32 {
        // Half the days full of feeling, then little; a wobble that repeats at no short distance.
        let wobble = f64::from((idx * 37) % 23) - 11.0;
        let value = if idx < 60 { 75.0 } else { 30.0 } + wobble;
        place.log(
            &mut app,
            &format!("{} 12:00:00", first.plus_days(idx)),
            value,
        );
    }
    let document = check(&mut app);
    let course = &document["answers"][1];
    assert_eq!(course["verdict"], "claim", "{course}");
    let changes = course["basis"]["changes"].as_array().unwrap();
    let day = record::LocalDay::parse(changes.last().unwrap()["day"].as_str().unwrap()).unwrap();
    assert!((day.days_since(first) - 60).abs() <= 5, "{day}");
    let card = &app.answers().unwrap().cards[1];
    let size = course["estimate"].as_f64().unwrap().round();
    assert!(
        card.lines[1].contains(&format!("The difference is {size} points")),
        "{:?}",
        card.lines
    );
    assert!(!card.sure.is_empty());
    app.look("all", "").unwrap();
    let time = app.time().unwrap();
    assert_eq!(
        time.picture_wide.matches("class=\"change\"").count(),
        changes.len()
    );
}

#[test]
fn pictures_of_effects_share_one_scale_and_say_the_numbers_of_the_sentences() {
    let (_place, mut app) = person("ilse", &last_day("ilse"));
    let document = check(&mut app);
    let view = app.answers().unwrap();
    let drawn: Vec<&CardView> = view.cards.iter().filter(|c| !c.effect.is_empty()).collect();
    assert!(drawn.len() > 1, "{}", drawn.len());
    assert!(view.effects_line.is_some());
    // The names of the axis, without those of the rows.
    let scale = |card: &CardView| -> Vec<String> {
        let words = card
            .effect
            .split("</text>")
            .filter_map(|part| part.rsplit('>').next());
        let is_number = |word: &&str| word.trim_start_matches('\u{2212}').parse::<u32>().is_ok();
        words.filter(is_number).map(str::to_owned).collect()
    };
    for card in &drawn {
        assert_eq!(scale(card), scale(drawn[0]), "{}", card.id);
        assert!(
            card.effect.contains(">more feeling</text>")
                && card.effect.contains(">more numb</text>")
        );
    }
    let now = &document["answers"][0];
    let size = (now["estimate"].as_f64().unwrap() * 10.0).round() / 10.0;
    let said = format!("{size:.1} points, between").replace('-', "\u{2212}");
    assert!(
        drawn[0].effect.contains(&said),
        "{said}: {}",
        drawn[0].effect
    );
}

/// The last day on which anything was written.
fn last_day(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/people")
        .join(name)
        .join("record.json");
    let parsed = exchange::read_record(&std::fs::read(path).unwrap()).unwrap();
    let starts = parsed.profile.unwrap().day_start;
    parsed
        .facts
        .iter()
        .map(|f| f.moment.day(starts))
        .max()
        .unwrap()
        .to_string()
}

#[test]
fn what_is_withheld_says_what_it_could_have_shown_or_that_nobody_knows() {
    // Two days of notes this week; the day after the fourth, none.
    let (place, mut app) = person("ilse", "2026-06-08");
    let document = check(&mut app);
    let now = &document["answers"][0];
    assert_eq!(now["reason"], "too_few_days_this_week", "{now}");
    let could = now["could_have_shown"].as_f64().unwrap();
    assert_eq!(now["unit"], "points of 100");
    let said = format!("is about {could:.0} points of 100");
    let lines = app.answers().unwrap().cards[0].lines.clone();
    assert!(lines[1].contains(&said), "{lines:?}");
    place.set("2026-09-01 20:00:00");
    let document = check(&mut app);
    assert!(document["answers"][0].get("could_have_shown").is_none());
    let lines = app.answers().unwrap().cards[0].lines.clone();
    assert_eq!(lines[1], app::text("could-unknown-now"));
    // Before the first six weeks are there, nothing is watched.
    let (_place, mut app) = Place::begun();
    app.log(&app::LogRequest {
        value: Some(40.0),
        ..app::LogRequest::default()
    })
    .unwrap();
    let cards = app.answers().unwrap().cards;
    let pattern = cards.iter().find(|card| card.id == "answer-pattern_change");
    let lines = &pattern.unwrap().lines;
    assert_eq!(lines[1], app::text("could-unknown-pattern_change"));
}

#[test]
fn what_the_program_remembers_changes_no_answer() {
    let (place, mut asked_often) = Place::begun();
    let first = record::LocalDay::parse("2026-03-02").unwrap();
    for idx in 0..64i32 {
        let wobble = f64::from((idx * 37) % 23) - 11.0;
        let at = format!("{} 12:00:00", first.plus_days(idx));
        place.log(&mut asked_often, &at, 50.0 + wobble);
        // Before, on and after looks, and once more with nothing new.
        if [30, 41, 42, 43, 59, 60, 63].contains(&idx) {
            let once = asked_often.answers_json(None).unwrap();
            assert_eq!(once, asked_often.answers_json(None).unwrap());
            let mut fresh = place.app();
            fresh.unlock(None).unwrap();
            assert_eq!(once, fresh.answers_json(None).unwrap(), "day {idx}");
        }
    }
}

#[test]
fn an_empty_record_is_answered_with_what_would_help() {
    let (_place, mut app) = Place::begun();
    let document = check(&mut app);
    assert!(
        document["answers"]
            .as_array()
            .unwrap()
            .iter()
            .all(|a| a["verdict"] == "withheld")
    );
    assert!(app.answers_json(Some("future")).is_err() && app.answers_text(Some("")).is_err());
}
