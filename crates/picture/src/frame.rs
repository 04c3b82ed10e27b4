//! What all pictures share: the element with its title and description, lines and words in it.

use crate::svg::{Shape, Svg, number, points};

/// Opens a picture with its title and description; `id` must be unique on the page.
pub fn open(svg: &mut Svg, size: (f64, f64), id: &str, words: (&str, &str)) {
    open_with(svg, size, id, words, &[]);
}

/// The same, with more attributes.
pub fn open_with(
    svg: &mut Svg,
    (width, height): (f64, f64),
    id: &str,
    words: (&str, &str),
    more: &[(&str, &str)],
) {
    let (title_id, desc_id) = (format!("{id}-title"), format!("{id}-desc"));
    let view_box = format!("0 0 {} {}", number(width), number(height));
    let labelled = format!("{title_id} {desc_id}");
    let own = [
        ("class", "picture"),
        ("viewBox", view_box.as_str()),
        ("role", "img"),
        ("aria-labelledby", labelled.as_str()),
    ];
    svg.open("svg", &[&own, more].concat());
    svg.words("title", &[("id", &title_id)], words.0);
    svg.words("desc", &[("id", &desc_id)], words.1);
}

/// A straight line.
pub fn line(svg: &mut Svg, class: &str, from: (f64, f64), to: (f64, f64)) {
    let mut shape = Shape::default();
    shape.go(from).to(to);
    svg.empty("path", &[("class", class), ("d", &shape.finish())]);
}

/// Round points of one kind, as one shape: many of them stay small.
pub fn dots(svg: &mut Svg, class: &str, places: impl Iterator<Item = (f64, f64)>, across: f64) {
    let d = points(places);
    if !d.is_empty() {
        let across = number(across);
        svg.empty(
            "path",
            &[("class", class), ("stroke-width", &across), ("d", &d)],
        );
    }
}

/// A circle.
pub fn dot(svg: &mut Svg, class: &str, at: (f64, f64), radius: f64) {
    svg.empty(
        "circle",
        &[
            ("class", class),
            ("cx", &number(at.0)),
            ("cy", &number(at.1)),
            ("r", &number(radius)),
        ],
    );
}

/// A rectangle from one corner to the other.
pub fn block(svg: &mut Svg, class: &str, from: (f64, f64), to: (f64, f64)) {
    svg.empty(
        "rect",
        &[
            ("class", class),
            ("x", &number(from.0.min(to.0))),
            ("y", &number(from.1.min(to.1))),
            ("width", &number((to.0 - from.0).abs().max(1.0))),
            ("height", &number((to.1 - from.1).abs().max(1.0))),
        ],
    );
}

/// A word that starts, ends or is centered at a place.
pub fn label(svg: &mut Svg, at: (f64, f64), anchor: &str, words: &str) {
    named(svg, "", at, anchor, words);
}

/// A word on top of marks: the ground shows around its letters.
pub fn label_on_marks(svg: &mut Svg, at: (f64, f64), anchor: &str, words: &str) {
    named(svg, "on", at, anchor, words);
}

fn named(svg: &mut Svg, class: &str, at: (f64, f64), anchor: &str, words: &str) {
    let (x, y) = (number(at.0), number(at.1));
    // A word starts at its place where nothing else is said.
    let anchor = if anchor == "start" { "" } else { anchor };
    let attributes = [
        ("class", class),
        ("x", x.as_str()),
        ("y", y.as_str()),
        ("text-anchor", anchor),
    ];
    svg.words("text", &attributes, words);
}

/// Where a word at `x` may stand so that it does not leave the picture.
pub fn anchor(x: f64, width: f64) -> &'static str {
    if x < 40.0 {
        "start"
    } else if x > width - 40.0 {
        "end"
    } else {
        "middle"
    }
}
