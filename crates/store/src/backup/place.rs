//! Puts a back-up where a person wants it: whole under its name, or not at all. Refuses to write over
//! a file.

use std::io::Write as _;
use std::path::Path;

use crate::{StoreError, file};

/// What a back-up is called while it is being written.
const ENDING: &str = ".notes-part";

/// Writes a new file for this user alone; it gets its name once all of it is on disk and was read
/// back.
///
/// # Errors
/// [`StoreError::FileExists`] when the name is taken, [`StoreError::BackupDamaged`] when the disk
/// gives back something else, and the errors of the disk. Nothing stands under the name then.
pub fn write_backup(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::FileExists(path.to_owned()));
    }
    write(path, bytes, name_it)
}

/// Writes a file of ours anew: what stood under the name stays until all of it is on disk and was read
/// back.
pub(super) fn write_anew(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write(path, bytes, file::rename)
}

fn write(
    path: &Path,
    bytes: &[u8],
    name_it: impl FnOnce(&Path, &Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut part = path.as_os_str().to_owned();
    part.push(ENDING);
    let part = Path::new(&part);
    // What an interrupted run left behind.
    file::remove(part)?;
    let written = write_whole(part, bytes).and_then(|()| name_it(part, path));
    if written.is_err() {
        // What went wrong is told; a part that cannot be removed either is removed by the next run.
        let _ = file::remove(part);
    }
    written
}

fn write_whole(part: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let at = |error| StoreError::io(part, error);
    let mut made = file::make_private(part)?;
    made.write_all(bytes)
        .and_then(|()| made.sync_all())
        .map_err(at)?;
    drop(made);
    if std::fs::read(part).map_err(at)? == bytes {
        Ok(())
    } else {
        Err(StoreError::BackupDamaged)
    }
}

/// Gives the file its name in one step, without taking a name that somebody else took meanwhile.
fn name_it(part: &Path, path: &Path) -> Result<(), StoreError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let named = match std::fs::hard_link(part, path) {
        Ok(()) => file::remove(part),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(StoreError::FileExists(path.to_owned()));
        }
        // Sticks and shares often know no second names.
        Err(_) => {
            std::fs::rename(part, path).map_err(|error| StoreError::io(path, error))?;
            Ok(())
        }
    };
    let named = named.and_then(|()| file::sync_folder(folder));
    if named.is_err() {
        // Whether the name stays is not known: whoever is told that there is none finds none.
        let _ = file::remove(path);
    }
    named
}
