//! Questionnaires and what was filled in, in a record file. Refuses answers to questions that are not
//! there.

use std::borrow::Cow;
use std::collections::BTreeSet;

use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, EnableOperator, EnableWhen, Fact, FactBody,
    FactKey, Label, LocalDay, NumberRange, QuestionKind, Questionnaire, QuestionnaireAnswer,
    QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem, QuestionnaireResponse, Record,
    Wording,
};
use serde_json::{Value, json};

use super::read::words;
use super::wire::questionnaire as wire;
use super::write::{number, object, option};

const FORMATS: [(QuestionnaireFormat, &str); 5] = [
    (QuestionnaireFormat::FhirR4, "fhir_r4"),
    (QuestionnaireFormat::FhirR5, "fhir_r5"),
    (QuestionnaireFormat::Osd, "osd"),
    (QuestionnaireFormat::ReproSchema, "reproschema"),
    (QuestionnaireFormat::Camcops, "camcops"),
];

const OPERATORS: [(EnableOperator, &str); 7] = [
    (EnableOperator::Exists, "exists"),
    (EnableOperator::Equal, "="),
    (EnableOperator::NotEqual, "!="),
    (EnableOperator::Greater, ">"),
    (EnableOperator::Less, "<"),
    (EnableOperator::GreaterOrEqual, ">="),
    (EnableOperator::LessOrEqual, "<="),
];

fn named<T: Copy>(all: &[(T, &str)], name: &str) -> Result<T, String> {
    let found = all.iter().find(|(_, known)| *known == name);
    found
        .map(|(value, _)| *value)
        .ok_or_else(|| format!("there is no '{name}'"))
}

fn name_of<T: Copy + PartialEq>(all: &[(T, &'static str)], value: T) -> &'static str {
    let found = all.iter().find(|(known, _)| *known == value);
    found.map_or("", |(_, name)| name)
}

fn label(text: &str) -> Result<Label, String> {
    Label::new(text).map_err(words)
}

fn maybe_label(text: Option<&str>) -> Result<Option<Label>, String> {
    text.map(label).transpose()
}

fn maybe_wording(text: Option<&str>) -> Result<Option<Wording>, String> {
    let wording = |text| Wording::new(text).ok_or_else(|| "a wording is empty or too long".into());
    text.map(wording).transpose()
}

/// Reads a questionnaire; in words what is wrong with it.
pub(super) fn read(file: &wire::Questionnaire) -> Result<Questionnaire, String> {
    let head = QuestionnaireHead {
        url: maybe_label(file.url.as_deref())?,
        version: maybe_label(file.version.as_deref())?,
        title: label(&file.title)?,
        language: maybe_label(file.language.as_deref())?,
        rights: maybe_wording(file.rights.as_deref())?,
        introduction: maybe_wording(file.introduction.as_deref())?,
        format: named(&FORMATS, &file.format)?,
        codes: codes(&file.codes)?,
    };
    let items = file.items.iter().map(item).collect::<Result<_, _>>()?;
    let key = FactKey::parse(&file.key).map_err(words)?;
    let kept_on = LocalDay::parse(&file.kept_on).map_err(words)?;
    let mut one = Questionnaire::new(key, head, items, kept_on).map_err(words)?;
    one.is_use_confirmed = file.is_use_confirmed;
    one.instrument = maybe_label(file.instrument.as_deref())?;
    one.set_safety_item(maybe_label(file.safety_item.as_deref())?)
        .map_err(words)?;
    one.taken_out_at = file.taken_out_at;
    Ok(one)
}

fn codes(file: &[(Option<String>, String)]) -> Result<Vec<Coding>, String> {
    let one = |(system, code): &(Option<String>, String)| coding(system.as_deref(), code);
    file.iter().map(one).collect()
}

fn coding(system: Option<&str>, code: &str) -> Result<Coding, String> {
    Ok(Coding {
        system: maybe_label(system)?,
        code: label(code)?,
    })
}

fn item(file: &wire::Item) -> Result<QuestionnaireItem, String> {
    let condition = |(question, operator, answer): &(String, String, wire::Value)| {
        Ok::<_, String>(EnableWhen {
            question: label(question)?,
            operator: named(&OPERATORS, operator)?,
            answer: value(answer)?,
        })
    };
    Ok(QuestionnaireItem {
        link_id: label(&file.link_id)?,
        level: file.level,
        prefix: maybe_label(file.prefix.as_deref())?,
        text: maybe_wording(file.text.as_deref())?,
        kind: kind(file)?,
        is_required: file.is_required,
        enable_when: (file.enable_when.iter().map(condition)).collect::<Result<_, _>>()?,
        enable_behavior: match file.is_any_enough {
            true => EnableBehavior::Any,
            false => EnableBehavior::All,
        },
        codes: codes(&file.codes)?,
    })
}

fn kind(file: &wire::Item) -> Result<QuestionKind, String> {
    let (min, max) = file.range.unwrap_or_default();
    let range = NumberRange { min, max };
    Ok(match file.kind {
        wire::Kind::Choice => QuestionKind::Choice {
            options: (file.options.iter().map(answer_option)).collect::<Result<_, _>>()?,
            is_multiple: file.is_multiple,
            takes_other: file.takes_other,
        },
        wire::Kind::WholeNumber => QuestionKind::WholeNumber(range),
        wire::Kind::Decimal => QuestionKind::Decimal(range),
        wire::Kind::YesNo => QuestionKind::YesNo,
        wire::Kind::Text => QuestionKind::Text,
        wire::Kind::Date => QuestionKind::Date,
        wire::Kind::Group => QuestionKind::Group,
        wire::Kind::Display => QuestionKind::Display,
    })
}

fn answer_option(file: &wire::AnswerOption) -> Result<AnswerOption, String> {
    if file.ordinal.is_some_and(|ordinal| !ordinal.is_finite()) {
        return Err("an answer counts a number".to_owned());
    }
    Ok(AnswerOption {
        coding: coding(file.system.as_deref(), &file.code)?,
        label: Wording::new(&file.label).ok_or("an answer has no words")?,
        ordinal: file.ordinal,
    })
}

fn value(file: &wire::Value) -> Result<AnswerValue, String> {
    Ok(match file {
        wire::Value::Choice(place) => AnswerValue::Choice(*place),
        wire::Value::Number(number) => AnswerValue::Number(*number),
        wire::Value::YesNo(is_yes) => AnswerValue::YesNo(*is_yes),
        wire::Value::Text(text) => AnswerValue::text(text).ok_or("an answer has no words")?,
        wire::Value::Date(day) => AnswerValue::Date(LocalDay::parse(day).map_err(words)?),
    })
}

/// Reads what was filled in; in words what is wrong with it.
pub(super) fn read_response(
    file: &wire::Response,
    questionnaires: &[Questionnaire],
) -> Result<QuestionnaireResponse, String> {
    let key = FactKey::parse(&file.questionnaire).map_err(words)?;
    let answer = |(link_id, values): &(String, Vec<wire::Value>)| {
        Ok::<_, String>(QuestionnaireAnswer {
            link_id: label(link_id)?,
            values: values.iter().map(value).collect::<Result<_, _>>()?,
        })
    };
    let answers = file.answers.iter().map(answer).collect::<Result<_, _>>()?;
    let response = QuestionnaireResponse::new(key, file.is_complete, answers).map_err(words)?;
    let questionnaire = questionnaires.iter().find(|one| one.key == key);
    let questionnaire = questionnaire.ok_or("the questionnaire of these answers is not there")?;
    response.check(questionnaire).map_err(words)?;
    Ok(response)
}

/// The record without answers to questions about safety.
pub(super) fn without_safety(record: &Record) -> Cow<'_, Record> {
    let mut open = Cow::Borrowed(record);
    for fact in record.facts() {
        let FactBody::QuestionnaireResponse(response) = &fact.body else {
            continue;
        };
        let questionnaire = record.questionnaire(response.questionnaire);
        let private = questionnaire
            .map(Questionnaire::about_safety)
            .unwrap_or_default();
        let shown = private
            .into_iter()
            .filter(|item| response.was_shown(item.as_str()));
        let mut rest = response.clone();
        for item in shown {
            rest = rest.without(item);
        }
        if rest != *response {
            let body = FactBody::QuestionnaireResponse(rest);
            open.to_mut().replace_body(fact.key, body);
        }
    }
    open
}

/// Left out where there are none: those in the list, and those that one of these facts names.
pub(super) fn text<'a>(
    questionnaires: &[Questionnaire],
    facts: impl Iterator<Item = &'a Fact>,
) -> String {
    let named: BTreeSet<FactKey> = facts
        .filter_map(|fact| match &fact.body {
            FactBody::QuestionnaireResponse(response) => Some(response.questionnaire),
            _ => None,
        })
        .collect();
    let is_wanted = |one: &&Questionnaire| one.taken_out_at.is_none() || named.contains(&one.key);
    let lines: Vec<String> = (questionnaires.iter().filter(is_wanted))
        .map(|one| to_value(one).to_string())
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    format!(",\n\"questionnaires\":[\n{}\n]", lines.join(",\n"))
}

fn of_label(label: Option<&Label>) -> Value {
    option(label, |label| label.as_str().into())
}

fn of_wording(wording: Option<&Wording>) -> Value {
    option(wording, |wording| wording.text().into())
}

fn of_flag(flag: bool) -> Value {
    option(flag.then_some(true), Value::from)
}

fn of_codes(codes: &[Coding]) -> Value {
    let one = |code: &Coding| json!([of_label(code.system.as_ref()), code.code.as_str()]);
    match codes {
        [] => Value::Null,
        codes => codes.iter().map(one).collect(),
    }
}

fn to_value(one: &Questionnaire) -> Value {
    let head = &one.head;
    object([
        ("key", one.key.to_string().into()),
        ("url", of_label(head.url.as_ref())),
        ("version", of_label(head.version.as_ref())),
        ("title", head.title.as_str().into()),
        ("language", of_label(head.language.as_ref())),
        ("rights", of_wording(head.rights.as_ref())),
        ("introduction", of_wording(head.introduction.as_ref())),
        ("format", name_of(&FORMATS, head.format).into()),
        ("codes", of_codes(&head.codes)),
        ("kept_on", one.kept_on.to_string().into()),
        ("is_use_confirmed", of_flag(one.is_use_confirmed)),
        ("instrument", of_label(one.instrument.as_ref())),
        ("safety_item", of_label(one.safety_item())),
        ("taken_out_at", option(one.taken_out_at, Value::from)),
        ("items", one.items().iter().map(item_value).collect()),
    ])
}

fn item_value(item: &QuestionnaireItem) -> Value {
    let (kind, range) = match &item.kind {
        QuestionKind::Choice { .. } => ("choice", None),
        QuestionKind::WholeNumber(range) => ("whole_number", Some(range)),
        QuestionKind::Decimal(range) => ("decimal", Some(range)),
        QuestionKind::YesNo => ("yes_no", None),
        QuestionKind::Text => ("text", None),
        QuestionKind::Date => ("date", None),
        QuestionKind::Group => ("group", None),
        QuestionKind::Display => ("display", None),
    };
    let (is_multiple, takes_other) = match &item.kind {
        QuestionKind::Choice {
            is_multiple,
            takes_other,
            ..
        } => (*is_multiple, *takes_other),
        _ => (false, false),
    };
    let range = range.filter(|range| **range != NumberRange::default());
    let options: Vec<Value> = item.kind.options().iter().map(option_value).collect();
    let conditions: Vec<Value> = item.enable_when.iter().map(condition_value).collect();
    let list = |values: Vec<Value>| option((!values.is_empty()).then_some(values), Value::Array);
    let is_any = item.enable_behavior == EnableBehavior::Any;
    object([
        ("link_id", item.link_id.as_str().into()),
        (
            "level",
            option((item.level > 0).then_some(item.level), Value::from),
        ),
        ("prefix", of_label(item.prefix.as_ref())),
        ("text", of_wording(item.text.as_ref())),
        ("kind", kind.into()),
        ("options", list(options)),
        ("is_multiple", of_flag(is_multiple)),
        ("takes_other", of_flag(takes_other)),
        (
            "range",
            option(range, |range| {
                json!([option(range.min, number), option(range.max, number)])
            }),
        ),
        ("is_required", of_flag(item.is_required)),
        ("enable_when", list(conditions)),
        ("is_any_enough", of_flag(is_any)),
        ("codes", of_codes(&item.codes)),
    ])
}

fn option_value(one: &AnswerOption) -> Value {
    object([
        ("system", of_label(one.coding.system.as_ref())),
        ("code", one.coding.code.as_str().into()),
        ("label", one.label.text().into()),
        ("ordinal", option(one.ordinal, number)),
    ])
}

fn condition_value(condition: &EnableWhen) -> Value {
    let operator = name_of(&OPERATORS, condition.operator);
    json!([
        condition.question.as_str(),
        operator,
        answer_value(&condition.answer)
    ])
}

fn answer_value(value: &AnswerValue) -> Value {
    match value {
        AnswerValue::Choice(place) => json!({ "choice": place }),
        AnswerValue::Number(value) => json!({ "number": number(*value) }),
        AnswerValue::YesNo(is_yes) => json!({ "yes_no": is_yes }),
        AnswerValue::Text(note) => json!({ "text": note.text() }),
        AnswerValue::Date(day) => json!({ "date": day.to_string() }),
    }
}

/// What was filled in, as the file holds it.
pub(super) fn response_value(response: &QuestionnaireResponse) -> Value {
    let answer = |answer: &QuestionnaireAnswer| {
        let values: Vec<Value> = answer.values.iter().map(answer_value).collect();
        json!([answer.link_id.as_str(), values])
    };
    let answers: Vec<Value> = response.answers().iter().map(answer).collect();
    json!({
        "questionnaire": response.questionnaire.to_string(),
        "is_complete": response.is_complete,
        "answers": answers,
    })
}
