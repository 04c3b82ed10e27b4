//! A passphrase that costs little to try: the lock of a record made anew by what the key file says of
//! itself, with the least that a key file may ask for. Refuses to be what the program makes.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use store::Folder;

/// Memory of one try, in KiB: under this a key file is refused. What the program makes takes 24
/// times as long.
const MEMORY_KIB: u32 = 8 * 1024;
const SALT: [u8; 16] = [7; 16];
const NONCE: [u8; 24] = [9; 24];

/// Locks a record whose key lies in a key file with a passphrase instead.
pub fn lock(folder: &Folder, passphrase: &str) {
    let path = folder.path().join("notes.key");
    let text = std::fs::read_to_string(&path).expect("a key file");
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        line.map(bytes).expect("a line of the key file")
    };
    let (head, _) = text.split_once("nonce ").expect("a head");
    let mut inner = field("wrapped ");
    let tag = inner.split_off(32);
    let nonce = <[u8; 24]>::try_from(field("nonce ")).expect("24 bytes");
    cipher(&field("key "))
        .decrypt_inout_detached(
            &XNonce::from(nonce),
            head.as_bytes(),
            inner.as_mut_slice().into(),
            &Tag::try_from(tag.as_slice()).expect("a tag"),
        )
        .expect("its own key");

    let head = format!(
        "notes-key 1\nplace passphrase\nargon2id {MEMORY_KIB} 1 1\nsalt {}\n",
        digits(&SALT)
    );
    let mut outer = [0; 32];
    let params = Params::new(MEMORY_KIB, 1, 1, Some(32)).expect("parameters");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), &SALT, &mut outer)
        .expect("memory");
    let tag = cipher(&outer)
        .encrypt_inout_detached(
            &XNonce::from(NONCE),
            head.as_bytes(),
            inner.as_mut_slice().into(),
        )
        .expect("a cipher");
    let wrapped = digits(&inner) + &digits(&tag);
    let text = format!("{head}nonce {}\nwrapped {wrapped}\n", digits(&NONCE));
    std::fs::write(&path, text).expect("a disk");
}

fn cipher(key: &[u8]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new_from_slice(key).expect("32 bytes")
}

fn bytes(digits: &str) -> Vec<u8> {
    let pair = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let all: Option<Vec<u8>> = (0..digits.len()).step_by(2).map(pair).collect();
    all.expect("hexadecimal digits")
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
