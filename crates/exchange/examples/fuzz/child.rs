//! One process that puts changed files through one reader. Refuses to wait for a reader that hangs.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::fuzzing::run::{self, Target};

/// A reader that takes longer for one file of at most 64 KiB hangs.
const HANGS_AFTER: Duration = Duration::from_secs(10);

/// Does what the words of the call say.
pub fn main(targets: &[Target]) {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let named = |name: &str| targets.iter().find(|target| target.name == name);
    match words.as_slice() {
        ["--list"] => {
            for target in targets {
                println!("{}\t{}", target.name, target.seeds.len());
            }
        }
        [name, "--read", file] => {
            let target = named(name).expect("a reader of this name");
            let bytes = std::fs::read(file).expect("a file");
            println!("{}", (target.read)(&bytes));
        }
        [name, seconds, seed, file] => {
            let target = named(name).expect("a reader of this name");
            let seconds: u64 = seconds.parse().expect("seconds");
            let seed: u64 = seed.parse().expect("a seed");
            let kept = File::create(file).expect("a place for the file that is read");
            for_so_long(target, seed, Duration::from_secs(seconds), kept);
        }
        _ => panic!("--list, READER --read FILE, or READER SECONDS SEED FILE"),
    }
}

fn for_so_long(target: &Target, seed: u64, length: Duration, mut kept: File) {
    let started = Instant::now();
    let n_begun = Arc::new(AtomicU64::new(0));
    watch(Arc::clone(&n_begun));
    let mut before = |bytes: &[u8]| {
        n_begun.fetch_add(1, Ordering::Relaxed);
        kept.set_len(0).expect("a disk");
        kept.seek(SeekFrom::Start(0)).expect("a disk");
        kept.write_all(bytes).expect("a disk");
    };
    let mut goes_on = |_: u64| started.elapsed() < length;
    let ran = run::run(target, seed, &mut goes_on, &mut before);
    println!("{},{}", ran.n_files, ran.n_ways);
}

/// Ends the process where the number of files stands still.
fn watch(n_begun: Arc<AtomicU64>) {
    std::thread::spawn(move || {
        let (mut last, mut since) = (0, Instant::now());
        loop {
            std::thread::sleep(Duration::from_millis(250));
            let now = n_begun.load(Ordering::Relaxed);
            if now != last {
                (last, since) = (now, Instant::now());
            } else if since.elapsed() > HANGS_AFTER {
                eprintln!("hangs for more than {HANGS_AFTER:?}");
                std::process::abort();
            }
        }
    });
}
