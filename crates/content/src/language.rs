//! The languages that a person can choose, and which of them is spoken right now. Refuses words: those
//! stand in `content/locales`, and the English ones of lists beside their numbers.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::OnceLock;

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English, in which every text is written first.
    #[default]
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// English with an accent on every letter, and longer: what a page shows without them stands in no text.
    Pseudo,
}

impl Language {
    /// Those that a person can choose, in the order of showing.
    pub const KNOWN: [Self; 3] = [Self::English, Self::German, Self::Spanish];
    /// Those and the one for looking at pages.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::Spanish, Self::Pseudo];

    /// Its tag, as a page and a file name it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Pseudo => "en-XA",
        }
    }

    /// The language that a tag means, with or without a land: `de`, `de-AT`, `de_DE.UTF-8`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        if tag == "en-xa" {
            return Some(Self::Pseudo);
        }
        let first = tag.split(['-', '.', '@']).next().unwrap_or_default();
        (Self::KNOWN.into_iter()).find(|language| language.code() == first)
    }

    /// The known language that a browser would like best, from what it says in `Accept-Language`.
    #[must_use]
    pub fn from_accepted(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f64)> = None;
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default();
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q=")?.trim().parse::<f64>().ok())
                .unwrap_or(1.0);
            let is_better = best.is_none_or(|(_, before)| weight > before);
            if let Some(language) = Self::from_tag(tag)
                && weight > 0.0
                && is_better
            {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }

    /// Whether numbers have a comma before their decimals.
    #[must_use]
    pub const fn has_decimal_comma(self) -> bool {
        matches!(self, Self::German | Self::Spanish)
    }

    const fn place(self) -> usize {
        match self {
            Self::English => 0,
            Self::German => 1,
            Self::Spanish => 2,
            Self::Pseudo => 3,
        }
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language in which this thread speaks; English where nobody said.
#[must_use]
pub fn spoken() -> Language {
    SPOKEN.get()
}

/// Speaks a language on this thread until the answer is dropped.
pub fn speak(language: Language) -> Speaking {
    Speaking {
        before: SPOKEN.replace(language),
        stays_here: PhantomData,
    }
}

/// Speaks a language on this thread from now on.
pub fn speak_on(language: Language) {
    SPOKEN.set(language);
}

/// A language is spoken on this thread as long as this lives.
#[must_use = "the language is spoken only as long as this lives"]
pub struct Speaking {
    before: Language,
    // Dropped on another thread it would change what is spoken there.
    stays_here: PhantomData<*const ()>,
}

impl Drop for Speaking {
    fn drop(&mut self) {
        SPOKEN.set(self.before);
    }
}

/// One value for each language, made when it is first asked for.
pub(crate) struct PerLanguage<T>([OnceLock<T>; Language::ALL.len()]);

impl<T> PerLanguage<T> {
    pub(crate) const fn new() -> Self {
        Self([const { OnceLock::new() }; Language::ALL.len()])
    }

    /// The value of the language that is spoken.
    pub(crate) fn get(&self, make: impl FnOnce() -> T) -> &T {
        self.of(spoken(), make)
    }

    /// The value of one language, which is spoken while it is made.
    pub(crate) fn of(&self, language: Language, make: impl FnOnce() -> T) -> &T {
        let _speaking = speak(language);
        self.0[language.place()].get_or_init(make)
    }
}
