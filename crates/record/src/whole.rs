//! Everything that one person has written down, in order of time. Refuses conclusions.

use std::collections::BTreeMap;

use crate::{
    Event, Experiment, Fact, FactBody, FactKey, Flicker, Item, ItemId, MedicationStatement, Moment,
    Occasion, Profile, Questionnaire, QuestionnaireResponse, Said, SleepNight,
};

/// Says why facts do not make a record.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RecordError {
    /// A response names an item that the record does not hold.
    #[error("a response names the item {0}, which the record does not hold")]
    UnknownItem(ItemId),
}

/// Everything that one person has written down, in order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What the person chose.
    pub profile: Profile,
    /// What was said about it, the oldest look first; empty where nothing was.
    pub said: Vec<Said>,
    /// What was drawn by lot, in the order of its first days; empty where nothing was.
    pub experiments: Vec<Experiment>,
    /// Questionnaires that the person brought, in the order of bringing, those taken out included.
    pub questionnaires: Vec<Questionnaire>,
    items: BTreeMap<ItemId, Item>,
    facts: Vec<Fact>,
}

impl Record {
    /// Puts facts in order of time. Facts of one moment stay in the order given.
    ///
    /// # Errors
    /// [`RecordError::UnknownItem`] when a response names an item that is not among `items`.
    pub fn new(
        profile: Profile,
        items: Vec<Item>,
        mut facts: Vec<Fact>,
    ) -> Result<Self, RecordError> {
        let items: BTreeMap<ItemId, Item> = items.into_iter().map(|i| (i.id.clone(), i)).collect();
        for assessment in facts.iter().filter_map(|f| match &f.body {
            FactBody::Occasion(occasion) => occasion.assessment(),
            _ => None,
        }) {
            if let Some(unknown) = assessment
                .responses()
                .iter()
                .find(|r| !items.contains_key(&r.item))
            {
                return Err(RecordError::UnknownItem(unknown.item.clone()));
            }
        }
        facts.sort_by_key(|fact| fact.moment.unix_seconds());
        Ok(Self {
            profile,
            said: Vec::new(),
            experiments: Vec::new(),
            questionnaires: Vec::new(),
            items,
            facts,
        })
    }

    /// Puts one more fact in its place in time, with the items it names; a fact of the same key is
    /// replaced.
    ///
    /// # Errors
    /// [`RecordError::UnknownItem`] when a response names an item that neither the record nor
    /// `items` has; then nothing changes.
    pub fn put(&mut self, fact: Fact, items: &[Item]) -> Result<(), RecordError> {
        if let FactBody::Occasion(occasion) = &fact.body
            && let Some(assessment) = occasion.assessment()
        {
            let is_known = |id: &ItemId| {
                self.items.contains_key(id) || items.iter().any(|item| item.id == *id)
            };
            if let Some(unknown) = assessment.responses().iter().find(|r| !is_known(&r.item)) {
                return Err(RecordError::UnknownItem(unknown.item.clone()));
            }
        }
        for item in items {
            self.items
                .entry(item.id.clone())
                .or_insert_with(|| item.clone());
        }
        // Most facts are replaced while they are still the newest.
        if let Some(idx) = self.facts.iter().rposition(|other| other.key == fact.key) {
            self.facts.remove(idx);
        }
        let at = fact.moment.unix_seconds();
        let idx = self
            .facts
            .partition_point(|other| other.moment.unix_seconds() <= at);
        self.facts.insert(idx, fact);
        Ok(())
    }

    /// Says anew what a fact says; its place in time stays. Nothing happens where the record has no
    /// fact of that key, or where `body` is of another kind.
    pub fn replace_body(&mut self, key: FactKey, body: FactBody) {
        let found = self.facts.iter_mut().find(|fact| fact.key == key);
        if let Some(fact) = found.filter(|fact| fact.body.kind() == body.kind()) {
            fact.body = body;
        }
    }

    /// All facts, oldest first.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// All items that responses may name.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.values()
    }

    /// One item by name.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.get(id)
    }

    /// Occasions, oldest first.
    pub fn occasions(&self) -> impl DoubleEndedIterator<Item = (&Moment, &Occasion)> {
        self.facts.iter().filter_map(|fact| match &fact.body {
            FactBody::Occasion(occasion) => Some((&fact.moment, occasion)),
            _ => None,
        })
    }

    /// Flickers, oldest first.
    pub fn flickers(&self) -> impl DoubleEndedIterator<Item = (&Moment, &Flicker)> {
        self.facts.iter().filter_map(|fact| match &fact.body {
            FactBody::Flicker(flicker) => Some((&fact.moment, flicker)),
            _ => None,
        })
    }

    /// Events, oldest first.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = (&Moment, &Event)> {
        self.facts.iter().filter_map(|fact| match &fact.body {
            FactBody::Event(event) => Some((&fact.moment, event)),
            _ => None,
        })
    }

    /// The questionnaire of a key, taken out or not.
    #[must_use]
    pub fn questionnaire(&self, key: FactKey) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|one| one.key == key)
    }

    /// Filled-in questionnaires with their questions, oldest first, those not finished included.
    pub fn questionnaire_responses(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&Moment, &Questionnaire, &QuestionnaireResponse)> {
        self.facts.iter().filter_map(|fact| match &fact.body {
            FactBody::QuestionnaireResponse(response) => {
                let questionnaire = self.questionnaire(response.questionnaire)?;
                Some((&fact.moment, questionnaire, response))
            }
            _ => None,
        })
    }

    /// Nights, oldest first.
    pub fn nights(&self) -> impl DoubleEndedIterator<Item = (&Moment, &SleepNight)> {
        self.facts.iter().filter_map(|fact| match &fact.body {
            FactBody::SleepNight(night) => Some((&fact.moment, night)),
            _ => None,
        })
    }

    /// Dose steps, oldest first.
    pub fn medication_statements(&self) -> impl DoubleEndedIterator<Item = &MedicationStatement> {
        self.facts.iter().filter_map(|fact| match &fact.body {
            FactBody::MedicationStatement(statement) => Some(statement),
            _ => None,
        })
    }
}
