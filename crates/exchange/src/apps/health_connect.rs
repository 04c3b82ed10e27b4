//! Reads the database that Health Connect exports. Refuses to add apps up that counted the same steps,
//! and to name what a person did by more than its kind.

use std::collections::BTreeMap;

use record::{Activity, FactBody, Label, Moment, Practice, Zone};

use super::days::Days;
use super::gather::{Gather, OpenDays, day_item};
use super::importer::{Importer, Way};
use super::night::{Nights, Phase};
use super::sqlite::{Cell, Database, Row, Table};
use super::when::{self, clock_offset, day_of, on_clock, whole_minutes};
use super::{AppFileError, Setting};

const APP: &str = "health_connect";

/// The database, alone or in the archive that the phone writes.
pub(super) const DATABASE: Importer = Importer {
    word: "health-connect",
    app: APP,
    has_words: false,
    way: Way::Database {
        is_it: |tables| {
            let has = |name: &str| tables.iter().any(|table| table.name == name);
            has(APPS) && (has(SLEEP) || has(STEPS))
        },
        read,
    },
};

const APPS: &str = "application_info_table";
const SLEEP: &str = "sleep_session_record_table";
const STAGES: &str = "sleep_stages_table";
const STEPS: &str = "steps_record_table";
const EXERCISE: &str = "exercise_session_record_table";
const MINDFUL: &str = "mindfulness_session_record_table";

/// Most sleeps, and most stages of them; fifty years have a tenth.
const SLEEPS_MAX: usize = 200_000;
const STAGES_MAX: usize = 2_000_000;

/// A stretch of time that an app wrote.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: i64,
    to: i64,
    /// Offsets of the clock at both ends.
    offsets: [Option<i32>; 2],
    app: i64,
    line: u32,
}

/// A stage of a sleep.
#[derive(Debug, Clone, Copy)]
struct Stage {
    from: i64,
    to: i64,
    phase: Phase,
}

fn read(
    database: &mut Database<'_, '_, '_>,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut export = Export {
        zone: &setting.zone,
        gather,
        sleeps: BTreeMap::new(),
        stages: BTreeMap::new(),
        n_stages: 0,
        steps: Days::default(),
    };
    let kinds = [SLEEP, STAGES, STEPS, EXERCISE, MINDFUL];
    let is_wanted = |table: &Table| kinds.contains(&table.name.as_str());
    let others = database.rows(is_wanted, &mut |_, table, row| export.row(table, row))?;
    for (name, n) in others {
        if let Some(kind) = name.strip_suffix("_record_table") {
            export.gather.ledger.n_rows += n;
            export.gather.unknown_times(kind, n);
        }
    }
    export.finish();
    Ok(())
}

/// What was read so far.
struct Export<'g> {
    zone: &'g Zone,
    gather: &'g mut Gather,
    /// By the number of their row.
    sleeps: BTreeMap<i64, Stretch>,
    stages: BTreeMap<i64, Vec<Stage>>,
    n_stages: usize,
    steps: Days,
}

/// A row with the names of its columns.
struct Named<'r, 'b> {
    table: &'r Table,
    row: &'r Row<'b>,
}

impl<'b> Named<'_, 'b> {
    fn cell(&self, name: &str) -> Cell<'b> {
        match self.table.find(name) {
            Some(idx) if self.table.is_row_id(idx) => Cell::Whole(self.row.id),
            Some(idx) => self.row.cell(idx),
            None => Cell::None,
        }
    }

    fn whole(&self, name: &str) -> Option<i64> {
        match self.cell(name) {
            Cell::Whole(number) => Some(number),
            _ => None,
        }
    }

    /// Seconds since 1970 of a time in milliseconds.
    fn time(&self, name: &str) -> Option<i64> {
        when::epoch(self.whole(name)?)
    }

    /// Both ends of the row, at most two days apart.
    fn stretch(&self, line: u32) -> Option<Stretch> {
        let (from, to) = (self.time("start_time")?, self.time("end_time")?);
        let offsets = ["start_zone_offset", "end_zone_offset"];
        (0..=172_800).contains(&(to - from)).then_some(Stretch {
            from,
            to,
            // In seconds.
            offsets: offsets.map(|name| clock_offset(self.whole(name)?)),
            app: self.whole("app_info_id").unwrap_or(0),
            line,
        })
    }
}

impl Export<'_> {
    fn row(&mut self, table: &Table, row: &Row<'_>) -> Result<(), AppFileError> {
        let named = Named { table, row };
        let line = u32::try_from(row.id).unwrap_or(0);
        self.gather.ledger.n_rows += 1;
        let is_taken = match table.name.as_str() {
            SLEEP => self.sleep(&named, line),
            STAGES => self.stage(&named),
            STEPS => self.step(&named, line),
            EXERCISE => self.exercise(&named, line),
            _ => self.mindful(&named, line),
        };
        if is_taken.is_none() {
            let kind = table.name.trim_end_matches("_table");
            let words = (
                "a time or number that cannot be",
                "nothing to do: the rest is taken",
            );
            self.gather.reject(line, Some(kind), words);
        }
        if self.sleeps.len() > SLEEPS_MAX || self.n_stages > STAGES_MAX {
            return Err(AppFileError::TooMuch("nights"));
        }
        Ok(())
    }

    fn sleep(&mut self, row: &Named<'_, '_>, line: u32) -> Option<()> {
        let stretch = row.stretch(line)?;
        self.sleeps.insert(row.row.id, stretch);
        Some(())
    }

    fn stage(&mut self, row: &Named<'_, '_>) -> Option<()> {
        let phase = match row.whole("stage_type")? {
            // Awake, out of bed, awake in bed.
            1 | 3 | 7 => Phase::Awake,
            2 => Phase::Asleep,
            // Light, deep, dreaming.
            4..=6 => Phase::Stage,
            0 => {
                self.gather.unknown("stages of sleep without a name");
                return Some(());
            }
            _ => return None,
        };
        let (from, to) = (row.time("stage_start_time")?, row.time("stage_end_time")?);
        let sleep = row.whole("parent_key")?;
        self.n_stages += 1;
        let stages = self.stages.entry(sleep).or_default();
        stages.push(Stage { from, to, phase });
        Some(())
    }

    fn step(&mut self, row: &Named<'_, '_>, line: u32) -> Option<()> {
        let stretch = row.stretch(line)?;
        let count = i32::try_from(row.whole("count")?).ok()?;
        let [offset, _] = stretch.offsets;
        let day = day_of(&on_clock(stretch.from, offset, self.zone)?)?;
        let app = stretch.app.to_string();
        self.steps.add(day, &app, f64::from(count)).then_some(())
    }

    /// The moment at which something began, and how long it took.
    fn begun(&self, row: &Named<'_, '_>, line: u32) -> Option<(Moment, record::Minutes)> {
        let stretch = row.stretch(line)?;
        let [offset, _] = stretch.offsets;
        let seconds = i32::try_from(stretch.to - stretch.from).ok()?;
        let minutes = whole_minutes(f64::from(seconds) / 60.0)?;
        Some((on_clock(stretch.from, offset, self.zone)?, minutes))
    }

    fn exercise(&mut self, row: &Named<'_, '_>, line: u32) -> Option<()> {
        let (from, minutes) = self.begun(row, line)?;
        let kind = row.whole("exercise_type").unwrap_or(0);
        let body = FactBody::Activity(Activity {
            label: exercise_name(kind).and_then(|name| Label::new(name).ok()),
            minutes,
            intensity: None,
        });
        let kind = kind.to_string();
        self.gather
            .only_fact((&from, line), &["exercise", &kind], body);
        Some(())
    }

    fn mindful(&mut self, row: &Named<'_, '_>, line: u32) -> Option<()> {
        let (from, minutes) = self.begun(row, line)?;
        let strategy = Label::new("mindfulness").ok()?;
        let body = FactBody::Practice(Practice::new(strategy, Some(minutes)));
        self.gather.only_fact((&from, line), &["practice"], body);
        Some(())
    }

    fn finish(mut self) {
        let (mut nights, mut n_outside) = (Nights::default(), 0);
        for (id, sleep) in std::mem::take(&mut self.sleeps) {
            let [begins, ends] = sleep.offsets;
            let clock = |seconds: i64, offset: Option<i32>| {
                let moment = on_clock(seconds, offset, self.zone)?;
                Some((seconds, moment.offset_seconds()))
            };
            let source = nights.source(&sleep.app.to_string());
            let mut add = |phase, from, to| {
                let ends = clock(from, begins).zip(clock(to, ends));
                ends.is_some_and(|ends| nights.add(source, phase, ends, sleep.line))
            };
            let stages = self.stages.remove(&id).unwrap_or_default().into_iter();
            let (stages, outside): (Vec<Stage>, Vec<Stage>) =
                stages.partition(|stage| stage.from >= sleep.from && stage.to <= sleep.to);
            n_outside += outside.len();
            let is_told = stages.iter().any(|stage| stage.phase != Phase::Awake);
            let is_taken = if is_told {
                add(Phase::InBed, sleep.from, sleep.to);
                let mut taken = stages.into_iter();
                taken.all(|stage| stage.from == stage.to || add(stage.phase, stage.from, stage.to))
            } else {
                add(Phase::Asleep, sleep.from, sleep.to)
            };
            if !is_taken {
                let words = ("no night", "nothing to do: the rest is taken");
                self.gather
                    .reject(sleep.line, Some("sleep_session_record"), words);
            }
        }
        n_outside += self.stages.values().map(Vec::len).sum::<usize>();
        let kind = "stages outside their sleep";
        self.gather.unknown_times(kind, n_outside as u64);
        nights.finish(self.gather, self.zone);
        if let Some(item) = day_item("health_connect_steps") {
            self.gather
                .days(item, self.steps.most(), Some(OpenDays::Last));
        }
    }
}

/// The name of an exercise by its number; the commonest ones.
const fn exercise_name(kind: i64) -> Option<&'static str> {
    Some(match kind {
        4 => "cycling",
        5 => "exercise bike",
        10 => "dancing",
        17 => "guided breathing",
        21 => "hiking",
        27 => "pilates",
        31 => "rowing",
        33 | 34 => "running",
        45 => "strength training",
        46 => "stretching",
        48 | 49 => "swimming",
        53 => "walking",
        55 => "weightlifting",
        57 => "yoga",
        60 => "elliptical",
        61 => "rowing machine",
        _ => return None,
    })
}
