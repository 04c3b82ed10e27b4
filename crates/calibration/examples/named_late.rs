//! Measures false claims of people who look, and then name what looked strongest. Refuses to write
//! files: the caller keeps the output.
//!
//! `named_late N [SEED]`: N people a row with nothing going on; 120 days, three check-ins, 30% missing,
//! twelve candidates. They look at day 60, and at day 120 again, each time at 5%. Share of people
//! who get any claim at day 120.
//! - `never`: nobody names anything;
//! - `one`, `three`: on day 60, who got no claim names what had the smallest p-values;
//! - `as_if_from_start`: the same as `one`, counted as if it had been named on the first day, which is
//!   what the rule about naming forbids.

use std::collections::BTreeSet;

use calibration::beside::{Beside, person};
use calibration::population::Cell;
use calibration::stand::{SEED, Share, all};
use finding::triggers::{self, Triggers};
use record::LocalDay;
use series::{Named, Series, Subject};

const LEVEL: f64 = 0.05;
const DAYS: u32 = 120;
const FIRST_LOOK: i32 = 60;

#[derive(Clone, Copy)]
struct Story {
    name: &'static str,
    n_named: usize,
    is_from_start: bool,
}

const STORIES: [Story; 4] = [
    Story {
        name: "never",
        n_named: 0,
        is_from_start: false,
    },
    Story {
        name: "one",
        n_named: 1,
        is_from_start: false,
    },
    Story {
        name: "three",
        n_named: 3,
        is_from_start: false,
    },
    Story {
        name: "as_if_from_start",
        n_named: 1,
        is_from_start: true,
    },
];

/// What is found in the whole of a series.
fn look(series: &Series) -> Option<Triggers> {
    let mut series = series.clone();
    // Over when it is brought along: looked at once, whole.
    series.numbness.written_on = series.numbness.last_day.plus_days(400);
    triggers::answer(Some(&series), 1).finding().cloned()
}

/// Whether anything is claimed at 5%, of suspects alone or of all.
fn claims(found: &Triggers, of_suspects: bool) -> bool {
    let p = |t: &triggers::Tested| t.p_adjusted * found.alpha / finding::FAMILY_WISE;
    let mut tested = found.tested.iter();
    tested.any(|t| (!of_suspects || t.is_suspect) && p(t) <= LEVEL)
}

/// The subjects with the smallest p-values.
fn strongest(found: &Triggers, n: usize) -> BTreeSet<Subject> {
    let mut tested: Vec<_> = found.tested.iter().collect();
    tested.sort_by(|a, b| a.p_value.total_cmp(&b.p_value));
    let mut named = BTreeSet::new();
    for tested in tested {
        if named.len() < n {
            named.insert(tested.subject.clone());
        }
    }
    named
}

/// Whether a person gets any claim at the second look, for each story; and one of a suspect.
fn one(cell: &Cell, idx: usize, seed: u64) -> Option<Vec<(bool, bool)>> {
    let beside = Beside {
        n_candidates: 12,
        trigger: None,
        has_suspect: false,
        has_drift: true,
    };
    let series = person(cell, &beside, u64::try_from(idx).ok()?, seed)?;
    let first_day = series.numbness.first_day;
    let look_day: LocalDay = first_day.plus_days(FIRST_LOOK - 1);
    let before = look(&series.up_to(look_day)?)?;
    let has_claim = claims(&before, false);
    let told = STORIES.iter().map(|story| {
        let n = if has_claim { 0 } else { story.n_named };
        let named = strongest(&before, n);
        let since = if story.is_from_start {
            first_day
        } else {
            look_day.plus_days(1)
        };
        let mut series = series.clone();
        for candidate in &mut series.candidates {
            if named.contains(&candidate.subject) {
                candidate.named = vec![Named { since, until: None }];
            }
        }
        let after = look(&series)?;
        Some((claims(&after, false), claims(&after, true)))
    });
    told.collect()
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (
        usize::try_from(number(0, 100)).unwrap_or(0),
        number(1, SEED),
    );
    println!("cell,story,people,any_claim,low,high,of_a_suspect");
    for rho_per_day in [0.5, 0.9] {
        let cell = Cell {
            rho_per_day,
            days: DAYS,
            ..Cell::STANDARD
        };
        let told = all(n, &|_, _| (), |idx| one(&cell, idx, seed));
        for (place, story) in STORIES.iter().enumerate() {
            let of = |person: &Option<Vec<(bool, bool)>>| person.as_ref()?.get(place).copied();
            let any = Share::count(told.iter().map(|p| of(p).map(|(any, _)| any)));
            let suspect = Share::count(told.iter().map(|p| of(p).map(|(_, s)| s)));
            println!(
                "{},{},{},{:.4},{:.4},{:.4},{:.4}",
                cell.name(),
                story.name,
                any.of,
                any.share.unwrap_or(0.0),
                any.low,
                any.high,
                suspect.share.unwrap_or(0.0),
            );
        }
    }
}
