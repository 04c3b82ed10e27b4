//! An open record. Refuses to answer before what it wrote is on disk.

use std::path::PathBuf;

use record::{Fact, FactKey, ImportFile, Item, ItemId, Profile, Record, Role, Said};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::append::{self, Appended, Beside};
use crate::check::{self, Check};
use crate::folder::{Folder, FolderState};
use crate::import_file::{self, Imported};
use crate::intake::Intake;
use crate::key::{Key, KeyFile, KeyPlace, Secret};
use crate::log::Marked;
use crate::mark::Before;
use crate::migration::MIGRATIONS;
use crate::{StoreError, backup, connection, fact, file, item, load, make, profile, said, setting};

/// An open record. Dropping it closes it; [`Store::lock`] closes it and says whether that worked.
pub struct Store {
    connection: Connection,
    folder: Folder,
    /// In a place of its own: what is moved leaves its bytes where it stood, and nothing wipes those.
    key: Box<Key>,
    place: KeyPlace,
    marked: Marked,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Makes a new record, and says where its key is kept.
    ///
    /// The folder is made for this user alone. A creation that is cut off leaves nothing that
    /// counts as a record, or a whole one.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`] when there is a record or a part of one;
    /// [`StoreError::FolderIsLink`], [`StoreError::FolderShared`] and the errors of the disk.
    pub fn create(
        folder: &Folder,
        secret: Secret<'_>,
        profile: &Profile,
    ) -> Result<(Self, KeyPlace), StoreError> {
        match folder.state() {
            FolderState::Empty => {}
            FolderState::Present { .. } => {
                return Err(StoreError::AlreadyHere(folder.path().to_owned()));
            }
            FolderState::Broken(error) => return Err(error),
        }
        folder.prepare()?;
        let (key_file, key) = KeyFile::make(secret)?;
        make::record(folder, &key, profile)?;
        key_file.write(&folder.key_path())?;
        let store = Self::open_with(folder, key, key_file.place())?;
        Ok((store, key_file.place()))
    }

    /// Opens the record that is in the folder, and brings it to the shape of this program.
    ///
    /// `passphrase` is needed for [`KeyPlace::Passphrase`] and ignored otherwise.
    ///
    /// # Errors
    /// [`StoreError::NothingHere`], [`StoreError::KeyFileMissing`], [`StoreError::RecordMissing`],
    /// [`StoreError::PassphraseNeeded`], [`StoreError::WrongPassphrase`],
    /// [`StoreError::NewerFile`], [`StoreError::Damaged`] and the errors of keyring and disk.
    pub fn open(folder: &Folder, passphrase: Option<&str>) -> Result<Self, StoreError> {
        match folder.state() {
            FolderState::Empty => return Err(StoreError::NothingHere(folder.path().to_owned())),
            FolderState::Broken(error) => return Err(error),
            FolderState::Present { .. } => {}
        }
        folder.prepare()?;
        let key_path = folder.key_path();
        file::close_file_to_others(&key_path)?;
        let key_file = KeyFile::read(&key_path)?;
        let key = key_file.open(passphrase, &key_path)?;
        Self::open_with(folder, key, key_file.place())
    }

    pub(crate) fn open_with(
        folder: &Folder,
        key: Key,
        place: KeyPlace,
    ) -> Result<Self, StoreError> {
        let path = folder.record_path();
        if !path.exists() && folder.has_finished_new_record() {
            file::rename(&folder.new_record_path(), &path)?;
        }
        let before = Before::look(folder, &key);
        let store = Self {
            connection: connect(folder, &key)?,
            folder: folder.clone(),
            key: Box::new(key),
            place,
            marked: Marked::default(),
        };
        // Where it can not be kept now, the mark stays, and the next opening says so.
        let _ = store.note_loss(&before);
        Ok(store)
    }

    /// Takes a new connection where the old one met a page that did not verify: what it says of the
    /// record from then on is of no use. Does nothing else, and costs a moment, where all is well.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a page does not verify over the new one either; the errors of the
    /// disk. The old one stays then.
    pub fn refresh(&mut self) -> Result<(), StoreError> {
        if connection::is_sound(&self.connection) {
            return Ok(());
        }
        let fresh = connect(&self.folder, &self.key)?;
        match check::check(&fresh) {
            Ok(found) if found.is_whole() => {}
            Ok(_) => return Err(StoreError::Damaged("pages".to_owned())),
            Err(error) => return Err(self.named(error)),
        }
        self.connection = fresh;
        Ok(())
    }

    /// Writes facts, with the items they name and the file they come from; all or nothing.
    ///
    /// Returns only after everything is on disk. A fact whose key is kept already is counted and
    /// left as it is, also when the person withdrew it.
    ///
    /// # Errors
    /// [`StoreError::ItemDiffers`], [`StoreError::UnknownItem`], [`StoreError::UnknownImport`],
    /// [`StoreError::DiskFull`] and the other errors of the disk. Nothing was written then.
    pub fn append(
        &mut self,
        facts: &[Fact],
        items: &[Item],
        file: Option<&ImportFile>,
    ) -> Result<Appended, StoreError> {
        append::append(&mut self.connection, facts, items, file, None)
            .map_err(|error| self.named(error))
    }

    /// The same, and keeps what the person chose with it: both or neither.
    ///
    /// # Errors
    /// As [`Store::append`]; nothing was written then, and the old choices stand.
    pub fn append_with_profile(
        &mut self,
        facts: &[Fact],
        items: &[Item],
        file: Option<&ImportFile>,
        profile: &Profile,
    ) -> Result<Appended, StoreError> {
        let beside = Beside {
            profile,
            said: &[],
            experiments: &[],
            questionnaires: &[],
        };
        self.append_whole(facts, items, file, beside)
    }

    /// The same, and keeps what was said about the facts elsewhere, what was drawn there and the
    /// questionnaires that they name: all or nothing.
    ///
    /// # Errors
    /// As [`Store::append`]; nothing was written then.
    pub fn append_whole(
        &mut self,
        facts: &[Fact],
        items: &[Item],
        file: Option<&ImportFile>,
        beside: Beside<'_>,
    ) -> Result<Appended, StoreError> {
        append::append(&mut self.connection, facts, items, file, Some(beside))
            .map_err(|error| self.named(error))
    }

    /// Begins to take a file in, of which all is kept at the end, or nothing.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn intake(&mut self, file: &ImportFile) -> Result<Intake<'_>, StoreError> {
        let path = self.folder.record_path();
        Intake::begin(&mut self.connection, file, &path).map_err(|error| error.at(&path))
    }

    pub(crate) const fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) const fn key(&self) -> &Key {
        &self.key
    }

    pub(crate) const fn folder(&self) -> &Folder {
        &self.folder
    }

    pub(crate) const fn marked(&self) -> &Marked {
        &self.marked
    }

    pub(crate) const fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// Reads everything that is not withdrawn.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`]; never a part of the record.
    pub fn load(&self) -> Result<Record, StoreError> {
        load::record(&self.connection)
    }

    /// Keeps what was said. What is kept already keeps its words and the day of its showing; only
    /// the day on which it was taken back is written anew.
    ///
    /// # Errors
    /// The errors of the disk; nothing was written then.
    pub fn keep_said(&mut self, said: &[Said]) -> Result<(), StoreError> {
        said::keep(&mut self.connection, said).map_err(|error| self.named(error))
    }

    /// What was said, the oldest look first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn said(&self) -> Result<Vec<Said>, StoreError> {
        said::load(&self.connection)
    }

    /// Removes something that was said for good; `false` when it is not kept.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn forget_said(&mut self, said: &Said) -> Result<bool, StoreError> {
        let is_gone = said::forget(&self.connection, said).map_err(|error| self.named(error))?;
        if is_gone {
            self.empty_log()?;
        }
        Ok(is_gone)
    }

    /// The fact of a key; `None` when it is not kept or withdrawn.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn fact(&self, key: FactKey) -> Result<Option<Fact>, StoreError> {
        fact::find(&self.connection, key)
    }

    /// The fact that the person wrote last, by the time of writing; what "undo" is about.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn last_by_hand(&self) -> Result<Option<Fact>, StoreError> {
        fact::last_by_hand(&self.connection)
    }

    /// How many facts are kept and not withdrawn.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn n_facts(&self) -> Result<usize, StoreError> {
        fact::count(&self.connection)
    }

    /// Says anew what an item is for. Its scale and window never change.
    ///
    /// # Errors
    /// [`StoreError::UnknownItem`] and the errors of the disk.
    pub fn change_role(&mut self, id: &ItemId, role: Role) -> Result<(), StoreError> {
        item::change_role(&self.connection, id, role).map_err(|error| self.named(error))
    }

    /// Every imported file, in the order of the imports.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn imports(&self) -> Result<Vec<Imported>, StoreError> {
        import_file::load(&self.connection)
    }

    /// What the person chose.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn profile(&self) -> Result<Profile, StoreError> {
        profile::load(&self.connection)
    }

    /// Keeps what the person chose.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn save_profile(&mut self, profile: &Profile) -> Result<(), StoreError> {
        make::save_profile(&mut self.connection, profile).map_err(|error| self.named(error))
    }

    /// A small state of the app; `None` when it was never set.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        setting::load(&self.connection, name)
    }

    /// Keeps a small state of the app, or forgets it with `None`.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        setting::save(&self.connection, name, value).map_err(|error| self.named(error))
    }

    /// A number that differs as soon as another process wrote something; own writes leave it.
    ///
    /// It says nothing about how much, and is compared only with others of the same open store.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn others_mark(&self) -> Result<u32, StoreError> {
        Ok(self
            .connection
            .query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Where the key is kept.
    #[must_use]
    pub const fn key_place(&self) -> KeyPlace {
        self.place
    }

    /// Puts another lock on the record: a new passphrase, or none. The record is not written anew.
    ///
    /// Whoever has an older copy of the key file and its passphrase can still open the record.
    ///
    /// # Errors
    /// [`StoreError::PassphraseEmpty`] and the errors of keyring and disk; the old lock holds then.
    pub fn change_secret(&mut self, secret: Secret<'_>) -> Result<KeyPlace, StoreError> {
        let path = self.folder.key_path();
        // One that cannot be read is mended by writing it anew.
        let old = KeyFile::read(&path).ok();
        let new = KeyFile::wrap(secret, &self.key)?;
        new.write(&path)?;
        self.place = new.place();
        // The new lock holds. A keyring that does not answer now keeps a key that opens nothing.
        let _ = old.map(|old| old.forget_outer());
        Ok(self.place)
    }

    /// Looks whether every page verifies and every row fits. Takes longer on a longer record.
    ///
    /// What waits in the write-ahead file is moved into the record first: a full disk can have cut
    /// that short in the middle of a page, which is whole there and only half here.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the record is too damaged to be looked at;
    /// [`StoreError::DiskFull`] and the other errors of the disk when it cannot be made whole.
    pub fn check(&self) -> Result<Check, StoreError> {
        match self.empty_log() {
            // Somebody else reads: what they do not need any more was moved all the same.
            Ok(()) | Err(StoreError::Busy) => check::check(&self.connection),
            Err(error) => Err(error),
        }
    }

    /// The encrypted file.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.record_path()
    }

    /// Size of the encrypted file, in bytes, without what is still in the write-ahead file.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn size_bytes(&self) -> Result<u64, StoreError> {
        let path = self.path();
        let found = std::fs::metadata(&path).map_err(|error| StoreError::io(&path, error))?;
        Ok(found.len())
    }

    /// Moves everything into the one encrypted file and closes it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another process is reading, and the errors of the disk. Closed it
    /// is in every case, and nothing is lost.
    pub fn lock(self) -> Result<(), StoreError> {
        self.empty_log()
    }

    /// The error with the place of the record in it.
    pub(crate) fn named(&self, error: StoreError) -> StoreError {
        error.at(&self.folder.record_path())
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Best effort: without it the next opening does the same work.
        if self.empty_log().is_ok() {
            let _ = leave_log(&self.connection, false);
        }
    }
}

/// Opens the encrypted file and brings it to the shape of this program.
fn connect(folder: &Folder, key: &Key) -> Result<Connection, StoreError> {
    let path = folder.record_path();
    let mut connection = connection::open(&path, key).map_err(|error| error.at(&path))?;
    backup::bring_up(&mut connection, folder, key, MIGRATIONS).map_err(|error| error.at(&path))?;
    leave_log(&connection, true)?;
    Ok(connection)
}

/// Whether the log stays when the connection closes: else the database empties it before its mark is gone.
fn leave_log(connection: &Connection, stays: bool) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, stays)?;
    Ok(())
}
