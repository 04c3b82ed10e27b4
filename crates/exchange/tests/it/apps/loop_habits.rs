//! Loop and `HabitBull`: numbers a thousandfold, marks that the program filled in, commas in names and
//! behind the last column, files without a heading.

use super::{fixture, read, setting, told, zip};

#[test]
fn what_was_marked_by_hand_is_a_practice_and_numbers_are_a_thousandth() {
    let parsed = read(&fixture("loop-habits"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 12:00 loop_habits_pages_read=0",
            "2025-03-02 12:00 practice Walk, short None",
            "2025-03-03 12:00 practice Walk, short None",
            "2025-03-03 12:00 note \"slow, but out\"",
            "2025-03-03 12:00 practice Meditate None",
            "2025-03-03 12:00 loop_habits_pages_read=12.5",
        ]
    );
    assert_eq!(parsed.ledger.unknown["marks that the program filled in"], 1);
    assert_eq!(parsed.ledger.n_rows, 12);
    assert_eq!(parsed.ledger.n_rows_rejected, 1, "many is no number");
}

#[test]
fn one_table_for_all_is_read_by_position_with_its_comma_at_the_end() {
    let habits = "Position,Name,Question,Description,FrequencyNumerator,FrequencyDenominator,Color\n\
                  001,Walk,,,1,1,#FF8F00\n002,Rest,,,1,1,#FF8F00\n";
    let file = zip(&[
        ("Loop/Habits.csv", habits.as_bytes()),
        (
            "Loop/Checkmarks.csv",
            b"Date,Walk,Rest,\n2016-03-02,2,0,\n2016-03-01,1,2,\n2016-02-28,2,\n",
        ),
    ]);
    let parsed = read(&file, &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2016-03-01 12:00 practice Rest None",
            "2016-03-02 12:00 practice Walk None"
        ]
    );
    assert_eq!(parsed.ledger.n_rows_rejected, 1, "a cell is missing");
}

#[test]
fn a_habit_with_larger_numbers_is_a_number_on_every_day() {
    let parsed = read(&fixture("habitbull.csv"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2019-03-01 12:00 note \"with a friend\"",
            "2019-03-01 12:00 practice Walk None",
            "2019-03-01 12:00 habitbull_glasses_of_water=6",
            "2019-03-02 12:00 habitbull_glasses_of_water=1",
        ]
    );
    assert_eq!(parsed.ledger.n_rows_rejected, 1);
}
