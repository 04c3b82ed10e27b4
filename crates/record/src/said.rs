//! A claim that the program showed, kept as what it is: something that was said on a day. Refuses
//! to be an answer: answers are found anew, and this only says what stood on the page.

use std::fmt;

use crate::LocalDay;

/// Says why something is no claim that could have been shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SaidError {
    /// A text is empty or too long.
    #[error("a text of what was said is empty or too long")]
    Text,
    /// A number is not finite, or the ends of the interval are the wrong way round.
    #[error("the size of what was said is not a number with an interval around it")]
    Size,
    /// Days that cannot follow each other.
    #[error("the days of what was said do not follow each other")]
    Days,
}

/// A claim that was shown, in the words in which it was shown. `Debug` hides the words.
#[derive(Clone, PartialEq)]
pub struct Said {
    /// The question, by the name that other programs know it by.
    pub question: String,
    /// What it was about, in a form that two claims can be compared by.
    pub about: String,
    /// More numbness, or more of what the question is about; else less.
    pub is_up: bool,
    /// First and last day that it spoke of.
    pub span: (LocalDay, LocalDay),
    /// The sentence.
    pub sentence: String,
    /// Size, lower end and upper end, in the unit of the question.
    pub size: (f64, f64, f64),
    /// Last day of the data that it rested on.
    pub look_day: LocalDay,
    /// Day on which it was first shown.
    pub shown_on: LocalDay,
    /// Day on which it was taken back; `None` while it stands.
    pub taken_back_on: Option<LocalDay>,
    /// Name and version of the method.
    pub method: (String, String),
}

impl Said {
    /// Longest sentence and longest subject, in bytes.
    pub const BYTES_MAX: usize = 8_000;
    /// Longest name of a question or method, in bytes.
    pub const NAME_BYTES_MAX: usize = 80;

    /// The same, if it can have been shown.
    ///
    /// # Errors
    /// [`SaidError`], the first problem found.
    pub fn checked(self) -> Result<Self, SaidError> {
        let fits = |text: &str, max: usize| !text.trim().is_empty() && text.len() <= max;
        let names = [&self.question, &self.method.0, &self.method.1];
        let texts = [&self.about, &self.sentence];
        let (size, low, high) = self.size;
        let is_number = [size, low, high].iter().all(|number| number.is_finite());
        if !names.iter().all(|name| fits(name, Self::NAME_BYTES_MAX))
            || !texts.iter().all(|text| fits(text, Self::BYTES_MAX))
        {
            Err(SaidError::Text)
        } else if !is_number || low > high {
            Err(SaidError::Size)
        } else if self.span.0 > self.span.1 {
            Err(SaidError::Days)
        } else {
            Ok(self)
        }
    }

    /// Whether two of them say the same thing of the same days, whatever its size.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.question == other.question
            && self.about == other.about
            && self.is_up == other.is_up
            && self.span.0 <= other.span.1
            && other.span.0 <= self.span.1
    }
}

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Said")
            .field("question", &self.question)
            .field("look_day", &self.look_day)
            .field("shown_on", &self.shown_on)
            .field("taken_back_on", &self.taken_back_on)
            .finish_non_exhaustive()
    }
}
