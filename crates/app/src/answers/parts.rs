//! What comes before it, the medicine, and what builds up, as entries of the JSON document.

use finding::flickers;
use finding::medication_change::{DoseChange, Effect, MedicationChange, Standing};
use finding::pattern_change::PatternChange;
use finding::triggers::{Lag, Tested, Triggers};
use finding::{Answer, Question, Verdict};
use serde_json::{Value, json};

use super::document::{AnswerPart, Numbers, ODDS, UNIT, WithheldPart, part, withheld_part};
use super::{Found, beside, sentences};

/// One entry a claim, and one for the strongest lag of every other candidate.
pub fn triggers(found: &Found) -> Vec<AnswerPart> {
    let blank = || part(Question::Triggers, found, found.triggers.basis());
    match &*found.triggers {
        Answer::Finding(triggers, _) => shown(triggers)
            .into_iter()
            .map(|tested| trigger(blank(), tested))
            .collect(),
        Answer::Withheld(withheld, _) => {
            let mut answer = blank();
            answer.claim = sentences::withheld(withheld).join(" ");
            answer.withheld = Some(withheld_part(withheld));
            vec![answer]
        }
    }
}

fn shown(triggers: &Triggers) -> Vec<&Tested> {
    let mut shown: Vec<&Tested> = triggers.claims().collect();
    for tested in &triggers.tested {
        if !shown.iter().any(|other| other.subject == tested.subject) {
            shown.push(tested);
        }
    }
    shown
}

fn trigger(mut answer: AnswerPart, tested: &Tested) -> AnswerPart {
    answer.subject = Some(tested.subject.name.clone());
    answer.lag = Some(lag(tested.lag));
    answer.p_adjusted = Some(tested.p_adjusted);
    answer.n = tested.n;
    answer.basis.insert("per", json!(tested.per));
    answer.basis.insert("p_value", json!(tested.p_value));
    answer.basis.insert("is_suspect", json!(tested.is_suspect));
    let held_still = tested.with_others.as_ref().map(Numbers::from);
    answer.basis.insert("with_others", json!(held_still));
    if tested.is_claim {
        answer.verdict = Verdict::Claim.name();
        answer.claim = beside::trigger(tested);
        answer.numbers = Some(Numbers::from(&tested.effect));
    } else {
        answer.claim = beside::not_apart(tested);
        answer.withheld = Some(not_told_apart("not_told_apart", tested.could_have_shown));
    }
    answer
}

const fn not_told_apart(reason: &'static str, could_have_shown: f64) -> WithheldPart {
    WithheldPart {
        reason,
        have: None,
        need: None,
        could_have_shown: Some(could_have_shown),
        unit: Some(UNIT),
    }
}

/// One entry a claim, and one for the closest lag of every other candidate; the unit is that of an
/// odds ratio.
pub fn flickers(found: &Found) -> Vec<AnswerPart> {
    let blank = || part(Question::Flickers, found, found.flickers.basis());
    match &*found.flickers {
        Answer::Finding(flickers, _) => {
            let mut shown: Vec<&flickers::Tested> = flickers.claims().collect();
            for tested in &flickers.tested {
                if !shown.iter().any(|other| other.subject == tested.subject) {
                    shown.push(tested);
                }
            }
            shown
                .into_iter()
                .map(|tested| flicker(blank(), flickers, tested))
                .collect()
        }
        Answer::Withheld(withheld, _) => {
            let mut answer = blank();
            answer.claim = sentences::withheld(withheld).join(" ");
            answer.withheld = Some(withheld_part(withheld));
            vec![answer]
        }
    }
}

fn flicker(
    mut answer: AnswerPart,
    flickers: &flickers::Flickers,
    tested: &flickers::Tested,
) -> AnswerPart {
    answer.subject = Some(tested.subject.name.clone());
    answer.lag = Some(lag(tested.lag));
    answer.p_adjusted = Some(tested.p_adjusted);
    answer.claim = beside::flicker(tested);
    answer.basis.insert("per", json!(tested.per));
    answer.basis.insert("p_value", json!(tested.p_value));
    if tested.is_claim {
        answer.verdict = Verdict::Claim.name();
        answer.numbers = Some(Numbers {
            unit: ODDS,
            ..Numbers::from(&tested.odds_ratio)
        });
    } else {
        let could_have_shown = flickers.could_have_shown(tested);
        answer.withheld = Some(WithheldPart {
            could_have_shown,
            unit: could_have_shown.map(|_| ODDS),
            ..not_told_apart("not_told_apart", 0.0)
        });
    }
    answer
}

fn lag(lag: Lag) -> Value {
    match lag {
        Lag::EarlierToday => json!({"earlier_today": true}),
        Lag::Days(days) => json!({ "days": days }),
    }
}

/// One entry a change of dose.
pub fn medication_change(found: &Found) -> Vec<AnswerPart> {
    let blank = || {
        let basis = found.medication_change.basis();
        part(Question::MedicationChange, found, basis)
    };
    match &*found.medication_change {
        Answer::Finding(change, _) => changes(change, blank),
        Answer::Withheld(withheld, _) => {
            let mut answer = blank();
            answer.claim = sentences::withheld(withheld).join(" ");
            answer.withheld = Some(withheld_part(withheld));
            vec![answer]
        }
    }
}

fn changes(change: &MedicationChange, blank: impl Fn() -> AnswerPart) -> Vec<AnswerPart> {
    let tested = change.effects.iter().map(|effect| dose(blank(), effect));
    let left_out = change.left_out.iter().map(|(dose, reason)| {
        let mut answer = blank();
        answer.subject = Some(dose_subject(dose));
        answer.claim = beside::left_out(dose, *reason);
        answer.withheld = Some(withheld_part(&finding::Withheld {
            reason: *reason,
            could_have_shown: None,
        }));
        answer
    });
    tested.chain(left_out).collect()
}

/// `medicine 150->105 mg`, as other programs know it: the same in every language.
fn dose_subject(change: &DoseChange) -> String {
    let (before, after) = (change.before, change.after);
    format!("{} {before}->{after} {}", change.medicine, change.unit)
}

fn dose(mut answer: AnswerPart, effect: &Effect) -> AnswerPart {
    answer.subject = Some(dose_subject(&effect.change));
    answer.claim = beside::medicine(effect);
    answer.p_adjusted = Some(effect.p_adjusted);
    answer.numbers = Some(Numbers::from(&effect.size));
    let steady = Numbers::from(&effect.size_if_steady);
    let steps = effect.change.steps.iter();
    let steps: Vec<Value> = steps
        .map(|(day, dose)| json!([day.to_string(), dose]))
        .collect();
    let rows = [
        ("size_if_steady", json!(steady)),
        ("p_value", json!(effect.p_value)),
        ("p_if_steady", json!(effect.p_if_steady)),
        ("half_life_days", json!(effect.half_life_days)),
        ("placebo_share", json!(effect.placebo_share)),
        ("placebo_dates", json!(effect.placebo.len())),
        ("days_before", json!(effect.n_days.0)),
        ("days_after", json!(effect.n_days.1)),
        ("also_changed", json!(effect.also_changed.len())),
        ("steps", json!(steps)),
    ];
    answer.basis.extend(rows);
    let could = effect.could_have_shown;
    match effect.standing {
        Standing::ToldApart => answer.verdict = Verdict::Claim.name(),
        Standing::NotSeparable => {
            answer.verdict = Verdict::Description.name();
            answer
                .basis
                .insert("not_separable_from_a_slow_trend", json!(true));
            answer.basis.insert("could_have_shown", json!(could));
        }
        Standing::NotToldApart => {
            answer.basis.insert("size", json!(answer.numbers.take()));
            answer.withheld = Some(not_told_apart("not_told_apart", could));
        }
    }
    answer
}

/// One entry.
pub fn pattern_change(found: &Found) -> AnswerPart {
    let basis = found.pattern_change.basis();
    let mut answer = part(Question::PatternChange, found, basis);
    match &*found.pattern_change {
        Answer::Finding(pattern, _) => fill_pattern(&mut answer, pattern),
        Answer::Withheld(withheld, _) => {
            answer.claim = sentences::withheld(withheld).join(" ");
            answer.withheld = Some(withheld_part(withheld));
        }
    }
    answer
}

fn fill_pattern(answer: &mut AnswerPart, pattern: &PatternChange) {
    answer.claim = beside::pattern_lines(pattern).join(" ");
    let verdict = if pattern.is_claim() {
        Verdict::Claim
    } else {
        Verdict::Description
    };
    answer.verdict = verdict.name();
    let alarms = pattern.alarms.iter().map(|alarm| {
        json!({
            "day": alarm.day.to_string(),
            "until": alarm.until.to_string(),
            "subject": beside::watched(&alarm.watched),
            "is_higher": alarm.is_higher,
            "size_sd": alarm.size_sd,
            "statistic": alarm.statistic,
            "limit": alarm.limit,
        })
    });
    let (from, to) = pattern.baseline;
    let baseline = json!([from.to_string(), to.to_string()]);
    answer.basis.insert("alarms", alarms.collect());
    answer.basis.insert("baseline", baseline);
}
