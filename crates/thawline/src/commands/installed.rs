//! What lies beside an installed program: completions and manual pages, from the same words as
//! `--help`. Refuses words of its own.

use app::{Trouble, TroubleKind};
use clap::CommandFactory as _;

use crate::calls::{Call, Completions, ManualPages};

/// Prints the completions of a shell.
pub(super) fn completions(options: &Completions) -> Result<(), Trouble> {
    use std::io::Write as _;
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Call::command(), "thawline", &mut script);
    // A closed pipe is no trouble.
    let _ = std::io::stdout().write_all(&script);
    Ok(())
}

/// Writes a page for the program and one for each call, in section 1.
pub(super) fn manual_pages(options: &ManualPages) -> Result<(), Trouble> {
    clap_mangen::generate_to(Call::command(), &options.folder).map_err(|error| {
        let what = format!("{}: {error}", options.folder.display());
        Trouble::new(
            TroubleKind::Device,
            what,
            "give a folder that can be written in",
        )
    })
}
