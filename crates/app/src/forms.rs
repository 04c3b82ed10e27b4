//! The forms beside the check-in: morning, evening, weekly, self-check, safety. Each page is saved as
//! a whole, so what is half filled is kept. Refuses to score: what was said is kept as it was said.

use content::FormSet;
use record::{Fact, FactBody, FactKey, Form, ItemResponse, LocalDay, Record, Response, Source};

use self::plan::Plan;
use crate::today::UndoView;
use crate::{App, Trouble, random, text, text_with};

mod done;
mod fields;
mod plan;
mod take;

pub(crate) use done::notice;

pub(crate) use self::done::offers;
pub use self::done::{DoneView, OfferView};
pub use self::fields::{FieldKind, FieldView, SectionView};
pub(crate) use self::take::derived_keys;

/// Days between two of the forms that are asked weekly.
const WEEK: i32 = 7;
/// Address of the form that somebody close fills in with the person.
const TOGETHER: &str = "/forms/together";
/// Name of the setting that says whether the questions about safety may be asked.
const AGREED: &str = "safety_questions";

/// A form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// After waking up.
    Morning,
    /// At the end of a day.
    Evening,
    /// Once a week.
    Weekly,
    /// The look at the signs.
    SelfCheck,
    /// The questions about safety, after consent.
    Safety,
    /// What somebody close notices.
    ToldByOther,
}

impl FormKind {
    pub(crate) const fn form(self) -> Form {
        match self {
            Self::Morning => Form::Morning,
            Self::Evening => Form::Evening,
            Self::Weekly => Form::Weekly,
            Self::SelfCheck => Form::SelfCheck,
            Self::Safety => Form::Safety,
            Self::ToldByOther => Form::ToldByOther,
        }
    }

    /// Its name in the ids of texts.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Evening => "evening",
            Self::Weekly => "weekly",
            Self::SelfCheck => "self-check",
            Self::Safety => "safety",
            Self::ToldByOther => "other",
        }
    }

    /// Days after which it is asked again; `None`: whenever the person likes.
    const fn rests(self) -> Option<i32> {
        match self {
            Self::Morning | Self::Evening => Some(1),
            Self::Weekly | Self::Safety | Self::ToldByOther => Some(WEEK),
            Self::SelfCheck => None,
        }
    }
}

/// What the person wants next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormStep {
    /// Keep the page and go on.
    Next,
    /// Keep the page and look at the one before.
    Back,
    /// Keep the page and stop here.
    Stop,
}

/// One page as it was sent.
#[derive(Debug, Clone)]
pub struct FormPost {
    /// Which form.
    pub kind: FormKind,
    /// The occasion's key.
    pub key: String,
    /// The page, as its view named it.
    pub page: usize,
    /// What was typed or ticked, as names and values.
    pub answers: Vec<(String, String)>,
    /// What comes next.
    pub step: FormStep,
}

/// One page of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Heading of the whole form.
    pub heading: String,
    /// A line below it.
    pub line: String,
    /// The occasion's key.
    pub key: String,
    /// The page.
    pub page: usize,
    /// Which page this is, from 1.
    pub step: usize,
    /// How many there are, as far as one can say now.
    pub n_steps: usize,
    /// Help stands above the questions.
    pub shows_help: bool,
    /// It can be printed and filled in on paper.
    pub is_for_paper: bool,
    /// What is asked, part by part.
    pub sections: Vec<SectionView>,
}

/// Where a form stands.
#[derive(Debug, Clone, PartialEq)]
pub enum FormState {
    /// A page is next.
    Ask(FormView),
    /// It is done, or rests.
    Done(DoneView),
    /// The person has not agreed to be asked.
    Agree {
        /// A simulated person is shown.
        is_example: bool,
    },
}

/// What follows after a page was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterForm {
    /// The form goes on, or is done.
    GoOn,
    /// An answer means that help comes first.
    Help,
}

/// Where the person is in a form.
#[derive(Debug, Clone)]
pub(crate) struct FormPlace {
    kind: FormKind,
    key: FactKey,
    /// `None`: done or stopped.
    page: Option<usize>,
    /// The person's day on which it was left there.
    day: LocalDay,
}

pub(crate) fn set_of(kind: FormKind) -> Result<&'static FormSet, Trouble> {
    content::form(kind.form()).map_err(|error| Trouble::ours(error.to_string()))
}

/// The latest occasion of a form that was written here, with its fact.
pub(crate) fn latest(record: &Record, form: Form) -> Option<&Fact> {
    let is_it = |fact: &&Fact| {
        fact.source == Source::ByHand
            && matches!(&fact.body, FactBody::Occasion(occasion) if occasion.form == form)
    };
    record.facts().iter().rev().find(is_it)
}

/// What came back for the items that were shown.
pub(crate) fn shown(fact: &Fact) -> Vec<ItemResponse> {
    let responses = match &fact.body {
        FactBody::Occasion(occasion) => occasion.assessment().map(|a| a.responses().to_vec()),
        _ => None,
    };
    let mut responses = responses.unwrap_or_default();
    responses.retain(|response| response.response != Response::NotAsked);
    responses
}

/// The first day on which a form is asked again; `None`: now.
fn rests_until(record: &Record, kind: FormKind, today: LocalDay) -> Option<LocalDay> {
    let last = latest(record, kind.form())?;
    let again = last
        .moment
        .day(record.profile.day_start)
        .plus_days(kind.rests()?);
    (again > today).then_some(again)
}

impl App {
    /// Where a form stands.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn form(&mut self, kind: FormKind) -> Result<FormState, Trouble> {
        let mut state = self.form_itself(kind)?;
        let has_rules = [FormKind::Weekly, FormKind::SelfCheck, FormKind::Safety].contains(&kind);
        if let FormState::Done(view) = &mut state
            && has_rules
        {
            let advice = self.self_check_advice()?;
            // Where home is not safe, nobody is led to ask somebody close.
            if advice.advice.iter().any(|one| one.id == "advice-r19") {
                view.links.retain(|(address, _)| address != TOGETHER);
            }
            view.advice = Some(advice);
        }
        Ok(state)
    }

    fn form_itself(&mut self, kind: FormKind) -> Result<FormState, Trouble> {
        if kind == FormKind::Safety && !self.agrees_to_safety()? {
            let is_example = self.is_example;
            return Ok(FormState::Agree { is_example });
        }
        let (today, whom) = (self.today_date()?, self.for_whom()?);
        let record = self.known()?.record.clone();
        let starts = record.profile.day_start;
        let place = self.opened()?.form.clone().filter(|at| {
            // A page that is open goes on after midnight; one that is done is done for its day.
            let n_days = today.days_since(at.day);
            at.kind == kind && n_days <= i32::from(at.page.is_some())
        });
        if let Some(place) = place {
            return self.at_place(&place, &record);
        }
        let last = latest(&record, kind.form());
        if let Some(fact) = last.filter(|fact| fact.moment.day(starts) == today) {
            let plan = Plan::new(kind, &record, fact.key, whom)?;
            let page = plan.first_open(&shown(fact));
            let key = fact.key;
            let place = FormPlace {
                kind,
                key,
                page,
                day: today,
            };
            return self.at_place(&place, &record);
        }
        if rests_until(&record, kind, today).is_some() {
            let key = last.map(|fact| fact.key);
            return self.done(kind, key, &record).map(FormState::Done);
        }
        let key = random::parse_key(&random::new_key())?;
        let page = Plan::new(kind, &record, key, whom)?.first_open(&[]);
        let place = FormPlace {
            kind,
            key,
            page,
            day: today,
        };
        self.at_place(&place, &record)
    }

    fn at_place(&mut self, place: &FormPlace, record: &Record) -> Result<FormState, Trouble> {
        let fact = record.facts().iter().find(|fact| fact.key == place.key);
        let before = fact.map(shown).unwrap_or_default();
        let Some(page) = place.page else {
            let view = self.done(place.kind, Some(place.key), record);
            return view.map(FormState::Done);
        };
        let typed = fields::typed(&before);
        self.page(place, page, record, (&before, &typed))
            .map(FormState::Ask)
    }

    fn page(
        &mut self,
        place: &FormPlace,
        page: usize,
        record: &Record,
        (before, typed): (&[ItemResponse], &[(String, String)]),
    ) -> Result<FormView, Trouble> {
        let plan = Plan::new(place.kind, record, place.key, self.for_whom()?)?;
        let pages = plan.pages(before);
        let step = pages.iter().filter(|known| **known <= page).count();
        let name = place.kind.name();
        let used = fields::used(record);
        Ok(FormView {
            is_example: self.is_example,
            heading: text(&format!("form-{name}-heading")),
            line: text(&format!("form-{name}-line")),
            key: place.key.to_string(),
            page,
            step: step.max(1),
            n_steps: pages.len().max(1),
            shows_help: place.kind == FormKind::Safety,
            is_for_paper: place.kind == FormKind::ToldByOther,
            sections: fields::sections(&plan, page, typed, &used)?,
        })
    }

    /// The page that was sent, with what was typed, for when it could not be kept.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the key is none of ours.
    pub fn form_again(&mut self, post: &FormPost) -> Result<FormState, Trouble> {
        let key = random::parse_key(&post.key)?;
        let record = self.known()?.record.clone();
        let fact = record.facts().iter().find(|fact| fact.key == key);
        let before = fact.map(shown).unwrap_or_default();
        let place = FormPlace {
            kind: post.kind,
            key,
            page: Some(post.page),
            day: self.today_date()?,
        };
        self.page(&place, post.page, &record, (&before, &post.answers))
            .map(FormState::Ask)
    }

    /// Keeps one page; it is on disk when this returns.
    ///
    /// # Errors
    /// [`Trouble`] when an answer is not on its scale, the form rests, nobody agreed to be asked,
    /// or the disk refuses; then nothing was changed.
    pub fn save_form(&mut self, post: &FormPost) -> Result<AfterForm, Trouble> {
        let (kind, key) = (post.kind, random::parse_key(&post.key)?);
        if kind == FormKind::Safety && !self.agrees_to_safety()? {
            return Err(Trouble::input(
                "these questions are off",
                "turn them on first",
            ));
        }
        let (now, today) = (self.clock.now(), self.today_date()?);
        let record = self.known()?.record.clone();
        let known = record.facts().iter().find(|fact| fact.key == key);
        let is_same = |fact: &Fact| {
            fact.source == Source::ByHand
                && matches!(&fact.body, FactBody::Occasion(o) if o.form == kind.form())
        };
        if known.is_some_and(|fact| !is_same(fact)) {
            return Err(random::lost_key());
        }
        if let (None, Some(day)) = (known, rests_until(&record, kind, today)) {
            let day = crate::dates::long(day);
            let line = text_with("form-rests", &[("day", day.into())]);
            return Err(Trouble::input(line, text("resting-why")));
        }
        let was_now = self.stands_alone()?;
        let plan = Plan::new(kind, &record, key, self.for_whom()?)?;
        let mut answers = known.map(shown).unwrap_or_default();
        let is_now = take::page(&plan, post, &mut answers)?;
        let moment = known.map_or_else(|| now.clone(), |fact| fact.moment.clone());
        let facts = self.facts_of(&plan, post, &answers, (&moment, &now))?;
        let open = self.opened()?;
        open.settle()?;
        open.store
            .replace(&derived_keys(kind, key), &facts, &plan.set.record_items())?;
        open.forget();
        let page = match post.step {
            FormStep::Next => plan.after(post.page, &answers),
            FormStep::Back => plan.before(post.page, &answers),
            FormStep::Stop => None,
        };
        // The branch about safety, with help above it, is shown before the rules are asked.
        let asks_rules = kind != FormKind::Safety || page.is_none();
        if page.is_none() {
            let said = text(&format!("form-{}-kept", kind.name()));
            open.undo = Some(UndoView::saved(key, said));
        }
        open.form = Some(FormPlace {
            kind,
            key,
            page,
            day: today,
        });
        // Either the answer alone says so, or the rules do of all answers together.
        Ok(
            if is_now || (asks_rules && !was_now && self.stands_alone()?) {
                AfterForm::Help
            } else {
                AfterForm::GoOn
            },
        )
    }

    /// Begins the self-check anew; what was said before stays.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn begin_self_check(&mut self) -> Result<(), Trouble> {
        let (record, whom) = (self.known()?.record.clone(), self.for_whom()?);
        let kind = FormKind::SelfCheck;
        let key = random::parse_key(&random::new_key())?;
        let page = Plan::new(kind, &record, key, whom)?.first_open(&[]);
        let day = self.today_date()?;
        self.opened()?.form = Some(FormPlace {
            kind,
            key,
            page,
            day,
        });
        Ok(())
    }

    /// Whether the person agreed to be asked about safety.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn agrees_to_safety(&mut self) -> Result<bool, Trouble> {
        Ok(self.opened()?.store.setting(AGREED)?.is_some())
    }

    /// Agrees to be asked about safety, or takes that back. What was answered stays.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses.
    pub fn agree_to_safety(&mut self, agrees: bool) -> Result<(), Trouble> {
        let open = self.opened()?;
        open.store.set_setting(AGREED, agrees.then_some("yes"))?;
        open.form = None;
        Ok(())
    }

    /// Removes every answer about safety for good, and asks no more.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses.
    pub fn forget_safety(&mut self) -> Result<(), Trouble> {
        self.agree_to_safety(false)?;
        let open = self.opened()?;
        open.settle()?;
        open.store.purge_form(Form::Safety)?;
        open.undo = None;
        open.forget();
        Ok(())
    }
}
