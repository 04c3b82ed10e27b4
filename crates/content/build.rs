//! Lists the text files of each locale, the help lines, the cards, the strategies, the instruments and the rules, so that a new file is
//! picked up without editing Rust. Refuses to read what they say: that is checked where they are loaded.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    list("locales/en", "ftl", "english.rs", "")?;
    list("crisis", "toml", "crisis.rs", "")?;
    list("cards", "toml", "cards.rs", "cards/")?;
    list("strategies", "toml", "strategies.rs", "strategies/")?;
    list("instruments", "toml", "instruments.rs", "instruments/")?;
    list("rules", "toml", "rules.rs", "")?;
    locales()
}

fn content() -> io::Result<PathBuf> {
    let here = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    Ok(Path::new(&here).join("../../content"))
}

fn write(into: &str, code: String) -> io::Result<()> {
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join(into), code)
}

/// The line of a list that names a file and takes it in.
fn entry(name: &str, path: &Path) -> String {
    println!("cargo::rerun-if-changed={}", path.display());
    let path = path.display().to_string();
    format!("    ({name:?}, include_str!({path:?})),\n")
}

/// Writes the files of a folder with this ending as a list of name and content; `before` is set
/// before each name.
fn list(folder: &str, ending: &str, into: &str, before: &str) -> io::Result<()> {
    let folder = content()?.join(folder);
    println!("cargo::rerun-if-changed={}", folder.display());

    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        // People beside a rule file are for its test and no part of the program.
        let is_cases = path.to_string_lossy().ends_with(".cases.toml");
        if path.extension().is_some_and(|ext| ext == ending) && !is_cases {
            names.push(path);
        }
    }
    // The same list on every machine, whatever order the disk gives.
    names.sort();

    let mut code = String::from("&[\n");
    for path in &names {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        code.push_str(&entry(&format!("{before}{name}"), path));
    }
    code.push(']');
    write(into, code)
}

/// Writes the files of every language beside English: its code, then names below its folder and content.
fn locales() -> io::Result<()> {
    let folder = content()?.join("locales");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut languages = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("en") {
            languages.push(path);
        }
    }
    languages.sort();
    let mut code = String::from("&[\n");
    for language in &languages {
        let mut files = Vec::new();
        walk(language, &mut files)?;
        files.sort();
        let name = language.file_name().unwrap_or_default().to_string_lossy();
        code.push_str(&format!("({name:?}, &[\n"));
        for path in &files {
            let below = path.strip_prefix(language).map_err(io::Error::other)?;
            // The same names on every machine, whatever stands between folders.
            let parts: Vec<_> = (below.iter()).map(|part| part.to_string_lossy()).collect();
            code.push_str(&entry(&parts.join("/"), path));
        }
        code.push_str("]),\n");
    }
    code.push(']');
    write("locales.rs", code)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|ext| ext == "ftl" || ext == "toml")
        {
            files.push(path);
        }
    }
    Ok(())
}
