//! Pictures of a change of dose: the days around it with the step, and the same step at other
//! dates. Refuses to calculate.

use finding::medication_change::{Effect, MedicationChange};
use picture::{BandPoint, BarPicture, DaysPicture, Dot, Mark, bars};
use record::LocalDay;

use super::beside;
use super::drawer::{NARROW, PictureView, WIDE};
use super::over_days::{ends, levels, ticks, view};
use crate::{dates, text, text_with};

/// Changes of dose that are drawn, the newest first.
const EFFECTS_MAX: usize = 3;
/// Width of a bar, in standard errors.
const BAR: f64 = 0.5;

/// Two pictures a change.
pub fn pictures(change: &MedicationChange) -> Vec<PictureView> {
    let newest = change.effects.iter().rev().take(EFFECTS_MAX);
    newest
        .flat_map(|effect| [around(effect), Some(elsewhere(effect))])
        .flatten()
        .collect()
}

fn around(effect: &Effect) -> Option<PictureView> {
    let (first, last) = (effect.days.first()?.day, effect.days.last()?.day);
    let place = |day: LocalDay| f64::from(day.days_since(first));
    let changed = effect.change.first_day()?;
    let what = beside::dose_change(&effect.change);
    let picture = DaysPicture {
        days: (0.0, place(last)),
        span: (0.0, 100.0),
        dots: (effect.days.iter())
            .map(|day| Dot {
                day: place(day.day),
                level: day.seen,
                is_hollow: false,
            })
            .collect(),
        runs: vec![
            (effect.days.iter())
                .map(|day| BandPoint {
                    day: place(day.day),
                    level: day.drawn,
                    low: day.drawn,
                    high: day.drawn,
                })
                .collect(),
        ],
        marks: vec![Mark {
            day: place(changed),
            range: (
                place(changed),
                effect.change.last_day().map_or(place(changed), place),
            ),
            name: dates::at_edge(changed),
        }],
        ticks: ticks((first, last)),
        levels: levels(),
        ends: ends(),
        title: text_with("picture-dose", &[("what", what.into())]),
        description: text("picture-dose-sentence"),
        ..DaysPicture::default()
    };
    let size = |id: &str, size: &finding::Interval| {
        vec![
            text(id),
            beside::tenths(size.estimate),
            beside::tenths(size.low),
            beside::tenths(size.high),
        ]
    };
    let rows = vec![
        size("number-with-drift", &effect.size),
        size("number-steady", &effect.size_if_steady),
    ];
    let columns = ["col-what", "col-size", "col-low", "col-high"];
    Some(view(picture, &columns, rows))
}

fn elsewhere(effect: &Effect) -> PictureView {
    let steps: Vec<f64> = effect.placebo.iter().map(|(_, t)| *t).collect();
    let found = bars(&steps, BAR);
    let what = beside::dose_change(&effect.change);
    let picture = BarPicture {
        ticks: found
            .iter()
            .filter(|bar| bar.from.fract() == 0.0)
            .map(|bar| (bar.from, beside::tenths(bar.from)))
            .collect(),
        mark: (effect.t_value, text("picture-placebo-mark")),
        title: text_with("picture-placebo", &[("what", what.into())]),
        description: text_with(
            "picture-placebo-sentence",
            &[("n", effect.placebo.len().into())],
        ),
        bars: found.clone(),
    };
    let rows = found.iter().map(|bar| {
        let ends = [
            ("from", beside::tenths(bar.from).into()),
            ("to", beside::tenths(bar.to).into()),
        ];
        vec![text_with("from-to", &ends), bar.n.to_string()]
    });
    let mut rows: Vec<Vec<String>> = rows.collect();
    rows.push(vec![
        text("picture-placebo-mark"),
        beside::tenths(effect.t_value),
    ]);
    PictureView {
        wide: picture.draw(WIDE, "PICTURE-ID-wide"),
        narrow: picture.draw(NARROW, "PICTURE-ID-narrow"),
        caption: picture.title,
        sentence: picture.description,
        columns: vec![text("col-step"), text("col-dates")],
        rows,
    }
}
