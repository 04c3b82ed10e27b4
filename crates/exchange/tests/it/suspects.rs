//! Suspects in a record file: there and back, absent, and impossible.

use exchange::{read_record, write_record};
use record::{Record, Suspect};

use crate::native::sample;

#[test]
fn suspects_stand_in_the_profile_and_a_file_without_them_names_none() {
    let text = sample();
    assert!(!text.contains("suspects"));
    let with = |suspects: &str| {
        let new = format!("\"has_read_safety\":false,\"suspects\":{suspects}");
        assert!(text.contains("\"has_read_safety\":false"));
        let file = text.replacen("\"has_read_safety\":false", &new, 1);
        read_record(file.as_bytes()).map(|parsed| parsed.profile.unwrap())
    };
    let none = read_record(text.as_bytes()).unwrap().profile.unwrap();
    assert_eq!(none.suspects(), []);
    let tension = "{\"name\":\"tension\",\"named_on\":\"2026-03-02\"}";
    let noise = "{\"dropped_on\":\"2026-05-01\",\"name\":\"noise\",\"named_on\":\"2026-03-02\"}";
    let list = format!("[{tension},{noise}]");
    let profile = with(&list).unwrap();
    let names: Vec<_> = profile.suspects().iter().map(Suspect::name).collect();
    assert_eq!(names, ["tension", "noise"]);
    assert_eq!(profile.named_suspects().count(), 1);
    let again = write_record(&Record::new(profile, vec![], vec![]).unwrap());
    assert!(again.contains(&format!("\"suspects\":{list}")), "{again}");
    let wrong = [
        (
            "[{\"name\":\"tension\"}]",
            "line 2: missing field `named_on`",
        ),
        (
            "[{\"name\":\"\",\"named_on\":\"2026-03-02\"}]",
            "profile 1: a name has",
        ),
        ("[{\"name\":\"a\",\"named_on\":\"March\"}]", "profile 1: "),
        (
            "[{\"name\":\"a\",\"named_on\":\"2026-03-02\",\"dropped_on\":\"2026-03-02\"}]",
            "profile 1: a suspect is dropped on a day after",
        ),
    ];
    for (suspects, expected) in wrong {
        let said = with(suspects).unwrap_err().to_string();
        assert!(said.starts_with(expected), "{said}");
    }
    let four = ["a", "b", "c", "d"].map(|name| tension.replace("tension", name));
    let said = with(&format!("[{}]", four.join(","))).unwrap_err();
    let expected = "profile 1: at most three suspects can be named";
    assert_eq!(said.to_string(), expected);
}
