//! People of whom many things move together: from the day on that was asked for, and only those.

use calibration::beside::{Beside, Common, person_in_common};
use calibration::population::Cell;
use series::Series;

const BESIDE: Beside = Beside {
    n_candidates: 6,
    trigger: None,
    has_suspect: false,
    has_drift: false,
};

fn moved_by(step_sd: f64) -> Series {
    let common = Common {
        sd: 0.0,
        rho_per_day: 0.5,
        from_day: 60,
        step_sd,
    };
    person_in_common(&Cell::STANDARD, (&BESIDE, &common), 0, 3).unwrap()
}

#[test]
fn a_common_step_moves_numbness_and_two_of_three_things_from_its_day_on() {
    let (still, moved) = (moved_by(0.0), moved_by(2.0));
    let first = still.numbness.first_day;
    for (before, after) in still.numbness.points.iter().zip(&moved.numbness.points) {
        let is_late = before.day.days_since(first) >= 60;
        match (before.numbness, after.numbness) {
            (Some(before), Some(after)) if is_late => assert!(after > before || after >= 100.0),
            (before, after) => assert_eq!(before, after),
        }
    }
    let is_moved: Vec<bool> = (still.candidates.iter().zip(&moved.candidates))
        .map(|(before, after)| before.points != after.points)
        .collect();
    assert_eq!(is_moved, [true, true, false, true, true, false]);
}
