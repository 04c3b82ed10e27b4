//! Small pictures that stand side by side, each of single numbers over the same days. Refuses to join
//! numbers by a line.

use crate::Scale;
use crate::frame::{dots, label, line, open};
use crate::svg::Svg;

/// Single numbers over days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SmallPicture {
    /// First and last day drawn.
    pub days: (f64, f64),
    /// Lowest and highest number drawn.
    pub span: (f64, f64),
    /// Days with their numbers.
    pub dots: Vec<(f64, f64)>,
    /// Words at the lower and the upper end.
    pub ends: (String, String),
    /// Title read aloud first.
    pub title: String,
    /// One sentence that says what is to be seen.
    pub description: String,
}

const TOP: f64 = 20.0;
const HEIGHT: f64 = 74.0;
const FOOT: f64 = 20.0;
const SIDE: f64 = 6.0;

impl SmallPicture {
    /// Draws the picture `width` units wide; `id` must be unique on its page.
    #[must_use]
    pub fn draw(&self, width: f64, id: &str) -> String {
        let width = width.max(150.0);
        let bottom = TOP + HEIGHT;
        let x = Scale::new(self.days, (SIDE, width - SIDE));
        let y = Scale::new(self.span, (bottom - 4.0, TOP + 4.0));
        let mut svg = Svg::default();
        let words = (self.title.as_str(), self.description.as_str());
        open(&mut svg, (width, bottom + FOOT), id, words);
        for at in [TOP, bottom] {
            line(&mut svg, "grid", (0.0, at), (width, at));
        }
        label(&mut svg, (0.0, 13.0), "start", &self.ends.1);
        label(&mut svg, (0.0, bottom + 15.0), "start", &self.ends.0);
        let shown = self.dots.iter().filter(|(day, _)| x.holds(*day));
        let places = shown.map(|(day, level)| (x.place(*day), y.place(*level)));
        dots(&mut svg, "dots", places, 5.0);
        svg.close("svg");
        svg.finish()
    }
}
