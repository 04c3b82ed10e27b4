//! Files and folders that nobody else may read, whatever the umask. Refuses to follow links.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use crate::StoreError;

/// Makes the folder, or checks that it may be used: not a link, and for this user alone.
///
/// A folder that others can look into is closed to them when it is empty or ours already.
pub(crate) fn prepare_folder(folder: &Path, is_ours: bool) -> Result<(), StoreError> {
    match fs::symlink_metadata(folder) {
        Ok(found) if found.is_symlink() => Err(StoreError::FolderIsLink(folder.to_owned())),
        Ok(found) if found.is_dir() => close_to_others(folder, is_ours),
        Ok(_) => Err(StoreError::io(
            folder,
            std::io::ErrorKind::NotADirectory.into(),
        )),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            make_folder(folder).map_err(|error| StoreError::io(folder, error))
        }
        Err(error) => Err(StoreError::io(folder, error)),
    }
}

#[cfg(unix)]
fn make_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    let is_missing = |path: &&Path| !path.exists();
    let made: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    for parent in made.iter().filter_map(|path| path.parent()) {
        // One that may not be opened can not be waited for; the record in it still can.
        let _ = sync_folder(parent);
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn close_to_others(folder: &Path, is_ours: bool) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt as _;
    let err = |error| StoreError::io(folder, error);
    let mode = fs::metadata(folder).map_err(err)?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let is_empty = fs::read_dir(folder).map_err(err)?.next().is_none();
    if !is_ours && !is_empty {
        return Err(StoreError::FolderShared(folder.to_owned()));
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(err)
}

#[cfg(not(unix))]
fn close_to_others(_: &Path, _: bool) -> Result<(), StoreError> {
    Ok(())
}

/// Takes reading and writing from everybody but the owner. A missing file is fine.
pub(crate) fn close_file_to_others(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        match fs::metadata(path) {
            Ok(found) if found.permissions().mode() & 0o077 != 0 => {
                fs::set_permissions(path, fs::Permissions::from_mode(0o600))
                    .map_err(|error| StoreError::io(path, error))?;
            }
            _ => {}
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Makes a new, empty file for the owner alone. A file that is there already is an error.
pub(crate) fn make_private(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    private_mode(&mut options);
    options
        .open(path)
        .map_err(|error| StoreError::io(path, error))
}

/// Opens a file of ours for the owner alone, and makes it when it is not there.
pub(crate) fn open_private(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    private_mode(&mut options);
    options
        .open(path)
        .map_err(|error| StoreError::io(path, error))
}

#[cfg(unix)]
fn private_mode(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private_mode(_: &mut OpenOptions) {}

/// Writes a whole file under another name, then puts it in place in one step.
pub(crate) fn replace(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let new = std::path::PathBuf::from(new);
    remove(&new)?;
    let mut file = make_private(&new)?;
    file.write_all(content)
        .and_then(|()| file.sync_all())
        .map_err(|error| StoreError::io(&new, error))?;
    rename(&new, path)
}

/// Writes a short file over the one of the same length, or makes it, and waits until it is on disk. A
/// disk writes so few bytes whole or not at all.
pub(crate) fn write_in_place(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let is_new = !path.exists();
    let mut file = open_private(path)?;
    file.write_all(content)
        .and_then(|()| file.sync_data())
        .map_err(|error| StoreError::io(path, error))?;
    match path.parent() {
        Some(folder) if is_new => sync_folder(folder),
        _ => Ok(()),
    }
}

/// Renames a file and waits until the folder says so on disk.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|error| StoreError::io(to, error))?;
    to.parent().map_or(Ok(()), sync_folder)
}

/// Writes zeros over a small file; a missing one is fine.
pub(crate) fn overwrite(path: &Path) -> Result<(), StoreError> {
    let at = |error| StoreError::io(path, error);
    let n_bytes = match fs::metadata(path) {
        Ok(found) => usize::try_from(found.len()).unwrap_or(0).min(1 << 16),
        Err(_) => return Ok(()),
    };
    let mut opened = OpenOptions::new().write(true).open(path).map_err(at)?;
    opened
        .write_all(&vec![0; n_bytes])
        .and_then(|()| opened.sync_all())
        .map_err(at)
}

/// Removes a file; a missing one is fine.
pub(crate) fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::io(path, error))
        }
        _ => Ok(()),
    }
}

/// Waits until the names in a folder are on disk.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    File::open(folder)
        .and_then(|opened| opened.sync_all())
        .map_err(|error| StoreError::io(folder, error))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
