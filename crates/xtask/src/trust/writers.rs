//! Proof that eight writers at once lose nothing and are not sent away: pages, command line and files
//! brought in, all on one record. Refuses to count an entry by the answer: it is looked for afterwards.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::life;
use super::lives::{self, Days};
use crate::app_client::{Server, command};
use crate::draw::Draw;
use crate::{ChoreError, stamp};

const HEADING: &str =
    "date,commit,writers,acknowledged,lost,refused,page_median_ms,page_p99_ms,seconds";
const N_ON_PAGES: u64 = 4;
const N_ON_LINE: u64 = 3;
/// Entries in each file that is brought in.
const PER_FILE: usize = 20;

#[derive(Debug, Default)]
struct Found {
    acknowledged: usize,
    refused: usize,
    page_ms: Vec<f64>,
    /// What must stand in the record afterwards.
    words: Vec<String>,
    said: Option<String>,
}

/// Has eight writers write `n` entries each.
///
/// # Errors
/// [`ChoreError::Broken`] when one is lost or refused.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    let place = life::scratch()?;
    let data = place.path().join("data");
    let server = Server::start(binary, &data).map_err(super::told)?;
    lives::begin_record(&server)?;
    let found = Mutex::new(Found::default());
    let start = Instant::now();
    std::thread::scope(|scope| {
        let (server, found, data, place) = (&server, &found, data.as_path(), place.path());
        for writer in 0..N_ON_PAGES {
            scope.spawn(move || on_pages(server, writer, n, found));
        }
        for writer in 0..N_ON_LINE {
            scope.spawn(move || on_line(binary, data, writer, n, found));
        }
        scope.spawn(move || with_files(binary, data, place, n, found));
    });
    let seconds = start.elapsed().as_secs_f64();
    server.stop();
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let text = life::written_out(binary, &data, None).map_err(ChoreError::Broken)?;
    let files = command(binary, &data)
        .args(["import", "--list", "--data-dir"])
        .arg(&data)
        .output()
        .map_err(|error| super::told(error.into()))?;
    let text = text + &String::from_utf8_lossy(&files.stdout);
    life::looked_over(binary, &data, None).map_err(ChoreError::Broken)?;
    let lost = found
        .words
        .iter()
        .filter(|words| !text.contains(words.as_str()))
        .count();
    found.page_ms.sort_by(f64::total_cmp);
    let at = |percent: usize| {
        let idx = (found.page_ms.len() * percent / 100).min(found.page_ms.len().saturating_sub(1));
        found.page_ms.get(idx).copied().unwrap_or(f64::NAN)
    };
    let row = format!(
        "{},{},{},{lost},{},{:.2},{:.2},{seconds:.1}\n",
        stamp::date_and_commit(root),
        N_ON_PAGES + N_ON_LINE + 1,
        found.acknowledged,
        found.refused,
        at(50),
        at(99),
    );
    print!("{row}");
    stamp::add_rows(&root.join("docs/results/writers.csv"), HEADING, &row)?;
    if lost + found.refused == 0 {
        return Ok(());
    }
    let said = found.said.unwrap_or_default();
    Err(ChoreError::Broken(format!("writers: {row}{said}")))
}

fn note(found: &Mutex<Found>, change: impl FnOnce(&mut Found)) {
    change(&mut found.lock().unwrap_or_else(PoisonError::into_inner));
}

fn on_pages(server: &Server, writer: u64, n: usize, found: &Mutex<Found>) {
    let (mut draw, mut days) = (Draw::of_seed(writer), Days::before_today());
    for number in 0..n {
        let (words, day) = (format!("w{:016x}", draw.next()), days.next());
        let key = format!("{writer:016x}{number:016x}");
        let fields = [("key", &*key), ("at", &*day), ("words", &*words)];
        let start = Instant::now();
        let sent = lives::send(server, "/day/note", &fields);
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        note(found, |found| {
            found.page_ms.push(ms);
            found.take(sent.map_err(|error| error.to_string()), words);
        });
    }
}

fn on_line(binary: &Path, data: &Path, writer: u64, n: usize, found: &Mutex<Found>) {
    let (mut draw, mut days) = (Draw::of_seed(100 + writer), Days::before_today());
    for _ in 0..n {
        let (words, day) = (format!("w{:016x}", draw.next()), days.next());
        let told = call(binary, data, &["log", "--note", &words, "--today", &day]);
        note(found, |found| found.take(told, words));
    }
}

fn with_files(binary: &Path, data: &Path, place: &Path, n: usize, found: &Mutex<Found>) {
    for number in 0..n / PER_FILE {
        let lines: String = (0..PER_FILE)
            .map(|row| {
                let (day, minute) = (1 + number % 28, row);
                let (month, year) = (1 + number / 28 % 12, 2010 + number / 336);
                format!(
                    "{year}-{month:02}-{day:02} 12:{minute:02}:00,{}\n",
                    row % 101
                )
            })
            .collect();
        let (file, map) = (place.join(format!("{number}.csv")), place.join("map.toml"));
        let written = std::fs::write(&file, format!("at,feeling_strength\n{lines}"))
            .and_then(|()| std::fs::write(&map, lives::MAP));
        let told = match written {
            Ok(()) => {
                let (file, map) = (file.to_string_lossy(), map.to_string_lossy());
                call(binary, data, &["import", &file, "--map", &map])
            }
            Err(error) => Err(error.to_string()),
        };
        // A file is brought in whole or not at all, and the record names it.
        note(found, |found| found.take(told, format!("{number}.csv")));
    }
}

fn call(binary: &Path, data: &Path, words: &[&str]) -> Result<(), String> {
    let mut call = command(binary, data);
    let done = call.args(words).arg("--data-dir").arg(data).output();
    let done = done.map_err(|error| error.to_string())?;
    match done.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&done.stderr).into_owned()),
    }
}

impl Found {
    fn take(&mut self, told: Result<(), String>, words: String) {
        match told {
            Ok(()) => {
                self.acknowledged += 1;
                self.words.push(words);
            }
            Err(said) => {
                self.refused += 1;
                self.said.get_or_insert(said);
            }
        }
    }
}
