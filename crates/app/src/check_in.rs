//! The check-in: few questions, one at a time, each saved at once. Refuses to be done often.
//!
//! What is asked follows a plan: strength, distance, one of the two unreality items in turn,
//! tension, one of the rotating items, and the flicker last, so that the form ends on what is
//! felt. Rotating items come in blocks: each comes once before any comes twice, in an order drawn
//! by the occasion's seed.

use content::{Asked, CheckInItem, CheckInSet};
use record::{
    Assessment, Beep, Fact, FactBody, FactKey, InputDevice, ItemId, ItemResponse, Moment, Occasion,
    Record, Response, Source,
};

pub use self::log::LogRequest;
pub(crate) use self::plan::{PAUSE_SECONDS, PER_DAY_MAX, mix};
use self::plan::{plan, resting};
use crate::today::UndoView;
use crate::{App, ForWhom, Trouble, random, text, text_with};

mod log;
mod plan;

/// A check-in left open so long is over.
const DRAFT_SECONDS: i64 = 1800;

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the button shows.
    pub label: String,
    /// What is read aloud.
    pub spoken: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The occasion's key.
    pub key: String,
    /// The item's id.
    pub item: String,
    /// The question.
    pub wording: String,
    /// Label of the lowest answer.
    pub low_end: String,
    /// Label of the highest answer.
    pub high_end: String,
    /// A line from 0 to 100; else steps.
    pub is_line: bool,
    /// Buttons.
    pub choices: Vec<Choice>,
    /// Which question this is, from 1.
    pub step: usize,
    /// How many there are.
    pub n_steps: usize,
}

/// Where the check-in stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckInView {
    /// A question is next.
    Ask(QuestionView),
    /// It is done.
    Finished {
        /// Something to look at outside.
        outward: String,
    },
    /// It was done a short while ago.
    Resting {
        /// When the next one is open.
        line: String,
    },
    /// It rests until the day that follows from the pace the person chose.
    Slower {
        /// When the next one is open.
        line: String,
    },
    /// The person chose a pause.
    Paused {
        /// Until when.
        line: String,
    },
}

/// One answer as the form sent it.
#[derive(Debug, Clone)]
pub struct ItemAnswer {
    /// The occasion's key.
    pub key: String,
    /// The item's id.
    pub item: String,
    /// A number, `skip` or `stop`.
    pub value: String,
    /// `keyboard`, `pointer` or anything else for unknown.
    pub device: String,
    /// Milliseconds from showing to answering.
    pub latency_ms: Option<u32>,
}

/// A check-in under way.
pub(crate) struct Draft {
    key: FactKey,
    items: Vec<ItemId>,
    responses: Vec<ItemResponse>,
    started: Moment,
    seed: u64,
    /// The prompt that it answers.
    beep: Option<Beep>,
}

impl Draft {
    pub(crate) fn is_of(&self, key: FactKey) -> bool {
        self.key == key
    }

    fn next(&self) -> Option<&ItemId> {
        self.items
            .iter()
            .find(|item| !self.responses.iter().any(|r| r.item == **item))
    }

    /// The occasion so far; items that were planned and not shown yet are not asked.
    fn occasion(&self) -> Result<Occasion, Trouble> {
        let mut responses = self.responses.clone();
        for item in &self.items {
            if !responses.iter().any(|r| r.item == *item) {
                let (item, response) = (item.clone(), Response::NotAsked);
                let device = InputDevice::Unknown;
                responses.push(ItemResponse {
                    item,
                    response,
                    device,
                    latency_ms: None,
                });
            }
        }
        let assessment = Assessment::new(responses, Some(self.seed)).map_err(refused)?;
        Ok(match &self.beep {
            Some(beep) => Occasion::prompted(beep.clone(), assessment),
            None => Occasion::voluntary(assessment),
        })
    }
}

pub(crate) fn refused(error: impl ToString) -> Trouble {
    Trouble::input(error.to_string(), "nothing was changed")
}

pub(crate) fn set() -> Result<&'static CheckInSet, Trouble> {
    content::check_in().map_err(|error| Trouble::ours(error.to_string()))
}

/// Ten buttons that span 0-100, as the keys 0 to 9 do.
pub(crate) fn digits() -> Vec<Choice> {
    (0..10u32)
        .map(|digit| {
            let value = (f64::from(digit) * 100.0 / 9.0).round();
            let spoken = text_with("digit-spoken", &[("digit", digit.to_string().into())]);
            Choice {
                value: value.to_string(),
                label: digit.to_string(),
                spoken,
            }
        })
        .collect()
}

impl App {
    pub(crate) fn check_in_view(&mut self) -> Result<CheckInView, Trouble> {
        let now = self.clock.now();
        let record = self.known()?.record.clone();
        let open = self.opened()?;
        let is_old =
            |draft: &Draft| now.unix_seconds() - draft.started.unix_seconds() > DRAFT_SECONDS;
        if open.draft.as_ref().is_some_and(is_old) {
            open.draft = None;
        }
        if let Some(draft) = &open.draft
            && let Some(item) = draft.next()
        {
            let step = draft.responses.len() + 1;
            return question(&draft.key, item, step, draft.items.len()).map(CheckInView::Ask);
        }
        let minutes = |at: &Moment| (now.unix_seconds() - at.unix_seconds()) / 60;
        if let Some(at) = &open.finished_at
            && (0..10).contains(&minutes(at))
        {
            let n = at.unix_seconds().rem_euclid(5) + 1;
            return Ok(CheckInView::Finished {
                outward: text(&format!("outward-{n}")),
            });
        }
        if let Some(rests) = self.rests_by_choice()? {
            return Ok(rests);
        }
        if self.is_today_silent()? {
            let line = text("quiet-today");
            return Ok(CheckInView::Slower { line });
        }
        if let Some(line) = resting(&record, &now) {
            return Ok(CheckInView::Resting { line });
        }
        let key = random::parse_key(&random::new_key())?;
        let items = plan(set()?, &record, seed_of(&key), &self.left_out()?);
        let first = items
            .first()
            .ok_or_else(|| Trouble::ours("the check-in has no items"))?;
        question(&key, first, 1, items.len()).map(CheckInView::Ask)
    }

    /// Takes one answer; it is on disk when this returns.
    ///
    /// # Errors
    /// [`Trouble`] when the answer is not on the item's scale, the check-in is resting, or the
    /// disk refuses; then nothing was changed.
    pub fn answer(&mut self, answer: &ItemAnswer) -> Result<(), Trouble> {
        let key = random::parse_key(&answer.key)?;
        let now = self.clock.now();
        let record = self.known()?.record.clone();
        let is_same = |draft: &Draft| draft.key == key;
        if !self.opened()?.draft.as_ref().is_some_and(is_same) {
            let draft = self.begin_check_in(key, &record, now.clone())?;
            self.opened()?.draft = Some(draft);
        }
        let open = self.opened()?;
        let Some(mut draft) = open.draft.take() else {
            return Ok(());
        };
        let before = draft.responses.clone();
        let result = take(&mut draft, answer).and_then(|is_over| {
            // Stopping before anything was answered keeps nothing.
            if !draft.responses.is_empty() {
                open.store_occasion(&draft, &now)?;
            }
            Ok(is_over)
        });
        let is_over = match result {
            Ok(is_over) => is_over,
            Err(trouble) => {
                // What could not be kept is forgotten; what was kept before stays.
                draft.responses = before;
                open.draft = Some(draft);
                return Err(trouble);
            }
        };
        if is_over && draft.responses.is_empty() {
            return Ok(());
        }
        if is_over || draft.next().is_none() {
            open.finished_at = Some(now);
            open.undo = Some(UndoView::saved(draft.key, text("saved-check-in")));
        } else {
            open.draft = Some(draft);
        }
        Ok(())
    }

    /// Ways of asking that this person is spared. What is around takes the place of the question in
    /// turn, so that a check-in grows by two taps only.
    fn left_out(&mut self) -> Result<Vec<Asked>, Trouble> {
        let mut left_out = match self.for_whom()? {
            ForWhom::Young => set()?.young_leaves_out.clone(),
            ForWhom::Anyone => Vec::new(),
        };
        let asks_around = self.chosen_pace()?.asks_around;
        left_out.push(if asks_around {
            Asked::Rotating
        } else {
            Asked::Around
        });
        Ok(left_out)
    }

    fn begin_check_in(
        &mut self,
        key: FactKey,
        record: &Record,
        now: Moment,
    ) -> Result<Draft, Trouble> {
        let known = record.facts().iter().find(|fact| fact.key == key);
        if known.is_none() && self.rests_by_choice()?.is_some() {
            let what = "the check-in rests for now, as you chose";
            return Err(Trouble::input(what, "you can change it under 'How often'"));
        }
        if known.is_none()
            && let Some(line) = resting(record, &now)
        {
            return Err(Trouble::input(line, text("resting-why")));
        }
        let is_check_in = |fact: &Fact| {
            fact.source == Source::ByHand
                && matches!(&fact.body, FactBody::Occasion(o) if o.is_own_check_in())
        };
        if known.is_some_and(|fact| !is_check_in(fact)) {
            // Writing here would put the answer in the place of something else.
            return Err(random::lost_key());
        }
        let seed = seed_of(&key);
        // The same form sent again after the check-in was over, or after the program was started
        // anew: its questions and answers are taken up again.
        let before = match known.map(|fact| (&fact.moment, &fact.body)) {
            Some((moment, FactBody::Occasion(occasion))) => {
                let answers = occasion.assessment();
                answers.map(|a| (moment, a.responses(), occasion.beep.clone()))
            }
            _ => None,
        };
        let (started, items, responses, beep) = match before {
            Some((moment, responses, beep)) => {
                let ids = set()?.items.iter().map(|item| item.item.id.clone());
                let is_there = |id: &ItemId| responses.iter().any(|r| r.item == *id);
                let asked = |r: &&ItemResponse| r.response != Response::NotAsked;
                let answered = responses.iter().filter(asked).cloned().collect();
                let items = ids.filter(is_there).collect();
                (moment.clone(), items, answered, beep)
            }
            None => {
                let items = plan(set()?, record, seed, &self.left_out()?);
                (now, items, Vec::new(), self.open_prompt()?)
            }
        };
        Ok(Draft {
            key,
            items,
            responses,
            started,
            seed,
            beep,
        })
    }
}

impl crate::app::Open {
    fn store_occasion(&mut self, draft: &Draft, now: &Moment) -> Result<(), Trouble> {
        let body = FactBody::Occasion(draft.occasion()?);
        let fact = by_hand(draft.key, draft.started.clone(), now, body);
        self.keep(fact)
    }
}

/// A fact that the person wrote here.
pub(crate) fn by_hand(key: FactKey, moment: Moment, now: &Moment, body: FactBody) -> Fact {
    Fact {
        key,
        moment,
        recorded_at: now.clone(),
        source: Source::ByHand,
        body,
    }
}

/// Puts one answer into the draft; says whether the person wants to stop.
fn take(draft: &mut Draft, answer: &ItemAnswer) -> Result<bool, Trouble> {
    if answer.value == "stop" {
        return Ok(true);
    }
    let item = set()?
        .item(&answer.item)
        .filter(|item| draft.items.contains(&item.item.id))
        .ok_or_else(|| Trouble::input("that question is not open", "go on with the one shown"))?;
    let response = match answer.value.as_str() {
        "skip" => Response::Skipped,
        typed => Response::Value(typed.trim().parse().map_err(|_| {
            Trouble::input("that is not a number", "press one of the buttons, or skip")
        })?),
    };
    let device = match answer.device.as_str() {
        "keyboard" => InputDevice::Keyboard,
        "pointer" => InputDevice::Pointer,
        _ => InputDevice::Unknown,
    };
    let mut taken = ItemResponse::new(&item.item, response, device).map_err(refused)?;
    taken.latency_ms = answer.latency_ms;
    match draft.responses.iter_mut().find(|r| r.item == taken.item) {
        Some(before) => *before = taken,
        None => draft.responses.push(taken),
    }
    Ok(false)
}

fn question(
    key: &FactKey,
    id: &ItemId,
    step: usize,
    n_steps: usize,
) -> Result<QuestionView, Trouble> {
    let item = set()?
        .item(id.as_str())
        .ok_or_else(|| Trouble::ours("an item has no words"))?;
    Ok(QuestionView {
        key: key.to_string(),
        item: id.to_string(),
        wording: item.question.clone(),
        low_end: item.low.clone(),
        high_end: item.high.clone(),
        is_line: item.steps.is_empty(),
        choices: if item.steps.is_empty() {
            digits()
        } else {
            steps(item)
        },
        step,
        n_steps,
    })
}

fn steps(item: &CheckInItem) -> Vec<Choice> {
    let labels = item.steps.iter().enumerate();
    labels
        .map(|(idx, label)| Choice {
            value: idx.to_string(),
            label: label.clone(),
            spoken: label.clone(),
        })
        .collect()
}

pub(crate) fn seed_of(key: &FactKey) -> u64 {
    key.as_bytes()
        .iter()
        .take(8)
        .fold(0, |seed, byte| (seed << 8) | u64::from(*byte))
}
