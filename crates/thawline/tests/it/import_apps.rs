//! Diaries of other programs: words are asked about once, a second import brings nothing, and an
//! import is taken back whole.

use crate::place::Place;

const DIARY: &str = "full_date,date,weekday,time,mood,activities,note_title,note\n\
    2024-03-03,3 March,Sunday,18:52,good,walk,\"\",\"\"\n\
    2024-03-02,2 March,Saturday,9:40 pm,flat,\"walk | tea \",\"\",\"quiet day\"\n";

#[test]
fn the_words_of_a_diary_are_asked_about_once_and_the_import_is_taken_back_whole() {
    let place = Place::new();
    let csv = place.file("anything.txt", DIARY);
    let asked = place.run(&["import", &csv]).refused(2);
    assert!(asked.contains("[mood.\"flat\"]\n  numb = true"), "{asked}");
    assert!(!place.data().exists(), "a question begins no record");

    let words = "[mood.flat]\nlevel = 2\nnumb = true\n[mood.good]\nlevel = 4\nnumb = false\n";
    let words = place.file("words.toml", words);
    let dry = place
        .run(&["import", &csv, "--map", &words, "--dry-run"])
        .done();
    assert!(
        dry.contains("6 would be new, 0 already here, 0 rejected"),
        "{dry}"
    );
    let first = place.run(&["import", &csv, "--map", &words]).done();
    assert!(
        first.contains("6 new, 0 already here, 0 rejected"),
        "{first}"
    );
    // The words are known now.
    let second = place.run(&["import", &csv]).done();
    assert!(
        second.contains("0 new, 6 already here, 0 rejected"),
        "{second}"
    );
    assert!(
        place
            .run(&["import", "--list"])
            .done()
            .contains("anything.txt")
    );

    let undone = place.run(&["import", "--undo", "anything.txt"]).done();
    assert!(undone.contains("6 entries taken back"), "{undone}");
    assert_eq!(place.n_entries(), 0);
    let again = place.run(&["import", &csv]).done();
    assert!(again.contains("6 new, 0 already here"), "{again}");
}
