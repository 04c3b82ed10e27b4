//! Nomie: thousandths of a second, offsets with the sign of scripts, trackers with and without a
//! number, and the same entries by three kinds of file.

use exchange::AppFileError;
use record::{Polarity, ResponseScale, Role};

use super::{fixture, is_refused, keys, read, setting, told};

const WORDS: &str = "[mood.numb]\nnumb = true\n[mood.numb_scale]\nnumb = true\n";

#[test]
fn a_back_up_gives_trackers_people_contexts_and_words() {
    let parsed = read(&fixture("nomie.json"), &setting(WORDS)).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 21:30 event @brenda",
            "2025-03-01 21:30 event park",
            "2025-03-01 21:30 event coffee",
            "2025-03-01 21:30 event numb",
            "2025-03-01 21:30 note \"Quiet, walked with @brenda +park #mood(5) #coffee #coffee(2), #numb\"",
            "2025-03-01 21:30 nomie_mood=5 nomie_coffee=2 nomie_tag_numb=1",
            "2025-03-01 18:00 nomie_reading_minutes=90 nomie_as_numb_numb_scale_0_10=7",
            "2025-03-02 00:33 nomie_timer_x_minutes=10 nomie_deadlift=60",
        ]
    );
    // The clock that the person looked at, five hours behind.
    assert_eq!(parsed.facts[6].moment.zone().name(), "-05:00");
    assert_eq!(parsed.facts[0].moment.zone().name(), "Europe/Amsterdam");
    let ledger = &parsed.ledger;
    assert_eq!((ledger.n_rows, ledger.n_rows_rejected), (7, 4));
    assert_eq!(ledger.unknown["entries that stand twice"], 1);
    assert_eq!(ledger.unknown["places"], 1);
}

#[test]
fn only_trackers_that_may_say_numb_are_asked_about_and_only_the_person_says_it() {
    let AppFileError::WordsNeeded { proposal } =
        read(&fixture("nomie.json"), &setting("")).unwrap_err()
    else {
        panic!("the trackers are asked about");
    };
    assert_eq!(proposal.matches("[mood.").count(), 2, "{proposal}");
    let outcomes = |words: &str| -> Vec<(String, ResponseScale)> {
        let parsed = read(&fixture("nomie.json"), &setting(words)).unwrap();
        let items = parsed.items.into_iter();
        items
            .filter(|item| item.role == Role::Outcome(Polarity::HigherIsMoreNumb))
            .map(|item| (item.id.as_str().to_owned(), item.scale))
            .collect()
    };
    let line = ResponseScale::Line {
        min: 0.0,
        max: 10.0,
    };
    let steps = ResponseScale::Steps { min: 0, max: 1 };
    assert_eq!(
        outcomes(WORDS),
        [
            ("nomie_as_numb_numb_scale_0_10".to_owned(), line),
            ("nomie_tag_numb".to_owned(), steps)
        ]
    );
    assert!(outcomes("[mood.numb]\n[mood.numb_scale]\n").is_empty());
}

#[test]
fn the_storage_and_the_table_give_the_same_entries() {
    let all = keys(&read(&fixture("nomie.json"), &setting(WORDS)).unwrap());
    let storage = keys(&read(&fixture("nomie-storage.json"), &setting(WORDS)).unwrap());
    assert_eq!(storage.len(), 7);
    assert!(storage.iter().all(|key| all.contains(key)));
    let table = read(&fixture("nomie-table.csv"), &setting(WORDS)).unwrap();
    assert_eq!(table.ledger.n_rows_rejected, 1, "a time that is no number");
    let table = keys(&table);
    assert_eq!(table.len(), 7);
    assert!(table.iter().all(|key| all.contains(key)));
}

/// A back-up with one entry.
fn entry(note: &str, rest: &str) -> String {
    format!(
        r#"{{"nomie":{{"number":"5","created":"x"}},"events":[{{"note":{},"end":1740861000000{rest}}}]}}"#,
        serde_json::Value::from(note)
    )
}

#[test]
fn notes_are_taken_apart_as_the_program_does() {
    let cases: [(&str, &[&str]); 9] = [
        (
            "+covid19. #test_time: #sample",
            &["event covid19", "event test_time", "event sample"],
        ),
        ("#语(43.5oz) +😁", &["event 😁", "=43.5"]),
        (
            "#timer(02:00) #timer()",
            &["event timer", "nomie_timer_minutes=120"],
        ),
        (
            "#mood(4)\n\n#energy(-0.5)",
            &["nomie_mood=4 nomie_energy=-0.5"],
        ),
        (
            "1+1 a#b mail@home #3 +1",
            &["note \"1+1 a#b mail@home #3 +1\""],
        ),
        ("#mood(1,5)", &[]),
        ("#mood(99999999:00)", &[]),
        ("#mood(3", &[]),
        ("", &[]),
    ];
    for (note, wanted) in cases {
        let parsed = read(entry(note, "").as_bytes(), &setting("")).unwrap();
        let told: Vec<String> = (told(&parsed).iter())
            .map(|line| line["2025-03-01 21:30 ".len()..].to_owned())
            .collect();
        if note.starts_with("#语") {
            // The name of an item has other letters.
            assert!(
                told[0] == wanted[0] && told[1].ends_with(wanted[1]),
                "{told:?}"
            );
            continue;
        }
        assert_eq!(told, wanted, "{note}");
    }
}

#[test]
fn offsets_of_every_kind_are_read_or_rejected() {
    let wall = |rest: &str| {
        let parsed = read(entry("words", rest).as_bytes(), &setting("")).unwrap();
        (
            told(&parsed).first().map(|line| line[..16].to_owned()),
            parsed.ledger.n_rows_rejected,
        )
    };
    for (rest, clock) in [
        ("", "2025-03-01 21:30"),
        (",\"offset\":null", "2025-03-01 21:30"),
        (",\"offset\":0", "2025-03-01 20:30"),
        (",\"offset\":-330", "2025-03-02 02:00"),
        (",\"offset\":480", "2025-03-01 12:30"),
    ] {
        assert_eq!(wall(rest), (Some(clock.to_owned()), 0), "{rest}");
    }
    for rest in [",\"offset\":841", ",\"offset\":-1e300"] {
        assert_eq!(wall(rest), (None, 1), "{rest}");
    }
}

#[test]
fn what_is_cut_too_long_or_no_text_is_refused() {
    let whole = fixture("nomie.json");
    for len in [whole.len() / 3, whole.len() - 3] {
        assert!(
            read(&whole[..len], &setting(WORDS)).is_err(),
            "cut at {len}"
        );
    }
    let long = entry(&"x".repeat(2 << 20), "");
    assert!(matches!(
        read(long.as_bytes(), &setting("")),
        Err(AppFileError::Broken { .. })
    ));
    let heading = "epoch,start,end,offset,tracker,value,note,lat,lng,location,score\n";
    let nul = format!("{heading}1740861000000,,,0,a,1,\0,,,,\n");
    assert!(is_refused(nul.as_bytes(), &setting("")));
    let odd = format!(
        "{heading}-1,,,0,a,1,x,,,,\n1e12,,,0,a,1,x,,,,\n1740861000000,,,NaN,a,1,x,,,,\n9223372036854775807,,,0,a,1,x,,,,\n"
    );
    let parsed = read(odd.as_bytes(), &setting("")).unwrap();
    assert_eq!((parsed.facts.len(), parsed.ledger.n_rows_rejected), (0, 4));
}
