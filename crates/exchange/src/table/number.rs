//! Reads the numbers of cells. Refuses words, and numbers without end.

use crate::Map;

/// What a cell holds.
pub(super) enum Cell<'a> {
    /// Nothing, or a mark that means the same.
    Empty,
    /// Something, without space around it.
    Text(&'a str),
}

/// Takes the space off a cell and looks whether anything is in it.
pub(super) fn cell<'a>(bytes: Option<&'a [u8]>, map: &Map) -> Cell<'a> {
    let bytes = bytes.unwrap_or_default().trim_ascii();
    // The whole file was checked to be UTF-8.
    match std::str::from_utf8(bytes).unwrap_or_default() {
        "" => Cell::Empty,
        text if map.missing.iter().any(|mark| mark == text) => Cell::Empty,
        text => Cell::Text(text),
    }
}

/// Reads a finite number.
pub(super) fn number(text: &str, map: &Map) -> Option<f64> {
    if let [digit @ b'0'..=b'9'] = text.as_bytes() {
        return Some(f64::from(*digit - b'0'));
    }
    let number = if map.has_decimal_comma && text.contains(',') {
        text.replacen(',', ".", 1).parse::<f64>()
    } else {
        text.parse::<f64>()
    };
    number.ok().filter(|number| number.is_finite())
}

/// Reads a whole number of zero or more, also when it is written as `3.0`.
pub(super) fn count(text: &str) -> Option<u32> {
    let text = match text.split_once('.') {
        Some((whole, zeros)) if zeros.bytes().all(|byte| byte == b'0') => whole,
        _ => text,
    };
    text.parse().ok()
}

/// A cell as it is shown in a message: in quotation marks and cut short.
pub(super) fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(40).filter(|c| !c.is_control()).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    format!("\"{short}\"")
}
