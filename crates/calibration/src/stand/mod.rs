//! The test stand: many lives with known truth through the doors of the answers.
//!
//! [`calibrate`] measures on the standard population, [`calibrate_twin`] on twins of one record,
//! [`measure`] on any cells. Refuses to tune: what misses the promise is reported as a miss. The
//! same options give the same report, whatever the number of threads.

mod acting;
mod crew;
mod expected;
mod hostile;
mod measure;
mod quiet;
mod report;
mod share;
mod together;
mod twin;

pub use crew::{Progress, all};
pub use hostile::{hostile, unsound};
pub use measure::{FOUND_WITHIN_DAYS, Methods, Questions};
pub use report::{
    COVERAGE, CalibrationReport, CellReport, CourseReport, FALSE_CLAIMS_MAX, NowReport,
};
pub use share::Share;
pub use together::{
    Asked, CANDIDATES, CANDIDATES_MAX, Crowd, QUESTIONS, QuestionReport, Seen, TogetherReport,
    When, measure_together,
};
pub use twin::{CHANGE_POINTS, TRIGGER_POINTS, TwinReport, calibrate_twin};

use crate::population::{Cell, Effect, cells_around_standard, recipe};
use expected::Expected;
use measure::{Bench, Measured};

/// Seed of the published results.
pub const SEED: u64 = 20_261_123;
/// Lives of a cell or twins at most.
pub const RECORDS_MAX: usize = 1_000_000;
const DAYS_MAX: u32 = 3_650;

/// What is measured; `None`: as in the standard population.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CalibrateOptions {
    /// Lives of each cell, or twins; 1 to [`RECORDS_MAX`].
    pub n_records: usize,
    /// Length of the record, 1 to 3,650 days.
    pub days: Option<u32>,
    /// Share of check-ins without an answer, 0 to 0.9.
    pub missing: Option<f64>,
    /// Correlation of two moments a day apart, 0 to 0.98.
    pub dependence: Option<f64>,
    /// Things logged beside the numbness that do nothing, 0 to [`CANDIDATES_MAX`], where all
    /// questions are asked together; 5, 12 and 40 if `None`. A twin keeps its own.
    pub candidates: Option<u32>,
    /// Change that a twin is given at mid-record, points of 100; [`CHANGE_POINTS`] if `None`.
    pub change_points: Option<f64>,
    /// Start of all draws; [`SEED`] if `None`.
    pub seed: Option<u64>,
}

/// Says why nothing was measured.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StandError {
    /// An option is outside its range.
    #[error("{what} is {value}, and has to be from {min} to {max}")]
    OutOfRange {
        /// Which option.
        what: &'static str,
        /// Its value.
        value: f64,
        /// Smallest.
        min: f64,
        /// Largest.
        max: f64,
    },
    /// The record is too short for twins.
    #[error("the record has {have} days with an answer, and a twin needs {need}")]
    TooFewDays {
        /// Days with an answer.
        have: usize,
        /// Days needed.
        need: usize,
    },
    /// Every answer is the same number, so that a twin has nothing to draw from.
    #[error("every answer of the record is the same")]
    AllAlike,
}

impl CalibrateOptions {
    /// So many records, all else as in the standard population.
    #[must_use]
    pub fn records(n_records: usize) -> Self {
        Self {
            n_records,
            ..Self::default()
        }
    }

    /// Refuses options outside their ranges.
    ///
    /// # Errors
    /// [`StandError::OutOfRange`].
    pub fn check(&self) -> Result<(), StandError> {
        let counts = share::number(self.n_records);
        in_range("records", counts, 1.0, share::number(RECORDS_MAX))?;
        let days = self.days.map_or(1.0, f64::from);
        in_range("days", days, 1.0, f64::from(DAYS_MAX))?;
        in_range("missing", self.missing.unwrap_or(0.0), 0.0, 0.9)?;
        in_range("dependence", self.dependence.unwrap_or(0.0), 0.0, 0.98)?;
        let candidates = self.candidates.map_or(0.0, f64::from);
        in_range("candidates", candidates, 0.0, f64::from(CANDIDATES_MAX))?;
        in_range("change", self.change_points.unwrap_or(1.0), 0.1, 100.0)
    }

    fn seed(&self) -> u64 {
        self.seed.unwrap_or(SEED)
    }

    /// A cell of the standard population with what was asked for put in.
    fn put_into(&self, cell: Cell) -> Cell {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 90 after the check"
        )]
        let gap_percent = self.missing.map(|share| (share * 100.0).round() as u32);
        Cell {
            days: self.days.unwrap_or(cell.days),
            gap_percent: gap_percent.unwrap_or(cell.gap_percent),
            rho_per_day: self.dependence.unwrap_or(cell.rho_per_day),
            ..cell
        }
    }

    /// The standard people with few, some and many candidates, or as many as asked for.
    fn crowds(&self) -> Vec<Crowd> {
        let asked = self.candidates.map(|n| vec![n]);
        let numbers = asked.unwrap_or_else(|| CANDIDATE_COUNTS.to_vec());
        let cell = self.put_into(Cell::STANDARD);
        let crowd = |n_candidates| Crowd { cell, n_candidates };
        numbers.into_iter().map(crowd).collect()
    }

    /// Cells without an effect, then the standard one with a change.
    fn cells(&self) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        let nulls = cells_around_standard().into_iter();
        let changed = CHANGES.map(|effect| Cell::STANDARD.with(effect));
        for cell in nulls.chain(changed).map(|cell| self.put_into(cell)) {
            if !cells.contains(&cell) {
                cells.push(cell);
            }
        }
        cells
    }
}

/// Numbers of candidates that all questions together are measured with.
const CANDIDATE_COUNTS: [u32; 3] = [5, CANDIDATES, 40];

/// Changes by which the standard cell's power is shown.
const CHANGES: [Effect; 3] = [
    Effect::StepAtMid(1.0),
    Effect::StepAtMid(1.5),
    Effect::StepAtMid(2.0),
];

fn in_range(what: &'static str, value: f64, min: f64, max: f64) -> Result<(), StandError> {
    if (min..=max).contains(&value) {
        return Ok(());
    }
    Err(StandError::OutOfRange {
        what,
        value,
        min,
        max,
    })
}

/// Measures the answers on the standard population: the standard cell, every cell that differs
/// from it in one thing, and the standard cell with a change; then all questions together on people
/// with things logged beside their numbness. Options put into every cell.
///
/// # Errors
/// [`StandError::OutOfRange`].
pub fn calibrate(
    options: &CalibrateOptions,
    on_progress: Progress<'_>,
) -> Result<CalibrationReport, StandError> {
    options.check()?;
    let plan = MeasurePlan {
        n_records: options.n_records,
        seed: options.seed(),
        questions: Questions::Both,
        methods: Methods::FINDING,
    };
    let (cells, crowds) = (options.cells(), options.crowds());
    let n_cells = cells.len() * options.n_records;
    let of = n_cells + crowds.len() * options.n_records;
    let mut report = measure(&cells, &plan, &|n, _| on_progress(n, of));
    let people = (options.n_records, options.seed());
    let on_people = |n: usize, _: usize| on_progress(n_cells + n, of);
    report.all_questions = measure_together(&crowds, QUESTIONS, people, &on_people);
    Ok(report)
}

/// How many lives of each cell go through which answers.
#[derive(Debug, Clone, Copy)]
pub struct MeasurePlan {
    /// Lives of each cell.
    pub n_records: usize,
    /// Start of all draws.
    pub seed: u64,
    /// What is asked.
    pub questions: Questions,
    /// What answers.
    pub methods: Methods,
}

/// Measures answers on cells of one's own. A cell that no life can hold has no records.
#[must_use]
pub fn measure(cells: &[Cell], plan: &MeasurePlan, on_progress: Progress<'_>) -> CalibrationReport {
    let bench = Bench {
        methods: plan.methods,
        questions: plan.questions,
        seed: plan.seed,
    };
    let expected: Vec<Expected> = cells
        .iter()
        .map(|cell| Expected::new(&recipe(cell, 0, plan.seed).diary.style))
        .collect();
    let n_tasks = cells.len() * plan.n_records;
    let lives: Vec<Option<Measured>> = crew::all(n_tasks, on_progress, |task| {
        let place = task / plan.n_records;
        let idx = u64::try_from(task % plan.n_records).ok()?;
        bench.measure(cells.get(place)?, idx, expected.get(place)?)
    });
    let has = (plan.questions.has_now(), plan.questions.has_course());
    let rows = cells.iter().zip(lives.chunks(plan.n_records.max(1)));
    CalibrationReport {
        seed: plan.seed,
        all_questions: Vec::new(),
        cells: rows
            .map(|(cell, lives)| {
                let lives: Vec<Measured> = lives.iter().flatten().copied().collect();
                CellReport::new(cell, &lives, has)
            })
            .collect(),
    }
}
