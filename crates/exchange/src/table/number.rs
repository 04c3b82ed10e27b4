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

/// The number of a cell that is digits with a point or without, and no mark of a missing one.
pub(super) fn digits(bytes: Option<&[u8]>, map: &Map) -> Option<f64> {
    let bytes = bytes?.trim_ascii();
    let number = plain(bytes)?;
    let is_mark = map.missing.iter().any(|mark| mark.as_bytes() == bytes);
    (!is_mark).then_some(number)
}

/// Reads a finite number.
pub(super) fn number(text: &str, map: &Map) -> Option<f64> {
    if let Some(number) = plain(text.as_bytes()) {
        return Some(number);
    }
    let number = if map.has_decimal_comma && text.contains(',') {
        text.replacen(',', ".", 1).parse::<f64>()
    } else {
        text.parse::<f64>()
    };
    number.ok().filter(|number| number.is_finite())
}

/// Powers of ten of as many decimals as are read here; each is exact.
const TENS: [f64; 16] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/// Up to fifteen digits with a point or without, which is nearly every cell of every table.
///
/// Such digits and their power of ten are whole numbers below 2^53, so that their quotient is the
/// number nearest to what was written (Clinger 1990), as the slower way gives it.
fn plain(text: &[u8]) -> Option<f64> {
    let (mut digits, mut n, mut point) = (0u64, 0usize, None);
    for byte in text {
        match byte {
            b'0'..=b'9' if n < 15 => {
                digits = digits * 10 + u64::from(byte - b'0');
                n += 1;
            }
            b'.' if point.is_none() => point = Some(n),
            _ => return None,
        }
    }
    if n == 0 {
        return None;
    }
    let n_decimals = point.map_or(0, |point| n - point);
    #[allow(clippy::cast_precision_loss)] // Below 2^53.
    TENS.get(n_decimals).map(|tens| digits as f64 / tens)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_those_that_the_slow_way_reads() {
        let mut draws = 20_261_129u64;
        let mut next = |below: u64| {
            draws = draws
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (draws >> 33) % below
        };
        for _ in 0..20_000 {
            let n = next(15) + 1;
            let mut text: String = (0..n).map(|_| char::from(b'0' + next(10) as u8)).collect();
            let at = next(n + 1) as usize;
            if next(4) > 0 {
                text.insert(at, '.');
            }
            let slow: f64 = text.parse().unwrap();
            assert_eq!(plain(text.as_bytes()), Some(slow), "{text}");
        }
        for other in [
            "",
            ".",
            "-1",
            "1e3",
            "1.2.3",
            "1 2",
            "1234567890123456",
            "inf",
        ] {
            assert_eq!(plain(other.as_bytes()), None, "{other}");
        }
    }
}
