//! The recovery sheet, and another passphrase. Refuses to show the key to anybody but who opened the
//! record, and to let go of the old lock before the new one holds.

use store::{RecoveryKey, RecoveryKeyError, Secret, Store};

use crate::app::Open;
use crate::first_run::PASSPHRASE_CHARS_MIN;
use crate::{App, Trouble, TroubleKind, text, text_with};

/// The sheet to print.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetToPrint {
    /// A simulated person is shown.
    pub is_example: bool,
    /// The date of printing, YYYY-MM-DD.
    pub date: String,
    /// The first words of the key.
    pub head: String,
    /// The rest of the key, in groups of four.
    pub groups: Vec<String>,
    /// How to use it, a step each.
    pub steps: Vec<String>,
    /// When it was typed back, in words; `None`: not yet.
    pub confirmed: Option<String>,
}

impl std::fmt::Debug for SheetToPrint {
    /// Says nothing of the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SheetToPrint").finish_non_exhaustive()
    }
}

impl App {
    /// The recovery sheet; its key is made at the first call.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked, or the disk refuses.
    pub fn recovery_sheet(&mut self) -> Result<SheetToPrint, Trouble> {
        let key = self.opened()?.store.recovery_key()?;
        let date: String = self.clock.now().wall_clock().chars().take(10).collect();
        let steps = [
            "recovery-step-1",
            "recovery-step-2",
            "recovery-step-3",
            "recovery-step-4",
        ];
        let confirmed = self.backups()?.sheet_confirmed_at;
        let confirmed = confirmed.map(|at| {
            let day = self.day_of(at);
            text_with("recovery-confirmed", &[("day", day.into())])
        });
        Ok(SheetToPrint {
            is_example: self.is_example,
            date,
            head: text("recovery-key-head"),
            groups: key.groups(),
            steps: steps.into_iter().map(text).collect(),
            confirmed,
        })
    }

    /// Keeps that the key was typed back from paper.
    ///
    /// # Errors
    /// [`Trouble`] that names the group when what was typed is not the key.
    pub fn confirm_sheet(&mut self, typed: &str) -> Result<(), Trouble> {
        let typed = parse_sheet(typed)?;
        if typed != self.opened()?.store.recovery_key()? {
            return Err(Trouble::input(
                "this is the key of another sheet",
                "type the key of the newest sheet",
            ));
        }
        let now = self.clock.now().unix_seconds();
        self.change_backups(|state| state.sheet_confirmed_at = Some(now))
    }

    /// Makes a new recovery key. The old sheet still opens back-ups that were made before.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses.
    pub fn renew_sheet(&mut self) -> Result<(), Trouble> {
        self.opened()?.store.renew_recovery_key()?;
        let now = self.clock.now().unix_seconds();
        self.change_backups(|state| {
            state.sheet_confirmed_at = None;
            state.sheet_renewed_at = Some(now);
        })
    }

    /// Whether a recovery sheet can open the record that lies here.
    #[must_use]
    pub fn has_recovery(&self) -> bool {
        self.folder.has_recovery()
    }

    /// Opens the record with the key of its sheet, and puts a new passphrase on it.
    ///
    /// # Errors
    /// [`Trouble`] when the key does not fit or the passphrases differ; the old lock holds then.
    pub fn recover(&mut self, typed: &str, first: &str, again: &str) -> Result<(), Trouble> {
        check_new(first, again)?;
        let key = parse_sheet(typed)?;
        self.open = None;
        let store = Store::recover(&self.folder, &key, Secret::Passphrase(first))?;
        self.open = Some(Open::new(store, true));
        self.expire_removed();
        self.take_up_language();
        Ok(())
    }

    /// Puts another passphrase on the open record. What it was before has to be typed, where there
    /// was one: an open window is no proof of who sits in front of it.
    ///
    /// # Errors
    /// [`Trouble`] when the old one is not right or the new ones differ; the old lock holds then.
    pub fn change_passphrase(
        &mut self,
        old: Option<&str>,
        first: &str,
        again: &str,
    ) -> Result<(), Trouble> {
        self.expect_passphrase(old)?;
        check_new(first, again)?;
        let open = self.opened()?;
        open.store.change_secret(Secret::Passphrase(first))?;
        open.has_passphrase = true;
        Ok(())
    }

    /// Takes the passphrase off: from now on this computer opens the record.
    ///
    /// # Errors
    /// [`Trouble`] when the old one is not right; the old lock holds then.
    pub fn drop_passphrase(&mut self, old: Option<&str>) -> Result<(), Trouble> {
        self.expect_passphrase(old)?;
        let open = self.opened()?;
        open.store.change_secret(Secret::NoPassphrase)?;
        open.has_passphrase = false;
        Ok(())
    }

    /// Chooses after how many minutes without use the record locks itself, as it was typed: 1 to 240.
    ///
    /// # Errors
    /// [`Trouble`] when it is no such number, the record is locked or the disk refuses; then nothing was
    /// changed.
    pub fn choose_lock_after(&mut self, minutes: &str) -> Result<(), Trouble> {
        let hint = "type a number from 1 to 240; nothing was changed";
        let number = minutes.trim().parse();
        let number = number.map_err(|_| Trouble::input("that is not a number of minutes", hint))?;
        self.opened()?.change_profile(|profile| {
            let refused = |error: record::ProfileError| Trouble::input(error.to_string(), hint);
            profile.set_lock_after_minutes(number).map_err(refused)
        })
    }

    fn expect_passphrase(&mut self, old: Option<&str>) -> Result<(), Trouble> {
        let open = self.opened()?;
        let fits = !open.has_passphrase || open.store.is_passphrase(old.unwrap_or(""))?;
        match fits {
            true => Ok(()),
            false => Err(Trouble::new(
                TroubleKind::Locked,
                "the passphrase up to now is not right",
                "type it again; nothing was changed",
            )),
        }
    }

    /// `Mon 2 Mar 2026`, of a moment in seconds since 1970.
    pub(crate) fn day_of(&self, at: i64) -> String {
        let zone = self.clock.zone();
        record::Moment::from_unix_seconds(at, zone).map_or_else(
            |_| String::new(),
            |moment| crate::dates::long(moment.day(record::DayStart::MIDNIGHT)),
        )
    }
}

pub(crate) fn check_new(first: &str, again: &str) -> Result<(), Trouble> {
    if first != again {
        return Err(Trouble::input(
            "the two passphrases are not the same",
            "type the same words twice; nothing was changed",
        ));
    }
    if first.chars().count() < PASSPHRASE_CHARS_MIN {
        return Err(Trouble::input(
            format!("a passphrase has at least {PASSPHRASE_CHARS_MIN} characters"),
            "four short words that only you put together are good; nothing was changed",
        ));
    }
    Ok(())
}

/// The key as typed from a sheet.
pub(crate) fn parse_sheet(typed: &str) -> Result<RecoveryKey, Trouble> {
    RecoveryKey::parse(typed).map_err(|error| {
        let hint = match error {
            RecoveryKeyError::Length { .. } => "type all 15 groups; nothing was changed",
            RecoveryKeyError::Group { .. } => "look at that group again; nothing was changed",
            RecoveryKeyError::Check => "compare group by group; nothing was changed",
        };
        Trouble::new(TroubleKind::Locked, error.to_string(), hint)
    })
}
