//! Says what a file is by what is in it. Refuses to look at its name.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A text table: read it with a map.
    Table,
    /// Our own record file, of any version.
    Record,
    /// A FHIR resource or bundle in JSON.
    Fhir,
    /// Data points in the manner of Open mHealth.
    DataPoints,
    /// Other JSON.
    Json,
    /// XML, such as an Apple Health export taken out of its zip.
    Xml,
    /// A zip; also what spreadsheets and app back-ups are.
    Zip,
    /// Packed with gzip.
    Gzip,
    /// A PDF.
    Pdf,
    /// A database file.
    Sqlite,
    /// Text in UTF-16, as some spreadsheets save it.
    Utf16,
    /// Nothing in it.
    Empty,
    /// None of these, and no text.
    Binary,
}

impl Format {
    /// Names the format for people, in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "a table",
            Self::Record => "a record file",
            Self::Fhir => "a FHIR file",
            Self::DataPoints => "a file of data points",
            Self::Json => "a JSON file",
            Self::Xml => "an XML file",
            Self::Zip => "a zip or a spreadsheet file",
            Self::Gzip => "a gzip file",
            Self::Pdf => "a PDF",
            Self::Sqlite => "a database file",
            Self::Utf16 => "text in UTF-16",
            Self::Empty => "an empty file",
            Self::Binary => "not a text file",
        }
    }
}

/// Says what a file is from its first bytes; 4,096 of them are enough.
#[must_use]
pub fn detect(bytes: &[u8]) -> Format {
    const MAGIC: &[(&[u8], Format)] = &[
        (b"PK\x03\x04", Format::Zip),
        (b"PK\x05\x06", Format::Zip),
        (b"\x1f\x8b", Format::Gzip),
        (b"%PDF-", Format::Pdf),
        (b"SQLite format 3\0", Format::Sqlite),
        (b"\xff\xfe", Format::Utf16),
        (b"\xfe\xff", Format::Utf16),
    ];
    if let Some((_, format)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return *format;
    }
    let head = bytes.get(..4096).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if head.iter().all(u8::is_ascii_whitespace) {
        return Format::Empty;
    }
    if head.contains(&0) {
        return if is_utf16(head) {
            Format::Utf16
        } else {
            Format::Binary
        };
    }
    // Other control characters do not stand in text.
    if head
        .iter()
        .any(|b| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c))
    {
        return Format::Binary;
    }
    let text = head.trim_ascii_start();
    match text.first() {
        Some(b'{') if contains(text, b"\"resourceType\"") => Format::Fhir,
        Some(b'{' | b'[') if contains(text, b"\"thawline.record/") => Format::Record,
        Some(b'{' | b'[') if contains(text, b"\"schema_id\"") && is_json(text) => {
            Format::DataPoints
        }
        // A heading may begin with a bracket; JSON goes on with a string, a list or its end.
        Some(b'{' | b'[') if is_json(text) => Format::Json,
        Some(b'<') => Format::Xml,
        _ => Format::Table,
    }
}

/// Says whether every other byte is zero, as in text of western languages without its mark.
fn is_utf16(head: &[u8]) -> bool {
    let zeros = |odd: usize| {
        let every_other = head.iter().skip(odd).step_by(2);
        every_other.filter(|byte| **byte == 0).count()
    };
    let n_pairs = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    n_pairs >= 2 && even.max(odd) * 10 >= n_pairs * 9 && even.min(odd) * 10 <= n_pairs
}

fn is_json(text: &[u8]) -> bool {
    let next = text.get(1..).unwrap_or_default().trim_ascii_start().first();
    matches!(
        next,
        Some(b'"' | b'{' | b'[' | b']' | b'}' | b'-' | b'0'..=b'9')
    )
}

fn contains(text: &[u8], needle: &[u8]) -> bool {
    text.windows(needle.len()).any(|window| window == needle)
}
