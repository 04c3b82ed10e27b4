//! Keeps the memory of this program to itself. Refuses to stop where a system does not know how: the record is as
//! safe there as before.

/// No picture of the memory is written when the program crashes, and no other program of the same person reads it.
pub fn to_others() {
    no_dump();
    #[cfg(any(target_os = "linux", target_os = "android"))]
    // Refused only for a value that the system does not know, and every Linux knows this one.
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

fn no_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Lowering a limit is allowed to everybody.
    let _ = setrlimit(Resource::Core, none);
}
