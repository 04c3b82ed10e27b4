//! Counts the rows at each moment. Refuses to take more room than it must: most tables go forward.

use std::collections::HashMap;

/// Moments so far.
#[derive(Debug, Default)]
pub(super) struct Moments {
    /// Those that did not go back behind one before, in rising order: eight bytes a row.
    forward: Vec<i64>,
    /// How often each other one came.
    back: HashMap<i64, u32>,
}

impl Moments {
    /// How many rows came before at this moment. Within one table, zones at the same instant differ
    /// by their offset.
    pub(super) fn nth(&mut self, unix_seconds: i64, offset_seconds: i32) -> u32 {
        // Years end at 2200, and no offset is longer than a day: both fit.
        let at = unix_seconds * (1 << 18) + i64::from(offset_seconds);
        let first = match self.forward.last() {
            Some(last) if *last > at => {
                let n_forward = self.n_forward(at);
                let n_back = self.back.entry(at).or_default();
                *n_back += 1;
                return n_forward + *n_back - 1;
            }
            Some(last) if *last == at => self.n_forward(at),
            _ => 0,
        };
        self.forward.push(at);
        first
    }

    fn n_forward(&self, at: i64) -> u32 {
        let first = self.forward.partition_point(|other| *other < at);
        let n = self.forward.partition_point(|other| *other <= at) - first;
        u32::try_from(n).unwrap_or(u32::MAX)
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
}
