//! Loads and checks the texts and items that people read.
//!
//! This room refuses deciding: it says what an item is called and how it is worded, never whether
//! to ask it. All files are part of the program; nothing is read from disk.
//!
//! Files: `content/items/*.toml`, `content/events.toml`, `content/cards/*.toml`,
//! `content/strategies/*.toml`, `content/sheets.toml`, `content/course.toml`, `content/crisis/*.toml`,
//! `content/rules/*.toml`, `content/medicines/*.toml`, `content/instruments/*.toml`, `content/wording.toml`, `content/troubles.toml`, `content/locales/en/*.ftl`;
//! the same in other languages, only what people read, in `content/locales/*/`.
#![warn(missing_docs)]

mod card;
mod check;
mod complete;
mod course;
mod crisis;
mod error;
mod events;
mod form_set;
mod header;
mod instrument;
mod item_set;
mod language;
mod medicine;
mod overlay;
mod page;
mod pseudo;
mod readability;
pub mod rules;
mod sheet;
mod strategy;
mod texts;
mod trouble;
mod wording;

pub use card::{CARD_WORDS_MAX, Card, CardSource, cards, parse_cards};
pub use check::check_all;
pub use complete::{check_language, complete_languages};
pub use course::{Course, Unit, course, parse_course};
pub use crisis::{
    ALWAYS, By, Country, Emergency, HelpLine, Proof, REVIEW_AFTER_DAYS, Reaches, Source,
    SourceKind, Who, countries, parse_country, sources,
};
pub use error::ContentError;
pub use events::{EventWord, EventWords, events};
pub use form_set::{AnswerKind, AskedIf, EveningStrategy, FormItem, FormPage, FormSet, form};
pub use header::Header;
pub use instrument::{
    Candidate, Clue, Described, Instrument, InstrumentSource, ScaleWords, instrument, instruments,
    parse_instruments, recognise, speaks_of_self_harm,
};
pub use item_set::{Asked, CheckInItem, CheckInSet, FlickerWord, Tone, check_in};
pub use language::{Language, Speaking, speak, speak_on, spoken};
pub use medicine::{MedicineClass, MedicineClasses, medicine_classes, parse_medicine_classes};
pub use readability::{
    ReadingCounts, ReadingGrade, n_syllables, n_syllables_german, n_syllables_spanish, perspicuity,
    reading_grade, vienna_grade,
};
pub use sheet::{FieldKind, SheetField, SheetForm, Sheets, parse_sheets, sheets};
pub use strategy::{Gate, Grade, Group, SessionStep, Strategy, parse_strategies, strategies};
pub use texts::{TextArg, Texts};
pub use trouble::{Troubles, said, troubles};
pub use wording::{DeniedWord, Strength, Wording, wording};
