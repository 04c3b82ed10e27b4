//! Pictures over days: the course with its changes, and the charts of what is watched. Refuses to
//! calculate.

use finding::course::Course;
use finding::level::Level;
use finding::pattern_change::{ChartDay, PatternChange, Watched};
use picture::{BandPoint, DaysPicture, Mark, Stretch, Tick};
use record::LocalDay;

use super::beside;
use super::drawer::{NARROW, PictureView, WIDE, runs};
use crate::{dates, text, text_with, texts::points};

/// Charts that are drawn.
const CHARTS_MAX: usize = 3;

/// A picture over days with its table.
pub fn view(picture: DaysPicture, columns: &[&str], rows: Vec<Vec<String>>) -> PictureView {
    PictureView {
        wide: picture.draw(WIDE, "PICTURE-ID-wide"),
        narrow: picture.draw(NARROW, "PICTURE-ID-narrow"),
        caption: picture.title,
        sentence: picture.description,
        columns: columns.iter().map(|id| text(id)).collect(),
        rows,
    }
}

/// Names on an axis from one day to another, counted from the first.
pub fn ticks((first, last): (LocalDay, LocalDay)) -> Vec<Tick> {
    let n_days = last.days_since(first).max(1);
    let every = match n_days {
        0..=45 => 7,
        46..=150 => 28,
        _ => (n_days / 5).max(1),
    };
    let name = |day: LocalDay| {
        if n_days > 300 {
            dates::month_at_edge(day)
        } else {
            dates::at_edge(day)
        }
    };
    (0..=n_days)
        .step_by(usize::try_from(every).unwrap_or(1))
        .map(|idx| Tick {
            day: f64::from(idx),
            name: name(first.plus_days(idx)),
        })
        .collect()
}

/// The axis of points of 100.
pub fn levels() -> Vec<(f64, String)> {
    [0.0, 50.0, 100.0].map(|at| (at, points(at))).to_vec()
}

/// Words at the ends of the axis of numbness, the lower end first.
pub fn ends() -> (String, String) {
    (text("end-feeling"), text("end-numb"))
}

/// The level with its band, the stretches and the changes between them.
pub fn course(course: &Course, level: Option<&Level>) -> PictureView {
    let starts = course.segments.first().map(|segment| segment.from);
    let first = starts.unwrap_or(course.look_day);
    let first = level
        .and_then(|level| level.days.first())
        .map_or(first, |day| day.day.min(first));
    let place = |day: LocalDay| f64::from(day.days_since(first));
    let stretches = course.segments.iter().filter_map(|segment| {
        let level = segment.level.as_ref()?;
        Some(Stretch {
            days: (place(segment.from), place(segment.to)),
            level: (level.low, level.estimate, level.high),
        })
    });
    let marks = course.changes.iter().map(|change| Mark {
        day: place(change.day),
        range: (place(change.earliest), place(change.latest)),
        name: dates::at_edge(change.day),
    });
    let picture = DaysPicture {
        days: (0.0, place(course.look_day)),
        span: (0.0, 100.0),
        runs: level.map_or_else(Vec::new, |level| runs(level, place, course.look_day)),
        stretches: stretches.collect(),
        marks: marks.collect(),
        ticks: ticks((first, course.look_day)),
        levels: levels(),
        ends: ends(),
        title: text("picture-course"),
        description: text("picture-course-sentence"),
        ..DaysPicture::default()
    };
    let rows = course.segments.iter().map(|segment| {
        let level = segment.level.as_ref();
        let cell = |of: fn(&finding::Interval) -> f64| {
            level.map_or_else(|| text("cell-none"), |level| beside::tenths(of(level)))
        };
        vec![
            dates::with_year(segment.from),
            dates::with_year(segment.to),
            cell(|level| level.estimate),
            cell(|level| level.low),
            cell(|level| level.high),
        ]
    });
    let columns = ["col-from", "col-to", "col-level", "col-low", "col-high"];
    view(picture, &columns, rows.collect())
}

/// What is watched, each with its limits.
pub fn charts(pattern: &PatternChange) -> Vec<PictureView> {
    let charts = pattern
        .charts
        .iter()
        .rev()
        .filter(|(_, days)| !days.is_empty());
    charts
        .take(CHARTS_MAX)
        .map(|(watched, days)| chart(pattern, watched, days))
        .collect()
}

fn chart(pattern: &PatternChange, watched: &Watched, days: &[ChartDay]) -> PictureView {
    let first = days.first().map_or(pattern.watched_days.0, |day| day.day);
    let last = days.last().map_or(first, |day| day.day);
    let place = |day: LocalDay| f64::from(day.days_since(first));
    let most = days.iter().map(|day| day.statistic.abs().max(day.limit));
    let most = most.filter(|n| n.is_finite()).fold(1.0, f64::max);
    let limit = |sign: f64| -> Vec<(f64, f64)> {
        let at = |day: &ChartDay| (place(day.day), sign * day.limit);
        days.iter().map(at).collect()
    };
    let point = |day: &ChartDay| BandPoint {
        day: place(day.day),
        level: day.statistic,
        low: day.statistic,
        high: day.statistic,
    };
    let alarms = || {
        pattern
            .alarms
            .iter()
            .filter(|alarm| alarm.watched == *watched)
    };
    let inside = alarms().filter(|alarm| alarm.day >= first && alarm.day <= last);
    // In a title the words stand alone.
    let name = beside::watched(watched).trim_end_matches(',').to_owned();
    let picture = DaysPicture {
        days: (0.0, place(last)),
        span: (-most, most),
        runs: vec![days.iter().map(point).collect()],
        limits: vec![limit(1.0), limit(-1.0)],
        marks: inside
            .map(|alarm| Mark {
                day: place(alarm.day),
                range: (place(alarm.day), place(alarm.until)),
                name: dates::at_edge(alarm.day),
            })
            .collect(),
        ticks: ticks((first, last)),
        levels: [-most, 0.0, most]
            .map(|at| (at, beside::tenths(at)))
            .to_vec(),
        title: text_with("picture-pattern", &[("what", name.into())]),
        description: text("picture-pattern-sentence"),
        ..DaysPicture::default()
    };
    let row = |day: LocalDay, statistic: f64, limit: f64| {
        vec![
            dates::with_year(day),
            beside::tenths(statistic),
            beside::tenths(limit),
        ]
    };
    let mut rows: Vec<_> = alarms()
        .map(|alarm| row(alarm.day, alarm.statistic, alarm.limit))
        .collect();
    rows.extend(
        days.last()
            .map(|day| row(day.day, day.statistic, day.limit)),
    );
    view(picture, &["col-day", "col-statistic", "col-limit"], rows)
}
