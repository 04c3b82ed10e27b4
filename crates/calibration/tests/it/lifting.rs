//! Spells that lift are counted and their length is told; numbness that never lifts is never said to
//! have lifted.

use calibration::lifting::{Goes, LINE, Lifting, Told, person, true_median};
use calibration::population::Cell;

const SEED: u64 = 11;

fn people(goes: Goes, n: u64) -> (Lifting, Vec<Told>) {
    let kind = Lifting {
        cell: Cell {
            days: 365,
            ..Cell::STANDARD
        },
        goes,
        burst_days: 2.0,
    };
    let told = (0..n).filter_map(|idx| person(&kind, idx, SEED)).collect();
    (kind, told)
}

#[test]
fn what_never_lifts_is_never_said_to_have_lifted() {
    for goes in [Goes::Always, Goes::AlwaysNarrowly, Goes::CameAndStays] {
        let (_, told) = people(goes, 6);
        assert_eq!(told.len(), 6);
        for told in told {
            let recovery = told.spells.recovery.unwrap();
            assert_eq!((recovery.n_lifted, told.n_lifted), (0, 0), "{goes:?}");
            assert!(recovery.lasted.is_none() && told.spells.threshold == LINE);
        }
    }
}

#[test]
fn spells_that_lift_are_counted_and_their_median_lies_in_its_interval() {
    let (kind, told) = people(Goes::Lifts(14.0), 16);
    let median = true_median(&kind, SEED).unwrap();
    assert!((13.0..=16.0).contains(&median), "{median}");
    let (mut n_held, mut n_told, mut n_more) = (0, 0, 0);
    for told in &told {
        let recovery = told.spells.recovery.unwrap();
        n_more += usize::from(recovery.n_lifted > told.n_lifted);
        if let Some(lasted) = recovery.lasted {
            n_told += 1;
            let is_below = lasted.high.is_none_or(|high| median <= high);
            n_held += usize::from(lasted.low <= median && is_below);
        }
    }
    // Of 16, at .95, fewer than 13 would be seen once in 140 times.
    assert!(n_told >= 14 && n_held + 3 >= n_told, "{n_held} of {n_told}");
    // Where the paths of two spells run into each other they are told as one: too few, not too many.
    assert!(n_more <= 1, "{n_more}");
}
