//! Reads what Oura gives away: JSON of either version of its interface, the tables of an account, and
//! the table of trends. Refuses naps and deleted nights, and scores that nobody felt.

use std::collections::BTreeMap;
use std::io::Read;

use record::{Activity, FactBody, Label, Minutes, Moment, Practice, Zone};
use serde_json::{Map, Value};

use super::gather::{Gather, OpenDays, day_item};
use super::importer::{Head, Importer, Way};
use super::rows::Rows;
use super::sleeps::{Sleep, Sleeps};
use super::walk::{Walker, Want, walk, want_lists};
use super::when::{self, whole_minutes};
use super::{AppFileError, Setting};

const APP: &str = "oura";

/// What the interface answers, or the JSON of an account.
pub(super) const JSON: Importer = Importer {
    word: "oura",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| {
            let nights = head.has_keys(&["bedtime_start", "bedtime_end"]);
            let tags = head.has_keys(&["tag_type_code", "start_day"]);
            nights || tags || (head.has_keys(&["steps"]) && is_day(head))
        },
        read: |reader, setting, gather| {
            let mut export = Export::new(gather, &setting.zone);
            walk(reader, &mut export)?;
            export.finish();
            Ok(())
        },
    },
};

/// A day of Oura's and of nobody else's.
fn is_day(head: &Head) -> bool {
    head.has_keys(&["met", "class_5_min"]) || head.has_keys(&["day", "equivalent_walking_distance"])
}

/// Tables of an account, one for each kind, and the one of trends with a row for each day.
pub(super) const TABLE: Importer = Importer {
    word: "oura-table",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| {
            head.has_columns(&["bedtime_start", "bedtime_end", "total_sleep_duration"])
                || head.has_columns(&["day", "steps", "equivalent_walking_distance"])
                || head.has_columns(&["tag_type_code", "start_time", "start_day"])
                || head.has_columns(&["date", "bedtime start", "bedtime end"])
                || head.has_columns(&["activity", "start_datetime", "end_datetime", "intensity"])
        },
        read: read_table,
    },
};

/// What was read so far.
struct Export<'g> {
    gather: &'g mut Gather,
    zone: Zone,
    sleeps: Sleeps,
    steps: BTreeMap<i32, f64>,
    line: u32,
}

impl<'g> Export<'g> {
    fn new(gather: &'g mut Gather, zone: &Zone) -> Self {
        Self {
            gather,
            zone: zone.clone(),
            sleeps: Sleeps::default(),
            steps: BTreeMap::new(),
            line: 0,
        }
    }

    fn finish(self) {
        self.sleeps.finish(self.gather);
        if let Some(item) = day_item("oura_steps") {
            self.gather.days(item, self.steps, Some(OpenDays::Last));
        }
    }

    fn keep(&mut self, one: &One<'_>, kind: &str) {
        if self.entry(one, kind).is_none() {
            let words = (
                "a time or number that cannot be",
                "nothing to do: the rest is taken",
            );
            self.gather.reject(self.line, None, words);
        }
    }

    /// Keeps one entry by what it tells; `None` where something in it cannot be.
    fn entry(&mut self, one: &One<'_>, kind: &str) -> Option<()> {
        if one.has("bedtime_end") {
            return self.night(one);
        }
        if one.has("steps") {
            let day = one.text("day").or_else(|| one.text("summary_date"))?;
            let day = when::date(day)?;
            let steps = one.number("steps")?;
            let is_count = steps >= 0.0;
            if is_count {
                self.steps.insert(day.number(), steps);
            }
            return is_count.then_some(());
        }
        if one.has("start_datetime") && one.has("end_datetime") {
            return self.stretch(one);
        }
        if one.has("tag_type_code") || one.has("custom_name") {
            return self.tag(one);
        }
        self.gather.unknown(kind);
        Some(())
    }

    fn night(&mut self, one: &One<'_>) -> Option<()> {
        match one.text("type").unwrap_or_default() {
            "deleted" => {
                self.gather.unknown("deleted nights");
                return Some(());
            }
            "rest" => {
                self.gather.unknown("rests");
                return Some(());
            }
            _ => {}
        }
        let moment = |name| when::stamp_at_home(one.text(name)?, &self.zone);
        let minutes = |names: [&str; 2]| {
            let seconds = names.iter().find_map(|name| one.number(name))?;
            whole_minutes(seconds / 60.0)
        };
        let sleep = Sleep {
            from: moment("bedtime_start")?,
            to: moment("bedtime_end")?,
            asleep: Some(minutes(["total_sleep_duration", "total"])?),
            awake: minutes(["awake_time", "awake"]),
            latency: minutes(["latency", "onset_latency"]),
            n_awakenings: None,
            version: 0,
            line: self.line,
        };
        if sleep.asleep == Some(Minutes(0)) {
            self.gather.unknown("nights without any sleep in them");
            return Some(());
        }
        self.sleeps.add(sleep).then_some(())
    }

    /// A workout or a session of calm.
    fn stretch(&mut self, one: &One<'_>) -> Option<()> {
        let from = when::stamp_at_home(one.text("start_datetime")?, &self.zone)?;
        let to = when::stamp_at_home(one.text("end_datetime")?, &self.zone)?;
        let seconds = u32::try_from(to.unix_seconds() - from.unix_seconds()).ok()?;
        let minutes = whole_minutes(f64::from(seconds) / 60.0)?;
        if one.has("activity") {
            return self.workout(one, &from, minutes);
        }
        match one.text("type").unwrap_or_default() {
            kind @ ("meditation" | "breathing" | "relaxation") => {
                let strategy = Label::new(kind).ok()?;
                let body = FactBody::Practice(Practice::new(strategy, Some(minutes)));
                self.gather
                    .only_fact((&from, self.line), &["practice", kind], body);
            }
            _ => self.gather.unknown("sessions"),
        }
        if one.text("mood").is_some() {
            // "Better than before" is no mood, and none of its words is numb.
            self.gather.unknown("moods after a session");
        }
        Some(())
    }

    /// Something that the person marked, with their own name for it or the one that the list has.
    fn tag(&mut self, one: &One<'_>) -> Option<()> {
        let at = when::stamp_at_home(one.text("start_time")?, &self.zone)?;
        let name = one.text("custom_name").or_else(|| {
            let code = one.text("tag_type_code")?;
            Some(code.strip_prefix("tag_generic_").unwrap_or(code))
        })?;
        self.gather.event((&at, self.line), &name.replace('_', " "));
        let comment = one.text("comment").unwrap_or_default();
        self.gather.note((&at, self.line), comment);
        Some(())
    }

    fn workout(&mut self, one: &One<'_>, from: &Moment, minutes: Minutes) -> Option<()> {
        let kind = one.text("activity")?;
        let body = FactBody::Activity(Activity {
            label: Label::new(&kind.replace('_', " ")).ok(),
            minutes,
            intensity: None,
        });
        self.gather
            .only_fact((from, self.line), &["workout", kind], body);
        Some(())
    }
}

impl Walker for Export<'_> {
    fn want(&mut self, place: &str) -> Want {
        want_lists(place)
    }

    fn take(&mut self, place: &str, part: Value) {
        self.line = self.line.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        let kind = place.trim_end_matches("[]");
        let kind = if matches!(kind, "" | "data") {
            "other entries"
        } else {
            kind
        };
        match &part {
            Value::Object(entry) => self.keep(&One::Json(entry), kind),
            _ => self.gather.unknown(kind),
        }
    }
}

/// One entry, of JSON or of a table.
enum One<'a> {
    Json(&'a Map<String, Value>),
    Row(&'a BTreeMap<&'static str, String>),
}

impl One<'_> {
    /// Says whether it tells this at all.
    fn has(&self, name: &str) -> bool {
        match self {
            Self::Json(entry) => entry.get(name).is_some_and(|value| !value.is_null()),
            Self::Row(cells) => cells.contains_key(name),
        }
    }

    fn text(&self, name: &str) -> Option<&str> {
        let text = match self {
            Self::Json(entry) => entry.get(name)?.as_str()?,
            Self::Row(cells) => cells.get(name)?,
        };
        Some(text).filter(|text| !matches!(*text, "" | "None" | "null"))
    }

    fn number(&self, name: &str) -> Option<f64> {
        let number = match self {
            Self::Json(entry) => entry.get(name)?.as_f64()?,
            Self::Row(cells) => cells.get(name)?.parse().ok()?,
        };
        Some(number).filter(|number| number.is_finite())
    }
}

/// Columns of tables, with the name that the interface has for the same.
const COLUMNS: [(&str, &str); 26] = [
    ("bedtime_start", "bedtime_start"),
    ("bedtime_end", "bedtime_end"),
    ("total_sleep_duration", "total_sleep_duration"),
    ("awake_time", "awake_time"),
    ("latency", "latency"),
    ("type", "type"),
    ("day", "day"),
    ("steps", "steps"),
    ("activity", "activity"),
    ("start_datetime", "start_datetime"),
    ("end_datetime", "end_datetime"),
    ("mood", "mood"),
    ("tag_type_code", "tag_type_code"),
    ("custom_name", "custom_name"),
    ("start_time", "start_time"),
    ("comment", "comment"),
    // The table of trends, of any age.
    ("bedtime start", "bedtime_start"),
    ("bedtime end", "bedtime_end"),
    ("total sleep duration", "total_sleep_duration"),
    ("total sleep time", "total_sleep_duration"),
    ("awake time", "awake_time"),
    ("sleep latency", "latency"),
    ("date", "day"),
    ("summary_date", "day"),
    ("total", "total"),
    ("awake", "awake"),
];

fn read_table(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = Rows::open_any(reader)?;
    let columns: Vec<(usize, &'static str)> = COLUMNS
        .into_iter()
        .filter_map(|(own, name)| Some((rows.find(own)?, name)))
        .collect();
    let mut export = Export::new(gather, &setting.zone);
    while let Some(line) = rows.next()? {
        export.line = line;
        let cells = columns.iter().map(|(idx, name)| (*name, rows.cell(*idx)));
        let filled = cells.filter(|(_, cell)| !matches!(*cell, "" | "None" | "null"));
        let mut cells: BTreeMap<&'static str, String> =
            filled.map(|(name, cell)| (name, cell.to_owned())).collect();
        // A row of trends tells a night and the steps of a day.
        let steps = cells.remove("steps").zip(cells.get("day").cloned());
        let is_night = cells.contains_key("bedtime_end");
        if is_night || steps.is_none() {
            export.keep(&One::Row(&cells), "rows without a night");
        }
        if let Some((steps, day)) = steps {
            let day = BTreeMap::from([("steps", steps), ("day", day)]);
            export.keep(&One::Row(&day), "");
        }
    }
    export.gather.ledger.n_rows += rows.n_rows();
    export.finish();
    Ok(())
}
