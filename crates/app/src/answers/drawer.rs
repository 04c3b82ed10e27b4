//! The drawer 'how this was found': pictures with their tables, the method in words, what else
//! changed then. Refuses to calculate: it places the numbers of the findings.

use finding::flickers::Flickers;
use finding::level::Level;
use finding::now::Now;
use finding::pattern_change::PatternChange;
use finding::triggers::Triggers;
use finding::{AlsoChanged, Answer, Interval};
use picture::{BandPoint, IntervalPicture, IntervalRow};
use record::LocalDay;

use super::{Found, beside, dose_drawer, lot_drawer, over_days};
use crate::{dates, text, text_with, texts::points};

/// What stands in the drawer of a card.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrawerView {
    /// Pictures, each with its table.
    pub pictures: Vec<PictureView>,
    /// The method in plain words.
    pub method: String,
    /// What else changed near the days that the answer names.
    pub also: Vec<String>,
}

/// A picture and the same in a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureView {
    /// The picture for a wide page, as SVG.
    pub wide: String,
    /// The picture for a narrow page, as SVG.
    pub narrow: String,
    /// Title of the picture, and caption of the table.
    pub caption: String,
    /// What is to be seen, in a sentence.
    pub sentence: String,
    /// Headings of the table.
    pub columns: Vec<String>,
    /// Rows of the table.
    pub rows: Vec<Vec<String>>,
}

pub const WIDE: f64 = 700.0;
pub const NARROW: f64 = 330.0;
/// Rows of a picture.
const ROWS_MAX: usize = 12;

/// The drawer of one card.
pub fn of(found: &Found, question: &str, level: Option<&Level>) -> DrawerView {
    let mut drawer = DrawerView {
        method: text(&format!("method-{question}")),
        ..DrawerView::default()
    };
    match question {
        "now" => drawer.pictures.extend(found.now.finding().map(now)),
        "course" => {
            if let Answer::Finding(course, _) = &*found.course {
                drawer.pictures.push(over_days::course(course, level));
                let near = course.also_changed.iter().flatten();
                drawer.also = near.map(also).collect();
                drawer.also.dedup();
            }
        }
        "triggers" => drawer
            .pictures
            .extend(found.triggers.finding().map(triggers)),
        "flickers" => drawer
            .pictures
            .extend(found.flickers.finding().map(flickers)),
        "medication_change" => {
            if let Answer::Finding(change, _) = &*found.medication_change {
                drawer.pictures = dose_drawer::pictures(change);
                let near = change.effects.iter().flat_map(|e| &e.also_changed);
                drawer.also = near.map(also).collect();
                drawer.also.dedup();
            }
        }
        "strategy_effect" => {
            drawer.pictures.extend(strategy(found));
            let drawn = found.strategy_effect.finding().map(lot_drawer::tried);
            drawer.pictures.extend(drawn.into_iter().flatten());
        }
        "pattern_change" => {
            let pictures = found.pattern_change.finding().map(pattern);
            drawer.pictures.extend(pictures.into_iter().flatten());
        }
        "being_asked" => {
            drawer.pictures.extend(asked(found));
            let drawn = found.being_asked.finding().map(lot_drawer::asked);
            drawer.pictures.extend(drawn.into_iter().flatten());
        }
        _ => {}
    }
    let prefix = format!("{question}-picture-");
    for (idx, picture) in drawer.pictures.iter_mut().enumerate() {
        // Ids inside a picture are the only ones of their kind on the page.
        for svg in [&mut picture.wide, &mut picture.narrow] {
            *svg = svg.replace("PICTURE-ID", &format!("{prefix}{idx}"));
        }
    }
    drawer
}

/// Something that changed near a day, with its day.
pub fn also(also: &AlsoChanged) -> String {
    let (id, name, day) = match also {
        AlsoChanged::Event { label, day } => ("also-event", label, day),
        AlsoChanged::OtherMedicine { medicine, day } => ("also-dose", medicine, day),
        AlsoChanged::Practice { name, day } => ("also-practice", name, day),
    };
    let values = [
        ("name", name.clone().into()),
        ("day", dates::with_year(*day).into()),
    ];
    text_with(id, &values)
}

fn cells(name: String, interval: &Interval) -> Vec<String> {
    vec![
        name,
        beside::tenths(interval.estimate),
        beside::tenths(interval.low),
        beside::tenths(interval.high),
    ]
}

fn row(name: String, interval: &Interval, is_marked: bool) -> IntervalRow {
    IntervalRow {
        name,
        ends: (interval.low, interval.estimate, interval.high),
        is_marked,
    }
}

/// A picture of intervals with its table.
fn intervals(picture: IntervalPicture, rows: Vec<Vec<String>>) -> PictureView {
    let columns = ["col-what", "col-size", "col-low", "col-high"];
    drawn(&picture, &columns, rows)
}

/// A picture of intervals with a table of these columns; it is the only one on its page, or gets
/// ids of its own later.
pub fn drawn(picture: &IntervalPicture, columns: &[&str], rows: Vec<Vec<String>>) -> PictureView {
    PictureView {
        wide: picture.draw(WIDE, "PICTURE-ID-wide"),
        narrow: picture.draw(NARROW, "PICTURE-ID-narrow"),
        caption: picture.title.clone(),
        sentence: picture.description.clone(),
        columns: columns.iter().map(|id| text(id)).collect(),
        rows,
    }
}

fn now(now: &Now) -> PictureView {
    let both = [("number-before", &now.before), ("number-week", &now.week)];
    let picture = IntervalPicture {
        span: (0.0, 100.0),
        ticks: [0.0, 25.0, 50.0, 75.0, 100.0]
            .map(|at| (at, points(at)))
            .to_vec(),
        rows: both.map(|(id, size)| row(text(id), size, false)).to_vec(),
        left_end: text("end-feeling"),
        right_end: text("end-numb"),
        title: text("picture-now"),
        description: text("picture-now-sentence"),
        ..IntervalPicture::default()
    };
    let mut rows = both.map(|(id, size)| cells(text(id), size)).to_vec();
    rows.push(cells(text("number-difference"), &now.difference));
    intervals(picture, rows)
}

/// An axis of differences, as wide on either side.
pub fn differences(rows: Vec<IntervalRow>, ids: (&str, &str)) -> IntervalPicture {
    let ends = rows
        .iter()
        .flat_map(|row| [row.ends.0.abs(), row.ends.2.abs()]);
    let most = ends.filter(|end| end.is_finite()).fold(1.0, f64::max);
    let most = most.min(100.0).ceil();
    IntervalPicture {
        span: (-most, most),
        zero: Some(0.0),
        ticks: [-most, 0.0, most].map(|at| (at, points(at))).to_vec(),
        rows,
        left_end: text("end-more-feeling"),
        right_end: text("end-more-numb"),
        title: text(ids.0),
        description: text(ids.1),
        ..IntervalPicture::default()
    }
}

fn triggers(triggers: &Triggers) -> PictureView {
    let name = |tested: &finding::triggers::Tested| {
        let values = [
            ("name", beside::candidate(&tested.subject).into()),
            ("lag", beside::lag(tested.lag).into()),
        ];
        text_with("number-tested-one", &values)
    };
    let shown = || triggers.tested.iter().take(ROWS_MAX);
    let rows = shown()
        .map(|t| row(name(t), &t.effect, t.is_claim))
        .collect();
    let table = shown().map(|t| cells(name(t), &t.effect)).collect();
    let ids = ("picture-triggers", "picture-triggers-sentence");
    intervals(differences(rows, ids), table)
}

fn flickers(flickers: &Flickers) -> PictureView {
    let name = |tested: &finding::flickers::Tested| {
        let values = [
            ("name", beside::candidate(&tested.subject).into()),
            ("lag", beside::lag(tested.lag).into()),
        ];
        text_with("number-tested-one", &values)
    };
    let shown = || flickers.tested.iter().take(ROWS_MAX);
    let picture = IntervalPicture {
        is_by_ratio: true,
        span: (0.125, 8.0),
        zero: Some(1.0),
        ticks: [(0.25, "\u{bc}"), (1.0, "1"), (4.0, "4")]
            .map(|(at, name)| (at, name.to_owned()))
            .to_vec(),
        rows: shown()
            .map(|t| row(name(t), &t.odds_ratio, t.is_claim))
            .collect(),
        left_end: text("end-less-likely"),
        right_end: text("end-more-likely"),
        title: text("picture-flickers"),
        description: text("picture-flickers-sentence"),
    };
    let table = shown().map(|t| cells(name(t), &t.odds_ratio)).collect();
    intervals(picture, table)
}

fn strategy(found: &Found) -> Option<PictureView> {
    let tried = &found.strategy_effect.finding()?.tried;
    let rows = tried
        .iter()
        .map(|t| {
            row(
                crate::experiments::trial_name(&t.trial),
                &t.size,
                t.is_claim(),
            )
        })
        .collect();
    let table = tried
        .iter()
        .map(|t| cells(crate::experiments::trial_name(&t.trial), &t.size))
        .collect();
    let ids = ("picture-strategy", "picture-strategy-sentence");
    Some(intervals(differences(rows, ids), table))
}

fn asked(found: &Found) -> Option<PictureView> {
    let asked = found.being_asked.finding()?;
    let name = || text("picture-asked-row");
    let rows = vec![row(name(), &asked.size, asked.is_claim())];
    let table = vec![cells(name(), &asked.size)];
    let ids = ("picture-asked", "picture-asked-sentence");
    Some(intervals(differences(rows, ids), table))
}

fn pattern(pattern: &PatternChange) -> Vec<PictureView> {
    over_days::charts(pattern)
}

/// Runs of a level with its band, thinned for drawing.
pub fn runs(
    level: &Level,
    place: impl Fn(LocalDay) -> f64,
    until: LocalDay,
) -> Vec<Vec<BandPoint>> {
    const GAP_DAYS_MAX: u32 = 2;
    const POINTS_MAX: usize = 350;
    let near: Vec<_> = (level.days.iter())
        .filter(|day| day.gap_days <= GAP_DAYS_MAX && day.day <= until)
        .collect();
    let every = near.len().div_ceil(POINTS_MAX).max(1);
    near.chunk_by(|a, b| b.day.days_since(a.day) == 1)
        .map(|run| {
            run.iter()
                .step_by(every)
                .map(|day| BandPoint {
                    day: place(day.day),
                    level: day.level.estimate,
                    low: day.level.low,
                    high: day.level.high,
                })
                .collect()
        })
        .collect()
}
