//! Our own record file: everything that a record holds, in one JSON document. Refuses files of
//! versions that it does not know. Described in `docs/formats/record.md`.

mod along;
mod experiment;
mod limits;
mod plan;
mod questionnaire;
mod read;
mod said;
mod schedule;
mod sheet;
mod wire;
mod write;

pub use along::Along;
pub use limits::DOCTOR_QUESTIONS_CHARS_MAX;
pub use read::{RecordFileError, read_record};
pub use write::{
    write_record, write_record_along, write_record_with_schedule, write_whole_record,
    write_whole_record_along, write_whole_record_with,
};

/// Name and version of the format.
pub const SCHEMA: &str = "thawline.record/1";
