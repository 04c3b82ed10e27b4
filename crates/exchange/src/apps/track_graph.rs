//! Reads a Track & Graph export. Refuses to know which of its trackers is about numbness: each is
//! kept as a number of its own.

use std::io::Read;

use super::gather::{Gather, open_item, plain_id};
use super::importer::{Importer, Way};
use super::rows::Rows;
use super::{AppFileError, Setting, when};

const APP: &str = "track_graph";

/// The export of all trackers, of any age.
pub(super) const CSV: Importer = Importer {
    word: "track-and-graph",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| head.has_columns(&["featurename", "timestamp", "value"]),
        read,
    },
};

fn read(reader: &mut dyn Read, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let name = rows.need("featurename")?;
    let (time, value) = (rows.need("timestamp")?, rows.need("value")?);
    let (label, note) = (rows.find("label"), rows.find("note"));
    while let Some(line) = rows.next()? {
        let Some(moment) = when::stamp(rows.cell(time).as_bytes(), &setting.zone) else {
            let words = ("no time with its offset", "look at the row");
            gather.reject(line, Some("Timestamp"), words);
            continue;
        };
        let name = rows.cell(name);
        let Some(value) = Value::of(rows.cell(value)).filter(|_| !name.is_empty()) else {
            let words = ("no number and no length of time", "look at the row");
            gather.reject(line, Some("Value"), words);
            continue;
        };
        let at = (&moment, line);
        let id = plain_id(APP, &format!("{name}{}", value.unit));
        if let Some(item) = open_item(&id) {
            gather.answer(at, &item, value.number);
        }
        let label = Some(rows.maybe(label)).filter(|label| !label.is_empty());
        if let Some(label) = label.or(value.label) {
            gather.event(at, &format!("{name}: {label}"));
        }
        gather.note(at, rows.maybe(note));
    }
    gather.ledger.n_rows += rows.n_rows();
    Ok(())
}

/// What was tracked.
struct Value<'a> {
    number: f64,
    /// Behind the name of a tracker that counts time.
    unit: &'static str,
    /// Files of before 2022 write it into the same cell.
    label: Option<&'a str>,
}

impl<'a> Value<'a> {
    /// A number, a length such as `26:05:30`, or either with a colon and a label behind it.
    fn of(text: &'a str) -> Option<Self> {
        let (number, unit, label) = match length(text) {
            Some((seconds, label)) => (seconds / 60.0, " minutes", label),
            None => match text.split_once(':') {
                Some((number, label)) => (number.parse().ok()?, "", Some(label)),
                None => (text.parse().ok()?, "", None),
            },
        };
        let label = label.map(str::trim).filter(|label| !label.is_empty());
        f64::is_finite(number).then_some(Self {
            number,
            unit,
            label,
        })
    }
}

/// Seconds of a length whose hours have no end and which may be negative, and what follows it.
fn length(text: &str) -> Option<(f64, Option<&str>)> {
    let (sign, plain) = match text.strip_prefix('-') {
        Some(plain) => (-1.0, plain),
        None => (1.0, text),
    };
    let mut parts = plain.splitn(4, ':');
    let whole = |part: Option<&str>, max: f64| {
        let part = part.filter(|part| !part.is_empty() && part.len() <= 9)?;
        let is_whole = part.bytes().all(|byte| byte.is_ascii_digit());
        let number: f64 = is_whole.then(|| part.parse().ok())??;
        (number < max).then_some(number)
    };
    let hours = whole(parts.next(), f64::INFINITY)?;
    let (minutes, seconds) = (whole(parts.next(), 60.0)?, whole(parts.next(), 60.0)?);
    let all = hours * 3600.0 + minutes * 60.0 + seconds;
    Some((sign * all, parts.next()))
}
