//! An archive with a program that needs no library of the system, for Linux that is no Debian.
//! Refuses an installer: two folders are copied.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::tree::{self, Facts, Shells, put};
use super::{at, said};
use crate::{ChoreError, suite};

/// Builds the static program and gives a copy of it.
///
/// Only the last step differs from the usual build: what the program is made of is linked once with the
/// libraries of the system in it. The next usual build puts its own program back.
pub(super) fn build(root: &Path, target: &Path) -> Result<PathBuf, ChoreError> {
    let mut build = Command::new("cargo");
    build
        .args(["rustc", "--release", "--package", "thawline", "--bin"])
        .args(["thawline", "--", "-C", "target-feature=+crt-static"])
        .current_dir(root);
    suite::succeed(&mut build)?;
    let (built, kept) = (
        target.join("release/thawline"),
        target.join("package/static/thawline"),
    );
    let folder = kept.parent().unwrap_or(target);
    std::fs::create_dir_all(folder).map_err(at(folder))?;
    std::fs::copy(&built, &kept).map_err(at(&built))?;
    check_static(&kept)?;
    Ok(kept)
}

/// Lays the files of the archive below `to` and gives the folder.
pub(super) fn lay(
    root: &Path,
    program: &Path,
    to: &Path,
    facts: &Facts,
) -> Result<PathBuf, ChoreError> {
    let stage = tree::emptied(to.join(format!("thawline-{}-{}", facts.version, host()?)))?;
    let shells = Shells {
        zsh: "share/zsh/site-functions/_thawline",
        fish: "share/fish/vendor_completions.d/thawline.fish",
    };
    tree::lay(root, program, &stage, &shells, facts)?;
    let copies = [
        (
            "packaging/notes.service",
            "share/systemd/user/notes.service",
        ),
        ("packaging/README.install.md", "README.md"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("CHANGELOG.md", "CHANGELOG.md"),
    ];
    for (from, to) in copies {
        let from = root.join(from);
        put(&stage, to, &std::fs::read(&from).map_err(at(&from))?, 0o644)?;
    }
    tree::settle(&stage)?;
    Ok(stage)
}

/// Packs the folder that [`lay`] made and gives the file, which lies beside it.
pub(super) fn pack(stage: &Path, facts: &Facts) -> Result<PathBuf, ChoreError> {
    let name = stage.file_name().unwrap_or_default();
    let archive = stage.with_file_name(format!("{}.tar.gz", name.to_string_lossy()));
    let mut pack = Command::new("tar");
    pack.args(["--sort=name", "--format=gnu", "--owner=0", "--group=0"]);
    pack.arg("--numeric-owner");
    pack.arg(format!("--mtime=@{}", facts.epoch));
    pack.args(["--use-compress-program", "gzip -9 -n", "-cf"]);
    let folder = stage.parent().unwrap_or(stage);
    pack.arg(&archive).arg("-C").arg(folder).arg(name);
    said(&mut pack)?;
    Ok(archive)
}

/// The kind of computer that cargo builds for.
fn host() -> Result<String, ChoreError> {
    let text = said(Command::new("rustc").arg("-vV"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned)
        .ok_or_else(|| ChoreError::Broken("rustc names no host".to_owned()))
}

fn check_static(program: &Path) -> Result<(), ChoreError> {
    let output = Command::new("ldd")
        .arg(program)
        .output()
        .map_err(at(program))?;
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    match text.contains("statically linked") || text.contains("not a dynamic") {
        true => Ok(()),
        false => Err(ChoreError::Broken(format!(
            "{} is not static:\n{text}",
            program.display()
        ))),
    }
}
