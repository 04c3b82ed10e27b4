//! Reads facts back, table by table, in the order in which they were written.
//!
//! Refuses to skip what it cannot read: a row that is no fact is an error that names the row.

use std::collections::HashMap;

use record::{
    Fact, FactBody, FactKey, FactKind, ItemId, Label, Minutes, Moment, Record, Source, Zone,
};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection};

use crate::code::Code;
use crate::{
    StoreError, activity, contact, event, flicker, item, medication, note, occasion, practice,
};
use crate::{
    experiment, profile, questionnaire, questionnaire_response, said, sheet, sleep_night, zone,
};

/// First and last row of a reading, both included.
pub(crate) type Rows = (i64, i64);

/// Every row.
pub(crate) const ALL: Rows = (i64::MIN, i64::MAX);

/// Reads everything that is not withdrawn, as it stood at one moment.
pub(crate) fn record(connection: &Connection) -> Result<Record, StoreError> {
    let reading = connection.unchecked_transaction()?;
    let profile = profile::load(&reading)?;
    let items = item::load(&reading)?;
    let facts = facts(&reading, ALL)?;
    let said = said::load(&reading)?;
    let experiments = experiment::load(&reading)?;
    let questionnaires = questionnaire::load(&reading)?;
    reading.finish()?;
    let items = items.into_iter().map(|(_, item)| item).collect();
    let mut record = Record::new(profile, items, facts)?;
    record.said = said;
    record.experiments = experiments;
    record.questionnaires = questionnaires;
    Ok(record)
}

/// What reading a table needs to know of the others.
pub(crate) struct Reader<'c> {
    connection: &'c Connection,
    zones: HashMap<i64, Zone>,
    items: HashMap<i64, ItemId>,
    rows: Rows,
}

impl<'c> Reader<'c> {
    pub(crate) fn new(connection: &'c Connection, rows: Rows) -> Result<Self, StoreError> {
        let items = item::load(connection)?;
        Ok(Self {
            connection,
            zones: zone::load(connection)?,
            items: items.into_iter().map(|(id, item)| (id, item.id)).collect(),
            rows,
        })
    }

    pub(crate) fn prepare(&self, sql: &str) -> Result<CachedStatement<'c>, StoreError> {
        Ok(self.connection.prepare_cached(sql)?)
    }

    pub(crate) const fn rows(&self) -> Rows {
        self.rows
    }

    pub(crate) fn item(&self, id: i64) -> Option<&ItemId> {
        self.items.get(&id)
    }

    /// Reads a table whose first column is the fact.
    pub(crate) fn each(
        &self,
        table: &'static str,
        sql: &str,
        mut take: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(self.rows)?;
        while let Some(row) = rows.next()? {
            take(&self.row(table, row)?)?;
        }
        Ok(())
    }

    pub(crate) fn row<'r>(
        &'r self,
        table: &'static str,
        row: &'r rusqlite::Row<'r>,
    ) -> Result<Row<'r>, StoreError> {
        let id = row
            .get_ref(0)?
            .as_i64()
            .map_err(|_| StoreError::Unreadable { table, row: 0 })?;
        Ok(Row {
            row,
            zones: &self.zones,
            table,
            id,
        })
    }
}

/// One row of a table, read with the types of facts.
pub(crate) struct Row<'r> {
    row: &'r rusqlite::Row<'r>,
    zones: &'r HashMap<i64, Zone>,
    table: &'static str,
    /// The fact that the row belongs to.
    pub(crate) id: i64,
}

impl Row<'_> {
    pub(crate) const fn unreadable(&self) -> StoreError {
        StoreError::Unreadable {
            table: self.table,
            row: self.id,
        }
    }

    fn value(&self, column: usize) -> Result<ValueRef<'_>, StoreError> {
        Ok(self.row.get_ref(column)?)
    }

    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        self.value(column)?
            .as_str_or_null()
            .map_err(|_| self.unreadable())
    }

    pub(crate) fn text(&self, column: usize) -> Result<&str, StoreError> {
        self.maybe_text(column)?.ok_or_else(|| self.unreadable())
    }

    pub(crate) fn bytes<const N: usize>(&self, column: usize) -> Result<[u8; N], StoreError> {
        let bytes = self
            .value(column)?
            .as_blob()
            .map_err(|_| self.unreadable())?;
        bytes.try_into().map_err(|_| self.unreadable())
    }

    pub(crate) fn is_null(&self, column: usize) -> Result<bool, StoreError> {
        Ok(matches!(self.value(column)?, ValueRef::Null))
    }

    pub(crate) fn maybe_number<T: TryFrom<i64>>(
        &self,
        column: usize,
    ) -> Result<Option<T>, StoreError> {
        let number = self
            .value(column)?
            .as_i64_or_null()
            .map_err(|_| self.unreadable())?;
        number
            .map(|n| T::try_from(n).map_err(|_| self.unreadable()))
            .transpose()
    }

    pub(crate) fn number<T: TryFrom<i64>>(&self, column: usize) -> Result<T, StoreError> {
        self.maybe_number(column)?.ok_or_else(|| self.unreadable())
    }

    pub(crate) fn maybe_real(&self, column: usize) -> Result<Option<f64>, StoreError> {
        self.value(column)?
            .as_f64_or_null()
            .map_err(|_| self.unreadable())
    }

    pub(crate) fn real(&self, column: usize) -> Result<f64, StoreError> {
        self.maybe_real(column)?.ok_or_else(|| self.unreadable())
    }

    pub(crate) fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.number::<i64>(column)? != 0)
    }

    pub(crate) fn maybe_code<T: Code>(&self, column: usize) -> Result<Option<T>, StoreError> {
        let word = self.maybe_text(column)?;
        word.map(|word| T::from_word(word).ok_or_else(|| self.unreadable()))
            .transpose()
    }

    pub(crate) fn code<T: Code>(&self, column: usize) -> Result<T, StoreError> {
        self.maybe_code(column)?.ok_or_else(|| self.unreadable())
    }

    pub(crate) fn maybe_label(&self, column: usize) -> Result<Option<Label>, StoreError> {
        let text = self.maybe_text(column)?;
        text.map(|text| Label::new(text).map_err(|_| self.unreadable()))
            .transpose()
    }

    pub(crate) fn label(&self, column: usize) -> Result<Label, StoreError> {
        self.maybe_label(column)?.ok_or_else(|| self.unreadable())
    }

    pub(crate) fn maybe_minutes(&self, column: usize) -> Result<Option<Minutes>, StoreError> {
        Ok(self.maybe_number(column)?.map(Minutes))
    }

    /// The moment in this column and its zone in the next one.
    pub(crate) fn maybe_moment(&self, column: usize) -> Result<Option<Moment>, StoreError> {
        if self.is_null(column)? {
            return Ok(None);
        }
        let zone = self.number::<i64>(column + 1)?;
        let zone = self.zones.get(&zone).ok_or_else(|| self.unreadable())?;
        Moment::from_unix_seconds(self.number(column)?, zone)
            .map(Some)
            .map_err(|_| self.unreadable())
    }

    pub(crate) fn moment(&self, column: usize) -> Result<Moment, StoreError> {
        self.maybe_moment(column)?.ok_or_else(|| self.unreadable())
    }
}

/// A fact whose body is still to come.
struct Head {
    id: i64,
    kind: FactKind,
    key: FactKey,
    moment: Moment,
    recorded_at: Moment,
    source: Source,
    body: Option<FactBody>,
}

/// Takes the bodies of one kind, in the order of their facts, to where they belong.
pub(crate) struct Bodies<'h> {
    heads: &'h mut [Head],
    next: usize,
}

impl Bodies<'_> {
    /// Whether the fact is read at all: a withdrawn one is not.
    pub(crate) fn wants(&mut self, fact: i64) -> bool {
        while self.heads.get(self.next).is_some_and(|head| head.id < fact) {
            self.next += 1;
        }
        self.heads
            .get(self.next)
            .is_some_and(|head| head.id == fact)
    }

    /// Gives a body to its fact; the body of a withdrawn fact goes nowhere.
    pub(crate) fn put(&mut self, row: &Row<'_>, body: FactBody) -> Result<(), StoreError> {
        if !self.wants(row.id) {
            return Ok(());
        }
        match self.heads.get_mut(self.next) {
            Some(head) if head.kind == body.kind() && head.body.is_none() => {
                head.body = Some(body);
                Ok(())
            }
            _ => Err(row.unreadable()),
        }
    }
}

/// Reads the facts of these rows that are not withdrawn, in the order in which they were written.
pub(crate) fn facts(connection: &Connection, rows: Rows) -> Result<Vec<Fact>, StoreError> {
    facts_of(connection, rows, include_str!("fact/load.sql"))
}

/// Reads the facts of these rows whose heads the statement names, in the order in which they were
/// written.
pub(crate) fn facts_of(
    connection: &Connection,
    rows: Rows,
    heads_sql: &str,
) -> Result<Vec<Fact>, StoreError> {
    let reader = Reader::new(connection, rows)?;
    let mut heads = heads(&reader, heads_sql)?;
    type Load = fn(&Reader<'_>, &mut Bodies<'_>) -> Result<(), StoreError>;
    let loads: [Load; 13] = [
        occasion::load,
        flicker::load,
        event::load,
        sleep_night::load,
        activity::load,
        medication::load_statements,
        medication::load_administrations,
        practice::load,
        note::load,
        contact::load,
        medication::load_plans,
        sheet::load,
        questionnaire_response::load,
    ];
    for load in loads {
        let mut bodies = Bodies {
            heads: &mut heads,
            next: 0,
        };
        load(&reader, &mut bodies)?;
    }
    heads.into_iter().map(whole).collect()
}

fn heads(reader: &Reader<'_>, sql: &str) -> Result<Vec<Head>, StoreError> {
    let mut heads = Vec::new();
    reader.each("fact", sql, |row| {
        heads.push(Head {
            id: row.id,
            key: FactKey::from_bytes(row.bytes(1)?),
            kind: row.code(2)?,
            moment: row.moment(3)?,
            recorded_at: row.moment(5)?,
            source: if row.is_null(7)? {
                Source::ByHand
            } else {
                Source::Import {
                    file: row.bytes(7)?,
                    line: row.number(8)?,
                }
            },
            body: None,
        });
        Ok(())
    })?;
    Ok(heads)
}

fn whole(head: Head) -> Result<Fact, StoreError> {
    let body = head.body.ok_or(StoreError::Unreadable {
        table: "fact",
        row: head.id,
    })?;
    Ok(Fact {
        key: head.key,
        moment: head.moment,
        recorded_at: head.recorded_at,
        source: head.source,
        body,
    })
}
