//! Bytes written as text of 64 letters, and back. Refuses other letters; breaks of lines are none.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes base64 in one line, with the padding at its end.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |idx: usize| u32::from(chunk.get(idx).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4usize {
            let letter = (bits >> (18 - 6 * place) & 0x3f) as usize;
            let letter = LETTERS.get(letter).filter(|_| place <= chunk.len());
            text.push(letter.map_or('=', |letter| char::from(*letter)));
        }
    }
    text
}

/// Reads base64 with or without breaks of lines and the padding at its end.
///
/// # Errors
/// Where the first letter stands that base64 does not have.
pub(crate) fn decode(text: &[u8]) -> Result<Vec<u8>, u64> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0u32, 0u32);
    for (at, byte) in (0u64..).zip(text) {
        let Some(value) = value(*byte) else {
            if byte.is_ascii_whitespace() || *byte == b'=' {
                continue;
            }
            return Err(at);
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
