//! Lays and packs everything a second time, as on another machine: other rights for new files, another
//! zone, another language, another folder. Refuses files whose bytes depend on any of these.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::tree::{Facts, entries};
use super::{at, deb, said, tarball};
use crate::ChoreError;

/// Files are made with these rights, in this zone and language.
const ELSEWHERE: &str = "umask 077; export TZ=Asia/Kathmandu LC_ALL=C; exec \"$0\" \"$@\"";

/// Lays the files of the package below `to`; with the static program also those of the archive, and packs
/// both. This is what [`same`] calls in a process of its own.
pub(crate) fn lay(root: &Path, words: &[&str]) -> Result<(), ChoreError> {
    let facts = Facts::read(root)?;
    match words {
        [to, program] => deb::lay(root, Path::new(program), Path::new(to), &facts).map(drop),
        [to, program, fixed] => {
            let to = Path::new(to);
            deb::pack(&deb::lay(root, Path::new(program), to, &facts)?, &facts)?;
            tarball::pack(&tarball::lay(root, Path::new(fixed), to, &facts)?, &facts)?;
            Ok(())
        }
        _ => Err(ChoreError::Call(
            "package lay takes a folder and one program or two".to_owned(),
        )),
    }
}

/// Compares `made` with what is made of the same programs elsewhere: files byte by byte, and folders with
/// all that is in them and its rights.
pub(super) fn same(programs: &[&Path], made: &[&Path], to: &Path) -> Result<(), ChoreError> {
    let elsewhere = to.join("made in another folder");
    let own = std::env::current_exe().map_err(at(to))?;
    let own = own.to_string_lossy();
    // The manual builds this command anew with a part more; the file of this name is then the new one.
    let own = own.strip_suffix(" (deleted)").unwrap_or(&own);
    let mut call = Command::new("sh");
    call.args(["-c", ELSEWHERE]).arg(own);
    call.args(["package", "lay"]).arg(&elsewhere).args(programs);
    said(&mut call)?;
    for path in made {
        let other = elsewhere.join(path.file_name().unwrap_or_default());
        let (here, there) = (contents(path)?, contents(&other)?);
        let differs = |name: &&PathBuf| here.get(*name) != there.get(*name);
        if let Some(name) = here.keys().chain(there.keys()).find(differs) {
            return Err(ChoreError::Broken(format!(
                "{} differs when it is made a second time: {}",
                path.display(),
                name.display()
            )));
        }
    }
    std::fs::remove_dir_all(&elsewhere).map_err(at(&elsewhere))
}

/// Rights and bytes of a file, or of all that lies in a folder.
fn contents(top: &Path) -> Result<BTreeMap<PathBuf, (u32, Vec<u8>)>, ChoreError> {
    let is_folder = top.is_dir();
    let paths = if is_folder {
        entries(top)?
    } else {
        vec![(top.to_path_buf(), false)]
    };
    let mut found = BTreeMap::new();
    for (path, is_folder_too) in paths {
        let bytes = if is_folder_too {
            Vec::new()
        } else {
            std::fs::read(&path).map_err(at(&path))?
        };
        // A packed file has the rights that new files have here.
        let mode = if is_folder {
            let rights = std::fs::metadata(&path).map_err(at(&path))?.permissions();
            rights.mode()
        } else {
            0
        };
        let name = path.strip_prefix(top).unwrap_or(&path).to_path_buf();
        found.insert(name, (mode, bytes));
    }
    Ok(found)
}
