//! Collects what a file of another program says, as facts with keys and a ledger. Refuses to drop a
//! row or a kind without counting it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::mpsc::SyncSender;

use record::{
    Assessment, Event, Fact, FactBody, FactKey, Form, InputDevice, Item, ItemId, ItemResponse,
    Label, LocalDay, Moment, Note, Occasion, OccasionState, Response, ResponseScale, Role,
    SamplingPlan, Source, Window, Zone,
};
use sha2::{Digest, Sha256};

use super::AppFileError;
use crate::{BATCH_FACTS, Batch, Ledger, Parsed, Rejection};

/// Most facts of a file; a person who writes a hundred things a day has a tenth after fifty years.
const FACTS_MAX: u64 = 2_000_000;
/// Most moments whose answers wait for others of the same moment.
const MOMENTS_MAX: usize = 100_000;

/// Answers of one moment.
struct Answers {
    moment: Moment,
    line: u32,
    plan: SamplingPlan,
    responses: Vec<ItemResponse>,
}

/// Which days were not over when the file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenDays {
    /// Those from this one on.
    From(LocalDay),
    /// The last one that has a number.
    Last,
}

/// Numbers of whole days of one item.
struct DayNumbers {
    item: Item,
    by_day: BTreeMap<i32, f64>,
    open: Option<OpenDays>,
}

/// What was read so far.
pub(super) struct Gather {
    app: &'static str,
    days: Vec<DayNumbers>,
    items: BTreeSet<ItemId>,
    answers: BTreeMap<(i64, String), Vec<Answers>>,
    /// Items that no batch has named yet.
    fresh: Vec<Item>,
    facts: Vec<Fact>,
    n_facts: u64,
    n_same: HashMap<[u8; 16], u32>,
    digest: [u8; 32],
    /// Where full batches go; without it everything waits for the end.
    out: Option<SyncSender<Batch>>,
    /// What became of every row.
    pub ledger: Ledger,
}

impl Gather {
    /// `app` is part of every key: two exports of one program give the same keys. `digest` is that of
    /// the file.
    pub fn new(app: &'static str, digest: [u8; 32], out: Option<SyncSender<Batch>>) -> Self {
        Self {
            app,
            days: Vec::new(),
            items: BTreeSet::new(),
            answers: BTreeMap::new(),
            fresh: Vec::new(),
            facts: Vec::new(),
            n_facts: 0,
            digest,
            out,
            n_same: HashMap::new(),
            ledger: Ledger::default(),
        }
    }

    /// An answer on a scale; answers of one moment make one occasion.
    pub fn answer(&mut self, at: (&Moment, u32), item: &Item, value: f64) {
        self.answer_as(SamplingPlan::Voluntary, at, item, value);
    }

    /// A number of a whole day that a device kept or the person gave later.
    pub fn of_day(&mut self, at: (&Moment, u32), item: &Item, value: f64) {
        self.answer_as(SamplingPlan::Interval, at, item, value);
    }

    /// A prompt of another program that nobody answered.
    pub fn missed(&mut self, at: (&Moment, u32)) {
        let (moment, line) = at;
        let mut key = self.key_of(&["missed"]);
        key.update(moment.wall_clock());
        let key = self.numbered(key);
        self.ledger.n_missed += 1;
        let occasion = Occasion {
            plan: SamplingPlan::Signal,
            form: Form::CheckIn,
            // Only prompts of our own have one without a count of theirs.
            beep: None,
            day_no: None,
            beep_no: None,
            state: OccasionState::Missed,
        };
        self.push(key, moment, line, FactBody::Occasion(occasion));
    }

    /// Numbers of days that a device counted; where two parts of a file tell of one day, the larger
    /// one stays, because the other part did not know all of it. Days that were not over are counted
    /// and left out: their numbers would never be made right.
    pub fn days(&mut self, item: Item, by_day: BTreeMap<i32, f64>, open: Option<OpenDays>) {
        let known = self.days.iter_mut().find(|known| known.item.id == item.id);
        let Some(known) = known else {
            return self.days.push(DayNumbers { item, by_day, open });
        };
        for (day, number) in by_day {
            let most = known.by_day.entry(day).or_default();
            *most = most.max(number);
        }
    }

    fn keep_days(&mut self, zone: &Zone) {
        for DayNumbers { item, by_day, open } in std::mem::take(&mut self.days) {
            let open = match open {
                Some(OpenDays::From(day)) => Some(day.number()),
                Some(OpenDays::Last) => by_day.keys().next_back().copied(),
                None => None,
            };
            for (day, number) in by_day {
                if open.is_some_and(|open| day >= open) {
                    self.unknown("numbers of a day that was not over");
                } else if let Ok(noon) =
                    LocalDay::from_number(day).and_then(|day| day.at(12, 0, zone))
                {
                    self.of_day((&noon, 0), &item, number.round());
                }
            }
        }
    }

    /// An answer that came in this way.
    pub fn answer_as(&mut self, plan: SamplingPlan, at: (&Moment, u32), item: &Item, value: f64) {
        let (moment, line) = at;
        let given = ItemResponse::new(item, Response::Value(value), InputDevice::File);
        let response = match given {
            Ok(response) => response,
            Err(error) => {
                let why = error.to_string();
                return self.reject(line, None, (&why, "correct it in the program"));
            }
        };
        if !self.items.contains(&item.id) {
            self.items.insert(item.id.clone());
            self.fresh.push(item.clone());
        }
        if self.answers.len() >= MOMENTS_MAX {
            self.keep_answers();
        }
        let key = (moment.unix_seconds(), moment.zone().name().to_owned());
        let places = self.answers.entry(key).or_default();
        let free = places.iter_mut().find(|place| {
            place.plan == plan && place.responses.iter().all(|other| other.item != item.id)
        });
        match free {
            Some(place) => place.responses.push(response),
            None => places.push(Answers {
                moment: moment.clone(),
                line,
                plan,
                responses: vec![response],
            }),
        }
    }

    /// A fact; `parts` tell it from others of its kind and moment.
    pub fn fact(&mut self, at: (&Moment, u32), parts: &[&str], body: FactBody) {
        let (moment, line) = at;
        let mut digest = self.key_of(parts);
        digest.update(moment.wall_clock());
        let key = self.numbered(digest);
        self.push(key, moment, line, body);
    }

    /// A fact of which there can be one only, such as a night: a second one is the same.
    pub fn only_fact(&mut self, at: (&Moment, u32), parts: &[&str], body: FactBody) {
        let (moment, line) = at;
        let mut digest = self.key_of(parts);
        digest.update(moment.wall_clock());
        let bytes = half(digest);
        *self.n_same.entry(bytes).or_default() += 1;
        if self.n_same.get(&bytes) == Some(&1) {
            self.push(FactKey::from_bytes(bytes), moment, line, body);
        }
    }

    /// Says whether something told by these parts comes for the first time: sendings overlap.
    pub fn is_first(&mut self, parts: &[&str]) -> bool {
        let mut digest = self.key_of(&["seen"]);
        for part in parts {
            digest.update(u64::try_from(part.len()).unwrap_or(0).to_be_bytes());
            digest.update(part);
        }
        let n = self.n_same.entry(half(digest)).or_default();
        *n += 1;
        *n == 1
    }

    /// Something that happened, in a few words of the person.
    pub fn event(&mut self, at: (&Moment, u32), words: &str) {
        let Ok(label) = Label::new(words.trim()) else {
            return self.reject(
                at.1,
                None,
                ("a name is longer than 200 characters", "shorten it"),
            );
        };
        if let Ok(event) = Event::new(label, at.0, None, false) {
            self.fact(at, &["event", words.trim()], FactBody::Event(event));
        }
    }

    /// Own words; blank ones are none.
    pub fn note(&mut self, at: (&Moment, u32), words: &str) {
        if let Ok(note) = Note::new(words.trim()) {
            self.fact(at, &["note"], FactBody::Note(note));
        }
    }

    /// A row or cell that gives no fact.
    pub fn reject(&mut self, line: u32, column: Option<&str>, words: (&str, &str)) {
        self.ledger.n_rows_rejected += 1;
        self.ledger.reject(Rejection {
            line,
            column: column.map(str::to_owned),
            why: words.0.to_owned(),
            what_to_do: words.1.to_owned(),
        });
    }

    /// Something of a kind that no fact holds.
    pub fn unknown(&mut self, kind: &str) {
        self.unknown_times(kind, 1);
    }

    /// The same, so many times.
    pub fn unknown_times(&mut self, kind: &str, times: u64) {
        if times == 0 {
            return;
        }
        if let Some(n) = self.ledger.unknown.get_mut(kind) {
            *n += times;
            return;
        }
        // A hostile file may name a million kinds.
        let kind: String = if self.ledger.unknown.len() < 200 {
            kind.chars().filter(|c| !c.is_control()).take(80).collect()
        } else {
            "others".to_owned()
        };
        *self.ledger.unknown.entry(kind).or_default() += times;
    }

    /// What is left after the batches, with the ledger of everything.
    ///
    /// # Errors
    /// [`AppFileError::TooMuch`] for a file of more facts than anybody's.
    pub fn finish(mut self, zone: &Zone) -> Result<Parsed, AppFileError> {
        self.keep_days(zone);
        self.keep_answers();
        if self.n_facts > FACTS_MAX {
            return Err(AppFileError::TooMuch("entries"));
        }
        self.facts.sort_by_key(|fact| fact.moment.unix_seconds());
        self.fresh.sort_by(|a, b| a.id.cmp(&b.id));
        self.ledger.digest = self.digest;
        Ok(Parsed {
            profile: None,
            items: self.fresh,
            suspects: Vec::new(),
            facts: self.facts,
            said: Vec::new(),
            experiments: Vec::new(),
            schedule: None,
            plan: Vec::new(),
            questionnaires: Vec::new(),
            doctor_questions: None,
            ledger: self.ledger,
        })
    }

    /// Makes occasions of the answers.
    fn keep_answers(&mut self) {
        for answers in std::mem::take(&mut self.answers).into_values().flatten() {
            let mut key = self.key_of(&["occasion", plan_word(answers.plan)]);
            key.update(answers.moment.wall_clock());
            let key = self.numbered(key);
            if let Ok(assessment) = Assessment::new(answers.responses, None) {
                let body = FactBody::Occasion(Occasion::answered(answers.plan, assessment));
                self.push(key, &answers.moment, answers.line, body);
            }
        }
    }

    fn push(&mut self, key: FactKey, moment: &Moment, line: u32, body: FactBody) {
        self.n_facts += 1;
        if self.n_facts > FACTS_MAX {
            return;
        }
        *self.ledger.counts.entry(body.kind()).or_default() += 1;
        self.facts.push(Fact {
            key,
            moment: moment.clone(),
            recorded_at: moment.clone(),
            source: Source::Import {
                file: self.digest,
                line,
            },
            body,
        });
        if self.facts.len() >= BATCH_FACTS && self.out.is_some() {
            self.send();
        }
    }

    /// Hands a full batch on.
    fn send(&mut self) {
        let mut facts = std::mem::take(&mut self.facts);
        facts.sort_by_key(|fact| fact.moment.unix_seconds());
        let items = std::mem::take(&mut self.fresh);
        // Nobody listens any more when the writing failed; the end of the file is soon reached.
        let _ = (self.out.as_ref()).map(|out| out.send(Batch { items, facts }));
    }

    fn key_of(&self, parts: &[&str]) -> Sha256 {
        let mut digest = Sha256::new();
        for part in ["thawline.app-key/1", self.app].iter().chain(parts) {
            digest.update(u64::try_from(part.len()).unwrap_or(0).to_be_bytes());
            digest.update(part);
        }
        digest
    }

    /// The key of the first, second, third fact that looks the same.
    fn numbered(&mut self, digest: Sha256) -> FactKey {
        let nth = self.n_same.entry(half(digest.clone())).or_default();
        let mut digest = digest;
        digest.update(nth.to_be_bytes());
        *nth += 1;
        FactKey::from_bytes(half(digest))
    }
}

const fn plan_word(plan: SamplingPlan) -> &'static str {
    match plan {
        SamplingPlan::Interval => "day",
        SamplingPlan::Signal => "prompt",
        _ => "moment",
    }
}

fn half(digest: Sha256) -> [u8; 16] {
    let bytes: [u8; 32] = digest.finalize().into();
    let mut half = [0u8; 16];
    half.copy_from_slice(bytes.split_at(16).0);
    half
}

/// A candidate of a moment, with whole steps.
pub(super) fn steps_item(id: &str, min: i32, max: i32) -> Option<Item> {
    item(id, ResponseScale::Steps { min, max }, Window::Momentary)
}

/// A candidate of a moment, any number.
pub(super) fn open_item(id: &str) -> Option<Item> {
    item(id, ResponseScale::Open, Window::Momentary)
}

/// A candidate of a whole day, any number.
pub(super) fn day_item(id: &str) -> Option<Item> {
    item(id, ResponseScale::Open, Window::Daily)
}

/// A candidate.
pub(super) fn item(id: &str, scale: ResponseScale, window: Window) -> Option<Item> {
    Some(Item {
        id: ItemId::new(id).ok()?,
        scale,
        role: Role::Candidate,
        window,
    })
}

/// A plain name made of a person's own: letters and digits stay, the rest becomes `_`; a name that
/// loses something by that gets four digits of its digest.
pub(crate) fn plain_id(prefix: &str, name: &str) -> String {
    let name = name.trim();
    let mut plain = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            plain.push(c);
        } else if !plain.ends_with('_') && !plain.is_empty() {
            plain.push('_');
        }
    }
    let plain = plain.trim_end_matches('_');
    let short: String = plain.chars().take(40).collect();
    let is_whole = name.is_ascii() && short.len() == plain.len() && !short.is_empty();
    if is_whole {
        return format!("{prefix}_{short}");
    }
    let digest = Sha256::digest(name);
    let tail: String = digest.iter().take(4).map(|b| format!("{b:02x}")).collect();
    format!("{prefix}_{short}_{tail}")
}
