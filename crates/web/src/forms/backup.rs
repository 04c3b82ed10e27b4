//! What the pages of back-ups send. Refuses to show a passphrase or a key in any message.

use serde::Deserialize;

/// Back-ups that the program is to make.
#[derive(Debug, Deserialize)]
pub struct BackupSchedule {
    /// How often.
    #[serde(default)]
    pub every: String,
    /// Where to.
    #[serde(default)]
    pub folder: String,
}

/// When it locks by itself.
#[derive(Deserialize)]
pub struct LockAfter {
    /// Minutes, as they were typed.
    #[serde(default)]
    pub minutes: String,
}

/// Another passphrase.
#[derive(Deserialize)]
pub struct NewPassphrase {
    /// The one up to now; empty where there is none.
    #[serde(default)]
    pub old: String,
    /// The new one.
    #[serde(default)]
    pub first: String,
    /// The same again.
    #[serde(default)]
    pub again: String,
}

/// The key of a recovery sheet, as typed.
#[derive(Deserialize)]
pub struct SheetKey {
    /// The key.
    #[serde(default)]
    pub key: String,
}

/// The key of a recovery sheet, and the passphrase from now on.
#[derive(Deserialize)]
pub struct Recover {
    /// The key.
    #[serde(default)]
    pub key: String,
    /// The new passphrase.
    #[serde(default)]
    pub first: String,
    /// The same again.
    #[serde(default)]
    pub again: String,
}
