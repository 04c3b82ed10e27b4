//! Data points as facts. Refuses to take half of a file, and to guess what a schema leaves open.

use record::{
    Activity, DoseAmount, Fact, FactBody, FactKey, Intensity, Label, MedicationAdministration,
    Minutes, Moment, SleepNight, Source,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{ACTIVITY, DOSE, NAMESPACE, NO_DOSE, SLEEP, UNNAMED};
use crate::fhir::when::read_instant;
use crate::{Ledger, Parsed, Rejection};

/// Most bytes of a file: 256 MiB.
const BYTES_MAX: usize = 256 << 20;
/// Most data points of a file.
const POINTS_MAX: usize = 2_000_000;

/// Says why a file of data points was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataPointError {
    /// More bytes or data points than are read.
    #[error("the file is larger than what is read here")]
    TooLarge,
    /// Not JSON.
    #[error("line {line}: this is not whole JSON")]
    Shape {
        /// Line of the file.
        line: usize,
    },
    /// JSON of something else.
    #[error("this is JSON and no list of data points")]
    NotPoints,
}

impl DataPointError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge => "export a shorter period from the other program",
            Self::NotPoints => "choose a file of data points, each with a header and a body",
            Self::Shape { .. } => "the file was changed or cut short; use the original",
        }
    }
}

/// Reads a list of data points, or one alone: nights, movement and doses of `omh` version 1. Others are
/// counted by their schema. A line of the ledger is a data point, counted from 1.
///
/// # Errors
/// [`DataPointError`] when the file is no such list; nothing is taken then.
pub fn read_open_mhealth(bytes: &[u8]) -> Result<Parsed, DataPointError> {
    if bytes.len() > BYTES_MAX {
        return Err(DataPointError::TooLarge);
    }
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: Value = serde_json::from_slice(json)
        .map_err(|error| DataPointError::Shape { line: error.line() })?;
    let alone = [file];
    let points = match &alone {
        [Value::Array(points)] => points.as_slice(),
        one => one.as_slice(),
    };
    if points.len() > POINTS_MAX {
        return Err(DataPointError::TooLarge);
    }
    if !points.iter().all(|point| point["header"].is_object()) {
        return Err(DataPointError::NotPoints);
    }
    Ok(parsed(points, Sha256::digest(bytes).into()))
}

fn parsed(points: &[Value], digest: [u8; 32]) -> Parsed {
    let mut ledger = Ledger {
        digest,
        ..Ledger::default()
    };
    let mut facts = Vec::new();
    for (point, line) in points.iter().zip(1u32..) {
        ledger.n_rows += 1;
        match fact(point, Source::Import { file: digest, line }) {
            Some(Ok(fact)) => facts.push(fact),
            Some(Err(why)) => {
                ledger.n_rows_rejected += 1;
                ledger.reject(Rejection {
                    line,
                    column: None,
                    why,
                    what_to_do: "correct the data point, or take it out of the file".to_owned(),
                });
            }
            None => *ledger.unknown.entry(schema_words(point)).or_default() += 1,
        }
    }
    ledger.count(&facts);
    Parsed {
        profile: None,
        items: Vec::new(),
        suspects: Vec::new(),
        facts,
        said: Vec::new(),
        experiments: Vec::new(),
        schedule: None,
        plan: Vec::new(),
        questionnaires: Vec::new(),
        doctor_questions: None,
        ledger,
    }
}

/// A schema by its name, never by what the data point says of a person.
fn schema_words(point: &Value) -> String {
    let id = &point["header"]["schema_id"];
    let part = |name: &str| -> String {
        let words = id[name].as_str().unwrap_or("?");
        words.chars().take(40).collect()
    };
    let nap = match point["body"]["is_main_sleep"] == false {
        true => ", a nap",
        false => "",
    };
    let [namespace, name, version] = ["namespace", "name", "version"].map(part);
    format!("{namespace}:{name}:{version}{nap}")
}

/// `None` for a schema that is not known here.
fn fact(point: &Value, source: Source) -> Option<Result<Fact, String>> {
    let (header, body) = (&point["header"], &point["body"]);
    let schema = &header["schema_id"];
    let version = schema["version"].as_str()?;
    if schema["namespace"] != NAMESPACE || !(version == "1" || version.starts_with("1.")) {
        return None;
    }
    let read = match schema["name"].as_str()? {
        // A nap is no night.
        SLEEP if body["is_main_sleep"] == false => return None,
        SLEEP => night(body),
        ACTIVITY => movement(body),
        DOSE => dose(body, true),
        NO_DOSE => dose(body, false),
        _ => return None,
    };
    Some(read.and_then(|(moment, body)| {
        Ok(Fact {
            key: key_of(header)?,
            recorded_at: moment.clone(),
            moment,
            source,
            body,
        })
    }))
}

/// The id where it is a UUID, as ours are; else made from the id and its schema.
fn key_of(header: &Value) -> Result<FactKey, String> {
    let id = header["id"].as_str().filter(|id| !id.trim().is_empty());
    let id = id.ok_or("a data point has no id")?;
    let hex: String = id.chars().filter(|letter| *letter != '-').collect();
    let has_shape = id.len() == 36 && hex.len() == 32;
    if let (true, Ok(key)) = (has_shape, FactKey::parse(&hex.to_lowercase())) {
        return Ok(key);
    }
    let digest = Sha256::digest(format!("{}\n{id}", header["schema_id"]).as_bytes());
    let mut key = [0; 16];
    for (to, from) in key.iter_mut().zip(digest) {
        *to = from;
    }
    Ok(FactKey::from_bytes(key))
}

type Read = Result<(Moment, FactBody), String>;

/// The schema takes a time without its offset for UTC, and so does this.
fn moment(value: &Value) -> Result<Option<Moment>, String> {
    let Some(text) = value.as_str() else {
        return Ok(None);
    };
    let has_offset = text.ends_with('Z')
        || text
            .get(10..)
            .is_some_and(|clock| clock.contains(['+', '-']));
    let text = match has_offset {
        true => text.to_owned(),
        false => format!("{text}Z"),
    };
    read_instant(&text).map(Some)
}

/// A length in whole minutes; `None` where none is told.
fn minutes(value: &Value) -> Result<Option<Minutes>, String> {
    if value.is_null() {
        return Ok(None);
    }
    let number = value["value"].as_f64().ok_or("a length is no number")?;
    let minutes = match value["unit"].as_str() {
        Some("sec") => number / 60.0,
        Some("min") => number,
        Some("h") => number * 60.0,
        _ => return Err("a length is not in sec, min or h".to_owned()),
    };
    if !(0.0..=100_000.0).contains(&minutes) {
        return Err("a length is below 0 or above 100000 minutes".to_owned());
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 100000"
    )]
    let whole = minutes.round() as u32;
    Ok(Some(Minutes(whole)))
}

/// Start and end, where both are told or follow from a length.
fn interval(frame: &Value) -> Result<(Moment, Moment), String> {
    let interval = &frame["time_interval"];
    let start = moment(&interval["start_date_time"])?;
    let end = moment(&interval["end_date_time"])?;
    let length = minutes(&interval["duration"])?;
    let seconds = |length: Minutes| i64::from(length.0) * 60;
    match (start, end, length) {
        (Some(start), Some(end), _) => Ok((start, end)),
        (Some(start), None, Some(length)) => {
            Ok((start.clone(), start.plus_seconds(seconds(length))))
        }
        (None, Some(end), Some(length)) => Ok((end.plus_seconds(-seconds(length)), end)),
        _ => Err("a time interval needs two of start, end and length".to_owned()),
    }
}

fn night(body: &Value) -> Read {
    let (asleep_at, woke) = interval(&body["effective_time_frame"])?;
    let latency = minutes(&body["latency_to_sleep_onset"])?;
    let before = latency.map_or(0, |latency| i64::from(latency.0) * 60);
    let n_awakenings = match &body["number_of_awakenings"] {
        Value::Null => None,
        told => Some(
            told.as_u64()
                .and_then(|n| u32::try_from(n).ok())
                .ok_or("a number of awakenings is no whole number")?,
        ),
    };
    let night = SleepNight {
        tried_to_sleep: Some(asleep_at.plus_seconds(-before)),
        latency,
        n_awakenings,
        awake: minutes(&body["wake_after_sleep_onset"])?,
        final_wake: Some(woke.clone()),
        asleep: minutes(&body["total_sleep_time"])?,
        ..SleepNight::default()
    };
    let night = night.checked().map_err(|error| error.to_string())?;
    Ok((woke, FactBody::SleepNight(night)))
}

fn movement(body: &Value) -> Read {
    let (start, end) = interval(&body["effective_time_frame"])?;
    let seconds = end.unix_seconds() - start.unix_seconds();
    let whole = u32::try_from((seconds + 30) / 60)
        .ok()
        .filter(|_| seconds >= 0);
    let minutes = whole.ok_or("movement ends before it begins")?;
    let name = body["activity_name"].as_str();
    let name = name.ok_or("movement has no name")?;
    let label = match name {
        UNNAMED => None,
        name => Some(Label::new(name).map_err(|error| error.to_string())?),
    };
    let intensity = match body["reported_activity_intensity"].as_str() {
        None => None,
        Some("light") => Some(Intensity::Light),
        Some("moderate") => Some(Intensity::Moderate),
        Some("vigorous") => Some(Intensity::Vigorous),
        Some(_) => return Err("movement is not light, moderate or vigorous".to_owned()),
    };
    let activity = Activity {
        label,
        minutes: Minutes(minutes),
        intensity,
    };
    Ok((start, FactBody::Activity(activity)))
}

fn dose(body: &Value, is_taken: bool) -> Read {
    let frame = &body["effective_time_frame"];
    let at = match moment(&frame["date_time"])? {
        Some(at) => at,
        None => interval(frame)?.0,
    };
    let name = &body["medication"];
    let name = name["generic_name"]
        .as_str()
        .or(name["trade_name"].as_str());
    let name = Label::new(name.ok_or("a medicine has no name")?);
    let dose = match &body["dose"] {
        Value::Null if is_taken => return Err("a dose has no amount".to_owned()),
        Value::Null => None,
        told => {
            let amount = told["value"]
                .as_f64()
                .ok_or("a dose has no single number")?;
            let unit = told["unit"].as_str().ok_or("a dose has no unit")?;
            let unit = Label::new(unit).map_err(|error| error.to_string())?;
            Some(DoseAmount::new(amount, unit).map_err(|error| error.to_string())?)
        }
    };
    let told = MedicationAdministration {
        medicine: name.map_err(|error| error.to_string())?,
        is_taken,
        dose,
    };
    Ok((at, FactBody::MedicationAdministration(told)))
}
