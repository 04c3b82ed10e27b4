//! Spells above the person's own line, with how sure their ends are. Describes; never claims.

use record::LocalDay;
use stats::spells::{PatternRule, SpellRule, patterns, spells};
use stats::state_space::{Grid, Layout, Posterior};

use super::change::Cells;
use super::recovery::{self, Recovery};

/// At most so many last days are looked at.
const DAYS_MAX: i32 = 730;
/// Drawn paths; more would change shares by about 0.03 at most.
const N_DRAWS: usize = 300;
/// A pattern is named when at least this share of the drawn paths show it.
pub(super) const NAMED_AT: f64 = 0.9;
/// A spell lasts two days at least; shorter dips below the line than a week do not end it.
const SPELL_DAYS_MIN: usize = 2;
pub(super) const BRIDGE_DAYS: usize = 7;

/// What the spells look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Above the line on at least half of the last 28 days.
    Persistent,
    /// At least three separate spells in the last 182 days.
    Recurrent,
    /// There was a spell, and it is over.
    Temporary,
    /// No spell at all.
    BelowLine,
    /// The paths do not agree on one of these.
    Unclear,
}

/// One spell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spell {
    /// First day, with the ends of its interval.
    pub from: (LocalDay, LocalDay, LocalDay),
    /// Last day, with the ends of its interval.
    pub to: (LocalDay, LocalDay, LocalDay),
    /// It reaches the last day looked at, so that its end is not known.
    pub is_open: bool,
    /// Share of these paths in which it ends before the next begins, 0-1; 1 for the last.
    pub apart: f64,
    /// Share of drawn paths that have it, 0-1.
    pub probability: f64,
}

/// Days and spells above a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Spells {
    /// The line, points of 100.
    pub threshold: f64,
    /// The person drew it; else it is the upper quarter of their own days.
    pub is_own_line: bool,
    /// Share of the days looked at that lie above, 0-1.
    pub share_above: f64,
    /// Spells, oldest first.
    pub spells: Vec<Spell>,
    /// What they look like together.
    pub pattern: Pattern,
    /// Share of drawn paths that show the pattern, 0-1; for `Unclear` the largest share.
    pub probability: f64,
    /// How spells ended that came before; `None` above a line that the person did not draw.
    pub recovery: Option<Recovery>,
}

/// Finds spells. `None` when the level cannot be drawn.
pub fn find(cells: &Cells, threshold: Option<f64>, seed: u64) -> Option<Spells> {
    let line = threshold.or_else(|| upper_quarter(cells))?;
    let first = cells
        .days
        .first()?
        .day
        .max(cells.last_day.plus_days(1 - DAYS_MAX));
    let last = cells.days.last()?.day;
    let n_days = last.days_since(first) + 1;
    let days: Vec<LocalDay> = (0..n_days).map(|idx| first.plus_days(idx)).collect();
    let at: Vec<f64> = days.iter().map(|day| cells.time_of(*day)).collect();
    let layout = Layout::new(&cells.times(), &cells.columns()).ok()?;
    let posterior = Posterior::new(&layout, &cells.values(), &Grid::standard().ok()?).ok()?;
    let paths = posterior.draw_paths(&at, N_DRAWS, seed).ok()?;
    let rule = SpellRule {
        threshold: line,
        length_min: SPELL_DAYS_MIN,
        bridge_below: BRIDGE_DAYS,
        level: 0.95,
    };
    let found = spells(&paths, &rule).ok()?;
    let day = |idx: usize| days.get(idx).copied();
    let list: Vec<Spell> = found
        .spells
        .iter()
        .filter_map(|spell| {
            Some(Spell {
                from: (
                    day(spell.first_idx)?,
                    day(spell.first.lower_idx)?,
                    day(spell.first.upper_idx)?,
                ),
                to: (
                    day(spell.last_idx)?,
                    day(spell.last.lower_idx)?,
                    day(spell.last.upper_idx)?,
                ),
                is_open: spell.is_open,
                apart: spell.apart,
                probability: spell.probability,
            })
        })
        .collect();
    let (pattern, probability) = pattern(&paths, line, list.is_empty())?;
    #[expect(clippy::cast_precision_loss, reason = "days of a record")]
    let share_above = found.share_above.iter().sum::<f64>() / days.len() as f64;
    let is_own_line = threshold.is_some();
    let recovery = is_own_line.then(|| recovery::of(&list, (first, last)));
    Some(Spells {
        threshold: line,
        is_own_line,
        share_above,
        spells: list,
        pattern,
        probability,
        recovery,
    })
}

fn upper_quarter(cells: &Cells) -> Option<f64> {
    let mut means: Vec<f64> = cells.days.iter().map(|day| day.mean).collect();
    means.sort_by(f64::total_cmp);
    means.get(means.len() * 3 / 4).copied()
}

/// Names the pattern that most paths show, the one that matters most first.
fn pattern(paths: &[Vec<f64>], threshold: f64, has_no_spell: bool) -> Option<(Pattern, f64)> {
    let n = paths.first()?.len();
    let rule = PatternRule {
        threshold,
        persistent_window: n.min(28),
        persistent_share_min: 0.5,
        recurrent_window: n.min(182),
        recurrent_spells_min: 3,
        spell_length_min: SPELL_DAYS_MIN,
        bridge_below: BRIDGE_DAYS,
        trend_window: (n / 2).clamp(1, 28),
        trend_min: 0.0,
    };
    let shares = patterns(paths, &rule).ok()?;
    let never = 1.0 - shares.over - shares.above_now;
    let candidates = [
        (Pattern::Recurrent, shares.recurrent),
        (Pattern::Persistent, shares.persistent),
        (
            Pattern::Temporary,
            if has_no_spell { 0.0 } else { shares.over },
        ),
        (
            Pattern::BelowLine,
            if has_no_spell {
                never.max(1.0 - shares.above_now)
            } else {
                0.0
            },
        ),
    ];
    let named = candidates.into_iter().find(|(_, share)| *share >= NAMED_AT);
    let largest = candidates
        .iter()
        .map(|(_, share)| *share)
        .fold(0.0, f64::max);
    Some(named.unwrap_or((Pattern::Unclear, largest)))
}
