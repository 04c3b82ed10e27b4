//! The manual: the papers of the repository as a book of plain pages that need no script, no
//! network and no font of others. Refuses a text twice: a chapter is a paper or includes one.

#[cfg(feature = "manual")]
mod book;
pub mod cells;
pub mod contents;
pub mod figure;
pub mod links;
pub mod pages;
mod rules;

use std::path::Path;
use std::process::Command;

pub use contents::{Chapter, Contents};

use crate::{ChoreError, House, chore, suite};

/// Where the parts of the manual stand that are no paper of the repository.
pub(crate) const HOME: &str = "docs/manual";

/// Runs the chore: builds the manual, or takes its pictures anew.
pub(crate) fn run(root: &Path, words: &[&str]) -> Result<(), ChoreError> {
    match words {
        [] => build(root, &House::read(root)?.target.join("manual")),
        ["--to", to] => build(root, Path::new(to)),
        ["pictures"] => pictures(root),
        _ => Err(ChoreError::Call(
            "manual takes `--to FOLDER`, `pictures` or nothing".to_owned(),
        )),
    }
}

/// Builds the manual into the folder `to`, which it empties first.
///
/// # Errors
/// [`ChoreError::Broken`] when a link leads nowhere or a paper has no place in the contents.
#[cfg(feature = "manual")]
pub fn build(root: &Path, to: &Path) -> Result<(), ChoreError> {
    book::build(root, to)
}

/// Starts itself again with the maker of books.
///
/// # Errors
/// [`ChoreError::Broken`] when a link leads nowhere or a paper has no place in the contents.
#[cfg(not(feature = "manual"))]
pub fn build(root: &Path, to: &Path) -> Result<(), ChoreError> {
    let to = std::path::absolute(to).map_err(chore::at(to))?;
    suite::again_with(
        "manual",
        root,
        &["manual".as_ref(), "--to".as_ref(), to.as_ref()],
    )
}

/// Takes the pictures of the pages anew, from the example with its simulated person.
fn pictures(root: &Path) -> Result<(), ChoreError> {
    suite::prepare_browser(root)?;
    let mut command = Command::new("node");
    command
        .arg("manual.mjs")
        .current_dir(root.join("tests/browser"));
    command.env("THAWLINE_BIN", chore::release(root)?);
    suite::succeed(&mut command)
}
