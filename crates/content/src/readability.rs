//! How many school years an English text asks for, by three published formulas. Refuses other languages
//! with these: the constants were fitted to English. German and Spanish have a formula each of their own.

mod other;

pub use other::{n_syllables_german, n_syllables_spanish, perspicuity, vienna_grade};

/// School grades by three formulas; grade 6 is an age of about 12.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReadingGrade {
    /// Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch
    /// Report 8-75). Syllables are counted by [`n_syllables`].
    pub flesch_kincaid: f64,
    /// Automated Readability Index (Smith and Senter 1967, AMRL-TR-66-220).
    pub ari: f64,
    /// Coleman-Liau index (Coleman and Liau 1975, doi:10.1037/h0076540).
    pub coleman_liau: f64,
}

impl ReadingGrade {
    /// The middle one of the three grades: no single formula decides.
    #[must_use]
    pub fn median(&self) -> f64 {
        let mut grades = [self.flesch_kincaid, self.ari, self.coleman_liau];
        grades.sort_by(f64::total_cmp);
        let [_, middle, _] = grades;
        middle
    }
}

/// What the formulas count in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadingCounts {
    /// Letters and digits.
    pub n_letters: u32,
    /// Syllables.
    pub n_syllables: u32,
    /// Words: what stands between spaces and holds a letter or a digit.
    pub n_words: u32,
    /// Sentences; each text counts as at least one.
    pub n_sentences: u32,
}

impl ReadingCounts {
    /// Counts English texts together.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts = Self::default();
        counts.n_sentences = visit_words(texts, &mut |word, n_letters| {
            counts.n_letters += n_letters;
            counts.n_syllables += n_syllables(word);
            counts.n_words += 1;
        });
        counts
    }

    /// The grades of the three formulas; `None` without any word.
    #[must_use]
    pub fn grade(self) -> Option<ReadingGrade> {
        if self.n_words == 0 || self.n_sentences == 0 {
            return None;
        }
        let (letters, words) = (f64::from(self.n_letters), f64::from(self.n_words));
        let (syllables, sentences) = (f64::from(self.n_syllables), f64::from(self.n_sentences));
        Some(ReadingGrade {
            flesch_kincaid: 0.39 * words / sentences + 11.8 * syllables / words - 15.59,
            ari: 4.71 * letters / words + 0.5 * words / sentences - 21.43,
            coleman_liau: 0.0588 * (100.0 * letters / words)
                - 0.296 * (100.0 * sentences / words)
                - 15.8,
        })
    }
}

/// Visits each word of texts with its letters, and gives how many sentences they are; each text counts as at
/// least one.
fn visit_words<'a>(
    texts: impl IntoIterator<Item = &'a str>,
    visit: &mut impl FnMut(&str, u32),
) -> u32 {
    let mut n_sentences = 0;
    for text in texts {
        let mut n_open = 0u32;
        for word in text.split_whitespace() {
            let n = word.chars().filter(|c| c.is_alphanumeric()).count();
            if n > 0 {
                visit(word, u32::try_from(n).unwrap_or(u32::MAX));
                n_open += 1;
            }
            // A closing quote or bracket may stand behind the end of a sentence; in German it has the shape of
            // an English opening one.
            let bare = word.trim_end_matches(['"', '”', '“', '»', ')']);
            if bare.ends_with(['.', '?', '!']) && n_open > 0 {
                n_sentences += 1;
                n_open = 0;
            }
        }
        n_sentences += u32::from(n_open > 0);
    }
    n_sentences
}

/// Grades English sentences; each text counts as at least one sentence.
///
/// `None` without any word.
pub fn reading_grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<ReadingGrade> {
    ReadingCounts::of(texts).grade()
}

/// Estimates the syllables of an English word: groups of vowels, less the silent ones at the end.
///
/// At least 1; numbers count as 1. How well it does stands in
/// `crates/content/tests/it/reading.rs`, against the CMU Pronouncing Dictionary.
#[must_use]
pub fn n_syllables(word: &str) -> u32 {
    let parts = word.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
    let n: u32 = parts.map(of_part).sum();
    n.max(1)
}

fn of_part(part: &str) -> u32 {
    let letters: Vec<char> = (part.to_lowercase().chars())
        .filter(|c| c.is_alphabetic())
        .collect();
    if letters.is_empty() {
        return 0;
    }
    let is_vowel = |at: usize| {
        letters
            .get(at)
            .is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
    };
    let mut n = 0u32;
    for at in 0..letters.len() {
        let begins_group = is_vowel(at) && (at == 0 || !is_vowel(at - 1));
        n += u32::from(begins_group);
    }
    let text: String = letters.iter().collect();
    n += n_split_groups(&text);
    n.saturating_sub(u32::from(ends_silent(&text))).max(1)
}

/// Vowels that stand together and are spoken apart, as in "idea" and "being".
fn n_split_groups(text: &str) -> u32 {
    const SPLIT: [&str; 9] = [
        "iet", "iou", "ia", "io", "eing", "uing", "oing", "ying", "ual",
    ];
    const NOT_SPLIT: [&str; 4] = ["cia", "tia", "cio", "tio"];
    let n: usize = SPLIT.iter().map(|part| text.matches(part).count()).sum();
    let n_whole: usize = NOT_SPLIT
        .iter()
        .map(|part| text.matches(part).count())
        .sum();
    // "iou" holds "io", so it was counted twice.
    let n_twice = text.matches("iou").count();
    let n = n.saturating_sub(n_whole + n_twice) + usize::from(text.ends_with("sm"));
    u32::try_from(n).unwrap_or(0)
}

/// Whether the last vowel is written and not spoken, as in "like", "likes" and "liked".
fn ends_silent(text: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| text.ends_with(ending));
    if let Some(stem) = text.strip_suffix("ed") {
        return !stem.ends_with(['t', 'd', 'e', 'i', 'a', 'o', 'u', 'y']);
    }
    if let Some(stem) = text.strip_suffix("es") {
        let is_spoken = ["s", "z", "x", "c", "g", "ch", "sh", "i", "e", "o", "y"];
        return !is_spoken.iter().any(|end| stem.ends_with(end)) && !is_le(stem);
    }
    if let Some(stem) = text.strip_suffix('e') {
        return !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y']) && !is_le(stem);
    }
    ends(&["ely", "eless", "eful", "ement", "ething", "etimes"]) && text.len() > 5
}

/// Whether a consonant and an l stand before the last vowel: "table" ends on a spoken syllable.
fn is_le(stem: &str) -> bool {
    let Some(before) = stem.strip_suffix('l') else {
        return false;
    };
    (before.chars().next_back()).is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}
