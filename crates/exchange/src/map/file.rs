//! The map as it stands in its file. Refuses unknown keys.

use std::collections::BTreeSet;
use std::ops::Range;

use record::{ItemId, Label, Polarity, ResponseScale, SUSPECTS_MAX, Window};
use serde::Deserialize;
use toml::Spanned;

use crate::propose::QUESTION;

use super::time::{TimeFile, dates, time_plan};
use super::{
    CandidateColumn, DoseColumn, EventColumn, Map, MapError, OutcomeColumn, candidate_item,
    outcome_item,
};

pub(super) type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MapFile {
    time: Spanned<TimeFile>,
    outcome: OutcomeFile,
    #[serde(default)]
    candidate: Vec<CandidateFile>,
    #[serde(default)]
    dose: Vec<DoseFile>,
    #[serde(default)]
    event: Vec<EventFile>,
    #[serde(default)]
    note: Vec<NoteFile>,
    #[serde(default)]
    missing: Vec<String>,
    decimal: Option<Text>,
    dates: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeFile {
    column: Text,
    id: Option<Text>,
    scale: Spanned<ScaleFile>,
    polarity: PolarityFile,
    suspect: Option<Spanned<bool>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    min: f64,
    max: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PolarityFile {
    HigherIsMoreFeeling,
    HigherIsMoreNumb,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CandidateFile {
    column: Text,
    id: Option<Text>,
    min: Option<f64>,
    max: Option<f64>,
    once: Option<OnceFile>,
    suspect: Option<Spanned<bool>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum OnceFile {
    Daily,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoseFile {
    column: Text,
    medicine: Text,
    unit: Text,
    suspect: Option<Spanned<bool>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFile {
    column: Text,
    label: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteFile {
    column: Text,
}

/// Makes errors that name the line of a place in the text.
pub(super) struct Place<'a>(&'a str);

impl Place<'_> {
    fn line(&self, span: &Range<usize>) -> usize {
        let head = self.0.as_bytes().get(..span.start).unwrap_or_default();
        head.iter().filter(|byte| **byte == b'\n').count() + 1
    }

    pub fn error(&self, span: &Range<usize>, key: &str, words: [&str; 2]) -> MapError {
        let [why, hint] = words;
        MapError {
            line: self.line(span),
            key: key.to_owned(),
            why: why.to_owned(),
            hint: hint.to_owned(),
        }
    }
}

const HINT_SHAPE: &str = "a map has time, [outcome], [[candidate]], [[dose]], [[event]] and [[note]]; compare it with an \
                          example in the docs";

pub(super) fn parse(text: &str) -> Result<Map, MapError> {
    let place = Place(text);
    refuse_questions(text)?;
    let file: MapFile = toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let key = text.get(span.clone()).unwrap_or_default().trim();
        let key: String = key
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(40)
            .collect();
        let key = if key.is_empty() {
            "map".to_owned()
        } else {
            key
        };
        place.error(
            &span,
            &key,
            [&error.message().replace('\n', " "), HINT_SHAPE],
        )
    })?;
    let has_decimal_comma = has_decimal_comma(&place, file.decimal.as_ref())?;
    let dates = dates(&place, file.dates.as_ref())?;
    let time_span = file.time.span();
    let time = file.time.into_inner();
    let (day_column, beep_column) = (
        time.day_column.clone().or_else(|| time.day.clone()),
        time.beep_column.clone().or_else(|| time.beep.clone()),
    );
    let beep_time_column = time.beep_time_column.clone();
    let mut seen = Seen::default();
    let outcome = outcome(&place, &mut seen, file.outcome)?;
    suspects(&place, &file.candidate)?;
    let candidates = (file.candidate.into_iter())
        .map(|entry| candidate(&place, &mut seen, entry))
        .collect::<Result<_, _>>()?;
    let doses = (file.dose.into_iter())
        .map(|entry| dose(&place, &mut seen, &entry))
        .collect::<Result<_, _>>()?;
    let events = (file.event.into_iter())
        .map(|entry| event(&place, &mut seen, &entry))
        .collect::<Result<_, _>>()?;
    let notes = (file.note.into_iter())
        .map(|entry| {
            seen.column(&place, "note.column", &entry.column)?;
            Ok(entry.column.into_inner())
        })
        .collect::<Result<_, MapError>>()?;
    Ok(Map {
        time: time_plan(&place, &time_span, time)?,
        day_column,
        beep_column,
        beep_time_column,
        outcome,
        candidates,
        doses,
        events,
        notes,
        missing: file.missing,
        has_decimal_comma,
        dates,
    })
}

fn has_decimal_comma(place: &Place<'_>, mark: Option<&Text>) -> Result<bool, MapError> {
    match mark.map(|mark| (mark.span(), mark.get_ref().as_str())) {
        None | Some((_, ".")) => Ok(false),
        Some((_, ",")) => Ok(true),
        Some((span, _)) => {
            let words = ["the decimal mark is '.' or ','", "write decimal = \",\""];
            Err(place.error(&span, "decimal", words))
        }
    }
}

/// Refuses a proposed map in which a question stands that nobody answered.
fn refuse_questions(text: &str) -> Result<(), MapError> {
    let mark = format!("\"{QUESTION}\"");
    let open = (1..).zip(text.lines()).find(|(_, line)| {
        let said = line.split('#').next().unwrap_or_default();
        said.contains(&mark)
    });
    let Some((line, said)) = open else {
        return Ok(());
    };
    let key = said.split('=').next().unwrap_or_default().trim();
    Err(MapError {
        line,
        key: key.to_owned(),
        why: format!("nobody answered the {mark} yet"),
        hint: "write the answer in its place; the lines above it say what is asked".to_owned(),
    })
}

/// Columns and ids that the map has named so far.
#[derive(Default)]
struct Seen(BTreeSet<String>, BTreeSet<ItemId>);

impl Seen {
    /// Takes the id of a column: as given, else the column's own name.
    fn id(
        &mut self,
        place: &Place<'_>,
        key: &str,
        names: (&Text, Option<&Text>),
    ) -> Result<ItemId, MapError> {
        let (column, id) = names;
        self.column(place, key, column)?;
        let name = id.unwrap_or(column);
        let id = ItemId::new(name.get_ref()).map_err(|error| {
            place.error(
                &name.span(),
                key,
                [
                    &error.to_string(),
                    "add id = \"…\" with a plain name for the column",
                ],
            )
        })?;
        if !self.1.insert(id.clone()) {
            let words = [
                "this id stands twice in the map",
                "give each column its own id",
            ];
            return Err(place.error(&name.span(), key, words));
        }
        Ok(id)
    }

    fn column(&mut self, place: &Place<'_>, key: &str, column: &Text) -> Result<(), MapError> {
        if self.0.insert(column.get_ref().clone()) {
            return Ok(());
        }
        let words = [
            "this column stands twice in the map",
            "name each column once",
        ];
        Err(place.error(&column.span(), key, words))
    }
}

fn outcome(
    place: &Place<'_>,
    seen: &mut Seen,
    file: OutcomeFile,
) -> Result<OutcomeColumn, MapError> {
    no_suspect(place, "outcome.suspect", file.suspect.as_ref())?;
    let id = seen.id(place, "outcome.column", (&file.column, file.id.as_ref()))?;
    let ends = file.scale.get_ref();
    let scale = ResponseScale::line(ends.min, ends.max).map_err(|error| {
        place.error(
            &file.scale.span(),
            "outcome.scale",
            [&error.to_string(), "write scale = { min = 1, max = 7 }"],
        )
    })?;
    let polarity = match file.polarity {
        PolarityFile::HigherIsMoreFeeling => Polarity::HigherIsMoreFeeling,
        PolarityFile::HigherIsMoreNumb => Polarity::HigherIsMoreNumb,
    };
    Ok(OutcomeColumn {
        column: file.column.into_inner(),
        item: outcome_item(id, scale, polarity),
    })
}

/// Refuses a fourth suspect.
fn suspects(place: &Place<'_>, candidates: &[CandidateFile]) -> Result<(), MapError> {
    let named = candidates.iter().filter_map(|c| c.suspect.as_ref());
    match named.filter(|named| *named.get_ref()).nth(SUSPECTS_MAX) {
        None => Ok(()),
        Some(fourth) => Err(place.error(
            &fourth.span(),
            "candidate.suspect",
            [
                "at most three suspects can be named",
                "take suspect = true away from all but three",
            ],
        )),
    }
}

/// Refuses a suspect that is no candidate.
fn no_suspect(place: &Place<'_>, key: &str, file: Option<&Spanned<bool>>) -> Result<(), MapError> {
    match file {
        None => Ok(()),
        Some(named) => Err(place.error(
            &named.span(),
            key,
            [
                "only a candidate can be a suspect",
                "write suspect = true under a [[candidate]]",
            ],
        )),
    }
}

fn candidate(
    place: &Place<'_>,
    seen: &mut Seen,
    file: CandidateFile,
) -> Result<CandidateColumn, MapError> {
    let id = seen.id(place, "candidate.column", (&file.column, file.id.as_ref()))?;
    let is_number = |end: Option<f64>| end.is_none_or(f64::is_finite);
    let scale = match (file.min, file.max) {
        (Some(min), Some(max)) => ResponseScale::line(min, max).ok(),
        (min, max) if is_number(min) && is_number(max) => Some(ResponseScale::Open),
        _ => None,
    };
    let Some(scale) = scale else {
        let words = [
            "min and max are numbers, min the smaller",
            "correct min and max",
        ];
        return Err(place.error(&file.column.span(), "candidate.min", words));
    };
    let window = match file.once {
        Some(OnceFile::Daily) => Window::Daily,
        None => Window::Momentary,
    };
    Ok(CandidateColumn {
        column: file.column.into_inner(),
        item: candidate_item(id, scale, window),
        min: file.min,
        max: file.max,
        is_suspect: file.suspect.is_some_and(Spanned::into_inner),
    })
}

fn dose(place: &Place<'_>, seen: &mut Seen, file: &DoseFile) -> Result<DoseColumn, MapError> {
    no_suspect(place, "dose.suspect", file.suspect.as_ref())?;
    seen.column(place, "dose.column", &file.column)?;
    Ok(DoseColumn {
        column: file.column.get_ref().clone(),
        medicine: label(place, &file.medicine, "dose.medicine")?,
        unit: label(place, &file.unit, "dose.unit")?,
    })
}

fn event(place: &Place<'_>, seen: &mut Seen, file: &EventFile) -> Result<EventColumn, MapError> {
    seen.column(place, "event.column", &file.column)?;
    let named = file.label.as_ref();
    Ok(EventColumn {
        column: file.column.get_ref().clone(),
        label: named
            .map(|named| label(place, named, "event.label"))
            .transpose()?,
    })
}

fn label(place: &Place<'_>, text: &Text, key: &str) -> Result<Label, MapError> {
    Label::new(text.get_ref())
        .map_err(|error| place.error(&text.span(), key, [&error.to_string(), "write a name"]))
}
