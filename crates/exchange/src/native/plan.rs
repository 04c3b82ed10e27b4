//! A safety plan in a record file. Refuses to write what was taken out of it.

use record::{FactKey, PlanLine, PlanPart, PlanWords};
use serde_json::{Value, json};

use super::wire;

/// The parts with their names in the file.
const PARTS: [(PlanPart, &str); 6] = [
    (PlanPart::Signs, "signs"),
    (PlanPart::Helps, "helps"),
    (PlanPart::Places, "places"),
    (PlanPart::People, "people"),
    (PlanPart::Professionals, "professionals"),
    (PlanPart::Safe, "safe"),
];

/// Reads a line; in words what is wrong with it.
pub(super) fn line(line: &wire::PlanLine) -> Result<PlanLine, String> {
    let part = PARTS.iter().find(|(_, name)| *name == line.part);
    let (part, _) = part.ok_or_else(|| format!("a plan has no part '{}'", line.part))?;
    Ok(PlanLine {
        key: FactKey::parse(&line.key).map_err(|error| error.to_string())?,
        part: *part,
        words: PlanWords::new(&line.words).map_err(|error| error.to_string())?,
        taken_out_at: None,
    })
}

/// Left out where there is no plan.
pub(super) fn text(plan: &[PlanLine]) -> String {
    let standing = plan.iter().filter(|line| line.taken_out_at.is_none());
    let lines: Vec<String> = standing.map(|line| value(line).to_string()).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!(",\n\"plan\":[\n{}\n]", lines.join(",\n"))
}

fn value(line: &PlanLine) -> Value {
    let part = PARTS.iter().find(|(part, _)| *part == line.part);
    json!({
        "key": line.key.to_string(),
        "part": part.map_or("", |(_, name)| *name),
        "words": line.words.text(),
    })
}
