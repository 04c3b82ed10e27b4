//! Opening and locking the record.

use std::time::Duration;

use store::{FolderState, Secret, Store};

use crate::app::Open;
use crate::first_run::FirstRunView;
use crate::{App, Trouble, TroubleKind};

/// What stands in front of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// There is no record yet, or its first questions are not through.
    FirstRun(FirstRunView),
    /// It is locked.
    Locked(LockedView),
    /// Nothing.
    Open,
}

/// How a locked record opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockedView {
    /// With a passphrase; else by starting the program again.
    pub needs_passphrase: bool,
    /// A recovery sheet opens it too.
    pub has_recovery: bool,
}

impl App {
    /// Says what stands in front of the record.
    pub fn gate(&mut self) -> Gate {
        if let Some(view) = self.first_run() {
            return Gate::FirstRun(view);
        }
        if self.open.is_some() {
            return Gate::Open;
        }
        Gate::Locked(LockedView {
            needs_passphrase: self.needs_passphrase(),
            has_recovery: self.has_recovery(),
        })
    }

    /// Whether there is no record in the folder yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.open.is_none() && matches!(self.folder.state(), FolderState::Empty)
    }

    /// Whether only a passphrase opens the record.
    #[must_use]
    pub fn needs_passphrase(&self) -> bool {
        match &self.open {
            Some(open) => open.has_passphrase,
            None => match self.folder.state() {
                FolderState::Present { needs } => needs == store::KeyPlace::Passphrase,
                FolderState::Empty | FolderState::Broken(_) => true,
            },
        }
    }

    /// Whether there is a record that needs no passphrase; the folder is looked at once.
    ///
    /// # Errors
    /// What the disk says instead of showing what lies in the folder.
    pub fn opens_alone(&self) -> Result<bool, Trouble> {
        match self.folder.state() {
            FolderState::Present { needs } => Ok(needs != store::KeyPlace::Passphrase),
            FolderState::Empty => Ok(false),
            FolderState::Broken(error) => match not_opened(error) {
                trouble if trouble.kind == TroubleKind::Device => Err(trouble),
                // The pages say what is wrong, and take the recovery sheet.
                _ => Ok(false),
            },
        }
    }

    /// Opens the record.
    ///
    /// # Errors
    /// [`Trouble`] of the kind `Locked` when the passphrase is missing or not the right one; of
    /// other kinds when the file cannot be read. Nothing is changed.
    pub fn unlock(&mut self, passphrase: Option<&str>) -> Result<(), Trouble> {
        if self.open.is_some() {
            return Ok(());
        }
        match self.folder.state() {
            FolderState::Empty => {
                return Err(Trouble::input(
                    "there is no record here yet",
                    "start the program without a command to begin one",
                ));
            }
            FolderState::Broken(error) => return Err(error.into()),
            FolderState::Present { .. } => {}
        }
        let needs_passphrase = self.needs_passphrase();
        if needs_passphrase && passphrase.is_none() {
            return Err(Trouble::new(
                TroubleKind::Locked,
                "the record needs its passphrase",
                "type it, or give --passphrase-file",
            ));
        }
        let store = Store::open(&self.folder, passphrase.filter(|_| needs_passphrase))
            .map_err(not_opened)?;
        let mut open = Open::new(store, needs_passphrase);
        open.take_typed_out();
        self.open = Some(open);
        self.expire_removed();
        self.take_up_language();
        Ok(())
    }

    /// Makes a new record, for use without the pages.
    ///
    /// # Errors
    /// [`Trouble`] when the folder cannot be written or holds a record already.
    pub fn begin(&mut self, passphrase: Option<&str>) -> Result<(), Trouble> {
        let mut profile = record::Profile::new(self.clock.zone().clone());
        profile.has_read_safety = self.has_read_safety;
        let secret = passphrase.map_or(Secret::KeyFile, Secret::Passphrase);
        let (store, _) = Store::create(&self.folder, secret, &profile)?;
        self.open = Some(Open::new(store, passphrase.is_some()));
        Ok(())
    }

    /// Locks the record: writes everything to its file, forgets it, forgets the key. Says whether
    /// a passphrase opens it again.
    pub fn lock(&mut self) -> bool {
        let has_passphrase = self.needs_passphrase();
        self.brought_backup = None;
        // The next times then wait for the next opening: a lock is never held up.
        let _ = self.tend_prompts();
        if let Some(mut open) = self.open.take() {
            // What was shown and not kept is found anew from the record as it is.
            let _ = open.settle();
            open.put_typed_away();
            // What was acknowledged is on disk already; a failed last tidying loses nothing.
            let _ = open.store.lock();
        }
        has_passphrase
    }

    /// Before a person is told that something is kept: has its loss noticed, should the log be damaged.
    pub fn mark(&mut self) {
        if let Some(open) = &self.open {
            // What was written is on disk all the same.
            let _ = open.store.mark();
        }
    }

    /// In a pause: leaves nothing in the log, where a turned bit would look like its end; and what pages
    /// took in memory and do not need any more goes back, where any was shown since the last pause.
    pub fn rest(&mut self, was_used: bool) {
        if let Some(open) = &self.open {
            // The next pause tries again.
            let _ = open.store.rest();
        }
        if was_used {
            memory::give_back();
        }
    }

    /// Time without use after which the record is to be locked; `None`: it is locked, or no
    /// passphrase could open it again.
    pub fn locks_after(&mut self) -> Option<Duration> {
        if !self.open.as_ref()?.has_passphrase {
            return None;
        }
        let minutes = self.known().ok()?.record.profile.lock_after_minutes();
        Some(Duration::from_secs(u64::from(minutes) * 60))
    }
}

/// What the disk refused before the record was open.
pub(crate) fn not_opened(error: store::StoreError) -> Trouble {
    match error {
        error @ store::StoreError::NotBroughtUp(_) => error.into(),
        error => Trouble::of_disk(
            error,
            "the record is as it was: look at the disk and its folder, then open it again",
        ),
    }
}
