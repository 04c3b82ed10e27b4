//! A fresh Debian in a folder: the package is installed, used, upgraded, removed with the record
//! kept, installed again and removed for good. Refuses to leave anything on the machine itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{at, said};
use crate::{ChoreError, suite};

/// Where Debian is fetched from; another mirror by `THAWLINE_DEBIAN`.
const MIRROR: &str = "http://deb.debian.org/debian";
const TOOLS: [(&str, &str); 1] = [("debootstrap", "debootstrap")];
/// Folders in which Debian itself keeps books.
const BOOKS: [&str; 5] = ["proc", "var/lib/dpkg", "var/log", "var/cache", "home"];

/// What the columns of the days mean.
const MAP: &str = r#"
time = { column = "time", date_column = "day", zone = "Europe/Berlin" }
[outcome]
column = "mood"
scale = { min = 1, max = 7 }
polarity = "higher_is_more_feeling"
[[dose]]
column = "dose"
medicine = "example"
unit = "mg"
"#;

/// A Debian in a folder, unmounted when it goes.
struct Root {
    folder: PathBuf,
}

impl Drop for Root {
    fn drop(&mut self) {
        unmount(&self.folder);
    }
}

/// Takes the view of processes away; where there is none, nothing happens.
fn unmount(folder: &Path) {
    let mut umount = Command::new("umount");
    umount.arg("--quiet").arg(folder.join("proc"));
    let _ = umount.status();
}

/// What was tried, its figure, and what the figure counts.
type Figure = (String, usize, String);

/// Tries `package`, and the step from `old` to it where one is named; gives what to note.
pub(super) fn run(
    package: &Path,
    old: Option<&Path>,
    to: &Path,
) -> Result<Vec<Figure>, ChoreError> {
    suite::prepare_tools(&TOOLS)?;
    let debian = Root::make(&to.join("root"))?;
    let before = debian.files()?;
    let first = old.unwrap_or(package);
    debian.install(first)?;
    debian.put("home/person/days.csv", &days())?;
    debian.put("home/person/map.toml", MAP)?;
    debian.put("home/person/words", "a passphrase of this test\n")?;
    debian.call("thawline import days.csv --map map.toml")?;
    debian.call("thawline log 40")?;
    println!("installed {} and used", name(first));

    debian.install(package)?;
    let kept = debian.facts()?;
    // An older package may not write records out. What is missing would come in again.
    debian.call("thawline import days.csv --map map.toml")?;
    let kept_now = debian.facts()?;
    same(&kept, &kept_now, "after the upgrade")?;
    let n_lines = kept.lines().count();
    debian.call("thawline doctor")?;
    let link = debian.call("timeout --signal=INT 5 thawline serve --no-open || true")?;
    if !link.starts_with("http://") {
        return Err(ChoreError::Broken(format!(
            "the pages gave no link: {link}"
        )));
    }
    println!(
        "upgraded to {}: the same record, {n_lines} lines of facts, pages served",
        name(package)
    );

    debian.call("thawline uninstall --keep-data")?;
    debian.inside("dpkg --remove thawline")?;
    debian.install(package)?;
    let kept_again = debian.facts()?;
    same(&kept, &kept_again, "after it went and came again")?;
    println!("removed with the record kept, installed again: the same record");

    debian.call("thawline uninstall --erase")?;
    debian.inside("dpkg --purge thawline")?;
    let left: Vec<String> = debian.files()?.difference(&before).cloned().collect();
    let home = debian.call("find . -type f ! -name '.*' ! -name '*.json' ! -name days.csv ! -name map.toml ! -name words")?;
    if !left.is_empty() || !home.trim().is_empty() {
        return Err(ChoreError::Broken(format!("left behind: {left:?} {home}")));
    }
    println!("removed for good: no file of it is left");
    let now = name(package);
    let begun = if old.is_some() {
        "upgraded from"
    } else {
        "installed"
    };
    Ok(vec![
        (
            format!("{now} {begun} {} and used", name(first)),
            n_differing(&kept, &kept_now),
            format!("lines of {n_lines} of the record differ"),
        ),
        (
            format!("{now} removed and installed again"),
            n_differing(&kept, &kept_again),
            format!("lines of {n_lines} of the record differ"),
        ),
        (
            format!("{now} removed and erased"),
            left.len() + home.lines().filter(|line| !line.is_empty()).count(),
            "files left".to_owned(),
        ),
    ])
}

/// Sixty made-up days in which a dose was halved.
fn days() -> String {
    let mut rows = String::from("day,time,mood,dose\n");
    for idx in 0..60 {
        let (month, day) = (1 + idx / 28, 1 + idx % 28);
        let dose = if idx < 30 { 20 } else { 10 };
        for (beep, hour) in [9, 20].into_iter().enumerate() {
            let mood = 1 + (idx * 5 + beep * 3) % 7;
            rows.push_str(&format!(
                "2026-{month:02}-{day:02},{hour:02}:05,{mood},{dose}\n"
            ));
        }
    }
    rows
}

/// The name of the Debian that the program was built on: an older one may lack its libraries.
fn codename() -> Result<String, ChoreError> {
    let text = crate::chore::read(Path::new("/etc/os-release"))?;
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("VERSION_CODENAME="));
    name.map(str::to_owned)
        .ok_or_else(|| ChoreError::Missing("this system names no Debian".to_owned()))
}

fn name(package: &Path) -> String {
    package
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Lines of one that the other does not have in the same place.
fn n_differing(one: &str, other: &str) -> usize {
    let n = one.lines().count().max(other.lines().count());
    let (mut one, mut other) = (one.lines(), other.lines());
    (0..n).filter(|_| one.next() != other.next()).count()
}

fn same(kept: &str, now: &str, when: &str) -> Result<(), ChoreError> {
    match kept == now {
        true => Ok(()),
        false => Err(ChoreError::Broken(format!("the record differs {when}"))),
    }
}

impl Root {
    fn make(folder: &Path) -> Result<Self, ChoreError> {
        let root = Self {
            folder: folder.to_path_buf(),
        };
        if folder.exists() {
            unmount(folder);
            std::fs::remove_dir_all(folder).map_err(at(folder))?;
        }
        let mirror = std::env::var("THAWLINE_DEBIAN").unwrap_or_else(|_| MIRROR.to_owned());
        let mut make = Command::new("debootstrap");
        make.args(["--variant=minbase", &codename()?])
            .arg(folder)
            .arg(mirror);
        said(&mut make)?;
        said(
            Command::new("mount")
                .args(["-t", "proc", "proc"])
                .arg(folder.join("proc")),
        )?;
        root.inside("useradd --create-home person")?;
        Ok(root)
    }

    /// A line of a shell as the system's keeper.
    fn inside(&self, line: &str) -> Result<String, ChoreError> {
        let mut command = Command::new("chroot");
        command.arg(&self.folder).args(["/bin/sh", "-ec", line]);
        command
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .env("LC_ALL", "C.UTF-8");
        said(&mut command)
    }

    /// A line of a shell as a person at home.
    fn call(&self, line: &str) -> Result<String, ChoreError> {
        self.inside(&format!(
            "cd ~person && runuser -u person -- env HOME=$PWD THAWLINE_PASSPHRASE_FILE=$PWD/words sh -ec '{}'",
            line.replace('\'', "'\\''")
        ))
    }

    fn put(&self, place: &str, text: &str) -> Result<(), ChoreError> {
        let to = self.folder.join(place);
        std::fs::write(&to, text).map_err(at(&to))
    }

    fn bring(&self, file: &Path, place: &str) -> Result<(), ChoreError> {
        let to = self.folder.join(place);
        std::fs::copy(file, &to).map(drop).map_err(at(file))
    }

    fn install(&self, package: &Path) -> Result<(), ChoreError> {
        self.bring(package, "tmp/package.deb")?;
        self.inside("dpkg --install /tmp/package.deb")?;
        self.inside("rm /tmp/package.deb").map(drop)
    }

    /// The facts of the record, as our own export writes them.
    fn facts(&self) -> Result<String, ChoreError> {
        let out = self.call("rm -f out.json && thawline export --as json --whole --out out.json >/dev/null && cat out.json")?;
        let start = out.find("\"facts\"").unwrap_or(0);
        Ok(out[start..].to_owned())
    }

    /// Every file but those of Debian's books.
    fn files(&self) -> Result<BTreeSet<String>, ChoreError> {
        let mut find = Command::new("find");
        find.args([".", "-xdev"]).current_dir(&self.folder);
        let text = said(&mut find)?;
        let is_book = |path: &str| {
            let path = path.trim_start_matches("./");
            BOOKS.iter().any(|book| path.starts_with(book))
        };
        Ok(text
            .lines()
            .filter(|path| !is_book(path))
            .map(str::to_owned)
            .collect())
    }
}
