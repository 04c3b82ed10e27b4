//! Counts the rows at each moment. Refuses to take more room than it must: most tables go forward.

use std::collections::HashMap;

/// Moments so far.
#[derive(Debug, Default)]
pub(super) struct Moments {
    /// Those that did not go back behind one before, in rising order, each once: eight bytes a row.
    forward: Vec<i64>,
    /// How many rows each of them had, as far as a byte counts.
    n_rows: Vec<u8>,
    /// Rows of moments that went back, and those beyond a byte.
    others: HashMap<i64, u32>,
    /// Where the row before was found: tables that hold a time twice go through it in the same order.
    near: usize,
}

impl Moments {
    /// How many rows came before at this moment. Within one table, zones at the same instant differ
    /// by their offset.
    pub(super) fn nth(&mut self, unix_seconds: i64, offset_seconds: i32) -> u32 {
        // Years end at 2200, and no offset is longer than a day: both fit.
        let at = unix_seconds * (1 << 18) + i64::from(offset_seconds);
        if self.forward.last().is_none_or(|last| *last < at) {
            self.forward.push(at);
            self.n_rows.push(1);
            return 0;
        }
        let before = match self.place(at).and_then(|idx| self.n_rows.get_mut(idx)) {
            Some(n) if *n < u8::MAX => {
                *n += 1;
                return u32::from(*n) - 1;
            }
            Some(n) => u32::from(*n),
            None => 0,
        };
        let n = self.others.entry(at).or_default();
        *n += 1;
        before + *n - 1
    }

    /// Where a moment stands among those that went forward.
    fn place(&mut self, at: i64) -> Option<usize> {
        let next = [
            self.near,
            self.near + 1,
            self.forward.len().saturating_sub(1),
        ];
        let is_at = |idx: &usize| self.forward.get(*idx) == Some(&at);
        let found = next.into_iter().find(is_at);
        self.near = match found {
            Some(idx) => idx,
            None => self.forward.binary_search(&at).ok()?,
        };
        Some(self.near)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_its_place_among_those_of_its_moment_in_any_order() {
        let mut moments = Moments::default();
        let mut nth = |seconds| moments.nth(seconds, 0);
        let order = [5, 5, 9, 5, 2, 2, 9, 9, 5];
        let places: Vec<u32> = order.into_iter().map(&mut nth).collect();
        assert_eq!(places, [0, 1, 0, 2, 0, 1, 1, 2, 3]);
    }

    #[test]
    fn a_moment_has_more_rows_than_a_byte_counts() {
        let mut moments = Moments::default();
        for (before, seconds) in [(0, 7), (0, 9), (0, 3)] {
            assert_eq!(moments.nth(seconds, 0), before);
        }
        for n in 1..1_000 {
            assert_eq!(moments.nth(7, 0), n);
            assert_eq!(moments.nth(3, 0), n);
        }
        assert_eq!(moments.nth(9, 0), 1);
    }
}
