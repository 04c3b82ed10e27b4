//! m-Path: times of the wall that look like those of UTC, short rows for prompts that went by, strings
//! within strings, one person only.

use exchange::AppFileError;
use record::{FactBody, OccasionState, Role};

use super::{fixture, read, setting};

fn told(parsed: &exchange::Parsed) -> Vec<String> {
    let is_missed = |fact: &&record::Fact| {
        let FactBody::Occasion(occasion) = &fact.body else {
            return false;
        };
        occasion.state == OccasionState::Missed
    };
    let mut parsed = parsed.clone();
    let missed: Vec<String> = (parsed.facts.iter())
        .filter(is_missed)
        .map(|fact| format!("{} missed", fact.moment.wall_clock()))
        .collect();
    parsed.facts.retain(|fact| !is_missed(&fact));
    let mut all = super::told(&parsed);
    all.extend(missed);
    all.sort_unstable();
    all
}

#[test]
fn answers_stand_on_the_clock_of_the_wall_and_prompts_that_went_by_stay() {
    let parsed = read(&fixture("m-path.csv"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-02 14:03 event company: friends",
            "2025-03-02 14:03 event feelings: calm",
            "2025-03-02 14:03 event feelings: numb",
            "2025-03-02 14:03 m_path_numb=62 m_path_tired=40 m_path_hours=6.5 m_path_walked=1 m_path_sum=5",
            "2025-03-02 14:03 note \"thoughts: rain; a walk\"",
            // The prompt of 18:00 was answered after its reminder; that of 21:00 never was.
            "2025-03-02 18:16 m_path_numb=50",
            "2025-03-02 21:00 missed",
            "2025-03-03 22:10 m_path_tired=30 m_path_walked=0",
            "2025-03-03 22:10 note \"thoughts: no\"",
            "2025-07-04 09:01 m_path_numb=10",
        ]
    );
    let by_clock = |clock: &str| {
        let mut facts = parsed.facts.iter();
        let fact = facts.find(|fact| fact.moment.wall_clock() == clock);
        fact.unwrap().moment.clone()
    };
    assert_eq!(
        by_clock("2025-03-02 14:03").zone().name(),
        "Europe/Amsterdam"
    );
    assert_eq!(
        by_clock("2025-03-02 14:03").unix_seconds() % 86_400,
        13 * 3600 + 3 * 60 + 8
    );
    assert_eq!(by_clock("2025-07-04 09:01").offset_seconds(), -14_400);
    assert_eq!(parsed.ledger.n_missed, 1);
    let unknown = &parsed.ledger.unknown;
    for (kind, n) in [
        ("answers of the type location", 1),
        ("answers of the type continuousline", 1),
        ("reminders without an answer", 1),
        ("prompts that were never sent", 1),
    ] {
        assert_eq!(unknown[kind], n, "{kind}");
    }
    // No number on a slider, words where something was calculated, a time that a spreadsheet wrote.
    assert_eq!(parsed.ledger.n_rows_rejected, 3);
    assert_eq!(parsed.ledger.n_rows, 9);
}

#[test]
fn a_slider_called_numb_and_a_word_called_numb_are_no_numbness() {
    let parsed = read(&fixture("m-path.csv"), &setting("")).unwrap();
    assert!(
        parsed
            .items
            .iter()
            .any(|item| item.id.as_str() == "m_path_numb")
    );
    assert!(parsed.items.iter().all(|item| item.role == Role::Candidate));
}

#[test]
fn answers_asked_for_are_told_from_those_that_came_by_themselves() {
    let parsed = read(&fixture("m-path.csv"), &setting("")).unwrap();
    let plans: Vec<_> = (parsed.facts.iter())
        .filter_map(|fact| match &fact.body {
            FactBody::Occasion(occasion) => {
                assert!(!occasion.is_own_prompt(), "no prompt of ours");
                Some((fact.moment.wall_clock(), occasion.plan))
            }
            _ => None,
        })
        .collect();
    let voluntary: Vec<&str> = (plans.iter())
        .filter(|(_, plan)| *plan == record::SamplingPlan::Voluntary)
        .map(|(clock, _)| clock.as_str())
        .collect();
    assert_eq!(voluntary, ["2025-03-03 22:10"]);
}

#[test]
fn the_answers_of_several_people_are_no_record() {
    let text = String::from_utf8(fixture("m-path.csv")).unwrap();
    let second = text.lines().nth(1).unwrap().replacen("7;", "8;", 1);
    let two = format!("{text}{second}\r\n");
    let error = read(two.as_bytes(), &setting("")).unwrap_err();
    assert_eq!(error, AppFileError::SeveralPeople);
    assert!(error.hint().contains("one person"));
}

#[test]
fn a_table_that_a_spreadsheet_wrote_anew_is_told_by_another_mark_between_its_columns() {
    let text = "connectionId,sentBeepId,questionListName,timeStampSent,timeStampStart,timeStampStop,timeZoneOffset,a_yesno\n\
        7,1,D,1740924000,1740924180,1740924200,3600,1\n";
    let parsed = read(text.as_bytes(), &setting("")).unwrap();
    assert_eq!(told(&parsed), ["2025-03-02 14:03 m_path_a=1"]);
}
