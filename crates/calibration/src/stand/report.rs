//! What the stand measured, as numbers, as a table, and against the promise. Refuses adjectives.

use serde::Serialize;

use super::measure::{CourseMeasured, Measured, Nearest, NowMeasured};
use super::share::{Share, median};
use super::together::TogetherReport;
use crate::population::{Cell, Effect};

/// Share of records with nothing in them that may get a claim.
pub const FALSE_CLAIMS_MAX: f64 = 0.05;
/// Share of intervals that must hold their truth.
pub const COVERAGE: (f64, f64) = (0.93, 0.97);

/// `now` in one cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NowReport {
    /// Intervals of the difference that hold the true difference.
    pub difference_coverage: Share,
    /// Intervals of the week's level that hold the true mean of the week.
    pub week_coverage: Share,
    /// Intervals of the four weeks' level that hold their true mean.
    pub before_coverage: Share,
    /// Intervals of the difference that leave zero out.
    pub told_apart: Share,
    /// Median width of the interval of the difference, points of 100.
    pub width_median: Option<f64>,
    /// Answers withheld.
    pub withheld: Share,
}

/// `course` in one cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CourseReport {
    /// Nothing changed in these lives: every claim is a false one.
    pub is_null: bool,
    /// Records with a claim at the last look.
    pub claims: Share,
    /// Records with a claim at any look.
    pub claims_ever: Share,
    /// Records whose true change was found at the last look: right sign, at most 14 days off.
    pub found: Option<Share>,
    /// Median distance of the claimed day from the true one, days.
    pub days_off_median: Option<f64>,
    /// Ranges of the change's day that hold the true day, among records with a claim.
    pub day_coverage: Option<Share>,
    /// Intervals of the change's size that hold the true size, among records with a claim.
    pub size_coverage: Option<Share>,
    /// Answers withheld at every look.
    pub withheld: Share,
}

/// One kind of people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CellReport {
    /// Name of the cell, such as `r0.5-g30-d90-c3-line-nodrift-week-null`.
    pub name: String,
    /// Lives measured.
    pub n_records: usize,
    /// How is it now? `None`: not asked.
    pub now: Option<NowReport>,
    /// What is it doing? `None`: not asked.
    pub course: Option<CourseReport>,
}

/// How often the answers are wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CalibrationReport {
    /// Seed of all lives.
    pub seed: u64,
    /// One entry a cell, in the order asked.
    pub cells: Vec<CellReport>,
    /// All questions together on people with things logged beside their numbness; empty where they
    /// were not asked.
    pub all_questions: Vec<TogetherReport>,
}

impl CellReport {
    pub(super) fn new(cell: &Cell, lives: &[Measured], has: (bool, bool)) -> Self {
        Self {
            name: cell.name(),
            n_records: lives.len(),
            now: has.0.then(|| now_report(lives)),
            course: has.1.then(|| course_report(cell, lives)),
        }
    }

    /// No sign against the promise: false claims may be 5%, intervals may hold in 93-97%.
    #[must_use]
    pub fn is_within_promise(&self) -> bool {
        let holds = |share: &Share| share.high >= COVERAGE.0 && share.low <= COVERAGE.1;
        let now = self.now.as_ref().is_none_or(|now| {
            holds(&now.difference_coverage)
                && holds(&now.week_coverage)
                && holds(&now.before_coverage)
        });
        let course = self.course.as_ref().is_none_or(|course| {
            !course.is_null
                || (course.claims.low <= FALSE_CLAIMS_MAX
                    && course.claims_ever.low <= FALSE_CLAIMS_MAX)
        });
        now && course
    }
}

impl CalibrationReport {
    /// No cell speaks against the promise.
    ///
    /// A cell does when the 95% interval of its false claims lies above 5%, or that of the
    /// coverage of an interval lies outside 93-97%. The day and the size of a change are measured
    /// among claims only and are not part of the promise.
    #[must_use]
    pub fn is_within_promise(&self) -> bool {
        self.cells.iter().all(CellReport::is_within_promise)
            && (self.all_questions.iter()).all(TogetherReport::is_within_promise)
    }

    /// A table with one row a cell and question, as CSV with a heading.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut text = String::from(HEADING);
        for cell in &self.cells {
            if let Some(now) = &cell.now {
                push_now(&mut text, cell, now);
            }
            if let Some(course) = &cell.course {
                push_course(&mut text, cell, course);
            }
        }
        text
    }
}

const N_COURSE_COLUMNS: usize = 16;
const N_NOW_COLUMNS: usize = 11;
const HEADING: &str = "cell,question,n_records,withheld,\
    claims,claims_low,claims_high,claims_ever,claims_ever_low,claims_ever_high,\
    found,found_low,found_high,days_off_median,day_coverage,day_coverage_low,day_coverage_high,\
    size_coverage,size_coverage_low,size_coverage_high,\
    difference_coverage,difference_coverage_low,difference_coverage_high,\
    week_coverage,week_coverage_low,week_coverage_high,\
    before_coverage,before_coverage_low,before_coverage_high,told_apart,width_median,\
    is_within_promise\n";

fn push_now(text: &mut String, cell: &CellReport, now: &NowReport) {
    let mut row = vec![
        cell.name.clone(),
        "now".to_owned(),
        cell.n_records.to_string(),
        plain(now.withheld.share),
    ];
    row.resize(4 + N_COURSE_COLUMNS, String::new());
    row.extend(three(Some(&now.difference_coverage)));
    row.extend(three(Some(&now.week_coverage)));
    row.extend(three(Some(&now.before_coverage)));
    row.push(plain(now.told_apart.share));
    row.push(plain(now.width_median));
    push_row(text, row, cell);
}

fn push_course(text: &mut String, cell: &CellReport, course: &CourseReport) {
    let mut row = vec![
        cell.name.clone(),
        "course".to_owned(),
        cell.n_records.to_string(),
        plain(course.withheld.share),
    ];
    row.extend(three(Some(&course.claims)));
    row.extend(three(Some(&course.claims_ever)));
    row.extend(three(course.found.as_ref()));
    row.push(plain(course.days_off_median));
    row.extend(three(course.day_coverage.as_ref()));
    row.extend(three(course.size_coverage.as_ref()));
    row.resize(4 + N_COURSE_COLUMNS + N_NOW_COLUMNS, String::new());
    push_row(text, row, cell);
}

fn push_row(text: &mut String, mut row: Vec<String>, cell: &CellReport) {
    row.push(cell.is_within_promise().to_string());
    text.push_str(&row.join(","));
    text.push('\n');
}

/// A share and its interval as three cells of a table.
fn three(share: Option<&Share>) -> [String; 3] {
    match share.and_then(|share| Some((share.share?, share))) {
        Some((value, share)) => [value, share.low, share.high].map(|number| plain(Some(number))),
        None => [const { String::new() }; 3],
    }
}

fn plain(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.4}"))
}

fn now_report(lives: &[Measured]) -> NowReport {
    let now = || lives.iter().map(|life| life.now);
    let share = |of: fn(&NowMeasured) -> Option<bool>| {
        Share::count(now().map(|measured| measured.as_ref().and_then(of)))
    };
    NowReport {
        difference_coverage: share(|now| now.difference_covered),
        week_coverage: share(|now| now.week_covered),
        before_coverage: share(|now| now.before_covered),
        told_apart: share(|now| Some(now.is_told_apart)),
        width_median: median(now().flatten().map(|now| now.width).collect()),
        withheld: Share::count(now().map(|measured| Some(measured.is_none()))),
    }
}

fn course_report(cell: &Cell, lives: &[Measured]) -> CourseReport {
    let course = || lives.iter().map(|life| life.course);
    let is_null = cell.effect == Effect::Null;
    let claims = |of: fn(&CourseMeasured) -> bool| {
        Share::count(course().map(|measured| Some(measured.as_ref().is_some_and(of))))
    };
    let near = |of: fn(&Nearest) -> bool| {
        let nearest = course().map(|measured| measured?.nearest);
        (!is_null).then(|| Share::count(nearest.map(|nearest| nearest.as_ref().map(of))))
    };
    let days_off = course().filter_map(|measured| Some(measured?.nearest?.days_off));
    CourseReport {
        is_null,
        claims: claims(|course| course.is_claim),
        claims_ever: claims(|course| course.is_claim_ever),
        found: (!is_null).then(|| claims(|course| course.is_found)),
        days_off_median: median(days_off.collect()),
        day_coverage: near(|nearest| nearest.is_day_covered),
        size_coverage: near(|nearest| nearest.is_size_covered),
        withheld: Share::count(course().map(|measured| Some(measured.is_none()))),
    }
}
