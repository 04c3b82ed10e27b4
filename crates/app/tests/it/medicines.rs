//! Medicines as a person writes them down: kept, changed, ended, left out, planned by a prescriber, and
//! shown on one page to take along.

use app::{App, MedicineForm, TroubleKind};
use record::LocalDay;

use crate::place::{Place, key};

fn form(number: u8, medicine: &str, amount: &str, day: &str) -> MedicineForm {
    MedicineForm {
        key: key(number),
        medicine: medicine.to_owned(),
        amount: amount.to_owned(),
        unit: "mg".to_owned(),
        day: day.to_owned(),
        ..MedicineForm::default()
    }
}

/// Begun with 75 mg of venlafaxine since January.
fn begun() -> (Place, App) {
    let (place, mut app) = Place::begun();
    app.add_medicine(&form(1, "Venlafaxine", "75", "2026-01-10"))
        .unwrap();
    (place, app)
}

fn lines(app: &mut App) -> Vec<(String, String)> {
    let view = app.medicines().unwrap();
    view.now
        .into_iter()
        .map(|one| (one.name, one.line))
        .collect()
}

#[test]
fn a_change_of_dose_is_one_fact_and_can_be_taken_out_again() {
    let (place, mut app) = begun();
    // The same form sent twice writes one fact.
    app.add_medicine(&form(1, "Venlafaxine", "75", "2026-01-10"))
        .unwrap();
    let change = form(2, "Venlafaxine", "37.5", "2026-02-20");
    app.change_medicine(&change).unwrap();
    let now = (
        "Venlafaxine".to_owned(),
        "37.5 mg a day, since 20 Feb 2026".to_owned(),
    );
    assert_eq!(lines(&mut app), [now]);
    assert_eq!(place.record().medication_statements().count(), 2);
    app.take_out(&change.key).unwrap();
    assert_eq!(lines(&mut app)[0].1, "75 mg a day, since 10 Jan 2026");
    app.put_back(&change.key).unwrap();
    app.end_medicine(&form(3, "Venlafaxine", "", "2026-03-01"))
        .unwrap();
    let view = app.medicines().unwrap();
    assert!(view.now.is_empty());
    assert_eq!(view.earlier[0].line, "Until 28 Feb 2026");
    assert_eq!(view.earlier[0].steps.len(), 3);
}

#[test]
fn what_does_not_fit_is_said_and_changes_nothing() {
    let (place, mut app) = begun();
    let written = place.record();
    for (medicine, amount, day, what) in [
        ("", "75", "2026-02-01", "a medicine has a name"),
        ("X", "37,5", "2026-02-01", "two ways"),
        ("X", "much", "2026-02-01", "not a dose"),
        ("X", "-3", "2026-02-01", "not a dose"),
        ("X", "NaN", "2026-02-01", "not a dose"),
        ("X", "0", "2026-02-01", "more than zero"),
        ("X", "75", "2026-03-03", "not come yet"),
        ("X", "75", "yesterday", ""),
        ("venlafaxine", "150", "2026-02-01", "on your list of now"),
    ] {
        let trouble = app
            .add_medicine(&form(9, medicine, amount, day))
            .unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::Input);
        assert!(trouble.what.contains(what), "{what}: {trouble:?}");
        assert!(!trouble.hint.is_empty());
    }
    let unknown = form(9, "Nobody's", "10", "2026-02-01");
    assert!(app.change_medicine(&unknown).is_err());
    assert!(app.end_medicine(&unknown).is_err());
    assert!(app.leave_dose_out(&unknown).is_err());
    let foreign = MedicineForm {
        key: "x".to_owned(),
        ..form(9, "Venlafaxine", "10", "2026-02-01")
    };
    assert!(app.change_medicine(&foreign).is_err());
    assert_eq!(place.record(), written);
}

#[test]
fn a_medicine_that_comes_back_keeps_its_name_and_a_dose_left_out_is_counted() {
    let (_place, mut app) = begun();
    app.end_medicine(&form(2, "Venlafaxine", "", "2026-01-20"))
        .unwrap();
    app.add_medicine(&form(3, " venlafaxine ", "75", "2026-02-10"))
        .unwrap();
    let view = app.medicines().unwrap();
    assert_eq!(
        (view.now.len(), view.now[0].name.as_str()),
        (1, "Venlafaxine")
    );
    app.leave_dose_out(&form(4, "Venlafaxine", "", "2026-02-28"))
        .unwrap();
    app.leave_dose_out(&form(5, "Venlafaxine", "", "2026-03-02"))
        .unwrap();
    let view = app.medicines().unwrap();
    assert_eq!(view.left_out.len(), 2);
    assert!(
        view.left_out_line.starts_with("2 doses"),
        "{}",
        view.left_out_line
    );
    // Written down within a week: the rule about doses left out speaks on the page.
    let rules: Vec<&str> = view
        .advice
        .iter()
        .map(|advice| advice.id.as_str())
        .collect();
    assert!(rules.contains(&"advice-r16"), "{rules:?}");
}

#[test]
fn a_kind_is_a_fact_with_its_source_and_its_day_and_orders_nothing() {
    let (_place, mut app) = begun();
    app.add_medicine(&form(2, "Lithium carbonate", "600", "2026-01-10"))
        .unwrap();
    app.add_medicine(&form(3, "Ginger tea", "2", "2026-01-10"))
        .unwrap();
    app.add_medicine(&form(4, "Methylphenidate ER", "18", "2026-01-10"))
        .unwrap();
    let view = app.medicines().unwrap();
    let of = |name: &str| &view.now.iter().find(|one| one.name == name).unwrap().facts;
    let venlafaxine = of("Venlafaxine");
    assert_eq!(venlafaxine.len(), 1);
    assert!(
        venlafaxine[0].sources[0].contains("2017") && venlafaxine[0].sources[0].contains("2026")
    );
    assert!(!venlafaxine[0].sure.is_empty());
    assert_eq!(of("Lithium carbonate")[0].heading, "Must not end at once");
    assert!(of("Ginger tea").is_empty());
    let [attention] = of("Methylphenidate ER").as_slice() else {
        panic!("one kind");
    };
    assert_eq!(attention.heading, "Medicines for attention");
    assert_eq!(attention.sources.len(), 3);
    // What was found against it stands there as well.
    assert!(attention.lines[1].contains("a pill without effect"));
}

#[test]
fn a_plan_is_kept_only_as_a_prescribers_and_holds_nothing_back_from_what_is_so() {
    let (place, mut app) = begun();
    let mut step = form(2, "Venlafaxine", "37.5", "2026-03-20");
    let trouble = app.write_planned_dose(&step).unwrap_err();
    assert!(trouble.what.contains("prescribes"), "{trouble:?}");
    step.confirmed = "yes".to_owned();
    app.write_planned_dose(&step).unwrap();
    let view = app.prescriber_plan().unwrap();
    assert_eq!(view.steps[0].words, "Venlafaxine 37.5 mg from 20 Mar 2026");
    assert_eq!(view.steps[0].state, "Lies ahead");
    // A plan for later lowers nothing today: no rule speaks of less medicine.
    assert!(
        !view.advice.iter().any(|advice| advice.id == "advice-r16"),
        "{:?}",
        view.advice
    );
    assert_eq!(lines(&mut app)[0].1, "75 mg a day, since 10 Jan 2026");
    place.set("2026-03-21 10:00:00");
    let plan = app.prescriber_plan().unwrap().steps.remove(0);
    assert!(plan.state.starts_with("Its day has come"), "{}", plan.state);
    let begin = MedicineForm {
        key: key(3),
        step: plan.key,
        day: "2026-03-21".to_owned(),
        ..MedicineForm::default()
    };
    app.begin_planned_dose(&begin).unwrap();
    let plan = app.prescriber_plan().unwrap().steps.remove(0);
    assert_eq!(
        (plan.state.as_str(), plan.begin_key),
        ("Began on 21 Mar 2026", None)
    );
    assert_eq!(lines(&mut app)[0].1, "37.5 mg a day, since 21 Mar 2026");
    app.note(&key(4), "dizzy in the evening", None).unwrap();
    assert_eq!(app.prescriber_plan().unwrap().notes.len(), 1);
}

#[test]
fn the_page_to_take_along_tells_what_changed_and_orders_nothing() {
    let (_place, mut app) = begun();
    app.change_medicine(&form(2, "Venlafaxine", "150", "2026-02-20"))
        .unwrap();
    let view = app.medicines_ask().unwrap();
    assert_eq!(view.now[0].1, "150 mg a day, from 20 Feb 2026");
    let changes: Vec<&str> = view.changes.iter().map(|(_, what)| what.as_str()).collect();
    assert_eq!(
        changes,
        [
            "150 mg a day, from 20 Feb 2026",
            "75 mg a day, from 10 Jan 2026"
        ]
    );
    assert_eq!(view.questions.len(), 8);
    assert!(!view.answer.is_empty(), "a withheld answer says why");
    assert!(
        view.advice.iter().any(|advice| advice.id == "advice-r15"),
        "raised lately"
    );
    assert!(view.picture.unwrap().wide.contains("<svg"));
    app.choose_pace("pictures-off").unwrap();
    assert!(
        app.medicines_ask()
            .unwrap()
            .picture
            .unwrap()
            .wide
            .is_empty()
    );
}

/// Twenty weeks of check-ins that fall by forty points when the dose goes up; gives what
/// `answers --json` says of the medicine, and what was said of it before.
fn told_of_a_dose(is_young: bool) -> (serde_json::Value, usize, String, String) {
    let (place, mut app) = Place::begun();
    let first = LocalDay::parse("2026-01-01").unwrap();
    for since in 0..140 {
        let at = first.plus_days(since);
        let level = if since < 70 { 80 } else { 40 };
        let value = f64::from(level + since * 7 % 11);
        place.log(&mut app, &format!("{at} 12:00:00"), value);
    }
    app.add_medicine(&form(1, "Venlafaxine", "75", "2025-12-01"))
        .unwrap();
    app.change_medicine(&form(2, "Venlafaxine", "150", "2026-03-12"))
        .unwrap();
    if is_young {
        let young = [("under_18".to_owned(), 1.0)].into();
        crate::advice::tell(&place, record::Form::SelfCheck, &young);
    }
    let mut app = place.again();
    let document: serde_json::Value =
        serde_json::from_str(&app.answers_json(None).unwrap()).unwrap();
    let of_medicine = |list: &str| -> Vec<serde_json::Value> {
        let entries = document[list].as_array().unwrap().iter();
        let is_it = |entry: &&serde_json::Value| entry["question"] == "medication_change";
        entries.filter(is_it).cloned().collect()
    };
    let mut answers = of_medicine("answers");
    assert_eq!(answers.len(), 1, "{document}");
    let text = app.answers_text(None).unwrap();
    let paper = format!("{:?}", app.report().unwrap().sheet);
    (answers.remove(0), of_medicine("said").len(), text, paper)
}

#[test]
fn a_medicine_answer_is_withheld_under_eighteen_wherever_answers_are_handed_out() {
    // The same record without the age has a size: what is withheld below is there to be shown.
    let (answer, n_said, text, paper) = told_of_a_dose(false);
    assert!(n_said > 0, "{answer}");
    assert!(answer["basis"].get("p_value").is_some(), "{answer}");
    let sentence = answer["claim"].as_str().unwrap();
    assert!(text.contains(sentence), "{text}");
    assert!(paper.contains(sentence), "{paper}");
    let (young, n_said, text, paper) = told_of_a_dose(true);
    assert_eq!(
        (&young["verdict"], &young["reason"]),
        (&"withheld".into(), &"under_18".into())
    );
    assert_eq!((n_said, young["basis"].as_object().unwrap().len()), (0, 0));
    for number in ["estimate", "low", "p_adjusted", "could_have_shown"] {
        assert!(young.get(number).is_none(), "{young}");
    }
    assert!(!text.contains(sentence) && !paper.contains(sentence));
}

#[test]
fn nobody_under_eighteen_gets_an_answer_about_medicines() {
    let (place, mut app) = begun();
    app.change_medicine(&form(2, "Venlafaxine", "150", "2026-02-20"))
        .unwrap();
    let young = [("under_18".to_owned(), 1.0)].into();
    crate::advice::tell(&place, record::Form::SelfCheck, &young);
    let view = app.medicines_ask().unwrap();
    assert!(view.answer.is_empty() && view.picture.is_none());
    assert!(!view.questions.is_empty());
}
