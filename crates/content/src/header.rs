//! What every content file says about itself. Refuses files that leave a line of it out.

use record::LocalDay;
use serde::Deserialize;

use crate::ContentError;

/// What a content file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Version of the file; rises with every change that people can see.
    pub version: String,
    /// How far it is tested, in words for people.
    pub status: String,
    /// Where it comes from.
    pub source: String,
    /// Under which licence it may be used.
    pub licence: String,
    /// Who reviewed it; `None` when nobody has.
    pub reviewed_by: Option<String>,
    /// When they did; `None` when nobody has.
    pub reviewed_on: Option<LocalDay>,
    /// The day by which it has to be reviewed again.
    pub review_by: LocalDay,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeaderFile {
    version: String,
    status: String,
    source: String,
    licence: String,
    reviewed_by: String,
    reviewed_on: String,
    review_by: String,
}

impl Header {
    pub(crate) fn from_file(file: &'static str, header: HeaderFile) -> Result<Self, ContentError> {
        let day = |text: &str, key: &str| {
            LocalDay::parse(text).map_err(|error| ContentError::Entry {
                file,
                id: format!("header.{key}"),
                why: error.to_string(),
            })
        };
        let reviewed_by = Some(header.reviewed_by).filter(|who| who != "nobody yet");
        let reviewed_on = match (header.reviewed_on.as_str(), &reviewed_by) {
            ("not yet", None) => None,
            (text, Some(_)) => Some(day(text, "reviewed_on")?),
            (_, None) => {
                return Err(ContentError::Entry {
                    file,
                    id: "header.reviewed_on".to_owned(),
                    why: "a date of review without a reviewer".to_owned(),
                });
            }
        };
        Ok(Self {
            version: header.version,
            status: header.status,
            source: header.source,
            licence: header.licence,
            reviewed_by,
            reviewed_on,
            review_by: day(&header.review_by, "review_by")?,
        })
    }

    /// Says whether the day of review has passed on `today`.
    #[must_use]
    pub fn is_overdue(&self, today: LocalDay) -> bool {
        today > self.review_by
    }
}
