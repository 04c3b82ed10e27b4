//! Going, and what lies beside an installed program.

use crate::place::{MAP, Place, table};

fn filled(place: &Place) -> usize {
    let (csv, map) = (place.file("t.csv", table(10)), place.file("map.toml", MAP));
    place.run(&["import", &csv, "--map", &map]).done();
    place.n_entries()
}

#[test]
fn going_asks_what_becomes_of_the_record() {
    let place = Place::new();
    let n = filled(&place);
    place.run(&["uninstall"]).refused(2);
    let both = ["uninstall", "--keep-data", "--erase"];
    place.run(&both).refused(2);
    assert_eq!(place.n_entries(), n);
}

#[test]
fn a_record_that_is_kept_opens_again() {
    let place = Place::new();
    let n = filled(&place);
    let out = place.run(&["uninstall", "--keep-data"]).done();
    assert!(out.contains("kept: the record in"), "{out}");
    assert!(out.contains("to remove the program: rm "), "{out}");
    assert_eq!(place.n_entries(), n);
}

#[test]
fn an_erased_record_leaves_no_file_and_what_is_not_ours_stays() {
    let place = Place::new();
    filled(&place);
    for name in ["open.html", "notes.lock", "notes.address"] {
        std::fs::write(place.data().join(name), "").unwrap();
    }
    let out = place.run(&["uninstall", "--erase"]).done();
    assert!(out.contains("everything is forgotten"), "{out}");
    assert!(!place.data().exists(), "{out}");

    filled(&place);
    let foreign = place.data().join("shopping.txt");
    std::fs::write(&foreign, "milk").unwrap();
    let out = place.run(&["uninstall", "--erase"]).done();
    assert!(out.contains("it is not ours"), "{out}");
    assert_eq!(place.files().len(), 1, "{out}");
    assert!(foreign.exists());
}

#[test]
fn where_there_is_nothing_it_says_so_and_makes_nothing() {
    let place = Place::new();
    for flag in ["--keep-data", "--erase"] {
        let out = place.run(&["uninstall", flag]).done();
        assert!(out.contains("no timer was installed"), "{out}");
        assert!(!place.data().exists());
    }
}

#[test]
fn each_shell_gets_completions_that_know_the_calls() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = place.run(&["completions", shell]).done();
        for word in ["help-now", "backup", "data-dir"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    place.run(&["completions", "forth"]).refused(2);
    assert!(!place.data().exists());
}

#[test]
fn each_call_has_a_manual_page_in_its_own_words() {
    let place = Place::new();
    let folder = place.path().join("man");
    let to = folder.to_str().unwrap().to_owned();
    place.run(&["manual-pages", &to]).refused(4);
    std::fs::create_dir(&folder).unwrap();
    place.run(&["manual-pages", &to]).done();
    let log = std::fs::read_to_string(folder.join("thawline-log.1")).unwrap();
    assert!(log.contains(".TH thawline-log 1"), "{log}");
    assert!(log.contains("How much you can feel right now"), "{log}");
    let help = place.run(&["--help"]).done();
    // Under 'Commands:' each stands two spaces in; their further lines stand deeper.
    let calls = help.lines().filter_map(|line| {
        let line = line.strip_prefix("  ")?;
        let name = line.split(' ').next()?;
        let is_call = !name.is_empty() && !name.starts_with('-') && name != "help";
        is_call.then_some(name)
    });
    let mut n_calls = 0;
    for call in calls {
        assert!(
            folder.join(format!("thawline-{call}.1")).is_file(),
            "{call}"
        );
        n_calls += 1;
    }
    assert!(n_calls > 15, "{n_calls}");
}
