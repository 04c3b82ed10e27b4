//! Help: emergency numbers and lines of a country, in words, for pages and for the terminal.
//!
//! Refuses to need a record: everything here comes with the program, and the two letters of a kept
//! country are read from a file beside it. Refuses to assume where somebody is: a guess is a guess.

use content::{ALWAYS, By, Country, Emergency, HelpLine, Proof, Reaches, Who};

use crate::{App, Clock, Trouble, dates, text, text_with};

mod words;

pub use words::HelpWords;

/// For whom a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ForWhom {
    /// People of any age.
    #[default]
    Anyone,
    /// People under 18: lines for them come first.
    Young,
}

/// The page of help.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HelpView {
    /// For whom it is shown.
    pub whom: ForWhom,
    /// The country that was asked for, or kept.
    pub shown: Option<CountryView>,
    /// The country that is shown is the one that was kept.
    pub is_kept: bool,
    /// A country was asked for that is not on the list.
    pub is_unknown: bool,
    /// Where the clock's zone lies; a guess.
    pub guess: Option<CountryLink>,
    /// Every country, by its name.
    pub countries: Vec<CountryLink>,
}

/// A country on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryLink {
    /// Two letters.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Emergency numbers in one line, such as `112, 999`.
    pub emergency: String,
}

/// What is known of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryView {
    /// Two letters.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Numbers for danger to life.
    pub emergency: Vec<NumberView>,
    /// Lines for anyone.
    pub lines: Vec<NumberView>,
    /// Lines for children and young people.
    pub young: Vec<NumberView>,
    /// Lines for people who are hurt by someone close.
    pub abuse: Vec<NumberView>,
    /// Where the numbers come from.
    pub sources: Vec<String>,
    /// When they were compared with their sources, and by when they will be again.
    pub checked: String,
}

/// Lines that belong together, with what is said above them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinesView<'v> {
    /// Stable name.
    pub id: &'static str,
    /// What is said above them.
    pub heading: String,
    /// A line below the heading.
    pub line: Option<String>,
    /// The lines; empty only where the line above says so.
    pub numbers: &'v [NumberView],
}

impl CountryView {
    /// The lines in the order in which somebody is to see them; only what there is.
    #[must_use]
    pub fn groups(&self, whom: ForWhom) -> Vec<LinesView<'_>> {
        let group = |id, line: Option<&str>, numbers| LinesView {
            id,
            heading: text(&format!("help-{id}-heading")),
            line: line.map(text),
            numbers,
        };
        let anyone = group("lines", Some("help-lines-line"), &self.lines[..]);
        let abuse = group("abuse", None, &self.abuse[..]);
        let young = match (whom, self.young.is_empty()) {
            (ForWhom::Anyone, _) => group("young", None, &self.young),
            (ForWhom::Young, false) => group("young", Some("help-young-line"), &self.young),
            (ForWhom::Young, true) => group("young", Some("help-young-none"), &self.young),
        };
        let mut groups = match whom {
            ForWhom::Anyone => vec![anyone, abuse, young],
            ForWhom::Young => vec![young, anyone, abuse],
        };
        if groups.iter().all(|group| group.numbers.is_empty()) {
            return Vec::new();
        }
        let says_none = |group: &LinesView<'_>| group.id == "young" && whom == ForWhom::Young;
        groups.retain(|group| !group.numbers.is_empty() || says_none(group));
        groups
    }
}

/// A number with what to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberView {
    /// Who answers.
    pub name: String,
    /// As it is dialled, or what to send where.
    pub number: String,
    /// How and when; may be empty.
    pub how: String,
    /// That only one source names it.
    pub check: Option<String>,
    /// Of when the newest source is.
    pub seen: String,
}

/// Everything that help shows: `wanted` is a name or two letters, `kept` what was kept.
///
/// Needs no record and never fails: without content it shows an empty list.
#[must_use]
pub fn help(wanted: Option<&str>, kept: Option<&str>, clock: &Clock) -> HelpView {
    let all = content::countries().unwrap_or_default();
    let asked = wanted.or(kept).map(str::trim);
    let found = asked.and_then(|asked| find(all, asked));
    let zone = clock.zone().name();
    let in_zone = |country: &&Country| country.zones.iter().any(|name| name == zone);
    HelpView {
        whom: ForWhom::Anyone,
        is_kept: found.is_some_and(|country| kept == Some(&country.code)),
        is_unknown: wanted.is_some() && found.is_none(),
        shown: found.map(view),
        guess: all.iter().find(in_zone).map(link),
        countries: all.iter().map(link).collect(),
    }
}

impl HelpView {
    /// The same with lines for people under 18 first.
    #[must_use]
    pub fn for_young(self) -> Self {
        let whom = ForWhom::Young;
        Self { whom, ..self }
    }
}

/// A country by two letters or by one of its names in any language, in any case.
fn find<'c>(all: &'c [Country], asked: &str) -> Option<&'c Country> {
    find_here(all, asked).or_else(|| {
        let mut others = content::Language::KNOWN.into_iter().filter_map(|language| {
            let _speaking = content::speak(language);
            find_here(content::countries().ok()?, asked)
        });
        let code = &others.next()?.code;
        all.iter().find(|country| country.code == *code)
    })
}

fn find_here<'c>(all: &'c [Country], asked: &str) -> Option<&'c Country> {
    let asked = asked.to_lowercase();
    let is_it = |country: &&Country| {
        let mut names = country.names.iter().map(|name| name.to_lowercase());
        country.code.to_lowercase() == asked || names.any(|name| name == asked)
    };
    all.iter().find(is_it)
}

impl App {
    /// The page of help, with what was kept.
    #[must_use]
    pub fn help(&self, wanted: Option<&str>) -> HelpView {
        help(wanted, self.folder.country().as_deref(), &self.clock)
    }

    /// For whom help is, by what the open record says. A record that is locked or can not be read
    /// says nothing: help comes all the same.
    pub fn help_is_for(&mut self) -> ForWhom {
        let said = self.open.is_some().then(|| self.for_whom());
        said.and_then(Result::ok).unwrap_or_default()
    }

    /// Whether the record is open, so that the safety plan in it can be shown.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Keeps which country comes first; `None` forgets it.
    ///
    /// # Errors
    /// [`Trouble`] for a country that is not on the list, or when the disk refuses.
    pub fn keep_country(&mut self, code: Option<&str>) -> Result<(), Trouble> {
        let Some(code) = code else {
            return Ok(self.folder.forget_country()?);
        };
        let all = content::countries().unwrap_or_default();
        let Some(country) = all.iter().find(|country| country.code == code) else {
            return Err(Trouble::input(
                "there are no help lines for that place",
                "pick a country from the list on the Help page",
            ));
        };
        Ok(self.folder.put_country(&country.code)?)
    }
}

fn link(country: &Country) -> CountryLink {
    let numbers = country.emergency.iter().map(|e| e.number.as_str());
    CountryLink {
        code: country.code.clone(),
        name: name_of(country),
        emergency: numbers.collect::<Vec<_>>().join(", "),
    }
}

fn name_of(country: &Country) -> String {
    country.names.first().cloned().unwrap_or_default()
}

fn view(country: &Country) -> CountryView {
    let of = |who: Who| -> Vec<NumberView> {
        let lines = country.lines.iter().filter(|line| line.who == who);
        lines.map(line_view).collect()
    };
    let checked = [
        ("day", dates::with_year(country.checked_on).into()),
        ("due", dates::with_year(country.header.review_by).into()),
    ];
    CountryView {
        code: country.code.clone(),
        name: name_of(country),
        emergency: country.emergency.iter().map(emergency_view).collect(),
        lines: of(Who::Anyone),
        young: of(Who::Young),
        abuse: of(Who::Abuse),
        sources: sources(country),
        checked: text_with("help-checked", &checked),
    }
}

fn emergency_view(emergency: &Emergency) -> NumberView {
    let reaches = match emergency.reaches {
        Reaches::Any => "any",
        Reaches::Ambulance => "ambulance",
        Reaches::Police => "police",
    };
    NumberView {
        name: text(&format!("help-reach-{reaches}")),
        number: emergency.number.clone(),
        how: String::new(),
        check: check(&emergency.proof),
        seen: seen(&emergency.proof),
    }
}

fn line_view(line: &HelpLine) -> NumberView {
    let by = line.by.iter().map(|by| {
        text(match by {
            By::Call => "help-by-call",
            By::Text => "help-by-text",
            By::Chat => "help-by-chat",
        })
    });
    let by: Vec<String> = by.collect();
    let mut how = match &line.about {
        Some(about) => vec![format!("{} ({about}).", by.join(", "))],
        None => vec![format!("{}.", by.join(", "))],
    };
    how.extend(line.hours.as_deref().map(|hours| match hours {
        ALWAYS => text("help-open-always"),
        hours => text_with("help-open", &[("hours", hours.into())]),
    }));
    let language = line.language.as_deref();
    how.extend(language.map(|words| text_with("help-in-language", &[("language", words.into())])));
    NumberView {
        name: line.name.clone(),
        number: line.number.clone(),
        how: how.join(" "),
        check: check(&line.proof),
        seen: seen(&line.proof),
    }
}

fn check(proof: &Proof) -> Option<String> {
    proof.is_single().then(|| text("help-check"))
}

fn seen(proof: &Proof) -> String {
    match proof.verified_on {
        Some(day) => text_with("help-seen", &[("day", dates::with_year(day).into())]),
        None => text("help-seen-undated"),
    }
}

/// Every source of a country's numbers, once, in the order of the numbers.
fn sources(country: &Country) -> Vec<String> {
    let of_lines = country.lines.iter().map(|line| &line.proof);
    let proofs = country.emergency.iter().map(|e| &e.proof).chain(of_lines);
    let mut list = Vec::new();
    for source in proofs.flat_map(|proof| &proof.sources) {
        let mut values = vec![
            ("name", source.name.as_str().into()),
            ("address", source.address.as_str().into()),
        ];
        let words = match source.dated {
            Some(day) => {
                values.push(("day", dates::with_year(day).into()));
                text_with("help-source", &values)
            }
            None => text_with("help-source-undated", &values),
        };
        if !list.contains(&words) {
            list.push(words);
        }
    }
    list
}
