//! The desktop of Linux and other Unix systems, as the Desktop Notifications Specification 1.2 has it
//! (freedesktop.org). Refuses addresses that are no socket file.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use dbus::Message;
use dbus::arg::{RefArg, Variant};
use dbus::blocking::Connection;
use dbus::channel::Channel;
use dbus::message::MatchRule;

use crate::{NoticeError, Pressed, Words};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// How long the desktop may take to answer.
const ANSWER: Duration = Duration::from_secs(4);
/// How often it is looked whether the time of waiting is over.
const STEP: Duration = Duration::from_millis(250);
/// The urgency that desktops may keep back while somebody works or shows their screen.
const NORMAL: u8 = 1;

/// What the desktop said of any line: its number, and whether it was pressed or is gone.
type Heard = Arc<Mutex<Vec<(u32, Pressed)>>>;

/// A line that is shown.
pub struct Shown {
    bus: Connection,
    id: u32,
    heard: Heard,
}

/// The session of a desktop.
pub struct Desktop {
    address: String,
}

impl Desktop {
    /// The desktop of whoever runs this program, as its environment names it.
    ///
    /// # Errors
    /// [`NoticeError::NoDesktop`] where it names none.
    pub fn here() -> Result<Self, NoticeError> {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let named = set("DBUS_SESSION_BUS_ADDRESS");
        let runtime = set("XDG_RUNTIME_DIR");
        Self::at(named.as_deref(), runtime.as_deref().map(Path::new))
    }

    /// The desktop whose bus has this address, else the one whose socket lies in this folder, where
    /// systemd puts it. Nothing is started to find one.
    ///
    /// # Errors
    /// [`NoticeError::NoDesktop`] where there is none, or only one at an address of a network.
    pub fn at(named: Option<&str>, runtime: Option<&Path>) -> Result<Self, NoticeError> {
        let by_name = |named: &str| {
            let socket = named.split(';').find(|one| one.starts_with("unix:"));
            socket.map(str::to_owned)
        };
        let by_folder = || {
            let socket = runtime?.join("bus");
            let is_there = socket.exists();
            is_there.then(|| format!("unix:path={}", socket.display()))
        };
        let address = named.map_or_else(by_folder, by_name);
        let address = address.ok_or(NoticeError::NoDesktop)?;
        Ok(Self { address })
    }

    /// Shows a line.
    ///
    /// # Errors
    /// [`NoticeError::NoDesktop`] where nobody is at its address, [`NoticeError::Refused`] where the
    /// desktop does not answer or does not take the line.
    pub fn show(&self, words: &Words) -> Result<Shown, NoticeError> {
        let bus = connect(&self.address)?;
        let heard = Heard::default();
        listen(&bus, &heard).map_err(refused)?;
        let id = notify(&bus, words).map_err(refused)?;
        Ok(Shown { bus, id, heard })
    }
}

impl Shown {
    /// Waits until it is pressed or gone, at most so long.
    #[must_use]
    pub fn wait(self, at_most: Duration) -> Pressed {
        let until = Instant::now() + at_most;
        while Instant::now() < until {
            if let Some(pressed) = self.heard() {
                return pressed;
            }
            if self.bus.process(STEP).is_err() {
                break;
            }
        }
        self.heard().unwrap_or(Pressed::No)
    }

    /// Pressing comes before being gone: the desktop says both, in this order.
    fn heard(&self) -> Option<Pressed> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let mut of_this = heard.iter().filter(|(id, _)| *id == self.id);
        of_this.next().map(|(_, pressed)| *pressed)
    }
}

fn connect(address: &str) -> Result<Connection, NoticeError> {
    let open = || {
        let mut channel = Channel::open_private(address)?;
        channel.register()?;
        Ok::<_, dbus::Error>(Connection::from(channel))
    };
    open().map_err(|_| NoticeError::NoDesktop)
}

fn listen(bus: &Connection, heard: &Heard) -> Result<(), dbus::Error> {
    let signal = |member| MatchRule::new_signal(NAME, member).static_clone();
    let pressed = heard.clone();
    bus.add_match(
        signal("ActionInvoked"),
        move |(id, _): (u32, String), _: &Connection, _: &Message| {
            push(&pressed, (id, Pressed::Yes));
            true
        },
    )?;
    let gone = heard.clone();
    bus.add_match(
        signal("NotificationClosed"),
        move |(id, _): (u32, u32), _: &Connection, _: &Message| {
            push(&gone, (id, Pressed::No));
            true
        },
    )?;
    Ok(())
}

fn push(heard: &Heard, one: (u32, Pressed)) {
    let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
    heard.push(one);
}

fn notify(bus: &Connection, words: &Words) -> Result<u32, dbus::Error> {
    let mut hints: HashMap<&str, Variant<Box<dyn RefArg>>> = HashMap::new();
    hints.insert("urgency", Variant(Box::new(NORMAL)));
    hints.insert("suppress-sound", Variant(Box::new(true)));
    // Not kept in a list of what was shown.
    hints.insert("transient", Variant(Box::new(true)));
    let button = words.button.as_deref();
    let actions: Vec<&str> = button.map_or_else(Vec::new, |words| vec!["default", words]);
    let desktop = bus.with_proxy(NAME, PATH, ANSWER);
    let (id,): (u32,) = desktop.method_call(
        NAME,
        "Notify",
        (
            words.program.as_str(),
            0u32,
            "",
            words.title.as_str(),
            words.body.as_str(),
            actions,
            hints,
            -1i32,
        ),
    )?;
    Ok(id)
}

fn refused(error: dbus::Error) -> NoticeError {
    NoticeError::Refused(error.name().unwrap_or("no answer").to_owned())
}
