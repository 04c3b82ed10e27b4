//! Proof that what can be read of a damaged record comes back: turns a bit over, has the program salvage the
//! record with and without a back-up, and counts the entries. Refuses to count one that never was.

use std::path::Path;
use std::time::Instant;

use super::life;
use super::lives::Days;
use crate::app_client::command;
use crate::draw::Draw;
use crate::{ChoreError, stamp};

const HEADING: &str = "date,commit,bytes,entries,in_back_up,flips,damaged,entries_looked_for,\
                       back_alone,back_with_back_up,seconds";
const N_ENTRIES: usize = 120;
const N_IN_BACKUP: usize = 108;
/// Of this many entries, at least so many must come back.
const SHARE: (usize, usize) = (1000, 990);

/// Turns `n` bits over, one in each copy of a record; a row in `docs/results/salvage.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when fewer came back than promised, or the damaged file was written to.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    let start = Instant::now();
    let place = life::scratch()?;
    let data = place.path().join("data");
    let passphrase = place.path().join("passphrase");
    crate::chore::write(&passphrase, "grey herons walk slowly\n")?;
    let out = place.path().join("copy");
    let call = |data: &Path, words: &[&str]| called(binary, data, &passphrase, words);
    let mut days = Days::before_today();
    for number in 0..N_ENTRIES {
        if number == N_IN_BACKUP {
            call(&data, &["backup", "--out", &out.to_string_lossy()])?;
        }
        let words = word(number) + &" it stands and waits".repeat(20);
        call(
            &data,
            &["log", "40", "--note", &words, "--today", &days.next()],
        )?;
    }
    let bytes = std::fs::read(data.join("notes.db"))
        .map_err(|source| super::file(&data.join("notes.db"), source))?;
    let (mut n_damaged, mut n_alone, mut n_both) = (0, 0, 0);
    let mut draw = Draw::of_seed(21);
    for _ in 0..n {
        let own = place.path().join("own");
        let _ = std::fs::remove_dir_all(&own);
        life::copy(&data, &own)?;
        let mut changed = bytes.clone();
        let idx = draw.place(changed.len());
        if let Some(byte) = changed.get_mut(idx) {
            *byte ^= 1 << draw.below(8);
        }
        let path = own.join("notes.db");
        std::fs::write(&path, &changed).map_err(|source| super::file(&path, source))?;
        if life::written_out(binary, &own, Some(&passphrase)).is_ok() {
            continue;
        }
        n_damaged += 1;
        for (backup, sum) in [(None, &mut n_alone), (Some(&out), &mut n_both)] {
            let to = place.path().join("new");
            let _ = std::fs::remove_dir_all(&to);
            let (to_words, out) = (to.to_string_lossy(), out.to_string_lossy());
            let mut words = vec!["salvage", "--to", &to_words];
            if backup.is_some() {
                words.extend(["--backup", &out]);
            }
            // Where nothing comes back, it says so, and nothing is counted.
            if call(&own, &words).is_ok() {
                let text = life::written_out(binary, &to, Some(&passphrase));
                let text = text.map_err(ChoreError::Broken)?;
                *sum += (0..N_ENTRIES).filter(|n| text.contains(&word(*n))).count();
            }
            if std::fs::read(&path).ok().as_ref() != Some(&changed) {
                return Err(ChoreError::Broken(
                    "salvage wrote to the damaged file".into(),
                ));
            }
        }
    }
    let n_sought = n_damaged * N_ENTRIES;
    let row = format!(
        "{},{},{N_ENTRIES},{N_IN_BACKUP},{n},{n_damaged},{n_sought},{n_alone},{n_both},{:.1}\n",
        stamp::date_and_commit(root),
        bytes.len(),
        start.elapsed().as_secs_f64()
    );
    print!("{row}");
    stamp::add_rows(&root.join("docs/results/salvage.csv"), HEADING, &row)?;
    match n_damaged > 0 && n_both * SHARE.0 >= n_sought * SHARE.1 {
        true => Ok(()),
        false => Err(ChoreError::Broken(format!("salvage: {row}"))),
    }
}

/// The word that only this entry holds.
fn word(number: usize) -> String {
    format!("word-{number}-end")
}

/// Calls the program on a record.
fn called(binary: &Path, data: &Path, passphrase: &Path, words: &[&str]) -> Result<(), ChoreError> {
    let mut call = command(binary, data);
    call.args(words).arg("--passphrase-file").arg(passphrase);
    call.arg("--data-dir").arg(data);
    let done = call.output().map_err(|error| super::told(error.into()))?;
    match done.status.success() {
        true => Ok(()),
        false => Err(ChoreError::Broken(
            String::from_utf8_lossy(&done.stderr).into_owned(),
        )),
    }
}
