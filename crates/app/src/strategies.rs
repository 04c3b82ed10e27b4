//! What can be tried: the list, one page for each, and why one is put away. Refuses to say that something
//! helps, and to choose for a person.

use content::{CardSource, Gate, Group, Header, Strategy};
use record::{FactBody, ItemId};

use crate::sheets::SheetView;
use crate::{App, Trouble, dates, text, text_with};

/// Days for which an answer about the body still counts.
const BODY_DAYS: i32 = 14;
/// From here on the body feels too far away for an exercise that looks at it.
const BODY_FAR: f64 = 60.0;

/// Everything that can be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryListView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Everything is put away; Help comes first.
    pub is_hidden: bool,
    /// The parts of the list.
    pub groups: Vec<TryGroupView>,
}

/// One part of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryGroupView {
    /// Its id on the page.
    pub id: &'static str,
    /// What it is about.
    pub heading: String,
    /// What it holds.
    pub items: Vec<TryItemView>,
}

/// One strategy on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryItemView {
    /// Its address: a number, so that it says nothing in a browser's history.
    pub address: String,
    /// What it is called.
    pub heading: String,
    /// What it is, in a line.
    pub line: String,
    /// How long it takes.
    pub minutes: String,
    /// Why it is put away, where it is.
    pub locked: Option<PutAwayView>,
}

/// Why a strategy is put away, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutAwayView {
    /// The reason.
    pub why: String,
    /// Address and words of what to do instead.
    pub instead: Vec<(String, String)>,
}

/// One strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Its address.
    pub address: String,
    /// What it is called.
    pub heading: String,
    /// Why it could help.
    pub why: Vec<String>,
    /// How long and how often.
    pub how: String,
    /// When it could show.
    pub when: String,
    /// For whom it is not.
    pub not_for: Vec<String>,
    /// When to stop.
    pub stop: Vec<String>,
    /// What is known.
    pub known: KnownView,
    /// Where it can be tried by lot.
    pub experiment: Option<String>,
    /// The first of the three steps to that: what to look at. Empty where another step is next.
    pub outcomes: Vec<crate::OutcomeView>,
    /// What else can begin in the same plan: its number and its heading.
    pub others: Vec<(String, String)>,
    /// It stays once it has begun: a start day is drawn there, and not days.
    pub is_plan: bool,
    /// Why it is put away, where it is.
    pub locked: Option<PutAwayView>,
    /// The sheet that belongs to it.
    pub sheet: Option<SheetView>,
}

/// How sure something is, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownView {
    /// What was found.
    pub evidence: String,
    /// How near that is to numbness.
    pub grade: String,
    /// One line a source.
    pub sources: Vec<String>,
    /// Who read the page.
    pub reviewed: String,
}

impl KnownView {
    pub(crate) fn new(
        evidence: &str,
        grade: content::Grade,
        (sources, header): (&[CardSource], &Header),
    ) -> Self {
        Self {
            evidence: evidence.to_owned(),
            grade: text(&format!("grade-{}", grade.name())),
            sources: sources.iter().map(source_line).collect(),
            reviewed: match (&header.reviewed_by, header.reviewed_on) {
                (Some(who), Some(day)) => {
                    let values = [
                        ("who", who.as_str().into()),
                        ("day", dates::long(day).into()),
                    ];
                    text_with("try-reviewed", &values)
                }
                _ => text("try-not-reviewed"),
            },
        }
    }
}

fn source_line(source: &CardSource) -> String {
    let year = source
        .year
        .map_or_else(String::new, |year| format!(", {year}"));
    let values = [
        ("name", source.name.as_str().into()),
        ("year", year.into()),
        ("address", source.address.as_str().into()),
        ("seen", source.seen.as_str().into()),
        ("day", dates::with_year(source.checked_on).into()),
    ];
    text_with("try-source", &values)
}

pub(crate) fn all() -> Result<&'static [Strategy], Trouble> {
    content::strategies().map_err(|error| Trouble::ours(error.to_string()))
}

/// The strategy with this number.
pub(crate) fn at(number: u16) -> Result<Option<&'static Strategy>, Trouble> {
    Ok(all()?.iter().find(|one| one.number == number))
}

pub(crate) fn address(strategy: &Strategy) -> String {
    format!("/try/{}", strategy.number)
}

/// What one look at the record says about every strategy.
struct Gates {
    exercises: bool,
    food: bool,
    is_unsafe: bool,
    body_is_near: bool,
    rising: Vec<String>,
    today: Vec<String>,
}

impl Gates {
    /// Why a strategy is put away, as the end of the id of a text.
    fn shut(&self, strategy: &Strategy) -> Option<&'static str> {
        let is_shut = |gate: &&Gate| match gate {
            Gate::Exercises => self.exercises,
            Gate::Food => self.food,
            Gate::Rising => self.rising.iter().any(|name| strategy.is_called(name)),
            Gate::Body => !self.body_is_near,
            Gate::Unsafe => self.is_unsafe,
        };
        if let Some(gate) = strategy.gates.iter().find(is_shut) {
            return Some(gate.name());
        }
        let n_today = self
            .today
            .iter()
            .filter(|name| strategy.is_called(name))
            .count();
        let most = strategy.limit_a_day?;
        (u32::try_from(n_today).unwrap_or(u32::MAX) >= most).then_some("limit")
    }

    fn locked(&self, strategy: &Strategy) -> Result<Option<PutAwayView>, Trouble> {
        let Some(name) = self.shut(strategy) else {
            return Ok(None);
        };
        let mut instead = Vec::new();
        if name == "unsafe" {
            instead.push(("/help/safe-place".to_owned(), text("try-safe-place")));
        }
        for id in &strategy.instead {
            let other = all()?.iter().find(|one| one.id == *id);
            let open = other.filter(|other| self.shut(other).is_none());
            instead.extend(open.map(|other| (address(other), other.heading.clone())));
        }
        if instead.is_empty() {
            instead.push(("/help".to_owned(), text("try-hidden-help")));
        }
        let why = text(&format!("try-locked-{name}"));
        Ok(Some(PutAwayView { why, instead }))
    }
}

impl App {
    fn gates(&mut self) -> Result<Gates, Trouble> {
        let guidance = self.guidance_now()?;
        let exercises = self.hides_everything_to_try()?;
        let (food, rising) = (self.hides_food()?, self.locked_exercises()?);
        let body_is_near = self.body_is_near()?;
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let starts = record.profile.day_start;
        let done = record.facts().iter().filter_map(|fact| match &fact.body {
            FactBody::Practice(practice) if fact.moment.day(starts) == today => {
                Some(practice.strategy.as_str().to_owned())
            }
            _ => None,
        });
        Ok(Gates {
            exercises,
            food,
            is_unsafe: guidance.advice.iter().any(|advice| advice.rule == "R19"),
            body_is_near,
            rising,
            today: done.collect(),
        })
    }

    /// Whether everything that can be tried is put away.
    pub(crate) fn hides_everything_to_try(&mut self) -> Result<bool, Trouble> {
        Ok(self.hides_exercises()? || self.stands_alone()?)
    }

    /// Whether the last check-in that asked said that the body does not feel far away.
    fn body_is_near(&mut self) -> Result<bool, Trouble> {
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let starts = record.profile.day_start;
        let item = ItemId::new("body_apart").map_err(|error| Trouble::ours(error.to_string()))?;
        let last = record.occasions().rev().find_map(|(moment, occasion)| {
            let is_asked = occasion.form == record::Form::CheckIn
                && today.days_since(moment.day(starts)) <= BODY_DAYS;
            let assessment = occasion.assessment().filter(|_| is_asked)?;
            assessment.value(&item)
        });
        Ok(last.is_some_and(|value| value < BODY_FAR))
    }

    /// The list of what can be tried.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn try_list(&mut self) -> Result<TryListView, Trouble> {
        let gates = self.gates()?;
        let mut groups = Vec::new();
        for (id, group) in Group::ALL {
            let of_group = all()?.iter().filter(|one| one.group == group);
            let items = of_group.map(|one| item(one, &gates));
            groups.push(TryGroupView {
                id,
                heading: text(&format!("try-{id}")),
                items: items.collect::<Result<_, _>>()?,
            });
        }
        Ok(TryListView {
            is_example: self.is_example,
            is_hidden: gates.exercises,
            groups,
        })
    }

    /// One strategy; `None` where there is none of that number.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn try_one(&mut self, number: u16) -> Result<Option<TryView>, Trouble> {
        let Some(strategy) = at(number)? else {
            return Ok(None);
        };
        let locked = self.gates()?.locked(strategy)?;
        let sheet = match (&strategy.sheet, &locked) {
            // What was written stays to be read, whatever is put away.
            (Some(sheet), _) => Some(self.sheet(sheet)?),
            (None, _) => None,
        };
        let how = [
            ("n", strategy.minutes.into()),
            ("often", strategy.often.as_str().into()),
        ];
        let address = address(strategy);
        let is_drawn = crate::experiments::can_be_drawn(strategy) && !self.is_put_away(strategy)?;
        let by_lot = is_drawn.then(|| self.try_by_lot(&strategy.id));
        let (outcomes, others) = match by_lot.transpose()? {
            Some(by_lot) => (by_lot.step.outcomes(), by_lot.others),
            None => (Vec::new(), Vec::new()),
        };
        Ok(Some(TryView {
            is_example: self.is_example,
            heading: strategy.heading.clone(),
            why: strategy.why.clone(),
            how: text_with("try-how-long", &how),
            when: strategy.time_to_effect.clone(),
            not_for: strategy.not_for.clone(),
            stop: strategy.stop.clone(),
            known: KnownView::new(
                &strategy.evidence,
                strategy.grade,
                (&strategy.sources, &strategy.header),
            ),
            is_plan: crate::experiments::stays(strategy),
            experiment: is_drawn.then(|| format!("{address}/experiment")),
            outcomes,
            others,
            locked,
            sheet,
            address,
        }))
    }

    /// Why this strategy may not be begun now; `None`: it may.
    pub(crate) fn why_locked(
        &mut self,
        strategy: &Strategy,
    ) -> Result<Option<PutAwayView>, Trouble> {
        self.gates()?.locked(strategy)
    }
}

fn item(strategy: &Strategy, gates: &Gates) -> Result<TryItemView, Trouble> {
    Ok(TryItemView {
        address: address(strategy),
        heading: strategy.heading.clone(),
        line: strategy.line.clone(),
        minutes: text_with("try-minutes", &[("n", strategy.minutes.into())]),
        locked: gates.locked(strategy)?,
    })
}
