//! Draws tables of the test stand: one row a crowd of people, a point with its interval, and the line
//! that was promised. Refuses numbers of its own: everything drawn stands in a table of the repository.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::HOME;
use super::cells::words;
use crate::{ChoreError, chore};

/// All pictures that pages may ask for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    figure: Vec<Figure>,
}

/// One picture.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    name: String,
    /// What it shows, in one sentence.
    title: String,
    /// What the numbers count, such as "of 100 people".
    unit: String,
    /// Where the promise lies, in the unit.
    line: Option<f64>,
    /// Whether less than the line is what was promised.
    #[serde(default)]
    less_is_kept: bool,
    /// The ends of the axis.
    ends: [f64; 2],
    rows: Vec<Source>,
}

/// Rows of one table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    file: String,
    /// The column with the number; the two after it hold its interval.
    value: String,
    /// The words of a row, with columns in braces.
    label: String,
    /// Columns and what they must hold: a value, several with `|` between them, `~part`, `!~part`.
    #[serde(default)]
    only: Vec<[String; 2]>,
}

/// One row as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// The number and its interval.
    pub value: [f64; 3],
    /// Whether the table itself calls it a miss.
    pub is_miss: bool,
}

/// A table as it was read.
#[derive(Debug, Default)]
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a table; lines that begin with `#` say how it was made.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        Self {
            head: lines.next().map(split).unwrap_or_default(),
            rows: lines.map(split).collect(),
        }
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|column| column == name)
    }
}

fn split(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    cells
}

/// The picture `name` as it stands on a page, with its numbers as a table below it.
///
/// # Errors
/// [`ChoreError`] when the picture or what it draws is not there.
pub fn figure(root: &Path, name: &str) -> Result<String, ChoreError> {
    let path = format!("{HOME}/figures.toml");
    let figures: Figures = toml::from_str(&chore::read(&root.join(&path))?)
        .map_err(|error| ChoreError::Broken(format!("{path}: {error}")))?;
    let Some(figure) = figures.figure.into_iter().find(|one| one.name == name) else {
        return Err(ChoreError::Broken(format!("{path} has no `{name}`")));
    };
    let mut rows = Vec::new();
    for source in &figure.rows {
        let text = chore::read(&root.join(&source.file))?;
        let found = chosen(&Table::parse(&text), source)
            .map_err(|what| ChoreError::Broken(format!("{path}, `{name}`: {what}")))?;
        rows.extend(found);
    }
    Ok(drawn(&figure, &rows))
}

/// The rows that a picture asks for.
fn chosen(table: &Table, source: &Source) -> Result<Vec<Row>, String> {
    let column = |name: &str| {
        let found = table.column(name);
        found.ok_or_else(|| format!("{} has no column `{name}`", source.file))
    };
    let at = column(&source.value)?;
    let is_interval = |idx: usize, end: &str| table.head.get(idx).is_some_and(|h| h.contains(end));
    if !is_interval(at + 1, "low") || !is_interval(at + 2, "high") {
        return Err(format!("`{}` has no interval beside it", source.value));
    }
    let only = source
        .only
        .iter()
        .map(|[name, value]| Ok((column(name)?, value.as_str())))
        .collect::<Result<Vec<_>, String>>()?;
    let bar = table.column("bar");
    let cell = |row: &[String], idx: usize| row.get(idx).cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for row in &table.rows {
        let numbers = [at, at + 1, at + 2].map(|idx| cell(row, idx).parse::<f64>());
        let [Ok(value), Ok(low), Ok(high)] = numbers else {
            continue;
        };
        if !only
            .iter()
            .all(|(idx, wish)| is_meant(&cell(row, *idx), wish))
        {
            continue;
        }
        let mut label = source.label.clone();
        for (idx, name) in table.head.iter().enumerate() {
            label = label.replace(&format!("{{{name}}}"), &words(&cell(row, idx)));
        }
        rows.push(Row {
            label,
            value: [value, low, high].map(|share| share * 100.0),
            is_miss: bar.is_some_and(|idx| cell(row, idx) == "miss"),
        });
    }
    if rows.is_empty() {
        return Err(format!("no row of {} is meant", source.file));
    }
    Ok(rows)
}

fn is_meant(cell: &str, wish: &str) -> bool {
    if let Some(part) = wish.strip_prefix("!~") {
        return !cell.contains(part);
    }
    if let Some(part) = wish.strip_prefix('~') {
        return cell.contains(part);
    }
    wish.split('|').any(|value| value == cell)
}

/// Width of the part with the dots, and of the numbers beside it.
const PLOT: f64 = 230.0;
const NUMBERS: f64 = 150.0;
/// What a letter of a label needs at most.
const LETTER: f64 = 6.6;
const STEP: f64 = 22.0;
const TOP: f64 = 34.0;

fn drawn(figure: &Figure, rows: &[Row]) -> String {
    let [from, to] = figure.ends;
    let longest = rows.iter().map(|row| row.label.chars().count()).max();
    let left = f64::from(u32::try_from(longest.unwrap_or_default()).unwrap_or(0)) * LETTER + 16.0;
    let right = left + PLOT;
    let width = right + NUMBERS;
    let x = |value: f64| {
        let share = ((value - from) / (to - from)).clamp(0.0, 1.0);
        left + share * PLOT
    };
    let n_rows = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let height = TOP + STEP * f64::from(n_rows) + 14.0;
    let bottom = height - 10.0;
    let says = escaped(&summary(figure, rows));
    let title = escaped(&figure.title);
    let mut svg = format!(
        "<figure class=\"stand\">\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">\n\
         <svg viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" role=\"img\" aria-label=\"{title} {says}\">\n"
    );
    for k in 0..=4 {
        let value = from + (to - from) * f64::from(k) / 4.0;
        let at = x(value);
        let _ = writeln!(
            svg,
            "<path class=\"grid\" d=\"M{at:.1} 24V{bottom:.1}\"/><text class=\"tick\" x=\"{at:.1}\" y=\"16\">{value:.0}</text>"
        );
    }
    if let Some(at) = figure.line.map(x) {
        let _ = writeln!(
            svg,
            "<path class=\"promise\" d=\"M{at:.1} 20V{bottom:.1}\"/>"
        );
    }
    let mut y = TOP + 8.0;
    for row in rows {
        let [value, low, high] = row.value;
        let kind = if row.is_miss { "miss" } else { "kept" };
        let (at, from, to) = (x(value), x(low), x(high));
        let _ = writeln!(
            svg,
            "<text class=\"label\" x=\"{:.1}\" y=\"{:.1}\">{}</text><path class=\"span {kind}\" d=\"M{from:.1} {y:.1}H{to:.1}\"/>{}<text class=\"number\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            left - 12.0,
            y + 4.0,
            escaped(&row.label),
            mark(row.is_miss, at, y),
            right + 12.0,
            y + 4.0,
            number(row),
        );
        y += STEP;
    }
    let _ = write!(
        svg,
        "</svg>\n</div>\n<figcaption>{title} {says}</figcaption>\n{}</figure>\n",
        table(figure, rows)
    );
    svg
}

/// A dot, or an open square where the promise was missed: a shape, so that color is not needed.
fn mark(is_miss: bool, x: f64, y: f64) -> String {
    if is_miss {
        let (x, y) = (x - 5.0, y - 5.0);
        return format!(
            "<rect class=\"miss\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"10\" height=\"10\"/>"
        );
    }
    format!("<circle class=\"kept\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>")
}

fn number(row: &Row) -> String {
    let [value, low, high] = row.value;
    let miss = if row.is_miss { " miss" } else { "" };
    format!("{value:.1} ({low:.1}\u{2013}{high:.1}){miss}")
}

/// What the picture shows, for those who do not see it.
fn summary(figure: &Figure, rows: &[Row]) -> String {
    let by_value = |a: &&Row, b: &&Row| a.value[0].total_cmp(&b.value[0]);
    let (Some(low), Some(high)) = (rows.iter().min_by(by_value), rows.iter().max_by(by_value))
    else {
        return String::new();
    };
    let mut text = format!(
        "{} rows, from {:.1} to {:.1} {}. Highest: {}.",
        rows.len(),
        low.value[0],
        high.value[0],
        figure.unit,
        high.label
    );
    if let Some(line) = figure.line {
        let side = if figure.less_is_kept {
            "at most"
        } else {
            "at least"
        };
        let _ = write!(text, " The line: {side} {line}.");
    }
    match rows.iter().filter(|row| row.is_miss).count() {
        0 => {}
        1 => text.push_str(" One row, with an open square, is a miss."),
        n => {
            let _ = write!(text, " {n} rows, with open squares, are misses.");
        }
    }
    text
}

fn table(figure: &Figure, rows: &[Row]) -> String {
    let mut html = format!(
        "<details><summary>The numbers</summary><div class=\"table-wrapper\"><table><thead><tr><th>Crowd of simulated people</th><th>{}</th><th>95% interval</th><th></th></tr></thead><tbody>\n",
        escaped(&figure.unit)
    );
    for row in rows {
        let [value, low, high] = row.value;
        let _ = writeln!(
            html,
            "<tr><td>{}</td><td>{value:.1}</td><td>{low:.1} to {high:.1}</td><td>{}</td></tr>",
            escaped(&row.label),
            if row.is_miss { "miss" } else { "" }
        );
    }
    html.push_str("</tbody></table></div></details>\n");
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
