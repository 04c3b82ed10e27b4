//! The named people of `fixtures/people`. Refuses real people: every name and life is made up.

use crate::recipe::Recipe;
use crate::{Life, LifeError, life};

macro_rules! person {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../../fixtures/people/", $name, "/recipe.toml")),
        )
    };
}

/// Folder name and recipe of each person.
const PEOPLE: [(&str, &str); 10] = [
    person!("bram"),
    person!("fenna"),
    person!("ilse"),
    person!("joren"),
    person!("lotte"),
    person!("mara"),
    person!("noor"),
    person!("sami"),
    person!("tessa"),
    person!("wout"),
];

/// Folder name of the person whose life is shown as the demo.
pub const DEMO: &str = "ilse";

/// The recipes of all named people, by folder name.
///
/// # Errors
/// [`LifeError`] when a recipe cannot be read.
pub fn people() -> Result<Vec<(&'static str, Recipe)>, LifeError> {
    PEOPLE
        .iter()
        .map(|(name, text)| Ok((*name, Recipe::parse(text)?)))
        .collect()
}

/// The life of one named person, with the seed that they are known by.
///
/// # Errors
/// [`LifeError::UnknownPerson`] for another name, else as [`life`].
pub fn person(name: &str) -> Result<Life, LifeError> {
    let (_, text) = PEOPLE
        .iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| LifeError::UnknownPerson(name.chars().take(64).collect()))?;
    let recipe = Recipe::parse(text)?;
    life(&recipe, recipe.seed)
}
