//! Reads the rows of a table around what can not be read, and fills the gaps from a back-up. Refuses rows
//! of the back-up where the record itself could be read: what is not there was taken out.

use record::{Profile, Zone};
use rusqlite::types::Value;
use rusqlite::{Connection, ToSql, params_from_iter};

use crate::StoreError;

/// More halves of a gap than this are not looked into: the back-up has what is there, or nobody.
const N_HALVES_MAX: usize = 20_000;

/// One table.
pub(super) struct Table {
    pub(super) name: String,
    n_columns: usize,
    /// The first column by which its rows stand in order, where that is a number.
    key: Option<String>,
}

/// Names of the zone that stands in for one that is lost; each can be taken once.
const UTC_NAMES: [&str; 6] = ["UTC", "Etc/UTC", "Etc/UCT", "Etc/GMT", "Etc/Zulu", "+00:00"];

/// A stretch of keys, both ends included.
type Span = (i64, i64);

impl Table {
    /// Every table of a database.
    pub(super) fn all(connection: &Connection) -> Result<Vec<Self>, StoreError> {
        let mut find = connection.prepare(include_str!("tables.sql"))?;
        let tables = find.query_map([], |row| {
            Ok(Self {
                name: row.get(0)?,
                n_columns: row.get::<_, i64>(1)?.try_into().unwrap_or(0),
                key: row.get(2)?,
            })
        })?;
        Ok(tables.collect::<Result<_, _>>()?)
    }

    /// Writes every row that can be had to `memory`; gives how many of the record and of the back-up.
    pub(super) fn gather(
        &self,
        damaged: Option<&Connection>,
        kept: Option<&Connection>,
        memory: &Connection,
    ) -> Result<(usize, usize), StoreError> {
        let mut n_read = 0;
        let gaps = match damaged {
            None => vec![(i64::MIN, i64::MAX)],
            Some(damaged) => {
                let mut put = |row: &[Value]| {
                    n_read += self.put(memory, row)?;
                    Ok(())
                };
                self.read_around(damaged, &mut put)?
            }
        };
        let mut n_kept = 0;
        for (from, to) in gaps {
            let Some(kept) = kept else { continue };
            let mut put = |row: &[Value]| {
                n_kept += self.put(memory, row)?;
                Ok(())
            };
            if self.read(kept, (from, to), false, &mut put)?.is_err() {
                return Err(StoreError::BackupDamaged);
            }
        }
        Ok((n_read, n_kept))
    }

    /// A row that is there already stays; one that does not fit the table is left out.
    fn put(&self, memory: &Connection, row: &[Value]) -> Result<usize, StoreError> {
        let places = vec!["?"; self.n_columns].join(",");
        let sql = format!("INSERT OR IGNORE INTO \"{}\" VALUES ({places})", self.name);
        Ok(memory
            .prepare_cached(&sql)?
            .execute(params_from_iter(row))?)
    }

    /// Reads all that can be read; gives the stretches in which something could not.
    fn read_around(
        &self,
        damaged: &Connection,
        put: &mut impl FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<Vec<Span>, StoreError> {
        let mut waiting = vec![(i64::MIN, i64::MAX)];
        let mut gaps = Vec::new();
        let mut n_halves = 0;
        while let Some(span) = waiting.pop() {
            let upwards = self.read(damaged, span, false, put)?;
            let Err(Stopped(from)) = upwards else {
                continue;
            };
            let Err(Stopped(to)) = self.read(damaged, span, true, put)? else {
                continue;
            };
            // Rows of one key may stand on both sides of the gap.
            let gap = (from.unwrap_or(span.0), to.unwrap_or(span.1));
            gaps.push(gap);
            n_halves += 1;
            if self.key.is_some() && n_halves < N_HALVES_MAX {
                waiting.extend(halves(gap));
            }
        }
        Ok(gaps)
    }

    /// Reads a stretch in one direction, and says after which key it had to stop.
    fn read(
        &self,
        from: &Connection,
        (first, last): Span,
        is_backwards: bool,
        put: &mut impl FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<Result<(), Stopped>, StoreError> {
        let order = if is_backwards { "DESC" } else { "ASC" };
        // Names come from our own list of tables.
        let sql = match &self.key {
            Some(key) => format!(
                "SELECT \"{key}\", * FROM \"{}\" NOT INDEXED WHERE \"{key}\" BETWEEN ?1 AND ?2 \
                 ORDER BY \"{key}\" {order}",
                self.name
            ),
            None => format!("SELECT 0, * FROM \"{}\" WHERE ?1 <= ?2", self.name),
        };
        let mut stopped = Stopped(None);
        let Ok(mut statement) = from.prepare_cached(&sql) else {
            return Ok(Err(stopped));
        };
        let bounds: [&dyn ToSql; 2] = [&first, &last];
        let Ok(mut rows) = statement.query(bounds) else {
            return Ok(Err(stopped));
        };
        loop {
            match rows.next() {
                Ok(None) => return Ok(Ok(())),
                Err(_) => return Ok(Err(stopped)),
                Ok(Some(row)) => {
                    let values: Result<Vec<Value>, _> =
                        (1..=self.n_columns).map(|column| row.get(column)).collect();
                    let (Ok(values), Ok(key)) = (values, row.get(0)) else {
                        return Ok(Err(stopped));
                    };
                    stopped = Stopped(Some(key));
                    put(&values)?;
                }
            }
        }
    }
}

/// Where reading ended: after this key, or at once.
struct Stopped(Option<i64>);

/// What lies between the ends of a gap, in two parts.
fn halves((from, to): Span) -> Vec<Span> {
    // Keys are counted from one: beyond them there is nothing to look for.
    let (from, to) = (from.max(0), to.min(1 << 40));
    if to - from < 2 {
        return Vec::new();
    }
    let middle = from + (to - from) / 2;
    [(from + 1, middle), (middle + 1, to - 1)]
        .into_iter()
        .filter(|(first, last)| first <= last)
        .collect()
}

/// Where a zone did not come back, its moments are shown in UTC: they are kept in seconds. Where what the
/// person chose did not come back, it is as in a new record. Gives how many zones.
pub(super) fn stand_in(memory: &Connection) -> Result<usize, StoreError> {
    let mut n_zones = 0;
    for [child, column, parent, _] in links(memory)? {
        if parent != "zone" {
            continue;
        }
        let missing: Vec<i64> = {
            let mut find = memory.prepare(&format!(
                "SELECT DISTINCT \"{column}\" FROM \"{child}\" WHERE \"{column}\" IS NOT NULL \
                 AND \"{column}\" NOT IN (SELECT id FROM zone)"
            ))?;
            let missing = find.query_map([], |row| row.get(0))?;
            missing.collect::<Result<_, _>>()?
        };
        for zone in missing {
            let put = include_str!("put_zone.sql");
            let is_put = |name: &&str| Ok::<_, StoreError>(memory.execute(put, (zone, *name))? > 0);
            for name in UTC_NAMES.iter() {
                if is_put(name)? {
                    n_zones += 1;
                    break;
                }
            }
        }
    }
    let n_chosen: i64 =
        memory.query_row(include_str!("count_profile.sql"), [], |row| row.get(0))?;
    if n_chosen == 0 {
        memory.execute(include_str!("put_zone.sql"), (1, "UTC"))?;
        let zone: i64 = memory.query_row(include_str!("first_zone.sql"), [], |row| row.get(0))?;
        let profile = Profile::new(Zone::utc());
        memory.execute(
            include_str!("../profile/save.sql"),
            (
                profile.day_start.minutes(),
                zone,
                profile.threshold(),
                profile.lock_after_minutes(),
                true,
            ),
        )?;
    }
    Ok(n_zones)
}

fn links(memory: &Connection) -> Result<Vec<[String; 4]>, StoreError> {
    let mut find = memory.prepare(include_str!("links.sql"))?;
    let links = find.query_map([], |row| {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
    })?;
    Ok(links.collect::<Result<_, _>>()?)
}

/// Takes out rows that belong to one that did not come back, and facts of which nothing but the head did;
/// gives how many.
pub(super) fn leave_out_lone(memory: &Connection) -> Result<usize, StoreError> {
    let links = links(memory)?;
    let mut n_out = 0;
    loop {
        let mut n_now = 0;
        for [child, column, parent, key] in &links {
            n_now += memory.execute(
                &format!(
                    "DELETE FROM \"{child}\" WHERE \"{column}\" IS NOT NULL \
                     AND \"{column}\" NOT IN (SELECT \"{key}\" FROM \"{parent}\")"
                ),
                [],
            )?;
        }
        for [child, column, parent, _] in &links {
            if parent == "fact" && column == "fact" {
                n_now += memory.execute(
                    &format!(
                        "DELETE FROM fact WHERE kind = '{child}' \
                         AND id NOT IN (SELECT fact FROM \"{child}\")"
                    ),
                    [],
                )?;
            }
        }
        if n_now == 0 {
            return Ok(n_out);
        }
        n_out += n_now;
    }
}
