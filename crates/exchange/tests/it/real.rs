//! Two published tables, where they lie beside the project. Refuses to bring them along.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use exchange::{Map, Parsed, parse_table, parse_table_by};
use record::{FactBody, FactKind, LocalDay, MedicationStatement, OccasionState};

/// A file of the data beside the project; `None`, with a word about it, when it is not there.
fn shared(name: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("THAWLINE_SHARED_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let bytes = fs::read(folder.join(name)).ok();
    if bytes.is_none() {
        println!("skipped: {name} is not in {}", folder.display());
    }
    bytes
}

fn map(name: &str) -> Map {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/maps");
    Map::parse(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

fn steps(parsed: &Parsed) -> Vec<&MedicationStatement> {
    (parsed.facts.iter())
        .filter_map(|fact| match &fact.body {
            FactBody::MedicationStatement(step) => Some(step),
            _ => None,
        })
        .collect()
}

#[test]
fn the_table_of_kossakowski_is_read_without_a_rejection() {
    let Some(bytes) = shared("kossakowski_2017.csv") else {
        return;
    };
    let map = map("kossakowski_2017.toml");
    let started = Instant::now();
    let parsed = parse_table(bytes.as_slice(), &map).unwrap();
    let mb = bytes.len() as f64 / 1e6;
    println!("{:.0} MB/s", mb / started.elapsed().as_secs_f64());
    println!("{:?}", parsed.ledger);
    assert_eq!(parsed.ledger.n_rows, 1476);
    assert_eq!(parsed.ledger.rejected, []);
    assert_eq!(parsed.ledger.counts[&FactKind::Occasion], 1476);
    assert_eq!(parsed.ledger.warnings, []);
    assert_eq!(parsed.items.len(), 43);

    let first = &parsed.facts[0];
    assert_eq!(first.moment.wall_clock(), "2012-08-13 08:58");
    let FactBody::Occasion(occasion) = &first.body else {
        panic!("the first fact is an occasion");
    };
    assert_eq!((occasion.day_no, occasion.beep_no), (Some(1), Some(1)));
    let due = &occasion.beep.as_ref().unwrap().scheduled_at;
    assert_eq!(due.wall_clock(), "2012-08-13 08:58");

    let amounts: Vec<f64> = steps(&parsed)
        .iter()
        .map(|step| step.dose.amount())
        .collect();
    assert_eq!(
        amounts,
        [150.0, 105.0, 73.0, 51.0, 37.0, 25.0, 18.0, 12.0, 9.0, 0.0]
    );
    let start = LocalDay::parse("2012-08-13").unwrap();
    let day_no = |day: LocalDay| day.days_since(start) + 1;
    let days: Vec<i32> = steps(&parsed)
        .iter()
        .map(|step| day_no(step.from()))
        .collect();
    assert_eq!(days, [1, 44, 50, 57, 64, 71, 78, 85, 92, 99]);
    assert_eq!(steps(&parsed)[0].to().map(day_no), Some(43));
    assert_eq!(steps(&parsed)[9].to(), None);
}

#[test]
fn a_second_reading_gives_the_same_keys_and_a_longer_file_only_new_ones() {
    let Some(bytes) = shared("kossakowski_2017.csv") else {
        return;
    };
    let map = map("kossakowski_2017.toml");
    let keys = |bytes: &[u8]| -> BTreeSet<_> {
        let parsed = parse_table(bytes, &map).unwrap();
        let keys: BTreeSet<_> = parsed.facts.iter().map(|fact| fact.key).collect();
        assert_eq!(keys.len(), parsed.facts.len());
        keys
    };
    let whole = keys(&bytes);
    assert_eq!(whole.len(), 1486);
    assert_eq!(whole, keys(&bytes));
    let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let cut = breaks.map(|(at, _)| at).nth(1000).unwrap();
    let part = keys(&bytes[..cut]);
    assert_eq!(part.len(), 1010);
    assert!(part.is_subset(&whole));
}

#[test]
fn the_table_of_bringmann_is_read_person_by_person() {
    let Some(bytes) = shared("bringmann_2013.csv") else {
        return;
    };
    let people = parse_table_by(bytes.as_slice(), &map("bringmann_2013.toml"), "subjno").unwrap();
    assert_eq!(people.len(), 130);
    let sum = |count: fn(&Parsed) -> u64| people.iter().map(|(_, p)| count(p)).sum::<u64>();
    assert_eq!(sum(|p| p.ledger.n_rows), 28_600);
    // Every day has an eleventh row without a prompt; 42 of these hold an answer all the same.
    assert_eq!(sum(|p| p.ledger.n_rows_blank), 2_558);
    let rejected: Vec<String> = (people.iter())
        .flat_map(|(_, p)| p.ledger.rejected.iter().map(ToString::to_string))
        .collect();
    let count = |what: &str| rejected.iter().filter(|text| text.contains(what)).count();
    assert_eq!(
        count("column \"beepno\": the row has no number of the prompt"),
        42
    );
    // One answer of -4 on a scale from -3 to 3.
    assert_eq!(count("column \"onplplez\": \"-4\" is outside -3 to 3"), 1);
    assert_eq!(rejected.len(), 43);
    assert_eq!(sum(|p| p.ledger.counts[&FactKind::Occasion]), 25_999);
    let (id, first) = &people[0];
    assert_eq!(id, "10720");
    let answered = first.facts.iter().find_map(|fact| match &fact.body {
        FactBody::Occasion(occasion) if occasion.assessment().is_some() => Some(&fact.moment),
        _ => None,
    });
    assert_eq!(answered.unwrap().wall_clock(), "2005-01-03 12:45");
    let is_missed =
        |body: &FactBody| matches!(body, FactBody::Occasion(o) if o.state == OccasionState::Missed);
    assert!(is_missed(&first.facts[0].body));
    let keys: BTreeSet<_> = (people.iter())
        .flat_map(|(_, p)| p.facts.iter().map(|fact| fact.key))
        .collect();
    assert_eq!(keys.len(), 25_999);
}
