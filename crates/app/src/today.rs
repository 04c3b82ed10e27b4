//! Today: the check-in, a flicker, a quiet line about the week.

use finding::Answer;
use record::{FactKey, Flicker, Record};

use crate::check_in::{self, CheckInView};
use crate::{AdviceView, App, TodayExperiment, Trouble, dates, random, text, text_with, texts};

/// Today.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// The one advice that is shown, where there is one.
    pub advice: Option<AdviceView>,
    /// The advice stands alone: everything else is put away for now.
    pub stands_alone: bool,
    /// Where the check-in stands.
    pub check_in: CheckInView,
    /// What was just written or taken out.
    pub undo: Option<UndoView>,
    /// This day beside the same day a week ago, where both were written.
    pub week_ago: Option<String>,
    /// This week beside the weeks before, where the record can say it.
    pub quiet_line: Option<String>,
    /// When a feeling last came through.
    pub last_flicker: Option<String>,
    /// Forms that can be filled in now.
    pub offers: Vec<crate::OfferView>,
    /// Key of the next flicker.
    pub flicker_key: String,
    /// Words to choose for it.
    pub flicker_words: Vec<String>,
    /// Key of the next note.
    pub note_key: String,
    /// A note that could not be kept, to be shown again.
    pub draft_note: String,
    /// The person chose a pause: nothing is asked.
    pub is_paused: bool,
    /// A rarer pace is offered, once.
    pub offers_pace: bool,
    /// Prompts stopped by themselves; said in one opening of the record.
    pub has_stopped: bool,
    /// Grounding can be begun at once.
    pub offers_grounding: bool,
    /// What was drawn for today, where an experiment is under way.
    pub experiment: Option<TodayExperiment>,
    /// Entries at the end of the log could not be read.
    pub newest_lost: Option<String>,
    /// Why the last back-up that the program was to make is not there.
    pub backup_trouble: Option<String>,
}

/// What was just written or taken out, with the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoView {
    /// The fact's key.
    pub key: String,
    /// What happened, in words.
    pub what: String,
    /// It was taken out and can be put back.
    pub is_gone: bool,
}

impl UndoView {
    pub(crate) fn saved(key: FactKey, what: String) -> Self {
        Self {
            key: key.to_string(),
            what,
            is_gone: false,
        }
    }
}

impl App {
    /// Today.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn today(&mut self) -> Result<TodayView, Trouble> {
        self.tend_prompts()?;
        let check_in = self.check_in_view()?;
        let record = self.known()?.record.clone();
        let chosen = self.chosen_pace()?;
        let is_paused = chosen.pause_until.is_some();
        let is_silent = self.is_today_silent()?;
        let mut experiment = self.experiment_of_today()?;
        if let Some(experiment) = experiment.as_mut().filter(|_| is_paused || is_silent) {
            experiment.ask = None;
        }
        let quiet_line = if chosen.answers_only || is_paused {
            None
        } else {
            self.quiet_line()?
        };
        let week_ago = if chosen.answers_only || is_paused {
            None
        } else {
            self.week_ago()?
        };
        let advice = self.advice_of_today()?;
        // What was chosen is to be seen here; the page of choices need not say it again.
        self.opened()?.has_chosen_pace = false;
        let today = self.today_date()?;
        let words = &check_in::set()?.flicker_words;
        let mut offers = crate::forms::offers(&record, &self.clock.now(), today);
        offers.extend(crate::week::offer(&record, today));
        Ok(TodayView {
            is_example: self.is_example,
            // One thing at a time.
            offers_pace: advice.is_none() && self.offers_rarer_pace()?,
            advice,
            stands_alone: self.stands_alone()?,
            check_in,
            undo: self.opened()?.undo.take(),
            week_ago,
            quiet_line,
            last_flicker: last_flicker(&record, today),
            offers: if is_silent {
                Vec::new()
            } else {
                chosen.offers(offers)
            },
            flicker_key: random::new_key(),
            flicker_words: words.iter().map(|word| word.word.clone()).collect(),
            note_key: random::new_key(),
            draft_note: String::new(),
            is_paused,
            has_stopped: self.tells_stopped()?,
            offers_grounding: !self.hides_everything_to_try()?,
            experiment,
            newest_lost: self.newest_lost()?,
            backup_trouble: self.backup_trouble()?,
        })
    }

    /// What was written today beside what was written a week ago: two facts, and no claim.
    fn week_ago(&mut self) -> Result<Option<String>, Trouble> {
        let today = self.today_date()?;
        let Some(series) = self.known()?.series.clone() else {
            return Ok(None);
        };
        let means = series::day_means(&series);
        let of = |day| means.iter().rev().find(|mean| mean.day == day);
        let both = of(today.plus_days(-7)).zip(of(today));
        Ok(both.map(|(before, now)| {
            let values = [
                ("before", texts::points(before.mean).into()),
                ("now", texts::points(now.mean).into()),
            ];
            text_with("week-ago", &values)
        }))
    }

    /// The week beside the four weeks before, both as they are: never 'worse than yesterday'.
    fn quiet_line(&mut self) -> Result<Option<String>, Trouble> {
        let found = self.found_now()?;
        let Answer::Finding(now, _) = &*found else {
            return Ok(None);
        };
        let values = [
            ("week", texts::points(now.week.estimate).into()),
            ("before", texts::points(now.before.estimate).into()),
        ];
        Ok(Some(text_with("quiet-line", &values)))
    }
}

/// The latest moment in which a feeling came through: logged by itself, or told in a check-in.
pub(crate) fn last_flicker(record: &Record, today: record::LocalDay) -> Option<String> {
    let starts = record.profile.day_start;
    let flickers = crate::time::flickers(record);
    let (moment, flicker) = flickers
        .iter()
        .rev()
        .find(|(m, _)| m.day(starts) <= today)?;
    let values = [
        ("when", dates::seen_from(moment.day(starts), today).into()),
        ("what", flicker_words(flicker).into()),
    ];
    Some(text_with("last-flicker", &values))
}

/// `a trace (warm)` or `clearly`.
pub(crate) fn flicker_words(flicker: &Flicker) -> String {
    let strength = text(match flicker.strength {
        record::FlickerStrength::Trace => "strength-trace",
        record::FlickerStrength::Clear => "strength-clear",
    });
    match &flicker.word {
        Some(word) => format!("{strength} ({})", word.as_str()),
        None => strength,
    }
}
