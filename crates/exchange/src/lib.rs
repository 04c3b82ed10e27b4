//! Translates records to and from other people's formats.
//!
//! This room refuses guessing: a unit, a code or a zone that nobody named is an error, never a
//! default. It opens no files: it takes bytes or readers and gives values.
//!
//! A table of any study becomes facts through a map that says what its columns mean: see [`Map`],
//! [`parse_table`] and [`parse_table_by`]. Our own format is [`write_record`] and [`read_record`].
#![warn(missing_docs)]

mod apps;
mod base64;
mod batch;
mod calendar;
mod fhir;
mod format;
mod ledger;
mod map;
mod native;
mod open_esm;
mod open_mhealth;
mod propose;
mod questionnaire;
mod table;
mod tables;

use batch::BATCH_FACTS;

pub use apps::{
    AppFile, AppFileError, AppReading, ExistClaim, ExistClaims, Meaning, Setting, Words, digest_of,
    exist_claims, read_app_file, recognise,
};
pub use batch::Batch;
pub use calendar::{CalendarWords, write_calendar};
pub use fhir::{
    Document, DocumentBlock, DocumentSection, FhirError, FhirExport, Published, PublishedAnswer,
    PublishedForm, PublishedItem, publish, read_bundle, write_bundle, write_document,
    write_whole_bundle,
};
pub use format::{Format, detect};
pub use ledger::{Ledger, Parsed, REJECTIONS_MAX, Rejection, Warning, WarningKind};
pub use map::{
    Burst, CandidateColumn, DoseColumn, EventColumn, Map, MapError, OutcomeColumn, TimePlan,
};
pub use native::{
    Along, DOCTOR_QUESTIONS_CHARS_MAX, RecordFileError, SCHEMA, read_record, write_record,
    write_record_along, write_record_with_schedule, write_whole_record, write_whole_record_along,
    write_whole_record_with,
};
pub use open_esm::write_open_esm_about;
pub use open_mhealth::{DataPointError, DataPoints, read_open_mhealth, write_open_mhealth};
pub use propose::{
    ChoiceError, ColumnUse, Holds, SeenColumn, TableChoices, TableLook, look_at_table, propose_map,
};
pub use questionnaire::{
    QUESTIONNAIRE_BYTES_MAX, QuestionnaireFile, QuestionnaireFileError, read_questionnaire,
    recognise_questionnaire,
};
pub use table::{Order, TableError, TableReading, parse_table, parse_table_by};
pub use tables::{write_csv, write_open_esm, write_open_esm_with_tabs};
