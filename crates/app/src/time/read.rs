//! What a person reads of a day, a week or a month when they point at it or step to it. Refuses what is
//! kept out of pictures.

use record::LocalDay;

use super::table::{Counts, spans};
use super::{Range, ReadView, Scene};
use crate::day::{dose_words, event_word};
use crate::{dates, text, text_with, texts};

/// Events that are named in one sentence.
const EVENTS_MAX: usize = 3;

/// Up to so many days are read by weeks, where they are too many to be read one by one.
const WEEKS_UP_TO_DAYS: i32 = 200;

/// Everything that can be stepped to, in order of time: days, in a year weeks, beyond it months or years.
pub fn lines(scene: &Scene) -> Vec<ReadView> {
    let parts = match scene.stretch.range {
        Range::Year => weeks(scene),
        // A few months have too few parts to be read by months.
        Range::All if scene.stretch.n_days() <= WEEKS_UP_TO_DAYS => weeks(scene),
        Range::Week | Range::Month | Range::All => spans(scene.stretch, scene.today),
    };
    parts.into_iter().map(|part| line(scene, part)).collect()
}

/// The weeks of a stretch until today, by their first day.
fn weeks(scene: &Scene) -> Vec<(LocalDay, LocalDay, String)> {
    let last = scene.stretch.last.min(scene.today);
    let mut weeks = Vec::new();
    let mut first = scene.stretch.first;
    while first <= last {
        let end = first.plus_days(6).min(scene.stretch.last);
        let values = [
            ("from", dates::short(first).into()),
            ("to", dates::short(end).into()),
        ];
        weeks.push((first, end, text_with("from-to", &values)));
        first = end.plus_days(1);
    }
    weeks
}

fn line(scene: &Scene, (first, last, when): (LocalDay, LocalDay, String)) -> ReadView {
    let counts = Counts::of(scene, first, last);
    let mut said = vec![level(scene, (first, last), when)];
    let mut count = |id: &str, n: usize| {
        if n > 0 {
            said.push(text_with(id, &[("n", n.into())]));
        }
    };
    count("read-check-ins", counts.n_check_ins);
    count("read-flickers", counts.n_flickers);
    if let Some(asleep) = counts.asleep {
        said.push(text_with(
            "read-slept",
            &[("hours", dates::hours(asleep).into())],
        ));
    }
    said.extend(events(scene, (first, last)));
    said.extend(doses(scene, (first, last)));
    let from = first.days_since(scene.stretch.first);
    ReadView {
        at: first.to_string(),
        from,
        days: last.days_since(first) + 1,
        words: said.join(" "),
    }
}

fn level(scene: &Scene, (first, last): (LocalDay, LocalDay), when: String) -> String {
    let levels = scene.levels(first, last);
    let estimates = || levels.iter().map(|entry| entry.level.estimate);
    let point = |value: f64| texts::points(value).into();
    match levels.as_slice() {
        [] => text_with("read-no-level", &[("when", when.into())]),
        [one] => text_with(
            "read-level",
            &[
                ("when", when.into()),
                ("level", point(one.level.estimate)),
                ("low", point(one.level.low)),
                ("high", point(one.level.high)),
            ],
        ),
        _ => text_with(
            "read-levels",
            &[
                ("when", when.into()),
                ("low", point(estimates().fold(f64::MAX, f64::min))),
                ("high", point(estimates().fold(f64::MIN, f64::max))),
            ],
        ),
    }
}

/// What happened, without what is kept out of pictures.
fn events(scene: &Scene, (first, last): (LocalDay, LocalDay)) -> Option<String> {
    let starts = scene.record.profile.day_start;
    let seen = scene.record.events().filter(|(moment, event)| {
        !event.is_sensitive && (first..=last).contains(&moment.day(starts))
    });
    let mut names: Vec<String> = seen
        .map(|(_, event)| event_word(event.label.as_str()))
        .collect();
    names.dedup();
    if names.len() > EVENTS_MAX {
        names.truncate(EVENTS_MAX);
        names.push(text("read-more"));
    }
    (!names.is_empty()).then(|| text_with("read-events", &[("names", names.join(", ").into())]))
}

/// Doses that begin.
fn doses(scene: &Scene, (first, last): (LocalDay, LocalDay)) -> Vec<String> {
    let steps = scene.record.medication_statements();
    let begin = steps.filter(|step| (first..=last).contains(&step.from()));
    begin
        .map(|step| text_with("read-dose", &[("dose", dose_words(step).into())]))
        .collect()
}
