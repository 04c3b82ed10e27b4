//! What may lie behind numbness: stress, a medicine, a condition, or not clear; what a doctor named; a
//! plan in three parts. Refuses to choose one of them, and to name a condition by itself.

use record::{FactBody, Record};

use crate::answers::beside;
use crate::sheets::{NAMED, PARTS};
use crate::{App, CardLinkView, SheetView, Trouble, card_link, text, text_with};

/// Names by a doctor that are shown beside each other.
const NAMED_MAX: usize = 8;

/// What may lie behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootsView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Something is to be done now; the rest is put away until it was read.
    pub stands_alone: bool,
    /// Stress, a medicine, a condition, not clear.
    pub roots: Vec<RootView>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootView {
    /// Its id on the page.
    pub id: &'static str,
    /// What it is.
    pub heading: String,
    /// What is known of it in general.
    pub line: String,
    /// What the notes of this person hold.
    pub held: Vec<String>,
    /// Where to go on: address and words.
    pub links: Vec<(String, String)>,
}

/// What a doctor named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// The sheet with what was written.
    pub sheet: SheetView,
}

/// A plan in three parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartsView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Everything to try is put away; Help comes first.
    pub is_hidden: bool,
    /// Day to day, talking, medicines.
    pub parts: Vec<RootView>,
    /// The sheet with what was written.
    pub sheet: SheetView,
}

impl App {
    /// What may lie behind numbness, with what the notes hold of each.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn roots(&mut self) -> Result<RootsView, Trouble> {
        let mut view = RootsView {
            is_example: self.is_example,
            stands_alone: self.stands_alone()?,
            roots: Vec::new(),
        };
        if view.stands_alone {
            return Ok(view);
        }
        let found = self.found()?;
        let guidance = self.guidance_with(&found)?;
        let is_left_out = guidance.hides(content::rules::Hides::MedicineAnswer);
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let stress = beside::triggers(&found).lines;
        let mut medicines = vec![taken(&record, today)];
        medicines.extend(if is_left_out {
            vec![text("withheld-under-18")]
        } else {
            beside::medication_change(&found).lines
        });
        view.roots = vec![
            RootView {
                links: links(
                    &[
                        ("/back", "roots-stress-tense"),
                        ("/events", "happened-link"),
                    ],
                    "stress",
                ),
                ..root("stress", stress)
            },
            RootView {
                links: links(&[("/medicines", "medicines-link")], "medicines"),
                ..root("medicines", medicines)
            },
            RootView {
                links: links(
                    &[("/named", "named-link"), ("/help/doctor", "lead-doctor")],
                    "body-causes",
                ),
                ..root("condition", named(&record))
            },
            RootView {
                links: links(
                    &[("/answers", "nav-answers"), ("/report", "paper-link")],
                    "not-known",
                ),
                ..root("unclear", Vec::new())
            },
        ];
        Ok(view)
    }

    /// What a doctor named, as the person wrote it.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn named(&mut self) -> Result<NamedView, Trouble> {
        Ok(NamedView {
            is_example: self.is_example,
            sheet: self.sheet(NAMED)?,
        })
    }

    /// A plan in three parts, as the person wrote it.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn three_parts(&mut self) -> Result<PartsView, Trouble> {
        let part = |id: &'static str, to: &[(&str, &str)], card: &str| RootView {
            id,
            heading: text(&format!("parts-{id}-heading")),
            line: text(&format!("parts-{id}-line")),
            held: Vec::new(),
            links: links(to, card),
        };
        Ok(PartsView {
            is_example: self.is_example,
            is_hidden: self.hides_everything_to_try()?,
            parts: vec![
                part("day", &[("/try", "nav-try")], "day-to-day"),
                part("talking", &[("/course", "try-course")], "talking"),
                part(
                    "medicines",
                    &[("/medicines/ask", "medicines-ask-link")],
                    "no-medicine",
                ),
            ],
            sheet: self.sheet(PARTS)?,
        })
    }
}

fn root(id: &'static str, held: Vec<String>) -> RootView {
    RootView {
        id,
        heading: text(&format!("roots-{id}-heading")),
        line: text(&format!("roots-{id}-line")),
        held,
        links: Vec::new(),
    }
}

/// Addresses with their words, and a card of what is known.
fn links(to: &[(&str, &str)], card: &str) -> Vec<(String, String)> {
    let own = to.iter().map(|(to, words)| ((*to).to_owned(), text(words)));
    let card = card_link(card).map(|CardLinkView { address, title }| (address, title));
    own.chain(card).collect()
}

/// The medicines that are taken on a day, as written.
fn taken(record: &Record, today: record::LocalDay) -> String {
    let courses = crate::medicines::courses(record);
    let now = courses.iter().filter_map(|course| course.taken_on(today));
    let list: Vec<String> = now.map(crate::day::dose_words).collect();
    if list.is_empty() {
        text("roots-medicines-none")
    } else {
        text_with("roots-medicines-now", &[("list", list.join(", ").into())])
    }
}

/// What a doctor named, the newest first.
fn named(record: &Record) -> Vec<String> {
    let what = record
        .facts()
        .iter()
        .rev()
        .filter_map(|fact| match &fact.body {
            FactBody::Sheet(sheet) if sheet.sheet.as_str() == NAMED => sheet.field("what"),
            _ => None,
        });
    let line = |what: &str| text_with("roots-condition-named", &[("what", what.into())]);
    let lines: Vec<String> = what.take(NAMED_MAX).map(line).collect();
    if lines.is_empty() {
        vec![text("roots-condition-none")]
    } else {
        lines
    }
}
