//! The proof: how often the answers are wrong, on simulated people or on twins of this record.

use std::io::IsTerminal as _;

use app::{Trouble, said};
use calibration::stand::{
    CalibrateOptions, CalibrationReport, CellReport, Share, StandError, TwinReport, calibrate,
    calibrate_twin,
};
use indicatif::{ProgressBar, ProgressStyle};

use crate::calls::{Calibrate, Common};
use crate::say;

/// Runs the proof and prints its table, or one JSON document.
///
/// # Errors
/// [`Trouble`] when an option is outside its range, or a twin has no record to be drawn from.
pub fn run(common: &Common, call: &Calibrate) -> Result<(), Trouble> {
    let options = CalibrateOptions {
        n_records: usize::try_from(call.records).unwrap_or(usize::MAX),
        days: call.days,
        missing: call.missing,
        dependence: call.dependence,
        candidates: call.candidates,
        change_points: None,
        seed: common.seed,
    };
    if call.twin {
        twin(common, call, &options)
    } else {
        population(call, &options)
    }
}

fn population(call: &Calibrate, options: &CalibrateOptions) -> Result<(), Trouble> {
    let bar = bar();
    let report = calibrate(options, &|n, of| advance(&bar, n, of)).map_err(refused)?;
    bar.finish_and_clear();
    let is_kept = report.is_within_promise();
    if call.json {
        let document = serde_json::json!({
            "schema": "thawline.calibration/1",
            "is_within_promise": is_kept,
            "report": report,
        });
        say::line(&document.to_string());
    } else {
        table(&report);
    }
    if is_kept {
        Ok(())
    } else {
        Err(Trouble::ours("the promise is not kept: see the table"))
    }
}

fn twin(common: &Common, call: &Calibrate, options: &CalibrateOptions) -> Result<(), Trouble> {
    let mut app = super::opened(common)?;
    let (series, threshold) = app.series()?;
    app.lock();
    let Some(series) = series else {
        let what = "the record holds nothing to draw twins from";
        return Err(Trouble::input(what, "write a few check-ins first"));
    };
    let bar = bar();
    let on_progress = |n, of| advance(&bar, n, of);
    let report = calibrate_twin(&series, threshold, options, &on_progress).map_err(refused)?;
    bar.finish_and_clear();
    if call.json {
        let document = serde_json::json!({"schema": "thawline.calibration/1", "twin": report});
        say::line(&document.to_string());
    } else {
        say_twin(&report);
    }
    Ok(())
}

fn refused(error: StandError) -> Trouble {
    Trouble::input(error.to_string(), "nothing was measured")
}

fn say_twin(report: &TwinReport) {
    say::own(&format!(
        "{} records like yours were drawn; days of each: {}, looks at each: {}.",
        report.n_records, report.n_days, report.n_looks
    ));
    say::own(&format!(
        "A record like yours with nothing in it gives a false answer in {}.",
        of_100(&report.false_claims)
    ));
    say::own(&format!(
        "A change of {:.0} points in the middle would be found in {}.",
        report.change_points,
        of_100(&report.found)
    ));
    if let (Some(name), Some(found)) = (&report.trigger, &report.trigger_found) {
        let what = if report.trigger_is_yes_no {
            name.clone()
        } else {
            format!("a usual step more of {name} (one standard deviation)")
        };
        say::own(&format!(
            "If numbness were {:.0} points higher the day after {what}, that would be found in {}.",
            report.trigger_points,
            of_100(found)
        ));
    }
    say::own("In brackets: where that number lies with 95% certainty, as so many were drawn.");
}

fn table(report: &CalibrationReport) {
    say::own("false: records with nothing in them that ever get a claim (at most 5 of 100)");
    say::own("found: true changes that are claimed, right sign, at most 14 days off");
    say::own(
        "holds: intervals of 'this week against before' that hold the truth (93 to 97 of 100)",
    );
    say::line("");
    let [people, wrong, found_there, holds] = ["people", "false", "found", "holds"].map(said);
    say::line(&format!(
        "{people:<46} {wrong:>16} {found_there:>16} {holds:>16}"
    ));
    for cell in &report.cells {
        let row = format!(
            "{:<46} {:>16} {:>16} {:>16}{}",
            cell.name,
            false_claims(cell),
            found(cell),
            cell.now
                .as_ref()
                .map_or_else(String::new, |now| percent(&now.difference_coverage)),
            mark(cell.is_within_promise()),
        );
        say::line(&row);
    }
    say::line("");
    say::own("all questions, at every look, of people with things logged beside numbness:");
    for crowd in &report.all_questions {
        let (any, mark) = (percent(&crowd.claims_ever), mark(crowd.is_within_promise()));
        say::line(&format!("{:<46} {any:>16}{mark}", crowd.name));
    }
}

/// What stands behind a row that is not as promised.
fn mark(is_within_promise: bool) -> String {
    match is_within_promise {
        true => String::new(),
        false => format!("  {}", said("NOT KEPT")),
    }
}

fn false_claims(cell: &CellReport) -> String {
    let null = cell.course.as_ref().filter(|course| course.is_null);
    null.map_or_else(String::new, |course| percent(&course.claims_ever))
}

fn found(cell: &CellReport) -> String {
    let found = cell
        .course
        .as_ref()
        .and_then(|course| course.found.as_ref());
    found.map_or_else(String::new, percent)
}

/// `4 of 100 (2 to 7)`.
fn of_100(share: &Share) -> String {
    share.share.map_or_else(
        || "-".to_owned(),
        |value| {
            let [value, low, high] = [value, share.low, share.high].map(|s| s * 100.0);
            format!("{value:.0} of 100 ({low:.0} to {high:.0})")
        },
    )
}

/// `4% (2 to 7)`.
fn percent(share: &Share) -> String {
    share.share.map_or_else(
        || "-".to_owned(),
        |value| {
            let (low, high) = (share.low * 100.0, share.high * 100.0);
            let share = app::decimal(value * 100.0, 1);
            let english = format!("{share}% ({low:.0} to {high:.0})");
            said(&english).into_owned()
        },
    )
}

/// A bar on a terminal; nothing elsewhere.
pub fn bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}, {eta}") {
        bar.set_style(style);
    }
    bar
}

/// Moves it on.
pub fn advance(bar: &ProgressBar, n: usize, of: usize) {
    bar.set_length(u64::try_from(of).unwrap_or(u64::MAX));
    bar.set_position(u64::try_from(n).unwrap_or(u64::MAX));
}
