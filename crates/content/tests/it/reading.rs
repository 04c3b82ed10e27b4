//! The reading grades agree with published values and with other people's software. What each text
//! asks for is tested with the texts of the pages.
//!
//! `reading/expected.py` and `reading/expected.mjs` made the tables.

use std::collections::BTreeMap;

use content::{ReadingCounts, n_syllables, reading_grade};

use crate::people::texts_for_people;

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .skip(1)
        .map(|line| line.splitn(8, ',').collect())
}

#[test]
fn the_coleman_liau_index_gives_its_published_example() {
    // The abstract of Coleman and Liau 1975: 119 words, 639 letters, 5 sentences, grade 14.5.
    let counts = ReadingCounts {
        n_letters: 639,
        n_syllables: 200,
        n_words: 119,
        n_sentences: 5,
    };
    assert!((counts.grade().unwrap().coleman_liau - 14.5).abs() < 0.05);
}

#[test]
fn the_three_grades_are_those_of_other_programs() {
    let mut n = 0;
    for row in rows(include_str!("reading/grades.csv")) {
        let (numbers, text) = (&row[..7], row[7]);
        let numbers: Vec<f64> = numbers.iter().map(|n| n.parse().unwrap()).collect();
        let counts = ReadingCounts::of([text]);
        let found = [
            counts.n_letters,
            counts.n_words,
            counts.n_sentences,
            counts.n_syllables,
        ];
        assert_eq!(found.map(f64::from), numbers[..4], "{text}");
        let grade = counts.grade().unwrap();
        let grades = [grade.flesch_kincaid, grade.ari, grade.coleman_liau];
        for (found, expected) in grades.iter().zip(&numbers[4..]) {
            // The same arithmetic in another order: some rounding in the last digits.
            assert!((found - expected).abs() < 1e-9, "{text}: {grade:?}");
        }
        n += 1;
    }
    assert_eq!(n, 4);
}

#[test]
fn syllables_are_those_of_a_dictionary_for_most_words() {
    let (mut n, mut n_same, mut said, mut counted) = (0u32, 0u32, 0u32, 0u32);
    for row in rows(include_str!("reading/syllables.csv")) {
        let expected: u32 = row[1].parse().unwrap();
        let found = n_syllables(row[0]);
        if found != expected {
            println!("{}: {found}, dictionary {expected}", row[0]);
        }
        n += 1;
        n_same += u32::from(found == expected);
        said += expected;
        counted += found;
    }
    println!("{n_same} of {n} words the same; {counted} syllables, dictionary {said}");
    assert!(n > 500);
    // A grade moves by 11.8 times the error per word: 2 in 100 syllables are a third of a grade.
    assert!(f64::from(n_same) >= 0.93 * f64::from(n));
    assert!((f64::from(counted) / f64::from(said) - 1.0).abs() < 0.02);
}

#[test]
fn the_median_grade_is_the_middle_one() {
    let grade = reading_grade(["The cat sat."]).unwrap();
    // By hand: 9 letters, 3 words, 3 syllables, 1 sentence.
    assert!((grade.flesch_kincaid - (0.39 * 3.0 + 11.8 - 15.59)).abs() < 1e-9);
    let mut all = [grade.flesch_kincaid, grade.ari, grade.coleman_liau];
    all.sort_by(f64::total_cmp);
    assert!((grade.median() - all[1]).abs() < 1e-12);
    assert_eq!(reading_grade(["...", " "]), None);
}

/// Pages that a person may need while nothing goes right ask for less.
fn most(page: &str) -> f64 {
    let is_first_or_help = [
        "en/help",
        "en/plan",
        "crisis/",
        ": Help",
        ": Before the first entry",
        ": Locked",
    ];
    if is_first_or_help.iter().any(|part| page.contains(part)) {
        4.0
    } else {
        6.0
    }
}

#[test]
fn a_child_of_twelve_can_read_every_page_and_one_of_ten_the_help() {
    let texts = texts_for_people();
    let mut pages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for shown in &texts {
        // Labels of one or two words would make the sentences look easier than they are.
        let is_sentence = shown.words.contains(['.', '?']) || shown.words.contains(": ");
        if is_sentence && shown.words.split_whitespace().count() >= 4 {
            pages.entry(&shown.page).or_default().push(&shown.words);
        }
    }
    // Formulas jump on a handful of words, so small parts of a file are read as one.
    let mut read: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (page, words) in pages {
        let is_small = ReadingCounts::of(words.iter().copied()).n_words < 40;
        let file = page.split(": ").next().unwrap();
        let is_asked_less = most(page) < most(file);
        let page = if is_small && !is_asked_less {
            file
        } else {
            page
        };
        read.entry(page).or_default().extend(words);
    }
    let mut hard = Vec::new();
    for (page, words) in &read {
        let counts = ReadingCounts::of(words.iter().copied());
        let grade = counts.grade().unwrap();
        let median = grade.median();
        println!("{median:5.1}  {:4} words  {page}", counts.n_words);
        if median > most(page) {
            let mut worst: Vec<_> = (words.iter())
                .map(|words| (reading_grade([*words]).unwrap().median(), *words))
                .collect();
            worst.sort_by(|a, b| b.0.total_cmp(&a.0));
            worst.truncate(4);
            hard.push(format!(
                "{page}: {grade:?}, at most {}: {worst:#?}",
                most(page)
            ));
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}
