//! One function a command. Refuses to know how any of it is done.

use std::io::{IsTerminal as _, Read as _};

use app::{
    AnalyseRequest, App, CheckState, Clock, ImportReport, ImportRequest, LogRequest, Settings,
    Trouble,
};

use crate::calls::{Analyse, Answers, Call, Command, Common, Doctor, HelpNow, Import, Log, Serve};
use crate::{folder, language, passphrase, say};

mod backup;
mod calibrate;
mod data;
mod experiment;
mod installed;
mod leave;
mod remind;
mod report;
mod serve;

/// Does what the call asks for.
///
/// # Errors
/// [`Trouble`] with what to do next.
pub fn run(call: &Call) -> Result<(), Trouble> {
    let common = &call.common;
    match &call.command {
        None => serve::own(common, &Serve::default()),
        Some(Command::Serve(options)) => serve::own(common, options),
        Some(Command::Demo(options)) => serve::demo(common, options),
        Some(Command::Log(log)) => write(common, log),
        Some(Command::Import(import)) => bring_in(common, import),
        Some(Command::Forget(forget)) => data::forget(common, forget),
        Some(Command::Answers(answers)) => answer(common, answers),
        Some(Command::Search) => data::search(common),
        Some(Command::Scores(options)) => scores(common, options.json),
        Some(Command::Analyse(analyse)) => analyse_table(common, analyse),
        Some(Command::Calibrate(options)) => calibrate::run(common, options),
        Some(Command::Report(options)) => report::run(common, options),
        Some(Command::Experiment(call)) => experiment::run(common, call),
        Some(Command::Export(options)) if matches!(&*options.format, "fhir" | "fhir-document") => {
            report::hand_on(common, options)
        }
        Some(Command::Export(options)) => data::export(common, options),
        Some(Command::Backup(options)) => backup::make(common, options),
        Some(Command::Restore(options)) => backup::restore(common, options),
        Some(Command::Salvage(options)) => backup::salvage(common, options),
        Some(Command::Sheet(options)) => backup::sheet(common, options),
        Some(Command::Passphrase(options)) => backup::passphrase(common, options),
        Some(Command::Doctor(options)) => doctor(common, options),
        Some(Command::Remind(options)) => remind::run(common, options),
        Some(Command::HelpNow(wanted)) => help_now(common, wanted),
        Some(Command::Uninstall(options)) => leave::uninstall(common, options),
        Some(Command::Completions(options)) => installed::completions(options),
        Some(Command::ManualPages(options)) => installed::manual_pages(options),
    }
}

/// The app in the call's folder, with the call's date.
fn app_of(common: &Common) -> Result<App, Trouble> {
    let app = App::new(Settings {
        folder: folder::of(common.data_dir.clone())?,
        clock: clock_of(common)?,
    });
    language::of_app(&app, common.language.as_deref())?;
    Ok(app)
}

fn clock_of(common: &Common) -> Result<Clock, Trouble> {
    match &common.today {
        Some(day) => Clock::of_computer().on_day(day),
        None => Ok(Clock::of_computer()),
    }
}

/// The app with its record open.
fn opened(common: &Common) -> Result<App, Trouble> {
    let mut app = app_of(common)?;
    let passphrase = match app.needs_passphrase() && !app.is_new() {
        true => passphrase::ask(common.passphrase_file.as_deref())?,
        false => None,
    };
    app.unlock(passphrase.as_deref())?;
    language::of_app(&app, common.language.as_deref())?;
    Ok(app)
}

/// The app with its record open; a new one is begun where there is none, under the passphrase of
/// the call's file, else with its key in a file of its own.
fn opened_or_begun(common: &Common) -> Result<App, Trouble> {
    let mut app = app_of(common)?;
    if !app.is_new() {
        return opened(common);
    }
    let passphrase = common
        .passphrase_file
        .as_deref()
        .map(passphrase::from_file)
        .transpose()?;
    app.begin(passphrase.as_deref())?;
    if passphrase.is_none() {
        let words = "thawline: a new record was begun; its key lies in a file beside it";
        say::aside("", &app::said(words));
    }
    Ok(app)
}

fn write(common: &Common, log: &Log) -> Result<(), Trouble> {
    let mut items = Vec::new();
    for pair in &log.items {
        let wrong = || {
            Trouble::input(
                format!("'{pair}' is not ID=VALUE"),
                "write for example tension=40",
            )
        };
        let (id, value) = pair.split_once('=').ok_or_else(wrong)?;
        items.push((
            id.trim().to_owned(),
            value.trim().parse().map_err(|_| wrong())?,
        ));
    }
    let note = log.note.as_deref().map(read_note).transpose()?;
    let request = LogRequest {
        value: log.value,
        items,
        note,
    };
    // What is refused begins no record.
    request.check()?;
    let mut app = opened_or_begun(common)?;
    app.log(&request)?;
    app.lock();
    say::own("kept");
    Ok(())
}

fn read_note(given: &str) -> Result<String, Trouble> {
    if given != "-" {
        return Ok(given.to_owned());
    }
    let mut words = String::new();
    std::io::stdin()
        .take(2 << 20)
        .read_to_string(&mut words)
        .map_err(|_| Trouble::input("the note is not text in UTF-8", "nothing was changed"))?;
    Ok(words)
}

fn bring_in(common: &Common, import: &Import) -> Result<(), Trouble> {
    if import.list || import.undo.is_some() {
        return look_back(common, import.undo.as_deref());
    }
    if import.propose {
        return propose(common, import);
    }
    let requests: Vec<ImportRequest> = import
        .files
        .iter()
        .map(|file| ImportRequest {
            file: file.clone(),
            map: import.map.clone(),
            format: import.format.clone(),
            is_as_proposed: import.as_proposed,
            has_confirmed_rights: import.rights_confirmed,
            is_dry_run: import.dry_run,
            ..ImportRequest::default()
        })
        .collect();
    let is_new = app_of(common)?.is_new();
    let clock = clock_of(common)?;
    // What is refused begins no record, and of several files all are kept or none.
    if is_new || requests.len() > 1 {
        for request in &requests {
            let report = with_spinner(request, |request| app::examine(request, &clock))?;
            if is_new && import.dry_run {
                say_report(request, &report);
            }
        }
    }
    if is_new && import.dry_run {
        return Ok(());
    }
    let mut app = opened_or_begun(common)?;
    for request in &requests {
        let report = with_spinner(request, |request| app.import(request))?;
        say_report(request, &report);
    }
    app.lock();
    Ok(())
}

/// Prints a proposed map, or writes it; no record is needed.
fn propose(common: &Common, import: &Import) -> Result<(), Trouble> {
    let [file] = import.files.as_slice() else {
        return Err(Trouble::input(
            "a map is proposed for one table at a time",
            "give one file with --propose",
        ));
    };
    let clock = clock_of(common)?;
    if let Some(map) = &import.map {
        app::write_proposed_map(file, map, &clock)?;
        say::own(&format!(
            "{}: check it, answer every \"?\", and import with --map",
            map.display()
        ));
    } else {
        say::line(app::propose_map(file, &clock)?.trim_end());
    }
    Ok(())
}

/// Shows the files that were brought in, or takes one back.
fn look_back(common: &Common, undo: Option<&str>) -> Result<(), Trouble> {
    let mut app = opened(common)?;
    if let Some(told) = undo {
        let n_facts = app.undo_import(told)?;
        say::own(&format!("{n_facts} entries taken back"));
    } else {
        for file in app.imports()? {
            let digest: String = file.digest.chars().take(12).collect();
            let (at, format, n_facts) = (file.at, file.format, file.n_facts);
            say::own(&format!(
                "{at}  {digest}  {format}  {n_facts} entries  {}",
                file.name
            ));
        }
    }
    app.lock();
    Ok(())
}

/// Reads a file with a sign of life on a terminal.
fn with_spinner(
    request: &ImportRequest,
    read: impl FnOnce(&ImportRequest) -> Result<ImportReport, Trouble>,
) -> Result<ImportReport, Trouble> {
    let bar = std::io::stderr()
        .is_terminal()
        .then(indicatif::ProgressBar::new_spinner);
    if let Some(bar) = &bar {
        bar.enable_steady_tick(std::time::Duration::from_millis(120));
        bar.set_message(request.file.display().to_string());
    }
    let report = read(request);
    if let Some(bar) = &bar {
        bar.finish_and_clear();
    }
    report
}

fn say_report(request: &ImportRequest, report: &ImportReport) {
    let verb = if request.is_dry_run {
        "would be new"
    } else {
        "new"
    };
    let file = request.file.display();
    say::own(&format!("{file}: {} rows read", report.n_read));
    say::own(&format!(
        "  {} occasions, {} dose levels",
        report.n_occasions, report.n_dose_steps
    ));
    say::own(&format!(
        "  {} {verb}, {} already here, {} rejected",
        report.n_new, report.n_already, report.n_rejected
    ));
    if report.n_joined > 0 {
        say::own(&format!(
            "  {} nights joined: another program told them already",
            report.n_joined
        ));
    }
    for line in &report.lines {
        say::own(&format!("  {line}"));
    }
}

fn answer(common: &Common, answers: &Answers) -> Result<(), Trouble> {
    let mut app = opened(common)?;
    let question = answers.question.as_deref();
    let text = match (&answers.claims, answers.json) {
        (Some(file), true) => app.told_json(file)?,
        (Some(file), false) => app.told_text(file)?,
        (None, true) => app.answers_json(question)?,
        (None, false) => app.answers_text(question)?,
    };
    app.lock();
    say::line(&text);
    Ok(())
}

fn scores(common: &Common, as_json: bool) -> Result<(), Trouble> {
    let mut app = opened(common)?;
    let text = if as_json {
        app.scores_json()?
    } else {
        app.scores_text()?
    };
    app.lock();
    say::line(&text);
    Ok(())
}

fn analyse_table(common: &Common, analyse: &Analyse) -> Result<(), Trouble> {
    let request = AnalyseRequest {
        file: analyse.file.clone(),
        map: analyse.map.clone(),
        id_column: analyse.id.clone(),
        is_json: analyse.json,
        today: common.today.clone(),
    };
    let bar = calibrate::bar();
    let on_progress = |n, of| calibrate::advance(&bar, n, of);
    let people = app::analyse(&request, &clock_of(common)?, &on_progress);
    bar.finish_and_clear();
    for person in people? {
        say::line(&person.text);
        for (idx, line) in person.left_out.iter().enumerate() {
            say::aside(if idx == 0 { "thawline: " } else { "  " }, &app::said(line));
        }
    }
    Ok(())
}

/// Opens nothing and writes nothing. A folder that cannot be named is no reason to show no help.
fn help_now(common: &Common, wanted: &HelpNow) -> Result<(), Trouble> {
    let asked = wanted.country.join(" ");
    let asked = Some(asked.as_str()).filter(|words| !words.trim().is_empty());
    let view = match app_of(common) {
        Ok(app) => app.help(asked),
        Err(_) => app::help(asked, None, &Clock::of_computer()),
    };
    let view = if wanted.young { view.for_young() } else { view };
    let words = view.words();
    for line in &words.lines {
        say::line(line);
    }
    if words.is_unknown {
        return Err(Trouble::input(
            "there are no help lines for that place here",
            "call the number that people near you call; or give a country from the list above",
        ));
    }
    Ok(())
}

fn doctor(common: &Common, options: &Doctor) -> Result<(), Trouble> {
    let mut app = app_of(common)?;
    let file = common.passphrase_file.as_deref();
    let passphrase = file.map(passphrase::from_file).transpose()?;
    let is_open = !app.is_new()
        && (passphrase.is_some() || !app.needs_passphrase())
        && app.unlock(passphrase.as_deref()).map(|()| true)?;
    if options.prove_restore {
        let proof = app.prove_restore()?;
        let (path, n_facts) = (proof.path.display(), proof.n_facts);
        say::own(&format!(
            "ok    {path}: {n_facts} entries came back, every cell equal"
        ));
    }
    let mut has_trouble = false;
    for line in app.doctor()? {
        let mark = match line.state {
            CheckState::Good => "ok  ",
            CheckState::Note => "note",
            CheckState::Bad => "BAD ",
        };
        has_trouble |= line.state == CheckState::Bad;
        say::own(&format!("{mark}  {}", line.words));
    }
    if is_open {
        app.lock();
    }
    if has_trouble {
        return Err(Trouble::new(
            app::TroubleKind::Device,
            "something needs to be mended",
            "see the lines marked BAD above",
        ));
    }
    Ok(())
}
