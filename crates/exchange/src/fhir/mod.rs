//! Records as FHIR R4, and back. Refuses conditions and risk assessments: what a person told of
//! themselves is an observation, and no code stands for an illness.
//!
//! Every fact has a resource with the fields that other programs read. The record itself travels in the
//! same bundle as a file of its own, so that a bundle of ours comes back as the same record. A bundle
//! of another program gives what it holds in ways that we know, with a line for everything else.

mod document;
mod others;
mod published;
mod read;
mod resource;
pub(crate) mod when;
mod write;

pub use document::{Document, DocumentBlock, DocumentSection, write_document};
pub use published::{Published, PublishedAnswer, PublishedForm, PublishedItem, publish};
pub use read::{FhirError, read_bundle};
pub use write::{FhirExport, write_bundle, write_whole_bundle};

use record::Form;
use sha2::{Digest, Sha256};

/// One of our own names, such as `CodeSystem/item`: a UUID made from the words, which nobody else can
/// have and nobody has to own. Decision 0034 says why it is no address.
pub(crate) fn ours(path: &str) -> String {
    let digest = Sha256::digest(format!("thawline fhir {path}").as_bytes());
    format!("urn:uuid:{}", resource::uuid(&digest))
}

/// The name of a form in our addresses and files.
pub(crate) const fn form_name(form: Form) -> &'static str {
    match form {
        Form::CheckIn => "checkin",
        Form::Morning => "morning",
        Form::Evening => "evening",
        Form::Weekly => "weekly",
        Form::SelfCheck => "selfcheck",
        Form::Safety => "safety",
        Form::ToldByOther => "toldbyother",
    }
}
