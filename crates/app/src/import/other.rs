//! Files of other programs: told by their content, read with what the person's words mean. Refuses
//! to ask about words twice.

use std::collections::BTreeSet;

use exchange::{AppFile, Ledger, Setting, Words};
use record::Zone;

use super::ImportRequest;
use super::files::{of_file, open_streamed, unreadable};
use crate::{App, Trouble};

/// What a file of another program does not say itself.
pub(super) struct Known {
    pub zone: Zone,
    /// The words that the person explained before, by program.
    pub words: Vec<(&'static str, String)>,
}

/// Which program a file is from; `None` for tables, record files and everything else.
pub(super) fn which(request: &ImportRequest) -> Result<Option<AppFile>, Trouble> {
    match request.format.as_deref() {
        Some("table" | "record" | "fhir" | "openmhealth") => Ok(None),
        Some(word) => AppFile::of_word(word).map(Some).ok_or_else(|| {
            let all: Vec<&str> = AppFile::all().map(AppFile::word).collect();
            let hint = format!(
                "give --as table, record, fhir, openmhealth, {}",
                all.join(", ")
            );
            Trouble::input(format!("files are not read as '{word}'"), hint)
        }),
        None => {
            let mut reader = open_streamed(&request.file)?;
            exchange::recognise(&mut reader)
                .map_err(|error| of_file(&request.file, &error, error.hint()))
        }
    }
}

/// What the file does not say itself, and the words as they are to be kept.
pub(super) fn setting(
    request: &ImportRequest,
    app: AppFile,
    known: &Known,
) -> Result<(Setting, Option<String>), Trouble> {
    let kept = app.words_of().and_then(|name| {
        let found = known.words.iter().find(|(other, _)| *other == name);
        found.map(|(_, text)| text.clone())
    });
    let from_map = match request.map.as_deref().filter(|_| app.words_of().is_some()) {
        Some(path) => Some(std::fs::read_to_string(path).map_err(|e| unreadable(path, &e))?),
        None => None,
    };
    let given = request.words.clone().filter(|_| app.words_of().is_some());
    let text = given.or(from_map).or(kept).unwrap_or_default();
    let words = Words::parse(&text)
        .map_err(|error| of_file(request.map.as_deref().unwrap_or(&request.file), &error, ""))?;
    let setting = Setting {
        zone: known.zone.clone(),
        words,
        is_as_proposed: false,
    };
    Ok((setting, Some(text).filter(|text| !text.is_empty())))
}

/// What to say of a ledger beside its counts.
pub(super) fn ledger_lines(ledger: &Ledger) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let more = ledger.n_rejected.saturating_sub(20);
    lines.extend(
        ledger
            .rejected
            .iter()
            .take(20)
            .map(|one| format!("rejected: {one}")),
    );
    if more > 0 {
        lines.push(format!("rejected: {more} more"));
    }
    let unknown = ledger.unknown.iter();
    lines.extend(unknown.map(|(kind, n)| format!("not read: {n} of \"{kind}\"")));
    lines
}

impl App {
    /// What a file of another program needs from the open record.
    pub(super) fn known_to_files(&mut self) -> Result<Known, Trouble> {
        let zone = self.known()?.record.profile.zone.clone();
        let mut words = Vec::new();
        let apps: BTreeSet<_> = AppFile::all().filter_map(AppFile::words_of).collect();
        for app in apps {
            if let Some(text) = self.opened()?.store.setting(&setting_name(app))? {
                words.push((app, text));
            }
        }
        Ok(Known { zone, words })
    }
}

/// The name under which the words of a program are kept.
pub(super) fn setting_name(app: &str) -> String {
    format!("words_of_{app}")
}
