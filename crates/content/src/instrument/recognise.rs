//! Which published questionnaire a form may be. Refuses to settle it: the person confirms.

use super::{Instrument, instruments};
use crate::ContentError;

/// What a form says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Described<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its canonical address.
    pub url: Option<&'a str>,
    /// Codes of the whole and of its questions.
    pub codes: &'a [&'a str],
    /// Questions that can be answered.
    pub n_questions: usize,
}

/// By what a form was recognized, from the surest clue down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clue {
    /// By a code of a published list.
    Code,
    /// By its title.
    Title,
    /// By the end of its address.
    Address,
}

/// One instrument that a form may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Which.
    pub instrument: &'static Instrument,
    /// By what.
    pub clue: Clue,
    /// The form has as many questions as the published one. One more or two may ask how hard life
    /// is; fewer is a part of it.
    pub has_its_questions: bool,
}

/// Lists the instruments that a form may be, the likeliest first. Empty: no rule is known, and the
/// form can be filled in without a score.
///
/// # Errors
/// As [`instruments`].
pub fn recognise(form: Described<'_>) -> Result<Vec<Candidate>, ContentError> {
    let all = instruments()?;
    let title = form.title.to_lowercase();
    let end = form.url.map(|url| {
        let end = url.trim_end_matches('/').rsplit('/').next();
        end.unwrap_or_default().to_lowercase()
    });
    let clue = |one: &Instrument| {
        let is_code = |code: &&str| one.codes.iter().any(|known| known == code);
        let names = |text: &str| one.titles.iter().any(|known| holds(text, known));
        if form.codes.iter().any(is_code) {
            Some(Clue::Code)
        } else if names(&title) {
            Some(Clue::Title)
        } else if end.as_deref().is_some_and(|end| is_end(one, end)) {
            Some(Clue::Address)
        } else {
            None
        }
    };
    let mut found: Vec<Candidate> = (all.iter())
        .filter_map(|instrument| {
            Some(Candidate {
                instrument,
                clue: clue(instrument)?,
                has_its_questions: has_questions(instrument, form.n_questions),
            })
        })
        .collect();
    found.sort_by_key(|one| (!one.has_its_questions, one.clue));
    Ok(found)
}

/// Whole words only: `isi` is no part of `crisis`.
fn holds(text: &str, known: &str) -> bool {
    let is_edge = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    text.match_indices(known).any(|(from, found)| {
        is_edge(text[..from].chars().next_back())
            && is_edge(text[from + found.len()..].chars().next())
    })
}

/// `PHQ-9`, `phq_9` and `phq9` are one name.
fn is_end(one: &Instrument, end: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(char::is_ascii_alphanumeric).collect() };
    let end = plain(end);
    !end.is_empty() && (end == plain(one.id()) || end == plain(&one.title.to_lowercase()))
}

fn has_questions(one: &Instrument, n_questions: usize) -> bool {
    let parts = one.rule.parts();
    let (fewest, most) = (usize::from(parts.n_items_min), usize::from(parts.n_items));
    let (fewest, most) = match parts.shape {
        record::Shape::Single => (fewest, most),
        record::Shape::Pairs { .. } => (2 * fewest, 2 * most),
        record::Shape::Gated => (fewest, most + 1),
    };
    // A question on how hard it makes life, and a total that the form works out itself.
    (fewest..=most + 2).contains(&n_questions)
}
