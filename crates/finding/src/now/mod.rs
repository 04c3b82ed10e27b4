//! How is it now? This week against the four weeks before. Describes; never claims.

use record::LocalDay;
use series::{NumbnessPoint, NumbnessSeries};
use stats::state_space::{Dependence, Estimate, Functional, Grid, Layout, Posterior};

use crate::answer::{Answer, Basis, Interval, Reason};
use crate::{calendar, reach};

/// Days with an answer needed in the last seven.
pub const WEEK_DAYS_MIN: u32 = 3;
/// Days with an answer needed in the 28 days before those.
pub const BEFORE_DAYS_MIN: u32 = 7;
/// Days of the record that are looked at: what held two years ago says little about this week.
const DAYS_USED: i32 = 182;
const CI_LEVEL: f64 = 0.95;
const METHOD: &str = "state-space/now";
const VERSION: &str = "1";
/// Clock hours at which a day's level is read off.
const HOURS: [f64; 4] = [9.0, 13.0, 17.0, 21.0];

/// This week against the four weeks before, in points of 100 (100 = nothing is felt).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Now {
    /// Last of the seven days.
    pub until: LocalDay,
    /// Mean level of the last seven days.
    pub week: Interval,
    /// Mean level of the 28 days before those.
    pub before: Interval,
    /// `week` less `before`: above zero is more numb.
    pub difference: Interval,
}

impl Now {
    /// Whether the interval of the difference leaves zero out.
    #[must_use]
    pub fn is_told_apart(&self) -> bool {
        self.difference.low > 0.0 || self.difference.high < 0.0
    }
}

/// Compares the seven days up to `today` with the 28 days before them.
///
/// Method, assumptions and measured coverage: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&NumbnessSeries>, today: LocalDay) -> Answer<Now> {
    let mut basis = Basis::new(series, METHOD, VERSION);
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let week = (today.plus_days(-6), today);
    let before = (today.plus_days(-34), today.plus_days(-7));
    let have = days_between(series, week);
    if have < WEEK_DAYS_MIN {
        let need = WEEK_DAYS_MIN;
        let could = could_have_shown(series, today);
        return Answer::withhold(Reason::TooFewThisWeek { have, need }, basis)
            .that_could_show(could);
    }
    let have = days_between(series, before);
    if have < BEFORE_DAYS_MIN {
        let need = BEFORE_DAYS_MIN;
        let could = could_have_shown(series, today);
        return Answer::withhold(Reason::TooFewBefore { have, need }, basis).that_could_show(could);
    }
    match estimate(series, today, &mut basis) {
        Some(now) => Answer::Finding(now, basis),
        None => Answer::withhold(Reason::AllAlike, basis),
    }
}

fn days_between(series: &NumbnessSeries, (from, to): (LocalDay, LocalDay)) -> u32 {
    let mut days: Vec<LocalDay> = series
        .answered()
        .map(|(p, _)| p.day)
        .filter(|day| *day >= from && *day <= to)
        .collect();
    days.dedup();
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}

/// Lets the level step between the four weeks and this one. Without it, a jump on the first day of
/// the week is smoothed over, and the interval holds the true difference too seldom.
fn week_code(day: LocalDay, today: LocalDay) -> f64 {
    f64::from(u8::from(day > today.plus_days(-7)))
}

/// The smallest difference, points of 100, that the days there are would tell apart four times out
/// of five; `None` where one side has no day, or only a difference beyond the scale would show.
fn could_have_shown(series: &NumbnessSeries, today: LocalDay) -> Option<f64> {
    let read = read(series, today)?;
    let difference = Interval::of(read.estimates.get(2)?, CI_LEVEL);
    let points = reach::of_interval(&difference, 1.0 - CI_LEVEL);
    (points.is_finite() && points < 100.0).then_some(points)
}

/// Week, four weeks and their difference as they come out of the days that there are.
struct Read {
    estimates: Vec<Estimate>,
    period: (LocalDay, LocalDay),
    n_occasions: usize,
    correlation_a_day: f64,
}

fn read(series: &NumbnessSeries, today: LocalDay) -> Option<Read> {
    let oldest = today.plus_days(1 - DAYS_USED);
    let used: Vec<(&NumbnessPoint, f64)> = series
        .answered()
        .filter(|(p, _)| p.day >= oldest && p.day <= today)
        .collect();
    let points: Vec<&NumbnessPoint> = used.iter().map(|(point, _)| *point).collect();
    let times: Vec<f64> = points.iter().map(|p| p.time_days).collect();
    let values: Vec<f64> = used.iter().map(|(_, value)| *value).collect();
    let mut columns = calendar::columns(&points);
    let step = columns.len();
    columns.push(points.iter().map(|p| week_code(p.day, today)).collect());
    let layout = Layout::new(&times, &columns).ok()?;
    let posterior = Posterior::new(&layout, &values, &Grid::standard().ok()?).ok()?;
    let at_hours = |from: i32, to: i32| -> Vec<f64> {
        (from..=to)
            .flat_map(|back| HOURS.map(|hour| series.time_of(today.plus_days(back), hour)))
            .collect()
    };
    let (week, before) = (at_hours(-6, 0), at_hours(-34, -7));
    let with_step = |functional: Functional| Functional {
        coefficients: Functional::coefficient(step).coefficients,
        ..functional
    };
    let asked = [
        with_step(Functional::mean(&week)),
        Functional::mean(&before),
        with_step(Functional::mean_difference(&week, &before)),
    ];
    Some(Read {
        estimates: posterior.functionals(&asked, CI_LEVEL).ok()?,
        period: (points.first()?.day, points.last()?.day),
        n_occasions: values.len(),
        correlation_a_day: posterior.average(Dependence::rho),
    })
}

fn estimate(series: &NumbnessSeries, today: LocalDay, basis: &mut Basis) -> Option<Now> {
    let read = read(series, today)?;
    let [week, before, difference] = read.estimates.as_slice() else {
        return None;
    };
    basis.n_occasions = read.n_occasions;
    basis.period = Some(read.period);
    basis.numbers = vec![
        ("correlation_a_day", read.correlation_a_day),
        ("difference_sd", difference.sd),
    ];
    let level = |e| Interval::of(e, CI_LEVEL).within(0.0, 100.0);
    Some(Now {
        until: today,
        week: level(week),
        before: level(before),
        difference: Interval::of(difference, CI_LEVEL).within(-100.0, 100.0),
    })
}
