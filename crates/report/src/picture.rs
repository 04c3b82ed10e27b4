//! Draws the picture of time on paper: the same marks as on the page, in black and gray. Refuses
//! color: gaps stay gaps, doses are outlined, a change is a dashed line.

use ::picture::{Lane, LaneMark, TimePicture};
use krilla::geom::{PathBuilder, Rect};
use krilla::surface::Surface;

use crate::draw::{fill, line, stroke, write};
use crate::flow::Words;
use crate::font::{Fonts, Weight};

/// Room of the words at the left.
const LEFT: f32 = 58.0;
const BAND: u8 = 205;
const MARK: u8 = 70;
/// So many dots are drawn large.
const FEW_DOTS: usize = 40;

struct Frame<'a> {
    fonts: &'a Fonts,
    picture: &'a TimePicture,
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    lane_height: f32,
    size: f32,
}

/// Draws into a frame of left, top, width, height.
pub fn draw(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    picture: &TimePicture,
    frame: (f32, f32, f32, f32),
    size: f32,
) {
    let (x, y, width, height) = frame;
    let lane_height = size * 1.5;
    let n_lanes = picture.lanes.len() + usize::from(!picture.steps.is_empty());
    #[expect(clippy::cast_precision_loss, reason = "a handful of lanes")]
    let lanes = n_lanes as f32 * lane_height;
    let frame = Frame {
        fonts,
        picture,
        left: x + LEFT,
        right: x + width - 4.0,
        top: y + 2.0,
        bottom: y + height - lanes - size * 1.6,
        lane_height,
        size,
    };
    frame.level(surface);
    frame.axes(surface, y + height);
    frame.lanes(surface);
}

impl Frame<'_> {
    fn x(&self, day: f64) -> f32 {
        let (first, last) = self.picture.span;
        let share = ((day - first) / (last - first).max(1e-9)).clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
        let share = share as f32;
        self.left + share * (self.right - self.left)
    }

    fn y(&self, level: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
        let share = (level / 100.0).clamp(0.0, 1.0) as f32;
        self.bottom - share * (self.bottom - self.top)
    }

    fn holds(&self, day: f64) -> bool {
        day >= self.picture.span.0 && day <= self.picture.span.1
    }

    fn label(&self, surface: &mut Surface<'_>, words: &str, (x, y): (f32, f32), is_end: bool) {
        let words = self.fonts.showable(words);
        let width = self.fonts.width(&words, Weight::Plain, self.size);
        let x = if is_end { x - width } else { x };
        let (size, weight) = (self.size, Weight::Plain);
        write(
            surface,
            self.fonts,
            &Words {
                x,
                y,
                size,
                weight,
                words,
            },
        );
    }

    fn axes(&self, surface: &mut Surface<'_>, foot: f32) {
        let picture = self.picture;
        for (level, word) in [
            (100.0, &*picture.upper_end),
            (50.0, ""),
            (0.0, &*picture.lower_end),
        ] {
            let y = self.y(level);
            line(surface, (self.left, y), (self.right, y), 0.3);
            let (near, next) = if level > 99.0 {
                (self.size * 0.8, self.size)
            } else {
                (self.size * 0.3, -self.size)
            };
            let at = |y: f32| (self.left - 4.0, y);
            self.label(surface, &level.to_string(), at(y + near), true);
            // The word stands by itself, nearer to the middle: beside its number it would have no room.
            self.label(surface, word, at(y + near + next), true);
        }
        if let Some(threshold) = picture.threshold {
            let y = self.y(threshold);
            let mut path = PathBuilder::new();
            path.move_to(self.left, y);
            path.line_to(self.right, y);
            stroke(surface, path, 0.6, &[1.0, 2.0]);
        }
        let mut free_from = f32::MIN;
        for tick in picture.ticks.iter().filter(|tick| self.holds(tick.day)) {
            let words = self.fonts.showable(&tick.name);
            let width = self.fonts.width(&words, Weight::Plain, self.size);
            let x = self.x(tick.day);
            if x < free_from || x + width > self.right {
                continue;
            }
            free_from = x + width + 8.0;
            line(surface, (x, self.bottom), (x, foot - self.size * 1.2), 0.3);
            self.label(surface, &words, (x + 1.0, foot - self.size * 0.4), false);
        }
    }

    fn level(&self, surface: &mut Surface<'_>) {
        let runs = self.picture.drawn_runs();
        for run in &runs {
            let mut band = PathBuilder::new();
            let upper = run.iter().map(|p| (p.day, p.high));
            let lower = run.iter().rev().map(|p| (p.day, p.low));
            self.trace(&mut band, upper.chain(lower));
            band.close();
            fill(surface, band, BAND);
        }
        // A few dots are seen from afar; many must not run into each other.
        let half = match self.picture.dots.len() {
            ..=FEW_DOTS => 1.6,
            _ => 0.7,
        };
        for dot in self.picture.dots.iter().filter(|dot| self.holds(dot.day)) {
            let at = (self.x(dot.day), self.y(dot.level));
            if dot.is_hollow {
                let mut path = PathBuilder::new();
                square(&mut path, at, half + 0.4);
                stroke(surface, path, 0.4, &[]);
            } else {
                let mut path = PathBuilder::new();
                square(&mut path, at, half);
                fill(surface, path, 110);
            }
        }
        for run in &runs {
            let mut middle = PathBuilder::new();
            self.trace(&mut middle, run.iter().map(|p| (p.day, p.level)));
            stroke(surface, middle, 1.1, &[]);
        }
        for (day, low, high) in &self.picture.changes {
            let mut path = PathBuilder::new();
            path.move_to(self.x(*day), self.top);
            path.line_to(self.x(*day), self.bottom);
            stroke(surface, path, 1.2, &[4.0, 2.0]);
            // The span in which the change may lie, as a bar at the top.
            let mut bar = PathBuilder::new();
            bar.move_to(self.x(*low), self.top);
            bar.line_to(self.x(*high), self.top);
            stroke(surface, bar, 2.0, &[]);
        }
    }

    fn trace(&self, path: &mut PathBuilder, points: impl Iterator<Item = (f64, f64)>) {
        for (idx, (day, level)) in points.enumerate() {
            let (x, y) = (self.x(day), self.y(level));
            if idx == 0 {
                path.move_to(x, y);
            } else {
                path.line_to(x, y);
            }
        }
    }

    fn lanes(&self, surface: &mut Surface<'_>) {
        let mut top = self.bottom + 3.0;
        for lane in &self.picture.lanes {
            self.name(surface, &lane.name, top);
            self.marks(surface, lane, top);
            top += self.lane_height;
        }
        if self.picture.steps.is_empty() {
            return;
        }
        self.name(surface, &self.picture.steps_name, top);
        let (first, last) = self.picture.span;
        let steps = self.picture.steps.iter();
        for step in steps.filter(|step| step.to >= first && step.from <= last) {
            #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
            let share = step.share.clamp(0.05, 1.0) as f32;
            let height = (self.lane_height - 3.0) * share;
            let foot = top + self.lane_height - 2.0;
            let ends = (self.x(step.from), self.x(step.to));
            self.bar(surface, ends, (foot - height, foot), 235);
            let mut path = PathBuilder::new();
            path.move_to(ends.0, foot);
            path.line_to(ends.0, foot - height);
            path.line_to(ends.1, foot - height);
            path.line_to(ends.1, foot);
            stroke(surface, path, 0.6, &[]);
        }
    }

    fn name(&self, surface: &mut Surface<'_>, words: &str, top: f32) {
        let y = top + self.lane_height - 3.0;
        self.label(surface, words, (self.left - 4.0, y), true);
    }

    fn marks(&self, surface: &mut Surface<'_>, lane: &Lane, top: f32) {
        let is_inside =
            |mark: &&LaneMark| self.holds(mark.from) || mark.to.is_some_and(|to| self.holds(to));
        for mark in lane.marks.iter().filter(is_inside) {
            #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
            let strength = mark.strength.clamp(0.1, 1.0) as f32;
            let height = (self.lane_height - 3.0) * strength;
            let foot = top + self.lane_height - 2.0;
            let from = self.x(mark.from);
            let to = mark.to.map_or(from + 1.2, |to| self.x(to));
            self.bar(surface, (from, to), (foot - height, foot), MARK);
        }
    }

    fn bar(
        &self,
        surface: &mut Surface<'_>,
        (x0, x1): (f32, f32),
        (y0, y1): (f32, f32),
        light: u8,
    ) {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_ltrb(x0, y0, x1.max(x0 + 0.8), y1.max(y0 + 0.4)) {
            path.push_rect(rect);
            fill(surface, path, light);
        }
    }
}

fn square(path: &mut PathBuilder, (x, y): (f32, f32), half: f32) {
    if let Some(rect) = Rect::from_ltrb(x - half, y - half, x + half, y + half) {
        path.push_rect(rect);
    }
}
