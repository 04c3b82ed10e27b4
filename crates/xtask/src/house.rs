//! The workspace as cargo sees it: its rooms and what each one uses. Refuses opinions: what is
//! allowed stands in `doors.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// Says why the workspace could not be read.
#[derive(Debug, thiserror::Error)]
pub enum HouseError {
    /// `cargo metadata` failed or answered something else.
    #[error("cargo metadata could not be read: {0}")]
    Metadata(#[from] Box<cargo_metadata::Error>),
}

/// One crate of the workspace and the names of what it uses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Room {
    /// The sentence from its `Cargo.toml`; empty when there is none.
    pub description: String,
    /// Rooms that its code uses.
    pub rooms: BTreeSet<String>,
    /// Outside crates that its code or build script uses.
    pub outside: BTreeSet<String>,
    /// Rooms that only its tests use.
    pub test_rooms: BTreeSet<String>,
    /// Outside crates that only its tests use.
    pub test_outside: BTreeSet<String>,
}

/// All crates of the workspace by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    /// Rooms and test stands by crate name.
    pub rooms: BTreeMap<String, Room>,
    /// Where builds are put.
    pub target: PathBuf,
}

impl House {
    /// Asks cargo about the workspace at `root`. Needs no network.
    ///
    /// # Errors
    /// [`HouseError::Metadata`] when cargo fails.
    pub fn read(root: &Path) -> Result<Self, HouseError> {
        let metadata = MetadataCommand::new()
            .current_dir(root)
            .no_deps()
            .exec()
            .map_err(Box::new)?;
        Ok(Self::from_metadata(&metadata))
    }

    /// Reads what `cargo metadata --no-deps --format-version 1` printed.
    ///
    /// # Errors
    /// [`HouseError::Metadata`] when the text is not such a document.
    pub fn from_json(text: &str) -> Result<Self, HouseError> {
        let metadata = MetadataCommand::parse(text).map_err(Box::new)?;
        Ok(Self::from_metadata(&metadata))
    }

    fn from_metadata(metadata: &Metadata) -> Self {
        let names: BTreeSet<String> = metadata
            .workspace_packages()
            .iter()
            .map(|package| package.name.to_string())
            .collect();
        let mut rooms = BTreeMap::new();
        for package in metadata.workspace_packages() {
            let mut room = Room {
                description: package.description.clone().unwrap_or_default(),
                ..Room::default()
            };
            for dependency in &package.dependencies {
                let inner = dependency.path.is_some() && names.contains(&dependency.name);
                let for_tests = dependency.kind == DependencyKind::Development;
                let list = match (inner, for_tests) {
                    (true, false) => &mut room.rooms,
                    (true, true) => &mut room.test_rooms,
                    (false, false) => &mut room.outside,
                    (false, true) => &mut room.test_outside,
                };
                list.insert(dependency.name.clone());
            }
            rooms.insert(package.name.to_string(), room);
        }
        Self {
            rooms,
            target: metadata.target_directory.clone().into(),
        }
    }
}
