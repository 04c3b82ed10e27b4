//! A questionnaire in the making: items in their order, conditions still by name. Refuses nothing that
//! can be told later, when everything is known.

use std::collections::{BTreeMap, BTreeSet};

use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, EnableOperator, EnableWhen, Label, LocalDay,
    QuestionKind, QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem, Wording,
};

use super::QuestionnaireFileError;

/// What an answer is compared with, as the file says it.
#[derive(Debug, Clone)]
pub(super) enum RawAnswer {
    /// A code, or the words of an answer.
    Code(String),
    Number(f64),
    YesNo(bool),
    Day(LocalDay),
}

/// A condition, as the file says it.
#[derive(Debug, Clone)]
pub(super) struct RawCondition {
    pub(super) question: String,
    pub(super) operator: EnableOperator,
    pub(super) answer: RawAnswer,
}

/// An item, as the file says it.
#[derive(Debug, Clone)]
pub(super) struct RawItem {
    pub(super) link_id: String,
    pub(super) level: u8,
    pub(super) prefix: Option<String>,
    pub(super) text: Option<String>,
    pub(super) kind: QuestionKind,
    pub(super) is_required: bool,
    pub(super) conditions: Vec<RawCondition>,
    pub(super) is_any_enough: bool,
    pub(super) codes: Vec<Coding>,
}

impl RawItem {
    pub(super) fn new(link_id: &str, text: Option<&str>, kind: QuestionKind) -> Self {
        Self {
            link_id: link_id.to_owned(),
            level: 0,
            prefix: None,
            text: text.map(str::to_owned),
            kind,
            is_required: false,
            conditions: Vec::new(),
            is_any_enough: false,
            codes: Vec::new(),
        }
    }
}

/// A questionnaire in the making.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) format: QuestionnaireFormat,
    pub(super) title: String,
    pub(super) url: Option<String>,
    pub(super) version: Option<String>,
    pub(super) language: Option<String>,
    pub(super) rights: Option<String>,
    pub(super) introduction: Option<String>,
    pub(super) codes: Vec<Coding>,
    pub(super) items: Vec<RawItem>,
    /// Names of items that were left out.
    pub(super) left_out: BTreeSet<String>,
    pub(super) unknown: BTreeMap<String, u64>,
    pub(super) unknown_version: Option<String>,
}

type Whole = (
    QuestionnaireHead,
    Vec<QuestionnaireItem>,
    BTreeMap<String, u64>,
    Option<String>,
);

impl Draft {
    pub(super) fn new(format: QuestionnaireFormat, title: &str) -> Self {
        Self {
            format,
            title: title.to_owned(),
            url: None,
            version: None,
            language: None,
            rights: None,
            introduction: None,
            codes: Vec::new(),
            items: Vec::new(),
            left_out: BTreeSet::new(),
            unknown: BTreeMap::new(),
            unknown_version: None,
        }
    }

    /// Counts something that is not taken.
    pub(super) fn leave(&mut self, what: &str) {
        let what: String = what.chars().take(60).collect();
        *self.unknown.entry(what).or_default() += 1;
    }

    /// Checks every part, and puts conditions to the items that they name.
    pub(super) fn whole(mut self) -> Result<Whole, QuestionnaireFileError> {
        let head = QuestionnaireHead {
            url: self.url.as_deref().and_then(|url| Label::new(url).ok()),
            version: self.version.as_deref().map(clipped).transpose()?,
            title: clipped(&plain(&self.title))?,
            language: self.language.as_deref().and_then(|l| Label::new(l).ok()),
            rights: self.rights.as_deref().and_then(wording),
            introduction: self.introduction.as_deref().and_then(wording),
            format: self.format,
            codes: std::mem::take(&mut self.codes),
        };
        let raw = std::mem::take(&mut self.items);
        let kinds: BTreeMap<String, QuestionKind> = raw
            .iter()
            .map(|item| (item.link_id.clone(), item.kind.clone()))
            .collect();
        let mut items = Vec::with_capacity(raw.len());
        for item in raw {
            items.push(self.item(item, &kinds)?);
        }
        Ok((head, items, self.unknown, self.unknown_version))
    }

    fn item(
        &mut self,
        raw: RawItem,
        kinds: &BTreeMap<String, QuestionKind>,
    ) -> Result<QuestionnaireItem, QuestionnaireFileError> {
        let part = |why: &str| {
            let name: String = raw.link_id.chars().take(60).collect();
            QuestionnaireFileError::Part(format!("item '{name}' {why}"))
        };
        let link_id = Label::new(&raw.link_id).map_err(|_| part("has no usable name"))?;
        let text = raw.text.as_deref().and_then(wording);
        let prefix = raw.prefix.as_deref().and_then(|p| Label::new(p).ok());
        let is_group = matches!(raw.kind, QuestionKind::Group);
        if text.is_none() && !is_group {
            return Err(part("has no wording, or too much of it"));
        }
        let mut enable_when = Vec::new();
        for condition in &raw.conditions {
            if self.left_out.contains(&condition.question) {
                self.leave("condition on something that was left out");
                continue;
            }
            let question = Label::new(&condition.question);
            let question = question.map_err(|_| part("depends on a question without a name"))?;
            let answer = value(
                kinds.get(&condition.question),
                condition.operator,
                &condition.answer,
            );
            enable_when.push(EnableWhen {
                question,
                operator: condition.operator,
                answer: answer.ok_or_else(|| part("depends on an answer that is none"))?,
            });
        }
        Ok(QuestionnaireItem {
            link_id,
            level: raw.level,
            prefix,
            text,
            kind: raw.kind,
            is_required: raw.is_required,
            enable_when,
            enable_behavior: if raw.is_any_enough {
                EnableBehavior::Any
            } else {
                EnableBehavior::All
            },
            codes: raw.codes,
        })
    }
}

/// The answer of a condition as the question takes it; what it does not take is told later, by name.
fn value(
    kind: Option<&QuestionKind>,
    operator: EnableOperator,
    raw: &RawAnswer,
) -> Option<AnswerValue> {
    let options = kind.map_or(&[][..], QuestionKind::options);
    let place = |is_it: &dyn Fn(&AnswerOption) -> bool| {
        let place = options.iter().position(is_it).unwrap_or(usize::MAX);
        AnswerValue::Choice(u16::try_from(place).unwrap_or(u16::MAX))
    };
    let is_choice = matches!(kind, Some(QuestionKind::Choice { .. }));
    Some(match raw {
        RawAnswer::YesNo(is_yes) if operator == EnableOperator::Exists => {
            AnswerValue::YesNo(*is_yes)
        }
        RawAnswer::Code(code) if is_choice => {
            place(&|one| one.coding.code.as_str() == code || one.label.text() == code)
        }
        RawAnswer::Number(number) if is_choice => place(&|one| {
            one.ordinal == Some(*number) || one.coding.code.as_str() == number.to_string()
        }),
        RawAnswer::YesNo(is_yes) if is_choice => {
            place(&|one| one.coding.code.as_str() == is_yes.to_string())
        }
        RawAnswer::Number(number) if matches!(kind, Some(QuestionKind::YesNo)) => {
            AnswerValue::YesNo(*number != 0.0)
        }
        RawAnswer::Code(text) => AnswerValue::text(text)?,
        RawAnswer::Number(number) => AnswerValue::Number(*number),
        RawAnswer::YesNo(is_yes) => AnswerValue::YesNo(*is_yes),
        RawAnswer::Day(day) => AnswerValue::Date(*day),
    })
}

/// A short text; what is too long is cut, because it is only shown.
pub(super) fn clipped(text: &str) -> Result<Label, QuestionnaireFileError> {
    let text: String = text.trim().chars().take(Label::CHARS_MAX).collect();
    let nameless = || QuestionnaireFileError::Part("it has no title".to_owned());
    Label::new(&text).map_err(|_| nameless())
}

/// Wording as plain text: tags and runs of blanks are taken out.
pub(super) fn wording(text: &str) -> Option<Wording> {
    Wording::new(&plain(text))
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let is_tag = from
            .chars()
            .nth(1)
            .is_some_and(|c| c.is_ascii_alphabetic() || c == '/');
        match from.find('>').filter(|_| is_tag) {
            Some(end) => {
                out.push(' ');
                rest = from.get(end + 1..).unwrap_or_default();
            }
            None => {
                out.push('<');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    for (name, sign) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        out = out.replace(name, sign);
    }
    let lines = out.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.collect();
    lines.join("\n").trim().to_owned()
}

/// One answer to choose from.
pub(super) fn option(
    system: Option<&str>,
    code: &str,
    label: &str,
    ordinal: Option<f64>,
) -> Option<AnswerOption> {
    Some(AnswerOption {
        coding: Coding {
            system: system.and_then(|system| Label::new(system).ok()),
            code: clipped(code).ok()?,
        },
        label: wording(label)?,
        ordinal: ordinal.filter(|ordinal| ordinal.is_finite()),
    })
}

/// A choice of one answer.
pub(super) const fn choice(options: Vec<AnswerOption>) -> QuestionKind {
    QuestionKind::Choice {
        options,
        is_multiple: false,
        takes_other: false,
    }
}
