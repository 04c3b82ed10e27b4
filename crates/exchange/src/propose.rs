//! Proposes what the columns of a table mean, for a person to check. Refuses to guess which of them is
//! numbness, in which order dates are written where both could be, and where the clock hung: each
//! of these is left as a question that has to be answered before the map is read.

mod choice;
mod column;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, Terminator};
use record::{ItemId, Zone};

use crate::TableError;
use crate::table::guard::{Guarded, read_head};
use crate::table::{COLUMNS_MAX, delimiter};
use column::{Column, DateOrder};

pub use choice::{
    ChoiceError, ColumnUse, Holds, SeenColumn, TableChoices, TableLook, look_at_table,
};

/// What stands in a proposed map where a person has to answer.
pub(crate) const QUESTION: &str = "?";

/// Names of columns that tell people or rows apart.
const ID_NAMES: [&str; 9] = [
    "id",
    "participant",
    "participant_id",
    "subject",
    "subject_id",
    "pid",
    "person",
    "user",
    "ppn",
];

/// Reads a table once and writes a map of it, with what was seen in each column.
///
/// `zone` is proposed for clocks that name none. What the map says to the person goes through `say`, a sentence
/// at a time: this room knows no language.
///
/// # Errors
/// [`TableError`] when the file is not a table.
pub fn propose_map<R: Read>(
    reader: R,
    zone: &Zone,
    say: &dyn Fn(&str) -> String,
) -> Result<String, TableError> {
    let (columns, n_rows) = look(reader)?;
    let mut text = Proposal {
        map: String::new(),
        say,
    };
    text.comment(&format!(
        "What the columns of this table mean. Rows that were looked at: {n_rows}"
    ));
    text.comment("Check it, and answer every \"?\" before you give it back with --map.");
    text.comment("A column that is not named is not read.");
    text.map.push('\n');
    let times = Times::of(&columns);
    times.write(&mut text, &columns, zone);
    let numbers: Vec<&Column> = (columns.iter().enumerate())
        .filter(|(idx, column)| !times.uses(*idx) && column.is_number() && !is_id(column))
        .map(|(_, column)| column)
        .collect();
    write_marks(&mut text, &numbers);
    write_outcome(&mut text, &numbers);
    write_candidates(&mut text, &numbers);
    write_others(&mut text, &columns, &times);
    Ok(text.map)
}

/// A map that is being written, and how a sentence is said.
struct Proposal<'a> {
    map: String,
    say: &'a dyn Fn(&str) -> String,
}

impl Proposal<'_> {
    /// A sentence to the person, on a line of its own.
    fn comment(&mut self, sentence: &str) {
        let said = (self.say)(sentence);
        let _ = writeln!(self.map, "# {said}");
    }

    /// A name and what was seen under it, in a list.
    fn listed(&mut self, name: &str, seen: &str) {
        let _ = writeln!(self.map, "#   {}: {seen}", plain(name));
    }
}

/// Reads every row; of each column only counts and ends are held.
fn look<R: Read>(reader: R) -> Result<(Vec<Column>, u64), TableError> {
    let (head, rest) = read_head(reader)?;
    let delimiter = delimiter(&head);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .from_reader(Guarded::without_digest(head, rest));
    let (mut row, mut n_rows) = (ByteRecord::new(), 0);
    let mut columns: Vec<Column> = Vec::new();
    loop {
        let is_row = reader.read_byte_record(&mut row);
        let is_row = is_row.map_err(|error| {
            let fault = reader.get_mut().take_fault();
            fault.unwrap_or_else(|| TableError::Read(error.to_string()))
        })?;
        reader.get_mut().start_row();
        if !is_row {
            break;
        }
        let cell = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if columns.is_empty() {
            if row.len() > COLUMNS_MAX {
                let (n, max) = (row.len(), COLUMNS_MAX);
                return Err(TableError::TooManyColumns { n, max });
            }
            columns = row.iter().map(|name| Column::new(&cell(name))).collect();
            continue;
        }
        if row.as_slice().trim_ascii().is_empty() {
            continue;
        }
        n_rows += 1;
        for (column, bytes) in columns.iter_mut().zip(&row) {
            column.take(std::str::from_utf8(bytes).unwrap_or_default().trim());
        }
    }
    if n_rows == 0 {
        return Err(TableError::OnlyHeading);
    }
    Ok((columns, n_rows))
}

fn is_id(column: &Column) -> bool {
    ID_NAMES.contains(&column.name.to_lowercase().as_str())
}

/// Where the table says when its rows were.
#[derive(Debug, Default)]
struct Times {
    /// Dates, with or without times.
    dates: Option<usize>,
    /// Times of day without a date.
    clocks: Option<usize>,
    /// Numbers of days and prompts, where there are no dates.
    day: Option<usize>,
    beep: Option<usize>,
    /// Names of zones.
    zone: Option<usize>,
}

impl Times {
    fn of(columns: &[Column]) -> Self {
        let find = |is_it: &dyn Fn(&Column) -> bool| columns.iter().position(is_it);
        let named = |wanted: &[&str]| {
            find(&|column: &Column| wanted.contains(&column.name.to_lowercase().as_str()))
        };
        // One cell that says both is the surest.
        let dates = find(&Column::is_date_and_time).or_else(|| find(&Column::is_date));
        let is_whole =
            dates.is_some_and(|idx| columns.get(idx).is_some_and(Column::is_date_and_time));
        let counts = |idx: &usize| columns.get(*idx).is_some_and(Column::is_count);
        Self {
            dates,
            clocks: find(&Column::is_clock).filter(|_| dates.is_some() && !is_whole),
            day: named(&["day", "dayno", "day_no", "study_day"]).filter(counts),
            beep: named(&["beep", "beepno", "beep_no", "beep_number", "obs"]).filter(counts),
            zone: named(&["zone", "timezone", "time_zone", "tz"]),
        }
    }

    fn uses(&self, idx: usize) -> bool {
        let own = [self.dates, self.clocks, self.day, self.beep, self.zone];
        own.contains(&Some(idx))
    }

    fn write(&self, text: &mut Proposal<'_>, columns: &[Column], zone: &Zone) {
        let column = |idx: Option<usize>| idx.and_then(|idx| columns.get(idx));
        let told = column(self.zone).and_then(Column::only_word);
        let zone = toml::Value::from(told.unwrap_or_else(|| zone.name()));
        if let Some(dates) = column(self.dates) {
            write_order(text, dates);
            let name = toml::Value::from(dates.name.as_str());
            let more = match (column(self.day), column(self.beep)) {
                (Some(day), Some(beep)) => format!(
                    ", day_column = {}, beep_column = {}",
                    toml::Value::from(day.name.as_str()),
                    toml::Value::from(beep.name.as_str())
                ),
                _ => String::new(),
            };
            let zone = if dates.has_offset() {
                String::new()
            } else {
                format!(", zone = {zone}")
            };
            let _ = match column(self.clocks) {
                Some(clocks) => writeln!(
                    text.map,
                    "time = {{ column = {}, date_column = {name}{zone}{more} }}",
                    toml::Value::from(clocks.name.as_str())
                ),
                None => writeln!(text.map, "time = {{ column = {name}{zone}{more} }}"),
            };
            if !zone.is_empty() && told.is_none() {
                text.comment("zone: where the clock hung; this computer's own is proposed.");
            }
            return;
        }
        if let Some(day) = column(self.day) {
            let beep = column(self.beep).map_or(String::new(), |beep| {
                format!(", beep = {}", toml::Value::from(beep.name.as_str()))
            });
            text.comment(
                "No dates were seen, so days are counted. start: the date of day 1, as 2012-08-13.",
            );
            let _ = writeln!(
                text.map,
                "time = {{ day = {}{beep}, start = \"{QUESTION}\" }}",
                toml::Value::from(day.name.as_str())
            );
            return;
        }
        text.comment("No column of dates was seen. column: the one that says when each row was.");
        let _ = writeln!(
            text.map,
            "time = {{ column = \"{QUESTION}\", zone = {zone} }}"
        );
    }
}

/// Says in which order dates are written, or that both could be.
fn write_order(text: &mut Proposal<'_>, dates: &Column) {
    let example = dates.example();
    let (sentence, order) = match dates.order() {
        DateOrder::YearFirst => return,
        DateOrder::DayFirst => (
            format!("{example} is a day before a month: no month has so high a number."),
            "day_first",
        ),
        DateOrder::MonthFirst => (
            format!("{example} is a month before a day: no month has so high a number."),
            "month_first",
        ),
        DateOrder::Either => (
            format!("{example} could be two days. Write day_first or month_first."),
            QUESTION,
        ),
        DateOrder::Mixed => (
            "Some dates have the day first and some the month: mend the table before it is read."
                .to_owned(),
            QUESTION,
        ),
    };
    text.comment(&sentence);
    let _ = writeln!(text.map, "dates = \"{order}\"");
}

/// Marks that stand for an empty cell among numbers, and the decimal mark.
fn write_marks(text: &mut Proposal<'_>, numbers: &[&Column]) {
    let marks: BTreeSet<&str> = numbers.iter().flat_map(|column| column.marks()).collect();
    if !marks.is_empty() {
        let list = toml::Value::from(marks.into_iter().collect::<Vec<_>>());
        text.comment("Marks among numbers that look like an empty cell.");
        let _ = writeln!(text.map, "missing = {list}");
    }
    if numbers.iter().any(|column| column.has_decimal_comma()) {
        text.map.push_str("decimal = \",\"\n");
    }
}

fn write_outcome(text: &mut Proposal<'_>, numbers: &[&Column]) {
    text.map.push('\n');
    text.comment(
        "Which column says how numb, or how much could be felt? Only you know. Columns of numbers:",
    );
    for column in numbers {
        let seen = column.kind(text.say);
        text.listed(&column.name, &seen);
    }
    text.comment(
        "scale: the ends that an answer could have, which may be wider than what was seen.",
    );
    text.comment("polarity: higher_is_more_feeling or higher_is_more_numb.");
    let _ = write!(
        text.map,
        "[outcome]\ncolumn = \"{QUESTION}\"\nscale = {{ min = \"{QUESTION}\", max = \"{QUESTION}\" }}\n\
         polarity = \"{QUESTION}\"\n"
    );
}

fn write_candidates(text: &mut Proposal<'_>, numbers: &[&Column]) {
    text.map.push('\n');
    text.comment("What may come before it.");
    text.comment("Take out what you do not want asked about, and the column that you named above.");
    text.comment("Daily doses go to [[dose]] with medicine and unit.");
    for column in numbers {
        let _ = writeln!(
            text.map,
            "[[candidate]]                  # {}: {}\ncolumn = {}",
            plain(&column.name),
            column.kind(text.say),
            toml::Value::from(column.name.as_str())
        );
        if ItemId::new(&column.name).is_err() {
            let id = crate::apps::plain_id("column", &column.name);
            let _ = writeln!(text.map, "id = {}", toml::Value::from(id));
        }
        if column.is_once_a_day() {
            let said = (text.say)("if it speaks of the whole day");
            let _ = writeln!(text.map, "# once = \"daily\"       # {said}");
        }
    }
}

fn write_others(text: &mut Proposal<'_>, columns: &[Column], times: &Times) {
    let say = text.say;
    let mut found = Vec::new();
    for (idx, column) in columns.iter().enumerate() {
        if times.uses(idx) {
            continue;
        }
        if is_id(column) {
            let name = plain(&column.name);
            let how = format!("Of many people, answer with thawline analyse --id {name}");
            found.push((column, format!("{}. {}", column.people(say), say(&how))));
        } else if column.is_empty() {
            found.push((column, say("nothing in it")));
        } else if !column.is_number() {
            found.push((column, column.kind(say)));
        }
    }
    if found.is_empty() {
        return;
    }
    text.map.push('\n');
    text.comment("Not read:");
    for (column, seen) in found {
        text.listed(&column.name, &seen);
    }
}

/// A name without what would end the line of a comment.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(64).collect()
}
