//! Whether two sides gave the same answer. Refuses to call close what the tolerances do not.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::cells::Task;
use crate::ChoreError;

/// Arithmetic on the same numbers in another order.
const ARITHMETIC: f64 = 1e-8;
/// What two searches for the same top may leave.
const TOP: f64 = 1e-5;
/// A likelihood falls by 1e-5 where a parameter is sqrt(2e-5) = .0045 of its standard error off,
/// and values of variance about 1 leave no standard error above 1.
const PARAMETER: f64 = 5e-3;

/// Whether the answers are the same, and by how much they differ.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Agreement {
    pub is_same: bool,
    pub words: String,
}

#[derive(Deserialize)]
struct Links {
    /// From, to, lag, mark.
    links: Vec<(usize, usize, usize, String)>,
    n_ambiguous: usize,
    /// From, to, lag, correlation, p-value.
    tests: Vec<(usize, usize, usize, f64, f64)>,
}

#[derive(Deserialize)]
struct Stretches {
    starts: Vec<usize>,
}

#[derive(Deserialize)]
struct Dependence {
    log_likelihood: f64,
    parameters: Vec<f64>,
    /// The peer's likelihood at our parameters.
    log_likelihood_at: Option<f64>,
}

/// Compares both answers to a task.
///
/// # Errors
/// [`ChoreError::Broken`] when an answer has another shape.
pub(super) fn compare(task: &Task, ours: &Value, peer: &Value) -> Result<Agreement, ChoreError> {
    match task {
        Task::Links { .. } => Ok(links(&read(ours)?, &read(peer)?)),
        Task::Stretches { .. } => Ok(stretches(&read(ours)?, &read(peer)?)),
        Task::Dependence { .. } => dependence(&read(ours)?, &read(peer)?),
    }
}

fn read<T: DeserializeOwned>(answer: &Value) -> Result<T, ChoreError> {
    T::deserialize(answer).map_err(|error| {
        ChoreError::Broken(format!("race: an answer has another shape now: {error}"))
    })
}

fn links(ours: &Links, peer: &Links) -> Agreement {
    let has_same_graph = ours.links == peer.links && ours.n_ambiguous == peer.n_ambiguous;
    let place = |links: &Links| -> Vec<(usize, usize, usize)> {
        let tests = links.tests.iter();
        tests.map(|test| (test.0, test.1, test.2)).collect()
    };
    let has_same_pairs = place(ours) == place(peer);
    let largest = ours
        .tests
        .iter()
        .zip(&peer.tests)
        .flat_map(|(a, b)| {
            // For a same-time pair tigramite may keep the statistic of another test than the p-value.
            let correlation = if a.2 == 0 { 0.0 } else { (a.3 - b.3).abs() };
            [correlation, (a.4 - b.4).abs()]
        })
        .fold(0.0, f64::max);
    let graph = if has_same_graph { "same" } else { "OTHER" };
    Agreement {
        is_same: has_same_graph && has_same_pairs && largest <= ARITHMETIC,
        words: format!(
            "{graph} graph of {} links; {} statistics within {largest:.0e}",
            ours.links.len(),
            ours.tests.len()
        ),
    }
}

fn stretches(ours: &Stretches, peer: &Stretches) -> Agreement {
    let is_same = ours.starts == peer.starts;
    let word = if is_same { "same" } else { "OTHER" };
    Agreement {
        is_same,
        words: format!("{word} ends of {} stretches", ours.starts.len() + 1),
    }
}

fn dependence(ours: &Dependence, peer: &Dependence) -> Result<Agreement, ChoreError> {
    let at = peer
        .log_likelihood_at
        .ok_or_else(|| ChoreError::Broken("race: no likelihood at our parameters".to_owned()))?;
    let arithmetic = (ours.log_likelihood - at).abs();
    let won = ours.log_likelihood - peer.log_likelihood;
    let parameter = ours
        .parameters
        .iter()
        .zip(&peer.parameters)
        .map(|(a, b)| (a - b).abs())
        .fold(0.0, f64::max);
    Ok(Agreement {
        is_same: arithmetic <= ARITHMETIC
            && won.abs() <= TOP
            && parameter <= PARAMETER
            && ours.parameters.len() == peer.parameters.len(),
        words: format!(
            "likelihood at the same parameters within {arithmetic:.0e}; ours at the top higher by \
             {won:.0e}; parameters within {parameter:.0e}"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const LINKS: Task = Task::Links {
        n_series: 2,
        lag_max: 1,
    };
    const FIT: Task = Task::Dependence { has_noise: false };

    fn graph(mark: &str, correlation: f64, p_value: f64) -> Value {
        json!({"seconds": [1.0], "links": [[0, 1, 1, mark]], "n_ambiguous": 0,
            "tests": [[0, 1, 0, 0.9, 1.0], [0, 1, 1, correlation, p_value]]})
    }

    fn is_same(task: &Task, ours: &Value, peer: &Value) -> bool {
        compare(task, ours, peer).unwrap().is_same
    }

    #[test]
    fn graphs_are_the_same_to_the_mark_and_the_eighth_digit() {
        let ours = graph("-->", 0.3, 0.001);
        assert!(is_same(&LINKS, &ours, &graph("-->", 0.3 + 5e-9, 0.001)));
        assert!(!is_same(&LINKS, &ours, &graph("o-o", 0.3, 0.001)));
        assert!(!is_same(&LINKS, &ours, &graph("-->", 0.3 + 5e-8, 0.001)));
        assert!(!is_same(&LINKS, &ours, &graph("-->", 0.3, 0.002)));
        let mut other = ours.clone();
        other["n_ambiguous"] = json!(1);
        assert!(!is_same(&LINKS, &ours, &other));
        other = ours.clone();
        other["tests"] = json!([]);
        assert!(!is_same(&LINKS, &ours, &other));
    }

    #[test]
    fn same_time_statistics_are_not_compared_but_their_p_values_are() {
        let ours = graph("-->", 0.3, 0.001);
        let mut other = ours.clone();
        other["tests"][0][3] = json!(0.1);
        assert!(is_same(&LINKS, &ours, &other));
        other["tests"][0][4] = json!(0.1);
        assert!(!is_same(&LINKS, &ours, &other));
    }

    #[test]
    fn stretches_end_at_the_same_places() {
        let task = Task::Stretches {
            search: super::super::cells::Search::Pelt,
            n_changes: 3,
        };
        let answer = |starts: Value| json!({"seconds": [1.0], "starts": starts});
        let (ours, other) = (answer(json!([7, 20])), answer(json!([7, 21])));
        assert!(is_same(&task, &ours, &ours));
        assert!(!is_same(&task, &ours, &other));
        assert!(!is_same(&task, &ours, &answer(json!([7]))));
    }

    #[test]
    fn fits_have_the_same_likelihood_top_and_parameters() {
        let fit = |top: f64, at: f64, rho: f64| {
            json!({"seconds": [1.0], "log_likelihood": top, "log_likelihood_at": at,
                "parameters": [5.0, rho, 0.5]})
        };
        let ours = fit(-100.0, 0.0, 0.7);
        assert!(is_same(&FIT, &ours, &fit(-100.000_001, -100.0, 0.701)));
        assert!(!is_same(&FIT, &ours, &fit(-100.001, -100.0, 0.7)));
        assert!(!is_same(&FIT, &ours, &fit(-100.0, -100.000_001, 0.7)));
        assert!(!is_same(&FIT, &ours, &fit(-100.0, -100.0, 0.72)));
        assert!(!is_same(&FIT, &ours, &fit(f64::MAX, -100.0, 0.7)));
    }

    #[test]
    fn an_answer_of_another_shape_is_an_error() {
        let ours = graph("-->", 0.3, 0.001);
        assert!(compare(&LINKS, &ours, &json!({"starts": []})).is_err());
        assert!(compare(&FIT, &ours, &ours).is_err());
    }
}
