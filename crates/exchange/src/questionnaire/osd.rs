//! An Open Scale Definition, `.osd`: structure and wording in one JSON file. Refuses kinds of items
//! that need a picture, a sound or a grid of their own.

use record::{EnableOperator, NumberRange, QuestionKind, QuestionnaireFormat};
use serde_json::{Map, Value};

use super::QuestionnaireFileError;
use super::draft::{Draft, RawAnswer, RawCondition, RawItem, choice, option};

/// Most steps of one scale.
const STEPS_MAX: i64 = 500;

/// Says whether JSON is a scale definition.
pub(super) fn is_it(json: &Value) -> bool {
    definition(json)["items"].is_array() && definition(json)["scale_info"].is_object()
}

fn definition(json: &Value) -> &Value {
    match json.get("definition") {
        Some(definition) => definition,
        None => json,
    }
}

/// Reads a scale in the language asked for, or the first one that it has.
pub(super) fn read(json: &Value, language: &str) -> Result<Draft, QuestionnaireFileError> {
    let scale = definition(json);
    let info = &scale["scale_info"];
    let title = ["abbreviation", "name", "code"].into_iter();
    let named = |name: &str| info[name].as_str().filter(|text| !text.trim().is_empty());
    let title = title
        .clone()
        .skip(1)
        .find_map(named)
        .or_else(|| named("abbreviation"));
    let mut draft = Draft::new(QuestionnaireFormat::Osd, title.unwrap_or("Scale"));
    let (language, words) = translation(json, language)?;
    draft.language = Some(language.to_owned());
    draft.url = named("url").map(str::to_owned);
    draft.version = named("version").map(str::to_owned);
    let rights: Vec<&str> = ["license", "license_explanation", "license_url"]
        .into_iter()
        .filter_map(named)
        .collect();
    draft.rights = (!rights.is_empty()).then(|| rights.join("\n"));
    let version = json["osd_version"].as_str().unwrap_or_default();
    if !version.starts_with("1.") && version != "1" && !version.is_empty() {
        draft.unknown_version = Some(version.chars().take(40).collect());
    }
    let reading = Reading { scale, words };
    for item in scale["items"].as_array().into_iter().flatten() {
        reading.item(&mut draft, item)?;
    }
    Ok(draft)
}

fn translation<'a>(
    json: &'a Value,
    wanted: &str,
) -> Result<(&'a str, &'a Map<String, Value>), QuestionnaireFileError> {
    let all = json["translations"].as_object();
    let lacking = || {
        let why = "its wording is not in the file; an .osd file holds structure and wording";
        QuestionnaireFileError::Part(why.to_owned())
    };
    let all = all.ok_or_else(lacking)?;
    let found = all.get_key_value(wanted).or_else(|| all.iter().next());
    let (language, words) = found.ok_or_else(lacking)?;
    Ok((language, words.as_object().ok_or_else(lacking)?))
}

struct Reading<'a> {
    scale: &'a Value,
    words: &'a Map<String, Value>,
}

impl Reading<'_> {
    fn words(&self, key: &Value) -> Option<&str> {
        self.words.get(key.as_str()?)?.as_str()
    }

    fn item(&self, draft: &mut Draft, item: &Value) -> Result<(), QuestionnaireFileError> {
        let Some(id) = item["id"].as_str() else {
            let why = "an item has no name (id)";
            return Err(QuestionnaireFileError::Part(why.to_owned()));
        };
        if draft.items.len() > record::Questionnaire::ITEMS_MAX {
            return Ok(());
        }
        let name = item["type"].as_str().unwrap_or("no type");
        let kind = match name {
            "inst" => QuestionKind::Display,
            "section" => {
                if self.words(&item["title_key"]).is_none() {
                    return Ok(());
                }
                QuestionKind::Display
            }
            "likert" => self.likert(item, id)?,
            "multi" | "multicheck" => self.multi(item, id, name == "multicheck")?,
            "vas" => QuestionKind::Decimal(NumberRange {
                min: item["min"].as_f64(),
                max: item["max"].as_f64(),
            }),
            "short" | "long" => QuestionKind::Text,
            other => {
                draft.leave(&format!("item of the kind {other}"));
                draft.left_out.insert(id.to_owned());
                return Ok(());
            }
        };
        let key = if name == "section" {
            "title_key"
        } else {
            "text_key"
        };
        let mut raw = RawItem::new(id, self.words(&item[key]), kind);
        raw.is_required = item["required"] == true;
        let head = self.words(&item["question_head"]);
        let head = head.or_else(|| self.words(&self.scale["likert_options"]["question_head"]));
        if let (Some(head), Some(text), false) = (head, &raw.text, name == "inst") {
            raw.text = Some(format!("{head}\n{text}"));
        }
        match visible_when(&item["visible_when"]) {
            Some((conditions, is_any)) => {
                raw.conditions = conditions;
                raw.is_any_enough = is_any;
            }
            None => draft.leave("condition of a kind that is not read; the question is asked"),
        }
        if !item["variant_when"].is_null() || !item["variant_group"].is_null() {
            draft.leave("form of a question for another variant");
        }
        draft.items.push(raw);
        Ok(())
    }

    fn likert(&self, item: &Value, id: &str) -> Result<QuestionKind, QuestionnaireFileError> {
        let shared = &self.scale["likert_options"];
        let number = |own: &str, all: &str| item[own].as_i64().or_else(|| shared[all].as_i64());
        let labels = item["likert_labels"]
            .as_array()
            .or_else(|| shared["labels"].as_array());
        let n_labels = labels.and_then(|labels| i64::try_from(labels.len()).ok());
        let points = number("likert_points", "points").or(n_labels);
        let wrong = || {
            let id: String = id.chars().take(60).collect();
            QuestionnaireFileError::Part(format!("the scale of '{id}' has no steps, or too many"))
        };
        let points = points
            .filter(|n| (1..=STEPS_MAX).contains(n))
            .ok_or_else(wrong)?;
        let min = number("likert_min", "min").unwrap_or(1);
        let max = min.checked_add(points - 1).ok_or_else(wrong)?;
        let step = |(place, value): (usize, i64)| {
            let label = labels.and_then(|labels| self.words(labels.get(place)?));
            let text = value.to_string();
            let words = label
                .filter(|label| !label.trim().is_empty())
                .unwrap_or(&text);
            // The number beside the answer, as it stands: a score may count it the other way round.
            #[expect(clippy::cast_precision_loss, reason = "a step of a scale")]
            let counts = value as f64;
            option(None, &text, words, Some(counts)).ok_or_else(wrong)
        };
        let steps = (min..=max).enumerate().map(step);
        Ok(choice(steps.collect::<Result<_, _>>()?))
    }

    fn multi(
        &self,
        item: &Value,
        id: &str,
        is_multiple: bool,
    ) -> Result<QuestionKind, QuestionnaireFileError> {
        let one = |one: &Value| {
            let key = if one.is_object() {
                &one["text_key"]
            } else {
                one
            };
            let words = self.words(key).or_else(|| key.as_str())?;
            let value = &one["value"];
            let code = match value {
                Value::String(code) => code.clone(),
                Value::Number(number) => number.to_string(),
                _ => key.as_str().unwrap_or(words).to_owned(),
            };
            option(None, &code, words, value.as_f64())
        };
        let options = item["options"].as_array().into_iter().flatten().take(1000);
        let options: Option<Vec<_>> = options.map(one).collect();
        let wordless = || {
            let id: String = id.chars().take(60).collect();
            QuestionnaireFileError::Part(format!("an answer to '{id}' has no words"))
        };
        Ok(QuestionKind::Choice {
            options: options.ok_or_else(wordless)?,
            is_multiple,
            takes_other: false,
        })
    }
}

/// The conditions and whether one is enough; `None` for kinds that are not read.
fn visible_when(when: &Value) -> Option<(Vec<RawCondition>, bool)> {
    if when.is_null() {
        return Some((Vec::new(), false));
    }
    if let Some(all) = when["all"].as_array() {
        return Some((all.iter().map(leaf).collect::<Option<_>>()?, false));
    }
    if let Some(any) = when["any"].as_array() {
        return Some((any.iter().map(leaf).collect::<Option<_>>()?, true));
    }
    Some((vec![leaf(when)?], false))
}

fn leaf(when: &Value) -> Option<RawCondition> {
    let operator = match when["operator"].as_str()? {
        "equals" | "==" | "=" => EnableOperator::Equal,
        "not_equals" | "!=" => EnableOperator::NotEqual,
        "greater_than" | ">" => EnableOperator::Greater,
        "less_than" | "<" => EnableOperator::Less,
        ">=" => EnableOperator::GreaterOrEqual,
        "<=" => EnableOperator::LessOrEqual,
        "is_answered" => EnableOperator::Exists,
        _ => return None,
    };
    let answer = match &when["value"] {
        Value::Number(number) => RawAnswer::Number(number.as_f64()?),
        Value::String(code) => RawAnswer::Code(code.clone()),
        Value::Bool(is_yes) => RawAnswer::YesNo(*is_yes),
        Value::Null if operator == EnableOperator::Exists => RawAnswer::YesNo(true),
        _ => return None,
    };
    Some(RawCondition {
        question: when["item"].as_str()?.to_owned(),
        operator,
        answer,
    })
}
