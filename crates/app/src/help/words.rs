//! Help as plain lines for the terminal. Refuses to leave somebody with an unknown country without
//! a number: the basics come whatever was asked.

use super::{CountryView, ForWhom, HelpView, NumberView};
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
            Some(country) => add_country(&mut lines, country, self.whom),
            None => {
                add_grown_up(&mut lines, self.whom);
                self.add_list(&mut lines);
            }
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
        if self.whom == ForWhom::Young {
            lines.push(indented(&text("help-elsewhere-young")));
        }
    }
}

fn add_country(lines: &mut Vec<String>, country: &CountryView, whom: ForWhom) {
    lines.push(String::new());
    lines.push(country.name.clone());
    for number in &country.emergency {
        add_number(lines, number);
    }
    let groups = country.groups(whom);
    for group in &groups {
        lines.push(String::new());
        lines.push(group.heading.clone());
        if group.numbers.is_empty() {
            lines.extend(group.line.iter().map(|line| indented(line)));
        }
        (group.numbers.iter()).for_each(|number| add_number(lines, number));
        if group.id == "young" {
            add_grown_up(lines, whom);
        }
    }
    if groups.is_empty() {
        lines.push(String::new());
        lines.push(text("help-no-lines"));
        add_grown_up(lines, whom);
    }
    lines.push(String::new());
    lines.push(text("help-sources-line"));
    lines.push(country.checked.clone());
}

/// Whom to tell, for the young.
fn add_grown_up(lines: &mut Vec<String>, whom: ForWhom) {
    if whom == ForWhom::Young {
        lines.push(String::new());
        lines.push(text("help-grown-up-heading"));
        lines.push(indented(&text("help-grown-up-line")));
        lines.push(indented(&text("help-grown-up-say")));
    }
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
