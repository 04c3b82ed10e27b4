//! Compares the workspace with `doors.toml`: which room may use which, and who owns each outside
//! crate. Refuses to guess: what is not listed is not allowed, what is listed must be used.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::House;

/// Says why `doors.toml` could not be read.
#[derive(Debug, thiserror::Error)]
#[error("doors.toml: {0}")]
pub struct DoorsError(#[from] Box<toml::de::Error>);

/// `doors.toml` as written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Doors {
    /// Rooms by crate name.
    pub room: BTreeMap<String, RoomDoors>,
    /// Test stands by crate name: they may visit rooms, no room may use them.
    pub stand: BTreeMap<String, StandDoors>,
    /// Outside crates with the one room that uses each.
    pub outside: BTreeMap<String, Owned>,
    /// Outside crates that several rooms use.
    pub shared: BTreeMap<String, Shared>,
    /// Outside crates that the tests of every room may use.
    pub tests: BTreeMap<String, Reason>,
}

/// What one room may use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomDoors {
    /// Height in the house, 0 at the ground. A room uses only rooms below it.
    pub level: u8,
    /// Rooms that its code uses.
    #[serde(default)]
    pub uses: BTreeSet<String>,
    /// Rooms that only its tests use; may not make a circle of code.
    #[serde(default)]
    pub tests_use: BTreeSet<String>,
    /// What the room refuses, for the map.
    pub refuses: String,
}

/// What one test stand may use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandDoors {
    /// Rooms that it visits.
    #[serde(default)]
    pub uses: BTreeSet<String>,
    /// Rooms that only its tests visit.
    #[serde(default)]
    pub tests_use: BTreeSet<String>,
    /// The one kind of room that may use it all the same: one that only shows it.
    #[serde(default)]
    pub shown_by: BTreeSet<String>,
    /// What the stand refuses, for the map.
    pub refuses: String,
}

/// An outside crate with one owner.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owned {
    /// The one room that uses it.
    pub room: String,
    /// Why it is here.
    pub why: String,
}

/// An outside crate that several rooms use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// The rooms that use it.
    pub rooms: BTreeSet<String>,
    /// Why one owner does not do.
    pub why: String,
}

/// An outside crate for tests.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Why it is here.
    pub why: String,
}

impl Doors {
    /// Reads the text of `doors.toml`.
    ///
    /// # Errors
    /// [`DoorsError`] with the line when the text is not such a file.
    pub fn parse(text: &str) -> Result<Self, DoorsError> {
        toml::from_str(text).map_err(|error| DoorsError(Box::new(error)))
    }

    /// Lists every difference between `house` and this file, one sentence each; empty when none.
    #[must_use]
    pub fn complaints(&self, house: &House) -> Vec<String> {
        let mut list = self.unknown_names(house);
        for (name, room) in &house.rooms {
            self.check_rooms(name, &room.rooms, &mut list);
            self.check_test_rooms(name, room, &mut list);
            self.check_outside(name, room, &mut list);
        }
        self.check_unused(house, &mut list);
        list
    }

    fn unknown_names(&self, house: &House) -> Vec<String> {
        let listed: BTreeSet<&String> = self.room.keys().chain(self.stand.keys()).collect();
        let missing = house
            .rooms
            .keys()
            .filter(|name| !listed.contains(name))
            .map(|name| format!("the crate {name} has no entry in doors.toml"));
        let gone = listed
            .iter()
            .filter(|name| !house.rooms.contains_key(**name))
            .map(|name| format!("doors.toml lists the room {name}, which does not exist"));
        missing.chain(gone).collect()
    }

    /// Rooms that `name` is allowed to use.
    fn allowed(&self, name: &str) -> BTreeSet<String> {
        match (self.room.get(name), self.stand.get(name)) {
            (Some(room), _) => room.uses.clone(),
            (None, Some(stand)) => stand.uses.clone(),
            (None, None) => BTreeSet::new(),
        }
    }

    fn allowed_in_tests(&self, name: &str) -> BTreeSet<String> {
        match (self.room.get(name), self.stand.get(name)) {
            (Some(room), _) => room.tests_use.clone(),
            (None, Some(stand)) => stand.tests_use.clone(),
            (None, None) => BTreeSet::new(),
        }
    }

    fn check_rooms(&self, name: &str, used: &BTreeSet<String>, list: &mut Vec<String>) {
        let allowed = self.allowed(name);
        for other in used.difference(&allowed) {
            list.push(format!("{name} -> {other}: doors.toml has no such door"));
        }
        for other in allowed.difference(used) {
            list.push(format!(
                "doors.toml lists {name} -> {other}, which is not used"
            ));
        }
        let Some(from) = self.room.get(name) else {
            return;
        };
        for other in used {
            let stand = self.stand.get(other);
            if stand.is_some_and(|stand| !stand.shown_by.contains(name)) {
                list.push(format!("{name} -> {other}: nobody may use a test stand"));
            }
            match self.room.get(other) {
                Some(to) if to.level >= from.level => list.push(format!(
                    "{name} (level {}) -> {other} (level {}): a door leads only downwards",
                    from.level, to.level
                )),
                _ => {}
            }
        }
    }

    fn check_test_rooms(&self, name: &str, room: &crate::Room, list: &mut Vec<String>) {
        let allowed = self.allowed_in_tests(name);
        for other in &room.test_rooms {
            if !allowed.contains(other) && !room.rooms.contains(other) {
                list.push(format!(
                    "the tests of {name} -> {other}: doors.toml has no such door"
                ));
            }
        }
        for other in allowed.difference(&room.test_rooms) {
            list.push(format!(
                "doors.toml lists {name} -> {other} for tests, which is not used"
            ));
        }
    }

    fn check_outside(&self, name: &str, room: &crate::Room, list: &mut Vec<String>) {
        for krate in &room.outside {
            if !self.may_use_outside(name, krate) {
                list.push(self.outside_refusal(name, krate));
            }
        }
        for krate in &room.test_outside {
            if !self.tests.contains_key(krate) && !self.may_use_outside(name, krate) {
                list.push(format!(
                    "the tests of {name} use {krate}, which doors.toml does not list for tests"
                ));
            }
        }
    }

    fn may_use_outside(&self, name: &str, krate: &str) -> bool {
        let owns = self
            .outside
            .get(krate)
            .is_some_and(|owned| owned.room == name);
        let shares = self
            .shared
            .get(krate)
            .is_some_and(|shared| shared.rooms.contains(name));
        owns || shares
    }

    fn outside_refusal(&self, name: &str, krate: &str) -> String {
        match (self.outside.get(krate), self.shared.get(krate)) {
            (Some(owned), _) => format!("{name} uses {krate}, which belongs to {}", owned.room),
            (None, Some(_)) => format!("{name} uses {krate}, which is shared by other rooms only"),
            (None, None) => format!("{name} uses {krate}, which doors.toml does not list"),
        }
    }

    fn check_unused(&self, house: &House, list: &mut Vec<String>) {
        let uses = |room: &str, krate: &str| {
            house
                .rooms
                .get(room)
                .is_some_and(|room| room.outside.contains(krate))
        };
        for (krate, owned) in &self.outside {
            if !uses(&owned.room, krate) {
                list.push(format!(
                    "doors.toml gives {krate} to {}, which does not use it",
                    owned.room
                ));
            }
        }
        for (krate, shared) in &self.shared {
            for room in shared.rooms.iter().filter(|room| !uses(room, krate)) {
                list.push(format!(
                    "doors.toml shares {krate} with {room}, which does not use it"
                ));
            }
        }
        for krate in self.tests.keys() {
            if !house
                .rooms
                .values()
                .any(|room| room.test_outside.contains(krate))
            {
                list.push(format!(
                    "doors.toml lists {krate} for tests, which no test uses"
                ));
            }
        }
    }
}
