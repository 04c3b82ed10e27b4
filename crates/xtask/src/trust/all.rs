//! Every proof of trust in a list, and all of them in one run with one table. Refuses to stop at the first
//! that fails: the table says of each how it went.

use std::path::Path;
use std::time::Instant;

use crate::{ChoreError, kills};

type Proof = fn(&Path, &Path, usize) -> Result<(), ChoreError>;

/// Name, what it shows, how many times it tries, and how.
const PROOFS: [(&str, &str, usize, Proof); 8] = [
    (
        "durability",
        "a power cut loses nothing that was acknowledged",
        5000,
        super::durability,
    ),
    (
        "kills",
        "nor does the end of the program in the middle of writing",
        1000,
        |root, binary, n| {
            let target = binary.ancestors().nth(2).unwrap_or(root);
            kills::run(root, target, n)
        },
    ),
    (
        "faults",
        "nor does a disk that fails, call by call",
        usize::MAX,
        super::faults,
    ),
    (
        "flips",
        "a bit that turns over is noticed",
        10_000,
        super::flips,
    ),
    (
        "walls",
        "no web site and no other program gets in",
        1,
        |root, binary, _| super::walls(root, binary),
    ),
    (
        "traces",
        "a use leaves nothing to read behind",
        100,
        super::traces,
    ),
    (
        "writers",
        "eight writers at once lose nothing",
        500,
        super::writers,
    ),
    ("clock", "a wrong clock costs no entry", 20, super::clock),
];

/// Names of the proofs, for the help of the chore.
pub(crate) fn names() -> Vec<&'static str> {
    PROOFS.iter().map(|(name, ..)| *name).collect()
}

/// Runs one by its name; nothing when there is none of that name.
pub(crate) fn one(
    root: &Path,
    name: &str,
    n: Option<usize>,
    binary: impl FnOnce() -> Result<std::path::PathBuf, ChoreError>,
) -> Option<Result<(), ChoreError>> {
    let (.., usual, proof) = PROOFS.iter().find(|(known, ..)| *known == name)?;
    Some(binary().and_then(|binary| proof(root, &binary, n.unwrap_or(*usual))))
}

/// Lists all, runs all, and prints one table.
///
/// # Errors
/// [`ChoreError::Told`] when one failed.
pub(crate) fn all(root: &Path, binary: &Path) -> Result<(), ChoreError> {
    for (name, what, ..) in PROOFS {
        println!("{name:<12} {what}");
    }
    let mut lines = Vec::new();
    let mut is_broken = false;
    for (name, what, n, proof) in PROOFS {
        println!("\n== {name}");
        let start = Instant::now();
        let word = match proof(root, binary, n) {
            Ok(()) => "held",
            Err(error) => {
                println!("{error}");
                is_broken = true;
                "FAILED"
            }
        };
        lines.push(format!(
            "{name:<12} {:>8.1} s  {word:<7} {what}",
            start.elapsed().as_secs_f64()
        ));
    }
    println!("\n== all");
    for line in &lines {
        println!("{line}");
    }
    match is_broken {
        true => Err(ChoreError::Told),
        false => Ok(()),
    }
}
