//! How fast the built program is on a record of ten years, beside a bare fsync in the same run.
//! Refuses to judge: the figures go to docs/results/figures.csv with date and commit.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::ChoreError;
use crate::app_client::{ClientError, Server, command};
use crate::stamp;
use crate::ten_years::{MAP, N_DAYS, resident, ten_years};

const N_ASKED: usize = 100;
/// Check-ins on each of two records: ten of them are slower than the p99.
const N_CHECK_INS: usize = 1000;
/// What is ticked on the page for a doctor.
const PARTS: [&str; 9] = [
    "part-course",
    "part-severity",
    "part-features",
    "part-reality",
    "part-medicines",
    "part-tried",
    "part-before",
    "part-questions",
    "part-methods",
];
const HEADING: &str = "date,commit,what,n,median_ms,p99_ms,limit_ms";

struct Table {
    stamp: String,
    rows: String,
}

impl Table {
    fn add(&mut self, what: &str, mut ms: Vec<f64>, limit_ms: Option<f64>) {
        ms.sort_by(f64::total_cmp);
        let at = |share: f64| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a place in a short list"
            )]
            let idx = ((ms.len() as f64 * share).ceil() as usize).clamp(1, ms.len()) - 1;
            ms.get(idx).copied().unwrap_or(f64::NAN)
        };
        let limit = limit_ms.map_or_else(String::new, |limit| limit.to_string());
        let (median, p99) = (at(0.5), at(0.99));
        let row = format!(
            "{},{what},{},{median:.2},{p99:.2},{limit}",
            self.stamp,
            ms.len()
        );
        println!("{what:<44} median {median:>9.2} ms   p99 {p99:>9.2} ms   limit {limit}");
        let _ = writeln!(self.rows, "{row}");
    }
}

/// Measures everything and writes the rows.
///
/// # Errors
/// [`ChoreError`] when the program does not answer or a file cannot be written.
pub fn run(root: &Path, binary: &Path) -> Result<(), ChoreError> {
    let place = tempfile::tempdir().map_err(|source| file("temporary folder", source))?;
    let mut table = Table {
        stamp: stamp::date_and_commit(root),
        rows: String::new(),
    };
    let data = place.path().join("data");
    let (csv, map) = (
        place.path().join("ten-years.csv"),
        place.path().join("map.toml"),
    );
    std::fs::write(&csv, ten_years()).map_err(|source| file("ten-years.csv", source))?;
    std::fs::write(&map, MAP).map_err(|source| file("map.toml", source))?;
    table.add(
        "import of 30000 check-ins",
        vec![time(|| import(binary, &data, &csv, &map))?],
        None,
    );
    shared_import(root, binary, place.path(), &mut table)?;
    starts(binary, &data, &mut table)?;
    pages(binary, &data, &mut table)?;
    logs(binary, &data, &mut table)?;
    acknowledged(binary, place.path(), &mut table)?;
    fsyncs(place.path(), &mut table)?;
    stamp::add_rows(&root.join("docs/results/figures.csv"), HEADING, &table.rows)
}

/// Measures what the mark of the log costs, and nothing else.
///
/// # Errors
/// As [`run`].
pub fn mark(root: &Path, binary: &Path) -> Result<(), ChoreError> {
    let place = tempfile::tempdir().map_err(|source| file("temporary folder", source))?;
    let mut table = Table {
        stamp: stamp::date_and_commit(root),
        rows: String::new(),
    };
    acknowledged(binary, place.path(), &mut table)?;
    stamp::add_rows(&root.join("docs/results/figures.csv"), HEADING, &table.rows)
}

/// The real record that may lie beside the project.
fn shared_import(
    root: &Path,
    binary: &Path,
    place: &Path,
    table: &mut Table,
) -> Result<(), ChoreError> {
    let folder = std::env::var_os("THAWLINE_SHARED_DATA")
        .map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let csv = folder.join("kossakowski_2017.csv");
    if !csv.exists() {
        println!("import of 1476 occasions: left out, the record does not lie beside the project");
        return Ok(());
    }
    let map = root.join("fixtures/maps/kossakowski_2017.toml");
    let mut ms = Vec::new();
    for n in 0..5 {
        ms.push(time(|| {
            import(binary, &place.join(format!("real-{n}")), &csv, &map)
        })?);
    }
    table.add("import of 1476 occasions x 43 items", ms, Some(1000.0));
    Ok(())
}

fn starts(binary: &Path, data: &Path, table: &mut Table) -> Result<(), ChoreError> {
    let mut ms = Vec::new();
    for _ in 0..10 {
        ms.push(time(|| {
            Server::start(binary, data).map(drop).map_err(told)
        })?);
    }
    table.add("start to first byte", ms, Some(300.0));
    Ok(())
}

fn pages(binary: &Path, data: &Path, table: &mut Table) -> Result<(), ChoreError> {
    let server = Server::start(binary, data).map_err(told)?;
    let ask = |path: &str| -> Result<f64, ChoreError> {
        time(|| match server.get(path).map_err(told)?.status {
            200 => Ok(()),
            status => Err(ChoreError::Broken(format!("{path} answered {status}"))),
        })
    };
    let memory = |when: &str| println!("memory {when}: {} KiB resident", resident(server.pid()));
    memory("at the start");
    table.add("Today, the first time", vec![ask("/")?], None);
    memory("after Today");
    table.add(
        "Answers, the first time (now and course)",
        vec![ask("/answers")?],
        Some(300.0),
    );
    memory("after Answers");
    let _ = server.post("/time", &[("range", "all")]).map_err(told)?;
    table.add("Time/all, the first time", vec![ask("/time")?], None);
    memory("after Time");
    for (what, path, limit) in [
        ("Today", "/", 50.0),
        ("Time/all", "/time", 300.0),
        ("Answers", "/answers", 300.0),
    ] {
        let ms = (0..N_ASKED)
            .map(|_| ask(path))
            .collect::<Result<Vec<f64>, _>>()?;
        table.add(what, ms, Some(limit));
    }
    papers(&server, table)?;
    memory("after many pages");
    let today = jiff::Zoned::now().date();
    let yesterday = today.yesterday().unwrap_or(today);
    let mut after_write = Vec::new();
    for n in 0..20 {
        let key = format!("{n:032x}");
        let (clock, at) = (
            format!("{:02}:{:02}", n / 60 + 9, n % 60),
            yesterday.to_string(),
        );
        let fields = [
            ("key", &*key),
            ("at", &*at),
            ("clock", &*clock),
            ("value", "40"),
        ];
        let reply = server.post("/day/check-in", &fields).map_err(told)?;
        if reply.status != 303 {
            return Err(ChoreError::Broken(format!(
                "a check-in was answered with {}",
                reply.status
            )));
        }
        after_write.push(ask("/")?);
    }
    table.add("Today, right after a check-in", after_write, Some(50.0));
    held(&server, "memory in KiB", 102_400, table);
    // The program tidies up every five seconds in which a page was shown.
    std::thread::sleep(Duration::from_secs(11));
    held(&server, "memory in KiB, after a pause", 65_536, table);
    Ok(())
}

/// What the program holds at this moment.
fn held(server: &Server, what: &str, limit_kib: u64, table: &mut Table) {
    let kib = resident(server.pid());
    println!("{what}: {kib} (limit {limit_kib})");
    let _ = writeln!(table.rows, "{},{what},1,{kib},,{limit_kib}", table.stamp);
}

/// The page for a doctor over all ten years: the page, and the same as a PDF, with its size.
fn papers(server: &Server, table: &mut Table) -> Result<(), ChoreError> {
    let today = jiff::Zoned::now().date();
    let first = today.checked_sub(jiff::Span::new().days(i64::from(N_DAYS)));
    let first = first.unwrap_or(today).to_string();
    let mut fields = vec![("from", first.as_str()), ("paper", "a4")];
    fields.extend(PARTS.map(|part| (part, "on")));
    let look = || -> Result<f64, ChoreError> {
        time(|| {
            let reply = server.get("/report").map_err(told)?;
            expect("/report", reply.status, 200)
        })
    };
    table.add(
        "For the doctor, one year, the first time",
        vec![look()?],
        Some(1000.0),
    );
    let chosen = server.post("/report", &fields).map_err(told)?;
    expect("the choice of /report", chosen.status, 303)?;
    let ten_years = (0..10).map(|_| look()).collect::<Result<_, _>>()?;
    table.add("For the doctor, ten years", ten_years, Some(1000.0));
    let mut n_bytes = 0;
    let mut ms = Vec::new();
    for _ in 0..10 {
        ms.push(time(|| {
            let reply = server.post("/report/save", &[]).map_err(told)?;
            n_bytes = length(&reply.text);
            expect("/report/save", reply.status, 200)
        })?);
    }
    table.add("For the doctor, ten years, as a PDF", ms, Some(1000.0));
    println!("the PDF of ten years: {n_bytes} bytes (limit 300000)");
    let stamp = &table.stamp;
    let _ = writeln!(
        table.rows,
        "{stamp},PDF of ten years in bytes,1,{n_bytes},,300000"
    );
    Ok(())
}

/// What the answer says of its own length; 0 where it says nothing.
fn length(reply: &str) -> usize {
    let lines = reply.lines().take_while(|line| !line.is_empty());
    let named = lines.filter_map(|line| line.split_once(':'));
    let mut found = named.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    found
        .next()
        .and_then(|(_, words)| words.trim().parse().ok())
        .unwrap_or(0)
}

fn expect(what: &str, status: u16, wanted: u16) -> Result<(), ChoreError> {
    if status == wanted {
        return Ok(());
    }
    Err(ChoreError::Broken(format!("{what} answered {status}")))
}

fn logs(binary: &Path, data: &Path, table: &mut Table) -> Result<(), ChoreError> {
    let mut ms = Vec::new();
    for n in 0..30 {
        let day = format!("2037-{:02}-{:02}", n / 28 + 1, n % 28 + 1);
        ms.push(time(|| {
            let mut call = Command::new(binary);
            call.args(["log", "40", "--today", &day, "--data-dir"])
                .arg(data);
            run_quietly(&mut call)
        })?);
    }
    table.add("thawline log", ms, Some(100.0));
    Ok(())
}

/// Check-ins on two young records in turns, with a bare fsync between them. Where one of them would keep
/// the mark of its log lies a link into memory: nobody has to wait for that.
fn acknowledged(binary: &Path, place: &Path, table: &mut Table) -> Result<(), ChoreError> {
    let memory = Path::new("/dev/shm");
    if !memory.is_dir() {
        println!("what the mark costs: left out, there is no folder in memory here");
        return Ok(());
    }
    let memory = tempfile::tempdir_in(memory).map_err(|source| file("/dev/shm", source))?;
    let begun = |name: &str, is_marked: bool| -> Result<Server, ChoreError> {
        let data = place.join(name);
        run_quietly(
            command(binary, &data)
                .args(["log", "40", "--data-dir"])
                .arg(&data),
        )?;
        if !is_marked {
            let mark = data.join("notes.mark");
            let _ = std::fs::remove_file(&mark);
            std::os::unix::fs::symlink(memory.path().join("mark"), &mark)
                .map_err(|source| file("notes.mark", source))?;
        }
        Server::start(binary, &data).map_err(told)
    };
    let servers = [begun("marked", true)?, begun("unmarked", false)?];
    let named = |source| file("fsync probe", source);
    let mut probe = std::fs::File::create(place.join("probe beside")).map_err(named)?;
    let mut ms: [Vec<f64>; 3] = Default::default();
    let mut day = jiff::Zoned::now().date();
    for number in 0..N_CHECK_INS {
        day = day.yesterday().unwrap_or(day);
        let (key, at) = (format!("{number:032x}"), day.to_string());
        let fields = [
            ("key", &*key),
            ("at", &*at),
            ("clock", "12:00"),
            ("value", "40"),
        ];
        // Each is the first of the two as often as the other.
        for which in [number % 2, 1 - number % 2] {
            ms[which].push(time(|| {
                let reply = servers[which]
                    .post("/day/check-in", &fields)
                    .map_err(told)?;
                expect("a check-in", reply.status, 303)
            })?);
        }
        ms[2].push(time(|| {
            probe.write_all(&[7; 4096]).map_err(named)?;
            probe.sync_all().map_err(named)
        })?);
    }
    let is_kept = memory.path().join("mark").exists() && place.join("marked/notes.mark").exists();
    if !is_kept {
        return Err(ChoreError::Broken("no mark was written".to_owned()));
    }
    let [marked, unmarked, bare] = ms;
    table.add("a check-in is acknowledged", marked, Some(50.0));
    table.add("the same, its mark in memory", unmarked, None);
    table.add("a bare fsync of 4 KiB between them", bare, None);
    Ok(())
}

fn fsyncs(place: &Path, table: &mut Table) -> Result<(), ChoreError> {
    let named = |source| file("fsync probe", source);
    let mut probe = std::fs::File::create(place.join("probe")).map_err(named)?;
    let mut ms = Vec::new();
    for _ in 0..N_ASKED {
        ms.push(time(|| {
            probe.write_all(&[7; 4096]).map_err(named)?;
            probe.sync_all().map_err(named)
        })?);
    }
    table.add("a bare fsync of 4 KiB", ms, None);
    Ok(())
}

fn import(binary: &Path, data: &Path, csv: &Path, map: &Path) -> Result<(), ChoreError> {
    let mut call = Command::new(binary);
    call.arg("import")
        .arg(csv)
        .arg("--map")
        .arg(map)
        .arg("--data-dir")
        .arg(data);
    run_quietly(&mut call)
}

fn run_quietly(call: &mut Command) -> Result<(), ChoreError> {
    let output = call
        .output()
        .map_err(|source| file("the program", source))?;
    if output.status.success() {
        return Ok(());
    }
    Err(ChoreError::Broken(
        String::from_utf8_lossy(&output.stderr).into_owned(),
    ))
}

fn time(act: impl FnOnce() -> Result<(), ChoreError>) -> Result<f64, ChoreError> {
    let begin = Instant::now();
    act()?;
    Ok(begin.elapsed().as_secs_f64() * 1000.0)
}

fn told(error: ClientError) -> ChoreError {
    ChoreError::Broken(error.to_string())
}

fn file(path: &str, source: std::io::Error) -> ChoreError {
    ChoreError::File {
        path: PathBuf::from(path),
        source,
    }
}
