//! Compiles SQLCipher with one fixed set of switches. Refuses to use whatever the machine has.
//!
//! Needs a C compiler and nothing else: no Perl, no Make, no OpenSSL, no pkg-config.

use std::error::Error;
use std::path::{Path, PathBuf};

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

/// What is changed in the source: an error of the disk is no damage, and passes with it. See decision 0049.
const CHANGES: [[&str; 2]; 2] = [
    // A page that the disk did not give is handed to the cipher all the same. What lies in its memory
    // does not verify, and from then on the connection takes every page for damaged.
    [
        "  CODEC1(pPager, pPg->pData, pPg->pgno, 3, rc = SQLITE_NOMEM_BKPT);\n\n  PAGER_INCR(",
        "  if( rc==SQLITE_OK ){\n    CODEC1(pPager, pPg->pData, pPg->pgno, 3, rc = SQLITE_NOMEM_BKPT);\n  }\n\n  PAGER_INCR(",
    ],
    // An error of the device at a reading is called a damaged database.
    [
        "  }else if( rc==SQLITE_IOERR_CORRUPTFS ){\n    rc = SQLITE_CORRUPT_BKPT;\n",
        "  }else if( rc==SQLITE_IOERR_CORRUPTFS ){\n    rc = SQLITE_IOERR_READ;\n",
    ],
];

/// The source with these changes, in the folder of what is built.
fn source(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut text = std::fs::read_to_string(folder.join(sqlcipher_src::SOURCE_FILE))?;
    for [was, is] in CHANGES {
        if text.matches(was).count() != 1 {
            return Err("this SQLCipher says it in other words: see decision 0049".into());
        }
        text = text.replace(was, is);
    }
    let out = std::env::var_os("OUT_DIR").ok_or("no folder for what is built")?;
    let path = Path::new(&out).join(sqlcipher_src::SOURCE_FILE);
    std::fs::write(&path, text)?;
    Ok(path)
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let folder = sqlcipher_src::source_dir();
    let mut compiler = cc::Build::new();
    compiler
        .file(source(folder)?)
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
    Ok(())
}
