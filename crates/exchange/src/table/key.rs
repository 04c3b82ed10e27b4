//! Makes the keys of imported facts from what their rows say. Refuses the name of the file and
//! the number of the line: the same row has the same key in a longer file.

use record::{FactKey, MedicationStatement, Moment};
use sha2::{Digest, Sha256};

use crate::Map;

/// Makes keys for the facts of one person and one map.
#[derive(Clone)]
pub(super) struct KeyMaker {
    /// The digest of person and items; each key goes on from here.
    begun: Sha256,
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
        let mut begun = Sha256::new();
        begun.update(inner.finalize());
        Self { begun }
    }

    /// The key of an occasion; `nth` counts occasions at the same moment from 0.
    pub(super) fn occasion(&self, moment: &Moment, nth: u32) -> FactKey {
        let mut digest = self.begun.clone();
        let mut at = [0u8; 12];
        let (seconds, place) = at.split_at_mut(8);
        seconds.copy_from_slice(&moment.unix_seconds().to_be_bytes());
        place.copy_from_slice(&nth.to_be_bytes());
        digest.update(at);
        digest.update(moment.zone().name());
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
    let bytes: [u8; 32] = digest.finalize().into();
    let mut half = [0u8; 16];
    half.copy_from_slice(bytes.split_at(16).0);
    FactKey::from_bytes(half)
}
