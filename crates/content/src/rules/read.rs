//! Reads the rule files and checks them together. Refuses, with file and line, what it does not
//! know: a condition, a level, a source, a clause that can never speak.

use record::ItemId;
use serde::Deserialize;
use toml::Spanned;

use super::{
    Clause, Condition, Hides, Leads, Level, Measure, Rule, RuleSet, RuleSource, Sign, Strength,
    Subject, Test, When, states_at, subjects_of, walk,
};
use crate::header::HeaderFile;
use crate::page::Page;
use crate::{ContentError, Header};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    header: HeaderFile,
    #[serde(default)]
    condition: Vec<ConditionFile>,
    #[serde(default)]
    source: Vec<SourceFile>,
    #[serde(default)]
    rule: Vec<RuleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionFile {
    id: Spanned<String>,
    item: Option<Spanned<String>>,
    measure: Option<Spanned<String>>,
    is: Option<f64>,
    at_least: Option<f64>,
    below: Option<f64>,
    unit: Spanned<String>,
    sign: Spanned<String>,
    holds_days: Option<i32>,
    since: Spanned<String>,
    reference: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    id: Spanned<String>,
    kind: Spanned<String>,
    name: Spanned<String>,
    year: String,
    address: String,
    checked_on: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    id: Spanned<String>,
    #[serde(default)]
    discreet: bool,
    asks: Option<Spanned<String>>,
    clause: Vec<ClauseFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseFile {
    level: Spanned<String>,
    when: Spanned<String>,
    text: Spanned<String>,
    who: Spanned<String>,
    source: Spanned<String>,
    links: Vec<Spanned<String>>,
    #[serde(default)]
    hides: Vec<Spanned<String>>,
}

/// Reads rule files, given as name and text, and checks them together.
///
/// # Errors
/// [`ContentError::Line`] or [`ContentError::File`] naming file and line of the first thing wrong.
pub fn read_rules(files: &[(&str, &str)]) -> Result<RuleSet, ContentError> {
    let mut read = Vec::new();
    let mut set = RuleSet {
        headers: Vec::new(),
        conditions: Vec::new(),
        sources: Vec::new(),
        rules: Vec::new(),
    };
    for (name, text) in files {
        let page = Page {
            name: format!("rules/{name}"),
            text,
        };
        let file: RulesFile = toml::from_str(text).map_err(|error| page.unread(&error))?;
        let header = Header::from_file("rules", file.header)
            .map_err(|error| page.error_at(0, error.to_string()))?;
        set.headers.push(((*name).to_owned(), header.clone()));
        read.push((page, header, file.condition, file.source, file.rule));
    }
    // Sources first, then what leans on them, whatever order the files come in.
    for (page, _, _, sources, _) in &read {
        for source in sources {
            let source = read_source(page, source, &set)?;
            set.sources.push(source);
        }
    }
    for (page, _, conditions, _, _) in &read {
        for condition in conditions {
            let condition = read_condition(page, condition, &set)?;
            set.conditions.push(condition);
        }
    }
    for (page, header, _, _, rules) in &read {
        for rule in rules {
            let rule = read_rule(page, header, rule, &set)?;
            set.rules.push(rule);
        }
    }
    let number = |rule: &Rule| rule.id.trim_start_matches('R').parse::<u32>().unwrap_or(0);
    set.rules.sort_by_key(number);
    Ok(set)
}

fn read_source(
    page: &Page<'_>,
    file: &SourceFile,
    set: &RuleSet,
) -> Result<RuleSource, ContentError> {
    if set.source(file.id.as_ref()).is_some() {
        return Err(page.error(&file.id, "this source stands twice"));
    }
    Ok(RuleSource {
        id: page.word(&file.id)?,
        strength: page.one_of(&file.kind, "kind of source", &Strength::ALL)?,
        name: page.word(&file.name)?,
        year: file.year.clone(),
        address: file.address.clone(),
        checked_on: page.day(&file.checked_on)?,
    })
}

fn read_condition(
    page: &Page<'_>,
    file: &ConditionFile,
    set: &RuleSet,
) -> Result<Condition, ContentError> {
    if set.conditions.iter().any(|c| c.id == *file.id.as_ref()) {
        return Err(page.error(&file.id, "this condition stands twice"));
    }
    let subject = match (&file.item, &file.measure) {
        (Some(item), None) => Subject::Item(
            ItemId::new(item.as_ref()).map_err(|error| page.error(item, error.to_string()))?,
        ),
        (None, Some(measure)) => {
            Subject::Measure(page.one_of(measure, "measure", &Measure::ALL)?)
        }
        _ => return Err(page.error(&file.id, "a condition looks at one item or one measure")),
    };
    let test = match (file.is, file.at_least, file.below) {
        (Some(at), None, None) => Test::Is(at),
        (None, Some(at), None) => Test::AtLeast(at),
        (None, None, Some(at)) => Test::Below(at),
        _ => return Err(page.error(&file.id, "one of is, at_least and below is needed")),
    };
    if matches!(subject, Subject::Item(_)) != file.holds_days.is_some_and(|days| days > 0) {
        return Err(page.error(
            &file.id,
            "an answer holds for some days, a measure has none",
        ));
    }
    known_source(page, &file.reference, set)?;
    Ok(Condition {
        id: page.word(&file.id)?,
        subject,
        test,
        unit: page.word(&file.unit)?,
        sign: page.one_of(
            &file.sign,
            "sign",
            &[("danger", Sign::Danger), ("reassuring", Sign::Reassuring)],
        )?,
        holds_days: file.holds_days,
        since: page.day(&file.since)?,
        reference: page.word(&file.reference)?,
    })
}

fn known_source(
    page: &Page<'_>,
    word: &Spanned<String>,
    set: &RuleSet,
) -> Result<String, ContentError> {
    match set.source(word.as_ref()) {
        Some(source) => Ok(source.id.clone()),
        None => {
            let why = format!("there is no source '{}' in sources.toml", word.as_ref());
            Err(page.error(word, why))
        }
    }
}

fn read_rule(
    page: &Page<'_>,
    header: &Header,
    file: &RuleFile,
    set: &RuleSet,
) -> Result<Rule, ContentError> {
    let id = file.id.as_ref();
    let number = id.strip_prefix('R').map(str::parse::<u32>);
    if !matches!(number, Some(Ok(1..))) || set.rule(id).is_some() {
        return Err(page.error(&file.id, "a rule has a number of its own, such as R7"));
    }
    let asks = file.asks.as_ref();
    let rule = Rule {
        id: id.clone(),
        version: header.version.clone(),
        file: page.name.clone(),
        is_discreet: file.discreet,
        asks: asks
            .map(|word| page.one_of(word, "page", &Leads::ALL))
            .transpose()?,
        clauses: (file.clause.iter())
            .map(|clause| read_clause(page, clause, set))
            .collect::<Result<_, _>>()?,
    };
    for (idx, clause) in file.clause.iter().enumerate() {
        let is_later = |other: &Clause| other.level > rule.clauses[idx].level;
        if rule.clauses.iter().take(idx).any(is_later) {
            return Err(page.error(&clause.level, "the more urgent clause stands first"));
        }
    }
    if let Some(idx) = unreachable(&rule, &set.conditions) {
        let place = file.clause.get(idx).map_or(&file.id, |clause| &clause.when);
        return Err(page.error(place, "no state of the record lets this clause speak"));
    }
    Ok(rule)
}

fn read_clause(page: &Page<'_>, file: &ClauseFile, set: &RuleSet) -> Result<Clause, ContentError> {
    let levels = Level::ALL.map(|level| (level.name(), level));
    let place_of = |name: &str| set.conditions.iter().position(|c| c.id == name);
    // What the text opens with: one quotation mark, or three of them.
    let opening = if page.text[file.when.span()].starts_with("\"\"\"") {
        3
    } else {
        1
    };
    let when = When::parse(file.when.as_ref(), &place_of)
        .map_err(|(at, why)| page.error_at(file.when.span().start + opening + at, why))?;
    for (idx, is_behind_not) in when.conditions() {
        let condition = &set.conditions[idx];
        if is_behind_not != (condition.sign == Sign::Reassuring) {
            let why = format!(
                "'{}' is {}: a danger stands as it is, a reassurance behind 'not'",
                condition.id,
                if is_behind_not {
                    "behind 'not'"
                } else {
                    "reassuring"
                }
            );
            return Err(page.error(&file.when, why));
        }
    }
    let links = file.links.iter();
    let hides = file.hides.iter();
    Ok(Clause {
        level: page.one_of(&file.level, "level", &levels)?,
        when,
        text: page.word(&file.text)?,
        who: page.word(&file.who)?,
        source: known_source(page, &file.source, set)?,
        links: links
            .map(|word| page.one_of(word, "page", &Leads::ALL))
            .collect::<Result<_, _>>()?,
        hides: hides
            .map(|word| page.one_of(word, "thing to hide", &Hides::ALL))
            .collect::<Result<_, _>>()?,
    })
}

/// The first clause that never speaks, whatever the record says.
fn unreachable(rule: &Rule, conditions: &[Condition]) -> Option<usize> {
    let subjects = subjects_of(&[rule], conditions);
    let mut speaks = vec![false; rule.clauses.len()];
    walk(&subjects, |at| {
        let states = states_at(&subjects, at, conditions);
        let state = |idx: usize| states.get(idx).copied().unwrap_or(super::State::Unknown);
        if let Some(idx) = rule.clauses.iter().position(|c| c.when.holds(&state)) {
            speaks[idx] = true;
        }
        !speaks.iter().all(|done| *done)
    });
    speaks.iter().position(|done| !done)
}
