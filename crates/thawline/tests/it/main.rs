//! The program as a person or a script calls it. Refuses to look inside: words in, words and exit
//! code out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod analyse;
mod answers;
mod backup;
mod backup_disk;
mod calls;
mod data;
mod experiment;
mod help_now;
mod hostile;
mod hostile_apps;
mod import;
mod import_apps;
mod import_devices;
mod kept;
mod leave;
mod place;
mod private;
mod published;
mod remind;
mod search;
mod serve;
mod spoken;
