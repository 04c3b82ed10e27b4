//! The page for a doctor: what is on it, what never is, and what was chosen.

use std::collections::BTreeSet;

use app::{App, NewEvent, NewSheet, PaperBlock, ReportRequest, ReportView, TroubleKind};

use crate::place::{Place, check_in, key};

fn words(view: &ReportView) -> String {
    let sheet = &view.sheet;
    let mut words = vec![sheet.title.clone(), sheet.foot.clone()];
    words.extend(sheet.lead.clone());
    for section in &sheet.sections {
        words.push(section.heading.clone());
        for block in &section.blocks {
            match block {
                PaperBlock::Line(line) => words.push(line.clone()),
                PaperBlock::Picture(wide, narrow, key) => {
                    words.extend([wide.clone(), narrow.clone(), key.clone()]);
                }
                PaperBlock::Table(caption, columns, rows) => {
                    words.push(caption.clone());
                    words.extend(columns.clone());
                    words.extend(rows.concat());
                }
            }
        }
    }
    words.join("\n")
}

fn parts(names: &[&str]) -> Option<BTreeSet<String>> {
    Some(names.iter().map(|name| (*name).to_owned()).collect())
}

fn event(n: u8, label: &str, is_sensitive: bool) -> NewEvent {
    NewEvent {
        key: key(n),
        day: "2026-03-01".to_owned(),
        label: label.to_owned(),
        clock: "12:00".to_owned(),
        until: String::new(),
        is_sensitive,
    }
}

#[test]
fn nothing_is_named_that_was_not_chosen() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    app.event(&event(1, "CANARY-EVENT", false)).unwrap();
    app.event(&event(2, "CANARY-PRIVATE", true)).unwrap();
    app.note(&key(3), "CANARY-NOTE", None).unwrap();
    let first = app.report().unwrap();
    assert!(!words(&first).contains("CANARY"), "{}", words(&first));
    assert_eq!(first.events.len(), 2);
    // A ticked event needs its part too; the note has none.
    let all: Vec<&str> = first.parts.iter().map(|part| &*part.value).collect();
    let request = ReportRequest {
        parts: parts(&all),
        events: BTreeSet::from([key(1)]),
        ..ReportRequest::default()
    };
    app.choose_report(&request).unwrap();
    let chosen = words(&app.report().unwrap());
    assert!(chosen.contains("CANARY-EVENT"), "{chosen}");
    assert!(!chosen.contains("CANARY-PRIVATE") && !chosen.contains("CANARY-NOTE"));
    let off = ReportRequest {
        parts: parts(&["course"]),
        ..request
    };
    app.choose_report(&off).unwrap();
    assert!(!words(&app.report().unwrap()).contains("CANARY"));
}

#[test]
fn what_a_doctor_named_stands_there_only_when_it_is_ticked() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    let sheet = NewSheet {
        key: key(7),
        sheet: "named".to_owned(),
        fields: [("what", "CANARY-NAMED"), ("who", "Dr A"), ("now", "Yes")]
            .map(|(name, words)| (name.to_owned(), words.to_owned()))
            .to_vec(),
    };
    app.write_sheet(&sheet).unwrap();
    let all = words(&app.report().unwrap());
    assert!(!all.contains("CANARY"), "{all}");
    let request = ReportRequest {
        parts: parts(&["named"]),
        ..ReportRequest::default()
    };
    app.choose_report(&request).unwrap();
    let ticked = words(&app.report().unwrap());
    assert!(
        ticked.contains("CANARY-NAMED") && ticked.contains("Dr A"),
        "{ticked}"
    );
    // For a clinic's computer it stays words of the person, and becomes no resource.
    let document = app.report_document(&request).unwrap();
    assert!(document.contains("CANARY-NAMED"));
    for never in ["\"Condition\"", "\"Observation\"", "\"ClinicalImpression\""] {
        assert!(!document.contains(never), "{never}");
    }
    // Signs of a sheet on a day after the page are left out.
    let before = ReportRequest {
        from: "2020-01-01".to_owned(),
        to: "2020-01-02".to_owned(),
        ..request
    };
    app.choose_report(&before).unwrap();
    assert!(!words(&app.report().unwrap()).contains("CANARY"));
}

#[test]
fn parts_without_an_answer_share_one_line() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    let view = app.report().unwrap();
    let headings: Vec<&str> = view.sheet.sections.iter().map(|s| &*s.heading).collect();
    assert!(!headings.contains(&"What it disturbs"), "{headings:?}");
    assert!(
        words(&view).contains("what it disturbs; sense of reality"),
        "{}",
        words(&view)
    );
}

#[test]
fn the_page_says_what_it_is_and_gives_no_advice() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    let words = words(&app.report().unwrap());
    assert!(words.contains("Self-recorded, not a diagnosis"));
    assert!(words.contains("not yet validated"));
    for never in ["you have", "you should", "stop taking"] {
        assert!(!words.to_lowercase().contains(never), "{never}");
    }
}

#[test]
fn questions_are_kept_and_too_many_are_refused_whole() {
    let (_place, mut app) = Place::begun();
    let mut request = ReportRequest {
        questions: Some("Could it be the tablet?\r\nWhat else?".to_owned()),
        ..ReportRequest::default()
    };
    app.choose_report(&request).unwrap();
    assert!(words(&app.report().unwrap()).contains("Could it be the tablet?"));
    request.questions = Some("x".repeat(1_201));
    let refused = app.choose_report(&request).unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Input);
    assert!(app.report().unwrap().questions.contains("What else?"));
}

#[test]
fn wrong_choices_are_refused_with_what_to_do() {
    let (_place, mut app) = Place::begun();
    let base = ReportRequest::default();
    let wrong = [
        ReportRequest {
            from: "tomorrow".to_owned(),
            ..base.clone()
        },
        ReportRequest {
            from: "2026-03-02".to_owned(),
            to: "2026-03-01".to_owned(),
            ..base.clone()
        },
        ReportRequest {
            paper: "papyrus".to_owned(),
            ..base.clone()
        },
        ReportRequest {
            parts: parts(&["diagnosis"]),
            ..base.clone()
        },
    ];
    for request in wrong {
        let refused = app.report_pdf(&request).unwrap_err();
        assert_eq!(refused.kind, TroubleKind::Input, "{request:?}");
        assert!(!refused.hint.is_empty());
    }
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    let request = ReportRequest {
        paper: "letter".to_owned(),
        ..ReportRequest::default()
    };
    let bytes = app.report_pdf(&request).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(bytes, app.report_pdf(&request).unwrap());
}

#[test]
fn the_doctor_and_the_prescriber_read_the_same_sentences() {
    const FILE: &[u8] = include_bytes!("../../../../fixtures/people/ilse/record.json");
    let place = Place::new();
    let mut app = App::example(place.data(), place.clock(), FILE).unwrap();
    let ask = app.medicines_ask().unwrap();
    let request = ReportRequest {
        from: "2000-01-01".to_owned(),
        parts: parts(&["medicines"]),
        ..ReportRequest::default()
    };
    app.choose_report(&request).unwrap();
    let paper = words(&app.report().unwrap());
    assert!(!ask.changes.is_empty() && ask.answer.len() > 1);
    for (name, step) in &ask.changes {
        let line = format!("{name}: {step}");
        assert!(paper.contains(&line), "'{line}' is not in {paper}");
    }
    // The last line of the page to take along is advice; the paper gives none.
    let (advice, said) = ask.answer.split_last().unwrap();
    for line in said {
        assert!(paper.contains(line), "'{line}' is not in {paper}");
    }
    assert!(!paper.contains(advice));
}
