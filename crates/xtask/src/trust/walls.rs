//! Proof that web sites and other programs of this machine get nothing: has real browsers attack the
//! running program and reads what the kernel saw it answer. Refuses to call a browser that is not here a
//! browser that was tried.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde::Deserialize;

use crate::{ChoreError, stamp, suite};

const HEADING: &str = "date,commit,from,attack,tries,reached,read,tells,answers";

/// One kind of attack, as the script tells it.
#[derive(Debug, Deserialize)]
struct Attack {
    browser: String,
    attack: String,
    tries: u64,
    /// Answers that came from behind the wall.
    reached: u64,
    /// Times that the attacker got anything.
    read: u64,
    /// What told the attacker that something runs.
    tells: String,
    answers: std::collections::BTreeMap<String, u64>,
}

/// Runs every attack, with the rows in `docs/results/walls.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when one got through; [`ChoreError::Missing`] without node or a browser.
pub(crate) fn run(root: &Path, binary: &Path) -> Result<(), ChoreError> {
    suite::prepare_browser(root)?;
    let stamp = stamp::date_and_commit(root);
    let (mut rows, mut complaints) = (String::new(), Vec::new());
    for from in ["raw", "chromium", "firefox"] {
        if from == "firefox" && !super::is_here("firefox-esr") && !super::is_here("firefox") {
            println!("firefox: left out, it is not on this machine (Debian: firefox-esr)");
            continue;
        }
        let start = Instant::now();
        let found = attacked(root, binary, from)?;
        let (tries, reached, read) = found.iter().fold((0, 0, 0), |sum, one| {
            (sum.0 + one.tries, sum.1 + one.reached, sum.2 + one.read)
        });
        let n_telling = found.iter().filter(|one| !one.tells.is_empty()).count();
        println!(
            "{from}: {} kinds, {tries} tries, {reached} reached a page, {read} read anything, \
             {n_telling} kinds tell that something answers, {:.1} s",
            found.len(),
            start.elapsed().as_secs_f64()
        );
        for one in &found {
            let answers: Vec<String> = one
                .answers
                .iter()
                .map(|(s, n)| format!("{n}x{s}"))
                .collect();
            rows += &format!(
                "{stamp},{},{},{},{},{},{},{}\n",
                one.browser,
                one.attack,
                one.tries,
                one.reached,
                one.read,
                one.tells,
                answers.join(" ")
            );
            if one.reached + one.read > 0 {
                complaints.push(format!("walls: {one:?}"));
            }
        }
    }
    // A program without walls must fall, or the attacks prove nothing.
    let open = attacked(root, binary, "open")?;
    let n_fell = open.iter().filter(|one| one.reached + one.read > 0).count();
    println!(
        "a program without walls: {n_fell} of {} kinds got through",
        open.len()
    );
    if n_fell * 2 < open.len() {
        complaints.push(format!("walls: only {n_fell} kinds of attack work at all"));
    }
    stamp::add_rows(&root.join("docs/results/walls.csv"), HEADING, &rows)?;
    super::verdict(&complaints)
}

fn attacked(root: &Path, binary: &Path, from: &str) -> Result<Vec<Attack>, ChoreError> {
    let done = Command::new("node")
        .args(["attack.mjs", from])
        .current_dir(root.join("tests/browser"))
        .env("THAWLINE_BIN", binary)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| ChoreError::Missing(format!("missing: node: {error}")))?;
    let text = String::from_utf8_lossy(&done.stdout);
    let attacks = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<Attack>, _>>()
        .map_err(|error| ChoreError::Broken(format!("walls: {from}: {error}")))?;
    // The last row says whether the record is as it was: without it the attack broke off.
    match attacks.last() {
        Some(last) if last.attack.starts_with("record changed") => Ok(attacks),
        _ => Err(ChoreError::Broken(format!("walls: {from} broke off"))),
    }
}
