//! What the program that a file came from would say of the same days, and what holds of it: sentences
//! and entries of the JSON document. Refuses to claim anything that the answers do not claim.

use finding::elsewhere::{Difference, Elsewhere, Judged, NotAsked, Standing};
use finding::{Reason, Verdict, Withheld};
use serde::Serialize;
use series::Brought;

use super::document::{Numbers, UNIT};
use super::{Found, beside, sentences};
use crate::texts::points;
use crate::{App, Trouble, text, text_with};

/// Formats of files whose programs compare averages, with the name of the program.
const BY_AVERAGES: [(&str, &str); 1] = [("bearable", "Bearable")];
/// Of 100 simulated people with nothing going on, so many get at least one difference of 10% or more
/// by that rule (`calibration/results/elsewhere.csv`, the standard kind with 12 things).
const SAYS_SOMETHING_OF_100: u32 = 88;
/// Lines on the page; the JSON document has all of them.
pub(super) const ROWS_MAX: usize = 10;

/// What another program would say, beside what holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElsewhereView {
    /// Which program.
    pub heading: String,
    /// How it finds what it says, and how much that is worth.
    pub lines: Vec<String>,
    /// Each thing that it would say of numbness, and what holds of it.
    pub rows: Vec<(String, String)>,
    /// What is not in the rows, and what would help.
    pub after: Vec<String>,
}

/// One entry of `elsewhere` in the JSON document.
#[derive(Serialize)]
pub struct ElsewherePart {
    program: &'static str,
    rule: &'static str,
    /// What the program speaks of: numbness, or a number that nobody asks about here.
    subject: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    factor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<Says>,
    #[serde(skip_serializing_if = "Option::is_none")]
    n_factors: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    told: Option<TellsPart>,
    verdict: &'static str,
    standing: &'static str,
    claim: String,
    #[serde(flatten)]
    numbers: Option<Numbers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    could_have_shown: Option<f64>,
}

/// What the rule of the program finds.
#[derive(Serialize)]
struct Says {
    with: f64,
    without: f64,
    n_with: u32,
    n_without: u32,
    percent: Option<f64>,
    unit: &'static str,
}

/// What the program itself wrote.
#[derive(Serialize)]
pub(super) struct TellsPart {
    pub said_on: String,
    pub coefficient: f64,
    pub offset_days: i32,
    pub n_days: Option<u32>,
    pub p: Option<f64>,
    pub stars: Option<u8>,
}

/// Each program whose files are in the record.
pub type Said = Vec<(&'static str, Elsewhere)>;

impl App {
    /// What the programs that files came from would say of the same days.
    pub(super) fn elsewhere(&mut self, found: &Found) -> Result<Said, Trouble> {
        let today = self.today_date()?;
        let imports = self.opened()?.store.imports()?;
        let mut said = Vec::new();
        for (format, program) in BY_AVERAGES {
            let of_program = imports.iter().filter(|one| one.file.format == format);
            let files: Vec<[u8; 32]> = (of_program.filter(|one| one.n_facts > 0))
                .map(|one| one.file.digest)
                .collect();
            if files.is_empty() {
                continue;
            }
            let brought = Brought::new(&self.known()?.record, &files, today);
            let series = found.series.as_deref();
            let elsewhere = finding::elsewhere::by_averages(&brought, series, &found.triggers);
            said.push((program, elsewhere));
        }
        Ok(said)
    }
}

/// For the page.
pub fn views(said: &Said) -> Vec<ElsewhereView> {
    said.iter().map(|(program, of)| view(program, of)).collect()
}

fn view(program: &str, of: &Elsewhere) -> ElsewhereView {
    let with_program = |id: &str| text_with(id, &[("program", program.into())]);
    let chance = [("n", SAYS_SOMETHING_OF_100.into())];
    let mut view = ElsewhereView {
        heading: with_program("elsewhere-heading"),
        lines: vec![
            with_program("elsewhere-rule"),
            text_with("elsewhere-chance", &chance),
        ],
        rows: Vec::new(),
        after: Vec::new(),
    };
    let n_judged = of.judged.len();
    match of.judged.first().map(|first| &first.standing) {
        None => view.after.push(text("elsewhere-none")),
        // Nothing is judged yet: what the rule finds would stand there alone, and sound true.
        Some(Standing::Withheld(why)) => {
            let n = [("n", n_judged.into())];
            view.after.push(text_with("elsewhere-withheld", &n));
            view.after.extend(sentences::withheld(why));
        }
        Some(_) => {
            let shown = of.judged.iter().take(ROWS_MAX);
            view.rows = shown
                .map(|judged| (says(judged), holds(&judged.standing)))
                .collect();
            let more = n_judged.saturating_sub(ROWS_MAX);
            if more > 0 {
                let n = [("n", more.into())];
                view.after.push(text_with("elsewhere-more", &n));
            }
            view.after.push(text("elsewhere-help"));
        }
    }
    view.after.extend(not_asked(&of.not_asked));
    view
}

/// For a terminal.
pub fn lines(said: &Said) -> Vec<String> {
    let mut lines = Vec::new();
    for view in views(said) {
        lines.push(view.heading);
        let rows = view.rows.into_iter();
        let rows = rows.map(|(says, holds)| format!("{says} {holds}"));
        let all = view.lines.into_iter().chain(rows).chain(view.after);
        lines.extend(all.map(|line| format!("  {line}")));
        lines.push(String::new());
    }
    lines
}

/// What the rule finds, in a sentence.
fn says(judged: &Judged) -> String {
    let Difference {
        n_with, n_without, ..
    } = judged.rule;
    let is_more = judged.rule.change() > 0.0;
    let (id, size) = match (judged.rule.percent(), is_more) {
        (Some(percent), true) => ("elsewhere-more-numb", percent),
        (Some(percent), false) => ("elsewhere-less-numb", percent),
        (None, true) => ("elsewhere-more-numb-points", judged.rule.change()),
        (None, false) => ("elsewhere-less-numb-points", judged.rule.change()),
    };
    let values = [
        ("name", beside::candidate(&judged.factor).into()),
        ("size", points(size.abs()).into()),
        ("with", n_with.into()),
        ("without", n_without.into()),
    ];
    text_with(id, &values)
}

/// What holds of it, in a sentence.
pub(super) fn holds(standing: &Standing) -> String {
    match standing {
        Standing::Holds(tested) => {
            let line = [("line", beside::trigger(tested).into())];
            text_with("elsewhere-holds", &line)
        }
        Standing::OtherWay(tested) => {
            let line = [("line", beside::trigger(tested).into())];
            text_with("elsewhere-other-way", &line)
        }
        Standing::NotToldApart(tested) => {
            let could = beside::tenths(tested.could_have_shown);
            text_with("elsewhere-not-apart", &[("points", could.into())])
        }
        Standing::LeftOut(reason) => {
            let why = [("why", why(*reason).into())];
            text_with("elsewhere-left-out", &why)
        }
        Standing::NextLook => text("elsewhere-next-look"),
        Standing::Withheld(withheld) => sentences::withheld(withheld).join(" "),
    }
}

fn why(reason: Reason) -> String {
    let withheld = Withheld {
        reason,
        could_have_shown: None,
    };
    sentences::withheld(&withheld).join(" ")
}

/// That other numbers are not asked about here.
fn not_asked(others: &[NotAsked]) -> Option<String> {
    let names: Vec<String> = (others.iter())
        .map(|other| beside::candidate(&other.rated))
        .collect();
    let list = [("list", names.join(", ").into())];
    (!names.is_empty()).then(|| text_with("elsewhere-not-asked", &list))
}

/// For the JSON document: everything, also what the page leaves out.
pub fn parts(said: &Said) -> Vec<ElsewherePart> {
    let of_program = |(program, of): &(&'static str, Elsewhere)| {
        let judged = of.judged.iter().map(|judged| part(program, judged));
        let others = of
            .not_asked
            .iter()
            .map(|other| not_asked_part(program, other));
        judged.chain(others).collect::<Vec<_>>()
    };
    said.iter().flat_map(of_program).collect()
}

fn part(program: &'static str, judged: &Judged) -> ElsewherePart {
    let rule = &judged.rule;
    let verdict = Verdicts::of(&judged.standing);
    ElsewherePart {
        program,
        rule: "averages",
        subject: "numbness".to_owned(),
        factor: Some(judged.factor.name.clone()),
        says: Some(Says {
            with: rule.with,
            without: rule.without,
            n_with: rule.n_with,
            n_without: rule.n_without,
            percent: rule.percent(),
            unit: UNIT,
        }),
        n_factors: None,
        told: None,
        verdict: verdict.verdict.name(),
        standing: judged.standing.name(),
        claim: holds(&judged.standing),
        numbers: verdict.numbers,
        reason: verdict.reason,
        could_have_shown: verdict.could_have_shown,
    }
}

/// What the document says of a standing.
struct Verdicts {
    verdict: Verdict,
    numbers: Option<Numbers>,
    reason: Option<&'static str>,
    could_have_shown: Option<f64>,
}

impl Verdicts {
    fn of(standing: &Standing) -> Self {
        let withheld = |reason, could_have_shown| Self {
            verdict: Verdict::Withheld,
            numbers: None,
            reason: Some(reason),
            could_have_shown,
        };
        match standing {
            Standing::Holds(tested) | Standing::OtherWay(tested) => Self {
                verdict: Verdict::Claim,
                numbers: Some(Numbers::from(&tested.effect)),
                reason: None,
                could_have_shown: None,
            },
            Standing::NotToldApart(tested) => {
                withheld("not_told_apart", Some(tested.could_have_shown))
            }
            Standing::LeftOut(reason) => withheld(reason.name(), None),
            Standing::NextLook => withheld("next_look", None),
            Standing::Withheld(why) => withheld(why.reason.name(), why.could_have_shown),
        }
    }
}

fn not_asked_part(program: &'static str, other: &NotAsked) -> ElsewherePart {
    ElsewherePart {
        program,
        rule: "averages",
        subject: other.rated.name.clone(),
        factor: None,
        says: None,
        n_factors: Some(other.n_factors),
        told: None,
        verdict: Verdict::Withheld.name(),
        standing: "not_asked",
        claim: not_asked(std::slice::from_ref(other)).unwrap_or_default(),
        numbers: None,
        reason: Some("not_asked"),
        could_have_shown: None,
    }
}

/// An entry for something that the program itself wrote of numbness and a factor.
pub(super) fn told_part(factor: &str, told: TellsPart, standing: &Standing) -> ElsewherePart {
    let verdict = Verdicts::of(standing);
    ElsewherePart {
        program: "Exist",
        rule: "told",
        subject: "numbness".to_owned(),
        factor: Some(factor.to_owned()),
        says: None,
        n_factors: None,
        told: Some(told),
        verdict: verdict.verdict.name(),
        standing: standing.name(),
        claim: holds(standing),
        numbers: verdict.numbers,
        reason: verdict.reason,
        could_have_shown: verdict.could_have_shown,
    }
}
