//! Reads the files of instruments. Refuses a fact without a source, and a text that scolds or labels.

use record::{Combine, Counts, ErrorOfMeasurement, Higher, RuleParts, Scale, ScoringRule, Shape};
use serde::Deserialize;

use super::{Instrument, InstrumentSource, ScaleWords};
use crate::card::{SourceTable, read_source};
use crate::header::HeaderFile;
use crate::{ContentError, Header};

/// Facts that a source can be given for.
const FACTS: [&str; 10] = [
    "items",
    "total",
    "parts",
    "bands",
    "change",
    "missing",
    "order",
    "self_harm",
    "codes",
    "rights",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    header: HeaderFile,
    instrument: InstrumentTable,
    recognise: RecogniseTable,
    scale: Vec<ScaleTable>,
    source: Vec<InstrumentSourceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InstrumentTable {
    id: String,
    version: u32,
    title: String,
    about: String,
    asks_about: String,
    n_items: u16,
    n_items_min: Option<u16>,
    answers: Ends,
    second: Option<Ends>,
    #[serde(default)]
    shape: ShapeName,
    higher: HigherName,
    #[serde(default)]
    about_self_harm: Vec<u16>,
    #[serde(default)]
    listed_downwards: Vec<u16>,
    #[serde(default)]
    counted_downwards: Vec<u16>,
    rights: String,
    limits: String,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(deny_unknown_fields)]
struct Ends {
    min: f64,
    max: f64,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum ShapeName {
    #[default]
    Single,
    Pairs,
    Gated,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum HigherName {
    Trouble,
    Wellbeing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecogniseTable {
    titles: Vec<String>,
    codes: Vec<String>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum CombineName {
    Sum,
    Mean,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleTable {
    id: String,
    name: String,
    items: String,
    combine: CombineName,
    times: Option<f64>,
    one_up_to: Option<f64>,
    #[serde(default)]
    missing_max: u16,
    #[serde(default)]
    bands: Vec<BandTable>,
    error: Option<ErrorTable>,
    important: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BandTable {
    from: f64,
    words: String,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(deny_unknown_fields)]
struct ErrorTable {
    points: Option<f64>,
    level: Option<f64>,
    sd: Option<f64>,
    reliability: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InstrumentSourceTable {
    of: Vec<String>,
    name: String,
    year: Option<u16>,
    address: String,
    seen: String,
    checked_on: String,
}

/// Reads instruments from files of the names and texts given.
///
/// # Errors
/// [`ContentError`] naming the file of the first thing wrong: numbers that contradict each other, a
/// fact without a source, a name twice.
pub fn parse_instruments(files: &[(&'static str, &str)]) -> Result<Vec<Instrument>, ContentError> {
    let all = (files.iter())
        .map(|(file, text)| parse(file, text))
        .collect::<Result<Vec<_>, _>>()?;
    let twice = (all.iter().enumerate())
        .find(|(idx, one)| all[..*idx].iter().any(|before| before.id() == one.id()));
    match twice {
        Some((_, one)) => Err(entry(one.file, one.id(), "there are two of this name")),
        None => Ok(all),
    }
}

fn entry(file: &'static str, id: &str, why: impl Into<String>) -> ContentError {
    ContentError::Entry {
        file,
        id: id.to_owned(),
        why: why.into(),
    }
}

fn parse(file: &'static str, text: &str) -> Result<Instrument, ContentError> {
    let read: File = toml::from_str(text).map_err(|error| ContentError::File {
        file,
        why: error.to_string(),
    })?;
    let id = read.instrument.id.clone();
    let wrong = |why: &str| entry(file, &id, why);
    let scales = (read.scale.iter())
        .map(|scale| read_scale(scale).ok_or_else(|| wrong("a scale can not be read")))
        .collect::<Result<Vec<_>, _>>()?;
    let table = &read.instrument;
    let shape =
        read_shape(table).ok_or_else(|| wrong("pairs have a second number, and only they"))?;
    let rule = ScoringRule::new(RuleParts {
        id: id.clone(),
        version: table.version,
        shape,
        n_items: table.n_items,
        n_items_min: table.n_items_min.unwrap_or(table.n_items),
        answer_min: table.answers.min,
        answer_max: table.answers.max,
        listed_downwards: table.listed_downwards.clone(),
        counted_downwards: table.counted_downwards.clone(),
        about_self_harm: table.about_self_harm.clone(),
        higher: match table.higher {
            HigherName::Trouble => Higher::IsMoreTrouble,
            HigherName::Wellbeing => Higher::IsMoreWellbeing,
        },
        scales,
    })
    .map_err(|error| entry(file, &id, error.to_string()))?;
    let sources = (read.source.into_iter())
        .map(|source| read_instrument_source(file, &id, source))
        .collect::<Result<Vec<_>, _>>()?;
    let instrument = Instrument {
        header: Header::from_file(file, read.header)?,
        file,
        title: read.instrument.title,
        about: read.instrument.about,
        asks_about: read.instrument.asks_about,
        rights: read.instrument.rights,
        limits: read.instrument.limits,
        rule,
        scales: read.scale.into_iter().map(words_of).collect(),
        sources,
        titles: read.recognise.titles,
        codes: read.recognise.codes,
    };
    match why_wrong(&instrument) {
        Some(why) => Err(entry(file, &id, why)),
        None => Ok(instrument),
    }
}

fn read_shape(table: &InstrumentTable) -> Option<Shape> {
    match (table.shape, table.second) {
        (ShapeName::Single, None) => Some(Shape::Single),
        (ShapeName::Gated, None) => Some(Shape::Gated),
        (ShapeName::Pairs, Some(second)) => Some(Shape::Pairs {
            second_min: second.min,
            second_max: second.max,
        }),
        _ => None,
    }
}

fn read_scale(table: &ScaleTable) -> Option<Scale> {
    let combine = match (table.combine, table.times) {
        (CombineName::Sum, factor) => Combine::SumTimes(factor.unwrap_or(1.0)),
        (CombineName::Mean, None) => Combine::Mean,
        (CombineName::Mean, Some(_)) => return None,
    };
    let error = match table.error {
        None => None,
        Some(ErrorTable {
            points: Some(points),
            level,
            sd: None,
            reliability: None,
        }) => Some(ErrorOfMeasurement::Points { points, level }),
        Some(ErrorTable {
            points: None,
            level: None,
            sd: Some(sd),
            reliability: Some(reliability),
        }) => Some(ErrorOfMeasurement::Spread { sd, reliability }),
        Some(_) => return None,
    };
    Some(Scale {
        id: table.id.clone(),
        items: read_items(&table.items)?,
        counts: table.one_up_to.map_or(Counts::AsAnswered, Counts::OneUpTo),
        combine,
        missing_max: table.missing_max,
        bands_from: table.bands.iter().map(|band| band.from).collect(),
        error,
        smallest_important: table.important,
    })
}

/// Reads `1-9` or `2,8,14`.
fn read_items(text: &str) -> Option<Vec<u16>> {
    let mut items = Vec::new();
    for part in text.split(',') {
        match part.split_once('-') {
            Some((from, to)) => items.extend(from.parse::<u16>().ok()?..=to.parse().ok()?),
            None => items.push(part.parse().ok()?),
        }
    }
    Some(items)
}

fn words_of(table: ScaleTable) -> ScaleWords {
    ScaleWords {
        id: table.id,
        name: table.name,
        bands: table.bands.into_iter().map(|band| band.words).collect(),
    }
}

fn read_instrument_source(
    file: &'static str,
    id: &str,
    table: InstrumentSourceTable,
) -> Result<InstrumentSource, ContentError> {
    if let Some(of) = table.of.iter().find(|of| !FACTS.contains(&of.as_str())) {
        return Err(entry(file, id, format!("there is no fact '{of}'")));
    }
    let source = SourceTable {
        name: table.name,
        year: table.year,
        address: table.address,
        seen: table.seen,
        checked_on: table.checked_on,
    };
    Ok(InstrumentSource {
        of: table.of,
        source: read_source(file, id, source)?,
    })
}

/// Facts that this instrument states, and that need a source each.
fn facts_of(instrument: &Instrument) -> Vec<&'static str> {
    let parts = instrument.rule.parts();
    let any = |is: fn(&Scale) -> bool| parts.scales.iter().any(is);
    let has = [
        ("items", true),
        ("total", instrument.rule.scale("total").is_some()),
        (
            "parts",
            parts.scales.iter().any(|scale| scale.id != "total"),
        ),
        ("bands", any(|scale| !scale.bands_from.is_empty())),
        (
            "change",
            any(|scale| scale.error.is_some() || scale.smallest_important.is_some()),
        ),
        ("missing", any(|scale| scale.missing_max > 0)),
        (
            "order",
            !parts.listed_downwards.is_empty() || !parts.counted_downwards.is_empty(),
        ),
        ("self_harm", !parts.about_self_harm.is_empty()),
        ("codes", !instrument.codes.is_empty()),
        ("rights", true),
    ];
    (has.into_iter().filter(|(_, is)| *is).map(|(fact, _)| fact)).collect()
}

fn why_wrong(instrument: &Instrument) -> Option<String> {
    let stem = instrument.file.rsplit('/').next().unwrap_or_default();
    if stem.strip_suffix(".toml") != Some(instrument.id()) {
        return Some("the file has the name of the instrument".to_owned());
    }
    if instrument.texts().any(|(_, text)| text.trim().is_empty()) || instrument.title.is_empty() {
        return Some("a text is empty".to_owned());
    }
    let is_plain = |title: &String| !title.trim().is_empty() && *title == title.to_lowercase();
    if instrument.titles.is_empty() || !instrument.titles.iter().all(is_plain) {
        return Some("it is known by no title, or by one that is not in small letters".to_owned());
    }
    let lacking = (facts_of(instrument).into_iter())
        .find(|fact| instrument.sources_of(fact).next().is_none());
    lacking.map(|fact| format!("no source says where '{fact}' is known from"))
}
