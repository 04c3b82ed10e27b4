//! Time: picture, sentence and table say the same, a gap stays a gap, and some things stay out.

use app::{App, ImportRequest, NewEvent, TimeView};

use crate::place::{Place, key};

/// Ten days, five without anything, ten more.
fn with_gap() -> (Place, App) {
    let (place, mut app) = Place::begun();
    for day in (1..=10).chain(16..=25) {
        for (hour, value) in [(9, 30.0), (15, 60.0), (20, 45.0)] {
            let value = value + f64::from(day % 4) * 5.0;
            place.log(
                &mut app,
                &format!("2026-03-{day:02} {hour:02}:00:00"),
                value,
            );
        }
    }
    place.set("2026-03-26 10:00:00");
    app.look("month", "2026-03-15").unwrap();
    (place, app)
}

/// The numbers of a text, in order.
fn numbers(text: &str) -> Vec<i64> {
    let parts = text.split(|c: char| !c.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// The sentence says of the whole what the table says of its lines.
fn check_sentence(view: &TimeView) {
    let count = |idx: usize| -> i64 {
        view.rows
            .iter()
            .filter_map(|row| row.cells[idx].parse::<i64>().ok())
            .sum()
    };
    let levels: Vec<i64> = view
        .rows
        .iter()
        .flat_map(|row| {
            let found = numbers(&row.cells[0]);
            // `46 (38 to 54)` for a day, `38 to 54` for several.
            if found.len() == 3 {
                found[..1].to_vec()
            } else {
                found
            }
        })
        .collect();
    let said = numbers(&view.sentence);
    assert_eq!(said[0], count(1), "{}", view.sentence);
    if !levels.is_empty() {
        let ends = [
            *levels.iter().min().unwrap(),
            *levels.iter().max().unwrap(),
            100,
        ];
        assert_eq!(said[said.len() - 3..], ends, "{}", view.sentence);
    }
    let flickers = count(2);
    let words = match flickers {
        0 => "No flicker".to_owned(),
        1 => "came through once".to_owned(),
        n => format!("came through {n} times"),
    };
    assert!(view.sentence.contains(&words), "{words}: {view:?}");
}

#[test]
fn a_gap_of_five_days_is_a_gap_in_picture_and_table() {
    let (_place, mut app) = with_gap();
    let view = app.time().unwrap();
    check_sentence(&view);
    assert!(
        view.sentence.starts_with("60 check-ins on 20 days."),
        "{}",
        view.sentence
    );
    for picture in [&view.picture_wide, &view.picture_narrow] {
        assert_eq!(picture.matches("class=\"level\"").count(), 2, "{picture}");
        assert_eq!(picture.matches("class=\"band\"").count(), 2, "{picture}");
    }
    let levels: Vec<bool> = view.rows.iter().map(|row| row.cells[0] != "–").collect();
    assert!(levels[..10].iter().all(|there| *there), "{levels:?}");
    assert!(
        !levels[12],
        "the middle of the gap has no level: {levels:?}"
    );
    assert!(levels[15..25].iter().all(|there| *there), "{levels:?}");
    assert!(view.rows[10..15].iter().all(|row| row.cells[1] == "–"));
}

/// The record of a simulated person.
fn sami(place: &Place) -> app::App {
    let mut app = place.app();
    app.begin(None).unwrap();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/people/sami/record.json");
    app.import(&ImportRequest {
        file,
        ..ImportRequest::default()
    })
    .unwrap();
    app
}

#[test]
fn the_sentence_has_the_numbers_of_the_table_in_every_range() {
    let place = Place::new();
    place.set("2026-03-02 10:00:00");
    let mut app = sami(&place);
    for (range, at) in [("all", ""), ("year", ""), ("month", ""), ("week", "")] {
        app.look(range, at).unwrap();
        let view = app.time().unwrap();
        assert_eq!(view.range, range);
        check_sentence(&view);
        if let Some(earlier) = view.earlier {
            app.look(range, &earlier).unwrap();
            check_sentence(&app.time().unwrap());
        }
    }
    assert!(app.look("decade", "").is_err() && app.look("week", "2026-02-30").is_err());
}

#[test]
fn sensitive_events_are_in_no_picture_and_no_sentence() {
    let (_place, mut app) = with_gap();
    for (number, label, is_sensitive) in [(1, "open-kestrel", false), (2, "hidden-kestrel", true)] {
        app.event(&NewEvent {
            key: key(number),
            day: "2026-03-05".to_owned(),
            label: label.to_owned(),
            is_sensitive,
            ..NewEvent::default()
        })
        .unwrap();
    }
    for range in ["week", "month", "year", "all"] {
        app.look(range, "2026-03-05").unwrap();
        let view = app.time().unwrap();
        assert!(view.picture_wide.contains("open-kestrel"), "{range}");
        let all = format!(
            "{}{}{}{:?}",
            view.picture_wide, view.picture_narrow, view.sentence, view.rows
        );
        assert!(!all.contains("hidden-kestrel"), "{range}");
    }
    app.open_day("2026-03-05").unwrap();
    let words: Vec<_> = app
        .day()
        .unwrap()
        .facts
        .into_iter()
        .map(|f| f.words)
        .collect();
    assert!(
        words.contains(&"hidden-kestrel".to_owned()),
        "the day itself has it"
    );
}

#[test]
fn an_empty_record_says_so() {
    let (_place, mut app) = Place::begun();
    let view = app.time().unwrap();
    assert!(view.is_empty && view.earlier.is_none() && view.later.is_none());
    assert_eq!(app.today().unwrap().quiet_line, None);
}

#[test]
fn opened_again_and_again_with_nothing_new_it_steps_back_and_shows_itself_on_request() {
    let (place, mut app) = with_gap();
    let steps_back = |app: &mut App| {
        let time = app.time().unwrap().nothing_new;
        let answers = app.answers().unwrap().nothing_new;
        assert_eq!(time.is_some(), answers.is_some());
        time
    };
    for _ in 0..3 {
        assert_eq!(steps_back(&mut app), None);
        place.pass(3_600);
    }
    let rests = steps_back(&mut app).unwrap();
    assert_eq!(rests.line, "Nothing is new since yesterday");
    assert!(rests.card.is_some());
    app.show_pictures(app::Pictures::Time).unwrap();
    assert!(app.time().unwrap().nothing_new.is_none());
    assert!(
        app.answers().unwrap().nothing_new.is_some(),
        "each page by itself"
    );
    // A note written since makes everything new.
    place.pass(3_600);
    app.flicker(&key(7), "clear", "").unwrap();
    place.pass(60);
    assert_eq!(steps_back(&mut app), None);
    // Nothing of it is kept: after a new start it begins again.
    place.pass(5 * 3_600);
    assert!(place.again().time().unwrap().nothing_new.is_none());
}

#[test]
fn each_part_that_is_read_says_what_the_table_says_and_hides_what_is_hidden() {
    let (_place, mut app) = with_gap();
    for (number, label, is_sensitive) in [(1, "open-kestrel", false), (2, "hidden-kestrel", true)] {
        app.event(&NewEvent {
            key: key(number),
            day: "2026-03-05".to_owned(),
            label: label.to_owned(),
            is_sensitive,
            ..NewEvent::default()
        })
        .unwrap();
    }
    let view = app.time().unwrap();
    assert_eq!(view.reads.len(), view.rows.len());
    for (read, row) in view.reads.iter().zip(&view.rows) {
        assert_eq!(read.at, row.at);
        assert!(read.words.starts_with(&row.label), "{read:?}");
        let level = numbers(&row.cells[0]);
        let said = numbers(&read.words);
        // The day of the month, then the level of 100 with its band.
        if level.len() == 3 {
            assert_eq!([said[1], said[3], said[4]], level[..], "{read:?}");
        } else {
            assert!(read.words.contains("no level"), "{read:?}");
        }
    }
    assert!(
        view.reads[4].words.contains("What happened: open-kestrel."),
        "{:?}",
        view.reads[4]
    );
    for range in ["week", "month", "year", "all"] {
        app.look(range, "2026-03-05").unwrap();
        let view = app.time().unwrap();
        assert!(
            !format!("{:?}", view.reads).contains("hidden-kestrel"),
            "{range}"
        );
        let last = view.reads.last().unwrap();
        assert!(
            view.reads[0].from == 0 && last.from + last.days <= 366,
            "{range}: {last:?}"
        );
    }
}

#[test]
fn a_year_at_a_glance_counts_its_days_and_small_pictures_their_answers() {
    let (_place, mut app) = with_gap();
    let view = app.time().unwrap();
    assert_eq!(view.items.len(), 1, "one question was answered");
    assert_eq!(view.items[0].sentence, "60 answers.");
    assert!(view.years.is_empty());
    app.look("year", "").unwrap();
    let view = app.time().unwrap();
    let [year] = view.years.as_slice() else {
        panic!("{:?}", view.years)
    };
    assert!(
        year.sentence.starts_with("There are check-ins on 20 days."),
        "{}",
        year.sentence
    );
    assert!(year.wide.contains("class=\"day day-") && year.narrow.contains("class=\"no-day\""));
    assert!(view.items.is_empty());
}

#[test]
fn any_days_are_looked_at_and_what_lies_beside_them() {
    let (_place, mut app) = with_gap();
    // Whichever comes first; beyond the record there is nothing to look at.
    app.look_at_days("2026-03-20", "2026-03-06").unwrap();
    let view = app.time().unwrap();
    assert_eq!(
        (view.days.from.as_str(), view.days.to.as_str()),
        ("2026-03-06", "2026-03-20")
    );
    assert!(view.days.is_own && view.ranges.iter().all(|range| !range.is_chosen));
    assert_eq!(view.title, "6 Mar 2026 to 20 Mar 2026");
    assert_eq!(view.rows.len(), 15, "a day a line");
    check_sentence(&view);
    assert!(view.sentence.starts_with("30 check-ins on 10 days."));
    let before = view.days.before.unwrap();
    assert_eq!(before, ("2026-03-01".to_owned(), "2026-03-05".to_owned()));
    let after = view.days.after.unwrap();
    assert_eq!(after, ("2026-03-21".to_owned(), "2026-03-26".to_owned()));
    app.look_at_days(&before.0, &before.1).unwrap();
    let view = app.time().unwrap();
    assert!(view.days.before.is_none() && view.days.after.is_some());
    app.look_at_days("1999-01-01", "2050-01-01").unwrap();
    let view = app.time().unwrap();
    assert_eq!(
        (view.days.from, view.days.to),
        (view.days.oldest, view.days.newest)
    );
    // A range puts an end to it.
    app.look("month", "").unwrap();
    let view = app.time().unwrap();
    assert!(!view.days.is_own && view.title == "Mar 2026");
    assert!(app.look_at_days("2026-03-01", "soon").is_err());
}

#[test]
fn any_two_times_are_set_beside_each_other_within_what_the_finding_carries() {
    let place = Place::new();
    place.set("2026-06-02 10:00:00");
    let mut app = sami(&place);
    app.look("all", "").unwrap();
    let compared = |app: &mut App, one, other| {
        app.look_at_two(one, other).unwrap();
        app.time().unwrap().compare
    };
    let (early, late) = (("2026-03-03", "2026-03-19"), ("2026-05-04", "2026-05-31"));
    let view = compared(&mut app, late, early);
    assert_eq!(
        view.fields[0].0, "2026-03-03",
        "the earlier one comes first"
    );
    assert!(
        view.lines[0].starts_with("3 Mar 2026 to 19 Mar 2026 lay at about"),
        "{:?}",
        view.lines
    );
    assert!(view.picture.is_some());
    // The same two months chosen by a button and by their days say the same.
    app.look("month", "2026-05-15").unwrap();
    app.look_beside("2026-04-15").unwrap();
    let by_button = app.time().unwrap().compare;
    let months = (("2026-04-01", "2026-04-30"), ("2026-05-01", "2026-05-31"));
    let by_days = compared(&mut app, months.0, months.1);
    // The size and its ends; what follows names the days.
    assert_eq!(
        numbers(&by_button.lines[2])[..3],
        numbers(&by_days.lines[2])[..3]
    );
    // Days in common, and more than the finding is made for.
    for (one, other) in [
        (("2026-04-01", "2026-04-20"), ("2026-04-20", "2026-05-10")),
        (("2026-03-01", "2026-04-10"), ("2026-05-01", "2026-05-10")),
    ] {
        let view = compared(&mut app, one, other);
        assert!(
            view.picture.is_none() && view.lines[1].contains("31 days"),
            "{:?}",
            view.lines
        );
    }
    assert!(app.look_at_two(("2026-04-01", ""), ("", "")).is_err());
}

#[test]
fn two_months_are_set_beside_each_other_with_the_interval_of_the_finding() {
    let place = Place::new();
    place.set("2026-06-02 10:00:00");
    let mut app = sami(&place);
    app.look("month", "2026-05-15").unwrap();
    let view = app.time().unwrap();
    assert!(
        view.compare.lines.is_empty(),
        "nothing is compared before it is asked for"
    );
    let (other, name, _) = view.compare.choices[0].clone();
    app.look_beside(&other).unwrap();
    let view = app.time().unwrap();
    assert_eq!(
        view.compare
            .choices
            .iter()
            .filter(|choice| choice.2)
            .count(),
        1
    );
    let lines = &view.compare.lines;
    assert!(
        lines[0].starts_with(&format!("{name} lay at about")),
        "{lines:?}"
    );
    let picture = view.compare.picture.as_ref().unwrap();
    // Sentence and table hold the same levels, from the same finding.
    let said = numbers(&lines[0]);
    for row in &picture.rows[..2] {
        let level = row[1]
            .replace('\u{2212}', "-")
            .parse::<f64>()
            .unwrap()
            .round() as i64;
        assert!(said.contains(&level), "{row:?} {lines:?}");
    }
    // Turning to another month ends it.
    app.look("month", "2026-04-15").unwrap();
    assert!(app.time().unwrap().compare.lines.is_empty());
    assert!(app.look_beside("2025-02-31").is_err());
}
