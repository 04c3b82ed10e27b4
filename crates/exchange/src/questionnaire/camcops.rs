//! Texts of a CamCOPS task, XML: `q1`, `q2`, ... and the answers `a0`, `a1`, ... Refuses tasks whose
//! texts do not say which answers belong to which question.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;
use record::{AnswerOption, QuestionnaireFormat};

use super::QuestionnaireFileError;
use super::draft::{Draft, RawItem, choice, option};

/// Most texts of a task.
const TEXTS_MAX: usize = 5_000;

/// Says whether XML is a file of CamCOPS texts.
pub(super) fn is_it(text: &[u8]) -> bool {
    let head = text.get(..4096).unwrap_or(text);
    let head = String::from_utf8_lossy(head);
    head.contains("<resources") && head.contains("<task ")
}

/// The name of a task and its texts.
struct Task {
    name: String,
    texts: BTreeMap<String, String>,
}

/// Reads the first task of a file.
pub(super) fn read(text: &[u8]) -> Result<Draft, QuestionnaireFileError> {
    if !is_it(text) {
        return Err(QuestionnaireFileError::Unknown);
    }
    let task = task(text)?;
    let get = |name: &str| task.texts.get(name).map(String::as_str);
    let title = ["title_main", "title", "name"].into_iter().find_map(get);
    let mut draft = Draft::new(QuestionnaireFormat::Camcops, title.unwrap_or(&task.name));
    let introduction: Vec<&str> = [
        "instructions",
        "instruction",
        "instruction_1",
        "instruction_2",
    ]
    .into_iter()
    .chain(["instructions_1", "instructions_2", "stem", "q_stem"])
    .filter_map(get)
    .collect();
    draft.introduction = (!introduction.is_empty()).then(|| introduction.join("\n"));
    let shared = answers(&task, "a").or_else(|| answers(&task, "option"));
    let mut used = 0;
    for number in 1..=TEXTS_MAX {
        let name = format!("q{number}");
        let question = get(&name).or_else(|| get(&format!("{name}_question")));
        let Some(question) = question.or_else(|| get(&format!("{name}_q"))) else {
            break;
        };
        let own = ["_a", "_option"].into_iter();
        let own = own
            .filter_map(|part| answers(&task, &format!("{name}{part}")))
            .next();
        let Some(options) = own.or_else(|| shared.clone()) else {
            let why = format!("the answers to '{name}' are not in the file");
            return Err(QuestionnaireFileError::Part(why));
        };
        used += 1;
        let (prefix, words) = numbered(question, number);
        let mut item = RawItem::new(&name, Some(words), choice(options));
        item.prefix = prefix.map(str::to_owned);
        draft.items.push(item);
    }
    // A last question of its own, such as how hard everything is.
    if let (Some(words), Some(options)) = (get("finalq"), answers(&task, "fa")) {
        draft
            .items
            .push(RawItem::new("finalq", Some(words), choice(options)));
    }
    if used == 0 {
        let why = "its questions are not numbered, so nobody can tell their answers";
        return Err(QuestionnaireFileError::Part(why.to_owned()));
    }
    Ok(draft)
}

/// `1. How is it?` as its number and the rest.
fn numbered(text: &str, number: usize) -> (Option<&str>, &str) {
    let digits = number.to_string();
    let Some(rest) = text.trim().strip_prefix(digits.as_str()) else {
        return (None, text);
    };
    match rest.strip_prefix(['.', ')']) {
        Some(words) if !words.trim().is_empty() => {
            let prefix = text.trim().get(..=digits.len());
            (prefix, words.trim())
        }
        _ => (None, text),
    }
}

/// The answers of one series of names, from 0 or 1 on. What they count the file does not say.
fn answers(task: &Task, stem: &str) -> Option<Vec<AnswerOption>> {
    let text = |number: u32| task.texts.get(&format!("{stem}{number}"));
    let first = [0, 1].into_iter().find(|number| text(*number).is_some())?;
    let all = (first..).map_while(|number| Some((number, text(number)?)));
    let options: Vec<AnswerOption> = all
        .filter_map(|(number, label)| option(None, &number.to_string(), label, None))
        .collect();
    (options.len() >= 2).then_some(options)
}

fn task(text: &[u8]) -> Result<Task, QuestionnaireFileError> {
    let shape = |_| QuestionnaireFileError::Shape { line: 0 };
    let text = std::str::from_utf8(text).map_err(|_| QuestionnaireFileError::Shape { line: 0 })?;
    let mut reader = Reader::from_str(text);
    let mut task: Option<Task> = None;
    let mut open: Option<(String, String)> = None;
    let mut n_open = 0u32;
    loop {
        let event = reader.read_event().map_err(shape)?;
        match event {
            Event::Start(start) => {
                n_open += 1;
                let name = start.name().as_ref().to_owned();
                let attribute = |wanted: &str| {
                    let mut all = start.attributes().flatten();
                    let found = all.find(|one| one.key.as_ref() == wanted)?;
                    Some(found.value.into_owned())
                };
                match (name.as_str(), &task) {
                    ("task", None) => {
                        task = Some(Task {
                            name: attribute("name").unwrap_or_default(),
                            texts: BTreeMap::new(),
                        });
                    }
                    // One task is one questionnaire.
                    ("task", Some(_)) => break,
                    ("string", Some(_)) => {
                        open = attribute("name").map(|name| (name, String::new()));
                    }
                    _ => {}
                }
            }
            Event::Text(words) => {
                if let Some((_, text)) = &mut open {
                    text.push_str(&words);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some((_, text)) = &mut open {
                    text.push('&');
                    text.push_str(&entity);
                    text.push(';');
                }
            }
            Event::CData(words) => {
                if let Some((_, text)) = &mut open {
                    text.push_str(&words);
                }
            }
            Event::End(end) => {
                n_open = n_open.saturating_sub(1);
                if end.name().as_ref() != "string" {
                    continue;
                }
                if let (Some((name, text)), Some(task)) = (open.take(), &mut task) {
                    if task.texts.len() >= TEXTS_MAX {
                        return Err(QuestionnaireFileError::TooLarge);
                    }
                    task.texts.insert(name, text);
                }
            }
            Event::Eof if n_open > 0 => return Err(QuestionnaireFileError::Shape { line: 0 }),
            Event::Eof => break,
            _ => {}
        }
    }
    task.ok_or(QuestionnaireFileError::Unknown)
}
