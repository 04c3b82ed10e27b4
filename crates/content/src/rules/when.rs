//! When a clause holds: `all`, `any`, `not` over named conditions. Refuses every other word.

/// What is known of one condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Nobody said.
    Unknown,
}

/// When a clause holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// A condition, by its place in [`super::RuleSet::conditions`], is known to be so.
    Is(usize),
    /// What stands inside is not known to be so.
    Not(Box<When>),
    /// Each of these holds.
    All(Vec<When>),
    /// At least one of these holds.
    Any(Vec<When>),
}

impl When {
    /// Says whether it holds. A condition of which nothing is known is not known to be so; behind
    /// `not` that counts as 'may be so', which is why what is missing never calms a rule.
    #[must_use]
    pub fn holds(&self, state: &dyn Fn(usize) -> State) -> bool {
        match self {
            Self::Is(idx) => state(*idx) == State::Yes,
            Self::Not(inner) => !inner.holds(state),
            Self::All(parts) => parts.iter().all(|part| part.holds(state)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(state)),
        }
    }

    /// The conditions it names, in order, each once; with `true` where one stands behind `not`.
    #[must_use]
    pub fn conditions(&self) -> Vec<(usize, bool)> {
        let mut found = Vec::new();
        self.collect(false, &mut found);
        let mut seen = Vec::new();
        found.retain(|one| {
            let is_new = !seen.contains(one);
            seen.push(*one);
            is_new
        });
        found
    }

    fn collect(&self, is_behind_not: bool, found: &mut Vec<(usize, bool)>) {
        match self {
            Self::Is(idx) => found.push((*idx, is_behind_not)),
            Self::Not(inner) => inner.collect(!is_behind_not, found),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.collect(is_behind_not, found);
                }
            }
        }
    }

    /// Reads `all(a, any(b, not(c)))`; `place_of` knows the names.
    ///
    /// # Errors
    /// What is wrong, and at which byte of the text.
    pub(super) fn parse(
        text: &str,
        place_of: &dyn Fn(&str) -> Option<usize>,
    ) -> Result<Self, (usize, String)> {
        let mut reader = Reader {
            text,
            at: 0,
            place_of,
        };
        let when = reader.one()?;
        reader.blank();
        if reader.at == text.len() {
            Ok(when)
        } else {
            Err((reader.at, "something stands behind the end".to_owned()))
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    place_of: &'a dyn Fn(&str) -> Option<usize>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blank(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn takes(&mut self, mark: char) -> bool {
        self.blank();
        let is_there = self.rest().starts_with(mark);
        self.at += usize::from(is_there);
        is_there
    }

    fn one(&mut self) -> Result<When, (usize, String)> {
        self.blank();
        let start = self.at;
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let rest = self.rest();
        let name = rest
            .get(..rest.find(|c| !is_name(c)).unwrap_or(rest.len()))
            .unwrap_or_default()
            .to_owned();
        self.at += name.len();
        if !self.takes('(') {
            return (self.place_of)(&name)
                .map(When::Is)
                .ok_or_else(|| (start, format!("there is no condition '{name}'")));
        }
        let mut parts = vec![self.one()?];
        while self.takes(',') {
            parts.push(self.one()?);
        }
        if !self.takes(')') {
            return Err((self.at, "a ')' is missing".to_owned()));
        }
        match (name.as_str(), parts.len()) {
            ("all", 2..) => Ok(When::All(parts)),
            ("any", 2..) => Ok(When::Any(parts)),
            ("not", 1) => Ok(When::Not(Box::new(parts.swap_remove(0)))),
            ("all" | "any" | "not", _) => Err((
                start,
                format!(
                    "'{name}' takes {}",
                    if name == "not" { "one" } else { "two or more" }
                ),
            )),
            _ => Err((start, format!("'{name}(' is none of all, any and not"))),
        }
    }
}
