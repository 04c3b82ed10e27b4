//! Reads what Samsung Health gives away: the folder packed, and single tables of it. Refuses to add
//! devices up, and to believe the clock of a file before its nights have told which one it is.

mod clock;

use std::collections::BTreeMap;
use std::io::Read;

use record::{Activity, FactBody, Label, Minutes, Moment, Practice, Zone};

use super::days::Days;
use super::gather::{Gather, OpenDays, day_item, open_item};
use super::importer::{Archive, Head, Importer, Way};
use super::rows::Rows;
use super::sleeps::{Sleep, Sleeps};
use super::when::{self, on_clock, whole_minutes};
use super::{AppFileError, Setting};
use clock::{Stamp, Stamps, day, need};

const APP: &str = "samsung_health";

/// The folder of an export, packed.
pub(super) const ZIP: Importer = Importer {
    word: "samsung-health",
    app: APP,
    has_words: false,
    way: Way::Zip {
        is_it: |zip| !parts(zip).is_empty(),
        read: read_zip,
    },
};

/// One table of it.
pub(super) const TABLE: Importer = Importer {
    word: "samsung-health-table",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| Kind::of(head).is_some(),
        read: |reader, setting, gather| {
            let mut export = Export::new(&setting.zone);
            export.table(reader, None, gather)?;
            export.finish(gather);
            Ok(())
        },
    },
};

/// What a table holds; stages tell how much of a night was sleep, and nights tell the clock, so they
/// come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Stages,
    Sleep,
    Steps,
    Exercise,
    Mindfulness,
    Mood,
}

impl Kind {
    /// The kind of a name such as `com.samsung.shealth.sleep`.
    fn of_name(name: &str) -> Option<Self> {
        let name = name.strip_prefix("com.samsung.")?;
        let name = (name.strip_prefix("shealth.")).or_else(|| name.strip_prefix("health."))?;
        Some(match name {
            "sleep" => Self::Sleep,
            "sleep_stage" => Self::Stages,
            "step_daily_trend" => Self::Steps,
            "exercise" => Self::Exercise,
            "mindfulness.history" => Self::Mindfulness,
            "mood" => Self::Mood,
            _ => return None,
        })
    }

    /// What the first line says, or the heading where that line is missing.
    fn of(head: &Head) -> Option<Self> {
        let first = head.line(0).trim_start_matches('\u{feff}');
        if first.starts_with("com.samsung.") && is_name(&first.split(',').collect::<Vec<_>>()) {
            return Self::of_name(first.split(',').next()?);
        }
        let has = |names: &[&str]| {
            let heading = first.to_lowercase().replace('"', "");
            let last: Vec<&str> = (heading.split(','))
                .filter_map(|name| name.trim().rsplit('.').next())
                .collect();
            names.iter().all(|name| last.contains(name))
        };
        match () {
            () if has(&["stage", "sleep_id", "start_time", "end_time"]) => Some(Self::Stages),
            () if has(&["day_time", "source_type", "count"]) => Some(Self::Steps),
            () if !first.contains("com.samsung.") => None,
            () if has(&["exercise_type", "start_time", "duration"]) => Some(Self::Exercise),
            () if has(&["mood_type", "start_time"]) => Some(Self::Mood),
            () if first.contains("com.samsung.health.sleep.end_time") => Some(Self::Sleep),
            () => None,
        }
    }
}

/// Says whether a line is the name of a table with its versions, and no heading.
fn is_name(cells: &[&str]) -> bool {
    let mut cells = cells.iter().map(|cell| cell.trim().trim_matches('"'));
    cells
        .next()
        .is_some_and(|name| name.starts_with("com.samsung."))
        && cells.all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The parts that are read, in the order in which they are read.
fn parts(zip: &mut Archive<'_>) -> Vec<(Kind, usize)> {
    let tables = zip.named(|name| {
        let name = name.rsplit('/').next().unwrap_or(name);
        name.starts_with("com.samsung.") && name.ends_with(".csv")
    });
    let mut parts: Vec<_> = (tables.into_iter())
        .filter_map(|idx| Some((Kind::of(&zip.head(idx)?)?, idx)))
        .collect();
    parts.sort_unstable();
    parts
}

fn read_zip(
    zip: &mut Archive<'_>,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let parts = parts(zip);
    let n_others = zip.named(|_| true).len() - parts.len();
    let mut export = Export::new(&setting.zone);
    for (kind, idx) in parts {
        export.table(&mut zip.part(idx)?, Some(kind), gather)?;
    }
    gather.unknown_times("files of other kinds", n_others as u64);
    export.finish(gather);
    Ok(())
}

/// Most nights, or sleeps with stages, of a file; fifty years have a tenth.
const SLEEPS_MAX: usize = 200_000;

/// Seconds of one sleep by its stages.
#[derive(Debug, Clone, Copy, Default)]
struct Stages {
    asleep: i64,
    awake: i64,
}

/// A night as it is written.
struct Night {
    from: Stamp,
    to: Stamp,
    id: String,
    /// Percent of the night that was sleep.
    efficiency: Option<f64>,
    latency: Option<Minutes>,
    line: u32,
}

/// What was read so far.
struct Export {
    zone: Zone,
    stages: BTreeMap<String, Stages>,
    nights: Vec<Night>,
    /// Times in text are those of the clock on the wall and not in UTC.
    is_local: bool,
    merged: BTreeMap<i32, f64>,
    devices: Days,
}

impl Export {
    fn new(zone: &Zone) -> Self {
        Self {
            zone: zone.clone(),
            stages: BTreeMap::new(),
            nights: Vec::new(),
            is_local: false,
            merged: BTreeMap::new(),
            devices: Days::default(),
        }
    }

    /// Reads a table of a kind, or of that which its first line or its heading names.
    fn table(
        &mut self,
        reader: &mut dyn Read,
        kind: Option<Kind>,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let mut rows = Rows::open(reader, b',')?;
        let cells: Vec<&str> = (0..rows.n_cells()).map(|idx| rows.cell(idx)).collect();
        let (mut named, is_named) = (None, is_name(&cells));
        if is_named {
            named = cells.first().and_then(|name| Kind::of_name(name));
            if rows.next()?.is_none() {
                return Ok(());
            }
            rows.take_heading();
        }
        let by_columns = || {
            let columns = [
                ("stage", Kind::Stages),
                ("day_time", Kind::Steps),
                ("exercise_type", Kind::Exercise),
                ("mood_type", Kind::Mood),
                ("end_time", Kind::Sleep),
            ];
            let found = columns
                .iter()
                .find(|(name, _)| rows.find_last(name).is_some());
            found.map(|(_, kind)| *kind)
        };
        let kind = kind.or(named).or_else(by_columns);
        match kind.ok_or(AppFileError::MissingColumn("start_time"))? {
            Kind::Stages => self.stages(&mut rows, gather)?,
            Kind::Sleep => self.sleep(&mut rows, gather)?,
            Kind::Steps => self.steps(&mut rows, gather)?,
            Kind::Exercise => self.exercise(&mut rows, gather)?,
            Kind::Mindfulness => self.mindfulness(&mut rows, gather)?,
            Kind::Mood => self.mood(&mut rows, gather)?,
        }
        // The name of the table was the heading, and its heading the first row.
        gather.ledger.n_rows += rows.n_rows() - u64::from(is_named);
        Ok(())
    }

    fn stages<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let stamps = Stamps::of(rows)?;
        let (stage, id) = (need(rows, "stage")?, need(rows, "sleep_id")?);
        while let Some(line) = rows.next()? {
            let ends = stamps.ends(rows);
            let seconds = ends.map(|(from, to)| to.seconds - from.seconds);
            let seconds = seconds.filter(|seconds| (0..=86_400).contains(seconds));
            let is_asleep = match rows.cell(stage) {
                "40001" => Some(false),
                "40002" | "40003" | "40004" => Some(true),
                _ => None,
            };
            let (Some(seconds), Some(is_asleep)) = (seconds, is_asleep) else {
                gather.reject(line, None, ("no stage of sleep", "look at the row"));
                continue;
            };
            let is_known = self.stages.contains_key(rows.cell(id));
            if !is_known && self.stages.len() >= SLEEPS_MAX {
                return Err(AppFileError::TooMuch("nights"));
            }
            let sum = self.stages.entry(rows.cell(id).to_owned()).or_default();
            match is_asleep {
                true => sum.asleep += seconds,
                false => sum.awake += seconds,
            }
        }
        Ok(())
    }

    fn sleep<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let stamps = Stamps::of(rows)?;
        let (id, efficiency) = (rows.find_last("datauuid"), rows.find_last("efficiency"));
        let latency = rows.find_last("sleep_latency");
        while let Some(line) = rows.next()? {
            let Some((from, to)) = stamps.ends(rows) else {
                gather.reject(line, None, ("no night", "look at its times"));
                continue;
            };
            if self.nights.len() >= SLEEPS_MAX {
                return Err(AppFileError::TooMuch("nights"));
            }
            let percent = rows.maybe(efficiency).parse().ok();
            let latency = rows.maybe(latency).parse::<f64>().ok();
            self.nights.push(Night {
                from,
                to,
                id: rows.maybe(id).to_owned(),
                efficiency: percent.filter(|percent| (1.0..=100.0).contains(percent)),
                // In milliseconds.
                latency: latency.and_then(|latency| whole_minutes(latency / 60_000.0)),
                line,
            });
        }
        self.is_local = is_local(&self.nights);
        Ok(())
    }

    fn moment(&self, stamp: Stamp) -> Option<Moment> {
        let is_local = self.is_local && !stamp.is_counted;
        let shift = stamp.offset.filter(|_| is_local).unwrap_or(0);
        let seconds = stamp.seconds - i64::from(shift);
        // Zero stands for no time.
        when::millis(seconds.checked_mul(1000)?)?;
        on_clock(seconds, stamp.offset, &self.zone)
    }

    fn steps<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let (time, count) = (need(rows, "day_time")?, need(rows, "count")?);
        let (source, device) = (rows.find_last("source_type"), rows.find_last("deviceuuid"));
        while let Some(line) = rows.next()? {
            let day = day(rows.cell(time));
            let count = rows.cell(count).parse::<f64>().ok();
            let count = count.filter(|count| count.is_finite() && *count >= 0.0);
            let (Some(day), Some(count)) = (day, count) else {
                gather.reject(line, None, ("no day or no number", "look at the row"));
                continue;
            };
            if rows.maybe(source) == "-2" {
                // All devices together, as the program itself counted them.
                let most = self.merged.entry(day.number()).or_default();
                *most = most.max(count);
            } else {
                let name = format!("{} {}", rows.maybe(source), rows.maybe(device));
                self.devices.add(day, &name, count);
            }
        }
        Ok(())
    }

    fn exercise<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let stamps = Stamps::of(rows)?;
        let (kind, duration) = (rows.find_last("exercise_type"), need(rows, "duration")?);
        while let Some(line) = rows.next()? {
            let from = stamps.start(rows).and_then(|from| self.moment(from));
            // In milliseconds.
            let minutes = rows.cell(duration).parse::<f64>().ok();
            let minutes = minutes.and_then(|millis| whole_minutes(millis / 60_000.0));
            let (Some(from), Some(minutes)) = (from, minutes) else {
                gather.reject(line, None, ("no stretch of time", "look at the row"));
                continue;
            };
            let kind = rows.maybe(kind);
            let body = FactBody::Activity(Activity {
                label: exercise_name(kind).and_then(|name| Label::new(name).ok()),
                minutes,
                intensity: None,
            });
            gather.only_fact((&from, line), &["exercise", kind], body);
        }
        Ok(())
    }

    fn mindfulness<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let stamps = Stamps::of(rows)?;
        while let Some(line) = rows.next()? {
            let ends = stamps.ends(rows);
            let ends = ends.and_then(|(from, to)| Some((self.moment(from)?, self.moment(to)?)));
            let practice = ends.and_then(|(from, to)| {
                let seconds = u32::try_from(to.unix_seconds() - from.unix_seconds()).ok()?;
                let minutes = whole_minutes(f64::from(seconds) / 60.0)?;
                let strategy = Label::new("mindfulness").ok()?;
                Some((from, Practice::new(strategy, Some(minutes))))
            });
            match practice {
                Some((from, practice)) => {
                    let body = FactBody::Practice(practice);
                    gather.only_fact((&from, line), &["practice"], body);
                }
                None => gather.reject(line, None, ("no stretch of time", "look at the row")),
            }
        }
        Ok(())
    }

    /// A mood is a number between two faces; which number is which nobody wrote down, and none of
    /// them is numb.
    fn mood<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let stamps = Stamps::of(rows)?;
        let (mood, notes) = (need(rows, "mood_type")?, rows.find_last("notes"));
        let item = open_item("samsung_health_mood");
        while let Some(line) = rows.next()? {
            let at = stamps.start(rows).and_then(|at| self.moment(at));
            let number = rows.cell(mood).parse::<f64>().ok();
            let number = number.filter(|number| number.is_finite());
            let (Some(at), Some(number), Some(item)) = (at, number, &item) else {
                gather.reject(line, None, ("no time or no number", "look at the row"));
                continue;
            };
            gather.answer((&at, line), item, number);
            gather.note((&at, line), rows.maybe(notes));
            for name in ["emotions", "factors", "place"] {
                if !rows.maybe(rows.find_last(name)).is_empty() {
                    gather.unknown(&format!("{name} of a mood"));
                }
            }
        }
        Ok(())
    }

    fn finish(mut self, gather: &mut Gather) {
        let mut sleeps = Sleeps::default();
        for night in std::mem::take(&mut self.nights) {
            if self.night(&night).is_none_or(|sleep| !sleeps.add(sleep)) {
                gather.reject(night.line, None, ("no night", "look at its times"));
            }
        }
        sleeps.finish(gather);
        let devices = self.devices.most();
        let steps = if self.merged.is_empty() {
            devices
        } else {
            gather.unknown_times("days of single devices", devices.len() as u64);
            self.merged
        };
        if let Some(item) = day_item("samsung_health_steps") {
            gather.days(item, steps, Some(OpenDays::Last));
        }
    }

    fn night(&self, night: &Night) -> Option<Sleep> {
        let stages = self.stages.get(&night.id).filter(|sum| sum.asleep > 0);
        let minutes = |seconds: i64| {
            let seconds = i32::try_from(seconds).ok()?;
            whole_minutes(f64::from(seconds) / 60.0)
        };
        let between = i32::try_from(night.to.seconds - night.from.seconds).ok()?;
        let share = (night.efficiency).map(|percent| f64::from(between) / 60.0 * percent / 100.0);
        Some(Sleep {
            from: self.moment(night.from)?,
            to: self.moment(night.to)?,
            asleep: match stages {
                Some(sum) => minutes(sum.asleep),
                None => share.and_then(whole_minutes),
            },
            awake: stages.and_then(|sum| minutes(sum.awake)),
            latency: night.latency,
            n_awakenings: None,
            // A device that told stages knows more than a phone that lay still.
            version: u32::from(stages.is_some()),
            line: night.line,
        })
    }
}

/// Says whether the times of a file are those of the wall: its nights end in the morning then, and
/// would not if they were in UTC.
fn is_local(nights: &[Night]) -> bool {
    let ends = |is_local: bool| {
        let text = nights.iter().filter(|night| !night.to.is_counted);
        let hours = text.map(|night| {
            let shift = night.to.offset.filter(|_| !is_local).unwrap_or(0);
            (night.to.seconds + i64::from(shift)).rem_euclid(86_400) / 3600
        });
        hours.filter(|hour| (3..13).contains(hour)).count()
    };
    ends(true) > ends(false)
}

/// The name of an exercise by its number; the commonest ones.
fn exercise_name(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "1001" => "walking",
        "1002" => "running",
        "11007" => "cycling",
        "13001" => "hiking",
        "14001" => "swimming",
        _ => return None,
    })
}
