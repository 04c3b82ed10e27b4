//! Measures false claims on real noise (bar B3): the answers of some real people beside what others
//! logged, or of one person beside another season, turned in time, so that no relation is possible.
//! Refuses to write files, and to run without the open data.
//!
//! `real_noise N [SEED]`: N records of each kind. The folder of the data is `THAWLINE_DATA`, else
//! `../shared/data`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use calibration::stand::{SEED, Share, all};
use finding::triggers;
use record::{LocalDay, Moment, Zone};
use series::{
    Candidate, CandidateKind, CandidatePoint, DayValue, NumbnessPoint, NumbnessSeries, Outcome,
    Series, Subject, day_means,
};
use stats::random::{draw_stream, uniform};

/// One beep: day and place in the day, and a number for each item that was answered.
type Beep = (i32, i32, Vec<Option<f64>>);

const MOODS: [&str; 13] = [
    "mood_relaxed",
    "mood_down",
    "mood_irritat",
    "mood_satisfi",
    "mood_lonely",
    "mood_anxious",
    "mood_enthus",
    "mood_cheerf",
    "mood_doubt",
    "mood_strong",
    "pat_restl",
    "phy_tired",
    "pat_worry",
];
const ITEMS: [&str; 5] = ["opgewkt_", "pieker", "angstig_", "somber__", "ontspann"];
/// People behind one another in a record made of many: 8 of 12 days.
const PEOPLE: usize = 8;
const DAYS: i32 = 12;
/// Days of a block of the long record.
const BLOCK: i32 = 90;

fn cells(line: &str) -> Vec<String> {
    let (mut list, mut is_quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => list.push(String::new()),
            c => list.last_mut().into_iter().for_each(|cell| cell.push(c)),
        }
    }
    list
}

/// Beeps by person, at most three a day; people's numbers less their own mean.
fn read(path: &Path, person: &str, items: &[&str]) -> Option<Vec<Vec<Beep>>> {
    let text = std::fs::read_to_string(path).ok()?;
    let mut lines = text.lines();
    let heading = cells(lines.next()?);
    let column = |name: &str| heading.iter().position(|cell| cell == name);
    let (who, day, beep) = (column(person), column("dayno")?, column("beepno")?);
    let period = column("st_period");
    let places: Vec<usize> = items.iter().filter_map(|item| column(item)).collect();
    let mut people: BTreeMap<String, Vec<Beep>> = BTreeMap::new();
    for row in lines.map(cells) {
        let number = |place: usize| {
            row.get(place)
                .and_then(|cell| cell.trim().parse::<f64>().ok())
        };
        let whole = |place: usize| {
            number(place)
                .map(|n| format!("{n:.0}"))
                .and_then(|t| t.parse().ok())
        };
        let values: Vec<Option<f64>> = places.iter().map(|place| number(*place)).collect();
        let (Some(day), Some(beep)) = (whole(day), whole(beep)) else {
            continue;
        };
        let late: i32 = period.and_then(whole).unwrap_or(0);
        let name = who
            .and_then(|who| row.get(who))
            .cloned()
            .unwrap_or_default();
        let list = people.entry(name).or_default();
        // Day numbers of the second stretch may run on or begin anew.
        let day: i32 = if late == 1 && day <= 6 { day + 6 } else { day };
        let same_day = list.iter().filter(|(d, ..)| *d == day).count();
        if same_day < 3 && values.iter().any(Option::is_some) {
            list.push((day, beep, values));
        }
    }
    let mut people: Vec<Vec<Beep>> = people.into_values().collect();
    people
        .iter_mut()
        .for_each(|beeps| center(beeps, items.len()));
    Some(people)
}

fn center(beeps: &mut [Beep], n_items: usize) {
    beeps.sort_by_key(|(day, beep, _)| (*day, *beep));
    for item in 0..n_items {
        let known = || {
            beeps
                .iter()
                .filter_map(|(_, _, values)| values.get(item).copied().flatten())
        };
        let n = f64::from(u32::try_from(known().count().max(1)).unwrap_or(1));
        let mean = known().sum::<f64>() / n;
        for (_, _, values) in beeps.iter_mut() {
            if let Some(Some(value)) = values.get_mut(item) {
                *value -= mean;
            }
        }
    }
}

/// Days turned by `by` within their span.
fn turned(beeps: &[Beep], by: i32, span: i32, from: i32) -> Vec<Beep> {
    let turn = |day: i32| (day - 1 + by).rem_euclid(span) + from;
    let mut list: Vec<Beep> = (beeps.iter())
        .filter(|(day, ..)| (1..=span).contains(day))
        .map(|(day, beep, values)| (turn(*day), *beep, values.clone()))
        .collect();
    list.sort_by_key(|(day, beep, _)| (*day, *beep));
    list
}

fn laid(outcome: &[(i32, i32, f64)], factors: &[Beep], n_items: usize) -> Option<Series> {
    let first = LocalDay::from_number(15_000).ok()?;
    let zone = Zone::utc();
    let at = |day: i32, beep: i32| f64::from(day) + (8.0 + 1.4 * f64::from(beep)) / 24.0;
    let from = outcome.first()?;
    let start = at(from.0, from.1);
    let point = |(day, beep, value): &(i32, i32, f64)| {
        let seconds = i64::from(15_000 + day - from.0) * 86_400 + i64::from(28_800 + 5_040 * beep);
        let moment = Moment::from_unix_seconds(seconds, &zone).ok()?;
        Some(NumbnessPoint {
            day: first.plus_days(day - from.0),
            time_days: at(*day, *beep) - start,
            hour: moment.hour_of_day(),
            moment,
            numbness: Some((50.0 + 12.0 * value).clamp(0.0, 100.0)),
            is_settling_in: false,
        })
    };
    let points: Vec<NumbnessPoint> = outcome.iter().filter_map(point).collect();
    let last_day = points.last()?.day;
    let mut series = Series::of_numbness(NumbnessSeries {
        outcome: Outcome::CheckIn,
        recalled: Vec::new(),
        written_on: last_day.plus_days(400),
        first_day: first,
        last_day,
        notes: Vec::new(),
        missing: 0.0,
        points,
    });
    for item in 0..n_items {
        let logged = factors.iter().filter_map(|(day, beep, values)| {
            Some(CandidatePoint {
                time_days: at(*day, *beep) - start,
                day: first.plus_days(day - from.0),
                value: values.get(item).copied().flatten()?,
            })
        });
        let points: Vec<CandidatePoint> = logged
            .filter(|p| p.day >= first && p.day <= last_day)
            .collect();
        let name = format!("item_{item}");
        let subject = Subject {
            kind: CandidateKind::Item,
            name,
        };
        series.candidates.push(Candidate {
            subject,
            points,
            day_value: DayValue::Mean,
            is_yes_no: false,
            named: Vec::new(),
        });
    }
    Some(series)
}

/// Some people's sadness beside all items of others.
fn of_many(people: &[Vec<Beep>], idx: usize, seed: u64) -> Option<Series> {
    let mut rng = draw_stream(seed, u64::try_from(idx).ok()?);
    let mut order: Vec<usize> = (0..people.len()).collect();
    for k in (1..order.len()).rev() {
        order.swap(k, below(uniform(&mut rng), k + 1));
    }
    let (mut outcome, mut factors) = (Vec::new(), Vec::new());
    let by = 1 + i32::try_from(below(uniform(&mut rng), 11)).ok()?;
    for k in 0..PEOPLE {
        let from = DAYS * i32::try_from(k).ok()? + 1;
        let own = turned(people.get(*order.get(k)?)?, 0, DAYS, from);
        outcome.extend(
            own.iter()
                .filter_map(|(d, b, v)| Some((*d, *b, v.get(3).copied().flatten()?))),
        );
        factors.extend(turned(people.get(*order.get(PEOPLE + k)?)?, by, DAYS, from));
    }
    laid(&outcome, &factors, ITEMS.len())
}

/// A season of one person's item beside all items of another season.
fn of_one(beeps: &[Beep], idx: usize, seed: u64) -> Option<Series> {
    let mut rng = draw_stream(seed, u64::try_from(idx).ok()?);
    let from = i32::try_from(below(uniform(&mut rng), 50)).ok()?;
    let away = BLOCK + i32::try_from(below(uniform(&mut rng), 239 - 50 - 2 * 90)).ok()?;
    let item = below(uniform(&mut rng), MOODS.len());
    let by = i32::try_from(below(uniform(&mut rng), 90)).ok()?;
    let moved = |by: i32| -> Vec<Beep> {
        beeps
            .iter()
            .map(|(d, b, v)| (d - by, *b, v.clone()))
            .collect()
    };
    let own = turned(&moved(from), 0, BLOCK, 1);
    let others = turned(&moved(from + away), by, BLOCK, 1);
    let outcome: Vec<(i32, i32, f64)> = (own.iter())
        .filter_map(|(d, b, v)| Some((*d, *b, v.get(item).copied().flatten()?)))
        .collect();
    laid(&outcome, &others, MOODS.len())
}

fn below(uniform: f64, n: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a short list"
    )]
    let k = (uniform * n as f64) as usize;
    k.min(n.saturating_sub(1))
}

/// Whether `triggers` claims anything at 5%, and whether plain correlation does.
fn measured(series: &Series) -> Option<(bool, bool)> {
    let answer = triggers::answer(Some(series), 1);
    let found = answer.finding()?;
    let nominal = |t: &triggers::Tested| t.p_adjusted * found.alpha / 0.05;
    let ours = found.tested.iter().any(|t| nominal(t) <= 0.05);
    let means: BTreeMap<LocalDay, f64> = day_means(&series.numbness)
        .iter()
        .map(|d| (d.day, d.mean))
        .collect();
    let naive = series.candidates.iter().any(|candidate| {
        let days = candidate.by_day();
        let pairs: Vec<(f64, f64)> = days
            .iter()
            .filter_map(|(day, value)| Some((*value, *means.get(day)?)))
            .collect();
        is_correlated(&pairs)
    });
    Some((ours, naive))
}

/// Two-sided p below .05, normal approximation.
fn is_correlated(pairs: &[(f64, f64)]) -> bool {
    let n = f64::from(u32::try_from(pairs.len()).unwrap_or(0));
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (x, y) = (sum(&|p| p.0) / n, sum(&|p| p.1) / n);
    let along = sum(&|p| (p.0 - x) * (p.1 - y));
    let lengths = sum(&|p| (p.0 - x).powi(2)) * sum(&|p| (p.1 - y).powi(2));
    let r = along / lengths.sqrt();
    n > 10.0 && r.abs() * ((n - 2.0) / (1.0 - r * r)).sqrt() > 1.98
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (
        usize::try_from(number(0, 100)).unwrap_or(0),
        number(1, SEED),
    );
    let folder = std::env::var_os("THAWLINE_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let many = read(&folder.join("bringmann_2013.csv"), "subjno", &ITEMS);
    let one = read(&folder.join("kossakowski_2017.csv"), "", &MOODS);
    let (Some(many), Some(one)) = (many, one) else {
        eprintln!("skipped: the open data is not in {}", folder.display());
        return;
    };
    println!("data,method,records,claims,low,high,bar");
    for kind in ["others", "other_season"] {
        let told = all(n, &|_, _| (), |idx| {
            let series = if kind == "others" {
                of_many(&many, idx, seed)
            } else {
                one.first().and_then(|beeps| of_one(beeps, idx, seed))
            };
            measured(&series?)
        });
        let told: Vec<(bool, bool)> = told.into_iter().flatten().collect();
        let ours = Share::count(told.iter().map(|t| Some(t.0)));
        let naive = Share::count(told.iter().map(|t| Some(t.1)));
        for (method, share) in [("triggers", ours), ("correlation", naive)] {
            let value = share.share.unwrap_or(f64::NAN);
            let bar = match method {
                "triggers" if value <= 0.05 => "met",
                "triggers" => "miss",
                _ => "",
            };
            let (of, low, high) = (share.of, share.low, share.high);
            println!("{kind},{method},{of},{value:.4},{low:.4},{high:.4},{bar}");
        }
    }
}
