//! Checks the built pages: every link finds its file and its place in it, nothing is loaded from
//! elsewhere, there is no script, and every picture has words. Takes away what no page names. Refuses to repair a link.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::tidy::resolve;
use crate::{ChoreError, chore};

/// What a page has and names.
#[derive(Debug, Default)]
struct Page {
    anchors: BTreeSet<String>,
    links: Vec<String>,
    loads: Vec<String>,
    has_script: bool,
    /// Pictures without words for those who do not see them.
    n_silent: usize,
}

/// Everything that is wrong in the book that lies in `folder`.
///
/// # Errors
/// [`ChoreError::File`] when a file cannot be read or removed.
pub fn complaints(folder: &Path) -> Result<Vec<String>, ChoreError> {
    let files = files(folder)?;
    let mut pages: BTreeMap<&str, Page> = BTreeMap::new();
    for (name, path) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        pages.insert(name, read(&chore::read(path)?));
    }
    let mut list = Vec::new();
    let mut named: BTreeSet<String> = BTreeSet::new();
    for (name, page) in &pages {
        if page.has_script {
            list.push(format!("{name}: has a script"));
        }
        if page.n_silent > 0 {
            list.push(format!("{name}: has a picture without words"));
        }
        for target in &page.loads {
            if is_elsewhere(target) {
                list.push(format!("{name}: loads {target} from elsewhere"));
            }
        }
        for target in page.links.iter().chain(&page.loads) {
            if is_elsewhere(target) {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let wanted = if path.is_empty() {
                (*name).to_owned()
            } else {
                resolve(name.rsplit_once('/').map_or("", |(folder, _)| folder), path)
            };
            let found = files.contains_key(&wanted);
            let stands = anchor.is_empty()
                || pages
                    .get(wanted.as_str())
                    .is_some_and(|page| page.anchors.contains(anchor));
            if !found || !stands {
                list.push(format!("{name}: the link to {target} leads nowhere"));
            }
            named.insert(wanted);
        }
    }
    for (name, path) in &files {
        if !name.ends_with(".html") && !named.contains(name) {
            std::fs::remove_file(path).map_err(chore::at(path))?;
        }
    }
    Ok(list)
}

fn is_elsewhere(target: &str) -> bool {
    ["http:", "https:", "mailto:", "//", "data:"]
        .iter()
        .any(|way| target.starts_with(way))
}

/// All files below `folder`, by name from there.
pub(crate) fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>, ChoreError> {
    let mut found = BTreeMap::new();
    let mut open = vec![(String::new(), folder.to_path_buf())];
    while let Some((prefix, path)) = open.pop() {
        for entry in std::fs::read_dir(&path).map_err(chore::at(&path))? {
            let path = entry.map_err(chore::at(&path))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                open.push((format!("{name}/"), path));
            } else {
                found.insert(name, path);
            }
        }
    }
    Ok(found)
}

/// Reads the tags of a page. The pages are written by one program, so this knows its way of
/// writing them and no other.
fn read(html: &str) -> Page {
    let mut page = Page::default();
    for tag in html
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
    {
        let kind = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        page.has_script |= kind == "script";
        let words = attribute(tag, "alt").unwrap_or_default();
        page.n_silent += usize::from(kind == "img" && words.trim().is_empty());
        if let Some(id) = attribute(tag, "id") {
            page.anchors.insert(id);
        }
        match (attribute(tag, "href"), attribute(tag, "src")) {
            (Some(target), _) if kind == "a" => page.links.push(target),
            (Some(target), _) | (None, Some(target)) => page.loads.push(target),
            (None, None) => {}
        }
    }
    page
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = tag[start..].split('"').next()?;
    Some(value.replace("&amp;", "&").replace("&#x27;", "'"))
}
