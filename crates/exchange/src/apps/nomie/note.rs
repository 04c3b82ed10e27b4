//! What stands in a note of Nomie: `#tracker(3)`, `@person` and `+context` between words. Refuses to
//! give a tracker without a number one.

/// What a word is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Tracker,
    Person,
    Context,
}

/// What stands in the brackets behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    /// No brackets, or nothing in them.
    None,
    Plain(f64),
    /// A length of time, in seconds.
    Seconds(f64),
    /// Something that is no number.
    Broken,
}

/// A marked word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub mark: Mark,
    /// In lower case.
    pub id: String,
    pub number: Number,
}

/// Every marked word of a note.
pub(super) fn each(note: &str) -> impl Iterator<Item = Found> + '_ {
    let mut rest = note;
    let mut is_start = true;
    std::iter::from_fn(move || {
        while let Some(first) = rest.chars().next() {
            let mark = mark(first).filter(|_| is_start);
            let found = mark.and_then(|mark| found(mark, rest));
            if let Some((found, behind)) = found {
                rest = behind;
                is_start = false;
                return Some(found);
            }
            is_start = first.is_whitespace();
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
        None
    })
}

/// Says whether a note holds words beside what is marked.
pub(super) fn has_words(note: &str) -> bool {
    let mut rest = note;
    let mut is_start = true;
    while let Some(first) = rest.chars().next() {
        let found = mark(first)
            .filter(|_| is_start)
            .and_then(|mark| found(mark, rest));
        if let Some((_, behind)) = found {
            rest = behind;
            is_start = false;
            continue;
        }
        if first.is_alphanumeric() {
            return true;
        }
        is_start = first.is_whitespace();
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    false
}

const fn mark(first: char) -> Option<Mark> {
    match first {
        '#' => Some(Mark::Tracker),
        '@' => Some(Mark::Person),
        '+' => Some(Mark::Context),
        _ => None,
    }
}

/// The marked word at the start of a text, and what follows it.
fn found(mark: Mark, text: &str) -> Option<(Found, &str)> {
    let name = text.get(1..)?;
    let ends = |c: char| c.is_whitespace() || "([{.,:;!?\"'#@+)]}".contains(c);
    let len = name.find(ends).unwrap_or(name.len());
    let (id, behind) = name.split_at_checked(len)?;
    // "+1" and "#3" are numbers of a sentence.
    if id.is_empty() || id.chars().all(|c| c.is_ascii_digit()) || id.len() > 200 {
        return None;
    }
    let (number, behind) = match behind.strip_prefix('(') {
        Some(inside) => match inside.find(')') {
            Some(end) => {
                let (value, behind) = inside.split_at_checked(end)?;
                (number(value), behind.get(1..).unwrap_or_default())
            }
            None => (Number::Broken, ""),
        },
        None => (Number::None, behind),
    };
    let id = id.to_lowercase();
    Some((Found { mark, id, number }, behind))
}

/// `3`, `-0.5`, `43.3oz`, `01:00:00` or nothing.
fn number(value: &str) -> Number {
    let value = value.trim();
    if value.is_empty() {
        return Number::None;
    }
    if value.contains(':') {
        return length(value).map_or(Number::Broken, Number::Seconds);
    }
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    let len = value.find(|c: char| !digits(c)).unwrap_or(value.len());
    let (plain, unit) = value.split_at_checked(len).unwrap_or((value, ""));
    let is_unit = unit
        .chars()
        .all(|c| c.is_alphabetic() || " %°/".contains(c));
    match plain.parse::<f64>() {
        Ok(number) if is_unit && number.is_finite() => Number::Plain(number),
        _ => Number::Broken,
    }
}

/// Seconds of `1:30:00`, or of `1:30`, which are hours and minutes.
fn length(value: &str) -> Option<f64> {
    let parts: Vec<&str> = value.split(':').collect();
    let whole = |text: &str, below: u32| {
        let is_plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let number: u32 = is_plain.then(|| text.parse().ok())??;
        (number < below).then_some(f64::from(number))
    };
    match parts.as_slice() {
        [hours, minutes] => Some(whole(hours, 10_000)? * 3600.0 + whole(minutes, 60)? * 60.0),
        [hours, minutes, seconds] => {
            let minutes = whole(minutes, 60)? * 60.0 + whole(seconds, 60)?;
            Some(whole(hours, 10_000)? * 3600.0 + minutes)
        }
        _ => None,
    }
}
