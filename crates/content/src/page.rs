//! One content file while it is read: every complaint names the file and the line. Refuses to know
//! what the file is about.

use record::LocalDay;
use toml::Spanned;

use crate::ContentError;

/// One file while it is read: knows where a complaint belongs.
pub(crate) struct Page<'a> {
    pub(crate) name: String,
    pub(crate) text: &'a str,
}

impl Page<'_> {
    pub(crate) fn error_at(&self, at: usize, why: impl Into<String>) -> ContentError {
        ContentError::Line {
            file: self.name.clone(),
            line: self.line_at(at),
            why: why.into(),
        }
    }

    /// Which line this place is in, from 1.
    pub(crate) fn line_at(&self, at: usize) -> usize {
        let head = self.text.as_bytes().get(..at).unwrap_or_default();
        head.iter().filter(|byte| **byte == b'\n').count() + 1
    }

    /// What the reader of the format complains of.
    pub(crate) fn unread(&self, error: &toml::de::Error) -> ContentError {
        let at = error.span().map_or(0, |span| span.start);
        self.error_at(at, error.message())
    }

    pub(crate) fn error(&self, at: &Spanned<String>, why: impl Into<String>) -> ContentError {
        self.error_at(at.span().start, why)
    }

    pub(crate) fn word(&self, word: &Spanned<String>) -> Result<String, ContentError> {
        if word.as_ref().trim().is_empty() {
            return Err(self.error(word, "nothing stands here"));
        }
        Ok(word.as_ref().clone())
    }

    /// A text for people: not empty, without markup, and it leads nowhere.
    pub(crate) fn plain(&self, word: &Spanned<String>) -> Result<String, ContentError> {
        let text = self.word(word)?;
        if text.contains(['<', '>']) || text.contains("://") {
            return Err(self.error(word, "a text holds no markup and no link"));
        }
        Ok(text)
    }

    /// A number that is not zero.
    pub(crate) fn some(&self, number: &Spanned<u32>) -> Result<u32, ContentError> {
        match *number.as_ref() {
            0 => Err(self.error_at(number.span().start, "this takes at least 1")),
            number => Ok(number),
        }
    }

    pub(crate) fn day(&self, word: &Spanned<String>) -> Result<LocalDay, ContentError> {
        LocalDay::parse(word.as_ref()).map_err(|error| self.error(word, error.to_string()))
    }

    /// Finds a word in a closed list.
    pub(crate) fn one_of<T: Copy>(
        &self,
        word: &Spanned<String>,
        what: &str,
        list: &[(&'static str, T)],
    ) -> Result<T, ContentError> {
        let found = list.iter().find(|(name, _)| name == word.as_ref());
        found.map(|(_, one)| *one).ok_or_else(|| {
            let known: Vec<&str> = list.iter().map(|(name, _)| *name).collect();
            let why = format!(
                "there is no {what} '{}'; there are {}",
                word.as_ref(),
                known.join(", ")
            );
            self.error(word, why)
        })
    }
}
