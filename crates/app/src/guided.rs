//! A guided session: one step a page, a rating before and one after, then the program asks to be closed.
//! Refuses to begin what is put away, and to say that it helped.

use content::Strategy;
use record::{FactBody, FactKey, Label, Minutes, Moment, Practice, Unreality};

use crate::check_in::{by_hand, digits, refused};
use crate::strategies::{address, at};
use crate::{App, Choice, Trouble, random, text_with};

/// Longest time that is kept as the length of a session, in minutes: beyond it, somebody forgot it.
const MINUTES_MAX: i64 = 240;

/// Where a session is.
#[derive(Debug, Clone)]
pub(crate) struct SessionPlace {
    strategy: &'static Strategy,
    key: FactKey,
    began: Moment,
    before: Option<u8>,
    at: At,
}

/// The pages of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// A step, from 0.
    Step(usize),
    /// Kept; the rating after it.
    After,
    /// The end.
    End,
}

/// A page of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionView {
    /// A step.
    Step(SessionStepView),
    /// The rating after it.
    After(SessionRatingView),
    /// The end: please close this.
    End(SessionEndView),
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionStepView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Address of the session.
    pub address: String,
    /// What is done.
    pub heading: String,
    /// Which step, from 1, as the form sends it.
    pub step: usize,
    /// Which step of how many.
    pub place: String,
    /// What to do.
    pub text: String,
    /// How long it takes.
    pub seconds: Option<u32>,
    /// The same in words.
    pub time: Option<String>,
    /// Seconds of breathing in and out.
    pub breath: Option<(u32, u32)>,
    /// When to stop.
    pub stop: Vec<String>,
    /// The rating before; empty: it was asked.
    pub before: Vec<Choice>,
    /// There is a step before this one.
    pub has_back: bool,
}

/// The rating after a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRatingView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Address of the session.
    pub address: String,
    /// What was done.
    pub heading: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// The end of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionEndView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was done.
    pub heading: String,
    /// The sheet to write on, where one belongs to it.
    pub sheet: Option<String>,
}

/// A page of a session as it was sent.
#[derive(Debug, Clone, Default)]
pub struct SessionPost {
    /// The step it belongs to, from 1; empty: the rating after.
    pub step: String,
    /// `next`, `back`, `stop`.
    pub go: String,
    /// A rating, or empty.
    pub rating: String,
}

impl App {
    /// Begins a session; gives where it goes on: at its first step, or at the page that says why it is put
    /// away.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such strategy or the record is locked.
    pub fn begin_session(&mut self, number: u16) -> Result<String, Trouble> {
        let strategy = at(number)?.ok_or_else(random::lost_key)?;
        if self.why_locked(strategy)?.is_some() {
            return Ok(address(strategy));
        }
        let (key, began) = (random::parse_key(&random::new_key())?, self.clock.now());
        self.opened()?.session = Some(SessionPlace {
            strategy,
            key,
            began,
            before: None,
            at: At::Step(0),
        });
        Ok(format!("{}/session", address(strategy)))
    }

    /// Begins the session that brings a person back to the room.
    ///
    /// # Errors
    /// As [`App::begin_session`].
    pub fn begin_grounding(&mut self) -> Result<String, Trouble> {
        let all = crate::strategies::all()?;
        let grounding = all.iter().find(|one| one.id == "grounding");
        let grounding = grounding.ok_or_else(|| Trouble::ours("there is no grounding"))?;
        self.begin_session(grounding.number)
    }

    /// The page at which the session of this strategy is; `None` where none runs.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn guided_session(&mut self, number: u16) -> Result<Option<SessionView>, Trouble> {
        // What was begun before something happened is put away with the rest.
        if self.hides_everything_to_try()? {
            self.opened()?.session = None;
        }
        let is_example = self.is_example;
        let place = self.opened()?.session.clone();
        let place = place.filter(|place| place.strategy.number == number);
        Ok(place.map(|place| view(&place, is_example)))
    }

    /// Takes one page of a session; gives where it goes on.
    ///
    /// # Errors
    /// [`Trouble`] when a rating is on no scale, no session runs or the disk refuses; then nothing was
    /// changed.
    pub fn go_on_session(&mut self, number: u16, post: &SessionPost) -> Result<String, Trouble> {
        let place = self.opened()?.session.clone();
        let Some(mut place) = place.filter(|place| place.strategy.number == number) else {
            let strategy = at(number)?.ok_or_else(random::lost_key)?;
            return Ok(address(strategy));
        };
        let rating = read_rating(&post.rating)?;
        let here = format!("{}/session", address(place.strategy));
        match place.at {
            // A page sent twice goes on once.
            At::Step(idx) if post.step == (idx + 1).to_string() => {
                place.before = place.before.or(rating.filter(|_| idx == 0));
                if !self.step_on(&mut place, idx, &post.go)? {
                    self.opened()?.session = None;
                    return Ok(address(place.strategy));
                }
            }
            At::After if post.step.is_empty() => {
                self.keep_session(&place, rating)?;
                place.at = At::End;
            }
            At::Step(_) | At::After | At::End => {}
        }
        self.opened()?.session = Some(place);
        Ok(here)
    }

    /// Goes to another step, or keeps what was done; `false` when nothing was.
    fn step_on(&mut self, place: &mut SessionPlace, idx: usize, go: &str) -> Result<bool, Trouble> {
        let is_last = idx + 1 >= place.strategy.steps.len();
        match go {
            "back" => place.at = At::Step(idx.saturating_sub(1)),
            "stop" if idx == 0 => return Ok(false),
            "next" if !is_last => place.at = At::Step(idx + 1),
            _ => {
                self.keep_session(place, None)?;
                place.at = At::After;
            }
        }
        Ok(true)
    }

    /// Keeps the session as a practice at the time at which it was begun.
    fn keep_session(&mut self, place: &SessionPlace, after: Option<u8>) -> Result<(), Trouble> {
        let now = self.clock.now();
        let seconds = now.unix_seconds() - place.began.unix_seconds();
        let minutes = (seconds + 59) / 60;
        let minutes = u32::try_from(minutes.max(1)).ok();
        let minutes = minutes
            .filter(|n| i64::from(*n) <= MINUTES_MAX)
            .map(Minutes);
        let strategy = Label::new(&place.strategy.practice).map_err(refused)?;
        let practice = Practice {
            strategy,
            minutes,
            unreality: Unreality::new(place.before, after).map_err(refused)?,
        };
        let body = FactBody::Practice(practice);
        let fact = by_hand(place.key, place.began.clone(), &now, body);
        self.opened()?.keep(fact)
    }
}

fn read_rating(typed: &str) -> Result<Option<u8>, Trouble> {
    if typed.is_empty() || typed == "skip" {
        return Ok(None);
    }
    let read = typed.parse().ok().filter(|n: &u8| *n <= 100);
    let wrong = || {
        let what = "how unreal things seem is a whole number from 0 to 100";
        Trouble::input(what, "pick one, or leave it out")
    };
    read.map(Some).ok_or_else(wrong)
}

fn view(place: &SessionPlace, is_example: bool) -> SessionView {
    let strategy = place.strategy;
    let (heading, address) = (
        strategy.heading.clone(),
        format!("{}/session", address(strategy)),
    );
    let idx = match place.at {
        At::Step(idx) => idx,
        At::After => {
            let choices = digits();
            return SessionView::After(SessionRatingView {
                is_example,
                address,
                heading,
                choices,
            });
        }
        At::End => {
            let sheet = strategy
                .sheet
                .as_ref()
                .map(|_| crate::strategies::address(strategy));
            return SessionView::End(SessionEndView {
                is_example,
                heading,
                sheet,
            });
        }
    };
    let step = strategy.steps.get(idx);
    let seconds = step.and_then(|step| step.seconds);
    let values = [
        ("step", (idx + 1).into()),
        ("steps", strategy.steps.len().into()),
    ];
    SessionView::Step(SessionStepView {
        is_example,
        address,
        heading,
        step: idx + 1,
        place: text_with("session-step", &values),
        text: step.map_or_else(String::new, |step| step.text.clone()),
        seconds,
        time: seconds.map(|n| text_with("session-time", &[("n", n.into())])),
        breath: step.and_then(|step| step.breath),
        stop: strategy.stop.clone(),
        before: if idx == 0 && place.before.is_none() {
            digits()
        } else {
            Vec::new()
        },
        has_back: idx > 0,
    })
}
