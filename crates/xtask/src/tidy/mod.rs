//! House rules that a machine can check by reading the files. Refuses to repair anything: it
//! names the file, the line and the rule.

mod code;
mod content;
mod coverage;
mod papers;
mod safety;
mod tree;

pub use coverage::{Statement, coverage};
pub(crate) use tree::resolve;
pub use tree::{Tree, TreeError};

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// File, from the top of the repository.
    pub path: String,
    /// Line from 1; `None` when the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.what),
            None => write!(f, "{}: {}", self.path, self.what),
        }
    }
}

impl Complaint {
    fn file(path: &str, what: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: None,
            what: what.into(),
        }
    }

    fn line(path: &str, line_idx: usize, what: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: Some(line_idx + 1),
            what: what.into(),
        }
    }
}

/// Checks every rule on every file. `today` is written year-month-day, as in the content files.
#[must_use]
pub fn complaints(tree: &Tree, today: &str) -> Vec<Complaint> {
    let mut list = Vec::new();
    code::opens_with_its_purpose(tree, &mut list);
    code::stays_short(tree, &mut list);
    code::postpones_nothing(tree, &mut list);
    code::cannot_fall_over(tree, &mut list);
    code::forgets_no_file(tree, &mut list);
    code::uses_every_query(tree, &mut list);
    code::is_safe_but_where_named(tree, &mut list);
    papers::lists_every_decision(tree, &mut list);
    papers::speaks_of_the_project_alone(tree, &mut list);
    papers::names_no_registry(tree, &mut list);
    papers::links_lead_somewhere(tree, &mut list);
    coverage::lives_somewhere(tree, &mut list);
    safety::names_tests_that_exist(tree, &mut list);
    list.extend(overdue(tree, today));
    sorted(list)
}

/// Checks what a release may not go out with: texts past their review, and numbers of help lines
/// that were not compared with their sources for half a year.
#[must_use]
pub fn overdue(tree: &Tree, today: &str) -> Vec<Complaint> {
    let mut list = Vec::new();
    content::is_within_its_review(tree, today, &mut list);
    content::is_compared_with_its_sources(tree, today, &mut list);
    sorted(list)
}

fn sorted(mut list: Vec<Complaint>) -> Vec<Complaint> {
    list.sort_by(|a, b| (&a.path, a.line, &a.what).cmp(&(&b.path, b.line, &b.what)));
    list
}
