//! The person's own line, 'numb from here up': drawn, moved and taken away after the first run too.
//! Refuses to draw one by itself, and to touch what was written or said.

use crate::check_in::{Choice, digits};
use crate::texts::points;
use crate::{App, Trouble, text, text_with};

/// Where the line lies, and where it can be put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done; read aloud, once.
    pub done: Option<String>,
    /// What was just done can be taken back.
    pub can_undo: bool,
    /// Where it lies, or that there is none.
    pub line: String,
    /// There is one to take away.
    pub is_drawn: bool,
    /// Where it can be put.
    pub choices: Vec<Choice>,
}

/// What was just done to the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LineDone {
    /// Name of the words for it.
    words: &'static str,
    /// Where it lay before.
    before: Option<f64>,
    /// Its words were read.
    is_read: bool,
}

impl App {
    /// Where the person's own line lies.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn own_line(&mut self) -> Result<LineView, Trouble> {
        let is_example = self.is_example;
        let threshold = self.known()?.record.profile.threshold();
        let done = self.opened()?.line_done.as_mut();
        let words = done.and_then(|done| {
            let is_read = std::mem::replace(&mut done.is_read, true);
            (!is_read).then(|| text(done.words))
        });
        Ok(LineView {
            is_example,
            done: words,
            can_undo: self.opened()?.line_done.is_some(),
            line: match threshold {
                Some(line) => text_with("own-line-is", &[("line", points(line).into())]),
                None => text("own-line-none"),
            },
            is_drawn: threshold.is_some(),
            choices: digits(),
        })
    }

    /// Draws the line at a number from 0 to 100; empty takes it away.
    ///
    /// # Errors
    /// [`Trouble`] when it is no such number, the record is locked or the disk refuses; then nothing
    /// was changed.
    pub fn draw_line(&mut self, value: &str) -> Result<(), Trouble> {
        let before = self.known()?.record.profile.threshold();
        let threshold = parse(value)?;
        self.put_line(threshold)?;
        self.opened()?.line_done = Some(LineDone {
            words: match threshold {
                Some(_) => "own-line-kept",
                None => "own-line-gone",
            },
            before,
            is_read: false,
        });
        Ok(())
    }

    /// Puts the line back to where it lay before the last change; once more undoes that.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses; then nothing was changed.
    pub fn undo_line(&mut self) -> Result<(), Trouble> {
        let Some(done) = self.opened()?.line_done else {
            return Ok(());
        };
        let now = self.known()?.record.profile.threshold();
        self.put_line(done.before)?;
        self.opened()?.line_done = Some(LineDone {
            words: "own-line-back",
            before: now,
            is_read: false,
        });
        Ok(())
    }

    /// Keeps where the line lies.
    pub(crate) fn put_line(&mut self, threshold: Option<f64>) -> Result<(), Trouble> {
        self.opened()?.change_profile(|profile| {
            let refused =
                |e: record::ProfileError| Trouble::input(e.to_string(), "pick one of the numbers");
            profile.set_threshold(threshold).map_err(refused)
        })
    }
}

/// The level that was chosen; empty: none.
pub(crate) fn parse(value: &str) -> Result<Option<f64>, Trouble> {
    let wrong = |_| Trouble::input("that is not a number", "give a number from 0 to 100");
    match value.trim() {
        "" => Ok(None),
        typed => typed.parse::<f64>().map(Some).map_err(wrong),
    }
}
