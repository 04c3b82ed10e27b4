//! Which language the command line speaks. Refuses words of its own.

use std::ffi::OsString;

use app::{App, Clock, Language, Settings, Trouble};

use crate::folder;

/// The language that the call asks for.
///
/// # Errors
/// [`Trouble`] when there is no such language.
pub fn asked(given: Option<&str>) -> Result<Option<Language>, Trouble> {
    let Some(tag) = given.filter(|tag| !tag.is_empty()) else {
        return Ok(None);
    };
    let unknown = || {
        Trouble::input(
            format!("there is no language '{tag}' here"),
            "give en, de or es",
        )
    };
    Language::from_tag(tag).map(Some).ok_or_else(unknown)
}

/// The language of this computer, as its environment says; English where that is none of ours.
pub fn of_computer() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    app::language_of_browser(tag.as_deref())
}

/// Speaks as the record's own folder says, where the call asks for nothing else.
pub fn of_app(app: &App, given: Option<&str>) -> Result<(), Trouble> {
    let choice = app.language_choice();
    match asked(given)? {
        Some(language) => choice.only_now(language),
        None => {
            if let Some(language) = choice.get() {
                app::speak_on(language);
            }
        }
    }
    Ok(())
}

/// The language for help, where no call was understood: that of the words as they came, of the surroundings, of the
/// record's folder, of this computer. A tag that is none is passed over, since who asks for help gets help.
pub fn of_words() -> Language {
    let given = |flag: &str, name: &str| {
        let set = || std::env::var_os(name).filter(|value| !value.is_empty());
        value_of(flag, std::env::args_os().skip(1)).or_else(set)
    };
    let tag = given("--language", "THAWLINE_LANGUAGE");
    let asked = asked(tag.as_deref().and_then(|tag| tag.to_str()));
    if let Ok(Some(language)) = asked {
        return language;
    }
    let folder = folder::of(given("--data-dir", "THAWLINE_DATA_DIR").map(Into::into));
    let chosen = folder.ok().and_then(|folder| {
        let clock = Clock::of_computer();
        App::new(Settings { folder, clock }).language_choice().get()
    });
    chosen.unwrap_or_else(of_computer)
}

/// The value of a flag, as the next word or behind `=`.
fn value_of(flag: &str, mut words: impl Iterator<Item = OsString>) -> Option<OsString> {
    while let Some(word) = words.next() {
        let word = word.to_string_lossy();
        match word.strip_prefix(flag) {
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return rest.get(1..).map(Into::into),
            _ => {}
        }
    }
    None
}
