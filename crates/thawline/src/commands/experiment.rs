//! Experiments from the terminal. Refuses to lock without a length: first it says what each could find.

use app::{App, NewExperiment, Trouble};

use super::opened;
use crate::calls::{Common, Experiment, NewExperiment as NewCall};
use crate::say;

/// Does what the call asks for.
///
/// # Errors
/// [`Trouble`] with what to do next; then nothing was changed.
pub fn run(common: &Common, call: &Experiment) -> Result<(), Trouble> {
    let mut app = opened(common)?;
    let lines = match call {
        Experiment::New(new) => begin(&mut app, common, new),
        Experiment::List(which) | Experiment::Result(which) => {
            show(&mut app, which.number, which.json)
        }
        Experiment::Stop(which) => {
            let key = app.experiment_key(which.number)?;
            app.stop_experiment(&key)?;
            show(&mut app, Some(which.number), false)
        }
    };
    let lines = lines?;
    app.lock();
    for line in &lines {
        say::own(line);
    }
    Ok(())
}

fn show(app: &mut App, number: Option<usize>, is_json: bool) -> Result<Vec<String>, Trouble> {
    if is_json {
        return app.experiments_json(number).map(|document| vec![document]);
    }
    app.experiments_text(number)
}

fn begin(app: &mut App, common: &Common, new: &NewCall) -> Result<Vec<String>, Trouble> {
    let wanted = NewExperiment {
        strategy: new.strategy.clone(),
        outcome: new.outcome.clone(),
        others: new.with.clone(),
        weeks: new.weeks.unwrap_or_default(),
        seed: common.seed,
    };
    if new.weeks.is_none() {
        let mut lines = app.experiment_lengths(&wanted)?;
        lines.push("nothing is locked yet: give --weeks to lock it".to_owned());
        return Ok(lines);
    }
    app.begin_experiment(&wanted)?;
    let newest = app.experiments()?.experiments.len();
    show(app, Some(newest), new.json)
}
