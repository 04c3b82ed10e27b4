//! What a program wrote itself about what goes with what (Exist's correlations), beside what holds.
//! Refuses to keep it: claims of others go into no record.

use std::io::Read as _;
use std::path::Path;

use exchange::ExistClaim;
use finding::elsewhere::{OfTold, Standing, Told, of_told};
use serde::Serialize;
use series::Subject;

use super::elsewhere::{ElsewherePart, ROWS_MAX, TellsPart, holds, told_part};
use super::{ElsewhereView, Found};
use crate::import::unreadable;
use crate::{App, Incoming, Trouble, TroubleKind, text, text_with};

const PROGRAM: &str = "Exist";
/// Most bytes of a file of claims; some thousand take one of these.
const BYTES_MAX: u64 = 64 << 20;

/// What a file of claims says of numbness, each beside what holds of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldView {
    /// The record is an example.
    pub is_example: bool,
    /// The claims; without any while something else comes first.
    pub said: ElsewhereView,
}

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    program: &'static str,
    n_claims: usize,
    n_not_asked: usize,
    n_not_here: usize,
    n_rejected: u64,
    elsewhere: Vec<ElsewherePart>,
}

/// The claims of a file with what became of them.
struct Sorted {
    judged: Vec<(ExistClaim, Subject, Standing)>,
    n_not_asked: usize,
    n_not_here: usize,
    n_rejected: u64,
}

impl App {
    /// What a file of claims says of numbness, each beside what holds of it, as lines for a terminal.
    /// Nothing of it is kept.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked, or the file holds no claims.
    pub fn told_text(&mut self, file: &Path) -> Result<String, Trouble> {
        let view = view(&self.told(file, &file.display().to_string())?);
        let rows = view.rows.into_iter();
        let rows = rows.map(|(says, holds)| format!("{says} {holds}"));
        let lines = view.lines.into_iter().chain(rows).chain(view.after);
        let lines = lines.map(|line| format!("  {line}"));
        let all: Vec<String> = std::iter::once(view.heading).chain(lines).collect();
        Ok(all.join("\n"))
    }

    /// The same as one JSON document.
    ///
    /// # Errors
    /// As [`Self::told_text`].
    pub fn told_json(&mut self, file: &Path) -> Result<String, Trouble> {
        let _english = crate::language::for_programs();
        let sorted = self.told(file, &file.display().to_string())?;
        let entries = sorted.judged.iter().map(|(claim, factor, standing)| {
            let told = TellsPart {
                said_on: claim.said_on.to_string(),
                coefficient: claim.coefficient,
                offset_days: claim.offset_days,
                n_days: claim.n_days,
                p: claim.p,
                stars: claim.stars,
            };
            told_part(&factor.name, told, standing)
        });
        let document = Document {
            schema: "thawline.elsewhere/1",
            program: PROGRAM,
            n_claims: sorted.judged.len() + sorted.n_not_asked + sorted.n_not_here,
            n_not_asked: sorted.n_not_asked,
            n_not_here: sorted.n_not_here,
            n_rejected: sorted.n_rejected,
            elsewhere: entries.collect(),
        };
        serde_json::to_string(&document)
            .map_err(|_| Trouble::ours("what others say could not be written"))
    }

    /// The same of a file that the browser handed over, for the page; the file is gone afterwards.
    ///
    /// # Errors
    /// As [`Self::told_text`].
    pub fn told_view(&mut self, file: &Incoming) -> Result<ToldView, Trouble> {
        let mut said = view(&self.told(&file.path(), file.name())?);
        let found = self.found()?;
        let guidance = self.guidance_with(&found)?;
        if let Some(first) = self.advice_list(&guidance)?.hidden {
            said.lines = vec![first];
            said.rows.clear();
            said.after.clear();
        }
        Ok(ToldView {
            is_example: self.is_example,
            said,
        })
    }

    fn told(&mut self, file: &Path, name: &str) -> Result<Sorted, Trouble> {
        let bytes = bytes_of(file)?;
        let found = self.found()?;
        let claims = exchange::exist_claims(&bytes).map_err(|error| {
            let hint = "give the correlations that Exist exports, as JSON or in a zip";
            let what = format!("{name}: {error}");
            Trouble::new(TroubleKind::File, what, hint)
        })?;
        Ok(sorted(claims, &found))
    }
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).map_err(|error| unreadable(file, &error))?;
    (opened.take(BYTES_MAX).read_to_end(&mut bytes)).map_err(|error| unreadable(file, &error))?;
    Ok(bytes)
}

fn sorted(claims: exchange::ExistClaims, found: &Found) -> Sorted {
    let mut sorted = Sorted {
        judged: Vec::new(),
        n_not_asked: 0,
        n_not_here: 0,
        n_rejected: claims.n_rejected,
    };
    for claim in claims.claims {
        let one = names(&claim.attribute, &claim.item());
        let other = names(&claim.attribute2, &claim.item2());
        let told = Told {
            sides: [&one, &other],
            coefficient: claim.coefficient,
        };
        match of_told(&told, found.series.as_deref(), &found.triggers) {
            OfTold::Judged(factor, standing) => sorted.judged.push((claim, factor, standing)),
            OfTold::NotHere => sorted.n_not_here += 1,
            OfTold::NotAsked => sorted.n_not_asked += 1,
        }
    }
    sorted
}

/// The names under which an attribute may be kept: its item, its item where the person said that it is
/// numbness, a tag by its label, and the nights.
fn names(attribute: &str, item: &str) -> Vec<String> {
    let mut names = vec![
        item.to_owned(),
        item.replacen("exist", "exist_as_numb", 1),
        attribute.replace('_', " "),
    ];
    if attribute == "sleep" {
        names.push("sleep_minutes".to_owned());
    }
    names
}

fn view(sorted: &Sorted) -> ElsewhereView {
    let mut view = ElsewhereView {
        heading: text_with("elsewhere-heading", &[("program", PROGRAM.into())]),
        lines: vec![text_with("elsewhere-told", &[("program", PROGRAM.into())])],
        rows: Vec::new(),
        after: Vec::new(),
    };
    let shown = sorted.judged.iter().take(ROWS_MAX);
    view.rows = shown
        .map(|(claim, _, standing)| (says(claim), holds(standing)))
        .collect();
    let counts = [
        (
            "elsewhere-more",
            sorted.judged.len().saturating_sub(ROWS_MAX),
        ),
        ("elsewhere-told-not-here", sorted.n_not_here),
        ("elsewhere-told-others", sorted.n_not_asked),
    ];
    let counts = counts.into_iter().filter(|(_, n)| *n > 0);
    view.after
        .extend(counts.map(|(id, n)| text_with(id, &[("n", n.into())])));
    if sorted.judged.is_empty() {
        view.after.insert(0, text("elsewhere-told-none"));
    } else {
        view.after.push(text("elsewhere-help"));
    }
    view
}

/// The program's own sentence, in quotation marks; what it set beside each other where it has none.
fn says(claim: &ExistClaim) -> String {
    if claim.sentence.is_empty() {
        let values = [
            ("one", claim.attribute.replace('_', " ").into()),
            ("other", claim.attribute2.replace('_', " ").into()),
        ];
        text_with("elsewhere-told-pair", &values)
    } else {
        text_with(
            "elsewhere-told-words",
            &[("words", claim.sentence.as_str().into())],
        )
    }
}
