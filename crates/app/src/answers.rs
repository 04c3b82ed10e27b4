//! Answers: sentences, numbers and JSON, all from the same findings.

use std::sync::Arc;

use content::rules::Hides;
use finding::being_asked::BeingAsked;
use finding::course::Course;
use finding::flickers::Flickers;
use finding::medication_change::MedicationChange;
use finding::now::Now;
use finding::pattern_change::PatternChange;
use finding::strategy_effect::StrategyEffect;
use finding::triggers::Triggers;
use finding::{Answer, Look, Looks};
use guidance::Guidance;
use series::Series;

use crate::{AdviceListView, App, NothingNewView, Pictures, SuspectsView, Trouble};

pub(crate) mod beside;
mod by_lot;
mod cards;
mod document;
mod dose_drawer;
pub(crate) mod drawer;
mod effects;
mod elsewhere;
pub(crate) mod history;
mod lot_drawer;
pub(crate) mod over_days;
pub(crate) mod paper;
mod parts;
mod said;
pub(crate) mod sentences;
mod told;

pub use drawer::{DrawerView, PictureView};
pub(crate) use drawer::{NARROW, WIDE};
pub use elsewhere::ElsewhereView;
pub use said::SaidView;
pub use told::ToldView;

pub(crate) use beside::candidate as candidate_name;
pub(crate) use by_lot::{asked_lines, tried as tried_line, tried_could_line};
pub(crate) use sentences::{stands_in, withheld as withheld_lines};

/// Seeds the draws behind every answer: the same record has the same answer.
pub(crate) const SEED: u64 = 20_260_101;

/// Answers, one card a question.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswersView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What to do next, the most urgent first.
    pub advice: AdviceListView,
    /// Comes before the cards where nothing is new since they were last looked at.
    pub nothing_new: Option<NothingNewView>,
    /// The cards.
    pub cards: Vec<CardView>,
    /// How to read the pictures of effects; `None` where there is none.
    pub effects_line: Option<String>,
    /// What the answers rest on and when they are looked at next.
    pub record_line: String,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct CardView {
    /// Id of its heading on the page.
    pub id: String,
    /// The question.
    pub question: String,
    /// There is no answer yet, and `lines` say what it needs.
    pub is_withheld: bool,
    /// The answer, the plainest sentence first.
    pub lines: Vec<String>,
    /// How sure it is.
    pub sure: String,
    /// Its effects with their intervals, as SVG; empty where it has none.
    pub effect: String,
    /// Numbers of the working, in words.
    pub numbers: Vec<(String, String)>,
    /// What a reader should know about the data.
    pub notes: Vec<String>,
    /// What this cannot tell.
    pub cannot_tell: String,
    /// What is suspected, where the question takes suspects.
    pub suspects: Option<SuspectsView>,
    /// What the programs that files came from would say, where the question is theirs too.
    pub elsewhere: Vec<ElsewhereView>,
    /// What was said before, and whether it still holds.
    pub said: Vec<SaidView>,
    /// How this was found.
    pub drawer: DrawerView,
}

/// What was found, and from what.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub now: Arc<Answer<Now>>,
    pub course: Arc<Answer<Course>>,
    pub triggers: Arc<Answer<Triggers>>,
    pub flickers: Arc<Answer<Flickers>>,
    pub medication_change: Arc<Answer<MedicationChange>>,
    pub strategy_effect: Arc<Answer<StrategyEffect>>,
    pub pattern_change: Arc<Answer<PatternChange>>,
    pub being_asked: Arc<Answer<BeingAsked>>,
    pub series: Option<Arc<Series>>,
}

impl Found {
    /// Whether there is no answer to a question yet.
    fn withholds(&self, name: &str) -> bool {
        use finding::Question;
        let has = [
            (Question::Now, self.now.finding().is_some()),
            (Question::Course, self.course.finding().is_some()),
            (Question::Triggers, self.triggers.finding().is_some()),
            (Question::Flickers, self.flickers.finding().is_some()),
            (
                Question::MedicationChange,
                self.medication_change.finding().is_some(),
            ),
            (
                Question::StrategyEffect,
                self.strategy_effect.finding().is_some(),
            ),
            (
                Question::PatternChange,
                self.pattern_change.finding().is_some(),
            ),
            (Question::BeingAsked, self.being_asked.finding().is_some()),
        ];
        (has.iter()).any(|(question, is_there)| question.name() == name && !is_there)
    }
}

/// Changes of level that are claimed.
pub(crate) fn changes(course: &Answer<Course>) -> Vec<finding::course::Change> {
    let finding = course.finding();
    finding
        .map(|course| course.changes.clone())
        .unwrap_or_default()
}

/// Answers that rest on the last look, and change with it; what `course` rests on comes first.
#[derive(Debug, Clone)]
pub(crate) struct AtLook {
    pub triggers: Arc<Answer<Triggers>>,
    pub flickers: Arc<Answer<Flickers>>,
    pub medication_change: Arc<Answer<MedicationChange>>,
}

impl AtLook {
    pub(crate) fn find(series: Option<&Series>) -> Self {
        Self {
            triggers: Arc::new(finding::triggers::answer(series, SEED)),
            flickers: Arc::new(finding::flickers::answer(series, SEED)),
            medication_change: Arc::new(finding::medication_change::answer(series)),
        }
    }
}

/// Answers that may change with every new day of the record.
#[derive(Debug, Clone)]
pub(crate) struct ByDay {
    pub strategy_effect: Arc<Answer<StrategyEffect>>,
    pub pattern_change: Arc<Answer<PatternChange>>,
    pub being_asked: Arc<Answer<BeingAsked>>,
}

impl ByDay {
    pub(crate) fn find(series: Option<&Series>) -> Self {
        Self {
            strategy_effect: Arc::new(finding::strategy_effect::answer(series)),
            pattern_change: Arc::new(finding::pattern_change::answer(series, SEED)),
            being_asked: Arc::new(finding::being_asked::answer(series)),
        }
    }
}

impl Found {
    /// The last look that the record has had.
    fn look(&self) -> Option<Look> {
        look_of(self.series.as_deref()?)
    }
}

/// What the answer to 'what is it doing' depends on.
#[derive(Debug, Clone)]
pub(crate) struct CourseKey {
    look_day: Option<u32>,
    threshold: Option<f64>,
    seen: Option<Arc<Series>>,
}

impl PartialEq for CourseKey {
    fn eq(&self, other: &Self) -> bool {
        let is_same_seen = match (&self.seen, &other.seen) {
            // Ten years take a while to compare with themselves.
            (Some(one), Some(two)) => Arc::ptr_eq(one, two) || one == two,
            (None, None) => true,
            _ => false,
        };
        self.look_day == other.look_day && self.threshold == other.threshold && is_same_seen
    }
}

impl CourseKey {
    pub(crate) fn new(series: Option<&Series>, threshold: Option<f64>) -> Self {
        let look = series.and_then(look_of);
        let seen = series.zip(look).and_then(|(series, look)| {
            let days = i32::try_from(look.day).unwrap_or(i32::MAX) - 1;
            series.up_to(series.numbness.first_day.plus_days(days))
        });
        Self {
            look_day: look.map(|look| look.day),
            threshold,
            seen: seen.map(Arc::new),
        }
    }

    /// The same for another line of the person's own.
    pub(crate) fn with_line(&self, threshold: Option<f64>) -> Self {
        Self {
            threshold,
            ..self.clone()
        }
    }

    /// What the answers of the last look are asked of: the record as it stood at that look. Days
    /// after it are in no number, so it does not matter when the answer was found.
    pub(crate) fn asked_of<'a>(&'a self, whole: Option<&'a Series>) -> Option<&'a Series> {
        let is_same_look = |seen: &&Series| {
            let now = whole.and_then(look_of).map(|look| look.day);
            look_of(seen).map(|look| look.day) == now
        };
        self.seen.as_deref().filter(is_same_look).or(whole)
    }

    /// The same for answers that the person's own line does not matter to.
    pub(crate) fn without_line(&self) -> Self {
        self.with_line(None)
    }
}

/// The last look that a series has had.
fn look_of(series: &Series) -> Option<Look> {
    Looks::of(&series.numbness)
}

/// Asks what the numbness does.
pub(crate) fn course(series: Option<&Series>, threshold: Option<f64>) -> Answer<Course> {
    finding::course::answer(series, threshold, SEED)
}

/// Asks every question of one series.
pub(crate) fn find_all(
    series: Option<Series>,
    threshold: Option<f64>,
    today: record::LocalDay,
) -> Found {
    let series = series.map(Arc::new);
    let numbness = series.as_ref().map(|series| &series.numbness);
    let AtLook {
        triggers,
        flickers,
        medication_change,
    } = AtLook::find(series.as_deref());
    let ByDay {
        strategy_effect,
        pattern_change,
        being_asked,
    } = ByDay::find(series.as_deref());
    Found {
        now: Arc::new(finding::now::answer(numbness, today)),
        course: Arc::new(course(series.as_deref(), threshold)),
        triggers,
        flickers,
        medication_change,
        strategy_effect,
        pattern_change,
        being_asked,
        series,
    }
}

impl App {
    /// All answers.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn answers(&mut self) -> Result<AnswersView, Trouble> {
        let found = self.found()?;
        let history = self.history(&found)?;
        let suspects = self.suspects()?;
        let elsewhere = elsewhere::views(&self.elsewhere(&found)?);
        let triggers = finding::Question::Triggers.name();
        let look_day = found.look_day();
        let level = self.known()?.level();
        let guidance = self.guidance_with(&found)?;
        let effects = effects::pictures(&found, |name| !is_left_out(name, &guidance));
        let effect = |name: &str| effects.iter().find(|(question, _)| *question == name);
        let card = |(name, card): (&str, CardView)| CardView {
            is_withheld: found.withholds(name),
            effect: effect(name).map(|(_, svg)| svg.clone()).unwrap_or_default(),
            suspects: (name == triggers).then(|| suspects.clone()),
            elsewhere: if name == triggers {
                elsewhere.clone()
            } else {
                Vec::new()
            },
            said: said::views(&history, name, look_day),
            drawer: drawer::of(&found, name, level.finding()),
            ..card
        };
        let advice = self.advice_list(&guidance)?;
        let shown = all_cards(&found).into_iter();
        let shown =
            shown.filter(|(name, _)| advice.hidden.is_none() && !is_left_out(name, &guidance));
        Ok(AnswersView {
            is_example: self.is_example,
            nothing_new: self.looks_at(Pictures::Answers)?,
            effects_line: (!effects.is_empty() && advice.hidden.is_none())
                .then(|| crate::text("effects-line")),
            cards: shown.map(card).collect(),
            advice,
            record_line: sentences::record_line(&found),
        })
    }

    /// All answers, or those to one question, as the JSON document that other programs read.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked, or there is no such question.
    pub fn answers_json(&mut self, question: Option<&str>) -> Result<String, Trouble> {
        let _english = crate::language::for_programs();
        document::check_question(question)?;
        let found = self.found()?;
        let history = self.history(&found)?;
        let guidance = self.guidance_with(&found)?;
        let medicine = finding::Question::MedicationChange;
        let scores = crate::scores::fillings_json(&self.known()?.record)?;
        let asked = document::Asked {
            id: "own",
            question,
            not_for_them: is_left_out(medicine.name(), &guidance).then_some(medicine),
            scores: question.is_none().then_some(scores.as_slice()),
        };
        let elsewhere = self.elsewhere(&found)?;
        document::of(&found, &history, (asked, &elsewhere))
    }

    /// All answers, or those to one question, as lines for a terminal.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked, or there is no such question.
    pub fn answers_text(&mut self, question: Option<&str>) -> Result<String, Trouble> {
        document::check_question(question)?;
        let found = self.found()?;
        let history = self.history(&found)?;
        let guidance = self.guidance_with(&found)?;
        let advice = self.advice_list(&guidance)?;
        let mut lines = advice.text_lines();
        // A terminal has no button to go on: what was asked for is shown below the advice.
        let is_asked = |name: &str| {
            question.is_none_or(|asked| asked == name) && !is_left_out(name, &guidance)
        };
        lines.push(as_text(&found, &history, is_asked));
        if is_asked(finding::Question::Triggers.name()) {
            let elsewhere = elsewhere::lines(&self.elsewhere(&found)?);
            if !elsewhere.is_empty() {
                lines.push(String::new());
            }
            lines.extend(elsewhere);
        }
        Ok(lines.join("\n"))
    }
}

/// Whether a card is not for this person.
fn is_left_out(name: &str, guidance: &Guidance) -> bool {
    name == finding::Question::MedicationChange.name() && guidance.hides(Hides::MedicineAnswer)
}

/// One card a question, with the name of the question.
fn all_cards(found: &Found) -> Vec<(&'static str, CardView)> {
    use finding::Question;
    vec![
        (Question::Now.name(), cards::now(found)),
        (Question::Course.name(), cards::course(found)),
        (Question::Triggers.name(), beside::triggers(found)),
        (Question::Flickers.name(), beside::flickers(found)),
        (
            Question::MedicationChange.name(),
            beside::medication_change(found),
        ),
        (
            Question::StrategyEffect.name(),
            by_lot::strategy_effect(found),
        ),
        (
            Question::PatternChange.name(),
            beside::pattern_change(found),
        ),
        (Question::BeingAsked.name(), by_lot::being_asked(found)),
    ]
}

/// Answers to the questions that are asked, as lines for a terminal.
pub(crate) fn as_text(
    found: &Found,
    history: &[history::Entry],
    is_asked: impl Fn(&str) -> bool,
) -> String {
    let mut lines = Vec::new();
    for (name, card) in all_cards(found) {
        if !is_asked(name) {
            continue;
        }
        lines.push(card.question);
        lines.extend(card.lines.iter().map(|line| format!("  {line}")));
        if !card.sure.is_empty() {
            lines.push(format!("  {}", card.sure));
        }
        let said = said::views(history, name, found.look_day());
        lines.extend(said.iter().map(|said| format!("  {}", said.line)));
        lines.push(String::new());
    }
    lines.push(sentences::record_line(found));
    lines.join("\n")
}

/// Answers as one JSON document.
pub(crate) fn as_json(
    found: &Found,
    history: &[history::Entry],
    id: &str,
) -> Result<String, Trouble> {
    let asked = document::Asked {
        id,
        question: None,
        not_for_them: None,
        scores: None,
    };
    document::of(found, history, (asked, &Vec::new()))
}

/// What a test stand needs of a record: its series and the person's own line.
pub type SeriesAndLine = (Option<Arc<Series>>, Option<f64>);

impl App {
    /// The series that answers rest on, and the person's own line.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn series(&mut self) -> Result<SeriesAndLine, Trouble> {
        let known = self.known()?;
        Ok((known.whole(), known.record.profile.threshold()))
    }
}
