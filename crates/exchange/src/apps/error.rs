//! Why a file of another program was not taken. Refuses to repeat what the person wrote in it.

use crate::TableError;

/// Says why a file of another program was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppFileError {
    /// Some words of the diary have no meaning yet; the text proposes one for each.
    #[error("nobody said yet what the words of this diary mean")]
    WordsNeeded {
        /// A file of words to check, change and give back.
        proposal: String,
    },
    /// The file of words does not fit.
    #[error("the file of words: {0}")]
    Words(String),
    /// It is a text table, and something is wrong with it as a whole.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A column that this program always writes is not there.
    #[error("there is no column \"{0}\", which this program writes")]
    MissingColumn(&'static str),
    /// A record is of one person.
    #[error("the file holds the answers of several people, and a record is of one")]
    SeveralPeople,
    /// The archive is broken, encrypted, or not one.
    #[error("the zip cannot be read: {0}")]
    Zip(String),
    /// The archive would grow beyond all use.
    #[error("the zip holds more than any export of this program: {0}")]
    TooMuch(&'static str),
    /// The archive lacks the part that was looked for.
    #[error("the zip does not hold {0}")]
    NotInZip(&'static str),
    /// JSON or XML that is not what this program writes.
    #[error("{what}, at byte {at}")]
    Broken {
        /// What is wrong.
        what: String,
        /// Where, in bytes of the unpacked text.
        at: u64,
    },
    /// The disk gave no more.
    #[error("reading stopped: {0}")]
    Read(String),
}

impl AppFileError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::WordsNeeded { .. } => "check the words below; nothing was changed",
            Self::Words(_) => "correct the file of words; nothing was changed",
            Self::Table(error) => error.hint(),
            Self::MissingColumn(_) | Self::NotInZip(_) => {
                "export it again from the program, or give --as with its name; nothing was changed"
            }
            Self::Zip(_) | Self::Broken { .. } | Self::Read(_) => {
                "the file may be cut or damaged: export it again; nothing was changed"
            }
            Self::SeveralPeople => "export the answers of one person; nothing was changed",
            Self::TooMuch(_) => "export it again from the program itself; nothing was changed",
        }
    }
}
