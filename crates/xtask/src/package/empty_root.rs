//! The archive in a folder that becomes all that the program sees: no library, no zone table, no
//! certificate, no shell. Refuses to help it with anything but a home, a folder for temporary files, and
//! the kernel with its two devices for random numbers.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{at, said, tree};
use crate::ChoreError;
use crate::app_client::{ClientError, Server};
use crate::draw::Draw;
use crate::kills::{self, CheckIn};

/// A home there, as the program inside sees it.
const HOME: &str = "/home";

/// Unpacks the archive, has it serve the example and take an entry, and keep an entry in a record of its
/// own over an end and a start. Gives the number of files it had.
pub(super) fn run(archive: &Path, to: &Path) -> Result<usize, ChoreError> {
    let root = unpacked(archive, to)?;
    let files = tree::entries(&root)?;
    let is_library = |path: &Path| path.to_string_lossy().contains(".so");
    if let Some((path, _)) = files.iter().find(|(path, _)| is_library(path)) {
        let text = format!("{} could be loaded", path.display());
        return Err(ChoreError::Broken(text));
    }
    let n_files = files.iter().filter(|(_, is_folder)| !is_folder).count();
    use_it(&root).map_err(|error| ChoreError::Broken(format!("in an empty root: {error}")))?;
    Ok(n_files)
}

fn unpacked(archive: &Path, to: &Path) -> Result<PathBuf, ChoreError> {
    let root = to.join("empty");
    if root.exists() {
        std::fs::remove_dir_all(&root).map_err(at(&root))?;
    }
    for place in [HOME, "/tmp", "/dev"] {
        let folder = root.join(place.trim_start_matches('/'));
        std::fs::create_dir_all(&folder).map_err(at(&folder))?;
    }
    // A static program does not find the call of its library for random numbers, and asks these.
    for (name, minor) in [("random", "8"), ("urandom", "9")] {
        let mut make = Command::new("mknod");
        make.args(["-m", "666"]).arg(root.join("dev").join(name));
        said(make.args(["c", "1", minor]))?;
    }
    let mut unpack = Command::new("tar");
    unpack.args(["--strip-components=1", "-xf"]).arg(archive);
    said(unpack.arg("-C").arg(&root))?;
    Ok(root)
}

/// The program with nothing around it.
fn inside(root: &Path) -> Command {
    let mut command = Command::new("chroot");
    command.arg(root).arg("/bin/thawline").env_clear();
    // For `chroot` itself; inside there is nothing to find.
    command.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    command.env("HOME", HOME).env("XDG_RUNTIME_DIR", HOME);
    command
}

fn use_it(root: &Path) -> Result<(), ClientError> {
    let (mut draw, day) = (Draw::of_now(), kills::yesterday());
    let kept = |server: &Server, check_in: &CheckIn, when: &str| {
        let keys = kills::keys_on(server, &day)?;
        match keys.contains(&check_in.key) {
            true => Ok(()),
            false => Err(ClientError::NoAnswer(format!("no entry {when}"))),
        }
    };
    let example = Server::start_demo(inside(root))?;
    for page in ["/", "/time", "/answers", "/help", "/report"] {
        kills::expect(example.get(page)?.status, 200)?;
    }
    let check_in = CheckIn::new(&mut draw);
    check_in.send(&example, &day)?;
    kept(&example, &check_in, "in the example")?;
    example.stop();

    let data = Path::new(HOME).join("record");
    let server = Server::start_as(inside(root), &data)?;
    kills::begin_record(&server)?;
    let check_in = CheckIn::new(&mut draw);
    check_in.send(&server, &day)?;
    server.stop();
    let server = Server::start_as(inside(root), &data)?;
    kept(&server, &check_in, "after an end and a start")?;
    server.stop();
    Ok(())
}
