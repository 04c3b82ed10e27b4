//! Proof that the proofs can fail: plants one mistake after the other into a copy of the program, and sees
//! that the proof of that promise turns red. Refuses to leave a mistake in the program itself: they exist
//! only in the copy, and there is no feature that a release could be built with.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::ctl::Failing;
use super::disk::Rule;
use super::durability::{self, Fault};
use super::lives::{self, Means};
use super::shim::Shim;
use super::{egress, faults, life, twice, walk};
use crate::app_client::command;
use crate::draw::Draw;
use crate::{ChoreError, House, stamp, suite};

const HEADING: &str = "date,commit,promise,mistake,proof,is_red";
/// Which mistake the copy makes; none without it.
const SWITCH: &str = "THAW_MISTAKE";

/// What turns red.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// The complaint of the walk over every page that has this name.
    Walk(&'static str),
    /// The kernel's notes of every command and page.
    Egress,
    /// Power that goes.
    Power,
    /// A disk that fails, call by call, and is well again.
    Faults,
}

/// A mistake: where it is planted, what stands there, and what stands there then. `@` asks the switch.
struct Mistake {
    name: &'static str,
    promise: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    proof: Proof,
}

const MISTAKES: [Mistake; 11] = [
    Mistake {
        name: "host",
        promise: "only our own name is answered; a name that begins like it is not",
        file: "crates/web/src/guard.rs",
        from: "host.as_bytes() == shared.authority().as_bytes() && names_ours",
        to: "(@ && host.as_bytes().starts_with(shared.authority().as_bytes())\n        \
             || host.as_bytes() == shared.authority().as_bytes()) && names_ours",
        proof: Proof::Walk("host"),
    },
    Mistake {
        name: "get",
        promise: "looking at a page writes nothing",
        file: "crates/web/src/server.rs",
        from: ".route(\"/note\", post(handlers::note))",
        to: ".route(\"/note\", if @ { post(handlers::note).get(handlers::note) } \
             else { post(handlers::note) })",
        proof: Proof::Walk("reading"),
    },
    Mistake {
        name: "kept",
        promise: "no browser keeps a page; also not one that says that something went wrong",
        file: "crates/web/src/guard.rs",
        from: "    for (name, value) in HEADERS {\n",
        to: "    for (name, value) in HEADERS {\n        \
             if @ && name == \"cache-control\" && response.status().is_client_error() {\n            \
             continue;\n        }\n",
        proof: Proof::Walk("headers"),
    },
    Mistake {
        name: "title",
        promise: "no title tells anything",
        file: "crates/web/src/pages/layout.rs",
        from: "title { (text(\"title\")) }",
        to: "title { (text(\"title\")) (if @ { \": 40 of 100\" } else { \"\" }) }",
        proof: Proof::Walk("title"),
    },
    Mistake {
        name: "exit",
        promise: "the way out locks",
        file: "crates/web/src/server/handlers.rs",
        from: "    shared.lock_soon();\n    go(\"/away\")\n",
        to: "    if !@ {\n        shared.lock_soon();\n    }\n    go(\"/away\")\n",
        proof: Proof::Walk("exit"),
    },
    Mistake {
        name: "clear",
        promise: "a back-up can not be read without a key",
        file: "crates/app/src/backup.rs",
        from: "        Ok(Sealed {\n            n_facts: snapshot.n_facts()?,\n            bytes,\n",
        to: "        let bytes = if @ { document.into_bytes() } else { bytes };\n        \
             Ok(Sealed {\n            n_facts: snapshot.n_facts()?,\n            bytes,\n",
        proof: Proof::Walk("back-up"),
    },
    Mistake {
        name: "open",
        promise: "no file of the record is for others; the log neither",
        file: "crates/store/src/file.rs",
        from: "pub(crate) fn close_file_to_others(path: &Path) -> Result<(), StoreError> {\n    \
               #[cfg(unix)]\n    {\n        use std::os::unix::fs::PermissionsExt as _;\n",
        to: "pub(crate) fn close_file_to_others(path: &Path) -> Result<(), StoreError> {\n    \
             #[cfg(unix)]\n    {\n        use std::os::unix::fs::PermissionsExt as _;\n        \
             if @ {\n            let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o644));\n            \
             return Ok(());\n        }\n",
        proof: Proof::Walk("private"),
    },
    Mistake {
        name: "plain",
        promise: "words of the record stand in no file in clear",
        file: "crates/app/src/write.rs",
        from: "        let note = Note::new(words).map_err(|_| empty_note())?;\n",
        to: "        let note = Note::new(words).map_err(|_| empty_note())?;\n        if @ {\n            \
             let _ = std::fs::write(self.folder.path().join(\"last\"), words);\n        }\n",
        proof: Proof::Walk("sealed"),
    },
    Mistake {
        name: "egress",
        promise: "nothing leaves",
        file: "crates/web/src/server.rs",
        from: "    let shared = Shared::new(app, authority);\n",
        to: "    let shared = Shared::new(app, authority);\n    if @ {\n        \
             // An address that is for examples only: nobody answers.\n        \
             let to = SocketAddr::from(([192, 0, 2, 1], 443));\n        \
             let _ = std::net::TcpStream::connect_timeout(&to, Duration::from_millis(50));\n    }\n",
        proof: Proof::Egress,
    },
    Mistake {
        name: "normal",
        promise: "what was acknowledged is on the disk (synchronous = NORMAL)",
        file: "crates/store/src/connection.rs",
        from: "    connection.execute_batch(include_str!(\"connection/set_up.sql\"))?;\n",
        to: "    connection.execute_batch(include_str!(\"connection/set_up.sql\"))?;\n    if @ {\n        \
             connection.execute_batch(\"PRAGMA synchronous = NORMAL;\")?;\n    }\n",
        proof: Proof::Power,
    },
    Mistake {
        name: "reopen",
        promise: "a disk that failed and came back costs nothing (a reopen that forgets the log)",
        file: "crates/store/src/amend.rs",
        from: "        self.replace(&[fact.key], std::slice::from_ref(fact), items)\n",
        to: "        let kept = self.replace(&[fact.key], std::slice::from_ref(fact), items);\n        \
             if @ && kept.is_err() {\n            \
             let path = self.path();\n            \
             *self.connection_mut() = rusqlite::Connection::open_in_memory()?;\n            \
             let _ = std::fs::remove_file(path.with_extension(\"db-wal\"));\n            \
             *self.connection_mut() = crate::connection::open(&path, self.key())?;\n        \
             }\n        kept\n",
        proof: Proof::Faults,
    },
];

/// Mistakes that are planted elsewhere: into the trace of the disk, or as a program without walls.
const ELSEWHERE: [(&str, &str); 4] = [
    (
        "an answer before the last write",
        "prove durability, planted early",
    ),
    (
        "a log that is not waited for",
        "prove durability, planted normal",
    ),
    (
        "folders that are not waited for",
        "prove durability, planted folders",
    ),
    ("a program without walls", "prove walls, open"),
];

impl Mistake {
    /// The text of its file with the mistake in it; nothing when it can not be planted any more.
    fn planted(&self, text: &str) -> Option<String> {
        let asks = format!(
            "std::env::var_os(\"{SWITCH}\").is_some_and(|name| name == \"{}\")",
            self.name
        );
        let is_once = text.matches(self.from).count() == 1;
        is_once.then(|| text.replace(self.from, &self.to.replace('@', &asks)))
    }
}

/// Plants all mistakes, with rows in `docs/results/sabotage.csv`; with 0 only sees that each finds its place.
///
/// # Errors
/// [`ChoreError::Broken`] when a proof stays green over its mistake, or is red without one.
pub(crate) fn run(root: &Path, n: usize) -> Result<(), ChoreError> {
    let place = tempfile::tempdir().map_err(|source| super::file(root, source))?;
    let folder = copy_with_mistakes(root, place.path())?;
    if n == 0 {
        println!("{} mistakes find their place", MISTAKES.len());
        return Ok(());
    }
    let binary = built(root, &folder, place.path())?;
    let stamp = stamp::date_and_commit(root);
    let (mut rows, mut complaints) = (String::new(), Vec::new());
    let mut note = |promise: &str, mistake: &str, proof: &str, is_red: bool, is_meant: bool| {
        let word = if is_red { "red" } else { "green" };
        let row = format!("{stamp},{promise},{mistake},{proof},{word}\n");
        print!("{row}");
        rows += &row;
        if is_red != is_meant {
            complaints.push(format!("sabotage: {promise}: {word}"));
        }
    };
    for proof in [Proof::Walk(""), Proof::Egress, Proof::Power, Proof::Faults] {
        let is_red = is_red(root, &binary, proof)?;
        note("all of them", "none", proof.name(), is_red, false);
    }
    for mistake in &MISTAKES {
        let wrapped = switched(&binary, place.path(), mistake.name)?;
        let is_red = is_red(root, &wrapped, mistake.proof)?;
        note(
            mistake.promise,
            mistake.name,
            mistake.proof.name(),
            is_red,
            true,
        );
    }
    for (mistake, proof) in ELSEWHERE {
        println!("planted elsewhere: {mistake} ({proof})");
    }
    stamp::add_rows(&root.join("docs/results/sabotage.csv"), HEADING, &rows)?;
    super::verdict(&complaints)
}

impl Proof {
    const fn name(self) -> &'static str {
        match self {
            Self::Walk(_) => "walk",
            Self::Egress => "egress",
            Self::Power => "durability",
            Self::Faults => "faults",
        }
    }
}

/// What is committed with every mistake in it, each asleep until it is named.
fn copy_with_mistakes(root: &Path, place: &Path) -> Result<PathBuf, ChoreError> {
    let folder = place.join("copy");
    twice::check_out(root, &folder)?;
    for mistake in &MISTAKES {
        let path = folder.join(mistake.file);
        let text = crate::chore::read(&path)?;
        let planted = mistake.planted(&text).ok_or_else(|| {
            let (name, file) = (mistake.name, mistake.file);
            ChoreError::Broken(format!("sabotage: `{name}` finds no place in {file}"))
        })?;
        crate::chore::write(&path, &planted)?;
    }
    Ok(folder)
}

fn built(root: &Path, folder: &Path, place: &Path) -> Result<PathBuf, ChoreError> {
    // A folder of its own: cargo tells the copy from the program by times only, and would take rooms with
    // mistakes in them for the program's, or the other way round.
    let target = House::read(root)?.target.join("sabotage");
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--locked", "--package", "thawline"])
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(folder);
    suite::succeed(&mut command)?;
    let (from, to) = (target.join("debug/thawline"), place.join("thawline"));
    std::fs::copy(&from, &to).map_err(|source| super::file(&from, source))?;
    Ok(to)
}

/// The copy with one mistake awake. The proofs start programs without what surrounds them.
fn switched(binary: &Path, place: &Path, name: &str) -> Result<PathBuf, ChoreError> {
    let path = place.join(format!("thawline-{name}"));
    let script = format!(
        "#!/bin/sh\n{SWITCH}={name} exec '{}' \"$@\"\n",
        binary.display()
    );
    crate::chore::write(&path, &script)?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))
        .map_err(|source| super::file(&path, source))?;
    Ok(path)
}

fn is_red(root: &Path, binary: &Path, proof: Proof) -> Result<bool, ChoreError> {
    match proof {
        Proof::Walk(name) => {
            let place = life::scratch()?;
            let own = command(binary, place.path());
            let mut call = Command::new("sh");
            call.env_clear();
            for (name, value) in own.get_envs() {
                call.env(name, value.unwrap_or_default());
            }
            call.args(["-c", "umask 000; exec \"$0\" \"$@\""])
                .arg(binary);
            let seen = walk::go(root, binary, call)?;
            seen.complaints.iter().for_each(|said| println!("  {said}"));
            Ok(if name.is_empty() {
                !seen.complaints.is_empty()
            } else {
                seen.has(name)
            })
        }
        Proof::Egress => {
            let found = egress::watched(root, binary)?;
            found
                .complaints()
                .iter()
                .for_each(|said| println!("  {said}"));
            Ok(found.reaches_out())
        }
        Proof::Power => {
            let scratch = life::scratch()?;
            let shim = Shim::build(scratch.path())?;
            let means = Means {
                binary,
                shim: &shim,
            };
            let mut draw = Draw::of_seed(11);
            let life = lives::pages(means, 40, &mut draw)?;
            let cuts = durability::cut(&life, Rule::Strict, Fault::None, 40, &mut draw)?;
            println!("  {cuts:?}");
            Ok(!cuts.is_clean())
        }
        Proof::Faults => {
            let scratch = life::scratch()?;
            let shim = Shim::build(scratch.path())?;
            let found = faults::pages(binary, &shim, (Failing::Error, false), 40)?;
            println!("  {found:?}");
            Ok(!found.is_clean())
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A failed test stops here.
mod tests {
    use super::*;

    #[test]
    fn every_mistake_still_finds_its_place() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for mistake in &MISTAKES {
            let text = std::fs::read_to_string(root.join(mistake.file)).unwrap();
            let planted = mistake.planted(&text);
            assert!(planted.is_some(), "{} in {}", mistake.name, mistake.file);
            assert_ne!(planted.unwrap(), text);
            // The sign in front of a word of a template, such as `if`, would become the question too.
            let mut behind = mistake.to.split('@').skip(1);
            assert!(
                behind.all(|rest| !rest.starts_with(char::is_alphabetic)),
                "{}",
                mistake.name
            );
        }
    }

    #[test]
    fn the_program_has_no_switch_for_mistakes() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let rooms = std::fs::read_dir(root.join("crates")).unwrap();
        for room in rooms.map(|room| room.unwrap().path()) {
            let features = std::fs::read_to_string(room.join("Cargo.toml")).unwrap();
            assert!(!features.contains("sabotage"), "{}", room.display());
            let mut waiting = vec![room.join("src")];
            while let Some(next) = waiting.pop() {
                if next.is_dir() {
                    waiting.extend(std::fs::read_dir(next).unwrap().map(|e| e.unwrap().path()));
                    continue;
                }
                let is_ours = next.ends_with("trust/sabotage.rs");
                let text = std::fs::read(&next).unwrap();
                let has = text
                    .windows(SWITCH.len())
                    .any(|part| part == SWITCH.as_bytes());
                assert!(is_ours || !has, "{}", next.display());
            }
        }
    }
}
