//! Sheets that the person fills in: shown, written, changed, taken out, put back. Refuses to read what
//! they say: no answer and no advice is made of it.

use content::{FieldKind, SheetForm};
use record::{Fact, FactBody, Label, Note, Sheet, SheetLine};

use crate::check_in::{by_hand, refused};
use crate::{App, Trouble, dates, random, text, text_with};

/// A sheet with everything that was written on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetView {
    /// As the form sends it.
    pub sheet: String,
    /// What it is called.
    pub heading: String,
    /// What was just done, read aloud.
    pub done: Option<SheetDone>,
    /// What was written, newest first.
    pub entries: Vec<SheetEntryView>,
    /// Key of the next one.
    pub new_key: String,
    /// Its empty fields, or what was typed and could not be kept.
    pub fields: Vec<SheetFieldView>,
}

/// What was just done to a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetDone {
    /// In words.
    pub what: String,
    /// The key of what was taken out, and can be put back.
    pub put_back: Option<String>,
}

/// One filled-in sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetEntryView {
    /// Its key.
    pub key: String,
    /// The day on which it was begun.
    pub day: String,
    /// What the button says that takes it out.
    pub take_out_label: String,
    /// All fields, with what was written.
    pub fields: Vec<SheetFieldView>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFieldView {
    /// As the form sends it.
    pub name: String,
    /// What it asks.
    pub label: String,
    /// It takes more than a line.
    pub is_long: bool,
    /// The words to choose from; empty: one's own words.
    pub choices: Vec<String>,
    /// What was written.
    pub words: String,
}

/// A sheet as it was sent.
#[derive(Debug, Clone, Default)]
pub struct NewSheet {
    /// Its key.
    pub key: String,
    /// Which sheet.
    pub sheet: String,
    /// Fields and words.
    pub fields: Vec<(String, String)>,
}

/// Sheets that have a page of their own.
const OWN_PAGES: [(&str, &str); 2] = [(NAMED, "/named"), (PARTS, "/parts")];
/// What a doctor has named.
pub(crate) const NAMED: &str = "named";
/// The plan in three parts.
pub(crate) const PARTS: &str = "three_parts";

/// Longest text of one field, in characters.
const WORDS_MAX: usize = 4000;

fn form(id: &str) -> Result<&'static SheetForm, Trouble> {
    let all = content::sheets().map_err(|error| Trouble::ours(error.to_string()))?;
    all.find(id).ok_or_else(random::lost_key)
}

/// Where a sheet is shown.
///
/// # Errors
/// [`Trouble`] for a sheet that does not exist.
pub fn sheet_address(id: &str) -> Result<String, Trouble> {
    form(id)?;
    if let Some((_, address)) = OWN_PAGES.iter().find(|(own, _)| *own == id) {
        return Ok((*address).to_owned());
    }
    let of_all = crate::strategies::all()?.iter();
    if let Some(strategy) = of_all.clone().find(|one| one.sheet.as_deref() == Some(id)) {
        return Ok(crate::strategies::address(strategy));
    }
    let units = &crate::course::units()?.units;
    let unit = units.iter().find(|unit| unit.sheet == id);
    unit.map(crate::course::address)
        .ok_or_else(random::lost_key)
}

fn fields(form: &SheetForm, words: impl Fn(&str) -> String) -> Vec<SheetFieldView> {
    let view = |field: &content::SheetField| SheetFieldView {
        name: field.id.clone(),
        label: field.label.clone(),
        is_long: field.kind == FieldKind::Text,
        choices: match &field.kind {
            FieldKind::Choice(choices) => choices.clone(),
            FieldKind::Line | FieldKind::Text => Vec::new(),
        },
        words: words(&field.id),
    };
    form.fields.iter().map(view).collect()
}

impl App {
    /// A sheet with everything that was written on it.
    pub(crate) fn sheet(&mut self, id: &str) -> Result<SheetView, Trouble> {
        let form = form(id)?;
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let starts = record.profile.day_start;
        let entries = record.facts().iter().rev().filter_map(|fact| {
            let FactBody::Sheet(sheet) = &fact.body else {
                return None;
            };
            (sheet.sheet.as_str() == id).then(|| {
                let first = sheet.lines().first().map_or("", |line| line.words.text());
                SheetEntryView {
                    key: fact.key.to_string(),
                    day: dates::seen_from(fact.moment.day(starts), today),
                    take_out_label: text_with("sheet-take-out-label", &[("words", first.into())]),
                    fields: fields(form, |name| sheet.field(name).unwrap_or("").to_owned()),
                }
            })
        });
        let done = self.opened()?.sheet_done.take();
        Ok(SheetView {
            sheet: form.id.clone(),
            heading: form.heading.clone(),
            done,
            entries: entries.collect(),
            new_key: random::new_key(),
            fields: fields(form, |_| String::new()),
        })
    }

    /// A sheet that could not be kept, with what was typed.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such sheet or the record is locked.
    pub fn sheet_again(&mut self, new: &NewSheet) -> Result<SheetView, Trouble> {
        let typed = |name: &str| {
            let sent = new.fields.iter().find(|(known, _)| known == name);
            sent.map_or_else(String::new, |(_, words)| words.clone())
        };
        Ok(SheetView {
            new_key: new.key.clone(),
            fields: fields(form(&new.sheet)?, typed),
            ..self.sheet(&new.sheet)?
        })
    }

    /// Keeps a sheet, in the place of the one with its key where there is one.
    ///
    /// # Errors
    /// [`Trouble`] when nothing was written, a field is too long, or the disk refuses; then nothing was
    /// changed.
    pub fn write_sheet(&mut self, new: &NewSheet) -> Result<(), Trouble> {
        let key = random::parse_key(&new.key)?;
        let sheet = read(form(&new.sheet)?, new)?;
        let now = self.clock.now();
        let record = self.known()?.record.clone();
        let before = record.facts().iter().find(|fact| fact.key == key);
        let is_other = before.is_some_and(|fact| !is_sheet(fact, &new.sheet));
        if is_other {
            return Err(random::lost_key());
        }
        let moment = before.map_or_else(|| now.clone(), |fact| fact.moment.clone());
        let fact = by_hand(key, moment, &now, FactBody::Sheet(sheet));
        let open = self.opened()?;
        open.keep(fact)?;
        open.sheet_done = done("sheet-saved", None);
        Ok(())
    }

    /// Takes a sheet out; it can be put back. Gives where it stood.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such sheet or the disk refuses; then nothing was changed.
    pub fn take_out_sheet(&mut self, key: &str) -> Result<String, Trouble> {
        let key = random::parse_key(key)?;
        let record = self.known()?.record.clone();
        let fact = record.facts().iter().find(|fact| fact.key == key);
        let Some(FactBody::Sheet(sheet)) = fact.map(|fact| &fact.body) else {
            return Err(random::lost_key());
        };
        let (now, id) = (self.clock.now(), sheet.sheet.as_str().to_owned());
        let open = self.opened()?;
        open.settle()?;
        open.store.withdraw(key, &now)?;
        open.forget();
        open.sheet_done = done("sheet-taken-out", Some(key.to_string()));
        sheet_address(&id)
    }

    /// Puts a sheet back. Gives where it stands.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such sheet or the disk refuses; then nothing was changed.
    pub fn put_back_sheet(&mut self, key: &str) -> Result<String, Trouble> {
        let parsed = random::parse_key(key)?;
        let open = self.opened()?;
        open.store.put_back(parsed)?;
        open.forget();
        open.sheet_done = done("sheet-put-back", None);
        let record = self.known()?.record.clone();
        let fact = record.facts().iter().find(|fact| fact.key == parsed);
        match fact.map(|fact| &fact.body) {
            Some(FactBody::Sheet(sheet)) => sheet_address(sheet.sheet.as_str()),
            _ => Err(random::lost_key()),
        }
    }
}

fn is_sheet(fact: &Fact, id: &str) -> bool {
    matches!(&fact.body, FactBody::Sheet(sheet) if sheet.sheet.as_str() == id)
}

fn done(what: &str, put_back: Option<String>) -> Option<SheetDone> {
    let what = text(what);
    Some(SheetDone { what, put_back })
}

/// What was sent, as the record keeps it: fields of the sheet that hold something, in their order.
fn read(form: &SheetForm, new: &NewSheet) -> Result<Sheet, Trouble> {
    let mut lines = Vec::new();
    for field in &form.fields {
        let sent = new.fields.iter().find(|(name, _)| *name == field.id);
        let words = sent.map_or("", |(_, words)| words.trim());
        if words.is_empty() {
            continue;
        }
        if words.chars().count() > WORDS_MAX {
            let what = format!(
                "\u{201c}{}\u{201d} takes at most {WORDS_MAX} letters",
                field.label
            );
            return Err(Trouble::input(what, "make it shorter"));
        }
        if let FieldKind::Choice(choices) = &field.kind
            && !choices.iter().any(|choice| choice == words)
        {
            let what = format!("\u{201c}{}\u{201d} takes one of its choices", field.label);
            return Err(Trouble::input(what, "pick one, or leave it out"));
        }
        lines.push(SheetLine {
            field: Label::new(&field.id).map_err(refused)?,
            words: Note::new(words).map_err(refused)?,
        });
    }
    let sheet = Label::new(&form.id).map_err(refused)?;
    Sheet::new(sheet, lines)
        .map_err(|_| Trouble::input("nothing is written yet", "fill in at least one field"))
}
