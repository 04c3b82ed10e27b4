//! What is being written when the record locks: kept in it, encrypted, and given back once after it is opened again.
//! Refuses to keep it as an entry: only the person makes one of it.

use crate::{App, Trouble};

/// Name under which the record keeps it.
const SETTING: &str = "typed";
/// Longest that is held, in bytes.
const BYTES_MAX: usize = 1 << 18;

/// Words that were typed and not sent, and the page they were typed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// Address of the page.
    pub page: String,
    /// The fields, as the page tells them apart.
    pub fields: String,
}

/// What is held while the record is open.
#[derive(Debug, Default)]
pub(crate) struct Held {
    typed: Option<Typed>,
    /// It came out of a lock, and no page has it yet.
    is_to_give_back: bool,
}

impl App {
    /// Holds what is being written on a page; nothing, when it was sent or taken away.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked, the words are longer than a book, or the page is none of ours.
    pub fn hold_typed(&mut self, page: &str, fields: &str) -> Result<(), Trouble> {
        let is_ours = |c: char| c.is_ascii_alphanumeric() || "/-".contains(c);
        if !page.starts_with('/') || !page.chars().all(is_ours) || page.contains("//") {
            return Err(Trouble::input("there is no such page", ""));
        }
        if page.len() + fields.len() > BYTES_MAX {
            return Err(Trouble::input("that is too long to be held", ""));
        }
        let open = self.opened()?;
        open.typed = Held {
            typed: (!fields.is_empty()).then(|| Typed {
                page: page.to_owned(),
                fields: fields.to_owned(),
            }),
            is_to_give_back: false,
        };
        Ok(())
    }

    /// The page on which something waits to be given back.
    #[must_use]
    pub fn page_to_give_back(&self) -> Option<&str> {
        let held = &self.open.as_ref()?.typed;
        let typed = held.typed.as_ref().filter(|_| held.is_to_give_back)?;
        Some(&typed.page)
    }

    /// Gives back what was being written before a lock; once.
    #[must_use]
    pub fn give_back_typed(&mut self) -> Option<Typed> {
        let held = &mut self.open.as_mut()?.typed;
        if !std::mem::take(&mut held.is_to_give_back) {
            return None;
        }
        held.typed.clone()
    }
}

impl crate::app::Open {
    /// Puts what is being written into the record, before it is locked.
    pub(crate) fn put_typed_away(&mut self) {
        let kept = self.typed.typed.as_ref();
        let words = kept.map(|typed| format!("{}\n{}", typed.page, typed.fields));
        let is_there = self.store.setting(SETTING).ok().flatten().is_some();
        if words.is_some() || is_there {
            // A lock is never held up: what the disk does not take is lost, and was never called kept.
            let _ = self.store.set_setting(SETTING, words.as_deref());
        }
    }

    /// Takes it out again, after the record was opened.
    pub(crate) fn take_typed_out(&mut self) {
        let kept = self.store.setting(SETTING).ok().flatten();
        let typed = kept.and_then(|words| {
            let (page, fields) = words.split_once('\n')?;
            Some(Typed {
                page: page.to_owned(),
                fields: fields.to_owned(),
            })
        });
        self.typed = Held {
            is_to_give_back: typed.is_some(),
            typed,
        };
    }
}
