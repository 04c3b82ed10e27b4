//! The rules of guidance as data: conditions, sources, clauses. Refuses to know a person: whether a
//! condition is so is told from outside.

mod read;
mod states;
mod when;

use record::{ItemId, LocalDay};

use crate::language::PerLanguage;
use crate::overlay::read_all_spoken;
use crate::{ContentError, Header};

pub use read::read_rules;
pub use states::{SubjectStates, states_at, subjects_of, walk};
pub use when::{State, When};

/// The files of `content/rules`, by name.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// How soon something is to be done; the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Now: danger to life.
    Now,
    /// The same day.
    Today,
    /// Within days, two weeks at most.
    Soon,
    /// At the next visit.
    Plan,
    /// To know.
    Info,
    /// Not a thing to do: something is left out or offered.
    None,
}

impl Level {
    /// All levels, the most urgent first.
    pub const ALL: [Self; 6] = [
        Self::Now,
        Self::Today,
        Self::Soon,
        Self::Plan,
        Self::Info,
        Self::None,
    ];

    /// The name in rule files and texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Plan => "plan",
            Self::Info => "info",
            Self::None => "none",
        }
    }
}

/// A number that `guidance` works out of the record or takes from a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Share, 0-1, of the last 28 days that lie above the person's own line.
    DaysAboveLine,
    /// Separate spells above it in the last 182 days.
    SpellsAboveLine,
    /// Days since a dose was last raised or a medicine begun.
    DaysSinceDoseRaised,
    /// Days since a dose was last lowered or ended.
    DaysSinceDoseLowered,
    /// Days since a dose was written down as left out.
    DaysSinceDoseLeftOut,
    /// Days since one ended that must not end at once.
    DaysSinceRiskyStop,
    /// Days since an event that is kept under a neutral name: hard at home, violence.
    DaysSinceHardEvent,
    /// Rise of numbness that can be told apart, lower end of its interval, points of 100.
    NumbnessRise,
    /// Times that things felt less real after one and the same exercise.
    UnrealityRises,
    /// Most check-ins of one's own accord on one of the last seven days.
    CheckInsADay,
    /// Lasting rise since the record began, lower end, points of 100.
    LastingRise,
    /// Weeks of the last four with at least two entries of a strategy.
    StrategyWeeks,
    /// Change for the better that can be told apart, lower end, points of 100.
    Improvement,
}

impl Measure {
    /// All measures by the names that rule files use.
    pub const ALL: [(&'static str, Self); 13] = [
        ("days_above_line", Self::DaysAboveLine),
        ("spells_above_line", Self::SpellsAboveLine),
        ("days_since_dose_raised", Self::DaysSinceDoseRaised),
        ("days_since_dose_lowered", Self::DaysSinceDoseLowered),
        ("days_since_dose_left_out", Self::DaysSinceDoseLeftOut),
        ("days_since_risky_stop", Self::DaysSinceRiskyStop),
        ("days_since_hard_event", Self::DaysSinceHardEvent),
        ("numbness_rise", Self::NumbnessRise),
        ("unreality_rises", Self::UnrealityRises),
        ("check_ins_a_day", Self::CheckInsADay),
        ("lasting_rise", Self::LastingRise),
        ("strategy_weeks", Self::StrategyWeeks),
        ("improvement", Self::Improvement),
    ];
}

/// What a condition looks at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Answers to an item.
    Item(ItemId),
    /// A number worked out.
    Measure(Measure),
}

/// What a condition asks of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Test {
    /// The number is this.
    Is(f64),
    /// It is this or more.
    AtLeast(f64),
    /// It is less than this.
    Below(f64),
}

impl Test {
    /// Says whether a number passes.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::Is(at) => (value - at).abs() < 1e-9,
            Self::AtLeast(at) => value >= at,
            Self::Below(at) => value < at,
        }
    }

    /// The number it compares with.
    #[must_use]
    pub const fn threshold(self) -> f64 {
        match self {
            Self::Is(at) | Self::AtLeast(at) | Self::Below(at) => at,
        }
    }
}

/// Which way a condition points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Its being so makes advice more urgent or leaves it.
    Danger,
    /// Its being so makes advice less urgent or leaves it.
    Reassuring,
}

/// One named thing that can be so.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Its name; the reason's text is `reason-` and this with hyphens.
    pub id: String,
    /// What it looks at.
    pub subject: Subject,
    /// What it asks of it.
    pub test: Test,
    /// Unit of the threshold, in words.
    pub unit: String,
    /// Which way it points.
    pub sign: Sign,
    /// Days that an answer counts; `None` for a measure, which knows its own span.
    pub holds_days: Option<i32>,
    /// Date of the threshold.
    pub since: LocalDay,
    /// Source it leans on.
    pub reference: String,
}

/// What kind of work a source is. The words that introduce it follow from this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strength {
    /// Written by a body that weighs studies.
    Guideline,
    /// A reference book for doctors.
    Manual,
    /// One study, or a review of several.
    Study,
    /// Advice to the public from a health charity or service.
    Advice,
    /// Our own rule, put to clinicians for review.
    House,
}

impl Strength {
    /// All kinds with their names in files and texts.
    pub const ALL: [(&'static str, Self); 5] = [
        ("guideline", Self::Guideline),
        ("manual", Self::Manual),
        ("study", Self::Study),
        ("advice", Self::Advice),
        ("house", Self::House),
    ];

    /// The name in files and texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Guideline => "guideline",
            Self::Manual => "manual",
            Self::Study => "study",
            Self::Advice => "advice",
            Self::House => "house",
        }
    }
}

/// What a rule leans on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSource {
    /// Its name in rule files.
    pub id: String,
    /// What kind of work it is.
    pub strength: Strength,
    /// Who wrote what, for people.
    pub name: String,
    /// Year of the version used.
    pub year: String,
    /// Where to find it.
    pub address: String,
    /// When it was looked up.
    pub checked_on: LocalDay,
}

/// Something that a page shows, and that is hidden while a clause says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hides {
    /// All guided exercises.
    Exercises,
    /// Numbers, charts, answers.
    Statistics,
    /// What concerns food.
    Food,
    /// The answer about medicines.
    MedicineAnswer,
    /// Experiments on sleep or food.
    SleepFoodExperiments,
    /// The exercises after which things felt less real.
    RisingExercise,
    /// More than one check-in a week is not asked for.
    ManyCheckIns,
    /// The questions and the order of help lines that are made for grown-ups.
    ForGrownUps,
}

impl Hides {
    /// All of them with their names in rule files.
    pub const ALL: [(&'static str, Self); 8] = [
        ("exercises", Self::Exercises),
        ("statistics", Self::Statistics),
        ("food", Self::Food),
        ("medicine_answer", Self::MedicineAnswer),
        ("sleep_food_experiments", Self::SleepFoodExperiments),
        ("rising_exercise", Self::RisingExercise),
        ("many_check_ins", Self::ManyCheckIns),
        ("for_grown_ups", Self::ForGrownUps),
    ];
}

/// A page that an advice may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leads {
    /// Help now.
    Help,
    /// When to see a doctor.
    Doctor,
    /// The safety plan.
    Plan,
    /// Staying safe at home.
    SafePlace,
    /// The questions about safety.
    Safety,
    /// The weekly form.
    Weekly,
    /// How often to check in.
    Pace,
    /// The self-check.
    SelfCheck,
}

impl Leads {
    /// All of them with their names in rule files.
    pub const ALL: [(&'static str, Self); 8] = [
        ("help", Self::Help),
        ("doctor", Self::Doctor),
        ("plan", Self::Plan),
        ("safe-place", Self::SafePlace),
        ("safety", Self::Safety),
        ("weekly", Self::Weekly),
        ("pace", Self::Pace),
        ("self-check", Self::SelfCheck),
    ];
}

/// One level of a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// How soon.
    pub level: Level,
    /// When it holds.
    pub when: When,
    /// Texts `advice-<this>-title` and `advice-<this>-what`.
    pub text: String,
    /// Text `who-<this>`.
    pub who: String,
    /// Id of its source.
    pub source: String,
    /// Pages it leads to.
    pub links: Vec<Leads>,
    /// What is hidden while it speaks.
    pub hides: Vec<Hides>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// `R1` and so on.
    pub id: String,
    /// Version of its file.
    pub version: String,
    /// Its file, below `content/`.
    pub file: String,
    /// No reason is shown with it.
    pub is_discreet: bool,
    /// A page that asks directly where the record is too thin to tell.
    pub asks: Option<Leads>,
    /// The most urgent first; the first that holds speaks.
    pub clauses: Vec<Clause>,
}

/// All rules with what they are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleSet {
    /// What each file says about itself, by its name.
    pub headers: Vec<(String, Header)>,
    /// The vocabulary.
    pub conditions: Vec<Condition>,
    /// The sources.
    pub sources: Vec<RuleSource>,
    /// The rules, in the order of their numbers.
    pub rules: Vec<Rule>,
}

impl RuleSet {
    /// One source by its id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&RuleSource> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// One rule by its id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Ids of all texts that the rules show, in order, each once.
    #[must_use]
    pub fn text_ids(&self) -> Vec<String> {
        let mut ids = Vec::new();
        for clause in self.rules.iter().flat_map(|rule| &rule.clauses) {
            ids.push(format!("advice-{}-title", clause.text));
            ids.push(format!("advice-{}-what", clause.text));
            ids.push(format!("who-{}", clause.who));
            ids.push(format!("when-{}", clause.level.name()));
            for (idx, is_behind_not) in clause.when.conditions() {
                let condition = self.conditions.get(idx).filter(|_| !is_behind_not);
                ids.extend(condition.map(|c| format!("reason-{}", c.slug())));
            }
        }
        for source in &self.sources {
            ids.push(format!("source-{}", source.strength.name()));
        }
        ids.sort();
        ids.dedup();
        ids
    }
}

impl Condition {
    /// Its name as texts have it: `reason-<this>` gives it as a reason.
    #[must_use]
    pub fn slug(&self) -> String {
        self.id.replace('_', "-")
    }
}

/// The built-in file of that name, or all of them together.
pub(crate) fn file_name(name: &str) -> &'static str {
    let found = FILES.iter().find(|(known, _)| *known == name);
    found.map_or("rules", |(known, _)| known)
}

/// Gives the rules.
///
/// # Errors
/// [`ContentError`] naming file and line when a built-in file is wrong, which a test rules out.
pub fn rules() -> Result<&'static RuleSet, ContentError> {
    static SET: PerLanguage<Result<RuleSet, ContentError>> = PerLanguage::new();
    SET.get(|| read_all_spoken("rules/", FILES, read_rules))
        .as_ref()
        .map_err(Clone::clone)
}
