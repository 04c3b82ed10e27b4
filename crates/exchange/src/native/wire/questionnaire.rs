//! How a questionnaire and its answers stand in JSON. Refuses unknown names.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::native) struct Questionnaire {
    pub key: String,
    pub url: Option<String>,
    pub version: Option<String>,
    pub title: String,
    pub language: Option<String>,
    pub rights: Option<String>,
    pub introduction: Option<String>,
    pub format: String,
    /// System, where there is one, and code.
    #[serde(default)]
    pub codes: Vec<(Option<String>, String)>,
    pub kept_on: String,
    #[serde(default)]
    pub is_use_confirmed: bool,
    pub instrument: Option<String>,
    pub safety_item: Option<String>,
    pub taken_out_at: Option<i64>,
    pub items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::native) struct Item {
    pub link_id: String,
    #[serde(default)]
    pub level: u8,
    pub prefix: Option<String>,
    pub text: Option<String>,
    pub kind: Kind,
    #[serde(default)]
    pub options: Vec<AnswerOption>,
    #[serde(default)]
    pub is_multiple: bool,
    #[serde(default)]
    pub takes_other: bool,
    /// Smallest and largest.
    pub range: Option<(Option<f64>, Option<f64>)>,
    #[serde(default)]
    pub is_required: bool,
    /// Question, operator, answer.
    #[serde(default)]
    pub enable_when: Vec<(String, String, Value)>,
    #[serde(default)]
    pub is_any_enough: bool,
    #[serde(default)]
    pub codes: Vec<(Option<String>, String)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::native) enum Kind {
    Choice,
    WholeNumber,
    Decimal,
    YesNo,
    Text,
    Date,
    Group,
    Display,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::native) struct AnswerOption {
    pub system: Option<String>,
    pub code: String,
    pub label: String,
    pub ordinal: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::native) enum Value {
    /// Place among the answers, from 0.
    Choice(u16),
    Number(f64),
    YesNo(bool),
    Text(String),
    Date(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::native) struct Response {
    pub questionnaire: String,
    pub is_complete: bool,
    /// Question and its answers; none: skipped.
    pub answers: Vec<(String, Vec<Value>)>,
}
