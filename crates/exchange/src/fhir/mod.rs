//! Records as FHIR R4, and back. Refuses conditions and risk assessments: what a person told of
//! themselves is an observation, and no code stands for an illness.
//!
//! Every fact has a resource with the fields that other programs read, and carries the fact itself
//! in an extension, so that a bundle of ours comes back as the same record. A bundle of another
//! program gives what it holds in ways that we know, with a line for everything else.

mod read;
mod resource;
mod when;
mod write;

pub use read::{FhirError, read_bundle};
pub use write::{FhirExport, write_bundle, write_whole_bundle};

/// Where our names live.
pub(crate) const BASE: &str = "https://thawline.example/fhir";

/// One of our own names.
pub(crate) fn ours(path: &str) -> String {
    format!("{BASE}/{path}")
}
