//! What helps, and whether being asked makes it worse: cards, sentences and JSON entries.

use finding::being_asked::BeingAsked;
use finding::strategy_effect::{StrategyEffect, Tried};
use finding::{Answer, Interval, Question, Reason, Verdict, Withheld};
use serde_json::json;
use series::{Drawn, Trial};

use super::beside::{interval, tenths};
use super::cards::blank;
use super::document::{AnswerPart, Numbers, UNIT, WithheldPart, part, withheld_part};
use super::{CardView, Found, sentences};
use crate::experiments::{outcome_words, trial_name};
use crate::texts::decimal;
use crate::{dates, text, text_with};

/// What helps?
pub fn strategy_effect(found: &Found) -> CardView {
    let mut card = blank("strategy_effect", found.strategy_effect.basis());
    match &*found.strategy_effect {
        Answer::Finding(effect, _) => {
            card.lines = strategy_lines(effect);
            if effect.is_claim() {
                card.sure = text("sure-claim");
            }
            for tried in &effect.tried {
                card.numbers.extend(tried_numbers(tried));
            }
        }
        Answer::Withheld(withheld, _) => card.lines = sentences::withheld(withheld),
    }
    card
}

pub fn strategy_lines(effect: &StrategyEffect) -> Vec<String> {
    let mut lines = Vec::new();
    for read in &effect.tried {
        lines.push(tried(read));
        if !read.is_claim() {
            lines.push(tried_could_line(read));
        }
    }
    let left_out = effect.left_out.iter();
    lines.extend(left_out.map(|(trial, reason)| left_out_line(trial, *reason)));
    lines
}

/// What the days could have shown, and what would help.
fn could_line(points: f64) -> String {
    text_with("by-lot-could", &[("points", tenths(points).into())])
}

/// What an experiment could have shown. What a plan of start days names was found in six of ten
/// cases, not in four of five (decision 0045).
pub fn tried_could_line(tried: &Tried) -> String {
    let points = tried.could_have_shown();
    match tried.trial.drawn {
        Drawn::StartDays(_) => text_with("start-could", &[("points", tenths(points).into())]),
        _ => could_line(points),
    }
}

/// One experiment in a sentence.
pub fn tried(tried: &Tried) -> String {
    let name = trial_name(&tried.trial);
    let (is_claim, is_less) = (tried.is_claim(), tried.size.estimate < 0.0);
    if let Drawn::StartDays(_) = tried.trial.drawn {
        let id = match (is_claim, is_less) {
            (false, _) => "start-not-apart",
            (true, true) => "start-less-numb",
            (true, false) => "start-more-numb",
        };
        let own = tried.trial.own.as_ref().map(|own| own.outcome.name());
        return said_of(
            (id, own.unwrap_or("check_in")),
            &name,
            &tried.size,
            is_claim,
        );
    }
    let Some(own) = &tried.trial.own else {
        let id = match (is_claim, is_less) {
            (false, _) => "strategy-not-apart",
            (true, true) => "strategy-less-numb",
            (true, false) => "strategy-more-numb",
        };
        return said(id, &name, &tried.size, is_claim);
    };
    let id = match (is_claim, is_less) {
        (false, _) => "strategy-other-not-apart",
        (true, true) => "strategy-other-less-numb",
        (true, false) => "strategy-other-more-numb",
    };
    said_of((id, own.outcome.name()), &name, &tried.size, is_claim)
}

fn said(id: &str, name: &str, size: &Interval, is_claim: bool) -> String {
    said_of((id, ""), name, size, is_claim)
}

fn said_of((id, outcome): (&str, &str), name: &str, size: &Interval, is_claim: bool) -> String {
    // A claim names its direction in words; what is not apart may lie on either side.
    let turn = if is_claim && size.estimate < 0.0 {
        -1.0
    } else {
        1.0
    };
    let (low, high) = if turn < 0.0 {
        (-size.high, -size.low)
    } else {
        (size.low, size.high)
    };
    let values = [
        ("name", name.to_owned().into()),
        ("outcome", outcome_words(outcome).into()),
        ("size", tenths(size.estimate * turn).into()),
        ("low", tenths(low).into()),
        ("high", tenths(high).into()),
    ];
    text_with(id, &values)
}

fn left_out_line(trial: &Trial, reason: Reason) -> String {
    let why = sentences::withheld(&of(reason)).join(" ");
    let name = trial_name(trial);
    let values = [("name", name.into()), ("why", why.into())];
    text_with("strategy-left-out", &values)
}

const fn of(reason: Reason) -> Withheld {
    Withheld {
        reason,
        could_have_shown: None,
    }
}

fn tried_numbers(tried: &Tried) -> Vec<(String, String)> {
    let trial = &tried.trial;
    let span = [
        ("from", dates::with_year(trial.begins).into()),
        ("to", dates::with_year(trial.ends()).into()),
    ];
    vec![
        (trial_name(trial), text_with("from-to", &span)),
        (text("number-by-lot-size"), interval(&tried.size)),
        (
            text("number-by-lot-days"),
            format!("{}, {}", tried.n_days.0, tried.n_days.1),
        ),
        (text("number-by-lot-p"), decimal(tried.p_value, 4)),
        (text("number-alpha"), decimal(tried.alpha, 4)),
        (text("number-by-lot-orders"), tried.n_compared.to_string()),
    ]
}

/// Does being asked make it worse?
pub fn being_asked(found: &Found) -> CardView {
    let mut card = blank("being_asked", found.being_asked.basis());
    match &*found.being_asked {
        Answer::Finding(asked, _) => {
            card.lines = vec![asked_line(asked)];
            if asked.is_claim() {
                card.sure = text("sure-claim");
            } else {
                card.lines.push(could_line(asked.could_have_shown()));
            }
            card.numbers.extend([
                (text("number-by-lot-size"), interval(&asked.size)),
                (
                    text("number-asked-days"),
                    format!("{}, {}", asked.n_days.0, asked.n_days.1),
                ),
                (text("number-by-lot-p"), decimal(asked.p_value, 4)),
                (text("number-alpha"), decimal(asked.alpha, 4)),
                (text("number-by-lot-orders"), asked.n_compared.to_string()),
            ]);
        }
        Answer::Withheld(withheld, _) => card.lines = sentences::withheld(withheld),
    }
    card
}

/// The answer, or why there is none, line by line.
pub fn asked_lines(asked: &Answer<BeingAsked>) -> Vec<String> {
    match asked {
        Answer::Finding(asked, _) if asked.is_claim() => vec![asked_line(asked)],
        Answer::Finding(asked, _) => {
            vec![asked_line(asked), could_line(asked.could_have_shown())]
        }
        Answer::Withheld(withheld, _) => sentences::withheld(withheld),
    }
}

/// The answer in a sentence.
pub fn asked_line(asked: &BeingAsked) -> String {
    let id = match (asked.is_claim(), asked.size.estimate > 0.0) {
        (false, _) => "asked-not-apart",
        (true, true) => "asked-more-numb",
        (true, false) => "asked-less-numb",
    };
    said(id, "", &asked.size, asked.is_claim())
}

/// One entry an experiment.
pub fn strategy_parts(found: &Found) -> Vec<AnswerPart> {
    let blank = || {
        part(
            Question::StrategyEffect,
            found,
            found.strategy_effect.basis(),
        )
    };
    match &*found.strategy_effect {
        Answer::Finding(effect, _) => {
            let read = effect.tried.iter().map(|tried| tried_part(blank(), tried));
            let left_out = effect.left_out.iter().map(|(trial, reason)| {
                let mut answer = blank();
                answer.subject = Some(trial.label.clone());
                answer.claim = left_out_line(trial, *reason);
                answer.withheld = Some(withheld_part(&of(*reason)));
                answer
            });
            read.chain(left_out).collect()
        }
        Answer::Withheld(withheld, _) => vec![withheld_whole(blank(), withheld)],
    }
}

fn withheld_whole(mut answer: AnswerPart, withheld: &Withheld) -> AnswerPart {
    answer.claim = sentences::withheld(withheld).join(" ");
    answer.withheld = Some(withheld_part(withheld));
    answer
}

fn tried_part(mut answer: AnswerPart, tried: &Tried) -> AnswerPart {
    answer.subject = Some(tried.trial.label.clone());
    answer.claim = self::tried(tried);
    answer.period = Some([
        tried.trial.begins.to_string(),
        tried.trial.ends().to_string(),
    ]);
    answer.n = (tried.n_days.0 + tried.n_days.1) as usize;
    let drawn = (
        tried.p_value,
        tried.p_adjusted,
        tried.n_compared,
        tried.is_exact,
    );
    fill(&mut answer, &tried.size, drawn, tried.is_claim());
    could(&mut answer, tried.could_have_shown());
    answer.basis.insert("alpha", json!(tried.alpha));
    answer.basis.insert("days_with", json!(tried.n_days.0));
    answer.basis.insert("days_without", json!(tried.n_days.1));
    let half_life = tried.trial.half_life_days;
    answer.basis.insert("half_life_days", json!(half_life));
    answer
}

/// One entry.
pub fn asked_part(found: &Found) -> AnswerPart {
    let mut answer = part(Question::BeingAsked, found, found.being_asked.basis());
    match &*found.being_asked {
        Answer::Finding(asked, _) => {
            answer.claim = asked_line(asked);
            let drawn = (
                asked.p_value,
                asked.p_adjusted,
                asked.n_compared,
                asked.is_exact,
            );
            fill(&mut answer, &asked.size, drawn, asked.is_claim());
            could(&mut answer, asked.could_have_shown());
            answer
                .basis
                .insert("days_after_asked", json!(asked.n_days.0));
            answer
                .basis
                .insert("days_after_silent", json!(asked.n_days.1));
            answer
        }
        Answer::Withheld(withheld, _) => withheld_whole(answer, withheld),
    }
}

/// What the days could have shown, where nothing is told apart.
const fn could(answer: &mut AnswerPart, points: f64) {
    if let Some(withheld) = &mut answer.withheld {
        withheld.could_have_shown = Some(points);
        withheld.unit = Some(UNIT);
    }
}

/// An interval by a lot is shown whether or not it is a claim: it is exact.
fn fill(
    answer: &mut AnswerPart,
    size: &Interval,
    (p_value, p_adjusted, n_compared, is_exact): (f64, f64, usize, bool),
    is_claim: bool,
) {
    answer.p_adjusted = Some(p_adjusted);
    answer.basis.insert("p_value", json!(p_value));
    answer.basis.insert("orders_compared", json!(n_compared));
    answer.basis.insert("is_exact", json!(is_exact));
    if is_claim {
        answer.verdict = Verdict::Claim.name();
        answer.numbers = Some(Numbers::from(size));
    } else {
        answer.basis.insert("size", json!(Numbers::from(size)));
        answer.withheld = Some(WithheldPart {
            reason: "not_told_apart",
            have: None,
            need: None,
            could_have_shown: None,
            unit: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use record::LocalDay;

    fn example(points: f64, p_value: f64) -> Tried {
        Tried {
            trial: Trial {
                label: "a walk".into(),
                begins: LocalDay::parse("2026-03-01").unwrap(),
                days_per_period: 1,
                drawn: Drawn::Pairs,
                assigned: vec![true; 42],
                half_life_days: 0.0,
                seed: 1,
                ended: series::Ended::AsPlanned,
                own: None,
                others: Vec::new(),
            },
            size: Interval {
                estimate: points,
                low: points - 4.0,
                high: points + 4.0,
                ci_level: 0.95,
            },
            p_value,
            p_adjusted: (p_value * 5.0).min(1.0),
            alpha: 0.01,
            n_compared: 10_000,
            is_exact: false,
            n_days: (20, 19),
            days: Vec::new(),
            by_chance: Vec::new(),
        }
    }

    #[test]
    fn a_direction_is_said_in_words_and_the_size_without_a_sign() {
        let less = tried(&example(-9.0, 0.001));
        assert!(
            less.contains("more feeling") && less.contains("9.0"),
            "{less}"
        );
        assert!(less.contains("5.0 to 13.0"), "{less}");
        let more = tried(&example(9.0, 0.001));
        assert!(
            more.contains("less feeling") && more.contains("5.0 to 13.0"),
            "{more}"
        );
        let neither = tried(&example(-1.0, 0.5));
        assert!(neither.contains("can not be told apart"), "{neither}");
        assert!(neither.contains("\u{2212}5.0 and 3.0"), "{neither}");
    }

    #[test]
    fn what_was_left_out_says_why() {
        let trial = example(0.0, 1.0).trial;
        let line = left_out_line(&trial, Reason::ExperimentNotOver { have: 3, need: 43 });
        assert!(
            line.contains("a walk") && line.contains("3 of 43"),
            "{line}"
        );
    }
}
