//! How hard a German or a Spanish text is to read, by one published formula each. Refuses English, which has
//! formulas of its own.

use super::visit_words;

/// What both formulas count.
#[derive(Default)]
struct Counts {
    n_words: f64,
    n_sentences: f64,
    n_syllables: f64,
    /// Words of three syllables or more.
    n_many: f64,
    /// Words of one syllable.
    n_one: f64,
    /// Words of more than six letters.
    n_long: f64,
}

impl Counts {
    /// Counts texts together; `None` without any word.
    fn of<'a>(
        texts: impl IntoIterator<Item = &'a str>,
        n_syllables: fn(&str) -> u32,
    ) -> Option<Self> {
        let mut counts = Self::default();
        let n_sentences = visit_words(texts, &mut |word, n_letters| {
            let n = n_syllables(word);
            counts.n_words += 1.0;
            counts.n_syllables += f64::from(n);
            counts.n_many += f64::from(u8::from(n >= 3));
            counts.n_one += f64::from(u8::from(n == 1));
            counts.n_long += f64::from(u8::from(n_letters > 6));
        });
        counts.n_sentences = f64::from(n_sentences);
        (n_sentences > 0).then_some(counts)
    }
}

/// Grades German sentences by the first Wiener Sachtextformel: a school year, 4 very easy, 6 and 7 easy, 15 very
/// hard (Bamberger and Vanecek 1984, Lesen, Verstehen, Lernen, Schreiben, ISBN 3-7141-5302-9).
///
/// Each text counts as at least one sentence; `None` without any word.
pub fn vienna_grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<f64> {
    let counts = Counts::of(texts, n_syllables_german)?;
    let of_100 = |n: f64| 100.0 * n / counts.n_words;
    Some(
        0.1935 * of_100(counts.n_many)
            + 0.1672 * counts.n_words / counts.n_sentences
            + 0.1297 * of_100(counts.n_long)
            - 0.0327 * of_100(counts.n_one)
            - 0.875,
    )
}

/// Ease of Spanish sentences by the Flesch-Szigriszt index (Szigriszt Pazos 1993, Universidad Complutense de Madrid),
/// read on the INFLESZ scale: from 65 fairly easy, above 80 very easy (Barrio-Cantalejo and others 2008,
/// doi:10.4321/S1137-66272008000300004).
///
/// Each text counts as at least one sentence; `None` without any word.
pub fn perspicuity<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<f64> {
    let counts = Counts::of(texts, n_syllables_spanish)?;
    let (words, sentences) = (counts.n_words, counts.n_sentences);
    Some(206.835 - 62.3 * counts.n_syllables / words - words / sentences)
}

/// Estimates the syllables of a German word: its vowels, two that are spoken as one counted once.
///
/// At least 1; numbers count as 1. How well it does stands in `crates/content/tests/it/reading.rs`.
#[must_use]
pub fn n_syllables_german(word: &str) -> u32 {
    const TOGETHER: [&str; 13] = [
        "ei", "ai", "au", "äu", "eu", "ie", "ee", "aa", "oo", "ey", "ay", "oi", "ui",
    ];
    of_parts(word, |letters| {
        let (mut n, mut at) = (0, 0);
        while let Some(letter) = letters.get(at) {
            let is_vowel = "aeiouyäöüéèàáâêôû".contains(*letter);
            // A q takes its u along.
            let is_mute = *letter == 'u' && at > 0 && letters.get(at - 1) == Some(&'q');
            let pair: String = letters.iter().skip(at).take(2).collect();
            // The e of "be-" and "ge-" stands by itself.
            let is_prefix = at == 1 && pair == "ee" && matches!(letters.first(), Some('b' | 'g'));
            let is_pair = is_vowel && !is_prefix && TOGETHER.contains(&pair.as_str());
            n += u32::from(is_vowel && !is_mute);
            at += if is_pair && !is_mute { 2 } else { 1 };
        }
        n
    })
}

/// Counts the syllables of a Spanish word: a weak vowel goes with its neighbour, two strong ones stand apart, and an
/// accent on a weak one sets it apart.
///
/// At least 1; numbers count as 1.
#[must_use]
pub fn n_syllables_spanish(word: &str) -> u32 {
    let is_strong = |c: char| "aeoáéó".contains(c);
    let is_weak = |c: char| "iuü".contains(c);
    let is_apart = |c: char| "íú".contains(c);
    let is_vowel = |c: char| is_strong(c) || is_weak(c) || is_apart(c);
    of_parts(word, |letters| {
        let mut n = 0;
        let mut before: Option<char> = None;
        for (at, letter) in letters.iter().copied().enumerate() {
            let next = letters.get(at + 1).copied();
            let last = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
            // The u of "que" and "guía" is written and not spoken; a y at the end is spoken as i.
            let is_mute = letter == 'u'
                && matches!(last, Some('q' | 'g'))
                && matches!(next, Some('e' | 'é' | 'i' | 'í'));
            let spoken = if letter == 'y' && next.is_none() {
                'i'
            } else {
                letter
            };
            if is_mute || !is_vowel(spoken) {
                before = None;
                continue;
            }
            let begins = before.is_none_or(|before| {
                (is_strong(before) && is_strong(spoken))
                    || is_apart(spoken)
                    || (is_apart(before) && is_strong(spoken))
                    || before == spoken
            });
            n += u32::from(begins);
            before = Some(spoken);
        }
        n
    })
}

/// Adds up what the parts of a word give, at least 1 each.
fn of_parts(word: &str, n_of: impl Fn(&[char]) -> u32) -> u32 {
    let lower = word.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphabetic());
    let n: u32 = (parts.filter(|part| !part.is_empty()))
        .map(|part| n_of(&part.chars().collect::<Vec<_>>()).max(1))
        .sum();
    n.max(1)
}
