//! Help as plain lines for the terminal. Refuses to leave somebody with an unknown country without
//! a number: the basics come whatever was asked.

use super::{CountryView, HelpView, NumberView};
use crate::text;

/// Help as lines of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpWords {
    /// What to print.
    pub lines: Vec<String>,
    /// The country that was asked for is not on the list.
    pub is_unknown: bool,
}

impl HelpView {
    /// The same as lines of text: what to do now, the country or the guess, the list.
    #[must_use]
    pub fn words(&self) -> HelpWords {
        let mut lines = vec![
            text("help-now-heading"),
            indented(&text("help-now-line")),
            indented(&text("help-now-say")),
            indented(&text("help-now-near")),
        ];
        match &self.shown {
            Some(country) => add_country(&mut lines, country),
            None => self.add_list(&mut lines),
        }
        HelpWords {
            lines,
            is_unknown: self.is_unknown,
        }
    }

    fn add_list(&self, lines: &mut Vec<String>) {
        lines.push(String::new());
        lines.push(text("help-column-emergency"));
        let guess = self.guess.iter();
        let others = self
            .countries
            .iter()
            .filter(|c| Some(*c) != self.guess.as_ref());
        for country in guess.chain(others) {
            let entry = format!("{} {}: {}", country.code, country.name, country.emergency);
            lines.push(indented(&entry));
        }
        lines.push(String::new());
        lines.push(text("help-elsewhere-heading"));
        lines.push(indented(&text("help-elsewhere-line")));
    }
}

fn add_country(lines: &mut Vec<String>, country: &CountryView) {
    lines.push(String::new());
    lines.push(country.name.clone());
    for number in &country.emergency {
        add_number(lines, number);
    }
    let groups = [
        ("help-lines-heading", &country.lines),
        ("help-abuse-heading", &country.abuse),
        ("help-young-heading", &country.young),
    ];
    for (heading, numbers) in groups {
        if !numbers.is_empty() {
            lines.push(String::new());
            lines.push(text(heading));
            numbers.iter().for_each(|number| add_number(lines, number));
        }
    }
    if groups.iter().all(|(_, numbers)| numbers.is_empty()) {
        lines.push(String::new());
        lines.push(text("help-no-lines"));
    }
    lines.push(String::new());
    lines.push(text("help-sources-line"));
    lines.push(country.checked.clone());
}

fn add_number(lines: &mut Vec<String>, number: &NumberView) {
    lines.push(indented(&format!("{}  {}", number.number, number.name)));
    let check = number.check.iter();
    let about: Vec<&str> = [number.how.as_str()]
        .into_iter()
        .filter(|how| !how.is_empty())
        .chain(check.map(String::as_str))
        .chain([number.seen.as_str()])
        .collect();
    lines.push(indented(&indented(&about.join(" "))));
}

fn indented(words: &str) -> String {
    format!("  {words}")
}
