//! People who let the program be silent on drawn days. Refuses to let silence reach further than the
//! next day.

use record::LocalDay;
use series::{NumbnessSeries, Series, Silences};
use stats::random::draw_stream;
use stats::randomization::Design;

use crate::draws::mix;
use crate::population::{Cell, WITHIN_SD, life};

/// Days without prompts, with a known effect of being asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Silent {
    /// Days of the record before the first block.
    pub days_before: u32,
    /// Blocks of two days; half of them begin with a silent day.
    pub n_blocks: u32,
    /// Numbness on the day after a day with prompts, multiples of [`WITHIN_SD`]; above zero is more
    /// numb after being asked.
    pub size_sd: f64,
}

/// Person number `idx` of a cell with drawn silent days up to the end; `None` where the cell makes
/// nobody or nothing can be drawn.
#[must_use]
pub fn person(cell: &Cell, silent: &Silent, idx: u64, seed: u64) -> Option<Series> {
    let cell = Cell {
        days: silent.days_before + Silences::BLOCK_DAYS * silent.n_blocks + 1,
        ..*cell
    };
    let life = life(&cell, idx, seed).ok()?;
    let today = life.now.day(life.record.profile.day_start);
    let (outcome, _) = series::outcomes(&life.record).into_iter().next()?;
    let numbness = NumbnessSeries::new(&life.record, &outcome, today)?;
    let seed = mix(mix(seed, idx), 92);
    let n_blocks = usize::try_from(silent.n_blocks).ok()?;
    let design = Design::subset(n_blocks, n_blocks / 2).ok()?;
    let begins = numbness
        .first_day
        .plus_days(i32::try_from(silent.days_before).ok()?);
    let silences = Silences {
        begins,
        assigned: design.draw(&mut draw_stream(seed, 1)),
        seed,
    };
    let mut series = Series::of_numbness(numbness);
    for point in &mut series.numbness.points {
        if is_silent(&silences, point.day) {
            point.numbness = None;
        }
        let after = silences.block_after(point.day);
        if after.is_some_and(|block| !silences.assigned.get(block).copied().unwrap_or(true)) {
            let added = silent.size_sd * WITHIN_SD;
            point.numbness = point.numbness.map(|v| (v + added).clamp(0.0, 100.0));
        }
    }
    let last = series.numbness.last_day;
    series.numbness.last_day = last.max(silences.ends().plus_days(1));
    series.silences = Some(silences);
    Some(series)
}

fn is_silent(silences: &Silences, day: LocalDay) -> bool {
    let Ok(since) = usize::try_from(day.days_since(silences.begins)) else {
        return false;
    };
    since % 2 == 0
        && silences
            .assigned
            .get(since / 2)
            .is_some_and(|silent| *silent)
}
