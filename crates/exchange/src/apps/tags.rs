//! Cuts XML into its tags as fast as memory is read, for exports of gigabytes of which one element in
//! ten is looked at. Refuses to expand an entity, and a tag that never ends.

use std::io::Read;

use memchr::{memchr, memrchr};

/// Bytes that are read at a time.
const CHUNK_BYTES: usize = 1 << 17;
/// Longest tag; device names and metadata take a thousandth of it.
const TAG_BYTES_MAX: usize = 1 << 20;

/// One tag of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// An element begins; one that is empty ends as well.
    Start {
        name: &'a [u8],
        /// All between the name and the end of the tag.
        attributes: &'a [u8],
        is_empty: bool,
    },
    /// An element ends.
    End { name: &'a [u8] },
}

/// Says why no tag can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoTag {
    /// A tag is too long.
    Endless,
    /// The file could not be read on.
    Cut,
}

/// The tags of a file, one after another.
pub(super) struct Tags<R> {
    input: R,
    buf: Vec<u8>,
    /// What was read and not handed out stands here.
    from: usize,
    to: usize,
    /// Bytes before those of `buf`.
    n_before: u64,
}

impl<R: Read> Tags<R> {
    pub fn new(input: R) -> Self {
        Self {
            input,
            buf: vec![0; CHUNK_BYTES],
            from: 0,
            to: 0,
            n_before: 0,
        }
    }

    /// Where in the file the next tag is looked for.
    pub fn position(&self) -> u64 {
        self.n_before + u64::try_from(self.from).unwrap_or(0)
    }

    /// The next tag; `None` at the end of the file, also where it ends in the middle of one.
    pub fn next(&mut self) -> Result<Option<Tag<'_>>, NoTag> {
        loop {
            // What stands between tags is of no interest.
            let Some(at) = self.reach(b'<', 0)? else {
                return Ok(None);
            };
            self.from += at;
            while self.to - self.from < 2 {
                if !self.fill()? {
                    return Ok(None);
                }
            }
            match self.held().get(1) {
                Some(b'!' | b'?') => {
                    if !self.skip_other()? {
                        return Ok(None);
                    }
                }
                Some(b'/') => {
                    let Some(end) = self.reach(b'>', 2)? else {
                        return Ok(None);
                    };
                    let (from, to) = (self.from + 2, self.from + end);
                    self.from = to + 1;
                    let name = self.buf.get(from..to).unwrap_or_default().trim_ascii();
                    return Ok(Some(Tag::End { name }));
                }
                _ => return self.start(),
            }
        }
    }

    /// The tag that begins an element. A bracket that opens stands in no value, so the tag ends before
    /// the next one; where it does not, what it holds is looked at letter by letter.
    fn start(&mut self) -> Result<Option<Tag<'_>>, NoTag> {
        let mut reached = 1;
        let len = loop {
            let next = self.reach(b'<', reached)?;
            let n = next.unwrap_or(self.to - self.from);
            let tag = self.held().get(1..n).unwrap_or_default();
            if let Some(len) = end_of(tag) {
                break len;
            }
            if next.is_none() {
                return Ok(None);
            }
            reached = n + 1;
        };
        let from = self.from + 1;
        self.from = from + len + 1;
        let tag = self.buf.get(from..from + len).unwrap_or_default();
        let (tag, is_empty) = match tag.strip_suffix(b"/") {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let n_name = tag.iter().position(u8::is_ascii_whitespace);
        let (name, attributes) = tag
            .split_at_checked(n_name.unwrap_or(tag.len()))
            .unwrap_or((tag, b""));
        Ok(Some(Tag::Start {
            name,
            attributes,
            is_empty,
        }))
    }

    /// Goes past a comment, a declaration or words that are no markup; `false`: it does not end.
    fn skip_other(&mut self) -> Result<bool, NoTag> {
        while self.to - self.from < 9 && self.fill()? {}
        let (n_head, end): (usize, &[u8]) = match self.held() {
            held if held.starts_with(b"<!--") => (4, b"--"),
            held if held.starts_with(b"<![CDATA[") => (9, b"]]"),
            held if held.starts_with(b"<?") => (2, b"?"),
            _ => (2, b""),
        };
        let mut reached = n_head + end.len();
        while let Some(at) = self.reach(b'>', reached)? {
            if self
                .held()
                .get(n_head..at)
                .unwrap_or_default()
                .ends_with(end)
            {
                self.from += at + 1;
                return Ok(true);
            }
            reached = at + 1;
        }
        Ok(false)
    }

    fn held(&self) -> &[u8] {
        self.buf.get(self.from..self.to).unwrap_or_default()
    }

    /// Where the mark comes next, from so many bytes behind the start of what is held.
    fn reach(&mut self, mark: u8, mut skip: usize) -> Result<Option<usize>, NoTag> {
        loop {
            let held = self.held();
            let rest = held.get(skip..).unwrap_or_default();
            if let Some(at) = memchr(mark, rest) {
                return Ok(Some(skip + at));
            }
            skip = skip.max(held.len());
            // What is no part of a tag need not be held.
            if held.first() != Some(&b'<') {
                self.from = self.to;
                skip = 0;
            } else if held.len() > TAG_BYTES_MAX {
                return Err(NoTag::Endless);
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Reads on; `false` at the end of the file.
    fn fill(&mut self) -> Result<bool, NoTag> {
        self.buf.copy_within(self.from..self.to, 0);
        self.n_before += u64::try_from(self.from).unwrap_or(0);
        (self.from, self.to) = (0, self.to - self.from);
        if self.to == self.buf.len() {
            self.buf.resize(2 * self.to, 0);
        }
        let free = self.buf.get_mut(self.to..).unwrap_or_default();
        let n = loop {
            match self.input.read(free) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                read => break read.map_err(|_| NoTag::Cut)?,
            }
        };
        self.to += n;
        Ok(n > 0)
    }
}

/// Length of the tag with which this begins, up to its closing bracket; `None` where it is open.
fn end_of(text: &[u8]) -> Option<usize> {
    // Nearly always nothing but space stands behind it, and a value ends just before it.
    let trimmed = text.trim_ascii_end();
    if let Some(tag) = trimmed.strip_suffix(b">") {
        let inner = tag.strip_suffix(b"/").unwrap_or(tag).trim_ascii_end();
        let is_plain = memrchr(b'>', inner).is_none();
        if is_plain && (inner.ends_with(b"\"") || memchr(b'=', inner).is_none()) {
            return Some(tag.len());
        }
    }
    let mut quote = None;
    text.iter().position(|byte| {
        match (quote, *byte) {
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'>') => return true,
            (Some(open), other) if open == other => quote = None,
            _ => {}
        }
        false
    })
}

/// Most attributes of an element that are looked at; an export has twelve.
const FIELDS_MAX: usize = 24;

/// Attributes of an element as they stand in the file; entities are not expanded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a> {
    list: [(&'a [u8], &'a [u8]); FIELDS_MAX],
    n: usize,
}

impl<'a> Fields<'a> {
    /// Takes the attributes of a tag apart, as far as they are some.
    pub fn of(mut rest: &'a [u8]) -> Self {
        let mut fields = Self {
            list: [(b"", b""); FIELDS_MAX],
            n: 0,
        };
        while let Some((field, behind)) = first(rest) {
            let Some(place) = fields.list.get_mut(fields.n) else {
                break;
            };
            *place = field;
            fields.n += 1;
            rest = behind;
        }
        fields
    }

    /// The value of this name; `None` where there is none, or no text.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let known = self.list.get(..self.n)?;
        let (_, value) = known.iter().find(|(own, _)| *own == name.as_bytes())?;
        std::str::from_utf8(value).ok()
    }
}

/// Name and value of an attribute, as they stand.
type Attribute<'a> = (&'a [u8], &'a [u8]);

/// The first attribute with its value, and what follows it.
pub(super) fn first(text: &[u8]) -> Option<(Attribute<'_>, &[u8])> {
    let (name, behind) = text.split_at_checked(memchr(b'=', text)?)?;
    let (quote, quoted) = behind.get(1..)?.trim_ascii_start().split_first()?;
    if !matches!(quote, b'"' | b'\'') {
        return None;
    }
    let (value, behind) = quoted.split_at_checked(memchr(*quote, quoted)?)?;
    Some(((name.trim_ascii(), value), behind.get(1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that gives a few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
            let n = self.1.min(buf.len()).min(self.0.len());
            let (now, later) = self.0.split_at(n);
            buf[..n].copy_from_slice(now);
            self.0 = later;
            Ok(n)
        }
    }

    fn told(text: &str, n_at_once: usize) -> Vec<String> {
        let mut tags = Tags::new(Slow(text.as_bytes(), n_at_once));
        let mut told = Vec::new();
        let word = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        while let Some(tag) = tags.next().unwrap() {
            told.push(match tag {
                Tag::Start {
                    name,
                    attributes,
                    is_empty,
                } => {
                    let fields = Fields::of(attributes);
                    let list = &fields.list[..fields.n];
                    let list = list
                        .iter()
                        .map(|(n, v)| format!(" {}={}", word(n), word(v)));
                    let end = if is_empty { "/" } else { "" };
                    format!("{}{}{end}", word(name), list.collect::<String>())
                }
                Tag::End { name } => format!("/{}", word(name)),
            });
        }
        told
    }

    #[test]
    fn tags_are_the_same_however_few_bytes_come_at_once() {
        let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<a one=\"1\" two = 'a \"b\" > c'>words > \
            <b/><b />< b x=\"1\"/><!-- <c> -- > --><![CDATA[ <d> ]] > ]]><e f=\"a > b>\" g=\"/>\">\n</e >\
            <h i=\"a<b\" j=\"k\"/>\n<l\n m=\"\u{b}\"\n>5 > 3 /></l></a>\n";
        let expected = [
            "a one=1 two=a \"b\" > c",
            "b/",
            "b/",
            " b x=1/",
            "e f=a > b> g=/>",
            "/e",
            "h i=a<b j=k/",
            "l m=\u{b}",
            "/l",
            "/a",
        ];
        for n_at_once in [1, 2, 3, 7, 64, 100_000] {
            assert_eq!(told(text, n_at_once), expected, "{n_at_once}");
        }
    }

    #[test]
    fn a_tag_that_is_cut_is_none_and_one_without_an_end_is_refused() {
        let whole = "<a b=\"c\">\n<d e=\"f\"/></a>";
        for n in 0..whole.len() {
            let told = told(&whole[..n], 5);
            let n_whole = [9, 20, 24].into_iter().filter(|end| *end <= n).count();
            assert_eq!(told.len(), n_whole, "{n}");
        }
        for head in ["<a b=\"", "<!--", "</a", "<a "] {
            let text = [head.as_bytes(), &b"x ".repeat(TAG_BYTES_MAX)].concat();
            let mut tags = Tags::new(text.as_slice());
            assert_eq!(tags.next(), Err(NoTag::Endless), "{head}");
        }
    }

    #[test]
    fn text_between_elements_is_never_held() {
        let text = [b"<a></a>".to_vec(), vec![b'x'; 8 << 20], b"<b/>".to_vec()].concat();
        let mut tags = Tags::new(text.as_slice());
        let mut n = 0;
        while tags.next().unwrap().is_some() {
            n += 1;
        }
        assert_eq!((n, tags.buf.len()), (3, CHUNK_BYTES));
    }
}
