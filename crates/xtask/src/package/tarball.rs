//! An archive with a program that needs no library of the system, for Linux that is no Debian.
//! Refuses an installer: two folders are copied.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::tree::{Facts, Shells, lay, put};
use super::{at, said};
use crate::{ChoreError, suite};

/// Builds the static program and packs it; gives the file.
pub(super) fn make(root: &Path, target: &Path) -> Result<PathBuf, ChoreError> {
    let facts = Facts::read(root)?;
    let triple = host()?;
    let mut build = Command::new("cargo");
    build
        .args([
            "build",
            "--release",
            "--package",
            "thawline",
            "--target",
            &triple,
        ])
        .env("RUSTFLAGS", "-C target-feature=+crt-static")
        .env("CARGO_TARGET_DIR", target.join("static"))
        .current_dir(root);
    suite::succeed(&mut build)?;
    let program = target.join("static").join(&triple).join("release/thawline");
    check_static(&program)?;
    let name = format!("thawline-{}-{triple}", facts.version);
    let folder = target.join("package");
    let stage = folder.join(&name);
    if stage.exists() {
        std::fs::remove_dir_all(&stage).map_err(at(&stage))?;
    }
    let shells = Shells {
        zsh: "share/zsh/site-functions/_thawline",
        fish: "share/fish/vendor_completions.d/thawline.fish",
    };
    lay(root, &program, &stage, &shells, &facts)?;
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
    let archive = folder.join(format!("{name}.tar.gz"));
    let mut pack = Command::new("tar");
    pack.args([
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--mode=go-w",
    ]);
    pack.arg(format!("--mtime=@{}", facts.epoch));
    pack.args(["--use-compress-program", "gzip -9 -n", "-cf"]);
    pack.arg(&archive).arg("-C").arg(&folder).arg(&name);
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
