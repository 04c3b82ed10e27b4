//! SVG text with escaped words and short numbers. Refuses raw markup from outside.

use std::fmt::Write as _;

/// SVG being written.
#[derive(Debug, Default)]
pub struct Svg {
    text: String,
}

/// A place in user units, at most one decimal.
pub fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // Adding zero turns -0 into 0.
    format!("{}", rounded + 0.0)
}

/// Words with the five characters replaced that markup gives a meaning.
pub fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

impl Svg {
    /// Opens an element; attribute values are escaped.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">");
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>");
    }

    /// Closes an element.
    pub fn close(&mut self, name: &str) {
        let _ = write!(self.text, "</{name}>");
    }

    /// Writes an element that holds only words.
    pub fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.text.push_str(&escape(words));
        self.close(name);
    }

    /// Gives the text.
    pub fn finish(self) -> String {
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        let _ = write!(self.text, "<{name}");
        // An empty attribute says nothing.
        for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            let _ = write!(self.text, " {key}=\"{}\"", escape(value));
        }
        self.text.push_str(end);
    }
}

/// A path through points, as straight lines.
pub fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut d = String::new();
    for (idx, (x, y)) in points.enumerate() {
        let _ = write!(
            d,
            "{}{} {}",
            if idx == 0 { 'M' } else { 'L' },
            number(x),
            number(y)
        );
    }
    d
}
