//! Numbers with their intervals under each other, on one axis. Refuses to sort them.

use crate::Scale;
use crate::frame::{anchor, block, dot, label, label_on_marks, line, open};
use crate::svg::{Shape, Svg};

/// One number with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalRow {
    /// What it is.
    pub name: String,
    /// Lower end, number, upper end, on the axis of the picture.
    pub ends: (f64, f64, f64),
    /// Drawn filled and thicker: it is claimed.
    pub is_marked: bool,
}

/// Numbers with their intervals.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IntervalPicture {
    /// Ends of the axis; what lies beyond ends there.
    pub span: (f64, f64),
    /// Equal ratios take equal room; all numbers are above zero then.
    pub is_by_ratio: bool,
    /// The place of 'no difference'.
    pub zero: Option<f64>,
    /// Places on the axis that have a name.
    pub ticks: Vec<(f64, String)>,
    /// Rows, from top to bottom.
    pub rows: Vec<IntervalRow>,
    /// Word at the left end of the axis.
    pub left_end: String,
    /// Word at the right end of the axis.
    pub right_end: String,
    /// Title read aloud first.
    pub title: String,
    /// One sentence that says what is to be seen.
    pub description: String,
}

const ROW: f64 = 42.0;
const TOP: f64 = 8.0;
const AXIS: f64 = 46.0;
const SIDE: f64 = 14.0;

impl IntervalPicture {
    /// Draws the picture `width` units wide; `id` must be unique on its page.
    #[must_use]
    pub fn draw(&self, width: f64, id: &str) -> String {
        let width = width.max(200.0);
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let bottom = TOP + self.rows.len() as f64 * ROW;
        let at = |number: f64| {
            if self.is_by_ratio {
                number.clamp(1e-6, 1e6).log2()
            } else {
                number
            }
        };
        let span = (at(self.span.0), at(self.span.1));
        let scale = Scale::new(span, (SIDE, width - SIDE));
        let x = |number: f64| scale.place(at(number));
        let mut svg = Svg::default();
        let words = (self.title.as_str(), self.description.as_str());
        open(&mut svg, (width, bottom + AXIS), id, words);
        line(&mut svg, "grid", (SIDE, bottom), (width - SIDE, bottom));
        for (tick, name) in &self.ticks {
            let place = x(*tick);
            line(&mut svg, "tick", (place, TOP), (place, bottom + 4.0));
            label(&mut svg, (place, bottom + 18.0), anchor(place, width), name);
        }
        if let Some(zero) = self.zero.filter(|zero| scale.holds(at(*zero))) {
            let place = x(zero);
            line(&mut svg, "threshold", (place, TOP), (place, bottom + 4.0));
        }
        let mut top = TOP;
        for row in &self.rows {
            draw_row(&mut svg, row, &x, top);
            top += ROW;
        }
        label(&mut svg, (SIDE, bottom + 36.0), "start", &self.left_end);
        let right = (width - SIDE, bottom + 36.0);
        label(&mut svg, right, "end", &self.right_end);
        svg.close("svg");
        svg.finish()
    }
}

fn draw_row(svg: &mut Svg, row: &IntervalRow, x: &dyn Fn(f64) -> f64, top: f64) {
    let (low, at, high) = row.ends;
    let y = top + 30.0;
    // The line for no difference may run behind it.
    label_on_marks(svg, (SIDE, top + 16.0), "start", &row.name);
    let (from, to) = (x(low), x(high));
    if row.is_marked {
        block(svg, "interval marked", (from, y - 3.0), (to, y + 3.0));
        dot(svg, "dot marked", (x(at), y), 6.0);
    } else {
        let mut shape = Shape::default();
        shape.go((from, y - 4.0)).to((from, y + 4.0));
        shape.go((from, y)).to((to, y));
        shape.go((to, y - 4.0)).to((to, y + 4.0));
        svg.empty("path", &[("class", "interval"), ("d", &shape.finish())]);
        dot(svg, "dot hollow", (x(at), y), 5.0);
    }
}
