//! Which language the command line speaks. Refuses words of its own.

use app::{App, Language, Trouble};

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
