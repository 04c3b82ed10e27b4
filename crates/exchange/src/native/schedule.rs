//! When the person wants to be asked, in a record file. Refuses times that make no schedule.

use record::{ClockSpan, DayStart, LocalDay, PromptMode, Schedule};
use serde_json::{Value, json};

use super::read::words;
use super::wire;

/// Reads it, for a person whose day starts then; in words what is wrong with it.
pub(super) fn read(file: &wire::Schedule, starts: DayStart) -> Result<Schedule, String> {
    let span = |(from, to): &(String, String)| ClockSpan::parse(from, to).map_err(words);
    let (early, late) = &file.windows;
    let mode = match &file.mode {
        wire::PromptMode::Usual => PromptMode::Usual,
        wire::PromptMode::Quiet => PromptMode::Quiet,
        wire::PromptMode::Burst(from) => PromptMode::Burst {
            from: LocalDay::parse(from).map_err(words)?,
        },
        wire::PromptMode::Weekly(weekday) => PromptMode::Weekly { weekday: *weekday },
    };
    let quiet = file.quiet.as_ref().map(span).transpose()?;
    let seed = file.seed.parse().map_err(words)?;
    Schedule::new([span(early)?, span(late)?], quiet, mode, seed, starts).map_err(words)
}

/// Left out where nothing was chosen.
pub(super) fn text(schedule: Option<&Schedule>) -> String {
    let Some(schedule) = schedule else {
        return String::new();
    };
    let [early, late] = schedule.windows().map(ClockSpan::clocks);
    let mode = match schedule.mode() {
        PromptMode::Usual => json!("usual"),
        PromptMode::Quiet => json!("quiet"),
        PromptMode::Burst { from } => json!({"burst": from.to_string()}),
        PromptMode::Weekly { weekday } => json!({"weekly": weekday}),
    };
    let mut value = json!({
        "mode": mode,
        "windows": [early, late],
        "seed": schedule.seed().to_string(),
    });
    if let Some(quiet) = schedule.quiet().map(ClockSpan::clocks) {
        value["quiet"] = Value::from(vec![quiet.0, quiet.1]);
    }
    format!(",\n\"schedule\":{value}")
}
