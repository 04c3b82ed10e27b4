//! Every state that the subjects of a rule can be in: the walk that proves things about rules.
//! Refuses to draw samples: each state is visited.

use std::collections::BTreeSet;

use super::{Condition, Rule, Sign, State, Subject};

/// What a subject can say: one number for each stretch between the thresholds on it, and nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct SubjectStates {
    /// Whose states these are.
    pub subject: Subject,
    /// Sets of numbers that stand side by side: none (nobody said), one, or answers that contradict
    /// each other.
    pub values: Vec<Vec<f64>>,
}

impl Condition {
    /// What these numbers say about it. Of answers that contradict each other, the one that is a
    /// sign of danger counts; a reassurance needs all of them.
    #[must_use]
    pub fn state(&self, values: &[f64]) -> State {
        let is_so = |value: &f64| self.test.holds(*value);
        let holds = match self.sign {
            Sign::Danger => values.iter().any(is_so),
            Sign::Reassuring => values.iter().all(is_so),
        };
        match (values.is_empty(), holds) {
            (true, _) => State::Unknown,
            (false, true) => State::Yes,
            (false, false) => State::No,
        }
    }
}

/// The subjects of some rules with all their states.
#[must_use]
pub fn subjects_of(rules: &[&Rule], conditions: &[Condition]) -> Vec<SubjectStates> {
    let mut used: BTreeSet<usize> = BTreeSet::new();
    for clause in rules.iter().flat_map(|rule| &rule.clauses) {
        used.extend(clause.when.conditions().iter().map(|(idx, _)| *idx));
    }
    let used: Vec<&Condition> = used.iter().filter_map(|idx| conditions.get(*idx)).collect();
    let mut subjects: Vec<Subject> = Vec::new();
    for condition in &used {
        if !subjects.contains(&condition.subject) {
            subjects.push(condition.subject.clone());
        }
    }
    let states = |subject: Subject| {
        let of_it = used.iter().filter(|c| c.subject == subject);
        let numbers = stretches(&of_it.copied().collect::<Vec<_>>());
        SubjectStates {
            values: subsets(&numbers),
            subject,
        }
    };
    subjects.into_iter().map(states).collect()
}

/// One number for each way in which the tests on a subject can come out.
fn stretches(conditions: &[&Condition]) -> Vec<f64> {
    let mut numbers: Vec<f64> = Vec::new();
    for condition in conditions {
        let at = condition.test.threshold();
        // Halves lie between the steps of a scale; a line is cut at the threshold itself.
        numbers.extend([at - 0.5, at, at + 0.5]);
    }
    numbers.sort_by(f64::total_cmp);
    let mut seen: Vec<Vec<bool>> = Vec::new();
    numbers.retain(|number| {
        let outcome: Vec<bool> = conditions.iter().map(|c| c.test.holds(*number)).collect();
        let is_new = !seen.contains(&outcome);
        seen.push(outcome);
        is_new
    });
    numbers
}

fn subsets(numbers: &[f64]) -> Vec<Vec<f64>> {
    let n = numbers.len().min(16);
    (0..1usize << n)
        .map(|bits| {
            let chosen = numbers.iter().enumerate();
            chosen
                .filter(|(idx, _)| bits >> idx & 1 == 1)
                .map(|(_, number)| *number)
                .collect()
        })
        .collect()
}

/// Calls `visit` with every combination of states; the slice holds the place of each subject's
/// state. Returns how many there were. Ends early when `visit` returns `false`.
pub fn walk(subjects: &[SubjectStates], mut visit: impl FnMut(&[usize]) -> bool) -> u64 {
    let mut at = vec![0usize; subjects.len()];
    let mut n_visited = 0;
    loop {
        n_visited += 1;
        if !visit(&at) {
            return n_visited;
        }
        let mut idx = 0;
        loop {
            let (Some(place), Some(subject)) = (at.get_mut(idx), subjects.get(idx)) else {
                return n_visited;
            };
            *place += 1;
            if *place < subject.values.len() {
                break;
            }
            *place = 0;
            idx += 1;
        }
    }
}

/// What the states at these places say about every condition.
#[must_use]
pub fn states_at(subjects: &[SubjectStates], at: &[usize], conditions: &[Condition]) -> Vec<State> {
    let of = |condition: &Condition| {
        let place = subjects.iter().position(|s| s.subject == condition.subject);
        let values = place.and_then(|idx| subjects.get(idx)?.values.get(*at.get(idx)?));
        values.map_or(State::Unknown, |values| condition.state(values))
    };
    conditions.iter().map(of).collect()
}
