//! Gives same-time links a direction where the data allow one: colliders by majority, then Meek's
//! rules. Refuses to choose between two directions that contradict each other: it marks a conflict.

use super::node::{Cube, Node};
use super::partial::Tester;
use super::skeleton::{Pasts, for_each_subset};

/// How two nodes are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// From the first to the second.
    Forward,
    /// From the second to the first.
    Backward,
    /// Joined, direction unknown.
    Open,
    /// Joined, and the data speak for both directions.
    Conflict,
}

/// Joined nodes with their marks.
pub(super) struct Marks {
    marks: Cube<Option<Mark>>,
    /// Triples that are neither colliders nor the opposite: the middle and its two neighbors.
    pub ambiguous: Vec<Triple>,
}

/// Two nodes that are joined to `middle` now and not to each other; `right` is now as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Triple {
    /// The end that may lie in the past.
    pub left: Node,
    /// Variable between the two, now.
    pub middle: usize,
    /// Variable at the other end, now.
    pub right: usize,
}

impl Marks {
    pub fn new(joined: &Cube<bool>) -> Self {
        let (n, lag_max) = (joined.n_variables(), joined.lag_max());
        let mut marks = Cube::new(n, lag_max, None);
        for variable in 0..n {
            for lag in 0..=lag_max {
                for to in 0..n {
                    let from = Node { variable, lag };
                    if joined.get(from, to) {
                        let mark = if lag == 0 { Mark::Open } else { Mark::Forward };
                        marks.set(from, to, Some(mark));
                    }
                }
            }
        }
        Self {
            marks,
            ambiguous: Vec::new(),
        }
    }

    pub fn get(&self, from: Node, to: usize) -> Option<Mark> {
        self.marks.get(from, to)
    }

    fn is(&self, from: Node, to: usize, mark: Mark) -> bool {
        self.get(from, to) == Some(mark)
    }

    /// Directs a same-time link. A link that points the other way already becomes a conflict.
    fn direct(&mut self, from: usize, to: usize) {
        let (there, back) = match self.get(Node::now(from), to) {
            Some(Mark::Open | Mark::Forward) => (Mark::Forward, Mark::Backward),
            Some(Mark::Backward | Mark::Conflict) => (Mark::Conflict, Mark::Conflict),
            None => return,
        };
        self.marks.set(Node::now(from), to, Some(there));
        self.marks.set(Node::now(to), from, Some(back));
    }

    /// Every triple left - middle - right whose right link is open and whose ends are not joined.
    fn triples(&self) -> Vec<Triple> {
        let (n, lag_max) = (self.marks.n_variables(), self.marks.lag_max());
        let mut list = Vec::new();
        for right in 0..n {
            let middles = (0..n).filter(|m| self.is(Node::now(*m), right, Mark::Open));
            for middle in middles {
                for variable in 0..n {
                    for lag in 0..=lag_max {
                        let left = Node { variable, lag };
                        let is_apart = left != Node::now(right) && self.get(left, right).is_none();
                        if is_apart && self.get(left, middle).is_some() {
                            list.push(Triple {
                                left,
                                middle,
                                right,
                            });
                        }
                    }
                }
            }
        }
        list
    }

    fn neighbors(&self, of: usize) -> Vec<Node> {
        (0..self.marks.n_variables())
            .map(Node::now)
            .filter(|node| self.get(*node, of).is_some())
            .collect()
    }
}

/// Finds colliders: triples whose ends are parted, in most cases, without their middle
/// (Runge 2020, algorithm 3; Colombo & Maathuis 2014, JMLR 15:3921-3962).
pub(super) fn find_colliders(
    tester: &mut Tester,
    pasts: &Pasts,
    marks: &mut Marks,
    (alpha, n_conditions_max): (f64, usize),
) {
    let mut colliders = Vec::new();
    for triple in marks.triples() {
        // A same-time triple stands in the list twice, once from either end.
        if triple.left.lag == 0 && triple.left.variable > triple.right {
            continue;
        }
        let (n_parting, n_with_middle) =
            partings(tester, pasts, marks, &triple, (alpha, n_conditions_max));
        match (2 * n_with_middle).cmp(&n_parting) {
            _ if n_parting == 0 => marks.ambiguous.push(triple),
            std::cmp::Ordering::Less => colliders.push(triple),
            std::cmp::Ordering::Equal => marks.ambiguous.push(triple),
            std::cmp::Ordering::Greater => {}
        }
    }
    for triple in colliders {
        if triple.left.lag == 0 {
            marks.direct(triple.left.variable, triple.middle);
        }
        marks.direct(triple.right, triple.middle);
    }
}

/// How many sets of neighbors part the ends of a triple, and how many of these hold its middle.
fn partings(
    tester: &mut Tester,
    pasts: &Pasts,
    marks: &Marks,
    triple: &Triple,
    (alpha, n_conditions_max): (f64, usize),
) -> (usize, usize) {
    let Triple {
        left,
        middle,
        right,
    } = *triple;
    let around = pasts.around(left, right);
    let near_right = without(marks.neighbors(right), left);
    let near_left = if left.lag == 0 {
        without(marks.neighbors(left.variable), Node::now(right))
    } else {
        Vec::new()
    };
    let (mut n_parting, mut n_with_middle) = (0, 0);
    let n_most = near_left.len().max(near_right.len()).min(n_conditions_max);
    for size in 0..=n_most {
        let mut look = |subset: &[Node]| {
            let conditions = around.iter().chain(subset);
            if tester.test(left, Node::now(right), conditions).p_value > alpha {
                n_parting += 1;
                n_with_middle += usize::from(subset.contains(&Node::now(middle)));
            }
            true
        };
        for_each_subset(&near_right, size, &mut look);
        for_each_subset(&near_left, size, &mut |subset| {
            // Sets of neighbors of both ends have had their turn.
            subset.iter().all(|node| near_right.contains(node)) || look(subset)
        });
    }
    (n_parting, n_with_middle)
}

fn without(mut nodes: Vec<Node>, node: Node) -> Vec<Node> {
    nodes.retain(|other| *other != node);
    nodes
}

/// Carries directions on until nothing changes (Meek 1995, doi:10.48550/arXiv.1302.4972, rules 1
/// to 3; Runge 2020, algorithm 4).
pub(super) fn apply_rules(marks: &mut Marks) {
    loop {
        let mut n_directed = 0;
        for rule in [chains, shortcuts, kites] {
            let list = rule(marks);
            n_directed += list.len();
            for (from, to) in list {
                marks.direct(from, to);
            }
        }
        if n_directed == 0 {
            break;
        }
    }
}

impl Marks {
    fn is_ambiguous(&self, left: Node, middle: usize, right: usize) -> bool {
        let same = |triple: &Triple| {
            triple.middle == middle
                && (triple.left == left && triple.right == right
                    || left.lag == 0
                        && triple.left == Node::now(right)
                        && triple.right == left.variable)
        };
        self.ambiguous.iter().any(same)
    }
}

/// Rule 1: `a -> b - c` with a and c apart is no collider, so `b -> c`.
fn chains(marks: &Marks) -> Vec<(usize, usize)> {
    marks
        .triples()
        .iter()
        .filter(|t| marks.is(t.left, t.middle, Mark::Forward))
        .filter(|t| !marks.is_ambiguous(t.left, t.middle, t.right))
        .map(|t| (t.middle, t.right))
        .collect()
}

/// Rule 2: `a -> b -> c` with `a - c` makes no circle, so `a -> c`.
fn shortcuts(marks: &Marks) -> Vec<(usize, usize)> {
    let n = marks.marks.n_variables();
    let points = |a: usize, b: usize| marks.is(Node::now(a), b, Mark::Forward);
    let mut list = Vec::new();
    for a in 0..n {
        let open = (0..n).filter(|c| marks.is(Node::now(a), *c, Mark::Open));
        for c in open {
            if (0..n).any(|b| points(a, b) && points(b, c)) {
                list.push((a, c));
            }
        }
    }
    list
}

/// Rule 3: `a - b -> d`, `a - c -> d`, b and c apart, `a - d`: so `a -> d`.
fn kites(marks: &Marks) -> Vec<(usize, usize)> {
    let n = marks.marks.n_variables();
    let mut list = Vec::new();
    for a in 0..n {
        let open: Vec<usize> = (0..n)
            .filter(|other| marks.is(Node::now(a), *other, Mark::Open))
            .collect();
        for d in &open {
            let sides: Vec<usize> = open
                .iter()
                .copied()
                .filter(|side| marks.is(Node::now(*side), *d, Mark::Forward))
                .collect();
            let holds = |b: usize, c: usize| {
                b < c
                    && marks.get(Node::now(b), c).is_none()
                    && !marks.is_ambiguous(Node::now(b), a, c)
            };
            if sides.iter().any(|b| sides.iter().any(|c| holds(*b, *c))) {
                list.push((a, *d));
            }
        }
    }
    list
}
