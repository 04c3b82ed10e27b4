//! Which set of questions an occasion belongs to. Refuses the questions themselves.

/// The set of questions that was answered at an occasion.
///
/// Only [`Form::CheckIn`] measures numbness: the same item may be asked on another form, over
/// another stretch of time, and must not be mixed up with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Form {
    /// The momentary check-in, and every occasion of a record from elsewhere.
    #[default]
    CheckIn,
    /// After waking up.
    Morning,
    /// At the end of a day.
    Evening,
    /// Once a week.
    Weekly,
    /// The look at the signs.
    SelfCheck,
    /// The questions about safety, asked only after consent: never scored, drawn or exported
    /// unless the person asks for it.
    Safety,
    /// What somebody close notices: told by another, never mixed with what the person said.
    ToldByOther,
}
