//! The picture of time: level with its band, gaps as gaps, marks in lanes below.
//!
//! All times are days on one axis, as the caller counts them; all levels are 0-100.

use crate::Scale;
use crate::svg::{Svg, number, path};

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

const LEFT: f64 = 82.0;
/// Names on the time axis keep so much room from one to the next.
const TICK_ROOM: f64 = 64.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const LEVEL_HEIGHT: f64 = 230.0;
const LANE_HEIGHT: f64 = 30.0;
const AXIS_HEIGHT: f64 = 26.0;

/// Half the length of the piece that stands for a single day, as a share of the picture.
const SINGLE_SHARE: f64 = 0.006;
/// It never reaches the day beside it.
const SINGLE_MAX_DAYS: f64 = 0.45;

struct Frame {
    width: f64,
    height: f64,
    x: Scale,
    y: Scale,
}

impl TimePicture {
    /// Draws the picture `width` units wide; `id` starts the ids inside it and must be unique on
    /// its page.
    #[must_use]
    pub fn draw(&self, width: f64, id: &str) -> String {
        let width = width.max(200.0);
        let n_lanes = self.lanes.len() + usize::from(!self.steps.is_empty());
        #[expect(clippy::cast_precision_loss, reason = "a handful of lanes")]
        let lanes_height = n_lanes as f64 * LANE_HEIGHT;
        let frame = Frame {
            width,
            height: TOP + LEVEL_HEIGHT + lanes_height + AXIS_HEIGHT,
            x: Scale::new(self.span, (LEFT, width - RIGHT)),
            y: Scale::new((0.0, 100.0), (TOP + LEVEL_HEIGHT, TOP)),
        };
        let mut svg = Svg::default();
        let (title_id, desc_id) = (format!("{id}-title"), format!("{id}-desc"));
        let view_box = format!("0 0 {} {}", number(frame.width), number(frame.height));
        let labelled = format!("{title_id} {desc_id}");
        svg.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("class", "picture"),
                ("viewBox", &view_box),
                ("role", "img"),
                ("aria-labelledby", &labelled),
            ],
        );
        svg.words("title", &[("id", &title_id)], &self.title);
        svg.words("desc", &[("id", &desc_id)], &self.description);
        self.draw_axes(&mut svg, &frame);
        self.draw_changes(&mut svg, &frame);
        self.draw_level(&mut svg, &frame);
        self.draw_lanes(&mut svg, &frame);
        svg.close("svg");
        svg.finish()
    }

    fn draw_axes(&self, svg: &mut Svg, frame: &Frame) {
        for (level, word) in [
            (100.0, &self.upper_end),
            (50.0, &String::new()),
            (0.0, &self.lower_end),
        ] {
            let y = number(frame.y.place(level));
            line(
                svg,
                "grid",
                (&number(LEFT), &y),
                (&number(frame.width - RIGHT), &y),
            );
            let words = if word.is_empty() {
                number(level)
            } else {
                format!("{} {word}", number(level))
            };
            label(svg, LEFT - 6.0, frame.y.place(level) + 4.0, "end", &words);
        }
        if let Some(threshold) = self.threshold {
            let y = number(frame.y.place(threshold));
            line(
                svg,
                "threshold",
                (&number(LEFT), &y),
                (&number(frame.width - RIGHT), &y),
            );
        }
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
            line(
                svg,
                "tick",
                (&number(x), &number(TOP)),
                (&number(x), &number(bottom + 4.0)),
            );
            label(
                svg,
                x,
                bottom + 18.0,
                if near_end { "end" } else { "start" },
                &tick.name,
            );
        }
    }

    fn draw_changes(&self, svg: &mut Svg, frame: &Frame) {
        for (day, low, high) in &self.changes {
            let (x0, x1) = (frame.x.place(*low), frame.x.place(*high));
            svg.empty(
                "rect",
                &[
                    ("class", "change-range"),
                    ("x", &number(x0)),
                    ("y", &number(TOP)),
                    ("width", &number((x1 - x0).max(1.0))),
                    ("height", &number(LEVEL_HEIGHT)),
                ],
            );
            let x = number(frame.x.place(*day));
            line(
                svg,
                "change",
                (&x, &number(TOP)),
                (&x, &number(TOP + LEVEL_HEIGHT)),
            );
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
        for dot in self.dots.iter().filter(|dot| frame.x.holds(dot.day)) {
            let class = if dot.is_hollow { "dot hollow" } else { "dot" };
            let (x, y) = (
                number(frame.x.place(dot.day)),
                number(frame.y.place(dot.level)),
            );
            svg.empty(
                "circle",
                &[("class", class), ("cx", &x), ("cy", &y), ("r", "2.2")],
            );
        }
    }

    fn draw_lanes(&self, svg: &mut Svg, frame: &Frame) {
        let mut top = TOP + LEVEL_HEIGHT + 6.0;
        for lane in &self.lanes {
            label(
                svg,
                LEFT - 6.0,
                top + LANE_HEIGHT / 2.0 + 2.0,
                "end",
                &lane.name,
            );
            for mark in &lane.marks {
                draw_mark(svg, frame, top, lane.class, mark);
            }
            top += LANE_HEIGHT;
        }
        if self.steps.is_empty() {
            return;
        }
        label(
            svg,
            LEFT - 6.0,
            top + LANE_HEIGHT / 2.0 + 2.0,
            "end",
            &self.steps_name,
        );
        for step in self
            .steps
            .iter()
            .filter(|step| step.to >= self.span.0 && step.from <= self.span.1)
        {
            let (x0, x1) = (frame.x.place(step.from), frame.x.place(step.to));
            let height = (LANE_HEIGHT - 8.0) * step.share.clamp(0.0, 1.0);
            svg.open("g", &[("class", "dose")]);
            svg.words("title", &[], &step.words);
            svg.empty(
                "rect",
                &[
                    ("x", &number(x0)),
                    ("y", &number(top + LANE_HEIGHT - 6.0 - height)),
                    ("width", &number((x1 - x0).max(1.0))),
                    ("height", &number(height.max(1.0))),
                ],
            );
            svg.close("g");
        }
    }
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

fn draw_mark(svg: &mut Svg, frame: &Frame, top: f64, class: &str, mark: &LaneMark) {
    let end = mark.to.unwrap_or(mark.from);
    if !(frame.x.holds(mark.from) || frame.x.holds(end)) {
        return;
    }
    let (x0, x1) = (frame.x.place(mark.from), frame.x.place(end));
    svg.open("g", &[("class", class)]);
    svg.words("title", &[], &mark.words);
    let strength = mark.strength.clamp(0.0, 1.0);
    if mark.to.is_some() {
        let height = (LANE_HEIGHT - 8.0) * strength;
        svg.empty(
            "rect",
            &[
                ("x", &number(x0)),
                ("y", &number(top + LANE_HEIGHT - 6.0 - height)),
                ("width", &number((x1 - x0).max(1.0))),
                ("height", &number(height.max(1.0))),
            ],
        );
    } else {
        let radius = number(2.5 + 2.5 * strength);
        let middle = number(top + LANE_HEIGHT / 2.0 - 2.0);
        svg.empty(
            "circle",
            &[("cx", &number(x0)), ("cy", &middle), ("r", &radius)],
        );
    }
    svg.close("g");
}

fn line(svg: &mut Svg, class: &str, from: (&str, &str), to: (&str, &str)) {
    let attributes = [
        ("class", class),
        ("x1", from.0),
        ("y1", from.1),
        ("x2", to.0),
        ("y2", to.1),
    ];
    svg.empty("line", &attributes);
}

fn label(svg: &mut Svg, x: f64, y: f64, anchor: &str, words: &str) {
    let attributes = [
        ("class", "label"),
        ("x", &*number(x)),
        ("y", &*number(y)),
        ("text-anchor", anchor),
    ];
    svg.words("text", &attributes, words);
}
