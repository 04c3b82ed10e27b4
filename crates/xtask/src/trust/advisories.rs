//! Looks whether a weakness is known of any crate, in the RustSec database where it lies on this machine.
//! Refuses to fetch it, and to call a crate safe when there was no database to ask.

use std::path::{Path, PathBuf};

use cargo_metadata::Package;
use cargo_metadata::semver::{Version, VersionReq};
use serde::Deserialize;

use super::supply::Line;
use crate::ChoreError;

/// The head of one advisory.
#[derive(Debug, Deserialize)]
struct Advisory {
    advisory: Head,
    #[serde(default)]
    versions: Versions,
}

#[derive(Debug, Deserialize)]
struct Head {
    id: String,
    #[serde(default)]
    withdrawn: Option<toml::Value>,
}

#[derive(Debug, Default, Deserialize)]
struct Versions {
    #[serde(default)]
    patched: Vec<String>,
    #[serde(default)]
    unaffected: Vec<String>,
}

impl Advisory {
    fn is_about(&self, version: &Version) -> bool {
        let holds =
            |range: &String| VersionReq::parse(range).is_ok_and(|range| range.matches(version));
        let spared = self
            .versions
            .patched
            .iter()
            .chain(&self.versions.unaffected);
        self.advisory.withdrawn.is_none() && !spared.clone().any(holds)
    }
}

/// Where the database may lie: where `THAWLINE_ADVISORIES` says, or where cargo puts it.
fn place() -> Option<PathBuf> {
    let named = std::env::var_os("THAWLINE_ADVISORIES").map(PathBuf::from);
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let usual = home.map(|home| home.join("advisory-db"));
    named
        .or(usual)
        .filter(|place| place.join("crates").is_dir())
}

/// Every crate beside every advisory about it.
pub(crate) fn judge(outside: &[&Package]) -> Result<Line, ChoreError> {
    let Some(place) = place() else {
        let told = "not asked: the RustSec database is not on this machine";
        println!("advisories: {told} (THAWLINE_ADVISORIES names its folder)");
        return Ok(Line::of_advisories(0, Vec::new(), told.to_owned()));
    };
    let (mut n_read, mut bad) = (0, Vec::new());
    for one in outside {
        for (text, file) in texts(&place.join("crates").join(one.name.as_str()))? {
            n_read += 1;
            let found = read(&text);
            let about = found.ok_or_else(|| {
                ChoreError::Broken(format!("{}: no advisory that can be read", file.display()))
            })?;
            if about.is_about(&one.version) {
                bad.push(format!(
                    "{} {}: {}",
                    one.name, one.version, about.advisory.id
                ));
            }
        }
    }
    let told = format!("{n_read} advisories about them");
    Ok(Line::of_advisories(outside.len(), bad, told))
}

fn texts(folder: &Path) -> Result<Vec<(String, PathBuf)>, ChoreError> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        // Nothing is known of this crate.
        return Ok(Vec::new());
    };
    let files = entries.filter_map(Result::ok).map(|entry| entry.path());
    let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "md"));
    files
        .map(|file| Ok((crate::chore::read(&file)?, file)))
        .collect()
}

/// The part between the first fences, in TOML.
fn read(text: &str) -> Option<Advisory> {
    let (_, rest) = text.split_once("```toml")?;
    let (head, _) = rest.split_once("```")?;
    toml::from_str(head).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A failed test stops here.
mod tests {
    use super::*;

    const TEXT: &str = r#"```toml
[advisory]
id = "RUSTSEC-2020-0000"
package = "made-up"
date = "2020-01-01"

[versions]
patched = [">= 1.2.3", ">= 1.1.9, < 1.2.0"]
unaffected = ["< 1.0.0"]
```
# Words"#;

    #[test]
    fn a_version_is_hit_when_no_range_spares_it() {
        let advisory = read(TEXT).unwrap();
        let hit = |version: &str| advisory.is_about(&Version::parse(version).unwrap());
        assert!(hit("1.0.0") && hit("1.2.2") && hit("1.1.8"));
        assert!(!hit("1.2.3") && !hit("1.1.9") && !hit("0.9.0"));
        let withdrawn = TEXT.replace("date =", "withdrawn = \"2020-02-02\"\ndate =");
        assert!(!read(&withdrawn).unwrap().is_about(&Version::new(1, 0, 0)));
        assert!(read("no fences").is_none());
    }
}
