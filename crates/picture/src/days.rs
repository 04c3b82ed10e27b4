//! Numbers over days: a line with its band, dots, levels of stretches, limits and marked days.

use crate::Scale;
use crate::frame::{anchor, block, dot, dots, label, label_on_marks, line, open};
use crate::svg::{Svg, path};
use crate::time::drawn;
use crate::{BandPoint, Dot, Tick};

/// A level that holds over a stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// First and last day.
    pub days: (f64, f64),
    /// Lower end, level, upper end.
    pub level: (f64, f64, f64),
}

/// A day with a name, and the days between which it may lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The day.
    pub day: f64,
    /// Earliest and latest.
    pub range: (f64, f64),
    /// Its name.
    pub name: String,
}

/// Numbers over days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DaysPicture {
    /// First and last day drawn.
    pub days: (f64, f64),
    /// Lowest and highest number drawn.
    pub span: (f64, f64),
    /// Lines with their bands, each without a gap inside; a band of no width is not drawn.
    pub runs: Vec<Vec<BandPoint>>,
    /// Single numbers.
    pub dots: Vec<Dot>,
    /// Levels of stretches.
    pub stretches: Vec<Stretch>,
    /// Stretches on which something was so, as bars along the foot.
    pub spans: Vec<(f64, f64)>,
    /// Limits, as lines from day to day.
    pub limits: Vec<Vec<(f64, f64)>>,
    /// Marked days.
    pub marks: Vec<Mark>,
    /// Names on the axis of time.
    pub ticks: Vec<Tick>,
    /// Names on the other axis.
    pub levels: Vec<(f64, String)>,
    /// Words at its lower and its upper end; empty for none.
    pub ends: (String, String),
    /// Title read aloud first.
    pub title: String,
    /// One sentence that says what is to be seen.
    pub description: String,
}

const LEFT: f64 = 46.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 26.0;
const HEIGHT: f64 = 180.0;
const AXIS: f64 = 26.0;
/// Height of a bar along the foot.
const FOOT: f64 = 8.0;
/// With so few dots each may be larger.
const FEW_DOTS: usize = 120;

impl DaysPicture {
    /// Draws the picture `width` units wide; `id` must be unique on its page.
    #[must_use]
    pub fn draw(&self, width: f64, id: &str) -> String {
        let width = width.max(200.0);
        let bottom = TOP + HEIGHT;
        let x = Scale::new(self.days, (LEFT, width - RIGHT));
        let y = Scale::new(self.span, (bottom, TOP));
        let mut svg = Svg::default();
        let words = (self.title.as_str(), self.description.as_str());
        open(&mut svg, (width, bottom + AXIS), id, words);
        for (level, name) in &self.levels {
            let at = y.place(*level);
            line(&mut svg, "grid", (LEFT, at), (width - RIGHT, at));
            label(&mut svg, (LEFT - 6.0, at + 4.0), "end", name);
        }
        self.draw_ticks(&mut svg, &x, width);
        for mark in &self.marks {
            let (from, to) = (x.place(mark.range.0), x.place(mark.range.1));
            block(&mut svg, "change-range", (from, TOP), (to, bottom));
        }
        self.draw_lines(&mut svg, &x, &y);
        for mark in &self.marks {
            let at = x.place(mark.day);
            line(&mut svg, "change", (at, TOP - 8.0), (at, bottom));
            label(&mut svg, (at, 12.0), anchor(at, width), &mark.name);
        }
        // Inside, where a whole word has room.
        let (lower, upper) = (bottom - 5.0, TOP + 14.0);
        for (at, word) in [(lower, &self.ends.0), (upper, &self.ends.1)] {
            if !word.is_empty() {
                label_on_marks(&mut svg, (LEFT + 4.0, at), "start", word);
            }
        }
        svg.close("svg");
        svg.finish()
    }

    fn draw_ticks(&self, svg: &mut Svg, x: &Scale, width: f64) {
        let bottom = TOP + HEIGHT;
        let mut free_from = f64::MIN;
        for tick in self.ticks.iter().filter(|tick| x.holds(tick.day)) {
            let at = x.place(tick.day);
            if at < free_from {
                continue;
            }
            free_from = at + 76.0;
            let is_near_end = at > width - 70.0;
            line(svg, "tick", (at, TOP), (at, bottom + 4.0));
            let side = if is_near_end { "end" } else { "start" };
            label(svg, (at, bottom + 18.0), side, &tick.name);
        }
    }

    fn draw_lines(&self, svg: &mut Svg, x: &Scale, y: &Scale) {
        let place = |day: f64, level: f64| (x.place(day), y.place(level));
        let runs = drawn(&self.runs, self.days);
        for run in &runs {
            if run.iter().any(|p| p.high > p.low) {
                let upper = run.iter().map(|p| place(p.day, p.high));
                let lower = run.iter().rev().map(|p| place(p.day, p.low));
                let d = format!("{}Z", path(upper.chain(lower)));
                svg.empty("path", &[("class", "band"), ("d", &d)]);
            }
        }
        let foot = TOP + HEIGHT;
        for (from, to) in &self.spans {
            let (from, to) = (x.place(*from), x.place(*to));
            block(svg, "interval marked", (from, foot - FOOT), (to, foot));
        }
        let radius = if self.dots.len() <= FEW_DOTS {
            3.5
        } else {
            2.5
        };
        let (hollow, solid): (Vec<&Dot>, Vec<&Dot>) = self.dots.iter().partition(|d| d.is_hollow);
        let solid = solid.iter().map(|one| place(one.day, one.level));
        dots(svg, "dots", solid, radius * 2.0);
        for one in hollow {
            dot(svg, "dot hollow", place(one.day, one.level), radius);
        }
        for run in &runs {
            let d = path(run.iter().map(|p| place(p.day, p.level)));
            svg.empty("path", &[("class", "level"), ("d", &d)]);
        }
        for limit in &self.limits {
            let d = path(limit.iter().map(|(day, level)| place(*day, *level)));
            svg.empty("path", &[("class", "threshold limit"), ("d", &d)]);
        }
        for stretch in &self.stretches {
            let (low, level, high) = stretch.level;
            let (from, to) = stretch.days;
            let (a, b) = (place(from, level), place(to, level));
            line(svg, "stretch", a, b);
            let middle = f64::midpoint(a.0, b.0);
            line(
                svg,
                "interval",
                (middle, y.place(low)),
                (middle, y.place(high)),
            );
        }
    }
}
