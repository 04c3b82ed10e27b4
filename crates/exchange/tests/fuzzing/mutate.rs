//! Changes bytes the way damage, other programs and enemies do. Refuses chance of its own: the same
//! seed gives the same changes.

/// Most bytes of a changed file: what is found with more is found with less.
pub const BYTES_MAX: usize = 1 << 16;

/// What readers of text, numbers, dates, JSON, XML and archives trip over.
const TOKENS: &[&[u8]] = &[
    b"\"",
    b"'",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r",
    b"\r\n\r\n",
    b"|",
    b":",
    b"-",
    b"/",
    b"\\",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"\xc2\xa0",
    b"\xcc\x81",
    b"{",
    b"}",
    b"[",
    b"]",
    b"{}",
    b"[]",
    b"null",
    b"true",
    b"NaN",
    b"Infinity",
    b"-0",
    b"0",
    b"-1",
    b"1e309",
    b"1e-400",
    b"-9223372036854775808",
    b"9223372036854775807",
    b"18446744073709551616",
    b"99999999999999999999999999",
    b"2147483648",
    b"0.1e+",
    b"0x10",
    b"1,5",
    b"\\u0000",
    b"\\ud800",
    b"<",
    b">",
    b"/>",
    b"</",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]>",
    b"&b;",
    b"&#0;",
    b"&#x110000;",
    b"&amp;",
    b"<?xml",
    b"xmlns=",
    b"2024-02-30",
    b"0000-00-00",
    b"-9999-01-01",
    b"9999-12-31",
    b"10000-01-01",
    b"2024-03-31 02:30:00",
    b"2024-10-27 02:30:00",
    b"24:00",
    b"23:59:60",
    b"99:99",
    b"+14:00",
    b"-9999",
    b"1970-01-01T00:00:00Z",
    b"12:00 am",
    b"31/12/2024",
    b"12/31/2024",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"../../../../etc/passwd",
    b"age-encryption.org/v1\n",
];

/// Draws changes.
pub struct Mutator {
    state: u64,
}

impl Mutator {
    pub const fn new(seed: u64) -> Self {
        Self {
            state: seed ^ 0x9E37_79B9_7F4A_7C15,
        }
    }

    /// The next number of the row (SplitMix64; Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A place from 0 to below `n`; 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap_or(0)
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let idx = self.below(list.len());
        list.get(idx)
    }

    /// Some bytes changed in one to eight ways; `other` lends parts of itself.
    pub fn change(&mut self, bytes: &[u8], other: &[u8]) -> Vec<u8> {
        let mut changed = bytes.to_vec();
        let bytes_max = BYTES_MAX.max(bytes.len());
        for _ in 0..=self.below(8) {
            self.change_once(&mut changed, other);
            changed.truncate(bytes_max);
        }
        changed
    }

    fn change_once(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        let at = self.below(bytes.len() + 1);
        match self.below(13) {
            0 => self.flip(bytes),
            1 => {
                let value = self.next().to_le_bytes()[0];
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = value;
                }
            }
            2 => {
                let token = self.token();
                bytes.splice(at..at, token);
            }
            // A token in the place of something.
            3 => {
                let (token, span) = (self.token(), self.span(bytes, 16));
                bytes.splice(span, token);
            }
            4 => {
                let span = self.span(bytes, 64);
                bytes.drain(span);
            }
            5 => {
                let span = self.span(bytes, 256);
                let twice = bytes.get(span).unwrap_or_default().to_vec();
                bytes.splice(at..at, twice);
            }
            6 => bytes.truncate(at),
            7 | 8 => self.number(bytes),
            9 => self.lines(bytes),
            10 => self.deep(bytes, at),
            11 => {
                let span = self.span(other, 512);
                let lent = other.get(span).unwrap_or_default().to_vec();
                bytes.splice(at..at, lent);
            }
            _ => self.cell(bytes),
        }
    }

    fn flip(&mut self, bytes: &mut [u8]) {
        let at = self.below(bytes.len());
        let bit = self.below(8);
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << bit;
        }
    }

    fn token(&mut self) -> Vec<u8> {
        self.pick(TOKENS)
            .map(|token| token.to_vec())
            .unwrap_or_default()
    }

    fn span(&mut self, bytes: &[u8], max: usize) -> std::ops::Range<usize> {
        let from = self.below(bytes.len() + 1);
        let to = from + self.below(max.min(bytes.len() - from) + 1);
        from..to
    }

    /// A run of digits becomes another number.
    fn number(&mut self, bytes: &mut Vec<u8>) {
        let from = self.below(bytes.len());
        let is_digit = |byte: &u8| byte.is_ascii_digit();
        let Some(start) = bytes.iter().skip(from).position(is_digit) else {
            return;
        };
        let start = from + start;
        let n = bytes.iter().skip(start).take_while(|b| is_digit(b)).count();
        let new = match self.below(6) {
            0 => (self.next() >> self.below(64)).to_string(),
            1 => format!("-{}", self.next() >> self.below(64)),
            2 => "9".repeat(1 + self.below(30)),
            3 => format!("{}.{}", self.below(100), self.next()),
            4 => self.below(3).to_string(),
            _ => format!("{}e{}", self.below(10), self.below(700)),
        };
        bytes.splice(start..start + n, new.into_bytes());
    }

    /// A line goes, comes again many times, or changes places with another.
    fn lines(&mut self, bytes: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> = (bytes.split_inclusive(|byte| *byte == b'\n'))
            .map(<[u8]>::to_vec)
            .collect();
        let (a, b) = (self.below(lines.len()), self.below(lines.len()));
        match self.below(3) {
            0 if !lines.is_empty() => {
                lines.remove(a);
            }
            1 if !lines.is_empty() => {
                let line = lines[a].clone();
                let times = 1 + self.below(40);
                lines.splice(a..a, std::iter::repeat_n(line, times));
            }
            _ if !lines.is_empty() => lines.swap(a, b),
            _ => {}
        }
        *bytes = lines.concat();
    }

    /// Something opens many times and never closes.
    fn deep(&mut self, bytes: &mut Vec<u8>, at: usize) {
        let openings: [&[u8]; 5] = [b"[", b"{\"a\":", b"<a>", b"(", b"\""];
        let opening = self.pick(&openings).copied().unwrap_or(b"[");
        let times = 1 + self.below(2000);
        bytes.splice(at..at, opening.repeat(times));
    }

    /// What stands between two marks changes places with what stands between two others.
    fn cell(&mut self, bytes: &mut Vec<u8>) {
        let cells: Vec<std::ops::Range<usize>> = cells(bytes);
        let (Some(a), Some(b)) = (self.pick(&cells).cloned(), self.pick(&cells).cloned()) else {
            return;
        };
        let lent = bytes.get(b).unwrap_or_default().to_vec();
        bytes.splice(a, lent);
    }
}

/// Everything between commas, quotes, colons, semicolons and line breaks.
fn cells(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut from = 0;
    let mut cells = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        if b",;:\"\n<> ".contains(byte) {
            if at > from {
                cells.push(from..at);
            }
            from = at + 1;
        }
    }
    cells
}
