//! Reads what Garmin gives away: the archive of an account, and single files of it. Refuses to take a
//! day without the watch for a day without steps or sleep.

use std::collections::BTreeMap;
use std::io::Read;

use record::{Activity, FactBody, Label, LocalDay, Minutes, Moment, Zone};
use serde::Deserialize;
use serde_json::Value;

use super::gather::{Gather, OpenDays, day_item};
use super::importer::{Archive, Head, Importer, Way};
use super::sleeps::{Sleep, Sleeps};
use super::walk::{Walker, Want, shape, walk};
use super::when::{self, clock_offset, on_clock, whole_minutes};
use super::{AppFileError, Setting};

const APP: &str = "garmin";

/// The archive of an account.
pub(super) const ZIP: Importer = Importer {
    word: "garmin",
    app: APP,
    has_words: false,
    way: Way::Zip {
        is_it: |zip| !parts(zip).is_empty(),
        read: read_zip,
    },
};

/// A file of nights.
pub(super) const SLEEP: Importer = Importer {
    word: "garmin-sleep",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| Kind::Sleep.fits(head),
        read: |reader, setting, gather| read_one(reader, Kind::Sleep, setting, gather),
    },
};

/// A file of days.
pub(super) const DAYS: Importer = Importer {
    word: "garmin-days",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| Kind::Days.fits(head),
        read: |reader, setting, gather| read_one(reader, Kind::Days, setting, gather),
    },
};

/// A file of activities.
pub(super) const ACTIVITIES: Importer = Importer {
    word: "garmin-activities",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| Kind::Activities.fits(head),
        read: |reader, setting, gather| read_one(reader, Kind::Activities, setting, gather),
    },
};

/// What a part of an archive is; days tell the offsets of nights, so they come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Days,
    Sleep,
    Activities,
}

impl Kind {
    /// What the name inside the archive says; the content has to agree.
    fn of_name(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let name = name.strip_suffix(".json")?;
        match () {
            () if name.starts_with("udsfile") => Some(Self::Days),
            () if name.ends_with("sleepdata") => Some(Self::Sleep),
            () if name.ends_with("summarizedactivities") => Some(Self::Activities),
            () => None,
        }
    }

    fn fits(self, head: &Head) -> bool {
        match self {
            Self::Days => head.has_keys(&["calendarDate", "totalSteps", "userProfilePK"]),
            Self::Sleep => head.has_keys(&["sleepStartTimestampGMT", "sleepEndTimestampGMT"]),
            Self::Activities => head.has_keys(&["summarizedActivitiesExport"]),
        }
    }
}

/// The parts that are read, in the order in which they are read: of files of one kind, the later one
/// by its name comes later.
fn parts(zip: &mut Archive<'_>) -> Vec<(Kind, String, usize)> {
    let names = zip.names();
    let named: Vec<_> = (names.iter())
        .filter_map(|(idx, name)| Some((Kind::of_name(name)?, name.clone(), *idx)))
        .collect();
    let fits = |(kind, _, idx): &(Kind, String, usize)| {
        zip.head(*idx).is_some_and(|head| kind.fits(&head))
    };
    let mut parts: Vec<_> = named.into_iter().filter(fits).collect();
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
    for (kind, _, idx) in parts {
        export.read(&mut zip.part(idx)?, kind, gather)?;
    }
    gather.unknown_times("files beside nights, days and activities", n_others as u64);
    export.finish(gather);
    Ok(())
}

fn read_one(
    reader: &mut dyn Read,
    kind: Kind,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut export = Export::new(&setting.zone);
    export.read(reader, kind, gather)?;
    export.finish(gather);
    Ok(())
}

/// What was read so far.
struct Export {
    zone: Zone,
    /// Offsets of the clock at the beginning and at the end of days, by their number.
    offsets: BTreeMap<i32, [Option<i32>; 2]>,
    sleeps: Sleeps,
    steps: BTreeMap<i32, f64>,
    /// Files so far: a later one knows more of the same night.
    n_files: u32,
}

impl Export {
    fn new(zone: &Zone) -> Self {
        Self {
            zone: zone.clone(),
            offsets: BTreeMap::new(),
            sleeps: Sleeps::default(),
            steps: BTreeMap::new(),
            n_files: 0,
        }
    }

    fn read(
        &mut self,
        reader: &mut dyn Read,
        kind: Kind,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        self.n_files += 1;
        let mut list = List {
            export: self,
            gather,
            kind,
            line: 0,
        };
        walk(reader, &mut list)
    }

    fn finish(self, gather: &mut Gather) {
        self.sleeps.finish(gather);
        if let Some(item) = day_item("garmin_steps") {
            gather.days(item, self.steps, Some(OpenDays::Last));
        }
    }
}

/// One file.
struct List<'e> {
    export: &'e mut Export,
    gather: &'e mut Gather,
    kind: Kind,
    line: u32,
}

impl Walker for List<'_> {
    fn want(&mut self, place: &str) -> Want {
        match (self.kind, place) {
            (_, "")
            | (Kind::Activities, "[]" | "[].summarizedActivitiesExport")
            | (Kind::Activities, "summarizedActivitiesExport") => Want::Enter,
            (Kind::Activities, "[].summarizedActivitiesExport[]")
            | (Kind::Activities, "summarizedActivitiesExport[]")
            | (Kind::Sleep, "dailySleepDTO")
            | (Kind::Sleep | Kind::Days, "[]") => Want::Take,
            _ => Want::Skip,
        }
    }

    fn take(&mut self, _: &str, part: Value) {
        self.line = self.line.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        let is_taken = match self.kind {
            Kind::Days => self.day(part),
            Kind::Sleep => self.night(part),
            Kind::Activities => self.activity(part),
        };
        if is_taken.is_none() {
            let words = (
                "a time or number that cannot be",
                "nothing to do: the rest is taken",
            );
            self.gather.reject(self.line, None, words);
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Night {
    calendar_date: Option<String>,
    #[serde(rename = "sleepStartTimestampGMT")]
    start: Option<Value>,
    #[serde(rename = "sleepEndTimestampGMT")]
    end: Option<Value>,
    #[serde(rename = "sleepStartTimestampLocal")]
    start_local: Option<Value>,
    #[serde(rename = "sleepEndTimestampLocal")]
    end_local: Option<Value>,
    sleep_window_confirmation_type: Option<String>,
    deep_sleep_seconds: Option<f64>,
    light_sleep_seconds: Option<f64>,
    rem_sleep_seconds: Option<f64>,
    awake_sleep_seconds: Option<f64>,
    sleep_time_seconds: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Day {
    calendar_date: String,
    total_steps: Option<f64>,
    wellness_start_time_gmt: Option<Value>,
    wellness_start_time_local: Option<Value>,
    wellness_end_time_gmt: Option<Value>,
    wellness_end_time_local: Option<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Exercise {
    activity_type: Option<String>,
    begin_timestamp: Option<Value>,
    start_time_gmt: Option<Value>,
    start_time_local: Option<Value>,
    duration: f64,
}

impl List<'_> {
    fn day(&mut self, part: Value) -> Option<()> {
        let day: Day = shape(part)?;
        let date = when::date(&day.calendar_date)?;
        let begins = (&day.wellness_start_time_gmt, &day.wellness_start_time_local);
        let ends = (&day.wellness_end_time_gmt, &day.wellness_end_time_local);
        let offsets = [begins, ends].map(|(gmt, local)| between(gmt.as_ref(), local.as_ref()));
        self.export.offsets.insert(date.number(), offsets);
        match day.total_steps {
            // The watch lay somewhere: nobody counted.
            None | Some(0.0) => self.gather.unknown("days without steps"),
            Some(steps) if steps.is_finite() && steps > 0.0 => {
                let most = self.export.steps.entry(date.number()).or_default();
                *most = most.max(steps);
            }
            Some(_) => return None,
        }
        Some(())
    }

    fn night(&mut self, mut part: Value) -> Option<()> {
        // What the web site answers has the night one step deeper.
        if let Some(inner) = part.get_mut("dailySleepDTO") {
            part = inner.take();
        }
        let night: Night = shape(part)?;
        let asleep = [
            night.deep_sleep_seconds,
            night.light_sleep_seconds,
            night.rem_sleep_seconds,
        ];
        let stages = asleep.iter().flatten().copied().reduce(|a, b| a + b);
        let asleep = stages.or(night.sleep_time_seconds).map(minutes);
        let kind = night.sleep_window_confirmation_type.as_deref();
        let (Some(start), Some(end), Some(asleep)) = (&night.start, &night.end, asleep) else {
            self.gather.unknown("nights without any sleep in them");
            return Some(());
        };
        let asleep = asleep?;
        if asleep == Minutes(0) || kind.is_some_and(|kind| kind.contains("OFF_WRIST")) {
            self.gather.unknown("nights without any sleep in them");
            return Some(());
        }
        let (start, end) = (utc(start)?, utc(end)?);
        let date = night.calendar_date.as_deref().and_then(when::date);
        let day = date.map(LocalDay::number);
        let [begins, ends] = day
            .and_then(|day| self.export.offsets.get(&day).copied())
            .unwrap_or_default();
        let own = |own: &Option<Value>, gmt: i64| clock_offset(utc(own.as_ref()?)? - gmt);
        let zone = &self.export.zone;
        let sleep = Sleep {
            from: on_clock(start, own(&night.start_local, start).or(begins), zone)?,
            to: on_clock(end, own(&night.end_local, end).or(ends), zone)?,
            asleep: Some(asleep),
            awake: night.awake_sleep_seconds.and_then(minutes),
            latency: None,
            n_awakenings: None,
            version: self.export.n_files,
            line: self.line,
        };
        self.export.sleeps.add(sleep).then_some(())
    }

    fn activity(&mut self, part: Value) -> Option<()> {
        let exercise: Exercise = shape(part)?;
        let begin = exercise.begin_timestamp.or(exercise.start_time_gmt);
        let offset = between(begin.as_ref(), exercise.start_time_local.as_ref());
        let from: Moment = on_clock(utc(&begin?)?, offset, &self.export.zone)?;
        let kind = exercise.activity_type.unwrap_or_default().replace('_', " ");
        let body = FactBody::Activity(Activity {
            label: Label::new(&kind).ok(),
            // In milliseconds.
            minutes: whole_minutes(exercise.duration / 60_000.0)?,
            intensity: None,
        });
        self.gather
            .only_fact((&from, self.line), &["activity", &kind], body);
        Some(())
    }
}

/// Seconds since 1970 in UTC, of milliseconds or of text.
fn utc(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => {
            #[allow(clippy::cast_possible_truncation)] // A number that is too large is none.
            let whole = number.as_i64().or_else(|| Some(number.as_f64()? as i64))?;
            when::millis(whole)
        }
        Value::String(text) => when::utc(text),
        _ => None,
    }
}

/// The offset of a clock that is told beside the same time in UTC.
fn between(gmt: Option<&Value>, local: Option<&Value>) -> Option<i32> {
    clock_offset(utc(local?)? - utc(gmt?)?)
}

fn minutes(seconds: f64) -> Option<Minutes> {
    whole_minutes(seconds / 60.0)
}
