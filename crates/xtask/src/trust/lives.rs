//! The lives that are recorded for cutting: pages, command line, another passphrase, a record of an
//! older shape. Refuses to be kind: servers end by signal and by kill, in the middle of everything.

use std::path::Path;

use super::life::Life;
use super::shim::Shim;
use crate::ChoreError;
use crate::app_client::Server;
use crate::draw::Draw;

/// Steps on the pages between two ends of the server.
const PER_SERVER: usize = 30;

/// What every life needs.
#[derive(Clone, Copy)]
pub(crate) struct Means<'a> {
    pub binary: &'a Path,
    pub shim: &'a Shim,
}

/// Check-ins, notes, changes and removals on the pages.
pub(crate) fn pages(means: Means<'_>, n_steps: usize, draw: &mut Draw) -> Result<Life, ChoreError> {
    let mut life = Life::begin("pages", means.binary, means.shim, None)?;
    let mut server = life.serve()?;
    begin_record(&server)?;
    life.told()?;
    let mut days = Days::before_today();
    // Notes that stand there, the oldest first.
    let mut keys: Vec<(String, String)> = Vec::new();
    for n in 1..=n_steps {
        if n % PER_SERVER == 0 {
            // One ends as it should, the next as by a power switch.
            match n / PER_SERVER % 2 {
                0 => drop(server),
                _ => server.stop(),
            }
            server = life.serve()?;
        }
        step(&mut life, &server, &mut days, &mut keys, draw)?;
        life.told()?;
    }
    server.stop();
    Ok(life)
}

fn step(
    life: &mut Life,
    server: &Server,
    days: &mut Days,
    keys: &mut Vec<(String, String)>,
    draw: &mut Draw,
) -> Result<(), ChoreError> {
    let key = format!("{:016x}{:016x}", draw.next(), draw.next());
    let words = format!("w{:016x}", draw.next());
    let kind = draw.below(10);
    if let (6 | 7, Some(idx)) = (kind, any(keys, draw)) {
        // Back to the form, and other words in it.
        let (key, day) = keys[idx].clone();
        let fields = [("key", &*key), ("at", &*day), ("words", &*words)];
        send(server, "/day/note", &fields)?;
        life.remember(&key, &words);
    } else if let (8, Some(idx)) = (kind, any(keys, draw)) {
        let (key, _) = keys.remove(idx);
        send(server, "/undo", &[("key", &key)])?;
        life.forget(&key);
    } else if kind < 4 {
        let (day, value) = (days.next(), draw.below(101).to_string());
        let clock = format!("{:02}:{:02}", 6 + draw.below(16), draw.below(60));
        let fields = [
            ("key", &*key),
            ("at", &*day),
            ("clock", &*clock),
            ("value", &*value),
        ];
        send(server, "/day/check-in", &fields)?;
    } else if kind == 9 {
        let day = days.next();
        let fields = [("key", &*key), ("at", &*day), ("label", &*words)];
        send(server, "/day/event", &fields)?;
        life.remember(&key, &words);
    } else {
        let day = days.next();
        let fields = [("key", &*key), ("at", &*day), ("words", &*words)];
        send(server, "/day/note", &fields)?;
        life.remember(&key, &words);
        keys.push((key, day));
    }
    Ok(())
}

fn any(keys: &[(String, String)], draw: &mut Draw) -> Option<usize> {
    (!keys.is_empty()).then(|| draw.place(keys.len()))
}

/// Logging, bringing files in and taking them back, forgetting days, back-ups: each a call of its own.
pub(crate) fn line(means: Means<'_>, n_steps: usize, draw: &mut Draw) -> Result<Life, ChoreError> {
    let mut life = Life::begin("line", means.binary, means.shim, None)?;
    let mut days = Days::before_today();
    let map = life.beside("map.toml");
    crate::chore::write(&map, MAP)?;
    for n in 0..n_steps {
        match n % 8 {
            3 => {
                let name = bring_in(&life, &map, n)?;
                if n % 16 == 11 {
                    life.told()?;
                    life.call(&["import", "--undo", &name])?;
                }
            }
            5 => drop(life.call(&["backup", "--to", &life.backups().to_string_lossy()])?),
            7 => {
                // The days of two calls before, words and all.
                let (from, to) = (days.last(0), days.last(1));
                life.call(&["forget", "--from", &from, "--to", &to])?;
                for day in [from, to] {
                    life.forget(&day);
                }
            }
            _ => {
                let (day, words) = (days.next(), format!("w{:016x}", draw.next()));
                life.call(&["log", "40", "--note", &words, "--today", &day])?;
                life.remember(&day, &words);
            }
        }
        life.told()?;
    }
    Ok(life)
}

/// Brings a table in that no other had; gives its name.
fn bring_in(life: &Life, map: &Path, n: usize) -> Result<String, ChoreError> {
    let mut rows = String::from("at,feeling_strength\n");
    for row in 0..400 {
        let (day, hour) = (1 + row / 20, 3 + row % 20);
        rows += &format!("{}-03-{day:02} {hour:02}:00:00,{}\n", 1980 + n, row % 101);
    }
    let name = format!("table-{n}.csv");
    let file = life.beside(&name);
    crate::chore::write(&file, &rows)?;
    let (file, map) = (file.to_string_lossy(), map.to_string_lossy());
    life.call(&["import", &file, "--map", &map])?;
    Ok(name)
}

/// Other passphrases, with entries between them.
pub(crate) fn key(means: Means<'_>, n_steps: usize, draw: &mut Draw) -> Result<Life, ChoreError> {
    let mut life = Life::begin("key", means.binary, means.shim, None)?;
    let mut days = Days::before_today();
    life.call(&["log", "40", "--today", &days.next()])?;
    life.told()?;
    for n in 0..n_steps {
        if n % 2 == 0 {
            let file = life.beside(&format!("passphrase-{n}"));
            crate::chore::write(
                &file,
                &format!("grey herons walk slowly {:016x}\n", draw.next()),
            )?;
            life.call(&["passphrase", "--new-file", &file.to_string_lossy()])?;
            life.passphrase = Some(file);
        } else {
            let (day, words) = (days.next(), format!("w{:016x}", draw.next()));
            life.call(&["log", "40", "--note", &words, "--today", &day])?;
            life.remember(&day, &words);
        }
        life.told()?;
    }
    Ok(life)
}

/// A record of an older shape, opened by this program and written to.
pub(crate) fn older(
    means: Means<'_>,
    name: &'static str,
    start: &Path,
    draw: &mut Draw,
) -> Result<Life, ChoreError> {
    let mut life = Life::begin(name, means.binary, means.shim, Some(start))?;
    let mut days = Days::before_today();
    for _ in 0..2 {
        let (day, words) = (days.next(), format!("w{:016x}", draw.next()));
        life.call(&["log", "40", "--note", &words, "--today", &day])?;
        life.remember(&day, &words);
        life.told()?;
    }
    Ok(life)
}

/// Answers the questions of the first run, without a passphrase.
pub(crate) fn begin_record(server: &Server) -> Result<(), ChoreError> {
    let key = [("choice", "computer"), ("passphrase", ""), ("again", "")];
    send(server, "/first-run/safety", &[])?;
    send(server, "/first-run/key", &key)?;
    send(server, "/first-run/line", &[("value", "")])
}

pub(crate) fn send(server: &Server, path: &str, fields: &[(&str, &str)]) -> Result<(), ChoreError> {
    match server.post(path, fields).map_err(super::told)?.status {
        303 => Ok(()),
        status => Err(ChoreError::Broken(format!("{path} answered {status}"))),
    }
}

/// Days before today, one after the other: the program asks for a pause between two check-ins.
pub(crate) struct Days(jiff::civil::Date);

impl Days {
    pub fn before_today() -> Self {
        Self(jiff::Zoned::now().date())
    }

    pub fn next(&mut self) -> String {
        self.0 = self.0.yesterday().unwrap_or(self.0);
        self.0.to_string()
    }

    /// The day that was given `n` days before the last.
    fn last(&self, n: usize) -> String {
        let mut day = self.0;
        for _ in 0..n {
            day = day.tomorrow().unwrap_or(day);
        }
        day.to_string()
    }
}

pub(crate) const MAP: &str = r#"time = { column = "at", zone = "Europe/Amsterdam" }
[outcome]
column = "feeling_strength"
scale = { min = 0, max = 100 }
polarity = "higher_is_more_feeling"
"#;
