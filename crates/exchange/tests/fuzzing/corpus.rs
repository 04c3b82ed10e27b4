//! Kept files: a file as it is, a folder as an archive that is packed anew after each change, so that
//! its check sums hold. Refuses files that are larger than what is changed.

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use super::mutate::{BYTES_MAX, Mutator};

/// One kept file.
#[derive(Clone)]
pub enum Seed {
    /// Read as it is.
    Bytes(Vec<u8>),
    /// Parts of an archive, by name; one that ends in `.daylio` is written in base64.
    Parts(Vec<(String, Vec<u8>)>),
}

impl Seed {
    /// A file without anything.
    pub const fn empty() -> Self {
        Self::Bytes(Vec::new())
    }

    /// The same, changed; `other` lends parts of itself.
    pub fn changed(self, draws: &mut Mutator, other: &[u8]) -> Self {
        match self {
            Self::Parts(parts) if !draws.one_in(4) => Self::Parts(change(draws, parts, other)),
            whole => Self::Bytes(draws.change(&whole.bytes(), other)),
        }
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Bytes(bytes) => bytes.clone(),
            Self::Parts(parts) => zip(parts),
        }
    }
}

/// The folder of kept files.
pub fn fixtures(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures")
        .join(name)
}

/// The kept files of some folders, each folder in them as one archive; in the order of their names.
pub fn kept(folders: &[&str], endings: &[&str]) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for folder in folders {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(fixtures(folder))
            .map(|entries| {
                entries
                    .filter_map(|entry| Some(entry.ok()?.path()))
                    .collect()
            })
            .unwrap_or_default();
        paths.sort();
        for path in paths {
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() && endings.contains(&"/") {
                let mut parts = Vec::new();
                collect(&path, "", &mut parts);
                seeds.push(Seed::Parts(parts));
            } else if endings.iter().any(|end| name.ends_with(end))
                && let Ok(bytes) = std::fs::read(&path)
                && bytes.len() <= BYTES_MAX
            {
                seeds.push(Seed::Bytes(bytes));
            }
        }
    }
    seeds
}

fn collect(folder: &Path, prefix: &str, parts: &mut Vec<(String, Vec<u8>)>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let own = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let name = format!("{prefix}{own}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), parts);
        } else if let Ok(bytes) = std::fs::read(&path) {
            parts.push((name, bytes));
        }
    }
}

/// One part changed, left out, doubled or renamed.
fn change(
    draws: &mut Mutator,
    mut parts: Vec<(String, Vec<u8>)>,
    other: &[u8],
) -> Vec<(String, Vec<u8>)> {
    let at = draws.below(parts.len());
    if parts.is_empty() {
        return parts;
    }
    match draws.below(10) {
        0 => {
            parts.remove(at);
        }
        1 => {
            let (name, bytes) = parts[at].clone();
            parts.push((format!("{name}{}", draws.below(3)), bytes));
        }
        2 => {
            let name = draws.change(parts[at].0.as_bytes(), b"");
            parts[at].0 = String::from_utf8_lossy(&name).chars().take(300).collect();
        }
        _ => parts[at].1 = draws.change(&parts[at].1, other),
    }
    parts
}

/// A zip of these parts; what no archive can hold is left out.
fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in parts {
        if writer.start_file(name.as_str(), options).is_err() {
            continue;
        }
        let _ = match name.strip_suffix(".daylio") {
            Some(_) => writer.write_all(base64(bytes).as_bytes()),
            None => writer.write_all(bytes),
        };
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |idx: usize| u32::from(three.get(idx).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}
