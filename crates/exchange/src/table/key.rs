//! Makes the keys of imported facts from what their rows say. Refuses the name of the file and
//! the number of the line: the same row has the same key in a longer file.

use record::{FactKey, MedicationStatement, Moment, Zone};
use sha2::digest::consts::U64;
use sha2::digest::generic_array::GenericArray;
use sha2::{Digest, Sha256, compress256};

use crate::Map;

/// Makes keys for the facts of one person and one map.
pub(super) struct KeyMaker {
    /// The digest of person and items; each key goes on from here.
    begun: Sha256,
    /// What the digest has taken in so far.
    head: [u8; 32],
    /// The zone of the occasion before, which is nearly always that of the next.
    latest: Option<(Zone, Padded)>,
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
        Self {
            begun,
            head,
            latest: None,
        }
    }

    /// The key of an occasion; `nth` counts occasions at the same moment from 0.
    pub(super) fn occasion(&mut self, moment: &Moment, nth: u32) -> FactKey {
        let zone = moment.zone();
        if self
            .latest
            .as_ref()
            .is_none_or(|(latest, _)| latest != zone)
        {
            let padded = Padded::new(&self.head, zone.name().as_bytes());
            self.latest = Some((zone.clone(), padded));
        }
        let mut at = [0u8; AT_BYTES];
        let (seconds, place) = at.split_at_mut(8);
        seconds.copy_from_slice(&moment.unix_seconds().to_be_bytes());
        place.copy_from_slice(&nth.to_be_bytes());
        let digest = self.latest.as_mut().map(|(_, padded)| padded.digest(&at));
        key(digest.unwrap_or_default())
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

/// Bytes of a moment and its place among the rows at it.
const AT_BYTES: usize = 12;

/// A block of SHA-256.
type Block = GenericArray<u8, U64>;

/// What is digested for a row, with mark and length behind it (FIPS 180-4, 5.1.1): laid out once, because
/// between two rows only the moment differs. Laying it out anew took half as long as the digest itself.
struct Padded(Vec<Block>);

impl Padded {
    /// The head of 32 bytes, room for a moment, and its zone.
    fn new(head: &[u8; 32], zone: &[u8]) -> Self {
        let mut bytes = [head, [0; AT_BYTES].as_slice(), zone].concat();
        let n_bits = u64::try_from(bytes.len()).unwrap_or(0) * 8;
        bytes.push(0x80);
        bytes.resize((bytes.len() + 8).next_multiple_of(64) - 8, 0);
        bytes.extend(n_bits.to_be_bytes());
        Self(
            bytes
                .chunks_exact(64)
                .map(Block::clone_from_slice)
                .collect(),
        )
    }

    /// The digest with this moment in its place.
    fn digest(&mut self, at: &[u8; AT_BYTES]) -> [u8; 32] {
        let place = self
            .0
            .first_mut()
            .and_then(|block| block.get_mut(32..32 + AT_BYTES));
        if let Some(place) = place {
            place.copy_from_slice(at);
        }
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
        compress256(&mut state, &self.0);
        let mut bytes = [0u8; 32];
        for (place, word) in bytes.chunks_exact_mut(4).zip(state) {
            place.copy_from_slice(&u32::to_be_bytes(word));
        }
        bytes
    }
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
    fn a_digest_of_laid_out_parts_is_the_digest_of_all_of_them() {
        let bytes: Vec<u8> = (0..=255u8).map(|n| n.wrapping_mul(37)).collect();
        let head: [u8; 32] = bytes[..32].try_into().unwrap();
        // Zones of every length around the ends of one, two and three blocks.
        for n in 0..160 {
            let zone = &bytes[50..50 + n];
            let mut padded = Padded::new(&head, zone);
            for turn in [1, 2, 3] {
                let at = [turn; AT_BYTES];
                let whole: [u8; 32] = Sha256::digest([&head, at.as_slice(), zone].concat()).into();
                assert_eq!(padded.digest(&at), whole, "{n} {turn}");
            }
        }
    }
}
