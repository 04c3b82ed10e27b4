//! A FHIR Questionnaire in JSON, R4 or R5, alone or in a bundle with the value sets that it names.
//! Refuses to fetch a value set, and forms of versions before R4.

use record::{
    AnswerOption, Coding, EnableOperator, Label, LocalDay, NumberRange, QuestionKind,
    Questionnaire, QuestionnaireFormat,
};
use serde_json::Value;

use super::QuestionnaireFileError;
use super::draft::{Draft, RawAnswer, RawCondition, RawItem, choice, option};

const OPERATORS: [(&str, EnableOperator); 7] = [
    ("exists", EnableOperator::Exists),
    ("=", EnableOperator::Equal),
    ("!=", EnableOperator::NotEqual),
    (">", EnableOperator::Greater),
    ("<", EnableOperator::Less),
    (">=", EnableOperator::GreaterOrEqual),
    ("<=", EnableOperator::LessOrEqual),
];

/// The questionnaire itself, or the only one of a bundle.
pub(super) fn find(json: &Value) -> Option<&Value> {
    let is_it = |resource: &&Value| resource["resourceType"] == "Questionnaire";
    if json["resourceType"] != "Bundle" {
        return Some(json).filter(is_it);
    }
    // Answers beside it make it a record of somebody, which is read as one.
    let resources = json["entry"].as_array()?.iter().map(|e| &e["resource"]);
    let first = resources.clone().find(is_it)?;
    let is_form = |resource: &Value| {
        let kind = resource["resourceType"].as_str();
        matches!(kind, Some("Questionnaire" | "ValueSet" | "CodeSystem"))
    };
    (resources.clone().all(is_form) && resources.filter(is_it).count() == 1).then_some(first)
}

/// R5 where something stands in it that only R5 has.
pub(super) fn format(questionnaire: &Value) -> QuestionnaireFormat {
    let at_top = [
        "copyrightLabel",
        "versionAlgorithmString",
        "versionAlgorithmCoding",
    ];
    if at_top.iter().any(|name| !questionnaire[*name].is_null()) || has_new_item(questionnaire, 0) {
        QuestionnaireFormat::FhirR5
    } else {
        QuestionnaireFormat::FhirR4
    }
}

fn items_of(value: &Value) -> &[Value] {
    value["item"].as_array().map_or(&[], Vec::as_slice)
}

fn has_new_item(value: &Value, level: usize) -> bool {
    let is_new = |item: &Value| {
        item["type"] == "coding"
            || !item["answerConstraint"].is_null()
            || !item["disabledDisplay"].is_null()
            || (level < Questionnaire::LEVELS_MAX && has_new_item(item, level + 1))
    };
    items_of(value).iter().any(is_new)
}

/// Reads a questionnaire.
pub(super) fn read(json: &Value) -> Result<Draft, QuestionnaireFileError> {
    let questionnaire = find(json).ok_or(QuestionnaireFileError::Unknown)?;
    let text = |name: &str| {
        questionnaire[name]
            .as_str()
            .filter(|t| !t.trim().is_empty())
    };
    let title = text("title")
        .or_else(|| text("name"))
        .or_else(|| text("id"));
    let mut draft = Draft::new(format(questionnaire), title.unwrap_or("Questionnaire"));
    draft.url = text("url").map(str::to_owned);
    draft.version = text("version").map(str::to_owned);
    draft.language = text("language").map(str::to_owned);
    let rights: Vec<&str> = ["copyright", "copyrightLabel"]
        .into_iter()
        .filter_map(text)
        .collect();
    draft.rights = (!rights.is_empty()).then(|| rights.join("\n"));
    draft.codes = codings(&questionnaire["code"]);
    if !questionnaire["modifierExtension"].is_null() {
        draft.leave("extension that changes the meaning");
    }
    let contained = questionnaire["contained"].as_array().into_iter().flatten();
    let entries = json["entry"].as_array().into_iter().flatten();
    let sets = contained.chain(entries.map(|entry| &entry["resource"]));
    let sets: Vec<&Value> = sets
        .filter(|one| one["resourceType"] == "ValueSet")
        .collect();
    let reading = Reading { sets };
    reading.items(&mut draft, questionnaire, 0)?;
    Ok(draft)
}

fn codings(value: &Value) -> Vec<Coding> {
    let all = value.as_array().into_iter().flatten().take(50);
    let one = |coding: &Value| {
        let system = coding["system"].as_str().and_then(|s| Label::new(s).ok());
        let code = Label::new(coding["code"].as_str()?).ok()?;
        Some(Coding { system, code })
    };
    all.filter_map(one).collect()
}

/// The extensions whose address ends so.
fn extension<'a>(value: &'a Value, end: &str) -> Option<&'a Value> {
    let all = value["extension"].as_array()?;
    let is_it = |one: &&Value| one["url"].as_str().is_some_and(|url| url.ends_with(end));
    all.iter().find(is_it)
}

fn number_of(extension: &Value) -> Option<f64> {
    let names = ["valueDecimal", "valueInteger", "valueQuantity"];
    names.into_iter().find_map(|name| {
        let value = &extension[name];
        value.as_f64().or_else(|| value["value"].as_f64())
    })
}

/// What an answer counts; R4 and R5 have two names for it.
fn ordinal(value: &Value) -> Option<f64> {
    let found = extension(value, "/ordinalValue")
        .or_else(|| extension(value, "/itemWeight"))
        .or_else(|| extension(value, "-ordinalValue"));
    found.and_then(number_of)
}

struct Reading<'a> {
    sets: Vec<&'a Value>,
}

impl Reading<'_> {
    fn items(
        &self,
        draft: &mut Draft,
        holder: &Value,
        level: u8,
    ) -> Result<(), QuestionnaireFileError> {
        if !holder["item"].is_null() && !holder["item"].is_array() {
            return Err(QuestionnaireFileError::Part(
                "its items are no list".to_owned(),
            ));
        }
        for item in items_of(holder) {
            let link_id = item["linkId"]
                .as_str()
                .map(str::trim)
                .filter(|id| !id.is_empty());
            let Some(link_id) = link_id else {
                let why = "an item has no name (linkId)";
                return Err(QuestionnaireFileError::Part(why.to_owned()));
            };
            if draft.items.len() > Questionnaire::ITEMS_MAX {
                break;
            }
            if usize::from(level) > Questionnaire::LEVELS_MAX {
                break;
            }
            if let Some(why) = not_asked(item) {
                leave(draft, item, why);
                continue;
            }
            let Some(kind) = self.kind(draft, item, link_id)? else {
                let kind = item["type"].as_str().unwrap_or("no type");
                leave(draft, item, &format!("item of the kind {kind}"));
                continue;
            };
            let mut raw = RawItem::new(link_id, item["text"].as_str(), kind);
            raw.level = level;
            raw.prefix = item["prefix"].as_str().map(str::to_owned);
            raw.is_required = item["required"] == true;
            raw.codes = codings(&item["code"]);
            raw.is_any_enough = item["enableBehavior"] == "any";
            raw.conditions = conditions(item, link_id)?;
            note(draft, item);
            draft.items.push(raw);
            self.items(draft, item, level + 1)?;
        }
        Ok(())
    }

    /// `None` for kinds that nobody can fill in here.
    fn kind(
        &self,
        draft: &mut Draft,
        item: &Value,
        link_id: &str,
    ) -> Result<Option<QuestionKind>, QuestionnaireFileError> {
        let has_options = !item["answerOption"].is_null() || !item["answerValueSet"].is_null();
        let name = item["type"].as_str().unwrap_or_default();
        Ok(Some(match name {
            "group" => QuestionKind::Group,
            "display" => QuestionKind::Display,
            "choice" | "open-choice" | "coding" => self.choice(item, link_id)?,
            "integer" | "decimal" | "string" | "text" | "date" if has_options => {
                self.choice(item, link_id)?
            }
            "boolean" => QuestionKind::YesNo,
            "integer" => QuestionKind::WholeNumber(range(item)),
            "decimal" => QuestionKind::Decimal(range(item)),
            "quantity" => {
                draft.leave("unit of a number");
                QuestionKind::Decimal(range(item))
            }
            "date" => QuestionKind::Date,
            "string" | "text" | "url" => QuestionKind::Text,
            "time" | "dateTime" => {
                draft.leave("time of day, taken as words");
                QuestionKind::Text
            }
            _ => return Ok(None),
        }))
    }

    fn choice(&self, item: &Value, link_id: &str) -> Result<QuestionKind, QuestionnaireFileError> {
        if !item["option"].is_null() || !item["options"].is_null() {
            let what = "a FHIR form from before R4".to_owned();
            return Err(QuestionnaireFileError::Version(what));
        }
        let options = match item["answerOption"].as_array() {
            Some(options) => options.iter().take(1000).map(answer_option).collect(),
            None => self.value_set(item, link_id)?,
        };
        let Some(options) = options.into_iter().collect::<Option<Vec<_>>>() else {
            let why = format!("an answer to '{}' has no words", short(link_id));
            return Err(QuestionnaireFileError::Part(why));
        };
        let constraint = item["answerConstraint"].as_str();
        let takes_other = item["type"] == "open-choice"
            || matches!(constraint, Some("optionsOrString" | "optionsOrType"));
        Ok(match choice(options) {
            QuestionKind::Choice { options, .. } => QuestionKind::Choice {
                options,
                is_multiple: item["repeats"] == true,
                takes_other,
            },
            other => other,
        })
    }

    /// The answers of a value set that lies in the file; none where no set is named.
    fn value_set(
        &self,
        item: &Value,
        link_id: &str,
    ) -> Result<Vec<Option<AnswerOption>>, QuestionnaireFileError> {
        let Some(address) = item["answerValueSet"].as_str() else {
            return Ok(Vec::new());
        };
        let inside = address.strip_prefix('#');
        let bare = address.split('|').next().unwrap_or(address);
        let is_it = |set: &&&Value| match inside {
            Some(id) => set["id"] == id,
            None => set["url"] == bare,
        };
        let elsewhere = || QuestionnaireFileError::AnswersElsewhere {
            item: short(link_id),
            at: short(address),
        };
        let set = self.sets.iter().find(is_it).ok_or_else(elsewhere)?;
        let concept = |system: Option<&str>, concept: &Value| {
            let code = concept["code"].as_str()?;
            let label = concept["display"].as_str().unwrap_or(code);
            option(system, code, label, ordinal(concept))
        };
        let mut options = Vec::new();
        for one in set["expansion"]["contains"]
            .as_array()
            .into_iter()
            .flatten()
        {
            options.push(concept(one["system"].as_str(), one));
        }
        if options.is_empty() {
            for include in set["compose"]["include"].as_array().into_iter().flatten() {
                let concepts = include["concept"].as_array().ok_or_else(elsewhere)?;
                let system = include["system"].as_str();
                options.extend(concepts.iter().take(1000).map(|one| concept(system, one)));
            }
        }
        Ok(options)
    }
}

fn short(text: &str) -> String {
    text.chars().take(120).collect()
}

fn answer_option(one: &Value) -> Option<AnswerOption> {
    let coding = &one["valueCoding"];
    let counts = ordinal(one).or_else(|| ordinal(coding));
    if coding.is_object() {
        let display = coding["display"].as_str();
        let code = coding["code"].as_str().or(display)?;
        return option(
            coding["system"].as_str(),
            code,
            display.unwrap_or(code),
            counts,
        );
    }
    if let Some(number) = one["valueInteger"].as_i64() {
        let text = number.to_string();
        #[expect(clippy::cast_precision_loss, reason = "an answer on a form")]
        let number = number as f64;
        return option(None, &text, &text, counts.or(Some(number)));
    }
    let names = ["valueString", "valueDate", "valueTime"];
    let words = names.into_iter().find_map(|name| one[name].as_str())?;
    option(None, words, words, counts)
}

/// Why an item is not for the person to fill in.
fn not_asked(item: &Value) -> Option<&'static str> {
    if extension(item, "calculatedExpression").is_some() {
        return Some("calculated field");
    }
    if item["readOnly"] == true && item["type"] != "display" && item["type"] != "group" {
        return Some("field that is filled in by a program");
    }
    let hidden = extension(item, "questionnaire-hidden");
    hidden
        .filter(|one| one["valueBoolean"] == true)
        .map(|_| "hidden item")
}

/// Leaves an item out with everything below it.
fn leave(draft: &mut Draft, item: &Value, why: &str) {
    draft.leave(why);
    let mut open = vec![item];
    // Deeper files do not come out of the JSON reader.
    while let Some(item) = open.pop() {
        if let Some(name) = item["linkId"].as_str() {
            draft.left_out.insert(name.trim().to_owned());
        }
        open.extend(items_of(item));
    }
}

/// Counts what is not understood of an item that is taken.
fn note(draft: &mut Draft, item: &Value) {
    let formulas = [
        (
            "enableWhenExpression",
            "condition by formula; the question is always asked",
        ),
        ("initialExpression", "value filled in beforehand"),
        ("answerExpression", "answers by formula"),
        ("questionnaire-constraint", "rule about an answer"),
    ];
    for (end, what) in formulas {
        if extension(item, end).is_some() {
            draft.leave(what);
        }
    }
    if item["type"] == "group" && item["repeats"] == true {
        draft.leave("repeating group, asked once");
    }
    if !item["initial"].is_null() {
        draft.leave("value filled in beforehand");
    }
    if !item["modifierExtension"].is_null() {
        draft.leave("extension that changes the meaning");
    }
}

fn range(item: &Value) -> NumberRange {
    let end = |name: &str| extension(item, name).and_then(number_of);
    NumberRange {
        min: end("/minValue"),
        max: end("/maxValue"),
    }
}

fn conditions(item: &Value, link_id: &str) -> Result<Vec<RawCondition>, QuestionnaireFileError> {
    let all = item["enableWhen"].as_array().into_iter().flatten();
    let wrong = || {
        let why = format!(
            "item '{}' has a condition that is not whole",
            short(link_id)
        );
        QuestionnaireFileError::Part(why)
    };
    let one = |condition: &Value| {
        let question = condition["question"].as_str().ok_or_else(wrong)?;
        let name = condition["operator"].as_str().ok_or_else(wrong)?;
        let operator = OPERATORS.iter().find(|(known, _)| *known == name);
        Ok(RawCondition {
            question: question.trim().to_owned(),
            operator: operator.ok_or_else(wrong)?.1,
            answer: answer(condition).ok_or_else(wrong)?,
        })
    };
    all.take(100).map(one).collect()
}

fn answer(condition: &Value) -> Option<RawAnswer> {
    if let Some(is_yes) = condition["answerBoolean"].as_bool() {
        return Some(RawAnswer::YesNo(is_yes));
    }
    let numbers = ["answerInteger", "answerDecimal"].into_iter();
    let number = numbers.filter_map(|name| condition[name].as_f64()).next();
    if let Some(number) = number.or_else(|| condition["answerQuantity"]["value"].as_f64()) {
        return Some(RawAnswer::Number(number));
    }
    if let Some(day) = condition["answerDate"].as_str() {
        return LocalDay::parse(day).ok().map(RawAnswer::Day);
    }
    let coding = &condition["answerCoding"];
    let code = coding["code"]
        .as_str()
        .or_else(|| coding["display"].as_str());
    let code = code.or_else(|| condition["answerString"].as_str())?;
    Some(RawAnswer::Code(code.trim().to_owned()))
}
