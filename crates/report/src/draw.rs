//! Writes the pages as a tagged PDF. Refuses names, paths, dates and zones of the machine in it.

use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, Identifier, Tag, TagGroup, TagTree};
use krilla::text::TextDirection;
use krilla::{Document, SerializeSettings};

use crate::flow::{self, Piece, Words};
use crate::font::Fonts;
use crate::tags::{self, Tags};
use crate::{ReportError, Sheet, picture};

/// Caption, head and rows of a table, as they stand on the page.
type Table<'a> = (&'a [Words], &'a [Vec<Words>], &'a [Vec<Vec<Words>>]);

/// Writes the sheet as a PDF.
///
/// # Errors
/// [`ReportError`] when the writer of PDF files refuses it, such as a tag without its words.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::load()?;
    let pages = flow::lay_out(sheet, &fonts);
    let refused = |error: &dyn std::fmt::Debug| ReportError::Pdf(format!("{error:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| refused(&error))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut tree = TagTree::new();
    tree = tree.with_lang(Some(sheet.language.clone()));
    let mut tags = Tags::new(tree);
    let mut outline = Outline::new();
    let file_title = fonts.showable(&sheet.file_title);
    let (width, height) = sheet.paper.points();
    for (idx, pieces) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(width, height).ok_or(ReportError::Size)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let mut pen = Pen { fonts: &fonts };
        for piece in pieces {
            match piece {
                // A list of contents shows beside the page, and on screens that others see.
                Piece::Title(words) => add_to_outline(&mut outline, (idx, words), &file_title),
                Piece::Heading(words) => add_to_outline(&mut outline, (idx, words), &joined(words)),
                _ => {}
            }
            pen.piece(&mut surface, &mut tags, piece);
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tags.finish());
    document.set_metadata(
        Metadata::new()
            .title(file_title)
            .language(sheet.language.clone())
            .producer("Thawline".to_owned()),
    );
    document.finish().map_err(|error| refused(&error))
}

fn add_to_outline(outline: &mut Outline, (page, words): (usize, &[Words]), name: &str) {
    if let Some(first) = words.first() {
        let top = Point::from_xy(first.x, first.y - first.size);
        let place = XyzDestination::new(page, top);
        outline.push_child(OutlineNode::new(name.to_owned(), place));
    }
}

/// Draws pieces, each with its tag.
struct Pen<'a> {
    fonts: &'a Fonts,
}

impl Pen<'_> {
    fn piece(&mut self, surface: &mut Surface<'_>, tags: &mut Tags, piece: &Piece) {
        match piece {
            Piece::Title(words) => {
                let ids = self.words(surface, words);
                tags.push(tags::with(tags::heading(1, &joined(words)), ids));
            }
            Piece::Lead(words) => {
                let ids = self.words(surface, words);
                tags.push(tags::with(TagGroup::new(Tag::P), ids));
            }
            Piece::Rule(left, right, y) => {
                tags.open_section();
                tags::silent(surface, ArtifactType::Layout, |surface| {
                    line(surface, (*left, *y), (*right, *y), 0.4);
                });
            }
            Piece::Heading(words) => {
                let ids = self.words(surface, words);
                tags.push(tags::with(tags::heading(2, &joined(words)), ids));
            }
            Piece::Line(words) => {
                let ids = self.words(surface, words);
                tags.push_item(ids);
            }
            Piece::Picture {
                picture,
                frame,
                size,
            } => {
                let alt = format!("{}. {}", picture.title, picture.description);
                let alt = self.fonts.showable(&alt);
                let id = tags::marks(surface, |surface| {
                    picture::draw(surface, self.fonts, picture, *frame, *size);
                });
                tags.push(tags::with(TagGroup::new(Tag::Figure(Some(alt))), vec![id]));
            }
            Piece::Table {
                caption,
                head,
                rows,
            } => self.table(surface, tags, (caption, head, rows)),
            Piece::Foot(words) => tags::silent(surface, ArtifactType::Footer, |surface| {
                for line in words {
                    write(surface, self.fonts, line);
                }
            }),
        }
    }

    fn table(
        &mut self,
        surface: &mut Surface<'_>,
        tags: &mut Tags,
        (caption, head, rows): Table<'_>,
    ) {
        let caption = self.words(surface, caption);
        let mut drawn = Vec::new();
        for (is_head, row) in
            std::iter::once((true, head)).chain(rows.iter().map(|r| (false, &**r)))
        {
            let cells = row.iter().map(|cell| self.words(surface, cell));
            drawn.push((is_head, cells.collect()));
        }
        tags.push(tags::table(caption, drawn));
    }

    fn words(&self, surface: &mut Surface<'_>, words: &[Words]) -> Vec<Identifier> {
        let drawn = words.iter().enumerate().map(|(idx, line)| {
            tags::spoken(surface, |surface| {
                // A reader joins lines as they stand: the space between them is part of the words.
                let is_last = idx + 1 == words.len();
                let line = match is_last {
                    true => line.clone(),
                    false => Words {
                        words: format!("{} ", line.words),
                        ..line.clone()
                    },
                };
                write(surface, self.fonts, &line);
            })
        });
        drawn.collect()
    }
}

fn joined(words: &[Words]) -> String {
    let all: Vec<&str> = words.iter().map(|line| line.words.as_str()).collect();
    all.join(" ")
}

/// Draws one line of words in black.
pub fn write(surface: &mut Surface<'_>, fonts: &Fonts, line: &Words) {
    surface.set_stroke(None);
    surface.set_fill(Some(gray(0)));
    let (font, at) = (fonts.font(line.weight), Point::from_xy(line.x, line.y));
    surface.draw_text(at, font, line.size, &line.words, false, TextDirection::Auto);
}

/// A fill between black (0) and white (255): paper may be printed without color.
pub fn gray(lightness: u8) -> Fill {
    Fill {
        paint: luma::Color::new(lightness).into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

/// Draws a thin straight line in gray, as a frame around what matters.
pub fn line(surface: &mut Surface<'_>, from: (f32, f32), to: (f32, f32), width: f32) {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    outline(surface, path, (width, 130), &[]);
}

/// Draws the outline of a path in black, dashed where `dash` has lengths.
pub fn stroke(surface: &mut Surface<'_>, path: PathBuilder, width: f32, dash: &[f32]) {
    outline(surface, path, (width, 0), dash);
}

fn outline(surface: &mut Surface<'_>, path: PathBuilder, (width, light): (f32, u8), dash: &[f32]) {
    let Some(path) = path.finish() else { return };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: luma::Color::new(light).into(),
        width,
        dash: (!dash.is_empty()).then(|| krilla::paint::StrokeDash {
            array: dash.to_vec(),
            offset: 0.0,
        }),
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

/// Fills a path.
pub fn fill(surface: &mut Surface<'_>, path: PathBuilder, lightness: u8) {
    let Some(path) = path.finish() else { return };
    surface.set_stroke(None);
    surface.set_fill(Some(gray(lightness)));
    surface.draw_path(&path);
}
