//! From what a form sent to facts. Refuses a value that is on no scale, and keeps nothing then.

use content::FormItem;
use record::{
    Assessment, Event, Fact, FactBody, FactKey, InputDevice, ItemResponse, Label, Minutes, Moment,
    Occasion, Practice, Response, SamplingPlan, SleepNight,
};

use super::plan::Plan;
use super::{FormKind, FormPost};
use crate::check_in::{by_hand, refused, seed_of};
use crate::{App, Trouble};

/// Facts that one form can write beside its answers: a night, or strategies and events.
const BESIDE_MAX: u8 = 96;
/// Place of the first event among them.
const FIRST_EVENT: u8 = 33;

/// The key of a fact that a form writes beside its answers; 0 is the form's own.
fn derived(key: FactKey, place: u8) -> FactKey {
    let mut bytes = *key.as_bytes();
    if let Some(last) = bytes.last_mut() {
        *last ^= place;
    }
    FactKey::from_bytes(bytes)
}

/// The keys of everything that a form can write.
pub(crate) fn derived_keys(kind: FormKind, key: FactKey) -> Vec<FactKey> {
    let n = match kind {
        FormKind::Morning => 1,
        FormKind::Evening => BESIDE_MAX,
        FormKind::Weekly | FormKind::SelfCheck | FormKind::Safety | FormKind::ToldByOther => 0,
    };
    (0..=n).map(|place| derived(key, place)).collect()
}

fn sent<'a>(post: &'a FormPost, name: &str) -> impl Iterator<Item = &'a str> {
    let of_name = move |(known, _): &&(String, String)| known == name;
    let values = post.answers.iter().filter(of_name);
    values
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty())
        .collect::<Vec<_>>()
        .into_iter()
}

/// Takes the answers of one page; says whether one of them means that help comes first.
pub(super) fn page(
    plan: &Plan,
    post: &FormPost,
    answers: &mut Vec<ItemResponse>,
) -> Result<bool, Trouble> {
    let mut is_now = false;
    for part in plan.parts(post.page) {
        let ticked: Vec<&str> = sent(post, &part.id).collect();
        let is_word = |id: &&str| plan.on_page(part).any(|item| item.item.id.as_str() == *id);
        if part.ticks.is_some() && !ticked.iter().all(is_word) {
            return Err(unknown_tick());
        }
        // What came for a question that is not asked any more was typed all the same: it is kept.
        let is_sent = |item: &FormItem| sent(post, item.item.id.as_str()).next().is_some();
        let items = plan.set.on_page(&part.id);
        for item in items.filter(|item| plan.asks(item) || is_sent(item)) {
            let id = item.item.id.as_str();
            let typed = match part.ticks {
                // Of somebody who ticked nothing, nothing is known.
                Some(_) if ticked.is_empty() => None,
                Some(_) if ticked.contains(&id) => Some("1"),
                Some(_) => Some("0"),
                None => sent(post, id).next(),
            };
            let response = read(item, typed)?;
            let answer = response.response.value();
            is_now |= answer.is_some_and(|answer| item.is_now(answer));
            match answers.iter_mut().find(|a| a.item == response.item) {
                Some(before) => *before = response,
                None => answers.push(response),
            }
        }
    }
    if answers.is_empty() {
        return Err(Trouble::input(
            "that page is not open",
            "go on with the one shown",
        ));
    }
    Ok(is_now)
}

fn read(item: &FormItem, typed: Option<&str>) -> Result<ItemResponse, Trouble> {
    let response = match typed {
        None | Some("skip") => Response::Skipped,
        Some(typed) => Response::Value(typed.parse().map_err(|_| no_number(&item.question))?),
    };
    ItemResponse::new(&item.item, response, InputDevice::Unknown).map_err(|error| {
        let range = error.to_string();
        let takes = range.split_once(' ').map_or("", |(_, takes)| takes);
        Trouble::input(format!("\u{201c}{}\u{201d} {takes}", item.question), LEAVE)
    })
}

/// What to do with a value that does not fit.
const LEAVE: &str = "change it or leave it empty";

fn no_number(question: &str) -> Trouble {
    let what = format!("\u{201c}{question}\u{201d} takes a whole number");
    Trouble::input(what, LEAVE)
}

impl App {
    /// Everything that a form writes: its answers, and what it told beside them.
    pub(super) fn facts_of(
        &mut self,
        plan: &Plan,
        post: &FormPost,
        answers: &[ItemResponse],
        (moment, now): (&Moment, &Moment),
    ) -> Result<Vec<Fact>, Trouble> {
        let seed = seed_of(&plan.key);
        let assessment = Assessment::new(plan.responses(answers), Some(seed)).map_err(refused)?;
        let how = match plan.kind {
            FormKind::SelfCheck => SamplingPlan::Voluntary,
            _ => SamplingPlan::Interval,
        };
        let occasion = Occasion::of_form(plan.kind.form(), how, assessment);
        let fact = |key, at: &Moment, body| by_hand(key, at.clone(), now, body);
        let mut facts = vec![fact(plan.key, moment, FactBody::Occasion(occasion))];
        if plan.kind == FormKind::Morning
            && let Some((at, night)) = self.night_of(post)?
        {
            let key = derived(plan.key, 1);
            facts.push(fact(key, &at, FactBody::SleepNight(night)));
        }
        if plan.kind == FormKind::Evening {
            let beside = ticked(plan, post, moment)?;
            let beside = beside.into_iter();
            facts.extend(beside.map(|(place, body)| fact(derived(plan.key, place), moment, body)));
        }
        Ok(facts)
    }

    /// The night as typed, with its moment; `None` when nothing was told.
    fn night_of(&mut self, post: &FormPost) -> Result<Option<(Moment, SleepNight)>, Trouble> {
        let count = |name: &str| -> Result<Option<u32>, Trouble> {
            let typed = sent(post, name).next();
            let read = typed.map(str::parse).transpose();
            let most = if name == "awakenings" { 50 } else { 720 };
            match read {
                Ok(read) if read.is_none_or(|n: u32| n <= most) => Ok(read),
                _ => Err(Trouble::input(
                    format!("minutes and times are whole numbers up to {most}"),
                    LEAVE,
                )),
            }
        };
        let quality = match sent(post, "quality").next() {
            None | Some("skip") => None,
            Some(typed) => Some(typed.parse().map_err(|_| no_number("how it was"))?),
        };
        let woke = self.past(sent(post, "woke").next())?;
        let up = self.past(sent(post, "up").next())?;
        let end = woke.as_ref().or(up.as_ref()).cloned();
        let into_bed = self.before(sent(post, "into_bed").next(), end.as_ref())?;
        let tried = self.before(sent(post, "tried").next(), end.as_ref())?;
        let night = SleepNight {
            into_bed,
            tried_to_sleep: tried,
            latency: count("latency")?.map(Minutes),
            n_awakenings: count("awakenings")?,
            awake: count("awake")?.map(Minutes),
            final_wake: woke,
            out_of_bed: up,
            asleep: None,
            quality,
        };
        if night == SleepNight::default() {
            return Ok(None);
        }
        let night = night.checked().map_err(refused)?;
        Ok(Some((end.unwrap_or_else(|| self.clock.now()), night)))
    }

    /// The last time at which the wall clock showed this.
    fn past(&mut self, clock: Option<&str>) -> Result<Option<Moment>, Trouble> {
        let now = self.clock.now();
        self.before(clock, Some(&now))
    }

    /// The last time before `end` at which the wall clock showed this.
    fn before(
        &mut self,
        clock: Option<&str>,
        end: Option<&Moment>,
    ) -> Result<Option<Moment>, Trouble> {
        let Some(clock) = clock else {
            return Ok(None);
        };
        let Some(end) = end else {
            return Err(Trouble::input(
                "a night needs the time of waking up or getting up",
                "give one of the two, or leave the others empty",
            ));
        };
        let today = self.today_date()?;
        for back in 0..3 {
            let day = today.plus_days(1 - back).to_string();
            let moment = self.at(&day, clock)?;
            if moment <= *end {
                return Ok(Some(moment));
            }
        }
        Ok(None)
    }
}

fn unknown_tick() -> Trouble {
    Trouble::input("that is not on the list", "tick what the page shows")
}

/// Strategies and events that were ticked, each with its place.
fn ticked(plan: &Plan, post: &FormPost, moment: &Moment) -> Result<Vec<(u8, FactBody)>, Trouble> {
    let unknown = unknown_tick;
    let place = |idx: usize, first: u8| {
        let idx = u8::try_from(idx).map_err(|_| unknown())?;
        Ok::<u8, Trouble>(first + idx)
    };
    let mut found = Vec::new();
    for id in sent(post, "strategy") {
        let mut known = plan.set.strategies.iter();
        let idx = known.position(|s| s.id == id).ok_or_else(unknown)?;
        let strategy = Label::new(id).map_err(refused)?;
        let practice = Practice::new(strategy, None);
        found.push((place(idx, 1)?, FactBody::Practice(practice)));
    }
    let events = content::events().map_err(|error| Trouble::ours(error.to_string()))?;
    for id in sent(post, "event") {
        let mut known = events.events.iter().enumerate();
        let (idx, event) = known.find(|(_, e)| e.id == id).ok_or_else(unknown)?;
        let label = Label::new(id).map_err(refused)?;
        let event = Event::new(label, moment, None, event.is_sensitive).map_err(refused)?;
        found.push((place(idx, FIRST_EVENT)?, FactBody::Event(event)));
    }
    found.dedup_by_key(|(place, _)| *place);
    Ok(found)
}
