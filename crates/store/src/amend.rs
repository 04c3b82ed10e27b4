//! Writes a check-in again while the person is still answering it. Refuses to touch imported facts.

use record::{Fact, FactKey, Form, Item, Moment, Zone};
use rusqlite::TransactionBehavior;

use crate::append::{Appended, Writer};
use crate::code::Code as _;
use crate::{Store, StoreError, fact};

impl Store {
    /// Writes a fact in place of the one by hand with its key, or anew where there is none.
    ///
    /// One transaction: after a crash either the old or the new fact is there, never neither.
    /// Returns only after it is on disk.
    ///
    /// # Errors
    /// As [`Store::append`]; then the old fact stands as it was.
    pub fn append_or_amend(&mut self, fact: &Fact, items: &[Item]) -> Result<(), StoreError> {
        self.replace(&[fact.key], std::slice::from_ref(fact), items)
    }

    /// Writes facts in place of those by hand with these keys: all of it or nothing.
    ///
    /// # Errors
    /// As [`Store::append`]; then the old facts stand as they were.
    pub fn replace(
        &mut self,
        keys: &[FactKey],
        facts: &[Fact],
        items: &[Item],
    ) -> Result<(), StoreError> {
        let change = self
            .connection_mut()
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for key in keys {
            change
                .prepare_cached(include_str!("fact/remove_by_hand.sql"))?
                .execute([key.as_bytes().as_slice()])?;
        }
        let mut writer = Writer::new(&change)?;
        writer.keep_items(items)?;
        for fact in facts {
            writer.append(fact, &mut Appended::default())?;
        }
        drop(writer);
        change.commit()?;
        Ok(())
    }

    /// Removes every answer to a form for good, taken out or not; gives how many occasions.
    ///
    /// Their bytes are overwritten in the record and in the write-ahead file.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn purge_form(&mut self, form: Form) -> Result<usize, StoreError> {
        let sql = include_str!("occasion/remove_form.sql");
        let n_rows = fact::change(self.connection(), sql, [form.word()])?;
        if n_rows > 0 {
            self.empty_log()?;
        }
        Ok(n_rows)
    }

    /// When the person checked in after `since` (seconds UTC), by themselves or because a prompt of
    /// this program asked, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], and the other errors of the disk.
    pub fn recent_check_ins(&self, since: i64) -> Result<Vec<Moment>, StoreError> {
        let sql = include_str!("occasion/find_own_since.sql");
        let mut find = self.connection().prepare_cached(sql)?;
        let rows = find.query_map([since], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })?;
        let mut moments = Vec::new();
        for row in rows {
            let (at, zone) = row?;
            let unreadable = |_| StoreError::Unreadable {
                table: "occasion",
                row: at,
            };
            let zone = Zone::new(&zone).map_err(unreadable)?;
            moments.push(Moment::from_unix_seconds(at, &zone).map_err(unreadable)?);
        }
        Ok(moments)
    }
}
