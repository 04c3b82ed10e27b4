//! Published vectors for each primitive. Refuses numbers that we computed ourselves.

#![allow(clippy::unwrap_used)] // A failed test stops here.

use super::*;

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|idx| u8::from_str_radix(&hex[idx..idx + 2], 16).unwrap())
        .collect()
}

/// NIST SP 800-38A, F.2.5 and F.2.6.
#[test]
fn aes_256_cbc_is_that_of_sp_800_38a() {
    let key = bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    let iv = bytes("000102030405060708090a0b0c0d0e0f");
    let plain = bytes("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
    let mut data = plain.clone();
    encrypt(&key, &iv, &mut data).unwrap();
    let expected = "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d";
    assert_eq!(data, bytes(expected));
    decrypt(&key, &iv, &mut data).unwrap();
    assert_eq!(data, plain);
}

/// RFC 4231, test case 2, with the text in two parts.
#[test]
fn hmac_is_that_of_rfc_4231() {
    let parts: [&[u8]; 2] = [b"what do ya want ", b"for nothing?"];
    let mut short = [0; 32];
    hmac(Hash::Sha256, b"Jefe", parts, &mut short).unwrap();
    let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assert_eq!(short.to_vec(), bytes(expected));
    let mut long = [0; 64];
    hmac(Hash::Sha512, b"Jefe", parts, &mut long).unwrap();
    let expected = "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554\
                    9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737";
    assert_eq!(long.to_vec(), bytes(expected));
}

/// RFC 7914, section 11.
#[test]
fn pbkdf2_is_that_of_rfc_7914() {
    let mut out = [0; 64];
    stretch(Hash::Sha256, b"passwd", b"salt", 1, &mut out);
    let expected = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc\
                    49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783";
    assert_eq!(out.to_vec(), bytes(expected));
}

#[test]
fn a_broken_block_and_a_short_key_are_refused() {
    assert_eq!(encrypt(&[0; 32], &[0; 16], &mut [0; 15]), Err(Refused));
    assert_eq!(encrypt(&[0; 31], &[0; 16], &mut [0; 16]), Err(Refused));
    assert_eq!(decrypt(&[0; 32], &[0; 15], &mut [0; 16]), Err(Refused));
}
