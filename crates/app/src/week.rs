//! One week in a few sentences: what was kept, where numbness lay, what came through. It stays the same
//! until the next week is over. Refuses a score, a picture, and a change that the finding does not say.

use content::AnswerKind;
use finding::Answer;
use record::{Assessment, FactBody, Form, LocalDay, Record};

use crate::answers::sentences;
use crate::forms::FormKind;
use crate::{App, OfferView, Trouble, dates, text, text_with, texts};

/// Days of a week.
const WEEK: i32 = 7;
/// Days of one's own words that stand beside this week's.
const WORDS_DAYS: i32 = 56;
/// Days with notes below which a look back has nothing to say.
const DAYS_MIN: usize = 3;
/// Days after its end on which Today offers the look back.
const OFFERED_DAYS: i32 = 2;

/// Some sentences under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekPartView {
    /// Stable name.
    pub id: &'static str,
    /// What is said above them.
    pub heading: String,
    /// The sentences.
    pub lines: Vec<String>,
}

/// The week that was over last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Its first and last day in words.
    pub dates: String,
    /// How many days have notes; or that no week is over yet.
    pub kept: String,
    /// What there is to say.
    pub parts: Vec<WeekPartView>,
    /// Said where nothing stands out.
    pub calm: Option<String>,
    /// Something to look at outside.
    pub outward: String,
    /// Something is to be done now; the rest is put away until it was read.
    pub stands_alone: bool,
}

impl App {
    /// The week that was over last: it ends with the weekly page, or seven days after the one before.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn week(&mut self) -> Result<WeekView, Trouble> {
        let today = self.today_date()?;
        let stands_alone = self.stands_alone()?;
        let known = self.known()?;
        let (record, series) = (known.record.clone(), known.series.clone());
        let until = until(&record, today).filter(|_| !stands_alone);
        let n = today.number().rem_euclid(5) + 1;
        let mut view = WeekView {
            is_example: self.is_example,
            dates: String::new(),
            kept: text("week-none"),
            parts: Vec::new(),
            calm: None,
            outward: text(&format!("outward-{n}")),
            stands_alone,
        };
        let Some(until) = until else {
            return Ok(view);
        };
        let first = until.plus_days(1 - WEEK);
        let values = [
            ("from", dates::with_year(first).into()),
            ("to", dates::with_year(until).into()),
        ];
        view.dates = text_with("from-to", &values);
        let n_days = days_kept(&record, until).into();
        view.kept = text_with("week-kept", &[("n", n_days)]);
        let found = finding::now::answer(series.as_deref(), until);
        view.calm = is_calm(&found).then(|| text("week-calm"));
        view.parts = vec![
            level(&found),
            flickers(&record, until),
            words(&record, until)?,
        ];
        view.parts.retain(|part| !part.lines.is_empty());
        Ok(view)
    }
}

/// A look back that Today offers for two days after a week with something in it was over.
pub(crate) fn offer(record: &Record, today: LocalDay) -> Option<OfferView> {
    let until = until(record, today)?;
    let is_fresh = today.days_since(until) <= OFFERED_DAYS;
    let has_notes = days_kept(record, until) >= DAYS_MIN;
    (is_fresh && has_notes).then(|| OfferView {
        href: "/week",
        label: text("offer-week"),
    })
}

/// Last day of the week that was over last; `None`: none is over yet.
fn until(record: &Record, today: LocalDay) -> Option<LocalDay> {
    let starts = record.profile.day_start;
    let first = record.facts().iter().find(|fact| !fact.is_unanswered());
    let first = first?.moment.day(starts);
    let n_days = today.days_since(first);
    let by_count = (n_days >= WEEK).then(|| today.plus_days(-1 - n_days.rem_euclid(WEEK)));
    let weekly = record.occasions().rev();
    let by_form = weekly
        .filter(|(_, occasion)| occasion.form == Form::Weekly)
        .map(|(moment, _)| moment.day(starts))
        .find(|day| *day <= today && day.days_since(first) >= WEEK - 1);
    // The weekly page is the person's own end of a week: what is counted from the first day waits
    // until that one is a week old.
    by_form
        .filter(|day| today.days_since(*day) < WEEK)
        .or(by_count)
}

/// Days of the week up to `until` on which something was written by hand or came in.
fn days_kept(record: &Record, until: LocalDay) -> usize {
    let starts = record.profile.day_start;
    let written = record.facts().iter().filter(|fact| !fact.is_unanswered());
    let days = written.map(|fact| fact.moment.day(starts));
    let mut days: Vec<LocalDay> = days
        .filter(|day| (0..WEEK).contains(&until.days_since(*day)))
        .collect();
    days.sort_unstable();
    days.dedup();
    days.len()
}

fn is_calm(found: &Answer<finding::now::Now>) -> bool {
    matches!(found, Answer::Finding(now, _) if !now.is_told_apart())
}

/// Where numbness lay, with its band; a change only where the finding says one.
fn level(found: &Answer<finding::now::Now>) -> WeekPartView {
    let lines = match found {
        Answer::Finding(now, _) => {
            let values = [
                ("week", texts::points(now.week.estimate).into()),
                ("low", texts::points(now.week.low).into()),
                ("high", texts::points(now.week.high).into()),
            ];
            let mut lines = vec![text_with("week-level", &values)];
            if now.is_told_apart() {
                lines.extend(sentences::now(now));
            }
            lines
        }
        Answer::Withheld(withheld, _) => sentences::withheld(withheld),
    };
    part("level", lines)
}

/// What came through, with its words, a line for each day.
fn flickers(record: &Record, until: LocalDay) -> WeekPartView {
    let starts = record.profile.day_start;
    let mut days: Vec<(LocalDay, Vec<String>)> = Vec::new();
    for (moment, flicker) in crate::time::flickers(record) {
        let day = moment.day(starts);
        if !(0..WEEK).contains(&until.days_since(day)) {
            continue;
        }
        let what = crate::today::flicker_words(&flicker);
        match days.last_mut() {
            Some((last, all)) if *last == day => all.push(what),
            _ => days.push((day, vec![what])),
        }
    }
    let line = |(day, all): &(LocalDay, Vec<String>)| {
        let values = [
            ("day", dates::with_weekday(*day).into()),
            ("what", all.join(", ").into()),
        ];
        text_with("week-of-day", &values)
    };
    part("flickers", days.iter().map(line).collect())
}

/// Words that the person found for a feeling on the weekly pages of eight weeks, newest first.
fn words(record: &Record, until: LocalDay) -> Result<WeekPartView, Trouble> {
    let starts = record.profile.day_start;
    let mut lines = Vec::new();
    for fact in record.facts().iter().rev() {
        let FactBody::Occasion(occasion) = &fact.body else {
            continue;
        };
        let n_days = until.days_since(fact.moment.day(starts));
        if n_days >= WORDS_DAYS {
            break;
        }
        let is_it = occasion.form == Form::Weekly && n_days >= 0;
        let Some(assessment) = occasion.assessment().filter(|_| is_it) else {
            continue;
        };
        if let Some(what) = feeling(assessment)? {
            let values = [
                ("day", dates::long(fact.moment.day(starts)).into()),
                ("what", what.into()),
            ];
            lines.push(text_with("week-of-day", &values));
        }
    }
    Ok(part("words", lines))
}

/// The word of a weekly page with its place in the body; `None` where nobody chose one.
fn feeling(assessment: &Assessment) -> Result<Option<String>, Trouble> {
    let set = crate::forms::set_of(FormKind::Weekly)?;
    let label = |id: &str| -> Option<(usize, &str)> {
        let item = set.item(id)?;
        let value = assessment.value(&item.item.id)?;
        let AnswerKind::Choice { labels } = &item.kind else {
            return None;
        };
        let mut places = labels.iter().enumerate().zip(0u32..);
        let found = places.find(|(_, n)| (f64::from(*n) - value).abs() < 0.5)?;
        Some((found.0.0, found.0.1.as_str()))
    };
    let Some((_, word)) = label("emotion_word") else {
        return Ok(None);
    };
    // The first place is 'Nowhere': it has nothing to add.
    Ok(Some(match label("emotion_place") {
        Some((idx, place)) if idx > 0 => {
            let values = [("word", word.into()), ("place", place.into())];
            text_with("week-word-place", &values)
        }
        _ => word.to_owned(),
    }))
}

fn part(id: &'static str, lines: Vec<String>) -> WeekPartView {
    WeekPartView {
        id,
        heading: text(&format!("week-{id}-heading")),
        lines,
    }
}
