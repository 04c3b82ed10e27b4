//! One thing that is known: a moment, a source and a body.

use crate::{
    Activity, Contact, Event, FactKey, Flicker, MedicationAdministration, MedicationStatement,
    Moment, Note, Occasion, PlannedDose, Practice, QuestionnaireResponse, Sheet, SleepNight,
    Source,
};

/// What a fact says.
#[derive(Debug, Clone, PartialEq)]
pub enum FactBody {
    /// A moment of the series, answered or missed.
    Occasion(Occasion),
    /// A moment in which a feeling came through.
    Flicker(Flicker),
    /// Something that happened.
    Event(Event),
    /// A night.
    SleepNight(SleepNight),
    /// Movement.
    Activity(Activity),
    /// A dose step.
    MedicationStatement(MedicationStatement),
    /// A dose taken or left out.
    MedicationAdministration(MedicationAdministration),
    /// A strategy that was done.
    Practice(Practice),
    /// Own words.
    Note(Note),
    /// Time with somebody.
    Contact(Contact),
    /// A step of a prescriber's plan.
    PlannedDose(PlannedDose),
    /// A sheet that was filled in.
    Sheet(Sheet),
    /// A questionnaire that was filled in, whole or so far.
    QuestionnaireResponse(QuestionnaireResponse),
}

/// The kinds of facts, in the order of [`FactBody`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// See [`FactBody::Occasion`].
    Occasion,
    /// See [`FactBody::Flicker`].
    Flicker,
    /// See [`FactBody::Event`].
    Event,
    /// See [`FactBody::SleepNight`].
    SleepNight,
    /// See [`FactBody::Activity`].
    Activity,
    /// See [`FactBody::MedicationStatement`].
    MedicationStatement,
    /// See [`FactBody::MedicationAdministration`].
    MedicationAdministration,
    /// See [`FactBody::Practice`].
    Practice,
    /// See [`FactBody::Note`].
    Note,
    /// See [`FactBody::Contact`].
    Contact,
    /// See [`FactBody::PlannedDose`].
    PlannedDose,
    /// See [`FactBody::Sheet`].
    Sheet,
    /// See [`FactBody::QuestionnaireResponse`].
    QuestionnaireResponse,
}

impl FactBody {
    /// Which kind this is.
    #[must_use]
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Occasion(_) => FactKind::Occasion,
            Self::Flicker(_) => FactKind::Flicker,
            Self::Event(_) => FactKind::Event,
            Self::SleepNight(_) => FactKind::SleepNight,
            Self::Activity(_) => FactKind::Activity,
            Self::MedicationStatement(_) => FactKind::MedicationStatement,
            Self::MedicationAdministration(_) => FactKind::MedicationAdministration,
            Self::Practice(_) => FactKind::Practice,
            Self::Note(_) => FactKind::Note,
            Self::Contact(_) => FactKind::Contact,
            Self::PlannedDose(_) => FactKind::PlannedDose,
            Self::Sheet(_) => FactKind::Sheet,
            Self::QuestionnaireResponse(_) => FactKind::QuestionnaireResponse,
        }
    }
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Tells it from every other fact.
    pub key: FactKey,
    /// When it was so. For a dose step: noon of its first day.
    pub moment: Moment,
    /// When it was written down, which may be later.
    pub recorded_at: Moment,
    /// Where it came from.
    pub source: Source,
    /// What it says.
    pub body: FactBody,
}

impl Fact {
    /// Whether it only says that a prompt was not answered, or would have come.
    #[must_use]
    pub const fn is_unanswered(&self) -> bool {
        matches!(&self.body, FactBody::Occasion(occasion) if occasion.assessment().is_none())
    }
}
