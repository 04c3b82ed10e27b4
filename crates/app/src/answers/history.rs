//! What was said at every look, and whether it still holds. Refuses to trust what was kept: the
//! looks are asked anew of the record as it is, and what they no longer say is taken back.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use finding::course::Course;
use finding::said::{self, About, Claim};
use finding::{Answer, Looks, Question};
use record::{Fact, LocalDay, Record, Said};
use series::{NumbnessSeries, Series};

use super::{AtLook, Found, said as words};

/// The answers of one look that is past.
#[derive(Debug, Clone)]
pub(crate) struct PastLook {
    pub look_day: LocalDay,
    /// First day on which the next look had its data.
    pub until: LocalDay,
    pub course: Arc<Answer<Course>>,
    pub at_look: AtLook,
}

/// Something that was said, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub said: Said,
    /// Why it was taken back; `None` while it stands.
    pub back: Option<Why>,
    /// It is not kept yet, or not as it is now.
    pub is_new: bool,
    /// It is said at the last look, or on a day of its own.
    pub is_current: bool,
}

/// Why something was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// What was written since does not carry it.
    LaterLook,
    /// Something written before was changed, taken out or brought in.
    RecordChanged,
    /// Answers are found in another way now.
    MethodChanged,
}

impl Why {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::LaterLook => "later_look",
            Self::RecordChanged => "record_changed",
            Self::MethodChanged => "method_changed",
        }
    }
}

/// Days on which each past look had its data and the next one did not: which look is asked follows
/// from the last day with an occasion.
fn reigns(numbness: &NumbnessSeries) -> Vec<(LocalDay, LocalDay, LocalDay)> {
    let day_of = |day: u32| {
        let days = i32::try_from(day).unwrap_or(i32::MAX) - 1;
        numbness.first_day.plus_days(days)
    };
    let reached = |day: LocalDay| numbness.points.iter().map(|p| p.day).find(|d| *d >= day);
    let looks = Looks::all(numbness);
    let pairs = looks.iter().zip(looks.iter().skip(1));
    pairs
        .filter_map(|(look, next)| {
            let (look_day, next_day) = (day_of(look.day), day_of(next.day));
            let (from, until) = (reached(look_day)?, reached(next_day)?);
            // A gap over two looks leaves no day on which the first was the last one.
            (from < next_day).then_some((look_day, from, until))
        })
        .collect()
}

/// How many looks are past and were ever the last one.
pub(crate) fn n_past(series: Option<&Series>) -> usize {
    series.map_or(0, |series| reigns(&series.numbness).len())
}

/// Asks every look but the last one, on all cores. A late look of a long record takes many times as
/// long as an early one, so the latest are asked first and each core takes the next when it is free.
pub(crate) fn past_looks(series: Option<&Series>) -> Vec<PastLook> {
    let Some(series) = series else {
        return Vec::new();
    };
    let reigns = reigns(&series.numbness);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let n_left = AtomicUsize::new(reigns.len());
    let work = || {
        let mut asked = Vec::new();
        let next = |n: usize| n.checked_sub(1);
        while let Ok(n) = n_left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next) {
            let reign = reigns.get(n - 1);
            asked.extend(reign.and_then(|reign| past_look(series, *reign)));
        }
        asked
    };
    let mut looks: Vec<PastLook> = std::thread::scope(|scope| {
        let workers = (0..workers.min(reigns.len())).map(|_| scope.spawn(work));
        let workers: Vec<_> = workers.collect();
        let joined = workers.into_iter().filter_map(|part| part.join().ok());
        joined.flatten().collect()
    });
    looks.sort_by_key(|look| look.look_day);
    looks
}

fn past_look(
    series: &Series,
    (look_day, from, until): (LocalDay, LocalDay, LocalDay),
) -> Option<PastLook> {
    let seen = series.up_to(from)?;
    Some(PastLook {
        look_day,
        until,
        course: Arc::new(super::course(Some(&seen), None)),
        at_look: AtLook::find(Some(&seen)),
    })
}

/// A claim on its way through the looks.
struct Running {
    claim: Claim,
    sentence: String,
    /// The look that took it back.
    back: Option<LocalDay>,
    is_current: bool,
    /// Nothing that this look rested on was written after its time.
    is_as_written: bool,
}

/// Everything that was said, the oldest look first.
pub(crate) fn of(found: &Found, past: &[PastLook], record: &Record, today: LocalDay) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut kept: Vec<&Said> = record.said.iter().collect();
    for running in run(found, past, record) {
        let said = words::of(&running.claim, running.sentence, today);
        let before = kept.iter().position(|kept| kept.is_same(&said));
        let before = before.map(|idx| kept.remove(idx).clone());
        kept.retain(|kept| !kept.is_same(&said));
        if before.is_none() && !running.is_current && !running.is_as_written {
            // Changed after its time: nobody can say that this was shown.
            continue;
        }
        let was_back_on = before.as_ref().map(|kept| kept.taken_back_on);
        entries.push(Entry {
            is_new: was_back_on != Some(running.back),
            said: Said {
                taken_back_on: running.back,
                ..before.unwrap_or(said)
            },
            back: running.back.map(|_| Why::LaterLook),
            is_current: running.is_current,
        });
    }
    entries.extend(kept.into_iter().map(|kept| gone(kept, found, today)));
    entries.sort_by_key(|entry| entry.said.look_day);
    entries
}

/// Something that no look says any more.
fn gone(kept: &Said, found: &Found, today: LocalDay) -> Entry {
    let version = found
        .basis(&kept.question)
        .map(|basis| basis.method_version);
    let is_other_method = version.is_some_and(|version| version != kept.method.1);
    let taken_back_on = kept.taken_back_on.or(Some(today));
    Entry {
        is_new: kept.taken_back_on.is_none(),
        said: Said {
            taken_back_on,
            ..kept.clone()
        },
        back: Some(if is_other_method {
            Why::MethodChanged
        } else {
            Why::RecordChanged
        }),
        is_current: false,
    }
}

fn run(found: &Found, past: &[PastLook], record: &Record) -> Vec<Running> {
    let Some(series) = found.series.as_deref() else {
        return Vec::new();
    };
    let mut running: Vec<Running> = Vec::new();
    for look in past {
        let at = said::AtLook {
            series,
            course: &look.course,
            triggers: &look.at_look.triggers,
            flickers: &look.at_look.flickers,
            medication_change: &look.at_look.medication_change,
        };
        let is_as_written = || is_as_written(record, look);
        step(&mut running, at, look.look_day, &is_as_written);
    }
    let at = said::AtLook {
        series,
        course: &found.course,
        triggers: &found.triggers,
        flickers: &found.flickers,
        medication_change: &found.medication_change,
    };
    running.iter_mut().for_each(|r| r.is_current = false);
    if let Some(look_day) = found.look_day() {
        step(&mut running, at, look_day, &|| true);
    }
    let by_day = said::by_day(
        &found.strategy_effect,
        &found.pattern_change,
        &found.being_asked,
    );
    let by_day = by_day.into_iter().map(|claim| Running {
        sentence: words::by_day(&claim, found),
        claim,
        back: None,
        is_current: true,
        is_as_written: true,
    });
    running.extend(by_day);
    running
}

/// Takes one more look into account.
fn step(
    running: &mut Vec<Running>,
    at: said::AtLook<'_>,
    look_day: LocalDay,
    is_as_written: &dyn Fn() -> bool,
) {
    let claims = at.claims();
    for before in running.iter_mut() {
        let is_made_anew = claims.iter().any(|claim| claim.is_same(&before.claim));
        before.is_current = is_made_anew;
        if is_made_anew || at.carries(&before.claim) == Some(true) {
            before.back = None;
        } else {
            before.back = before.back.or(Some(look_day));
        }
    }
    for claim in claims {
        if !running.iter().any(|before| before.claim.is_same(&claim)) {
            running.push(Running {
                sentence: words::at_look(&claim, at),
                claim,
                back: None,
                is_current: true,
                is_as_written: is_as_written(),
            });
        }
    }
}

/// Whether everything up to a look was written down before the next look came.
fn is_as_written(record: &Record, look: &PastLook) -> bool {
    let starts = record.profile.day_start;
    let is_late = |fact: &Fact| {
        fact.moment.day(starts) <= look.look_day && fact.recorded_at.day(starts) >= look.until
    };
    !record.facts().iter().any(is_late)
}

/// What a claim is about, in a form that can be kept and compared.
pub(crate) fn about(about: &About) -> String {
    use finding::pattern_change::Watched;
    use finding::triggers::Lag;
    let subject = |subject: &series::Subject| format!("{:?} {}", subject.kind, subject.name);
    match about {
        About::Level => "level".to_owned(),
        About::Candidate { subject: of, lag } => {
            let lag = match lag {
                Lag::EarlierToday => 0,
                Lag::Days(days) => *days,
            };
            format!("lag {lag} {}", subject(of))
        }
        About::Dose { medicine } => format!("dose {medicine}"),
        About::Trial { label } => format!("trial {label}"),
        About::Watched(Watched::Numbness) => "watched numbness".to_owned(),
        About::Watched(Watched::Together) => "watched together".to_owned(),
        About::Watched(Watched::Candidate(of)) => format!("watched {}", subject(of)),
        About::Asked => "asked".to_owned(),
    }
}

impl Found {
    /// Last day of the data of the last look.
    pub(crate) fn look_day(&self) -> Option<LocalDay> {
        let numbness = &self.series.as_deref()?.numbness;
        let look = Looks::of(numbness)?;
        let days = i32::try_from(look.day).unwrap_or(i32::MAX) - 1;
        Some(numbness.first_day.plus_days(days))
    }

    /// What the answer to a question rests on, by the question's name.
    pub(crate) fn basis(&self, question: &str) -> Option<&finding::Basis> {
        let question = Question::ALL.into_iter().find(|q| q.name() == question)?;
        Some(match question {
            Question::Now => self.now.basis(),
            Question::Course => self.course.basis(),
            Question::Triggers => self.triggers.basis(),
            Question::Flickers => self.flickers.basis(),
            Question::MedicationChange => self.medication_change.basis(),
            Question::StrategyEffect => self.strategy_effect.basis(),
            Question::PatternChange => self.pattern_change.basis(),
            Question::BeingAsked => self.being_asked.basis(),
        })
    }
}
