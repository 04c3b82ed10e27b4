//! Every address that the pages answer, read from the source that routes them, so that a new one can not be
//! forgotten here. Refuses a route that it can not read.

use std::path::Path;

use crate::ChoreError;

const SOURCE: &str = "crates/web/src/server.rs";

/// One address, and which kinds of request it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route {
    /// With something in the place of what varies.
    pub path: String,
    pub reads: bool,
    pub writes: bool,
}

/// Reads all of them.
pub(crate) fn all(root: &Path) -> Result<Vec<Route>, ChoreError> {
    of_source(&crate::chore::read(&root.join(SOURCE))?)
}

fn of_source(text: &str) -> Result<Vec<Route>, ChoreError> {
    let routes = text.split(".route(").skip(1);
    routes.map(|rest| one(text, rest)).collect()
}

fn one(text: &str, rest: &str) -> Result<Route, ChoreError> {
    let broken = || {
        let start: String = rest.chars().take(60).collect();
        ChoreError::Broken(format!("{SOURCE}: no route that can be read: {start}"))
    };
    let call = rest.get(..end_of_call(rest)).ok_or_else(broken)?;
    let (path, handler) = call.split_once(',').ok_or_else(broken)?;
    let path = path.trim().trim_matches('"');
    let mut handler = handler.trim().trim_end_matches(',').to_owned();
    if !handler.contains('(') {
        // It has a name, and stands above.
        let named = format!("let {handler} = ");
        let (_, after) = text.split_once(&named).ok_or_else(broken)?;
        handler = after.split(';').next().unwrap_or_default().to_owned();
    }
    let takes = |word: &str| {
        let is_start =
            |idx: usize| !handler[..idx].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        handler.match_indices(word).any(|(idx, _)| is_start(idx))
    };
    let route = Route {
        path: path.replace("{number}", "1").replace("{country}", "nl"),
        reads: takes("get("),
        writes: takes("post("),
    };
    if !(route.reads || route.writes) || route.path.contains('{') {
        return Err(broken());
    }
    Ok(route)
}

/// Where the call ends whose opening bracket stands just before.
fn end_of_call(rest: &str) -> usize {
    let mut depth = 1;
    for (idx, letter) in rest.char_indices() {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return idx;
        }
    }
    rest.len()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A failed test stops here.
mod tests {
    use super::*;

    #[test]
    fn routes_are_read_however_they_are_written() {
        let text = r#"
            let look = post(data::look).layer(DefaultBodyLimit::disable());
            .route("/", get(handlers::today))
            .route("/day", get(handlers::day).post(handlers::open_day))
            .route(
                "/try/{number}/session",
                get(strategies::session).post(strategies::go_on),
            )
            .route("/away", get(async || pages::away::page()))
            .route("/data/look", look)
        "#;
        let found = of_source(text).unwrap();
        let of = |path: &str, reads, writes| Route {
            path: path.to_owned(),
            reads,
            writes,
        };
        let wanted = [
            of("/", true, false),
            of("/day", true, true),
            of("/try/1/session", true, true),
            of("/away", true, false),
            of("/data/look", false, true),
        ];
        assert_eq!(found, wanted);
        assert!(of_source(".route(\"/x\", nobody)").is_err());
        assert!(of_source(".route(\"/{new}\", get(x))").is_err());
    }

    #[test]
    fn every_route_of_the_program_is_read() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let found = all(&root).unwrap();
        assert!(found.len() > 100, "{}", found.len());
        assert!(
            found
                .iter()
                .any(|route| route.path == "/exit" && !route.reads)
        );
    }
}
