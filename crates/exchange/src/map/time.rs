//! How a map says when its rows were: moments, dates or counted days. Refuses times that nobody could
//! place.

use std::ops::Range;

use record::{LocalDay, Zone};
use serde::Deserialize;
use toml::Spanned;

use crate::table::Order;

use super::file::{Place, Text};
use super::{Burst, MapError, TimePlan};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TimeFile {
    column: Option<String>,
    date_column: Option<String>,
    zone: Option<Text>,
    pub day: Option<String>,
    pub beep: Option<String>,
    start: Option<Text>,
    beeps_per_day: Option<Spanned<u32>>,
    burst: Option<BurstFile>,
    pub day_column: Option<String>,
    pub beep_column: Option<String>,
    pub beep_time_column: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BurstFile {
    column: String,
    days_apart: Spanned<u32>,
}

pub(super) fn dates(place: &Place<'_>, order: Option<&Text>) -> Result<Order, MapError> {
    match order.map(|order| (order.span(), order.get_ref().as_str())) {
        None | Some((_, "year_first")) => Ok(Order::YearFirst),
        Some((_, "day_first")) => Ok(Order::DayFirst),
        Some((_, "month_first")) => Ok(Order::MonthFirst),
        Some((span, _)) => {
            let words = [
                "dates are year_first, day_first or month_first",
                "write dates = \"day_first\" for 13/08/2012",
            ];
            Err(place.error(&span, "dates", words))
        }
    }
}

pub(super) fn time_plan(
    place: &Place<'_>,
    span: &Range<usize>,
    file: TimeFile,
) -> Result<TimePlan, MapError> {
    let zone = zone(place, file.zone.as_ref())?;
    let fail = |why, hint| Err(place.error(span, "time", [why, hint]));
    let is_counted = file.day.is_some();
    if !is_counted && (file.beep.is_some() || file.start.is_some() || file.burst.is_some()) {
        return fail(
            "beep, start and burst go with day",
            "write time = { day = \"…\", beep = \"…\", start = \"2012-08-13\" }",
        );
    }
    match (file.column, file.date_column, file.day) {
        (None, None, Some(day)) => {
            let Some(start) = file.start else {
                return fail("day needs the date of day 1", "add start = \"2012-08-13\"");
            };
            let start_day = LocalDay::parse(start.get_ref()).map_err(|error| {
                place.error(
                    &start.span(),
                    "time.start",
                    [&error.to_string(), "write a date such as \"2012-08-13\""],
                )
            })?;
            if let Some(n) = &file.beeps_per_day
                && !(1..=1000).contains(n.get_ref())
            {
                let words = [
                    "a day has 1 to 1000 prompts",
                    "write the largest prompt number",
                ];
                return Err(place.error(&n.span(), "time.beeps_per_day", words));
            }
            Ok(TimePlan::DayAndBeep {
                day,
                beep: file.beep,
                start: start_day,
                zone: zone.unwrap_or_else(Zone::utc),
                beeps_per_day: file.beeps_per_day.map_or(10, Spanned::into_inner),
                burst: burst(place, file.burst)?,
            })
        }
        (Some(column), Some(date_column), None) => match zone {
            Some(zone) => Ok(TimePlan::DateAndTime {
                date_column,
                column,
                zone,
            }),
            None => fail(
                "a date and a time need a zone",
                "add zone = \"Europe/Amsterdam\"",
            ),
        },
        (Some(column), None, None) | (None, Some(column), None) => {
            Ok(TimePlan::Stamp { column, zone })
        }
        _ => fail(
            "the columns of time do not fit together",
            "name column, or column and date_column, or day, beep and start",
        ),
    }
}

fn burst(place: &Place<'_>, file: Option<BurstFile>) -> Result<Option<Burst>, MapError> {
    let Some(file) = file else { return Ok(None) };
    if !(1..=10_000).contains(file.days_apart.get_ref()) {
        let words = [
            "stretches start 1 to 10000 days apart",
            "write the days between the starts",
        ];
        return Err(place.error(&file.days_apart.span(), "time.burst.days_apart", words));
    }
    Ok(Some(Burst {
        column: file.column,
        days_apart: file.days_apart.into_inner(),
    }))
}

fn zone(place: &Place<'_>, name: Option<&Text>) -> Result<Option<Zone>, MapError> {
    let Some(name) = name else { return Ok(None) };
    let zone = Zone::new(name.get_ref()).map_err(|error| {
        place.error(
            &name.span(),
            "time.zone",
            [&error.to_string(), "write the zone as region and city"],
        )
    })?;
    Ok(Some(zone))
}
