//! Reads the answers that m-Path exports. Refuses the answers of several people, and to know which of
//! the questions is about numbness.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use record::{Moment, SamplingPlan, Zone};
use serde_json::Value;

use super::gather::{Gather, open_item, plain_id};
use super::importer::{Importer, Way};
use super::rows::Rows;
use super::when::{self, clock_offset, on_clock};
use super::{AppFileError, Setting};

const APP: &str = "m_path";

/// The table of answers; the one of questions beside it is not needed.
pub(super) const CSV: Importer = Importer {
    word: "m-path",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| {
            head.has_columns(&[
                "connectionid",
                "questionlistname",
                "timestampsent",
                "timestampstart",
                "timestampstop",
            ])
        },
        read,
    },
};

/// Columns that stand in every file and hold no answer.
const OWN: [&str; 19] = [
    "connectionid",
    "legacycode",
    "code",
    "alias",
    "initials",
    "accountcode",
    "scheduledbeepid",
    "sentbeepid",
    "reminderfororiginalsentbeepid",
    "questionlistname",
    "questionlistlabel",
    "fromprotocolname",
    "timestampscheduled",
    "timestampsent",
    "timestampstart",
    "timestampstop",
    "originaltimestampsent",
    "timezoneoffset",
    "deltautc",
];

/// Most prompts without an answer that wait for a reminder of theirs.
const WAITING_MAX: usize = 500_000;

/// What a column of answers holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    /// One or more words of a list.
    Words,
    /// What a person wrote; a number where it is one.
    Text,
    /// The same once more, as a place in the list.
    Again,
}

/// One column of answers.
struct Column {
    idx: usize,
    label: String,
    /// `None` for a type that no fact holds, with its name.
    kind: Result<Kind, String>,
}

impl Column {
    /// What the name of a column says: a label, a type, and for lists which side of them.
    fn of(idx: usize, name: &str) -> Self {
        let sides = [
            ("_index", Kind::Again),
            ("_string", Kind::Words),
            ("_likert", Kind::Number),
        ];
        let list = sides.into_iter().find_map(|(side, kind)| {
            let (label, of) = name.strip_suffix(side)?.rsplit_once('_')?;
            of.ends_with("choice").then_some((label, kind))
        });
        if let Some((label, kind)) = list {
            return Self {
                idx,
                label: label.to_owned(),
                kind: Ok(kind),
            };
        }
        let (label, of) = name.rsplit_once('_').unwrap_or((name, name));
        let kind = match of {
            "yesno" | "smiley" | "computation" | "steps" => Ok(Kind::Number),
            slider if slider.starts_with("slider") => Ok(Kind::Number),
            "multismiley" | "bodyparts" => Ok(Kind::Words),
            "open" => Ok(Kind::Text),
            other => Err(other.to_owned()),
        };
        Self {
            idx,
            label: label.to_owned(),
            kind,
        }
    }
}

/// A prompt that nobody answered.
struct Missed {
    moment: Moment,
    line: u32,
    id: String,
}

/// Where the columns of every file stand.
struct Own {
    person: usize,
    id: Option<usize>,
    reminder_of: Option<usize>,
    scheduled: Option<usize>,
    sent: usize,
    start: usize,
    stop: usize,
    offset: Option<usize>,
}

impl Own {
    fn of<R: Read>(rows: &Rows<R>) -> Result<Self, AppFileError> {
        Ok(Self {
            person: rows.need("connectionid")?,
            id: rows.find("sentbeepid"),
            reminder_of: rows.find("reminderfororiginalsentbeepid"),
            scheduled: rows.find("timestampscheduled"),
            sent: rows.need("timestampsent")?,
            start: rows.need("timestampstart")?,
            stop: rows.need("timestampstop")?,
            offset: rows.find("timezoneoffset"),
        })
    }

    /// A time of the row; zero and empty are none.
    fn moment<R: Read>(&self, rows: &Rows<R>, idx: usize, home: &Zone) -> Result<Moment, ()> {
        let seconds: i64 = rows.cell(idx).parse().map_err(|_| ())?;
        let offset = rows.maybe(self.offset).parse().ok();
        local(seconds, offset, home).ok_or(())
    }

    fn is_set<R: Read>(rows: &Rows<R>, idx: usize) -> bool {
        !matches!(rows.cell(idx), "" | "0" | "NA")
    }

    /// The prompt that this row reminds of.
    fn reminder_of<'r, R: Read>(&self, rows: &'r Rows<R>) -> Option<&'r str> {
        let id = rows.maybe(self.reminder_of);
        (!matches!(id, "" | "0" | "-1" | "NA")).then_some(id)
    }
}

/// The moment at which the clock on the wall showed so many seconds since 1970: these are no seconds
/// of UTC. The offset beside them says where on earth it hung.
fn local(seconds: i64, offset: Option<i64>, home: &Zone) -> Option<Moment> {
    when::millis(seconds.checked_mul(1000)?)?;
    let clock = Moment::from_unix_seconds(seconds, &Zone::utc()).ok()?;
    let second = seconds.rem_euclid(60);
    let clock = format!("{}:{second:02}", clock.wall_clock());
    let at_home = Moment::from_wall_clock(&clock, home).ok()?;
    let own = i64::from(at_home.offset_seconds());
    match offset.and_then(clock_offset) {
        // Either sign was written for the same zone.
        Some(offset) if i64::from(offset).abs() != own.abs() => {
            on_clock(seconds - i64::from(offset), Some(offset), home)
        }
        _ => Some(at_home),
    }
}

fn read(reader: &mut dyn Read, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let mut rows = Rows::open_any(reader)?;
    let own = Own::of(&rows)?;
    let columns: Vec<Column> = (0..rows.n_cells())
        .map(|idx| Column::of(idx, rows.name(idx)))
        .filter(|column| !OWN.contains(&rows.name(column.idx)) && !rows.name(column.idx).is_empty())
        .collect();
    let mut person: Option<String> = None;
    let (mut missed, mut reminders) = (Vec::new(), 0);
    let mut answered: BTreeSet<String> = BTreeSet::new();
    while let Some(line) = rows.next()? {
        if person.get_or_insert_with(|| rows.cell(own.person).to_owned()) != rows.cell(own.person) {
            return Err(AppFileError::SeveralPeople);
        }
        let is_begun = Own::is_set(&rows, own.start);
        let is_sent = Own::is_set(&rows, own.sent);
        if !is_begun && !is_sent && own.scheduled.is_some_and(|idx| Own::is_set(&rows, idx)) {
            gather.unknown("prompts that were never sent");
            continue;
        }
        let at = if is_begun { own.start } else { own.sent };
        let Ok(moment) = own.moment(&rows, at, &setting.zone) else {
            let words = (
                "no time",
                "download the file again: a spreadsheet changes times",
            );
            gather.reject(line, None, words);
            continue;
        };
        let id = rows.maybe(own.id).to_owned();
        let is_answered = is_begun && answers(&rows, &columns, (&moment, line), is_sent, gather);
        if is_answered || (is_begun && Own::is_set(&rows, own.stop)) {
            answered.extend(own.reminder_of(&rows).map(str::to_owned));
            answered.insert(id);
        } else if own.reminder_of(&rows).is_some() {
            reminders += 1;
        } else if missed.len() < WAITING_MAX {
            missed.push(Missed { moment, line, id });
        } else {
            return Err(AppFileError::TooMuch("prompts"));
        }
    }
    gather.ledger.n_rows += rows.n_rows();
    gather.unknown_times("reminders without an answer", reminders);
    for prompt in missed {
        if prompt.id.is_empty() || !answered.contains(&prompt.id) {
            gather.missed((&prompt.moment, prompt.line));
        }
    }
    Ok(())
}

/// Keeps the answers of a row; says whether there was any.
fn answers<R: Read>(
    rows: &Rows<R>,
    columns: &[Column],
    at: (&Moment, u32),
    is_sent: bool,
    gather: &mut Gather,
) -> bool {
    let mut is_any = false;
    for column in columns {
        let cell = rows.cell(column.idx);
        if cell.is_empty() || cell == "NA" {
            continue;
        }
        is_any = true;
        match &column.kind {
            Err(kind) => gather.unknown(&format!("answers of the type {kind}")),
            Ok(Kind::Again) => {}
            Ok(Kind::Number) => number(cell, &column.label, at, is_sent, gather),
            Ok(Kind::Words) => {
                for word in strings(cell) {
                    gather.event(at, &format!("{}: {word}", column.label));
                }
            }
            Ok(Kind::Text) => {
                let text = strings(cell).join(", ");
                match text.trim().parse::<f64>() {
                    Ok(_) => number(text.trim(), &column.label, at, is_sent, gather),
                    Err(_) => gather.note(at, &format!("{}: {text}", column.label)),
                }
            }
        }
    }
    is_any
}

fn number(cell: &str, label: &str, at: (&Moment, u32), is_sent: bool, gather: &mut Gather) {
    let number = cell.parse::<f64>().ok().filter(|number| number.is_finite());
    // A question that calculates may give words.
    let (Some(number), Some(item)) = (number, open_item(&plain_id(APP, label))) else {
        let words = ("no number", "nothing to do: the rest is taken");
        return gather.reject(at.1, Some(label), words);
    };
    let plan = if is_sent {
        SamplingPlan::Signal
    } else {
        SamplingPlan::Voluntary
    };
    gather.answer_as(plan, at, &item, number);
}

/// The strings of a cell: each stands in quotation marks of its own, with commas between.
fn strings(cell: &str) -> Vec<String> {
    let list: Option<Vec<Value>> = serde_json::from_str(&format!("[{cell}]")).ok();
    let Some(list) = list else {
        return vec![cell.to_owned()];
    };
    let texts = list.into_iter().filter_map(|one| match one {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    let texts = texts.filter(|text| !text.is_empty());
    texts
        .filter(|text| seen.insert(text.clone(), ()).is_none())
        .collect()
}
