//! English with an accent on every letter and about a third longer. Refuses to touch values put into a
//! text: what a page shows without accents came from somewhere else.

use std::borrow::Cow;

/// Accents for a to z.
const SMALL: [char; 26] = [
    'à', 'ƀ', 'ç', 'ð', 'é', 'ƒ', 'ĝ', 'ĥ', 'î', 'ĵ', 'ķ', 'ļ', 'ɱ', 'ñ', 'ö', 'þ', 'ɋ', 'ŕ', 'š',
    'ţ', 'û', 'ṽ', 'ŵ', 'ẋ', 'ý', 'ž',
];
/// Accents for A to Z.
const LARGE: [char; 26] = [
    'Å', 'Ɓ', 'Ç', 'Ð', 'É', 'Ƒ', 'Ĝ', 'Ĥ', 'Î', 'Ĵ', 'Ķ', 'Ļ', 'Ṁ', 'Ñ', 'Ö', 'Þ', 'Ǫ', 'Ŕ', 'Š',
    'Ţ', 'Û', 'Ṽ', 'Ŵ', 'Ẋ', 'Ý', 'Ž',
];
/// One letter more for every three.
const EVERY: usize = 3;

/// A piece of text with accents, longer by a third.
pub(crate) fn accented(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 3);
    let mut n_letters = 0_usize;
    for letter in text.chars() {
        let small = u32::from(letter).wrapping_sub(u32::from('a'));
        let large = u32::from(letter).wrapping_sub(u32::from('A'));
        let accent = |list: &[char; 26], at: u32| {
            (usize::try_from(at).ok()).and_then(|at| list.get(at).copied())
        };
        match accent(&SMALL, small).or_else(|| accent(&LARGE, large)) {
            Some(other) => {
                out.push(other);
                n_letters += 1;
                // A vowel is drawn out, as longer words of other languages would be.
                if n_letters.is_multiple_of(EVERY) {
                    out.push(other.to_lowercase().next().unwrap_or(other));
                }
            }
            None => out.push(letter),
        }
    }
    Cow::Owned(out)
}

/// A whole text with accents, between marks; the names of values in braces stay.
pub(crate) fn marked(text: &str) -> String {
    let mut out = String::from("\u{27e6}");
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((name, after)) = after.split_once('}')
    {
        out.push_str(&accented(before));
        out.push_str(&format!("{{{name}}}"));
        rest = after;
    }
    out.push_str(&accented(rest));
    out.push('\u{27e7}');
    out
}

/// A file of texts with accents on what stands in quotes in braces, which no reader of texts touches.
pub(crate) fn with_literals(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut is_quoted = false;
    // A quotation mark of English stands curled outside of braces, so a plain one opens or ends a literal.
    for (idx, piece) in source.split('"').enumerate() {
        if idx > 0 {
            out.push('"');
        }
        let is_literal = is_quoted && !piece.contains('\n');
        out.push_str(&if is_literal {
            accented(piece)
        } else {
            Cow::Borrowed(piece)
        });
        is_quoted = if is_quoted {
            false
        } else {
            piece.trim_end().ends_with('{')
        };
    }
    out
}
