//! The colors of the style sheet: each pair that meets on a page can be told apart, in every scheme.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../assets/style.css");

type Tokens = BTreeMap<String, String>;

/// The colors of the block that begins with these words.
fn tokens(begin: &str) -> Tokens {
    let (_, rest) = STYLE.split_once(begin).unwrap();
    let block = rest.split('}').next().unwrap();
    let lines = block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--"));
    lines
        .filter_map(|line| line.split_once(": "))
        .filter(|(_, value)| value.starts_with('#'))
        .map(|(name, value)| (name.to_owned(), value.trim_end_matches(';').to_owned()))
        .collect()
}

/// Light, dark, and both for whoever asks for more contrast.
fn schemes() -> Vec<(&'static str, Tokens)> {
    let over = |below: &Tokens, above: Tokens| {
        let mut all = below.clone();
        all.extend(above);
        all
    };
    let light = tokens(":root {");
    let dark = tokens("@media (prefers-color-scheme: dark) {\n  :root {");
    let more = tokens("@media (prefers-contrast: more) {\n  :root {");
    let more_dark =
        tokens("@media (prefers-contrast: more) and (prefers-color-scheme: dark) {\n  :root {");
    // What one scheme leaves out is not taken from another: each says all its colors.
    for other in [&dark, &more, &more_dark] {
        assert_eq!(light.len(), other.len(), "a scheme lacks a color");
    }
    vec![
        ("light", light.clone()),
        ("dark", over(&light, dark)),
        ("more, light", over(&light, more)),
        ("more, dark", over(&light, more_dark)),
    ]
}

/// Relative luminance of WCAG 2.2.
fn luminance(color: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const SURFACES: [&str; 3] = ["paper", "card", "tint"];
const WORDS: [&str; 3] = ["ink", "soft", "accent"];
const MORE_WORDS: [(&str, &str); 6] = [
    ("ink", "warm-tint"),
    ("soft", "warm-tint"),
    ("warm", "warm-tint"),
    ("accent", "warm-tint"),
    ("on-accent", "accent"),
    ("on-warm", "warm"),
];
const MARKS: [&str; 13] = [
    "band-edge",
    "level",
    "dot",
    "change",
    "flicker",
    "event",
    "sleep",
    "dose",
    "line",
    "edge",
    "accent",
    "focus",
    "warm",
];
const MORE_MARKS: [(&str, &str); 9] = [
    ("level", "band"),
    ("dot", "band"),
    ("edge", "paper"),
    ("accent", "paper"),
    ("warm", "paper"),
    ("band-edge", "paper"),
    ("focus", "paper"),
    ("focus", "tint"),
    ("focus", "warm-tint"),
];

#[test]
fn words_and_marks_stand_out_from_what_they_lie_on_in_every_scheme() {
    let words = WORDS
        .iter()
        .flat_map(|word| SURFACES.map(|surface| (*word, surface)))
        .chain(MORE_WORDS);
    let marks = MARKS.iter().map(|mark| (*mark, "card")).chain(MORE_MARKS);
    let asked: Vec<(f64, (&str, &str))> = words
        .map(|pair| (4.5, pair))
        .chain(marks.map(|pair| (3.0, pair)))
        .collect();
    for (name, tokens) in schemes() {
        let mut lowest = f64::MAX;
        for (need, (one, other)) in &asked {
            let ratio = contrast(&tokens[*one], &tokens[*other]);
            assert!(
                ratio >= *need,
                "{name}: {one} on {other}: {ratio:.2}, {need} needed"
            );
            lowest = lowest.min(ratio / need);
        }
        println!(
            "{name}: {} pairs, the nearest at {lowest:.2} times its need",
            asked.len()
        );
    }
}

/// Known numbers: black on white is 21, and the gray #767676 is the lightest that is read on white.
#[test]
fn the_ratio_is_that_of_the_guideline() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#767676", "#ffffff") - 4.54).abs() < 0.005);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.005);
}

/// A color outside the tokens would be checked by nobody. The cover that hides a page is white paper.
#[test]
fn below_the_tokens_there_is_no_color() {
    let (_, rest) = STYLE.split_once("/* The page */").unwrap();
    for line in rest.lines().filter(|line| !line.starts_with(".cover")) {
        let is_color = |word: &str| {
            word.len() >= 3 && word.chars().take_while(char::is_ascii_hexdigit).count() >= 3
        };
        assert!(!line.split('#').skip(1).any(is_color), "{line}");
        assert!(!line.contains("rgb(") && !line.contains("hsl("), "{line}");
    }
}
