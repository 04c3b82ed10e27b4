//! The table of contents: which paper is which chapter. Refuses to make up a title or an order.

use std::collections::BTreeMap;
use std::path::Path;

use super::HOME;
use super::pages::{folder_of, included};
use crate::tidy::resolve;
use crate::{ChoreError, chore};

/// One paper in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// What the contents call it.
    pub title: String,
    /// The file in the repository.
    pub paper: String,
    /// 0 for a chapter, 1 for one inside it, and so on.
    pub depth: usize,
}

impl Chapter {
    /// The file inside the book.
    #[must_use]
    pub fn place(&self) -> String {
        placed(&self.paper)
    }
}

/// A part of the book with its chapters. The first one has no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What stands above its chapters.
    pub title: String,
    /// Its chapters in order.
    pub chapters: Vec<Chapter>,
}

/// What is in the book, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// Its parts.
    pub parts: Vec<Part>,
    /// For each paper, also an included one, the place inside the book.
    pub places: BTreeMap<String, String>,
}

impl Contents {
    /// Reads `docs/manual/SUMMARY.md`, and each chapter for what it includes. A line
    /// `- {{files FOLDER}}` stands for every paper of that folder.
    ///
    /// # Errors
    /// [`ChoreError`] when a file cannot be read or a line is no chapter.
    pub fn read(root: &Path) -> Result<Self, ChoreError> {
        let path = format!("{HOME}/SUMMARY.md");
        let mut contents = Self::parse(root, &chore::read(&root.join(path))?)?;
        let chapters: Vec<Chapter> = contents.chapters().cloned().collect();
        for chapter in chapters {
            let text = chore::read(&root.join(&chapter.paper))?;
            for paper in included(&text, folder_of(&chapter.paper)) {
                contents.places.insert(paper, chapter.place());
            }
        }
        Ok(contents)
    }

    fn parse(root: &Path, text: &str) -> Result<Self, ChoreError> {
        let mut contents = Self::default();
        contents.begin("");
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if let Some(title) = line.strip_prefix("# ") {
                contents.begin(title);
                continue;
            }
            let depth = (line.len() - line.trim_start().len()) / 2;
            let line = line.trim_start().trim_start_matches("- ");
            if let Some(folder) = line
                .strip_prefix("{{files ")
                .and_then(|l| l.strip_suffix("}}"))
            {
                for chapter in papers_of(root, &resolve(HOME, folder), depth)? {
                    contents.add(chapter);
                }
            } else {
                contents.add(chapter(line, depth)?);
            }
        }
        Ok(contents)
    }

    fn begin(&mut self, title: &str) {
        self.parts.push(Part {
            title: title.to_owned(),
            chapters: Vec::new(),
        });
    }

    fn add(&mut self, chapter: Chapter) {
        if self.places.contains_key(&chapter.paper) {
            return;
        }
        self.places.insert(chapter.paper.clone(), chapter.place());
        if let Some(part) = self.parts.last_mut() {
            part.chapters.push(chapter);
        }
    }

    /// All chapters in order.
    pub fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.parts.iter().flat_map(|part| &part.chapters)
    }

    /// Papers that should be in the book and are not.
    #[must_use]
    pub fn left_out<'a>(&self, papers: impl Iterator<Item = &'a str>) -> Vec<String> {
        papers
            .filter(|path| belongs(path) && !self.places.contains_key(*path))
            .map(|path| format!("{path}: the contents of the manual do not reach it"))
            .collect()
    }
}

/// Papers of docs, methods, and the papers at the top but the one that leads to the book.
fn belongs(path: &str) -> bool {
    let is_at_top = !path.contains('/') && path != "README.md";
    let is_contents = path.ends_with("SUMMARY.md");
    path.ends_with(".md")
        && !is_contents
        && (is_at_top || path.starts_with("docs/") || path.ends_with("/method.md"))
}

/// Where a paper lies inside the book: what was written for it lies at its top.
#[must_use]
pub fn placed(paper: &str) -> String {
    let path = paper.strip_prefix("docs/manual/").unwrap_or(paper);
    match path.strip_suffix("README.md") {
        Some(folder) => format!("{folder}index.md"),
        None => path.to_owned(),
    }
}

fn chapter(line: &str, depth: usize) -> Result<Chapter, ChoreError> {
    let parts = line
        .strip_prefix('[')
        .and_then(|line| line.strip_suffix(')'))
        .and_then(|line| line.split_once("]("));
    let Some((title, target)) = parts else {
        let text = format!("{HOME}/SUMMARY.md: `{line}` is no chapter");
        return Err(ChoreError::Broken(text));
    };
    Ok(Chapter {
        title: title.to_owned(),
        paper: resolve(HOME, target),
        depth,
    })
}

/// The papers of a folder by name, each called by its first heading.
fn papers_of(root: &Path, folder: &str, depth: usize) -> Result<Vec<Chapter>, ChoreError> {
    let path = root.join(folder);
    let entries = std::fs::read_dir(&path).map_err(chore::at(&path))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".md") && name != "README.md")
        .collect();
    names.sort();
    let mut chapters = Vec::new();
    for name in names {
        let paper = format!("{folder}/{name}");
        let text = chore::read(&root.join(&paper))?;
        let title = text.lines().find_map(|line| line.strip_prefix("# "));
        chapters.push(Chapter {
            title: title.unwrap_or(&name).to_owned(),
            paper,
            depth,
        });
    }
    Ok(chapters)
}
