//! Plain values that pages show of a stretch of time. Refuses to make them.

/// Which days are looked at, as forms send them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DaysView {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// First day that can be looked at.
    pub oldest: String,
    /// Last day that can be looked at.
    pub newest: String,
    /// They were chosen themselves, in the place of a range.
    pub is_own: bool,
    /// As many days before them; `None` where there are none, or a range was chosen.
    pub before: Option<(String, String)>,
    /// As many days after them.
    pub after: Option<(String, String)>,
}

/// A mark and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyView {
    /// The mark as SVG; empty for words by themselves.
    pub mark: String,
    /// What it means.
    pub words: String,
}

/// A day, or several, that can be stepped to in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadView {
    /// Its first day, as the form sends it.
    pub at: String,
    /// Days from the start of the stretch to it.
    pub from: i32,
    /// How many days it is.
    pub days: i32,
    /// What is to be read of it.
    pub words: String,
}

/// A small picture with its title and sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GlanceView {
    /// A day in it, as the form sends it; empty where it leads nowhere.
    pub at: String,
    /// Title.
    pub title: String,
    /// What is to be seen, in one sentence.
    pub sentence: String,
    /// The picture for a wide page, as SVG; empty: the narrow one stands for both.
    pub wide: String,
    /// The picture for a narrow page, as SVG.
    pub narrow: String,
}
