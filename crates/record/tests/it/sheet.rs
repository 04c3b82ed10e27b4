//! A sheet keeps its fields in order, each once, and shows no log what was written.

use record::{Label, Note, Sheet, SheetError, SheetLine, Unreality};

fn line(field: &str, words: &str) -> SheetLine {
    SheetLine {
        field: Label::new(field).unwrap(),
        words: Note::new(words).unwrap(),
    }
}

fn sheet(lines: Vec<SheetLine>) -> Result<Sheet, SheetError> {
    Sheet::new(Label::new("triggers").unwrap(), lines)
}

#[test]
fn a_sheet_gives_each_field_back_and_none_that_was_left_empty() {
    let sheet = sheet(vec![line("if", "a door slams"), line("then", "I look up")]).unwrap();
    assert_eq!(sheet.field("then"), Some("I look up"));
    assert_eq!(sheet.field("step_1"), None);
    assert_eq!(sheet.lines().len(), 2);
}

#[test]
fn an_empty_sheet_a_field_twice_and_too_many_are_refused() {
    assert_eq!(sheet(vec![]).unwrap_err(), SheetError::Fields);
    let twice = vec![line("if", "one"), line("if", "two")];
    assert_eq!(sheet(twice).unwrap_err(), SheetError::Twice);
    let many = |n: usize| (0..n).map(|idx| line(&format!("f{idx}"), "x")).collect();
    assert!(sheet(many(Sheet::FIELDS_MAX)).is_ok());
    assert_eq!(
        sheet(many(Sheet::FIELDS_MAX + 1)).unwrap_err(),
        SheetError::Fields
    );
}

#[test]
fn no_log_can_show_what_was_written() {
    let sheet = sheet(vec![line("if", "a secret")]).unwrap();
    assert!(!format!("{sheet:?}").contains("secret"));
}

#[test]
fn a_rating_above_100_is_refused() {
    assert!(Unreality::new(Some(101), None).is_err());
    assert!(Unreality::new(None, Some(200)).is_err());
    let rated = Unreality::new(Some(0), Some(100)).unwrap();
    assert_eq!((rated.before(), rated.after()), (Some(0), Some(100)));
}
