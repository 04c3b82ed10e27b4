//! Keys and tokens from the system's random source. Refuses to fall back on anything weaker.

use record::FactKey;

use crate::Trouble;

/// So many random bytes as hexadecimal digits.
///
/// # Panics
/// Never in practice: a system without a random source could not have started this program.
#[must_use]
pub fn random_hex(n_bytes: usize) -> String {
    let mut bytes = vec![0u8; n_bytes];
    if getrandom::fill(&mut bytes).is_err() {
        // A guessable token would open the record to others: stop instead.
        std::process::abort();
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A fresh key for a form.
pub fn new_key() -> String {
    random_hex(16)
}

/// The key that a form sent.
///
/// # Errors
/// [`Trouble`] when it is none of ours.
pub fn parse_key(text: &str) -> Result<FactKey, Trouble> {
    FactKey::parse(text).map_err(|_| lost_key())
}

/// A form whose key is none of ours, or that of something else.
pub fn lost_key() -> Trouble {
    Trouble::input(
        "this form has lost its key",
        "open the page again and write it once more",
    )
}

/// A fresh seed for something that is drawn by lot; it is kept with what was drawn.
pub fn seed() -> u64 {
    u64::from_str_radix(&random_hex(8), 16).unwrap_or_default()
}
