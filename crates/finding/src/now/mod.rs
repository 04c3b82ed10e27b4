//! How is it now? This week against the four weeks before, or any stretch against another. Describes;
//! never claims.

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

/// Days with an answer needed in either of two stretches that are compared.
pub const EITHER_DAYS_MIN: u32 = 5;
/// Longest stretch that is compared, in days.
pub const STRETCH_DAYS_MAX: i32 = 31;

/// Two stretches of days beside each other, in points of 100 (100 = nothing is felt).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// Mean level of the first stretch.
    pub first: Interval,
    /// Mean level of the second.
    pub second: Interval,
    /// `second` less `first`: above zero is more numb.
    pub difference: Interval,
}

impl Beside {
    /// Whether the interval of the difference leaves zero out.
    #[must_use]
    pub fn is_told_apart(&self) -> bool {
        self.difference.low > 0.0 || self.difference.high < 0.0
    }
}

/// Compares two stretches of at most a month, the earlier one first. They may not share a day.
///
/// The same model as [`answer`], asked of the days of both stretches alone, with a step between them.
#[must_use]
pub fn beside(
    series: Option<&NumbnessSeries>,
    first: (LocalDay, LocalDay),
    second: (LocalDay, LocalDay),
) -> Answer<Beside> {
    let mut basis = Basis::new(series, "state-space/beside", VERSION);
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    for stretch in [first, second] {
        let have = days_between(series, stretch);
        if have < EITHER_DAYS_MIN {
            let need = EITHER_DAYS_MIN;
            return Answer::withhold(Reason::TooFewDays { have, need }, basis);
        }
    }
    let is_short = |(from, to): (LocalDay, LocalDay)| to.days_since(from) < STRETCH_DAYS_MAX;
    if first.1 >= second.0 || !is_short(first) || !is_short(second) {
        return Answer::withhold(Reason::AllAlike, basis);
    }
    let holds = |(from, to): (LocalDay, LocalDay), day: LocalDay| day >= from && day <= to;
    let asked = Asked {
        is_used: &|day| holds(first, day) || holds(second, day),
        is_later: &|day| holds(second, day),
        later: days_of(second),
        before: days_of(first),
    };
    let read = read(series, &asked);
    let found = read.as_ref().map(|read| (read, read.estimates.as_slice()));
    let Some((read, [later, before, difference])) = found else {
        return Answer::withhold(Reason::AllAlike, basis);
    };
    read.tell(&mut basis, difference);
    let level = |e| Interval::of(e, CI_LEVEL).within(0.0, 100.0);
    let found = Beside {
        first: level(before),
        second: level(later),
        difference: Interval::of(difference, CI_LEVEL).within(-100.0, 100.0),
    };
    Answer::Finding(found, basis)
}

/// Every day from the first to the last.
fn days_of((from, to): (LocalDay, LocalDay)) -> Vec<LocalDay> {
    (0..=to.days_since(from))
        .map(|n| from.plus_days(n))
        .collect()
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

/// The smallest difference, points of 100, that the days there are would tell apart four times out
/// of five; `None` where one side has no day, or only a difference beyond the scale would show.
fn could_have_shown(series: &NumbnessSeries, today: LocalDay) -> Option<f64> {
    let read = read_this_week(series, today)?;
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

/// Which days are read, and which of them are set beside which.
struct Asked<'a> {
    is_used: &'a dyn Fn(LocalDay) -> bool,
    /// Lets the level step before these days. Without it, a jump on the first of them is smoothed over,
    /// and the interval holds the true difference too seldom.
    is_later: &'a dyn Fn(LocalDay) -> bool,
    later: Vec<LocalDay>,
    before: Vec<LocalDay>,
}

/// The seven days up to `today`, and the 28 before them.
fn read_this_week(series: &NumbnessSeries, today: LocalDay) -> Option<Read> {
    let oldest = today.plus_days(1 - DAYS_USED);
    let asked = Asked {
        is_used: &|day| day >= oldest && day <= today,
        is_later: &|day| day > today.plus_days(-7),
        later: days_of((today.plus_days(-6), today)),
        before: days_of((today.plus_days(-34), today.plus_days(-7))),
    };
    read(series, &asked)
}

fn read(series: &NumbnessSeries, asked: &Asked<'_>) -> Option<Read> {
    let used: Vec<(&NumbnessPoint, f64)> = series
        .answered()
        .filter(|(p, _)| (asked.is_used)(p.day))
        .collect();
    let points: Vec<&NumbnessPoint> = used.iter().map(|(point, _)| *point).collect();
    let times: Vec<f64> = points.iter().map(|p| p.time_days).collect();
    let values: Vec<f64> = used.iter().map(|(_, value)| *value).collect();
    let mut columns = calendar::columns(&points);
    let step = columns.len();
    let code = |day| f64::from(u8::from((asked.is_later)(day)));
    columns.push(points.iter().map(|p| code(p.day)).collect());
    let layout = Layout::new(&times, &columns).ok()?;
    let posterior = Posterior::new(&layout, &values, &Grid::standard().ok()?).ok()?;
    let at_hours = |days: &[LocalDay]| -> Vec<f64> {
        let hours = |day: &LocalDay| HOURS.map(|hour| series.time_of(*day, hour));
        days.iter().flat_map(hours).collect()
    };
    let (later, before) = (at_hours(&asked.later), at_hours(&asked.before));
    let with_step = |functional: Functional| Functional {
        coefficients: Functional::coefficient(step).coefficients,
        ..functional
    };
    let wanted = [
        with_step(Functional::mean(&later)),
        Functional::mean(&before),
        with_step(Functional::mean_difference(&later, &before)),
    ];
    Some(Read {
        estimates: posterior.functionals(&wanted, CI_LEVEL).ok()?,
        period: (points.first()?.day, points.last()?.day),
        n_occasions: values.len(),
        correlation_a_day: posterior.average(Dependence::rho),
    })
}

impl Read {
    /// Writes down what the answer rests on.
    fn tell(&self, basis: &mut Basis, difference: &Estimate) {
        basis.n_occasions = self.n_occasions;
        basis.period = Some(self.period);
        basis.numbers = vec![
            ("correlation_a_day", self.correlation_a_day),
            ("difference_sd", difference.sd),
        ];
    }
}

fn estimate(series: &NumbnessSeries, today: LocalDay, basis: &mut Basis) -> Option<Now> {
    let read = read_this_week(series, today)?;
    let [week, before, difference] = read.estimates.as_slice() else {
        return None;
    };
    read.tell(basis, difference);
    let level = |e| Interval::of(e, CI_LEVEL).within(0.0, 100.0);
    Some(Now {
        until: today,
        week: level(week),
        before: level(before),
        difference: Interval::of(difference, CI_LEVEL).within(-100.0, 100.0),
    })
}
