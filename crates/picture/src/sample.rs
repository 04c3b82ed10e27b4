//! One mark by itself, to stand beside the words that say what it means. Refuses words of its own.

use crate::frame::{block, dot, line};
use crate::svg::{Svg, path};

/// A mark of the picture of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// The level in its band.
    Level,
    /// A single answer.
    Dot,
    /// An answer that was written down later.
    Hollow,
    /// The person's own line.
    Threshold,
    /// A change of the level, and when it may have been.
    Change,
    /// A square of the year, small and large.
    Day,
    /// A moment in which a feeling came through.
    Flicker,
    /// A day without a level.
    NoDay,
}

impl Sample {
    /// Draws the mark. It is hidden from readers: the words beside it say what it is.
    #[must_use]
    pub fn draw(self) -> String {
        let mut svg = Svg::default();
        svg.open(
            "svg",
            &[
                ("class", "picture"),
                ("viewBox", "0 0 28 16"),
                ("aria-hidden", "true"),
            ],
        );
        match self {
            Self::Level => {
                let outline = [(0.0, 5.0), (28.0, 1.0), (28.0, 11.0), (0.0, 15.0)];
                let outline = format!("{}Z", path(outline.into_iter()));
                svg.empty("path", &[("class", "band"), ("d", &outline)]);
                line(&mut svg, "level", (0.0, 10.0), (28.0, 6.0));
            }
            Self::Dot => dot(&mut svg, "dot", (14.0, 8.0), 3.0),
            Self::Hollow => dot(&mut svg, "dot hollow", (14.0, 8.0), 3.5),
            Self::Threshold => line(&mut svg, "threshold", (0.0, 8.0), (28.0, 8.0)),
            Self::Change => {
                block(&mut svg, "change-range", (6.0, 0.0), (22.0, 16.0));
                line(&mut svg, "change", (14.0, 0.0), (14.0, 16.0));
            }
            Self::Day => {
                block(&mut svg, "day day-0", (4.0, 6.0), (8.0, 10.0));
                block(&mut svg, "day day-4", (14.0, 2.0), (26.0, 14.0));
            }
            Self::Flicker => dot(&mut svg, "flicker", (14.0, 8.0), 3.5),
            Self::NoDay => block(&mut svg, "no-day", (13.0, 7.0), (15.0, 9.0)),
        }
        svg.close("svg");
        svg.finish()
    }
}
