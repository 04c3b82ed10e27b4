//! Writes a record as plain tables. Refuses cells that a spreadsheet would run as a formula, and the
//! answers about safety.

use std::collections::{BTreeMap, BTreeSet};

use csv::WriterBuilder;
use record::{
    AnswerValue, Fact, FactBody, Form, ItemId, MedicationAdministration, Moment, OccasionState,
    QuestionnaireAnswer, QuestionnaireResponse, Record, SleepNight,
};

/// Marks in front of which a spreadsheet takes a cell for a formula.
const FORMULA_MARKS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes every fact as rows of one table: `time, zone, day, kind, name, value, unit, until, words`.
///
/// An answer, a length of sleep and a dose are one row each; what has no number has none. The same
/// record gives the same text.
#[must_use]
pub fn write_csv(record: &Record) -> Vec<u8> {
    let mut rows = vec![
        [
            "time", "zone", "day", "kind", "name", "value", "unit", "until", "words",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    for fact in record.facts().iter().filter(|fact| !is_safety(fact)) {
        let day = fact.moment.day(record.profile.day_start).to_string();
        for said in sayings(record, &fact.body) {
            let Saying {
                kind,
                name,
                value,
                unit,
                until,
                words,
            } = said;
            rows.push(vec![
                fact.moment.wall_clock(),
                fact.moment.zone().name().to_owned(),
                day.clone(),
                kind.to_owned(),
                safe(&name),
                value.map_or_else(String::new, |value| value.to_string()),
                safe(&unit),
                until,
                safe(&words),
            ]);
        }
    }
    text(&rows)
}

/// Writes the occasions of a record as studies of daily life share theirs: a row an occasion, with
/// `id, day, beep, time, zone` and a column an item that was answered, in the order of their names.
///
/// An item that only the question about safety has is no column: its name alone would tell of it.
/// Private items are no columns either: such a table is made to be shared.
/// Days count from 1 at the first occasion, prompts from 1 within a day. A missed occasion is a row
/// with empty cells.
#[must_use]
pub fn write_open_esm(record: &Record, is_private: &dyn Fn(&ItemId) -> bool) -> Vec<u8> {
    text_with(&open_esm_rows(record, is_private), b',')
}

/// The same with tabs between the cells, as openESM keeps its tables.
#[must_use]
pub fn write_open_esm_with_tabs(record: &Record, is_private: &dyn Fn(&ItemId) -> bool) -> Vec<u8> {
    text_with(&open_esm_rows(record, is_private), b'\t')
}

fn open_esm_rows(record: &Record, is_private: &dyn Fn(&ItemId) -> bool) -> Vec<Vec<String>> {
    let wanted = || record.facts().iter().filter(|fact| !is_safety(fact));
    let mut items = answered_items(record, wanted());
    items.retain(|id| !is_private(id));
    let mut heading: Vec<String> = ["id", "day", "beep", "time", "zone"]
        .map(str::to_owned)
        .to_vec();
    heading.extend(items.iter().map(|id| id.as_str().to_owned()));
    let mut rows = vec![heading];
    let mut beeps: BTreeMap<i32, u32> = BTreeMap::new();
    let mut first = None;
    for fact in wanted() {
        let FactBody::Occasion(occasion) = &fact.body else {
            continue;
        };
        if matches!(occasion.state, OccasionState::Scheduled) {
            continue;
        }
        let day = fact.moment.day(record.profile.day_start);
        let day = day.days_since(*first.get_or_insert(day)) + 1;
        let beep = beeps.entry(day).or_default();
        *beep += 1;
        let mut row = vec![
            "1".to_owned(),
            day.to_string(),
            beep.to_string(),
            fact.moment.wall_clock(),
            fact.moment.zone().name().to_owned(),
        ];
        let answers = occasion.assessment();
        row.extend(items.iter().map(|id| {
            let value = answers.and_then(|answers| answers.value(id));
            value.map_or_else(String::new, |value| value.to_string())
        }));
        rows.push(row);
    }
    rows
}

/// Items of the record that these facts answer.
pub(crate) fn answered_items<'a>(
    record: &'a Record,
    facts: impl Iterator<Item = &'a Fact>,
) -> Vec<&'a ItemId> {
    let answered: BTreeSet<&ItemId> = facts
        .filter_map(|fact| match &fact.body {
            FactBody::Occasion(occasion) => occasion.assessment(),
            _ => None,
        })
        .flat_map(|answers| answers.responses().iter().map(|response| &response.item))
        .collect();
    let items = record.items().map(|item| &item.id);
    items.filter(|id| answered.contains(id)).collect()
}

pub(crate) fn is_safety(fact: &Fact) -> bool {
    matches!(&fact.body, FactBody::Occasion(occasion) if occasion.form == Form::Safety)
}

/// One row of the long table.
#[derive(Default)]
struct Saying {
    kind: &'static str,
    name: String,
    value: Option<f64>,
    unit: String,
    until: String,
    words: String,
}

fn one(kind: &'static str, name: &str) -> Saying {
    Saying {
        kind,
        name: name.to_owned(),
        ..Saying::default()
    }
}

fn of_night(night: &SleepNight) -> Vec<Saying> {
    let minutes = night.minutes_asleep().map(|minutes| Saying {
        value: Some(f64::from(minutes.0)),
        unit: "min".to_owned(),
        ..one("sleep", "minutes asleep")
    });
    let quality = night.quality.map(|quality| Saying {
        value: Some(f64::from(quality)),
        ..one("sleep", "quality 1-5")
    });
    minutes.into_iter().chain(quality).collect()
}

fn of_dose(dose: &MedicationAdministration) -> Saying {
    let kind = if dose.is_taken {
        "dose taken"
    } else {
        "dose left out"
    };
    Saying {
        value: dose.dose.as_ref().map(record::DoseAmount::amount),
        unit: (dose.dose.as_ref()).map_or_else(String::new, |d| d.unit.as_str().to_owned()),
        ..one(kind, dose.medicine.as_str())
    }
}

/// Answers to a questionnaire by its question; the one about safety, and what is asked only after it,
/// is in no table.
fn of_response(record: &Record, response: &QuestionnaireResponse) -> Vec<Saying> {
    let Some(questionnaire) = record.questionnaire(response.questionnaire) else {
        return Vec::new();
    };
    let of_answer = |answer: &QuestionnaireAnswer, value: &AnswerValue| {
        let item = questionnaire.item(answer.link_id.as_str())?;
        let words = match value {
            AnswerValue::Text(note) => note.text().to_owned(),
            AnswerValue::Date(day) => day.to_string(),
            AnswerValue::Choice(place) => {
                let chosen = item.kind.options().get(usize::from(*place))?;
                chosen.coding.code.as_str().to_owned()
            }
            AnswerValue::Number(_) | AnswerValue::YesNo(_) => String::new(),
        };
        let name = format!(
            "{} {}",
            questionnaire.head.title.as_str(),
            answer.link_id.as_str()
        );
        Some(Saying {
            value: item.kind.ordinal(value),
            words,
            ..one("questionnaire", &name)
        })
    };
    let private = questionnaire.about_safety();
    let is_open = |answer: &&QuestionnaireAnswer| !private.contains(&answer.link_id);
    let answers = response.answers().iter().filter(is_open);
    answers
        .flat_map(|answer| {
            answer
                .values
                .iter()
                .filter_map(|v| of_answer(answer, v))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn sayings(record: &Record, body: &FactBody) -> Vec<Saying> {
    match body {
        FactBody::Occasion(occasion) => match &occasion.state {
            OccasionState::Answered(answers) => (answers.responses().iter())
                .map(|response| Saying {
                    value: response.response.value(),
                    ..one("answer", response.item.as_str())
                })
                .collect(),
            OccasionState::Missed => vec![one("missed check-in", "")],
            OccasionState::Scheduled => Vec::new(),
        },
        FactBody::Flicker(flicker) => {
            let word = flicker.word.as_ref().map_or("", |word| word.as_str());
            vec![one("flicker", word)]
        }
        FactBody::Event(event) => vec![Saying {
            until: event.ends_at().map_or_else(String::new, Moment::wall_clock),
            ..one("event", event.label.as_str())
        }],
        FactBody::SleepNight(night) => of_night(night),
        FactBody::Activity(activity) => vec![Saying {
            value: Some(f64::from(activity.minutes.0)),
            unit: "min".to_owned(),
            ..one(
                "movement",
                activity.label.as_ref().map_or("", |label| label.as_str()),
            )
        }],
        FactBody::MedicationStatement(step) => vec![Saying {
            value: Some(step.dose.amount()),
            unit: step.dose.unit.as_str().to_owned(),
            until: step.to().map_or_else(String::new, |day| day.to_string()),
            ..one("medicine, daily dose", step.medicine.as_str())
        }],
        FactBody::MedicationAdministration(dose) => vec![of_dose(dose)],
        FactBody::Practice(practice) => vec![Saying {
            value: practice.minutes.map(|minutes| f64::from(minutes.0)),
            unit: practice
                .minutes
                .map_or_else(String::new, |_| "min".to_owned()),
            ..one("practice", practice.strategy.as_str())
        }],
        FactBody::PlannedDose(planned) => vec![Saying {
            value: Some(planned.dose.amount()),
            unit: planned.dose.unit.as_str().to_owned(),
            until: String::new(),
            ..one("planned daily dose", planned.medicine.as_str())
        }],
        FactBody::Contact(contact) => vec![Saying {
            value: contact.felt_heard(),
            ..one("contact, felt heard 0-100", contact.with.as_str())
        }],
        FactBody::Sheet(sheet) => (sheet.lines().iter())
            .map(|line| Saying {
                words: line.words.text().to_owned(),
                ..one("sheet", line.field.as_str())
            })
            .collect(),
        FactBody::QuestionnaireResponse(response) => of_response(record, response),
        FactBody::Note(note) => vec![Saying {
            words: note.text().to_owned(),
            ..one("note", "")
        }],
    }
}

/// A cell that no spreadsheet takes for a formula.
fn safe(words: &str) -> String {
    if words.starts_with(FORMULA_MARKS) {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

fn text(rows: &[Vec<String>]) -> Vec<u8> {
    text_with(rows, b',')
}

fn text_with(rows: &[Vec<String>], delimiter: u8) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}
