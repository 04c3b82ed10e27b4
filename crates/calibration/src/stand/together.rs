//! All questions together: people with nothing going on, asked everything at every look.
//!
//! A claim of any question at any look is a false one, because that is what a person sees who opens
//! the page every day for so long. Refuses to call a true slow movement a false claim: where the
//! level drifts, `course` is wrong only in direction or when it names a step, and what is logged drifts
//! too.

use finding::pattern_change::{Alarm, Watched};
use serde::Serialize;
use series::Series;

use super::measure::counts;
use super::quiet::Quiet;
use super::report::FALSE_CLAIMS_MAX;
use super::share::Share;
use super::{Progress, crew};
use crate::population::Cell;

/// Things logged beside numbness where nobody asks for another number.
pub const CANDIDATES: u32 = 12;
/// Candidates at most.
pub const CANDIDATES_MAX: u32 = 200;

/// A record as it stood at the end of a look.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// What had been written by then.
    pub series: &'a Series,
    /// Starts the draws.
    pub seed: u64,
    /// True means by day up to the look, of a life whose level drifts; `None`: it does not.
    pub moves: Option<&'a [f64]>,
    /// Nothing logged beside numbness truly changes its pattern.
    pub is_rest_steady: bool,
}

/// When a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At the end of every look.
    EveryLook,
    /// On the last day alone: its answer holds every claim since the first.
    LastDay,
}

/// One question on the stand.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Its name in tables.
    pub name: &'static str,
    /// When it is asked.
    pub when: When,
    /// Whether it claims anything that is not so.
    pub claims: fn(&Seen<'_>) -> bool,
}

/// Every question that can make a claim without anything being tried out.
pub const QUESTIONS: &[Asked] = &[
    every_look("course", |seen| {
        let answer = finding::course::answer(Some(seen.series), None, seen.seed);
        let course = answer.finding();
        course.is_some_and(|course| counts(&seen.series.numbness, &course.changes, seen.moves))
    }),
    every_look("triggers", |seen| {
        let answer = finding::triggers::answer(Some(seen.series), seen.seed);
        let found = answer.finding();
        found.is_some_and(finding::triggers::Triggers::is_claim)
    }),
    every_look("flickers", |seen| {
        let answer = finding::flickers::answer(Some(seen.series), seen.seed);
        let found = answer.finding();
        found.is_some_and(finding::flickers::Flickers::is_claim)
    }),
    every_look("medication_change", |seen| {
        let answer = finding::medication_change::answer(Some(seen.series));
        let found = answer.finding();
        found.is_some_and(finding::medication_change::MedicationChange::is_claim)
    }),
    Asked {
        name: "pattern_change",
        when: When::LastDay,
        claims: has_false_alarm,
    },
];

/// Where a level or something logged truly moves, an alarm about it is no false one.
fn has_false_alarm(seen: &Seen<'_>) -> bool {
    let answer = finding::pattern_change::answer(Some(seen.series), seen.seed);
    let is_false = |alarm: &Alarm| alarm.watched == Watched::Numbness || seen.is_rest_steady;
    let found = answer.finding();
    seen.moves.is_none() && found.is_some_and(|found| found.alarms.iter().any(is_false))
}

const fn every_look(name: &'static str, claims: fn(&Seen<'_>) -> bool) -> Asked {
    Asked {
        name,
        when: When::EveryLook,
        claims,
    }
}

/// One kind of people with so many things logged beside their numbness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crowd {
    /// Who; its effect has to be none.
    pub cell: Cell,
    /// Things logged, 0 to [`CANDIDATES_MAX`].
    pub n_candidates: u32,
}

impl Crowd {
    /// A name that stays, such as `r0.5-g30-d90-c3-line-nodrift-week-null-k12`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}-k{}", self.cell.name(), self.n_candidates)
    }
}

/// Claims of one question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionReport {
    /// Which.
    pub question: &'static str,
    /// People who ever get a claim of it.
    pub claims_ever: Share,
}

/// All questions together in one kind of people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TogetherReport {
    /// Name of the crowd.
    pub name: String,
    /// Things logged beside numbness.
    pub n_candidates: u32,
    /// People measured.
    pub n_records: usize,
    /// People who ever get any claim.
    pub claims_ever: Share,
    /// The same by question.
    pub by_question: Vec<QuestionReport>,
}

impl TogetherReport {
    /// No sign against the promise: the interval of false claims does not lie above 5%.
    #[must_use]
    pub fn is_within_promise(&self) -> bool {
        self.claims_ever.low <= FALSE_CLAIMS_MAX
    }

    /// The bar is met with these people: at most 5%, and an upper end of at most 6.5%.
    #[must_use]
    pub fn meets_bar(&self) -> bool {
        self.claims_ever.share.is_some_and(|share| share <= 0.05) && self.claims_ever.high <= 0.065
    }

    /// `met`; `miss` where the share passes 5% or the interval lies above it; `open` where the share
    /// keeps to 5% and too few people were measured for the upper end.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        if self.meets_bar() {
            "met"
        } else if self.claims_ever.share.is_some_and(|share| share > 0.05) {
            "miss"
        } else {
            "open"
        }
    }

    fn count(name: String, n_candidates: u32, questions: &[Asked], told: &[Vec<bool>]) -> Self {
        let by_question = questions.iter().enumerate().map(|(k, asked)| {
            let claims = told.iter().map(|claims| claims.get(k).copied());
            QuestionReport {
                question: asked.name,
                claims_ever: Share::count(claims),
            }
        });
        let any = told.iter().map(|claims| Some(claims.contains(&true)));
        Self {
            name,
            n_candidates,
            n_records: told.len(),
            claims_ever: Share::count(any),
            by_question: by_question.collect(),
        }
    }

    /// One report of all people of several.
    #[must_use]
    pub fn pooled(name: &str, reports: &[&Self]) -> Self {
        let sum = |of: &dyn Fn(&Self) -> Share| {
            let (n, all) = (reports.iter().map(|report| of(report)))
                .fold((0, 0), |(n, all), share| (n + share.n, all + share.of));
            Share::new(n, all)
        };
        let questions = reports.first().map_or(&[][..], |r| &r.by_question);
        let by_question = questions.iter().enumerate().map(|(k, of)| QuestionReport {
            question: of.question,
            claims_ever: sum(&|report| {
                let of = report.by_question.get(k);
                of.map_or(Share::new(0, 0), |of| of.claims_ever)
            }),
        });
        Self {
            name: name.to_owned(),
            n_candidates: 0,
            n_records: reports.iter().map(|report| report.n_records).sum(),
            claims_ever: sum(&|report| report.claims_ever),
            by_question: by_question.collect(),
        }
    }

    /// Heading of a table of these.
    #[must_use]
    pub fn csv_heading(questions: &[Asked]) -> String {
        let names: Vec<String> = questions
            .iter()
            .map(|asked| format!(",{}", asked.name))
            .collect();
        format!(
            "people,n_records,any,any_low,any_high{},bar",
            names.concat()
        )
    }

    /// One row of it.
    #[must_use]
    pub fn csv_row(&self) -> String {
        let value = |share: &Share| share.share.map_or_else(String::new, |v| format!("{v:.4}"));
        let parts: Vec<String> = (self.by_question.iter())
            .map(|of| format!(",{}", value(&of.claims_ever)))
            .collect();
        let any = &self.claims_ever;
        format!(
            "{},{},{},{:.4},{:.4}{},{}",
            self.name,
            self.n_records,
            value(any),
            any.low,
            any.high,
            parts.concat(),
            self.verdict()
        )
    }
}

/// So many people of each crowd, asked everything at every look.
///
/// A crowd that no life can hold has no records.
#[must_use]
pub fn measure_together(
    crowds: &[Crowd],
    questions: &[Asked],
    (n_records, seed): (usize, u64),
    on_progress: Progress<'_>,
) -> Vec<TogetherReport> {
    let told = crew::all(crowds.len() * n_records, on_progress, |task| {
        let crowd = crowds.get(task / n_records)?;
        let idx = u64::try_from(task % n_records).ok()?;
        let quiet = Quiet::new(crowd, idx, seed)?;
        Some(quiet.claims(questions))
    });
    let rows = crowds.iter().zip(told.chunks(n_records.max(1)));
    rows.map(|(crowd, told)| {
        let told: Vec<Vec<bool>> = told.iter().flatten().cloned().collect();
        TogetherReport::count(crowd.name(), crowd.n_candidates, questions, &told)
    })
    .collect()
}
