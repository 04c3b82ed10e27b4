//! Numbers for chores that need some. Refuses to be a source of secrets.

/// A stream of numbers (SplitMix64, Steele and others 2014, doi:10.1145/2714064.2660195).
pub(crate) struct Draw(u64);

impl Draw {
    /// Different on every run, so that many runs see many moments.
    pub fn of_now() -> Self {
        let nanos = jiff::Timestamp::now().as_nanosecond();
        Self(u64::try_from(nanos & i128::from(u64::MAX)).unwrap_or(1))
    }

    /// The same for the same seed.
    pub const fn of_seed(seed: u64) -> Self {
        Self(seed)
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

    /// A place in a list of `n`.
    pub fn place(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.below(n)).unwrap_or(0)
    }

    /// Evenly from above 0 to 1.
    pub fn share(&mut self) -> f64 {
        let top = u32::try_from(self.next() >> 32).unwrap_or(0);
        (f64::from(top) + 1.0) / 4_294_967_296.0
    }

    /// Standard normal (Box & Muller 1958, doi:10.1214/aoms/1177706645).
    pub fn normal(&mut self) -> f64 {
        let (length, angle) = (self.share(), self.share());
        (-2.0 * length.ln()).sqrt() * (std::f64::consts::TAU * angle).cos()
    }
}
