//! What stands on the paper, in the order of reading. Refuses places and sizes: those are found.

use ::picture::TimePicture;

/// Says why there is no page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The writer of PDF files refused the page.
    #[error("the page could not be written as a PDF: {0}")]
    Pdf(String),
    /// A size is not one that paper has.
    #[error("the paper has no such size")]
    Size,
    /// A font of ours cannot be read.
    #[error("the letters of the page cannot be read")]
    Font,
}

/// The size of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 by 297 millimeters.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

impl Paper {
    /// Width and height in points.
    #[must_use]
    pub const fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::UsLetter => (612.0, 792.0),
        }
    }
}

/// A table with a head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Heads of its columns.
    pub columns: Vec<String>,
    /// Its rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// One thing in a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A sentence or a few.
    Line(String),
    /// The picture of time; its description is read in its place. Words that explain its marks
    /// stand below it.
    Picture(Box<TimePicture>, String),
    /// A table.
    Table(Table),
}

/// A heading with what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// A short name, the same on every page; it is not shown.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Everything that is to be put on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Size of the paper.
    pub paper: Paper,
    /// Language of the words, such as `en`.
    pub language: String,
    /// Title on the paper.
    pub title: String,
    /// Title of the file, which lists of files and windows show: it tells nothing of a person.
    pub file_title: String,
    /// Lines below the title.
    pub lead: Vec<String>,
    /// The first page. What does not fit in the smallest letters is left out from its longest
    /// section, with [`Self::shortened`] in its place.
    pub front: Vec<Section>,
    /// Further pages, as many as they take; often none.
    pub more: Vec<Section>,
    /// Said where lines were left out.
    pub shortened: String,
    /// Stands at the foot of every page.
    pub foot: String,
}
