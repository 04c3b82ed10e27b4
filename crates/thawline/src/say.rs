//! What is printed. Refuses to print what a person wrote.

use std::process::ExitCode;

use app::{Trouble, TroubleKind};

/// Says what went wrong and what to do, and gives the exit code of its kind.
pub fn trouble(trouble: &Trouble) -> ExitCode {
    eprintln!("thawline: {}", app::said(&trouble.what));
    for line in app::said(&trouble.hint)
        .lines()
        .filter(|line| !line.is_empty())
    {
        eprintln!("  {line}");
    }
    ExitCode::from(match trouble.kind {
        TroubleKind::Input | TroubleKind::File => 2,
        TroubleKind::Locked => 3,
        TroubleKind::Device => 4,
        TroubleKind::Ours => 1,
    })
}

/// A line on standard output; a closed pipe is no trouble.
pub fn line(words: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{words}");
}

/// A line of the program's own words, in the language that is spoken.
pub fn own(words: &str) {
    line(&app::said(words));
}

/// A line on standard error that is no trouble.
pub fn aside(mark: &str, words: &str) {
    eprintln!("{mark}{words}");
}
