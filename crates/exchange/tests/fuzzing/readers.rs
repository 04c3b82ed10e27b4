//! The readers: every importer of the table of importers, and every other way in for foreign bytes.

use std::collections::BTreeSet;
use std::io::Cursor;

use exchange::{
    AppFile, FhirExport, Map, Parsed, Setting, Words, detect, exist_claims, parse_table,
    propose_map, read_app_file, read_bundle, read_open_mhealth, read_questionnaire, read_record,
    recognise, recognise_questionnaire, write_bundle, write_open_mhealth,
};
use record::{Fact, LocalDay, Profile, Record, Zone};

use super::corpus::{Seed, fixtures, kept};
use super::run::Target;

/// Every target. An importer that is added to the table is one of them by itself; the files that it
/// is put through are those of `fixtures/apps` and `fixtures/fuzz/apps` that are told to be its own.
pub fn targets() -> Vec<Target> {
    let files = kept(
        &["apps", "fuzz/apps"],
        &[".csv", ".json", ".xml", ".txt", ".db", "/"],
    );
    let mut targets: Vec<Target> = AppFile::all().map(|file| importer(file, &files)).collect();
    targets.push(telling(files));
    targets.extend([table(), proposal(), maps(), words()]);
    targets.extend([own(), fhir(), points(), questionnaires(), claims()]);
    targets
}

fn importer(file: AppFile, all: &[Seed]) -> Target {
    let is_own = |seed: &&Seed| {
        let told = recognise(&mut Cursor::new(seed.bytes()));
        told.is_ok_and(|told| told == Some(file))
    };
    let setting = Setting {
        zone: Zone::new("Europe/Amsterdam").unwrap_or_else(|_| Zone::utc()),
        words: Words::default(),
        is_as_proposed: true,
    };
    Target {
        name: file.word().to_owned(),
        seeds: all.iter().filter(is_own).cloned().collect(),
        read: Box::new(move |bytes| {
            let read = read_app_file(Cursor::new(bytes), file, &setting);
            read.map_or_else(|error| way(&error), |parsed| of_parsed(&parsed))
        }),
    }
}

fn target(name: &str, seeds: Vec<Seed>, read: impl Fn(&[u8]) -> String + 'static) -> Target {
    Target {
        name: name.to_owned(),
        seeds,
        read: Box::new(read),
    }
}

fn telling(files: Vec<Seed>) -> Target {
    target("telling what a file is", files, |bytes| {
        let told = recognise(&mut Cursor::new(bytes));
        format!("{:?} {told:?}", detect(bytes))
    })
}

fn table() -> Target {
    let map = std::fs::read_to_string(fixtures("hostile").join("map.toml")).unwrap_or_default();
    let map = Map::parse(&map);
    target("table", kept(&["hostile"], &[".csv"]), move |bytes| {
        let Ok(map) = &map else {
            return "no map".to_owned();
        };
        let read = parse_table(bytes, map);
        read.map_or_else(|error| way(&error), |parsed| of_parsed(&parsed))
    })
}

fn proposal() -> Target {
    let seeds = kept(&["hostile", "apps"], &[".csv"]);
    target("proposal of a map", seeds, |bytes| {
        let proposed = propose_map(Cursor::new(bytes), &Zone::utc(), &str::to_owned);
        proposed.map_or_else(|error| way(&error), |map| shape(&map))
    })
}

fn maps() -> Target {
    let table = "at,mood,tired,slept,dose\n2024-01-02 10:00:00,3,1,2,50\n";
    let seeds = kept(&["maps", "hostile"], &[".toml"]);
    target("map", seeds, move |bytes| {
        match Map::parse(&String::from_utf8_lossy(bytes)) {
            Ok(map) => {
                let read = parse_table(table.as_bytes(), &map);
                read.map_or_else(|error| way(&error), |parsed| of_parsed(&parsed))
            }
            Err(error) => way(&error),
        }
    })
}

fn words() -> Target {
    let text = "[mood.\"far away\"]\nlevel = 2\nnumb = true\n[mood.meh]\nlevel = 3\n";
    let seeds = vec![Seed::Bytes(text.as_bytes().to_vec())];
    target("words of a diary", seeds, |bytes| {
        let words = Words::parse(&String::from_utf8_lossy(bytes));
        words.map_or_else(
            |error| way(&error),
            |words| {
                let again = Words::parse(&words.to_toml());
                assert!(again.is_ok(), "what is written can be read");
                format!("{} words", size(words.each().count()))
            },
        )
    })
}

/// A small record of every kind of fact that the made-up people have.
fn record_file() -> Vec<u8> {
    std::fs::read(fixtures("fuzz/record.json")).unwrap_or_default()
}

fn own() -> Target {
    target("own record", vec![Seed::Bytes(record_file())], |bytes| {
        read_record(bytes).map_or_else(|error| way(&error), |parsed| of_parsed(&parsed))
    })
}

/// The first facts of it.
fn small_record(n_facts: usize) -> Option<Record> {
    let mut parsed = read_record(&record_file()).ok()?;
    parsed.facts.truncate(n_facts);
    Record::new(parsed.profile?, parsed.items, parsed.facts).ok()
}

fn fhir() -> Target {
    let own = small_record(3).and_then(|record| {
        let export = FhirExport {
            made_at: &record.facts().last()?.recorded_at.clone(),
            version: "0",
            item_name: &|id| Some(id.as_str().to_owned()),
            is_private: &|_| false,
            forms: &[],
            label: &|_| None,
        };
        write_bundle(&record, &export).ok()
    });
    let own = own.map(|text| Seed::Bytes(text.into_bytes()));
    let mut seeds: Vec<Seed> = own.into_iter().collect();
    seeds.extend(kept(&["fuzz/fhir"], &[".json"]));
    target("FHIR", seeds, |bytes| {
        read_bundle(bytes, &Zone::utc())
            .map_or_else(|error| way(&error), |parsed| of_parsed(&parsed))
    })
}

fn points() -> Target {
    let own = small_record(usize::MAX).map(|record| write_open_mhealth(&record).bytes);
    let seeds = own.into_iter().map(Seed::Bytes).collect();
    target("data points", seeds, |bytes| {
        read_open_mhealth(bytes).map_or_else(|error| way(&error), |parsed| of_parsed(&parsed))
    })
}

fn questionnaires() -> Target {
    let seeds = kept(&["fuzz/questionnaires"], &[".json", ".xml"]);
    target("questionnaire", seeds, |bytes| {
        let told = recognise_questionnaire(bytes);
        let day = LocalDay::from_number(20_000);
        let read = day.map(|day| read_questionnaire(bytes, "en", day));
        match read {
            Ok(Ok(file)) => {
                let items = file.questionnaire.items().len();
                format!(
                    "{told:?} {} items {}",
                    size(items),
                    size(file.unknown.len())
                )
            }
            Ok(Err(error)) => format!("{told:?} {}", way(&error)),
            Err(_) => "no day".to_owned(),
        }
    })
}

/// What another program says about the person, which goes into no record.
fn claims() -> Target {
    let folder = fixtures("apps").join("exist");
    let seeds = ["correlations.json", "attributes_1.json"].map(|name| folder.join(name));
    let seeds = seeds
        .into_iter()
        .filter_map(|path| std::fs::read(path).ok());
    target("claims", seeds.map(Seed::Bytes).collect(), |bytes| {
        exist_claims(bytes).map_or_else(
            |error| way(&error),
            |told| format!("{} claims {}", size(told.claims.len()), told.n_rejected > 0),
        )
    })
}

/// What was read, in a few letters; whatever it is, it can be kept and written out again.
fn of_parsed(parsed: &Parsed) -> String {
    let keys: BTreeSet<_> = parsed.facts.iter().map(|fact| fact.key).collect();
    let profile = Profile::new(Zone::utc());
    if keys.len() == parsed.facts.len()
        && let Ok(record) = Record::new(profile, parsed.items.clone(), parsed.facts.clone())
    {
        let written = exchange::write_record(&record);
        assert!(
            read_record(written.as_bytes()).is_ok(),
            "what is kept can be written and read"
        );
    }
    let kinds: BTreeSet<_> = parsed
        .facts
        .iter()
        .map(|fact: &Fact| fact.body.kind())
        .collect();
    let ledger = &parsed.ledger;
    format!(
        "{kinds:?} {} rejected {} unknown {} warned {} same key {}",
        size(parsed.facts.len()),
        size(ledger.rejected.len()),
        size(ledger.unknown.len()),
        size(ledger.warnings.len()),
        parsed.facts.len() != keys.len(),
    )
}

/// An error without what stands in the file.
fn way(error: &impl ToString) -> String {
    shape(&error.to_string())
}

/// Letters alone, and not too many of them.
fn shape(text: &str) -> String {
    let letters = text
        .chars()
        .filter(|c| c.is_ascii_alphabetic() || *c == ' ');
    letters.take(40).collect()
}

/// A number by its size.
fn size(n: usize) -> u32 {
    n.checked_ilog2().map_or(0, |log| log + 1)
}
