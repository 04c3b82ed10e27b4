//! Rule files that are wrong are refused, with file and line.

use content::rules::read_rules;

const SOURCES: &str = r#"[header]
version = "1"
status = "x"
source = "x"
licence = "x"
reviewed_by = "nobody yet"
reviewed_on = "not yet"
review_by = "2030-01-01"
[[source]]
id = "book"
kind = "manual"
name = "A book"
year = "2020"
address = "x"
checked_on = "2026-11-24"
[[condition]]
id = "hot"
item = "heat"
at_least = 70
unit = "points of 100"
sign = "danger"
holds_days = 7
since = "2026-11-24"
reference = "book"
[[condition]]
id = "cool"
item = "heat"
below = 70
unit = "points of 100"
sign = "reassuring"
holds_days = 7
since = "2026-11-24"
reference = "book"
"#;

/// A rule file whose rule begins in line 9 and whose `when` stands in line 13.
fn rule(level: &str, when: &str, source: &str) -> String {
    let header = SOURCES.split("[[source]]").next().unwrap();
    format!(
        "{header}[[rule]]\nid = \"R1\"\n[[rule.clause]]\nlevel = \"{level}\"\nwhen = {when}\ntext = \"t\"\nwho = \"w\"\nsource = \"{source}\"\nlinks = []\n"
    )
}

fn refusal(text: &str) -> String {
    let files = [("a.toml", SOURCES), ("b.toml", text)];
    read_rules(&files).unwrap_err().to_string()
}

#[test]
fn a_good_file_is_read() {
    let files = [
        ("a.toml", SOURCES),
        ("b.toml", &rule("soon", "\"hot\"", "book")),
    ];
    assert_eq!(read_rules(&files).unwrap().rules.len(), 1);
}

#[test]
fn each_fault_is_named_with_file_and_line() {
    let cases = [
        (
            rule("soon", "\"warm\"", "book"),
            "rules/b.toml, line 13: there is no condition 'warm'",
        ),
        (
            rule("later", "\"hot\"", "book"),
            "rules/b.toml, line 12: there is no level 'later'",
        ),
        (
            rule("soon", "\"hot\"", "rumour"),
            "rules/b.toml, line 16: there is no source 'rumour'",
        ),
        (
            rule("soon", "\"if(hot)\"", "book"),
            "rules/b.toml, line 13: 'if(' is none of",
        ),
        (
            rule("soon", "\"all(hot)\"", "book"),
            "rules/b.toml, line 13: 'all' takes two",
        ),
        (
            rule("soon", "\"any(hot, not(cool)\"", "book"),
            "rules/b.toml, line 13: a ')' is missing",
        ),
        (
            rule("soon", "\"hot hot\"", "book"),
            "rules/b.toml, line 13: something stands behind",
        ),
        (
            rule("soon", "\"not(hot)\"", "book"),
            "rules/b.toml, line 13: 'hot' is behind 'not'",
        ),
        (
            rule("soon", "\"cool\"", "book"),
            "rules/b.toml, line 13: 'cool' is reassuring",
        ),
        (
            rule(
                "soon",
                "\"\"\"any(hot,\n  all(hot,\n    tepid))\"\"\"",
                "book",
            ),
            "rules/b.toml, line 15: there is no condition 'tepid'",
        ),
    ];
    for (text, wanted) in cases {
        let found = refusal(&text);
        assert!(found.starts_with(wanted), "{found}, not {wanted}");
    }
}

#[test]
fn a_clause_that_can_never_speak_is_refused() {
    // What the first clause says is all that the second one could say.
    let text = rule("soon", "\"hot\"", "book")
        + "[[rule.clause]]\nlevel = \"plan\"\nwhen = \"all(hot, not(cool))\"\ntext = \"t\"\nwho = \"w\"\nsource = \"book\"\nlinks = []\n";
    let found = refusal(&text);
    assert!(
        found.starts_with("rules/b.toml, line 20: no state"),
        "{found}"
    );
}

#[test]
fn the_less_urgent_clause_may_not_stand_first() {
    let text = rule("soon", "\"hot\"", "book")
        + "[[rule.clause]]\nlevel = \"now\"\nwhen = \"hot\"\ntext = \"t\"\nwho = \"w\"\nsource = \"book\"\nlinks = []\n";
    assert!(refusal(&text).contains("line 19: the more urgent clause stands first"));
}

#[test]
fn unknown_words_and_missing_lines_are_refused_with_their_line() {
    let extra = rule("soon", "\"hot\"", "book") + "because = \"x\"\n";
    assert!(
        refusal(&extra).starts_with("rules/b.toml, line 18: unknown field"),
        "{}",
        refusal(&extra)
    );
    let without = rule("soon", "\"hot\"", "book").replace("source = \"book\"\n", "");
    assert!(
        refusal(&without).contains("missing field `source`"),
        "{}",
        refusal(&without)
    );
    assert!(
        refusal("[header").starts_with("rules/b.toml, line 1"),
        "{}",
        refusal("[header")
    );
    let twice = rule("soon", "\"hot\"", "book").replace("R1", "seven");
    assert!(
        refusal(&twice).contains("line 10: a rule has a number"),
        "{}",
        refusal(&twice)
    );
}
