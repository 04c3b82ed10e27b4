//! The short names of the test stand's crowds, in words. Refuses to guess: what it does not know stays
//! as it is.

/// How the usual crowd lives; what is like this is not said.
const USUAL: [&str; 7] = ["r0.5", "g30", "c3", "line", "nodrift", "week", "k12"];

/// A name such as `r0.8-g30-d90-c3-line-nodrift-week-null` in words: how long, and what is unusual.
#[must_use]
pub fn words(name: &str) -> String {
    let parts: Vec<&str> = name.split('-').collect();
    let is_cell = parts.len() >= 3 && parts.iter().any(|part| number(part, "d").is_some());
    if !is_cell {
        return name.to_owned();
    }
    let mut said: Vec<String> = Vec::new();
    let mut days = String::new();
    for part in &parts {
        if let Some(n) = number(part, "d") {
            days = format!("{n} days");
        } else if !USUAL.contains(part) && !["null", "still"].contains(part) {
            said.push(part_in_words(part));
        }
    }
    if said.is_empty() {
        said.push("as usual".to_owned());
    }
    format!("{days}, {}", said.join(", "))
}

fn part_in_words(part: &str) -> String {
    let known = match part {
        "five" => "five steps",
        "floor" => "mostly at one end",
        "straight" => "straight drift",
        "cosine" => "wave-like drift",
        "walk" => "wandering drift",
        "noweek" => "no weekly cycle",
        "c1" => "one check-in a day",
        "k0" => "nothing beside numbness",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let shapes = [
        ("r", "days alike ", ""),
        ("g", "", "% missing"),
        ("c", "", " check-ins a day"),
        ("k", "", " things"),
        ("mid", "a step of ", " SD"),
        ("acts", "odds times ", ""),
        ("s", "on a share of ", " of days"),
    ];
    for (letter, before, after) in shapes {
        if let Some(n) = number(part, letter) {
            return format!("{before}{n}{after}");
        }
    }
    part.to_owned()
}

/// The number after `letter`, when nothing else is there.
fn number<'a>(part: &'a str, letter: &str) -> Option<&'a str> {
    let rest = part.strip_prefix(letter)?;
    rest.parse::<f64>().is_ok().then_some(rest)
}
