//! The language in which the program speaks to the person, and where the choice is kept. Refuses to change a
//! word that the person wrote.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use content::{Language, complete_languages};

use crate::{App, Trouble, text};

/// The setting of the record that holds it.
const SETTING: &str = "language";

/// The language that was chosen, for whoever shows a page while the app is busy.
#[derive(Debug, Default)]
pub struct LanguageChoice {
    /// Place in [`Language::ALL`] plus one; 0: nobody chose.
    chosen: AtomicU8,
    /// The same for this run alone.
    for_this_run: AtomicU8,
}

fn number(language: Language) -> u8 {
    let at = Language::ALL.iter().position(|one| *one == language);
    at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

fn of_number(number: u8) -> Option<Language> {
    Language::ALL
        .get(usize::from(number).checked_sub(1)?)
        .copied()
}

impl LanguageChoice {
    /// The language of this run, else the one that was chosen; `None`: nobody chose yet.
    #[must_use]
    pub fn get(&self) -> Option<Language> {
        let read = |number: &AtomicU8| of_number(number.load(Ordering::Relaxed));
        read(&self.for_this_run).or_else(|| read(&self.chosen))
    }

    fn put(&self, language: Language) {
        self.chosen.store(number(language), Ordering::Relaxed);
    }

    /// Speaks it in this run, and keeps nothing.
    pub fn only_now(&self, language: Language) {
        self.for_this_run.store(number(language), Ordering::Relaxed);
    }
}

/// A language to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageView {
    /// Its tag.
    pub code: &'static str,
    /// What it calls itself.
    pub name: String,
    /// It is spoken now.
    pub is_spoken: bool,
}

/// What other programs read is written in English, whatever the person speaks, as long as the answer lives.
pub(crate) fn for_programs() -> content::Speaking {
    content::speak(Language::English)
}

/// The languages to choose from; one alone is no choice.
#[must_use]
pub fn languages() -> Vec<LanguageView> {
    let view = |language: &Language| LanguageView {
        code: language.code(),
        name: text(&format!("language-name-{}", language.code())),
        is_spoken: content::spoken() == *language,
    };
    complete_languages().iter().map(view).collect()
}

/// The language to begin with, by what the browser says it would like; English where it likes none of ours.
#[must_use]
pub fn language_of_browser(accepts: Option<&str>) -> Language {
    let liked = accepts.and_then(Language::from_accepted);
    liked.filter(is_complete).unwrap_or_default()
}

fn is_complete(language: &Language) -> bool {
    complete_languages().contains(language)
}

impl App {
    /// The choice, shared with whoever shows pages.
    #[must_use]
    pub fn language_choice(&self) -> Arc<LanguageChoice> {
        self.language.clone()
    }

    /// Chooses a language by its tag: kept in the record where one is open, and beside it for the page that
    /// is shown while it is locked.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such language, or when the record can not be written.
    pub fn choose_language(&mut self, code: &str) -> Result<(), Trouble> {
        let language = Language::from_tag(code).filter(is_complete);
        let Some(language) = language else {
            return Err(Trouble::input(
                "there is no such language here",
                "choose one of the list",
            ));
        };
        match &mut self.open {
            Some(open) => open.store.set_setting(SETTING, Some(language.code()))?,
            None => self.has_new_language = true,
        }
        self.speak_as_chosen(language);
        Ok(())
    }

    /// Takes up the language of a record that was just opened. Opening writes nothing into it, unless the person
    /// chose another while it was locked.
    pub(crate) fn take_up_language(&mut self) {
        let Some(open) = &mut self.open else { return };
        if std::mem::take(&mut self.has_new_language)
            && let Some(language) = self.language.get()
        {
            // Where it can not be written, it is spoken all the same.
            let _ = open.store.set_setting(SETTING, Some(language.code()));
            return;
        }
        let kept = open.store.setting(SETTING).ok().flatten();
        if let Some(language) = kept.as_deref().and_then(Language::from_tag) {
            self.speak_as_chosen(language);
        }
    }

    /// Keeps the language in which a record was begun.
    pub(crate) fn keep_language(&mut self) {
        // Without a choice that was kept, the next start asks the browser again.
        let _ = self.choose_language(content::spoken().code());
    }

    fn speak_as_chosen(&mut self, language: Language) {
        self.language.put(language);
        // A page that is shown while the record is locked then asks the browser; nothing else depends on it.
        let _ = self.folder.put_language(language.code());
    }

    /// The choice as it is kept beside the record.
    pub(crate) fn kept_language(folder: &store::Folder) -> Arc<LanguageChoice> {
        let choice = LanguageChoice::default();
        let kept = folder.language();
        if let Some(language) = kept.as_deref().and_then(Language::from_tag) {
            choice.put(language);
        }
        Arc::new(choice)
    }
}
