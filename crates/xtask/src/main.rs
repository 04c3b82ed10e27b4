//! `cargo xtask CHORE`: hands the words to the chore and turns its end into an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match xtask::run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is_told() {
                eprintln!("{error}");
            }
            ExitCode::from(error.exit_code())
        }
    }
}
