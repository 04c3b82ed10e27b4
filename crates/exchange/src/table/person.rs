//! Gathers the facts of one person row by row. Refuses a row as a whole when one cell is wrong.

use std::collections::HashMap;

use csv::ByteRecord;
use record::{
    Assessment, Fact, FactBody, ItemResponse, LocalDay, Moment, Occasion, OccasionState,
    SamplingPlan, Source,
};

use super::BATCH_ROWS;
use super::answers;
use super::beside::{self, Beside};
use super::columns::Columns;
use super::dose::Doses;
use super::key::KeyMaker;
use super::moments::Moments;
use super::number::{Cell, cell};
use super::when::{Times, When};
use crate::{Batch, Ledger, Map, Parsed, Rejection, WarningKind};

pub(super) const HINT_CELL: &str = "correct the cell or leave it empty";

/// One row with its place in the file.
pub(super) struct Row<'a> {
    pub(super) map: &'a Map,
    pub(super) columns: &'a Columns,
    pub(super) cells: &'a ByteRecord,
    pub(super) line: u32,
    /// It holds an answer, a dose, something that happened or words.
    pub(super) has_content: bool,
}

impl<'a> Row<'a> {
    /// What a column of this row holds.
    pub(super) fn cell(&self, idx: usize) -> Cell<'a> {
        cell(self.cells.get(idx), self.map)
    }

    /// The bytes of a column without space around them, where they are no mark of a missing one.
    pub(super) fn unmarked(&self, idx: usize) -> Option<&'a [u8]> {
        let bytes = self.cells.get(idx)?.trim_ascii();
        let is_mark = self.map.missing.iter().any(|mark| mark.as_bytes() == bytes);
        (!is_mark).then_some(bytes)
    }

    /// Says that a cell of this row is wrong.
    pub(super) fn fault(&self, column: &str, why: String, what_to_do: &str) -> Rejection {
        Rejection {
            line: self.line,
            column: Some(column.to_owned()),
            why,
            what_to_do: what_to_do.to_owned(),
        }
    }
}

/// The facts of one person, so far.
pub(super) struct Person {
    keys: KeyMaker,
    /// The digest of the file, where it is known before the end.
    file: [u8; 32],
    times: Times,
    facts: Vec<Fact>,
    doses: Vec<Doses>,
    /// Which items of the map have any answer, and which of them a batch has named.
    is_answered: Vec<bool>,
    is_sent: Vec<bool>,
    /// What the row holds that is being read: its answers and doses by the place of their columns, and
    /// what stands beside them by the name of its column.
    answers: Vec<(usize, f64)>,
    amounts: Vec<(usize, f64)>,
    found: Vec<(String, Beside)>,
    moments: Moments,
    /// How often a column spoke at a moment, in seconds since 1970.
    beside: HashMap<(String, i64), u32>,
    ledger: Ledger,
}

impl Person {
    /// `id` tells the people of one table apart; empty when there is one.
    pub(super) fn new(map: &Map, id: &str) -> Self {
        Self {
            keys: KeyMaker::new(map, id),
            file: [0; 32],
            times: Times::new(map),
            facts: Vec::new(),
            doses: map.doses.iter().map(|_| Doses::default()).collect(),
            is_answered: vec![false; map.candidates.len() + 1],
            is_sent: vec![false; map.candidates.len() + 1],
            answers: Vec::with_capacity(map.candidates.len() + 1),
            amounts: Vec::new(),
            found: Vec::new(),
            moments: Moments::default(),
            beside: HashMap::new(),
            ledger: Ledger::default(),
        }
    }

    /// The same from a file that was digested before it is read.
    pub(super) fn of_file(map: &Map, digest: [u8; 32]) -> Self {
        Self {
            file: digest,
            ..Self::new(map, "")
        }
    }

    /// Takes one row.
    pub(super) fn row(&mut self, map: &Map, columns: &Columns, cells: &ByteRecord, line: u32) {
        self.ledger.n_rows += 1;
        let mut row = Row {
            map,
            columns,
            cells,
            line,
            has_content: false,
        };
        let mut faults = Vec::new();
        answers::of_row(&row, &mut self.answers, &mut faults);
        answers::amounts(&row, &mut self.amounts, &mut faults);
        beside::of_row(&row, &mut self.found, &mut faults);
        row.has_content = !self.answers.is_empty()
            || !self.amounts.is_empty()
            || !self.found.is_empty()
            || !faults.is_empty();
        let when = self.times.read(&row);
        match &when {
            Ok(Some(when)) => self.check_doses(&row, when.date, &mut faults),
            Ok(None) => {}
            Err(fault) => faults.push(fault.clone()),
        }
        if !faults.is_empty() {
            self.ledger.n_rows_rejected += 1;
            faults
                .into_iter()
                .for_each(|fault| self.ledger.reject(fault));
            return;
        }
        let Ok(Some(when)) = when else {
            self.ledger.n_rows_blank += 1;
            return;
        };
        for (idx, amount) in &self.amounts {
            if let Some(doses) = self.doses.get_mut(*idx) {
                doses.note(when.date, *amount, line);
            }
        }
        // A row that holds words alone asked nothing that could have been missed.
        let has_occasion = self.found.is_empty() || !self.answers.is_empty() || when.beep.is_some();
        if !self.found.is_empty() {
            self.beside(&when.stamp.moment, line);
        }
        if has_occasion {
            self.occasion(when, answers::responses(&row, &self.answers), line);
        }
    }

    fn beside(&mut self, moment: &Moment, line: u32) {
        for (column, one) in std::mem::take(&mut self.found) {
            let nth = self.beside.entry((column.clone(), moment.unix_seconds()));
            let nth = nth.or_insert(0);
            let key = self.keys.beside(moment, &column, *nth);
            *nth += 1;
            let Some(body) = one.body(moment) else {
                continue;
            };
            self.facts.push(Fact {
                key,
                recorded_at: moment.clone(),
                moment: moment.clone(),
                source: self.source(line),
                body,
            });
        }
    }

    const fn source(&self, line: u32) -> Source {
        let file = self.file;
        Source::Import { file, line }
    }

    fn check_doses(&self, row: &Row<'_>, day: LocalDay, faults: &mut Vec<Rejection>) {
        for (idx, amount) in &self.amounts {
            let (Some(doses), Some(column)) = (self.doses.get(*idx), row.map.doses.get(*idx))
            else {
                continue;
            };
            if let Some((before, line)) = doses.conflict(day, *amount) {
                let why = format!("{amount} on {day}, where line {line} has {before}");
                let hint = "write one daily dose for all rows of a day";
                faults.push(row.fault(&column.column, why, hint));
            }
        }
    }

    fn occasion(&mut self, when: When, responses: Vec<ItemResponse>, line: u32) {
        for kind in when.stamp.warnings.iter() {
            self.ledger.warn(kind, line);
        }
        let moment = when.stamp.moment;
        let nth = (self.moments).nth(moment.unix_seconds(), moment.offset_seconds());
        if nth > 0 {
            self.ledger.warn(WarningKind::SameMoment, line);
        }
        for (idx, _) in &self.answers {
            if let Some(is_answered) = self.is_answered.get_mut(*idx) {
                *is_answered = true;
            }
        }
        // Without any answer the prompt went by; columns of a map never stand twice.
        let state = match Assessment::new(responses, None) {
            Ok(assessment) => OccasionState::Answered(assessment),
            Err(_) => {
                self.ledger.n_missed += 1;
                OccasionState::Missed
            }
        };
        let plan = if when.beep.is_some() || when.beep_no.is_some() {
            SamplingPlan::Signal
        } else if when.is_date_only {
            SamplingPlan::Interval
        } else {
            SamplingPlan::Voluntary
        };
        self.facts.push(Fact {
            key: self.keys.occasion(&moment, nth),
            recorded_at: moment.clone(),
            moment,
            source: self.source(line),
            body: FactBody::Occasion(Occasion {
                plan,
                form: record::Form::CheckIn,
                beep: when.beep,
                day_no: when.day_no,
                beep_no: when.beep_no,
                state,
            }),
        });
    }

    /// How many cells were wrong so far.
    pub(super) const fn n_rejected(&self) -> u64 {
        self.ledger.n_rejected
    }

    /// How many facts wait for a batch.
    pub(super) const fn n_waiting(&self) -> usize {
        self.facts.len()
    }

    /// The facts that wait, as those of the file of this digest.
    pub(super) fn batch(&mut self, map: &Map, digest: [u8; 32]) -> Batch {
        // The next batch will be as large: it does not grow step by step.
        let room = Vec::with_capacity(self.facts.len().min(BATCH_ROWS));
        let mut facts = std::mem::replace(&mut self.facts, room);
        let is_known = self.file == digest;
        for fact in facts.iter_mut().filter(|_| !is_known) {
            if let Source::Import { file, .. } = &mut fact.source {
                *file = digest;
            }
        }
        self.ledger.count(&facts);
        let items =
            std::iter::once(&map.outcome.item).chain(map.candidates.iter().map(|c| &c.item));
        let mut fresh = Vec::new();
        for ((idx, item), is_sent) in items.enumerate().zip(&mut self.is_sent) {
            // The outcome belongs to the table, answered or not.
            let is_named = idx == 0 || self.is_answered.get(idx) == Some(&true);
            if is_named && !*is_sent {
                *is_sent = true;
                fresh.push(item.clone());
            }
        }
        Batch {
            items: fresh,
            facts,
        }
    }

    /// Closes the dose steps and gives everything that no batch has, with the digest of the file.
    pub(super) fn finish(mut self, map: &Map, digest: [u8; 32]) -> Parsed {
        for (column, doses) in map.doses.iter().zip(&self.doses) {
            for (step, line) in doses.steps(column) {
                // Noon is on every clock; a day that has none gives no step.
                let Ok(moment) = step.from().at(12, 0, &self.times.zone()) else {
                    continue;
                };
                self.facts.push(Fact {
                    key: self.keys.dose(&step),
                    recorded_at: moment.clone(),
                    moment,
                    source: self.source(line),
                    body: FactBody::MedicationStatement(step),
                });
            }
        }
        let Batch { items, facts } = self.batch(map, digest);
        let mut suspects = Vec::new();
        for (candidate, is_answered) in map.candidates.iter().zip(self.is_answered.iter().skip(1)) {
            if *is_answered {
                suspects.extend(candidate.is_suspect.then(|| candidate.item.id.clone()));
            } else {
                self.ledger.columns_left_out.push(candidate.column.clone());
            }
        }
        self.ledger.digest = digest;
        Parsed {
            profile: None,
            items,
            suspects,
            facts,
            said: Vec::new(),
            experiments: Vec::new(),
            schedule: None,
            plan: Vec::new(),
            questionnaires: Vec::new(),
            doctor_questions: None,
            ledger: self.ledger,
        }
    }
}
