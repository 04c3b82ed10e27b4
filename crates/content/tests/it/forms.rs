//! The forms beside the check-in: ids that rules rest on, words that a child can read.

use std::collections::BTreeMap;

use content::{AnswerKind, FormSet, form, reading_grade};
use record::{Form, Item, Role};

const ALL: [Form; 6] = [
    Form::Morning,
    Form::Evening,
    Form::Weekly,
    Form::SelfCheck,
    Form::Safety,
    Form::ToldByOther,
];

fn labels(set: &FormSet, id: &str) -> usize {
    match &set.item(id).unwrap().kind {
        AnswerKind::Choice { labels } => labels.len(),
        AnswerKind::Line { .. } | AnswerKind::Count { .. } => 0,
    }
}

/// Ids with their number of steps; 0: a line or a count.
const IDS: [(Form, &str); 6] = [
    (Form::Morning, "dreamlike:2 naps:0 nap_minutes:0"),
    (
        Form::Evening,
        "activity_light:0 activity_moderate:0 activity_vigorous:0 meals_regular:2 caffeine:0 \
         alcohol:0 cannabis:0 other_substance:0 medicine_taken:3 best_moment:0 worst_moment:0 \
         checking_time:4",
    ),
    (
        Form::Weekly,
        "impair_work:0 impair_home:0 impair_people:0 cannot_function:2 decide:0 make_sense:0 \
         respond:0 read_others:0 connect:0 memory_mine:0 imagine_mine:0 emotion_word:18 \
         emotion_place:11 memory_gap:3 lost_time:2 other_selves:2 sight_change:3 sound_change:3 \
         as_if:4 watched_idea:4 unfelt_hurt:2 burden:0",
    ),
    (
        Form::SelfCheck,
        "since:6 pattern:3 onset_age:3 head_injury:3 substance_state:3 loss:4 terminal:3 as_if:4 \
         watched_idea:4 sudden_first:2 with_headache:2 with_weakness:2 with_confusion:2 \
         with_fever:2 with_fainting:2 spells:2 spell_first:2 spell_long:2 migraine_new:2 \
         substance:2 medicine_new:2 doses_missed:2 withdrawal_signs:2 bipolar:2 activated:2 \
         abrupt_stop:2 unsafe_home:2 violence:2 loss_disabling:2 trauma:2 trauma_signs:2 \
         trauma_weeks:2 pregnant:2 baby_numb:2 baby_harm:2 under_18:2 eating:2 illness:2 \
         feeling_strength:0 feeling_distance:0 body_apart:0 thoughts_apart:0 world_apart:0 \
         outsider:0 time_odd:0 world_flat:0 autopilot:0 body_signals:0 care_others:0 \
         memory_mine:0 imagine_mine:0 like_fog:2 like_dream:2 like_glass:2 like_robot:2 \
         like_empty:2 like_cotton:2 like_film:2 like_stone:2 family_numb:2",
    ),
    (Form::Safety, "safety_thoughts:3 safety_next:3"),
    (
        Form::ToldByOther,
        "other_reacts:3 other_present:3 other_joins:3 other_care:2 other_warm:3",
    ),
];

#[test]
fn the_forms_have_the_ids_and_steps_that_rules_rest_on() {
    for (kind, ids) in IDS {
        let set = form(kind).unwrap();
        for id in ids.split_whitespace() {
            let (id, n) = id.split_once(':').unwrap();
            assert!(set.item(id).is_some(), "{kind:?} lacks {id}");
            assert_eq!(labels(set, id).to_string(), n, "{kind:?} {id}");
        }
        assert!(set.header.status.contains("not yet validated"));
    }
    assert!(form(Form::CheckIn).is_err());
    assert!(form(Form::Evening).unwrap().strategies.len() >= 7);
}

#[test]
fn one_id_is_one_item_on_every_form_and_no_form_brings_a_candidate() {
    let mut known: BTreeMap<String, Item> = BTreeMap::new();
    for item in content::check_in().unwrap().record_items() {
        known.insert(item.id.to_string(), item);
    }
    let own: Vec<String> = known.keys().cloned().collect();
    for kind in ALL {
        for item in form(kind).unwrap().record_items() {
            let id = item.id.to_string();
            if !own.contains(&id) {
                assert_eq!(item.role, Role::Context, "{id}");
            }
            let before = known.entry(id).or_insert_with(|| item.clone());
            assert_eq!(*before, item);
        }
    }
}

#[test]
fn every_answer_of_danger_puts_help_before_the_rest_of_the_form() {
    let now = |kind: Form| -> Vec<String> {
        let items = &form(kind).unwrap().items;
        let found = items.iter().filter(|item| !item.now.is_empty());
        found.map(|item| item.item.id.to_string()).collect()
    };
    assert_eq!(now(Form::Weekly), ["watched_idea"]);
    assert_eq!(now(Form::Safety), ["safety_next"]);
    assert_eq!(
        now(Form::SelfCheck),
        [
            "with_headache",
            "with_weakness",
            "with_confusion",
            "with_fever",
            "with_fainting",
            "watched_idea",
            "spell_long",
            "baby_harm",
            "substance_state"
        ]
    );
    let safety = form(Form::Safety).unwrap();
    let next = safety.item("safety_next").unwrap();
    assert!(!next.is_now(0.0) && next.is_now(1.0) && next.is_now(2.0));
    let branch = safety.pages[1].asked_if.as_ref().unwrap();
    assert!(branch.holds(Some(1.0)) && branch.holds(Some(2.0)));
    assert!(!branch.holds(Some(0.0)) && !branch.holds(None));
}

#[test]
fn a_child_of_twelve_can_read_every_form() {
    for kind in ALL {
        let set = form(kind).unwrap();
        let questions: Vec<_> = set.items.iter().map(|i| i.question.as_str()).collect();
        let all: Vec<_> = set.texts().map(|(_, text)| text).collect();
        for words in [questions.clone(), all] {
            let grade = reading_grade(words).unwrap();
            println!("{kind:?} {grade:?}");
            assert!(grade.ari <= 6.0 && grade.coleman_liau <= 6.0, "{grade:?}");
        }
        for question in questions {
            let n = question.split_whitespace().count();
            assert!(n <= 22, "{question}");
        }
    }
}

#[test]
fn nobody_is_asked_for_details_of_what_happened() {
    for page in ["events", "grief", "after"] {
        for item in form(Form::SelfCheck).unwrap().on_page(page) {
            assert!(matches!(item.kind, AnswerKind::Choice { .. }));
        }
    }
}

#[test]
fn forms_are_shorter_under_18_and_leave_out_nothing_that_a_rule_reads() {
    let rules = content::rules::rules().unwrap();
    let is_read = |id: &str| {
        let subjects = rules.conditions.iter().map(|condition| &condition.subject);
        subjects
            .filter_map(|subject| match subject {
                content::rules::Subject::Item(item) => Some(item.as_str()),
                content::rules::Subject::Measure(_) => None,
            })
            .any(|item| item == id)
    };
    assert!(is_read("as_if") && is_read("safety_next"));
    for kind in ALL {
        let set = form(kind).unwrap();
        for item in &set.items {
            let id = item.item.id.as_str();
            assert!(
                set.asks_young(id) || !is_read(id),
                "{kind:?} leaves out {id}"
            );
        }
        let n_left_out = set.young.as_ref().map_or(0, |young| young.leaves_out.len());
        assert_eq!(
            n_left_out > 0,
            ![Form::Safety, Form::ToldByOther].contains(&kind),
            "{kind:?}"
        );
    }
    let evening = form(Form::Evening).unwrap();
    assert!(!evening.asks_young("meals_regular"), "nothing on food");
}
