//! Answers as the JSON document that other programs read (`thawline.answers/1`).

use std::collections::BTreeMap;

use finding::course::{Course, Pattern, Spells};
use finding::now::Now;
use finding::{Answer, Basis, FAMILY_WISE, Interval, Question, Verdict, Withheld};
use serde::Serialize;
use serde_json::{Value, json};

use super::elsewhere::{self, ElsewherePart};
use super::history::Entry;
use super::said::SaidPart;
use super::{Found, by_lot, parts, sentences};
use crate::{Trouble, text};

const SCHEMA: &str = "thawline.answers/1";
pub const UNIT: &str = "points of 100";
/// The unit of what comes before a flicker.
pub const ODDS: &str = "odds ratio";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    program: String,
    record: RecordPart<'a>,
    budget: BudgetPart,
    answers: Vec<AnswerPart>,
    said: Vec<SaidPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<&'a [Value]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elsewhere: Vec<ElsewherePart>,
}

#[derive(Serialize)]
struct RecordPart<'a> {
    id: &'a str,
    outcome: Option<String>,
    from: Option<String>,
    to: Option<String>,
    n_days: u32,
    n_occasions: usize,
    missing: f64,
}

#[derive(Serialize)]
struct BudgetPart {
    family_wise: f64,
    spent: f64,
    look: u32,
    next_look: Option<String>,
}

#[derive(Serialize)]
pub struct AnswerPart {
    pub question: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lag: Option<Value>,
    pub verdict: &'static str,
    pub claim: String,
    #[serde(flatten)]
    pub numbers: Option<Numbers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p_adjusted: Option<f64>,
    #[serde(flatten)]
    pub withheld: Option<WithheldPart>,
    pub n: usize,
    pub period: Option<[String; 2]>,
    pub method: &'static str,
    pub method_version: &'static str,
    pub basis: BTreeMap<&'static str, Value>,
}

#[derive(Serialize)]
pub struct Numbers {
    pub estimate: f64,
    pub low: f64,
    pub high: f64,
    pub ci_level: f64,
    pub unit: &'static str,
}

#[derive(Serialize)]
pub struct WithheldPart {
    pub reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub have: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub could_have_shown: Option<f64>,
    /// Of what could have been shown, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
}

impl From<&Interval> for Numbers {
    fn from(interval: &Interval) -> Self {
        Self {
            estimate: interval.estimate,
            low: interval.low,
            high: interval.high,
            ci_level: interval.ci_level,
            unit: UNIT,
        }
    }
}

/// Questions that can be asked, in the order in which they are answered.
pub const ASKED: [Question; 8] = Question::ALL;

/// Refuses a question that nobody can ask.
pub fn check_question(question: Option<&str>) -> Result<(), Trouble> {
    let known = ASKED.map(Question::name);
    match question {
        Some(name) if !known.contains(&name) => Err(Trouble::input(
            format!("there is no question '{name}'"),
            format!("the questions are {}", known.join(", ")),
        )),
        _ => Ok(()),
    }
}

/// What a document is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Whose record it is of.
    pub id: &'a str,
    /// Only this question.
    pub question: Option<&'a str>,
    /// Whose answer is not for this person: it is withheld, and nothing said of it before is shown.
    pub not_for_them: Option<Question>,
    /// Scores of questionnaires; `None` where there is no record to hold any, or one question was asked.
    pub scores: Option<&'a [Value]>,
}

/// The whole document on one line.
pub fn of(
    found: &Found,
    history: &[Entry],
    (asked, elsewhere): (Asked<'_>, &elsewhere::Said),
) -> Result<String, Trouble> {
    let Asked { id, question, .. } = asked;
    let look = found.look();
    let series = found.series.as_ref().map(|series| &series.numbness);
    let next_day = look.and_then(|look| look.next_day);
    let next_look = series.zip(next_day).map(|(s, day)| {
        s.first_day
            .plus_days(i32::try_from(day).unwrap_or(i32::MAX) - 1)
            .to_string()
    });
    let mut answers = vec![now(found), course(found)];
    answers.extend(parts::triggers(found));
    answers.extend(parts::flickers(found));
    if asked.not_for_them == Some(Question::MedicationChange) {
        answers.push(medicine_not_for_them(found));
    } else {
        answers.extend(parts::medication_change(found));
    }
    answers.extend(by_lot::strategy_parts(found));
    answers.push(parts::pattern_change(found));
    answers.push(by_lot::asked_part(found));
    answers.retain(|answer| question.is_none_or(|asked| asked == answer.question));
    let document = Document {
        schema: SCHEMA,
        program: format!("thawline {}", env!("CARGO_PKG_VERSION")),
        record: RecordPart {
            id,
            outcome: series.map(|s| s.outcome.name().to_owned()),
            from: series.map(|s| s.first_day.to_string()),
            to: series.map(|s| s.last_day.to_string()),
            n_days: series.map_or(0, series::NumbnessSeries::n_days),
            n_occasions: series.map_or(0, series::NumbnessSeries::n_answered),
            missing: series.map_or(1.0, |s| s.missing),
        },
        budget: BudgetPart {
            family_wise: FAMILY_WISE,
            spent: look.map_or(0.0, |l| l.spent),
            look: look.map_or(0, |l| l.idx + 1),
            next_look,
        },
        answers,
        said: super::said::parts(history, |name| {
            question.is_none_or(|asked| asked == name)
                && asked.not_for_them.map(Question::name) != Some(name)
        }),
        scores: asked.scores,
        elsewhere: if question.is_none_or(|asked| asked == Question::Triggers.name()) {
            elsewhere::parts(elsewhere)
        } else {
            Vec::new()
        },
    };
    serde_json::to_string(&document).map_err(|_| Trouble::ours("the answers could not be written"))
}

pub fn part(question: Question, found: &Found, basis: &Basis) -> AnswerPart {
    AnswerPart {
        question: question.name(),
        subject: found
            .series
            .as_ref()
            .map(|s| s.numbness.outcome.name().to_owned()),
        lag: None,
        verdict: Verdict::Withheld.name(),
        claim: String::new(),
        numbers: None,
        p_adjusted: None,
        withheld: None,
        n: basis.n_occasions,
        period: basis
            .period
            .map(|(from, to)| [from.to_string(), to.to_string()]),
        method: basis.method,
        method_version: basis.method_version,
        basis: basis
            .numbers
            .iter()
            .map(|(name, value)| (*name, json!(value)))
            .collect(),
    }
}

pub fn withheld_part(withheld: &Withheld) -> WithheldPart {
    let counts = withheld.reason.have_need();
    WithheldPart {
        reason: withheld.reason.name(),
        have: counts.map(|(have, _)| have),
        need: counts.map(|(_, need)| need),
        could_have_shown: withheld.could_have_shown,
        unit: withheld.could_have_shown.map(|_| UNIT),
    }
}

/// No number of it either: `basis` is empty.
fn medicine_not_for_them(found: &Found) -> AnswerPart {
    let basis = found.medication_change.basis();
    let mut answer = part(Question::MedicationChange, found, basis);
    answer.basis.clear();
    answer.claim = text("withheld-under-18");
    answer.withheld = Some(WithheldPart {
        reason: "under_18",
        have: None,
        need: None,
        could_have_shown: None,
        unit: None,
    });
    answer
}

fn now(found: &Found) -> AnswerPart {
    let mut answer = part(Question::Now, found, found.now.basis());
    answer.claim = sentences::first_line(&found.now, sentences::now);
    match &*found.now {
        Answer::Finding(now, _) => fill_now(&mut answer, now),
        Answer::Withheld(withheld, _) => answer.withheld = Some(withheld_part(withheld)),
    }
    answer
}

fn fill_now(answer: &mut AnswerPart, now: &Now) {
    answer.verdict = Verdict::Description.name();
    answer.numbers = Some(Numbers::from(&now.difference));
    answer.basis.insert("week", json!(Numbers::from(&now.week)));
    answer
        .basis
        .insert("before", json!(Numbers::from(&now.before)));
}

fn course(found: &Found) -> AnswerPart {
    let mut answer = part(Question::Course, found, found.course.basis());
    answer.claim = sentences::first_line(&found.course, sentences::course);
    match &*found.course {
        Answer::Finding(course, _) => fill_course(&mut answer, course),
        Answer::Withheld(withheld, _) => answer.withheld = Some(withheld_part(withheld)),
    }
    answer
}

fn fill_course(answer: &mut AnswerPart, course: &Course) {
    let verdict = if course.is_claim() {
        Verdict::Claim
    } else {
        Verdict::Description
    };
    answer.verdict = verdict.name();
    let last_level = course
        .segments
        .last()
        .and_then(|segment| segment.level.as_ref());
    let size = course.latest_change().map(|change| &change.size);
    answer.numbers = size.or(last_level).map(Numbers::from);
    // On the scale of the whole budget, so that it compares with `family_wise`.
    answer.p_adjusted = Some((course.p_value * FAMILY_WISE / course.alpha).min(1.0));
    let changes = course.changes.iter().map(|change| {
        json!({
            "day": change.day.to_string(),
            "earliest": change.earliest.to_string(),
            "latest": change.latest.to_string(),
            "size": Numbers::from(&change.size),
            "p_value": change.p_value,
            "could_be_drift": change.could_be_drift,
        })
    });
    answer.basis.insert("changes", changes.collect());
    if let Some(could) = course.could_have_shown {
        answer.basis.insert("could_have_shown", json!(could));
    }
    let segments = course.segments.iter().map(|segment| {
        json!({
            "from": segment.from.to_string(),
            "to": segment.to.to_string(),
            "level": segment.level.as_ref().map(Numbers::from),
        })
    });
    answer.basis.insert("segments", segments.collect());
    if let Some(spells) = &course.spells {
        fill_spells(answer, spells);
    }
}

fn fill_spells(answer: &mut AnswerPart, spells: &Spells) {
    let list = spells.spells.iter().map(|spell| {
        let days = |(day, low, high): (record::LocalDay, record::LocalDay, record::LocalDay)| {
            json!([day.to_string(), low.to_string(), high.to_string()])
        };
        json!({
            "from": days(spell.from),
            "to": days(spell.to),
            "is_open": spell.is_open,
            "probability": spell.probability,
        })
    });
    answer.basis.insert("spells", list.collect());
    if let Some(past) = spells.recovery {
        let lasted = past
            .lasted
            .map(|lasted| json!([lasted.days, lasted.low, lasted.high]));
        let value = json!({
            "lifted": past.n_lifted,
            "is_open": past.is_open,
            "median_days": lasted,
        });
        answer.basis.insert("recovery", value);
    }
    answer.basis.insert("line", json!(spells.threshold));
    answer
        .basis
        .insert("line_is_own", json!(spells.is_own_line));
    answer
        .basis
        .insert("share_above", json!(spells.share_above));
    answer
        .basis
        .insert("pattern", json!(pattern_name(spells.pattern)));
    answer
        .basis
        .insert("pattern_probability", json!(spells.probability));
}

const fn pattern_name(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Persistent => "persistent",
        Pattern::Recurrent => "recurrent",
        Pattern::Temporary => "temporary",
        Pattern::BelowLine => "below_line",
        Pattern::Unclear => "unclear",
    }
}
