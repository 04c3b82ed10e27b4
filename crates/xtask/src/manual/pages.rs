//! A paper as a page of the book: what it includes is set in, and its links lead to where things
//! lie in the book. Refuses to leave a link to something that the book does not hold.

use std::fmt::Write as _;
use std::path::Path;

use super::{Chapter, Contents, figure, rules};
use crate::tidy::resolve;
use crate::{ChoreError, chore};

/// Files that are taken into the book when a page links to them.
const CARRIED: [&str; 6] = [".csv", ".json", ".toml", ".svg", ".webp", ".png"];

/// A page as it goes into the book.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its text.
    pub text: String,
    /// Files of the repository that it needs beside it.
    pub carried: Vec<String>,
    /// What is wrong with it.
    pub complaints: Vec<String>,
}

/// The folder of a file, from the top of the repository.
pub(crate) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The papers that `text` in `folder` includes.
pub(crate) fn included(text: &str, folder: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| asked(line, "include"))
        .map(|path| resolve(folder, path))
        .collect()
}

/// What `{{#word THIS}}` asks for, where it is all of the line.
fn asked<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let inside = line.trim().strip_prefix("{{#")?.strip_suffix("}}")?;
    Some(inside.strip_prefix(word)?.strip_prefix(' ')?.trim())
}

/// Makes the page of one chapter.
///
/// # Errors
/// [`ChoreError`] when a file cannot be read.
pub fn page(root: &Path, contents: &Contents, chapter: &Chapter) -> Result<Page, ChoreError> {
    let mut page = Page::default();
    let text = chore::read(&root.join(&chapter.paper))?;
    let place = chapter.place();
    for_each_part(&text, |line, is_code| {
        if let Some(path) = asked(line, "include").filter(|_| !is_code) {
            let path = resolve(folder_of(&chapter.paper), path);
            let inner = chore::read(&root.join(&path))?;
            let frame = Frame::new(root, contents, &path, &place);
            for_each_part(&inner, |line, is_code| {
                let deeper = line.starts_with('#') && !is_code;
                if deeper {
                    page.text.push('#');
                }
                frame.add(&mut page, line, is_code);
                Ok(())
            })?;
        } else if let Some(name) = asked(line, "figure").filter(|_| !is_code) {
            page.text.push_str(&figure::figure(root, name)?);
        } else if line.trim() == "{{#rules}}" && !is_code {
            page.text.push_str(&rules::rules(root)?);
        } else {
            Frame::new(root, contents, &chapter.paper, &place).add(&mut page, line, is_code);
        }
        Ok(())
    })?;
    Ok(page)
}

/// Hands on each line, and whether it lies in a block of code.
fn for_each_part(
    text: &str,
    mut each: impl FnMut(&str, bool) -> Result<(), ChoreError>,
) -> Result<(), ChoreError> {
    let mut is_code = false;
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        each(line, is_code || is_fence)?;
    }
    Ok(())
}

/// Where a text comes from and where it goes to.
struct Frame<'a> {
    root: &'a Path,
    contents: &'a Contents,
    paper: &'a str,
    place: &'a str,
}

impl<'a> Frame<'a> {
    fn new(root: &'a Path, contents: &'a Contents, paper: &'a str, place: &'a str) -> Self {
        Self {
            root,
            contents,
            paper,
            place,
        }
    }

    /// Adds a line with its links set right.
    fn add(&self, page: &mut Page, line: &str, is_code: bool) {
        if is_code {
            page.text.push_str(line);
        } else {
            self.relink(page, line);
        }
        page.text.push('\n');
    }

    fn relink(&self, page: &mut Page, line: &str) {
        let mut rest = line;
        let mut opened: Vec<usize> = Vec::new();
        while let Some(first) = rest.chars().next() {
            if first == '`' {
                let n = code_length(rest);
                page.text.push_str(&rest[..n]);
                rest = &rest[n..];
            } else if let Some((target, after)) = target(rest) {
                self.link(page, opened.pop(), target);
                rest = after;
            } else {
                match first {
                    '[' => opened.push(page.text.len()),
                    ']' => {
                        opened.pop();
                    }
                    _ => {}
                }
                page.text.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }

    /// Ends a link whose words begin at `opened`.
    fn link(&self, page: &mut Page, opened: Option<usize>, target: &str) {
        let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
        let hash = if anchor.is_empty() { "" } else { "#" };
        if path.is_empty() || path.contains(':') {
            let _ = write!(page.text, "]({target})");
            return;
        }
        let wanted = resolve(folder_of(self.paper), path);
        let on_disk = self.root.join(&wanted);
        let listed = format!("{wanted}/README.md");
        let places = &self.contents.places;
        if let Some(place) = places.get(&wanted).or_else(|| places.get(&listed)) {
            let _ = write!(page.text, "]({}{hash}{anchor})", between(self.place, place));
        } else if on_disk.is_file() && CARRIED.iter().any(|end| wanted.ends_with(end)) {
            let place = super::contents::placed(&wanted);
            let _ = write!(page.text, "]({})", between(self.place, &place));
            page.carried.push(wanted);
        } else {
            // Its words stay; the thing itself lies in the repository alone.
            if let Some(at) = opened {
                page.text.remove(at);
            }
            if !on_disk.exists() {
                let complaint = format!("{}: the link to {path} leads nowhere", self.paper);
                page.complaints.push(complaint);
            }
        }
    }
}

/// How long the code is with which `text` begins; one mark when it never ends.
fn code_length(text: &str) -> usize {
    let n = text.len() - text.trim_start_matches('`').len();
    let marks = &text[..n];
    text[n..].find(marks).map_or(n, |at| n + at + n)
}

/// The target of a link when `text` begins with the end of its words, and what comes after it.
fn target(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("](")?;
    let end = rest.find(')')?;
    Some((&rest[..end], &rest[end + 1..]))
}

/// The way from one file of the book to another.
#[must_use]
pub fn between(from: &str, to: &str) -> String {
    let mut here: Vec<&str> = from.split('/').collect();
    here.pop();
    let there: Vec<&str> = to.split('/').collect();
    let n_shared = here
        .iter()
        .zip(&there[..there.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let mut way: Vec<&str> = vec![".."; here.len() - n_shared];
    way.extend(&there[n_shared..]);
    way.join("/")
}
