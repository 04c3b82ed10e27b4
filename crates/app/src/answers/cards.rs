//! Findings as cards for a page.

use finding::{Answer, Basis};

use super::{CardView, DrawerView, Found, sentences};
use crate::texts::{decimal, points};
use crate::{dates, text};

/// How is it now?
pub fn now(found: &Found) -> CardView {
    let mut card = blank("now", found.now.basis());
    match &*found.now {
        Answer::Finding(now, _) => {
            card.lines = sentences::now(now);
            card.sure = sentences::sure(&now.difference);
            card.numbers.splice(
                0..0,
                [
                    (text("number-week"), sentences::interval(&now.week)),
                    (text("number-before"), sentences::interval(&now.before)),
                    (
                        text("number-difference"),
                        sentences::interval(&now.difference),
                    ),
                ],
            );
        }
        Answer::Withheld(withheld, _) => {
            card.lines = sentences::withheld_or(withheld, "could-unknown-now");
        }
    }
    card
}

/// What is it doing?
pub fn course(found: &Found) -> CardView {
    let mut card = blank("course", found.course.basis());
    match &*found.course {
        Answer::Finding(course, _) => {
            card.lines = sentences::course(course);
            if course.is_claim() {
                card.sure = text("sure-claim");
            }
            let mut numbers: Vec<(String, String)> = course
                .segments
                .iter()
                .map(|segment| {
                    let span = [
                        ("from", dates::with_year(segment.from).into()),
                        ("to", dates::with_year(segment.to).into()),
                    ];
                    let level = segment.level.as_ref().map(sentences::interval);
                    (
                        crate::text_with("number-segment", &span),
                        level.unwrap_or_else(|| text("cell-none")),
                    )
                })
                .collect();
            numbers.push((text("number-p"), decimal(course.p_value, 3)));
            numbers.push((text("number-alpha"), decimal(course.alpha, 4)));
            numbers.push((text("number-look-day"), dates::with_year(course.look_day)));
            if let Some(spells) = &course.spells {
                numbers.push((text("number-line"), points(spells.threshold)));
                numbers.push((
                    text("number-share-above"),
                    format!("{}%", points(spells.share_above * 100.0)),
                ));
            }
            card.numbers.splice(0..0, numbers);
        }
        Answer::Withheld(withheld, _) => card.lines = sentences::withheld(withheld),
    }
    card
}

pub fn blank(question: &str, basis: &Basis) -> CardView {
    let mut numbers = vec![
        (text("number-occasions"), basis.n_occasions.to_string()),
        (text("number-days"), basis.n_days.to_string()),
    ];
    if let Some((from, to)) = basis.period {
        let span = [
            ("from", dates::with_year(from).into()),
            ("to", dates::with_year(to).into()),
        ];
        numbers.push((text("number-period"), crate::text_with("from-to", &span)));
    }
    let method = format!("{}, {}", basis.method, basis.method_version);
    numbers.push((text("number-method"), method));
    CardView {
        id: format!("answer-{question}"),
        question: text(&format!("question-{question}")),
        is_withheld: false,
        lines: Vec::new(),
        sure: String::new(),
        effect: String::new(),
        numbers,
        notes: basis
            .notes
            .iter()
            .map(|note| sentences::note(*note))
            .collect(),
        cannot_tell: text(&format!("cannot-tell-{question}")),
        suspects: None,
        elsewhere: Vec::new(),
        said: Vec::new(),
        drawer: DrawerView::default(),
    }
}
