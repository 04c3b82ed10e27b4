//! Files of other programs, each with every trap that is known of its format. Made up by hand.

mod apple;
mod bearable;
mod damaged;
mod daylio;
mod emoods;
mod exist;
mod exist_claims;
mod fitbit;
mod garmin;
mod health_auto_export;
mod health_connect;
mod loop_habits;
mod m_path;
mod mindlamp;
mod nomie;
mod oura;
mod pixels;
mod samsung;
mod sleep_as_android;
mod track_graph;

use std::io::Cursor;

use exchange::{AppFileError, Parsed, Setting, Words, read_app_file, recognise};
use record::{Fact, FactBody, FactKey, Zone};

use crate::fixtures;

/// A setting in Amsterdam, with what the words mean.
fn setting(words: &str) -> Setting {
    Setting {
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        words: Words::parse(words).unwrap(),
        is_as_proposed: false,
    }
}

/// Reads a file as what its content says it is.
fn read(bytes: &[u8], setting: &Setting) -> Result<Parsed, AppFileError> {
    let mut reader = Cursor::new(bytes);
    let file = recognise(&mut reader)?.expect("a file of a known program");
    read_app_file(reader, file, setting)
}

/// Says whether a file is told by nothing in it, or not taken.
fn is_refused(bytes: &[u8], setting: &Setting) -> bool {
    match recognise(&mut Cursor::new(bytes)) {
        Ok(Some(file)) => read_app_file(Cursor::new(bytes), file, setting).is_err(),
        Ok(None) | Err(_) => true,
    }
}

/// Clock and what the fact says, in a few letters.
fn told(parsed: &Parsed) -> Vec<String> {
    let one = |fact: &Fact| {
        let what = match &fact.body {
            FactBody::Occasion(occasion) => {
                let all = occasion.assessment().unwrap().responses().iter();
                let all: Vec<String> = all
                    .map(|r| format!("{}={}", r.item, r.response.value().unwrap()))
                    .collect();
                all.join(" ")
            }
            FactBody::Event(event) => format!("event {}", event.label.as_str()),
            FactBody::Note(note) => format!("note {:?}", note.text()),
            FactBody::SleepNight(night) => {
                let minutes = night.minutes_asleep().map(|m| m.0);
                let from = night
                    .tried_to_sleep
                    .as_ref()
                    .map(record::Moment::wall_clock);
                format!("night {minutes:?} from {from:?}")
            }
            FactBody::MedicationAdministration(dose) => {
                let amount = dose.dose.as_ref().map(|d| (d.amount(), d.unit.as_str()));
                format!(
                    "dose {} {amount:?} {}",
                    dose.medicine.as_str(),
                    dose.is_taken
                )
            }
            FactBody::Activity(activity) => {
                let label = activity.label.as_ref().map(record::Label::as_str);
                format!("activity {label:?} {}", activity.minutes.0)
            }
            FactBody::Practice(practice) => {
                format!(
                    "practice {} {:?}",
                    practice.strategy.as_str(),
                    practice.minutes
                )
            }
            other => format!("{:?}", other.kind()),
        };
        format!("{} {what}", fact.moment.wall_clock())
    };
    parsed.facts.iter().map(one).collect()
}

fn keys(parsed: &Parsed) -> Vec<FactKey> {
    let mut keys: Vec<FactKey> = parsed.facts.iter().map(|fact| fact.key).collect();
    keys.sort_unstable();
    keys
}

/// A zip with these parts, unpacked as they are or packed.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A fixture of a program: a file as it is, a folder packed.
fn fixture(name: &str) -> Vec<u8> {
    let path = fixtures("apps").join(name);
    if path.is_file() {
        return std::fs::read(path).unwrap();
    }
    let mut parts = Vec::new();
    collect(&path, "", &mut parts);
    parts.sort_unstable();
    let parts: Vec<(&str, &[u8])> = (parts.iter())
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip(&parts)
}

/// The files below a folder, with `/` between the folders of their names.
fn collect(folder: &std::path::Path, prefix: &str, parts: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), parts);
        } else {
            parts.push((name, std::fs::read(&path).unwrap()));
        }
    }
}
