//! Looking back: the days after tense ones, and own spells with what was done in them. Refuses to say
//! that one thing brought the other about, and to count spells above a line that nobody drew.

use finding::Answer;
use finding::after_high::{AfterHigh, DayOfPeak, HELD_OF_100};
use finding::course::{Course, LIFTED_MIN, Spell, Spells};
use picture::IntervalRow;
use record::LocalDay;

use crate::answers::PictureView;
use crate::answers::beside::tenths;
use crate::answers::drawer::{differences, drawn};
use crate::answers::sentences;
use crate::{App, Trouble, dates, text, text_with, texts::points};

mod within;

/// Spells that are listed, the newest first.
const SPELLS_MAX: usize = 20;
/// A spell is listed when at least this share of drawn paths have it.
const LISTED_AT: f64 = 0.9;

/// Looking back.
#[derive(Debug, Clone, PartialEq)]
pub struct BackView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Something is to be done now; the rest is put away until it was read.
    pub stands_alone: bool,
    /// The days after tense ones.
    pub after: AfterTenseView,
    /// What is said of all spells together.
    pub spells_lines: Vec<String>,
    /// Spells, the newest first.
    pub spells: Vec<SpellView>,
}

/// The days after tense ones.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AfterTenseView {
    /// Sentences, the plainest first.
    pub lines: Vec<String>,
    /// Each day around tense ones; `None`: nothing to draw, or pictures are put away.
    pub picture: Option<PictureView>,
    /// What it can not tell; empty where nothing is told.
    pub cannot_tell: Vec<String>,
}

/// One spell with what was done in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellView {
    /// Its days.
    pub heading: String,
    /// How long it was, and how sure its ends are.
    pub length: String,
    /// What the record holds of these days.
    pub within: Vec<String>,
}

impl App {
    /// The days after tense ones, and own spells with what was done in them.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn back(&mut self) -> Result<BackView, Trouble> {
        let mut view = BackView {
            is_example: self.is_example,
            stands_alone: self.stands_alone()?,
            after: AfterTenseView::default(),
            spells_lines: Vec::new(),
            spells: Vec::new(),
        };
        if view.stands_alone {
            return Ok(view);
        }
        let answers_only = self.chosen_pace()?.answers_only;
        let course = self.found_course()?;
        let known = self.known()?;
        let (record, series) = (known.record.clone(), known.whole());
        view.after = after(&finding::after_high::answer(series.as_deref()));
        if answers_only {
            view.after.picture = None;
        }
        (view.spells_lines, view.spells) = match &*course {
            Answer::Finding(course, _) => {
                let of = |spell: &Spell| SpellView {
                    heading: heading(spell),
                    length: length(spell, course),
                    within: within::lines(&record, days(spell, course)),
                };
                let listed = listed(course);
                (
                    together(course, listed.len()),
                    listed.into_iter().map(of).collect(),
                )
            }
            Answer::Withheld(withheld, _) => (sentences::withheld(withheld), Vec::new()),
        };
        Ok(view)
    }
}

/// What is said of the days after tense ones.
fn after(answer: &Answer<AfterHigh>) -> AfterTenseView {
    let found = match answer {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => {
            return AfterTenseView {
                lines: sentences::withheld(withheld),
                ..AfterTenseView::default()
            };
        }
    };
    let size = &found.difference;
    let values = [
        ("times", found.n_times.into()),
        ("line", points(found.line).into()),
        ("ordinary", points(found.ordinary.estimate).into()),
        (
            "after",
            points((found.ordinary.estimate + size.estimate).clamp(0.0, 100.0)).into(),
        ),
    ];
    let ends = [
        ("size", points(size.estimate).into()),
        ("low", points(size.low).into()),
        ("high", points(size.high).into()),
    ];
    let told = if found.is_told_apart() {
        "after-size"
    } else {
        "after-not-apart"
    };
    AfterTenseView {
        lines: vec![
            text_with("after-levels", &values),
            text_with(told, &ends),
            text_with("after-sure", &[("held", HELD_OF_100.into())]),
        ],
        picture: Some(picture(found)),
        cannot_tell: vec![text("after-cannot-tell"), text("after-claims")],
    }
}

fn picture(found: &AfterHigh) -> PictureView {
    let name = |day: &DayOfPeak| match day.days_after {
        -1 => text("after-before"),
        0 => text("after-tense"),
        n => text_with("after-days", &[("n", n.into())]),
    };
    let told = found
        .by_day
        .iter()
        .filter_map(|day| Some((day, day.difference?)));
    let rows = told.map(|(day, size)| IntervalRow {
        name: name(day),
        ends: (size.low, size.estimate, size.high),
        is_marked: false,
    });
    let ids = ("picture-after", "picture-after-sentence");
    let picture = differences(rows.collect(), ids);
    let of = |size: Option<f64>| size.map_or_else(|| text("cell-none"), tenths);
    let mut rows = vec![vec![
        text("after-ordinary"),
        found.n_ordinary.to_string(),
        text("cell-none"),
        text("cell-none"),
        text("cell-none"),
        of(found.ordinary_tension),
    ]];
    rows.extend(found.by_day.iter().map(|day| {
        vec![
            name(day),
            day.n_days.to_string(),
            of(day.difference.map(|size| size.estimate)),
            of(day.difference.map(|size| size.low)),
            of(day.difference.map(|size| size.high)),
            of(day.tension),
        ]
    }));
    let columns = [
        "col-what",
        "col-days",
        "col-difference",
        "col-low",
        "col-high",
        "col-tension",
    ];
    drawn(&picture, &columns, rows)
}

/// Spells above a line that the person drew, the newest first.
fn listed(course: &Course) -> Vec<&Spell> {
    let own = course.spells.as_ref().filter(|spells| spells.is_own_line);
    let spells = own.map_or(&[][..], |spells| spells.spells.as_slice());
    let sure = spells.iter().rev().filter(|s| s.probability >= LISTED_AT);
    sure.take(SPELLS_MAX).collect()
}

/// First and last day of a spell; of one that is not over, up to the last look.
fn days(spell: &Spell, course: &Course) -> (LocalDay, LocalDay) {
    let to = if spell.is_open {
        course.look_day.max(spell.to.0)
    } else {
        spell.to.0
    };
    (spell.from.0, to)
}

/// What is said of all spells together: the line, how sure the list is, that they lifted before.
fn together(course: &Course, n_listed: usize) -> Vec<String> {
    let Some(spells) = course.spells.as_ref().filter(|spells| spells.is_own_line) else {
        return vec![text("back-no-line")];
    };
    let line = [
        ("line", points(spells.threshold).into()),
        ("day", dates::with_year(course.look_day).into()),
    ];
    let mut lines = vec![text_with("back-line", &line)];
    if n_listed == 0 {
        lines.push(text("back-no-spell"));
    }
    lines.extend(unsure(spells));
    let past = spells.recovery.filter(|past| past.n_lifted > 0);
    lines.extend(past.iter().flat_map(sentences::recovery));
    if past.is_some_and(|past| past.lasted.is_none() && past.n_lifted < LIFTED_MIN) {
        lines.push(text_with("back-few-lifted", &[("need", LIFTED_MIN.into())]));
    }
    lines
}

/// How many spells are left out because the notes do not show them well enough.
fn unsure(spells: &Spells) -> Option<String> {
    let n = spells
        .spells
        .iter()
        .filter(|s| s.probability < LISTED_AT)
        .count();
    (n > 0).then(|| text_with("back-unsure", &[("n", n.into())]))
}

fn heading(spell: &Spell) -> String {
    let from = dates::with_year(spell.from.0);
    if spell.is_open {
        return text_with("back-since", &[("from", from.into())]);
    }
    let to = dates::with_year(spell.to.0);
    text_with("from-to", &[("from", from.into()), ("to", to.into())])
}

/// The length in days, and between which days it began and ended.
fn length(spell: &Spell, course: &Course) -> String {
    let (from, to) = days(spell, course);
    let n = to.days_since(from) + 1;
    let range = |(_, low, high): (LocalDay, LocalDay, LocalDay)| {
        let values = [
            ("low", dates::short(low).into()),
            ("high", dates::short(high).into()),
        ];
        text_with("back-between", &values)
    };
    let values = [
        ("n", n.into()),
        ("began", range(spell.from).into()),
        ("ended", range(spell.to).into()),
    ];
    let starts = course.segments.first().map(|segment| segment.from);
    let is_cut = starts.is_some_and(|first| spell.from.0 <= first);
    let id = match (is_cut, spell.is_open) {
        (false, false) => "back-length",
        (false, true) => "back-length-open",
        (true, false) => "back-length-cut",
        (true, true) => "back-length-cut-open",
    };
    text_with(id, &values)
}
