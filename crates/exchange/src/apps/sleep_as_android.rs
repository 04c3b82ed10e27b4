//! Reads a Sleep as Android export. Refuses to trust the clock on its wall where the program also
//! gives the moment: a clock that was put back shows an hour twice.

use std::io::Read;

use record::{Minutes, Moment, ResponseScale, Window, Zone};

use super::gather::{Gather, item};
use super::importer::{Importer, Way};
use super::rows::Rows;
use super::sleeps::{Sleep, Sleeps};
use super::{AppFileError, Setting, when};

const APP: &str = "sleep_as_android";
/// Most sleeps of a file; fifty years of ten a day are fewer.
const SLEEPS_MAX: usize = 200_000;
/// Sleep that begins so soon after another is the same night.
const APART_SECONDS: i64 = 2 * 3600;
/// What the program writes itself into a comment.
const OWN_TAGS: [&str; 3] = ["fullmoon", "light", "watch"];

/// The table inside the archive; a heading before each sleep, and up to three lines of it.
pub(super) const CSV: Importer = Importer {
    word: "sleep-as-android",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| {
            head.has_columns(&[
                "id", "tz", "from", "to", "sched", "hours", "rating", "comment",
            ])
        },
        read,
    },
};

/// Columns that are read, by where the latest heading has them.
#[derive(Default, Clone, Copy)]
struct Columns {
    id: Option<usize>,
    tz: Option<usize>,
    from: Option<usize>,
    hours: Option<usize>,
    rating: Option<usize>,
    comment: Option<usize>,
    adjust: Option<usize>,
}

impl Columns {
    fn of<R: Read>(rows: &Rows<R>) -> Self {
        Self {
            id: rows.find("id"),
            tz: rows.find("tz"),
            from: rows.find("from"),
            hours: rows.find("hours"),
            rating: rows.find("rating"),
            comment: rows.find("comment"),
            adjust: rows.find("lenadjust"),
        }
    }
}

fn read(reader: &mut dyn Read, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let mut columns = Columns::of(&rows);
    let mut sleeps = Vec::new();
    while let Some(line) = rows.next()? {
        let first = rows.cell(0);
        if first.eq_ignore_ascii_case("id") {
            rows.take_heading();
            columns = Columns::of(&rows);
            continue;
        }
        gather.ledger.n_rows += 1;
        if first.is_empty() && rows.maybe(columns.hours).is_empty() {
            gather.unknown("lines of noise");
            continue;
        }
        if let Some(sleep) = sleep(&rows, columns, setting, line) {
            let kept = (rows.maybe(columns.id), rows.maybe(columns.from));
            if !gather.is_first(&["sleep", kept.0, kept.1, rows.maybe(columns.hours)]) {
                gather.unknown("entries that stand twice");
                continue;
            }
            if sleeps.len() == SLEEPS_MAX {
                return Err(AppFileError::TooMuch("nights"));
            }
            keep_words(&rows, columns, &sleep, gather);
            sleeps.push(sleep);
        } else {
            let words = (
                "no beginning, or no length of a minute to a day",
                "look at the row",
            );
            gather.reject(line, Some("Hours"), words);
        }
    }
    keep_nights(sleeps, gather);
    Ok(())
}

/// A sleep by its own beginning and length, on the clock of its zone.
fn sleep<R: Read>(rows: &Rows<R>, columns: Columns, setting: &Setting, line: u32) -> Option<Sleep> {
    let zone = Zone::new(rows.maybe(columns.tz)).unwrap_or_else(|_| setting.zone.clone());
    let hours: f64 = rows.maybe(columns.hours).parse().ok()?;
    if !(0.0..=24.0).contains(&hours) {
        return None;
    }
    let shown = when::dotted(rows.maybe(columns.from), &zone);
    let kept = rows.maybe(columns.id).parse::<i64>().ok();
    let kept = kept.and_then(|ms| Moment::from_unix_seconds(ms.div_euclid(1000), &zone).ok());
    // The number is the more exact one, save where the person moved the beginning later.
    let from = match (kept, shown) {
        (Some(kept), Some(shown))
            if (kept.unix_seconds() - shown.unix_seconds()).abs() > 3600 + 60 =>
        {
            shown
        }
        (Some(kept), _) => kept,
        (None, shown) => shown?,
    };
    // A year before anybody had the program is a clock that was never set.
    if from.unix_seconds() < 1_000_000_000 {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 86,400.
    let seconds = (hours * 3600.0).round() as i64;
    // Shorter than a minute is a button that was pressed twice.
    if seconds < 60 {
        return None;
    }
    let to = from.unix_seconds() + seconds;
    let at_home = |seconds: i64| {
        let there = Moment::from_unix_seconds(seconds, &zone).ok()?;
        when::moment_of(seconds, there.offset_seconds(), &setting.zone)
    };
    let minutes = u32::try_from((seconds + 30) / 60).ok()?;
    // A text of "-1.0" is no number of minutes: the sleep was written in by hand.
    let adjust = rows
        .maybe(columns.adjust)
        .parse::<i64>()
        .unwrap_or(0)
        .min(0);
    let awake = u32::try_from(adjust.unsigned_abs()).ok()?.min(minutes);
    Some(Sleep {
        from: at_home(from.unix_seconds())?,
        to: at_home(to)?,
        asleep: Some(Minutes(minutes - awake)),
        awake: (awake > 0).then_some(Minutes(awake)),
        latency: None,
        n_awakenings: None,
        version: 0,
        line,
    })
}

/// Keeps tags, words and the rating of a sleep, at its end.
fn keep_words<R: Read>(rows: &Rows<R>, columns: Columns, sleep: &Sleep, gather: &mut Gather) {
    let at = (&sleep.to, sleep.line);
    let comment = rows.maybe(columns.comment).replace("\\n", "\n");
    let mut words = Vec::new();
    for word in comment
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
    {
        match word.strip_prefix('#').filter(|tag| !tag.is_empty()) {
            Some(tag) => {
                let tag = without_times(tag);
                if OWN_TAGS.contains(&tag.to_lowercase().as_str()) {
                    gather.unknown("tags that the program sets");
                } else {
                    gather.event(at, tag);
                }
            }
            None => words.push(word),
        }
    }
    let words = words.join(" ");
    if words != "Manually added" {
        gather.note(at, &words);
    }
    let rating: f64 = rows.maybe(columns.rating).parse().unwrap_or(0.0);
    // Nobody rated a sleep of 0 stars.
    if rating != 0.0
        && let Some(item) = item(
            "sleep_as_android_rating",
            ResponseScale::Line { min: 0.0, max: 5.0 },
            Window::Daily,
        )
    {
        gather.of_day(at, &item, rating);
    }
}

/// `snore` of `snore_2x`.
fn without_times(tag: &str) -> &str {
    let parts = tag.rsplit_once('_');
    match parts {
        Some((name, times))
            if !name.is_empty()
                && times.strip_suffix('x').is_some_and(|n| {
                    !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit())
                }) =>
        {
            name
        }
        _ => tag,
    }
}

/// Joins what one night was cut into.
fn keep_nights(mut sleeps: Vec<Sleep>, gather: &mut Gather) {
    sleeps.sort_by_key(|sleep| (sleep.from.unix_seconds(), sleep.to.unix_seconds()));
    let mut whole: Vec<Sleep> = Vec::new();
    for sleep in sleeps {
        match whole.last_mut() {
            Some(last) if sleep.from < last.to => gather.unknown("other readings of a night"),
            Some(last)
                if sleep.from.unix_seconds() - last.to.unix_seconds() < APART_SECONDS
                    && sleep.to.unix_seconds() - last.from.unix_seconds() <= 86_400 =>
            {
                let gap = (sleep.from.unix_seconds() - last.to.unix_seconds() + 30) / 60;
                let gap = Minutes(u32::try_from(gap).unwrap_or(0));
                last.awake = sum([last.awake, sleep.awake, Some(gap)]);
                last.asleep = sum([last.asleep, sleep.asleep]);
                last.to = sleep.to;
                gather.unknown("parts joined to one night");
            }
            _ => whole.push(sleep),
        }
    }
    let mut all = Sleeps::default();
    for sleep in whole {
        all.add(sleep);
    }
    all.finish(gather);
}

fn sum<const N: usize>(parts: [Option<Minutes>; N]) -> Option<Minutes> {
    let known = parts.into_iter().flatten();
    known.reduce(|a, b| Minutes(a.0.saturating_add(b.0)))
}
