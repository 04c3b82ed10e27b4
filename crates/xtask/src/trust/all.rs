//! Every proof of trust in a list, and all of them in one run with one table. Refuses to stop at the first
//! that fails: the table says of each how it went.

use std::path::Path;
use std::time::Instant;

use crate::{ChoreError, kills, stamp};

/// How the table calls a proof that found something.
const FAILED: &str = "FAILED";

type Proof = fn(&Path, &Path, usize) -> Result<(), ChoreError>;

/// Name, what it shows, how many times it tries, and how.
const PROOFS: [(&str, &str, usize, Proof); 14] = [
    (
        "durability",
        "a power cut loses nothing that was acknowledged",
        5000,
        super::durability,
    ),
    (
        "kills",
        "nor does the end of the program in the middle of writing",
        1000,
        kills::run,
    ),
    (
        "faults",
        "nor does a disk that fails, call by call",
        usize::MAX,
        super::faults,
    ),
    (
        "flips",
        "a bit that turns over is noticed",
        10_000,
        super::flips,
    ),
    (
        "salvage",
        "what can be read of a damaged record comes back",
        100,
        super::salvage,
    ),
    (
        "walls",
        "no web site and no other program gets in",
        1,
        super::walls,
    ),
    (
        "traces",
        "a use leaves nothing to read behind",
        100,
        super::traces,
    ),
    (
        "writers",
        "eight writers at once lose nothing",
        500,
        super::writers,
    ),
    ("clock", "a wrong clock costs no entry", 20, super::clock),
    (
        "keys",
        "only the right words open a record, and the sheet brings it back",
        1000,
        super::keys,
    ),
    (
        "soak",
        "an hour of use takes no more memory than a minute",
        60,
        super::soak,
    ),
    (
        "egress",
        "no command and no page reaches out",
        1,
        |root, binary, _| super::egress(root, binary),
    ),
    (
        "supply",
        "every crate may be here, and two builds are the same bytes",
        2,
        |root, _, n| super::supply(root, n),
    ),
    (
        "sabotage",
        "a planted mistake turns its proof red",
        1,
        |root, _, n| super::sabotage(root, n),
    ),
];

/// These build what they need by themselves.
const WITHOUT_BINARY: [&str; 2] = ["supply", "sabotage"];

/// This one takes an hour, in which it asks for one page a second: it is run beside the others.
const BESIDE: &str = "soak";

/// How many times each tries when all are to be through in some minutes, and what is left out then.
const QUICK: [(&str, usize, &str); 13] = [
    ("durability", 60, ""),
    ("kills", 10, ""),
    ("faults", 12, ""),
    ("flips", 60, ""),
    ("salvage", 2, ""),
    ("walls", 0, "Firefox, and what times tell"),
    ("traces", 5, ""),
    ("writers", 10, ""),
    ("clock", 2, ""),
    ("keys", 20, ""),
    ("soak", 2, "whether memory grows: that takes an hour"),
    ("supply", 0, "two builds that are compared"),
    ("sabotage", 0, "the build: each mistake finds its place"),
];

/// Where the newest figures of each stand, and which of them are told.
const FIGURES: [(&str, &str, &[&str]); 14] = [
    ("durability", "power", &["cuts", "broken", "lost"]),
    (
        "kills",
        "kills",
        &["kills", "acknowledged", "lost", "doubled"],
    ),
    (
        "faults",
        "faults",
        &["places", "acknowledged", "refused", "false_acks"],
    ),
    ("flips", "flips", &["flips", "noticed", "wrong"]),
    (
        "salvage",
        "salvage",
        &["entries_looked_for", "back_alone", "back_with_back_up"],
    ),
    ("walls", "walls", &["tries", "reached", "read"]),
    ("traces", "traces", &["tries", "hits"]),
    ("writers", "writers", &["acknowledged", "lost", "refused"]),
    ("clock", "clock", &["acknowledged", "lost"]),
    ("keys", "keys", &["n", "held"]),
    (
        "soak",
        "soak",
        &[
            "minutes",
            "memory_kib_an_hour",
            "low",
            "high",
            "files_open_last",
        ],
    ),
    (
        "egress",
        "egress",
        &["commands", "addresses", "requests", "connections_outward"],
    ),
    ("supply", "supply", &["bad"]),
    ("sabotage", "sabotage", &["is_red"]),
];

/// Names of the proofs, for the help of the chore.
pub(crate) fn names() -> Vec<&'static str> {
    PROOFS.iter().map(|(name, ..)| *name).collect()
}

/// Runs one by its name; nothing when there is none of that name.
pub(crate) fn one(
    root: &Path,
    name: &str,
    n: Option<usize>,
    binary: impl FnOnce() -> Result<std::path::PathBuf, ChoreError>,
) -> Option<Result<(), ChoreError>> {
    let (.., usual, proof) = PROOFS.iter().find(|(known, ..)| *known == name)?;
    // Before it begins: this is what is tried.
    stamp::date_and_commit(root);
    let n = n.unwrap_or(*usual);
    if WITHOUT_BINARY.contains(&name) {
        return Some(proof(root, Path::new(""), n));
    }
    Some(binary().and_then(|binary| proof(root, &binary, n)))
}

/// Lists all, runs all, and prints one table; `is_quick` tries everything a few times only, and writes no
/// table of results.
///
/// # Errors
/// [`ChoreError::Told`] when one failed.
pub(crate) fn all(root: &Path, binary: &Path, is_quick: bool) -> Result<(), ChoreError> {
    stamp::date_and_commit(root);
    if is_quick {
        stamp::only_remember();
    }
    for (name, what, ..) in PROOFS {
        println!("{name:<12} {what}");
    }
    let run = |(name, what, usual, proof): (&str, &str, usize, Proof)| {
        let quick = QUICK.iter().find(|(known, ..)| is_quick && *known == name);
        let (n, left_out) = quick.map_or((usual, ""), |(_, n, left_out)| (*n, *left_out));
        let start = Instant::now();
        let word = match proof(root, binary, n) {
            Ok(()) if left_out.is_empty() => "held",
            Ok(()) => "in part",
            Err(error) => {
                println!("{name}: {error}");
                FAILED
            }
        };
        let seconds = start.elapsed().as_secs_f64();
        let mut line = format!("{name:<12} {seconds:>8.1} s  {word:<7} {what}");
        if !left_out.is_empty() {
            line.push_str(&format!("\n{:<31} (left out: {left_out})", ""));
        }
        Ended {
            line,
            is_broken: word == FAILED,
        }
    };
    let ended: Vec<Ended> = std::thread::scope(|scope| {
        let is_beside = |name: &str| name == BESIDE;
        let beside = PROOFS.into_iter().find(|(name, ..)| is_beside(name));
        let beside = beside.map(|proof| scope.spawn(move || run(proof)));
        let others = PROOFS.into_iter().filter(|(name, ..)| !is_beside(name));
        let mut ended: Vec<Ended> = others
            .map(|proof| {
                println!("\n== {}", proof.0);
                run(proof)
            })
            .collect();
        if let Some(beside) = beside {
            println!("\n== {BESIDE}, begun at the start");
            ended.push(beside.join().unwrap_or_else(|_| Ended::broke_off(BESIDE)));
        }
        ended
    });
    println!("\n== all");
    for one in &ended {
        println!("{}", one.line);
    }
    println!(
        "\n== {} figures",
        if is_quick { "this run's" } else { "newest" }
    );
    for (name, ..) in PROOFS {
        println!("{name:<12} {}", newest(root, name));
    }
    match ended.iter().any(|one| one.is_broken) {
        true => Err(ChoreError::Told),
        false => Ok(()),
    }
}

/// How one proof ended.
struct Ended {
    line: String,
    is_broken: bool,
}

impl Ended {
    fn broke_off(name: &str) -> Self {
        Self {
            line: format!("{name:<12} {:>8}    {FAILED:<7} broke off", ""),
            is_broken: true,
        }
    }
}

/// Sums of the newest day in the table of a proof; words are counted by kind.
fn newest(root: &Path, name: &str) -> String {
    let Some((_, file, columns)) = FIGURES.iter().find(|(known, ..)| *known == name) else {
        return "no table".to_owned();
    };
    let path = root.join(format!("docs/results/{file}.csv"));
    let text = stamp::remembered(&path).or_else(|| std::fs::read_to_string(&path).ok());
    let Some(text) = text else {
        return "no figures yet".to_owned();
    };
    summary(&text, columns)
}

fn summary(text: &str, columns: &[&str]) -> String {
    let mut lines = text.lines();
    let heading: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let Some(day) = rows.iter().filter_map(|row| row.first()).max() else {
        return "no figures yet".to_owned();
    };
    let place = |column: &str| heading.iter().position(|name| *name == column);
    // Mistakes that are planted on purpose are no figures of the program.
    let is_real = |row: &&Vec<&str>| {
        let cell = |column: &str| place(column).and_then(|place| row.get(place));
        let is_planted = cell("fault").is_some_and(|fault| *fault != "none")
            || cell("from").is_some_and(|from| from.starts_with("planted"));
        row.first() == Some(day) && !is_planted
    };
    let told = columns.iter().filter_map(|column| {
        let place = place(column)?;
        let cells = rows.iter().filter(is_real).filter_map(|row| row.get(place));
        Some(format!("{column} {}", of_cells(cells)))
    });
    format!("{day}: {}", told.collect::<Vec<_>>().join(", "))
}

fn of_cells<'a>(cells: impl Iterator<Item = &'a &'a str>) -> String {
    let cells: Vec<&str> = cells.copied().collect();
    let numbers: Result<Vec<f64>, _> = cells.iter().map(|cell| cell.parse::<f64>()).collect();
    match numbers {
        Ok(numbers) => format!("{}", numbers.iter().sum::<f64>()),
        Err(_) => {
            let mut kinds = std::collections::BTreeMap::new();
            cells
                .iter()
                .for_each(|cell| *kinds.entry(*cell).or_insert(0) += 1);
            let kinds = kinds.iter().map(|(kind, n)| format!("{n} {kind}"));
            kinds.collect::<Vec<_>>().join(" ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_day_is_summed_without_planted_mistakes() {
        let text = "date,commit,fault,cuts,lost,word\n2026-01-01,a,none,5,5,red\n\
            2026-01-02,b,none,10,0,red\n2026-01-02,b,none,20,1,green\n\
            2026-01-02,b,early,7,7,red\n";
        let told = summary(text, &["cuts", "lost", "word", "unknown"]);
        assert_eq!(told, "2026-01-02: cuts 30, lost 1, word 1 green 1 red");
        let text = "date,commit,from,hits\n2026-01-02,b,disk,0\n2026-01-02,b,planted in disk,9\n";
        assert_eq!(summary(text, &["hits"]), "2026-01-02: hits 0");
        assert_eq!(summary("date,commit\n", &["x"]), "no figures yet");
    }

    #[test]
    fn every_proof_has_figures_and_a_quick_way() {
        for (name, _, n, _) in PROOFS {
            assert!(FIGURES.iter().any(|(known, ..)| *known == name), "{name}");
            assert!(
                n == 1 || QUICK.iter().any(|(known, ..)| *known == name),
                "{name}"
            );
        }
    }
}
