//! Lays out the page for a doctor, and gives the bytes of a PDF.
//!
//! Refuses files, clocks and new numbers: words and numbers come ready, in the order in which they
//! are to be read. The same sheet gives the same bytes. A PDF is tagged (PDF/UA-1): a screen reader
//! meets headings, lines, pictures with their sentence, and tables with their heads.
#![warn(missing_docs)]

mod draw;
mod flow;
mod font;
mod picture;
mod sheet;
mod tags;

pub use draw::pdf;
pub use sheet::{Block, Paper, ReportError, Section, Sheet, Table};
