//! What was drawn by lot, in a record file. Refuses to mend a broken seal: an experiment that was
//! changed by hand is read as it stands, and tells so itself.

use record::{
    Drawing, DrawnFrom, Experiment, ExperimentDay, FactKey, ItemId, Label, LocalDay, Polarity,
    StartDays, Terms,
};
use serde_json::{Map, Value, json};

use super::read::{digest, words};
use super::wire;

/// Reads one; in words what is wrong with it.
pub(super) fn read(file: &wire::Experiment) -> Result<Experiment, String> {
    let day = |text: &str| LocalDay::parse(text).map_err(words);
    let drawing = match &file.strategy {
        Some(name) => Drawing::Strategy(Label::new(name).map_err(words)?),
        None => Drawing::Silence,
    };
    let digit = |c| match c {
        '1' => Ok(true),
        '0' => Ok(false),
        _ => Err("what was drawn is written in 0 and 1".to_owned()),
    };
    let terms = Terms {
        drawing,
        outcome: ItemId::new(&file.outcome).map_err(words)?,
        polarity: match file.polarity {
            wire::Polarity::MoreFeeling => Polarity::HigherIsMoreFeeling,
            wire::Polarity::MoreNumb => Polarity::HigherIsMoreNumb,
        },
        begins: day(&file.begins)?,
        days_per_period: file.days_per_period,
        from: match file.from {
            wire::DrawnFrom::Pairs => DrawnFrom::Pairs,
            wire::DrawnFrom::Restricted(run_max, switches_min) => DrawnFrom::Restricted {
                run_max,
                switches_min,
            },
            wire::DrawnFrom::StartDays(earliest, latest, n_started, place, gap_days) => {
                DrawnFrom::StartDays(StartDays {
                    earliest,
                    latest,
                    n_started,
                    place,
                    gap_days,
                })
            }
        },
        assigned: file.assigned.chars().map(digit).collect::<Result<_, _>>()?,
        carry_over_days: file.carry_over_days,
        seed: file.seed.parse().map_err(words)?,
        locked_on: day(&file.locked_on)?,
    };
    let told = |(day_text, is_done): &(String, bool)| -> Result<_, String> {
        Ok(ExperimentDay {
            day: day(day_text)?,
            is_done: *is_done,
        })
    };
    let experiment = Experiment {
        key: FactKey::parse(&file.key).map_err(words)?,
        terms,
        seal: digest(&file.seal)?,
        stopped_on: file.stopped_on.as_deref().map(day).transpose()?,
        days: file.days.iter().map(told).collect::<Result<_, _>>()?,
    };
    experiment.checked().map_err(words)
}

/// Left out where nothing was drawn.
pub(super) fn text(experiments: &[Experiment]) -> String {
    let lines: Vec<String> = experiments.iter().map(|e| value(e).to_string()).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!(",\n\"experiments\":[\n{}\n]", lines.join(",\n"))
}

fn value(experiment: &Experiment) -> Value {
    let terms = &experiment.terms;
    let digit = |with: &bool| if *with { '1' } else { '0' };
    let hex = |byte: &u8| format!("{byte:02x}");
    let told = |told: &ExperimentDay| json!([told.day.to_string(), told.is_done]);
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("key", experiment.key.to_string().into());
    if let Drawing::Strategy(name) = &terms.drawing {
        put("strategy", name.as_str().into());
    }
    put("outcome", terms.outcome.as_str().into());
    put(
        "polarity",
        match terms.polarity {
            Polarity::HigherIsMoreFeeling => "more_feeling",
            Polarity::HigherIsMoreNumb => "more_numb",
        }
        .into(),
    );
    put("begins", terms.begins.to_string().into());
    put("days_per_period", terms.days_per_period.into());
    put(
        "from",
        match terms.from {
            DrawnFrom::Pairs => "pairs".into(),
            DrawnFrom::Restricted {
                run_max,
                switches_min,
            } => json!({ "restricted": [run_max, switches_min] }),
            DrawnFrom::StartDays(of) => json!({
                "start_days": [of.earliest, of.latest, of.n_started, of.place, of.gap_days]
            }),
        },
    );
    let assigned: String = terms.assigned.iter().map(digit).collect();
    put("assigned", assigned.into());
    put("carry_over_days", terms.carry_over_days.into());
    // In decimal digits, because JSON numbers end at 2^53.
    put("seed", terms.seed.to_string().into());
    put("locked_on", terms.locked_on.to_string().into());
    let seal: String = experiment.seal.iter().map(hex).collect();
    put("seal", seal.into());
    if let Some(day) = experiment.stopped_on {
        put("stopped_on", day.to_string().into());
    }
    if !experiment.days.is_empty() {
        put("days", experiment.days.iter().map(told).collect());
    }
    Value::Object(fields)
}
