//! Filling in a questionnaire, one question at a time. Refuses to go on past an answer about harming
//! oneself before help was shown: each answer is kept before the next question is asked.

use record::{
    Fact, FactBody, FactKey, Questionnaire, QuestionnaireAnswer, QuestionnaireResponse, Record,
    Source,
};

use super::answer::{is_new_answer, kind, read, typed};
use super::{numbered, title, words};
use crate::check_in::by_hand;
use crate::{AdviceListView, App, Trouble, UndoView, random, text, text_with};

/// Hours for which one that is not finished is gone on with.
const GO_ON_SECONDS: i64 = 24 * 3600;

/// Where the person is in a questionnaire.
#[derive(Debug, Clone)]
pub(crate) struct FillPlace {
    questionnaire: FactKey,
    key: FactKey,
    /// Place of the question among the items; `None`: at its end, or stopped.
    at: Option<usize>,
    /// Help is shown before anything else.
    needs_help: bool,
}

/// What the person wants next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillStep {
    /// Keep the answer and go on.
    Next,
    /// Leave the question out and go on.
    Skip,
    /// Look at the question before.
    Back,
    /// Stop here; what was answered is kept.
    Stop,
    /// Help was read; go on with the questions.
    GoOn,
    /// Begin a new one.
    Anew,
}

/// One answer as it was sent.
#[derive(Debug, Clone)]
pub struct FillPost {
    /// The number of the questionnaire in addresses.
    pub number: usize,
    /// The key of what is being filled in.
    pub key: String,
    /// The question.
    pub link_id: String,
    /// What was chosen or typed.
    pub values: Vec<String>,
    /// Own words in place of an answer.
    pub other: String,
    /// What comes next.
    pub step: FillStep,
}

/// What follows after an answer was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterQuestion {
    /// The questions go on, or are done.
    GoOn,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FillKind {
    /// One of these: value and words; or own words, where that is allowed.
    Choice {
        /// The answers.
        options: Vec<(String, String)>,
        /// Several may be chosen.
        is_multiple: bool,
        /// Own words may stand in place of an answer.
        takes_other: bool,
    },
    /// A number, with its ends where there are any.
    Number {
        /// Only whole numbers.
        is_whole: bool,
        /// The smallest.
        min: Option<String>,
        /// The largest.
        max: Option<String>,
    },
    /// Own words.
    Text,
    /// A date.
    Date,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FillView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// The number of the questionnaire in addresses.
    pub number: usize,
    /// Title of the questionnaire.
    pub title: String,
    /// The key of what is being filled in.
    pub key: String,
    /// What stands before this question, to be read.
    pub before: Vec<String>,
    /// The name of the question.
    pub link_id: String,
    /// Its wording.
    pub question: String,
    /// How it is answered.
    pub kind: FillKind,
    /// What was chosen or typed.
    pub typed: Vec<String>,
    /// Own words in place of an answer.
    pub other: String,
    /// `question 3 of 9`.
    pub progress: String,
    /// There is a question before it.
    pub has_before: bool,
}

/// One that was filled in, or stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct FilledView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// The number of the questionnaire in addresses.
    pub number: usize,
    /// Title of the questionnaire.
    pub title: String,
    /// Whether it is done, and what was kept.
    pub line: String,
    /// Its score in sentences, where a rule is known for it.
    pub score: Vec<String>,
    /// What the rules say, where an answer calls for it; first of all.
    pub advice: Option<AdviceListView>,
    /// Questions and what was answered.
    pub answers: Vec<(String, String)>,
    /// It is not finished, and can be gone on with.
    pub can_go_on: bool,
    /// What is being filled in.
    pub key: String,
}

/// Where a questionnaire stands.
#[derive(Debug, Clone, PartialEq)]
pub enum FillState {
    /// A question is next.
    Ask(FillView),
    /// Help comes before the next question.
    Help {
        /// A simulated person is shown.
        is_example: bool,
        /// The number of the questionnaire in addresses.
        number: usize,
        /// The key of what is being filled in.
        key: String,
        /// What the rules say.
        advice: AdviceListView,
    },
    /// It is done, or was stopped.
    Done(FilledView),
}

impl App {
    /// Where a questionnaire stands.
    ///
    /// # Errors
    /// [`Trouble`] when there is none of that number, or the record is locked or cannot be read.
    pub fn fill(&mut self, number: usize) -> Result<FillState, Trouble> {
        let record = self.known()?.record.clone();
        let one = numbered(&record, number)?;
        let place = match self.opened()?.filling.clone() {
            Some(place) if place.questionnaire == one.key => place,
            _ => self.begin_filling(&record, one)?,
        };
        self.opened()?.filling = Some(place.clone());
        if place.needs_help {
            return Ok(FillState::Help {
                is_example: self.is_example,
                number,
                key: place.key.to_string(),
                advice: self.self_check_advice()?,
            });
        }
        let response = response_of(&record, &place, one)?;
        let item = place.at.and_then(|at| one.items().get(at));
        match item {
            Some(item) => {
                let typed = typed(item, &response);
                Ok(FillState::Ask(self.ask(
                    one,
                    (number, &place),
                    (&response, typed),
                )))
            }
            None => self
                .filled(one, number, &place, &response)
                .map(FillState::Done),
        }
    }

    /// One that was begun today is gone on with; else a new one begins.
    fn begin_filling(
        &mut self,
        record: &Record,
        one: &Questionnaire,
    ) -> Result<FillPlace, Trouble> {
        let now = self.clock.now().unix_seconds();
        let is_open = |fact: &&Fact| match &fact.body {
            FactBody::QuestionnaireResponse(response) => {
                let age = now - fact.moment.unix_seconds();
                response.questionnaire == one.key
                    && !response.is_complete
                    && fact.source == Source::ByHand
                    && (0..GO_ON_SECONDS).contains(&age)
            }
            _ => false,
        };
        let open = record.facts().iter().rev().find(is_open);
        let key = match open {
            Some(fact) => fact.key,
            None => random::parse_key(&random::new_key())?,
        };
        let mut place = FillPlace {
            questionnaire: one.key,
            key,
            at: None,
            needs_help: false,
        };
        let response = response_of(record, &place, one)?;
        place.at = next(one, &response, None);
        Ok(place)
    }

    /// Keeps an answer, and goes where the person wants to go.
    ///
    /// # Errors
    /// [`Trouble`] when the answer does not fit its question, or the disk refuses; then nothing was
    /// changed.
    pub fn answer_question(&mut self, post: &FillPost) -> Result<AfterQuestion, Trouble> {
        let record = self.known()?.record.clone();
        let one = numbered(&record, post.number)?.clone();
        let key = random::parse_key(&post.key)?;
        let is_other = record.facts().iter().any(|fact| {
            let body = &fact.body;
            fact.key == key
                && !matches!(body, FactBody::QuestionnaireResponse(r) if r.questionnaire == one.key)
        });
        if is_other {
            return Err(random::lost_key());
        }
        let mut place = FillPlace {
            questionnaire: one.key,
            key,
            at: one.place(&post.link_id),
            needs_help: false,
        };
        let mut response = response_of(&record, &place, &one)?;
        match post.step {
            FillStep::Anew => {
                place.key = random::parse_key(&random::new_key())?;
                response = response_of(&record, &place, &one)?;
                place.at = next(&one, &response, None);
            }
            FillStep::GoOn => place.at = next(&one, &response, None),
            FillStep::Back | FillStep::Stop => {
                if is_new_answer(&one, post, &response) {
                    place.needs_help = self.keep_answer(&one, post, (key, &mut response))?;
                }
                place.at = match post.step {
                    FillStep::Back => before(&one, &response, place.at),
                    _ => None,
                };
            }
            FillStep::Next | FillStep::Skip => {
                place.needs_help = self.keep_answer(&one, post, (key, &mut response))?;
                place.at = next(&one, &response, place.at);
            }
        }
        self.opened()?.filling = Some(place);
        Ok(AfterQuestion::GoOn)
    }

    /// Writes the answer before anything else happens; says whether help comes first now.
    fn keep_answer(
        &mut self,
        one: &Questionnaire,
        post: &FillPost,
        (key, response): (FactKey, &mut QuestionnaireResponse),
    ) -> Result<bool, Trouble> {
        let item = one.item(&post.link_id).filter(|item| item.is_question());
        let item = item.ok_or_else(random::lost_key)?;
        let values = match post.step {
            FillStep::Skip => Vec::new(),
            _ => read(item, post)?,
        };
        response.put(QuestionnaireAnswer {
            link_id: item.link_id.clone(),
            values,
        });
        let at = one.place(&post.link_id);
        let is_going_on = matches!(post.step, FillStep::Next | FillStep::Skip);
        response.is_complete = is_going_on && next(one, response, at).is_none();
        let now = self.clock.now();
        let record = self.known()?.record.clone();
        let begun = record.facts().iter().find(|fact| fact.key == key);
        let moment = begun.map_or_else(|| now.clone(), |fact| fact.moment.clone());
        let body = FactBody::QuestionnaireResponse(response.clone());
        let open = self.opened()?;
        open.keep(by_hand(key, moment, &now, body))?;
        open.undo = Some(UndoView::saved(key, text("questionnaire-undo")));
        let is_about_safety = one.safety_item() == Some(&item.link_id);
        Ok(is_about_safety && one.safety_answer(response).is_some_and(|said| said > 0.0))
    }

    /// The question with what was typed, after it was refused.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such question.
    pub fn fill_again(&mut self, post: &FillPost) -> Result<FillState, Trouble> {
        let record = self.known()?.record.clone();
        let one = numbered(&record, post.number)?;
        let place = FillPlace {
            questionnaire: one.key,
            key: random::parse_key(&post.key)?,
            at: one.place(&post.link_id),
            needs_help: false,
        };
        if place.at.is_none() {
            return Err(random::lost_key());
        }
        let response = response_of(&record, &place, one)?;
        let typed = (post.values.clone(), post.other.clone());
        Ok(FillState::Ask(self.ask(
            one,
            (post.number, &place),
            (&response, typed),
        )))
    }

    fn ask(
        &self,
        one: &Questionnaire,
        (number, place): (usize, &FillPlace),
        (response, (typed, other)): (&QuestionnaireResponse, (Vec<String>, String)),
    ) -> FillView {
        let at = place.at.unwrap_or(0);
        let open = questions(one, response);
        let step = open.iter().filter(|idx| **idx <= at).count().max(1);
        let args = [("step", step.into()), ("steps", open.len().into())];
        let item = one.items().get(at);
        let mut before = Vec::new();
        if step == 1 {
            before.extend(
                one.head
                    .introduction
                    .as_ref()
                    .map(|words| words.text().to_owned()),
            );
        }
        before.extend(read_before(one, response, at));
        FillView {
            is_example: self.is_example,
            number,
            title: title(one).to_owned(),
            key: place.key.to_string(),
            before,
            link_id: item
                .map(|item| item.link_id.as_str().to_owned())
                .unwrap_or_default(),
            question: item.map(words::question).unwrap_or_default(),
            kind: item.map_or(FillKind::Text, |item| kind(&item.kind)),
            typed,
            other,
            progress: text_with("questionnaire-progress", &args),
            has_before: step > 1,
        }
    }

    fn filled(
        &mut self,
        one: &Questionnaire,
        number: usize,
        place: &FillPlace,
        response: &QuestionnaireResponse,
    ) -> Result<FilledView, Trouble> {
        let is_sign = one.safety_answer(response).is_some_and(|said| said > 0.0);
        let advice = if is_sign {
            Some(self.self_check_advice()?)
        } else {
            None
        };
        let n = response
            .answers()
            .iter()
            .filter(|a| !a.values.is_empty())
            .count();
        let line = match (response.is_complete, n) {
            (true, _) => "questionnaire-done",
            (false, 0) => "questionnaire-nothing",
            (false, _) => "questionnaire-stopped",
        };
        let words = |answer: &QuestionnaireAnswer| {
            let item = one.item(answer.link_id.as_str())?;
            Some((words::question(item), words::answer(item, answer)))
        };
        let score = if response.is_complete {
            crate::scores::of_latest(&self.known()?.record, one)?
        } else {
            Vec::new()
        };
        Ok(FilledView {
            is_example: self.is_example,
            score,
            number,
            title: title(one).to_owned(),
            line: text(line),
            advice,
            answers: response.answers().iter().filter_map(words).collect(),
            can_go_on: !response.is_complete,
            key: place.key.to_string(),
        })
    }
}

fn response_of(
    record: &Record,
    place: &FillPlace,
    one: &Questionnaire,
) -> Result<QuestionnaireResponse, Trouble> {
    let fact = record.facts().iter().find(|fact| fact.key == place.key);
    if let Some(FactBody::QuestionnaireResponse(response)) = fact.map(|fact| &fact.body) {
        return Ok(response.clone());
    }
    QuestionnaireResponse::new(one.key, false, Vec::new())
        .map_err(|error| Trouble::ours(error.to_string()))
}

/// Places of the questions that are asked, given the answers so far.
fn questions(one: &Questionnaire, response: &QuestionnaireResponse) -> Vec<usize> {
    let asked = one.asked(response);
    let items = one.items().iter().zip(asked).enumerate();
    let open = items.filter(|(_, (item, is_asked))| *is_asked && item.is_question());
    open.map(|(place, _)| place).collect()
}

/// The next question after this place that was not shown yet, or else the first one before it: an
/// answer can open a question further up.
fn next(one: &Questionnaire, response: &QuestionnaireResponse, at: Option<usize>) -> Option<usize> {
    let open = questions(one, response);
    let is_new = |place: &&usize| {
        let item = one.items().get(**place);
        item.is_some_and(|item| !response.was_shown(item.link_id.as_str()))
    };
    let after = open.iter().filter(|place| at.is_none_or(|at| **place > at));
    let after = after.clone().find(is_new);
    after.or_else(|| open.iter().find(is_new)).copied()
}

/// The question before this place; the first one has none.
fn before(
    one: &Questionnaire,
    response: &QuestionnaireResponse,
    at: Option<usize>,
) -> Option<usize> {
    let open = questions(one, response);
    let earlier = open
        .iter()
        .rev()
        .find(|place| at.is_none_or(|at| **place < at));
    earlier.or_else(|| open.first()).copied()
}

/// Texts and names of groups between the question before and this one.
fn read_before(one: &Questionnaire, response: &QuestionnaireResponse, at: usize) -> Vec<String> {
    let asked = one.asked(response);
    let mut texts = Vec::new();
    for (place, (item, is_asked)) in one.items().iter().zip(asked).enumerate().take(at) {
        if item.is_question() {
            if place < at {
                texts.clear();
            }
            continue;
        }
        if is_asked {
            texts.extend(item.text.as_ref().map(|text| text.text().to_owned()));
        }
    }
    texts
}
