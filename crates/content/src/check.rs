//! One check over all content, for a test and for `doctor`. Refuses to stop at the first problem.

use record::{Form, LocalDay};

use crate::{
    Card, ContentError, Header, Instrument, MedicineClass, Strategy, Texts, cards, check_in,
    course, crisis, events, form, instruments, item_set, medicine_classes, rules, sheets,
    strategies, trouble, wording,
};

/// Every form with questions of its own.
pub(crate) const FORMS: [Form; 6] = [
    Form::Morning,
    Form::Evening,
    Form::Weekly,
    Form::SelfCheck,
    Form::Safety,
    Form::ToldByOther,
];

/// Lists everything that is wrong with the built-in content on `today`.
///
/// `used_ids` are the ids of texts that the program shows. Empty when all is well.
#[must_use]
pub fn check_all(used_ids: &[&str], today: LocalDay) -> Vec<ContentError> {
    let texts = Texts::spoken();
    let mut problems = texts.problems().to_vec();
    problems.extend(
        (used_ids.iter().filter(|id| !texts.has(id)))
            .map(|id| ContentError::MissingText((*id).to_owned())),
    );
    match (check_in(), cards(), wording()) {
        (Ok(set), Ok(cards), Ok(list)) => {
            let forms: Vec<_> = (FORMS.into_iter())
                .filter_map(|kind| match form(kind) {
                    Ok(set) => Some(set),
                    Err(error) => {
                        problems.push(error);
                        None
                    }
                })
                .collect();
            let headers = [
                (item_set::FILE, &set.header),
                (crate::wording::FILE, &list.header),
            ];
            let of_forms = forms.iter().map(|form| (form.file, &form.header));
            let of_cards = cards.iter().map(|card| (card.file, &card.header));
            for (file, header) in headers.into_iter().chain(of_forms).chain(of_cards) {
                problems.extend(overdue(file, header, today));
            }
            let of_pages = texts.sources().map(|(id, words)| (id.to_owned(), words));
            let of_forms = forms.iter().flat_map(|form| form.texts());
            let of_cards = cards.iter().flat_map(Card::texts);
            let of_files = set.texts().chain(of_forms).chain(of_cards);
            for (place, text) in of_files.chain(of_pages) {
                if let Some(found) = list.denied_word_in(&place, text) {
                    problems.push(ContentError::DeniedWord {
                        place,
                        word: found.word.to_owned(),
                        why: found.why.to_owned(),
                    });
                }
            }
        }
        (set, cards, list) => {
            problems.extend([set.err(), cards.err(), list.err()].into_iter().flatten());
        }
    }
    match events() {
        Ok(list) => problems.extend(overdue(crate::events::FILE, &list.header, today)),
        Err(error) => problems.push(error),
    }
    match trouble::troubles() {
        Ok(list) => problems.extend(overdue(trouble::FILE, &list.header, today)),
        Err(error) => problems.push(error),
    }
    match crisis::headers() {
        Ok(headers) => {
            let late = headers
                .iter()
                .filter_map(|(file, h)| overdue(file, h, today));
            problems.extend(late);
        }
        Err(error) => problems.push(error),
    }
    problems.extend(check_strategies(today));
    problems.extend(check_medicines(today));
    problems.extend(check_instruments(today));
    problems.extend(check_rules(texts, today));
    problems
}

/// What can be tried can be read, none of it is past its review, and none holds a denied word.
fn check_strategies(today: LocalDay) -> Vec<ContentError> {
    let (all, sheets, course, list) = match (strategies(), sheets(), course(), wording()) {
        (Ok(all), Ok(sheets), Ok(course), Ok(list)) => (all, sheets, course, list),
        (all, sheets, course, list) => {
            let errors = [all.err(), sheets.err(), course.err(), list.err()];
            return errors.into_iter().flatten().collect();
        }
    };
    let of_all = all.iter().map(|one| (one.file, &one.header));
    let headers = of_all.chain([
        (crate::sheet::FILE, &sheets.header),
        (crate::course::FILE, &course.header),
    ]);
    let late = headers.filter_map(|(file, header)| overdue(file, header, today));
    let texts = all.iter().flat_map(Strategy::texts);
    let texts = texts.chain(sheets.texts()).chain(course.texts());
    let denied = texts.filter_map(|(place, text)| {
        let found = list.denied_word_in(&place, text)?;
        Some(ContentError::DeniedWord {
            word: found.word.to_owned(),
            why: found.why.to_owned(),
            place,
        })
    });
    late.chain(denied).collect()
}

fn overdue(file: &'static str, header: &Header, today: LocalDay) -> Option<ContentError> {
    header
        .is_overdue(today)
        .then_some(ContentError::ReviewOverdue {
            file,
            review_by: header.review_by,
        })
}

/// The kinds of medicine can be read, none is past its review, and none scolds or orders.
fn check_medicines(today: LocalDay) -> Vec<ContentError> {
    let (list, words) = match (medicine_classes(), wording()) {
        (Ok(list), Ok(words)) => (list, words),
        (list, words) => return [list.err(), words.err()].into_iter().flatten().collect(),
    };
    let texts = list.classes.iter().flat_map(MedicineClass::texts);
    let denied = texts.filter_map(|(place, text)| {
        let found = words.denied_word_in(&place, text)?;
        Some(ContentError::DeniedWord {
            word: found.word.to_owned(),
            why: found.why.to_owned(),
            place,
        })
    });
    let overdue = overdue(crate::medicine::FILE, &list.header, today);
    overdue.into_iter().chain(denied).collect()
}

/// The facts of questionnaires can be read, none is past its review, and none labels or orders.
fn check_instruments(today: LocalDay) -> Vec<ContentError> {
    let (all, words) = match (instruments(), wording()) {
        (Ok(all), Ok(words)) => (all, words),
        (all, words) => return [all.err(), words.err()].into_iter().flatten().collect(),
    };
    let late = (all.iter()).filter_map(|one| overdue(one.file, &one.header, today));
    let denied = (all.iter().flat_map(Instrument::texts)).filter_map(|(place, text)| {
        let found = words.denied_word_in(&place, text)?;
        Some(ContentError::DeniedWord {
            word: found.word.to_owned(),
            why: found.why.to_owned(),
            place,
        })
    });
    late.chain(denied).collect()
}

/// The rules can be read, their texts are there, and none is past its review.
fn check_rules(texts: &Texts, today: LocalDay) -> Vec<ContentError> {
    let set = match rules::rules() {
        Ok(set) => set,
        Err(error) => return vec![error],
    };
    let missing = set.text_ids().into_iter().filter(|id| !texts.has(id));
    let overdue = set.headers.iter().filter(|(_, h)| h.is_overdue(today));
    missing
        .map(ContentError::MissingText)
        .chain(overdue.map(|(file, header)| ContentError::ReviewOverdue {
            file: rules::file_name(file),
            review_by: header.review_by,
        }))
        .collect()
}
