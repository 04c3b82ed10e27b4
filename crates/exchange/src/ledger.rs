//! What became of every row of a file. Refuses to drop anything without a word about it.

use std::collections::BTreeMap;
use std::fmt;

use record::{
    Experiment, Fact, FactKind, Item, ItemId, PlanLine, Profile, Questionnaire, Said, Schedule,
};

/// How many rejections a ledger lists; it counts all of them.
pub const REJECTIONS_MAX: usize = 1000;

/// How many lines a warning names; it counts all of them.
const LINES_MAX: usize = 5;

/// What a file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// What the person chose; `None` for files that do not say.
    pub profile: Option<Profile>,
    /// The items that the facts answer. A candidate without any answer is left out.
    pub items: Vec<Item>,
    /// Items that the map names as suspects, among those above; a record file has its own in
    /// [`Self::profile`].
    pub suspects: Vec<ItemId>,
    /// The facts, in the order of the file; dose steps come last.
    pub facts: Vec<Fact>,
    /// What was said about them, the oldest look first; a table says nothing.
    pub said: Vec<Said>,
    /// What was drawn by lot, where a record file holds any; seals may be broken.
    pub experiments: Vec<Experiment>,
    /// When the person wants to be asked, where a record file says so.
    pub schedule: Option<Schedule>,
    /// The safety plan, where a record file holds one.
    pub plan: Vec<PlanLine>,
    /// Questionnaires, where a record file holds any.
    pub questionnaires: Vec<Questionnaire>,
    /// What the person wants to ask a doctor, one question a line, where a record file holds it.
    pub doctor_questions: Option<String>,
    /// What became of every row.
    pub ledger: Ledger,
}

impl Parsed {
    /// The file gave nothing that a record could keep. Our own record files always give a profile.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.profile.is_none()
            && self.facts.is_empty()
            // Batches before hold no less than the end.
            && self.ledger.counts.is_empty()
            && self.said.is_empty()
            && self.experiments.is_empty()
            && self.plan.is_empty()
    }
}

/// What became of every row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// SHA-256 of the file's bytes.
    pub digest: [u8; 32],
    /// Rows read, without the heading; facts read, for a record file.
    pub n_rows: u64,
    /// Rows that gave no fact because something in them is wrong.
    pub n_rows_rejected: u64,
    /// Rows that hold neither a time nor an answer, such as padding.
    pub n_rows_blank: u64,
    /// Occasions without any answer, among the occasions.
    pub n_missed: u64,
    /// What is wrong, cell by cell; the first [`REJECTIONS_MAX`] of them.
    pub rejected: Vec<Rejection>,
    /// How many cells are wrong altogether.
    pub n_rejected: u64,
    /// What was read in a way that the person may want to know.
    pub warnings: Vec<Warning>,
    /// Facts by kind.
    pub counts: BTreeMap<FactKind, u64>,
    /// What no fact holds, by the name that the file gives it: counted, never guessed.
    pub unknown: BTreeMap<String, u64>,
    /// Columns of the map that hold nothing in these rows, and were left out.
    pub columns_left_out: Vec<String>,
}

impl Ledger {
    pub(crate) fn reject(&mut self, rejection: Rejection) {
        self.n_rejected += 1;
        if self.rejected.len() < REJECTIONS_MAX {
            self.rejected.push(rejection);
        }
    }

    pub(crate) fn warn(&mut self, kind: WarningKind, line: u32) {
        let at = self.warnings.iter().position(|w| w.kind == kind);
        let at = at.unwrap_or_else(|| {
            self.warnings.push(Warning {
                kind,
                n: 0,
                lines: Vec::new(),
            });
            self.warnings.len() - 1
        });
        if let Some(warning) = self.warnings.get_mut(at) {
            warning.n += 1;
            if warning.lines.len() < LINES_MAX {
                warning.lines.push(line);
            }
        }
    }

    pub(crate) fn count(&mut self, facts: &[Fact]) {
        // Thousands of one kind in a row are looked up once.
        for alike in facts.chunk_by(|one, next| one.body.kind() == next.body.kind()) {
            if let Some(fact) = alike.first() {
                let n = u64::try_from(alike.len()).unwrap_or(0);
                *self.counts.entry(fact.body.kind()).or_default() += n;
            }
        }
    }
}

/// Says what is wrong with one cell or row.
///
/// Shown as `line 17, column "phy_tired": "abc" is not a number; correct the cell or leave it empty`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Line of the file, counted from 1 with the heading as line 1.
    pub line: u32,
    /// Which column; `None` when it is the row as a whole.
    pub column: Option<String>,
    /// What is wrong.
    pub why: String,
    /// What to do about it.
    pub what_to_do: String,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column \"{column}\"")?;
        }
        write!(f, ": {}; {}", self.why, self.what_to_do)
    }
}

/// What was read in a way that the person may want to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WarningKind {
    /// An earlier row has the same moment; both are kept.
    SameMoment,
    /// The clock skipped this time in spring; it was moved forward by the gap.
    ClockSkipped,
    /// The clock showed this time twice in autumn; the first was taken.
    ClockTwice,
    /// The time names an offset other than that of the map's zone; the offset was believed.
    OtherOffset,
    /// The time is in UTC; it was put on the clock of the map's zone.
    InUtc,
    /// The answer came after midnight to a prompt of the day before; it was put on the next date.
    AfterMidnight,
    /// A later prompt of the same date has an earlier time.
    PromptOrder,
}

/// A warning with the rows that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What it is.
    pub kind: WarningKind,
    /// How many rows it is about.
    pub n: u64,
    /// The first few of their lines.
    pub lines: Vec<u32>,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = if self.n == 1 { "row" } else { "rows" };
        let what = match self.kind {
            WarningKind::SameMoment => {
                "at a moment that an earlier row has too; all were kept, check for doubles"
            }
            WarningKind::ClockSkipped => {
                "at a time that the clock skipped in spring; moved forward by the gap"
            }
            WarningKind::ClockTwice => {
                "at a time that the clock showed twice in autumn; the first was taken"
            }
            WarningKind::OtherOffset => {
                "with an offset other than that of the map's zone; the offset was believed"
            }
            WarningKind::InUtc => "in UTC; put on the clock of the map's zone",
            WarningKind::AfterMidnight => {
                "answered after midnight to a prompt of the evening before; put on the next date"
            }
            WarningKind::PromptOrder => {
                "earlier than a prompt of the same date with a lower number; if the date is that of \
                 the prompt, name the prompt's time as beep_time_column in the map"
            }
        };
        let lines: Vec<_> = self.lines.iter().map(u32::to_string).collect();
        let more = if usize::try_from(self.n).is_ok_and(|n| n == lines.len()) {
            ""
        } else {
            " and more"
        };
        let word = if self.n == 1 { "line" } else { "lines" };
        let (n, lines) = (self.n, lines.join(", "));
        write!(f, "{n} {rows} {what} ({word} {lines}{more})")
    }
}
