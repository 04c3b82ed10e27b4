//! Everything that one person has written down, in order of time. Refuses conclusions.

use std::collections::BTreeMap;

use crate::{
    Event, Fact, FactBody, Flicker, Item, ItemId, MedicationStatement, Moment, Occasion, Profile,
    SleepNight,
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
            items,
            facts,
        })
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
