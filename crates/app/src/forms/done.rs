//! What a form says when it is done, and which form is offered when. Refuses a score and a word on
//! what was left out.

use content::{AnswerKind, FormItem};
use record::{FactKey, LocalDay, Moment, Record};

use super::{FormKind, latest, rests_until, set_of, shown};
use crate::{AdviceListView, App, Trouble, dates, text, text_with};

/// A form that is done, or rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoneView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// Heading of the whole form.
    pub heading: String,
    /// What is said, line by line.
    pub lines: Vec<String>,
    /// What was noticed, in the words of the questions; empty on most forms.
    pub noticed: Vec<String>,
    /// What to do next, after a form that the rules read.
    pub advice: Option<AdviceListView>,
    /// Help is shown, whatever was answered.
    pub shows_help: bool,
    /// The form can be begun anew.
    pub can_begin_anew: bool,
    /// The questions about safety can be turned off and their answers removed.
    pub can_be_forgotten: bool,
    /// Where one can go from here, as address and words.
    pub links: Vec<(String, String)>,
}

/// A form that can be filled in now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferView {
    /// Its address.
    pub href: &'static str,
    /// What it is called.
    pub label: String,
}

impl App {
    pub(super) fn done(
        &self,
        kind: FormKind,
        key: Option<FactKey>,
        record: &Record,
    ) -> Result<DoneView, Trouble> {
        let name = kind.name();
        let today = self.clock.now().day(record.profile.day_start);
        let mut lines = vec![text(&format!("form-{name}-done"))];
        if let (FormKind::Weekly, Some(day)) = (kind, rests_until(record, kind, today)) {
            let day = dates::long(day);
            lines.push(text_with("form-weekly-again", &[("day", day.into())]));
        }
        let is_self_check = kind == FormKind::SelfCheck;
        let mut noticed = Vec::new();
        if is_self_check {
            lines.push(text("form-not-validated"));
            noticed = key.map_or_else(|| Ok(Vec::new()), |key| noticed_in(record, key))?;
            if noticed.is_empty() {
                lines.push(text("form-nothing-noticed"));
            }
        }
        let mut links = vec![];
        if is_self_check {
            links.push(("/help/doctor".to_owned(), text("link-doctor")));
        }
        if kind == FormKind::Weekly {
            links.push(("/week".to_owned(), text("offer-week")));
            links.push(("/forms/more".to_owned(), text("link-safety")));
            links.push((super::TOGETHER.to_owned(), text("link-other")));
        }
        links.push(("/".to_owned(), text("back-to-today")));
        Ok(DoneView {
            is_example: self.is_example,
            heading: text(&format!("form-{name}-heading")),
            lines,
            noticed,
            advice: None,
            shows_help: is_self_check || kind == FormKind::Safety,
            can_begin_anew: is_self_check,
            can_be_forgotten: kind == FormKind::Safety,
            links,
        })
    }
}

/// What was noticed, in the words of the questions. Sensitive answers stay where they were given.
fn noticed_in(record: &Record, key: FactKey) -> Result<Vec<String>, Trouble> {
    let set = set_of(FormKind::SelfCheck)?;
    let fact = record.facts().iter().find(|fact| fact.key == key);
    let said = fact.map(shown).unwrap_or_default();
    let lines = said.iter().filter_map(|response| {
        let item = set.item(response.item.as_str())?;
        let item = Some(item).filter(|item| !item.is_sensitive)?;
        notice(item, response.response.value()?)
    });
    Ok(lines.collect())
}

/// One answer in words; `None` where nothing was noticed.
pub(crate) fn notice(item: &FormItem, value: f64) -> Option<String> {
    let short = item.short.as_ref()?;
    match &item.kind {
        AnswerKind::Line { .. } => {
            let strength = if item.is_well { 100.0 - value } else { value };
            if strength < 20.0 {
                return None;
            }
            let level = (0..4).find(|n| value < 25.0 * f64::from(*n) + 1.0);
            let level = level.unwrap_or(4);
            let level = text(&format!("level-{level}"));
            Some(format!("{short}: {level}"))
        }
        AnswerKind::Choice { labels } => {
            let mut places = labels.iter().zip(0u32..);
            let label = places.find(|(_, n)| (f64::from(*n) - value).abs() < 0.5)?.0;
            let is_yes_no = labels.len() == 2;
            match (labels.first().is_some_and(|no| no == "No"), is_yes_no) {
                (true, _) if value < 0.5 => None,
                (true, true) => Some(short.clone()),
                _ => Some(format!("{short}: {label}")),
            }
        }
        AnswerKind::Count { unit, .. } => Some(format!("{short}: {value} {unit}")),
    }
}

/// The forms that can be filled in now. None is ever missing: each is only offered.
pub(crate) fn offers(record: &Record, now: &Moment, today: LocalDay) -> Vec<OfferView> {
    let starts = record.profile.day_start;
    let hour = now.hour_of_day();
    let is_new = |kind: FormKind| rests_until(record, kind, today).is_none();
    let first = record.facts().first().map(|fact| fact.moment.day(starts));
    let has_a_week = first.is_some_and(|first| today.days_since(first) >= 6);
    let is_morning = (4.0..13.0).contains(&hour);
    let is_evening = !(4.0..17.0).contains(&hour);
    let mut offers = Vec::new();
    let mut offer = |is_on: bool, href: &'static str, label: &str| {
        if is_on {
            let label = text(label);
            offers.push(OfferView { href, label });
        }
    };
    let morning = is_morning && is_new(FormKind::Morning);
    offer(morning, "/forms/morning", "offer-morning");
    let evening = is_evening && is_new(FormKind::Evening);
    offer(evening, "/forms/evening", "offer-evening");
    let weekly = has_a_week && is_new(FormKind::Weekly);
    offer(weekly, "/forms/weekly", "offer-weekly");
    let has_self_check = latest(record, record::Form::SelfCheck).is_some();
    let label = if has_self_check {
        "offer-self-check-again"
    } else {
        "offer-self-check"
    };
    offer(true, "/self-check", label);
    offer(true, "/questionnaires", "offer-questionnaires");
    offers
}
