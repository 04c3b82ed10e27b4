//! Ten stories, told as data, from the answers to what the pages say. And: what is to be done now
//! stands alone until it was read.

use std::collections::BTreeMap;

use app::{AdviceView, App};
use record::{
    Assessment, Fact, FactBody, FactKey, Form, InputDevice, Item, ItemId, ItemResponse, LocalDay,
    Occasion, Response, ResponseScale, Role, SamplingPlan, Source, Window,
};

use crate::place::Place;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    pub name: String,
    form: String,
    answers: BTreeMap<String, f64>,
    #[serde(default)]
    calm_days: i32,
    /// Rule of the one advice on Today.
    today: Option<String>,
    /// Level of the first advice of all, in the word of the page.
    level: Option<String>,
    /// Rules of all advice, in order.
    all: Vec<String>,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    urgent: bool,
    #[serde(default)]
    exercises_away: bool,
    #[serde(default)]
    no_reason: bool,
    #[serde(default)]
    no_medicine_card: bool,
    says: Option<String>,
    leads_to: Option<String>,
}

pub fn stories() -> Vec<Story> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories/guidance.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Writes answers to a form as if its page had been filled in an hour ago.
pub fn tell(place: &Place, form: Form, answers: &BTreeMap<String, f64>) {
    let now = place.clock().now().plus_seconds(-3600);
    let item = |id: &str| Item {
        id: ItemId::new(id).unwrap(),
        scale: ResponseScale::LINE_0_100,
        role: Role::Context,
        window: Window::Daily,
    };
    let items: Vec<Item> = answers.keys().map(|id| item(id)).collect();
    let responses = items.iter().zip(answers.values()).map(|(item, value)| {
        ItemResponse::new(item, Response::Value(*value), InputDevice::Pointer).unwrap()
    });
    let assessment = Assessment::new(responses.collect(), None).unwrap();
    let fact = Fact {
        key: FactKey::from_bytes([9; 16]),
        moment: now.clone(),
        recorded_at: now,
        source: Source::ByHand,
        body: FactBody::Occasion(Occasion::of_form(form, SamplingPlan::Voluntary, assessment)),
    };
    let folder = store::Folder::at(place.data());
    let mut store = store::Store::open(&folder, None).unwrap();
    store.append(&[fact], &items, None).unwrap();
}

/// The person of a story, looked at on the first Monday of March.
pub fn person(story: &Story) -> (Place, App) {
    let (place, mut app) = Place::begun();
    let day = LocalDay::parse("2026-03-02").unwrap();
    for back in (1..=story.calm_days).rev() {
        let value = 70.0 + f64::from((back * 37) % 11);
        place.log(
            &mut app,
            &format!("{} 12:00:00", day.plus_days(-back)),
            value,
        );
    }
    app.lock();
    place.set("2026-03-02 10:00:00");
    let form = match story.form.as_str() {
        "safety" => Form::Safety,
        "self_check" => Form::SelfCheck,
        "weekly" => Form::Weekly,
        other => panic!("{other}"),
    };
    tell(&place, form, &story.answers);
    let app = place.again();
    (place, app)
}

fn rule_of(advice: &AdviceView) -> &str {
    advice
        .rule
        .trim_start_matches("Rule ")
        .split(',')
        .next()
        .unwrap()
}

#[test]
fn ten_stories_are_met_as_they_should_be() {
    let stories = stories();
    assert_eq!(stories.len(), 10);
    for story in &stories {
        let name = &story.name;
        let (_place, mut app) = person(story);
        let today = app.today().unwrap();
        assert_eq!(
            today.advice.as_ref().map(rule_of),
            story.today.as_deref(),
            "{name}"
        );
        assert_eq!(today.stands_alone, story.alone, "{name}");
        assert_eq!(
            app.hides_exercises().unwrap(),
            story.exercises_away,
            "{name}"
        );
        if let Some(advice) = &today.advice {
            assert_eq!(advice.is_urgent, story.urgent || story.alone, "{name}");
        }
        let answers = app.answers().unwrap();
        let all = &answers.advice.advice;
        assert_eq!(
            all.iter().map(rule_of).collect::<Vec<_>>(),
            story.all,
            "{name}"
        );
        assert_eq!(
            all.first().map(|a| a.level.as_str()),
            story.level.as_deref(),
            "{name}"
        );
        assert_eq!(answers.cards.is_empty(), story.alone, "{name}");
        for advice in all {
            assert_eq!(advice.reasons.is_empty(), story.no_reason, "{name}");
            let words = [&advice.title, &advice.source, &advice.date].into_iter();
            for line in words.chain(&advice.lines).chain(&advice.reasons) {
                assert!(
                    !line.is_empty() && !line.contains(['[', '{']),
                    "{name}: {line}"
                );
            }
            assert!(
                !advice.links.is_empty() || advice.rule.starts_with("Rule R25"),
                "{name}"
            );
        }
        let medicine = app::text("question-medication_change");
        let has_card = answers.cards.iter().any(|card| card.question == medicine);
        assert_eq!(has_card, !story.no_medicine_card && !story.alone, "{name}");
        if let Some(words) = &story.says {
            assert!(
                all[0].lines.iter().any(|line| line.contains(words)),
                "{name}"
            );
        }
        if let Some(address) = &story.leads_to {
            assert!(all[0].links.iter().any(|(to, _)| to == address), "{name}");
        }
        check_elsewhere(&mut app, story, all);
    }
}

/// The terminal and the result of the self-check say the same as the page of answers.
fn check_elsewhere(app: &mut App, story: &Story, all: &[AdviceView]) {
    let text = app.answers_text(None).unwrap();
    assert!(
        all.iter().all(|advice| text.contains(&advice.title)),
        "{}: {text}",
        story.name
    );
    let result = app.self_check_advice().unwrap().advice;
    let rules: Vec<_> = result.iter().map(rule_of).collect();
    assert_eq!(rules, story.all, "{}", story.name);
}

#[test]
fn what_is_to_be_done_now_stands_alone_until_it_was_read() {
    let story = &stories()[0];
    let (place, mut app) = person(story);
    assert!(app.today().unwrap().stands_alone);
    assert!(app.answers().unwrap().advice.hidden.is_some());
    app.go_on().unwrap();
    let today = app.today().unwrap();
    assert!(!today.stands_alone && today.advice.is_some_and(|advice| advice.is_now));
    let answers = app.answers().unwrap();
    assert!(answers.advice.hidden.is_none() && !answers.cards.is_empty());
    // Exercises stay away: only an answer changes that.
    assert!(app.hides_exercises().unwrap());
    // The next start begins with it again.
    app.lock();
    assert!(place.again().today().unwrap().stands_alone);
}
