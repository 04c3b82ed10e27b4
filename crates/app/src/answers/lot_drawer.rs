//! Pictures of days that were drawn by lot: the days as they were drawn, and where the difference
//! stands among all that the lot might have drawn. Refuses to calculate.

use finding::being_asked::BeingAsked;
use finding::strategy_effect::{StrategyEffect, Tried};
use finding::{ChanceBar, DrawnDay};
use picture::{Bar, BarPicture, DaysPicture, Dot};
use record::LocalDay;

use super::beside;
use super::drawer::{NARROW, PictureView, WIDE};
use super::over_days::{ends, levels, ticks, view};
use crate::{dates, text, text_with};

/// Experiments that are drawn, the newest first.
const TRIED_MAX: usize = 3;

/// Two pictures an experiment.
pub fn tried(effect: &StrategyEffect) -> Vec<PictureView> {
    let newest = effect.tried.iter().rev().take(TRIED_MAX);
    newest.flat_map(one).collect()
}

fn one(tried: &Tried) -> Vec<PictureView> {
    let name = crate::experiments::trial_name(&tried.trial);
    // What is looked at may be another question than numbness, turned so that more is worse.
    let (sentence, ends) = match tried.trial.own {
        None => ("picture-drawn-sentence", ends()),
        Some(_) => (
            "picture-drawn-own-sentence",
            (text("end-better"), text("end-worse")),
        ),
    };
    let drawn = Drawn {
        title: text_with("picture-drawn", &[("name", name.clone().into())]),
        description: text(sentence),
        sides: ("drawn-with", "drawn-without"),
        ends,
    };
    let chance = text_with("picture-chance", &[("name", name.into())]);
    let bars = by_chance(&tried.by_chance, tried.size.estimate, chance);
    [days(&tried.days, drawn), bars]
        .into_iter()
        .flatten()
        .collect()
}

/// The days after being asked and after silence.
pub fn asked(asked: &BeingAsked) -> Vec<PictureView> {
    let drawn = Drawn {
        title: text("picture-asked-drawn"),
        description: text("picture-asked-drawn-sentence"),
        sides: ("drawn-asked", "drawn-silent"),
        ends: ends(),
    };
    let chance = text("picture-asked-chance");
    let bars = by_chance(&asked.by_chance, asked.size.estimate, chance);
    [days(&asked.drawn, drawn), bars]
        .into_iter()
        .flatten()
        .collect()
}

/// Words of a picture of drawn days.
struct Drawn {
    title: String,
    description: String,
    /// Names of the two kinds of days.
    sides: (&'static str, &'static str),
    /// Words at the ends of the upright axis, the lower one first.
    ends: (String, String),
}

/// Filled for days with, hollow for days without: it needs no color. Runs of days with have a bar
/// along the foot.
fn days(drawn: &[DrawnDay], words: Drawn) -> Option<PictureView> {
    let (first, last) = (drawn.first()?.day, drawn.last()?.day);
    let place = |day: LocalDay| f64::from(day.days_since(first));
    let dot = |day: &DrawnDay| Dot {
        day: place(day.day),
        level: day.seen,
        is_hollow: !day.is_with,
    };
    let runs = drawn.chunk_by(|a, b| a.is_with == b.is_with);
    let span = |run: &[DrawnDay]| {
        let (from, to) = (run.first()?, run.last()?);
        from.is_with
            .then(|| (place(from.day) - 0.4, place(to.day) + 0.4))
    };
    let picture = DaysPicture {
        days: (-0.5, place(last) + 0.5),
        span: (0.0, 100.0),
        dots: drawn.iter().map(dot).collect(),
        spans: runs.filter_map(span).collect(),
        ticks: ticks((first, last)),
        levels: levels(),
        ends: words.ends,
        title: words.title,
        description: words.description,
        ..DaysPicture::default()
    };
    let (with, without) = words.sides;
    let row = |day: &DrawnDay| {
        vec![
            dates::with_year(day.day),
            text(if day.is_with { with } else { without }),
            beside::tenths(day.seen),
        ]
    };
    let rows = drawn.iter().map(row).collect();
    Some(view(picture, &["col-day", "col-drawn", "col-level"], rows))
}

fn by_chance(bars: &[ChanceBar], size: f64, title: String) -> Option<PictureView> {
    let (first, last) = (bars.first()?, bars.last()?);
    let n: usize = bars.iter().map(|bar| bar.n).sum();
    let at = |place: f64| (place, beside::tenths(place));
    let picture = BarPicture {
        bars: bars
            .iter()
            .map(|bar| Bar {
                from: bar.low,
                to: bar.high,
                n: bar.n,
            })
            .collect(),
        mark: (size, text("picture-chance-mark")),
        ticks: vec![at(first.low), at(0.0), at(last.high)],
        title,
        description: text_with("picture-chance-sentence", &[("n", n.into())]),
    };
    let row = |bar: &ChanceBar| {
        let ends = [
            ("from", beside::tenths(bar.low).into()),
            ("to", beside::tenths(bar.high).into()),
        ];
        vec![text_with("from-to", &ends), bar.n.to_string()]
    };
    let mut rows: Vec<Vec<String>> = bars.iter().map(row).collect();
    rows.push(vec![text("picture-chance-mark"), beside::tenths(size)]);
    Some(PictureView {
        wide: picture.draw(WIDE, "PICTURE-ID-wide"),
        narrow: picture.draw(NARROW, "PICTURE-ID-narrow"),
        caption: picture.title,
        sentence: picture.description,
        columns: vec![text("col-difference"), text("col-orders")],
        rows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn() -> Vec<DrawnDay> {
        let first = LocalDay::parse("2026-03-01").unwrap();
        let day = |idx: i32| DrawnDay {
            day: first.plus_days(idx),
            seen: 40.0 + f64::from(idx),
            is_with: idx % 3 == 0,
        };
        (0..12).map(day).collect()
    }

    fn words() -> Drawn {
        Drawn {
            title: "a walk".into(),
            description: "days".into(),
            sides: ("drawn-with", "drawn-without"),
            ends: ends(),
        }
    }

    #[test]
    fn days_with_are_filled_and_have_a_bar_and_days_without_are_rings() {
        let view = days(&drawn(), words()).unwrap();
        for svg in [&view.wide, &view.narrow] {
            assert_eq!(svg.matches("h0").count(), 4);
            assert_eq!(svg.matches("class=\"dot hollow\"").count(), 8);
            assert_eq!(svg.matches("class=\"interval marked\"").count(), 4);
        }
        assert_eq!(view.rows.len(), 12);
        let sides: Vec<&str> = view.rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(&sides[..4], ["with", "without", "without", "with"]);
        assert!(days(&[], words()).is_none());
    }

    #[test]
    fn bars_count_the_draws_and_the_measured_difference_is_marked() {
        let bar = |low: f64, n| ChanceBar {
            low,
            high: low + 5.0,
            n,
        };
        let bars = [bar(-10.0, 3), bar(-5.0, 40), bar(0.0, 50), bar(5.0, 7)];
        let view = by_chance(&bars, -8.25, "a walk".into()).unwrap();
        assert_eq!(view.wide.matches("class=\"band bar\"").count(), 4);
        assert!(view.sentence.contains("100"), "{}", view.sentence);
        let n = |row: &Vec<String>| row[1].clone();
        assert_eq!(
            view.rows.iter().map(n).collect::<Vec<_>>()[..4],
            ["3", "40", "50", "7"]
        );
        assert_eq!(view.rows[4][1], "\u{2212}8.3");
        assert!(by_chance(&[], 0.0, String::new()).is_none());
    }
}
