//! The page for a doctor: what is to be on it, how it looks, and its bytes. Refuses to put anything
//! on it that was not chosen.

use std::collections::BTreeSet;

use record::{FactKey, LocalDay};
use report::{Block, Paper, Section, Sheet};

use crate::answers::paper::Days;
use crate::time::{Range, Stretch};
use crate::{App, Trouble, dates, text, text_with};

mod document;
mod gather;
mod named;
mod sections;
mod words;

pub(crate) use document::section_names;

/// Name under which questions to the doctor are kept.
pub(crate) const QUESTIONS: &str = "report.questions";
/// Longest list of questions, in characters.
const QUESTIONS_CHARS_MAX: usize = exchange::DOCTOR_QUESTIONS_CHARS_MAX;
/// Days that are offered first.
const DAYS_OFFERED: i32 = 366;

/// What is to be on the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportRequest {
    /// First day, YYYY-MM-DD; empty: a year back, or the start of the record.
    pub from: String,
    /// Last day, YYYY-MM-DD; empty: today.
    pub to: String,
    /// `a4` or `letter`.
    pub paper: String,
    /// Names of the parts; `None`: those that are on from the start.
    pub parts: Option<BTreeSet<String>>,
    /// Keys of the events that are to be named.
    pub events: BTreeSet<String>,
    /// Questions that the person wants to ask, one a line; `None`: as they were kept.
    pub questions: Option<String>,
}

/// The page for a doctor, with what can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// First day, YYYY-MM-DD.
    pub from: String,
    /// Last day, YYYY-MM-DD.
    pub to: String,
    /// The paper is US Letter, not A4.
    pub is_letter: bool,
    /// Parts to choose.
    pub parts: Vec<ReportChoice>,
    /// Events to choose, newest first.
    pub events: Vec<ReportChoice>,
    /// Questions, one a line.
    pub questions: String,
    /// What stands on the page.
    pub sheet: PaperView,
}

/// Something that can be put on the page or left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportChoice {
    /// As the form sends it.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// It is on the page.
    pub is_on: bool,
}

/// What stands on the page, in the order of reading.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperView {
    /// Title.
    pub title: String,
    /// Lines below it.
    pub lead: Vec<String>,
    /// Headings with what stands beside them.
    pub sections: Vec<PaperSection>,
    /// What stands at the foot.
    pub foot: String,
}

/// A heading with what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperSection {
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<PaperBlock>,
}

/// One thing on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum PaperBlock {
    /// A sentence or a few.
    Line(String),
    /// The picture of time for a wide and a narrow page, as SVG, and what its marks mean.
    Picture(String, String, String),
    /// Caption, heads and rows.
    Table(String, Vec<String>, Vec<Vec<String>>),
}

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Course,
    Severity,
    Features,
    Reality,
    Medicines,
    Tried,
    Before,
    Events,
    Signs,
    Substances,
    Sensitive,
    Named,
    Scores,
    Questions,
    Methods,
}

impl Part {
    pub(crate) const ALL: [Self; 15] = [
        Self::Course,
        Self::Severity,
        Self::Features,
        Self::Reality,
        Self::Medicines,
        Self::Tried,
        Self::Before,
        Self::Events,
        Self::Signs,
        Self::Substances,
        Self::Sensitive,
        Self::Named,
        Self::Scores,
        Self::Questions,
        Self::Methods,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Severity => "severity",
            Self::Features => "features",
            Self::Reality => "reality",
            Self::Medicines => "medicines",
            Self::Tried => "tried",
            Self::Before => "before",
            Self::Events => "events",
            Self::Signs => "signs",
            Self::Substances => "substances",
            Self::Sensitive => "sensitive",
            Self::Named => "named",
            Self::Scores => "scores",
            Self::Questions => "questions",
            Self::Methods => "methods",
        }
    }

    /// What could harm in wrong hands, and what makes a second page, is off from the start.
    const fn is_on_at_first(self) -> bool {
        !matches!(
            self,
            Self::Events
                | Self::Signs
                | Self::Substances
                | Self::Sensitive
                | Self::Named
                | Self::Scores
                | Self::Methods
        )
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// What was chosen, read.
pub(crate) struct Chosen {
    pub days: Days,
    pub paper: Paper,
    pub parts: BTreeSet<Part>,
    pub events: BTreeSet<FactKey>,
    pub questions: String,
}

impl App {
    /// Keeps what is to be on the page, for the next look at it.
    ///
    /// # Errors
    /// [`Trouble`] when a day is not one, the questions are too long, or the disk refuses; then
    /// nothing was changed.
    pub fn choose_report(&mut self, request: &ReportRequest) -> Result<(), Trouble> {
        let chosen = self.read_choice(request)?;
        let open = self.opened()?;
        let questions = Some(chosen.questions.as_str()).filter(|words| !words.is_empty());
        open.store.set_setting(QUESTIONS, questions)?;
        open.report = Some(ReportRequest {
            questions: None,
            ..request.clone()
        });
        Ok(())
    }

    /// The page as it was last chosen.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn report(&mut self) -> Result<ReportView, Trouble> {
        let request = self.opened()?.report.clone().unwrap_or_default();
        let chosen = self.read_choice(&request)?;
        let sheet = self.paper(&chosen)?;
        let record = self.known()?.record.clone();
        let choice = |part: Part| ReportChoice {
            value: part.name().to_owned(),
            label: text(&format!("paper-part-{}", part.name())),
            is_on: chosen.parts.contains(&part),
        };
        Ok(ReportView {
            is_example: self.is_example,
            from: chosen.days.0.to_string(),
            to: chosen.days.1.to_string(),
            is_letter: chosen.paper == Paper::UsLetter,
            parts: Part::ALL.into_iter().map(choice).collect(),
            events: words::event_choices(&record, &chosen),
            questions: chosen.questions.clone(),
            sheet: view_of(sheet),
        })
    }

    /// The page as a PDF; the same record and choice give the same bytes.
    ///
    /// # Errors
    /// [`Trouble`] when the choice cannot be read or the record is locked.
    pub fn report_pdf(&mut self, request: &ReportRequest) -> Result<Vec<u8>, Trouble> {
        let chosen = self.read_choice(request)?;
        let sheet = self.paper(&chosen)?;
        report::pdf(&sheet).map_err(|error| Trouble::ours(error.to_string()))
    }

    /// The page as it was last chosen, as a PDF.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn report_pdf_as_chosen(&mut self) -> Result<Vec<u8>, Trouble> {
        let request = self.opened()?.report.clone().unwrap_or_default();
        self.report_pdf(&request)
    }

    fn read_choice(&mut self, request: &ReportRequest) -> Result<Chosen, Trouble> {
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let starts = record.profile.day_start;
        // A dose may have begun long before anything was written.
        let is_dose =
            |fact: &&record::Fact| fact.body.kind() == record::FactKind::MedicationStatement;
        let written = record.facts().iter().find(|fact| !is_dose(fact));
        let first = written.map(|fact| fact.moment.day(starts));
        let last = crate::day::last_day(&record, today).map_or(today, |day| day.min(today));
        let to = read_day(&request.to)?.unwrap_or(last).min(today);
        let back = to.plus_days(1 - DAYS_OFFERED);
        let from = read_day(&request.from)?.unwrap_or_else(|| first.map_or(back, |f| f.max(back)));
        if from > to {
            return Err(Trouble::input(
                "the first day lies after the last",
                "choose a first day that comes before the last",
            ));
        }
        let questions = match &request.questions {
            Some(words) => words.replace("\r\n", "\n").trim().to_owned(),
            None => questions(&self.opened()?.store)?,
        };
        if questions.chars().count() > QUESTIONS_CHARS_MAX {
            return Err(Trouble::input(
                "these are more questions than the page can hold",
                "keep the ones that matter most: up to 1,200 letters",
            ));
        }
        Ok(Chosen {
            days: (from, to),
            paper: read_paper(&request.paper)?,
            parts: read_parts(request.parts.as_ref())?,
            events: request
                .events
                .iter()
                .filter_map(|key| FactKey::parse(key).ok())
                .collect(),
            questions,
        })
    }

    fn paper(&mut self, chosen: &Chosen) -> Result<Sheet, Trouble> {
        let today = self.today_date()?;
        let found = self.found()?;
        let guidance = self.guidance_with(&found)?;
        let changes = crate::answers::changes(&found.course);
        let (first, last) = chosen.days;
        let stretch = Stretch {
            first,
            last,
            range: range_of(last.days_since(first) + 1),
        };
        let scene = self.known()?.scene(stretch, today, changes);
        let material = sections::Material {
            scene: &scene,
            found: &found,
            guidance: &guidance,
            chosen,
        };
        let (front, more) = material.sections()?;
        let span = [
            ("from", dates::with_year(first).into()),
            ("to", dates::with_year(last).into()),
        ];
        let mut lead = vec![text_with("paper-lead", &span), text("paper-self-recorded")];
        if self.is_example {
            lead.insert(0, text("paper-example"));
        }
        Ok(Sheet {
            paper: chosen.paper,
            language: content::spoken().code().to_owned(),
            title: text("paper-title"),
            file_title: text("paper-file-title"),
            lead,
            front,
            more,
            shortened: text("paper-shortened"),
            foot: text("paper-foot"),
        })
    }
}

/// What the person wants to ask a doctor, one question a line; empty where nothing was kept.
pub(crate) fn questions(store: &store::Store) -> Result<String, Trouble> {
    Ok(store.setting(QUESTIONS)?.unwrap_or_default())
}

/// The range whose picture has the marks for so many days.
const fn range_of(n_days: i32) -> Range {
    match n_days {
        ..=8 => Range::Week,
        9..=45 => Range::Month,
        _ => Range::All,
    }
}

fn read_day(text: &str) -> Result<Option<LocalDay>, Trouble> {
    match text.trim() {
        "" => Ok(None),
        day => crate::write::parse_day(day).map(Some),
    }
}

fn read_paper(name: &str) -> Result<Paper, Trouble> {
    match name {
        "" | "a4" => Ok(Paper::A4),
        "letter" => Ok(Paper::UsLetter),
        _ => Err(Trouble::input(
            "there is no such paper",
            "choose a4 or letter",
        )),
    }
}

fn read_parts(names: Option<&BTreeSet<String>>) -> Result<BTreeSet<Part>, Trouble> {
    let Some(names) = names else {
        let first = Part::ALL.into_iter().filter(|part| part.is_on_at_first());
        return Ok(first.collect());
    };
    let known = Part::ALL.map(Part::name).join(", ");
    let read = names.iter().map(|name| {
        Part::parse(name).ok_or_else(|| {
            Trouble::input(
                format!("there is no part \"{name}\" of the page"),
                format!("choose from {known}"),
            )
        })
    });
    read.collect()
}

fn view_of(sheet: Sheet) -> PaperView {
    let mut n_pictures = 0;
    let mut block = |block: Block| match block {
        Block::Line(words) => PaperBlock::Line(words),
        Block::Picture(picture, key) => {
            n_pictures += 1;
            let wide = picture.draw(760.0, &format!("paper-{n_pictures}-wide"));
            let narrow = picture.draw(360.0, &format!("paper-{n_pictures}-narrow"));
            PaperBlock::Picture(wide, narrow, key)
        }
        Block::Table(table) => PaperBlock::Table(table.caption, table.columns, table.rows),
    };
    let mut section = |section: Section| PaperSection {
        heading: section.heading,
        blocks: section.blocks.into_iter().map(&mut block).collect(),
    };
    let sections = sheet.front.into_iter().chain(sheet.more);
    PaperView {
        title: sheet.title,
        lead: sheet.lead,
        sections: sections.map(&mut section).collect(),
        foot: sheet.foot,
    }
}
