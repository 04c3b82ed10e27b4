//! Ends the program in the middle of writing, many times, and looks whether anything that it said
//! was saved is gone, or stands there twice. Refuses to touch anybody's own record.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::ChoreError;
use crate::app_client::{ClientError, Server, command};
use crate::draw::Draw;

/// Kills in one folder before it is checked and a new one begun.
const PER_FOLDER: usize = 50;
/// Longest time from the first form to the kill.
const PAUSE_MICROS_MAX: u64 = 80_000;
/// The same for a call that writes once and ends by itself within a few thousandths of a second.
const LOG_PAUSE_MICROS_MAX: u64 = 12_000;

/// What was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Losses {
    /// How often the program was killed.
    pub kills: usize,
    /// Check-ins of which the program said that they are saved.
    pub acknowledged: usize,
    /// Of those, how many are gone.
    pub lost: usize,
    /// Check-ins that stand there twice, or that nobody wrote.
    pub doubled: usize,
}

impl Losses {
    /// Whether every acknowledged check-in stands there once.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.lost == 0 && self.doubled == 0
    }

    fn add(&mut self, other: Self) {
        self.kills += other.kills;
        self.acknowledged += other.acknowledged;
        self.lost += other.lost;
        self.doubled += other.doubled;
    }
}

/// Kills the server `n` times while check-ins are sent to it.
///
/// # Errors
/// [`ChoreError`] when the program does not start again or refuses a check-in.
pub fn of_server(binary: &Path, n: usize) -> Result<Losses, ChoreError> {
    let mut draw = Draw::of_now();
    let mut losses = Losses::default();
    while losses.kills < n {
        let folder = Folder::new(&mut draw)?;
        let n_here = PER_FOLDER.min(n - losses.kills);
        losses.add(in_one_folder(binary, &folder, n_here, &mut draw).map_err(broken)?);
        println!(
            "{} kills, {} acknowledged, {} lost, {} doubled",
            losses.kills, losses.acknowledged, losses.lost, losses.doubled
        );
    }
    Ok(losses)
}

fn in_one_folder(
    binary: &Path,
    folder: &Folder,
    n: usize,
    draw: &mut Draw,
) -> Result<Losses, ClientError> {
    let day = yesterday();
    let mut saved: BTreeSet<String> = BTreeSet::new();
    let mut unanswered: Option<CheckIn> = None;
    begin_record(&Server::start(binary, &folder.0)?)?;
    for _ in 0..n {
        let server = Server::start(binary, &folder.0)?;
        // A person who got no answer presses again: the same form must not count twice.
        if let Some(again) = unanswered.take() {
            again.send(&server, &day)?;
            saved.insert(again.key);
        }
        unanswered = Some(until_killed(&server, &day, &mut saved, draw)?);
    }
    let server = Server::start(binary, &folder.0)?;
    let keys = keys_on(&server, &day)?;
    let lost = saved.iter().filter(|key| !keys.contains(key)).count();
    let unknown = |key: &&String| {
        !saved.contains(*key) && unanswered.as_ref().is_none_or(|sent| sent.key != **key)
    };
    let distinct: BTreeSet<&String> = keys.iter().collect();
    let doubled = keys.len() - distinct.len() + distinct.into_iter().filter(unknown).count();
    Ok(Losses {
        kills: n,
        acknowledged: saved.len(),
        lost,
        doubled,
    })
}

/// Sends check-ins until the program is gone; returns the one that got no answer.
fn until_killed(
    server: &Server,
    day: &str,
    saved: &mut BTreeSet<String>,
    draw: &mut Draw,
) -> Result<CheckIn, ClientError> {
    let killer = server.killer();
    let pause = Duration::from_micros(draw.below(PAUSE_MICROS_MAX));
    let killing = std::thread::spawn(move || {
        std::thread::sleep(pause);
        killer.kill();
    });
    let unanswered = loop {
        let check_in = CheckIn::new(draw);
        match check_in.send(server, day) {
            Ok(()) => saved.insert(check_in.key),
            Err(ClientError::Io(_)) => break check_in,
            Err(ClientError::NoAnswer(text)) if text.is_empty() => break check_in,
            Err(other) => return Err(other),
        };
    };
    // The thread only waits and kills; it has nothing to report.
    let _ = killing.join();
    Ok(unanswered)
}

/// One check-in from memory, as the day's page would send it.
pub(crate) struct CheckIn {
    /// Tells it from every other.
    pub(crate) key: String,
    clock: String,
    value: String,
}

impl CheckIn {
    pub(crate) fn new(draw: &mut Draw) -> Self {
        Self {
            key: format!("{:016x}{:016x}", draw.next(), draw.next()),
            clock: format!("{:02}:{:02}", 6 + draw.below(16), draw.below(60)),
            value: draw.below(101).to_string(),
        }
    }

    /// Returns once the program has said that it is saved.
    pub(crate) fn send(&self, server: &Server, day: &str) -> Result<(), ClientError> {
        let fields = [
            ("key", self.key.as_str()),
            ("at", day),
            ("clock", &self.clock),
            ("value", &self.value),
        ];
        let reply = server.post("/day/check-in", &fields)?;
        expect(reply.status, 303)
    }
}

pub(crate) fn expect(status: u16, wanted: u16) -> Result<(), ClientError> {
    if status == wanted {
        return Ok(());
    }
    Err(ClientError::NoAnswer(format!("status {status}")))
}

/// Answers the three questions of the first run, without a passphrase.
pub(crate) fn begin_record(server: &Server) -> Result<(), ClientError> {
    let key = [("choice", "computer"), ("passphrase", ""), ("again", "")];
    expect(server.post("/first-run/safety", &[])?.status, 303)?;
    expect(server.post("/first-run/key", &key)?.status, 303)?;
    expect(
        server.post("/first-run/line", &[("value", "")])?.status,
        303,
    )
}

/// Keys of everything that the page of `day` shows, each with its button to take it out.
pub(crate) fn keys_on(server: &Server, day: &str) -> Result<Vec<String>, ClientError> {
    expect(server.post("/day", &[("at", day)])?.status, 303)?;
    let page = server.get("/day")?;
    expect(page.status, 200)?;
    let keys = page
        .text
        .split("action=\"/undo\"")
        .skip(1)
        .filter_map(|form| {
            let value = form.split("name=\"key\" value=\"").nth(1)?;
            Some(value.split('"').next()?.to_owned())
        });
    Ok(keys.collect())
}

/// Kills `thawline log` `n` times; each call writes a check-in and a note, both or neither.
///
/// # Errors
/// [`ChoreError`] when the program cannot be started or the record cannot be read afterwards.
pub fn of_log(binary: &Path, n: usize) -> Result<Losses, ChoreError> {
    let mut draw = Draw::of_now();
    let folder = Folder::new(&mut draw)?;
    begin_record(&Server::start(binary, &folder.0).map_err(broken)?).map_err(broken)?;
    // A check-in a day, because the program asks for a pause between two of them.
    let mut day = jiff::Zoned::now().date();
    let mut acknowledged = Vec::new();
    for _ in 0..n {
        day = day.yesterday().unwrap_or(day);
        let is_saved = log_and_kill(binary, &folder, &day.to_string(), &mut draw)
            .map_err(|error| broken(error.into()))?;
        acknowledged.push((day.to_string(), is_saved));
    }
    let server = Server::start(binary, &folder.0).map_err(broken)?;
    let mut losses = Losses {
        kills: n,
        ..Losses::default()
    };
    for (day, is_saved) in acknowledged {
        let n_facts = keys_on(&server, &day).map_err(broken)?.len();
        losses.acknowledged += usize::from(is_saved);
        losses.lost += usize::from(is_saved && n_facts < 2);
        // One fact alone is half of what belongs together.
        losses.doubled += usize::from(n_facts > 2 || n_facts == 1);
    }
    Ok(losses)
}

fn log_and_kill(
    binary: &Path,
    folder: &Folder,
    day: &str,
    draw: &mut Draw,
) -> std::io::Result<bool> {
    let mut child = command(binary, &folder.0)
        .args(["log", "40", "--note", "-", "--today", day, "--data-dir"])
        .arg(&folder.0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(b"a word")?;
    }
    std::thread::sleep(Duration::from_micros(draw.below(LOG_PAUSE_MICROS_MAX)));
    // It may have ended by itself, which is what half of the calls should do.
    let _ = child.kill();
    Ok(child.wait()?.success())
}

/// Runs both and adds their counts to `docs/results/kills.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when anything acknowledged was lost or stands there twice.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    let stamp = crate::stamp::date_and_commit(root);
    let mut rows = String::new();
    let mut is_broken = false;
    for (what, kind) in [
        ("pages", of_server as fn(&Path, usize) -> _),
        ("log", of_log),
    ] {
        let start = Instant::now();
        let found: Losses = kind(binary, n)?;
        is_broken |= !found.is_none();
        let row = format!(
            "{stamp},{what},{},{},{},{},{:.1}\n",
            found.kills,
            found.acknowledged,
            found.lost,
            found.doubled,
            start.elapsed().as_secs_f64()
        );
        print!("{row}");
        rows.push_str(&row);
    }
    let path = root.join("docs/results/kills.csv");
    let heading = "date,commit,what,kills,acknowledged,lost,doubled,seconds";
    crate::stamp::add_rows(&path, heading, &rows)?;
    if is_broken {
        return Err(ChoreError::Broken(
            "kills: acknowledged check-ins were lost or doubled".to_owned(),
        ));
    }
    Ok(())
}

fn broken(error: ClientError) -> ChoreError {
    ChoreError::Broken(format!("kills: {error}"))
}

pub(crate) fn yesterday() -> String {
    let today = jiff::Zoned::now().date();
    today.yesterday().unwrap_or(today).to_string()
}

/// A folder of its own that is gone with its value.
struct Folder(PathBuf);

impl Folder {
    fn new(draw: &mut Draw) -> Result<Self, ChoreError> {
        let path = std::env::temp_dir().join(format!("thawline-kills-{:016x}", draw.next()));
        std::fs::create_dir_all(&path).map_err(|source| ChoreError::File {
            path: path.clone(),
            source,
        })?;
        Ok(Self(path.join("data")))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Some(path) = self.0.parent() {
            // A folder that stays behind holds simulated check-ins only.
            let _ = std::fs::remove_dir_all(path);
        }
    }
}
