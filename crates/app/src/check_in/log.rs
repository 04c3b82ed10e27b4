//! A whole check-in from the command line. Refuses what the check-in itself would refuse.

use record::{Assessment, FactBody, InputDevice, ItemResponse, Occasion, Response};

use super::plan::{DAY_SECONDS_MAX, resting_by};
use super::{by_hand, refused, set};
use crate::{App, Trouble, random, text};

/// A whole check-in from the command line.
#[derive(Debug, Clone, Default)]
pub struct LogRequest {
    /// Strength of feeling, 0-100.
    pub value: Option<f64>,
    /// Further items as `id` and number.
    pub items: Vec<(String, f64)>,
    /// A note.
    pub note: Option<String>,
}

impl LogRequest {
    /// Looks it over without keeping anything.
    ///
    /// # Errors
    /// [`Trouble`] when a value is off its scale, an item is unknown or named twice, or there is
    /// nothing to keep.
    pub fn check(&self) -> Result<(), Trouble> {
        self.read().map(|_| ())
    }

    fn read(&self) -> Result<(Vec<ItemResponse>, Option<record::Note>), Trouble> {
        if self.value.is_none() && self.items.is_empty() && self.note.is_none() {
            return Err(Trouble::input(
                "there is nothing to write",
                "give a number from 0 to 100",
            ));
        }
        let set = set()?;
        let first = self
            .value
            .map(|value| (series::FEELING_STRENGTH.to_owned(), value));
        let mut responses = Vec::new();
        for (id, value) in first.into_iter().chain(self.items.iter().cloned()) {
            let Some(item) = set.item(&id) else {
                let known: Vec<&str> = set.items.iter().map(|i| i.item.id.as_str()).collect();
                let hint = format!("the items are {}", known.join(", "));
                return Err(Trouble::input(format!("there is no item '{id}'"), hint));
            };
            let response = Response::Value(value);
            responses.push(
                ItemResponse::new(&item.item, response, InputDevice::Terminal).map_err(refused)?,
            );
        }
        if !responses.is_empty() {
            Assessment::new(responses.clone(), None).map_err(refused)?;
        }
        let note = self
            .note
            .as_deref()
            .map(|words| record::Note::new(words).map_err(|_| crate::write::empty_note()))
            .transpose()?;
        Ok((responses, note))
    }
}

impl App {
    /// Writes a check-in from the command line; returns the key it was written under.
    ///
    /// # Errors
    /// [`Trouble`] when a value is off its scale, an item is unknown, the check-in is resting, or
    /// the disk refuses; then nothing was changed.
    pub fn log(&mut self, request: &LogRequest) -> Result<String, Trouble> {
        let now = self.clock.now();
        let (responses, note) = request.read()?;
        let beep = self.open_prompt()?;
        let open = self.opened()?;
        let set = set()?;
        let key = random::parse_key(&random::new_key())?;
        let mut facts = Vec::new();
        if !responses.is_empty() {
            let recent = open
                .store
                .recent_check_ins(now.unix_seconds() - DAY_SECONDS_MAX)?;
            let starts = open.store.profile()?.day_start;
            if let Some(line) = resting_by(&recent, &now, starts) {
                let mut hint = text("resting-why");
                if note.is_some() {
                    hint = format!("{hint} {}", text("resting-note"));
                }
                return Err(Trouble::input(line, hint));
            }
            let assessment = Assessment::new(responses, None).map_err(refused)?;
            facts.push(by_hand(
                key,
                now.clone(),
                &now,
                FactBody::Occasion(match beep {
                    Some(beep) => Occasion::prompted(beep, assessment),
                    None => Occasion::voluntary(assessment),
                }),
            ));
        }
        if let Some(note) = note {
            let key = random::parse_key(&random::new_key())?;
            facts.push(by_hand(key, now.clone(), &now, FactBody::Note(note)));
        }
        open.store.append(&facts, &set.record_items(), None)?;
        open.forget();
        Ok(key.to_string())
    }
}
