//! The passphrase: from a file, or typed without being shown. Refuses arguments: others can read those.

use std::io::{BufRead as _, IsTerminal as _, Read as _};
use std::path::Path;

use app::{Trouble, TroubleKind};

/// The first line of the file; else what is typed at the prompt; `None` where nobody can type.
///
/// # Errors
/// [`Trouble`] when the file cannot be read.
pub fn ask(file: Option<&Path>) -> Result<Option<String>, Trouble> {
    if let Some(path) = file {
        return from_file(path).map(Some);
    }
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    rpassword::prompt_password(prompt("Passphrase:"))
        .map(Some)
        .map_err(|_| Trouble::new(TroubleKind::Locked, "nothing was typed", "try again"))
}

/// What stands before the place to type.
fn prompt(words: &str) -> String {
    format!("{} ", app::said(words))
}

/// A new passphrase, typed twice without being shown.
///
/// # Errors
/// [`Trouble`] where nobody can type.
pub fn ask_new() -> Result<(String, String), Trouble> {
    let failed = |_| Trouble::new(TroubleKind::Locked, "nothing was typed", "try again");
    if !std::io::stdin().is_terminal() {
        return Err(Trouble::input(
            "there is nobody to type a new passphrase",
            "give it in a file",
        ));
    }
    let first = rpassword::prompt_password(prompt("New passphrase:")).map_err(failed)?;
    let again = rpassword::prompt_password(prompt("The same again:")).map_err(failed)?;
    Ok((first, again))
}

/// The key of a recovery sheet: from a file, or typed when the file is `-`.
///
/// # Errors
/// [`Trouble`] when the file cannot be read, or where nobody can type.
pub fn sheet(file: &Path) -> Result<String, Trouble> {
    if file == Path::new("-") && std::io::stdin().is_terminal() {
        return rpassword::prompt_password(prompt("Key from the sheet:"))
            .map_err(|_| Trouble::new(TroubleKind::Locked, "nothing was typed", "try again"));
    }
    let mut text = String::new();
    let read = match file == Path::new("-") {
        true => std::io::stdin().take(4096).read_to_string(&mut text),
        false => std::fs::File::open(file).and_then(|f| f.take(4096).read_to_string(&mut text)),
    };
    read.map_err(|error| {
        let what = format!("{} cannot be read: {error}", file.display());
        Trouble::new(TroubleKind::Locked, what, "look at its path")
    })?;
    Ok(text)
}

/// The first line of a file.
pub fn from_file(path: &Path) -> Result<String, Trouble> {
    let refuse = |error: std::io::Error| {
        let what = format!("{} cannot be read: {error}", path.display());
        Trouble::new(
            TroubleKind::Locked,
            what,
            "look at its path and its permissions",
        )
    };
    let file = std::fs::File::open(path).map_err(refuse)?;
    let mut line = String::new();
    std::io::BufReader::new(file)
        .read_line(&mut line)
        .map_err(refuse)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
