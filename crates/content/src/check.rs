//! One check over all content, for a test and for `doctor`. Refuses to stop at the first problem.

use record::LocalDay;

use crate::{ContentError, Texts, check_in, item_set, wording};

/// Lists everything that is wrong with the built-in content on `today`.
///
/// `used_ids` are the ids of texts that the program shows. Empty when all is well.
#[must_use]
pub fn check_all(used_ids: &[&str], today: LocalDay) -> Vec<ContentError> {
    let texts = Texts::english();
    let mut problems = texts.problems().to_vec();
    problems.extend(
        (used_ids.iter().filter(|id| !texts.has(id)))
            .map(|id| ContentError::MissingText((*id).to_owned())),
    );
    match (check_in(), wording()) {
        (Ok(set), Ok(list)) => {
            for (file, header) in [
                (item_set::FILE, &set.header),
                (crate::wording::FILE, &list.header),
            ] {
                if header.is_overdue(today) {
                    problems.push(ContentError::ReviewOverdue {
                        file,
                        review_by: header.review_by,
                    });
                }
            }
            let of_pages = texts.sources().map(|(id, words)| (id.to_owned(), words));
            for (place, text) in set.texts().chain(of_pages) {
                if let Some(found) = list.denied_word(text) {
                    problems.push(ContentError::DeniedWord {
                        place,
                        word: found.word.to_owned(),
                        why: found.why.to_owned(),
                    });
                }
            }
        }
        (set, list) => problems.extend([set.err(), list.err()].into_iter().flatten()),
    }
    problems
}
