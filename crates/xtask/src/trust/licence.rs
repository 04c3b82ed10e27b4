//! Reads the licence that a crate names, such as `(MIT OR Apache-2.0) AND BSD-3-Clause`, and says whether
//! what is allowed here meets it. Refuses a licence that it can not read.

/// Whether an expression is met by the allowed licences. `/` is how `OR` was written once.
pub(crate) fn is_met(expression: &str, is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let text = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut rest = words.as_slice();
    let met = any_of(&mut rest, is_allowed)?;
    rest.is_empty().then_some(met)
}

fn any_of(rest: &mut &[&str], is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut met = all_of(rest, is_allowed)?;
    while take(rest, "OR") {
        met |= all_of(rest, is_allowed)?;
    }
    Some(met)
}

fn all_of(rest: &mut &[&str], is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut met = one(rest, is_allowed)?;
    while take(rest, "AND") {
        met &= one(rest, is_allowed)?;
    }
    Some(met)
}

fn one(rest: &mut &[&str], is_allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    if take(rest, "(") {
        let met = any_of(rest, is_allowed)?;
        return take(rest, ")").then_some(met);
    }
    let (name, after) = rest.split_first()?;
    if ["OR", "AND", "WITH", ")"].contains(name) {
        return None;
    }
    *rest = after;
    if take(rest, "WITH") {
        let (exception, after) = rest.split_first()?;
        *rest = after;
        return Some(is_allowed(&format!("{name} WITH {exception}")));
    }
    Some(is_allowed(name))
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, after)) if *first == word => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_read_as_they_are_written() {
        let allowed = [
            "MIT",
            "Apache-2.0",
            "BSD-3-Clause",
            "Apache-2.0 WITH LLVM-exception",
        ];
        let met = |text: &str| is_met(text, &|name| allowed.contains(&name));
        assert_eq!(met("MIT"), Some(true));
        assert_eq!(met("GPL-3.0-only"), Some(false));
        assert_eq!(met("Unlicense/MIT"), Some(true));
        assert_eq!(met("GPL-2.0-only OR MIT"), Some(true));
        assert_eq!(met("MIT AND GPL-2.0-only"), Some(false));
        assert_eq!(met("(MIT OR GPL-2.0-only) AND BSD-3-Clause"), Some(true));
        assert_eq!(met("(MIT OR Apache-2.0) AND blessing"), Some(false));
        assert_eq!(met("Apache-2.0 WITH LLVM-exception"), Some(true));
        assert_eq!(met("GPL-2.0-only WITH LLVM-exception OR Zlib"), Some(false));
        for broken in ["", "MIT OR", "(MIT", "MIT Apache-2.0", "AND MIT", "MIT)"] {
            assert_eq!(met(broken), None, "{broken}");
        }
    }
}
