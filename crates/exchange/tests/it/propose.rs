//! Maps that are proposed: what can be seen is filled in, what cannot be known is asked.

use exchange::{Map, Order, parse_table, propose_map};
use proptest::prelude::*;
use record::{FactKind, Zone};

fn propose(table: &str) -> String {
    propose_map(
        table.as_bytes(),
        &Zone::new("Europe/Amsterdam").unwrap(),
        &str::to_owned,
    )
    .unwrap()
}

/// The map with the questions about numbness answered, and its column no longer a candidate.
fn answered(proposal: &str, column: &str) -> String {
    let mut blocks = proposal.split("[[candidate]]");
    let mut text = blocks.next().unwrap().to_owned();
    for block in blocks {
        let is_it = block.trim_start().starts_with(&format!("# {column}:"));
        // What stands behind the last candidate stays.
        let kept = if is_it {
            block
                .split_once("\n\n")
                .map_or("", |(_, rest)| rest)
                .to_owned()
        } else {
            format!("[[candidate]]{block}")
        };
        text.push_str(&kept);
    }
    text.replace(
        "column = \"?\"",
        &format!("column = \"{column}\"\nid = \"numb\""),
    )
    .replace("{ min = \"?\", max = \"?\" }", "{ min = 0, max = 100 }")
    .replace("polarity = \"?\"", "polarity = \"higher_is_more_numb\"")
}

const DIARY: &str = "\u{feff}When;Numb today;Sleep, h;Person\r\n\
    13/08/2012 9:05 PM;3;7,5;p1\r\n14/08/2012 21:10;4;NA;p1\r\n15/08/2012;2;6,25;p1\r\n";

#[test]
fn what_can_be_seen_is_filled_in_and_numbness_is_asked_about() {
    let text = propose(DIARY);
    for line in [
        "dates = \"day_first\"",
        "time = { column = \"When\", zone = \"Europe/Amsterdam\" }",
        "missing = [\"NA\"]",
        "decimal = \",\"",
        "column = \"?\"",
        "#   Numb today: 3 whole numbers, 2 to 4",
        "id = \"column_numb_today\"",
        "#   Person: one person",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    let error = Map::parse(&text).unwrap_err();
    assert!(
        error.to_string().contains("nobody answered the \"?\" yet"),
        "{error}"
    );
}

#[test]
fn a_proposal_that_was_answered_reads_the_table_it_was_made_of() {
    let text = answered(&propose(DIARY), "Numb today");
    let map = Map::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(map.dates, Order::DayFirst);
    let parsed = parse_table(DIARY.as_bytes(), &map).unwrap();
    assert_eq!(parsed.ledger.n_rejected, 0, "{:?}", parsed.ledger.rejected);
    assert_eq!(parsed.ledger.counts[&FactKind::Occasion], 3);
    let clocks: Vec<String> = parsed.facts.iter().map(|f| f.moment.wall_clock()).collect();
    assert_eq!(
        clocks,
        ["2012-08-13 21:05", "2012-08-14 21:10", "2012-08-15 12:00"]
    );
}

#[test]
fn dates_that_could_be_two_days_are_asked_about_and_mixed_ones_told() {
    let both = propose("date,mood\n03/04/2012,1\n05/06/2012,2\n");
    assert!(both.contains("# 03/04/2012 could be two days"), "{both}");
    assert!(both.contains("dates = \"?\""), "{both}");
    let month = propose("date,mood\n03/04/2012,1\n05/16/2012,2\n");
    assert!(
        month.contains("dates = \"month_first\"") && month.contains("# 05/16/2012"),
        "{month}"
    );
    let mixed = propose("date,mood\n30/04/2012,1\n05/16/2012,2\n");
    assert!(mixed.contains("mend the table"), "{mixed}");
    let year = propose("date,mood\n2012-04-03,1\n");
    assert!(!year.contains("dates ="), "{year}");
    let bad = "dates = \"us\"\ntime = { column = \"a\", zone = \"UTC\" }\n[outcome]\ncolumn = \"b\"\n\
               scale = { min = 0, max = 1 }\npolarity = \"higher_is_more_numb\"\n";
    assert!(
        Map::parse(bad)
            .unwrap_err()
            .to_string()
            .starts_with("line 1, dates")
    );
}

#[test]
fn a_shared_study_is_told_by_its_days_and_prompts_and_by_its_people() {
    let table = "id\tday\tbeep\tcheerful\tnote\n1\t1\t1\t4\tx\n1\t1\t2\tNA\ty\n2\t1\t1\t6\tz\n";
    let text = propose(table);
    assert!(
        text.contains("time = { day = \"day\", beep = \"beep\", start = \"?\" }"),
        "{text}"
    );
    assert!(
        text.contains("#   id: 2 people. Of many people, answer with thawline analyse --id id")
    );
    assert!(
        text.contains("#   cheerful: 2 whole numbers, 4 to 6"),
        "{text}"
    );
    assert!(text.contains("#   note: words"), "{text}");
}

#[test]
fn our_own_table_of_occasions_gives_its_zone_days_and_prompts() {
    let table = "id,day,beep,time,zone,numbness\n1,1,1,2026-03-02 21:40,Asia/Tokyo,40\n\
                 1,2,1,2026-03-03 21:40,Asia/Tokyo,38\n";
    let text = propose(table);
    assert!(
        text.contains(
            "time = { column = \"time\", zone = \"Asia/Tokyo\", day_column = \"day\", beep_column = \"beep\" }"
        ),
        "{text}"
    );
    let map = Map::parse(&answered(&text, "numbness"));
    let map = map.unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(map.zone().unwrap().name(), "Asia/Tokyo");
}

#[test]
fn a_date_and_a_clock_in_two_columns_belong_together() {
    let text = propose("d,t,x\n2024-01-02,08:30,1\n2024-01-03,9:30,2\n");
    assert!(
        text.contains(
            "time = { column = \"t\", date_column = \"d\", zone = \"Europe/Amsterdam\" }"
        ),
        "{text}"
    );
}

#[test]
fn what_a_person_wrote_is_not_repeated() {
    let text = propose("date,x,thoughts\n2024-01-02,1,secret words\n2024-01-03,2,other words\n");
    assert!(
        !text.contains("secret") && !text.contains("other words"),
        "{text}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_table_at_all_makes_a_proposal_panic_or_a_map_without_questions(
        name in "[-\"#= a-zA-Zé.\\[\\]]{0,16}",
        cells in proptest::collection::vec("[-+0-9:/TZ,.eE \"éap]{0,20}", 1..16),
    ) {
        let mut text = format!("\"{}\",b,c\n", name.replace('"', "\"\""));
        for cell in &cells {
            let cell = cell.replace('"', "\"\"");
            text.push_str(&format!("\"{cell}\",\"{cell}\",1\n"));
        }
        if let Ok(map) = propose_map(text.as_bytes(), &Zone::utc(), &str::to_owned) {
            prop_assert!(Map::parse(&map).is_err(), "{map}");
            let open = Map::parse(&map).unwrap_err().to_string();
            prop_assert!(open.contains("nobody answered"), "{open}\n{map}");
        }
    }
}
