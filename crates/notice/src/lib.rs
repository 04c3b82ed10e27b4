//! Shows one line on the desktop, and says whether it was pressed.
//!
//! It speaks to the desktop over a socket file of this user (D-Bus, `org.freedesktop.Notifications`),
//! never over an address of a network. This room refuses to know why it speaks, to make a sound, and
//! to open anything: whoever called it does that.
#![warn(missing_docs)]

/// What is shown. All of it can be read by whoever looks at a locked screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The name of the program, as the desktop lists it.
    pub program: String,
    /// One or two words.
    pub title: String,
    /// One short sentence.
    pub body: String,
    /// What the button says; `None`: there is nothing to press.
    pub button: Option<String>,
}

/// Why nothing could be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// There is no desktop session here.
    #[error("there is no desktop here that could show a line")]
    NoDesktop,
    /// The desktop did not take it.
    #[error("the desktop did not show the line: {0}")]
    Refused(String),
}

/// What became of a line that was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// It was pressed.
    Yes,
    /// It was put away, ran out, or nobody pressed it while it was waited for.
    No,
}

#[cfg(all(
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
))]
mod desktop;

#[cfg(not(all(
    unix,
    not(any(target_os = "macos", target_os = "ios", target_os = "android"))
)))]
mod desktop {
    use std::path::Path;
    use std::time::Duration;

    use super::{NoticeError, Pressed, Words};

    /// A desktop; none of this system is known here yet.
    pub struct Desktop(());

    /// A line that is shown.
    pub struct Shown(());

    impl Desktop {
        /// The desktop of whoever runs this program.
        ///
        /// # Errors
        /// [`NoticeError::NoDesktop`].
        pub fn here() -> Result<Self, NoticeError> {
            Err(NoticeError::NoDesktop)
        }

        /// The desktop at an address.
        ///
        /// # Errors
        /// [`NoticeError::NoDesktop`].
        pub fn at(_: Option<&str>, _: Option<&Path>) -> Result<Self, NoticeError> {
            Err(NoticeError::NoDesktop)
        }

        /// Shows a line.
        ///
        /// # Errors
        /// [`NoticeError::NoDesktop`].
        pub fn show(&self, _: &Words) -> Result<Shown, NoticeError> {
            Err(NoticeError::NoDesktop)
        }
    }

    impl Shown {
        /// Waits until it is pressed or gone, at most so long.
        #[must_use]
        pub fn wait(self, _: Duration) -> Pressed {
            Pressed::No
        }
    }
}

pub use desktop::{Desktop, Shown};
