//! Every state that the subjects of each rule can be in is visited; what must hold, holds in each.
//! The table of it is kept in docs/results/rules.csv.

use std::path::Path;

use content::rules::{
    Clause, Condition, Hides, Level, Rule, RuleSet, Sign, State, Subject, SubjectStates, rules,
    states_at, subjects_of, walk,
};
use guidance::{Advice, Guidance};
use record::ItemId;

/// All states of one rule, with the clause that speaks in each.
struct Walked<'a> {
    rule: &'a Rule,
    subjects: Vec<SubjectStates>,
    /// By state, the first subject turning fastest.
    speaks: Vec<Option<usize>>,
}

impl<'a> Walked<'a> {
    fn new(set: &RuleSet, rule: &'a Rule) -> Self {
        let subjects = subjects_of(&[rule], &set.conditions);
        let mut speaks = Vec::new();
        let n = walk(&subjects, |at| {
            let states = states_at(&subjects, at, &set.conditions);
            let holds = |clause: &Clause| clause.when.holds(&|idx| states[idx]);
            speaks.push(rule.clauses.iter().position(holds));
            true
        });
        assert_eq!(n, speaks.len() as u64);
        let product: usize = subjects.iter().map(|s| s.values.len()).product();
        assert_eq!(product, speaks.len(), "{}", rule.id);
        Self {
            rule,
            subjects,
            speaks,
        }
    }

    fn level(&self, state: usize) -> Level {
        // Nothing to say is the least urgent of all.
        self.speaks[state].map_or(Level::None, |idx| self.rule.clauses[idx].level)
    }

    /// What each subject says in a state.
    fn values(&self, mut state: usize) -> Vec<(&Subject, &[f64])> {
        self.subjects
            .iter()
            .map(|subject| {
                let place = state % subject.values.len();
                state /= subject.values.len();
                (&subject.subject, subject.values[place].as_slice())
            })
            .collect()
    }

    /// Whether any answer to an item is among `wanted` in a state.
    fn says(&self, state: usize, item: &str, wanted: impl Fn(f64) -> bool) -> bool {
        let subject = Subject::Item(ItemId::new(item).unwrap());
        let values = self.values(state);
        let found = values.iter().find(|(of, _)| **of == subject);
        found.is_some_and(|(_, values)| values.iter().any(|v| wanted(*v)))
    }
}

/// Whether going from one set of numbers to another adds signs of danger or takes reassurance away,
/// and does nothing else.
fn is_more_dangerous(conditions: &[&Condition], from: &[f64], to: &[f64]) -> bool {
    conditions.iter().all(|condition| {
        let (before, after) = (
            condition.state(from) == State::Yes,
            condition.state(to) == State::Yes,
        );
        match condition.sign {
            Sign::Danger => after || !before,
            Sign::Reassuring => before || !after,
        }
    })
}

/// Compares every state with every state that has one subject in a more dangerous place.
fn compare_all(set: &RuleSet, walked: &Walked<'_>) -> u64 {
    let mut n_compared = 0;
    let mut stride = 1;
    for subject in &walked.subjects {
        let of_it: Vec<&Condition> = set
            .conditions
            .iter()
            .filter(|c| c.subject == subject.subject)
            .collect();
        let n = subject.values.len();
        for from in 0..n {
            for to in (0..n).filter(|to| *to != from) {
                if !is_more_dangerous(&of_it, &subject.values[from], &subject.values[to]) {
                    continue;
                }
                for state in (0..walked.speaks.len()).filter(|s| s / stride % n == from) {
                    let other = state - from * stride + to * stride;
                    let (before, after) = (walked.level(state), walked.level(other));
                    assert!(
                        after <= before,
                        "{}: {:?} says {before:?}, and more danger {:?} says {after:?}",
                        walked.rule.id,
                        walked.values(state),
                        walked.values(other)
                    );
                    n_compared += 1;
                }
            }
        }
        stride *= n;
    }
    n_compared
}

#[test]
fn every_state_is_visited_every_clause_speaks_and_danger_never_calms() {
    let set = rules().unwrap();
    let mut table = String::from(
        "rule,clauses,subjects,states visited,more dangerous states compared,states with advice,invariants\n",
    );
    let (mut n_states, mut n_compared) = (0, 0);
    for rule in &set.rules {
        let walked = Walked::new(set, rule);
        for idx in 0..rule.clauses.len() {
            assert!(
                walked.speaks.contains(&Some(idx)),
                "{} {idx} never speaks",
                rule.id
            );
        }
        assert_eq!(
            walked.speaks[0], None,
            "{} speaks of nobody's answer",
            rule.id
        );
        let compared = compare_all(set, &walked);
        let n_advice = walked.speaks.iter().flatten().count();
        table += &format!(
            "{},{},{},{},{compared},{n_advice},held\n",
            rule.id,
            rule.clauses.len(),
            walked.subjects.len(),
            walked.speaks.len(),
        );
        n_states += walked.speaks.len();
        n_compared += compared;
    }
    table += &format!(
        "all,{},,{n_states},{n_compared},,held\n",
        set.rules.iter().map(|r| r.clauses.len()).sum::<usize>()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/results/rules.csv");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept, table, "docs/results/rules.csv is to be:\n{table}");
}

fn walked<'a>(set: &'a RuleSet, id: &str) -> Walked<'a> {
    Walked::new(set, set.rule(id).unwrap_or_else(|| panic!("no rule {id}")))
}

/// In every state of a rule in which `sign` is there, the level is `least` or more urgent.
fn says_at_least(id: &str, least: Level, sign: impl Fn(&Walked<'_>, usize) -> bool) {
    let set = rules().unwrap();
    let walked = walked(set, id);
    let mut n = 0;
    for state in (0..walked.speaks.len()).filter(|state| sign(&walked, *state)) {
        assert!(
            walked.level(state) <= least && walked.speaks[state].is_some(),
            "{id}: {:?}",
            walked.values(state)
        );
        n += 1;
    }
    assert!(n > 0, "{id}: the sign is never there");
}

#[test]
fn crisis_is_met_in_every_state_that_has_it() {
    says_at_least("R1", Level::Now, |w, s| {
        w.says(s, "safety_next", |v| v == 1.0 || v == 2.0)
    });
    says_at_least("R1", Level::Now, |w, s| {
        w.says(s, "safety_thoughts", |v| v == 2.0) && !w.says(s, "safety_next", |v| v == 0.0)
    });
    says_at_least("R2", Level::Today, |w, s| {
        w.says(s, "safety_thoughts", |v| v == 2.0)
    });
    says_at_least("R2", Level::Soon, |w, s| {
        w.says(s, "safety_thoughts", |v| v == 1.0)
    });
    says_at_least("R4", Level::Now, |w, s| {
        w.says(s, "watched_idea", |v| v == 3.0)
    });
    says_at_least("R4", Level::Today, |w, s| w.says(s, "as_if", |v| v == 3.0));
    says_at_least("R4", Level::Today, |w, s| {
        w.says(s, "watched_idea", |v| v == 2.0)
    });
    for sign in ["headache", "weakness", "confusion", "fever", "fainting"] {
        says_at_least("R5", Level::Now, |w, s| {
            !w.says(s, "sudden_first", |v| v == 0.0)
                && w.says(s, &format!("with_{sign}"), |v| v == 1.0)
        });
    }
    says_at_least("R6", Level::Today, |w, s| {
        w.says(s, "head_injury", |v| v == 1.0)
    });
    says_at_least("R7", Level::Now, |w, s| {
        w.says(s, "spell_long", |v| v == 1.0)
    });
    says_at_least("R9", Level::Now, |w, s| {
        w.says(s, "substance_state", |v| v == 2.0)
    });
    says_at_least("R22", Level::Now, |w, s| {
        w.says(s, "baby_harm", |v| v == 1.0)
    });
}

#[test]
fn severe_lasting_or_coming_back_leads_to_a_doctor() {
    let hard = |w: &Walked<'_>, s| {
        let parts = ["impair_work", "impair_home", "impair_people"];
        parts
            .iter()
            .filter(|item| w.says(s, item, |v| v >= 70.0))
            .count()
            >= 2
    };
    says_at_least("R11", Level::Soon, hard);
    says_at_least("R11", Level::Soon, |w, s| {
        w.says(s, "cannot_function", |v| v == 1.0)
    });
    for (id, pattern) in [("R12", 2.0), ("R13", 1.0)] {
        says_at_least(id, Level::Soon, |w, s| {
            w.says(s, "since", |v| v >= 3.0) && w.says(s, "pattern", |v| v == pattern)
        });
        says_at_least(id, Level::Soon, |w, s| {
            let counted = w
                .values(s)
                .into_iter()
                .find(|(of, _)| matches!(of, Subject::Measure(_)));
            let enough = if id == "R12" { 0.5 } else { 3.0 };
            counted.unwrap().1.iter().any(|v| *v >= enough)
        });
    }
    let set = rules().unwrap();
    for id in ["R11", "R12", "R13"] {
        assert!(
            set.rule(id)
                .unwrap()
                .clauses
                .iter()
                .all(|clause| clause.who == "doctor")
        );
    }
}

#[test]
fn the_careful_groups_are_met_in_every_state() {
    // Bipolar with little sleep and much energy; birth; what is missing does not take it away.
    says_at_least("R17", Level::Today, |w, s| {
        w.says(s, "bipolar", |v| v == 1.0) && w.says(s, "activated", |v| v == 1.0)
    });
    says_at_least("R22", Level::Soon, |w, s| {
        w.says(s, "baby_numb", |v| v == 1.0)
    });
    says_at_least("R18", Level::Today, |w, s| {
        w.says(s, "abrupt_stop", |v| v == 1.0)
    });
    let set = rules().unwrap();
    let hides = |id: &str, what: Hides| {
        let walked = walked(set, id);
        let spoken = walked.speaks.iter().flatten();
        spoken.for_each(|idx| assert!(set.rule(id).unwrap().clauses[*idx].hides.contains(&what)));
    };
    hides("R4", Hides::Exercises);
    hides("R23", Hides::MedicineAnswer);
    hides("R23", Hides::SleepFoodExperiments);
    hides("R23", Hides::ForGrownUps);
    hides("R24", Hides::Food);
    hides("R25", Hides::RisingExercise);
    says_at_least("R23", Level::None, |w, s| {
        w.says(s, "under_18", |v| v == 1.0)
    });
    says_at_least("R24", Level::None, |w, s| w.says(s, "eating", |v| v == 1.0));
}

/// One advice for each clause of each rule.
fn all_advice(set: &RuleSet) -> Vec<Advice> {
    let of = |rule: &Rule, clause: &Clause| Advice {
        rule: rule.id.clone(),
        version: rule.version.clone(),
        level: clause.level,
        text: clause.text.clone(),
        who: clause.who.clone(),
        reasons: Vec::new(),
        rests_on_unknown: false,
        source: clause.source.clone(),
        date: None,
        links: clause.links.clone(),
        hides: clause.hides.clone(),
    };
    let rules = set.rules.iter();
    rules
        .flat_map(|rule| rule.clauses.iter().map(move |clause| of(rule, clause)))
        .collect()
}

#[test]
fn whatever_speaks_together_crisis_is_first_and_hides_the_rest() {
    let set = rules().unwrap();
    let all = all_advice(set);
    let mut n = 0;
    for a in &all {
        for b in &all {
            for c in &all {
                let three = vec![a.clone(), b.clone(), c.clone()];
                let most = three.iter().map(|advice| advice.level).min();
                let guidance = Guidance::of(three, Vec::new());
                assert_eq!(guidance.level(), most);
                assert!(guidance.advice.is_sorted_by_key(|advice| advice.level));
                let is_now = most == Some(Level::Now);
                assert!(
                    !is_now
                        || (guidance.hides(Hides::Exercises) && guidance.hides(Hides::Statistics))
                );
                for advice in [a, b, c] {
                    assert!(advice.hides.iter().all(|what| guidance.hides(*what)));
                }
                n += 1;
            }
        }
    }
    assert_eq!(n, all.len().pow(3));
}
