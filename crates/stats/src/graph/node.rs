//! One variable some steps ago: what tests take and what links join. Refuses nothing: its makers
//! stay inside the window.

/// Variable `variable`, `lag` steps before now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node {
    /// Position of the variable, counted from 0.
    pub variable: usize,
    /// Steps before now; 0 is now.
    pub lag: usize,
}

impl Node {
    /// The variable now.
    pub(super) const fn now(variable: usize) -> Self {
        Self { variable, lag: 0 }
    }

    /// The same variable `steps` further back.
    pub(super) const fn back(self, steps: usize) -> Self {
        Self {
            variable: self.variable,
            lag: self.lag + steps,
        }
    }
}

/// A number for each variable, each variable and each lag from 0 to the longest.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cube<T> {
    n_variables: usize,
    lag_max: usize,
    cells: Vec<T>,
}

impl<T: Copy> Cube<T> {
    pub fn new(n_variables: usize, lag_max: usize, cell: T) -> Self {
        let cells = vec![cell; n_variables * n_variables * (lag_max + 1)];
        Self {
            n_variables,
            lag_max,
            cells,
        }
    }

    pub const fn n_variables(&self) -> usize {
        self.n_variables
    }

    pub const fn lag_max(&self) -> usize {
        self.lag_max
    }

    pub fn get(&self, from: Node, to: usize) -> T {
        self.cells[self.place(from, to)]
    }

    pub fn set(&mut self, from: Node, to: usize, cell: T) {
        let place = self.place(from, to);
        self.cells[place] = cell;
    }

    const fn place(&self, from: Node, to: usize) -> usize {
        (from.variable * self.n_variables + to) * (self.lag_max + 1) + from.lag
    }
}
