//! What comes before it, the medicine, and what builds up: findings in plain sentences and cards.

use finding::flickers::{self, Flickers};
use finding::medication_change::{AlsoChanged, DoseChange, Effect, MedicationChange, Standing};
use finding::pattern_change::{Alarm, PatternChange, Watched};
use finding::triggers::{Lag, Tested, Triggers};
use finding::{Answer, Interval, Withheld};
use series::{CandidateKind, Subject};

use super::cards::blank;
use super::{CardView, Found, sentences};
use crate::texts::decimal;
use crate::{dates, text, text_with};

/// Rows of a table of everything that was tested.
const ROWS_MAX: usize = 20;

/// What comes before it?
pub fn triggers(found: &Found) -> CardView {
    let mut card = blank("triggers", found.triggers.basis());
    match &*found.triggers {
        Answer::Finding(triggers, _) => {
            card.lines = trigger_lines(triggers);
            if triggers.is_claim() {
                card.sure = text("sure-claim");
            }
            card.numbers.extend(trigger_numbers(triggers));
        }
        Answer::Withheld(withheld, _) => card.lines = sentences::withheld(withheld),
    }
    card
}

/// The claims, or what could have been seen.
pub fn trigger_lines(triggers: &Triggers) -> Vec<String> {
    let mut lines: Vec<String> = triggers.claims().map(trigger).collect();
    let falls = triggers.claims().filter(|claim| {
        let held_still = claim.with_others.as_ref();
        held_still.is_some_and(|interval| interval.low <= 0.0 && interval.high >= 0.0)
    });
    lines.extend(falls.map(|claim| {
        let name = candidate(&claim.subject);
        text_with("trigger-with-others-gone", &[("name", name.into())])
    }));
    if lines.is_empty() {
        lines.push(text("triggers-none"));
        let by_size = |a: &&Tested, b: &&Tested| a.could_have_shown.total_cmp(&b.could_have_shown);
        if let Some(best) = triggers.tested.iter().min_by(by_size) {
            let values = [
                ("name", candidate(&best.subject).into()),
                ("points", tenths(best.could_have_shown).into()),
            ];
            lines.push(text_with("triggers-could", &values));
            let twice = finding::with_twice_the_days(best.could_have_shown);
            lines.push(text_with(
                "twice-the-days",
                &[("points", tenths(twice).into())],
            ));
        }
        lines.push(text("triggers-help"));
    }
    lines
}

/// One claim in a sentence.
pub fn trigger(claim: &Tested) -> String {
    let id = match (is_yes_no(claim), claim.effect.estimate > 0.0) {
        (false, true) => "trigger-more-numb",
        (false, false) => "trigger-more-feeling",
        (true, true) => "trigger-yes-more-numb",
        (true, false) => "trigger-yes-more-feeling",
    };
    let [size, low, high] = sized(&claim.effect);
    let values = [
        ("name", candidate(&claim.subject).into()),
        ("lag", lag(claim.lag).into()),
        size,
        low,
        high,
    ];
    text_with(id, &values)
}

/// That nothing is claimed about a candidate.
pub fn not_apart(tested: &Tested) -> String {
    let name = candidate(&tested.subject);
    text_with("trigger-not-apart", &[("name", name.into())])
}

fn is_yes_no(tested: &Tested) -> bool {
    matches!(
        tested.subject.kind,
        CandidateKind::Event | CandidateKind::Practice | CandidateKind::MissedDose
    )
}

fn trigger_numbers(triggers: &Triggers) -> Vec<(String, String)> {
    let row = |tested: &Tested| {
        let name = [
            ("name", candidate(&tested.subject).into()),
            ("lag", lag(tested.lag).into()),
        ];
        let value = [
            ("interval", interval(&tested.effect).into()),
            ("p", decimal(tested.p_value, 4).into()),
        ];
        (
            text_with("number-tested-one", &name),
            text_with("number-tested-value", &value),
        )
    };
    let mut rows = vec![
        (text("number-alpha"), decimal(triggers.alpha, 4)),
        (text("number-look-day"), dates::with_year(triggers.look_day)),
        (text("number-tested"), triggers.tested.len().to_string()),
    ];
    rows.extend(triggers.tested.iter().take(ROWS_MAX).map(row));
    if !triggers.left_out.is_empty() {
        let names = triggers
            .left_out
            .iter()
            .map(|(subject, _)| candidate(subject));
        rows.push((
            text("number-left-out"),
            names.collect::<Vec<_>>().join(", "),
        ));
    }
    rows.extend(
        triggers
            .p_max_t
            .map(|p| (text("number-max-t"), decimal(p, 4))),
    );
    rows
}

/// What comes before a flicker?
pub fn flickers(found: &Found) -> CardView {
    let mut card = blank("flickers", found.flickers.basis());
    match &*found.flickers {
        Answer::Finding(flickers, _) => {
            card.lines = flicker_lines(flickers);
            if flickers.is_claim() {
                card.sure = text("sure-claim");
            }
            card.numbers.extend(flicker_numbers(flickers));
        }
        Answer::Withheld(withheld, _) => card.lines = sentences::withheld(withheld),
    }
    card
}

fn flicker_lines(flickers: &Flickers) -> Vec<String> {
    let lines: Vec<String> = flickers.claims().map(flicker).collect();
    if lines.is_empty() {
        let values = [
            ("days", flickers.n_kept_days.into()),
            ("n", flickers.n_flicker_days.into()),
        ];
        let mut none = vec![text_with("flickers-none", &values)];
        let could = flickers
            .tested
            .iter()
            .filter_map(|t| flickers.could_have_shown(t));
        let could = could.min_by(f64::total_cmp);
        none.extend(
            could.map(|ratio| text_with("flickers-could", &[("ratio", tenths(ratio).into())])),
        );
        return none;
    }
    lines
}

/// One claim about flickers, or that nothing is claimed of the candidate.
pub fn flicker(tested: &flickers::Tested) -> String {
    let id = match (tested.is_claim, tested.odds_ratio.estimate > 1.0) {
        (false, _) => "flicker-not-apart",
        (true, true) => "flicker-more",
        (true, false) => "flicker-less",
    };
    let values = [
        ("name", candidate(&tested.subject).into()),
        ("lag", lag(tested.lag).into()),
        ("ratio", tenths(tested.odds_ratio.estimate).into()),
        ("low", tenths(tested.odds_ratio.low).into()),
        ("high", tenths(tested.odds_ratio.high).into()),
    ];
    text_with(id, &values)
}

fn flicker_numbers(flickers: &Flickers) -> Vec<(String, String)> {
    let row = |tested: &flickers::Tested| {
        let name = [
            ("name", candidate(&tested.subject).into()),
            ("lag", lag(tested.lag).into()),
        ];
        let value = [
            ("interval", interval(&tested.odds_ratio).into()),
            ("p", decimal(tested.p_value, 4).into()),
        ];
        (
            text_with("number-tested-one", &name),
            text_with("number-tested-value", &value),
        )
    };
    let n_days = flickers.n_flicker_days.to_string();
    let mut rows = vec![
        (text("number-alpha"), decimal(flickers.alpha, 4)),
        (text("number-look-day"), dates::with_year(flickers.look_day)),
        (text("number-flicker-days"), n_days),
        (text("number-tested"), flickers.tested.len().to_string()),
    ];
    rows.extend(flickers.tested.iter().take(ROWS_MAX).map(row));
    rows
}

/// A candidate by the name that people know it by.
pub fn candidate(subject: &Subject) -> String {
    match subject.kind {
        CandidateKind::Item => subject.name.replace('_', " "),
        CandidateKind::Event | CandidateKind::Practice => subject.name.clone(),
        CandidateKind::SleepMinutes => text("candidate-sleep-minutes"),
        CandidateKind::SleepQuality => text("candidate-sleep-quality"),
        CandidateKind::ActivityMinutes => text("candidate-activity-minutes"),
        CandidateKind::MissedDose => {
            let name = subject.name.clone();
            text_with("candidate-left-out-dose", &[("name", name.into())])
        }
    }
}

/// A lag in words.
pub fn lag(lag: Lag) -> String {
    match lag {
        Lag::EarlierToday => text("lag-earlier-today"),
        Lag::Days(days) => text_with("lag-days", &[("n", u32::from(days).into())]),
    }
}

/// Did the medicine change it?
pub fn medication_change(found: &Found) -> CardView {
    let mut card = blank("medication_change", found.medication_change.basis());
    match &*found.medication_change {
        Answer::Finding(change, _) => {
            card.lines = medicine_lines(change);
            if change.is_claim() {
                card.sure = text("sure-claim");
            }
            card.numbers
                .extend(change.effects.iter().flat_map(medicine_numbers));
        }
        Answer::Withheld(withheld, _) => card.lines = sentences::withheld(withheld),
    }
    card
}

/// Every change of dose in a sentence, the newest first, and what to do with it.
pub fn medicine_lines(change: &MedicationChange) -> Vec<String> {
    let mut lines = medicine_said(change, |_| true);
    lines.push(text("medicine-ask"));
    lines
}

/// Every change of dose that is meant, the newest first, with what changed at the same time, and those
/// of which nothing is said. Pages and paper say it in these words.
pub fn medicine_said(
    change: &MedicationChange,
    is_meant: impl Fn(&DoseChange) -> bool,
) -> Vec<String> {
    let mut lines = Vec::new();
    let effects = change.effects.iter().rev();
    for effect in effects.filter(|effect| is_meant(&effect.change)) {
        lines.push(medicine(effect));
        if !effect.also_changed.is_empty() {
            let list: Vec<String> = effect.also_changed.iter().map(also).collect();
            lines.push(text_with(
                "medicine-also",
                &[("list", list.join(", ").into())],
            ));
        }
    }
    let left_out = change.left_out.iter().rev();
    let left_out = left_out.filter(|(dose, _)| is_meant(dose));
    lines.extend(left_out.map(|(dose, reason)| self::left_out(dose, *reason)));
    lines
}

/// Why nothing is said about a change of dose.
pub fn left_out(dose: &DoseChange, reason: finding::Reason) -> String {
    let why = Withheld {
        reason,
        could_have_shown: None,
    };
    let values = [
        ("what", dose_change(dose).into()),
        ("day", first_day(dose).into()),
        ("why", sentences::withheld(&why).join(" ").into()),
    ];
    text_with("medicine-left-out", &values)
}

/// One change of dose in a sentence.
pub fn medicine(effect: &Effect) -> String {
    let id = match (effect.standing, effect.size.estimate > 0.0) {
        (Standing::ToldApart, true) => "medicine-more-numb",
        (Standing::ToldApart, false) => "medicine-more-feeling",
        (Standing::NotSeparable, _) => "medicine-not-separable",
        (Standing::NotToldApart, _) => "medicine-not-apart",
    };
    let [size, low, high] = sized(&effect.size);
    let values = [
        ("what", dose_change(&effect.change).into()),
        ("day", first_day(&effect.change).into()),
        ("points", tenths(effect.could_have_shown).into()),
        size,
        low,
        high,
    ];
    text_with(id, &values)
}

fn medicine_numbers(effect: &Effect) -> Vec<(String, String)> {
    vec![
        (dose_change(&effect.change), interval(&effect.size)),
        (text("number-steady"), interval(&effect.size_if_steady)),
        (text("number-dose-p"), decimal(effect.p_value, 4)),
        (text("number-half-life"), tenths(effect.half_life_days)),
        (text("number-placebo"), decimal(effect.placebo_share, 2)),
    ]
}

/// `medicine, 150 to 105 mg`.
pub fn dose_change(change: &DoseChange) -> String {
    let values = [
        ("medicine", change.medicine.clone().into()),
        ("before", change.before.to_string().into()),
        ("after", change.after.to_string().into()),
        ("unit", change.unit.clone().into()),
    ];
    text_with("dose-change", &values)
}

fn first_day(change: &DoseChange) -> String {
    change.first_day().map(dates::with_year).unwrap_or_default()
}

fn also(also: &AlsoChanged) -> String {
    let (name, day) = match also {
        AlsoChanged::Event { label, day } => (label, day),
        AlsoChanged::OtherMedicine { medicine, day } => (medicine, day),
        AlsoChanged::Practice { name, day } => (name, day),
    };
    format!("{name} ({})", dates::with_year(*day))
}

/// Is something building up?
pub fn pattern_change(found: &Found) -> CardView {
    let mut card = blank("pattern_change", found.pattern_change.basis());
    match &*found.pattern_change {
        Answer::Finding(pattern, _) => {
            card.lines = pattern_lines(pattern);
            if pattern.is_claim() {
                card.sure = text("sure-claim");
            }
            let chance = decimal(pattern.false_alarms, 4);
            let alone = |w: &Watched| watched(w).trim_end_matches(',').to_owned();
            let names: Vec<String> = pattern.watched.iter().map(alone).collect();
            card.numbers.push((text("number-false-alarms"), chance));
            card.numbers
                .push((text("number-watched"), names.join(", ")));
            card.numbers
                .extend(pattern.alarms.iter().map(alarm_numbers));
        }
        Answer::Withheld(withheld, _) => {
            card.lines = sentences::withheld_or(withheld, "could-unknown-pattern_change");
        }
    }
    card
}

fn alarm_numbers(alarm: &Alarm) -> (String, String) {
    let name = format!(
        "{}: {}",
        dates::with_year(alarm.day),
        watched(&alarm.watched)
    );
    let value = format!(
        "{} / {}",
        tenths(alarm.statistic.abs()),
        tenths(alarm.limit)
    );
    (name, value)
}

/// The latest alarm in a sentence, or that there is none.
pub fn pattern_lines(pattern: &PatternChange) -> Vec<String> {
    let span = [
        ("from", dates::with_year(pattern.baseline.0).into()),
        ("to", dates::with_year(pattern.baseline.1).into()),
    ];
    let Some(alarm) = pattern.latest() else {
        let [from, to] = span;
        let values = [("n", pattern.watched.len().into()), from, to];
        return vec![text_with("pattern-none", &values)];
    };
    let mut lines = vec![alarm_line(pattern, alarm)];
    if pattern.alarms.len() > 1 {
        let n = pattern.alarms.len() - 1;
        lines.push(text_with("pattern-before", &[("n", n.into())]));
    }
    lines
}

/// One alarm in a sentence.
pub fn alarm_line(pattern: &PatternChange, alarm: &Alarm) -> String {
    let id = if alarm.is_higher {
        "pattern-higher"
    } else {
        "pattern-lower"
    };
    let values = [
        ("day", dates::with_year(alarm.day).into()),
        ("what", watched(&alarm.watched).into()),
        ("from", dates::with_year(pattern.baseline.0).into()),
        ("to", dates::with_year(pattern.baseline.1).into()),
    ];
    text_with(id, &values)
}

/// What is watched, by the name that people know it by.
pub fn watched(watched: &Watched) -> String {
    match watched {
        Watched::Numbness => text("pattern-numbness"),
        Watched::Together => text("pattern-together"),
        Watched::Candidate(subject) => {
            text_with("pattern-thing", &[("name", candidate(subject).into())])
        }
    }
}

/// Size without its sign, which the sentence says, and both ends on the same side.
fn sized(interval: &Interval) -> [(&'static str, content::TextArg<'static>); 3] {
    let sign = if interval.estimate < 0.0 { -1.0 } else { 1.0 };
    let (a, b) = (sign * interval.low, sign * interval.high);
    [
        ("size", tenths(sign * interval.estimate).into()),
        ("low", tenths(a.min(b)).into()),
        ("high", tenths(a.max(b)).into()),
    ]
}

pub fn interval(interval: &Interval) -> String {
    let values = [
        ("size", tenths(interval.estimate).into()),
        ("low", tenths(interval.low).into()),
        ("high", tenths(interval.high).into()),
    ];
    text_with("tenths-interval", &values)
}

/// With one decimal, and a real minus sign.
pub fn tenths(value: f64) -> String {
    decimal((value * 10.0).round() / 10.0, 1)
}
