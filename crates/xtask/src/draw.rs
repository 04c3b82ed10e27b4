//! Numbers for chores that need some. Refuses to be a source of secrets.

/// A stream of numbers (SplitMix64, Steele and others 2014, doi:10.1145/2714064.2660195).
pub(crate) struct Draw(u64);

impl Draw {
    /// Different on every run, so that many runs see many moments.
    pub fn of_now() -> Self {
        let nanos = jiff::Timestamp::now().as_nanosecond();
        Self(u64::try_from(nanos & i128::from(u64::MAX)).unwrap_or(1))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}
