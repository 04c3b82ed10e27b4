//! Which questions are asked at an occasion, and when the next one is open. Refuses to draw: the
//! seed comes with the call.

use content::{Asked, CheckInItem, CheckInSet};
use record::{Assessment, ByItem, Form, ItemId, Moment, Record, Response, SamplingPlan};

use crate::{text, text_with};

/// Check-ins a day, by themselves or prompted.
pub const PER_DAY_MAX: usize = 6;
/// Seconds between two of them.
pub const PAUSE_SECONDS: i64 = 3600;
/// Longest day, in seconds: 25 hours when the clock goes back, with some to spare for travel.
pub const DAY_SECONDS_MAX: i64 = 30 * 3600;
/// The items to ask at this occasion, in order.
/// Ways of asking that are in `left_out` are not used.
pub fn plan(set: &CheckInSet, record: &Record, seed: u64, left_out: &[Asked]) -> Vec<ItemId> {
    let counts = asked_counts(record);
    let count = |item: &&CheckInItem| counts.get(&item.item.id).copied().unwrap_or(0);
    // Of those asked least, the seed draws one: a block is through before any comes again.
    let one_of = |asked: Asked| {
        if left_out.contains(&asked) {
            return None;
        }
        let least = set.asked(asked).map(|item| count(&item)).min()?;
        let open: Vec<&CheckInItem> = set
            .asked(asked)
            .filter(|item| count(item) == least)
            .collect();
        let idx = usize::try_from(mix(seed) % u64::try_from(open.len()).ok()?).ok()?;
        open.get(idx).map(|item| item.item.id.clone())
    };
    let always = set.asked(Asked::Always).map(|item| item.item.id.clone());
    let (before, after): (Vec<_>, Vec<_>) = always.partition(|id| id.as_str() != "tension");
    let around = (set.asked(Asked::Around)).filter(|item| !left_out.contains(&item.asked));
    let around = around.map(|item| item.item.id.clone());
    let last = set.asked(Asked::Last).map(|item| item.item.id.clone());
    before
        .into_iter()
        .chain(one_of(Asked::InTurn))
        .chain(after)
        .chain(one_of(Asked::Rotating))
        .chain(around)
        .chain(last)
        .collect()
}

/// How often each item was shown.
fn asked_counts(record: &Record) -> ByItem<usize> {
    let mut counts: ByItem<usize> = ByItem::default();
    for (_, occasion) in record
        .occasions()
        .filter(|(_, o)| o.plan != SamplingPlan::Recall && o.form == Form::CheckIn)
    {
        let assessment = occasion.assessment();
        let responses = assessment.map(Assessment::responses).unwrap_or_default();
        counts.each(
            responses,
            |_| 0,
            |n, response| *n += usize::from(response.response != Response::NotAsked),
        );
    }
    counts
}

/// Spreads a seed over all its bits (the finalizer of SplitMix64, Steele and others 2014,
/// doi:10.1145/2714064.2660195).
pub const fn mix(seed: u64) -> u64 {
    let z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Says when the next check-in is open; `None`: now.
pub fn resting(record: &Record, now: &Moment) -> Option<String> {
    let since = now.unix_seconds() - DAY_SECONDS_MAX;
    let recent: Vec<Moment> = record
        .occasions()
        .rev()
        .take_while(|(moment, _)| moment.unix_seconds() > since)
        .filter(|(_, occasion)| occasion.is_own_check_in())
        .map(|(moment, _)| moment.clone())
        .collect();
    resting_by(&recent, now, record.profile.day_start)
}

/// Says when the next check-in is open; `None`: now. Looking inward too often keeps numbness
/// company, so check-ins are capped (CBT for depersonalization reduces self-monitoring: Hunter
/// and others 2003, doi:10.1016/S0005-7967(03)00066-4).
pub fn resting_by(recent: &[Moment], now: &Moment, starts: record::DayStart) -> Option<String> {
    let before = recent
        .iter()
        .filter(|m| m.unix_seconds() <= now.unix_seconds());
    let today = before
        .clone()
        .filter(|m| m.day(starts) == now.day(starts))
        .count();
    if today >= PER_DAY_MAX {
        return Some(text("resting-until-tomorrow"));
    }
    let last = before.max_by_key(|m| m.unix_seconds())?;
    let open_at = last.plus_seconds(PAUSE_SECONDS);
    let is_open = open_at.unix_seconds() <= now.unix_seconds();
    (!is_open).then(|| text_with("resting-until", &[("clock", open_at.clock().into())]))
}
