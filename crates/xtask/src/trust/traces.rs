//! Proof that a use leaves nothing to read behind: in the profiles of browsers, on the disk in any state, in lists of
//! programs and in names. Refuses to believe a look that does not find a planted mistake.

use std::path::Path;
use std::time::Instant;

use serde::Deserialize;

use super::script;
use crate::{ChoreError, stamp, suite};

const HEADING: &str = "date,commit,from,what,moment,tries,hits,told";

/// One thing that was looked at, as the script tells it.
#[derive(Debug, Deserialize)]
struct Look {
    from: String,
    what: String,
    moment: String,
    tries: u64,
    /// Times that something was found that must not be there.
    hits: u64,
    told: String,
}

/// Mistakes, and the look that must find each.
const PLANTED: [(&str, &[&str]); 10] = [
    ("answers may be kept", &["profile", "chromium", "no-store"]),
    ("answers may be kept", &["profile", "firefox", "no-store"]),
    ("a title with a score", &["profile", "chromium", "title"]),
    ("an address with a day", &["profile", "chromium", "address"]),
    ("leaving without a lock", &["exit", "chromium", "1", "exit"]),
    ("a file that is left unpacked", &["disk", "temp"]),
    ("words that are printed", &["disk", "print"]),
    ("words on a command line", &["disk", "argv"]),
    ("a title with a score, by name", &["names", "title"]),
    ("a record that is not locked", &["memory", "lock"]),
];

/// Looks everywhere; leaves by the quick way `n` times in Chromium and a fifth of that in Firefox. Rows in
/// `docs/results/traces.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when anything was found, or a planted mistake was not; [`ChoreError::Missing`] without node
/// or a browser.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    suite::prepare_browser(root)?;
    let has_firefox = super::is_here("firefox-esr") || super::is_here("firefox");
    if !has_firefox {
        println!("firefox: left out, it is not on this machine (Debian: firefox-esr)");
    }
    let (many, few) = (n.to_string(), (n / 5).max(1).to_string());
    let looks: [&[&str]; 7] = [
        &["names"],
        &["memory"],
        &["disk"],
        &["profile", "chromium"],
        &["profile", "firefox"],
        &["exit", "chromium", &many],
        &["exit", "firefox", &few],
    ];
    let is_tried = |words: &&[&str]| has_firefox || !words.contains(&"firefox");
    let (mut found, mut complaints) = (Vec::new(), Vec::new());
    for words in looks.into_iter().filter(is_tried) {
        let start = Instant::now();
        let rows = script::rows(root, binary, "traces.mjs", words)?;
        let (tries, hits) = sums(&rows);
        println!(
            "{}: {tries} things looked at, {hits} found, {:.1} s",
            words.join(" "),
            start.elapsed().as_secs_f64()
        );
        let told = rows.iter().filter(|row| row.hits > 0);
        complaints.extend(told.map(|row| format!("traces: {row:?}")));
        found.extend(rows);
    }
    for (mistake, words) in PLANTED {
        if !is_tried(&words) {
            continue;
        }
        let rows = script::rows(root, binary, "traces.mjs", words)?;
        let (tries, hits) = sums(&rows);
        println!(
            "planted: {mistake} ({}): found {hits} times",
            words.join(" ")
        );
        if hits == 0 {
            complaints.push(format!("traces: nobody noticed {mistake}"));
        }
        found.push(Look {
            from: format!("planted in {}", words[..words.len() - 1].join(" ")),
            what: mistake.to_owned(),
            moment: "must be found".to_owned(),
            tries,
            hits,
            told: String::new(),
        });
    }
    let stamp = stamp::date_and_commit(root);
    let rows: String = found
        .iter()
        .map(|row| {
            let plain = |text: &str| text.replace([',', '\n', '"'], " ");
            format!(
                "{stamp},{},{},{},{},{},{}\n",
                plain(&row.from),
                plain(&row.what),
                plain(&row.moment),
                row.tries,
                row.hits,
                plain(&row.told)
            )
        })
        .collect();
    stamp::add_rows(&root.join("docs/results/traces.csv"), HEADING, &rows)?;
    super::verdict(&complaints)
}

fn sums(rows: &[Look]) -> (u64, u64) {
    rows.iter().fold((0, 0), |(tries, hits), row| {
        (tries + row.tries, hits + row.hits)
    })
}
