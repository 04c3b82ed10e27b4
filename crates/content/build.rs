//! Lists the text files of each locale, the help lines, the cards, the strategies, the instruments and the rules, so that a new file is
//! picked up without editing Rust. Refuses to read what they say: that is checked where they are loaded.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    list("locales/en", "ftl", "english.rs", "")?;
    list("crisis", "toml", "crisis.rs", "")?;
    list("cards", "toml", "cards.rs", "cards/")?;
    list("strategies", "toml", "strategies.rs", "strategies/")?;
    list("instruments", "toml", "instruments.rs", "instruments/")?;
    list("rules", "toml", "rules.rs", "")
}

/// Writes the files of a folder with this ending as a list of name and content; `before` is set
/// before each name.
fn list(folder: &str, ending: &str, into: &str, before: &str) -> io::Result<()> {
    let here = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let folder = Path::new(&here).join("../../content").join(folder);
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
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        code.push_str(&format!(
            "    ({:?}, include_str!({:?})),\n",
            format!("{before}{name}"),
            path.display().to_string()
        ));
    }
    code.push(']');
    fs::write(Path::new(&out).join(into), code)
}
