//! Bringing a back-up back: into an empty folder, or in the place of a record that is kept aside.
//! Refuses to change anything before every byte of the file was verified.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use store::{BackupKey, ClaimError, Folder, FolderState, KeyPlace, Secret, Snapshot};

use crate::app::Open;
use crate::import::{of_file, unreadable};
use crate::recovery::parse_sheet;
use crate::{App, Trouble, TroubleKind};

/// Longest back-up that is read: its content passes through memory. In bytes: four gibibytes.
const BYTES_MAX: u64 = 4 << 30;
const UNCHANGED: &str = "nothing was changed";

/// What is to be restored, and what opens it.
#[derive(Clone)]
pub struct RestoreRequest<'a> {
    /// The back-up.
    pub file: &'a Path,
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
    /// The key lies in a file beside the record: who copies the folder can read it.
    pub has_key_file: bool,
}

impl App {
    /// Brings a back-up back where there is no record yet, as the page asks for it. With the sheet, a
    /// new passphrase typed twice locks it; without any, this computer does.
    ///
    /// # Errors
    /// As [`App::restore`]; [`Trouble`] also when the two passphrases differ.
    pub fn restore_at_first_run(
        &mut self,
        file: &str,
        passphrase: &str,
        sheet: &str,
        new: (&str, &str),
    ) -> Result<Restored, Trouble> {
        let given = |text: &'static str| Trouble::input(text, UNCHANGED);
        if file.trim().is_empty() {
            return Err(given("nobody said where the back-up is"));
        }
        let has_sheet = !sheet.trim().is_empty();
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
            file: Path::new(file.trim()),
            sheet: has_sheet.then_some(sheet),
            passphrase: Some(passphrase).filter(|words| !words.is_empty()),
            new_passphrase,
            replaces: false,
        })
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
        let snapshot = open_file(request.file, request.sheet, request.passphrase)?;
        let secret = match (request.new_passphrase, request.passphrase, request.sheet) {
            (Some(new), _, _) => Secret::Passphrase(new),
            (None, Some(own), None) => Secret::Passphrase(own),
            _ => Secret::NoPassphrase,
        };
        let aside = match is_there {
            true => Some(self.replace_by(&snapshot, secret)?),
            false => {
                snapshot.restore(&self.folder, secret)?;
                None
            }
        };
        self.open = None;
        let words = match secret {
            Secret::Passphrase(words) => Some(words),
            _ => None,
        };
        let store = store::Store::open(&self.folder, words)?;
        let place = store.key_place();
        self.open = Some(Open::new(store, place == KeyPlace::Passphrase));
        self.has_read_safety = true;
        self.own_back_ups_anew(request.file)?;
        Ok(Restored {
            n_facts: snapshot.n_facts()?,
            aside,
            has_key_file: place == KeyPlace::KeyFile,
        })
    }

    /// The files that the back-up's record had made belong to that record: here they are named when
    /// something is forgotten, and never removed. So is the file that this record came from.
    fn own_back_ups_anew(&mut self, file: &Path) -> Result<(), Trouble> {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        self.change_backups(|state| state.belongs_to_another(&file))
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
        snapshot.restore(&beside, secret)?;
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

/// Opens a back-up and verifies all of it.
fn open_file(
    file: &Path,
    sheet: Option<&str>,
    passphrase: Option<&str>,
) -> Result<Snapshot, Trouble> {
    let recovery = sheet.map(parse_sheet).transpose()?;
    let key = match (&recovery, passphrase) {
        (Some(recovery), _) => BackupKey::Recovery(recovery),
        (None, Some(words)) => BackupKey::Passphrase(words),
        (None, None) => {
            return Err(Trouble::new(
                TroubleKind::Locked,
                "a back-up needs the passphrase it was made with, or its recovery sheet",
                "type one of them, or give --passphrase-file or --sheet-file; nothing was changed",
            ));
        }
    };
    let bytes = read(file)?;
    Snapshot::open(&bytes, key).map_err(|error| refusal(file, error))
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

fn refusal(file: &Path, error: store::StoreError) -> Trouble {
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
    let what = format!("{}: {error}", file.display());
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
