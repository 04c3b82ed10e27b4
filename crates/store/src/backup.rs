//! Back-ups: one encrypted file that holds everything of a record at one moment.
//!
//! A [`Snapshot`] is such a moment, in memory only. It is sealed into an age file that the recovery
//! key opens and, where the record has a passphrase, that passphrase; and it comes out of such a
//! file, whole or not at all. Refuses clear text on disk, and to write over anything.

mod before;
mod image;
mod pack;
mod place;
mod seal;

use record::{PlanLine, Record};
use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::key::{KEY_BYTES, Key, KeyFile, envelope};
use crate::migration::{self, MIGRATIONS};
use crate::recovery::{self, RecoveryKey};
use crate::{
    Folder, FolderState, KeptSchedule, KeyPlace, Secret, Store, StoreError, check, connection,
    fact, file, load, plan, schedule,
};

pub(crate) use before::{bring_up, remove as remove_before};
#[cfg(test)]
pub(crate) use image::digest as digest_of;
pub(crate) use image::{empty as empty_tables, of_plain};
pub use place::write_backup;
pub use seal::OwnKey;

/// What is to open a back-up.
#[derive(Clone, Copy)]
pub enum BackupKey<'a> {
    /// The passphrase that the record had when the back-up was made.
    Passphrase(&'a str),
    /// The key of the recovery sheet.
    Recovery(&'a RecoveryKey),
    /// The key of the record beside which the back-up was kept before a change of shape.
    Own(&'a OwnKey),
}

/// Everything of a record at one moment.
pub struct Snapshot {
    memory: Connection,
    /// Documents that lie beside it in the file, for people who have only the age tool.
    papers: Vec<(String, Vec<u8>)>,
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Snapshot")
    }
}

/// Name of the database inside a back-up.
const IMAGE_NAME: &str = "notes.sqlite";
/// Name of the first member, which says what the file is.
const ABOUT_NAME: &str = "about.txt";
const ABOUT_LINE: &str = "notes-backup 1";

impl Store {
    /// Everything that is kept, as it stands now, in memory.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the record cannot be read whole.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        let memory = image::of_record(&self.path(), self.key())?;
        Ok(Snapshot {
            memory,
            papers: Vec::new(),
        })
    }

    /// Seals a snapshot of this record: the recovery key opens it, and the passphrase if there is one.
    ///
    /// # Errors
    /// The errors of the disk, when the key file cannot be read.
    pub fn seal(
        &mut self,
        snapshot: &mut Snapshot,
        papers: &[(&str, &[u8])],
    ) -> Result<Vec<u8>, StoreError> {
        let openers = seal::Openers {
            recovery: Some(self.recovery_key()?),
            lock: lock_of(self.folder(), self.key())?,
            own: None,
        };
        seal::seal(&snapshot.pack(papers)?, &openers)
    }
}

/// The passphrase's line; `None` where the record has no passphrase, because the key would travel.
fn lock_of(folder: &Folder, key: &Key) -> Result<Option<seal::Lock>, StoreError> {
    let key_file = KeyFile::read(&folder.key_path())?;
    Ok(
        (key_file.place() == KeyPlace::Passphrase).then(|| seal::Lock {
            key: key.clone(),
            key_file: key_file.text(),
        }),
    )
}

impl Folder {
    /// The key of the record that lies here, where no passphrase is needed for it.
    ///
    /// # Errors
    /// [`StoreError::PassphraseNeeded`] where one is, and the errors of keyring and disk.
    pub fn own_key(&self) -> Result<OwnKey, StoreError> {
        let path = self.key_path();
        KeyFile::read(&path)?.open(None, &path).map(OwnKey)
    }
}

impl Snapshot {
    /// Whether bytes begin as every sealed file does. Says nothing about the rest of them.
    #[must_use]
    pub fn is_sealed(bytes: &[u8]) -> bool {
        seal::begins(bytes)
    }

    /// Takes a snapshot out of a back-up: all of it is verified before anything is believed.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`], [`StoreError::BackupDamaged`], [`StoreError::WrongBackupKey`],
    /// [`StoreError::BackupNeedsSheet`], [`StoreError::NewerFile`].
    pub fn open(bytes: &[u8], key: BackupKey<'_>) -> Result<Self, StoreError> {
        Self::unpack(&seal::open(bytes, key)?)
    }

    /// A digest of every cell of every table, in order: equal records have equal digests.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn digest(&self) -> Result<[u8; 32], StoreError> {
        image::digest(&self.memory)
    }

    /// Every table with its number of rows, in the order of their names: what an export has to hold.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn tables(&self) -> Result<Vec<(String, u64)>, StoreError> {
        image::tables(&self.memory)
    }

    /// The record. One of an older version is not readable before it was brought up.
    ///
    /// # Errors
    /// As [`Store::load`].
    pub fn record(&self) -> Result<Record, StoreError> {
        load::record(&self.memory)
    }

    /// The safety plan, without what was taken out of it.
    ///
    /// # Errors
    /// As [`Store::plan`].
    pub fn plan(&self) -> Result<Vec<PlanLine>, StoreError> {
        plan::load(&self.memory)
    }

    /// When the person wants to be asked; `None`: never.
    ///
    /// # Errors
    /// As [`Store::schedule`].
    pub fn schedule(&self) -> Result<Option<KeptSchedule>, StoreError> {
        schedule::load(&self.memory)
    }

    /// How many facts are kept and not withdrawn.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn n_facts(&self) -> Result<usize, StoreError> {
        fact::count(&self.memory)
    }

    /// A document that lies beside the record in the file.
    #[must_use]
    pub fn paper(&self, name: &str) -> Option<&[u8]> {
        let found = self.papers.iter().find(|(own, _)| own == name);
        found.map(|(_, bytes)| bytes.as_slice())
    }

    /// Makes the record of this snapshot in an empty folder, under a new key and its own lock.
    ///
    /// One of an older version is brought up. A stop leaves nothing that counts as a record, or a
    /// whole one.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`], [`StoreError::Damaged`] and the errors of the disk.
    pub fn restore(
        &self,
        folder: &Folder,
        secret: Secret<'_>,
    ) -> Result<(Store, KeyPlace), StoreError> {
        match folder.state() {
            FolderState::Empty => {}
            FolderState::Present { .. } => {
                return Err(StoreError::AlreadyHere(folder.path().to_owned()));
            }
            FolderState::Broken(error) => return Err(error),
        }
        folder.prepare()?;
        let (key_file, key) = KeyFile::make(secret)?;
        if let Err(error) = self.write_folder(folder, &key_file, &key) {
            // Nothing opens what there is of it, and its key opens nothing. What cannot be taken away now
            // is no record either, and goes with the next one that is made here.
            let _ = key_file.forget_outer();
            let _ = folder.remove_unfinished();
            return Err(error);
        }
        let store = Store::open_with(folder, key, key_file.place())?;
        Ok((store, key_file.place()))
    }

    /// Writes the record, its sheet and, last of all, the key file that makes it a record.
    fn write_folder(
        &self,
        folder: &Folder,
        key_file: &KeyFile,
        key: &Key,
    ) -> Result<(), StoreError> {
        self.write_record(&folder.new_record_path(), key)?;
        file::sync_folder(folder.path())?;
        if let Some(recovery) = recovery::kept(&self.memory)? {
            recovery::write_slot(folder, &recovery, key)?;
        }
        key_file.write(&folder.key_path())
    }

    /// Makes the record of this snapshot in a scratch file under a key that is never written down,
    /// reads it back, and takes the file away; gives the digest of what came out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] and the errors of the disk.
    pub fn prove(&self, folder: &Folder) -> Result<[u8; 32], StoreError> {
        let path = folder.path().join("notes.db.proof");
        let key: Key = Zeroizing::new(envelope::random::<KEY_BYTES>()?);
        let found = self.write_record(&path, &key);
        for ending in ["", "-wal", "-shm", "-journal"] {
            file::remove(&folder.path().join(format!("notes.db.proof{ending}")))?;
        }
        found
    }

    /// Writes the record into a new encrypted file and brings it up; gives the digest of what the
    /// file held before that.
    fn write_record(&self, path: &std::path::Path, key: &Key) -> Result<[u8; 32], StoreError> {
        image::to_record(&self.memory, path, key).map_err(|error| error.at(path))?;
        let mut made = connection::open(path, key)?;
        let digest = image::digest(&made)?;
        migration::bring_up(&mut made, MIGRATIONS)?;
        if !check::check(&made)?.is_whole() {
            return Err(StoreError::Damaged("the new record".to_owned()));
        }
        load::record(&made)?;
        connection::checkpoint(&made)?;
        Ok(digest)
    }

    /// A snapshot of tables that are in memory already.
    pub(crate) const fn of_tables(memory: Connection) -> Self {
        Self {
            memory,
            papers: Vec::new(),
        }
    }

    /// Its tables.
    pub(crate) fn into_tables(self) -> Connection {
        self.memory
    }

    fn pack(&mut self, papers: &[(&str, &[u8])]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let version = migration::version(&self.memory)?;
        let digest = crate::key::hex(&self.digest()?);
        let about = format!("{ABOUT_LINE}\nversion {version}\ndigest {}\n", *digest);
        let image = image::bytes(&mut self.memory)?;
        let mut members: Vec<(&str, &[u8])> = vec![(ABOUT_NAME, about.as_bytes())];
        members.extend(papers);
        members.push((IMAGE_NAME, &image));
        pack::pack(&members).ok_or(StoreError::BackupDamaged)
    }

    fn unpack(packed: &[u8]) -> Result<Self, StoreError> {
        let members = pack::unpack(packed).ok_or(StoreError::NotABackup)?;
        let find = |name: &str| members.iter().find(|(own, _)| own == name);
        let (_, about) = find(ABOUT_NAME).ok_or(StoreError::NotABackup)?;
        let about = std::str::from_utf8(about).map_err(|_| StoreError::NotABackup)?;
        let (version, digest) = parse_about(about).ok_or(StoreError::NotABackup)?;
        let newest = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
        if version > newest {
            return Err(StoreError::NewerFile {
                file: version,
                program: newest,
            });
        }
        let (_, bytes) = find(IMAGE_NAME).ok_or(StoreError::NotABackup)?;
        let memory = image::of_bytes(bytes)?;
        image::expect_shape(&memory, version)?;
        let papers = (members.iter())
            .filter(|(name, _)| name != ABOUT_NAME && name != IMAGE_NAME)
            .map(|(name, bytes)| (name.clone(), bytes.to_vec()))
            .collect();
        let snapshot = Self { memory, papers };
        if snapshot.digest()? != digest {
            return Err(StoreError::BackupDamaged);
        }
        Ok(snapshot)
    }
}

fn parse_about(text: &str) -> Option<(u32, [u8; 32])> {
    let mut lines = text.split_terminator('\n');
    if lines.next()? != ABOUT_LINE {
        return None;
    }
    let version = lines.next()?.strip_prefix("version ")?.parse().ok()?;
    let digest = crate::key::unhex(lines.next()?.strip_prefix("digest ")?)?;
    Some((version, digest))
}
