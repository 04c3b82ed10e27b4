//! The numbers that a test shares with the shim: which call is to fail, and how. Refuses nothing.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use crate::ChoreError;

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failing {
    /// The disk answers with an error.
    Error,
    /// The disk is full.
    Full,
    /// A signal comes in between.
    Interrupted,
    /// Half is written.
    Short,
}

impl Failing {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Full => "full",
            Self::Interrupted => "interrupted",
            Self::Short => "short",
        }
    }

    const fn number(self) -> u64 {
        match self {
            Self::Error => 1,
            Self::Full => 2,
            Self::Interrupted => 3,
            Self::Short => 4,
        }
    }
}

/// The shared numbers.
pub(crate) struct Ctl(File);

impl Ctl {
    pub fn make(path: &Path) -> Result<Self, ChoreError> {
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(true);
        let made = options.open(path);
        let file = made.map_err(|source| super::file(path, source))?;
        let ctl = Self(file);
        ctl.write(0, 0, 0)
            .map_err(|source| super::file(path, source))?;
        Ok(ctl)
    }

    /// From now on the call number `k` fails, and all after it when it is for good.
    pub fn arm(&self, k: u64, how: Failing, is_for_good: bool) -> Result<(), ChoreError> {
        self.write(k, how.number(), u64::from(is_for_good))
            .map_err(broken)
    }

    /// From now on nothing fails; says how many calls did.
    pub fn disarm(&self) -> Result<u64, ChoreError> {
        let mut bytes = [0; 8];
        self.0.read_exact_at(&mut bytes, 32).map_err(broken)?;
        self.write(0, 0, 0).map_err(broken)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn write(&self, fail_at: u64, kind: u64, for_good: u64) -> std::io::Result<()> {
        // Calls so far and calls that failed begin at nothing.
        let numbers = [0, fail_at, kind, for_good, 0];
        let bytes: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
        self.0.write_all_at(&bytes, 0)
    }
}

fn broken(source: std::io::Error) -> ChoreError {
    ChoreError::Broken(format!("shared numbers: {source}"))
}
