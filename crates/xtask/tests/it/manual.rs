//! The manual refuses what leads nowhere, and draws what stands in a table.

use std::fs;
use std::path::Path;

use xtask::manual::contents::placed;
use xtask::manual::pages::{between, page};
use xtask::manual::{Contents, cells, figure, links};

fn put(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A small repository with two chapters, a method that one of them includes, and a folder.
fn papers() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    put(
        root.path(),
        "docs/manual/SUMMARY.md",
        "[Welcome](index.md)\n\n# Methods\n\n- [Now](methods/now.md)\n  - {{files ../decisions}}\n",
    );
    put(
        root.path(),
        "docs/manual/index.md",
        "# Welcome\n\n[method](../../crates/now/method.md#speed), [table](../a.csv), [code](../../crates/now/now.rs), \
         `[not](a-link.md)`, [gone](../gone.md)\n\n```\n[neither](this.md)\n```\n",
    );
    put(
        root.path(),
        "docs/manual/methods/now.md",
        "# Now\n\n{{#include ../../../crates/now/method.md}}\n",
    );
    put(
        root.path(),
        "crates/now/method.md",
        "# Method\n\n## Speed\n\n[first](../../docs/manual/index.md)\n\n```\n# no heading\n```\n",
    );
    put(root.path(), "crates/now/now.rs", "");
    put(root.path(), "docs/a.csv", "a\n1\n");
    put(root.path(), "docs/decisions/0001-rooms.md", "# Rooms\n");
    put(root.path(), "docs/decisions/README.md", "# Decisions\n");
    root
}

fn made(root: &Path, place: &str) -> xtask::manual::pages::Page {
    let contents = Contents::read(root).unwrap();
    let chapter = contents.chapters().find(|one| one.place() == place);
    page(root, &contents, chapter.unwrap()).unwrap()
}

#[test]
fn links_lead_to_the_place_in_the_book() {
    let root = papers();
    let page = made(root.path(), "index.md");
    assert_eq!(
        page.text,
        "# Welcome\n\n[method](methods/now.md#speed), [table](docs/a.csv), code, `[not](a-link.md)`, gone\n\n\
         ```\n[neither](this.md)\n```\n"
    );
    assert_eq!(page.carried, ["docs/a.csv"]);
    assert_eq!(
        page.complaints,
        ["docs/manual/index.md: the link to ../gone.md leads nowhere"]
    );
}

#[test]
fn what_is_included_lies_one_heading_deeper_and_its_links_hold() {
    let root = papers();
    let page = made(root.path(), "methods/now.md");
    assert_eq!(
        page.text,
        "# Now\n\n## Method\n\n### Speed\n\n[first](../index.md)\n\n```\n# no heading\n```\n"
    );
}

#[test]
fn a_folder_brings_its_papers_by_name_and_each_once() {
    let root = papers();
    let contents = Contents::read(root.path()).unwrap();
    let titles: Vec<&str> = contents.chapters().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Welcome", "Now", "Rooms"]);
}

#[test]
fn a_paper_that_nobody_reaches_is_told() {
    let root = papers();
    let contents = Contents::read(root.path()).unwrap();
    let paths = [
        "README.md",
        "PRIVACY.md",
        "docs/decisions/0001-rooms.md",
        "docs/lost.md",
        "crates/now/method.md",
        "crates/then/method.md",
        "crates/then/README.md",
    ];
    let told = contents.left_out(paths.into_iter());
    let names: Vec<&str> = told
        .iter()
        .map(|line| line.split(':').next().unwrap())
        .collect();
    assert_eq!(
        names,
        ["PRIVACY.md", "docs/lost.md", "crates/then/method.md"]
    );
}

#[test]
fn the_way_between_two_pages_is_the_shortest() {
    assert_eq!(between("a/b/c.md", "a/d.md"), "../d.md");
    assert_eq!(between("a.md", "b/c.md"), "b/c.md");
    assert_eq!(between("a/b.md", "a/c.md"), "c.md");
    assert_eq!(placed("docs/manual/people/start.md"), "people/start.md");
    assert_eq!(placed("docs/fhir/README.md"), "docs/fhir/index.md");
}

#[test]
fn broken_links_scripts_and_things_from_elsewhere_are_told() {
    let book = tempfile::tempdir().unwrap();
    put(
        book.path(),
        "index.html",
        "<link rel=\"stylesheet\" href=\"a.css\"><a href=\"b/c.html#here\">x</a><a href=\"b/c.html#there\">x</a>\
         <a href=\"https://example.org/\">x</a><img src=\"https://example.org/a.png\" alt=\"a\"><img src=\"no.png\" alt=\"\">",
    );
    put(
        book.path(),
        "b/c.html",
        "<h2 id=\"here\">Here</h2><a href=\"../index.html\">x</a><script src=\"../a.js\"></script>",
    );
    put(book.path(), "a.css", "");
    put(book.path(), "a.js", "");
    put(book.path(), "font.woff2", "");
    let told = links::complaints(book.path()).unwrap();
    assert_eq!(
        told,
        [
            "b/c.html: has a script",
            "index.html: has a picture without words",
            "index.html: loads https://example.org/a.png from elsewhere",
            "index.html: the link to b/c.html#there leads nowhere",
            "index.html: the link to no.png leads nowhere",
        ]
    );
    assert!(book.path().join("a.css").exists());
    assert!(
        !book.path().join("font.woff2").exists(),
        "nobody names the font"
    );
}

const TABLE: &str = "# Command: none\ncell,kind,share,low,high,bar\n\
    r0.8-g60-d90-c1-line-straight-week-null,\"a, b\",0.04,0.02,0.08,met\n\
    r0.5-g30-d180-c3-line-nodrift-week-null,c,0.5,0.4,0.6,miss\n";

fn drawn(only: &str, value: &str) -> Result<String, xtask::ChoreError> {
    let root = tempfile::tempdir().unwrap();
    put(root.path(), "t.csv", TABLE);
    let figures = format!(
        "[[figure]]\nname = \"f\"\ntitle = \"False.\"\nunit = \"of 100\"\nline = 5\nless_is_kept = true\nends = [0, 60]\n\
         rows = [{{ file = \"t.csv\", value = \"{value}\", label = \"{{cell}}: {{kind}}\", only = [{only}] }}]\n"
    );
    put(root.path(), "docs/manual/figures.toml", &figures);
    figure::figure(root.path(), "f")
}

#[test]
fn a_picture_says_in_words_what_it_shows_and_marks_a_miss() {
    let html = drawn("", "share").unwrap();
    assert!(html.contains("2 rows, from 4.0 to 50.0 of 100. Highest: 180 days, as usual: c. The line: at most 5. One row, with an open square, is a miss."));
    assert!(html.contains(
        "90 days, days alike 0.8, 60% missing, one check-in a day, straight drift: a, b"
    ));
    assert_eq!(html.matches("<rect class=\"miss\"").count(), 1);
    assert_eq!(html.matches("<circle class=\"kept\"").count(), 1);
    assert!(
        !html.contains("\n\n"),
        "an empty line would end the picture"
    );
}

#[test]
fn a_picture_draws_the_rows_that_are_meant() {
    let n_rows = |only: &str| drawn(only, "share").unwrap().matches("<tr><td>").count();
    assert_eq!(n_rows("[\"kind\", \"c\"]"), 1);
    assert_eq!(n_rows("[\"kind\", \"c|a, b\"]"), 2);
    assert_eq!(n_rows("[\"cell\", \"~straight\"]"), 1);
    assert_eq!(n_rows("[\"cell\", \"!~straight\"]"), 1);
}

#[test]
fn a_picture_of_nothing_is_refused() {
    for (only, value) in [("[\"kind\", \"d\"]", "share"), ("", "low"), ("", "gone")] {
        assert!(drawn(only, value).is_err(), "{only} {value}");
    }
}

#[test]
fn a_name_that_is_no_crowd_stays_as_it_is() {
    assert_eq!(cells::words("tidy"), "tidy");
    assert_eq!(cells::words("averages, 5% or more"), "averages, 5% or more");
    assert_eq!(cells::words("still-d60-k40"), "60 days, 40 things");
}
