//! Makes sure that the tools of the browser, network and back-up tests are here. Refuses to install
//! anything without the right to: then it says in one line what is missing.

use std::path::Path;
use std::process::Command;

use crate::ChoreError;

/// Programs that the steps call, with the Debian package of each.
const TOOLS: [(&str, &str); 9] = [
    // Opens back-ups in the tests of `store`.
    ("age", "age"),
    ("chromium", "chromium"),
    ("node", "nodejs"),
    ("npm", "npm"),
    // Asks the databases of browsers what they keep.
    ("sqlite3", "sqlite3"),
    ("strace", "strace"),
    ("ip", "iproute2"),
    // Look at the page for a doctor in the tests of `report`.
    ("pdfinfo", "poppler-utils"),
    ("qpdf", "qpdf"),
];

/// Makes sure that cargo can format and lint.
pub(super) fn prepare_cargo() -> Result<(), ChoreError> {
    let works = |word: &str| {
        Command::new("cargo")
            .args([word, "--version"])
            .output()
            .is_ok_and(|output| output.status.success())
    };
    let parts = [("fmt", "rustfmt"), ("clippy", "clippy")];
    let missing: Vec<&str> = parts
        .iter()
        .filter(|(word, _)| !works(word))
        .map(|(_, part)| *part)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    println!("\n== installing {list}");
    super::succeed(
        Command::new("rustup")
            .args(["component", "add"])
            .args(&missing),
    )
    .map_err(|_| ChoreError::Missing(format!("missing: {list} (rustup component add {list})")))
}

/// Installs what the browser tests lack, or says what it is.
pub(crate) fn prepare_browser(root: &Path) -> Result<(), ChoreError> {
    prepare_tools(&TOOLS)?;
    let browser_tests = root.join("tests/browser");
    if is_current(&browser_tests) {
        return Ok(());
    }
    println!("\n== browser test packages");
    super::succeed(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .current_dir(browser_tests),
    )
}

/// Installs what of `tools` (a program and its Debian package) is not here, or says what it is.
pub(crate) fn prepare_tools(tools: &[(&str, &'static str)]) -> Result<(), ChoreError> {
    let packages = missing(tools);
    if packages.is_empty() {
        return Ok(());
    }
    install(&packages)?;
    let still = missing(tools);
    if still.is_empty() {
        return Ok(());
    }
    Err(ChoreError::Missing(format!(
        "still missing after installing: {}",
        still.join(" ")
    )))
}

/// Whether what npm installed is not older than the list that names it.
fn is_current(folder: &Path) -> bool {
    let changed = |name: &str| std::fs::metadata(folder.join(name)).and_then(|m| m.modified());
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
    ) {
        (Ok(installed), Ok(listed)) => installed >= listed,
        _ => false,
    }
}

fn missing(tools: &[(&str, &'static str)]) -> Vec<&'static str> {
    tools
        .iter()
        .filter(|(program, _)| !is_here(program))
        .map(|(_, package)| *package)
        .collect()
}

fn is_here(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders)
        .chain(["/usr/sbin".into(), "/sbin".into()])
        .any(|folder| folder.join(program).is_file())
}

fn install(packages: &[&str]) -> Result<(), ChoreError> {
    let list = packages.join(" ");
    let refusal = ChoreError::Missing(format!(
        "missing: {list} (Debian: sudo apt-get install {list})"
    ));
    if !is_root() || !is_here("apt-get") {
        return Err(refusal);
    }
    println!("\n== installing {list}");
    let apt_get = |words: &[&str]| {
        super::succeed(
            Command::new("apt-get")
                .args(words)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    };
    apt_get(&["update", "--quiet", "--quiet"]).map_err(|_| refusal)?;
    let mut words = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
    words.extend(packages);
    apt_get(&words)
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
