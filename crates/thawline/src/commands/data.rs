//! Writing out and forgetting. Refuses to know how.

use app::{ExportFormat, Trouble};

use super::{app_of, opened};
use crate::calls::{Common, Export, Forget};
use crate::say;

pub(super) fn export(common: &Common, export: &Export) -> Result<(), Trouble> {
    let format = ExportFormat::of_word(&export.format)?;
    let mut app = opened(common)?;
    let n_bytes = app.export_to(format, &export.out)?;
    app.lock();
    say::line(&format!(
        "{}: {n_bytes} bytes written",
        export.out.display()
    ));
    say::line("  not encrypted: whoever has this file can read it");
    Ok(())
}

pub(super) fn forget(common: &Common, forget: &Forget) -> Result<(), Trouble> {
    // What can not be opened can not be forgotten by somebody else either.
    let mut app = opened(common)?;
    if let (Some(from), Some(to)) = (&forget.from, &forget.to) {
        let gone = app.forget_days(from, to)?;
        app.lock();
        say::line(&format!("{} entries forgotten", gone.n_facts));
        if gone.n_said > 0 {
            say::line(&format!(
                "  {} claims that spoke of these days too",
                gone.n_said
            ));
        }
    } else {
        let mut app = app_of(common)?;
        app.forget_everything()?;
        say::line("everything is forgotten");
    }
    say::line("  copies and exports that you keep elsewhere are not touched");
    Ok(())
}
