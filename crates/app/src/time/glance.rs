//! Years at a glance, and every question of the check-in beside the others. Refuses to draw what is too
//! much to be read.

use picture::{Sample, SmallPicture, YearDay, YearPicture};
use record::{FactBody, Form, ItemId, LocalDay, Response, ResponseScale};

use super::draw::Axis;
use super::{GlanceView, KeyView, Range, Scene, month_after};
use crate::{text, text_with};

/// Years that are shown side by side, the newest.
const YEARS_MAX: usize = 6;
/// Widths of a year by itself, and of one among others.
const WIDE: f64 = 760.0;
const NARROW: f64 = 330.0;
/// Width of one question among others.
const SMALL: f64 = 300.0;

/// The year that is looked at; of the whole record, each of its last years.
pub fn years(scene: &Scene) -> Vec<GlanceView> {
    let last = scene.stretch.last.year_month_day().0;
    let first = scene.stretch.first.year_month_day().0;
    match scene.stretch.range {
        Range::Year => vec![year(scene, first, false)],
        Range::All if last > first => {
            let newest = (first..=last).rev().take(YEARS_MAX);
            newest.map(|number| year(scene, number, true)).collect()
        }
        Range::All | Range::Week | Range::Month => Vec::new(),
    }
}

/// What the squares mean.
pub fn key() -> Vec<KeyView> {
    let line = |sample: Sample, id: &str| KeyView {
        mark: sample.draw(),
        words: text(id),
    };
    vec![
        line(Sample::Day, "mark-day"),
        line(Sample::Flicker, "mark-flicker"),
        line(Sample::NoDay, "mark-no-day"),
    ]
}

fn year(scene: &Scene, number: i16, is_among_others: bool) -> GlanceView {
    let starts = scene.record.profile.day_start;
    let is_in = |day: &LocalDay| day.year_month_day().0 == number;
    let Ok(first) = LocalDay::parse(&format!("{number:04}-01-01")) else {
        return GlanceView::default();
    };
    let last = last_of_year(first).min(scene.today);
    let levels = scene.levels(first, last);
    let mut flickers: Vec<LocalDay> = (scene.all_flickers.iter())
        .map(|moment| moment.day(starts))
        .filter(is_in)
        .collect();
    flickers.dedup();
    let mut days = Vec::new();
    let mut n_days = 0;
    let mut day = first;
    while day <= last {
        let level = levels
            .iter()
            .find(|entry| entry.day == day && entry.gap_days == 0);
        n_days += usize::from(level.is_some());
        let (_, month, of_month) = day.year_month_day();
        days.push(YearDay {
            month,
            day: of_month,
            level: level.map(|entry| entry.level.estimate),
            is_marked: flickers.contains(&day),
        });
        day = day.plus_days(1);
    }
    let values = [("days", n_days.into()), ("flickers", flickers.len().into())];
    let title = number.to_string();
    let sentence = text_with("glance-sentence", &values);
    let picture = YearPicture {
        days,
        months: (1..=12)
            .map(|month| text(&format!("month-{month}")))
            .collect(),
        title: title.clone(),
        description: sentence.clone(),
    };
    let id = ["year", &title].join("-");
    GlanceView {
        at: last.to_string(),
        wide: if is_among_others {
            String::new()
        } else {
            picture.draw(WIDE, &format!("{id}-wide"))
        },
        narrow: picture.draw(NARROW, &id),
        title,
        sentence,
    }
}

fn last_of_year(first: LocalDay) -> LocalDay {
    let mut next = first;
    for _ in 0..12 {
        next = month_after(next);
    }
    next.plus_days(-1)
}

/// The answers to each question of the check-in, for a week or a month.
pub fn items(scene: &Scene) -> Vec<GlanceView> {
    if !matches!(scene.stretch.range, Range::Week | Range::Month) {
        return Vec::new();
    }
    let Ok(set) = content::check_in() else {
        return Vec::new();
    };
    let asked = set.items.iter();
    asked
        .filter_map(|item| {
            one_item(
                scene,
                &item.item.id,
                (&item.question, &item.low, &item.high),
            )
        })
        .collect()
}

fn one_item(scene: &Scene, id: &ItemId, words: (&str, &str, &str)) -> Option<GlanceView> {
    let axis = Axis::of(scene);
    let item = scene.record.items().find(|item| item.id == *id)?;
    let span = match item.scale {
        ResponseScale::Line { min, max } => (min, max),
        ResponseScale::Steps { min, max } => (f64::from(min), f64::from(max)),
        ResponseScale::Open => return None,
    };
    let starts = scene.record.profile.day_start;
    let mut dots = Vec::new();
    for fact in scene.record.facts() {
        let FactBody::Occasion(occasion) = &fact.body else {
            continue;
        };
        if occasion.form != Form::CheckIn || !scene.stretch.holds(fact.moment.day(starts)) {
            continue;
        }
        let answers = occasion
            .assessment()
            .into_iter()
            .flat_map(|a| a.responses());
        for answer in answers.filter(|answer| answer.item == *id) {
            if let Response::Value(value) = answer.response {
                dots.push((axis.place(&fact.moment), value));
            }
        }
    }
    if dots.is_empty() {
        return None;
    }
    let sentence = text_with("small-sentence", &[("n", dots.len().into())]);
    let picture = SmallPicture {
        days: (0.0, f64::from(scene.stretch.n_days())),
        span,
        dots,
        ends: (words.1.to_owned(), words.2.to_owned()),
        title: words.0.to_owned(),
        description: sentence.clone(),
    };
    Some(GlanceView {
        at: String::new(),
        wide: String::new(),
        narrow: picture.draw(SMALL, &["item", id.as_str()].join("-")),
        title: words.0.to_owned(),
        sentence,
    })
}
