//! Puts the page for a doctor, or the record for another program, into a file that only its owner can
//! read. Refuses to overwrite.

use app::{ReportRequest, Trouble};

use super::opened;
use crate::calls::{Common, Export, Report};
use crate::say;

/// Makes the page.
pub fn run(common: &Common, options: &Report) -> Result<(), Trouble> {
    let parts = (!options.parts.is_empty()).then(|| options.parts.iter().cloned().collect());
    let request = ReportRequest {
        from: options.from.clone().unwrap_or_default(),
        to: options.to.clone().unwrap_or_default(),
        paper: options.paper.clone(),
        parts,
        ..ReportRequest::default()
    };
    let mut app = opened(common)?;
    let bytes = app.report_pdf(&request)?;
    app.lock();
    app::write_private(&options.out, &bytes)?;
    say::own("kept; the file is not locked: who has it can read it");
    Ok(())
}

fn chosen(options: &Export) -> ReportRequest {
    ReportRequest {
        from: options.from.clone().unwrap_or_default(),
        to: options.to.clone().unwrap_or_default(),
        parts: (!options.parts.is_empty()).then(|| options.parts.iter().cloned().collect()),
        ..ReportRequest::default()
    }
}

/// Writes the record, or the page, for another program.
pub fn hand_on(common: &Common, options: &Export) -> Result<(), Trouble> {
    let is_document = options.format == "fhir-document";
    if is_document && options.whole {
        let what = "a document holds what the page holds, and never the whole";
        return Err(Trouble::input(what, "give --whole with --as fhir or json"));
    }
    if options.has_choice() && !is_document {
        let what = "days and parts are chosen for a document only";
        return Err(Trouble::input(
            what,
            "give --as fhir-document, or leave them out",
        ));
    }
    let mut app = opened(common)?;
    let text = match (is_document, options.whole) {
        (true, _) => app.report_document(&chosen(options))?,
        (false, true) => app.whole_fhir()?,
        (false, false) => app.fhir()?,
    };
    app.lock();
    app::write_private(&options.out, text.as_bytes())?;
    say::own("kept; the file is not locked: who has it can read it");
    Ok(())
}
