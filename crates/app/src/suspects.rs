//! What the person suspects: named and dropped here, or brought in with a file. Refuses a fourth
//! one, and a naming that would reach back to what could be looked at before it.

use std::collections::BTreeMap;

use exchange::Parsed;
use record::{
    DayStart, Fact, ItemId, Label, LocalDay, Profile, ProfileError, Record, Role, SUSPECTS_MAX,
    Suspect,
};
use series::{CandidateKind, Series, Subject};

use crate::answers::candidate_name;
use crate::{App, Trouble, dates, text_with};

/// What is suspected, and what else can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspectsView {
    /// What is named now, in the order of naming.
    pub named: Vec<SuspectView>,
    /// What can be named, as the form sends it and as a person reads it, by the alphabet: the order
    /// says nothing.
    pub choices: Vec<(String, String)>,
    /// No further one can be named.
    pub is_full: bool,
}

/// One suspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspectView {
    /// As the form sends it.
    pub name: String,
    /// Since when it is named, and what counts for it.
    pub line: String,
    /// What the button says that drops it.
    pub drop_label: String,
}

impl App {
    pub(crate) fn suspects(&mut self) -> Result<SuspectsView, Trouble> {
        let known = self.known()?;
        let series = known.whole();
        let mut choices = followed(&known.record, series.as_deref());
        let first_day = series.as_ref().map(|series| series.numbness.first_day);
        let view = |suspect: &Suspect| {
            let name = suspect.name().to_owned();
            let label = choices.get(&name).cloned();
            let label = label.unwrap_or_else(|| name.replace('_', " "));
            SuspectView {
                line: line(suspect, &label, first_day),
                drop_label: text_with("suspect-drop", &[("name", label.into())]),
                name,
            }
        };
        let profile = &known.record.profile;
        let named: Vec<SuspectView> = profile.named_suspects().map(view).collect();
        for suspect in &named {
            choices.remove(&suspect.name);
        }
        let mut choices: Vec<(String, String)> = choices.into_iter().collect();
        choices.sort_by_key(|(_, label)| label.to_lowercase());
        Ok(SuspectsView {
            is_full: named.len() >= SUSPECTS_MAX,
            named,
            choices,
        })
    }

    /// Names a suspect from now on; one that is named already keeps its day.
    ///
    /// # Errors
    /// [`Trouble`] when the record follows nothing of that name, three others are named, or the
    /// disk refuses; then nothing was changed.
    pub fn name_suspect(&mut self, name: &str) -> Result<(), Trouble> {
        let today = self.today_date()?;
        let known = self.known()?;
        let series = known.whole();
        if !followed(&known.record, series.as_deref()).contains_key(name) {
            return Err(Trouble::input(
                "that is nothing that these notes follow",
                "pick one thing from the list",
            ));
        }
        let refused = |error: &dyn ToString| Trouble::input(error.to_string(), "");
        let name = Label::new(name).map_err(|error| refused(&error))?;
        self.opened()?.change_profile(|profile| {
            let refused = |error: record::ProfileError| {
                Trouble::input(error.to_string(), "drop one of them first")
            };
            let suspect = Suspect::new(name, today);
            profile.name_suspect(suspect).map_err(refused)
        })
    }

    /// Drops a suspect from the next look on. One that is not named stays so.
    ///
    /// # Errors
    /// [`Trouble`] when the disk refuses; then nothing was changed.
    pub fn drop_suspect(&mut self, name: &str) -> Result<(), Trouble> {
        let today = self.today_date()?;
        let open = self.opened()?;
        open.settle()?;
        let mut profile = open.store.profile()?;
        if profile.drop_suspect(name, today) {
            open.store.save_profile(&profile)?;
            open.forget();
        }
        Ok(())
    }
}

/// Everything that may come before numbness and is followed here, with the name that people know
/// it by: what was written, and the items that are asked and were not answered yet.
fn followed(record: &Record, series: Option<&Series>) -> BTreeMap<String, String> {
    let asked = record.items().filter(|item| item.role == Role::Candidate);
    let asked = asked.map(|item| Subject {
        kind: CandidateKind::Item,
        name: item.id.as_str().to_owned(),
    });
    let written = series.into_iter().flat_map(|series| &series.candidates);
    let written = written.map(|candidate| candidate.subject.clone());
    asked
        .chain(written)
        .map(|subject| (subject.name.clone(), candidate_name(&subject)))
        .collect()
}

fn line(suspect: &Suspect, label: &str, first_day: Option<LocalDay>) -> String {
    let values = [
        ("name", label.to_owned().into()),
        ("day", dates::with_year(suspect.named_on()).into()),
    ];
    let is_from_start = first_day.is_none_or(|first| suspect.named_on() <= first);
    if is_from_start {
        text_with("suspect-from-start", &values)
    } else {
        text_with("suspect-named", &values)
    }
}

/// What a file says about suspects, laid on what is chosen here.
pub(crate) struct Naming {
    /// The choices to keep; `None`: they stay as they are.
    pub profile: Option<Profile>,
    /// What the person should know of it.
    pub lines: Vec<String>,
}

impl Naming {
    /// Takes the suspects of a file into a record, without ever reaching back to what could be
    /// looked at before. `days` are the first day of the file and today.
    pub(crate) fn of(
        record: &Record,
        parsed: &Parsed,
        days: (Option<LocalDay>, LocalDay),
    ) -> Result<Self, ProfileError> {
        match &parsed.profile {
            Some(from) => Self::of_record_file(record, from),
            None => Self::of_map(record, parsed, days),
        }
    }

    /// A record that holds nothing takes them with their days; another one was looked at without.
    fn of_record_file(record: &Record, from: &Profile) -> Result<Self, ProfileError> {
        let mut profile = record.profile.clone();
        let here = profile.suspects();
        let others = from.suspects().iter().filter(|s| !here.contains(s)).count();
        let mut lines = Vec::new();
        if others == 0 {
            return Ok(Self {
                profile: None,
                lines,
            });
        }
        if !record.facts().is_empty() || !here.is_empty() {
            lines.push(
                "suspects left out, because these notes hold something already; name them on \
                 the Answers page"
                    .to_owned(),
            );
            return Ok(Self {
                profile: None,
                lines,
            });
        }
        for suspect in from.suspects() {
            profile.name_suspect(suspect.clone())?;
        }
        let named: Vec<&str> = profile.named_suspects().map(Suspect::name).collect();
        if !named.is_empty() {
            lines.push(format!("suspects: {}", named.join(", ")));
        }
        Ok(Self {
            profile: Some(profile),
            lines,
        })
    }

    /// A column that is new here counts from its first row; one that was here is named today.
    fn of_map(
        record: &Record,
        parsed: &Parsed,
        (first_of_file, today): (Option<LocalDay>, LocalDay),
    ) -> Result<Self, ProfileError> {
        let mut profile = record.profile.clone();
        let is_here = |id: &&ItemId| record.item(id).is_some();
        let is_named = |id: &ItemId| {
            let mut named = record.profile.named_suspects();
            named.any(|suspect| suspect.name() == id.as_str())
        };
        let (late, new): (Vec<&ItemId>, Vec<&ItemId>) =
            (parsed.suspects.iter().filter(|id| !is_named(id))).partition(is_here);
        let first_here = first_day(record.facts(), profile.day_start);
        let first_day = first_here.into_iter().chain(first_of_file).min();
        let first_day = first_day.unwrap_or(today);
        let lists = [(new, first_day.min(today), false), (late, today, true)];
        let mut lines = Vec::new();
        for (list, named_on, is_late) in lists {
            for id in list {
                let name = id.as_str();
                // An item id is always a label.
                let Ok(label) = Label::new(name) else {
                    continue;
                };
                profile.name_suspect(Suspect::new(label, named_on))?;
                lines.push(if is_late {
                    format!("suspect from tomorrow on: {name}; it was here before it was named")
                } else {
                    format!("suspect: {name}")
                });
            }
        }
        Ok(Self {
            profile: (!lines.is_empty()).then_some(profile),
            lines,
        })
    }
}

/// The first day of some facts.
pub(crate) fn first_day<'a>(
    facts: impl IntoIterator<Item = &'a Fact>,
    starts: DayStart,
) -> Option<LocalDay> {
    let days = facts.into_iter().map(|fact| fact.moment.day(starts));
    days.min()
}
