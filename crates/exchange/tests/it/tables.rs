//! Records as plain tables.

use exchange::{write_csv, write_open_esm, write_open_esm_about, write_open_esm_with_tabs};
use record::{
    Assessment, DayStart, Fact, FactBody, FactKey, Form, InputDevice, Item, ItemId, ItemResponse,
    Moment, Note, Occasion, Profile, Record, Response, ResponseScale, Role, Source, Window, Zone,
};

fn record_with(words: &str) -> Record {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let item = Item {
        id: ItemId::new("tired").unwrap(),
        scale: ResponseScale::LINE_0_100,
        role: Role::Candidate,
        window: Window::Momentary,
    };
    let fact = |n: u8, at: &str, body| {
        let moment = Moment::from_wall_clock(at, &zone).unwrap();
        Fact {
            key: FactKey::from_bytes([n; 16]),
            recorded_at: moment.clone(),
            moment,
            source: Source::ByHand,
            body,
        }
    };
    let answer = ItemResponse::new(&item, Response::Value(40.5), InputDevice::File).unwrap();
    let answers = Assessment::new(vec![answer], None).unwrap();
    let occasion = FactBody::Occasion(Occasion::voluntary(answers));
    let facts = vec![
        fact(1, "2024-03-02 01:30", occasion.clone()),
        fact(2, "2024-03-02 09:00", occasion),
        fact(
            3,
            "2024-03-02 10:00",
            FactBody::Note(Note::new(words).unwrap()),
        ),
    ];
    let mut profile = Profile::new(zone.clone());
    profile.day_start = DayStart::default();
    Record::new(profile, vec![item], facts).unwrap()
}

#[test]
fn words_never_become_a_formula() {
    for start in ["=1+1", "+1", "-1", "@x"] {
        let csv = String::from_utf8(write_csv(&record_with(start))).unwrap();
        assert!(csv.contains(&format!(",'{start}")), "{csv}");
    }
    let csv = String::from_utf8(write_csv(&record_with("a, \"b\"\nc"))).unwrap();
    assert!(csv.contains("\"a, \"\"b\"\"\nc\""), "{csv}");
}

#[test]
fn days_are_the_persons_own_and_prompts_count_within_them() {
    let table = String::from_utf8(write_open_esm(&record_with("x"), &|_| false)).unwrap();
    assert_eq!(
        table,
        "id,day,beep,time,zone,tired\n\
         1,1,1,2024-03-02 01:30,Europe/Amsterdam,40.5\n\
         1,2,1,2024-03-02 09:00,Europe/Amsterdam,40.5\n"
    );
}

#[test]
fn a_table_for_studies_does_not_tell_that_the_safety_question_was_asked() {
    let plain = record_with("x");
    let item = Item {
        id: ItemId::new("safety_thoughts").unwrap(),
        scale: ResponseScale::LINE_0_100,
        role: Role::Context,
        window: Window::Momentary,
    };
    let answer = ItemResponse::new(&item, Response::Value(1.0), InputDevice::File).unwrap();
    let mut occasion = Occasion::voluntary(Assessment::new(vec![answer], None).unwrap());
    occasion.form = Form::Safety;
    let mut facts = plain.facts().to_vec();
    facts.push(Fact {
        key: FactKey::from_bytes([9; 16]),
        body: FactBody::Occasion(occasion),
        ..facts[0].clone()
    });
    let items = plain.items().cloned().chain([item]).collect();
    let asked = Record::new(plain.profile.clone(), items, facts).unwrap();
    let open = |record| write_open_esm(record, &|_| false);
    assert_eq!(open(&asked), open(&plain));
    assert_eq!(write_csv(&asked), write_csv(&plain));
}

#[test]
fn a_table_for_studies_has_no_column_for_what_is_private() {
    let table = write_open_esm(&record_with("x"), &|id| id.as_str() == "tired");
    let table = String::from_utf8(table).unwrap();
    assert!(
        table.starts_with("id,day,beep,time,zone\n1,1,1,"),
        "{table}"
    );
    assert!(!table.contains("40.5"), "{table}");
}

/// Fields that every data set of openESM has (openesm-metadata, seen 2026-11-29), in their order.
const ABOUT: &str = "first_author dataset_id year reference_a reference_b paper_doi zenodo_doi \
    dataset_version changelog link_to_data license link_to_codebook link_to_code n_participants \
    n_time_points n_days n_beeps_per_day passive_data_available cross_sectional_available topics \
    implicit_missingness raw_time_stamp sampling_scheme participants coding_file \
    additional_comments coder_data coder_metadata features";
const FEATURE: &str = "name description variable_type coding answer_categories details labels \
    transformation source assessment_type construct comments";

fn about(record: &Record) -> serde_json::Value {
    let words = |id: &ItemId| (id.as_str() == "tired").then(|| "How tired?".to_owned());
    let text = write_open_esm_about(record, &|_| false, &words);
    serde_json::from_slice(&text).unwrap()
}

#[test]
fn what_lies_beside_the_table_has_every_field_and_a_feature_for_every_column() {
    let record = record_with("x");
    let about = about(&record);
    let keys = |value: &serde_json::Value| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let sorted = |words: &str| {
        let mut words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    assert_eq!(keys(&about), sorted(ABOUT));
    let features = about["features"].as_array().unwrap();
    for feature in features {
        assert_eq!(keys(feature), sorted(FEATURE));
    }
    let table = String::from_utf8(write_open_esm_with_tabs(&record, &|_| false)).unwrap();
    let heading: Vec<&str> = table.lines().next().unwrap().split('\t').collect();
    let names: Vec<&str> = features
        .iter()
        .map(|f| f["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, heading);
    // What nobody said is not made up.
    for open in ["first_author", "license", "year", "paper_doi"] {
        assert!(about[open].is_null(), "{open}");
    }
    let tired = features.last().unwrap();
    assert_eq!(tired["variable_type"], "rating_scale");
    assert_eq!(tired["answer_categories"], "101");
    assert_eq!(tired["details"], "How tired?");
    assert_eq!(tired["labels"], "0 to 100");
    assert_eq!(about["n_participants"], 1);
    assert_eq!(about["n_time_points"], 2);
    assert_eq!(about["n_days"], "2");
    assert_eq!(about["n_beeps_per_day"], "1");
    // Times at which nobody wrote are no rows.
    assert_eq!(about["implicit_missingness"], "yes");
    assert_eq!(about["sampling_scheme"], "event-contingent (2 rows)");
}

#[test]
fn tabs_change_the_marks_between_cells_and_nothing_else() {
    let record = record_with("x");
    let commas = String::from_utf8(write_open_esm(&record, &|_| false)).unwrap();
    let tabs = String::from_utf8(write_open_esm_with_tabs(&record, &|_| false)).unwrap();
    assert_eq!(commas.replace(',', "\t"), tabs);
}
