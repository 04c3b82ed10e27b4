//! A year at a glance: a row a month, a square a day, larger where the level is higher. Refuses to fill
//! days without a level: they are points.

use crate::frame::{dots, label, open};
use crate::svg::Svg;

/// One day of the year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearDay {
    /// 1-12.
    pub month: u8,
    /// 1-31.
    pub day: u8,
    /// Level, 0-100; `None` where nothing speaks of it.
    pub level: Option<f64>,
    /// Marked with a dot.
    pub is_marked: bool,
}

/// A year at a glance.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct YearPicture {
    /// Days that are drawn.
    pub days: Vec<YearDay>,
    /// Names of the twelve months.
    pub months: Vec<String>,
    /// Title read aloud first.
    pub title: String,
    /// One sentence that says what is to be seen.
    pub description: String,
}

const LEFT: f64 = 36.0;
const TOP: f64 = 20.0;
/// So many sizes are told apart.
const SIZES: u8 = 5;

impl YearPicture {
    /// Draws the picture `width` units wide; `id` must be unique on its page.
    #[must_use]
    pub fn draw(&self, width: f64, id: &str) -> String {
        let width = width.max(200.0);
        let cell = (width - LEFT) / 31.0;
        let row = cell.max(15.0);
        let mut svg = Svg::default();
        let words = (self.title.as_str(), self.description.as_str());
        open(&mut svg, (width, TOP + 12.0 * row + 4.0), id, words);
        let middle = |day: u8, month: u8| {
            let x = LEFT + (f64::from(day) - 0.5) * cell;
            (x, TOP + (f64::from(month) - 0.5) * row)
        };
        for (number, name) in (1..=12).zip(&self.months) {
            label(&mut svg, (0.0, middle(1, number).1 + 4.0), "start", name);
        }
        for day in [1, 8, 15, 22, 29] {
            let at = (middle(day, 1).0, 12.0);
            label(&mut svg, at, "middle", &day.to_string());
        }
        for size in 0..SIZES {
            let side = cell * (0.26 + 0.16 * f64::from(size));
            let of_size = self
                .days
                .iter()
                .filter(|day| size_of(day.level) == Some(size));
            let places = of_size.map(|day| middle(day.day, day.month));
            let class = format!("day day-{size}");
            dots(&mut svg, &class, places, side);
        }
        let empty = self
            .days
            .iter()
            .filter(|day| day.level.is_none() && !day.is_marked);
        let places = empty.map(|day| middle(day.day, day.month));
        dots(&mut svg, "no-day", places, cell * 0.12);
        let marked = self.days.iter().filter(|day| day.is_marked);
        // In the upper right corner, so that the square keeps its size.
        let places: Vec<(f64, f64)> = marked
            .map(|day| middle(day.day, day.month))
            .map(|(x, y)| (x + cell * 0.34, y - cell * 0.34))
            .collect();
        for (class, side) in [("flicker-ground", cell * 0.44), ("flicker", cell * 0.3)] {
            dots(&mut svg, class, places.iter().copied(), side);
        }
        svg.close("svg");
        svg.finish()
    }
}

/// Which of the sizes a level has.
fn size_of(level: Option<f64>) -> Option<u8> {
    let level = level?;
    (0..SIZES)
        .rev()
        .find(|size| level >= f64::from(*size) * 100.0 / f64::from(SIZES))
}
