//! Words by name, from content, in the language that is spoken, and how numbers are written in it. Refuses
//! words of its own.

use content::{TextArg, Texts};

/// The words with this name; the name in brackets where there are none.
#[must_use]
pub fn text(id: &str) -> String {
    Texts::spoken().get(id)
}

/// The words with this name, with values put in.
#[must_use]
pub fn text_with(id: &str, values: &[(&str, TextArg<'_>)]) -> String {
    Texts::spoken().format(id, values)
}

/// A level or size in whole points.
pub fn points(value: f64) -> String {
    // Adding zero turns -0 into 0; a real minus sign reads better than a hyphen.
    format!("{:.0}", value.round() + 0.0).replace('-', "\u{2212}")
}

/// A number with so many decimals, as the language that is spoken writes it.
pub fn decimal(value: f64, places: usize) -> String {
    let written = format!("{:.places$}", value + 0.0).replace('-', "\u{2212}");
    match content::spoken().has_decimal_comma() {
        true => written.replace('.', ","),
        false => written,
    }
}
