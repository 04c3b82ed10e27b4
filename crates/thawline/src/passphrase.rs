//! The passphrase: from a file, or typed without being shown. Refuses arguments: others can read those.

use std::io::{BufRead as _, IsTerminal as _};
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
    rpassword::prompt_password("Passphrase: ")
        .map(Some)
        .map_err(|_| Trouble::new(TroubleKind::Locked, "nothing was typed", "try again"))
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
