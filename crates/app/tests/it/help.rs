//! Help without a record, the kept country, and how easy its words are.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use app::{Clock, ForWhom, HelpView, help};
use content::{Texts, reading_grade};
use record::Zone;

use crate::place::Place;

fn at(zone: &str) -> Clock {
    Clock::by_hand(
        Zone::new(zone).unwrap(),
        Arc::new(AtomicI64::new(1_790_000_000)),
    )
}

fn code(view: &HelpView) -> Option<&str> {
    view.shown.as_ref().map(|country| country.code.as_str())
}

#[test]
fn a_guess_is_offered_and_never_assumed() {
    let view = help(None, None, &at("Europe/Dublin"));
    assert_eq!(code(&view), None);
    assert_eq!(view.guess.as_ref().unwrap().code, "IE");
    assert_eq!(view.guess.as_ref().unwrap().emergency, "112, 999");
    for nowhere in ["UTC", "+05:30", "Antarctica/Vostok"] {
        assert_eq!(help(None, None, &at(nowhere)).guess, None, "{nowhere}");
    }
    let names: Vec<&str> = view.countries.iter().map(|c| c.name.as_str()).collect();
    assert!(names.is_sorted(), "{names:?}");
}

#[test]
fn a_country_is_found_by_letters_and_names_and_by_nothing_else() {
    let clock = at("UTC");
    for asked in ["IE", "ie", " Ireland ", "IRELAND"] {
        assert_eq!(
            code(&help(Some(asked), None, &clock)),
            Some("IE"),
            "{asked}"
        );
    }
    assert_eq!(code(&help(Some("uk"), None, &clock)), Some("GB"));
    assert_eq!(code(&help(Some("Österreich"), None, &clock)), Some("AT"));
    for asked in ["", "I", "Irel", "XX", "112", "Ireland; rm"] {
        let view = help(Some(asked), Some("DE"), &clock);
        assert!(view.is_unknown && view.shown.is_none(), "{asked}");
        assert!(view.countries.len() >= 45);
        // The basics come all the same.
        let words = view.words();
        assert!(words.is_unknown && words.lines[0] == "If you are in danger now");
        assert!(
            words
                .lines
                .iter()
                .any(|line| line.contains("IE Ireland: 112, 999"))
        );
    }
}

#[test]
fn a_kept_country_is_two_letters_beside_the_record_and_read_while_locked() {
    let (place, mut app) = Place::begun();
    let files = |place: &Place| -> BTreeSet<String> {
        let found = std::fs::read_dir(place.data()).unwrap();
        found
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    let before = files(&place);
    assert!(app.keep_country(Some("ZZ")).is_err() && app.keep_country(Some("ie")).is_err());
    assert_eq!(files(&place), before);
    app.keep_country(Some("IE")).unwrap();
    app.lock();
    let view = app.help(None);
    assert!(view.is_kept && code(&view) == Some("IE"));
    // Another one that is looked at is not the kept one.
    let other = app.help(Some("DE"));
    assert!(!other.is_kept && code(&other) == Some("DE"));
    let path = place.data().join("notes.place");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "IE");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // What somebody else wrote there is not believed.
    for wrong in ["Ireland", "ie", "I", "", "\u{fffd}\u{fffd}", "ZZ"] {
        std::fs::write(&path, wrong).unwrap();
        let view = app.help(None);
        assert!(view.shown.is_none() && !view.is_unknown, "{wrong}");
    }
    app.keep_country(None).unwrap();
    app.keep_country(None).unwrap();
    assert!(!path.exists());
}

/// Sentences of four words and more, with numbers for values.
fn sentences<'a>(texts: &'a Texts, of: &'a dyn Fn(&str) -> bool) -> Vec<&'a str> {
    let own = texts.sources().filter(|(id, _)| of(id));
    own.map(|(_, words)| words)
        .filter(|words| words.contains(['.', '?']) && words.split(' ').count() >= 4)
        .collect()
}

#[test]
fn help_and_the_first_run_ask_for_four_years_of_school_at_most() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/locales/en");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
    let (help, pages) = (read("help.ftl"), read("pages.ftl"));
    // Names and addresses of sources are not ours to word.
    let is_of = |begins: &'static [&'static str]| {
        move |id: &str| {
            begins.iter().any(|begin| id.starts_with(begin)) && !id.starts_with("doctor-source")
        }
    };
    let groups: [(&str, &str, &'static [&'static str]); 5] = [
        ("help", &help, &["help-"]),
        ("doctor", &help, &["doctor-"]),
        ("safe place", &help, &["safe-"]),
        ("plan", &help, &["plan-"]),
        ("first run", &pages, &["safety-", "key-", "line-"]),
    ];
    for (name, source, begins) in groups {
        let texts = Texts::from_files(&[("words.ftl", source)]);
        let of = is_of(begins);
        let own = sentences(&texts, &of);
        let grade = reading_grade(own.iter().copied()).unwrap();
        println!("{name}: {} texts, {grade:?}", own.len());
        let mut hard: Vec<(f64, &str)> = (own.iter())
            .map(|words| (reading_grade([*words]).unwrap().coleman_liau, *words))
            .collect();
        hard.sort_by(|a, b| b.0.total_cmp(&a.0));
        hard.iter()
            .take(4)
            .for_each(|(grade, words)| println!("  {grade:.1} {words}"));
        assert!(own.len() >= 6, "{name}");
        assert!(
            grade.ari <= 4.0 && grade.coleman_liau <= 4.0,
            "{name}: {grade:?}"
        );
    }
}

#[test]
fn lines_for_the_young_come_first_for_the_young_in_every_country() {
    let clock = at("UTC");
    let all = help(None, None, &clock).countries;
    let mut n_with_lines = 0;
    for country in all {
        let grown_up = help(Some(&country.code), None, &clock);
        let young = grown_up.clone().for_young();
        let shown = grown_up.shown.as_ref().unwrap();
        let count = |whom| -> usize {
            let groups = shown.groups(whom);
            groups.iter().map(|group| group.numbers.len()).sum()
        };
        assert_eq!(
            count(ForWhom::Young),
            count(ForWhom::Anyone),
            "no line is lost"
        );
        if let Some(first) = shown.groups(ForWhom::Young).first() {
            assert_eq!(first.id, "young", "{}", country.code);
            assert_eq!(first.numbers, shown.young);
        }
        let words = young.words().lines.join("\n");
        let at = |needle: &str| words.find(needle);
        // Danger to life comes before everything, whoever asks.
        let emergency = at(&format!("  {}  ", shown.emergency[0].number)).unwrap();
        assert!(at("Tell a grown-up you trust").unwrap() > emergency);
        let (Some(young), Some(other)) = (shown.young.first(), shown.lines.first()) else {
            continue;
        };
        n_with_lines += 1;
        let place = |name: &str| at(&format!("  {name}")).unwrap();
        assert!(emergency < place(&young.name), "{words}");
        let heading = at("If you are a child or a teen").unwrap();
        assert!(heading < at("Talk to someone").unwrap(), "{words}");
        assert!(
            heading < place(&other.name) || young.name == other.name,
            "{words}"
        );
    }
    assert!(n_with_lines >= 30, "{n_with_lines}");
}
