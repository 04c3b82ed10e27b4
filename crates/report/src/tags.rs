//! What a screen reader meets, in the order of reading. Refuses marks without words: those are
//! artifacts.

use std::num::NonZeroU16;

use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope,
    Tag, TagGroup, TagTree,
};

/// The tree of a document while its pages are drawn.
pub struct Tags {
    tree: TagTree,
    section: Option<TagGroup>,
    list: Option<TagGroup>,
}

impl Tags {
    pub const fn new(tree: TagTree) -> Self {
        Self {
            tree,
            section: None,
            list: None,
        }
    }

    /// Puts a group into the open section, or at the top where none is open.
    pub fn push(&mut self, group: TagGroup) {
        self.close_list();
        match &mut self.section {
            Some(section) => section.push(group),
            None => self.tree.push(group),
        }
    }

    /// One line of a section: lines next to each other are one list.
    pub fn push_item(&mut self, ids: Vec<Identifier>) {
        let body = with(TagGroup::new(Tag::LBody), ids);
        let mut item = TagGroup::new(Tag::LI);
        item.push(body);
        let list = || TagGroup::new(Tag::L(ListNumbering::None));
        self.list.get_or_insert_with(list).push(item);
    }

    pub fn open_section(&mut self) {
        self.close_section();
        self.section = Some(TagGroup::new(Tag::Section));
    }

    fn close_list(&mut self) {
        if let Some(list) = self.list.take() {
            match &mut self.section {
                Some(section) => section.push(list),
                None => self.tree.push(list),
            }
        }
    }

    fn close_section(&mut self) {
        self.close_list();
        if let Some(section) = self.section.take() {
            self.tree.push(section);
        }
    }

    pub fn finish(mut self) -> TagTree {
        self.close_section();
        self.tree
    }
}

/// A group that holds what was drawn under these marks.
pub fn with(mut group: TagGroup, ids: Vec<Identifier>) -> TagGroup {
    for id in ids {
        group.push(Node::Leaf(id));
    }
    group
}

pub fn heading(level: u16, words: &str) -> TagGroup {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    TagGroup::new(Tag::Hn(level, Some(words.to_owned())))
}

/// Caption, head and rows, with a scope on every head.
pub fn table(caption: Vec<Identifier>, rows: Vec<(bool, Vec<Vec<Identifier>>)>) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    if !caption.is_empty() {
        table.push(with(TagGroup::new(Tag::Caption), caption));
    }
    for (is_head, cells) in rows {
        let mut row = TagGroup::new(Tag::TR);
        for (idx, ids) in cells.into_iter().enumerate() {
            let cell = match (is_head, idx) {
                (true, _) => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
                (false, 0) => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
                (false, _) => TagGroup::new(Tag::TD),
            };
            row.push(with(cell, ids));
        }
        table.push(row);
    }
    table
}

/// Draws words that are read aloud.
pub fn spoken(surface: &mut Surface<'_>, draw: impl FnOnce(&mut Surface<'_>)) -> Identifier {
    let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    draw(surface);
    surface.end_tagged();
    id
}

/// Draws marks that are read by their description.
pub fn marks(surface: &mut Surface<'_>, draw: impl FnOnce(&mut Surface<'_>)) -> Identifier {
    let id = surface.start_tagged(ContentTag::Other);
    draw(surface);
    surface.end_tagged();
    id
}

/// Draws what is not read.
pub fn silent(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    let artifact = Artifact::with_kind(kind);
    surface.start_tagged(ContentTag::Artifact(artifact));
    draw(surface);
    surface.end_tagged();
}
