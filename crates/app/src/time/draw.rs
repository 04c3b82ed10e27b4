//! The picture of a stretch, from what is known of it. Refuses to draw sensitive events.

use picture::{BandPoint, Dot, Lane, LaneMark, Sample, Step, Tick, TimePicture};
use record::{FactBody, LocalDay, Moment};

use super::{KeyView, Range, Scene, Stretch, month_after};
use crate::day::{dose_words, event_word};
use crate::today::flicker_words;
use crate::{dates, text};

/// More marks than this in a lane are gathered by week.
const MARKS_MAX: usize = 60;
/// More answers than this are not drawn one by one.
const DOTS_MAX: usize = 200;
/// Points of a line are thinned to about this many.
const LINE_POINTS_MAX: usize = 180;

pub(super) struct Axis {
    first: LocalDay,
    starts: record::DayStart,
}

impl Axis {
    pub(super) fn of(scene: &Scene) -> Self {
        Self {
            first: scene.stretch.first,
            starts: scene.record.profile.day_start,
        }
    }

    /// Days since the stretch began, with the clock as its fraction.
    pub(super) fn place(&self, moment: &Moment) -> f64 {
        let day = moment.day(self.starts);
        let hour = moment.hour_of_day();
        let is_past_midnight = hour * 60.0 < f64::from(self.starts.minutes());
        let own_hour = if is_past_midnight { hour + 24.0 } else { hour };
        f64::from(day.days_since(self.first)) + own_hour / 24.0
    }

    pub(super) fn noon(&self, day: LocalDay) -> f64 {
        f64::from(day.days_since(self.first)) + 0.5
    }
}

pub fn picture(scene: &Scene, title: &str, sentence: &str) -> TimePicture {
    let axis = Axis::of(scene);
    TimePicture {
        span: (0.0, f64::from(scene.stretch.n_days())),
        runs: runs(scene, &axis),
        dots: dots(scene, &axis),
        threshold: scene.record.profile.threshold(),
        threshold_name: text("mark-line-name"),
        changes: changes(scene, &axis),
        lanes: lanes(scene, &axis),
        steps: steps(scene),
        steps_name: text("lane-dose"),
        ticks: ticks(scene.stretch, &axis),
        title: title.to_owned(),
        description: sentence.to_owned(),
        upper_end: text("end-numb"),
        lower_end: text("end-feeling"),
    }
}

/// What the marks mean, only for those that are drawn, each with the mark itself.
pub fn key(scene: &Scene, picture: &TimePicture) -> Vec<KeyView> {
    let mut lines = Vec::new();
    let mut add = |is_there: bool, sample: Sample, id: &str| {
        if is_there {
            lines.push(KeyView {
                mark: sample.draw(),
                words: text(id),
            });
        }
    };
    let has_hollow = picture.dots.iter().any(|dot| dot.is_hollow);
    let has_line = scene.record.profile.threshold().is_some();
    add(!picture.runs.is_empty(), Sample::Level, "mark-level");
    add(!picture.dots.is_empty(), Sample::Dot, "mark-dots");
    add(has_hollow, Sample::Hollow, "mark-hollow");
    add(has_line, Sample::Threshold, "mark-line");
    add(!picture.changes.is_empty(), Sample::Change, "mark-change");
    let stands_in = scene.series.as_deref().and_then(crate::answers::stands_in);
    lines.extend(stands_in.map(|words| KeyView {
        mark: String::new(),
        words,
    }));
    lines
}

fn runs(scene: &Scene, axis: &Axis) -> Vec<Vec<BandPoint>> {
    let levels = scene.levels(scene.stretch.first, scene.stretch.last);
    let every = levels.len().div_ceil(LINE_POINTS_MAX).max(1);
    levels
        .chunk_by(|a, b| b.day.days_since(a.day) == 1)
        .map(|run| {
            let last = run.len() - 1;
            let is_kept = |idx: usize| idx.is_multiple_of(every) || idx == last;
            let kept = run.iter().enumerate().filter(|(idx, _)| is_kept(*idx));
            kept.map(|(_, entry)| BandPoint {
                day: axis.noon(entry.day),
                level: entry.level.estimate,
                low: entry.level.low,
                high: entry.level.high,
            })
            .collect()
        })
        .collect()
}

fn dots(scene: &Scene, axis: &Axis) -> Vec<Dot> {
    let Some(series) = &scene.series else {
        return Vec::new();
    };
    let dot = |point: &series::NumbnessPoint, is_hollow| {
        let level = point.numbness?;
        scene.stretch.holds(point.day).then(|| Dot {
            day: axis.place(&point.moment),
            level,
            is_hollow,
        })
    };
    let solid = series.points.iter().filter_map(|p| dot(p, false));
    let hollow = series.recalled.iter().filter_map(|p| dot(p, true));
    let dots: Vec<Dot> = solid.chain(hollow).collect();
    if dots.len() > DOTS_MAX {
        Vec::new()
    } else {
        dots
    }
}

fn changes(scene: &Scene, axis: &Axis) -> Vec<(f64, f64, f64)> {
    let inside = scene
        .changes
        .iter()
        .filter(|change| scene.stretch.holds(change.day));
    inside
        .map(|c| {
            (
                axis.noon(c.day) - 0.5,
                axis.noon(c.earliest) - 0.5,
                axis.noon(c.latest) - 0.5,
            )
        })
        .collect()
}

fn lanes(scene: &Scene, axis: &Axis) -> Vec<Lane> {
    let mut lanes = Vec::new();
    let mut add = |class: &'static str, name: &str, marks: Vec<LaneMark>| {
        if !marks.is_empty() {
            lanes.push(Lane {
                class,
                name: text(name),
                marks,
            });
        }
    };
    add("flicker", "lane-flicker", flicker_marks(scene, axis));
    add("event", "lane-event", event_marks(scene, axis));
    add("sleep", "lane-sleep", sleep_marks(scene, axis));
    add("left-out", "lane-left-out", left_out_marks(scene, axis));
    lanes
}

fn flicker_marks(scene: &Scene, axis: &Axis) -> Vec<LaneMark> {
    let marks: Vec<LaneMark> = scene
        .flickers
        .iter()
        .map(|(moment, flicker)| LaneMark {
            from: axis.place(moment),
            to: None,
            strength: if flicker.strength == record::FlickerStrength::Clear {
                1.0
            } else {
                0.3
            },
            words: format!(
                "{} {}",
                dates::with_weekday(moment.day(axis.starts)),
                flicker_words(flicker)
            ),
            name: String::new(),
        })
        .collect();
    if marks.len() <= MARKS_MAX {
        marks
    } else {
        by_week(&marks, "week-flickers", |n, _| n / 21.0)
    }
}

fn event_marks(scene: &Scene, axis: &Axis) -> Vec<LaneMark> {
    let open = scene
        .record
        .events()
        .filter(|(_, event)| !event.is_sensitive);
    let marks: Vec<LaneMark> = open
        .map(|(moment, event)| LaneMark {
            from: axis.place(moment),
            to: event.ends_at().map(|end| axis.place(end)),
            strength: 0.6,
            words: format!(
                "{} {}",
                dates::with_weekday(moment.day(axis.starts)),
                event_word(event.label.as_str())
            ),
            name: event_word(event.label.as_str()),
        })
        .filter(|mark| {
            let span = f64::from(scene.stretch.n_days());
            mark.to.unwrap_or(mark.from) >= 0.0 && mark.from <= span
        })
        .collect();
    if marks.len() <= MARKS_MAX {
        return marks;
    }
    // What lasted for weeks stays as it was; single things are gathered.
    let lasts = |mark: &LaneMark| mark.to.is_some_and(|to| to - mark.from >= 7.0);
    let (long, short): (Vec<LaneMark>, Vec<LaneMark>) = marks.into_iter().partition(lasts);
    let mut all = by_week(&short, "week-flickers", |n, _| n / 7.0);
    all.extend(long);
    all.sort_by(|a, b| a.from.total_cmp(&b.from));
    all
}

/// Doses that were left out.
fn left_out_marks(scene: &Scene, axis: &Axis) -> Vec<LaneMark> {
    let facts = scene.record.facts().iter();
    let marks = facts.filter_map(|fact| match &fact.body {
        FactBody::MedicationAdministration(dose) if !dose.is_taken => Some(LaneMark {
            from: axis.place(&fact.moment),
            to: None,
            strength: 0.6,
            words: format!(
                "{} {}",
                dates::with_weekday(fact.moment.day(axis.starts)),
                dose.medicine.as_str()
            ),
            name: String::new(),
        }),
        _ => None,
    });
    let span = f64::from(scene.stretch.n_days());
    let marks: Vec<LaneMark> = marks.filter(|m| (0.0..=span).contains(&m.from)).collect();
    if marks.len() <= MARKS_MAX {
        marks
    } else {
        by_week(&marks, "week-left-out", |n, _| n / 7.0)
    }
}

fn sleep_marks(scene: &Scene, axis: &Axis) -> Vec<LaneMark> {
    let nights = scene.record.nights().filter_map(|(moment, night)| {
        let day = moment.day(axis.starts);
        let minutes = night.minutes_asleep()?;
        scene.stretch.holds(day).then(|| LaneMark {
            from: axis.noon(day) - 0.4,
            to: Some(axis.noon(day) + 0.4),
            strength: f64::from(minutes.0) / 720.0,
            words: format!("{} {}", dates::with_weekday(day), dates::hours(minutes)),
            name: String::new(),
        })
    });
    let marks: Vec<LaneMark> = nights.collect();
    if marks.len() <= MARKS_MAX {
        marks
    } else {
        by_week(&marks, "week-sleep", |n, sum| sum / n)
    }
}

/// One mark a week: `strength` from how many there are and what theirs add up to.
fn by_week(marks: &[LaneMark], id: &str, strength: fn(f64, f64) -> f64) -> Vec<LaneMark> {
    let week = |mark: &LaneMark| (mark.from / 7.0).floor();
    marks
        .chunk_by(|a, b| week(a) == week(b))
        .filter_map(|part| {
            let from = week(part.first()?) * 7.0;
            let n = f64::from(u32::try_from(part.len()).ok()?);
            let sum: f64 = part.iter().map(|mark| mark.strength).sum();
            let words = crate::text_with(id, &[("n", part.len().into())]);
            Some(LaneMark {
                from,
                to: Some(from + 6.5),
                strength: strength(n, sum),
                words,
                name: String::new(),
            })
        })
        .collect()
}

fn steps(scene: &Scene) -> Vec<Step> {
    let statements: Vec<_> = scene.record.medication_statements().collect();
    let highest = |name: &record::Label| {
        let same = statements.iter().filter(|other| other.medicine == *name);
        same.map(|other| other.dose.amount()).fold(0.0, f64::max)
    };
    let first = scene.stretch.first;
    statements
        .iter()
        .filter(|s| s.dose.amount() > 0.0)
        .map(|statement| {
            // The next step of the same medicine speaks for the days that the two share.
            let next = statements.iter().filter(|other| {
                other.medicine == statement.medicine && other.from() > statement.from()
            });
            let next = next.map(|other| other.from().plus_days(-1)).min();
            let last = scene.stretch.last;
            let to = statement.to().unwrap_or(last).min(next.unwrap_or(last));
            Step {
                from: f64::from(statement.from().days_since(first)),
                to: f64::from(to.days_since(first)) + 1.0,
                share: statement.dose.amount() / highest(&statement.medicine),
                words: dose_words(statement),
            }
        })
        .collect()
}

fn ticks(stretch: Stretch, axis: &Axis) -> Vec<Tick> {
    let tick = |day: LocalDay, name: String| Tick {
        day: axis.noon(day) - 0.5,
        name,
    };
    let each = |days: i32, name: fn(LocalDay) -> String| -> Vec<Tick> {
        (0..stretch.n_days())
            .step_by(usize::try_from(days).unwrap_or(1))
            .map(|idx| stretch.first.plus_days(idx))
            .map(|day| tick(day, name(day)))
            .collect()
    };
    match stretch.range {
        Range::Week => each(1, |day| text(&format!("weekday-{}", day.weekday()))),
        Range::Month => each(7, dates::at_edge),
        Range::Year | Range::All if stretch.n_days() <= 45 => each(7, dates::at_edge),
        Range::Year | Range::All => {
            let n_months = stretch.n_days() / 30;
            let every = (n_months / 6).max(1);
            let mut ticks = Vec::new();
            let mut month = stretch
                .first
                .plus_days(1 - i32::from(stretch.first.year_month_day().2));
            let mut idx = 0;
            while month <= stretch.last {
                if month >= stretch.first && idx % every == 0 {
                    ticks.push(tick(month, dates::month_at_edge(month)));
                }
                month = month_after(month);
                idx += 1;
            }
            ticks
        }
    }
}
