//! Writes facts, each one once, all of a call or none. Refuses facts whose item or file is unknown.

use std::collections::HashMap;

use record::{
    Experiment, Fact, FactBody, FactKey, ImportFile, Item, ItemId, Moment, Profile, Questionnaire,
    Said, Source,
};
use rusqlite::{Connection, OptionalExtension as _, Params, Transaction, TransactionBehavior};

use crate::code::Code as _;
use crate::{
    StoreError, activity, contact, event, experiment, flicker, import_file, item, medication, note,
    occasion,
};
use crate::{
    practice, profile, questionnaire, questionnaire_response, said, sheet, sleep_night, zone,
};

/// What became of the facts that were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Appended {
    /// Facts that are kept now and were not before.
    pub n_new: usize,
    /// Facts that were kept already, and were left as they are.
    pub n_already: usize,
    /// Those of `n_already` that the person withdrew; they stay withdrawn.
    pub n_withdrawn: usize,
}

/// What is kept with facts and is none.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// What the person chose.
    pub profile: &'a Profile,
    /// What was said about the facts elsewhere.
    pub said: &'a [Said],
    /// What was drawn by lot elsewhere.
    pub experiments: &'a [Experiment],
    /// Questionnaires that the facts may name.
    pub questionnaires: &'a [Questionnaire],
}

/// Writes everything in one transaction, and returns after it is on disk.
pub(crate) fn append(
    connection: &mut Connection,
    facts: &[Fact],
    items: &[Item],
    file: Option<&ImportFile>,
    beside: Option<Beside<'_>>,
) -> Result<Appended, StoreError> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut appended = Appended::default();
    let mut writer = Writer::new(&change)?;
    writer.keep_items(items)?;
    if let Some(file) = file {
        import_file::append(&mut writer, file)?;
    }
    if let Some(beside) = beside {
        profile::save(&mut writer, beside.profile)?;
        said::append(&writer, beside.said)?;
        experiment::append(&writer, beside.experiments)?;
        questionnaire::append(&writer, beside.questionnaires)?;
    }
    for fact in facts {
        writer.append(fact, &mut appended)?;
    }
    drop(writer);
    change.commit()?;
    Ok(appended)
}

/// What writing a fact needs to know of the other tables.
pub(crate) struct Writer<'t> {
    change: &'t Transaction<'t>,
    zones: HashMap<String, i64>,
    items: HashMap<ItemId, (i64, Item)>,
    imports: HashMap<[u8; 32], i64>,
}

impl<'t> Writer<'t> {
    pub(crate) fn new(change: &'t Transaction<'t>) -> Result<Self, StoreError> {
        let zones = zone::load(change)?;
        let items = item::load(change)?;
        Ok(Self {
            change,
            zones: zones
                .into_iter()
                .map(|(id, zone)| (zone.name().to_owned(), id))
                .collect(),
            items: items
                .into_iter()
                .map(|(id, item)| (item.id.clone(), (id, item)))
                .collect(),
            imports: HashMap::new(),
        })
    }

    /// Runs one statement; gives how many rows it wrote.
    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.change.prepare_cached(sql)?.execute(params)?)
    }

    /// The row of a zone, which is made when it is new.
    pub(crate) fn zone(&mut self, name: &str) -> Result<i64, StoreError> {
        if let Some(id) = self.zones.get(name) {
            return Ok(*id);
        }
        self.insert(include_str!("zone/append.sql"), [name])?;
        let id = self.change.last_insert_rowid();
        self.zones.insert(name.to_owned(), id);
        Ok(id)
    }

    /// Seconds UTC and the row of the zone.
    pub(crate) fn moment(&mut self, moment: &Moment) -> Result<(i64, i64), StoreError> {
        Ok((moment.unix_seconds(), self.zone(moment.zone().name())?))
    }

    /// The same for a moment that may be unknown.
    pub(crate) fn maybe_moment(
        &mut self,
        moment: Option<&Moment>,
    ) -> Result<(Option<i64>, Option<i64>), StoreError> {
        match moment {
            Some(moment) => self.moment(moment).map(|(at, zone)| (Some(at), Some(zone))),
            None => Ok((None, None)),
        }
    }

    /// The row of an item.
    pub(crate) fn item(&self, id: &ItemId) -> Result<i64, StoreError> {
        let known = self.items.get(id).map(|(row, _)| *row);
        known.ok_or_else(|| StoreError::UnknownItem(id.clone()))
    }

    /// The row of a questionnaire.
    pub(crate) fn questionnaire(&self, key: FactKey) -> Result<i64, StoreError> {
        let row = questionnaire_response::find_questionnaire(self.change, key)?;
        row.ok_or(StoreError::UnknownQuestionnaire)
    }

    /// One number.
    pub(crate) fn count(&self, sql: &str) -> Result<i64, StoreError> {
        Ok(self.change.query_row(sql, [], |row| row.get(0))?)
    }

    pub(crate) fn keep_items(&mut self, items: &[Item]) -> Result<(), StoreError> {
        for item in items {
            if let Some((_, kept)) = self.items.get(&item.id) {
                item::check_same(kept, item)?;
                continue;
            }
            item::append(self, item)?;
            let row = self.change.last_insert_rowid();
            self.items.insert(item.id.clone(), (row, item.clone()));
        }
        Ok(())
    }

    fn import(&mut self, digest: &[u8; 32]) -> Result<i64, StoreError> {
        if let Some(id) = self.imports.get(digest) {
            return Ok(*id);
        }
        let id = import_file::find(self.change, digest)?.ok_or(StoreError::UnknownImport)?;
        self.imports.insert(*digest, id);
        Ok(id)
    }

    pub(crate) fn append(
        &mut self,
        fact: &Fact,
        appended: &mut Appended,
    ) -> Result<(), StoreError> {
        let (at, zone) = self.moment(&fact.moment)?;
        let (recorded_at, recorded_zone) = self.moment(&fact.recorded_at)?;
        let (file, line) = match &fact.source {
            Source::ByHand => (None, None),
            Source::Import { file, line } => (Some(self.import(file)?), Some(*line)),
        };
        let key = fact.key.as_bytes().as_slice();
        let kind = fact.body.kind().word();
        let n_rows = self.insert(
            include_str!("fact/append.sql"),
            (key, kind, at, zone, recorded_at, recorded_zone, file, line),
        )?;
        if n_rows == 0 {
            appended.n_already += 1;
            appended.n_withdrawn += usize::from(self.is_withdrawn(key)?);
            return Ok(());
        }
        appended.n_new += 1;
        let row = self.change.last_insert_rowid();
        self.append_body(row, &fact.body)
    }

    fn is_withdrawn(&self, key: &[u8]) -> Result<bool, StoreError> {
        let mut find = self
            .change
            .prepare_cached(include_str!("fact/is_withdrawn.sql"))?;
        let found: Option<bool> = find.query_row([key], |row| row.get(0)).optional()?;
        Ok(found.unwrap_or(false))
    }

    fn append_body(&mut self, row: i64, body: &FactBody) -> Result<(), StoreError> {
        match body {
            FactBody::Occasion(occasion) => occasion::append(self, row, occasion),
            FactBody::Flicker(flicker) => flicker::append(self, row, flicker),
            FactBody::Event(event) => event::append(self, row, event),
            FactBody::SleepNight(night) => sleep_night::append(self, row, night),
            FactBody::Activity(activity) => activity::append(self, row, activity),
            FactBody::MedicationStatement(statement) => {
                medication::append_statement(self, row, statement)
            }
            FactBody::MedicationAdministration(dose) => {
                medication::append_administration(self, row, dose)
            }
            FactBody::Practice(practice) => practice::append(self, row, practice),
            FactBody::Note(note) => note::append(self, row, note),
            FactBody::Contact(contact) => contact::append(self, row, contact),
            FactBody::PlannedDose(plan) => medication::append_plan(self, row, plan),
            FactBody::Sheet(sheet) => sheet::append(self, row, sheet),
            FactBody::QuestionnaireResponse(response) => {
                questionnaire_response::append(self, row, response)
            }
        }
    }
}
