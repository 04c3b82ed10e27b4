//! What others need to read our bundles: codes, sets of answers and forms, as files of the standard.
//! Refuses profiles and extensions: a reader of release 4 needs none for what we write.

use record::Form;
use serde_json::{Value, json};

use super::resource::put;
use super::{form_name, ours};

/// Version of all published files; it goes up when a word or a place of theirs changes.
const VERSION: &str = "1.0.0";
/// Kinds of facts that have a code of ours.
const FACTS: [(&str, &str); 5] = [
    ("flicker", "A feeling came through"),
    ("event", "Something that happened"),
    ("practice", "Strategy done"),
    ("contact", "Time with somebody"),
    ("activity", "Movement"),
];
const FILES: [(&str, &str); 2] = [
    ("record", "The record as this program writes it for itself"),
    ("page", "The page for a doctor"),
];

/// What a missing answer means, said in every form.
const ABSENT: &str = "Not every question is asked each time. A response leaves out what was not asked and \
    what was skipped; observations tell them apart: not-asked and asked-declined.";

/// A file to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its name: `Questionnaire-checkin.json`.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// A form with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedForm {
    /// Which one.
    pub form: Form,
    /// What it is called.
    pub title: String,
    /// Under which terms its words may be used.
    pub licence: String,
    /// Its questions, in the order of asking.
    pub items: Vec<PublishedItem>,
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedItem {
    /// Its id, as records keep it.
    pub id: String,
    /// What it is meant to measure.
    pub construct: String,
    /// The question.
    pub question: String,
    /// How it is answered.
    pub answer: PublishedAnswer,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum PublishedAnswer {
    /// On a line from 0 to 100, with words for both ends.
    Line(String, String),
    /// By the place of one of these words; the first place has this number.
    Place(i32, Vec<String>),
    /// A whole number up to this, of something.
    Count(i32, String),
}

/// All files: the codes, the sets of them and the forms. `sections` are the parts of the page for a
/// doctor, by name and heading. The questions about safety are in none of them.
#[must_use]
pub fn publish(forms: &[PublishedForm], sections: &[(String, String)]) -> Vec<Published> {
    let forms: Vec<&PublishedForm> = (forms.iter())
        .filter(|form| form.form != Form::Safety)
        .collect();
    let owned = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        let list = list.iter();
        list.map(|(code, words)| ((*code).to_owned(), (*words).to_owned()))
            .collect()
    };
    let (item, answer) = ("Questions of this program", "Answers in words");
    let mut files = vec![
        codes("fact", "Kinds of facts in a record", &owned(&FACTS)),
        codes("file", "Files inside a bundle", &owned(&FILES)),
        codes("section", "Parts of the page for a doctor", sections),
        items(item, &forms),
        codes("answer", answer, &answers(&forms)),
        value_set("item", item),
        value_set("answer", answer),
    ];
    files.extend(forms.iter().map(|form| questionnaire(form)));
    files
}

fn file(kind: &str, id: &str, mut value: Value) -> Published {
    if let Some(fields) = value.as_object_mut() {
        fields.insert("resourceType".to_owned(), kind.into());
        fields.insert("id".to_owned(), id.into());
        fields.insert("url".to_owned(), ours(&format!("{kind}/{id}")).into());
        fields.insert("version".to_owned(), VERSION.into());
        fields.insert("status".to_owned(), "active".into());
        fields.insert("publisher".to_owned(), "Thawline".into());
    }
    Published {
        name: format!("{kind}-{id}.json"),
        text: format!("{value:#}\n"),
    }
}

/// `Thawline` and the id without its marks, as names of the standard are.
fn name_of(id: &str) -> String {
    let words = id.split(['-', '_']).map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    format!("Thawline{}", words.collect::<String>())
}

fn codes(id: &str, title: &str, list: &[(String, String)]) -> Published {
    let concepts = list.iter();
    let concepts: Vec<Value> = concepts
        .map(|(code, display)| json!({"code": code, "display": display}))
        .collect();
    code_system(id, title, concepts)
}

fn code_system(id: &str, title: &str, concepts: Vec<Value>) -> Published {
    let value = json!({
        "name": name_of(id),
        "title": title,
        "caseSensitive": true,
        "content": "complete",
        "count": concepts.len(),
        "concept": concepts,
    });
    file("CodeSystem", id, value)
}

/// The questions of all forms: one code each, whatever form asks it.
fn items(title: &str, forms: &[&PublishedForm]) -> Published {
    let mut concepts: Vec<Value> = Vec::new();
    for item in forms.iter().flat_map(|form| &form.items) {
        if concepts.iter().all(|known| known["code"] != *item.id) {
            concepts.push(json!({
                "code": item.id,
                "display": item.question,
                "definition": item.construct,
            }));
        }
    }
    code_system("item", title, concepts)
}

/// Answers in words of all forms.
fn answers(forms: &[&PublishedForm]) -> Vec<(String, String)> {
    let mut list = Vec::new();
    for form in forms {
        for item in &form.items {
            if let PublishedAnswer::Place(first, words) = &item.answer {
                let all = words.iter().zip(i64::from(*first)..);
                list.extend(
                    all.map(|(word, place)| {
                        (answer_code(form.form, &item.id, place), word.clone())
                    }),
                );
            }
        }
    }
    list
}

/// `weekly.as_if.2`: the form, the question and the number that observations carry.
fn answer_code(form: Form, item: &str, place: i64) -> String {
    format!("{}.{item}.{place}", form_name(form))
}

fn coding(form: Form, item: &str, place: i64, word: &str) -> Value {
    let code = answer_code(form, item, place);
    json!({"system": ours("CodeSystem/answer"), "code": code, "display": word})
}

/// All codes of one list.
fn value_set(id: &str, title: &str) -> Published {
    let value = json!({
        "name": format!("{}Set", name_of(id)),
        "title": title,
        "compose": {"include": [{"system": ours(&format!("CodeSystem/{id}"))}]},
    });
    file("ValueSet", id, value)
}

fn questionnaire(form: &PublishedForm) -> Published {
    let id = form_name(form.form);
    let items = form.items.iter().map(|item| question(form, item));
    let value = json!({
        "name": name_of(id),
        "title": form.title,
        "description": ABSENT,
        "subjectType": ["Patient"],
        "copyright": form.licence,
        "item": items.collect::<Vec<Value>>(),
    });
    file("Questionnaire", id, value)
}

fn question(form: &PublishedForm, item: &PublishedItem) -> Value {
    const HL7: &str = "http://hl7.org/fhir/StructureDefinition";
    let shown = |list: &[(&str, &String)]| -> Value {
        let list = list.iter().map(|(place, words)| {
            let id = format!("{}.{place}", item.id);
            json!({"linkId": id, "prefix": place, "type": "display", "text": words})
        });
        list.collect::<Vec<Value>>().into()
    };
    let mut value = json!({
        "linkId": item.id,
        "code": [{"system": ours("CodeSystem/item"), "code": item.id}],
        "text": item.question,
        "required": false,
    });
    match &item.answer {
        PublishedAnswer::Line(low, high) => {
            put(&mut value, "type", "decimal".into());
            let limits = json!([
                {"url": format!("{HL7}/minValue"), "valueDecimal": 0},
                {"url": format!("{HL7}/maxValue"), "valueDecimal": 100},
                {"url": format!("{HL7}/questionnaire-itemControl"), "valueCodeableConcept": {
                    "coding": [{
                        "system": "http://hl7.org/fhir/questionnaire-item-control",
                        "code": "slider"
                    }]
                }},
            ]);
            put(&mut value, "extension", limits);
            put(&mut value, "item", shown(&[("0", low), ("100", high)]));
        }
        PublishedAnswer::Place(first, words) => {
            let options = words.iter().zip(i64::from(*first)..).map(
                |(word, place)| json!({"valueCoding": coding(form.form, &item.id, place, word)}),
            );
            put(&mut value, "type", "choice".into());
            put(
                &mut value,
                "answerOption",
                options.collect::<Vec<Value>>().into(),
            );
        }
        PublishedAnswer::Count(max, unit) => {
            put(&mut value, "type", "integer".into());
            let limits = json!([
                {"url": format!("{HL7}/minValue"), "valueInteger": 0},
                {"url": format!("{HL7}/maxValue"), "valueInteger": max},
            ]);
            put(&mut value, "extension", limits);
            put(&mut value, "item", shown(&[("unit", unit)]));
        }
    }
    value
}

/// The form as responses name it, with its version.
pub(super) fn canonical(form: Form) -> String {
    format!(
        "{}|{VERSION}",
        ours(&format!("Questionnaire/{}", form_name(form)))
    )
}

/// An answer in the type that the published form asks for; `None` when no published form has the
/// question.
pub(super) fn answer(forms: &[PublishedForm], form: Form, id: &str, value: f64) -> Option<Value> {
    let found = forms.iter().find(|one| one.form == form)?;
    let item = found.items.iter().find(|item| item.id == id)?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "places and counts are small"
    )]
    let whole = value.round() as i64;
    Some(match &item.answer {
        PublishedAnswer::Line(..) => json!({ "valueDecimal": value }),
        PublishedAnswer::Count(..) => json!({ "valueInteger": whole }),
        PublishedAnswer::Place(first, words) => {
            let place = usize::try_from(whole - i64::from(*first)).ok()?;
            json!({"valueCoding": coding(form, id, whole, words.get(place)?)})
        }
    })
}
