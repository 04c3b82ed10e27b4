//! Proof that nothing leaves: every command and every page, while the kernel notes each connection. The
//! commands come from the program's own help, so that a new one fails until it is tried here. Refuses to
//! count a command whose trace has no end.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::{life, walk};
use crate::app_client::{Server, command};
use crate::suite::connections_outward;
use crate::ten_years::MAP;
use crate::{ChoreError, stamp};

const HEADING: &str =
    "date,commit,commands,addresses,requests,ends_watched,connections_outward,seconds";
/// What carries an address out of the program.
const CALLS: &str = "--trace=connect,sendto,sendmsg,sendmmsg";
const PATIENCE: Duration = Duration::from_secs(20);

/// From here on a command needs the words.
const PASSPHRASE: &str = "passphrase";
/// Judges what it draws, and so few records hold nothing: it ends with 1 once all is done.
const JUDGES: &str = "calibrate";

/// Each command of the help with the words to try it with; `@` is the folder of throw-away files.
/// The servers are tried by walks. Each has to do what it is for: one that is refused early proves little.
const TRIED: [(&str, &str); 26] = [
    ("log", "log 40 --note words"),
    ("import", "import @/table.csv --map @/map.toml"),
    ("answers", "answers --json"),
    ("scores", "scores --json"),
    ("analyse", "analyse @/table.csv --map @/map.toml"),
    (
        "calibrate",
        "calibrate --records 1 --days 60 --candidates 5",
    ),
    ("report", "report --out @/page.pdf"),
    ("export", "export --as json --whole --out @/data.json"),
    ("experiment new", "experiment new walk --weeks 4"),
    ("experiment list", "experiment list"),
    ("experiment result", "experiment result"),
    ("experiment stop", "experiment stop 1"),
    ("sheet", "sheet"),
    (PASSPHRASE, "passphrase --new-file @/words"),
    ("backup", "backup @/copy.age"),
    ("restore", "restore @/copy.age --replace"),
    ("remind", "remind"),
    ("doctor", "doctor --prove-restore"),
    ("help-now", "help-now nl"),
    ("search", "search"),
    ("completions", "completions bash"),
    ("salvage", "salvage --to @/salvaged"),
    ("uninstall", "uninstall --keep-data"),
    ("forget", "forget --everything"),
    ("serve", ""),
    ("demo", ""),
];

/// Watches all of it, with a row in `docs/results/egress.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when anything reaches out, or a command is not tried here;
/// [`ChoreError::Missing`] without strace.
pub(crate) fn run(root: &Path, binary: &Path) -> Result<(), ChoreError> {
    let start = Instant::now();
    let found = watched(root, binary)?;
    let row = format!(
        "{},{},{},{},{},{},{:.1}\n",
        stamp::date_and_commit(root),
        found.n_commands,
        found.n_addresses,
        found.n_requests,
        found.n_ends,
        found.outward.len(),
        start.elapsed().as_secs_f64()
    );
    print!("{HEADING}\n{row}");
    stamp::add_rows(&root.join("docs/results/egress.csv"), HEADING, &row)?;
    super::verdict(&found.complaints())
}

/// What the kernel saw.
#[derive(Debug, Default)]
pub(crate) struct Found {
    n_commands: usize,
    n_addresses: usize,
    n_requests: usize,
    n_ends: usize,
    outward: Vec<String>,
    missing: Vec<String>,
}

impl Found {
    pub fn complaints(&self) -> Vec<String> {
        let outward = self.outward.iter().map(|line| format!("egress: {line}"));
        let missing = self.missing.iter().map(|what| format!("egress: {what}"));
        outward.chain(missing).collect()
    }

    /// Whether anything reached out.
    pub fn reaches_out(&self) -> bool {
        !self.outward.is_empty()
    }

    fn take(&mut self, what: &str, trace: &Path) -> Result<(), ChoreError> {
        let text = ended(trace)?;
        self.n_ends += usize::from(text.contains("+++ exited with"));
        if !text.contains("+++ exited with") {
            self.missing
                .push(format!("the trace of `{what}` has no end"));
        }
        let outward = connections_outward(&text);
        self.outward
            .extend(outward.iter().map(|line| format!("{what}: {line}")));
        Ok(())
    }
}

/// Tries every command of the help, and walks over every page.
pub(crate) fn watched(root: &Path, binary: &Path) -> Result<Found, ChoreError> {
    if !Command::new("strace")
        .arg("-V")
        .output()
        .is_ok_and(|done| done.status.success())
    {
        return Err(ChoreError::Missing("missing: strace".to_owned()));
    }
    let mut found = Found::default();
    let place = life::scratch()?;
    for command in commands(binary)? {
        if !TRIED.iter().any(|(tried, _)| *tried == command) {
            let what = format!("`{command}` is in the help and is not tried here");
            found.missing.push(what);
        }
        found.n_commands += 1;
    }
    let folder = place.path().to_string_lossy().into_owned();
    crate::chore::write(&place.path().join("table.csv"), &table())?;
    crate::chore::write(&place.path().join("map.toml"), MAP)?;
    crate::chore::write(&place.path().join("words"), "two swans at dusk\n")?;
    let data = place.path().join("data");
    let mut is_locked = false;
    for (idx, (name, words)) in TRIED.iter().enumerate() {
        if words.is_empty() {
            continue;
        }
        let trace = place.path().join(format!("trace-{idx}"));
        let mut call = traced(binary, &data, &trace);
        call.args(words.split(' ').map(|word| word.replace('@', &folder)));
        call.arg("--data-dir").arg(&data);
        if is_locked {
            call.arg("--passphrase-file")
                .arg(place.path().join("words"));
        }
        is_locked |= *name == PASSPHRASE;
        let done = call.output().map_err(|error| super::told(error.into()))?;
        let has_judged = *name == JUDGES && done.status.code() == Some(1);
        if !done.status.success() && !has_judged {
            let said = String::from_utf8_lossy(&done.stderr);
            found.missing.push(format!("`{words}` was refused: {said}"));
        }
        found.take(name, &trace)?;
    }
    let trace = place.path().join("trace-serve");
    let seen = walk::go(
        root,
        binary,
        traced(binary, &place.path().join("home"), &trace),
    )?;
    (found.n_addresses, found.n_requests) = (seen.n_addresses, seen.n_asked);
    found.missing.extend(seen.complaints);
    found.take("serve", &trace)?;
    demo(binary, &place.path().join("trace-demo"), &mut found)?;
    Ok(found)
}

/// The simulated person's pages: started, looked at, stopped.
fn demo(binary: &Path, trace: &Path, found: &mut Found) -> Result<(), ChoreError> {
    let place = life::scratch()?;
    let server = Server::start_demo(traced(binary, place.path(), trace)).map_err(super::told)?;
    for path in ["/", "/time", "/answers", "/report"] {
        let status = server.get(path).map_err(super::told)?.status;
        found.n_requests += usize::from(status == 200);
    }
    server.stop();
    found.take("demo", trace)
}

/// The program, and the kernel's notes in a file. With `-D` the program is our child, so that stopping it
/// stops it and not the watcher.
fn traced(binary: &Path, home: &Path, trace: &Path) -> Command {
    let own = command(binary, home);
    let mut call = Command::new("strace");
    call.env_clear();
    for (name, value) in own.get_envs() {
        call.env(name, value.unwrap_or_default());
    }
    // Without a mask of its own, a program would leave files that others may read.
    call.args(["-D", "-f", "-A", CALLS, "-o"]).arg(trace);
    call.args(["sh", "-c", "umask 000; exec \"$0\" \"$@\""])
        .arg(binary);
    call
}

/// The trace, once the watcher has written its end.
fn ended(trace: &Path) -> Result<String, ChoreError> {
    let start = Instant::now();
    loop {
        let text = std::fs::read_to_string(trace).unwrap_or_default();
        let is_over = text.trim_end().ends_with("+++");
        if is_over || start.elapsed() > PATIENCE {
            return Ok(text);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Every command of the program's own help, those inside others too.
fn commands(binary: &Path) -> Result<Vec<String>, ChoreError> {
    let mut found = Vec::new();
    for name in listed(binary, &[])? {
        let inside = listed(binary, &[&name])?;
        match inside.is_empty() {
            true => found.push(name),
            false => found.extend(inside.iter().map(|inner| format!("{name} {inner}"))),
        }
    }
    match found.len() {
        0 => Err(ChoreError::Broken(
            "egress: the help names no command".to_owned(),
        )),
        _ => Ok(found),
    }
}

fn listed(binary: &Path, words: &[&str]) -> Result<Vec<String>, ChoreError> {
    let mut call = command(binary, &PathBuf::from("/nonexistent"));
    let done = call.args(words).arg("--help").output();
    let done = done.map_err(|error| super::told(error.into()))?;
    Ok(names(&String::from_utf8_lossy(&done.stdout)))
}

/// The names under the heading of commands; `help` prints and does nothing else.
fn names(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    lines
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Forty days of made-up check-ins.
fn table() -> String {
    let mut text = "at,feeling_strength,tension,felt_rested,worry,noise_around\n".to_owned();
    for n in 0..40 {
        let (month, day) = (1 + n / 28, 1 + n % 28);
        text += &format!(
            "2024-{month:02}-{day:02} 12:00,{},{},50,40,30\n",
            40 + n % 9,
            30 + n % 7
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_from_the_help_as_it_is_printed() {
        let help = "About\n\nUsage: x\n\nCommands:\n  log     Write\n  remind  Show a thing\n          over two lines\n  help    Print\n\nOptions:\n  -h\n";
        assert_eq!(names(help), ["log", "remind"]);
        assert!(names("Usage: x\n\nOptions:\n").is_empty());
    }
}
