//! A ReproSchema activity, JSON-LD, with its items inside: in `@graph`, in `addProperties`, or where
//! the order names them. Refuses an activity whose items lie in other files.

use record::{EnableOperator, NumberRange, QuestionKind, QuestionnaireFormat};
use serde_json::Value;

use super::QuestionnaireFileError;
use super::draft::{Draft, RawAnswer, RawCondition, RawItem, option};

/// Says whether JSON is an activity, or a graph that holds one.
pub(super) fn is_it(json: &Value) -> bool {
    activity(json).is_some()
}

fn is_kind(value: &Value, kind: &str) -> bool {
    let name = value["@type"]
        .as_str()
        .or_else(|| value["@type"][0].as_str());
    let name = name
        .or_else(|| value["category"].as_str())
        .unwrap_or_default();
    let name = name.rsplit([':', '/']).next().unwrap_or_default();
    name.eq_ignore_ascii_case(kind)
}

fn graph(json: &Value) -> &[Value] {
    let parts = json["@graph"].as_array().or_else(|| json.as_array());
    parts.map_or(&[], Vec::as_slice)
}

fn activity(json: &Value) -> Option<&Value> {
    if is_kind(json, "Activity") {
        return Some(json);
    }
    graph(json).iter().find(|one| is_kind(one, "Activity"))
}

/// The last part of an address: the name of what lies there.
fn name_of(address: &str) -> &str {
    let name = address.rsplit('/').next().unwrap_or(address);
    name.strip_suffix(".jsonld").unwrap_or(name)
}

/// Reads an activity in the language asked for, or the first one that it has.
pub(super) fn read(json: &Value, language: &str) -> Result<Draft, QuestionnaireFileError> {
    let activity = activity(json).ok_or(QuestionnaireFileError::Unknown)?;
    let reading = Reading {
        json,
        activity,
        language,
    };
    let title = ["prefLabel", "skos:prefLabel", "altLabel", "@id", "id"].into_iter();
    let title = title
        .filter_map(|name| reading.words(&activity[name]))
        .next();
    let mut draft = Draft::new(
        QuestionnaireFormat::ReproSchema,
        title.unwrap_or("Activity"),
    );
    draft.version = activity["version"].as_str().map(str::to_owned);
    draft.language = Some(language.to_owned());
    let rights = [
        "license",
        "schema:license",
        "copyrightNotice",
        "schema:copyrightNotice",
    ];
    let rights = rights
        .into_iter()
        .filter_map(|name| reading.words(&activity[name]))
        .next();
    draft.rights = rights.map(str::to_owned);
    draft.introduction = reading.words(&activity["preamble"]).map(str::to_owned);
    let version = activity["schemaVersion"].as_str().unwrap_or_default();
    if !version.is_empty() && !version.starts_with("1.") && !version.starts_with("0.0.1") {
        draft.unknown_version = Some(version.chars().take(40).collect());
    }
    let order = activity["ui"]["order"]
        .as_array()
        .or_else(|| activity["order"].as_array());
    let Some(order) = order else {
        let why = "it does not say in which order its questions come";
        return Err(QuestionnaireFileError::Part(why.to_owned()));
    };
    for entry in order.iter().take(1000) {
        reading.item(&mut draft, entry)?;
    }
    Ok(draft)
}

struct Reading<'a> {
    json: &'a Value,
    activity: &'a Value,
    language: &'a str,
}

impl<'a> Reading<'a> {
    /// Words in the language asked for, in English, or in the first there are.
    fn words(&self, value: &'a Value) -> Option<&'a str> {
        let in_list = |wanted: &str| {
            let all = value.as_array()?.iter();
            let mut all = all.filter(|one| one["@language"] == wanted);
            all.next()?["@value"].as_str()
        };
        value
            .as_str()
            .or_else(|| value[self.language].as_str())
            .or_else(|| value["en"].as_str())
            .or_else(|| in_list(self.language))
            .or_else(|| in_list("en"))
            .or_else(|| value["@value"].as_str())
            .or_else(|| value.as_object()?.values().find_map(Value::as_str))
    }

    /// What an address names: itself where it is written out, or the part of the file of that name.
    fn part(&self, entry: &'a Value) -> Option<&'a Value> {
        let address = match entry {
            Value::Object(_) if is_kind(entry, "Field") || is_kind(entry, "Item") => {
                return Some(entry);
            }
            Value::Object(_) => entry["@id"].as_str()?,
            _ => entry.as_str()?,
        };
        let is_it = |one: &&Value| {
            let id = one["@id"].as_str().or_else(|| one["id"].as_str());
            id.is_some_and(|id| name_of(id) == name_of(address))
        };
        let added = self
            .added()
            .map(|one| &one["isAbout"])
            .filter(|one| one.is_object());
        graph(self.json).iter().chain(added).find(is_it)
    }

    fn added(&self) -> impl Iterator<Item = &'a Value> {
        let ui = self.activity["ui"]["addProperties"].as_array();
        let all = ui.or_else(|| self.activity["addProperties"].as_array());
        all.into_iter().flatten()
    }

    /// What is said of an item where it is put into the activity.
    fn property(&self, name: &str) -> Option<&'a Value> {
        self.added().find(|one| {
            let about = &one["isAbout"];
            let address = about.as_str().or_else(|| about["@id"].as_str());
            address.is_some_and(|address| name_of(address) == name)
        })
    }

    fn item(&self, draft: &mut Draft, entry: &'a Value) -> Result<(), QuestionnaireFileError> {
        let address = entry
            .as_str()
            .or_else(|| entry["@id"].as_str())
            .unwrap_or_default();
        let short: String = address.chars().take(120).collect();
        let Some(field) = self.part(entry) else {
            let why = format!(
                "the question '{}' lies in another file ({short}); a file is needed that holds all of them",
                name_of(&short)
            );
            return Err(QuestionnaireFileError::Part(why));
        };
        let id = field["@id"]
            .as_str()
            .or_else(|| field["id"].as_str())
            .unwrap_or(address);
        let name = name_of(id);
        let property = self.property(name);
        let visible = property.map_or(&Value::Null, |one| &one["isVis"]);
        if *visible == false {
            draft.leave("field that is not shown");
            draft.left_out.insert(name.to_owned());
            return Ok(());
        }
        let Some(kind) = self.kind(field, name)? else {
            let input = field["ui"]["inputType"].as_str().unwrap_or("no kind");
            draft.leave(&format!("item of the kind {input}"));
            draft.left_out.insert(name.to_owned());
            return Ok(());
        };
        let text = self
            .words(&field["question"])
            .or_else(|| self.words(&field["prefLabel"]));
        let mut raw = RawItem::new(name, text, kind);
        raw.is_required = property.is_some_and(|one| one["valueRequired"] == true);
        match visible.as_str() {
            None => {}
            Some("true") => {}
            Some(formula) => match conditions(formula) {
                Some((conditions, is_any)) => {
                    raw.conditions = conditions;
                    raw.is_any_enough = is_any;
                }
                None => draft.leave("condition by formula; the question is always asked"),
            },
        }
        draft.items.push(raw);
        Ok(())
    }

    fn kind(
        &self,
        field: &'a Value,
        name: &str,
    ) -> Result<Option<QuestionKind>, QuestionnaireFileError> {
        let input = field["ui"]["inputType"]
            .as_str()
            .or_else(|| field["inputType"].as_str());
        let given = &field["responseOptions"];
        let options = match given.as_str() {
            Some(address) => {
                let elsewhere = || QuestionnaireFileError::AnswersElsewhere {
                    item: name.chars().take(120).collect(),
                    at: address.chars().take(120).collect(),
                };
                let is_it = |one: &&Value| {
                    let id = one["@id"].as_str().or_else(|| one["id"].as_str());
                    id.is_some_and(|id| name_of(id) == name_of(address))
                };
                graph(self.json).iter().find(is_it).ok_or_else(elsewhere)?
            }
            None => given,
        };
        let end = |names: [&str; 2]| names.into_iter().find_map(|name| options[name].as_f64());
        let range = NumberRange {
            min: end(["minValue", "schema:minValue"]),
            max: end(["maxValue", "schema:maxValue"]),
        };
        Ok(Some(match input.unwrap_or_default() {
            "radio" | "select" | "dropdown" | "slider" | "selectLanguage"
                if options["choices"].is_array() =>
            {
                self.choice(options, name)?
            }
            "radio" | "select" | "dropdown" => self.choice(options, name)?,
            "slider" | "number" | "float" => QuestionKind::Decimal(range),
            "integer" => QuestionKind::WholeNumber(range),
            "text" | "textarea" | "multitext" | "email" | "time" => QuestionKind::Text,
            "date" | "year" if input == Some("date") => QuestionKind::Date,
            "static" | "markdown" => QuestionKind::Display,
            _ => return Ok(None),
        }))
    }

    fn choice(
        &self,
        options: &'a Value,
        name: &str,
    ) -> Result<QuestionKind, QuestionnaireFileError> {
        let one = |one: &'a Value| {
            let label = self
                .words(&one["name"])
                .or_else(|| self.words(&one["schema:name"]))?;
            let value = [&one["value"], &one["schema:value"]];
            let value = value.into_iter().find(|value| !value.is_null());
            let number = value.and_then(Value::as_f64);
            let code = match value {
                Some(Value::String(code)) => code.clone(),
                Some(Value::Number(number)) => number.to_string(),
                _ => label.to_owned(),
            };
            option(None, &code, label, number)
        };
        let choices = options["choices"]
            .as_array()
            .into_iter()
            .flatten()
            .take(1000);
        let choices: Option<Vec<_>> = choices.map(one).collect();
        let wordless = || {
            let name: String = name.chars().take(60).collect();
            QuestionnaireFileError::Part(format!("an answer to '{name}' has no words"))
        };
        Ok(QuestionKind::Choice {
            options: choices.ok_or_else(wordless)?,
            is_multiple: options["multipleChoice"] == true,
            takes_other: false,
        })
    }
}

/// `a > 0 || b == 1`: comparisons with numbers, joined by one kind of sign; `None` for all else.
fn conditions(formula: &str) -> Option<(Vec<RawCondition>, bool)> {
    let is_any = formula.contains("||");
    if is_any && formula.contains("&&") {
        return None;
    }
    let parts = formula.split(if is_any { "||" } else { "&&" });
    Some((parts.map(comparison).collect::<Option<_>>()?, is_any))
}

fn comparison(text: &str) -> Option<RawCondition> {
    let signs = [
        ("===", EnableOperator::Equal),
        ("!==", EnableOperator::NotEqual),
        (">=", EnableOperator::GreaterOrEqual),
        ("<=", EnableOperator::LessOrEqual),
        ("==", EnableOperator::Equal),
        ("!=", EnableOperator::NotEqual),
        (">", EnableOperator::Greater),
        ("<", EnableOperator::Less),
    ];
    let (sign, operator) = signs.into_iter().find(|(sign, _)| text.contains(sign))?;
    let (question, number) = text.split_once(sign)?;
    let question = question.trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if question.is_empty() || !question.chars().all(is_name) {
        return None;
    }
    Some(RawCondition {
        question: question.to_owned(),
        operator,
        answer: RawAnswer::Number(number.trim().parse().ok()?),
    })
}
