//! Tables whose columns a person names on a page: nothing is taken for numbness that nobody named.

use exchange::{ChoiceError, ColumnUse, Holds, Map, TableChoices, TableLook, look_at_table};
use record::{FactBody, Polarity, Role, Zone};

use crate::{answers, clocks, occasions, parse};

/// As a spreadsheet of a country with decimal commas saves it.
const DIARY: &str = "Datum;Uhrzeit;Stimmung;Taub;Schlaf h;Spaziergang;Notiz\n\
    13.08.2026;08:30;3;7,5;6,5;1;warmes Licht\n\
    14.08.2026;21:15;4;2;8,25;0;\n\
    15.08.2026;09:00;;;;1;\n";

fn look(table: &str) -> TableLook {
    look_at_table(table.as_bytes()).unwrap()
}

fn berlin() -> Zone {
    Zone::new("Europe/Berlin").unwrap()
}

/// What is proposed, with one more column named and the ends of its scale.
fn named(look: &TableLook, column: &str, what: ColumnUse, ends: (&str, &str)) -> TableChoices {
    let mut choices = look.proposal(&berlin());
    let idx = look.columns.iter().position(|one| one.name == column);
    choices.uses[idx.unwrap()] = Some(what);
    choices.ends = (ends.0.to_owned(), ends.1.to_owned());
    choices
}

#[test]
fn what_can_be_seen_is_proposed_and_numbness_never_is() {
    let look = look(DIARY);
    let seen: Vec<_> = (look.columns.iter())
        .map(|one| (one.name.as_str(), one.holds, one.proposed))
        .collect();
    use {ColumnUse as U, Holds as H};
    assert_eq!(
        seen,
        [
            ("Datum", H::Dates, U::When),
            ("Uhrzeit", H::Clocks, U::Clock),
            ("Stimmung", H::Numbers, U::Item),
            ("Taub", H::Numbers, U::Item),
            ("Schlaf h", H::Numbers, U::Item),
            ("Spaziergang", H::Numbers, U::Item),
            ("Notiz", H::Words, U::Leave),
        ]
    );
    assert_eq!((look.n_rows, look.asks_order.as_deref()), (3, None));
    // A middle mood is a mood: without a column that the person named, nothing is read.
    assert_eq!(
        look.map(&look.proposal(&berlin())),
        Err(ChoiceError::NoOutcome)
    );
}

#[test]
fn what_was_chosen_is_read_as_it_was_said() {
    let look = look(DIARY);
    let mut choices = named(&look, "Taub", ColumnUse::MoreNumb, ("0", "10"));
    choices.uses[5] = Some(ColumnUse::Event);
    choices.uses[6] = Some(ColumnUse::Note);
    let map = Map::parse(&look.map(&choices).unwrap()).unwrap();
    assert_eq!(
        map.outcome.item.role,
        Role::Outcome(Polarity::HigherIsMoreNumb)
    );
    assert_eq!(map.outcome.item.scale.ends(), Some((0.0, 10.0)));
    let parsed = parse(DIARY, &map);
    assert_eq!(parsed.ledger.n_rejected, 0);
    // The last row says that something happened, and no question was missed for it.
    assert_eq!(clocks(&parsed), ["2026-08-13 08:30", "2026-08-14 21:15"]);
    assert_eq!(
        answers(occasions(&parsed)[0].1),
        [
            ("table_taub", Some(7.5)),
            ("table_stimmung", Some(3.0)),
            ("table_schlaf_h", Some(6.5))
        ]
    );
    let beside: Vec<_> = (parsed.facts.iter())
        .filter_map(|fact| match &fact.body {
            FactBody::Event(event) => Some((fact.moment.wall_clock(), event.label.as_str())),
            FactBody::Note(note) => Some((fact.moment.wall_clock(), note.text())),
            _ => None,
        })
        .collect();
    let beside: Vec<_> = beside
        .iter()
        .map(|(at, words)| (at.as_str(), *words))
        .collect();
    assert_eq!(
        beside,
        [
            ("2026-08-13 08:30", "Spaziergang"),
            ("2026-08-13 08:30", "warmes Licht"),
            ("2026-08-15 09:00", "Spaziergang"),
        ]
    );
    // Read again, also as part of a longer file, everything has the keys that it had.
    let longer = format!("{DIARY}16.08.2026;10:00;1;1;1;1;mehr\n");
    let keys = |parsed: &exchange::Parsed| {
        let keys = parsed.facts.iter().map(|fact| *fact.key.as_bytes());
        keys.collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(keys(&parsed).len(), parsed.facts.len());
    assert!(keys(&parse(&longer, &map)).is_superset(&keys(&parsed)));
}

#[test]
fn the_other_end_is_the_other_end() {
    let look = look(DIARY);
    let choices = named(&look, "Stimmung", ColumnUse::MoreFeeling, ("1", "5"));
    let map = Map::parse(&look.map(&choices).unwrap()).unwrap();
    assert_eq!(
        map.outcome.item.role,
        Role::Outcome(Polarity::HigherIsMoreFeeling)
    );
}

#[test]
fn what_is_missing_or_does_not_fit_is_said_by_name() {
    let look = look(DIARY);
    let good = named(&look, "Taub", ColumnUse::MoreNumb, ("0", "10"));
    assert!(look.map(&good).is_ok());
    let with = |change: &dyn Fn(&mut TableChoices)| {
        let mut choices = good.clone();
        change(&mut choices);
        look.map(&choices).unwrap_err()
    };
    assert_eq!(with(&|c| c.uses[0] = None), ChoiceError::NoWhen);
    assert_eq!(
        with(&|c| c.uses[1] = Some(ColumnUse::When)),
        ChoiceError::TwoWhens
    );
    assert_eq!(
        with(&|c| c.uses[2] = Some(ColumnUse::MoreNumb)),
        ChoiceError::TwoOutcomes
    );
    let of_words = ChoiceError::NoNumbers {
        column: "Notiz".to_owned(),
    };
    assert_eq!(with(&|c| c.uses[6] = Some(ColumnUse::Item)), of_words);
    for (min, max) in [
        ("", "10"),
        ("ten", "10"),
        ("10", "0"),
        ("5", "5"),
        ("0", "inf"),
    ] {
        assert_eq!(
            with(&|c| c.ends = (min.to_owned(), max.to_owned())),
            ChoiceError::Ends
        );
    }
    let outside = ChoiceError::Outside {
        column: "Taub".to_owned(),
    };
    assert_eq!(with(&|c| c.ends.1 = "7".to_owned()), outside);
    let zone = ChoiceError::Zone {
        zone: "Atlantis".to_owned(),
    };
    assert_eq!(with(&|c| c.zone = " Atlantis ".to_owned()), zone);
    // A decimal comma is one in a form too.
    let mut comma = good.clone();
    comma.ends = ("0,0".to_owned(), "10,0".to_owned());
    assert!(look.map(&comma).is_ok());
}

#[test]
fn dates_that_could_be_two_are_asked_about() {
    let table = "date,numb\n03/04/2026,1\n05/06/2026,2\n";
    let look = look(table);
    assert_eq!(look.asks_order.as_deref(), Some("03/04/2026"));
    let mut choices = named(&look, "numb", ColumnUse::MoreNumb, ("0", "10"));
    assert_eq!(look.map(&choices), Err(ChoiceError::Order));
    for (order, day) in [("day_first", "2026-04-03"), ("month_first", "2026-03-04")] {
        choices.order = order.to_owned();
        let map = Map::parse(&look.map(&choices).unwrap()).unwrap();
        assert!(clocks(&parse(table, &map))[0].starts_with(day));
    }
}

#[test]
fn names_with_quotation_marks_and_line_breaks_break_no_map() {
    let table = "day,\"a \"\"b\"\"\\ ]\nc\",numb\n2026-08-13,1,2\n";
    let look = look(table);
    let choices = named(&look, "numb", ColumnUse::MoreNumb, ("0", "10"));
    let map = Map::parse(&look.map(&choices).unwrap()).unwrap();
    assert_eq!(map.candidates[0].column, "a \"b\"\\ ]\nc");
    assert_eq!(answers(occasions(&parse(table, &map))[0].1).len(), 2);
}

#[test]
fn an_event_column_of_words_names_what_happened_and_a_doubtful_yes_is_refused() {
    let text = |label: &str| {
        format!(
            "time = {{ column = \"day\", zone = \"UTC\" }}\n[outcome]\ncolumn = \"numb\"\n\
             scale = {{ min = 0, max = 10 }}\npolarity = \"higher_is_more_numb\"\n\
             [[event]]\ncolumn = \"what\"\n{label}"
        )
    };
    let table = "day,numb,what\n2026-08-13,1,tea with A.\n2026-08-14,2,\n2026-08-15,3,no\n";
    let named = Map::parse(&text("")).unwrap();
    let labels = |map: &Map| {
        let parsed = parse(table, map);
        let labels = parsed.facts.iter().filter_map(|fact| match &fact.body {
            FactBody::Event(event) => Some(event.label.as_str().to_owned()),
            _ => None,
        });
        (labels.collect::<Vec<_>>(), parsed.ledger.n_rejected)
    };
    assert_eq!(
        labels(&named),
        (vec!["tea with A.".to_owned(), "no".to_owned()], 0)
    );
    let yes = Map::parse(&text("label = \"tea\"\n")).unwrap();
    assert_eq!(labels(&yes), (vec![], 1));
    let empty = Map::parse(&text("label = \"\"\n")).unwrap_err();
    assert_eq!(empty.key, "event.label");
}
