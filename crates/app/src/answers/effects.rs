//! Small pictures of effects on the cards of Answers: each size with its interval against a line for no difference,
//! all on one scale. Refuses to calculate: it places the numbers of the findings, and what is no difference in points of
//! numbness has no place here.

use finding::Interval;
use picture::{IntervalPicture, IntervalRow};

use super::{Found, beside};
use crate::{text, text_with, texts::points};

/// Effects of one question, the newest or largest first.
const EFFECTS_MAX: usize = 4;
/// Half of the scale: the first of these that holds every interval.
const REACHES: [f64; 7] = [5.0, 10.0, 20.0, 40.0, 60.0, 80.0, 100.0];
const WIDTH: f64 = 330.0;

/// A question with the picture of its effects.
pub type Drawn = (&'static str, String);

/// One effect by its name; whether it is claimed.
type Effect<'a> = (String, &'a Interval, bool);

/// The pictures of these questions. One scale holds them all, so that what looks larger is larger.
pub fn pictures(found: &Found, is_shown: impl Fn(&str) -> bool) -> Vec<Drawn> {
    let all: Vec<(&'static str, Vec<Effect<'_>>)> = of_each(found)
        .into_iter()
        .filter(|(question, effects)| is_shown(question) && !effects.is_empty())
        .collect();
    let ends = all.iter().flat_map(|(_, effects)| effects);
    let farthest = ends
        .flat_map(|(_, size, _)| [size.low.abs(), size.high.abs()])
        .fold(0.0, f64::max);
    let reach = REACHES.into_iter().find(|reach| *reach >= farthest);
    let reach = reach.unwrap_or(100.0);
    all.into_iter()
        .map(|(question, effects)| (question, draw(question, &effects, reach)))
        .collect()
}

fn of_each(found: &Found) -> Vec<(&'static str, Vec<Effect<'_>>)> {
    use finding::Question;
    let now = found.now.finding().into_iter();
    let now = now.map(|now| (text("effect-now"), &now.difference, false));
    let triggers = found.triggers.finding().into_iter();
    let triggers = triggers.flat_map(|triggers| triggers.claims()).map(|one| {
        let values = [
            ("name", beside::candidate(&one.subject).into()),
            ("lag", beside::lag(one.lag).into()),
        ];
        let name = text_with("number-tested-one", &values);
        (name, &one.effect, true)
    });
    let doses = found.medication_change.finding().into_iter();
    let doses = doses.flat_map(|change| change.effects.iter().rev());
    let doses = doses.map(|effect| {
        let is_claim = effect.standing == finding::medication_change::Standing::ToldApart;
        (beside::dose_change(&effect.change), &effect.size, is_claim)
    });
    let tried = found.strategy_effect.finding().into_iter();
    let tried = tried.flat_map(|effect| effect.tried.iter().rev());
    // What another question was asked of has another scale.
    let tried = tried.filter(|one| one.trial.own.is_none()).map(|one| {
        let name = crate::experiments::trial_name(&one.trial);
        (name, &one.size, one.is_claim())
    });
    let asked = found.being_asked.finding().into_iter();
    let asked = asked.map(|asked| (text("picture-asked-row"), &asked.size, asked.is_claim()));
    vec![
        (Question::Now.name(), now.collect()),
        (
            Question::Triggers.name(),
            triggers.take(EFFECTS_MAX).collect(),
        ),
        (
            Question::MedicationChange.name(),
            doses.take(EFFECTS_MAX).collect(),
        ),
        (
            Question::StrategyEffect.name(),
            tried.take(EFFECTS_MAX).collect(),
        ),
        (Question::BeingAsked.name(), asked.collect()),
    ]
}

fn draw(question: &str, effects: &[Effect<'_>], reach: f64) -> String {
    let line = |(name, size, _): &Effect<'_>| {
        let values = [
            ("name", name.clone().into()),
            ("size", beside::tenths(size.estimate).into()),
            ("low", beside::tenths(size.low).into()),
            ("high", beside::tenths(size.high).into()),
        ];
        text_with("effect-row", &values)
    };
    let lines: Vec<String> = effects.iter().map(line).collect();
    let picture = IntervalPicture {
        span: (-reach, reach),
        zero: Some(0.0),
        ticks: [-reach, 0.0, reach].map(|at| (at, points(at))).to_vec(),
        rows: effects
            .iter()
            .map(|(name, size, is_claim)| IntervalRow {
                name: name.clone(),
                ends: (size.low, size.estimate, size.high),
                is_marked: *is_claim,
            })
            .collect(),
        left_end: text("end-more-feeling"),
        right_end: text("end-more-numb"),
        title: text("effect-title"),
        description: lines.join(" "),
        ..IntervalPicture::default()
    };
    picture.draw(WIDTH, &format!("{question}-effect"))
}
