//! Reads the strategy files and checks them together. Refuses, with file and line, what it does not
//! know and what leaves this machine.

use record::Label;
use serde::Deserialize;
use toml::Spanned;

use super::{Gate, Grade, Group, SessionStep, Strategy};
use crate::header::HeaderFile;
use crate::page::Page;
use crate::{CardSource, ContentError, Header, sheets};

/// Steps that a session has at most: a tired person goes through them.
const STEPS_MAX: usize = 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrategyFile {
    header: HeaderFile,
    strategy: StrategyTable,
    step: Vec<StepTable>,
    source: Vec<SourceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrategyTable {
    number: Spanned<u16>,
    id: Spanned<String>,
    practice: Spanned<String>,
    also: Vec<Spanned<String>>,
    group: Spanned<String>,
    heading: Spanned<String>,
    line: Spanned<String>,
    minutes: Spanned<u32>,
    why: Vec<Spanned<String>>,
    often: Spanned<String>,
    grade: Spanned<String>,
    evidence: Spanned<String>,
    time_to_effect: Spanned<String>,
    carry_over_days: u32,
    can_be_switched_off: bool,
    experiment: Spanned<bool>,
    gates: Vec<Spanned<String>>,
    not_for: Vec<Spanned<String>>,
    stop: Vec<Spanned<String>>,
    limit_a_day: Option<Spanned<u32>>,
    sheet: Option<Spanned<String>>,
    instead: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepTable {
    text: Spanned<String>,
    seconds: Option<Spanned<u32>>,
    breath: Option<Spanned<BreathTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BreathTable {
    #[serde(rename = "in")]
    inward: u32,
    out: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceTable {
    name: Spanned<String>,
    year: Option<u16>,
    address: Spanned<String>,
    seen: Spanned<String>,
    checked_on: Spanned<String>,
}

/// Reads strategies from files of the names and texts given, and puts them in order.
///
/// # Errors
/// [`ContentError::Line`] naming file and line of the first thing wrong: an unknown word, a text that
/// is empty or leads elsewhere, a strategy without source or way to stop, a number or an id twice, a
/// strategy to try instead that is not there.
pub fn parse_strategies(files: &[(&'static str, &str)]) -> Result<Vec<Strategy>, ContentError> {
    let read = |(name, text): &(&'static str, &str)| parse(name, text);
    let mut read: Vec<(Strategy, Lines)> = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    read.sort_by_key(|(strategy, _)| strategy.number);
    let ids: Vec<String> = read.iter().map(|(one, _)| one.id.clone()).collect();
    for (idx, (strategy, lines)) in read.iter().enumerate() {
        let is_other = |id: &&String| **id != strategy.id && ids.contains(id);
        let lost = strategy.instead.iter().position(|id| !is_other(&id));
        let problem = if usize::from(strategy.number) != idx + 1 {
            Some((
                lines.number,
                "the numbers run from 1 without a gap or a double",
            ))
        } else {
            lost.map(|idx| {
                let line = lines.instead.get(idx).copied().unwrap_or(lines.number);
                (line, "there is no other strategy of that id")
            })
        };
        if let Some((line, why)) = problem {
            return Err(ContentError::Line {
                file: strategy.file.to_owned(),
                line,
                why: why.to_owned(),
            });
        }
    }
    Ok(read.into_iter().map(|(strategy, _)| strategy).collect())
}

/// Where things stand that can only be judged beside the other files.
pub(crate) struct Lines {
    number: usize,
    instead: Vec<usize>,
}

pub(crate) fn parse(file: &'static str, text: &str) -> Result<(Strategy, Lines), ContentError> {
    let page = Page {
        name: file.to_owned(),
        text,
    };
    let read: StrategyFile = toml::from_str(text).map_err(|error| page.unread(&error))?;
    let lines = Lines {
        number: page.line_at(read.strategy.number.span().start),
        instead: (read.strategy.instead.iter())
            .map(|id| page.line_at(id.span().start))
            .collect(),
    };
    check(&page, &read)?;
    let strategy = build(&page, file, read)?;
    Ok((strategy, lines))
}

/// What a strategy has to say and may not.
fn check(page: &Page<'_>, read: &StrategyFile) -> Result<(), ContentError> {
    let table = &read.strategy;
    let stem = page.name.rsplit('/').next().unwrap_or_default();
    if stem.strip_suffix(".toml") != Some(table.id.as_ref().as_str()) {
        return Err(page.error(&table.id, "the file has the name of the strategy"));
    }
    if table.why.is_empty() || table.not_for.is_empty() || table.stop.is_empty() {
        return Err(page.error(
            &table.id,
            "a strategy says why, who should not, and when to stop",
        ));
    }
    if let Some(sheet) = &table.sheet
        && sheets()?.find(sheet.as_ref()).is_none()
    {
        return Err(page.error(sheet, "there is no such sheet"));
    }
    if read.source.is_empty() {
        return Err(page.error(&table.id, "it has no source"));
    }
    if read.step.is_empty() || read.step.len() > STEPS_MAX {
        let why = format!("a session has 1 to {STEPS_MAX} steps");
        return Err(page.error(&table.id, why));
    }
    let is_off = !table.can_be_switched_off;
    if is_off && *table.experiment.as_ref() {
        let why = "only what can be left on some days can be tried by lot";
        return Err(page.error_at(table.experiment.span().start, why));
    }
    let names = table.also.iter().chain([&table.practice]);
    for name in names {
        Label::new(name.as_ref()).map_err(|error| page.error(name, error.to_string()))?;
    }
    Ok(())
}

fn build(
    page: &Page<'_>,
    file: &'static str,
    read: StrategyFile,
) -> Result<Strategy, ContentError> {
    let header = Header::from_file(file, read.header)?;
    let table = read.strategy;
    let all = |words: &[Spanned<String>]| {
        let words = words.iter().map(|word| page.plain(word));
        words.collect::<Result<Vec<_>, _>>()
    };
    let steps = read.step.iter().map(|step| read_step(page, step));
    let sources = read.source.iter().map(|source| read_source(page, source));
    let gates = (table.gates.iter()).map(|gate| page.one_of(gate, "gate", &Gate::ALL));
    Ok(Strategy {
        header,
        file,
        id: page.plain(&table.id)?,
        number: *table.number.as_ref(),
        practice: page.plain(&table.practice)?,
        also: all(&table.also)?,
        group: page.one_of(&table.group, "group", &Group::ALL)?,
        heading: page.plain(&table.heading)?,
        line: page.plain(&table.line)?,
        minutes: page.some(&table.minutes)?,
        why: all(&table.why)?,
        often: page.plain(&table.often)?,
        grade: page.one_of(&table.grade, "grade", &Grade::ALL)?,
        evidence: page.plain(&table.evidence)?,
        time_to_effect: page.plain(&table.time_to_effect)?,
        carry_over_days: table.carry_over_days,
        can_be_switched_off: table.can_be_switched_off,
        experiment: *table.experiment.as_ref(),
        gates: gates.collect::<Result<_, _>>()?,
        not_for: all(&table.not_for)?,
        stop: all(&table.stop)?,
        limit_a_day: table
            .limit_a_day
            .as_ref()
            .map(|n| page.some(n))
            .transpose()?,
        sheet: table.sheet.as_ref().map(|id| page.plain(id)).transpose()?,
        instead: all(&table.instead)?,
        steps: steps.collect::<Result<_, _>>()?,
        sources: sources.collect::<Result<_, _>>()?,
    })
}

fn read_step(page: &Page<'_>, step: &StepTable) -> Result<SessionStep, ContentError> {
    let breath = (step.breath.as_ref())
        .map(|spanned| {
            let breath = spanned.as_ref();
            let at = spanned.span().start;
            if breath.out <= breath.inward || breath.inward < 3 {
                return Err(
                    page.error_at(at, "a breath is slow, and its way out is the longer one")
                );
            }
            Ok((breath.inward, breath.out))
        })
        .transpose()?;
    Ok(SessionStep {
        text: page.plain(&step.text)?,
        seconds: (step.seconds.as_ref()).map(|n| page.some(n)).transpose()?,
        breath,
    })
}

pub(crate) fn read_source(
    page: &Page<'_>,
    source: &SourceTable,
) -> Result<CardSource, ContentError> {
    Ok(CardSource {
        name: page.plain(&source.name)?,
        year: source.year,
        address: page.plain(&source.address)?,
        seen: page.plain(&source.seen)?,
        checked_on: page.day(&source.checked_on)?,
    })
}
