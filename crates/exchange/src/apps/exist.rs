//! Reads what Exist gives away: its attributes day by day, and what it claims about them. Refuses to
//! take a claim for a fact: claims go into no record, they are only handed out to be judged.

mod attributes;
mod claims;
mod keep;

use super::importer::{Archive, Head, Importer, Way};
use super::text_parts;
use attributes::Attributes;
use claims::is_claims;

pub use claims::{ExistClaim, ExistClaims, exist_claims};

const APP: &str = "exist";

/// An archive of attributes and claims.
pub(super) const ZIP: Importer = Importer {
    word: APP,
    app: APP,
    has_words: true,
    way: Way::Zip {
        is_it: |zip| !parts(zip, is_attributes).is_empty(),
        read: |zip, setting, gather| {
            let n_claims = u64::try_from(parts(zip, is_claims).len()).unwrap_or(0);
            if n_claims > 0 {
                gather.unknown_times("files of claims, which are no facts", n_claims);
            }
            let wanted = parts(zip, is_attributes);
            let mut attributes = Attributes::new(gather);
            for idx in wanted {
                attributes.read(&mut zip.part(idx)?)?;
            }
            attributes.finish(setting)
        },
    },
};

/// A page or a list of attributes.
pub(super) const JSON: Importer = Importer {
    word: "exist-attributes",
    app: APP,
    has_words: true,
    way: Way::Text {
        is_it: is_attributes,
        read: |reader, setting, gather| {
            let mut attributes = Attributes::new(gather);
            attributes.read(reader)?;
            attributes.finish(setting)
        },
    },
};

/// Says whether a text is a page or a list of attributes with their values.
fn is_attributes(head: &Head) -> bool {
    head.has_keys(&["name", "value_type", "values"])
}

fn parts(zip: &mut Archive<'_>, is_it: fn(&Head) -> bool) -> Vec<usize> {
    let texts = text_parts(zip).into_iter();
    texts
        .filter(|idx| zip.head(*idx).is_some_and(|head| is_it(&head)))
        .collect()
}
