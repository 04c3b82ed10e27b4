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

/// A shape being written: one step after the other from where the last one ended, in tenths of a unit.
#[derive(Debug, Default)]
pub struct Shape {
    text: String,
    /// Where it stands, in tenths.
    at: (i64, i64),
}

impl Shape {
    /// Goes to a place without drawing.
    pub fn go(&mut self, place: (f64, f64)) -> &mut Self {
        let is_first = self.text.is_empty();
        self.step(if is_first { 'M' } else { 'm' }, place)
    }

    /// Draws straight to a place.
    pub fn to(&mut self, place: (f64, f64)) -> &mut Self {
        self.step('l', place)
    }

    /// Writes what is drawn from here and ends here, such as `h0` for a point.
    pub fn here(&mut self, what: &str) -> &mut Self {
        self.text.push_str(what);
        self
    }

    /// Gives the text.
    pub fn finish(self) -> String {
        self.text
    }

    fn step(&mut self, letter: char, (x, y): (f64, f64)) -> &mut Self {
        let to = (tenths(x), tenths(y));
        // What goes on in the same way needs no letter of its own.
        let goes_on = letter == 'l' && self.text.ends_with(|c: char| c.is_ascii_digit());
        let goes_on = goes_on && self.last_letter() == Some('l');
        if !goes_on {
            self.text.push(letter);
        }
        self.number(to.0 - self.at.0, goes_on);
        self.number(to.1 - self.at.1, true);
        self.at = to;
        self
    }

    fn last_letter(&self) -> Option<char> {
        self.text.chars().rev().find(char::is_ascii_alphabetic)
    }

    /// A number as short as it can be read: `-.5`, not `-0.5`.
    fn number(&mut self, tenths: i64, is_after_a_number: bool) {
        let whole = tenths.abs() / 10;
        let tenth = tenths.abs() % 10;
        if tenths < 0 {
            self.text.push('-');
        } else if is_after_a_number {
            self.text.push(' ');
        }
        if whole > 0 || tenth == 0 {
            let _ = write!(self.text, "{whole}");
        }
        if tenth > 0 {
            let _ = write!(self.text, ".{tenth}");
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page")]
fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// A path through points, as straight lines.
pub fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut shape = Shape::default();
    for (idx, place) in points.enumerate() {
        if idx == 0 {
            shape.go(place);
        } else {
            shape.to(place);
        }
    }
    shape.finish()
}

/// Points, each as a piece without length: the ends of the stroke are what is seen of it.
pub fn points(places: impl Iterator<Item = (f64, f64)>) -> String {
    let mut shape = Shape::default();
    for place in places {
        shape.go(place).here("h0");
    }
    shape.finish()
}
