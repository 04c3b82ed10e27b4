//! The style sheet, the small scripts and the icon, as they are built into the program. They are sent without their
//! comments and indents, which only whoever works on them needs.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::IntoResponse;

static STYLE: LazyLock<String> = LazyLock::new(|| lean_style(include_str!("../assets/style.css")));
static SCRIPT: LazyLock<String> =
    LazyLock::new(|| lean_script(include_str!("../assets/script.js")));
static TIME: LazyLock<String> = LazyLock::new(|| lean_script(include_str!("../assets/time.js")));

/// The style sheet.
pub async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        STYLE.as_str(),
    )
}

/// The script of every page.
pub async fn script() -> impl IntoResponse {
    sent(&SCRIPT)
}

/// The script of the picture of time.
pub async fn time() -> impl IntoResponse {
    sent(&TIME)
}

fn sent(script: &'static str) -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        script,
    )
}

/// A plain sheet of paper.
pub async fn icon() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "image/svg+xml")],
        include_str!("../assets/icon.svg"),
    )
}

/// A script without lines that are only a comment, and without indents. Its lines stay lines, so that it means the same.
fn lean_script(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    let mut lean = String::with_capacity(script.len());
    for line in lines {
        lean.push_str(line);
        lean.push('\n');
    }
    lean
}

/// A style sheet without comments and without the room around its signs. Words in quotes stay as they are.
fn lean_style(style: &str) -> String {
    let mut lean = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        lean.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    lean.push_str(rest);
    let mut out = String::with_capacity(lean.len());
    let mut in_quotes = false;
    for c in lean.chars() {
        if c == '"' {
            in_quotes = !in_quotes;
        }
        if in_quotes {
            out.push(c);
            continue;
        }
        let c = if c.is_whitespace() { ' ' } else { c };
        // `a :hover` and `a:hover` differ, and so do `a + b` in a sum and without room: only signs that
        // mean the same either way lose the room around them.
        let is_needless = out.is_empty() || out.ends_with([' ', '{', '}', ';', ',', ':', '>']);
        if c == ' ' && is_needless {
            continue;
        }
        if matches!(c, '{' | '}' | ';' | ',' | '>') && out.ends_with(' ') {
            out.pop();
        }
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_means_the_same_without_room_and_comments() {
        let style = "/* a */\na :hover > b, i:is(c, d) {\n  margin: 0 auto; /* b */\n  width: calc(1px + 2px);\n  content: \" ; \";\n}\n";
        assert_eq!(
            lean_style(style),
            "a :hover>b,i:is(c,d){margin:0 auto;width:calc(1px + 2px);content:\" ; \"}"
        );
        // Nothing is lost but room and comments.
        let bare = |text: &str| text.matches(['{', '#']).count();
        let source = include_str!("../assets/style.css");
        assert_eq!(bare(&STYLE), bare(source));
        assert!(STYLE.len() < source.len() && !STYLE.contains("/*") && !STYLE.contains('\n'));
    }

    #[test]
    fn a_script_keeps_its_lines() {
        let script = "// a\n\nif (b) {\n  // c\n  d(\"//e\"); // f\n}\n";
        assert_eq!(lean_script(script), "if (b) {\nd(\"//e\"); // f\n}\n");
        for source in [
            include_str!("../assets/script.js"),
            include_str!("../assets/time.js"),
        ] {
            // Words over several lines would lose the room at their beginnings.
            for line in source.lines() {
                assert_eq!(line.matches('`').count() % 2, 0, "{line}");
                assert!(!line.contains("/*"), "{line}");
            }
        }
    }
}
