//! Where each statement of the source document lives in the program. Refuses to take a row's word:
//! every target is looked up in the files, and an item counts only when a page asks it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Complaint, Tree};

const FILE: &str = "content/coverage.toml";
const ROUTES: &str = "crates/web/src/server.rs";
const N_STATEMENTS: usize = 92;

/// Work of its own with which a waiting part comes.
const WORK: [&str; 9] = [
    "answers",
    "exchange",
    "forms",
    "guidance",
    "help",
    "medicines",
    "record",
    "report",
    "strategies",
];

/// Each file of items and the page that asks them.
const ASKED_ON: [(&str, &str); 7] = [
    ("check_in", "/"),
    ("morning", "/forms/morning"),
    ("evening", "/forms/evening"),
    ("weekly", "/forms/weekly"),
    ("told_by_other", "/forms/together"),
    ("self_check", "/self-check"),
    ("safety", "/self-check"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverageFile {
    #[serde(rename = "header")]
    _header: toml::Table,
    row: Vec<RowFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowFile {
    id: String,
    says: String,
    #[serde(default)]
    lives: Vec<String>,
    #[serde(default)]
    waiting: Vec<String>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// S1 to S92.
    pub id: String,
    /// The statement in a few words of our own.
    pub says: String,
    /// Where it lives: kind and id.
    pub lives: Vec<String>,
    /// What of it comes with other work: the work and what it brings.
    pub waiting: Vec<String>,
}

/// Reads the list and checks that each statement has a place, or is listed as waiting.
///
/// # Errors
/// What is wrong, one line each, where the list can not be trusted.
pub fn coverage(tree: &Tree) -> Result<Vec<Statement>, Vec<Complaint>> {
    let mut list = Vec::new();
    let Some(text) = tree.text(FILE) else {
        return Err(vec![Complaint::file(FILE, "is not there")]);
    };
    let file: CoverageFile = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => return Err(vec![Complaint::file(FILE, error.to_string())]),
    };
    let house = Living::of(tree);
    let mut seen = BTreeSet::new();
    for row in &file.row {
        let mut complain =
            |what: String| list.push(Complaint::file(FILE, format!("{}: {what}", row.id)));
        if !seen.insert(row.id.as_str()) {
            complain("stands twice".to_owned());
        }
        if row.says.trim().is_empty() {
            complain("says nothing".to_owned());
        }
        if row.lives.is_empty() && row.waiting.is_empty() {
            complain("lives nowhere and waits for nothing".to_owned());
        }
        for target in &row.lives {
            if let Err(why) = house.find(target) {
                complain(why);
            }
        }
        for waiting in &row.waiting {
            let work = waiting.split(':').next().unwrap_or_default();
            if !WORK.contains(&work) || waiting.len() < work.len() + 4 {
                complain(format!("`{waiting}` names no open work and what it brings"));
            }
        }
    }
    for n in 1..=N_STATEMENTS {
        if !seen.contains(format!("S{n}").as_str()) {
            list.push(Complaint::file(FILE, format!("S{n} is not in the list")));
        }
    }
    if seen.len() > N_STATEMENTS {
        list.push(Complaint::file(FILE, "has rows that are no statement"));
    }
    if list.is_empty() {
        let rows = file.row.into_iter().map(|row| Statement {
            id: row.id,
            says: row.says,
            lives: row.lives,
            waiting: row.waiting,
        });
        Ok(rows.collect())
    } else {
        Err(list)
    }
}

/// Every row of the list has a living target or is listed as waiting.
pub(super) fn lives_somewhere(tree: &Tree, list: &mut Vec<Complaint>) {
    // A tree without cards or list, as in tests of other rules, has nothing to cover.
    if (tree.has("content/cards") || tree.has(FILE))
        && let Err(found) = coverage(tree)
    {
        list.extend(found);
    }
}

/// What the files hold.
struct Living {
    routes: BTreeSet<String>,
    /// Kind and id -> the page that it needs, where it needs one.
    known: BTreeMap<String, Option<&'static str>>,
}

impl Living {
    fn of(tree: &Tree) -> Self {
        let mut house = Self {
            routes: routes(tree),
            known: BTreeMap::new(),
        };
        for (stem, page) in ASKED_ON {
            let path = format!("content/items/{stem}.toml");
            house.note("item", &ids(tree, &path, "item"), Some(page));
            house.note("strategy", &ids(tree, &path, "strategy"), Some(page));
        }
        house.note(
            "event",
            &ids(tree, "content/events.toml", "event"),
            Some("/day"),
        );
        house.note(
            "unit",
            &ids(tree, "content/course.toml", "unit"),
            Some("/course/{number}"),
        );
        house.note(
            "strength",
            &ids(tree, "content/wording.toml", "strength"),
            None,
        );
        let doors = tree.text("doors.toml").unwrap_or_default();
        let is_shown = doors.contains("[room.guidance]");
        for (path, text) in tree.all() {
            if path.starts_with("content/rules/") && !path.contains(".cases.") && is_shown {
                house.note("rule", &ids(tree, path, "rule"), None);
            } else if let Some(name) = path.strip_prefix("content/cards/") {
                let id = name.trim_end_matches(".toml").to_owned();
                house.note("card", &[id], Some("/cards/{number}"));
            } else if let Some(name) = path.strip_prefix("content/strategies/") {
                let id = name.trim_end_matches(".toml").to_owned();
                house.note("try", &[id], Some("/try/{number}"));
            } else if path.starts_with("content/locales/en/") {
                house.note_texts(text);
            }
        }
        house
    }

    fn note(&mut self, kind: &str, ids: &[String], page: Option<&'static str>) {
        for id in ids {
            // An item of several forms lives where the first of them is asked.
            let known = self.known.entry(format!("{kind}:{id}")).or_insert(page);
            if known.is_some_and(|page| !self.routes.contains(page)) {
                *known = page;
            }
        }
    }

    fn note_texts(&mut self, text: &str) {
        for line in text.lines() {
            let Some((id, _)) = line.split_once(" =") else {
                continue;
            };
            if id.starts_with(|c: char| c.is_ascii_lowercase()) {
                self.note("text", &[id.to_owned()], None);
                if let Some(question) = id.strip_prefix("question-") {
                    self.note("question", &[question.to_owned()], Some("/answers"));
                }
            }
        }
    }

    fn find(&self, target: &str) -> Result<(), String> {
        if let Some(page) = target.strip_prefix("page:") {
            let is_there = self.routes.contains(page);
            return is_there
                .then_some(())
                .ok_or(format!("no page is at {page}"));
        }
        match self.known.get(target) {
            None => Err(format!("`{target}` is nowhere")),
            Some(Some(page)) if !self.routes.contains(*page) => Err(format!(
                "`{target}` needs the page {page}, which is not there"
            )),
            Some(_) => Ok(()),
        }
    }
}

/// The addresses of all pages.
fn routes(tree: &Tree) -> BTreeSet<String> {
    let code = tree.text(ROUTES).unwrap_or_default();
    let calls = code.split(".route(").skip(1);
    calls
        .filter_map(|rest| rest.trim_start().strip_prefix('"'))
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// The ids of one kind of table in a file; none where the file is not there.
fn ids(tree: &Tree, path: &str, kind: &str) -> Vec<String> {
    let text = tree.text(path).unwrap_or_default();
    let table: toml::Table = text.parse().unwrap_or_default();
    let rows = table.get(kind).and_then(|rows| rows.as_array());
    (rows.into_iter().flatten())
        .filter_map(|row| row.get("id")?.as_str())
        .map(str::to_owned)
        .collect()
}
