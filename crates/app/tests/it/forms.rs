//! The forms beside the check-in: short, skippable, kept half filled, and never mixed with it.

use app::{
    AfterForm, App, CheckInView, DoneView, FieldKind, FormKind, FormPost, FormState, FormStep,
    FormView,
};
use record::{Assessment, FactBody, Form, Record, Response};

use crate::place::{Place, check_in};

/// Names and values, as a page sends them.
pub type Answers = &'static [(&'static str, &'static str)];

pub fn ask(app: &mut App, kind: FormKind) -> FormView {
    match app.form(kind).unwrap() {
        FormState::Ask(view) => view,
        other => panic!("{other:?}"),
    }
}

pub fn done(app: &mut App, kind: FormKind) -> DoneView {
    match app.form(kind).unwrap() {
        FormState::Done(view) => view,
        other => panic!("{other:?}"),
    }
}

pub fn names(view: &FormView) -> Vec<String> {
    let fields = view.sections.iter().flat_map(|section| &section.fields);
    fields.map(|field| field.name.clone()).collect()
}

pub fn post(kind: FormKind, view: &FormView, answers: &[(&str, &str)], step: FormStep) -> FormPost {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    FormPost {
        kind,
        key: view.key.clone(),
        page: view.page,
        answers: answers.iter().map(own).collect(),
        step,
    }
}

/// Answers what is known of one page and goes on.
pub fn go_on(app: &mut App, kind: FormKind, answers: &[(&str, &str)]) -> AfterForm {
    let view = ask(app, kind);
    app.save_form(&post(kind, &view, answers, FormStep::Next))
        .unwrap()
}

/// Goes through a form with these answers where they are asked; gives everything that was asked.
pub fn walk(app: &mut App, kind: FormKind, answers: &[(&str, &str)]) -> Vec<String> {
    let mut asked = Vec::new();
    while let FormState::Ask(view) = app.form(kind).unwrap() {
        asked.extend(names(&view));
        app.save_form(&post(kind, &view, answers, FormStep::Next))
            .unwrap();
        assert!(asked.len() < 80, "{asked:?}");
    }
    asked
}

pub fn of_form(record: &Record, form: Form) -> Vec<Assessment> {
    let occasions = record.occasions().filter(|(_, o)| o.form == form);
    occasions
        .filter_map(|(_, o)| o.assessment().cloned())
        .collect()
}

pub fn responses(assessment: &Assessment, id: &str) -> Response {
    let found = assessment
        .responses()
        .iter()
        .find(|r| r.item.as_str() == id);
    found.unwrap().response
}

#[test]
fn a_morning_keeps_the_night_and_a_dream_and_undo_takes_both() {
    let (place, mut app) = Place::begun();
    let view = ask(&mut app, FormKind::Morning);
    assert_eq!(view.n_steps, 1);
    let answers = [
        ("into_bed", "22:50"),
        ("tried", "23:15"),
        ("latency", "20"),
        ("awake", ""),
        ("woke", "06:45"),
        ("quality", "3"),
        ("dreamlike", "1"),
    ];
    app.save_form(&post(FormKind::Morning, &view, &answers, FormStep::Next))
        .unwrap();
    let record = place.record();
    let (_, night) = record.nights().next().unwrap();
    assert_eq!(
        night.into_bed.as_ref().unwrap().wall_clock(),
        "2026-03-01 22:50"
    );
    assert_eq!(
        night.final_wake.as_ref().unwrap().wall_clock(),
        "2026-03-02 06:45"
    );
    assert_eq!(night.minutes_asleep().unwrap().0, 430);
    let kept = of_form(&record, Form::Morning);
    assert_eq!(responses(&kept[0], "dreamlike"), Response::Value(1.0));
    done(&mut app, FormKind::Morning);
    app.take_out(&view.key).unwrap();
    assert!(place.record().facts().is_empty());
    app.put_back(&view.key).unwrap();
    assert_eq!(place.record().facts().len(), 2);
}

#[test]
fn a_night_that_can_not_be_is_refused_and_what_was_typed_stays() {
    let (place, mut app) = Place::begun();
    let view = ask(&mut app, FormKind::Morning);
    for (answers, says) in [
        (vec![("into_bed", "22:00")], "time of waking up"),
        (vec![("woke", "soon")], "time of day"),
        (vec![("woke", "06:00"), ("awake", "999")], "whole numbers"),
        (vec![("dreamlike", "2")], "0 to 1"),
        (vec![("dreamlike", "often")], "whole number"),
    ] {
        let sent = post(FormKind::Morning, &view, &answers, FormStep::Next);
        let trouble = app.save_form(&sent).unwrap_err();
        assert!(trouble.what.contains(says), "{trouble:?}");
        let FormState::Ask(again) = app.form_again(&sent).unwrap() else {
            panic!("the page is shown again");
        };
        let fields = again.sections.iter().flat_map(|s| &s.fields);
        let typed: Vec<&String> = fields.flat_map(|field| &field.typed).collect();
        for (_, value) in &answers {
            assert!(typed.iter().any(|t| t == value), "{typed:?} lacks {value}");
        }
    }
    assert!(place.record().facts().is_empty());
}

#[test]
fn an_evening_keeps_what_was_done_as_practices_and_never_feeds_the_check_in() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    place.set("2026-03-02 21:00:00");
    let view = ask(&mut app, FormKind::Evening);
    let answers = [
        ("best_moment", "100"),
        ("worst_moment", "22"),
        ("strategy", "walk"),
        ("strategy", "talk"),
        ("event", "conflict"),
        ("event", "hard_at_home"),
    ];
    app.save_form(&post(FormKind::Evening, &view, &answers, FormStep::Next))
        .unwrap();
    let record = place.record();
    let n_practices = |record: &Record| {
        let is_it = |f: &&record::Fact| matches!(f.body, FactBody::Practice(_));
        record.facts().iter().filter(is_it).count()
    };
    assert_eq!(n_practices(&record), 2);
    let events: Vec<(String, bool)> = record
        .events()
        .map(|(_, e)| (e.label.as_str().to_owned(), e.is_sensitive))
        .collect();
    assert_eq!(
        events,
        [
            ("conflict".to_owned(), false),
            ("hard_at_home".to_owned(), true)
        ]
    );
    // Sent again with less: what is not ticked any more is gone.
    let less = [("worst_moment", "22"), ("strategy", "walk")];
    app.save_form(&post(FormKind::Evening, &view, &less, FormStep::Next))
        .unwrap();
    let record = place.record();
    assert_eq!((n_practices(&record), record.events().count()), (1, 0));
    let evening = &of_form(&record, Form::Evening)[0];
    assert_eq!(responses(evening, "best_moment"), Response::Skipped);
    assert_eq!(responses(evening, "worst_moment"), Response::Value(22.0));
    assert_eq!(
        series::outcomes(&record),
        [(series::Outcome::CheckIn, 1)],
        "the evening is no check-in"
    );
    // The cap and the pause look at check-ins alone.
    place.set("2026-03-02 21:30:00");
    assert!(matches!(app.today().unwrap().check_in, CheckInView::Ask(_)));
    let strange = [("strategy", "nonsense")];
    let refused = post(FormKind::Evening, &view, &strange, FormStep::Next);
    assert!(app.save_form(&refused).is_err());
}

#[test]
fn a_week_is_asked_at_most_weekly_and_seven_facets_come_in_turn() {
    let (place, mut app) = Place::begun();
    place.log(&mut app, "2026-02-20 10:00:00", 40.0);
    let facets = [
        "decide",
        "make_sense",
        "respond",
        "read_others",
        "connect",
        "memory_mine",
        "imagine_mine",
    ];
    let mut times = std::collections::BTreeMap::new();
    for week in 0..7 {
        place.set(&format!("2026-03-02 10:0{week}:00"));
        place.pass(week * 7 * 86_400);
        let hrefs = |app: &mut App| -> Vec<&'static str> {
            let offers = app.today().unwrap().offers;
            offers.iter().map(|offer| offer.href).collect()
        };
        assert!(hrefs(&mut app).contains(&"/forms/weekly"));
        let asked = walk(&mut app, FormKind::Weekly, &[("burden", "22")]);
        let drawn = facets.iter().filter(|f| asked.iter().any(|a| a == *f));
        assert_eq!(drawn.clone().count(), 3, "{asked:?}");
        for facet in drawn {
            *times.entry(*facet).or_insert(0) += 1;
        }
        assert!(asked.len() <= 20, "{asked:?}");
        done(&mut app, FormKind::Weekly);
        assert!(!hrefs(&mut app).contains(&"/forms/weekly"));
        place.pass(3 * 86_400);
        let rests = done(&mut place.again(), FormKind::Weekly);
        assert!(rests.lines.len() == 2, "{rests:?}");
    }
    assert_eq!(times.len(), 7);
    assert!(times.values().all(|n| *n == 3), "{times:?}");
    let kept = of_form(&place.record(), Form::Weekly);
    assert_eq!(kept.len(), 7);
    for week in &kept {
        assert_eq!(week.responses().len(), 22);
        assert!(week.seed().is_some());
        let not_asked = facets
            .iter()
            .filter(|f| responses(week, f) == Response::NotAsked);
        assert_eq!(not_asked.count(), 4, "the plan is kept");
        assert_eq!(responses(week, "burden"), Response::Value(22.0));
        assert_eq!(responses(week, "impair_work"), Response::Skipped);
    }
}

#[test]
fn what_is_half_filled_is_kept_and_goes_on_after_a_new_start() {
    let (place, mut app) = Place::begun();
    go_on(&mut app, FormKind::Weekly, &[("impair_work", "78")]);
    let mut again = place.again();
    let second = ask(&mut again, FormKind::Weekly);
    assert_eq!(second.step, 2);
    // Back shows what was said; changing it changes what is kept.
    let back = post(FormKind::Weekly, &second, &[], FormStep::Back);
    again.save_form(&back).unwrap();
    let first = ask(&mut again, FormKind::Weekly);
    let typed = &first.sections[0].fields[0].typed;
    assert_eq!(*typed, ["78"]);
    let stop = post(
        FormKind::Weekly,
        &first,
        &[("impair_work", "56")],
        FormStep::Stop,
    );
    again.save_form(&stop).unwrap();
    done(&mut again, FormKind::Weekly);
    let kept = of_form(&place.record(), Form::Weekly);
    assert_eq!(kept.len(), 1);
    assert_eq!(responses(&kept[0], "impair_work"), Response::Value(56.0));
    assert_eq!(responses(&kept[0], "burden"), Response::NotAsked);
}

#[test]
fn a_key_of_something_else_changes_nothing() {
    let (place, mut app) = Place::begun();
    app.note(&crate::place::key(3), "words", None).unwrap();
    let view = ask(&mut app, FormKind::Weekly);
    let wrong = FormPost {
        key: crate::place::key(3),
        ..post(FormKind::Weekly, &view, &[], FormStep::Next)
    };
    assert!(app.save_form(&wrong).is_err());
    let nowhere = FormPost {
        page: 99,
        ..post(FormKind::Weekly, &view, &[], FormStep::Next)
    };
    assert!(app.save_form(&nowhere).is_err());
    assert_eq!(place.record().facts().len(), 1);
}

/// Seconds for one page by the keystroke-level model (Card, Moran and Newell 1980,
/// doi:10.1145/358886.358895): pointing 1.1, pressing 0.28, making up one's mind 1.35; and reading
/// every word of it at 238 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
fn seconds(view: &FormView) -> f64 {
    let (point, press, mind) = (1.1, 0.28, 1.35);
    let n_words = |text: &str| f64::from(u32::try_from(text.split_whitespace().count()).unwrap());
    let read = |text: &str| n_words(text) * 60.0 / 238.0;
    let page = point + press + 0.5;
    let of_field = |field: &app::FieldView| {
        let labels: f64 = match &field.kind {
            FieldKind::Line { low, high, .. } => read(low) + read(high),
            // What is folded away costs nothing until it is opened.
            FieldKind::Choice(choices) | FieldKind::Ticks { first: choices, .. } => {
                choices.iter().map(|c| read(&c.label)).sum()
            }
            // A list is opened and read through on the way to its word.
            FieldKind::List(choices) => {
                choices.iter().map(|c| read(&c.label)).sum::<f64>() + point + press
            }
            FieldKind::Count { .. } | FieldKind::Clock => 2.0 * press,
        };
        read(&field.wording) + labels + mind + point + press
    };
    let of_section = |section: &app::SectionView| {
        let line = section.line.as_deref().unwrap_or_default();
        read(&section.heading) + read(line) + section.fields.iter().map(of_field).sum::<f64>()
    };
    page + view.sections.iter().map(of_section).sum::<f64>()
}

#[test]
fn a_week_takes_three_minutes_at_most_and_the_other_forms_less() {
    let (place, mut app) = Place::begun();
    for (kind, most, times) in [
        (FormKind::Weekly, 180.0, 1),
        (FormKind::Morning, 75.0, 1),
        // Each of its four pages in turn.
        (FormKind::Evening, 45.0, 4),
    ] {
        let mut all = Vec::new();
        for _ in 0..times {
            let mut total = 0.0;
            while let FormState::Ask(view) = app.form(kind).unwrap() {
                total += seconds(&view);
                app.save_form(&post(kind, &view, &[], FormStep::Next))
                    .unwrap();
            }
            all.push(total);
            place.pass(86_400);
        }
        println!("{kind:?}: {all:.0?} s");
        let fits = all.iter().all(|total| *total > 10.0 && *total <= most);
        assert!(fits, "{kind:?}: {all:?}");
    }
}

#[test]
fn an_evening_asks_one_page_in_turn_and_shows_first_what_was_ticked_lately() {
    let (place, mut app) = Place::begun();
    let in_turn = ["checking_time", "activity_light", "caffeine", "cannabis"];
    let mut asked = Vec::new();
    for evening in 0..4 {
        let view = ask(&mut app, FormKind::Evening);
        let here = names(&view);
        asked.extend(
            here.iter()
                .filter(|name| in_turn.contains(&name.as_str()))
                .cloned(),
        );
        assert_eq!(asked.len(), evening + 1, "one page each evening: {here:?}");
        let fields = view.sections.iter().flat_map(|section| &section.fields);
        let strategies = fields
            .clone()
            .find(|field| field.name == "strategy")
            .unwrap();
        let FieldKind::Ticks { first, more } = &strategies.kind else {
            panic!("{strategies:?}");
        };
        assert!(first.len() == 3 && more.len() >= 9);
        let is_first = |id: &str| first.iter().any(|choice| choice.value == id);
        // The last one of the list comes up once it was used.
        assert_eq!(is_first("met_trigger"), evening > 0);
        let ticked = [("strategy", "met_trigger"), ("strategy", "nature")];
        app.save_form(&post(FormKind::Evening, &view, &ticked, FormStep::Next))
            .unwrap();
        place.pass(86_400);
    }
    asked.sort();
    let mut each = in_turn.to_vec();
    each.sort_unstable();
    assert_eq!(asked, each);
    let kept = of_form(&place.record(), Form::Evening);
    for id in in_turn {
        let said: Vec<Response> = kept.iter().map(|evening| responses(evening, id)).collect();
        let n_shown = said
            .iter()
            .filter(|said| **said == Response::Skipped)
            .count();
        assert_eq!((n_shown, said.len()), (1, 4), "{id}: {said:?}");
    }
}

#[test]
fn what_somebody_close_notices_is_kept_as_told_and_never_mixed_in() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    let before = series::outcomes(&place.record());
    let view = ask(&mut app, FormKind::ToldByOther);
    assert!(view.is_for_paper);
    let asked = walk(
        &mut app,
        FormKind::ToldByOther,
        &[("other_reacts", "0"), ("other_warm", "2")],
    );
    assert!(
        asked.iter().all(|name| name.starts_with("other_")),
        "{asked:?}"
    );
    done(&mut app, FormKind::ToldByOther);
    let record = place.record();
    let told = &of_form(&record, Form::ToldByOther)[0];
    assert_eq!(responses(told, "other_reacts"), Response::Value(0.0));
    assert_eq!(responses(told, "other_joins"), Response::Skipped);
    assert_eq!(series::outcomes(&record), before, "no outcome grew");
    let day = app.day().unwrap();
    assert!(
        day.facts
            .iter()
            .any(|fact| format!("{fact:?}").contains("Told by someone close"))
    );
    // The way here stands at the end of the week, and not for somebody who is not safe at home.
    let leads_here = |app: &mut App| {
        let links = done(app, FormKind::Weekly).links;
        links
            .iter()
            .any(|(address, _)| address == "/forms/together")
    };
    walk(&mut app, FormKind::Weekly, &[]);
    assert!(leads_here(&mut app));
    walk(&mut app, FormKind::SelfCheck, &[("unsafe_home", "1")]);
    assert!(!leads_here(&mut app));
}
