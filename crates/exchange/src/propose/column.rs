//! What was seen in one column. Refuses to hold its cells: counts, ends and one date are enough.

use std::collections::BTreeSet;

use crate::table::{Order, read_time};

/// Marks that people and programs write for an empty cell.
const MARKS: [&str; 10] = [
    "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "-", ".", "none",
];
/// Words of a column that are held, to know whether there is only one.
const WORDS_MAX: usize = 2;
/// People that are counted.
const PEOPLE_MAX: usize = 100_000;

/// In which order dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateOrder {
    YearFirst,
    DayFirst,
    MonthFirst,
    /// Nothing in the table tells.
    Either,
    /// Some are no dates in one order, and some in the other.
    Mixed,
}

/// One column.
#[derive(Debug)]
pub(super) struct Column {
    pub name: String,
    /// Cells that hold anything.
    n: u64,
    n_numbers: u64,
    n_commas: u64,
    is_whole: bool,
    ends: Option<(f64, f64)>,
    n_dates: u64,
    n_dates_with_time: u64,
    n_clocks: u64,
    n_offsets: u64,
    /// Dates with the year last, and how many of them fit each order alone.
    n_year_last: u64,
    n_only_day_first: u64,
    n_only_month_first: u64,
    /// A date that tells the order, else the first one.
    example: String,
    is_telling: bool,
    marks: BTreeSet<&'static str>,
    n_marks: u64,
    words: BTreeSet<String>,
    /// Digests of cells, for columns that tell people apart.
    people: BTreeSet<u64>,
}

impl Column {
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            n: 0,
            n_numbers: 0,
            n_commas: 0,
            is_whole: true,
            ends: None,
            n_dates: 0,
            n_dates_with_time: 0,
            n_clocks: 0,
            n_offsets: 0,
            n_year_last: 0,
            n_only_day_first: 0,
            n_only_month_first: 0,
            example: String::new(),
            is_telling: false,
            marks: BTreeSet::new(),
            n_marks: 0,
            words: BTreeSet::new(),
            people: BTreeSet::new(),
        }
    }

    /// Looks at a cell without the space around it.
    pub fn take(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.n += 1;
        if self.words.len() < WORDS_MAX {
            self.words.insert(cell.chars().take(64).collect());
        }
        if super::ID_NAMES.contains(&self.name.to_lowercase().as_str())
            && self.people.len() < PEOPLE_MAX
        {
            let mut hasher = std::hash::DefaultHasher::new();
            std::hash::Hash::hash(cell, &mut hasher);
            self.people.insert(std::hash::Hasher::finish(&hasher));
        }
        if let Some(mark) = MARKS.iter().find(|mark| **mark == cell) {
            self.n_marks += 1;
            self.marks.insert(mark);
        } else if let Some(number) = self.number(cell) {
            self.n_numbers += 1;
            self.is_whole &= number.fract() == 0.0;
            let (min, max) = self.ends.unwrap_or((number, number));
            self.ends = Some((min.min(number), max.max(number)));
        } else {
            self.time(cell);
        }
    }

    fn number(&mut self, cell: &str) -> Option<f64> {
        let number = match cell.parse::<f64>() {
            Ok(number) => Some(number),
            Err(_) if cell.contains(',') => {
                let number = cell.replacen(',', ".", 1).parse().ok();
                self.n_commas += u64::from(number.is_some());
                number
            }
            Err(_) => None,
        };
        number.filter(|number| number.is_finite())
    }

    fn time(&mut self, cell: &str) {
        if let Some(read) = read_time(cell, Order::YearFirst) {
            self.n_dates += u64::from(read.date.is_some());
            self.n_clocks += u64::from(read.date.is_none());
            self.n_dates_with_time += u64::from(read.date.is_some() && read.seconds.is_some());
            self.n_offsets += u64::from(read.offset.is_some());
            return;
        }
        let is_real = |order: Order| {
            let read = read_time(cell, order)?;
            let (_, month, day) = read.date?;
            ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(read)
        };
        let (day_first, month_first) = (is_real(Order::DayFirst), is_real(Order::MonthFirst));
        let Some(read) = day_first.or(month_first) else {
            return;
        };
        self.n_dates += 1;
        self.n_year_last += 1;
        self.n_dates_with_time += u64::from(read.seconds.is_some());
        self.n_only_day_first += u64::from(month_first.is_none());
        self.n_only_month_first += u64::from(day_first.is_none());
        let is_telling = day_first.is_none() || month_first.is_none();
        if self.example.is_empty() || (is_telling && !self.is_telling) {
            self.example = cell.chars().take(24).filter(|c| !c.is_control()).collect();
            self.is_telling = is_telling;
        }
    }

    /// Nineteen of twenty cells, those that mean an empty one aside.
    fn is_mostly(&self, n: u64) -> bool {
        let n_all = self.n - self.n_marks;
        n_all > 0 && n * 20 >= n_all * 19
    }

    /// The smallest and the largest number, where it is a column of numbers.
    pub fn ends(&self) -> Option<(f64, f64)> {
        self.ends.filter(|_| self.is_number())
    }

    pub const fn is_empty(&self) -> bool {
        self.n == 0
    }

    pub fn is_number(&self) -> bool {
        self.is_mostly(self.n_numbers)
    }

    pub fn is_count(&self) -> bool {
        self.is_number() && self.is_whole && self.ends.is_some_and(|(min, _)| min >= 0.0)
    }

    pub fn is_date(&self) -> bool {
        self.is_mostly(self.n_dates)
    }

    pub fn is_date_and_time(&self) -> bool {
        self.is_mostly(self.n_dates_with_time)
    }

    pub fn is_clock(&self) -> bool {
        self.is_mostly(self.n_clocks)
    }

    /// Every time names its offset.
    pub const fn has_offset(&self) -> bool {
        self.n_offsets > 0 && self.n_offsets == self.n_dates
    }

    pub const fn has_decimal_comma(&self) -> bool {
        self.n_commas * 2 > self.n_numbers
    }

    pub fn marks(&self) -> impl Iterator<Item = &'static str> {
        self.marks.iter().copied()
    }

    /// At most one number for a day could be: the table has a row a day, or repeats it.
    pub fn is_once_a_day(&self) -> bool {
        let name = self.name.to_lowercase();
        ["sleep", "slept", "night", "morning", "mor_"]
            .iter()
            .any(|word| name.contains(word))
    }

    /// The one word of the column; `None` where there are more.
    pub fn only_word(&self) -> Option<&str> {
        match self.words.len() {
            1 => self.words.first().map(String::as_str),
            _ => None,
        }
    }

    pub const fn order(&self) -> DateOrder {
        match (self.n_only_day_first, self.n_only_month_first) {
            _ if self.n_year_last == 0 => DateOrder::YearFirst,
            (0, 0) => DateOrder::Either,
            (_, 0) => DateOrder::DayFirst,
            (0, _) => DateOrder::MonthFirst,
            _ => DateOrder::Mixed,
        }
    }

    pub fn example(&self) -> &str {
        &self.example
    }

    /// How many people a column tells apart.
    pub fn people(&self, say: &dyn Fn(&str) -> String) -> String {
        match self.people.len() {
            1 => say("one person"),
            n if n >= PEOPLE_MAX => say(&format!("{n} people or more")),
            n => say(&format!("{n} people")),
        }
    }

    /// What stands in the column, in a few words; never what a person wrote.
    pub fn kind(&self, say: &dyn Fn(&str) -> String) -> String {
        let Some((min, max)) = self.ends.filter(|_| self.is_number()) else {
            return match () {
                () if self.is_date() => say("dates"),
                () if self.is_clock() => say("times of day"),
                () if self.only_word().is_some() => say("the same words in every row"),
                () => say("words"),
            };
        };
        let n = self.n_numbers;
        let numbers = if self.is_whole {
            say(&format!("{n} whole numbers, {min} to {max}"))
        } else {
            say(&format!("{n} numbers, {min} to {max}"))
        };
        match self.n - self.n_numbers - self.n_marks {
            0 => numbers,
            n => format!(
                "{numbers}; {}",
                say(&format!("cells that are no numbers: {n}"))
            ),
        }
    }
}
