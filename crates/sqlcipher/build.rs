//! Compiles SQLCipher with one fixed set of switches. Refuses to use whatever the machine has.
//!
//! Needs a C compiler and nothing else: no Perl, no Make, no OpenSSL, no pkg-config.

/// Switches that make the file format and its protection. Changing one of these needs a decision.
const PROTECTION: &[(&str, Option<&str>)] = &[
    ("SQLITE_HAS_CODEC", None),
    ("SQLITE_EXTRA_INIT", Some("sqlcipher_extra_init")),
    ("SQLITE_EXTRA_SHUTDOWN", Some("sqlcipher_extra_shutdown")),
    ("SQLCIPHER_CRYPTO_CUSTOM", Some("thawline_sqlcipher_setup")),
    // A page that does not verify is an error code for us, never a line on somebody's screen.
    ("SQLCIPHER_OMIT_DEFAULT_LOGGING", None),
    // Nothing readable ever reaches a temporary file.
    ("SQLITE_TEMP_STORE", Some("3")),
    // Deleted text is overwritten.
    ("SQLITE_SECURE_DELETE", None),
    // Full synchronisation, also for connections that forget to ask.
    ("SQLITE_DEFAULT_SYNCHRONOUS", Some("2")),
    ("SQLITE_DEFAULT_WAL_SYNCHRONOUS", Some("2")),
    ("SQLITE_MAX_MMAP_SIZE", Some("0")),
];

/// Switches that leave out what nobody here needs and an attacker might like.
const NARROWING: &[(&str, Option<&str>)] = &[
    ("SQLITE_OMIT_LOAD_EXTENSION", None),
    ("SQLITE_OMIT_SHARED_CACHE", None),
    ("SQLITE_DQS", Some("0")),
    ("SQLITE_TRUSTED_SCHEMA", Some("0")),
    ("SQLITE_DEFAULT_FOREIGN_KEYS", Some("1")),
    ("SQLITE_ENABLE_API_ARMOR", None),
    ("SQLITE_LIKE_DOESNT_MATCH_BLOBS", None),
    ("SQLITE_ENABLE_FTS5", None),
];

/// What the platform offers.
const PLATFORM: &[(&str, Option<&str>)] = &[
    ("SQLITE_CORE", None),
    ("SQLITE_THREADSAFE", Some("1")),
    ("HAVE_STDINT_H", Some("1")),
    ("HAVE_USLEEP", Some("1")),
    ("HAVE_ISNAN", None),
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let folder = sqlcipher_src::source_dir();
    let mut compiler = cc::Build::new();
    compiler
        .file(folder.join(sqlcipher_src::SOURCE_FILE))
        .include(folder)
        // Also in debug builds: nobody steps through it, and the tests wait for it.
        .opt_level(2)
        .debug(false)
        .warnings(false);
    for (name, value) in PROTECTION.iter().chain(NARROWING).chain(PLATFORM) {
        compiler.define(name, *value);
    }
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        compiler.define("HAVE_LOCALTIME_R", None);
    }
    compiler.compile("thawline_sqlcipher");
}
