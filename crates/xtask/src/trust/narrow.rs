//! Disks that are too small, limited or closed: what the program keeps and says on them. Refuses to mount
//! anything without the right to; then it says so in one line.

use std::path::Path;
use std::process::{Command, Output};

use super::faults::Found;
use super::life;
use crate::ChoreError;
use crate::app_client::command;

/// Entries before the disk becomes narrow.
const N_BEFORE: usize = 3;

/// A call of the command line, started by `before` where there is any.
fn call(before: &[&str], binary: &Path, data: &Path, words: &[&str]) -> Result<Output, ChoreError> {
    let own = command(binary, data);
    let mut call = match before.split_first() {
        None => own,
        Some((program, rest)) => {
            let mut call = Command::new(program);
            call.env_clear().args(rest).arg(binary);
            for (name, value) in own.get_envs() {
                call.env(name, value.unwrap_or_default());
            }
            call
        }
    };
    call.args(words).arg("--data-dir").arg(data);
    call.output().map_err(|error| super::told(error.into()))
}

/// Counts an answer, and keeps the word of one that was acknowledged.
fn take(found: &mut Found, words: &mut Vec<String>, word: String, done: &Output) -> bool {
    let said = String::from_utf8_lossy(&done.stderr);
    match done.status.code() {
        Some(0) => {
            found.acknowledged += 1;
            words.push(word);
        }
        Some(1..=4) => {
            found.refused += 1;
            if !said.contains("thawline: ") {
                found.silent += 1;
                found.say(|| said.into_owned());
            }
        }
        other => {
            found.ends += 1;
            found.say(|| format!("ended with {other:?}: {said}"));
        }
    }
    done.status.success()
}

/// Looks for every word that was acknowledged, in a copy with room around it.
fn look(found: &mut Found, binary: &Path, data: &Path, words: &[String]) -> Result<(), ChoreError> {
    let scratch = life::scratch()?;
    let copy = scratch.path().join("look");
    life::copy(data, &copy)?;
    let text = life::written_out(binary, &copy, None);
    let whole = life::looked_over(binary, &copy, None);
    let text = text.and_then(|text| whole.map(|()| text));
    match text {
        Err(said) => {
            found.false_acks += 1;
            found.say(|| said);
        }
        Ok(text) => {
            let gone = words.iter().filter(|word| !text.contains(word.as_str()));
            found.false_acks += gone.count();
        }
    }
    Ok(())
}

fn begun(binary: &Path, data: &Path) -> Result<Vec<String>, ChoreError> {
    let mut words = Vec::new();
    for number in 0..N_BEFORE {
        let word = format!("before-{number}-end");
        let done = call(&[], binary, data, &["log", "--note", &word])?;
        if !done.status.success() {
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            return Err(ChoreError::Broken(format!("narrow: {said}")));
        }
        words.push(word);
    }
    Ok(words)
}

/// A limit on the size of a file, from one page to more than the record.
pub(crate) fn quota(binary: &Path) -> Result<Found, ChoreError> {
    let mut found = Found::default();
    let base = life::scratch()?;
    let data = base.path().join("data");
    let before = begun(binary, &data)?;
    let len = std::fs::metadata(data.join("notes.db")).map_or(0, |found| found.len());
    for blocks in (1..=64).map(|step| 8 + step * (len / 512 + 64) / 64) {
        let place = life::scratch()?;
        let (own, mut words) = (place.path().join("data"), before.clone());
        life::copy(&data, &own)?;
        let limit = format!("ulimit -f {blocks}; exec \"$0\" \"$@\"");
        for number in 0..8 {
            // Long words, so that the record has to grow.
            let word = format!("quota-{number}-{}-end", "x".repeat(3000));
            let done = call(
                &["sh", "-c", &limit],
                binary,
                &own,
                &["log", "--note", &word],
            )?;
            take(&mut found, &mut words, word, &done);
        }
        found.places += 1;
        look(&mut found, binary, &own, &words)?;
    }
    if found.refused == 0 {
        found.silent += 1;
        found.say(|| "no limit was narrow enough to refuse anything".to_owned());
    }
    Ok(found)
}

/// A small disk of memory at a folder of its own, gone with its value.
struct Mounted(tempfile::TempDir);

impl Mounted {
    fn new(options: &str) -> Result<Option<Self>, ChoreError> {
        let place = life::scratch()?;
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(place.path());
        let is_done = mount.output().is_ok_and(|done| done.status.success());
        Ok(is_done.then_some(Self(place)))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // What stays mounted is a small disk in memory that nobody uses.
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

/// A disk that fills up while entries are written; nothing where this user may not mount.
pub(crate) fn full(binary: &Path) -> Result<Option<Found>, ChoreError> {
    let Some(disk) = Mounted::new("size=900k,mode=700")? else {
        return Ok(None);
    };
    let mut found = Found::default();
    let data = disk.0.path().join("data");
    let mut words = begun(binary, &data)?;
    let mut n_refused = 0;
    for number in 0..2000 {
        let word = format!("full-{number}-{}-end", "x".repeat(2000));
        let done = call(&[], binary, &data, &["log", "--note", &word])?;
        n_refused += usize::from(!take(&mut found, &mut words, word, &done));
        if n_refused == 5 {
            break;
        }
    }
    found.places = 1;
    look(&mut found, binary, &data, &words)?;
    Ok(Some(found))
}

/// A disk that becomes read-only; nothing where this user may not mount.
pub(crate) fn read_only(binary: &Path) -> Result<Option<Found>, ChoreError> {
    let Some(disk) = Mounted::new("size=4m,mode=700")? else {
        return Ok(None);
    };
    let mut found = Found::default();
    let data = disk.0.path().join("data");
    let mut words = begun(binary, &data)?;
    let mut mount = Command::new("mount");
    mount.args(["-o", "remount,ro"]).arg(disk.0.path());
    if !mount.output().is_ok_and(|done| done.status.success()) {
        return Ok(None);
    }
    let before = life::read_image(&data)?;
    for word in ["closed-1-end", "closed-2-end"] {
        let done = call(&[], binary, &data, &["log", "--note", word])?;
        take(&mut found, &mut words, word.to_owned(), &done);
    }
    found.places = 1;
    if life::read_image(&data)? != before {
        found.false_acks += 1;
        found.say(|| "a disk that is closed was written to".to_owned());
    }
    look(&mut found, binary, &data, &words)?;
    Ok(Some(found))
}
