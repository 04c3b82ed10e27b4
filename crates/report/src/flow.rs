//! Finds places: which line stands where, on which page, in which size. Refuses drawing.

use ::picture::TimePicture;

use crate::font::{Fonts, Weight};
use crate::{Block, Section, Sheet, Table};

/// Sizes that the letters of the first page may have, the best first.
const SIZES: [f32; 6] = [9.5, 9.0, 8.5, 8.0, 7.5, 7.0];
const MARGIN: f32 = 42.0;
/// Room of the headings at the left.
const HEADING_ROOM: f32 = 104.0;
const GAP: f32 = 10.0;
const FOOT_ROOM: f32 = 22.0;

/// A line of words at its place; `y` is its base line.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub weight: Weight,
    pub words: String,
}

/// What one thing is to a screen reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Title(Vec<Words>),
    Lead(Vec<Words>),
    Rule(f32, f32, f32),
    Heading(Vec<Words>),
    Line(Vec<Words>),
    Picture {
        picture: Box<TimePicture>,
        /// Left, top, width, height.
        frame: (f32, f32, f32, f32),
        size: f32,
    },
    /// Caption, head and rows; a cell is its lines.
    Table {
        caption: Vec<Words>,
        head: Vec<Vec<Words>>,
        rows: Vec<Vec<Vec<Words>>>,
    },
    Foot(Vec<Words>),
}

/// Pages with their pieces, in the order of reading.
pub type Pages = Vec<Vec<Piece>>;

/// Lays the sheet out.
pub fn lay_out(sheet: &Sheet, fonts: &Fonts) -> Pages {
    let [.., smallest] = SIZES;
    let fits = |front: &[Section], size| {
        let (page, is_within) = first_page(sheet, front, fonts, size);
        is_within.then_some(page)
    };
    let whole = SIZES.iter().find_map(|size| fits(&sheet.front, *size));
    let first = whole.unwrap_or_else(|| {
        let mut front = sheet.front.clone();
        loop {
            let is_shorter = shorten(&mut front, &sheet.shortened);
            match fits(&front, smallest) {
                Some(page) => break page,
                None if !is_shorter => break first_page(sheet, &front, fonts, smallest).0,
                None => {}
            }
        }
    });
    let mut pages = vec![first];
    pages.extend(further_pages(sheet, fonts));
    pages
}

/// Takes one line away from the section that has most; `false` when nothing can be taken.
fn shorten(front: &mut [Section], shortened: &str) -> bool {
    let n_lines = |section: &Section| {
        let lines = section.blocks.iter().map(|block| match block {
            Block::Line(words) if words == shortened => 0,
            Block::Line(words) => 2 + words.len() / 80,
            Block::Table(table) => table.rows.len(),
            Block::Picture(..) => 0,
        });
        lines.sum::<usize>()
    };
    let Some(longest) = front.iter_mut().max_by_key(|section| n_lines(section)) else {
        return false;
    };
    let is_line = |block: &Block| matches!(block, Block::Line(words) if words != shortened);
    let Some(last) = longest.blocks.iter().rposition(is_line) else {
        return false;
    };
    longest.blocks.remove(last);
    let says_so = |block: &Block| matches!(block, Block::Line(words) if words == shortened);
    if !longest.blocks.iter().any(says_so) {
        longest.blocks.push(Block::Line(shortened.to_owned()));
    }
    true
}

fn first_page(sheet: &Sheet, front: &[Section], fonts: &Fonts, size: f32) -> (Vec<Piece>, bool) {
    let mut flow = Flow::new(sheet, fonts, size);
    let title = flow.words(
        &sheet.title,
        Weight::Bold,
        size * 1.7,
        (MARGIN, flow.room()),
    );
    flow.pieces.push(Piece::Title(title));
    for line in &sheet.lead {
        let words = flow.words(line, Weight::Plain, size, (MARGIN, flow.room()));
        flow.pieces.push(Piece::Lead(words));
    }
    for section in front {
        flow.section(section);
    }
    let is_within = flow.y <= flow.bottom();
    flow.foot();
    (flow.pieces, is_within)
}

fn further_pages(sheet: &Sheet, fonts: &Fonts) -> Pages {
    let mut pages = Vec::new();
    let mut flow = Flow::new(sheet, fonts, 8.5);
    for section in &sheet.more {
        let mut is_new = true;
        for part in parts(section) {
            let is_first = flow.pieces.is_empty();
            let (y, n) = (flow.y, flow.pieces.len());
            match is_first || is_new {
                true => flow.section(&part),
                // The heading stands once on a page.
                false => flow.go_on(&part),
            }
            is_new = false;
            if flow.y > flow.bottom() && !is_first {
                flow.pieces.truncate(n);
                flow.y = y;
                flow.foot();
                pages.push(std::mem::take(&mut flow.pieces));
                flow.y = MARGIN;
                flow.section(&part);
            }
        }
    }
    if !flow.pieces.is_empty() {
        flow.foot();
        pages.push(flow.pieces);
    }
    pages
}

/// A section in parts that a page can hold: long tables are cut, with their head on every part.
fn parts(section: &Section) -> Vec<Section> {
    const ROWS: usize = 34;
    const LINES: usize = 12;
    let mut parts = Vec::new();
    let mut part = |blocks: Vec<Block>| {
        parts.push(Section {
            name: section.name.clone(),
            heading: section.heading.clone(),
            blocks,
        });
    };
    let mut lines = Vec::new();
    for block in &section.blocks {
        if let Block::Table(table) = block {
            if !lines.is_empty() {
                part(std::mem::take(&mut lines));
            }
            for rows in table.rows.chunks(ROWS) {
                let rows = rows.to_vec();
                let table = Table {
                    rows,
                    ..table.clone()
                };
                part(vec![Block::Table(table)]);
            }
        } else {
            lines.push(block.clone());
            if lines.len() == LINES {
                part(std::mem::take(&mut lines));
            }
        }
    }
    if !lines.is_empty() {
        part(lines);
    }
    parts
}

struct Flow<'a> {
    sheet: &'a Sheet,
    fonts: &'a Fonts,
    size: f32,
    y: f32,
    pieces: Vec<Piece>,
}

impl<'a> Flow<'a> {
    const fn new(sheet: &'a Sheet, fonts: &'a Fonts, size: f32) -> Self {
        Self {
            sheet,
            fonts,
            size,
            y: MARGIN,
            pieces: Vec::new(),
        }
    }

    fn room(&self) -> f32 {
        self.sheet.paper.points().0 - 2.0 * MARGIN
    }

    fn bottom(&self) -> f32 {
        self.sheet.paper.points().1 - MARGIN - FOOT_ROOM
    }

    /// Sets words from the present height on, and moves below them.
    fn words(&mut self, words: &str, weight: Weight, size: f32, at: (f32, f32)) -> Vec<Words> {
        let (x, room) = at;
        let lines = self.fonts.lines(words, weight, size, room);
        let set = lines.into_iter().map(|words| {
            self.y += size * 1.28;
            let y = self.y - size * 0.28;
            Words {
                x,
                y,
                size,
                weight,
                words,
            }
        });
        set.collect()
    }

    fn section(&mut self, section: &Section) {
        self.y += self.size * 0.45;
        let (left, right) = (MARGIN, MARGIN + self.room());
        self.pieces.push(Piece::Rule(left, right, self.y));
        self.y += self.size * 0.3;
        let top = self.y;
        let heading_room = HEADING_ROOM - GAP;
        let heading = self.words(
            &section.heading,
            Weight::Bold,
            self.size,
            (left, heading_room),
        );
        if !heading.is_empty() {
            self.pieces.push(Piece::Heading(heading));
        }
        let below_heading = std::mem::replace(&mut self.y, top);
        self.blocks(section);
        self.y = self.y.max(below_heading);
    }

    /// More of the section above, on the same page.
    fn go_on(&mut self, section: &Section) {
        self.y += self.size * 0.3;
        self.blocks(section);
    }

    fn blocks(&mut self, section: &Section) {
        let at = (MARGIN + HEADING_ROOM, self.room() - HEADING_ROOM);
        for block in &section.blocks {
            self.block(block, at);
        }
    }

    fn block(&mut self, block: &Block, at: (f32, f32)) {
        match block {
            Block::Line(words) => {
                let words = self.words(words, Weight::Plain, self.size, at);
                self.pieces.push(Piece::Line(words));
                self.y += self.size * 0.12;
            }
            Block::Picture(picture, key) => {
                // Taller letters leave less room to everything: the picture grows with them.
                let height = self.size * 19.0;
                self.pieces.push(Piece::Picture {
                    picture: picture.clone(),
                    frame: (at.0, self.y + 2.0, at.1, height),
                    size: self.size * 0.82,
                });
                self.y += height + 4.0;
                if !key.is_empty() {
                    let key = self.words(key, Weight::Plain, self.size * 0.86, at);
                    self.pieces.push(Piece::Line(key));
                }
            }
            Block::Table(table) => self.table(table, at),
        }
    }

    fn table(&mut self, table: &Table, at: (f32, f32)) {
        let caption = self.words(&table.caption, Weight::Plain, self.size, at);
        let widths = self.widths(table, at.1);
        let head = self.row(&table.columns, Weight::Bold, at.0, &widths);
        let rows = table.rows.iter();
        let rows = rows
            .map(|row| self.row(row, Weight::Plain, at.0, &widths))
            .collect();
        self.pieces.push(Piece::Table {
            caption,
            head,
            rows,
        });
    }

    fn row(
        &mut self,
        cells: &[String],
        weight: Weight,
        left: f32,
        widths: &[f32],
    ) -> Vec<Vec<Words>> {
        let top = self.y;
        let mut bottom = top;
        let mut x = left;
        let mut row = Vec::new();
        for (cell, width) in cells.iter().zip(widths) {
            self.y = top;
            // An empty cell still is a cell to a screen reader.
            let cell = if cell.trim().is_empty() {
                "\u{2013}"
            } else {
                cell
            };
            row.push(self.words(cell, weight, self.size, (x, width - GAP)));
            bottom = bottom.max(self.y);
            x += width;
        }
        self.y = bottom;
        row
    }

    /// Gives each column the room of its longest word, and shares what is left, the least asked first.
    fn widths(&self, table: &Table, room: f32) -> Vec<f32> {
        let asked = table.columns.iter().enumerate().map(|(idx, name)| {
            let cells = || {
                table
                    .rows
                    .iter()
                    .filter_map(|row| row.get(idx))
                    .chain([name])
            };
            let width = |words: &str| self.fonts.width(words, Weight::Bold, self.size) + GAP;
            let word = cells().flat_map(|cell| cell.split_whitespace()).map(width);
            let (word, whole) = (
                word.fold(GAP, f32::max),
                cells().map(|cell| width(cell)).fold(GAP, f32::max),
            );
            (word.min(room * 0.5), whole)
        });
        let asked: Vec<(f32, f32)> = asked.collect();
        let least: f32 = asked.iter().map(|(word, _)| word).sum();
        if least >= room {
            return asked.iter().map(|(word, _)| word * room / least).collect();
        }
        // Whoever asks for little gets it whole; the others share what is left.
        let more = |idx: usize| {
            asked
                .get(idx)
                .map_or(0.0, |(word, whole)| (whole - word).max(0.0))
        };
        let mut order: Vec<usize> = (0..asked.len()).collect();
        order.sort_by(|a, b| more(*a).total_cmp(&more(*b)));
        let mut given: Vec<f32> = asked.iter().map(|(word, _)| *word).collect();
        let (mut left, mut n_left) = (room - least, order.len());
        for idx in order {
            #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
            let fair = left / n_left.max(1) as f32;
            let share = more(idx).min(fair);
            if let Some(width) = given.get_mut(idx) {
                *width += share;
            }
            left -= share;
            n_left -= 1;
        }
        given
    }

    fn foot(&mut self) {
        self.y = self.bottom() + 6.0;
        let size = 7.0;
        let words = self.words(&self.sheet.foot, Weight::Plain, size, (MARGIN, self.room()));
        self.pieces.push(Piece::Foot(words));
    }
}
