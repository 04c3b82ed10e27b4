//! Proof that web sites and other programs of this machine get nothing: has real browsers attack the
//! running program and reads what the kernel saw it answer. Refuses to call a browser that is not here a
//! browser that was tried.

use std::path::Path;
use std::time::Instant;

use serde::Deserialize;

use super::script;
use crate::{ChoreError, stamp, suite};

const HEADING: &str = "date,commit,from,attack,tries,reached,read,tells,answers";
const HEADING_TELLS: &str =
    "date,commit,browser,kind,tries,at_the_program,at_a_closed_port,program_ms,closed_ms,longer";

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

/// What a site can tell apart: somebody or nobody at a port.
#[derive(Debug, Deserialize)]
struct Tell {
    browser: String,
    kind: String,
    tries: u64,
    /// Events at the program, and at a port on which nobody listens.
    program: String,
    nobody: String,
    program_ms: f64,
    nobody_ms: f64,
    /// How often a time at the program is the longer one: 0.5 tells nothing.
    longer: f64,
}

/// Runs every attack, with the rows in `docs/results/walls.csv`; with 0, in Chromium only, and no time is taken.
///
/// # Errors
/// [`ChoreError::Broken`] when one got through; [`ChoreError::Missing`] without node or a browser.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    suite::prepare_browser(root)?;
    let stamp = stamp::date_and_commit(root);
    let (mut rows, mut complaints) = (String::new(), Vec::new());
    let from: &[&str] = match n {
        0 => &["raw", "chromium"],
        _ => &["raw", "chromium", "firefox"],
    };
    for &from in from {
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
                one.attack.replace(',', " "),
                one.tries,
                one.reached,
                one.read,
                one.tells.replace(',', " "),
                answers.join(" ")
            );
            if one.reached + one.read > 0 {
                complaints.push(format!("walls: {one:?}"));
            }
        }
    }
    if n > 0 {
        tells(root, binary, &stamp, &mut complaints)?;
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

/// Measures what events and times tell, with the rows in `docs/results/tells.csv`. Only events are promised: no program
/// that listens can hide that an answer, or none, takes longer than a refusal by the system.
fn tells(
    root: &Path,
    binary: &Path,
    stamp: &str,
    complaints: &mut Vec<String>,
) -> Result<(), ChoreError> {
    let mut rows = String::new();
    for browser in ["chromium", "firefox"] {
        if browser == "firefox" && !super::is_here("firefox-esr") && !super::is_here("firefox") {
            continue;
        }
        let found: Vec<Tell> = script::rows(root, binary, "attack.mjs", &["tell", browser, "40"])?;
        if found.is_empty() {
            return Err(ChoreError::Broken(format!(
                "walls: tell {browser} broke off"
            )));
        }
        for one in found {
            println!(
                "{} {}: '{}' and '{}', {:.1} and {:.1} ms, longer in {:.2}",
                one.browser,
                one.kind,
                one.program,
                one.nobody,
                one.program_ms,
                one.nobody_ms,
                one.longer
            );
            rows += &format!(
                "{stamp},{},{},{},{},{},{:.1},{:.1},{:.3}\n",
                one.browser,
                one.kind,
                one.tries,
                one.program.replace(',', " "),
                one.nobody.replace(',', " "),
                one.program_ms,
                one.nobody_ms,
                one.longer
            );
            if one.program != one.nobody {
                complaints.push(format!("walls: {one:?}"));
            }
        }
    }
    stamp::add_rows(&root.join("docs/results/tells.csv"), HEADING_TELLS, &rows)
}

fn attacked(root: &Path, binary: &Path, from: &str) -> Result<Vec<Attack>, ChoreError> {
    let attacks: Vec<Attack> = script::rows(root, binary, "attack.mjs", &[from])?;
    // The last row says whether the record is as it was: without it the attack broke off.
    match attacks.last() {
        Some(last) if last.attack.starts_with("record changed") => Ok(attacks),
        _ => Err(ChoreError::Broken(format!("walls: {from} broke off"))),
    }
}
