//! The stretch that is looked at beside another one. Refuses to calculate: the interval comes from a
//! finding, or it says what is missing.

use finding::Answer;
use finding::now::{Beside, STRETCH_DAYS_MAX};
use picture::{IntervalPicture, IntervalRow};
use record::LocalDay;

use super::{Range, Scene, Stretch, title};
use crate::answers::drawer::drawn;
use crate::answers::{PictureView, beside::tenths, sentences};
use crate::{dates, text, text_with, texts::points};

/// Another stretch beside the one that is looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CompareView {
    /// Stretches to choose: a day in each, its name, and whether it is the one chosen.
    pub choices: Vec<(String, String, bool)>,
    /// First and last day of the two, as the fields show them, the earlier one first.
    pub fields: [(String, String); 2],
    /// How long each may be, and that they may share no day.
    pub limits: String,
    /// What is found, the plainest sentence first; empty before one was chosen.
    pub lines: Vec<String>,
    /// The two levels.
    pub picture: Option<PictureView>,
}

/// A stretch by its first and last day.
type Days = (LocalDay, LocalDay);

/// Stretches before this one that can be set beside it, two of any days, and what is found of those
/// that were chosen.
pub fn view(
    scene: &Scene,
    (chosen, pair): (Option<LocalDay>, Option<[Days; 2]>),
    oldest: LocalDay,
) -> CompareView {
    let stretch = scene.stretch;
    let of = |day: LocalDay| Stretch::around(day, stretch.range, (stretch.first, stretch.last));
    let others: Vec<Stretch> = match stretch.range {
        Range::Week => [7, 28, 364]
            .map(|days| of(stretch.first.plus_days(-days)))
            .to_vec(),
        Range::Month => months_back(stretch.first).map(of).to_vec(),
        Range::Year | Range::All => Vec::new(),
    };
    let others = others.into_iter().filter(|other| other.last >= oldest);
    let chosen = chosen.map(of);
    let choice = |other: Stretch| {
        let is_chosen = chosen.is_some_and(|chosen| chosen == other);
        (other.first.to_string(), title(other), is_chosen)
    };
    let others: Vec<Stretch> = others.collect();
    let found = chosen.filter(|chosen| others.contains(chosen));
    let days = |stretch: Stretch| (stretch.first, stretch.last);
    let series = scene.series.as_deref();
    let fields = pair
        .or(found.map(|other| [days(other), days(stretch)]))
        .unwrap_or_else(|| proposed(scene, oldest));
    let n = u32::try_from(STRETCH_DAYS_MAX).unwrap_or_default();
    let mut view = CompareView {
        choices: others.into_iter().map(choice).collect(),
        fields: fields.map(|(from, to)| (from.to_string(), to.to_string())),
        limits: text_with("compare-own-limits", &[("n", n.into())]),
        ..CompareView::default()
    };
    if let Some(other) = found {
        let answer = finding::now::beside(series, days(other), days(stretch));
        say(&mut view, &answer, (&title(other), &title(stretch)));
    } else if let Some([first, second]) = pair {
        let is_short = |(from, to): Days| to.days_since(from) < STRETCH_DAYS_MAX;
        if first.1 >= second.0 || !is_short(first) || !is_short(second) {
            view.lines = vec![text("compare-own-not"), view.limits.clone()];
        } else {
            let answer = finding::now::beside(series, first, second);
            say(&mut view, &answer, (&span(first), &span(second)));
        }
    }
    view
}

/// What the fields show before anything was chosen: the last days that are looked at, and as many before.
fn proposed(scene: &Scene, oldest: LocalDay) -> [Days; 2] {
    let last = scene.stretch.last.min(scene.today);
    let longest = last.plus_days(1 - STRETCH_DAYS_MAX);
    let first = scene.stretch.first.max(longest).min(last);
    let n_days = last.days_since(first) + 1;
    let before = first.plus_days(-1);
    let earlier = (first.plus_days(-n_days).max(oldest).min(before), before);
    [earlier, (first, last)]
}

fn span((from, to): Days) -> String {
    let values = [
        ("from", dates::with_year(from).into()),
        ("to", dates::with_year(to).into()),
    ];
    text_with("from-to", &values)
}

/// First days of the month before, of three months before and of the same month a year before.
fn months_back(first: LocalDay) -> [LocalDay; 3] {
    [1, 3, 12].map(|n| {
        (0..n).fold(first, |month, _| {
            let before = month.plus_days(-1);
            before.plus_days(1 - i32::from(before.year_month_day().2))
        })
    })
}

fn say(view: &mut CompareView, answer: &Answer<Beside>, names: (&str, &str)) {
    let found = match answer {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => {
            view.lines.push(text("compare-too-few"));
            view.lines.extend(sentences::withheld(withheld));
            return;
        }
    };
    let size = &found.difference;
    let told = if found.is_told_apart() {
        "compare-apart"
    } else {
        "compare-not-apart"
    };
    let values = [
        ("size", points(size.estimate).into()),
        ("low", points(size.low).into()),
        ("high", points(size.high).into()),
        ("second", names.1.into()),
    ];
    let levels = [
        ("first", names.0.into()),
        ("before", points(found.first.estimate).into()),
        ("second", names.1.into()),
        ("after", points(found.second.estimate).into()),
    ];
    view.lines = vec![
        text_with("compare-levels", &levels),
        text(told),
        text_with("compare-size", &values),
        sentences::sure(size),
        text("compare-cannot-tell"),
    ];
    view.picture = Some(picture(found, names));
}

fn picture(found: &Beside, names: (&str, &str)) -> PictureView {
    let both = [(names.0, &found.first), (names.1, &found.second)];
    let row = |(name, level): (&str, &finding::Interval)| IntervalRow {
        name: name.to_owned(),
        ends: (level.low, level.estimate, level.high),
        is_marked: false,
    };
    let picture = IntervalPicture {
        span: (0.0, 100.0),
        ticks: [0.0, 25.0, 50.0, 75.0, 100.0]
            .map(|at| (at, points(at)))
            .to_vec(),
        rows: both.map(row).to_vec(),
        left_end: text("end-feeling"),
        right_end: text("end-numb"),
        title: text("compare-picture"),
        description: text("picture-now-sentence"),
        ..IntervalPicture::default()
    };
    let difference = text("number-difference");
    let all = both
        .into_iter()
        .chain([(difference.as_str(), &found.difference)]);
    let cells = all.map(|(name, level)| {
        vec![
            name.to_owned(),
            tenths(level.estimate),
            tenths(level.low),
            tenths(level.high),
        ]
    });
    let columns = ["col-what", "col-size", "col-low", "col-high"];
    let mut view = drawn(&picture, &columns, cells.collect());
    for svg in [&mut view.wide, &mut view.narrow] {
        *svg = svg.replace("PICTURE-ID", "compare");
    }
    view
}
