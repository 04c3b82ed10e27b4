//! The picture of time: level with its band, gaps as gaps, marks in lanes below.
//!
//! All times are days on one axis, as the caller counts them; all levels are 0-100.

use crate::Scale;
use crate::frame::{block, dot, dots, label, label_on_marks, line, open_with};
use crate::svg::{Shape, Svg, number, path};

/// The level at one time, with the ends of its band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandPoint {
    /// Time in days.
    pub day: f64,
    /// Level, 0-100.
    pub level: f64,
    /// Lower end of the band.
    pub low: f64,
    /// Upper end of the band.
    pub high: f64,
}

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Time in days.
    pub day: f64,
    /// Level, 0-100.
    pub level: f64,
    /// Drawn hollow: written down from memory.
    pub is_hollow: bool,
}

/// One mark in a lane.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneMark {
    /// Start in days.
    pub from: f64,
    /// End in days; `None` for a moment.
    pub to: Option<f64>,
    /// 0-1, how tall or strong; 1 when there is no more or less of it.
    pub strength: f64,
    /// What it is, shown when pointed at and read aloud.
    pub words: String,
    /// Its name, written beside it where there is room; empty for none.
    pub name: String,
}

/// One row of marks below the level.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Style class: `flicker`, `event`, `sleep`.
    pub class: &'static str,
    /// Its name at the left.
    pub name: String,
    /// Its marks.
    pub marks: Vec<LaneMark>,
}

/// A dose that held over a span.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// First day.
    pub from: f64,
    /// End of its last day.
    pub to: f64,
    /// Share of the highest dose drawn, 0-1.
    pub share: f64,
    /// Medicine and dose in words.
    pub words: String,
}

/// One place on the time axis that has a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Time in days.
    pub day: f64,
    /// Its name.
    pub name: String,
}

/// Everything that the picture of time shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TimePicture {
    /// First and last time drawn, in days.
    pub span: (f64, f64),
    /// Runs of the level without a gap inside.
    pub runs: Vec<Vec<BandPoint>>,
    /// Answers.
    pub dots: Vec<Dot>,
    /// The person's own line, 0-100.
    pub threshold: Option<f64>,
    /// Its name, written on it; empty for none.
    pub threshold_name: String,
    /// Days on which the level is said to have changed, with the ends of the interval.
    pub changes: Vec<(f64, f64, f64)>,
    /// Rows of marks.
    pub lanes: Vec<Lane>,
    /// Dose steps, with the name of the row.
    pub steps: Vec<Step>,
    /// Name of the dose row.
    pub steps_name: String,
    /// Names on the time axis.
    pub ticks: Vec<Tick>,
    /// Title read aloud first.
    pub title: String,
    /// One sentence that says what is to be seen.
    pub description: String,
    /// Word at the upper end of the level.
    pub upper_end: String,
    /// Word at the lower end of the level.
    pub lower_end: String,
}

/// Names on the time axis keep so much room from one to the next.
const TICK_ROOM: f64 = 64.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 14.0;
const LEVEL_HEIGHT: f64 = 230.0;
const LANE_HEIGHT: f64 = 30.0;
const AXIS_HEIGHT: f64 = 26.0;
/// A picture narrower than this has the names of its lanes above them instead of beside them.
const NARROW_BELOW: f64 = 500.0;
/// Room for a line of words above a lane.
const WORDS_HEIGHT: f64 = 18.0;
/// With more dots each is smaller.
const FEW_DOTS: usize = 150;
/// About what one letter takes.
const LETTER: f64 = 6.6;

/// Half the length of the piece that stands for a single day, as a share of the picture.
const SINGLE_SHARE: f64 = 0.006;
/// It never reaches the day beside it.
const SINGLE_MAX_DAYS: f64 = 0.45;

struct Frame {
    width: f64,
    height: f64,
    left: f64,
    is_narrow: bool,
    x: Scale,
    y: Scale,
}

impl Frame {
    fn new(picture: &TimePicture, width: f64) -> Self {
        let is_narrow = width < NARROW_BELOW;
        let names = picture.lanes.iter().map(|lane| &lane.name);
        let names = names
            .chain([&picture.steps_name])
            .map(|name| width_of(name));
        // A language may need longer names.
        let longest = names.fold(0.0, f64::max) + 14.0;
        let left = if is_narrow {
            28.0
        } else {
            longest.clamp(82.0, 160.0)
        };
        let words = if is_narrow { WORDS_HEIGHT } else { 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "a handful of lanes")]
        let lanes_height = picture.lanes.len() as f64 * (LANE_HEIGHT + words);
        let steps_height = if picture.steps.is_empty() {
            0.0
        } else {
            LANE_HEIGHT + WORDS_HEIGHT + words
        };
        Self {
            width,
            height: TOP + LEVEL_HEIGHT + 6.0 + lanes_height + steps_height + AXIS_HEIGHT,
            left,
            is_narrow,
            x: Scale::new(picture.span, (left, width - RIGHT)),
            y: Scale::new((0.0, 100.0), (TOP + LEVEL_HEIGHT, TOP)),
        }
    }

    /// Writes the name of a lane; gives where its marks begin.
    fn lane_name(&self, svg: &mut Svg, top: f64, name: &str) -> f64 {
        if self.is_narrow {
            label(svg, (self.left, top + 13.0), "start", name);
            return top + WORDS_HEIGHT;
        }
        let at = (self.left - 6.0, top + LANE_HEIGHT / 2.0 + 2.0);
        label(svg, at, "end", name);
        top
    }
}

impl TimePicture {
    /// Draws the picture `width` units wide; `id` starts the ids inside it and must be unique on
    /// its page. How far the days reach stands on it as data, for a script that reads them out.
    #[must_use]
    pub fn draw(&self, width: f64, id: &str) -> String {
        let frame = Frame::new(self, width.max(200.0));
        let mut svg = Svg::default();
        let words = (self.title.as_str(), self.description.as_str());
        let (left, right) = (number(frame.left), number(frame.width - RIGHT));
        let days = self.span.1 - self.span.0;
        let days = number(if days.is_finite() { days } else { 1.0 });
        let foot = number(frame.height - AXIS_HEIGHT);
        let data = [
            ("data-left", left.as_str()),
            ("data-right", right.as_str()),
            ("data-days", days.as_str()),
            ("data-foot", foot.as_str()),
        ];
        open_with(&mut svg, (frame.width, frame.height), id, words, &data);
        self.draw_axes(&mut svg, &frame);
        self.draw_changes(&mut svg, &frame);
        self.draw_level(&mut svg, &frame);
        self.draw_words(&mut svg, &frame);
        self.draw_lanes(&mut svg, &frame);
        svg.close("svg");
        svg.finish()
    }

    fn draw_axes(&self, svg: &mut Svg, frame: &Frame) {
        let right = frame.width - RIGHT;
        for level in [100.0, 50.0, 0.0] {
            let y = frame.y.place(level);
            line(svg, "grid", (frame.left, y), (right, y));
            label(svg, (frame.left - 6.0, y + 4.0), "end", &number(level));
        }
        if let Some(threshold) = self.threshold {
            let y = frame.y.place(threshold);
            line(svg, "threshold", (frame.left, y), (right, y));
        }
        self.draw_ticks(svg, frame);
    }

    /// Words on top of the marks: what the ends mean at the left, where a whole word has room, and the
    /// name of the own line at the right, so that the two never meet.
    fn draw_words(&self, svg: &mut Svg, frame: &Frame) {
        let (upper, lower) = (frame.y.place(100.0) + 15.0, frame.y.place(0.0) - 5.0);
        for (y, word) in [(upper, &self.upper_end), (lower, &self.lower_end)] {
            if !word.is_empty() {
                label_on_marks(svg, (frame.left + 4.0, y), "start", word);
            }
        }
        let Some(threshold) = self.threshold.filter(|_| !self.threshold_name.is_empty()) else {
            return;
        };
        // Above its line, or below where there is no room.
        let y = frame.y.place(threshold);
        let y = if y < TOP + 12.0 { y + 15.0 } else { y - 5.0 };
        let at = (frame.width - RIGHT - 4.0, y);
        label_on_marks(svg, at, "end", &self.threshold_name);
    }

    fn draw_ticks(&self, svg: &mut Svg, frame: &Frame) {
        let mut free_from = f64::MIN;
        for tick in self.ticks.iter().filter(|tick| frame.x.holds(tick.day)) {
            let x = frame.x.place(tick.day);
            // Near the right end a name stands to the left of its mark.
            let near_end = x > frame.width - TICK_ROOM;
            if x < free_from + if near_end { TICK_ROOM } else { 0.0 } {
                continue;
            }
            free_from = x + TICK_ROOM;
            let bottom = frame.height - AXIS_HEIGHT;
            line(svg, "tick", (x, TOP), (x, bottom + 4.0));
            let side = if near_end { "end" } else { "start" };
            label(svg, (x, bottom + 18.0), side, &tick.name);
        }
    }

    fn draw_changes(&self, svg: &mut Svg, frame: &Frame) {
        let bottom = TOP + LEVEL_HEIGHT;
        for (day, low, high) in &self.changes {
            let (from, to) = (frame.x.place(*low), frame.x.place(*high));
            block(svg, "change-range", (from, TOP), (to, bottom));
            let x = frame.x.place(*day);
            line(svg, "change", (x, TOP), (x, bottom));
        }
    }

    /// The runs as they are drawn: one that is a single day becomes a short piece around it, since a
    /// line and a band need two ends.
    #[must_use]
    pub fn drawn_runs(&self) -> Vec<Vec<BandPoint>> {
        drawn(&self.runs, self.span)
    }

    fn draw_level(&self, svg: &mut Svg, frame: &Frame) {
        for run in self.drawn_runs() {
            let place = |day: f64, level: f64| (frame.x.place(day), frame.y.place(level));
            let upper = run.iter().map(|p| place(p.day, p.high));
            let lower = run.iter().rev().map(|p| place(p.day, p.low));
            let outline = format!("{}Z", path(upper.chain(lower)));
            svg.empty("path", &[("class", "band"), ("d", &outline)]);
            let middle = path(run.iter().map(|p| place(p.day, p.level)));
            svg.empty("path", &[("class", "level"), ("d", &middle)]);
        }
        let radius = if self.dots.len() <= FEW_DOTS {
            2.4
        } else {
            1.5
        };
        let seen = self.dots.iter().filter(|dot| frame.x.holds(dot.day));
        let (hollow, solid): (Vec<&Dot>, Vec<&Dot>) = seen.partition(|dot| dot.is_hollow);
        let place = |one: &&Dot| (frame.x.place(one.day), frame.y.place(one.level));
        dots(svg, "dots", solid.iter().map(place), radius * 2.0);
        for one in &hollow {
            dot(svg, "dot hollow", place(one), radius);
        }
    }

    fn draw_lanes(&self, svg: &mut Svg, frame: &Frame) {
        let mut top = TOP + LEVEL_HEIGHT + 6.0;
        for lane in &self.lanes {
            top = frame.lane_name(svg, top, &lane.name);
            svg.open("g", &[("class", lane.class)]);
            for mark in &lane.marks {
                draw_mark(svg, frame, top, mark);
            }
            svg.close("g");
            for (idx, mark) in lane.marks.iter().enumerate() {
                name_mark(svg, frame, top, (mark, lane.marks.get(idx + 1)));
            }
            top += LANE_HEIGHT;
        }
        if !self.steps.is_empty() {
            top = frame.lane_name(svg, top, &self.steps_name);
            self.draw_steps(svg, frame, top);
        }
    }

    /// Doses as bars, each with its words above it where there is room.
    fn draw_steps(&self, svg: &mut Svg, frame: &Frame, top: f64) {
        let is_seen = |step: &&Step| step.to >= self.span.0 && step.from <= self.span.1;
        let floor = top + WORDS_HEIGHT + LANE_HEIGHT - 6.0;
        let mut free_from = f64::MIN;
        for step in self.steps.iter().filter(is_seen) {
            let (from, to) = (frame.x.place(step.from), frame.x.place(step.to));
            let height = (LANE_HEIGHT - 8.0) * step.share.clamp(0.0, 1.0);
            svg.open("g", &[("class", "dose")]);
            bar(
                svg,
                (from, to),
                (floor - height.max(1.0), floor),
                &step.words,
            );
            svg.close("g");
            let ends = from + width_of(&step.words);
            if from >= free_from && ends <= frame.width {
                label(svg, (from, top + 12.0), "start", &step.words);
                free_from = ends + LETTER;
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few words")]
fn width_of(words: &str) -> f64 {
    words.chars().count() as f64 * LETTER
}

/// Runs with two ends each, on a picture of these days.
pub(crate) fn drawn(runs: &[Vec<BandPoint>], (first, last): (f64, f64)) -> Vec<Vec<BandPoint>> {
    let half = ((last - first) * SINGLE_SHARE).clamp(0.0, SINGLE_MAX_DAYS);
    let piece = |one: &BandPoint| {
        let end = |by: f64| BandPoint {
            day: one.day + by,
            ..*one
        };
        vec![end(-half), end(half)]
    };
    let shown = runs.iter().filter(|run| !run.is_empty());
    let shown = shown.map(|run| match run.as_slice() {
        [one] => piece(one),
        several => several.to_vec(),
    });
    shown.collect()
}

fn draw_mark(svg: &mut Svg, frame: &Frame, top: f64, mark: &LaneMark) {
    let end = mark.to.unwrap_or(mark.from);
    if !(frame.x.holds(mark.from) || frame.x.holds(end)) {
        return;
    }
    let (from, to) = (frame.x.place(mark.from), frame.x.place(end));
    let strength = mark.strength.clamp(0.0, 1.0);
    if mark.to.is_some() {
        let height = (LANE_HEIGHT - 8.0) * strength;
        let floor = top + LANE_HEIGHT - 6.0;
        bar(
            svg,
            (from, to),
            (floor - height.max(1.0), floor),
            &mark.words,
        );
    } else {
        let middle = number(top + LANE_HEIGHT / 2.0 - 2.0);
        let (from, radius) = (number(from), number(2.5 + 2.5 * strength));
        svg.open("circle", &[("cx", &from), ("cy", &middle), ("r", &radius)]);
        svg.words("title", &[], &mark.words);
        svg.close("circle");
    }
}

/// A bar that says what it is when it is pointed at.
fn bar(svg: &mut Svg, (from, to): (f64, f64), (top, floor): (f64, f64), words: &str) {
    let to = to.max(from + 1.0);
    let mut shape = Shape::default();
    shape.go((from, floor)).to((from, top)).to((to, top));
    shape.to((to, floor)).here("z");
    svg.open("path", &[("d", &shape.finish())]);
    svg.words("title", &[], words);
    svg.close("path");
}

/// Writes the name of a mark to its right, unless it would run into the next one.
fn name_mark(svg: &mut Svg, frame: &Frame, top: f64, (mark, next): (&LaneMark, Option<&LaneMark>)) {
    let end = mark.to.unwrap_or(mark.from);
    if mark.name.is_empty() || !frame.x.holds(end) {
        return;
    }
    let from = frame.x.place(end) + 8.0;
    let room = next.map_or(frame.width, |next| frame.x.place(next.from) - 6.0);
    if from + width_of(&mark.name) <= room {
        let at = (from, top + LANE_HEIGHT / 2.0 + 2.0);
        label(svg, at, "start", &mark.name);
    }
}
