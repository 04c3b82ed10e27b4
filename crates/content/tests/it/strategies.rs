//! The strategies say why, who should not, when to stop and where it comes from; a wrong file is refused
//! with its line.

use content::{Gate, Strategy, form, parse_strategies, strategies, wording};
use record::Form;

const BREATHING: &str = include_str!("../../../../content/strategies/breathing.toml");

fn only(text: &str) -> String {
    let text = text.replace("number = 3", "number = 1");
    let text = text.replace("\"grounding\",\n  \"walk\",\n", "");
    let found = parse_strategies(&[("strategies/breathing.toml", &text)]);
    found
        .map(|all| all.len())
        .map_or_else(|e| e.to_string(), |n| n.to_string())
}

fn find(id: &str) -> &'static Strategy {
    strategies()
        .unwrap()
        .iter()
        .find(|one| one.id == id)
        .unwrap()
}

#[test]
fn every_strategy_of_the_source_document_is_there() {
    for id in [
        "grounding",
        "walk",
        "breathing",
        "muscle_relaxation",
        "sleep",
        "meals",
        "triggers",
        "conversation",
        "problem_sheet",
        "worry_time",
        "decision_parking",
        "flicker_plan",
    ] {
        assert!(strategies().unwrap().iter().any(|one| one.id == id), "{id}");
    }
}

#[test]
fn a_strategy_ticked_in_the_evening_is_the_one_of_the_list() {
    let evening = form(Form::Evening).unwrap();
    let known = |id: &str| evening.strategies.iter().any(|one| one.id == id);
    for id in [
        "walk",
        "relaxation",
        "regular_meal",
        "early_night",
        "talk",
        "asked_for_help",
        "grounding",
        "planned_activity",
        "met_trigger",
    ] {
        assert!(known(id), "{id}");
        let n = strategies()
            .unwrap()
            .iter()
            .filter(|one| one.is_called(id))
            .count();
        assert_eq!(n, 1, "{id}");
    }
}

#[test]
fn nothing_looks_inward_without_a_gate_and_breath_stays_soft() {
    for one in strategies().unwrap() {
        assert!(one.gates.contains(&Gate::Exercises), "{}", one.id);
        let words: String = one.texts().map(|(_, text)| text.to_lowercase()).collect();
        for word in [
            "mindful",
            "meditat",
            "body scan",
            "close your eyes",
            "hold your breath",
            "snap",
        ] {
            assert!(!words.contains(word), "{}: {word}", one.id);
        }
        for step in one.steps.iter().filter(|step| step.breath.is_some()) {
            assert!(
                step.text.to_lowercase().contains("soft and small"),
                "{}",
                step.text
            );
        }
    }
    assert!(find("muscle_relaxation").gates.contains(&Gate::Body));
    assert!(find("meals").gates.contains(&Gate::Food));
    assert!(find("triggers").gates.contains(&Gate::Unsafe));
    assert_eq!(find("grounding").limit_a_day, Some(4));
}

#[test]
fn what_acts_for_days_or_can_not_be_left_is_told_to_experiments() {
    // The days are those of part 4 of the clinical notes.
    let days = |id| find(id).carry_over_days;
    assert_eq!(
        [
            days("breathing"),
            days("grounding"),
            days("walk"),
            days("sleep"),
            days("meals")
        ],
        [0, 0, 2, 3, 7]
    );
    assert!(!find("triggers").experiment && !find("grounding").experiment);
    assert!(find("walk").experiment && find("breathing").experiment);
}

#[test]
fn the_time_of_the_steps_is_the_time_that_is_told() {
    for one in strategies().unwrap() {
        let seconds: u32 = one.steps.iter().filter_map(|step| step.seconds).sum();
        assert!(seconds <= one.minutes * 60 + 30, "{}: {seconds} s", one.id);
    }
}

#[test]
fn no_strategy_scolds_labels_or_promises() {
    let list = wording().unwrap();
    for (place, text) in strategies().unwrap().iter().flat_map(Strategy::texts) {
        assert_eq!(list.denied_word_in(&place, text), None, "{place}");
    }
}

#[test]
fn a_wrong_file_is_refused_with_its_line() {
    assert_eq!(only(BREATHING), "1");
    let wrong = |from: &str, to: &str| only(&BREATHING.replace(from, to));
    let grade = wrong("grade = \"b\"", "grade = \"z\"");
    assert_eq!(
        grade,
        "strategies/breathing.toml, line 26: there is no grade 'z'; there are a, b, c, d"
    );
    assert!(wrong("\"rising\"", "\"tired\"").contains("line 34: there is no gate 'tired'"));
    assert!(wrong("in = 4, out = 6", "in = 6, out = 4").contains("its way out is the longer one"));
    assert!(wrong("doi:10.3390", "https://doi.org/10.3390").contains("no link"));
    assert!(wrong("can_be_switched_off = true", "can_be_switched_off = false").contains("by lot"));
    assert!(wrong("id = \"breathing\"", "id = \"breath\"").contains("name of the strategy"));
    assert!(wrong("minutes = 5", "minutes = 0").contains("line 21: this takes at least 1"));
    assert!(
        wrong("heading = \"Breathe slowly\"", "heading = \" \"").contains("nothing stands here")
    );
    assert!(
        wrong("carry_over_days", "carry").contains("line 29"),
        "{}",
        wrong("carry_over_days", "carry")
    );
    let two = [("strategies/breathing.toml", BREATHING)];
    assert!(
        parse_strategies(&two)
            .unwrap_err()
            .to_string()
            .contains("run from 1")
    );
}

#[test]
fn the_course_has_eight_units_in_the_order_of_the_published_parts() {
    let course = content::course().unwrap();
    let ids: Vec<&str> = course.units.iter().map(|unit| unit.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "cycle", "changes", "meanings", "checks", "outward", "avoided", "contact", "keeping"
        ]
    );
    // One page each: short enough for a tired person.
    for unit in &course.units {
        let n: usize = unit
            .text
            .iter()
            .map(|line| line.split_whitespace().count())
            .sum();
        assert!(n <= 90, "{}: {n} words", unit.id);
    }
}

#[test]
fn every_sheet_belongs_to_a_strategy_a_unit_or_a_page_of_its_own() {
    let own_pages = ["named", "three_parts"];
    for sheet in &content::sheets().unwrap().sheets {
        let of_units = content::course()
            .unwrap()
            .units
            .iter()
            .filter(|u| u.sheet == sheet.id);
        let of_all = strategies().unwrap().iter();
        let of_all = of_all.filter(|s| s.sheet.as_deref() == Some(&sheet.id));
        let own = own_pages.iter().filter(|own| **own == sheet.id);
        let n = of_units.count() + of_all.count() + own.count();
        assert_eq!(n, 1, "{}", sheet.id);
    }
}

#[test]
fn a_wrong_sheet_or_unit_is_refused_with_its_line() {
    let sheets = include_str!("../../../../content/sheets.toml");
    let wrong = sheets.replacen("kind = \"line\"", "kind = \"song\"", 1);
    let error = content::parse_sheets(&wrong).unwrap_err().to_string();
    assert!(
        error.starts_with("sheets.toml, line 20: a field takes"),
        "{error}"
    );
    let course = include_str!("../../../../content/course.toml");
    let wrong = course.replace("sheet = \"checks\"", "sheet = \"song\"");
    let error = content::parse_course(&wrong).unwrap_err().to_string();
    assert!(error.contains("there is no such sheet"), "{error}");
    let wrong = course.replace("number = 2", "number = 3");
    assert!(
        content::parse_course(&wrong)
            .unwrap_err()
            .to_string()
            .contains("in order")
    );
}
