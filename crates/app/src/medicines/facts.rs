//! What is known of kinds of medicine, beside the names that a person wrote. Refuses to say that a
//! medicine did anything to this person.

use crate::{Trouble, cards, dates, text, text_with};

/// What is known of the kind of a medicine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicineFactView {
    /// The kind, or what it is about.
    pub heading: String,
    /// What is known, and what that can not say.
    pub lines: Vec<String>,
    /// How sure it is.
    pub sure: String,
    /// Where it comes from, with the day on which it was read.
    pub sources: Vec<String>,
}

/// All that is known of the kinds of a medicine with this name.
pub fn of(medicine: &str) -> Result<Vec<MedicineFactView>, Trouble> {
    let ours = |error: content::ContentError| Trouble::ours(error.to_string());
    let list = content::medicine_classes().map_err(ours)?;
    let wording = content::wording().map_err(ours)?;
    let mut facts: Vec<MedicineFactView> = (list.classes.iter())
        .filter(|class| class.holds(medicine))
        .map(|class| MedicineFactView {
            heading: class.name.clone(),
            lines: class.text.iter().chain([&class.limits]).cloned().collect(),
            sure: (wording.strength(&class.strength))
                .map(|known| known.label.clone())
                .unwrap_or_default(),
            sources: class.sources.iter().map(cards::source_line).collect(),
        })
        .collect();
    if guidance::needs_care_to_end(medicine) {
        facts.extend(care_to_end()?);
    }
    Ok(facts)
}

/// That a medicine must not end at once, with the guideline that says so.
fn care_to_end() -> Result<Option<MedicineFactView>, Trouble> {
    let rules = content::rules::rules().map_err(|error| Trouble::ours(error.to_string()))?;
    Ok(rules.source("ng215").map(|source| {
        let checked = dates::with_year(source.checked_on);
        let values = [
            ("name", source.name.as_str().into()),
            ("year", source.year.as_str().into()),
            ("day", checked.into()),
        ];
        MedicineFactView {
            heading: text("medicine-care-heading"),
            lines: vec![text("medicine-care-line")],
            sure: String::new(),
            sources: vec![text_with("medicine-care-source", &values)],
        }
    }))
}
