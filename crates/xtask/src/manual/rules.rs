//! The safety rules as a table in plain words, from the rules and the texts that people see. Refuses to
//! say a rule in words of its own.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::{ChoreError, chore};

/// In the order in which a person meets them.
const FILES: [&str; 6] = ["crisis", "body", "course", "life", "medicine", "gates"];

#[derive(Debug, Deserialize)]
struct File {
    #[serde(default)]
    rule: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
struct Rule {
    id: String,
    clause: Vec<Clause>,
}

#[derive(Debug, Deserialize)]
struct Clause {
    level: String,
    when: String,
    text: String,
    who: String,
    source: String,
}

#[derive(Debug, Deserialize)]
struct Sources {
    source: Vec<Source>,
}

#[derive(Debug, Deserialize)]
struct Source {
    id: String,
    name: String,
    year: Option<String>,
}

/// The table of all clauses.
///
/// # Errors
/// [`ChoreError`] when a file cannot be read or names a text that is not there.
pub fn rules(root: &Path) -> Result<String, ChoreError> {
    let texts = texts(&chore::read(&root.join("content/locales/en/guidance.ftl"))?);
    let sources: Sources = parsed(root, "sources")?;
    let text = |key: String| {
        let found = texts.get(&key).cloned();
        found.ok_or_else(|| ChoreError::Broken(format!("guidance.ftl has no `{key}`")))
    };
    let mut table = String::from(
        "| rule | what it says, and whom to turn to | when, and what it leans on |\n| --- | --- | --- |\n",
    );
    for file in FILES {
        let file: File = parsed(root, file)?;
        for rule in file.rule {
            for clause in rule.clause {
                let source = sources.source.iter().find(|one| one.id == clause.source);
                let source = source.map_or_else(
                    || clause.source.clone(),
                    |one| format!("{} {}", one.name, one.year.as_deref().unwrap_or_default()),
                );
                let _ = writeln!(
                    table,
                    "| {}, {} | **{}** {} {} | `{}` {} |",
                    rule.id,
                    text(format!("level-{}", clause.level))?.to_lowercase(),
                    text(format!("advice-{}-title", clause.text))?,
                    text(format!("advice-{}-what", clause.text))?,
                    text(format!("who-{}", clause.who))?,
                    clause.when.replace('\n', " "),
                    source.trim()
                );
            }
        }
    }
    Ok(table)
}

fn parsed<T: serde::de::DeserializeOwned>(root: &Path, name: &str) -> Result<T, ChoreError> {
    let path = format!("content/rules/{name}.toml");
    toml::from_str(&chore::read(&root.join(&path))?)
        .map_err(|error| ChoreError::Broken(format!("{path}: {error}")))
}

/// Texts of one line by their key.
fn texts(file: &str) -> BTreeMap<String, String> {
    file.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}
