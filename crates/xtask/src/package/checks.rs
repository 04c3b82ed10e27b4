//! What others say of the package: lintian, the judges of desktop entries and of shop data, and
//! systemd on its unit. Refuses words that would tell what the program is for.

use std::path::Path;
use std::process::Command;

use super::tree::Facts;
use super::{at, said};
use crate::ChoreError;

/// Beginnings of words that would tell somebody else what it is for.
const TELLING: [&str; 14] = [
    "numb", "depress", "mental", "mood", "symptom", "trauma", "feel", "emotion", "therap", "anx",
    "disorder", "doctor", "crisis", "medic",
];

/// The most that systemd may find open; ten is everything.
const EXPOSURE_MOST: f64 = 2.0;

/// What they found in a package that is as it should be.
pub(super) struct Found {
    /// Errors and warnings of lintian.
    pub n_complaints: usize,
    /// How open the service stands by systemd's own count.
    pub exposure: f64,
}

/// Runs all of them.
pub(super) fn all(
    root: &Path,
    package: &Path,
    facts: &Facts,
    to: &Path,
) -> Result<Found, ChoreError> {
    let mut lintian = Command::new("lintian");
    lintian.args(["--allow-root", "--fail-on", "error,warning", "--pedantic"]);
    lintian
        .args(["--info", "--tag-display-limit", "0"])
        .arg(package);
    let told = said(&mut lintian)?;
    print!("{told}");
    let is_complaint = |line: &&str| line.starts_with("E:") || line.starts_with("W:");
    let n_complaints = told.lines().filter(is_complaint).count();
    said(
        Command::new("desktop-file-validate")
            .arg(root.join("packaging/local.thawline.notes.desktop")),
    )?;
    shop(root, facts, to)?;
    let exposure = exposure(root)?;
    if exposure > EXPOSURE_MOST {
        return Err(ChoreError::Broken(format!(
            "notes.service stands at {exposure}"
        )));
    }
    neutral(root)?;
    println!(
        "package: lintian, desktop entry, shop data, exposure {exposure} and neutral words as they should be"
    );
    Ok(Found {
        n_complaints,
        exposure,
    })
}

fn shop(root: &Path, facts: &Facts, to: &Path) -> Result<(), ChoreError> {
    let name = "local.thawline.notes.metainfo.xml";
    let text = crate::chore::read(&root.join("packaging").join(name))?;
    let filled = to.join(name);
    std::fs::write(&filled, facts.fill(&text)).map_err(at(&filled))?;
    said(
        Command::new("appstreamcli")
            .args(["validate", "--no-net"])
            .arg(&filled),
    )
    .map(drop)
}

/// How open the service stands by systemd's own count, 0 to 10.
fn exposure(root: &Path) -> Result<f64, ChoreError> {
    let mut command = Command::new("systemd-analyze");
    command.args(["security", "--offline=true", "--no-pager"]);
    command.arg(root.join("packaging/notes.service"));
    let text = said(&mut command)?;
    let figure = (text.lines())
        .find_map(|line| line.split_once("exposure level for notes.service: "))
        .and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
    figure.ok_or_else(|| ChoreError::Broken("systemd-analyze names no exposure".to_owned()))
}

/// What a desktop, a shop, a journal and a list of services show tells nothing.
fn neutral(root: &Path) -> Result<(), ChoreError> {
    let folder = root.join("packaging");
    for name in [
        "local.thawline.notes.desktop",
        "local.thawline.notes.metainfo.xml",
        "notes.service",
        "debian/control",
    ] {
        let text = crate::chore::read(&folder.join(name))?.to_lowercase();
        let words = text.split(|sign: char| !sign.is_alphabetic());
        for word in words {
            if TELLING.iter().any(|start| word.starts_with(start)) {
                return Err(ChoreError::Broken(format!(
                    "packaging/{name} says `{word}`"
                )));
            }
        }
    }
    Ok(())
}
