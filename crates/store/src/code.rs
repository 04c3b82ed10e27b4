//! The words that stand for enums in the database. Refuses words it does not know.
//!
//! A word that was once written is never given another meaning: files outlive programs.

use record::{
    FactKind, FlickerStrength, Form, InputDevice, Intensity, Polarity, Role, SamplingPlan, Window,
};

/// An enum that is kept as a word.
pub(crate) trait Code: Copy + PartialEq + Sized + 'static {
    /// Every value with its word.
    const WORDS: &'static [(Self, &'static str)];

    /// The word of a value.
    fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(value, _)| *value == self);
        found.map_or("", |(_, word)| word)
    }

    /// The value of a word.
    fn from_word(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(_, known)| *known == word);
        found.map(|(value, _)| *value)
    }
}

impl Code for FactKind {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Occasion, "occasion"),
        (Self::Flicker, "flicker"),
        (Self::Event, "event"),
        (Self::SleepNight, "sleep_night"),
        (Self::Activity, "activity"),
        (Self::MedicationStatement, "medication_statement"),
        (Self::MedicationAdministration, "medication_administration"),
        (Self::Practice, "practice"),
        (Self::Note, "note"),
        (Self::Contact, "contact"),
        (Self::PlannedDose, "planned_dose"),
        (Self::Sheet, "sheet"),
        (Self::QuestionnaireResponse, "questionnaire_response"),
    ];
}

impl Code for SamplingPlan {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Signal, "signal"),
        (Self::Interval, "interval"),
        (Self::Voluntary, "voluntary"),
        (Self::Recall, "recall"),
    ];
}

impl Code for Form {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::CheckIn, "check_in"),
        (Self::Morning, "morning"),
        (Self::Evening, "evening"),
        (Self::Weekly, "weekly"),
        (Self::SelfCheck, "self_check"),
        (Self::Safety, "safety"),
        (Self::ToldByOther, "told_by_other"),
    ];
}

impl Code for InputDevice {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Keyboard, "keyboard"),
        (Self::Pointer, "pointer"),
        (Self::Terminal, "terminal"),
        (Self::File, "file"),
        (Self::Unknown, "unknown"),
    ];
}

impl Code for FlickerStrength {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Trace, "trace"), (Self::Clear, "clear")];
}

impl Code for Intensity {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Light, "light"),
        (Self::Moderate, "moderate"),
        (Self::Vigorous, "vigorous"),
    ];
}

impl Code for Role {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Outcome(Polarity::HigherIsMoreFeeling), "more_feeling"),
        (Self::Outcome(Polarity::HigherIsMoreNumb), "more_numb"),
        (Self::Candidate, "candidate"),
        (Self::Context, "context"),
    ];
}

impl Code for Window {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Momentary, "momentary"),
        (Self::Daily, "daily"),
        (Self::SinceLast, "since_last"),
    ];
}
