//! One run of changed files through one reader. Refuses chance of its own: the same seed gives the same
//! files, as long as the reader gives the same answers.

use std::collections::BTreeSet;

use super::corpus::Seed;
use super::mutate::Mutator;

/// Reads bytes; gives what came of it in a few letters, so that new ways are noticed.
pub type Read = Box<dyn Fn(&[u8]) -> String>;

/// Something that reads foreign bytes.
pub struct Target {
    /// Its name in tables.
    pub name: String,
    /// Kept files of its kind.
    pub seeds: Vec<Seed>,
    /// How it reads.
    pub read: Read,
}

/// What became of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ran {
    /// Files that were read.
    pub n_files: u64,
    /// Different things that came of them.
    pub n_ways: usize,
}

/// Changed files that were answered in a new way and are changed on.
const KEPT_MAX: usize = 2_000;

/// Reads changed files of one target as long as `goes_on` says of their number. Each file is shown to
/// `before` before it is read.
pub fn run(
    target: &Target,
    seed: u64,
    goes_on: &mut dyn FnMut(u64) -> bool,
    before: &mut dyn FnMut(&[u8]),
) -> Ran {
    let mut draws = Mutator::new(seed);
    let mut pool: Vec<Seed> = target.seeds.clone();
    if pool.is_empty() {
        pool.push(Seed::empty());
    }
    let mut ways: BTreeSet<String> = BTreeSet::new();
    let mut ran = Ran {
        n_files: 0,
        n_ways: 0,
    };
    // First every kept file as it is.
    let mut whole = pool.clone().into_iter();
    while goes_on(ran.n_files) {
        let next = match whole.next() {
            Some(seed) => seed,
            None => {
                let one = draws.pick(&pool).cloned().unwrap_or_else(Seed::empty);
                let other = draws.pick(&pool).map(Seed::bytes).unwrap_or_default();
                one.changed(&mut draws, &other)
            }
        };
        let bytes = next.bytes();
        before(&bytes);
        ran.n_files += 1;
        let way = (target.read)(&bytes);
        if ways.insert(way) && pool.len() < KEPT_MAX {
            pool.push(next);
        }
    }
    ran.n_ways = ways.len();
    ran
}
