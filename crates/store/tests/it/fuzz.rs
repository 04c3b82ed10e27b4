//! A short pass of changed files through every reader of this room; `cargo xtask prove fuzz` has the
//! long one.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::fuzzing::{readers, run};

/// Changed files of each reader; where a passphrase is tried, each costs a good part of a second.
const FILES: u64 = 30;
const FILES_PASSPHRASE: u64 = 4;

#[test]
fn no_changed_back_up_stops_a_reader_or_opens_as_another() {
    for target in readers::targets() {
        let files = if target.name.ends_with("passphrase") {
            FILES_PASSPHRASE
        } else {
            FILES
        };
        let last = RefCell::new(Vec::new());
        let ran = catch_unwind(AssertUnwindSafe(|| {
            let mut before = |bytes: &[u8]| *last.borrow_mut() = bytes.to_vec();
            run::run(&target, 1, &mut |n| n < files, &mut before)
        }));
        let n_bytes = last.borrow().len();
        let ran = ran.unwrap_or_else(|_| panic!("{}: a file of {n_bytes} bytes", target.name));
        assert_eq!(ran.n_files, files, "{}", target.name);
    }
}
