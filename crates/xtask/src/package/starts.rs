//! How long a program takes from its start to its first answer, in starts of the barest process there is,
//! measured in turn in the same run. Refuses seconds: they tell more of the machine than of the program.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::at;
use crate::ChoreError;
use crate::app_client::{Server, command};

/// Starts of each; the middle one counts.
const N_STARTS: usize = 21;

/// Median time to the first answer on an empty folder, in median starts of `true`; and the first in
/// milliseconds.
pub(super) fn first_answer(program: &Path) -> Result<(f64, f64), ChoreError> {
    let place = tempfile::tempdir().map_err(at(program))?;
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    for idx in 0..N_STARTS {
        let begun = Instant::now();
        let mut nothing = Command::new("/bin/true");
        nothing.env_clear().stdout(Stdio::null());
        nothing.status().map_err(at(Path::new("/bin/true")))?;
        bare.push(begun.elapsed());
        let data = place.path().join(idx.to_string());
        let begun = Instant::now();
        let server = Server::start_as(command(program, place.path()), &data)
            .map_err(|error| ChoreError::Broken(format!("{}: {error}", program.display())))?;
        ours.push(begun.elapsed());
        server.stop();
    }
    let (bare, ours) = (median(bare), median(ours));
    Ok((ours / bare, ours * 1e3))
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times
        .get(times.len() / 2)
        .map_or(f64::NAN, Duration::as_secs_f64)
}
