//! Random numbers of which each component of a life has its own stream. Refuses the system's.
//!
//! A stream is ChaCha with 8 rounds, keyed by the seed and counted by component, so that a new
//! component does not reshuffle the others. Everything beyond its bits is arithmetic and `libm`:
//! the same seed gives the same life on every platform.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Components of a life. The numbers are part of every stored digest: append, never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    Dependence = 1,
    WithinDay = 2,
    Drift = 3,
    Week = 4,
    Stress = 5,
    Arousal = 6,
    Contact = 7,
    Exposure = 8,
    Practice = 9,
    Happening = 10,
    Activity = 11,
    Tension = 12,
    Sleep = 13,
    Spells = 14,
    Flickers = 15,
    Times = 16,
    Compliance = 17,
    DayGaps = 18,
    Errors = 19,
    Skips = 20,
    OtherItems = 21,
    Doubles = 22,
    Late = 23,
    Rotation = 24,
    Devices = 25,
    Doses = 26,
    Written = 27,
    FlickerWords = 28,
    CellParameters = 29,
    Beside = 30,
    Trying = 31,
}

/// Mixes two numbers into one, each bit of it depending on all bits of both (SplitMix64).
pub(crate) const fn mix(a: u64, b: u64) -> u64 {
    let mut z = a ^ b.wrapping_add(0x9E37_79B9_7F4A_7C15).rotate_left(23);
    z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Mixes a text into one number (FNV-1a, then SplitMix64).
pub(crate) fn mix_text(text: &str) -> u64 {
    let fnv = text.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    mix(fnv, 0)
}

/// One stream of draws.
#[derive(Debug, Clone)]
pub(crate) struct Draws {
    rng: ChaCha8Rng,
    spare: Option<f64>,
}

impl Draws {
    /// The stream of one component; `part` tells several of its kind apart.
    pub(crate) fn new(seed: u64, stream: Stream, part: usize) -> Self {
        let mut key = [0u8; 32];
        for (idx, chunk) in (0u64..).zip(key.chunks_exact_mut(8)) {
            chunk.copy_from_slice(&mix(seed, idx).to_le_bytes());
        }
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream((stream as u64) << 32 | part as u64);
        Self { rng, spare: None }
    }

    /// 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.rng.next_u64()
    }

    /// Uniform on 0-1, 1 excluded.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
    pub(crate) fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Uniform between two numbers.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// True with this probability; draws once whatever the probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// Standard normal (Box and Muller).
    pub(crate) fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.uniform()));
        let (sin, cos) = libm::sincos(std::f64::consts::TAU * self.uniform());
        self.spare = Some(radius * sin);
        radius * cos
    }

    /// Exponential with this mean.
    pub(crate) fn exponential(&mut self, mean: f64) -> f64 {
        -mean * libm::log(1.0 - self.uniform())
    }

    /// A whole number below `n` (0 when `n` is 0).
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "n is small"
    )]
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.uniform() * n as f64) as usize
    }

    /// One of several; `None` when there is none.
    pub(crate) fn one_of<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let idx = self.below(choices.len());
        choices.get(idx)
    }
}
