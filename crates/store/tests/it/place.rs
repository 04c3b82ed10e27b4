//! A throw-away folder, and a record in it. Refuses to leave anything behind.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use record::{Moment, Profile, Zone};
use store::{Folder, Secret, Store};

/// A folder that is removed with the value.
pub struct Place(PathBuf);

impl Place {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("thaw-{}-{number}", std::process::id()));
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn folder(&self) -> Folder {
        Folder::at(self.0.join("data"))
    }

    /// A new record whose key lies in a key file.
    pub fn store(&self) -> Store {
        Store::create(&self.folder(), Secret::KeyFile, &profile())
            .unwrap()
            .0
    }

    pub fn open(&self) -> Store {
        Store::open(&self.folder(), None).unwrap()
    }

    /// Every file under the folder.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path);
                }
            }
        }
        found
    }

    /// Every file under the folder with its bytes, in the order of their names.
    pub fn contents(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = self.files();
        files.sort();
        (files.into_iter())
            .map(|path| (path.clone(), std::fs::read(path).unwrap()))
            .collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn profile() -> Profile {
    Profile::new(Zone::new("Europe/Amsterdam").unwrap())
}

/// So many seconds after noon of a winter day.
pub fn at(seconds: i64) -> Moment {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    Moment::from_unix_seconds(1_770_000_000 + seconds, &zone).unwrap()
}
