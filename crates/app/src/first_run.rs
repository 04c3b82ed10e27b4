//! Three short questions before the first entry. Refuses to ask who the person is.

use record::Profile;
use store::{FolderState, KeyPlace, Secret, Store};

use crate::app::Open;
use crate::check_in::{Choice, digits};
use crate::{App, Trouble, line, text};

/// Shortest passphrase, in characters.
pub(crate) const PASSPHRASE_CHARS_MIN: usize = 8;

/// Which question comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstRunStep {
    /// Is it safe to keep this here? Cannot be skipped.
    Safety,
    /// How is the record to be locked?
    Key,
    /// From which point on is a day hard?
    Line,
}

/// The next question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstRunView {
    /// Which.
    pub step: FirstRunStep,
    /// Where the key is kept, said once after it was chosen.
    pub key_place: Option<String>,
    /// Answers to choose from.
    pub choices: Vec<Choice>,
}

impl App {
    pub(crate) fn first_run(&mut self) -> Option<FirstRunView> {
        let view = |step, key_place| FirstRunView {
            step,
            key_place,
            choices: digits(),
        };
        if let Some(open) = &self.open {
            return open
                .asks_line
                .clone()
                .map(|place| view(FirstRunStep::Line, Some(place)));
        }
        if !matches!(self.folder.state(), FolderState::Empty) {
            return None;
        }
        let step = if self.has_read_safety {
            FirstRunStep::Key
        } else {
            FirstRunStep::Safety
        };
        Some(view(step, None))
    }

    /// The page about safety was read.
    pub const fn read_safety(&mut self) {
        self.has_read_safety = true;
    }

    /// Makes the record: under a passphrase typed twice, or under this computer's own keeping.
    ///
    /// # Errors
    /// [`Trouble`] when the two differ or are too short, or the folder cannot be written.
    pub fn choose_key(&mut self, passphrase: Option<(&str, &str)>) -> Result<(), Trouble> {
        if self.open.is_some() {
            return Ok(());
        }
        if !self.has_read_safety {
            return Err(Trouble::input(
                "the page about safety comes first",
                "read it, then go on",
            ));
        }
        let secret = match passphrase {
            Some((first, again)) if first != again => {
                return Err(Trouble::input(
                    "the two passphrases are not the same",
                    "type the same words twice",
                ));
            }
            Some((first, _)) if first.chars().count() < PASSPHRASE_CHARS_MIN => {
                return Err(Trouble::input(
                    format!("a passphrase has at least {PASSPHRASE_CHARS_MIN} characters"),
                    "four short words that only you put together are good",
                ));
            }
            Some((first, _)) => Secret::Passphrase(first),
            None => Secret::NoPassphrase,
        };
        let mut profile = Profile::new(self.clock.zone().clone());
        profile.has_read_safety = self.has_read_safety;
        let (store, place) = Store::create(&self.folder, secret, &profile).map_err(|error| {
            Trouble::of_disk(
                error,
                "no record was begun: make room on the disk, then try again",
            )
        })?;
        self.brought_backup = None;
        let mut open = Open::new(store, place == KeyPlace::Passphrase);
        open.asks_line = Some(text(match place {
            KeyPlace::Passphrase => "key-place-passphrase",
            KeyPlace::Keyring => "key-place-keyring",
            KeyPlace::KeyFile => "key-place-file",
        }));
        self.open = Some(open);
        self.keep_language();
        Ok(())
    }

    /// Keeps the level from which a day is hard; empty is 'not now'.
    ///
    /// # Errors
    /// [`Trouble`] when it is not a number from 0 to 100, or cannot be written.
    pub fn choose_line(&mut self, value: &str) -> Result<(), Trouble> {
        self.put_line(line::parse(value)?)?;
        self.opened()?.asks_line = None;
        Ok(())
    }
}
