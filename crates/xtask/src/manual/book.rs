//! Makes the book: lays the pages out in a throw-away folder, has mdBook set them, and looks at what
//! came of it. Refuses to hand over a book with a broken link.

use std::fmt::Write as _;
use std::path::Path;

use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

use super::contents::Contents;
use super::{HOME, links, pages};
use crate::{ChoreError, chore, tidy};

/// Stands in the frame of a page where its list of chapters goes.
const MARK: &str = "<!--chapters-->";

pub(super) fn build(root: &Path, to: &Path) -> Result<(), ChoreError> {
    let contents = Contents::read(root)?;
    let tree = tidy::Tree::read(root)?;
    let mut list = contents.left_out(tree.names());
    let stage = tempfile::tempdir().map_err(chore::at(to))?;
    list.extend(lay_out(root, &contents, stage.path())?);
    set(root, stage.path(), to)?;
    finish(root, &contents, to)?;
    list.extend(links::complaints(to)?);
    sweep(to)?;
    for complaint in &list {
        println!("{complaint}");
    }
    chore::verdict(list.len(), "manual")?;
    let files = links::files(to)?;
    let bytes: u64 = files
        .values()
        .filter_map(|path| Some(path.metadata().ok()?.len()))
        .sum();
    println!(
        "manual: {} chapters, {} files, {} KB in {}",
        contents.chapters().count(),
        files.len(),
        bytes / 1000,
        to.display()
    );
    Ok(())
}

/// Writes all pages and what they need below `stage`. Returns what is wrong with them.
fn lay_out(root: &Path, contents: &Contents, stage: &Path) -> Result<Vec<String>, ChoreError> {
    let source = stage.join("src");
    let mut list = Vec::new();
    let mut summary = String::new();
    for part in &contents.parts {
        if !part.title.is_empty() {
            let _ = writeln!(summary, "\n# {}\n", part.title);
        }
        for chapter in &part.chapters {
            let page = pages::page(root, contents, chapter)?;
            let place = chapter.place();
            let indent = "  ".repeat(chapter.depth);
            let _ = writeln!(summary, "{indent}- [{}]({place})", chapter.title);
            put(&source.join(&place), page.text.as_bytes())?;
            for file in page.carried {
                let from = root.join(&file);
                let bytes = std::fs::read(&from).map_err(chore::at(&from))?;
                put(&source.join(super::contents::placed(&file)), &bytes)?;
            }
            list.extend(page.complaints);
        }
    }
    put(&source.join("SUMMARY.md"), summary.as_bytes())?;
    Ok(list)
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), ChoreError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(chore::at(folder))?;
    }
    std::fs::write(path, bytes).map_err(chore::at(path))
}

/// Has mdBook write the pages.
fn set(root: &Path, stage: &Path, to: &Path) -> Result<(), ChoreError> {
    let broken = |error: &dyn std::fmt::Display| ChoreError::Broken(format!("mdBook: {error:#}"));
    let text = chore::read(&root.join(HOME).join("book.toml"))?;
    let mut config: Config = text.parse().map_err(|e| broken(&e))?;
    config.build.build_dir = std::path::absolute(to).map_err(chore::at(to))?;
    let theme = root.join(HOME).join("theme");
    config
        .set("output.html.theme", theme)
        .map_err(|e| broken(&e))?;
    MDBook::load_with_config(stage, config)
        .and_then(|book| book.build())
        .map_err(|e| broken(&e))
}

/// Gives every page its list of chapters, and the book its one sheet of style.
fn finish(root: &Path, contents: &Contents, to: &Path) -> Result<(), ChoreError> {
    let style = chore::read(&root.join(HOME).join("theme/manual.css"))?;
    chore::write(&to.join("manual.css"), &style)?;
    for (name, path) in links::files(to)? {
        if !name.ends_with(".html") {
            continue;
        }
        let html = chore::read(&path)?;
        if html.contains(MARK) {
            let html = reachable(&plain_pictures(&html)).replace(MARK, &chapters(contents, &name));
            chore::write(&path, &html)?;
        } else {
            // mdBook's own list of chapters, for frames that this book does not have.
            std::fs::remove_file(&path).map_err(chore::at(&path))?;
        }
    }
    Ok(())
}

/// mdBook wraps a picture in a box to tick that shows it once more, larger. The pictures are as large
/// as they get, and a box without words says nothing to a screen reader: only the picture stays.
fn plain_pictures(html: &str) -> String {
    const OPENS: &str =
        "<label class=\"checkbox-label\"><input class=\"checkbox-img\" type=\"checkbox\">";
    const AGAIN: &str = "<span class=\"img-wrapper\">";
    let mut parts = html.split(OPENS);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (picture, rest) = part.split_once(AGAIN).unwrap_or((part, ""));
        plain.push_str(picture);
        plain.push_str(rest.split_once("</label>").map_or(rest, |(_, after)| after));
    }
    plain
}

/// What moves sideways by itself can be reached and moved by keyboard, and an empty cell is no heading.
fn reachable(html: &str) -> String {
    html.replace(
        "<div class=\"table-wrapper\">",
        "<div class=\"table-wrapper\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">",
    )
    .replace("<pre>", "<pre tabindex=\"0\">")
    .replace("<th></th>", "<td></td>")
}

/// The list of chapters as the page `here` shows it: its own part unfolded.
fn chapters(contents: &Contents, here: &str) -> String {
    let page = |place: &str| place.trim_end_matches(".md").to_owned() + ".html";
    let mut html = String::new();
    for part in &contents.parts {
        let is_here = part.chapters.iter().any(|c| page(&c.place()) == here);
        if !part.title.is_empty() {
            let open = if is_here { " open" } else { "" };
            let _ = write!(
                html,
                "<details{open}><summary>{}</summary>",
                escaped(&part.title)
            );
        }
        html.push_str("<ul>");
        for chapter in &part.chapters {
            let target = page(&chapter.place());
            let current = if target == here {
                " aria-current=\"page\""
            } else {
                ""
            };
            let _ = write!(
                html,
                "<li class=\"deep{}\"><a href=\"{}\"{current}>{}</a></li>",
                chapter.depth,
                pages::between(here, &target),
                escaped(&chapter.title)
            );
        }
        html.push_str("</ul>");
        if !part.title.is_empty() {
            html.push_str("</details>");
        }
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Removes folders in which nothing is left.
fn sweep(folder: &Path) -> Result<(), ChoreError> {
    for entry in std::fs::read_dir(folder).map_err(chore::at(folder))? {
        let path = entry.map_err(chore::at(folder))?.path();
        if path.is_dir() {
            sweep(&path)?;
            // Fails, as it should, where something is left.
            let _ = std::fs::remove_dir(&path);
        }
    }
    Ok(())
}
