//! Which days are looked at, and what is set beside them, as it comes from the page.

use serde::Deserialize;

/// Which stretch of time to look at.
#[derive(Deserialize)]
pub struct Look {
    /// `week`, `month`, `year`, `all`; empty: as before.
    #[serde(default)]
    pub range: String,
    /// A day in it; empty: as before.
    #[serde(default)]
    pub at: String,
    /// A day in the stretch to set beside it; empty: none. Where it is not sent, the other two are meant.
    #[serde(default)]
    pub beside: Option<String>,
    /// First and last day, in the place of a range.
    #[serde(default)]
    pub from: Option<String>,
    #[serde(default)]
    pub to: String,
    /// First and last day of two stretches to set beside each other.
    #[serde(default)]
    pub one_from: Option<String>,
    #[serde(default)]
    pub one_to: String,
    #[serde(default)]
    pub other_from: String,
    #[serde(default)]
    pub other_to: String,
}
