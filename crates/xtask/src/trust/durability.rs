//! Proof that a power cut loses nothing that was acknowledged: records lives at the disk, cuts each at
//! many places, opens what is left with the program and compares. Refuses to count a cut that was not
//! opened.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::ctl::Failing;
use super::disk::{Image, Rule};
use super::faults;
use super::flips::Kept;
use super::life::{self, Life, Verdict};
use super::lives::{self, Means};
use super::shim::Shim;
use super::trace::{self, Entry};
use crate::draw::Draw;
use crate::{ChoreError, stamp};

const HEADING: &str =
    "date,commit,life,rule,fault,cuts,acknowledged,broken,lost,worst_loss,seconds";
/// How many opened disks may wait to be looked at.
const WAITING: usize = 4;
const N_LOOKERS: usize = 2;

/// A mistake that is planted into the trace, so that the proof can be seen to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// None: the program as it is.
    None,
    /// As with `synchronous = NORMAL`: nobody waits for the write-ahead file before the answer.
    Normal,
    /// The answer comes before the last write.
    Early,
    /// Nobody waits for folders.
    Folders,
    /// How far the log reached is written down before the log is on disk.
    Ahead,
}

impl Fault {
    pub const PLANTED: [Self; 4] = [Self::Normal, Self::Early, Self::Folders, Self::Ahead];

    const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Normal => "normal",
            Self::Early => "early",
            Self::Folders => "folders",
            Self::Ahead => "ahead",
        }
    }
}

/// What the cuts of one life left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cuts {
    pub cuts: usize,
    /// Cuts after which the record did not open or verify.
    pub broken: usize,
    /// Cuts after which it lacked something acknowledged.
    pub lost: usize,
    /// Most acknowledged steps that one cut took.
    pub worst: usize,
    /// The first thing that was said about a bad one.
    pub said: Option<String>,
}

impl Cuts {
    pub const fn is_clean(&self) -> bool {
        self.broken == 0 && self.lost == 0
    }

    fn note(&mut self, verdict: Verdict) {
        self.cuts += 1;
        let said = match verdict {
            Verdict::Kept => return,
            Verdict::Lost(n, said) => {
                self.lost += 1;
                self.worst = self.worst.max(n);
                said
            }
            Verdict::Broken(said) => {
                self.broken += 1;
                said
            }
        };
        self.said.get_or_insert(said);
    }
}

/// Where to cut: half just behind an answer, where a loss shows, the others anywhere.
fn places(entries: &[Entry<'_>], n: usize, draw: &mut Draw) -> Vec<usize> {
    let marks: Vec<usize> = (1..)
        .zip(entries)
        .filter(|(_, entry)| **entry == Entry::Mark)
        .map(|(number, _)| number)
        .collect();
    let mut places: Vec<usize> = (0..n)
        .map(|idx| match marks.get(draw.place(marks.len())) {
            Some(mark) if idx % 2 == 0 => (mark + draw.place(4)).min(entries.len()),
            _ => draw.place(entries.len() + 1),
        })
        .collect();
    places.sort_unstable();
    places
}

/// Cuts a life `n` times under one rule and looks at what is left.
pub(crate) fn cut(
    life: &Life,
    rule: Rule,
    fault: Fault,
    n: usize,
    draw: &mut Draw,
) -> Result<Cuts, ChoreError> {
    let bytes = life.traced()?;
    let entries = planted(trace::parse(&bytes)?, fault);
    let places = places(&entries, n, draw);
    let found = Mutex::new(Cuts::default());
    let (give, take) = sync_channel::<(Image, usize)>(WAITING);
    let take = Mutex::new(take);
    let scratch = life::scratch()?;
    std::thread::scope(|scope| {
        for number in 0..N_LOOKERS {
            let place = scratch.path().join(number.to_string());
            let (take, found) = (&take, &found);
            scope.spawn(move || {
                loop {
                    let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((image, n_marks)) = next else { return };
                    let verdict = life.judge(&image, n_marks, &place);
                    found
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .note(verdict);
                }
            });
        }
        life.cut(
            rule,
            (entries.as_slice(), places.as_slice()),
            draw,
            |image, n_marks| {
                // Nobody takes any more only when a looker has stopped with a panic, which ends us too.
                let _ = give.send((image, n_marks));
            },
        );
        drop(give);
    });
    Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// The trace as it would be with a mistake in the program.
fn planted(entries: Vec<Entry<'_>>, fault: Fault) -> Vec<Entry<'_>> {
    let (mut logs, mut folders) = (BTreeSet::new(), BTreeSet::new());
    let mut marks = BTreeSet::new();
    let mut changed = Vec::with_capacity(entries.len());
    for (idx, entry) in entries.iter().enumerate() {
        match *entry {
            Entry::Open { path, inode, .. } if path.ends_with("-wal") => {
                logs.insert(inode);
            }
            Entry::Open { path, inode, .. } if path.ends_with(".mark") => {
                marks.insert(inode);
            }
            Entry::Write { inode, .. } if fault == Fault::Ahead && marks.contains(&inode) => {
                // Before everything since the person was last told, and waited for there.
                let told = changed.iter().rposition(|entry| *entry == Entry::Mark);
                let place = told.map_or(changed.len(), |place| place + 1);
                changed.insert(place, Entry::Sync { inode });
                changed.insert(place, *entry);
                continue;
            }
            // Everything that is opened without an ending is a folder of ours.
            Entry::Open { path, inode, .. } if path.ends_with("/data") => {
                folders.insert(inode);
            }
            Entry::Sync { inode } if fault == Fault::Folders && folders.contains(&inode) => {
                continue;
            }
            Entry::Sync { inode } if fault == Fault::Normal && logs.contains(&inode) => {
                // Before the log is moved into the record it is waited for in every mode.
                let moves = matches!(entries.get(idx + 1),
                    Some(Entry::Write { inode, .. }) if !logs.contains(inode));
                if !moves {
                    continue;
                }
            }
            Entry::Mark if fault == Fault::Early => {
                let last = changed.iter().rposition(
                    |entry| matches!(entry, Entry::Write { inode, .. } if !marks.contains(inode)),
                );
                changed.insert(last.unwrap_or(changed.len()), Entry::Mark);
                continue;
            }
            _ => {}
        }
        changed.push(*entry);
    }
    changed
}

/// How many cuts of `n` each life gets, under each rule.
const SHARES: [(&str, usize); 3] = [("pages", 56), ("line", 40), ("key", 4)];
/// Records of the versions before this one, and how often each is cut under each rule.
const OLDER: [&str; 16] = [
    "from 1", "from 2", "from 3", "from 4", "from 5", "from 6", "from 7", "from 8", "from 9",
    "from 10", "from 11", "from 12", "from 13", "from 14", "from 15", "from 16",
];
const CUTS_OF_OLDER: usize = 100;

/// Cuts every life, adds the rows to `docs/results/power.csv`, and sees the planted mistakes found.
///
/// # Errors
/// [`ChoreError::Broken`] when anything acknowledged was lost, or a planted mistake was not noticed.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    let mut draw = Draw::of_now();
    let scratch = life::scratch()?;
    let shim = Shim::build(scratch.path())?;
    let means = Means {
        binary,
        shim: &shim,
    };
    let mut table = Table {
        stamp: stamp::date_and_commit(root),
        rows: String::new(),
        complaints: Vec::new(),
    };
    for (name, share) in SHARES {
        let life = recorded(means, name, &mut draw)?;
        for rule in Rule::ALL {
            let n = (n * share / 200).max(1);
            table.row(&life, (rule, Fault::None), n, &mut draw)?;
        }
        if name == "pages" {
            for fault in Fault::PLANTED {
                table.row(&life, (Rule::Strict, fault), (n / 20).max(30), &mut draw)?;
            }
        }
    }
    let place = life::scratch()?;
    let older = older_records(root, place.path())?;
    let versions = (1..).map(|version: u32| older.join(version.to_string()));
    for (name, from) in OLDER
        .into_iter()
        .zip(versions.take_while(|path| path.is_dir()))
    {
        let life = lives::older(means, name, &from, &mut draw)?;
        for rule in Rule::ALL {
            let n = CUTS_OF_OLDER.min(n);
            table.row(&life, (rule, Fault::None), n, &mut draw)?;
        }
    }
    stamp::add_rows(&root.join("docs/results/power.csv"), HEADING, &table.rows)?;
    super::verdict(&table.complaints)
}

/// The same in small, for the test run: what was looked at, and whether it went as it must.
pub(crate) fn small(binary: &Path) -> Result<Vec<(&'static str, bool)>, ChoreError> {
    let mut draw = Draw::of_seed(7);
    let scratch = life::scratch()?;
    let shim = Shim::build(scratch.path())?;
    let means = Means {
        binary,
        shim: &shim,
    };
    let pages = lives::pages(means, 40, &mut draw)?;
    let line = lives::line(means, 16, &mut draw)?;
    let mut found = Vec::new();
    for life in [&pages, &line] {
        for rule in Rule::ALL {
            let cuts = cut(life, rule, Fault::None, 15, &mut draw)?;
            println!("{} {}: {cuts:?}", life.name, rule.word());
            found.push((life.name, cuts.is_clean()));
        }
    }
    for fault in Fault::PLANTED {
        let cuts = cut(&pages, Rule::Strict, fault, 40, &mut draw)?;
        println!("planted {}: {cuts:?}", fault.word());
        found.push((fault.word(), !cuts.is_clean()));
    }
    for (name, trial) in faults::TRIALS {
        let one = trial(binary, &shim, (Failing::Error, false), 12)?;
        println!("{name}: {one:?}");
        found.push((name, one.is_clean()));
    }
    let kept = Kept::make(binary, 10, false)?;
    let flips = kept.flip(binary, "notes.db", 60)?;
    println!("{flips:?}");
    found.push(("flips", flips.is_clean() && flips.noticed > 0));
    Ok(found)
}

fn recorded(means: Means<'_>, name: &str, draw: &mut Draw) -> Result<Life, ChoreError> {
    match name {
        "pages" => lives::pages(means, 240, draw),
        "line" => lives::line(means, 80, draw),
        _ => lives::key(means, 8, draw),
    }
}

/// Has the room that knows the database write a record of each earlier version, unless `THAW_OLDER_FOLDER`
/// names a folder with those that it wrote before.
fn older_records(root: &Path, place: &Path) -> Result<PathBuf, ChoreError> {
    if let Some(made) = std::env::var_os("THAW_OLDER_FOLDER") {
        return Ok(PathBuf::from(made));
    }
    let folder = place.join("older");
    let mut command = Command::new("cargo");
    command
        .args(["test", "--quiet", "--package", "store", "--lib"])
        .args([
            "--",
            "--exact",
            "migration::tests::a_record_of_the_first_shape_comes_up",
        ])
        .env("THAW_OLDER_FOLDER", &folder)
        .current_dir(root);
    crate::suite::succeed(&mut command)?;
    Ok(folder)
}

struct Table {
    stamp: String,
    rows: String,
    complaints: Vec<String>,
}

impl Table {
    fn row(
        &mut self,
        life: &Life,
        (rule, fault): (Rule, Fault),
        n: usize,
        draw: &mut Draw,
    ) -> Result<(), ChoreError> {
        let start = Instant::now();
        let cuts = cut(life, rule, fault, n, draw)?;
        let row = format!(
            "{},{},{},{},{},{},{},{},{},{:.1}\n",
            self.stamp,
            life.name,
            rule.word(),
            fault.word(),
            cuts.cuts,
            life.n_told(),
            cuts.broken,
            cuts.lost,
            cuts.worst,
            start.elapsed().as_secs_f64()
        );
        print!("{row}");
        self.rows.push_str(&row);
        if let Some(said) = &cuts.said {
            println!("  {said}");
        }
        if cuts.is_clean() != (fault == Fault::None) {
            self.complaints.push(format!(
                "power: {} under {} with fault {}: {cuts:?}",
                life.name,
                rule.word(),
                fault.word()
            ));
        }
        Ok(())
    }
}
