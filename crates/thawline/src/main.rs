//! The front door: one binary, command line and local server.
//!
//! Refuses logic: it reads the call, opens the record, hands the question to the corridor and
//! prints what comes back.

mod calls;
mod commands;
mod folder;
mod language;
mod passphrase;
mod say;
mod shut;
mod spoken;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser as _};

/// What is freed is wiped: a page that was shown, an entry that was read, a passphrase that was typed.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    shut::to_others();
    // A file that outgrows its quota must be an error that is told, not the end of the program.
    ignore_file_size_signal();
    let call = match calls::Call::try_parse() {
        Ok(call) => call,
        Err(error) => return not_a_call(&error),
    };
    let asked = language::asked(call.common.language.as_deref());
    let spoken = asked.map(|asked| asked.unwrap_or_else(language::of_computer));
    let done = spoken.and_then(|language| {
        app::speak_on(language);
        commands::run(&call)
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => say::trouble(&trouble),
    }
}

/// Prints help, the version, or what is wrong with the words of a call, and gives the exit code.
fn not_a_call(english: &clap::Error) -> ExitCode {
    let language = language::of_words();
    if english.kind() == ErrorKind::DisplayVersion || language == app::Language::default() {
        return printed(english);
    }
    app::speak_on(language);
    let calls = spoken::of(calls::Call::command());
    match calls.try_get_matches_from(std::env::args_os()) {
        Err(error) if !error.use_stderr() => printed(&error),
        Err(error) => say::trouble(&spoken::refused(&error)),
        // Both trees read a call in the same way.
        Ok(_) => printed(english),
    }
}

fn printed(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    // Help and version are printed and are no error.
    match error.use_stderr() {
        true => ExitCode::from(2),
        false => ExitCode::SUCCESS,
    }
}

/// Turns the signal for 'file too large' into an error of the write that caused it.
fn ignore_file_size_signal() {
    let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    // Registering fails only for forbidden signals, and this one is not.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, flag);
}
