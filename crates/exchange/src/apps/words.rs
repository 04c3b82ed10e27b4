//! What the words of a person's diary mean: asked once, with a proposal. Refuses to read any word as
//! numb, or as not numb, that the person did not mark so.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use record::{Item, ItemId, Polarity, ResponseScale, Role, Window};
use serde::Deserialize;

use super::AppFileError;

/// Words that may say numb; only ever proposed.
const NUMB_WORDS: [&str; 9] = [
    "numb", "empty", "nothing", "flat", "blank", "hollow", "dead", "detached", "void",
];
/// The same in German, Spanish and French, and unreal in all four: whole words of a name, because parts of
/// them stand in others (dust, video).
const OTHER_WORDS: [&str; 24] = [
    "unreal",
    "taub",
    "leer",
    "leere",
    "hohl",
    "dumpf",
    "nichts",
    "leblos",
    "vacío",
    "vacio",
    "vacía",
    "vacia",
    "hueco",
    "hueca",
    "nada",
    "irreal",
    "insensible",
    "vide",
    "vidé",
    "vidée",
    "creux",
    "rien",
    "irréel",
    "irréelle",
];
/// How such words begin whose end says who feels so, or that name the state.
const OTHER_STARTS: [&str; 13] = [
    "gefühllos",
    "gefühlsleer",
    "betäub",
    "abgestumpf",
    "unwirklich",
    "entumec",
    "adormec",
    "embotad",
    "anestesi",
    "engourdi",
    "anesthési",
    "insensibil",
    "irréal",
];
/// Names that a diary has from the start, with their steps.
const FIRST_NAMES: [(&str, u8); 5] = [
    ("rad", 5),
    ("good", 4),
    ("meh", 3),
    ("bad", 2),
    ("awful", 1),
];

/// What the words of a diary mean.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    #[serde(default)]
    mood: BTreeMap<String, Meaning>,
}

/// What one word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    /// 1 worst to 5 best; `None`: no step between the two.
    pub level: Option<u8>,
    /// Numb or not; `None`: the word says neither.
    pub numb: Option<bool>,
}

impl Words {
    /// Reads a file of words.
    ///
    /// # Errors
    /// [`AppFileError::Words`] with what is wrong.
    pub fn parse(text: &str) -> Result<Self, AppFileError> {
        let words: Self = toml::from_str(text)
            .map_err(|error| AppFileError::Words(error.message().replace('\n', " ")))?;
        let is_step = |meaning: &Meaning| meaning.level.is_none_or(|n| (1..=5).contains(&n));
        if let Some((word, _)) = words.mood.iter().find(|(_, meaning)| !is_step(meaning)) {
            let text = format!("\"{word}\": a level is 1, 2, 3, 4 or 5");
            return Err(AppFileError::Words(text));
        }
        Ok(words)
    }

    /// Words as the person explained them.
    #[must_use]
    pub const fn of(mood: BTreeMap<String, Meaning>) -> Self {
        Self { mood }
    }

    /// Every word with its meaning, in the order of the alphabet.
    pub fn each(&self) -> impl Iterator<Item = (&str, Meaning)> {
        let each = self.mood.iter();
        each.map(|(word, meaning)| (word.as_str(), *meaning))
    }

    /// The same as a file of words, which [`Self::parse`] reads.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        for (word, meaning) in self.each() {
            write_word(&mut text, word, meaning);
        }
        text
    }

    /// What a word means; `None`: nobody said.
    #[must_use]
    pub fn meaning(&self, word: &str) -> Option<Meaning> {
        self.mood.get(word.trim()).copied()
    }

    /// Says whether every word has a meaning.
    #[must_use]
    pub fn know<'a>(&self, mut words: impl Iterator<Item = &'a str>) -> bool {
        words.all(|word| self.meaning(word).is_some())
    }

    /// Writes a file of words to check: these words, with the levels that the diary itself gives,
    /// and everything said before.
    #[must_use]
    pub fn proposal(&self, found: &BTreeMap<String, Option<u8>>) -> String {
        let mut text = String::from(
            "# What your own words mean to you. Change what is not so; take a line out where\n\
             # nothing fits. level: 1 worst to 5 best. numb: could you hardly feel anything?\n",
        );
        let looks_numb = |word: &str| {
            let lower = word.to_lowercase();
            NUMB_WORDS.iter().any(|numb| lower.contains(numb)) || looks_numb(word)
        };
        let has_numb = found.keys().any(|word| looks_numb(word));
        let all: BTreeSet<&String> = found.keys().chain(self.mood.keys()).collect();
        for word in all {
            let said = self.mood.get(word).copied();
            let level = found.get(word).copied().flatten();
            let meaning = said.unwrap_or_else(|| {
                let level = level.or_else(|| first_name(word));
                let numb = if looks_numb(word) {
                    Some(true)
                } else {
                    // The middle of a scale says nothing about numbness.
                    (has_numb && level.is_some_and(|level| level != 3)).then_some(false)
                };
                Meaning { level, numb }
            });
            write_word(&mut text, word, meaning);
        }
        text
    }
}

fn write_word(text: &mut String, word: &str, meaning: Meaning) {
    let _ = write!(text, "\n[mood.{}]\n", toml::Value::from(word));
    if let Some(level) = meaning.level {
        let _ = writeln!(text, "level = {level}");
    }
    if let Some(numb) = meaning.numb {
        let _ = writeln!(text, "numb = {numb}");
    }
}

fn first_name(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let found = FIRST_NAMES.iter().find(|(name, _)| *name == word);
    found.map(|(_, level)| *level)
}

/// The item that keeps how good or bad a moment was: 1 worst to 5 best.
pub(super) fn mood_item(app: &str) -> Option<Item> {
    super::gather::steps_item(&format!("{app}_mood"), 1, 5)
}

/// The item that keeps whether a word that means numb was chosen.
pub(super) fn numb_item(app: &str) -> Option<Item> {
    Some(Item {
        id: ItemId::new(&format!("{app}_numb")).ok()?,
        scale: ResponseScale::Steps { min: 0, max: 1 },
        role: Role::Outcome(Polarity::HigherIsMoreNumb),
        window: Window::Momentary,
    })
}

/// The same of a whole day.
pub(super) fn numb_of_day_item(app: &str) -> Option<Item> {
    Some(Item {
        window: Window::Daily,
        ..numb_item(app)?
    })
}

/// Says whether a word of the name of a tag or tracker may say numb, so that its meaning is asked
/// about; a tag of deadlifts is none.
pub(super) fn looks_numb(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let begins = |start: &&str| word.starts_with(start);
        let is_english = NUMB_WORDS.contains(&word)
            || (["numb", "emptiness"].iter().any(begins) && !word.starts_with("number"));
        is_english || OTHER_WORDS.contains(&word) || OTHER_STARTS.iter().any(begins)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_asked_about_in_four_languages_and_near_ones_are_not() {
        for name in [
            "Numb",
            "felt-nothing",
            "unreal",
            "Taub",
            "innere Leere",
            "gefühllos",
            "Betäubt",
            "abgestumpft",
            "unwirklich",
            "entumecida",
            "Vacío",
            "me siento vacía",
            "insensible",
            "engourdie",
            "vide",
            "Anesthésié",
            "irréelle",
            "tout est irréel",
        ] {
            assert!(looks_numb(name), "{name}");
        }
        for name in [
            "deadlift",
            "number of coffees",
            "Staub",
            "Urlaub",
            "Leergut",
            "vidéo",
            "provide",
            "nadar",
            "plato",
            "totally",
            "real",
            "vidaxl",
        ] {
            assert!(!looks_numb(name), "{name}");
        }
    }

    #[test]
    fn a_mood_of_another_language_is_proposed_as_numb_and_never_decided() {
        let found = [("leer".to_owned(), None), ("gut".to_owned(), None)].into();
        let proposal = Words::default().proposal(&found);
        let words = Words::parse(&proposal).unwrap();
        assert_eq!(words.meaning("leer").unwrap().numb, Some(true));
        assert_eq!(words.meaning("gut").unwrap().numb, None);
        assert!(Words::default().meaning("leer").is_none());
    }
}
