//! Which nodes stay joined once everything else is taken into account, before any direction.
//! Refuses nothing.

use super::node::{Cube, Node};
use super::partial::{Tested, Tester};

/// What a test is always given: the past of both of its ends.
pub(super) struct Pasts {
    /// The past nodes of each variable, strongest first.
    pub of: Vec<Vec<Node>>,
}

impl Pasts {
    /// The past of `to` without `from`, then the past of `from`.
    pub fn around(&self, from: Node, to: usize) -> Vec<Node> {
        let own = self.of[to].iter().copied().filter(|node| *node != from);
        let other = self.of[from.variable]
            .iter()
            .map(|node| node.back(from.lag));
        own.chain(other).collect()
    }
}

/// Joined nodes and what their tests found.
pub(super) struct Skeleton {
    /// Whether two nodes are joined; same-time pairs in both orders.
    pub joined: Cube<bool>,
    pub found: Cube<Tested>,
}

/// Takes links away that same-time neighbors explain (Runge 2020, algorithm 2).
pub(super) fn skeleton(
    tester: &mut Tester,
    pasts: &Pasts,
    found: Cube<Tested>,
    (alpha, n_conditions_max): (f64, usize),
) -> Skeleton {
    let mut search = Search::new(pasts, found, alpha);
    let mut n_conditions = 0;
    loop {
        let links = search.links(n_conditions);
        if links.is_empty() || n_conditions > n_conditions_max {
            break;
        }
        for (from, to) in links {
            if search.joined.get(from, to) {
                search.try_to_part(tester, pasts, (from, to), n_conditions);
            }
        }
        search.sort_neighbors();
        n_conditions += 1;
    }
    Skeleton {
        joined: search.joined,
        found: search.found,
    }
}

struct Search {
    joined: Cube<bool>,
    found: Cube<Tested>,
    /// The smallest size of each correlation so far.
    size: Cube<f64>,
    /// Same-time neighbors of each variable, strongest first.
    neighbors: Vec<Vec<usize>>,
    alpha: f64,
}

impl Search {
    fn new(pasts: &Pasts, mut found: Cube<Tested>, alpha: f64) -> Self {
        let n = found.n_variables();
        let mut joined = Cube::new(n, found.lag_max(), false);
        let untested = Tested {
            correlation: 0.0,
            p_value: -1.0,
        };
        for (to, past) in pasts.of.iter().enumerate() {
            let others = (0..n).filter(|from| *from != to).map(Node::now);
            for from in others.chain(past.iter().copied()) {
                joined.set(from, to, true);
                found.set(from, to, untested);
            }
        }
        let neighbors = (0..n)
            .map(|to| (0..n).filter(|from| *from != to).collect())
            .collect();
        Self {
            size: Cube::new(n, found.lag_max(), f64::INFINITY),
            joined,
            found,
            neighbors,
            alpha,
        }
    }

    /// Links whose later end has enough other neighbors, in order.
    fn links(&self, n_conditions: usize) -> Vec<(Node, usize)> {
        let n = self.joined.n_variables();
        let mut list = Vec::new();
        for variable in 0..n {
            for to in 0..n {
                for lag in 0..=self.joined.lag_max() {
                    let from = Node { variable, lag };
                    let needed = n_conditions + usize::from(lag == 0);
                    if self.joined.get(from, to) && self.neighbors[to].len() >= needed {
                        list.push((from, to));
                    }
                }
            }
        }
        list
    }

    /// Looks for one set of neighbors that makes a link needless.
    fn try_to_part(
        &mut self,
        tester: &mut Tester,
        pasts: &Pasts,
        (from, to): (Node, usize),
        n_conditions: usize,
    ) {
        let others: Vec<Node> = self.neighbors[to]
            .iter()
            .filter(|other| from != Node::now(**other))
            .map(|other| Node::now(*other))
            .collect();
        let around = pasts.around(from, to);
        let (mut size, mut weakest) = (self.size.get(from, to), self.found.get(from, to));
        for_each_subset(&others, n_conditions, &mut |subset| {
            let tested = tester.test(from, Node::now(to), around.iter().chain(subset));
            size = size.min(tested.correlation.abs());
            if tested.p_value > weakest.p_value {
                weakest = tested;
            }
            tested.p_value <= self.alpha
        });
        self.size.set(from, to, size);
        self.found.set(from, to, weakest);
        if weakest.p_value > self.alpha {
            self.joined.set(from, to, false);
            if from.lag == 0 {
                self.joined.set(Node::now(to), from.variable, false);
            }
        }
    }

    fn sort_neighbors(&mut self) {
        for to in 0..self.neighbors.len() {
            let (joined, size) = (&self.joined, &self.size);
            self.neighbors[to].retain(|from| joined.get(Node::now(*from), to));
            let strength = |from: &usize| size.get(Node::now(*from), to);
            self.neighbors[to].sort_by(|a, b| strength(b).total_cmp(&strength(a)));
        }
    }
}

/// Hands every subset of `size` elements to `visit`, in lexical order, until it returns false.
pub(super) fn for_each_subset(
    elements: &[Node],
    size: usize,
    visit: &mut impl FnMut(&[Node]) -> bool,
) {
    if size > elements.len() {
        return;
    }
    let mut places: Vec<usize> = (0..size).collect();
    let mut chosen: Vec<Node> = elements[..size].to_vec();
    while visit(&chosen) {
        // The last place that can still move on.
        let Some(moving) = (0..size).rfind(|k| places[*k] + size < elements.len() + k) else {
            return;
        };
        let start = places[moving] + 1;
        for k in moving..size {
            places[k] = start + k - moving;
            chosen[k] = elements[places[k]];
        }
    }
}
