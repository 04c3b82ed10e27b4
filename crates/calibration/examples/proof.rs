//! Runs the long proof and prints its table. Refuses to write files: the caller keeps the output.
//!
//! `proof now|course around|year|full N [SEED] [MINUTES] [NAME]`: N lives of each cell around the
//! standard one; of half a year and a year, drifting or changed; or of the full population in an
//! order that mixes everything, until the minutes are over; only cells with NAME in their name.

use std::time::{Duration, Instant};

use calibration::population::{Cell, EFFECTS, Effect, cells, cells_around_standard};
use calibration::recipe::DriftShape;
use calibration::stand::{CalibrationReport, MeasurePlan, Methods, Questions, SEED, measure};

fn around() -> Vec<Cell> {
    let mut list = cells_around_standard();
    list.extend(
        EFFECTS
            .iter()
            .skip(1)
            .map(|effect| Cell::STANDARD.with(*effect)),
    );
    list
}

/// Half a year and a year: still, drifting, and changed at mid-record.
fn year() -> Vec<Cell> {
    let drifts = [DriftShape::Line, DriftShape::Cosine, DriftShape::Walk];
    let mut list = Vec::new();
    for days in [180, 365] {
        let at = Cell {
            days,
            ..Cell::STANDARD
        };
        list.push(at);
        list.extend(drifts.map(|shape| Cell {
            drift: Some(shape),
            ..at
        }));
        list.extend([1.0, 1.5, 2.0].map(|size| at.with(Effect::StepAtMid(size))));
    }
    list
}

/// All null cells, so ordered that any beginning of the list holds a bit of everything.
fn mixed() -> Vec<Cell> {
    let list = cells();
    // 1,777 has no factor in common with 4,320: every cell comes once.
    (0..list.len())
        .filter_map(|k| list.get(k * 1777 % list.len()).copied())
        .collect()
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |k: usize| words.get(k).map_or("", String::as_str);
    let questions = match word(0) {
        "now" => Questions::Now,
        "course" => Questions::Course,
        _ => Questions::Both,
    };
    let plan = MeasurePlan {
        n_records: word(2).parse().unwrap_or(100),
        seed: word(3).parse().unwrap_or(SEED),
        questions,
        methods: Methods::FINDING,
    };
    let minutes: u64 = word(4).parse().unwrap_or(60 * 24);
    let list = match word(1) {
        "full" => mixed(),
        "year" => year(),
        _ => around(),
    };
    let start = Instant::now();
    let mut is_first = true;
    for cell in list
        .into_iter()
        .filter(|cell| cell.name().contains(word(5)))
    {
        if start.elapsed() > Duration::from_secs(60 * minutes) {
            break;
        }
        let report: CalibrationReport = measure(&[cell], &plan, &|_, _| ());
        let table = report.to_csv();
        let rows = table.lines().skip(usize::from(!is_first));
        rows.for_each(|row| println!("{row}"));
        is_first = false;
    }
}
