//! Scores over time: a dot for each filling, lines where studies cut the scale, and the table beside
//! it. Refuses to join the dots: nothing is known between them.

use content::Instrument;
use picture::{DaysPicture, Dot};
use record::LocalDay;

use super::{Filling, score_at, shown_points};
use crate::answers::{NARROW, WIDE, over_days};
use crate::{PictureView, dates, text, text_with};

/// The picture of the first scale, with a table of all; `None` while it has no score.
pub fn picture(instrument: &Instrument, of_one: &[&Filling]) -> Option<PictureView> {
    let scale = instrument.rule.parts().scales.first()?;
    let words = instrument.scale(&scale.id)?;
    let scores: Vec<(LocalDay, f64)> = (of_one.iter())
        .filter_map(|one| Some((one.day, score_at(one, &scale.id)?.points)))
        .collect();
    let (first, last) = (scores.first()?.0, scores.last()?.0);
    let place = |day: LocalDay| f64::from(day.days_since(first));
    let n_days = place(last);
    // Dots keep off the edges; a single one stands in the middle.
    let edge = (n_days * 0.02).max(0.5);
    let ends_of_days = (-edge, n_days + edge);
    let (min, max) = instrument.rule.bounds(scale);
    let cuts = scale.bands_from.iter().skip(1);
    let ends = [min, max].into_iter();
    let levels = ends.chain(cuts.clone().copied());
    let title = [
        ("title", instrument.title.as_str().into()),
        ("name", words.name.as_str().into()),
    ];
    let picture = DaysPicture {
        days: ends_of_days,
        span: (min, max),
        dots: (scores.iter())
            .map(|(day, points)| Dot {
                day: place(*day),
                level: *points,
                is_hollow: false,
            })
            .collect(),
        limits: cuts
            .map(|cut| vec![(ends_of_days.0, *cut), (ends_of_days.1, *cut)])
            .collect(),
        ticks: over_days::ticks((first, last)),
        levels: levels.map(|at| (at, shown_points(at))).collect(),
        title: text_with("score-picture", &title),
        description: text(if scale.bands_from.is_empty() {
            "score-picture-plain"
        } else {
            "score-picture-sentence"
        }),
        ..DaysPicture::default()
    };
    let id = instrument.id();
    let mut columns = vec![text("score-day")];
    columns.extend(instrument.scales.iter().map(|scale| scale.name.clone()));
    Some(PictureView {
        wide: picture.draw(WIDE, &format!("score-{id}-wide")),
        narrow: picture.draw(NARROW, &format!("score-{id}-narrow")),
        caption: picture.title,
        sentence: picture.description,
        columns,
        rows: of_one.iter().map(|one| row(instrument, one)).collect(),
    })
}

fn row(instrument: &Instrument, filling: &Filling) -> Vec<String> {
    let cell = |id: &str| {
        score_at(filling, id).map_or_else(|| text("score-none"), |s| shown_points(s.points))
    };
    let day = std::iter::once(dates::with_year(filling.day));
    day.chain(instrument.scales.iter().map(|scale| cell(&scale.id)))
        .collect()
}
