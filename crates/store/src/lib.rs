//! The only room that knows the database. Refuses meaning: it keeps facts and gives them back.
//!
//! One folder holds one person's record: an encrypted SQLCipher 4 file and a small key file. A
//! [`Folder`] says what lies there, a [`Store`] is an open record. What [`Store::append`] has
//! returned for is on disk, also when the power goes the moment after. A page that was changed on
//! disk is an error, never a wrong number, and nothing here ever starts an empty record in the
//! place of a damaged one.
#![warn(missing_docs)]

mod activity;
mod amend;
mod append;
mod backup;
mod check;
mod claim;
mod code;
mod connection;
mod contact;
mod error;
mod event;
mod experiment;
mod fact;
mod file;
mod flicker;
mod folder;
mod forget;
mod import_file;
mod intake;
mod item;
mod key;
mod load;
mod log;
mod make;
mod mark;
mod medication;
mod migration;
mod note;
mod occasion;
mod place;
mod plan;
mod practice;
mod profile;
mod questionnaire;
mod questionnaire_response;
mod recovery;
mod removed;
mod response;
mod said;
mod salvage;
mod schedule;
mod search;
mod setting;
mod sheet;
mod sleep_night;
mod store;
mod suspect;
mod ticket;
mod times;
mod zone;

pub use append::{Appended, Beside};
pub use backup::{BackupKey, OwnKey, Snapshot, write_backup};
pub use check::Check;
pub use claim::{Claim, ClaimError};
pub use error::StoreError;
pub use folder::{Folder, FolderState};
pub use import_file::Imported;
pub use intake::Intake;
pub use key::{KeyPlace, Secret};
pub use recovery::{RecoveryKey, RecoveryKeyError};
pub use removed::{Removed, RemovedFile};
pub use salvage::Salvaged;
pub use schedule::KeptSchedule;
pub use search::{FoundNote, FoundNotes, SnippetPart};
pub use store::Store;
pub use times::WaitingPrompt;
