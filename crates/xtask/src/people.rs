//! Writes the records of the named, simulated people into `fixtures/people`, or compares them.
//! Refuses real people.

use std::path::Path;

use crate::{ChoreError, chore};

/// Lives every named person through and writes what they would have written down.
pub(crate) fn write(root: &Path) -> Result<(), ChoreError> {
    for (path, text) in records(root)? {
        chore::write(&path, &text)?;
    }
    Ok(())
}

/// Compares the written records with the lives as they are lived through today.
pub(crate) fn check(root: &Path) -> Result<(), ChoreError> {
    let mut n_other = 0;
    for (path, text) in records(root)? {
        if chore::read(&path)? != text {
            println!("{}: is another life now", path.display());
            n_other += 1;
        }
    }
    chore::verdict(n_other, "people")
}

fn records(root: &Path) -> Result<Vec<(std::path::PathBuf, String)>, ChoreError> {
    let broken = |error: calibration::LifeError| ChoreError::Broken(format!("people: {error}"));
    let mut list = Vec::new();
    for (name, recipe) in calibration::people().map_err(broken)? {
        let life = calibration::life(&recipe, recipe.seed).map_err(broken)?;
        let path = root.join("fixtures/people").join(name).join("record.json");
        list.push((path, exchange::write_record(&life.record)));
    }
    Ok(list)
}
