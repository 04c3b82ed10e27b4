//! Reads what Fitbit and Google Health give away: a Takeout archive of either age, single files of it,
//! and the older table from the web site. Refuses to add devices up, and to take two readings of one
//! night for two nights.

mod web;

use std::io::Read;

use record::{Activity, FactBody, Label, Moment, Zone};
use serde::Deserialize;
use serde_json::Value;

use super::days::Days;
use super::gather::{Gather, OpenDays, day_item};
use super::importer::{Archive, Head, Importer, Way};
use super::rows::Rows;
use super::sleeps::{self, Sleep, Sleeps};
use super::walk::{Walker, Want, shape, walk};
use super::when::{day_of, whole_minutes};
use super::{AppFileError, Setting, when};

const APP: &str = "fitbit";

/// A Takeout archive.
pub(super) const ZIP: Importer = Importer {
    word: "fitbit",
    app: APP,
    has_words: false,
    way: Way::Zip {
        is_it: |zip| !parts(zip, true).is_empty(),
        read: read_zip,
    },
};

/// A file of nights out of the folder of older archives.
pub(super) const SLEEP: Importer = Importer {
    word: "fitbit-sleep",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: is_sleep,
        read: |reader, setting, gather| {
            let mut takeout = Takeout::new(&setting.zone);
            takeout.json(reader, Kind::Sleep, gather)?;
            takeout.finish(gather);
            Ok(())
        },
    },
};

/// A table of nights of newer archives.
pub(super) const SLEEPS: Importer = Importer {
    word: "fitbit-google-sleeps",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: is_sleeps,
        read: |reader, setting, gather| {
            let mut takeout = Takeout::new(&setting.zone);
            takeout.sleeps(reader, gather)?;
            takeout.finish(gather);
            Ok(())
        },
    },
};

/// A table of steps of newer archives.
pub(super) const STEPS: Importer = Importer {
    word: "fitbit-google-steps",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: is_steps,
        read: |reader, setting, gather| {
            let mut takeout = Takeout::new(&setting.zone);
            takeout.steps(reader, gather)?;
            takeout.finish(gather);
            Ok(())
        },
    },
};

/// The table from the web site.
pub(super) const WEB: Importer = Importer {
    word: "fitbit-web",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: web::is_it,
        read: web::read,
    },
};

/// Nights of older archives.
fn is_sleep(head: &Head) -> bool {
    head.is_list() && head.has_keys(&["logId", "dateOfSleep", "startTime"])
}

/// Nights of newer archives.
fn is_sleeps(head: &Head) -> bool {
    head.has_columns(&["sleep_id", "sleep_start", "sleep_end", "minutes_asleep"])
}

/// Steps of newer archives.
fn is_steps(head: &Head) -> bool {
    head.has_columns(&["timestamp", "steps", "data source"])
}

/// What a part of an archive is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Tells the zone of clocks, so it comes first.
    Profile,
    Sleep,
    Sleeps,
    StepsJson,
    Steps,
    Exercises,
}

impl Kind {
    /// What the name inside the archive says; the content has to agree.
    fn of_name(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let is = |start: &str, end: &str| name.starts_with(start) && name.ends_with(end);
        Some(match name {
            "profile.csv" => Self::Profile,
            _ if is("sleep-", ".json") => Self::Sleep,
            _ if is("steps-", ".json") => Self::StepsJson,
            _ if is("usersleeps_", ".csv") => Self::Sleeps,
            _ if is("steps_", ".csv") => Self::Steps,
            _ if is("userexercises_", ".csv") => Self::Exercises,
            _ => return None,
        })
    }

    fn fits(self, head: &Head) -> bool {
        match self {
            Self::Profile => head.has_columns(&["timezone"]),
            Self::Sleep => is_sleep(head),
            Self::Sleeps => is_sleeps(head),
            // An empty month is an empty list.
            Self::StepsJson => head.is_list() && head.has_keys(&["dateTime", "value"]),
            Self::Steps => is_steps(head),
            Self::Exercises => head.has_columns(&["exercise_start", "exercise_end"]),
        }
    }
}

/// The parts that are read, in the order in which they are read; or only the first that tells the
/// program, for a look.
fn parts(zip: &mut Archive<'_>, is_look: bool) -> Vec<(Kind, usize)> {
    let mut parts = Vec::new();
    for kind in [
        Kind::Profile,
        Kind::Sleep,
        Kind::Sleeps,
        Kind::StepsJson,
        Kind::Steps,
        Kind::Exercises,
    ] {
        for idx in zip.named(|name| Kind::of_name(name) == Some(kind)) {
            if !zip.head(idx).is_some_and(|head| kind.fits(&head)) {
                continue;
            }
            // Others write a profile and steps too.
            if is_look && matches!(kind, Kind::Sleep | Kind::Sleeps | Kind::Steps) {
                return vec![(kind, idx)];
            }
            parts.push((kind, idx));
        }
    }
    if is_look { Vec::new() } else { parts }
}

fn read_zip(
    zip: &mut Archive<'_>,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let parts = parts(zip, false);
    let n_others = zip.named(|_| true).len() - parts.len();
    let mut takeout = Takeout::new(&setting.zone);
    for (kind, idx) in parts {
        let reader: &mut dyn Read = &mut zip.part(idx)?;
        match kind {
            Kind::Profile => takeout.profile(reader)?,
            Kind::Sleep | Kind::StepsJson => takeout.json(reader, kind, gather)?,
            Kind::Sleeps => takeout.sleeps(reader, gather)?,
            Kind::Steps => takeout.steps(reader, gather)?,
            Kind::Exercises => takeout.exercises(reader, gather)?,
        }
    }
    gather.unknown_times("files beside nights, steps and exercises", n_others as u64);
    takeout.finish(gather);
    Ok(())
}

/// What was read so far.
struct Takeout {
    /// The zone of clocks that name none.
    zone: Zone,
    sleeps: Sleeps,
    steps: Days,
}

impl Takeout {
    fn new(zone: &Zone) -> Self {
        Self {
            zone: zone.clone(),
            sleeps: Sleeps::default(),
            steps: Days::default(),
        }
    }

    /// Takes the zone of the account; a name that is no zone leaves the person's own.
    fn profile(&mut self, reader: &mut dyn Read) -> Result<(), AppFileError> {
        let mut rows = Rows::open(reader, b',')?;
        let column = rows.need("timezone")?;
        if rows.next()?.is_some()
            && let Ok(zone) = Zone::new(rows.cell(column))
        {
            self.zone = zone;
        }
        Ok(())
    }

    fn json(
        &mut self,
        reader: &mut dyn Read,
        kind: Kind,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let mut list = List {
            takeout: self,
            gather,
            kind,
            line: 0,
        };
        walk(reader, &mut list)
    }

    fn sleeps(&mut self, reader: &mut dyn Read, gather: &mut Gather) -> Result<(), AppFileError> {
        let mut rows = Rows::open(reader, b',')?;
        let (from, to) = (rows.need("sleep_start")?, rows.need("sleep_end")?);
        let (offset, version) = (rows.find("end_utc_offset"), rows.find("algorithm_version"));
        let (asleep, awake) = (rows.need("minutes_asleep")?, rows.find("minutes_awake"));
        let latency = rows.find("minutes_to_fall_asleep");
        while let Some(line) = rows.next()? {
            let moment = |text: &str| self.with_offset(text, rows.maybe(offset));
            let minutes = |idx: Option<usize>| {
                let minutes = rows.maybe(idx).parse::<f64>().ok()?;
                whole_minutes(minutes)
            };
            let sleep = moment(rows.cell(from)).zip(moment(rows.cell(to)));
            let sleep = sleep.zip(minutes(Some(asleep)));
            let is_night = sleep.is_some_and(|((from, to), asleep)| {
                self.sleeps.add(Sleep {
                    from,
                    to,
                    asleep: Some(asleep),
                    awake: minutes(awake),
                    latency: minutes(latency),
                    n_awakenings: None,
                    version: sleeps::version(rows.maybe(version)),
                    line,
                })
            });
            if !is_night {
                gather.reject(line, None, ("no night", "look at its times"));
            }
        }
        gather.ledger.n_rows += rows.n_rows();
        Ok(())
    }

    fn steps(&mut self, reader: &mut dyn Read, gather: &mut Gather) -> Result<(), AppFileError> {
        let mut rows = Rows::open(reader, b',')?;
        let (time, steps) = (rows.need("timestamp")?, rows.need("steps")?);
        let source = rows.find("data source");
        while let Some(line) = rows.next()? {
            let moment = when::stamp_at_home(rows.cell(time), &self.zone);
            let number = rows.cell(steps).parse::<f64>().ok();
            let day = moment.as_ref().and_then(day_of);
            let is_taken = day
                .zip(number)
                .is_some_and(|(day, number)| self.steps.add(day, rows.maybe(source), number));
            if !is_taken {
                gather.reject(line, None, ("no time or no number", "look at the row"));
            }
        }
        gather.ledger.n_rows += rows.n_rows();
        Ok(())
    }

    fn exercises(
        &mut self,
        reader: &mut dyn Read,
        gather: &mut Gather,
    ) -> Result<(), AppFileError> {
        let mut rows = Rows::open(reader, b',')?;
        let (from, to) = (rows.need("exercise_start")?, rows.need("exercise_end")?);
        let (offset, name) = (rows.find("utc_offset"), rows.find("activity_name"));
        while let Some(line) = rows.next()? {
            let moment = |text: &str| self.with_offset(text, rows.maybe(offset));
            let span = moment(rows.cell(from)).zip(moment(rows.cell(to)));
            let minutes = span.as_ref().and_then(|(from, to)| {
                let seconds = u32::try_from(to.unix_seconds() - from.unix_seconds()).ok()?;
                whole_minutes(f64::from(seconds) / 60.0)
            });
            let (Some((from, _)), Some(minutes)) = (span, minutes) else {
                gather.reject(line, None, ("no stretch of time", "look at the row"));
                continue;
            };
            let name = rows.maybe(name);
            let body = FactBody::Activity(Activity {
                label: Label::new(name).ok(),
                minutes,
                intensity: None,
            });
            gather.only_fact((&from, line), &["exercise", name], body);
        }
        gather.ledger.n_rows += rows.n_rows();
        Ok(())
    }

    /// A time in UTC with the offset of the clock on the wall beside it.
    fn with_offset(&self, text: &str, offset: &str) -> Option<Moment> {
        let (seconds, own) = when::seconds(text.as_bytes())?;
        match when::offset(offset) {
            Some(offset) => when::moment_of(seconds, offset, &self.zone),
            None if own != 0 => when::moment_of(seconds, own, &self.zone),
            None => Moment::from_unix_seconds(seconds, &self.zone).ok(),
        }
    }

    fn finish(self, gather: &mut Gather) {
        self.sleeps.finish(gather);
        if let Some(item) = day_item("fitbit_steps") {
            gather.days(item, self.steps.most(), Some(OpenDays::Last));
        }
    }
}

/// One list of an older archive.
struct List<'t> {
    takeout: &'t mut Takeout,
    gather: &'t mut Gather,
    kind: Kind,
    line: u32,
}

impl Walker for List<'_> {
    fn want(&mut self, place: &str) -> Want {
        match place {
            "" => Want::Enter,
            "[]" => Want::Take,
            _ => Want::Skip,
        }
    }

    fn take(&mut self, _: &str, part: Value) {
        self.line = self.line.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        let is_taken = match self.kind {
            Kind::Sleep => self.night(part),
            _ => self.step(part),
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
    start_time: String,
    end_time: String,
    minutes_asleep: f64,
    minutes_awake: Option<f64>,
    minutes_to_fall_asleep: Option<f64>,
    // Both names were written.
    main_sleep: Option<bool>,
    is_main_sleep: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Step {
    date_time: String,
    value: Value,
}

impl List<'_> {
    fn night(&mut self, part: Value) -> Option<()> {
        let night: Night = shape(part)?;
        if night.main_sleep.or(night.is_main_sleep) == Some(false) {
            self.gather.unknown("naps");
            return Some(());
        }
        let zone = &self.takeout.zone;
        let moment = |text: &str| Moment::from_wall_clock(text.get(..19)?, zone).ok();
        let sleep = Sleep {
            from: moment(&night.start_time)?,
            to: moment(&night.end_time)?,
            asleep: Some(whole_minutes(night.minutes_asleep)?),
            awake: night.minutes_awake.and_then(whole_minutes),
            latency: night.minutes_to_fall_asleep.and_then(whole_minutes),
            n_awakenings: None,
            version: 0,
            line: self.line,
        };
        self.takeout.sleeps.add(sleep).then_some(())
    }

    /// Steps are stamped in UTC, other than nights.
    fn step(&mut self, part: Value) -> Option<()> {
        let step: Step = shape(part)?;
        let number = match &step.value {
            Value::String(text) => text.parse().ok()?,
            other => other.as_f64()?,
        };
        let moment = when::us_stamp(&step.date_time, &Zone::utc())?;
        let at_home = Moment::from_unix_seconds(moment.unix_seconds(), &self.takeout.zone).ok()?;
        let is_taken = self
            .takeout
            .steps
            .add(day_of(&at_home)?, "older file", number);
        is_taken.then_some(())
    }
}
