//! Makes the keys of imported facts from what their rows say. Refuses the name of the file and
//! the number of the line: the same row has the same key in a longer file.

use record::{FactKey, MedicationStatement, Moment};
use sha2::digest::generic_array::GenericArray;
use sha2::{Digest, Sha256, compress256};

use crate::Map;

/// Makes keys for the facts of one person and one map.
#[derive(Clone)]
pub(super) struct KeyMaker {
    /// The digest of person and items; each key goes on from here.
    begun: Sha256,
    /// What the digest has taken in so far.
    head: [u8; 32],
}

impl KeyMaker {
    /// `id` tells the people of one table apart; empty when there is one.
    pub(super) fn new(map: &Map, id: &str) -> Self {
        let mut inner = Sha256::new();
        put(&mut inner, "thawline.key/1");
        put(&mut inner, id);
        for item in map.items() {
            put(&mut inner, item.id.as_str());
        }
        let head: [u8; 32] = inner.finalize().into();
        let mut begun = Sha256::new();
        begun.update(head);
        Self { begun, head }
    }

    /// The key of an occasion; `nth` counts occasions at the same moment from 0.
    pub(super) fn occasion(&self, moment: &Moment, nth: u32) -> FactKey {
        let mut at = [0u8; 12];
        let (seconds, place) = at.split_at_mut(8);
        seconds.copy_from_slice(&moment.unix_seconds().to_be_bytes());
        place.copy_from_slice(&nth.to_be_bytes());
        let zone = moment.zone().name().as_bytes();
        if let Some(digest) = short(&[&self.head, &at, zone]) {
            return key(digest);
        }
        let mut digest = self.begun.clone();
        digest.update(at);
        digest.update(zone);
        end(digest)
    }

    /// The key of a dose step: the medicine, its unit, its first day and how much.
    pub(super) fn dose(&self, step: &MedicationStatement) -> FactKey {
        let mut digest = self.begun.clone();
        put(&mut digest, "dose");
        put(&mut digest, step.medicine.as_str());
        put(&mut digest, step.dose.unit.as_str());
        digest.update(step.from().number().to_be_bytes());
        digest.update(step.dose.amount().to_be_bytes());
        end(digest)
    }

    /// The key of something beside the numbers: its column, and `nth` at the same moment from 0.
    pub(super) fn beside(&self, moment: &Moment, column: &str, nth: u32) -> FactKey {
        let mut digest = self.begun.clone();
        put(&mut digest, "beside");
        put(&mut digest, column);
        digest.update(moment.unix_seconds().to_be_bytes());
        digest.update(nth.to_be_bytes());
        digest.update(moment.zone().name());
        end(digest)
    }
}

/// Puts a text with its length, so that two texts never run together.
fn put(digest: &mut Sha256, text: &str) {
    digest.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
    digest.update(text);
}

fn end(digest: Sha256) -> FactKey {
    key(digest.finalize().into())
}

/// SHA-256 of parts that fill at most two blocks, with mark and length behind them (FIPS 180-4, 5.1.1), as
/// every row of a table has them; `None` for longer ones. Of a key of this length, a quarter of the time
/// went into handing small parts on.
fn short(parts: &[&[u8]]) -> Option<[u8; 32]> {
    let mut blocks = [0u8; 128];
    let mut n = 0;
    for part in parts {
        blocks.get_mut(n..n + part.len())?.copy_from_slice(part);
        n += part.len();
    }
    let n_blocks = (n + 9).div_ceil(64);
    let filled = blocks.get_mut(..n_blocks * 64)?;
    *filled.get_mut(n)? = 0x80;
    let n_bits = u64::try_from(n).ok()? * 8;
    filled
        .last_chunk_mut()
        .map(|length| *length = n_bits.to_be_bytes())?;
    let block = |at: usize| {
        let bytes: [u8; 64] = blocks.get(at..at + 64)?.try_into().ok()?;
        Some(GenericArray::from(bytes))
    };
    // The first 32 bits of the fractions of the square roots of the first eight primes (5.3.3).
    let mut state = [
        0x6a09_e667,
        0xbb67_ae85,
        0x3c6e_f372,
        0xa54f_f53a,
        0x510e_527f,
        0x9b05_688c,
        0x1f83_d9ab,
        0x5be0_cd19,
    ];
    let (one, two) = (block(0)?, block(64)?);
    match n_blocks {
        1 => compress256(&mut state, &[one]),
        _ => compress256(&mut state, &[one, two]),
    }
    let mut bytes = [0u8; 32];
    for (place, word) in bytes.chunks_exact_mut(4).zip(state) {
        place.copy_from_slice(&u32::to_be_bytes(word));
    }
    Some(bytes)
}

fn key(bytes: [u8; 32]) -> FactKey {
    let mut half = [0u8; 16];
    half.copy_from_slice(bytes.split_at(16).0);
    FactKey::from_bytes(half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_digest_is_the_digest_of_all_parts() {
        let bytes: Vec<u8> = (0..=255u8).map(|n| n.wrapping_mul(37)).collect();
        for n in 0..140 {
            let whole: [u8; 32] = Sha256::digest(&bytes[..n]).into();
            for cut in [0, n / 3, n / 2, n] {
                let found = short(&[&bytes[..cut], &bytes[cut..n]]);
                // Two blocks hold 119 bytes with the mark and the length.
                assert_eq!(found, (n <= 119).then_some(whole), "{n} {cut}");
            }
        }
    }
}
