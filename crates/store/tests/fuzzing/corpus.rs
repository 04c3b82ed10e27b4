//! Kept files: bytes, or what lies inside a back-up and is sealed after each change. Refuses changes of
//! the length of what is inside: they are refused at once, and reach nothing.

use std::io::Write as _;
use std::ops::Range;

use age::x25519::Recipient;

use super::mutate::Mutator;

/// One kept file.
#[derive(Clone)]
pub enum Seed {
    /// Read as it is.
    Bytes(Vec<u8>),
    /// What is inside a back-up, which part of it is changed, and whom it is sealed for.
    Inside(Vec<u8>, Range<usize>, Recipient),
}

impl Seed {
    /// A file without anything.
    pub const fn empty() -> Self {
        Self::Bytes(Vec::new())
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Bytes(bytes) => bytes.clone(),
            Self::Inside(inner, _, recipient) => sealed(inner, recipient),
        }
    }

    /// The same, changed; `other` lends parts of itself.
    pub fn changed(self, draws: &mut Mutator, other: &[u8]) -> Self {
        match self {
            Self::Bytes(bytes) => Self::Bytes(draws.change(&bytes, other)),
            Self::Inside(mut inner, span, recipient) => {
                let part = inner.get_mut(span.clone()).unwrap_or_default();
                for _ in 0..=draws.below(12) {
                    let at = draws.below(part.len());
                    let values = [0, 1, 0x7f, 0x80, 0xff, draws.next().to_le_bytes()[0]];
                    let n = if draws.one_in(8) {
                        64
                    } else {
                        1 + draws.below(4)
                    };
                    for byte in part.iter_mut().skip(at).take(n) {
                        *byte = draws.pick(&values).copied().unwrap_or(0);
                    }
                }
                Self::Inside(inner, span, recipient)
            }
        }
    }
}

/// An age file for one recipient.
fn sealed(inner: &[u8], recipient: &Recipient) -> Vec<u8> {
    let recipients = std::iter::once(recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).expect("a recipient");
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).expect("memory");
    writer.write_all(inner).expect("memory");
    writer.finish().expect("memory");
    sealed
}
