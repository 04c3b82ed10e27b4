//! A disk that loses power: what may stand on it after a cut, built from a trace. Refuses to be kinder
//! than a disk: what was not waited for is there, gone, or half there, sector by sector.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::trace::Entry;
use crate::draw::Draw;

/// How names behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// As ext4: names and lengths change in order, and waiting for one file commits all before it.
    Journal,
    /// Less than any file system in use: a name is there only after its folder was waited for, and
    /// every other one by chance and in no order.
    Strict,
}

impl Rule {
    pub const ALL: [Self; 2] = [Self::Journal, Self::Strict];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Strict => "strict",
        }
    }
}

/// What stands on a disk: files with their bytes, and folders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Image {
    pub files: BTreeMap<String, Vec<u8>>,
    pub folders: BTreeSet<String>,
}

#[derive(Debug, Clone, Copy)]
enum Change<'a> {
    Write { at: usize, body: &'a [u8] },
    Truncate { number: usize, len: usize },
}

#[derive(Debug, Default)]
struct File<'a> {
    /// What the disk has promised.
    kept: Vec<u8>,
    /// What came after that, in order.
    since: Vec<Change<'a>>,
}

#[derive(Debug, Clone)]
enum Naming {
    Put(String, usize),
    Move(String, String),
    Drop(String),
    Folder(String),
}

impl Naming {
    /// The folder that has to be waited for.
    fn folder(&self) -> &str {
        let (Self::Put(path, _) | Self::Move(_, path) | Self::Drop(path) | Self::Folder(path)) =
            self;
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

#[derive(Debug, Clone, Default)]
struct Names {
    files: BTreeMap<String, usize>,
    folders: BTreeSet<String>,
}

impl Names {
    fn apply(&mut self, naming: &Naming) {
        match naming {
            Naming::Put(path, id) => {
                self.files.insert(path.clone(), *id);
            }
            Naming::Move(from, to) => {
                if let Some(id) = self.files.remove(from) {
                    self.files.insert(to.clone(), id);
                }
            }
            Naming::Drop(path) => {
                self.files.remove(path);
            }
            Naming::Folder(path) => {
                self.folders.insert(path.clone());
            }
        }
    }
}

#[derive(Debug, Clone)]
enum Node {
    File(usize),
    Folder(String),
}

/// The disk while a trace is played back.
#[derive(Debug)]
pub(crate) struct Disk<'a> {
    rule: Rule,
    files: Vec<File<'a>>,
    nodes: BTreeMap<u64, Node>,
    /// As the program sees them.
    live: Names,
    /// As the disk has promised them.
    kept: Names,
    /// Namings since then, each with the number of its entry.
    since: Vec<(usize, Naming)>,
    /// Entries so far.
    number: usize,
    /// The entry up to which the journal is on disk.
    committed: usize,
}

/// How much of what was not waited for survives, and in what pieces.
#[derive(Debug, Clone, Copy)]
struct Tear {
    sector: usize,
    share_kept: f64,
}

impl<'a> Disk<'a> {
    /// A disk on which this stands already.
    pub fn new(rule: Rule, start: &Image) -> Self {
        let mut names = Names {
            folders: start.folders.clone(),
            ..Names::default()
        };
        let mut files = Vec::new();
        for (path, bytes) in &start.files {
            names.files.insert(path.clone(), files.len());
            files.push(File {
                kept: bytes.clone(),
                since: Vec::new(),
            });
        }
        Self {
            rule,
            files,
            nodes: BTreeMap::new(),
            live: names.clone(),
            kept: names,
            since: Vec::new(),
            number: 0,
            committed: 0,
        }
    }

    /// Plays the next entry back.
    pub fn play(&mut self, entry: Entry<'a>) {
        self.number += 1;
        match entry {
            Entry::Open {
                path,
                inode,
                is_emptied,
            } => self.open(path, inode, is_emptied),
            Entry::Write { inode, at, body } => self.change(inode, Change::Write { at, body }),
            Entry::Truncate { inode, len } => {
                let number = self.number;
                self.change(inode, Change::Truncate { number, len });
            }
            Entry::Sync { inode } => self.sync(inode),
            Entry::Rename { from, to } => self.name(Naming::Move(from.to_owned(), to.to_owned())),
            Entry::Link { from, to } => {
                if let Some(id) = self.live.files.get(from) {
                    self.name(Naming::Put(to.to_owned(), *id));
                }
            }
            Entry::Unlink { path } => self.name(Naming::Drop(path.to_owned())),
            Entry::Folder { path } => self.name(Naming::Folder(path.to_owned())),
            Entry::Mark => {}
        }
    }

    fn open(&mut self, path: &str, inode: u64, is_emptied: bool) {
        if self.live.folders.contains(path) {
            self.nodes.insert(inode, Node::Folder(path.to_owned()));
            return;
        }
        let id = match self.live.files.get(path) {
            Some(id) => *id,
            None => {
                self.files.push(File::default());
                let id = self.files.len() - 1;
                self.name(Naming::Put(path.to_owned(), id));
                id
            }
        };
        self.nodes.insert(inode, Node::File(id));
        if is_emptied {
            let number = self.number;
            self.change(inode, Change::Truncate { number, len: 0 });
        }
    }

    fn name(&mut self, naming: Naming) {
        self.live.apply(&naming);
        self.since.push((self.number, naming));
    }

    fn change(&mut self, inode: u64, change: Change<'a>) {
        if let Some(Node::File(id)) = self.nodes.get(&inode)
            && let Some(file) = self.files.get_mut(*id)
        {
            file.since.push(change);
        }
    }

    fn sync(&mut self, inode: u64) {
        let node = self.nodes.get(&inode).cloned();
        if let Some(Node::File(id)) = &node
            && let Some(file) = self.files.get_mut(*id)
        {
            for change in std::mem::take(&mut file.since) {
                apply_whole(&mut file.kept, change);
            }
        }
        match (self.rule, node) {
            (Rule::Journal, _) => {
                self.committed = self.number;
                for (_, naming) in std::mem::take(&mut self.since) {
                    self.kept.apply(&naming);
                }
            }
            (Rule::Strict, Some(Node::Folder(path))) => {
                for (number, naming) in std::mem::take(&mut self.since) {
                    if naming.folder() == path {
                        self.kept.apply(&naming);
                    } else {
                        self.since.push((number, naming));
                    }
                }
            }
            (Rule::Strict, _) => {}
        }
    }

    /// What may stand on the disk when the power goes now.
    pub fn cut(&self, draw: &mut Draw) -> Image {
        let tear = Tear {
            sector: [512, 4096][draw.place(2)],
            share_kept: [0.0, 0.1, 0.5, 0.9, 1.0][draw.place(5)],
        };
        let reached = match draw.below(3) {
            0 => self.committed,
            1 => self.number,
            _ => self.committed + draw.place(self.number - self.committed + 1),
        };
        let mut names = self.kept.clone();
        for (number, naming) in &self.since {
            let is_there = match self.rule {
                Rule::Journal => *number <= reached,
                Rule::Strict => draw.share() <= tear.share_kept,
            };
            if is_there {
                names.apply(naming);
            }
        }
        let mut image = Image {
            folders: names.folders,
            ..Image::default()
        };
        for (path, id) in names.files {
            // What the database shares between processes is not part of the record.
            if path.ends_with("-shm") && draw.below(2) == 0 {
                continue;
            }
            if let Some(file) = self.files.get(id) {
                image
                    .files
                    .insert(path, self.content(file, reached, tear, draw));
            }
        }
        image
    }

    fn content(&self, file: &File<'_>, reached: usize, tear: Tear, draw: &mut Draw) -> Vec<u8> {
        let mut bytes = file.kept.clone();
        let mut len_seen = bytes.len();
        for change in &file.since {
            match *change {
                Change::Truncate { number, len } => {
                    let is_there = match self.rule {
                        Rule::Journal => number <= reached,
                        Rule::Strict => draw.share() <= tear.share_kept,
                    };
                    if is_there {
                        bytes.resize(len, 0);
                    }
                    len_seen = len;
                }
                Change::Write { at, body } => {
                    write_torn(&mut bytes, at, body, tear, draw);
                    len_seen = len_seen.max(at + body.len());
                }
            }
        }
        // A length can be on disk before the bytes are.
        if bytes.len() < len_seen && draw.below(2) == 0 {
            bytes.resize(len_seen, 0);
        }
        bytes
    }

    /// Everything as the program itself sees it.
    #[cfg(test)]
    pub fn whole(&self) -> Image {
        let mut image = Image {
            folders: self.live.folders.clone(),
            ..Image::default()
        };
        for (path, id) in &self.live.files {
            let mut bytes = self.files[*id].kept.clone();
            for change in &self.files[*id].since {
                apply_whole(&mut bytes, *change);
            }
            image.files.insert(path.clone(), bytes);
        }
        image
    }
}

fn apply_whole(bytes: &mut Vec<u8>, change: Change<'_>) {
    match change {
        Change::Truncate { len, .. } => bytes.resize(len, 0),
        Change::Write { at, body } => put(bytes, at, body),
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, body: &[u8]) {
    let end = at + body.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(body);
}

/// Each sector that a write touches is written or is not.
fn write_torn(bytes: &mut Vec<u8>, at: usize, body: &[u8], tear: Tear, draw: &mut Draw) {
    let (mut at, mut body) = (at, body);
    while !body.is_empty() {
        let n_here = (tear.sector - at % tear.sector).min(body.len());
        let (here, rest) = body.split_at(n_here);
        if draw.share() <= tear.share_kept {
            put(bytes, at, here);
        }
        at += n_here;
        body = rest;
    }
}

impl Image {
    /// Writes it below another folder: `old` in each path becomes `new`.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, old: &str, new: &Path) -> std::io::Result<()> {
        use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
        let moved = |path: &str| {
            let rest = path.strip_prefix(old).unwrap_or(path);
            new.join(rest.trim_start_matches('/'))
        };
        for path in &self.folders {
            std::fs::DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(moved(path))?;
        }
        for (path, bytes) in &self.files {
            let path = moved(path);
            // A name in a folder that is gone is gone with it.
            if !path.parent().is_some_and(Path::is_dir) {
                continue;
            }
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create(true).truncate(true).mode(0o600);
            std::io::Write::write_all(&mut options.open(path)?, bytes)?;
        }
        Ok(())
    }
}
