//! Keeps what was answered on questionnaires. Refuses to read it, and answers to a questionnaire that
//! is not kept.

use std::collections::BTreeMap;

use record::{
    AnswerValue, FactBody, FactKey, Label, LocalDay, QuestionnaireAnswer, QuestionnaireResponse,
};
use rusqlite::OptionalExtension as _;

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader, Row};

/// An answer as it stands in a row: its kind, a number, words.
pub(crate) type Columns<'a> = (&'static str, Option<f64>, Option<&'a str>);

/// Puts an answer in columns.
pub(crate) fn columns(value: &AnswerValue) -> Columns<'_> {
    match value {
        AnswerValue::Choice(place) => ("choice", Some(f64::from(*place)), None),
        AnswerValue::Number(number) => ("number", Some(*number), None),
        AnswerValue::YesNo(is_yes) => ("yes_no", Some(f64::from(u8::from(*is_yes))), None),
        AnswerValue::Text(note) => ("text", None, Some(note.text())),
        AnswerValue::Date(day) => ("date", Some(f64::from(day.number())), None),
    }
}

/// Reads an answer whose kind stands in this column, its number and words in the next two.
pub(crate) fn value(row: &Row<'_>, column: usize) -> Result<AnswerValue, StoreError> {
    let number = || row.real(column + 1);
    Ok(match row.text(column)? {
        "choice" => AnswerValue::Choice(whole(number()?).ok_or_else(|| row.unreadable())?),
        "number" => AnswerValue::Number(number()?),
        "yes_no" => AnswerValue::YesNo(number()? > 0.5),
        "text" => AnswerValue::text(row.text(column + 2)?).ok_or_else(|| row.unreadable())?,
        "date" => {
            let day = whole::<i32>(number()?).ok_or_else(|| row.unreadable())?;
            AnswerValue::Date(LocalDay::from_number(day).map_err(|_| row.unreadable())?)
        }
        _ => return Err(row.unreadable()),
    })
}

fn whole<T: TryFrom<i64>>(number: f64) -> Option<T> {
    if number.fract() != 0.0 || number.abs() > 1e9 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^31")]
    T::try_from(number as i64).ok()
}

pub(crate) fn append(
    writer: &Writer<'_>,
    fact: i64,
    response: &QuestionnaireResponse,
) -> Result<(), StoreError> {
    let questionnaire = writer.questionnaire(response.questionnaire)?;
    let row = (fact, questionnaire, response.is_complete);
    writer.insert(include_str!("questionnaire_response/append.sql"), row)?;
    let mut place = 0i64;
    let mut put = |link_id: &str, (kind, number, words): Columns<'_>| -> Result<(), StoreError> {
        let sql = include_str!("questionnaire_response/append_answer.sql");
        writer.insert(sql, (fact, place, link_id, kind, number, words))?;
        place += 1;
        Ok(())
    };
    for answer in response.answers() {
        let link_id = answer.link_id.as_str();
        if answer.values.is_empty() {
            put(link_id, ("skipped", None, None))?;
        }
        for value in &answer.values {
            put(link_id, columns(value))?;
        }
    }
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    let mut answers: BTreeMap<i64, Vec<QuestionnaireAnswer>> = BTreeMap::new();
    let sql = include_str!("questionnaire_response/load_answers.sql");
    reader.each("questionnaire_answer", sql, |row| {
        let of_fact = answers.entry(row.id).or_default();
        take(of_fact, row.label(1)?, row)
    })?;
    let sql = include_str!("questionnaire_response/load.sql");
    reader.each("questionnaire_response", sql, |row| {
        let key = FactKey::from_bytes(row.bytes(1)?);
        let answers = answers.remove(&row.id).unwrap_or_default();
        let response = QuestionnaireResponse::new(key, row.flag(2)?, answers);
        let response = response.map_err(|_| row.unreadable())?;
        bodies.put(row, FactBody::QuestionnaireResponse(response))
    })
}

/// Puts a row to the answers of its question, or begins a new question.
fn take(
    answers: &mut Vec<QuestionnaireAnswer>,
    link_id: Label,
    row: &Row<'_>,
) -> Result<(), StoreError> {
    let values = match row.text(2)? {
        "skipped" => Vec::new(),
        _ => vec![value(row, 2)?],
    };
    match answers.last_mut() {
        Some(last) if last.link_id == link_id && !values.is_empty() => last.values.extend(values),
        _ => answers.push(QuestionnaireAnswer { link_id, values }),
    }
    Ok(())
}

/// The row of a questionnaire.
pub(crate) fn find_questionnaire(
    connection: &rusqlite::Connection,
    key: FactKey,
) -> Result<Option<i64>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("questionnaire/find.sql"))?;
    let row = find.query_row([key.as_bytes().as_slice()], |row| row.get(0));
    Ok(row.optional()?)
}
