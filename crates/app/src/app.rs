//! The open record and what is known about it while it is open.

use std::path::PathBuf;
use std::sync::{Arc, Weak};

use finding::Answer;
use finding::course::Course;
use finding::level::Level;
use finding::now::Now;
use guidance::Guidance;
use record::{Fact, FactBody, FactKey, Item, LocalDay, Moment, Record, Said};
use series::{NumbnessSeries, Outcome, Series};
use store::{Claim, Folder, Store};

use crate::answers::history::{self, PastLook};
use crate::answers::{AtLook, ByDay, CourseKey, Found};
use crate::check_in::Draft;
use crate::later::later;
use crate::plan::PlanDone;
use crate::time::Look;
use crate::today::UndoView;
use crate::{Clock, Trouble};

/// Where the record lives and what time it is.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Folder of the record.
    pub folder: PathBuf,
    /// The clock.
    pub clock: Clock,
}

/// One person's program: locked or open.
pub struct App {
    pub(crate) folder: Folder,
    pub(crate) clock: Clock,
    pub(crate) open: Option<Open>,
    pub(crate) has_read_safety: bool,
    pub(crate) is_example: bool,
    pub(crate) claim: Option<Claim>,
    /// A back-up that the browser handed over where there is no record yet.
    pub(crate) brought_backup: Option<crate::BroughtBackup>,
    /// The language that was chosen.
    pub(crate) language: Arc<crate::LanguageChoice>,
    /// It was chosen while the record was locked, and is not in the record yet.
    pub(crate) has_new_language: bool,
}

/// What is held while the record is open; dropped when it is locked.
pub(crate) struct Open {
    pub store: Store,
    pub has_passphrase: bool,
    pub draft: Option<Draft>,
    pub undo: Option<UndoView>,
    /// What was just done to the safety plan.
    pub plan_done: Option<PlanDone>,
    /// How often Today asks was just chosen.
    pub has_chosen_pace: bool,
    /// Today says in this opening that prompts stopped by themselves.
    pub tells_stopped: bool,
    pub finished_at: Option<Moment>,
    pub asks_line: Option<String>,
    /// What was just done to the own line.
    pub line_done: Option<crate::line::LineDone>,
    /// What is to be done now was read, and the rest may be seen again.
    pub has_gone_on: bool,
    pub look: Look,
    pub day: Option<LocalDay>,
    pub form: Option<crate::forms::FormPlace>,
    /// How often pictures were opened while nothing was written.
    pub looking: crate::looking::Looking,
    pub session: Option<crate::guided::SessionPlace>,
    /// What was just done to a sheet.
    pub sheet_done: Option<crate::sheets::SheetDone>,
    /// What is to be on the page for a doctor, as last chosen.
    pub report: Option<crate::ReportRequest>,
    /// Where the person is on the way to an experiment.
    pub trying: Option<crate::experiments::Trying>,
    /// An experiment was just locked, or stopped.
    pub has_locked: bool,
    pub has_stopped: bool,
    /// What is kept out of sight was asked to be counted, once.
    pub counts_unseen: bool,
    /// What was just done about days without questions.
    pub quiet_done: Option<String>,
    /// Name of the words for what was just done about back-ups.
    pub backup_done: Option<&'static str>,
    /// A questionnaire that was read and is not kept yet.
    pub brought: Option<crate::questionnaires::Brought>,
    /// What was just done to a questionnaire.
    pub questionnaire_done: Option<String>,
    /// Where the person is in a questionnaire.
    pub filling: Option<crate::questionnaires::FillPlace>,
    /// A file that was looked at and is not kept.
    pub held: Option<crate::data::Held>,
    /// What was just done to what was brought in.
    pub data_done: Option<String>,
    /// What notes are looked for by; empty where nothing is looked for.
    pub searched: String,
    /// Name of the words for what was just done about what was taken out.
    pub removed_done: Option<&'static str>,
    known: Option<Known>,
    /// What the answers of the last look rest on, with the series that it was taken from.
    key: Option<(Weak<Series>, CourseKey)>,
    /// Costly, and the same until the data of its look changes.
    course: Option<(CourseKey, Arc<Answer<Course>>)>,
    at_look: Option<(CourseKey, AtLook)>,
    /// The same until anything is written.
    by_day: Option<(Weak<Series>, ByDay)>,
    /// The same until anything is written about days before the last of them.
    past: Option<Arc<Vec<PastLook>>>,
    /// What was shown and is not kept yet.
    pub unsaid: Vec<Said>,
    /// What is being written on a page.
    pub typed: crate::typed::Held,
}

/// The record as it was at one change mark, with what was laid out and found from it.
pub(crate) struct Known {
    mark: u32,
    today: LocalDay,
    pub record: Arc<Record>,
    pub series: Option<Arc<NumbnessSeries>>,
    /// The same with all that stands beside it; laid out when answers are asked for.
    whole: Option<Arc<Series>>,
    pub level: Option<Arc<Answer<Level>>>,
    pub now: Option<Arc<Answer<Now>>>,
    /// What the rules say of the record by itself.
    pub guidance: Option<Arc<Guidance>>,
}

impl Open {
    pub(crate) fn new(store: Store, has_passphrase: bool) -> Self {
        Self {
            store,
            has_passphrase,
            draft: None,
            undo: None,
            plan_done: None,
            has_chosen_pace: false,
            tells_stopped: false,
            finished_at: None,
            asks_line: None,
            line_done: None,
            has_gone_on: false,
            look: Look::default(),
            day: None,
            form: None,
            looking: crate::looking::Looking::default(),
            session: None,
            sheet_done: None,
            report: None,
            trying: None,
            has_locked: false,
            has_stopped: false,
            counts_unseen: false,
            quiet_done: None,
            backup_done: None,
            brought: None,
            questionnaire_done: None,
            filling: None,
            held: None,
            data_done: None,
            searched: String::new(),
            removed_done: None,
            known: None,
            key: None,
            course: None,
            at_look: None,
            by_day: None,
            past: None,
            unsaid: Vec::new(),
            typed: crate::typed::Held::default(),
        }
    }
}

impl App {
    /// Looks at the folder, and ends a restore that was cut short; opens nothing yet.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let folder = Folder::at(settings.folder);
        crate::restore::end_cut_restore(&folder);
        let language = Self::kept_language(&folder);
        Self {
            folder,
            clock: settings.clock,
            open: None,
            has_read_safety: false,
            is_example: false,
            claim: None,
            brought_backup: None,
            language,
            has_new_language: false,
        }
    }

    pub(crate) fn opened(&mut self) -> Result<&mut Open, Trouble> {
        let open = self.open.as_mut().ok_or_else(Trouble::locked)?;
        open.store.refresh()?;
        Ok(open)
    }

    /// The person's day at this moment.
    pub(crate) fn today_date(&mut self) -> Result<LocalDay, Trouble> {
        let now = self.clock.now();
        Ok(now.day(self.known()?.record.profile.day_start))
    }

    /// Everything written so far; read again only when it changed on disk.
    pub(crate) fn known(&mut self) -> Result<&mut Known, Trouble> {
        let now = self.clock.now();
        let open = self.opened()?;
        let mark = open.store.others_mark()?;
        if open.known.as_ref().is_some_and(|known| known.mark != mark) {
            open.past = None;
        }
        let is_fresh = |known: &Known| {
            known.mark == mark && known.today == now.day(known.record.profile.day_start)
        };
        if !open.known.as_ref().is_some_and(is_fresh) {
            // Two records of ten years at once are one too many.
            open.known = None;
            let record = Arc::new(open.store.load()?);
            let today = now.day(record.profile.day_start);
            let series = lay_out(&record, today).map(Arc::new);
            open.known = Some(Known {
                mark,
                today,
                record,
                series,
                whole: None,
                level: None,
                now: None,
                guidance: None,
            });
            memory::give_back();
        }
        open.known.as_mut().ok_or_else(Trouble::locked)
    }
}

impl Open {
    /// Writes one fact, in the place of the one with its key where there is one, and keeps what is
    /// known in step with it: reading ten years anew after every entry would take longer.
    pub(crate) fn keep(&mut self, fact: Fact) -> Result<(), Trouble> {
        self.write(fact, None)
    }

    /// The same for a fact that was changed: the older one can be put back for thirty days.
    pub(crate) fn keep_changed(&mut self, fact: Fact, now: &Moment) -> Result<(), Trouble> {
        let older = crate::random::parse_key(&crate::random::new_key())?;
        self.write(fact, Some((older, now)))
    }

    fn write(&mut self, fact: Fact, older: Option<(FactKey, &Moment)>) -> Result<(), Trouble> {
        self.settle()?;
        let items = crate::check_in::set()?.record_items();
        if !self.is_after_past_looks(&fact) {
            self.past = None;
        }
        match older {
            None => self.store.append_or_amend(&fact, &items)?,
            Some(older) => self.store.change_keeping(&fact, &items, older)?,
        }
        if let Some(mut known) = self.known.take()
            && known.put(fact, &items)
        {
            self.known = Some(known);
        }
        Ok(())
    }

    /// Forgets what is known; it is read again when it is next asked for. What was shown of it is
    /// kept: it can not be found again.
    pub(crate) fn forget(&mut self) {
        // What could not be written waits for the next time.
        let _ = self.settle();
        self.known = None;
        self.past = None;
    }

    /// Keeps what was shown, before anything is changed that it rested on.
    pub(crate) fn settle(&mut self) -> Result<(), Trouble> {
        if self.unsaid.is_empty() {
            return Ok(());
        }
        self.store.keep_said(&self.unsaid)?;
        self.unsaid.clear();
        // The marks say what others wrote; this was us.
        if let Some(known) = &mut self.known {
            let said = self.store.said()?;
            Arc::make_mut(&mut known.record).said = said;
        }
        Ok(())
    }

    /// What the answers of the last look rest on: taken anew only from a series that was laid out anew,
    /// and then held once where it is what it was.
    fn course_key(&mut self, series: Option<&Arc<Series>>, threshold: Option<f64>) -> CourseKey {
        let Some(series) = series else {
            return CourseKey::new(None, threshold);
        };
        let key = match self.key.take() {
            Some((of, key)) if of.as_ptr() == Arc::as_ptr(series) => key,
            before => {
                let key = CourseKey::new(Some(series), None);
                before
                    .map(|(_, key)| key)
                    .filter(|b| *b == key)
                    .unwrap_or(key)
            }
        };
        self.key = Some((Arc::downgrade(series), key.clone()));
        key.with_line(threshold)
    }

    /// Whether a fact leaves the looks that are past as they were.
    fn is_after_past_looks(&self, fact: &Fact) -> bool {
        // A dose may begin long before it is written down.
        let has_days_of_its_own = matches!(fact.body, FactBody::MedicationStatement(_));
        let (Some(past), Some(known)) = (&self.past, &self.known) else {
            return true;
        };
        let day = fact.moment.day(known.record.profile.day_start);
        !has_days_of_its_own && past.last().is_none_or(|look| day > look.until)
    }
}

impl Known {
    /// Takes one fact in; `false` when all has to be read again.
    fn put(&mut self, fact: Fact, items: &[Item]) -> bool {
        let is_occasion = matches!(fact.body, FactBody::Occasion(_));
        self.whole = None;
        self.guidance = None;
        if Arc::make_mut(&mut self.record).put(fact, items).is_err() {
            return false;
        }
        if is_occasion {
            self.series = lay_out(&self.record, self.today).map(Arc::new);
            self.level = None;
            self.now = None;
        }
        true
    }
}

impl App {
    /// Keeps what was shown, before anything is changed that it rested on.
    pub(crate) fn settle(&mut self) -> Result<(), Trouble> {
        self.opened()?.settle()
    }

    /// The looks before the last one, asked once for each change of what they rest on.
    pub(crate) fn past_looks(&mut self, found: &Found) -> Result<Arc<Vec<PastLook>>, Trouble> {
        let open = self.opened()?;
        let find = || Arc::new(history::past_looks(found.series.as_deref()));
        let n_looks = history::n_past(found.series.as_deref());
        if open.past.as_ref().is_some_and(|past| past.len() != n_looks) {
            open.past = None;
        }
        Ok(open.past.get_or_insert_with(find).clone())
    }

    /// This week against the weeks before, found once for each change of the record.
    pub(crate) fn found_now(&mut self) -> Result<Arc<Answer<Now>>, Trouble> {
        let today = self.today_date()?;
        let known = self.known()?;
        let series = known.series.clone();
        let find = || Arc::new(finding::now::answer(series.as_deref(), today));
        Ok(known.now.get_or_insert_with(find).clone())
    }

    /// Changes of level, found once for each change of what they rest on.
    pub(crate) fn found_course(&mut self) -> Result<Arc<Answer<Course>>, Trouble> {
        let known = self.known()?;
        let (series, threshold) = (known.whole(), known.record.profile.threshold());
        let open = self.opened()?;
        let key = open.course_key(series.as_ref(), threshold);
        Ok(match &open.course {
            Some((before, course)) if *before == key => course.clone(),
            _ => {
                let course = crate::answers::course(key.asked_of(series.as_deref()), threshold);
                open.course.insert((key, Arc::new(course))).1.clone()
            }
        })
    }

    /// All answers, each found once for each change of what it rests on.
    pub(crate) fn found(&mut self) -> Result<Found, Trouble> {
        let today = self.today_date()?;
        let known = self.known()?;
        let (numbness, series) = (known.series.clone(), known.whole());
        let (threshold, now) = (known.record.profile.threshold(), known.now.clone());
        let level = known.level.clone();
        let open = self.opened()?;
        let key = open.course_key(series.as_ref(), threshold);
        let at_key = key.without_line();
        let course = open.course.take().filter(|(before, _)| *before == key);
        let at_look = open.at_look.take().filter(|(before, _)| *before == at_key);
        let is_same = |before: &Weak<Series>| {
            (series.as_ref()).is_some_and(|series| before.as_ptr() == Arc::as_ptr(series))
        };
        let by_day = open.by_day.take().filter(|(before, _)| is_same(before));
        let is_found_anew = course.is_none() || at_look.is_none() || by_day.is_none();
        let whole = series.as_deref();
        let asked_of = key.asked_of(whole);
        // What is missing is found side by side: no question waits for another.
        let (now, level, course, at_look, by_day) = std::thread::scope(|scope| {
            let now = later(scope, now, || {
                Arc::new(finding::now::answer(numbness.as_deref(), today))
            });
            let level = later(scope, level, || {
                Arc::new(finding::level::answer(numbness.as_deref()))
            });
            let course = later(scope, course.map(|(_, course)| course), || {
                Arc::new(crate::answers::course(asked_of, threshold))
            });
            let by_day = later(scope, by_day.map(|(_, by_day)| by_day), || {
                ByDay::find(whole)
            });
            let at_look = at_look.map_or_else(|| AtLook::find(asked_of), |(_, at_look)| at_look);
            let (course, by_day) = (course.get()?, by_day.get()?);
            Ok::<_, Trouble>((now.get()?, level.get()?, course, at_look, by_day))
        })?;
        let open = self.opened()?;
        open.course = Some((key, course.clone()));
        open.at_look = Some((at_key, at_look.clone()));
        open.by_day = (series.as_ref()).map(|series| (Arc::downgrade(series), by_day.clone()));
        let known = self.known()?;
        (known.now, known.level) = (Some(now.clone()), Some(level));
        if is_found_anew {
            // What the draws needed is a multiple of what they found.
            memory::give_back();
        }
        Ok(Found {
            now,
            course,
            triggers: at_look.triggers,
            flickers: at_look.flickers,
            medication_change: at_look.medication_change,
            strategy_effect: by_day.strategy_effect,
            pattern_change: by_day.pattern_change,
            being_asked: by_day.being_asked,
            series,
        })
    }
}

/// All that questions are asked about.
pub(crate) fn lay_out_whole(record: &Record, today: LocalDay) -> Option<Series> {
    Series::new(record, &first_outcome(record)?, today)
}

/// The series of the outcome to ask about first.
pub(crate) fn lay_out(record: &Record, today: LocalDay) -> Option<NumbnessSeries> {
    NumbnessSeries::new(record, &first_outcome(record)?, today)
}

/// The outcome to ask about first.
pub(crate) fn first_outcome(record: &Record) -> Option<Outcome> {
    series::outcomes(record)
        .into_iter()
        .next()
        .map(|(outcome, _)| outcome)
}

impl Known {
    /// The series with all that stands beside it, laid out once for each change of the record.
    pub(crate) fn whole(&mut self) -> Option<Arc<Series>> {
        let numbness = self.series.as_ref()?;
        let lay_out = || {
            Arc::new(Series::beside(
                &self.record,
                (**numbness).clone(),
                self.today,
            ))
        };
        Some(self.whole.get_or_insert_with(lay_out).clone())
    }

    /// The level on every day, found once for each change of the record.
    pub(crate) fn level(&mut self) -> Arc<Answer<Level>> {
        let series = self.series.clone();
        let found = || Arc::new(finding::level::answer(series.as_deref()));
        self.level.get_or_insert_with(found).clone()
    }
}
