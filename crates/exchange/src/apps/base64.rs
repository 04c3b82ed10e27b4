//! Bytes that were written as text of 64 letters. Refuses other letters; breaks of lines are none.

use super::AppFileError;

/// Reads base64 with or without breaks of lines and the padding at its end.
pub(super) fn decode(text: &[u8]) -> Result<Vec<u8>, AppFileError> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0u32, 0u32);
    for (at, byte) in (0u64..).zip(text) {
        let Some(value) = value(*byte) else {
            if byte.is_ascii_whitespace() || *byte == b'=' {
                continue;
            }
            let what = "a letter that base64 does not have".to_owned();
            return Err(AppFileError::Broken { what, at });
        };
        bits = (bits << 6 | u32::from(value)) & 0x00ff_ffff;
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push(u8::try_from(bits >> n_bits & 0xff).unwrap_or(0));
        }
    }
    Ok(bytes)
}

const fn value(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}
