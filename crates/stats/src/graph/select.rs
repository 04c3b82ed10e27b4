//! Which past values a variable may lean on: the PC1 step, one variable at a time. Refuses nothing.

use super::node::{Cube, Node};
use super::partial::{Tested, Tester};

/// The past nodes kept for each variable, strongest first.
///
/// Every candidate is tested given the 0, 1, 2 .. strongest others and dropped when it does not
/// matter (Runge 2020, algorithm 1). What each candidate was last found to be goes to `found`.
pub(super) fn select(tester: &mut Tester, found: &mut Cube<Tested>, alpha: f64) -> Vec<Vec<Node>> {
    (0..found.n_variables())
        .map(|target| select_for(tester, found, target, alpha))
        .collect()
}

struct Candidate {
    node: Node,
    /// The smallest size of its correlation so far.
    size: f64,
    weakest: Tested,
}

fn select_for(
    tester: &mut Tester,
    found: &mut Cube<Tested>,
    target: usize,
    alpha: f64,
) -> Vec<Node> {
    let mut candidates: Vec<Candidate> = (0..found.n_variables())
        .flat_map(|variable| (1..=found.lag_max()).map(move |lag| Node { variable, lag }))
        .map(|node| Candidate {
            node,
            size: f64::INFINITY,
            weakest: Tested {
                correlation: 0.0,
                p_value: -1.0,
            },
        })
        .collect();
    let mut n_conditions = 0;
    while candidates.len() > n_conditions {
        let order: Vec<Node> = candidates.iter().map(|one| one.node).collect();
        for candidate in &mut candidates {
            let others = order.iter().filter(|node| **node != candidate.node);
            let tested = tester.test(candidate.node, Node::now(target), others.take(n_conditions));
            candidate.size = candidate.size.min(tested.correlation.abs());
            if tested.p_value > candidate.weakest.p_value {
                candidate.weakest = tested;
            }
            found.set(candidate.node, target, candidate.weakest);
        }
        candidates.retain(|one| one.weakest.p_value <= alpha);
        candidates.sort_by(|a, b| b.size.total_cmp(&a.size));
        n_conditions += 1;
    }
    candidates.iter().map(|one| one.node).collect()
}
