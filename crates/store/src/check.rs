//! Looks whether every page verifies and every row fits. Refuses to repair.

use rusqlite::Connection;

use crate::StoreError;

/// What a check found. Texts name pages and tables, never what a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// Pages whose signature does not verify.
    pub pages: Vec<String>,
    /// Tables and indexes that do not fit together.
    pub structure: Vec<String>,
    /// Rows that point to a row that is not there.
    pub n_dangling: usize,
}

impl Check {
    /// Whether nothing was found.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.pages.is_empty() && self.structure.is_empty() && self.n_dangling == 0
    }
}

pub(crate) fn check(connection: &Connection) -> Result<Check, StoreError> {
    let structure = texts(connection, include_str!("check/structure.sql"))?;
    Ok(Check {
        pages: texts(connection, include_str!("check/pages.sql"))?,
        structure: structure.into_iter().filter(|text| text != "ok").collect(),
        n_dangling: n_rows(connection, include_str!("check/dangling.sql"))?,
    })
}

/// Whether tables and indexes fit together, in a database without seals on its pages.
pub(crate) fn fits(connection: &Connection) -> Result<bool, StoreError> {
    let structure = texts(connection, include_str!("check/structure.sql"))?;
    let is_sound = structure.iter().all(|text| text == "ok");
    Ok(is_sound && n_rows(connection, include_str!("check/dangling.sql"))? == 0)
}

fn texts(connection: &Connection, sql: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut texts = Vec::new();
    while let Some(row) = rows.next()? {
        texts.push(row.get(0)?);
    }
    Ok(texts)
}

fn n_rows(connection: &Connection, sql: &str) -> Result<usize, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut n_rows = 0;
    while rows.next()?.is_some() {
        n_rows += 1;
    }
    Ok(n_rows)
}
