//! The letters of the page: how wide words are, and where lines break. Refuses fonts of the machine:
//! the same page comes out everywhere.

use krilla::text::Font;
use rustybuzz::Face;

use crate::ReportError;

const PLAIN: &[u8] = include_bytes!("../fonts/DejaVuSansCondensed.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/DejaVuSansCondensed-Bold.ttf");
/// Stands for a letter that the fonts do not have.
const UNKNOWN: char = '\u{fffd}';

/// Plain or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    Bold,
}

/// Both fonts, to measure and to draw with.
pub struct Fonts {
    faces: [Face<'static>; 2],
    fonts: [Font; 2],
}

impl Fonts {
    pub fn load() -> Result<Self, ReportError> {
        let face = |bytes| Face::from_slice(bytes, 0).ok_or(ReportError::Font);
        let font = |bytes: &'static [u8]| Font::new(bytes.into(), 0).ok_or(ReportError::Font);
        Ok(Self {
            faces: [face(PLAIN)?, face(BOLD)?],
            fonts: [font(PLAIN)?, font(BOLD)?],
        })
    }

    pub fn font(&self, weight: Weight) -> Font {
        let [plain, bold] = &self.fonts;
        match weight {
            Weight::Plain => plain.clone(),
            Weight::Bold => bold.clone(),
        }
    }

    fn face(&self, weight: Weight) -> &Face<'static> {
        let [plain, bold] = &self.faces;
        match weight {
            Weight::Plain => plain,
            Weight::Bold => bold,
        }
    }

    /// Width of words in points, letter by letter: what is drawn is never wider by more than a hair,
    /// because pairs of letters only move together.
    pub fn width(&self, words: &str, weight: Weight, size: f32) -> f32 {
        let face = self.face(weight);
        let advance = |letter| {
            let glyph = face.glyph_index(letter)?;
            face.glyph_hor_advance(glyph)
        };
        let units: u32 = words.chars().filter_map(advance).map(u32::from).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line is short")]
        let width = units as f32 * size / face.units_per_em() as f32;
        width
    }

    /// Words that the fonts can show: what they lack becomes a mark, control signs become spaces.
    pub fn showable(&self, words: &str) -> String {
        let face = self.face(Weight::Plain);
        let bold = self.face(Weight::Bold);
        let has = |c| face.glyph_index(c).is_some() && bold.glyph_index(c).is_some();
        let shown = words.chars().filter_map(|c| match c {
            '\u{200d}' | '\u{fe0f}' | '\u{feff}' | '\u{ad}' => None,
            c if c.is_control() || c.is_whitespace() => Some(' '),
            c if has(c) => Some(c),
            _ => Some(UNKNOWN),
        });
        shown.collect()
    }

    /// Breaks words into lines that are no wider than `room`.
    pub fn lines(&self, words: &str, weight: Weight, size: f32, room: f32) -> Vec<String> {
        let words = self.showable(words);
        let space = self.width(" ", weight, size);
        let mut lines: Vec<String> = Vec::new();
        let (mut line, mut taken) = (String::new(), 0.0);
        for word in words
            .split_whitespace()
            .flat_map(|w| self.pieces(w, weight, size, room))
        {
            let width = self.width(&word, weight, size);
            if line.is_empty() {
                (line, taken) = (word, width);
            } else if taken + space + width <= room {
                line.push(' ');
                line.push_str(&word);
                taken += space + width;
            } else {
                lines.push(std::mem::replace(&mut line, word));
                taken = width;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// A word that is wider than a line in parts that fit; others whole.
    fn pieces(&self, word: &str, weight: Weight, size: f32, room: f32) -> Vec<String> {
        if self.width(word, weight, size) <= room {
            return vec![word.to_owned()];
        }
        let mut pieces = Vec::new();
        let (mut piece, mut taken) = (String::new(), 0.0);
        for letter in word.chars() {
            let width = self.width(letter.encode_utf8(&mut [0; 4]), weight, size);
            if taken + width > room && !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
                taken = 0.0;
            }
            piece.push(letter);
            taken += width;
        }
        pieces.push(piece);
        pieces
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A failed test stops here.
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// The letters of every file below a folder.
    fn letters(folder: &Path, found: &mut BTreeSet<char>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                letters(&path, found);
            } else {
                found.extend(std::fs::read_to_string(path).unwrap().chars());
            }
        }
    }

    #[test]
    fn the_fonts_have_every_letter_of_every_language() {
        let fonts = Fonts::load().unwrap();
        let mut found: BTreeSet<char> = "äöüÄÖÜßñÑáéíóúüÁÉÍÓÚ¿¡«»„“”‚‘’–…".chars().collect();
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        letters(&top, &mut found);
        let printed = found.into_iter().filter(|letter| !letter.is_control());
        let lost: Vec<char> = printed
            .filter(|letter| fonts.showable(&letter.to_string()).contains(UNKNOWN))
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
