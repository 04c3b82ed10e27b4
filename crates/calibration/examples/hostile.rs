//! Puts hostile series through all answers (bar B10) and prints how many went wrong. Refuses to write
//! files: the caller keeps the output.
//!
//! `hostile N [SEED]`. Each kind of trouble is shown once, on the error output.

use std::collections::BTreeMap;
use std::panic::catch_unwind;

use calibration::stand::{SEED, all, hostile};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |k: usize| words.get(k).map_or("", String::as_str);
    let n: usize = word(0).parse().unwrap_or(10_000);
    let seed = word(1).parse().unwrap_or(SEED);
    std::panic::set_hook(Box::new(|_| ()));
    let ends = all(n, &|_, _| (), |idx| {
        let idx = u64::try_from(idx).unwrap_or(u64::MAX);
        let told = catch_unwind(|| hostile(idx, seed));
        match told {
            Ok(None) => None,
            Ok(Some(what)) => Some(("unsound", idx, what)),
            Err(_) => Some(("panic", idx, String::new())),
        }
    });
    let mut counts: BTreeMap<String, (usize, u64, String)> = BTreeMap::new();
    for (kind, idx, what) in ends.into_iter().flatten() {
        let question = what.split(':').next().unwrap_or("");
        let entry = counts.entry(format!("{kind} {question}"));
        entry.or_insert((0, idx, what.clone())).0 += 1;
    }
    println!("series,seed,went_wrong");
    println!(
        "{n},{seed},{}",
        counts.values().map(|(n, ..)| n).sum::<usize>()
    );
    for (kind, (times, idx, what)) in counts {
        eprintln!("{kind}: {times} times, first series {idx}: {what}");
    }
}
