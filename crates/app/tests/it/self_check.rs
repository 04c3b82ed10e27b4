//! The self-check: it asks nobody everything, puts help first where an answer calls for it, and says what to do.

use app::{AfterForm, App, FormKind, FormPost, FormState, FormStep};
use record::{Form, Response};

use crate::forms::{Answers, ask, done, go_on, names, of_form, post, responses, walk};
use crate::place::{Place, check_in};

/// Tells the look at the signs to be under 18, and nothing else.
fn say_sixteen(app: &mut App) -> Vec<String> {
    let view = ask(app, FormKind::SelfCheck);
    let last = content::form(Form::SelfCheck).unwrap().pages.len() - 1;
    let sent = FormPost {
        page: last,
        ..post(
            FormKind::SelfCheck,
            &view,
            &[("under_18", "1")],
            FormStep::Next,
        )
    };
    app.save_form(&sent).unwrap();
    app.begin_self_check().unwrap();
    walk(app, FormKind::SelfCheck, &[])
}

#[test]
fn a_self_check_asks_nobody_everything_and_says_what_was_noticed() {
    let (place, mut app) = Place::begun();
    let plain = walk(&mut app, FormKind::SelfCheck, &[]);
    for branch in [
        "with_headache",
        "spell_long",
        "baby_harm",
        "loss_disabling",
        "trauma_weeks",
        "activated",
        "withdrawal_signs",
    ] {
        assert!(!plain.iter().any(|asked| asked == branch), "{branch}");
    }
    let nothing = done(&mut app, FormKind::SelfCheck);
    assert!(nothing.noticed.is_empty() && nothing.shows_help);
    place.pass(86_400);
    app.begin_self_check().unwrap();
    let answers = [
        ("world_apart", "89"),
        ("feeling_strength", "11"),
        ("body_apart", "11"),
        ("as_if", "0"),
        ("loss", "3"),
        ("loss_disabling", "1"),
        ("unsafe_home", "1"),
        ("doses_missed", "1"),
        ("under_18", "1"),
    ];
    let asked = walk(&mut app, FormKind::SelfCheck, &answers);
    assert!(asked.iter().any(|a| a == "loss_disabling"));
    assert!(asked.iter().any(|a| a == "withdrawal_signs"));
    assert!(!asked.iter().any(|a| a == "trauma_signs"));
    let view = done(&mut app, FormKind::SelfCheck);
    let all = view.noticed.join("\n");
    for said in [
        "World unreal: very strongly",
        "How much I can feel: a little",
        "A loss: Over 12 months ago",
        "The loss stops daily life",
    ] {
        assert!(all.contains(said), "{all}");
    }
    assert!(!all.contains("Body far away") && !all.contains("Home"));
    assert!(!all.contains(char::is_numeric) || all.contains("12 months"));
    // Asked once: the age.
    place.pass(86_400);
    app.begin_self_check().unwrap();
    let third = walk(&mut app, FormKind::SelfCheck, &[]);
    assert!(!third.iter().any(|a| a == "under_18"));
    assert_eq!(of_form(&place.record(), Form::SelfCheck).len(), 3);
    assert!(series::outcomes(&place.record()).is_empty());
}

#[test]
fn a_dangerous_answer_puts_help_first_and_the_form_goes_on_later() {
    let (_place, mut app) = Place::begun();
    let kind = FormKind::SelfCheck;
    assert_eq!(
        go_on(&mut app, kind, &[("sudden_first", "1")]),
        AfterForm::GoOn
    );
    assert_eq!(
        names(&ask(&mut app, kind)),
        [
            "with_headache",
            "with_weakness",
            "with_confusion",
            "with_fever",
            "with_fainting"
        ]
    );
    assert_eq!(
        go_on(&mut app, kind, &[("with_weakness", "1")]),
        AfterForm::Help
    );
    assert_eq!(ask(&mut app, kind).sections[0].fields.len(), 3);
    // Taking back what opened a page takes its answers back too.
    let view = ask(&mut app, kind);
    app.save_form(&post(kind, &view, &[], FormStep::Back))
        .unwrap();
    let alarm = ask(&mut app, kind);
    app.save_form(&post(
        kind,
        &alarm,
        &[("with_weakness", "1")],
        FormStep::Back,
    ))
    .unwrap();
    go_on(&mut app, kind, &[("sudden_first", "0")]);
    let kept = of_form(&_place.record(), Form::SelfCheck);
    assert_eq!(responses(&kept[0], "with_weakness"), Response::NotAsked);
}

#[test]
fn nobody_is_asked_about_safety_without_agreeing_and_all_answers_can_go() {
    let (place, mut app) = Place::begun();
    let kind = FormKind::Safety;
    let is_agree = |app: &mut App| matches!(app.form(kind).unwrap(), FormState::Agree { .. });
    assert!(is_agree(&mut app));
    app.agree_to_safety(true).unwrap();
    let view = ask(&mut app, kind);
    assert!(view.shows_help);
    app.agree_to_safety(false).unwrap();
    let sent = post(kind, &view, &[("safety_thoughts", "0")], FormStep::Next);
    assert!(app.save_form(&sent).is_err());
    app.agree_to_safety(true).unwrap();
    app.save_form(&sent).unwrap();
    assert!(
        done(&mut app, kind).shows_help,
        "help is there whatever was said"
    );
    place.pass(86_400);
    done(&mut app, kind);
    let early = post(kind, &view, &[], FormStep::Next);
    let early = FormPost {
        key: crate::place::key(7),
        ..early
    };
    assert!(app.save_form(&early).is_err(), "once a week at most");
    place.pass(7 * 86_400);
    app.agree_to_safety(true).unwrap();
    assert_eq!(
        go_on(&mut app, kind, &[("safety_thoughts", "2")]),
        AfterForm::GoOn
    );
    assert!(ask(&mut app, kind).shows_help);
    assert_eq!(
        go_on(&mut app, kind, &[("safety_next", "1")]),
        AfterForm::Help
    );
    let record = place.record();
    assert_eq!(of_form(&record, Form::Safety).len(), 2);
    let shown = exchange::write_record(&record);
    assert!(!shown.contains("\"form\":\"safety\""));
    // A day says that a question was answered, and nothing of the answer.
    let day = app.day().unwrap();
    let words: Vec<&str> = day.facts.iter().map(|fact| fact.words.as_str()).collect();
    assert_eq!(words, ["2 answers"]);
    app.forget_safety().unwrap();
    assert!(is_agree(&mut app));
    assert!(of_form(&place.record(), Form::Safety).is_empty());
}

#[test]
fn what_the_rules_call_urgent_is_urgent_on_the_form_too() {
    // Each answer that puts help first also makes the rules say so, and stays said on Today.
    let paths: [(Answers, &str); 9] = [
        (&[("sudden_first", "1"), ("with_headache", "1")], "R5"),
        (&[("sudden_first", "1"), ("with_weakness", "1")], "R5"),
        (&[("sudden_first", "1"), ("with_confusion", "1")], "R5"),
        (&[("sudden_first", "1"), ("with_fever", "1")], "R5"),
        (&[("sudden_first", "1"), ("with_fainting", "1")], "R5"),
        (&[("watched_idea", "3")], "R4"),
        (&[("spells", "1"), ("spell_long", "1")], "R7"),
        (&[("pregnant", "1"), ("baby_harm", "1")], "R22"),
        (&[("substance", "1"), ("substance_state", "2")], "R9"),
    ];
    for (answers, rule) in paths {
        let (_place, mut app) = Place::begun();
        let mut after = AfterForm::GoOn;
        while after == AfterForm::GoOn {
            after = go_on(&mut app, FormKind::SelfCheck, answers);
        }
        let today = app.today().unwrap();
        let advice = today.advice.unwrap();
        assert!(advice.is_now && today.stands_alone, "{answers:?}");
        assert!(advice.rule.contains(rule), "{answers:?}: {}", advice.rule);
        // Who goes on with the form is not sent back to help at every page.
        let next = go_on(&mut app, FormKind::SelfCheck, &[]);
        assert_eq!(next, AfterForm::GoOn, "{answers:?}");
    }
}

#[test]
fn a_self_check_ends_with_what_to_do_and_with_nothing_where_nothing_is() {
    let cases: [(Answers, Option<&str>); 8] = [
        (&[("head_injury", "1")], Some("R6")),
        (&[("since", "2"), ("onset_age", "2")], Some("R10")),
        (
            &[("doses_missed", "1"), ("withdrawal_signs", "1")],
            Some("R16"),
        ),
        (&[("loss", "3"), ("loss_disabling", "1")], Some("R20")),
        (&[("as_if", "3")], Some("R4")),
        (&[("unsafe_home", "1")], Some("R19")),
        (
            &[("bipolar", "1"), ("activated", "1"), ("medicine_new", "1")],
            Some("R17"),
        ),
        (&[], None),
    ];
    for (answers, rule) in cases {
        let (_place, mut app) = Place::begun();
        walk(&mut app, FormKind::SelfCheck, answers);
        let advice = done(&mut app, FormKind::SelfCheck).advice.unwrap().advice;
        match rule {
            Some(rule) => assert!(
                advice.iter().any(|a| a.rule.contains(&format!("{rule},"))
                    || a.rule.contains(&format!("{rule} "))),
                "{answers:?}: {advice:?}"
            ),
            None => assert!(advice.is_empty(), "{advice:?}"),
        }
    }
}

#[test]
fn somebody_of_sixteen_is_asked_less_and_what_was_said_before_stays() {
    let (place, mut app) = Place::begun();
    place.log(&mut app, "2026-02-20 10:00:00", 40.0);
    place.set("2026-03-02 10:00:00");
    let grown_up: Vec<Vec<String>> = [FormKind::Morning, FormKind::Evening, FormKind::Weekly]
        .map(|kind| {
            walk(
                &mut app,
                kind,
                &[("meals_regular", "1"), ("dreamlike", "1")],
            )
        })
        .into();
    let signs = walk(&mut app, FormKind::SelfCheck, &[]);
    assert_eq!(check_in(&mut app).len(), 6);
    app.begin_self_check().unwrap();
    let medicine = "Did the medicine change it?";
    assert!(app.answers_text(None).unwrap().contains(medicine));
    let less = say_sixteen(&mut app);
    assert!(!app.answers_text(None).unwrap().contains(medicine));
    assert!(less.len() < signs.len(), "{less:?}");
    place.pass(8 * 86_400);
    let young = [FormKind::Morning, FormKind::Evening, FormKind::Weekly]
        .map(|kind| walk(&mut app, kind, &[("best_moment", "44"), ("woke", "06:30")]));
    for (young, grown_up) in young.iter().zip(&grown_up) {
        assert!(young.len() < grown_up.len(), "{young:?}");
    }
    let forms = [Form::Morning, Form::Evening, Form::Weekly];
    for (young, kind) in young.iter().zip(forms) {
        let set = content::form(kind).unwrap();
        assert!(young.iter().all(|name| set.asks_young(name)), "{young:?}");
    }
    assert!(
        young[1].iter().any(|name| name == "checking_time"),
        "a rule reads it"
    );
    let asked = check_in(&mut app);
    assert_eq!(asked.len(), 5, "{asked:?}");
    let record = place.record();
    let evenings = of_form(&record, Form::Evening);
    assert_eq!(
        responses(&evenings[0], "meals_regular"),
        Response::Value(1.0)
    );
    assert_eq!(responses(&evenings[1], "meals_regular"), Response::NotAsked);
    assert_eq!(
        responses(&evenings[1], "best_moment"),
        Response::Value(44.0)
    );
    assert_eq!(record.nights().count(), 1);
}

#[test]
fn words_for_it_are_ticked_as_many_as_fit_and_ticking_none_says_nothing() {
    let (place, mut app) = Place::begun();
    let said = [("words_for_it", "like_fog"), ("words_for_it", "like_film")];
    walk(&mut app, FormKind::SelfCheck, &said);
    let signs = of_form(&place.record(), Form::SelfCheck);
    assert_eq!(responses(&signs[0], "like_fog"), Response::Value(1.0));
    assert_eq!(responses(&signs[0], "like_film"), Response::Value(1.0));
    assert_eq!(responses(&signs[0], "like_stone"), Response::Value(0.0));
    let noticed = done(&mut app, FormKind::SelfCheck).noticed;
    assert_eq!(noticed, ["Like fog", "Like a film"]);
    app.begin_self_check().unwrap();
    place.pass(60);
    let page = |app: &mut App| {
        while let FormState::Ask(view) = app.form(FormKind::SelfCheck).unwrap() {
            if names(&view) == ["words_for_it"] {
                return view;
            }
            app.save_form(&post(FormKind::SelfCheck, &view, &[], FormStep::Next))
                .unwrap();
        }
        panic!("the page is shown");
    };
    let view = page(&mut app);
    let strange = post(
        FormKind::SelfCheck,
        &view,
        &[("words_for_it", "as_if")],
        FormStep::Next,
    );
    assert!(app.save_form(&strange).is_err());
    // What was ticked stands there again, whether it was kept or refused.
    let FormState::Ask(again) = app.form_again(&strange).unwrap() else {
        panic!("the page is shown again");
    };
    assert_eq!(again.sections[0].fields[0].typed, ["as_if"]);
    let none = post(FormKind::SelfCheck, &view, &[], FormStep::Next);
    app.save_form(&none).unwrap();
    let record = place.record();
    let last = of_form(&record, Form::SelfCheck).pop().unwrap();
    assert_eq!(responses(&last, "like_fog"), Response::Skipped);
    let kept = post(FormKind::SelfCheck, &view, &said, FormStep::Back);
    app.save_form(&kept).unwrap();
    let shown = page(&mut app);
    assert_eq!(shown.sections[0].fields[0].typed, ["like_fog", "like_film"]);
}
