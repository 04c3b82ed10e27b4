//! Keeps what was drawn by lot, and what was told about its days. Refuses to change what was locked:
//! there is no statement for it.

use record::{
    Drawing, DrawnFrom, Experiment, ExperimentDay, FactKey, ItemId, Label, LocalDay, Polarity,
    StartDays, Terms,
};
use rusqlite::{Connection, TransactionBehavior};

use crate::append::Writer;
use crate::code::Code;
use crate::load::{ALL, Reader, Row};
use crate::{Store, StoreError};

impl Code for Polarity {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::HigherIsMoreFeeling, "more_feeling"),
        (Self::HigherIsMoreNumb, "more_numb"),
    ];
}

impl Store {
    /// Everything that was drawn by lot, in the order of its first days. The seals are not looked at.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn experiments(&self) -> Result<Vec<Experiment>, StoreError> {
        load(self.connection())
    }

    /// Keeps what was drawn; one whose key is kept already is left as it is. Gives how many are new,
    /// and returns only after they are on disk.
    ///
    /// # Errors
    /// The errors of the disk; nothing was written then.
    pub fn append_experiments(&mut self, experiments: &[Experiment]) -> Result<usize, StoreError> {
        let path = self.path();
        let run = |connection: &mut Connection| {
            let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let writer = Writer::new(&change)?;
            let n_new = append(&writer, experiments)?;
            drop(writer);
            change.commit()?;
            Ok(n_new)
        };
        run(self.connection_mut()).map_err(|error: StoreError| error.at(&path))
    }

    /// Stops an experiment; `false` when there is none of that key or it was stopped before.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn stop_experiment(&mut self, key: FactKey, day: LocalDay) -> Result<bool, StoreError> {
        let params = (key.as_bytes().as_slice(), day.number());
        self.change(include_str!("experiment/stop.sql"), params)
    }

    /// Keeps what was told about a day, in the place of what was told before; `false` when there is
    /// no experiment of that key. Whether the day belongs to it is for the caller to know.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn tell_of_day(&mut self, key: FactKey, told: ExperimentDay) -> Result<bool, StoreError> {
        let params = (key.as_bytes().as_slice(), told.day.number(), told.is_done);
        self.change(include_str!("experiment/tell.sql"), params)
    }

    fn change(&self, sql: &str, params: impl rusqlite::Params) -> Result<bool, StoreError> {
        let n_rows = crate::fact::change(self.connection(), sql, params);
        n_rows
            .map(|n| n > 0)
            .map_err(|error| error.at(&self.path()))
    }
}

/// Writes them within a transaction that is under way; gives how many are new.
pub(crate) fn append(writer: &Writer<'_>, experiments: &[Experiment]) -> Result<usize, StoreError> {
    let mut n_new = 0;
    for experiment in experiments {
        let terms = &experiment.terms;
        let strategy = match &terms.drawing {
            Drawing::Strategy(name) => Some(name.as_str()),
            Drawing::Silence => None,
        };
        let (from, run_max, switches_min) = match terms.from {
            DrawnFrom::Pairs => ("pairs", None, None),
            DrawnFrom::Restricted {
                run_max,
                switches_min,
            } => ("restricted", Some(run_max), Some(switches_min)),
            DrawnFrom::StartDays(_) => ("start_days", None, None),
        };
        let starts = match terms.from {
            DrawnFrom::StartDays(of) => Some(of),
            DrawnFrom::Pairs | DrawnFrom::Restricted { .. } => None,
        };
        let digit = |with: &bool| if *with { '1' } else { '0' };
        let params = rusqlite::params![
            experiment.key.as_bytes().as_slice(),
            strategy,
            terms.outcome.as_str(),
            terms.polarity.word(),
            terms.begins.number(),
            terms.days_per_period,
            from,
            run_max,
            switches_min,
            terms.assigned.iter().map(digit).collect::<String>(),
            terms.carry_over_days,
            terms.seed.cast_signed(),
            terms.locked_on.number(),
            experiment.seal.as_slice(),
            experiment.stopped_on.map(LocalDay::number),
            starts.map(|of| of.earliest),
            starts.map(|of| of.latest),
            starts.map(|of| of.n_started),
            starts.map(|of| of.place),
            starts.map(|of| of.gap_days),
        ];
        if writer.insert(include_str!("experiment/append.sql"), params)? == 0 {
            continue;
        }
        n_new += 1;
        for told in &experiment.days {
            let key = experiment.key.as_bytes().as_slice();
            let params = (key, told.day.number(), told.is_done);
            writer.insert(include_str!("experiment/tell.sql"), params)?;
        }
    }
    Ok(n_new)
}

/// All of them, in the order of their first days.
pub(crate) fn load(connection: &Connection) -> Result<Vec<Experiment>, StoreError> {
    let reader = Reader::new(connection, ALL)?;
    let mut statement = reader.prepare(include_str!("experiment/load.sql"))?;
    let mut rows = statement.query([])?;
    let mut experiments = Vec::new();
    while let Some(row) = rows.next()? {
        let row = reader.row("experiment", row)?;
        let experiment = Experiment {
            key: FactKey::from_bytes(row.bytes(1)?),
            terms: terms(&row)?,
            seal: row.bytes(14)?,
            stopped_on: maybe_day(&row, 15)?,
            days: days(connection, row.id)?,
        };
        experiments.push(experiment.checked().map_err(|_| row.unreadable())?);
    }
    Ok(experiments)
}

fn terms(row: &Row<'_>) -> Result<Terms, StoreError> {
    let from = match row.text(7)? {
        "pairs" => DrawnFrom::Pairs,
        "restricted" => DrawnFrom::Restricted {
            run_max: row.number(8)?,
            switches_min: row.number(9)?,
        },
        "start_days" => DrawnFrom::StartDays(StartDays {
            earliest: row.number(16)?,
            latest: row.number(17)?,
            n_started: row.number(18)?,
            place: row.number(19)?,
            gap_days: row.number(20)?,
        }),
        _ => return Err(row.unreadable()),
    };
    let digit = |c| match c {
        '1' => Ok(true),
        '0' => Ok(false),
        _ => Err(row.unreadable()),
    };
    let drawing = match row.maybe_text(2)? {
        Some(name) => Drawing::Strategy(Label::new(name).map_err(|_| row.unreadable())?),
        None => Drawing::Silence,
    };
    Ok(Terms {
        drawing,
        outcome: ItemId::new(row.text(3)?).map_err(|_| row.unreadable())?,
        polarity: row.code(4)?,
        begins: day(row, 5)?,
        days_per_period: row.number(6)?,
        from,
        assigned: row.text(10)?.chars().map(digit).collect::<Result<_, _>>()?,
        carry_over_days: row.number(11)?,
        seed: row.number::<i64>(12)?.cast_unsigned(),
        locked_on: day(row, 13)?,
    })
}

fn maybe_day(row: &Row<'_>, column: usize) -> Result<Option<LocalDay>, StoreError> {
    let number: Option<i32> = row.maybe_number(column)?;
    let day = number.map(LocalDay::from_number).transpose();
    day.map_err(|_| row.unreadable())
}

fn day(row: &Row<'_>, column: usize) -> Result<LocalDay, StoreError> {
    maybe_day(row, column)?.ok_or_else(|| row.unreadable())
}

fn days(connection: &Connection, id: i64) -> Result<Vec<ExperimentDay>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("experiment/load_days.sql"))?;
    let mut rows = statement.query([id])?;
    let mut days = Vec::new();
    while let Some(row) = rows.next()? {
        let unreadable = |_| StoreError::Unreadable {
            table: "experiment_day",
            row: id,
        };
        days.push(ExperimentDay {
            day: LocalDay::from_number(row.get(0)?).map_err(unreadable)?,
            is_done: row.get(1)?,
        });
    }
    Ok(days)
}
