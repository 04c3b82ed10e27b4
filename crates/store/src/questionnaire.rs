//! Keeps questionnaires that the person brought, with their wording. Refuses to change a question:
//! there is no statement for it.

use std::collections::BTreeMap;

use record::{
    AnswerOption, Coding, EnableBehavior, EnableOperator, EnableWhen, FactKey, Label, LocalDay,
    Moment, NumberRange, QuestionKind, Questionnaire, QuestionnaireFormat, QuestionnaireHead,
    QuestionnaireItem, Wording,
};
use rusqlite::{Connection, TransactionBehavior};

use crate::append::Writer;
use crate::code::Code;
use crate::load::{ALL, Reader, Row};
use crate::questionnaire_response::{columns, value};
use crate::{Store, StoreError};

impl Code for QuestionnaireFormat {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::FhirR4, "fhir_r4"),
        (Self::FhirR5, "fhir_r5"),
        (Self::Osd, "osd"),
        (Self::ReproSchema, "reproschema"),
        (Self::Camcops, "camcops"),
    ];
}

impl Code for EnableOperator {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Exists, "exists"),
        (Self::Equal, "="),
        (Self::NotEqual, "!="),
        (Self::Greater, ">"),
        (Self::Less, "<"),
        (Self::GreaterOrEqual, ">="),
        (Self::LessOrEqual, "<="),
    ];
}

/// Where codes of the whole stand among those of its items.
const WHOLE: i64 = -1;

impl Store {
    /// Every questionnaire in the order of bringing, those taken out included.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn questionnaires(&self) -> Result<Vec<Questionnaire>, StoreError> {
        load(self.connection())
    }

    /// Keeps a questionnaire; one whose key is kept already is left as it is. `false` when it was here.
    ///
    /// # Errors
    /// [`StoreError::QuestionnairesFull`] and the errors of the disk; nothing was written then.
    pub fn append_questionnaire(&mut self, one: &Questionnaire) -> Result<bool, StoreError> {
        let path = self.path();
        let run = |connection: &mut Connection| {
            let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let writer = Writer::new(&change)?;
            let n_new = append(&writer, std::slice::from_ref(one))?;
            drop(writer);
            change.commit()?;
            Ok(n_new == 1)
        };
        run(self.connection_mut()).map_err(|error: StoreError| error.at(&path))
    }

    /// Takes a questionnaire out of the list; what was filled in keeps its words. `false` when it is
    /// not in the list.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn take_out_questionnaire(
        &mut self,
        key: FactKey,
        at: &Moment,
    ) -> Result<bool, StoreError> {
        let params = (key.as_bytes().as_slice(), at.unix_seconds());
        self.change_row(include_str!("questionnaire/take_out.sql"), params)
    }

    /// Puts a questionnaire back that was taken out; `false` when it was not.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn put_back_questionnaire(&mut self, key: FactKey) -> Result<bool, StoreError> {
        let params = [key.as_bytes().as_slice()];
        self.change_row(include_str!("questionnaire/put_back.sql"), params)
    }

    /// Says anew which instrument a questionnaire is, and which of its questions is about safety.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn name_questionnaire(&mut self, one: &Questionnaire) -> Result<bool, StoreError> {
        let instrument = one.instrument.as_ref().map(Label::as_str);
        let safety_item = one.safety_item().map(Label::as_str);
        let params = (one.key.as_bytes().as_slice(), instrument, safety_item);
        self.change_row(include_str!("questionnaire/name.sql"), params)
    }

    /// Removes for good what was taken out before this moment and on which nothing filled in rests;
    /// gives how many. Their bytes are overwritten in the record and in the write-ahead file.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn purge_questionnaires(&mut self, before: &Moment) -> Result<usize, StoreError> {
        let sql = include_str!("questionnaire/purge.sql");
        let n = crate::fact::change(self.connection(), sql, [before.unix_seconds()])
            .map_err(|error| error.at(&self.path()))?;
        if n > 0 {
            self.empty_log()?;
        }
        Ok(n)
    }

    fn change_row(&self, sql: &str, params: impl rusqlite::Params) -> Result<bool, StoreError> {
        let n_rows = crate::fact::change(self.connection(), sql, params);
        n_rows
            .map(|n| n > 0)
            .map_err(|error| error.at(&self.path()))
    }
}

/// Writes them within a transaction that is under way; gives how many are new.
pub(crate) fn append(
    writer: &Writer<'_>,
    questionnaires: &[Questionnaire],
) -> Result<usize, StoreError> {
    let mut n_new = 0;
    for one in questionnaires {
        let head = &one.head;
        let text = |label: &Option<Label>| label.as_ref().map(|l| l.as_str().to_owned());
        let words = |wording: &Option<Wording>| wording.as_ref().map(|w| w.text().to_owned());
        let params = rusqlite::params![
            one.key.as_bytes().as_slice(),
            text(&head.url),
            text(&head.version),
            head.title.as_str(),
            text(&head.language),
            words(&head.rights),
            words(&head.introduction),
            head.format.word(),
            one.kept_on.number(),
            one.is_use_confirmed,
            text(&one.instrument),
            one.safety_item().map(Label::as_str),
            one.taken_out_at,
        ];
        if writer.insert(include_str!("questionnaire/append.sql"), params)? == 0 {
            continue;
        }
        n_new += 1;
        let row = writer.questionnaire(one.key)?;
        append_codes(writer, row, WHOLE, &head.codes)?;
        for (place, item) in (0i64..).zip(one.items()) {
            append_item(writer, row, place, item)?;
        }
    }
    let n: i64 = writer.count(include_str!("questionnaire/count.sql"))?;
    if n_new > 0 && usize::try_from(n).is_ok_and(|n| n > Questionnaire::KEPT_MAX) {
        return Err(StoreError::QuestionnairesFull);
    }
    Ok(n_new)
}

fn append_item(
    writer: &Writer<'_>,
    row: i64,
    place: i64,
    item: &QuestionnaireItem,
) -> Result<(), StoreError> {
    let (kind, is_multiple, takes_other, range) = match &item.kind {
        QuestionKind::Choice {
            is_multiple,
            takes_other,
            ..
        } => ("choice", *is_multiple, *takes_other, NumberRange::default()),
        QuestionKind::WholeNumber(range) => ("whole_number", false, false, *range),
        QuestionKind::Decimal(range) => ("decimal", false, false, *range),
        QuestionKind::YesNo => ("yes_no", false, false, NumberRange::default()),
        QuestionKind::Text => ("text", false, false, NumberRange::default()),
        QuestionKind::Date => ("date", false, false, NumberRange::default()),
        QuestionKind::Group => ("group", false, false, NumberRange::default()),
        QuestionKind::Display => ("display", false, false, NumberRange::default()),
    };
    let params = rusqlite::params![
        row,
        place,
        item.link_id.as_str(),
        item.level,
        item.prefix.as_ref().map(Label::as_str),
        item.text.as_ref().map(Wording::text),
        kind,
        is_multiple,
        takes_other,
        range.min,
        range.max,
        item.is_required,
        item.enable_behavior == EnableBehavior::Any,
    ];
    writer.insert(include_str!("questionnaire/append_item.sql"), params)?;
    append_codes(writer, row, place, &item.codes)?;
    for (number, option) in (0i64..).zip(item.kind.options()) {
        let params = rusqlite::params![
            row,
            place,
            number,
            option.coding.system.as_ref().map(Label::as_str),
            option.coding.code.as_str(),
            option.label.text(),
            option.ordinal,
        ];
        writer.insert(include_str!("questionnaire/append_option.sql"), params)?;
    }
    for (number, condition) in (0i64..).zip(&item.enable_when) {
        let (kind, value, words) = columns(&condition.answer);
        let params = rusqlite::params![
            row,
            place,
            number,
            condition.question.as_str(),
            condition.operator.word(),
            kind,
            value,
            words,
        ];
        writer.insert(include_str!("questionnaire/append_condition.sql"), params)?;
    }
    Ok(())
}

fn append_codes(
    writer: &Writer<'_>,
    row: i64,
    item: i64,
    codes: &[Coding],
) -> Result<(), StoreError> {
    for (number, code) in (0i64..).zip(codes) {
        let system = code.system.as_ref().map(Label::as_str);
        let params = (row, item, number, system, code.code.as_str());
        writer.insert(include_str!("questionnaire/append_code.sql"), params)?;
    }
    Ok(())
}

/// What belongs to one item, or to the whole: by questionnaire and place.
type ByItem<T> = BTreeMap<(i64, i64), Vec<T>>;

/// All of them, in the order of bringing.
pub(crate) fn load(connection: &Connection) -> Result<Vec<Questionnaire>, StoreError> {
    let reader = Reader::new(connection, ALL)?;
    let mut codes: ByItem<Coding> = ByItem::new();
    let sql = include_str!("questionnaire/load_codes.sql");
    reader.each("questionnaire_code", sql, |row| {
        let of_item = codes.entry((row.id, row.number(1)?)).or_default();
        of_item.push(coding(row, 2)?);
        Ok(())
    })?;
    let mut items = load_items(&reader, &mut codes)?;
    let mut statement = reader.prepare(include_str!("questionnaire/load.sql"))?;
    let mut rows = statement.query([])?;
    let mut questionnaires = Vec::new();
    while let Some(row) = rows.next()? {
        let row = reader.row("questionnaire", row)?;
        let head = head(&row, codes.remove(&(row.id, WHOLE)).unwrap_or_default())?;
        let items = items.remove(&row.id).unwrap_or_default();
        let kept_on = LocalDay::from_number(row.number(9)?).map_err(|_| row.unreadable())?;
        let key = FactKey::from_bytes(row.bytes(1)?);
        let one = Questionnaire::new(key, head, items, kept_on);
        let mut one = one.map_err(|_| row.unreadable())?;
        one.is_use_confirmed = row.flag(10)?;
        one.instrument = row.maybe_label(11)?;
        let safety = one.set_safety_item(row.maybe_label(12)?);
        safety.map_err(|_| row.unreadable())?;
        one.taken_out_at = row.maybe_number(13)?;
        questionnaires.push(one);
    }
    Ok(questionnaires)
}

fn head(row: &Row<'_>, codes: Vec<Coding>) -> Result<QuestionnaireHead, StoreError> {
    Ok(QuestionnaireHead {
        url: row.maybe_label(2)?,
        version: row.maybe_label(3)?,
        title: row.label(4)?,
        language: row.maybe_label(5)?,
        rights: maybe_wording(row, 6)?,
        introduction: maybe_wording(row, 7)?,
        format: row.code(8)?,
        codes,
    })
}

/// The items of each questionnaire, in their order.
fn load_items(
    reader: &Reader<'_>,
    codes: &mut ByItem<Coding>,
) -> Result<BTreeMap<i64, Vec<QuestionnaireItem>>, StoreError> {
    let mut options: ByItem<AnswerOption> = ByItem::new();
    let sql = include_str!("questionnaire/load_options.sql");
    reader.each("answer_option", sql, |row| {
        let option = AnswerOption {
            coding: coding(row, 2)?,
            label: Wording::new(row.text(4)?).ok_or_else(|| row.unreadable())?,
            ordinal: row.maybe_real(5)?,
        };
        let of_item = options.entry((row.id, row.number(1)?)).or_default();
        of_item.push(option);
        Ok(())
    })?;
    let mut conditions: ByItem<EnableWhen> = ByItem::new();
    let sql = include_str!("questionnaire/load_conditions.sql");
    reader.each("enable_when", sql, |row| {
        let condition = EnableWhen {
            question: row.label(2)?,
            operator: row.code(3)?,
            answer: value(row, 4)?,
        };
        let of_item = conditions.entry((row.id, row.number(1)?)).or_default();
        of_item.push(condition);
        Ok(())
    })?;
    let mut items: BTreeMap<i64, Vec<QuestionnaireItem>> = BTreeMap::new();
    let sql = include_str!("questionnaire/load_items.sql");
    reader.each("questionnaire_item", sql, |row| {
        let at = (row.id, row.number(1)?);
        let is_any = row.flag(12)?;
        let item = QuestionnaireItem {
            link_id: row.label(2)?,
            level: row.number(3)?,
            prefix: row.maybe_label(4)?,
            text: maybe_wording(row, 5)?,
            kind: kind(row, options.remove(&at).unwrap_or_default())?,
            is_required: row.flag(11)?,
            enable_when: conditions.remove(&at).unwrap_or_default(),
            enable_behavior: if is_any {
                EnableBehavior::Any
            } else {
                EnableBehavior::All
            },
            codes: codes.remove(&at).unwrap_or_default(),
        };
        items.entry(row.id).or_default().push(item);
        Ok(())
    })?;
    Ok(items)
}

fn kind(row: &Row<'_>, options: Vec<AnswerOption>) -> Result<QuestionKind, StoreError> {
    let range = NumberRange {
        min: row.maybe_real(9)?,
        max: row.maybe_real(10)?,
    };
    Ok(match row.text(6)? {
        "choice" => QuestionKind::Choice {
            options,
            is_multiple: row.flag(7)?,
            takes_other: row.flag(8)?,
        },
        "whole_number" => QuestionKind::WholeNumber(range),
        "decimal" => QuestionKind::Decimal(range),
        "yes_no" => QuestionKind::YesNo,
        "text" => QuestionKind::Text,
        "date" => QuestionKind::Date,
        "group" => QuestionKind::Group,
        "display" => QuestionKind::Display,
        _ => return Err(row.unreadable()),
    })
}

fn coding(row: &Row<'_>, column: usize) -> Result<Coding, StoreError> {
    Ok(Coding {
        system: row.maybe_label(column)?,
        code: row.label(column + 1)?,
    })
}

fn maybe_wording(row: &Row<'_>, column: usize) -> Result<Option<Wording>, StoreError> {
    let text = row.maybe_text(column)?;
    text.map(|text| Wording::new(text).ok_or_else(|| row.unreadable()))
        .transpose()
}
