//! Bringing a back-up back: into an empty folder, or in the place of a record that is kept aside.
//! Refuses to change anything before every byte of the file was verified.

use std::borrow::Cow;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use store::{BackupKey, ClaimError, Folder, FolderState, KeyPlace, Secret, Snapshot};

use crate::app::Open;
use crate::import::{of_file, unreadable};
use crate::recovery::parse_sheet;
use crate::session::not_opened;
use crate::{App, Trouble, TroubleKind};

/// Longest back-up that is read: its content passes through memory. In bytes: four gibibytes.
const BYTES_MAX: u64 = 4 << 30;
const UNCHANGED: &str = "nothing was changed";
/// As much of a typed key is shown again; a key has fewer characters, also in groups.
const KEY_CHARS_SHOWN: usize = 200;
/// Longest back-up that the browser may hand over: it waits in memory. In bytes: one gibibyte.
pub const BROUGHT_BYTES_MAX: usize = 1 << 30;

/// Where a back-up comes from.
#[derive(Clone, Copy)]
pub enum BackupFrom<'a> {
    /// A file on this computer.
    Disk(&'a Path),
    /// A file that the browser handed over, with the name that it has there.
    Browser(&'a BroughtBackup),
}

/// A back-up that the browser handed over; it waits here until something opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct BroughtBackup {
    name: String,
    bytes: Vec<u8>,
}

impl std::fmt::Debug for BroughtBackup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BroughtBackup")
    }
}

impl BackupFrom<'_> {
    fn bytes(&self) -> Result<Cow<'_, [u8]>, Trouble> {
        match self {
            Self::Disk(path) => read(path).map(Cow::Owned),
            Self::Browser(brought) => Ok(Cow::Borrowed(&brought.bytes)),
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Disk(path) => path.display().to_string(),
            Self::Browser(brought) => format!("\u{201c}{}\u{201d}", brought.name),
        }
    }
}

/// What the page for bringing a back-up back shows.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RestoreView {
    /// A file that was handed over and waits for what opens it.
    pub waiting: Option<String>,
    /// The place of a file, as typed.
    pub file: String,
    /// The key of a sheet, as typed.
    pub key: String,
}

impl std::fmt::Debug for RestoreView {
    /// Says nothing of the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RestoreView").finish_non_exhaustive()
    }
}

/// What is to be restored, and what opens it.
#[derive(Clone)]
pub struct RestoreRequest<'a> {
    /// The back-up.
    pub file: BackupFrom<'a>,
    /// The key as typed from the recovery sheet; without it, the passphrase opens the file.
    pub sheet: Option<&'a str>,
    /// The passphrase that the record had when the back-up was made; it locks the record again.
    pub passphrase: Option<&'a str>,
    /// Another passphrase for the record from now on.
    pub new_passphrase: Option<&'a str>,
    /// Puts the record that is there aside.
    pub replaces: bool,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Entries.
    pub n_facts: usize,
    /// Where the record went that was there before.
    pub aside: Option<PathBuf>,
    /// What opens it from now on.
    pub opens: Opens,
}

/// What opens a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// Its passphrase.
    ByPassphrase,
    /// The keyring of this computer: whoever is logged in here can read it.
    ByKeyring,
    /// A file beside it: whoever has the folder can read it.
    ByKeyFile,
}

impl Opens {
    /// What a person has to know of it, on one line; `None` where the passphrase opens it.
    #[must_use]
    pub const fn warning(self) -> Option<&'static str> {
        match self {
            Self::ByPassphrase => None,
            Self::ByKeyring => Some(
                "it opens without a passphrase: its key lies in the keyring of this computer, \
                 and whoever is logged in here can read it",
            ),
            Self::ByKeyFile => Some(
                "it opens without a passphrase: its key lies in a file beside it, and whoever has \
                 the folder can read it",
            ),
        }
    }
}

impl App {
    /// The page for bringing a back-up back, with what was typed on it.
    #[must_use]
    pub fn restore_page(&self, file: &str, key: &str) -> RestoreView {
        RestoreView {
            waiting: self.brought_backup.as_ref().map(|one| one.name.clone()),
            file: file.to_owned(),
            key: key.chars().take(KEY_CHARS_SHOWN).collect(),
        }
    }

    /// Takes a back-up from the browser, in the place of one that was taken before; it stays until it is
    /// restored or a record is begun.
    ///
    /// # Errors
    /// [`Trouble`] when it is no back-up: the one that was taken before stays.
    pub fn bring_backup(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Trouble> {
        let name = crate::incoming::plain_name(name);
        if !Snapshot::is_sealed(&bytes) {
            let what = format!("\u{201c}{name}\u{201d}: {}", store::StoreError::NotABackup);
            let hint = "choose a file named notes- and a date; nothing was changed";
            return Err(Trouble::new(TroubleKind::File, what, hint));
        }
        self.brought_backup = Some(BroughtBackup { name, bytes });
        Ok(())
    }

    /// Brings a back-up back where there is no record yet, as the page asks for it: the one at the place
    /// that was typed, else the one that the browser handed over. With the sheet, a new passphrase typed
    /// twice locks it; without any, this computer does.
    ///
    /// # Errors
    /// As [`App::restore`]; [`Trouble`] also when the two passphrases differ. What the browser handed
    /// over stays for the next try.
    pub fn restore_at_first_run(
        &mut self,
        file: &str,
        passphrase: &str,
        sheet: &str,
        new: (&str, &str),
    ) -> Result<Restored, Trouble> {
        let given = |text: &'static str| Trouble::input(text, UNCHANGED);
        let brought = self.brought_backup.take();
        let from = match (file.trim(), &brought) {
            ("", None) => return Err(given("nobody said which file is the back-up")),
            ("", Some(brought)) => BackupFrom::Browser(brought),
            (typed, _) => BackupFrom::Disk(Path::new(typed)),
        };
        let restored = self.restore_as_asked(from, passphrase, sheet, new);
        if restored.is_err() {
            self.brought_backup = brought;
        }
        restored
    }

    fn restore_as_asked(
        &mut self,
        file: BackupFrom<'_>,
        passphrase: &str,
        sheet: &str,
        new: (&str, &str),
    ) -> Result<Restored, Trouble> {
        let given = |text: &'static str| Trouble::input(text, UNCHANGED);
        let has_sheet = !sheet.trim().is_empty();
        if has_sheet {
            // First of all: what is mistyped here takes longest to find.
            parse_sheet(sheet)?;
        }
        let new_passphrase = match new {
            ("", "") if has_sheet && !passphrase.is_empty() => {
                return Err(given(
                    "with the sheet, the passphrase from now on is typed twice, or not at all",
                ));
            }
            ("", "") => None,
            (first, again) if has_sheet => {
                crate::recovery::check_new(first, again)?;
                Some(first)
            }
            _ => return Err(given("another passphrase needs the recovery sheet")),
        };
        self.restore(&RestoreRequest {
            file,
            sheet: has_sheet.then_some(sheet),
            passphrase: Some(passphrase).filter(|words| !words.is_empty()),
            new_passphrase,
            replaces: false,
        })
    }

    /// Whether a back-up opens without anybody typing anything: the record that lies here kept it before
    /// a change of shape, and has no passphrase.
    #[must_use]
    pub fn opens_by_itself(&self, file: &Path) -> bool {
        opened_by_itself(&self.folder, file).is_some()
    }

    /// Brings a back-up back, and opens it.
    ///
    /// # Errors
    /// [`Trouble`] when the file is damaged, cut, foreign or of a newer program, when the key does
    /// not fit, or when there is a record that is not to be replaced: nothing was changed then.
    pub fn restore(&mut self, request: &RestoreRequest<'_>) -> Result<Restored, Trouble> {
        let is_there = !matches!(self.folder.state(), FolderState::Empty);
        if is_there && !request.replaces {
            let what = format!(
                "there is a record in {} already",
                self.folder.path().display()
            );
            return Err(Trouble::input(
                what,
                "give an empty --data-dir, or --replace, which keeps the old one aside",
            ));
        }
        if let Some(new) = request.new_passphrase {
            crate::recovery::check_new(new, new)?;
        }
        let snapshot = open_file(
            &self.folder,
            &request.file,
            request.sheet,
            request.passphrase,
        )?;
        let secret = match (request.new_passphrase, request.passphrase, request.sheet) {
            (Some(new), _, _) => Secret::Passphrase(new),
            (None, Some(own), None) => Secret::Passphrase(own),
            _ => Secret::NoPassphrase,
        };
        let aside = match is_there {
            true => Some(self.replace_by(&snapshot, secret)?),
            false => {
                snapshot
                    .restore(&self.folder, secret)
                    .map_err(not_restored)?;
                None
            }
        };
        self.open = None;
        let words = match secret {
            Secret::Passphrase(words) => Some(words),
            _ => None,
        };
        let store = store::Store::open(&self.folder, words).map_err(not_opened)?;
        let place = store.key_place();
        self.open = Some(Open::new(store, place == KeyPlace::Passphrase));
        self.take_up_language();
        self.has_read_safety = true;
        self.brought_backup = None;
        self.own_back_ups_anew(&request.file)?;
        Ok(Restored {
            n_facts: snapshot.n_facts()?,
            aside,
            opens: match place {
                KeyPlace::Passphrase => Opens::ByPassphrase,
                KeyPlace::Keyring => Opens::ByKeyring,
                KeyPlace::KeyFile => Opens::ByKeyFile,
            },
        })
    }

    /// The files that the back-up's record had made belong to that record: here they are named when
    /// something is forgotten, and never removed. So is the file that this record came from.
    fn own_back_ups_anew(&mut self, from: &BackupFrom<'_>) -> Result<(), Trouble> {
        let file = match from {
            BackupFrom::Disk(file) => {
                Some(std::path::absolute(file).unwrap_or_else(|_| (*file).to_owned()))
            }
            // Where the browser had it from, nobody knows here.
            BackupFrom::Browser(_) => None,
        };
        self.change_backups(|state| state.belongs_to_another(file.as_deref()))
    }

    /// Makes the record beside the old one, and lets the two change names. Gives where the old one is.
    fn replace_by(&mut self, snapshot: &Snapshot, secret: Secret<'_>) -> Result<PathBuf, Trouble> {
        if self.claim.is_none() {
            match self.folder.claim_server(0) {
                Ok(claim) => self.claim = Some(claim),
                Err(ClaimError::AlreadyRunning { .. }) => {
                    return Err(Trouble::input(
                        "this record is open in another copy of the program",
                        "stop the other copy first; nothing was changed",
                    ));
                }
                Err(ClaimError::Store(error)) => return Err(error.into()),
            }
        }
        let path = std::path::absolute(self.folder.path())
            .map_err(|error| Trouble::input(error.to_string(), UNCHANGED))?;
        let beside = Folder::at(named(&path, "restoring"));
        // What an interrupted restore left behind.
        if beside.path().exists() {
            beside.erase()?;
        }
        let country = self.folder.country();
        if let Err(error) = snapshot.restore(&beside, secret) {
            // What there is of it opens nothing; where it cannot be removed, the next restore does.
            let _ = beside.erase().and_then(|()| beside.remove_empty());
            return Err(not_restored(error));
        }
        if let Some(country) = country {
            beside.put_country(&country)?;
        }
        self.open = None;
        let aside = free_aside(&path, &self.clock.now().wall_clock());
        rename(&path, &aside)?;
        if let Err(trouble) = rename(beside.path(), &path) {
            rename(&aside, &path)?;
            return Err(trouble);
        }
        Ok(aside)
    }
}

/// Ends a restore that was cut between the two names: the record is away, the new one whole beside it.
pub(crate) fn end_cut_restore(folder: &Folder) {
    let Ok(path) = std::path::absolute(folder.path()) else {
        return;
    };
    let beside = named(&path, "restoring");
    let is_whole = matches!(
        Folder::at(beside.clone()).state(),
        FolderState::Present { .. }
    );
    if is_whole && std::fs::symlink_metadata(&path).is_err() {
        // Where it does not work, the folder stays where restore says that it is.
        let _ = std::fs::rename(&beside, &path);
    }
}

/// What the disk refused while a record was being made of a back-up.
fn not_restored(error: store::StoreError) -> Trouble {
    Trouble::of_disk(
        error,
        "nothing was restored; the back-up and what was here before are as they were: make room on \
         the disk, then try again",
    )
}

/// Opens a back-up and verifies all of it. Without passphrase and sheet, only the record beside which
/// it was kept opens it.
fn open_file(
    folder: &Folder,
    file: &BackupFrom<'_>,
    sheet: Option<&str>,
    passphrase: Option<&str>,
) -> Result<Snapshot, Trouble> {
    let recovery = sheet.map(parse_sheet).transpose()?;
    let key = match (&recovery, passphrase) {
        (Some(recovery), _) => BackupKey::Recovery(recovery),
        (None, Some(words)) => BackupKey::Passphrase(words),
        (None, None) => {
            if let BackupFrom::Disk(file) = file
                && let Some(snapshot) = opened_by_itself(folder, file)
            {
                return Ok(snapshot);
            }
            return Err(Trouble::new(
                TroubleKind::Locked,
                "a back-up needs the passphrase it was made with, or its recovery sheet",
                "type one of them, or give --passphrase-file or --sheet-file; nothing was changed",
            ));
        }
    };
    let bytes = file.bytes()?;
    Snapshot::open(&bytes, key).map_err(|error| refusal(file, error))
}

/// A back-up that the record of this folder kept before a change of shape, where it has no passphrase.
fn opened_by_itself(folder: &Folder, file: &Path) -> Option<Snapshot> {
    let own = folder.own_key().ok()?;
    Snapshot::open(&read(file).ok()?, BackupKey::Own(&own)).ok()
}

/// The bytes of a back-up.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Trouble> {
    let opened = std::fs::File::open(file).map_err(|error| unreadable(file, &error))?;
    let about = opened
        .metadata()
        .map_err(|error| unreadable(file, &error))?;
    if !about.is_file() {
        let what = "this file is not a back-up of this program";
        return Err(of_file(file, &what, UNCHANGED));
    }
    if about.len() > BYTES_MAX {
        let what = "this file is larger than this program reads";
        return Err(of_file(file, &what, UNCHANGED));
    }
    let mut bytes = Vec::new();
    opened
        .take(BYTES_MAX)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(file, &error))?;
    Ok(bytes)
}

fn refusal(file: &BackupFrom<'_>, error: store::StoreError) -> Trouble {
    use store::StoreError as E;
    let hint = match &error {
        E::WrongBackupKey => {
            "type it again; a back-up opens with the passphrase of its own day, or its sheet; \
             nothing was changed"
        }
        E::BackupNeedsSheet => {
            "type the key from the sheet, or give it as --sheet-file; nothing was changed"
        }
        E::NewerFile { .. } => "use the newer program; nothing was changed",
        E::BackupDamaged => "try another copy of it; nothing was changed",
        E::NotABackup => "look for a file named notes- and a date; nothing was changed",
        _ => return Trouble::from(error),
    };
    let kind = match &error {
        E::WrongBackupKey | E::BackupNeedsSheet => TroubleKind::Locked,
        _ => TroubleKind::File,
    };
    let what = format!("{}: {error}", file.shown());
    Trouble::new(kind, what, hint)
}

/// The same path with a word after its name.
fn named(path: &Path, word: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(word);
    PathBuf::from(name)
}

fn free_aside(path: &Path, wall_clock: &str) -> PathBuf {
    let date: String = wall_clock.chars().take(10).collect();
    let first = ["before-", &date].concat();
    let later = |number: u32| [&first, "-", &number.to_string()].concat();
    let mut names = std::iter::once(first.clone())
        .chain((2..).map(later))
        .map(|word| named(path, &word));
    names
        .find(|name| std::fs::symlink_metadata(name).is_err())
        .unwrap_or_else(|| named(path, "before"))
}

fn rename(from: &Path, to: &Path) -> Result<(), Trouble> {
    std::fs::rename(from, to).map_err(|error| {
        let what = format!("{} could not be renamed: {error}", from.display());
        Trouble::new(TroubleKind::Device, what, "nothing was removed")
    })
}
