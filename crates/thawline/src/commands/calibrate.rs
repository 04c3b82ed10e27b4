//! The proof: how often the answers are wrong, on simulated people or on twins of this record.

use std::io::IsTerminal as _;

use app::Trouble;
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
        Err(Trouble::ours("the proof failed: see the table"))
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
    let looks = if report.n_looks == 1 { "look" } else { "looks" };
    say::line(&format!(
        "{} records like yours ({} days, {} {looks}) were drawn.",
        report.n_records, report.n_days, report.n_looks
    ));
    say::line(&format!(
        "A record like yours with nothing in it gives a false answer in {}.",
        of_100(&report.false_claims)
    ));
    say::line(&format!(
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
        say::line(&format!(
            "If numbness were {:.0} points higher the day after {what}, that would be found in {}.",
            report.trigger_points,
            of_100(found)
        ));
    }
    say::line("In brackets: where that number lies with 95% certainty, as so many were drawn.");
}

fn table(report: &CalibrationReport) {
    say::line("false: records with nothing in them that ever get a claim (at most 5 of 100)");
    say::line("found: true changes that are claimed, right sign, at most 14 days off");
    say::line(
        "holds: intervals of 'this week against before' that hold the truth (93 to 97 of 100)",
    );
    say::line("");
    say::line(&format!(
        "{:<46} {:>16} {:>16} {:>16}",
        "people", "false", "found", "holds"
    ));
    for cell in &report.cells {
        let mark = if cell.is_within_promise() {
            ""
        } else {
            "  MISSED"
        };
        let row = format!(
            "{:<46} {:>16} {:>16} {:>16}{mark}",
            cell.name,
            false_claims(cell),
            found(cell),
            cell.now
                .as_ref()
                .map_or_else(String::new, |now| percent(&now.difference_coverage)),
        );
        say::line(&row);
    }
    say::line("");
    say::line("all questions, at every look, of people with things logged beside numbness:");
    for crowd in &report.all_questions {
        let mark = if crowd.is_within_promise() {
            ""
        } else {
            "  MISSED"
        };
        let any = percent(&crowd.claims_ever);
        say::line(&format!("{:<46} {any:>16}{mark}", crowd.name));
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
            format!("{:.1}% ({low:.0} to {high:.0})", value * 100.0)
        },
    )
}

/// A bar on a terminal; nothing elsewhere.
pub fn bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len}, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// Moves it on.
pub fn advance(bar: &ProgressBar, n: usize, of: usize) {
    bar.set_length(u64::try_from(of).unwrap_or(u64::MAX));
    bar.set_position(u64::try_from(n).unwrap_or(u64::MAX));
}
