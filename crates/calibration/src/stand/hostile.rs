//! Series that nobody would wish on a method: constant, empty, tied, floored, doubled, shifted, very
//! long, with things beside them that are no better. Refuses to excuse an answer: numbers that are
//! not finite and intervals that are empty are told.

use finding::Interval;
use record::{LocalDay, Moment, Zone};
use series::{
    Candidate, CandidateKind, CandidatePoint, DayValue, Drawn, FlickerMark, NumbnessPoint,
    NumbnessSeries, Outcome, Series, Silences, Subject, Trial,
};

use super::quiet::idle_step;
use super::share::number;
use crate::draws::{Draws, Stream, mix};

const KINDS: usize = 9;
/// 2000-01-01, and noon of it.
const FIRST_DAY: i32 = 10_957;
const FIRST_SECOND: i64 = 946_684_800;

/// Puts hostile series number `idx` through the answers and returns what is wrong, such as an interval
/// that is empty; `None`: nothing is. A panic is left to the caller.
#[must_use]
pub fn hostile(idx: u64, seed: u64) -> Option<String> {
    let mut draws = Draws::new(mix(seed, idx), Stream::Beside, 0);
    let Some(series) = laid(&mut draws) else {
        return Some("no series could be laid".to_owned());
    };
    let last = series.numbness.last_day;
    unsound(&series, last.plus_days(i32::from(draws.chance(0.3))))
}

/// Puts one series through all answers on a day and returns what is wrong with a number in them;
/// `None`: nothing is. A panic is left to the caller.
#[must_use]
pub fn unsound(series: &Series, today: LocalDay) -> Option<String> {
    let mut shown = described(series, today);
    if let Some(course) = finding::course::answer(Some(series), Some(50.0), 1).finding() {
        shown.extend(course.changes.iter().map(|c| ("course", c.size)));
        let levels = course.segments.iter().filter_map(|s| s.level);
        shown.extend(levels.map(|level| ("course", level)));
        if !(0.0..=1.0).contains(&course.p_value) {
            return Some(format!("course: p-value {}", course.p_value));
        }
    }
    if let Some(found) = finding::triggers::answer(Some(series), 1).finding() {
        for tested in &found.tested {
            shown.push(("triggers", tested.effect));
            shown.extend(tested.with_others.map(|i| ("triggers", i)));
            if !is_sound([tested.p_value, tested.p_adjusted], tested.could_have_shown) {
                return Some(format!("triggers: {tested:?}"));
            }
        }
    }
    if let Some(found) = finding::flickers::answer(Some(series), 1).finding() {
        for tested in &found.tested {
            shown.push(("flickers", tested.odds_ratio));
            if !is_sound([tested.p_value, tested.p_adjusted], tested.per) {
                return Some(format!("flickers: {tested:?}"));
            }
        }
    }
    let pattern = finding::pattern_change::answer(Some(series), 1);
    if let Some(found) = pattern.finding() {
        let is_sound = |alarm: &finding::pattern_change::Alarm| {
            alarm.size_sd.is_finite() && alarm.statistic.is_finite() && alarm.limit.is_finite()
        };
        if !found.alarms.iter().all(is_sound) {
            return Some(format!("pattern_change: {:?}", found.alarms));
        }
    }
    let broken = shown.iter().find(|(_, interval)| !is_whole(interval));
    broken.map(|(question, interval)| format!("{question}: {interval:?}"))
}

/// Intervals of the answers that show little else.
fn described(series: &Series, today: LocalDay) -> Vec<(&'static str, Interval)> {
    let mut shown: Vec<(&str, Interval)> = Vec::new();
    let numbness = &series.numbness;
    if let Some(now) = finding::now::answer(Some(numbness), today).finding() {
        shown.extend([now.week, now.before, now.difference].map(|i| ("now", i)));
    }
    if let Some(level) = finding::level::answer(Some(numbness)).finding() {
        shown.extend(level.days.iter().map(|day| ("level", day.level)));
    }
    if let Some(found) = finding::medication_change::answer(Some(series)).finding() {
        let sizes = found.effects.iter().map(|e| [e.size, e.size_if_steady]);
        shown.extend(sizes.flatten().map(|i| ("medication_change", i)));
    }
    if let Some(found) = finding::strategy_effect::answer(Some(series)).finding() {
        shown.extend(found.tried.iter().map(|t| ("strategy_effect", t.size)));
    }
    if let Some(found) = finding::being_asked::answer(Some(series)).finding() {
        shown.push(("being_asked", found.size));
    }
    shown
}

/// Probabilities, and a size beside them.
fn is_sound(probabilities: [f64; 2], size: f64) -> bool {
    probabilities.iter().all(|p| (0.0..=1.0).contains(p)) && size.is_finite()
}

/// Ends are numbers, in order, apart, and hold the estimate.
fn is_whole(interval: &Interval) -> bool {
    let all = [interval.low, interval.estimate, interval.high];
    let is_ordered = interval.low <= interval.estimate && interval.estimate <= interval.high;
    all.iter().all(|value| value.is_finite()) && is_ordered && interval.low < interval.high
}

/// Most are short, for a method has most to trip over where there is little; few last for years.
fn n_days(draws: &mut Draws) -> usize {
    let kind = draws.uniform();
    match kind {
        k if k < 0.3 => 1 + draws.below(6),
        k if k < 0.995 => 7 + draws.below(34),
        k if k < 0.9998 => 42 + draws.below(60),
        k if k < 0.999_99 => 200 + draws.below(400),
        _ => 7_300,
    }
}

fn laid(draws: &mut Draws) -> Option<Series> {
    let zone = Zone::utc();
    let (days, a_day) = (n_days(draws), 1 + draws.below(3));
    let (kind, missing) = (draws.below(KINDS), draws.between(0.0, 1.0));
    let mut points: Vec<NumbnessPoint> = Vec::new();
    let mut before = draws.between(0.0, 100.0);
    let first = LocalDay::from_number(FIRST_DAY).ok()?;
    let shift = if draws.chance(0.1) { 3_600 * 5 } else { 0 };
    for nth in 0..days * a_day {
        let (day, slot) = (nth / a_day, nth % a_day);
        let is_shifted = shift > 0 && day > days / 2;
        let hour = 5 + 7 * i64::try_from(slot).ok()?;
        let seconds = 86_400 * i64::try_from(day).ok()? + 3_600 * hour;
        let seconds = seconds + if is_shifted { shift } else { 0 };
        let moment = Moment::from_unix_seconds(FIRST_SECOND + seconds, &zone).ok()?;
        before = value(kind, (nth, days * a_day), before, draws);
        let point = NumbnessPoint {
            hour: moment.hour_of_day(),
            moment,
            day: first.plus_days(i32::try_from(day).ok()?),
            #[expect(clippy::cast_precision_loss, reason = "seconds of twenty years")]
            time_days: (seconds - 3_600 * 5) as f64 / 86_400.0,
            numbness: (kind != 7 && !draws.chance(missing)).then_some(before),
            is_settling_in: false,
        };
        // The same moment twice, with the same answer.
        let is_doubled = draws.chance(0.02);
        points.extend(is_doubled.then(|| point.clone()));
        points.push(point);
    }
    let mut series = Series::of_numbness(NumbnessSeries {
        outcome: Outcome::CheckIn,
        recalled: Vec::new(),
        written_on: first.plus_days(if draws.chance(0.5) { 0 } else { 10_000 }),
        first_day: first,
        last_day: points.last()?.day,
        notes: Vec::new(),
        missing,
        points,
    });
    let n = match draws.uniform() {
        k if k < 0.5 => 0,
        k if k < 0.9995 => 1 + draws.below(4),
        _ => 200,
    };
    if draws.chance(0.2) {
        let from = first.plus_days(i32::try_from(days / 2).ok()?);
        series.doses = idle_step(from, first);
    }
    series.candidates = (0..n)
        .map(|k| candidate(k, &series.numbness, draws))
        .collect();
    by_lot(&mut series, draws);
    if draws.chance(0.1) {
        series.flickers = flickers(&series.numbness, draws);
    }
    Some(series)
}

/// Flickers at every third moment or at most of them.
fn flickers(numbness: &NumbnessSeries, draws: &mut Draws) -> Vec<FlickerMark> {
    let share = draws.between(0.0, 1.0);
    let mark = |point: &NumbnessPoint| FlickerMark {
        time_days: point.time_days,
        day: point.day,
    };
    let points = numbness.points.iter();
    points.filter(|_| draws.chance(share)).map(mark).collect()
}

/// Experiments of any length at any time, and days without prompts, a few.
fn by_lot(series: &mut Series, draws: &mut Draws) {
    let first = series.numbness.first_day;
    let coins =
        |n: usize, draws: &mut Draws| -> Vec<bool> { (0..n).map(|_| draws.chance(0.5)).collect() };
    if draws.chance(0.002) {
        series.trials.push(Trial {
            label: "something".to_owned(),
            begins: first.plus_days(i32::from(draws.chance(0.5)) * 5),
            days_per_period: 1 + u32::from(draws.chance(0.3)),
            drawn: Drawn::Restricted {
                run_max: 40,
                switches_min: 0,
            },
            assigned: coins(4 + draws.below(30), draws),
            half_life_days: if draws.chance(0.5) { 0.0 } else { 1e3 },
            seed: 1,
            ended: series::Ended::AsPlanned,
            own: None,
            others: Vec::new(),
        });
    }
    if draws.chance(0.002) {
        let mut assigned = coins(5 + draws.below(10), draws);
        let mirrored: Vec<bool> = assigned.iter().map(|silent| !silent).collect();
        assigned.extend(mirrored);
        series.silences = Some(Silences {
            begins: first,
            assigned,
            seed: 1,
        });
    }
}

/// A number from 0 to 100, the one before known.
fn value(kind: usize, (nth, of): (usize, usize), before: f64, draws: &mut Draws) -> f64 {
    let normal = draws.normal();
    let value = match kind {
        0 => before,
        1 => [0.0, 100.0].get(draws.below(2)).copied().unwrap_or(0.0),
        2 => 25.0 * number(draws.below(5)),
        3 if draws.chance(0.95) => 0.0,
        // A thread of differences far below what anybody can mean.
        4 => before + 1e-12 * normal,
        5 => 100.0 * number(nth) / number(of.max(1)),
        6 => before + 3.0 * normal,
        _ => 50.0 + 1e3 * normal,
    };
    value.clamp(0.0, 100.0)
}

fn candidate(nth: usize, numbness: &NumbnessSeries, draws: &mut Draws) -> Candidate {
    let kind = draws.below(KINDS);
    let scale = [1.0, 1e-9, 1e9, -1.0]
        .get(draws.below(4))
        .copied()
        .unwrap_or(1.0);
    let missing = draws.between(0.0, 1.0);
    let is_yes_no = draws.chance(0.3);
    let of = numbness.points.len();
    let mut before = 50.0;
    let mut points = Vec::new();
    for (idx, point) in numbness.points.iter().enumerate() {
        before = value(kind, (idx, of), before, draws);
        // The outcome itself: nothing is left beside it.
        let copied = if kind == 8 { point.numbness } else { None };
        let value = if is_yes_no {
            f64::from(u8::from(before > 50.0))
        } else {
            scale * copied.unwrap_or(before)
        };
        if !draws.chance(missing) {
            points.push(CandidatePoint {
                time_days: point.time_days,
                day: point.day,
                value,
            });
        }
    }
    Candidate {
        subject: Subject {
            kind: CandidateKind::Item,
            name: format!("thing_{nth}"),
        },
        points,
        day_value: if draws.chance(0.5) {
            DayValue::Mean
        } else {
            DayValue::Last
        },
        is_yes_no,
        named: (draws.chance(0.1))
            .then_some(series::Named {
                since: numbness.first_day,
                until: None,
            })
            .into_iter()
            .collect(),
    }
}
