//! How often numbers fall into each of some equal steps, with one of them marked. Refuses numbers
//! that are not finite.

use crate::Scale;
use crate::frame::{anchor, block, label, line, open};
use crate::svg::Svg;

/// How many numbers lie from one end to the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Lower end, counted in.
    pub from: f64,
    /// Upper end, counted out.
    pub to: f64,
    /// How many.
    pub n: usize,
}

/// Bars of one width over all numbers, `width` being theirs; no bar is left out between the first
/// and the last.
#[must_use]
pub fn bars(numbers: &[f64], width: f64) -> Vec<Bar> {
    let finite: Vec<f64> = numbers.iter().copied().filter(|n| n.is_finite()).collect();
    if width <= 0.0 || finite.is_empty() {
        return Vec::new();
    }
    let place = |number: f64| (number / width).floor();
    let first = finite.iter().copied().map(place).fold(f64::MAX, f64::min);
    let last = finite.iter().copied().map(place).fold(f64::MIN, f64::max);
    let mut found = Vec::new();
    let mut at = first;
    while at <= last && found.len() < 200 {
        let same = |number: &&f64| (place(**number) - at).abs() < 0.5;
        found.push(Bar {
            from: at * width,
            to: (at + 1.0) * width,
            n: finite.iter().filter(same).count(),
        });
        at += 1.0;
    }
    found
}

/// Bars with a mark.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BarPicture {
    /// The bars, from left to right.
    pub bars: Vec<Bar>,
    /// A marked number with its name.
    pub mark: (f64, String),
    /// Places on the axis that have a name.
    pub ticks: Vec<(f64, String)>,
    /// Title read aloud first.
    pub title: String,
    /// One sentence that says what is to be seen.
    pub description: String,
}

const TOP: f64 = 26.0;
const HEIGHT: f64 = 110.0;
const AXIS: f64 = 26.0;
const SIDE: f64 = 14.0;

impl BarPicture {
    /// Draws the picture `width` units wide; `id` must be unique on its page.
    #[must_use]
    pub fn draw(&self, width: f64, id: &str) -> String {
        let width = width.max(200.0);
        let bottom = TOP + HEIGHT;
        let ends = self.bars.iter().flat_map(|bar| [bar.from, bar.to]);
        let ends: Vec<f64> = ends.chain([self.mark.0]).collect();
        let low = ends.iter().copied().fold(f64::MAX, f64::min);
        let high = ends.iter().copied().fold(f64::MIN, f64::max);
        let x = Scale::new((low, high), (SIDE, width - SIDE));
        let n_max = self.bars.iter().map(|bar| bar.n).max().unwrap_or(1);
        #[expect(clippy::cast_precision_loss, reason = "counts of dates")]
        let count = |n: usize| n as f64;
        let y = Scale::new((0.0, count(n_max)), (bottom, TOP));
        let mut svg = Svg::default();
        let words = (self.title.as_str(), self.description.as_str());
        open(&mut svg, (width, bottom + AXIS), id, words);
        for bar in self.bars.iter().filter(|bar| bar.n > 0) {
            let (from, to) = (x.place(bar.from) + 1.0, x.place(bar.to) - 1.0);
            block(
                &mut svg,
                "band bar",
                (from, y.place(count(bar.n))),
                (to, bottom),
            );
        }
        line(&mut svg, "grid", (SIDE, bottom), (width - SIDE, bottom));
        for (at, name) in self.ticks.iter().filter(|(at, _)| x.holds(*at)) {
            let place = x.place(*at);
            label(&mut svg, (place, bottom + 18.0), anchor(place, width), name);
        }
        let place = x.place(self.mark.0);
        line(&mut svg, "change", (place, TOP - 6.0), (place, bottom));
        label(&mut svg, (place, 14.0), anchor(place, width), &self.mark.1);
        svg.close("svg");
        svg.finish()
    }
}
