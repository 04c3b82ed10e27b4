//! Proof that a long day costs no more than a short one: pages, check-ins, files brought in and taken back
//! and files written out, on a record of ten years, for an hour. Watches memory, open files and the log.
//! Refuses to call memory flat by its first and last value: the slope has an interval.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{life, lives};
use crate::app_client::{Server, command};
use crate::ten_years::{MAP, resident, ten_years};
use crate::{ChoreError, stamp};

const HEADING: &str = "date,commit,minutes,pages,page_ms_median,page_ms_p99,check_ins,check_in_ms_median,\
    check_in_ms_p99,fsync_ms_median,fsync_ms_p99,page_ratio_p99,check_in_ratio_p99,imports,exports,\
    memory_kib_median,memory_kib_max,memory_kib_an_hour,low,high,files_open_first,files_open_last,log_kib_max";

/// Memory by block, from the start on: whether it climbs, falls or goes up and down is seen here.
const HEADING_BLOCKS: &str =
    "date,commit,minutes,minute,memory_kib_least,memory_kib_median,memory_kib_most";

/// How often memory, files and log are looked at, by a clock of their own: between the pages, always the
/// same moments of the work would be seen. The program itself tidies up every five seconds.
const EVERY: Duration = Duration::from_secs(1);
/// A page each second; the other work at these numbers of pages.
const PAUSE: Duration = Duration::from_secs(1);
const CHECK_IN_EACH: usize = 15;
const EXPORT_EACH: usize = 180;
const IMPORT_EACH: usize = 300;
/// Samples that are one block: neighbours resemble each other, blocks of minutes hardly do.
const PER_BLOCK: usize = 150;
/// One sample of so many is printed.
const PRINTED: usize = 300;
/// Shorter than this, the slope is told and not judged: what is loaded once would look like growth.
const JUDGED_FROM_MINUTES: usize = 30;
const SLOPE_KIB_MAX: f64 = 1024.0;
const LOG_KIB_MAX: u64 = 16 * 1024;

const PAGES: [&str; 15] = [
    "/",
    "/time",
    "/answers",
    "/day",
    "/week",
    "/back",
    "/report",
    "/data",
    "/help",
    "/try",
    "/medicines",
    "/events",
    "/backup",
    "/experiments",
    "/pace",
];

/// What was looked at once a second.
#[derive(Debug, Clone, Copy)]
struct Sample {
    hours: f64,
    memory_kib: f64,
    n_files: usize,
    log_kib: u64,
}

#[derive(Debug, Default)]
struct Seen {
    samples: Vec<Sample>,
    page_ms: Vec<f64>,
    check_in_ms: Vec<f64>,
    fsync_ms: Vec<f64>,
    n_imports: usize,
    n_exports: usize,
}

/// Uses the program for so many minutes, with a row in `docs/results/soak.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when memory, open files or the log grow, or the program does not answer.
pub(crate) fn run(root: &Path, binary: &Path, minutes: usize) -> Result<(), ChoreError> {
    let place = tempfile::tempdir().map_err(|source| super::file(root, source))?;
    let work = Work::begin(binary, place.path())?;
    let watch = Watch::begin(&work);
    let done = work.go_on(minutes);
    let samples = watch.end();
    let seen = Seen { samples, ..done? };
    let row = format!("{},{}\n", stamp::date_and_commit(root), seen.row(minutes));
    print!("{HEADING}\n{row}");
    stamp::add_rows(&root.join("docs/results/soak.csv"), HEADING, &row)?;
    let start = format!("{},{minutes}", stamp::date_and_commit(root));
    let rows: String = (blocks(&seen.samples).iter())
        .map(|block| format!("{start},{}\n", block.row()))
        .collect();
    let table = root.join("docs/results/soak-blocks.csv");
    stamp::add_rows(&table, HEADING_BLOCKS, &rows)?;
    let (slope, low, high) = seen.slope(|block| block.least);
    println!("the least of each block: {slope:.0} KiB an hour, {low:.0} to {high:.0}");
    super::verdict(&seen.complaints(minutes))
}

/// A record of ten years with its pages open.
struct Work<'a> {
    binary: &'a Path,
    data: PathBuf,
    place: &'a Path,
    server: Server,
    probe: std::fs::File,
    start: Instant,
}

impl<'a> Work<'a> {
    fn begin(binary: &'a Path, place: &'a Path) -> Result<Self, ChoreError> {
        let data = place.join("data");
        let (csv, map) = (place.join("ten-years.csv"), place.join("map.toml"));
        crate::chore::write(&csv, &ten_years())?;
        crate::chore::write(&map, MAP)?;
        call(
            binary,
            &data,
            &["import", &text(&csv), "--map", &text(&map)],
        )?;
        let probe = place.join("probe");
        let made = std::fs::File::create(&probe).map_err(|source| super::file(&probe, source))?;
        Ok(Self {
            binary,
            server: Server::start(binary, &data).map_err(super::told)?,
            data,
            place,
            probe: made,
            start: Instant::now(),
        })
    }

    fn go_on(mut self, minutes: usize) -> Result<Seen, ChoreError> {
        let mut seen = Seen::default();
        let end = Duration::from_secs(60 * u64::try_from(minutes).unwrap_or(60));
        self.server
            .post("/time", &[("range", "all")])
            .map_err(super::told)?;
        let mut n = 0;
        while self.start.elapsed() < end {
            seen.page_ms.push(self.page(PAGES[n % PAGES.len()])?);
            n += 1;
            if n % CHECK_IN_EACH == 0 {
                seen.fsync_ms.push(self.fsync()?);
                seen.check_in_ms.push(self.check_in(n / CHECK_IN_EACH)?);
            }
            if n % EXPORT_EACH == 0 {
                let written = self.server.post("/data/save", &[("as", "csv")]);
                expect("/data/save", written.map_err(super::told)?.status, 200)?;
                seen.n_exports += 1;
            }
            if n % IMPORT_EACH == 0 {
                self.bring_in_and_take_back(n)?;
                seen.n_imports += 1;
            }
            std::thread::sleep(PAUSE);
        }
        self.server.stop();
        life::looked_over(self.binary, &self.data, None).map_err(ChoreError::Broken)?;
        Ok(seen)
    }

    fn page(&self, path: &str) -> Result<f64, ChoreError> {
        let start = Instant::now();
        let status = self.server.get(path).map_err(super::told)?.status;
        expect(path, status, 200)?;
        Ok(start.elapsed().as_secs_f64() * 1000.0)
    }

    fn check_in(&self, n: usize) -> Result<f64, ChoreError> {
        let mut days = lives::Days::before_today();
        let day = (0..=n / 900).fold(String::new(), |_, _| days.next());
        let clock = format!("{:02}:{:02}", 8 + n % 900 / 60, n % 60);
        let fields = [
            ("key", &*format!("{n:032x}")),
            ("at", &*day),
            ("clock", &*clock),
            ("value", "40"),
        ];
        let start = Instant::now();
        lives::send(&self.server, "/day/check-in", &fields)?;
        Ok(start.elapsed().as_secs_f64() * 1000.0)
    }

    fn fsync(&mut self) -> Result<f64, ChoreError> {
        let start = Instant::now();
        let written = self.probe.write_all(&[7; 4096]);
        let done = written.and_then(|()| self.probe.sync_all());
        done.map_err(|source| super::file(self.place, source))?;
        Ok(start.elapsed().as_secs_f64() * 1000.0)
    }

    /// On the command line, while the pages are open: they have to notice, and read all anew.
    fn bring_in_and_take_back(&self, n: usize) -> Result<(), ChoreError> {
        let name = format!("table-{n}.csv");
        let (file, map) = (self.place.join(&name), self.place.join("map.toml"));
        // Another year each time: a file with the same words in it would be the same file.
        let year = 1950 + n / IMPORT_EACH % 40;
        let rows = (0..400).map(|row| {
            let (day, hour) = (1 + row / 20, 3 + row % 20);
            format!("{year}-03-{day:02} {hour:02}:30:00,{},,,,\n", row % 101)
        });
        let heading = "at,feeling_strength,tension,felt_rested,worry,noise_around\n".to_owned();
        crate::chore::write(&file, &rows.fold(heading, |all, row| all + &row))?;
        call(
            self.binary,
            &self.data,
            &["import", &text(&file), "--map", &text(&map)],
        )?;
        self.page("/answers")?;
        call(self.binary, &self.data, &["import", "--undo", &name])
    }
}

/// Looks at the program in a thread of its own until it is told to end, or the program has ended.
struct Watch {
    end: mpsc::Sender<()>,
    samples: JoinHandle<Vec<Sample>>,
}

impl Watch {
    fn begin(work: &Work<'_>) -> Self {
        let (end, is_to_end) = mpsc::channel();
        let (pid, log, start) = (
            work.server.pid(),
            work.data.join("notes.db-wal"),
            work.start,
        );
        let samples = std::thread::spawn(move || {
            let mut samples = Vec::new();
            while let Some(sample) = sample(pid, &log, start) {
                if samples.len() % PRINTED == 0 {
                    println!("{sample:?}");
                }
                samples.push(sample);
                let due = EVERY * u32::try_from(samples.len()).unwrap_or(u32::MAX);
                let wait = due.saturating_sub(start.elapsed());
                if is_to_end.recv_timeout(wait) != Err(mpsc::RecvTimeoutError::Timeout) {
                    break;
                }
            }
            samples
        });
        Self { end, samples }
    }

    /// All that was seen; nothing where looking itself broke off, which no slope comes from.
    fn end(self) -> Vec<Sample> {
        // Where it has ended already, there is nobody to tell.
        let _ = self.end.send(());
        self.samples.join().unwrap_or_default()
    }
}

/// `None` when the program has ended.
fn sample(pid: u32, log: &Path, start: Instant) -> Option<Sample> {
    let memory_kib = Some(resident(pid)).filter(|kib| *kib > 0)?;
    let files = std::fs::read_dir(format!("/proc/{pid}/fd"));
    Some(Sample {
        hours: start.elapsed().as_secs_f64() / 3600.0,
        memory_kib: memory_kib as f64,
        n_files: files.map_or(0, Iterator::count),
        log_kib: std::fs::metadata(log).map_or(0, |log| log.len() / 1024),
    })
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn expect(what: &str, status: u16, wanted: u16) -> Result<(), ChoreError> {
    if status == wanted {
        return Ok(());
    }
    Err(ChoreError::Broken(format!(
        "soak: {what} answered {status}"
    )))
}

fn call(binary: &Path, data: &Path, words: &[&str]) -> Result<(), ChoreError> {
    let mut call = command(binary, data);
    let done = call.args(words).arg("--data-dir").arg(data).output();
    let done = done.map_err(|error| super::told(error.into()))?;
    match done.status.success() {
        true => Ok(()),
        false => Err(ChoreError::Broken(format!(
            "soak: {words:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        ))),
    }
}

impl Seen {
    /// The last three quarters: what is loaded at the beginning is not growth.
    fn later(&self) -> &[Sample] {
        self.samples
            .get(self.samples.len() / 4..)
            .unwrap_or_default()
    }

    fn slope(&self, of: fn(&Block) -> f64) -> (f64, f64, f64) {
        slope(&blocks(self.later()), of)
    }

    fn row(&self, minutes: usize) -> String {
        let (slope, low, high) = self.slope(|block| block.median);
        let memory = sorted(self.samples.iter().map(|sample| sample.memory_kib));
        let [pages, check_ins, fsyncs] =
            [&self.page_ms, &self.check_in_ms, &self.fsync_ms].map(|ms| sorted(ms.iter().copied()));
        let both = |ms: &[f64]| format!("{:.2},{:.2}", at(ms, 0.5), at(ms, 0.99));
        let files = |sample: Option<&Sample>| sample.map_or(0, |sample| sample.n_files);
        [
            format!("{minutes},{},{}", pages.len(), both(&pages)),
            format!("{},{}", check_ins.len(), both(&check_ins)),
            both(&fsyncs),
            format!("{:.1}", at(&pages, 0.99) / at(&fsyncs, 0.99)),
            format!("{:.1}", at(&check_ins, 0.99) / at(&fsyncs, 0.99)),
            format!("{},{}", self.n_imports, self.n_exports),
            format!("{:.0},{:.0}", at(&memory, 0.5), at(&memory, 1.0)),
            format!("{slope:.0},{low:.0},{high:.0}"),
            format!(
                "{},{}",
                files(self.later().first()),
                files(self.later().last())
            ),
            self.log_kib_max().to_string(),
        ]
        .join(",")
    }

    fn log_kib_max(&self) -> u64 {
        self.samples
            .iter()
            .map(|sample| sample.log_kib)
            .max()
            .unwrap_or(0)
    }

    fn complaints(&self, minutes: usize) -> Vec<String> {
        let mut complaints = Vec::new();
        let (slope, low, high) = self.slope(|block| block.median);
        if minutes >= JUDGED_FROM_MINUTES && (high.is_nan() || high >= SLOPE_KIB_MAX) {
            let word = if low > 0.0 {
                "memory grows"
            } else {
                "too few minutes to say that memory does not grow"
            };
            complaints.push(format!(
                "soak: {word}: {slope:.0} KiB an hour ({low:.0} to {high:.0})"
            ));
        }
        let files = self.later().iter().map(|sample| sample.n_files);
        if files.clone().max() > files.clone().min().map(|least| least + 2) {
            complaints.push(format!("soak: {:?} files are open at most", files.max()));
        }
        if self.log_kib_max() >= LOG_KIB_MAX {
            complaints.push(format!("soak: the log has {} KiB", self.log_kib_max()));
        }
        complaints
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place in a short list"
)]
fn at(sorted: &[f64], share: f64) -> f64 {
    let idx = ((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len().max(1)) - 1;
    sorted.get(idx).copied().unwrap_or(f64::NAN)
}

/// Memory of some minutes.
#[derive(Debug, Clone, Copy)]
struct Block {
    hours: f64,
    least: f64,
    /// While a file comes in, memory is twice what it is for a moment: the middle does not see that.
    median: f64,
    most: f64,
}

impl Block {
    fn row(&self) -> String {
        let Self {
            hours,
            least,
            median,
            most,
        } = self;
        format!("{:.1},{least:.0},{median:.0},{most:.0}", hours * 60.0)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of samples")]
fn blocks(samples: &[Sample]) -> Vec<Block> {
    (samples.chunks_exact(PER_BLOCK))
        .map(|block| {
            let memory = sorted(block.iter().map(|sample| sample.memory_kib));
            Block {
                hours: block.iter().map(|sample| sample.hours).sum::<f64>() / block.len() as f64,
                least: at(&memory, 0.0),
                median: at(&memory, 0.5),
                most: at(&memory, 1.0),
            }
        })
        .collect()
}

/// Least squares through one figure of each block: KiB an hour, with both ends of the 95 % interval.
#[expect(clippy::cast_precision_loss, reason = "counts of blocks")]
fn slope(blocks: &[Block], of: fn(&Block) -> f64) -> (f64, f64, f64) {
    let blocks: Vec<(f64, f64)> = blocks
        .iter()
        .map(|block| (block.hours, of(block)))
        .collect();
    let n = blocks.len();
    if n < 3 {
        return (f64::NAN, f64::NAN, f64::NAN);
    }
    let middle = |of: fn(&(f64, f64)) -> f64| blocks.iter().map(of).sum::<f64>() / n as f64;
    let (x, y) = (middle(|b| b.0), middle(|b| b.1));
    let spread: f64 = blocks.iter().map(|b| (b.0 - x).powi(2)).sum();
    let slope = blocks.iter().map(|b| (b.0 - x) * (b.1 - y)).sum::<f64>() / spread;
    let left: f64 = blocks
        .iter()
        .map(|b| (b.1 - y - slope * (b.0 - x)).powi(2))
        .sum();
    let half = quantile(n - 2) * (left / (n - 2) as f64 / spread).sqrt();
    (slope, slope - half, slope + half)
}

/// The 97.5 % point of Student's t, from any table of it; for more than 30 degrees a little too wide.
fn quantile(degrees: usize) -> f64 {
    const POINTS: [f64; 30] = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042,
    ];
    let last = POINTS.len() - 1;
    POINTS
        .get((degrees.max(1) - 1).min(last))
        .copied()
        .unwrap_or(f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grows(kib_an_hour: f64) -> Vec<Sample> {
        let one = |n: u32| Sample {
            hours: f64::from(n) / 3600.0,
            memory_kib: 50_000.0 + kib_an_hour * f64::from(n) / 3600.0 + 300.0 * f64::from(n % 7),
            n_files: 20,
            log_kib: 100,
        };
        (0..3600).map(one).collect()
    }

    #[test]
    fn memory_that_grows_is_told_from_memory_that_goes_up_and_down() {
        let slope = |samples: &[Sample]| slope(&blocks(samples), |block| block.median);
        let (still, low, high) = slope(&grows(0.0));
        // What goes up and down has the same middle in every block.
        assert!(
            low <= 0.0 && (0.0..SLOPE_KIB_MAX).contains(&high),
            "{still}"
        );
        let (grown, low, _) = slope(&grows(2048.0));
        assert!(low > SLOPE_KIB_MAX, "{grown} from {low}");
    }
}
