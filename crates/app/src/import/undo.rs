//! Taking a whole import back. Refuses to take back what was written by hand.

use store::Imported;

use crate::{App, Trouble};

/// A file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedView {
    /// Its name without folders.
    pub name: String,
    /// As what it was read.
    pub format: String,
    /// When, on the wall clock.
    pub at: String,
    /// Facts of it that are in the record now.
    pub n_facts: usize,
    /// Tells it from other files: 64 hexadecimal digits.
    pub digest: String,
}

fn view(imported: &Imported) -> ImportedView {
    let file = &imported.file;
    ImportedView {
        name: file.name.clone(),
        format: file.format.clone(),
        at: file.imported_at.wall_clock(),
        n_facts: imported.n_facts,
        digest: file
            .digest
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    }
}

impl App {
    /// The files that were brought in, the first first.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn imports(&mut self) -> Result<Vec<ImportedView>, Trouble> {
        let imports = self.opened()?.store.imports()?;
        Ok(imports.iter().map(view).collect())
    }

    /// Takes back everything that one file brought, told by its name, or by the beginning of its
    /// digest where two have one name; gives how many facts.
    ///
    /// # Errors
    /// [`Trouble`] when no file is told by it, or more than one.
    pub fn undo_import(&mut self, told: &str) -> Result<usize, Trouble> {
        let now = self.clock.now();
        let all = self.opened()?.store.imports()?;
        let is_told = |imported: &&Imported| {
            let view = view(imported);
            view.name == told || (told.len() >= 8 && view.digest.starts_with(told))
        };
        let found: Vec<&Imported> = all
            .iter()
            .filter(is_told)
            .filter(|i| i.n_facts > 0)
            .collect();
        let hint = "see thawline import --list for the files that were brought in";
        let [one] = found.as_slice() else {
            let what = match found.len() {
                0 => "no file of that name has anything in the record",
                _ => "more than one file has that name",
            };
            return Err(Trouble::input(what, hint));
        };
        let open = self.opened()?;
        open.settle()?;
        let n_facts = open.store.withdraw_import(&one.file.digest, &now)?;
        open.forget();
        Ok(n_facts)
    }
}
