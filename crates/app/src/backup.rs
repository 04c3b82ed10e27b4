//! Back-ups: made by hand or by themselves, read back at once, and tried out. Refuses clear text on
//! disk, to write over a file, and to lose a failed one in silence.

use std::path::{Path, PathBuf};

use store::{BackupKey, Snapshot, write_backup};

use crate::{App, Trouble, TroubleKind, text};

mod schedule;
mod state;
mod view;

pub use schedule::Every;
use state::{Made, MadeBy};
pub use view::{BackupView, EveryView};

/// A back-up that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    /// Where it is.
    pub path: PathBuf,
    /// Entries in it.
    pub n_facts: usize,
    /// Its length.
    pub n_bytes: usize,
    /// Only the recovery sheet opens it, and nobody has confirmed a sheet yet.
    pub needs_sheet: bool,
}

/// A restore that was tried out, and came out equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Which back-up.
    pub path: PathBuf,
    /// Entries that came back.
    pub n_facts: usize,
}

/// A back-up as bytes, before it has a place.
struct Sealed {
    bytes: Vec<u8>,
    n_facts: usize,
}

impl App {
    /// Makes a back-up as a new file.
    ///
    /// # Errors
    /// [`Trouble`] when the name is taken, or the disk refuses: nothing stands under the name then.
    pub fn back_up_to(&mut self, out: &Path) -> Result<BackupMade, Trouble> {
        let out = absolute(out)?;
        self.make_backup(&out, MadeBy::Hand)
    }

    /// Makes a back-up in a folder, under a name with today's date that is not taken yet.
    ///
    /// # Errors
    /// [`Trouble`] when the folder is not there, or the disk refuses.
    pub fn back_up_into(&mut self, folder: &Path) -> Result<BackupMade, Trouble> {
        let folder = absolute(folder)?;
        let out = self.free_name(&folder)?;
        self.make_backup(&out, MadeBy::Hand)
    }

    /// A back-up as bytes for the browser to save, with the name of its file.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read whole.
    pub fn back_up_bytes(&mut self) -> Result<(String, Vec<u8>), Trouble> {
        let sealed = self.sealed()?;
        let now = self.clock.now().unix_seconds();
        self.change_backups(|state| state.note_saved(now))?;
        Ok((self.file_name(""), sealed.bytes))
    }

    /// Restores the newest back-up that can be reached into a scratch file, compares every cell, and
    /// takes it away again.
    ///
    /// # Errors
    /// [`Trouble`] when there is none, or it does not come out equal.
    pub fn prove_restore(&mut self) -> Result<Proof, Trouble> {
        let state = self.backups()?;
        let since = state.sheet_renewed_at.unwrap_or(i64::MIN);
        let mut newest = state.made.iter().rev();
        let newest = newest.find(|made| made.at >= since && made.path.is_file());
        let Some(path) = newest.map(|made| made.path.clone()) else {
            return Err(Trouble::input(
                "there is no back-up to try out",
                "make one with 'thawline backup --to FOLDER'",
            ));
        };
        let proved = self.prove(&path);
        let now = self.clock.now().unix_seconds();
        self.change_backups(|state| match &proved {
            Ok(_) => state.proved_at = Some(now),
            Err(trouble) if trouble.kind == TroubleKind::File => {
                state.note_trouble(now, &trouble.what);
            }
            // A full disk says nothing about the back-up.
            Err(_) => {}
        })
        .map_err(|trouble| match &proved {
            Ok(_) => not_noted(trouble, "the back-up came out equal"),
            Err(first) => first.clone(),
        })?;
        proved
    }

    fn prove(&mut self, path: &Path) -> Result<Proof, Trouble> {
        let bytes = crate::restore::read(path)?;
        let folder = self.folder.clone();
        let recovery = self.opened()?.store.recovery_key()?;
        let snapshot = Snapshot::open(&bytes, BackupKey::Recovery(&recovery))
            .map_err(|error| crate::import::of_file(path, &error, KEEP_AND_MAKE))?;
        let proved = snapshot.prove(&folder).map_err(not_tried)?;
        if proved != snapshot.digest()? {
            let what = "what came back is not what was kept";
            return Err(crate::import::of_file(path, &what, KEEP_AND_MAKE));
        }
        Ok(Proof {
            path: path.to_owned(),
            n_facts: snapshot.n_facts()?,
        })
    }

    fn make_backup(&mut self, out: &Path, by: MadeBy) -> Result<BackupMade, Trouble> {
        let sealed = self.sealed()?;
        write_backup(out, &sealed.bytes).map_err(|error| not_made(error, out))?;
        let digest = exchange::digest_of(&mut std::io::Cursor::new(&sealed.bytes)).ok();
        let made = Made {
            at: self.clock.now().unix_seconds(),
            path: out.to_owned(),
            by,
            digest,
        };
        self.change_backups(|state| state.note_made(made))
            .map_err(|trouble| not_noted(trouble, "the back-up is there and whole"))?;
        let open = self.opened()?;
        let needs_sheet = !open.has_passphrase && !self.has_confirmed_sheet()?;
        Ok(BackupMade {
            path: out.to_owned(),
            n_facts: sealed.n_facts,
            n_bytes: sealed.bytes.len(),
            needs_sheet,
        })
    }

    /// Seals the record as it stands now, and opens what came out, before anybody relies on it.
    fn sealed(&mut self) -> Result<Sealed, Trouble> {
        self.settle()?;
        let store = &mut self.opened()?.store;
        // Made first, so that the sheet's key is in the back-up too.
        let recovery = store.recovery_key().map_err(not_sealed)?;
        let mut snapshot = store.snapshot()?;
        let asked = snapshot.schedule()?.map(|kept| kept.schedule);
        let (record, plan) = (snapshot.record()?, snapshot.plan()?);
        let questions = crate::report::questions(store)?;
        let along = exchange::Along {
            schedule: asked.as_ref(),
            doctor_questions: &questions,
        };
        let document = exchange::write_whole_record_along(&record, &plan, along);
        let read_me = text("backup-read-me");
        let papers: [(&str, &[u8]); 2] = [
            ("read-me.txt", read_me.as_bytes()),
            ("record.json", document.as_bytes()),
        ];
        let bytes = store.seal(&mut snapshot, &papers).map_err(not_sealed)?;
        let again = Snapshot::open(&bytes, BackupKey::Recovery(&recovery))?;
        if again.digest()? != snapshot.digest()? {
            return Err(Trouble::ours("the back-up did not read back as it was"));
        }
        Ok(Sealed {
            n_facts: snapshot.n_facts()?,
            bytes,
        })
    }

    /// `notes-2026-03-02.age`, or with a number where that is taken.
    fn free_name(&self, folder: &Path) -> Result<PathBuf, Trouble> {
        if !folder.is_dir() {
            let what = format!("there is no folder {}", folder.display());
            return Err(Trouble::new(
                TroubleKind::Device,
                what,
                "plug it in, or make it; nothing was written",
            ));
        }
        let name = |number: u32| match number {
            1 => self.file_name(""),
            _ => self.file_name(&["-", &number.to_string()].concat()),
        };
        let names = (1..1000).map(name);
        let mut free = names
            .map(|name| folder.join(name))
            .filter(|path| std::fs::symlink_metadata(path).is_err());
        free.next().ok_or_else(|| {
            Trouble::input("this folder is full of back-ups of today", "give another")
        })
    }

    /// The name says the day and nothing else.
    fn file_name(&self, number: &str) -> String {
        let wall_clock = self.clock.now().wall_clock();
        let date: String = wall_clock.chars().take(10).collect();
        ["notes-", &date, number, ".age"].concat()
    }
}

/// What to do about a back-up that does not open any more.
const KEEP_AND_MAKE: &str = "keep the file, and make another back-up now";

/// A relative path means something else to a program that was started elsewhere.
fn absolute(path: &Path) -> Result<PathBuf, Trouble> {
    std::path::absolute(path)
        .map_err(|error| Trouble::input(error.to_string(), "give the path of a file"))
}

const NO_BACKUP: &str = "no back-up was made; your record is as it was";
const UNSURE_BACKUP: &str =
    "a back-up stands there that may not last: make another; your record is as it was";

/// What the disk refused before there was anything to write.
fn not_sealed(error: store::StoreError) -> Trouble {
    Trouble::of_disk(error, NO_BACKUP)
}

/// What was done holds; only the record's own note of it could not be kept.
fn not_noted(trouble: Trouble, done: &str) -> Trouble {
    match trouble.kind {
        TroubleKind::Device => {
            let hint = format!("{done}; only the note of it in the record could not be kept");
            Trouble::new(trouble.kind, trouble.what, hint)
        }
        _ => trouble,
    }
}

/// A try needs room for a second record beside the first.
fn not_tried(error: store::StoreError) -> Trouble {
    Trouble::of_disk(
        error,
        "the back-up was not tried out; it and your record are as they were: make room, then try again",
    )
}

/// The disk's refusals speak of entries; here no entry is at stake.
fn not_made(error: store::StoreError, out: &Path) -> Trouble {
    let what = error.to_string();
    let trouble = Trouble::from(error);
    let hint = match trouble.kind {
        // A disk that goes away just then lets nobody take back the name either.
        TroubleKind::Device if out.exists() => UNSURE_BACKUP,
        TroubleKind::Device => NO_BACKUP,
        _ => "give a name that is not taken; nothing was written over",
    };
    let kind = match trouble.kind {
        TroubleKind::Device => TroubleKind::Device,
        _ => TroubleKind::Input,
    };
    Trouble::new(kind, what, hint)
}
