//! Form files that make no sense are refused with the place.

use super::parse;

const HEADER: &str = r#"
[header]
version = "1"
status = "own items, not yet validated"
source = "a test"
licence = "MIT OR Apache-2.0"
reviewed_by = "nobody yet"
reviewed_on = "not yet"
review_by = "2027-11-24"
[[page]]
id = "one"
heading = "One"
"#;

fn item(id: &str, page: &str, rest: &str) -> String {
    format!(
        "[[item]]\nid = \"{id}\"\npage = \"{page}\"\nconstruct = \"c\"\nquestion = \"Is it so?\"\n\
         window = \"daily\"\n{rest}\n"
    )
}

const YES_NO: &str = r#"answer = { kind = "choice", labels = ["No", "Yes"] }"#;

#[test]
fn a_form_that_makes_no_sense_is_refused_with_the_place() {
    let two = |condition: &str| {
        format!(
            "[[page]]\nid = \"two\"\nheading = \"Two\"\nasked_if = {condition}\n{}{}",
            item("first", "one", YES_NO),
            item("second", "two", YES_NO)
        )
    };
    let refused = |body: &str, place: &str| {
        let found = parse("items/test.toml", &format!("{HEADER}{body}"));
        let said = found.err().map(|error| error.to_string());
        assert!(
            said.as_ref().is_some_and(|said| said.contains(place)),
            "{body}\n{said:?}"
        );
    };
    let is_fine = |body: &str| parse("items/test.toml", &format!("{HEADER}{body}")).is_ok();

    assert!(is_fine(&item("first", "one", YES_NO)));
    assert!(is_fine(&two("{ item = \"first\", any_of = [1] }")));
    refused("", "item");
    refused(&item("first", "nowhere", YES_NO), "one:");
    let twice = item("first", "one", YES_NO).repeat(2);
    refused(&twice, "first: this id stands twice");
    refused(&two("{ item = \"second\", any_of = [1] }"), "two:");
    refused(&two("{ item = \"unknown\", any_of = [1] }"), "two:");
    refused(&two("{ item = \"first\", any_of = [2] }"), "two:");
    refused(&two("{ item = \"first\", any_of = [] }"), "two:");
    refused(&two("{ item = \"first\", at_least = 1 }"), "at_least");
    let same = r#"answer = { kind = "choice", labels = ["No", "No"] }"#;
    refused(&item("first", "one", same), "first:");
    let one = r#"answer = { kind = "choice", labels = ["No"] }"#;
    refused(&item("first", "one", one), "first:");
    refused(
        &item("first", "one", &format!("{YES_NO}\nnow = [2]")),
        "first:",
    );
    let other_scale = item("feeling_strength", "one", YES_NO);
    refused(&other_scale, "feeling_strength: the check-in asks this");
    let young = |ids: &str| {
        format!(
            "{}[young]\nleaves_out = [{ids}]\n",
            item("first", "one", YES_NO)
        )
    };
    assert!(is_fine(&young("\"first\", \"latency\"")));
    refused(&young("\"second\""), "second: only what is asked");
    refused("[header]\n", "items/test.toml");
}
