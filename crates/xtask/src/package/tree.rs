//! The files of an installed program in a folder, as they lie below `/usr` or `~/.local`. Refuses
//! times of its own: all are those of the commit.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{at, said};
use crate::ChoreError;

/// What stands in more than one of the files.
pub(crate) struct Facts {
    /// Version of the program.
    pub version: String,
    /// Seconds since 1970 of the commit: the time of every file.
    pub epoch: String,
    /// The same as a date.
    pub date: String,
}

impl Facts {
    /// From `Cargo.toml` and the last commit.
    pub(crate) fn read(root: &Path) -> Result<Self, ChoreError> {
        let text = crate::chore::read(&root.join("Cargo.toml"))?;
        let table: toml::Table = text
            .parse()
            .map_err(|error| ChoreError::Broken(format!("Cargo.toml: {error}")))?;
        let version = (table.get("workspace"))
            .and_then(|it| it.get("package")?.get("version")?.as_str())
            .ok_or_else(|| ChoreError::Broken("Cargo.toml names no version".to_owned()))?;
        let git = |format: &str| {
            let words = ["log", "-1", "--date=short", format];
            said(Command::new("git").args(words).current_dir(root))
                .map(|text| text.trim().to_owned())
        };
        Ok(Self {
            version: version.to_owned(),
            epoch: git("--format=%ct")?,
            date: git("--format=%cd")?,
        })
    }

    /// A text of `packaging/` with the facts put in.
    pub(super) fn fill(&self, text: &str) -> String {
        text.replace("@VERSION@", &self.version)
            .replace("@DATE@", &self.date)
    }
}

/// Where completions lie: Debian and the folders of a person differ.
pub(super) struct Shells {
    pub zsh: &'static str,
    pub fish: &'static str,
}

/// Puts the files of `program` below `to`, which is `usr` of a package or the top of an archive.
pub(super) fn lay(
    root: &Path,
    program: &Path,
    to: &Path,
    shells: &Shells,
    facts: &Facts,
) -> Result<(), ChoreError> {
    let from = root.join("packaging");
    put(
        to,
        "bin/thawline",
        &std::fs::read(program).map_err(at(program))?,
        0o755,
    )?;
    let completions = [
        ("bash", "share/bash-completion/completions/thawline"),
        ("zsh", shells.zsh),
        ("fish", shells.fish),
    ];
    for (shell, place) in completions {
        let script = said(Command::new(program).args(["completions", shell]))?;
        put(to, place, script.as_bytes(), 0o644)?;
    }
    manual_pages(program, &to.join("share/man/man1"))?;
    let id = "local.thawline.notes";
    let copies = [
        (
            format!("{id}.desktop"),
            format!("share/applications/{id}.desktop"),
        ),
        (
            format!("{id}.metainfo.xml"),
            format!("share/metainfo/{id}.metainfo.xml"),
        ),
    ];
    for (name, place) in copies {
        let text = crate::chore::read(&from.join(name))?;
        put(to, &place, facts.fill(&text).as_bytes(), 0o644)?;
    }
    let icon = root.join("crates/web/assets/icon.svg");
    let place = format!("share/icons/hicolor/scalable/apps/{id}.svg");
    put(to, &place, &std::fs::read(&icon).map_err(at(&icon))?, 0o644)
}

/// The manual pages, packed as Debian wants them.
fn manual_pages(program: &Path, folder: &Path) -> Result<(), ChoreError> {
    std::fs::create_dir_all(folder).map_err(at(folder))?;
    said(Command::new(program).arg("manual-pages").arg(folder))?;
    let pages = std::fs::read_dir(folder).map_err(at(folder))?;
    for page in pages {
        let page = page.map_err(at(folder))?.path();
        let linted = Command::new("mandoc")
            .args(["-T", "lint", "-W", "error"])
            .arg(&page)
            .status();
        if !linted.is_ok_and(|status| status.success()) {
            return Err(ChoreError::Broken(format!(
                "{} is no manual page",
                page.display()
            )));
        }
        said(Command::new("gzip").args(["-9", "-n"]).arg(&page))?;
    }
    Ok(())
}

/// The folder `stage`, without anything from before in it.
pub(super) fn emptied(stage: PathBuf) -> Result<PathBuf, ChoreError> {
    if stage.exists() {
        std::fs::remove_dir_all(&stage).map_err(at(&stage))?;
    }
    Ok(stage)
}

/// Writes a file below `to`, with its folders.
pub(super) fn put(to: &Path, place: &str, bytes: &[u8], mode: u32) -> Result<(), ChoreError> {
    let path = to.join(place);
    let folder = path.parent().unwrap_or(to);
    std::fs::create_dir_all(folder).map_err(at(folder))?;
    std::fs::write(&path, bytes).map_err(at(&path))?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).map_err(at(&path))
}

/// Gives every folder and file below `top` the rights that they have when they are installed, whatever
/// rights new files are given here.
pub(super) fn settle(top: &Path) -> Result<(), ChoreError> {
    for (path, is_folder) in entries(top)? {
        let is_program = path.parent().is_some_and(|folder| folder.ends_with("bin"));
        let mode = if is_folder || is_program {
            0o755
        } else {
            0o644
        };
        let rights = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&path, rights).map_err(at(&path))?;
    }
    Ok(())
}

/// Room on the disk as Debian counts it on every file system: files in whole kibibytes, one for each folder.
pub(super) fn size_kib(top: &Path) -> Result<u64, ChoreError> {
    let mut n_kib = 0;
    for (path, is_folder) in entries(top)? {
        let length = std::fs::metadata(&path).map_err(at(&path))?.len();
        n_kib += if is_folder { 1 } else { length.div_ceil(1024) };
    }
    Ok(n_kib)
}

/// All folders and files from `top` on, each with whether it is a folder; in no order.
pub(super) fn entries(top: &Path) -> Result<Vec<(PathBuf, bool)>, ChoreError> {
    let mut found = vec![(top.to_path_buf(), true)];
    let mut next = 0;
    while let Some((path, is_folder)) = found.get(next).cloned() {
        next += 1;
        if !is_folder {
            continue;
        }
        for entry in std::fs::read_dir(&path).map_err(at(&path))? {
            let entry = entry.map_err(at(&path))?;
            let kind = entry.file_type().map_err(at(&path))?;
            found.push((entry.path(), kind.is_dir()));
        }
    }
    Ok(found)
}
