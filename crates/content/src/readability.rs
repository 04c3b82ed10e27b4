//! How many school years a text asks for, by two published formulas. Refuses other languages
//! than English: the constants were fitted to it.

/// School grades by two formulas; grade 6 is an age of about 12.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReadingGrade {
    /// Automated Readability Index (Smith and Senter 1967, AMRL-TR-66-220).
    pub ari: f64,
    /// Coleman-Liau index (Coleman and Liau 1975, doi:10.1037/h0076540).
    pub coleman_liau: f64,
}

/// Grades English sentences; each text counts as at least one sentence.
///
/// `None` without any word.
pub fn reading_grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<ReadingGrade> {
    let (mut n_letters, mut n_words, mut n_sentences) = (0u32, 0u32, 0u32);
    for text in texts {
        let mut n_open = 0u32;
        for word in text.split_whitespace() {
            let n = word.chars().filter(|c| c.is_alphanumeric()).count();
            if n > 0 {
                n_letters += u32::try_from(n).unwrap_or(u32::MAX);
                n_words += 1;
                n_open += 1;
            }
            if word.ends_with(['.', '?', '!']) && n_open > 0 {
                n_sentences += 1;
                n_open = 0;
            }
        }
        n_sentences += u32::from(n_open > 0);
    }
    if n_words == 0 {
        return None;
    }
    let (letters, words) = (f64::from(n_letters), f64::from(n_words));
    let sentences = f64::from(n_sentences);
    Some(ReadingGrade {
        ari: 4.71 * letters / words + 0.5 * words / sentences - 21.43,
        coleman_liau: 0.0588 * (100.0 * letters / words)
            - 0.296 * (100.0 * sentences / words)
            - 15.8,
    })
}
