//! A private bus, and a desktop on it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use dbus::arg::{RefArg, Variant};
use dbus::blocking::Connection;
use dbus::channel::{Channel, MatchingReceiver as _, Sender as _};
use dbus::message::MatchRule;

/// A bus that ends with the value.
pub struct Bus {
    daemon: Child,
    pub address: String,
}

impl Bus {
    /// `None`, with one line about it, where there is no `dbus-daemon`.
    pub fn start() -> Option<Self> {
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--print-address=1", "--nopidfile"]);
        let Ok(mut daemon) = daemon.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() else {
            eprintln!("skipped: there is no dbus-daemon here");
            return None;
        };
        let mut line = String::new();
        let out = daemon.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut line).unwrap();
        let address = line.trim().to_owned();
        assert!(address.starts_with("unix:"), "{address}");
        Some(Self { daemon, address })
    }

    pub fn connect(&self) -> Connection {
        let mut channel = Channel::open_private(&self.address).unwrap();
        channel.register().unwrap();
        channel.into()
    }

    /// Begins a desktop on it that says these signals of each line it is told to show.
    pub fn desktop(&self, then: Then) -> Receiver<Told> {
        let bus = self.connect();
        bus.request_name("org.freedesktop.Notifications", false, false, true)
            .unwrap();
        let (tell, hear) = channel();
        std::thread::spawn(move || {
            bus.start_receive(
                MatchRule::new_method_call(),
                Box::new(move |message, bus: &Connection| {
                    if message.member().is_none_or(|member| &*member != "Notify") {
                        return true;
                    }
                    let told = read(&message);
                    let _ = bus.send(message.method_return().append1(7u32));
                    tell.send(told).unwrap();
                    then.say(bus);
                    true
                }),
            );
            while bus.process(Duration::from_millis(100)).is_ok() {}
        });
        hear
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// What the desktop does with a line.
#[derive(Clone, Copy)]
pub enum Then {
    Press,
    PutAway,
    Nothing,
}

impl Then {
    fn say(self, bus: &Connection) {
        let signal = |member: &str| {
            let name = "org.freedesktop.Notifications";
            dbus::Message::new_signal("/org/freedesktop/Notifications", name, member).unwrap()
        };
        // Somebody else's line is pressed first: it is not ours.
        let _ = bus.send(signal("ActionInvoked").append2(6u32, "default"));
        match self {
            Self::Press => {
                let _ = bus.send(signal("ActionInvoked").append2(7u32, "default"));
                let _ = bus.send(signal("NotificationClosed").append2(7u32, 2u32));
            }
            Self::PutAway => {
                let _ = bus.send(signal("NotificationClosed").append2(7u32, 2u32));
            }
            Self::Nothing => {}
        }
    }
}

/// What the desktop was told.
#[derive(Debug)]
pub struct Told {
    pub program: String,
    pub icon: String,
    pub title: String,
    pub body: String,
    pub actions: Vec<String>,
    pub hints: Vec<(String, i64)>,
}

fn read(message: &dbus::Message) -> Told {
    let mut parts = message.iter_init();
    let mut text = || -> String { parts.read().unwrap() };
    let program = text();
    let _: u32 = parts.read().unwrap();
    let mut text = || -> String { parts.read().unwrap() };
    let (icon, title, body) = (text(), text(), text());
    let actions: Vec<String> = parts.read().unwrap();
    let hints: std::collections::HashMap<String, Variant<Box<dyn RefArg>>> = parts.read().unwrap();
    let mut hints: Vec<(String, i64)> = hints
        .into_iter()
        .map(|(name, value)| (name, value.0.as_i64().unwrap_or(-1)))
        .collect();
    hints.sort();
    Told {
        program,
        icon,
        title,
        body,
        actions,
        hints,
    }
}
