//! The one file of a form, handed on piece by piece. Refuses to hold it in memory.

use std::io::Write;

use axum::extract::Multipart;
use axum::extract::multipart::Field;

/// The field that holds the file.
const FIELD: &str = "file";

/// Why no file came through.
pub enum NoFile {
    /// None was chosen.
    None,
    /// The browser stopped in the middle, or sent something else.
    Cut,
    /// It could not be written.
    Disk(std::io::Error),
}

/// Takes the file of a form; `begin` makes what it is written to from the name that it has. Asks
/// `goes_on` before each piece, and stops where it does not.
pub async fn take<W: Write, E>(
    mut form: Multipart,
    begin: impl FnOnce(&str) -> Result<W, E>,
    goes_on: impl Fn() -> bool,
) -> Result<Result<W, E>, NoFile> {
    while let Some(field) = form.next_field().await.map_err(|_| NoFile::Cut)? {
        if field.name() != Some(FIELD) {
            continue;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        if name.is_empty() {
            return Err(NoFile::None);
        }
        let mut out = match begin(&name) {
            Ok(out) => out,
            Err(error) => return Ok(Err(error)),
        };
        pour(field, &mut out, goes_on).await?;
        return Ok(Ok(out));
    }
    Err(NoFile::None)
}

async fn pour(
    mut field: Field<'_>,
    out: &mut impl Write,
    goes_on: impl Fn() -> bool,
) -> Result<(), NoFile> {
    while let Some(piece) = field.chunk().await.map_err(|_| NoFile::Cut)? {
        if !goes_on() {
            return Err(NoFile::Cut);
        }
        out.write_all(&piece).map_err(NoFile::Disk)?;
    }
    out.flush().map_err(NoFile::Disk)
}
