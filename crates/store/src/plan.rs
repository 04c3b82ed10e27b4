//! Keeps the safety plan, line by line, and what was taken out of it for a while. Refuses to be read
//! with the record: whoever wants the plan asks for the plan.

use record::{FactKey, Moment, PLAN_LINES_MAX, PlanLine, PlanPart, PlanWords};
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use crate::code::Code;
use crate::{Store, StoreError};

impl Code for PlanPart {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Signs, "signs"),
        (Self::Helps, "helps"),
        (Self::Places, "places"),
        (Self::People, "people"),
        (Self::Professionals, "professionals"),
        (Self::Safe, "safe"),
    ];
}

impl Store {
    /// Every line of the plan in its order, what was taken out included.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn plan(&self) -> Result<Vec<PlanLine>, StoreError> {
        load(self.connection())
    }

    /// Adds lines at the end of their parts, all or none; one whose key is kept already is left as
    /// it is. Gives how many are new, and returns only after they are on disk.
    ///
    /// # Errors
    /// [`StoreError::PlanFull`] and the errors of the disk; nothing was written then.
    pub fn append_plan(&mut self, lines: &[PlanLine]) -> Result<usize, StoreError> {
        self.change_plan(|connection| {
            let mut n_new = 0;
            for line in lines {
                n_new += insert(connection, line, None)?;
            }
            Ok(n_new)
        })
    }

    /// Puts a line in the place of another, which counts as taken out; `false` when the other does
    /// not stand. The same call made twice changes it once.
    ///
    /// # Errors
    /// [`StoreError::PlanFull`] and the errors of the disk; nothing was written then.
    pub fn change_plan_line(
        &mut self,
        old: FactKey,
        line: &PlanLine,
        at: &Moment,
    ) -> Result<bool, StoreError> {
        self.change_plan(|connection| {
            if take_out(connection, old, at)? == 0 {
                return Ok(false);
            }
            let mut find = connection.prepare_cached(include_str!("plan/find_place.sql"))?;
            let place: Option<i64> = find
                .query_row([old.as_bytes().as_slice()], |row| row.get(0))
                .optional()?;
            Ok(insert(connection, line, place)? == 1)
        })
    }

    /// Takes a line out; `false` when it does not stand.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn take_out_of_plan(&mut self, key: FactKey, at: &Moment) -> Result<bool, StoreError> {
        self.change_plan(|connection| Ok(take_out(connection, key, at)? == 1))
    }

    /// Puts a line back that was taken out; `false` when it was not.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn put_back_in_plan(&mut self, key: FactKey) -> Result<bool, StoreError> {
        self.change_plan(|connection| {
            let mut put_back = connection.prepare_cached(include_str!("plan/put_back.sql"))?;
            Ok(put_back.execute([key.as_bytes().as_slice()])? == 1)
        })
    }

    /// Removes for good what was taken out before this moment; gives how many lines.
    ///
    /// Their bytes are overwritten in the record and in the write-ahead file.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn purge_plan(&mut self, before: &Moment) -> Result<usize, StoreError> {
        let n_lines = self.change_plan(|connection| {
            let mut purge = connection.prepare_cached(include_str!("plan/purge.sql"))?;
            Ok(purge.execute([before.unix_seconds()])?)
        })?;
        if n_lines > 0 {
            self.empty_log()?;
        }
        Ok(n_lines)
    }

    fn change_plan<T>(
        &mut self,
        change: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let path = self.path();
        let step = self
            .connection_mut()
            .transaction_with_behavior(TransactionBehavior::Immediate);
        let run = || {
            let step = step?;
            let done = change(&step)?;
            step.commit()?;
            Ok(done)
        };
        run().map_err(|error: StoreError| error.at(&path))
    }
}

pub(crate) fn insert(
    connection: &Connection,
    line: &PlanLine,
    place: Option<i64>,
) -> Result<usize, StoreError> {
    let count = include_str!("plan/count.sql");
    let n_lines: i64 = connection.query_row(count, [], |row| row.get(0))?;
    if usize::try_from(n_lines).is_ok_and(|n| n >= PLAN_LINES_MAX) {
        return Err(StoreError::PlanFull);
    }
    let mut append = connection.prepare_cached(include_str!("plan/append.sql"))?;
    Ok(append.execute((
        line.key.as_bytes().as_slice(),
        line.part.word(),
        place,
        line.words.text(),
        line.taken_out_at,
    ))?)
}

fn take_out(connection: &Connection, key: FactKey, at: &Moment) -> Result<usize, StoreError> {
    let mut take_out = connection.prepare_cached(include_str!("plan/take_out.sql"))?;
    Ok(take_out.execute((key.as_bytes().as_slice(), at.unix_seconds()))?)
}

pub(crate) fn load(connection: &Connection) -> Result<Vec<PlanLine>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("plan/load.sql"))?;
    let mut rows = statement.query([])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, key): (i64, [u8; 16]) = (row.get(0)?, row.get(1)?);
        let (part, words): (String, String) = (row.get(2)?, row.get(3)?);
        let unreadable = || StoreError::Unreadable {
            table: "plan_line",
            row: id,
        };
        lines.push(PlanLine {
            key: FactKey::from_bytes(key),
            part: PlanPart::from_word(&part).ok_or_else(unreadable)?,
            words: PlanWords::new(&words).map_err(|_| unreadable())?,
            taken_out_at: row.get(4)?,
        });
    }
    lines.sort_by_key(|line| line.part);
    Ok(lines)
}
