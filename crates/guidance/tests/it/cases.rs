//! The people beside each rule file: every clause has one for whom it speaks, one just below and one
//! with something missing.

use std::path::Path;

use content::rules::rules;

use crate::person::Person;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CasesFile {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    rule: String,
    kind: String,
    name: String,
    says: String,
    #[serde(flatten)]
    person: Person,
}

fn cases() -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/rules");
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if let Some(file) = name.strip_suffix(".cases.toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            let read: CasesFile = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
            let file = format!("rules/{file}.toml");
            all.extend(read.case.into_iter().map(|case| (file.clone(), case)));
        }
    }
    all
}

#[test]
fn each_rule_says_to_each_person_what_it_should() {
    let all = cases();
    assert!(all.len() > 120, "{}", all.len());
    let mut wrong = Vec::new();
    for (_, case) in &all {
        let guidance = case.person.guidance();
        let advice = guidance
            .advice
            .iter()
            .find(|advice| advice.rule == case.rule);
        let says = advice.map_or("silent", |advice| advice.level.name());
        if says != case.says {
            wrong.push(format!(
                "{} ({}): {says}, not {}",
                case.rule, case.name, case.says
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_clause_has_people_for_whom_it_speaks_just_not_and_with_gaps() {
    let all = cases();
    for rule in &rules().unwrap().rules {
        let of_rule = || all.iter().filter(|(_, case)| case.rule == rule.id);
        for (file, case) in of_rule() {
            assert_eq!(*file, rule.file, "{}", case.name);
            assert!(
                ["fires", "below", "missing"].contains(&case.kind.as_str()),
                "{}",
                case.kind
            );
        }
        for clause in &rule.clauses {
            let level = clause.level.name();
            assert!(
                of_rule().any(|(_, case)| case.says == level),
                "{} {level}",
                rule.id
            );
        }
        for kind in ["fires", "below", "missing"] {
            assert!(
                of_rule().any(|(_, case)| case.kind == kind),
                "{} has no {kind}",
                rule.id
            );
        }
    }
}

#[test]
fn a_calm_person_hears_nothing() {
    let calm = Person {
        numbness: toml::from_str::<Person>(
            "numbness = [{ from = 20, to = 0, value = 20, every = 1 }]",
        )
        .unwrap()
        .numbness,
        line: Some(60.0),
        ..Person::default()
    };
    let guidance = calm.guidance();
    assert_eq!(guidance.advice, []);
    assert_eq!(guidance.gates, []);
    assert_eq!(guidance.unclear, []);
}

#[test]
fn a_thin_record_is_asked_directly() {
    let thin: Person =
        toml::from_str("line = 50\nnumbness = [{ from = 60, to = 0, value = 70, every = 3 }]")
            .unwrap();
    let guidance = thin.guidance();
    let open: Vec<&str> = guidance
        .unclear
        .iter()
        .map(|one| one.rule.as_str())
        .collect();
    assert_eq!(open, ["R12", "R13"]);
}
