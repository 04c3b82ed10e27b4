//! Words by name, from content. Refuses words of its own.

use content::{TextArg, Texts};

/// The words with this name; the name in brackets where there are none.
#[must_use]
pub fn text(id: &str) -> String {
    Texts::english().get(id)
}

/// The words with this name, with values put in.
#[must_use]
pub fn text_with(id: &str, values: &[(&str, TextArg<'_>)]) -> String {
    Texts::english().format(id, values)
}

/// A level or size in whole points.
pub fn points(value: f64) -> String {
    // Adding zero turns -0 into 0; a real minus sign reads better than a hyphen.
    format!("{:.0}", value.round() + 0.0).replace('-', "\u{2212}")
}
