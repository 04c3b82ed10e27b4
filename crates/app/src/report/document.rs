//! The page for a doctor as a FHIR document. Refuses to hold more than the page: its parts are those
//! that were ticked.

use exchange::{Document, DocumentBlock, DocumentSection};
use report::{Block, Section, Sheet};

use super::{Chosen, Part, ReportRequest, sections};
use crate::{App, Trouble, text};

impl App {
    /// The page as a FHIR R4 document: its words by part, the same page as a PDF, and the steps of
    /// medicines that it names. The same record, choice and day give the same bytes.
    ///
    /// # Errors
    /// [`Trouble`] when the choice cannot be read or the record is locked.
    pub fn report_document(&mut self, request: &ReportRequest) -> Result<String, Trouble> {
        let _english = crate::language::for_programs();
        let chosen = self.read_choice(request)?;
        let sheet = self.paper(&chosen)?;
        let pdf = report::pdf(&sheet).map_err(|error| Trouble::ours(error.to_string()))?;
        let day = self.today_date()?;
        let record = self.known()?.record.clone();
        let document = Document {
            day,
            title: sheet.file_title.clone(),
            heading: sheet.title.clone(),
            lead: sheet.lead.clone(),
            sections: sections_of(&sheet, &record, &chosen),
            file: (text("paper-file-heading"), text("paper-file-line")),
            pdf,
        };
        let now = self.clock.now();
        crate::hand_on::with_export(&now, |export| {
            exchange::write_document(&record, &document, export)
        })
    }

    /// The page as it was last chosen, as a FHIR document.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn report_document_as_chosen(&mut self) -> Result<String, Trouble> {
        let request = self.opened()?.report.clone().unwrap_or_default();
        self.report_document(&request)
    }
}

/// Names and headings of all parts that a page can have, for the published codes.
pub(crate) fn section_names() -> Vec<(String, String)> {
    let parts = Part::ALL.into_iter().map(Part::name);
    let all = parts.chain(["limits", "table", "file"]);
    all.map(|name| (name.to_owned(), text(&format!("paper-{name}-heading"))))
        .collect()
}

fn sections_of(sheet: &Sheet, record: &record::Record, chosen: &Chosen) -> Vec<DocumentSection> {
    let all = sheet.front.iter().chain(&sheet.more);
    let all = all.map(|section| DocumentSection {
        name: section.name.clone(),
        heading: section.heading.clone(),
        blocks: section_blocks(section),
        statements: match section.name == Part::Medicines.name() {
            true => sections::named_steps(record, chosen.days),
            false => Vec::new(),
        },
    });
    all.collect()
}

/// A picture is there as its description; the file holds it as it looks.
fn section_blocks(section: &Section) -> Vec<DocumentBlock> {
    let blocks = section.blocks.iter().map(|block| match block {
        Block::Line(words) => DocumentBlock::Line(words.clone()),
        Block::Picture(picture, _) => {
            DocumentBlock::Line(format!("{}. {}", picture.title, picture.description))
        }
        Block::Table(table) => DocumentBlock::Table(
            table.caption.clone(),
            table.columns.clone(),
            table.rows.clone(),
        ),
    });
    blocks.collect()
}
