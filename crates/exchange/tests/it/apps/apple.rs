//! Apple Health exports: a broken document type, records that stand twice, two devices for one night,
//! clocks of another zone, kinds that nobody knows, and files that are cut.

use exchange::{AppFileError, Parsed};

use super::{keys, read, setting, told, zip};

/// The document type of one phone system lacks a bracket, and one bomb sits in it.
const BEFORE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n\
    <!-- HealthKit Export Version: 12 -->\n<!ELEMENT HealthData (ExportDate,Me,(Record)*)\n\
    <!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">\n]>\n";

fn sleep(source: &str, value: &str, from: &str, to: &str) -> String {
    format!(
        " <Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"{source}\" \
         device=\"&lt;&lt;HKDevice: 0x1>, name:Watch, model:a > b>\" creationDate=\"{to}\" \
         startDate=\"{from}\" endDate=\"{to}\" value=\"HKCategoryValueSleepAnalysis{value}\"/>\n"
    )
}

fn step(source: &str, at: &str, n: &str) -> String {
    format!(
        " <Record value=\"{n}\" type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"{source}\" \
         unit=\"count\" startDate=\"{at}\" endDate=\"{at}\"/>\n"
    )
}

fn export(inner: &str) -> String {
    format!(
        "{BEFORE}<HealthData locale=\"nl_NL\">\n <ExportDate value=\"2024-03-05 09:00:00 +0100\"/>\n\
         <Me HKCharacteristicTypeIdentifierBloodType=\"x\"/>\n{inner}</HealthData>\n"
    )
}

/// Watch and phone tell the same night; the phone knows time in bed only.
fn night() -> String {
    [
        sleep(
            "iPhone\u{a0}van \u{2019}Bo",
            "InBed",
            "2024-03-01 22:50:00 +0100",
            "2024-03-02 08:00:00 +0100",
        ),
        sleep(
            "Ring",
            "AsleepUnspecified",
            "2024-03-01 23:00:00 +0100",
            "2024-03-02 08:00:00 +0100",
        ),
        sleep(
            "Watch",
            "AsleepCore",
            "2024-03-01 23:30:00 +0100",
            "2024-03-02 02:00:00 +0100",
        ),
        sleep(
            "Watch",
            "Awake",
            "2024-03-02 02:00:00 +0100",
            "2024-03-02 02:20:00 +0100",
        ),
        sleep(
            "Watch",
            "AsleepREM",
            "2024-03-02 02:20:00 +0100",
            "2024-03-02 07:30:00 +0100",
        ),
        sleep(
            "Watch",
            "AsleepREM",
            "2024-03-02 02:20:00 +0100",
            "2024-03-02 07:30:00 +0100",
        ),
        sleep(
            "Watch",
            "AsleepCore",
            "2024-03-02 14:00:00 +0100",
            "2024-03-02 14:30:00 +0100",
        ),
    ]
    .concat()
}

fn read_xml(inner: &str) -> Parsed {
    read(export(inner).as_bytes(), &setting("")).unwrap()
}

#[test]
fn a_night_of_two_devices_is_one_night_and_time_in_bed_is_no_sleep() {
    let parsed = read_xml(&night());
    assert_eq!(
        told(&parsed),
        ["2024-03-02 07:30 night Some(460) from None"]
    );
    let record::FactBody::SleepNight(night) = &parsed.facts[0].body else {
        panic!("a night");
    };
    assert_eq!(night.awake, Some(record::Minutes(20)));
    let in_bed = night.into_bed.as_ref().map(record::Moment::wall_clock);
    assert_eq!(in_bed.as_deref(), Some("2024-03-01 22:50"));
    assert_eq!(parsed.ledger.unknown["naps"], 1);
    assert_eq!(parsed.ledger.unknown["records that stand twice"], 1);
    let in_bed_only = read_xml(&sleep(
        "P",
        "InBed",
        "2024-03-01 22:50:00 +0100",
        "2024-03-02 08:00:00 +0100",
    ));
    assert!(in_bed_only.facts.is_empty());
}

#[test]
fn steps_are_those_of_one_device_and_the_day_of_the_export_waits() {
    let inner = [
        step("Phone", "2024-03-03 10:00:00 +0100", "1000"),
        step("Phone", "2024-03-03 11:00:00 +0100", "200"),
        step("Watch", "2024-03-03 10:00:00 +0100", "1100"),
        step("Watch", "2024-03-03 11:00:00 +0100", "150"),
        step("Watch", "2024-03-05 08:00:00 +0100", "90"),
        step("Watch", "2024-03-04 08:00:00 +0100", "NaN"),
        step("Watch", "-024-03-04 08:00:00 +0100", "1"),
    ];
    let parsed = read_xml(&inner.concat());
    assert_eq!(told(&parsed), ["2024-03-03 12:00 apple_steps=1250"]);
    assert_eq!(
        parsed.ledger.unknown["numbers of a day that was not over"],
        1
    );
    assert_eq!(parsed.ledger.n_rows_rejected, 2);
}

#[test]
fn workouts_leave_pauses_out_nested_records_count_once_and_unknown_kinds_are_counted() {
    let inner = "\
        <Correlation type=\"HKCorrelationTypeIdentifierFood\" startDate=\"2024-03-03 10:00:00 +0100\">\n\
        <Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"A\" startDate=\"2024-03-03 10:00:00 +0100\" endDate=\"2024-03-03 10:01:00 +0100\" value=\"7\"/>\n\
        <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"odd\u{b}name\" value=\"60\"/>\n\
        </Correlation>\n\
        <Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"A\" startDate=\"2024-03-03 10:00:00 +0100\" endDate=\"2024-03-03 10:01:00 +0100\" value=\"7\"/>\n\
        <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"odd\u{b}name\" value=\"60\"><MetadataEntry key=\"k\" value=\"v\"/></Record>\n\
        <Record type=\"HKDataTypeSleepDurationGoal\" value=\"8\"/>\n\
        <StateOfMind startDate=\"2024-03-03 10:00:00 +0100\" valence=\"-0.5\"/>\n\
        <Record type=\"HKCategoryTypeIdentifierMindfulSession\" startDate=\"2024-03-03 20:00:00 +0900\" endDate=\"2024-03-03 20:10:00 +0900\" value=\"HKCategoryValueNotApplicable\"/>\n\
        <Workout workoutActivityType=\"HKWorkoutActivityTypeWalking\" duration=\"42.4\" durationUnit=\"min\" startDate=\"2024-03-03 12:00:00 +0100\" endDate=\"2024-03-03 13:00:00 +0100\">\n\
        <WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" sum=\"3.1\" unit=\"km\"/></Workout>\n";
    let parsed = read_xml(inner);
    assert_eq!(
        told(&parsed),
        [
            "2024-03-03 20:00 practice mindfulness Some(Minutes(10))",
            "2024-03-03 12:00 activity Some(\"Walking\") 42",
            "2024-03-03 12:00 apple_steps=7",
        ]
    );
    assert_eq!(parsed.facts[0].moment.zone().name(), "+09:00");
    let unknown: Vec<_> = parsed
        .ledger
        .unknown
        .iter()
        .map(|(k, n)| (k.as_str(), *n))
        .collect();
    assert_eq!(
        unknown,
        [
            ("Correlation", 1),
            ("HeartRate", 1),
            ("SleepDurationGoal", 1),
            ("StateOfMind", 1),
            ("records that stand twice", 2),
        ]
    );
}

#[test]
fn the_archive_is_told_by_its_content_and_gives_the_same_facts() {
    let xml = export(&night());
    let file = zip(&[
        ("apple_health_export/export_cda.xml", b"<ClinicalDocument/>"),
        ("apple_health_export/workout-routes/r.gpx", b"<gpx/>"),
        ("apple_health_export/\u{5bfc}\u{51fa}.xml", xml.as_bytes()),
    ]);
    let parsed = read(&file, &setting("")).unwrap();
    assert_eq!(keys(&parsed), keys(&read_xml(&night())));
}

#[test]
fn a_cut_export_is_refused_wherever_it_is_cut() {
    let whole = export(&night());
    let root = whole.find("<HealthData l").unwrap();
    for share in 1..40 {
        let at = root + (whole.len() - 8 - root) * share / 40;
        let cut: String = whole
            .chars()
            .take(whole[..].char_indices().filter(|(i, _)| *i < at).count())
            .collect();
        assert!(
            matches!(
                read(cut.as_bytes(), &setting("")),
                Err(AppFileError::Broken { .. })
            ),
            "cut at {at}"
        );
    }
}

#[test]
fn a_bomb_in_an_archive_is_refused_before_it_is_unpacked() {
    let bomb = vec![b' '; 64 << 20];
    let file = zip(&[(
        "apple_health_export/export.xml",
        &[BEFORE.as_bytes(), &bomb].concat(),
    )]);
    assert!(file.len() < 1 << 20);
    let mut reader = std::io::Cursor::new(file);
    assert_eq!(exchange::recognise(&mut reader).unwrap(), None);
}
