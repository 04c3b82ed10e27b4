//! Where the record lives when nobody says where.

use std::path::PathBuf;

use app::Trouble;

/// The folder of the call, else the usual place for data of programs (XDG Base Directory).
///
/// # Errors
/// [`Trouble`] when there is no home folder to put it in.
pub fn of(given: Option<PathBuf>) -> Result<PathBuf, Trouble> {
    if let Some(folder) = given {
        return Ok(folder);
    }
    let set = |name| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let data = set("XDG_DATA_HOME").filter(|path| path.is_absolute());
    data.or_else(|| set("HOME").map(|home| home.join(".local/share")))
        .map(|data| data.join("thawline"))
        .ok_or_else(|| {
            Trouble::input(
                "there is no home folder to keep the record in",
                "give --data-dir",
            )
        })
}
