//! Files of other programs: told by their content, read with what the person's words mean. Refuses
//! to ask about words twice, and to keep a night that another program told already.

use std::collections::BTreeSet;
use std::path::Path;

use exchange::{AppFile, AppFileError, Ledger, Parsed, Setting, Words};
use record::{Fact, FactBody, Record, Zone};

use super::{ImportRequest, file_name, of_file, open, open_buffered, unreadable};
use crate::{App, Trouble, TroubleKind};

/// A file that was read, and what its words were taken to mean.
pub(super) struct OtherFile {
    pub app: AppFile,
    pub parsed: Parsed,
    /// Words to keep for the next file.
    pub words: Option<String>,
}

/// What a file of another program does not say itself.
pub(super) struct Known {
    pub zone: Zone,
    /// The words that the person explained before, by program.
    pub words: Vec<(&'static str, String)>,
}

/// Which program a file is from; `None` for tables, record files and everything else.
pub(super) fn which(request: &ImportRequest) -> Result<Option<AppFile>, Trouble> {
    match request.format.as_deref() {
        Some("table" | "record" | "fhir") => Ok(None),
        Some(word) => AppFile::of_word(word).map(Some).ok_or_else(|| {
            let all: Vec<&str> = AppFile::all().map(AppFile::word).collect();
            let hint = format!("give --as table, record, fhir, {}", all.join(", "));
            Trouble::input(format!("files are not read as '{word}'"), hint)
        }),
        None => {
            let mut reader = open(&request.file)?;
            exchange::recognise(&mut reader)
                .map_err(|error| of_file(&request.file, &error, error.hint()))
        }
    }
}

/// Reads a file of a known program.
pub(super) fn read(
    request: &ImportRequest,
    app: AppFile,
    known: &Known,
) -> Result<OtherFile, Trouble> {
    let kept = app.words_of().and_then(|name| {
        let found = known.words.iter().find(|(other, _)| *other == name);
        found.map(|(_, text)| text.clone())
    });
    let given = match request.map.as_deref().filter(|_| app.words_of().is_some()) {
        Some(path) => Some(std::fs::read_to_string(path).map_err(|e| unreadable(path, &e))?),
        None => None,
    };
    let text = given.or(kept).unwrap_or_default();
    let words = Words::parse(&text)
        .map_err(|error| of_file(request.map.as_deref().unwrap_or(&request.file), &error, ""))?;
    let setting = Setting {
        zone: known.zone.clone(),
        words,
        is_as_proposed: request.is_as_proposed,
    };
    let (parsed, words) = with_words(request, app, setting)?;
    Ok(OtherFile {
        app,
        parsed,
        words: words.or_else(|| Some(text).filter(|text| !text.is_empty())),
    })
}

/// Reads the file, and once more with the proposal where the person takes it as it is.
fn with_words(
    request: &ImportRequest,
    app: AppFile,
    mut setting: Setting,
) -> Result<(Parsed, Option<String>), Trouble> {
    let file = &request.file;
    let read = |setting: &Setting| -> Result<Result<Parsed, AppFileError>, Trouble> {
        Ok(exchange::read_app_file(open_buffered(file)?, app, setting))
    };
    setting.is_as_proposed = false;
    match read(&setting)? {
        Ok(parsed) => Ok((parsed, None)),
        Err(AppFileError::WordsNeeded { proposal }) if request.is_as_proposed => {
            setting.words = Words::parse(&proposal).map_err(|e| of_file(file, &e, ""))?;
            let parsed = read(&setting)?.map_err(|error| of_file(file, &error, error.hint()))?;
            Ok((parsed, Some(proposal)))
        }
        Err(AppFileError::WordsNeeded { proposal }) => Err(ask(file, &proposal)),
        Err(error) => Err(of_file(file, &error, error.hint())),
    }
}

/// Asks what the words mean.
fn ask(file: &Path, proposal: &str) -> Trouble {
    let what = format!(
        "{}: nobody said yet what the words of this diary mean",
        file_name(file)
    );
    let hint = format!(
        "keep these lines as a file, change what is not so, and add --map with that file;\n\
         or add --as-proposed to take them as they are. Nothing was changed.\n\n{proposal}"
    );
    Trouble::new(TroubleKind::Input, what, hint)
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

/// Takes out nights that the record tells already, from another program; gives how many.
pub(super) fn join(record: &Record, parsed: &mut Parsed) -> usize {
    let own: BTreeSet<_> = parsed.facts.iter().map(|fact| fact.key).collect();
    let mut known: Vec<(i64, i64)> = (record.facts().iter())
        .filter(|fact| matches!(fact.body, FactBody::SleepNight(_)))
        .filter(|fact| !own.contains(&fact.key))
        .filter_map(span)
        .collect();
    known.sort_unstable();
    let before = parsed.facts.len();
    parsed.facts.retain(|fact| {
        let Some((from, to)) = span(fact) else {
            return true;
        };
        // No night is longer than a day.
        let first = known.partition_point(|(other, _)| *other < from - 86_400);
        let near = known
            .iter()
            .skip(first)
            .take_while(|(other, _)| *other < to);
        !near.into_iter().any(|(other_from, other_to)| {
            let shared = to.min(*other_to) - from.max(*other_from);
            2 * shared > (to - from).min(other_to - other_from)
        })
    });
    before - parsed.facts.len()
}

/// From falling asleep to waking, in seconds; `None` for everything but nights of known length.
fn span(fact: &Fact) -> Option<(i64, i64)> {
    let FactBody::SleepNight(night) = &fact.body else {
        return None;
    };
    let to = fact.moment.unix_seconds();
    let from = night.tried_to_sleep.as_ref().or(night.into_bed.as_ref());
    let from = match from {
        Some(from) => from.unix_seconds(),
        None => to - i64::from(night.minutes_asleep()?.0) * 60,
    };
    (from < to).then_some((from, to))
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
