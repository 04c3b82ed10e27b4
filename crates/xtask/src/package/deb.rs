//! The Debian package of a program. Refuses scripts that run at installation: there is nothing to do.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::tree::{self, Facts, Shells, put};
use super::{at, said};
use crate::{ChoreError, manual};

/// Lays the files of the package below `to` and gives the folder.
pub(super) fn lay(
    root: &Path,
    program: &Path,
    to: &Path,
    facts: &Facts,
) -> Result<PathBuf, ChoreError> {
    let stage = tree::emptied(to.join("deb"))?;
    let shells = Shells {
        zsh: "share/zsh/vendor-completions/_thawline",
        fish: "share/fish/vendor_completions.d/thawline.fish",
    };
    tree::lay(root, program, &stage.join("usr"), &shells, facts)?;
    let from = root.join("packaging");
    let unit = crate::chore::read(&from.join("notes.service"))?;
    put(
        &stage,
        "usr/lib/systemd/user/notes.service",
        unit.as_bytes(),
        0o644,
    )?;
    documents(root, &stage, facts)?;
    manual::build(root, &stage.join("usr/share/doc/thawline/html"))?;
    let program = stage.join("usr/bin/thawline");
    let architecture = architecture()?;
    let control = crate::chore::read(&from.join("debian/control"))?;
    let control = facts
        .fill(&control)
        .replace("@ARCHITECTURE@", &architecture)
        .replace("@DEPENDS@", &depends(to, &program)?)
        .replace("@SIZE@", &tree::size_kib(&stage.join("usr"))?.to_string());
    put(&stage, "DEBIAN/control", control.as_bytes(), 0o644)?;
    put(&stage, "DEBIAN/md5sums", sums(&stage)?.as_bytes(), 0o644)?;
    tree::settle(&stage)?;
    Ok(stage)
}

/// Packs the folder that [`lay`] made and gives the file, which lies beside it.
pub(super) fn pack(stage: &Path, facts: &Facts) -> Result<PathBuf, ChoreError> {
    let name = format!("thawline_{}_{}.deb", facts.version, architecture()?);
    let package = stage.with_file_name(name);
    let mut build = Command::new("dpkg-deb");
    // On one thread: the bytes would depend on how many the machine has.
    build.args(["--root-owner-group", "-Zxz", "--threads-max=1", "--build"]);
    build.arg(stage).arg(&package);
    // dpkg-deb sets every later time back to this one.
    build.env("SOURCE_DATE_EPOCH", &facts.epoch);
    said(&mut build)?;
    Ok(package)
}

fn architecture() -> Result<String, ChoreError> {
    let text = said(Command::new("dpkg").arg("--print-architecture"))?;
    Ok(text.trim().to_owned())
}

fn documents(root: &Path, stage: &Path, facts: &Facts) -> Result<(), ChoreError> {
    let licence = crate::chore::read(&root.join("LICENSE-MIT"))?;
    // In a field of several lines each is set in, and an empty one is a point.
    let licence: Vec<String> = licence
        .trim()
        .lines()
        .map(|line| match line.trim() {
            "" => " .".to_owned(),
            line => format!(" {line}"),
        })
        .collect();
    let copyright = crate::chore::read(&root.join("packaging/debian/copyright"))?
        .replace("@MIT@", &licence.join("\n"));
    put(
        stage,
        "usr/share/doc/thawline/copyright",
        copyright.as_bytes(),
        0o644,
    )?;
    let day = said(Command::new("date").args(["-u", "-R", "-d", &format!("@{}", facts.epoch)]))?;
    let changes = format!(
        "thawline ({}) unstable; urgency=medium\n\n  * What is new stands in CHANGELOG.md.gz beside this file.\n\n \
         -- The Thawline project <thawline@invalid.invalid>  {}\n",
        facts.version,
        day.trim()
    );
    let folder = stage.join("usr/share/doc/thawline");
    put(&folder, "changelog", changes.as_bytes(), 0o644)?;
    let news = std::fs::read(root.join("CHANGELOG.md")).map_err(at(root))?;
    put(&folder, "CHANGELOG.md", &news, 0o644)?;
    for name in ["changelog", "CHANGELOG.md"] {
        said(
            Command::new("gzip")
                .args(["-9", "-n"])
                .arg(folder.join(name)),
        )?;
    }
    Ok(())
}

/// What the program needs of the system, as Debian counts it.
fn depends(to: &Path, program: &Path) -> Result<String, ChoreError> {
    // The tool wants a source package around it; it reads no more of it than that it is there.
    let around = to.join("shlibdeps");
    put(
        &around,
        "debian/control",
        b"Source: thawline\n\nPackage: thawline\nArchitecture: any\n",
        0o644,
    )?;
    let mut command = Command::new("dpkg-shlibdeps");
    command.arg("-O").arg(program).current_dir(&around);
    let text = said(&mut command)?;
    let list = text
        .trim()
        .strip_prefix("shlibs:Depends=")
        .unwrap_or_default();
    match list.is_empty() {
        true => Err(ChoreError::Broken(format!("dpkg-shlibdeps said: {text}"))),
        false => Ok(list.to_owned()),
    }
}

fn sums(stage: &Path) -> Result<String, ChoreError> {
    let script = "find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum";
    said(Command::new("sh").args(["-c", script]).current_dir(stage))
}
